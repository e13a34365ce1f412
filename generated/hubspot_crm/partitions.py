"""Divide the records of an object type into parts that several threads, processes or machines read.

parts = client.partitions("contacts", 8)
description = client.describe(share=8)                # can be pickled, has no token
for record in parts[0].search(description.client(), ["email"]): ...
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from importlib import import_module
from itertools import pairwise
from math import isqrt
from typing import Any, NamedTuple, cast

from msgspec import to_builtins

from ._core.secret import Secret
from ._settings import RATE_LIMITS
from .rate_limits import LocalRateLimiter, RateLimit, RateLimits, RedisRateLimiter
from .values import decode

_ID = "hs_object_id"
_VARIABLE = "HUBSPOT_ACCESS_TOKEN"
_MOST_SEARCHES = 10  # for each bound


@dataclass(frozen=True, slots=True)
class Partition:
    """A part of the records of an object type: those that a search with these filters finds."""

    object_type: str
    filter_groups: tuple[Mapping[str, Any], ...]

    def search(self, client: Any, properties: Sequence[str]) -> Any:
        """Return a pager of the records, by id, with a sync or an async client."""
        return client.objects(self.object_type).search(
            filter_groups=self.filter_groups, properties=properties, sorts=[_ID], limit=200
        )


def find_partitions(
    client: Any,
    object_type: str,
    count: int,
    *,
    by: str = _ID,
    filter_groups: Sequence[Any] = (),
) -> list[Partition]:
    """Divide the records of a type into parts of about the same size.

    One to ten searches for each part find its bounds. Together the parts contain each record once, also
    records that are created later. Archived records cannot be searched.

    Args:
        client: A sync client.
        object_type: The object type.
        count: The number of parts. There are fewer if there are not enough records.
        by: `hs_object_id`, or a date or datetime property, with another part for records without it.
        filter_groups: As for `search`. Two filters are added to each group.

    Raises:
        ValueError: `count` is less than 1, or `by` is a property of another type.
        ApiError: A call failed.
    """
    if count < 1:
        raise ValueError(f"the number of partitions must be at least 1, not {count}")
    groups = cast("list[dict[str, Any]]", to_builtins(list(filter_groups))) or [{}]
    search = _Search(client, object_type, by, groups)
    valued = () if by == _ID else (search.condition("HAS_PROPERTY"),)
    total, low = search.first(by, *valued)
    bounds: list[int] = []
    if low is not None and count > 1:
        high = search.first(f"-{by}", *valued)[1] or low
        bounds = _bounds(partial(search.split, total), low, high, total, count)
    parts = [search.part(*valued)] if not bounds else []
    for lower, upper in pairwise([None, *bounds, None] if bounds else ()):
        ends = {"GTE": lower, "LT": upper}
        own = [search.condition(each, end) for each, end in ends.items() if end is not None]
        parts.append(search.part(*own))
    return [*parts, search.part(search.condition("NOT_HAS_PROPERTY"))] if valued else parts


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientDescription:
    """How to make a client in another process. It can be pickled; its repr has no token.

    Attributes:
        version: The module of the version.
        base_url: The base URL.
        options: Options of the client.
        token_variable: The environment variable that has the access token in that process.
        token: The access token itself, or None. Pickles that contain it are secrets.
        share: The fraction of the rate limits for each client: 8 means an eighth.
        redis: The URL of a Redis server that shares the rate limits, in place of `share`.
        account: The name of the account in Redis.
    """

    version: str = "v2026_09"
    base_url: str = "https://api.hubapi.com"
    options: Mapping[str, Any] = field(default_factory=dict[str, Any])
    token_variable: str = _VARIABLE
    token: str | None = field(default=None, repr=False)
    share: int = 1
    redis: str | None = field(default=None, repr=False)
    account: str = "default"

    def client(self) -> Any:
        """Return a client. Raises ValueError if the environment variable is not set."""
        return self._make("HubSpot")

    def async_client(self) -> Any:
        """Return an async client, as `client`."""
        return self._make("AsyncHubSpot")

    def _make(self, kind: str) -> Any:
        token = self.token or os.environ.get(self.token_variable)
        if not token:
            raise ValueError(f"the environment variable {self.token_variable} is not set")
        options = dict(self.options)
        if self.redis is not None:
            options["rate_limiter"] = RedisRateLimiter(self.redis, account=self.account)
        elif self.share > 1:
            options["rate_limiter"] = LocalRateLimiter(_shared(self.share))
        made = getattr(import_module(f"{__package__}.{self.version}"), kind)
        return made(token, base_url=self.base_url, **options)


def describe(client: Any, *, include_token: bool = False, **fields: Any) -> ClientDescription:
    """Return a description of a client, without its transport and its rate limiter.

    Args:
        client: The client, sync or async.
        include_token: Whether the description contains the access token.
        fields: Other fields of ClientDescription. `options` are added to those of the client.

    Raises:
        ValueError: The client has hooks, secret headers, or a token that a function returns. Or its token
            is not in HUBSPOT_ACCESS_TOKEN, and neither `token_variable` nor `include_token` was passed.
    """
    configuration = client._configuration
    headers = dict(configuration.headers.values())
    if configuration.on_request or configuration.on_response:
        raise ValueError("a client with hooks cannot be described")
    if any(isinstance(each, Secret) for each in headers.values()):
        raise ValueError("a client with secret headers cannot be described")
    token = getattr(configuration.security["access_token"], "credential", None)
    if include_token and not isinstance(token, str):
        raise ValueError("the token comes from a function; use token_variable instead")
    if not include_token:
        # Another account's token could be in the variable.
        if "token_variable" not in fields and token != os.environ.get(_VARIABLE):
            raise ValueError(
                f"the token of this client is not in {_VARIABLE}: pass token_variable, the name of an"
                " environment variable of the other process, or include_token=True"
            )
        token = None
    same = ("timeout", "retries", "follow_redirects", "max_response_size")
    options = {name: getattr(configuration, name) for name in same}
    options |= {"headers": headers, **fields.pop("options", {})}
    return ClientDescription(
        version=type(client).__module__.split(".")[-2],
        base_url=configuration.base_url,
        token=None if token is None else str(token),
        options=options,
        **fields,
    )


class _Search(NamedTuple):
    """Searches with the same filters, and further conditions on one property."""

    client: Any
    object_type: str
    by: str
    groups: list[dict[str, Any]]

    def condition(self, operator: str, value: int | None = None) -> dict[str, str]:
        given = {} if value is None else {"value": str(value)}
        return {"propertyName": self.by, "operator": operator, **given}

    def part(self, *own: Mapping[str, str]) -> Partition:
        groups = [{**each, "filters": [*each.get("filters", ()), *own]} for each in self.groups]
        return Partition(self.object_type, tuple(each for each in groups if each["filters"]))

    def first(self, sort: str, *own: Mapping[str, str]) -> tuple[int, int | None]:
        """Return the number of records, and the value of the first one."""
        groups = self.part(*own).filter_groups
        pager = self.client.objects(self.object_type).search(
            filter_groups=groups, sorts=[sort], properties=[self.by], limit=1
        )
        page = pager.fetch(pager.arguments)
        values = [_position(each.properties[self.by], self.by) for each in page.results[:1]]
        return page.total, values[0] if values else None

    def split(self, total: int, bound: int, is_next: bool) -> tuple[int, int]:
        if is_next:
            number, value = self.first(self.by, self.condition("GTE", bound))
            return total - number, bound if value is None else value
        number, value = self.first(f"-{self.by}", self.condition("LT", bound))
        return number, bound if value is None else value + 1


def _bounds(
    split: Callable[[int, bool], tuple[int, int]], low: int, high: int, total: int, count: int
) -> list[int]:
    """Return values in ascending order between which there are about equally many records.

    Values may be distributed in any way, so three kinds of means take turns. `split` returns how many
    records are below a value, and another value with the same number: the nearest on one side.
    """
    known = {low: 0, high + 1: total}  # the numbers of records below values
    found: set[int] = set()
    for number in range(1, count):
        wanted, best = total * number // count, low
        for step in range(_MOST_SEARCHES):
            under = max(each for each in known if known[each] <= wanted)
            over = min((each for each in known if known[each] > wanted), default=under)
            best = min((under, over), key=lambda each: abs(known[each] - wanted))
            if over - under <= 1 or abs(known[best] - wanted) * 10 * count <= total:
                break
            rate = (wanted - known[under]) / (known[over] - known[under])
            means = (under + int((over - under) * rate), isqrt(under * over), (under + over) // 2)
            bound = min(max(means[step % 3], under + 1), over - 1)
            below, same = split(bound, step % 2 == 1)
            known[bound] = known[same] = below
        found.add(best)
    return sorted(found - {low})


def _position(text: str, by: str) -> int:
    """Return an id, or the milliseconds of a date, as in a filter."""
    if by == _ID:
        return int(text)
    moment = decode(text, "datetime")
    if not isinstance(moment, datetime):
        raise ValueError(f"{by!r} is neither hs_object_id nor a date or datetime property")
    return round(moment.timestamp() * 1000)


def _shared(share: int) -> RateLimits:
    """Return the limits of one of several clients: a fifth is not used, since they are not in step.

    The headers of responses report the limits of all clients, so they are ignored.
    """
    buckets = dict[str, RateLimit]()
    for name, limit in RATE_LIMITS.buckets.items():
        requests = max(limit.requests // share, 1)
        buckets[name] = RateLimit(requests, limit.seconds * requests * share / limit.requests / 0.8)
    return RateLimits(buckets=buckets)
