"""What came of the inputs of a batch: every one in exactly one group, in the order given."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from typing import Any, Generic, TypeVar

from msgspec import Struct

from ..errors import ApiError, one_line

Input = TypeVar("Input")
Result = TypeVar("Result")


class Succeeded(Struct, Generic[Input, Result], frozen=True):
    """An input that did its work, the place it was given at (from 0), and its result."""

    input: Input
    index: int
    result: Result


class Failed(Struct, Generic[Input], frozen=True):
    """An input that surely did nothing, and why."""

    input: Input
    index: int
    error: Exception


class Unsent(Struct, Generic[Input], frozen=True):
    """An input that was never sent, or turned away unread."""

    input: Input
    index: int


class Unknown(Struct, Generic[Input], frozen=True):
    """An input that was sent and that no answer tells of: it may have done its work or not.

    `correlation_id` is what it was sent with, where the API has such ids.
    """

    input: Input
    index: int
    error: Exception
    correlation_id: str | None = None


class Outcome(Struct, Generic[Input, Result]):
    """What came of a batch.

    Every input that was taken is in exactly one of the groups, each in the order given. `answers`
    are the decoded bodies where a single request was asked for. `unmatched` are results and errors
    that no input asked for. `skipped` counts inputs that an earlier run of the journal settled.
    `stopped_by` is the error that made it pointless to send the rest; inputs that were not taken
    from an iterator by then are in no group.
    """

    succeeded: list[Succeeded[Input, Result]] = []
    failed: list[Failed[Input]] = []
    unsent: list[Unsent[Input]] = []
    unknown: list[Unknown[Input]] = []
    answers: list[Any] = []
    unmatched: list[object] = []
    succeeded_count: int = 0
    skipped: int = 0
    exhausted: bool = False
    stopped_by: BaseException | None = None

    @property
    def results(self) -> list[Result]:
        """The results of the inputs that succeeded, in the order of the inputs."""
        return [each.result for each in self.succeeded]

    @property
    def complete(self) -> bool:
        """Whether all inputs were taken, and each succeeded or failed for certain."""
        return self.exhausted and not self.unsent and not self.unknown

    def raise_for_errors(self) -> None:
        """Raise BatchError unless every input was taken and succeeded."""
        if self.failed or not self.complete:
            raise BatchError(self)

    def sort(self) -> None:
        """Bring every group into the order of the inputs; done when a run ends."""
        groups: tuple[list[Any], ...] = self.succeeded, self.failed, self.unsent, self.unknown
        for group in groups:
            group.sort(key=attrgetter("index"))

    def __repr__(self) -> str:
        return f"Outcome({self.summary()})"

    def summary(self) -> str:
        """The counts, in a line."""
        skipped = f"{self.skipped} settled before, " if self.skipped else ""
        return (
            f"{skipped}{self.succeeded_count} succeeded, {len(self.failed)} failed, "
            f"{len(self.unsent)} unsent, {len(self.unknown)} unknown"
        )


class BatchError(ApiError):
    """A batch of which not every input succeeded. `outcome` says what came of each."""

    def __init__(self, outcome: Outcome[Any, Any]) -> None:
        super().__init__(outcome)
        self.outcome = outcome

    def __str__(self) -> str:
        told = [each.error for each in self.outcome.failed[:1]]
        told += [each.error for each in self.outcome.unknown[:1]]
        first = told[0] if told else self.outcome.stopped_by
        reason = "" if first is None else f"; first: {one_line(str(first))}"
        return f"{self.outcome.summary()}{reason}"


class BatchItemError(ApiError):
    """An error inside the answer to a batch, about one input or a few.

    `body` is the error as answered; `message`, `category` and `status` are what it says.
    """

    def __init__(
        self, message: str | None, *, category: str | None, status: int | None, body: object
    ) -> None:
        super().__init__(message)
        self.message = message
        self.category = category
        self.status = status
        self.body = body

    def __str__(self) -> str:
        category = f" (category {one_line(self.category, 100)})" if self.category else ""
        return f"{one_line(self.message or 'refused without a reason')}{category}"


class UnansweredError(ApiError):
    """An input that was sent and that nothing tells of: no answer came, or one without it."""


def outcome_of(error: BaseException) -> Outcome[Any, Any] | None:
    """What a batch had come to when this exception ended it; None where it ended none.

    For KeyboardInterrupt, cancellation and exceptions of the inputs' iterator, all of which leave a
    batch as they are.
    """
    for each in _chain(error):
        found = getattr(each, _ATTRIBUTE, None)
        if isinstance(found, Outcome):
            return found  # pyright: ignore[reportUnknownVariableType]
    return None


def attach(error: BaseException, outcome: Outcome[Any, Any]) -> None:
    """Let an exception that ends a batch carry the outcome, and say so where it is shown."""
    setattr(error, _ATTRIBUTE, outcome)
    error.add_note(f"The batch so far, which outcome_of(error) has: {outcome.summary()}")


_ATTRIBUTE = "batch_outcome"


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    found: BaseException | None = error
    while found is not None and id(found) not in seen:
        seen.add(id(found))
        yield found
        found = found.__cause__ or found.__context__
