"""What a caller may say about a batch, and how inputs of unknown fate are found again."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from inspect import isawaitable
from typing import Any, TypeAlias, cast

from msgspec import UNSET, UnsetType

from ..codec.pointers import resolve
from ..errors import ApiStatusError
from ..progress import Progress
from .outcome import BatchItemError, Failed, Outcome, Succeeded, Unknown, Unsent

Settled: TypeAlias = Succeeded[Any, Any] | Failed[Any] | Unsent[Any] | Unknown[Any]

# For each input its result, None where it surely did nothing, UNSET where that cannot be told.
Found: TypeAlias = Sequence[object | UnsetType]
Find: TypeAlias = Callable[[Sequence[Any]], Found | Awaitable[Found]]


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchOptions:
    """Options of one call with many inputs.

    `concurrency`: how many requests are on their way at once, at most. `repeats`: how often inputs
    that are safe to send again are, after `repeat_wait` seconds, twice as many each time; besides
    the retries of each request. `split_refused`: whether a request that is refused as a whole is
    sent again in parts, so that one bad input does not fail the others. `find`: finds inputs again
    that were sent and not answered, such as `find_by(...)`. Those it finds succeeded, those it does
    not find are sent again. Without it they end up as unknown where the operation is not safe to
    repeat. `journal`: a file that keeps what was sent and answered. A run with the same inputs and
    the same journal goes on where the last one ended. `keep_succeeded`: whether the outcome lists
    the inputs that succeeded, or only counts them; `on_settled` is told of every input either way,
    one at a time, in some thread. `progress`: True for a bar in a terminal (extra `progress`) and
    lines in the log elsewhere. `grace`: how many seconds requests on their way are waited for when
    a run is interrupted; not one that goes alone, which a sync client sends in the calling thread,
    where Ctrl-C ends it at once. `single`: exactly one request with the inputs as they are; nothing
    is added, split or repeated. The outcome has its decoded answer in `answers`.

    Raises ValueError for numbers that mean nothing.
    """

    concurrency: int = 4
    repeats: int = 2
    repeat_wait: float = 2.0
    split_refused: bool = True
    find: Find | None = None
    journal: str | os.PathLike[str] | None = None
    keep_succeeded: bool = True
    on_settled: Callable[[Settled], None] | None = None
    progress: bool | Progress = False
    grace: float = 5.0
    single: bool = False

    def __post_init__(self) -> None:
        if self.concurrency < 1 or min(self.repeats, self.repeat_wait, self.grace) < 0:
            raise ValueError("concurrency is at least 1; repeats and seconds are not below 0")
        if self.single and (self.journal is not None or self.find is not None):
            raise ValueError("a single request is not repeated: it takes no journal and no find")


def find_by(read: Callable[[list[Mapping[str, object]]], Any], pointer: str) -> Find:
    """Find inputs again by a unique value.

    `pointer` leads to it in an input, in wire names; `read` reads many by `{"id": value}`, as
    a batch read does that was given the name of the property:

        find_by(partial(client.contacts.batch.read, id_property="email"), "/properties/email")
    """

    def find(inputs: Sequence[Any]) -> Found | Awaitable[Found]:
        values = [resolve(each, pointer) for each in inputs]
        known = [number for number, value in enumerate(values) if isinstance(value, str) and value]
        outcome = read([{"id": values[number]} for number in known])
        if isawaitable(outcome):
            return _later(cast("Awaitable[Outcome[Any, Any]]", outcome), known, len(inputs))
        return _found(outcome, known, len(inputs))

    return find


async def _later(outcome: Awaitable[Outcome[Any, Any]], known: list[int], count: int) -> Found:
    return _found(await outcome, known, count)


def _found(outcome: Outcome[Any, Any], known: list[int], count: int) -> Found:
    found: list[object] = [UNSET] * count
    for each in outcome.succeeded:
        found[known[each.index]] = each.result
    for failed in outcome.failed:
        if is_absent(failed.error):
            found[known[failed.index]] = None
    return found


def is_absent(error: Exception) -> bool:
    """Whether an error about one input says that there is no such thing."""
    if not isinstance(error, BatchItemError):
        return False
    return error.status == 404 or "NOT_FOUND" in (error.category or "")


def is_conflict(error: Exception) -> bool:
    """Whether an error says that there is such a thing already."""
    if not isinstance(error, (ApiStatusError, BatchItemError)):
        return False
    return error.status == 409 or "CONFLICT" in (error.category or "")
