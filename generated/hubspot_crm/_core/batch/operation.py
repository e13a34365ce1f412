"""Describe operations that take many inputs in one request."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from msgspec import Struct

from ..operation import Operation

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
