"""Operations that take many inputs at once."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from msgspec import Struct

from ..operation import Operation

Result_co = TypeVar("Result_co", covariant=True)


class Batching(Struct, frozen=True, kw_only=True):
    """How many inputs go at once, and how what is answered is tied to them.

    `inputs` is the member of the body that holds them; `limit_with` has lower limits for calls that
    give some other member. Answers hold their results and errors at `results` and `errors`, JSON
    pointers in wire names; None is nowhere.

    `correlation_id` is a member of inputs that results name again. `match` has pairs of pointers,
    into an input and into a result, that hold the same. Where the member `match_by` of an input, or
    of the body, names a member of what is at `match_in`, that member is what an input's first
    pointer holds; `match_ask` is the member of the body that lists what to answer with.
    `error_inputs` are pointers to where an error names inputs by either. Errors of the
    categories `repeat` did nothing, and their inputs may be sent again.
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
    error_inputs: tuple[str, ...] = ()
    repeat: tuple[str, ...] = ()


class BatchOperation(Operation[Any], Generic[Result_co], frozen=True, eq=False, kw_only=True):
    """An operation on many inputs at once, with at most one Result for each."""

    batching: Batching

    def is_success(self, status: int) -> bool:
        return 200 <= status < 300
