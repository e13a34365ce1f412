"""Build the request of a call from its arguments and the configuration of the client."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from operator import ge, gt, le, lt
from typing import Generic, TypeVar, cast

from msgspec import UNSET, Struct, UnsetType

from ..auth.security import Placement
from ..body.body import Body
from ..codec.urls import Pairs, Parameter, Place, expand, header_value, pairs
from ..errors import InputError
from ..operation import Bounds, Operation
from ..options import Configuration, HeaderFields, RequestOptions, set_headers
from ..transport import AsyncTransport, Request, Timeout, Transport

T = TypeVar("T")


class Arguments(Struct, frozen=True):
    """The arguments of one call by wire name and location; UNSET values are not sent."""

    root: str
    path: Mapping[str, object] = {}
    query: Mapping[str, object] = {}
    headers: Mapping[str, object] = {}
    body: object = UNSET


class Call(Struct, Generic[T], frozen=True, eq=False):
    """One call of a client. `open` returns the transport of the client."""

    configuration: Configuration
    open: Callable[[], Transport | AsyncTransport]
    is_async: bool
    operation: Operation[T]
    arguments: Arguments
    options: RequestOptions


def build_request(
    configuration: Configuration,
    operation: Operation[object],
    arguments: Arguments,
    options: RequestOptions,
    placements: Sequence[Placement] = (),
    body: Body | None = None,
) -> Request:
    """Return the request of one call.

    Raises:
        ValueError: A value cannot be sent in its location. The message names the parameter.
    """
    path = _joined_path(
        arguments.root, expand(operation.path, arguments.path, operation.parameters)
    )
    query = _pairs(operation, "query", arguments.query)
    base_url = configuration.base_url
    path, _, fixed = path.partition("?")
    url = shown_url = base_url + path + _query_text(fixed, query)
    timeout = options.timeout
    return Request(
        method=operation.method,
        url=url,
        shown_url=shown_url,
        headers=_headers(configuration, operation, arguments, options, placements, body),
        content=None if body is None else body.content,
        timeout=configuration.timeout if isinstance(timeout, UnsetType) else Timeout.of(timeout),
    )


def check_bounds(operation: Operation[object], arguments: Arguments) -> None:
    """Raise InputError if an argument is outside the limits of the API."""
    if not operation.bounds:
        return
    body: Mapping[str, object] = {}
    given: object = arguments.body
    if isinstance(given, Mapping):
        body = cast(Mapping[str, object], given)
    for name, bounds in operation.bounds.items():
        for values in (arguments.query, arguments.headers, body):
            size, unit = _size(values.get(name))
            if size is None:
                continue
            for limit, is_beyond, words in _limits(bounds):
                if limit is not None and is_beyond(size, limit):
                    message = f"{name} is {size:g}{unit}; the API accepts {words} {limit:g}"
                    raise InputError(message, parameter=name, limit=limit)


def _limits(bounds: Bounds) -> Iterator[tuple[float | None, Callable[[float, float], bool], str]]:
    yield bounds.minimum, lt, "at least"
    yield bounds.maximum, gt, "at most"
    yield bounds.exclusive_minimum, le, "more than"
    yield bounds.exclusive_maximum, ge, "less than"


def _size(value: object) -> tuple[float | None, str]:
    """Return what the limits of a value are about, and its unit."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return value, ""
    if isinstance(value, str):
        return len(value), " characters"
    if isinstance(value, (list, tuple, Set)):
        return len(cast("list[object]", value)), " items"
    return None, ""


def _joined_path(root: str, path: str) -> str:
    """Return the root and the path with one slash before each; a final slash is significant."""
    above = root.strip("/")
    below = path if path.startswith("/") or not path else f"/{path}"
    return f"/{above}{below}" if above else below


def _pairs(operation: Operation[object], place: Place, values: Mapping[str, object]) -> Pairs:
    """Return the pairs of all parameters of one location, in the order declared."""
    found: Pairs = []
    for parameter, value in _given(operation, place, values):
        found += pairs(parameter, value)
    return found


def _given(
    operation: Operation[object], place: Place, values: Mapping[str, object]
) -> Sequence[tuple[Parameter, object]]:
    if not values:
        return ()
    declared = [p for p in operation.parameters if p.place == place and p.name in values]
    if len(declared) != len(values):
        undeclared = sorted(values.keys() - {parameter.name for parameter in declared})
        raise TypeError(f"unknown {place} parameters of this operation: {', '.join(undeclared)}")
    return [(p, values[p.name]) for p in declared if values[p.name] is not UNSET]


def _query_text(fixed: str, query: Pairs) -> str:
    """Return the query string: that of the path and the pairs, which replace equal names in it."""
    names = {name for name, _ in query} if fixed else ()
    texts = [each for each in fixed.split("&") if each and each.partition("=")[0] not in names]
    texts += [f"{name}={value}" for name, value in query]
    return "?" + "&".join(texts) if texts else ""


def _headers(
    configuration: Configuration,
    operation: Operation[object],
    arguments: Arguments,
    options: RequestOptions,
    placements: Sequence[Placement],
    body: Body | None,
) -> tuple[tuple[str, str], ...]:
    """Return the header fields to send.

    A later field replaces an earlier one of the same name. The order is: content type, credentials,
    fields of the client, parameters, cookies, fields of the call.
    """
    fields: HeaderFields = {}
    if body is not None:
        set_headers(fields, {"Content-Type": body.media_type})
    set_headers(fields, {p.name: p.value for p in placements if p.place == "header"})
    fields.update(configuration.headers)
    set_headers(fields, {"Accept": operation.accept} if operation.accept else {})
    for parameter, value in _given(operation, "header", arguments.headers):
        text = header_value(parameter, value)
        is_sent = text or isinstance(value, (str, bytes))  # unlike null, and an empty array
        set_headers(fields, {parameter.name: text} if is_sent else {})
    set_headers(fields, options.headers or {})
    return tuple(fields.values())
