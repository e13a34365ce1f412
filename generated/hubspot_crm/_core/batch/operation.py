"""Describe batch operations, and the options of a call of one."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from inspect import isawaitable
from typing import Any, Generic, TypeAlias, TypeVar, cast

from msgspec import UNSET, Struct, UnsetType

from ..codec.encoding import encode
from ..codec.pointers import resolve
from ..errors import ApiStatusError
from ..operation import Operation
from ..progress import Progress
from .outcome import BatchItemError, Failed, Outcome, Succeeded, Unknown, Unsent

Result_co = TypeVar("Result_co", covariant=True)


class Batching(Struct, frozen=True, kw_only=True):
    """How inputs are sent together, and how results and errors are matched to them.

    All pointers are JSON pointers in wire names.

    Attributes:
        inputs: The property of the request body that holds the inputs.
        limit: The most inputs in one request.
        limit_with: Lower limits, each for calls whose body has the named property.
        results: Pointer to the results in a response, or None if it has none.
        errors: Pointer to the errors in a response, or None if it has none.
        correlation_id: The property of inputs that holds an id which results repeat.
        match: Pairs of pointers, into an input and into a result, to values that are equal.
        match_by: The property of an input, or of the body, that names a property of the object at
            `match_in`. The value of that named property equals what the first pointer of `match`
            has in an input.
        match_in: Pointer to that object in a result.
        match_ask: The property of the body that lists the properties to return.
        match_also: Pointers, into a result, to former or other keys of the same object: a list, or
            a string in which `;` separates them.
        match_values: Pairs of pointers, into an input and into a result, to objects. A result whose
            object has all values of the object of an input may belong to that input.
        error_inputs: Pointers to the ids or keys of inputs in an error.
        empty_errors: Pairs of a pointer into an error, and values. An error with one of these
            values reports that there is nothing to return, which is no failure.
        empty_result: The result of an input that such an error names, as JSON, without its key.
        repeat: Categories of errors that had no effect, so that their inputs may be sent again.
    """

    inputs: str
    limit: int
    limit_with: tuple[tuple[str, int], ...] = ()
    results: str | None = None
    errors: str | None = None
    correlation_id: str | None = None
    match: tuple[tuple[str, str], ...] = ()
    match_by: str | None = None
    match_in: str = ""
    match_ask: str | None = None
    match_also: tuple[str, ...] = ()
    match_values: tuple[tuple[str, str], ...] = ()
    error_inputs: tuple[str, ...] = ()
    empty_errors: tuple[tuple[str, tuple[str, ...]], ...] = ()
    empty_result: str = "{}"
    repeat: tuple[str, ...] = ()


class BatchOperation(Operation[Any], Generic[Result_co], frozen=True, eq=False, kw_only=True):
    """An operation on many inputs, with at most one Result for each."""

    batching: Batching

    def is_success(self, status: int) -> bool:
        return 200 <= status < 300


Settled: TypeAlias = Succeeded[Any, Any] | Failed[Any] | Unsent[Any] | Unknown[Any]

# For each input its result, None if it certainly had no effect, UNSET if that is not known.
Found: TypeAlias = Sequence[object | UnsetType]
Find: TypeAlias = Callable[[Sequence[Any]], Found | Awaitable[Found]]


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchOptions:
    """Options of one call with many inputs.

    Attributes:
        concurrency: The most requests that are in progress at once.
        repeats: How often inputs that are safe to send again are sent again, in addition to the
            retries of each request.
        repeat_wait: Seconds to wait before that; doubled each time.
        split_refused: Whether a request that is rejected as a whole is sent again in smaller
            chunks, so that one invalid input does not fail the others.
        find: Looks up inputs that were sent without a response, such as `find_by(...)`. Inputs that
            it finds succeeded; inputs that it does not find are sent again. Without it, they end up
            as unknown if the operation is not safe to repeat.
        journal: The path of a file that records what was sent and what came back. A run with the
            same inputs and the same journal resumes where the last one ended.
        keep_succeeded: Whether the outcome lists the inputs that succeeded, or only counts them.
        on_settled: Called with every input when its result is known, one at a time, in any thread,
            whatever `keep_succeeded` is.
        progress: True for a progress bar in a terminal (extra `progress`) and log lines elsewhere.
        grace: The seconds to wait for requests in progress when a run is interrupted. It does not
            apply to a single request of a sync client, which is sent in the calling thread and
            which Ctrl-C ends at once.
        single: Whether to send exactly one request with the inputs as they are. Nothing is added,
            split or repeated, and the outcome has the decoded response in `answers`.

    Raises:
        ValueError: `concurrency` is below 1, another number is below 0, or `single` is combined
            with `journal` or `find`.
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
            raise ValueError(
                "concurrency must be at least 1; repeats and seconds must not be negative"
            )
        if self.single and (self.journal is not None or self.find is not None):
            raise ValueError("a single request is not repeated, so it has no journal and no find")


def find_by(read: Callable[[list[Mapping[str, object]]], Any], pointer: str) -> Find:
    """Return a function for `BatchOptions.find` that looks up inputs by a unique value.

        find_by(partial(client.contacts.batch.read, id_property="email"), "/properties/email")

    Args:
        read: Reads many objects by `{"id": value}`, such as a batch read that was given the name of
            the property.
        pointer: JSON pointer to the value in an input, in wire names.
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
    """Whether an error about one input reports that the object does not exist."""
    if not isinstance(error, BatchItemError):
        return False
    return error.status == 404 or "NOT_FOUND" in (error.category or "")


def is_conflict(error: Exception) -> bool:
    """Whether an error reports that the object exists already."""
    if not isinstance(error, (ApiStatusError, BatchItemError)):
        return False
    if error.status == 409 or "CONFLICT" in (error.category or ""):
        return True
    # Some APIs name the conflict only in the code of a detail.
    content = error.content if isinstance(error, ApiStatusError) else encode(error.body)
    return b"CONFLICT" in content
