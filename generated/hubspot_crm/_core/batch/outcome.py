"""The inputs of a batch while it runs, and its outcome.

In the outcome, each input is in exactly one group, in the order of the inputs.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from typing import Any, Generic, Literal, TypeAlias, TypeVar, cast

from msgspec import UNSET, Struct

from ..codec.error_fields import ErrorFields
from ..codec.pointers import resolve
from ..errors import ApiConnectionError, ApiError, ApiStatusError, DecodingError, one_line

Input = TypeVar("Input")
Result = TypeVar("Result")


class Item(Struct, eq=False, gc=False):
    """One input of a batch.

    Attributes:
        given: The input as the caller passed it.
        index: Its position among all inputs, from 0.
        sent: The input as it is sent, with a correlation id if the API has them.
        correlation_id: The correlation id that it is sent with, or None.
        digest: A hash of the input, if there is a journal; otherwise 0.
        was_sent: Whether the server may have processed it. The ledger sets this.
    """

    given: Any
    index: int
    sent: object
    correlation_id: str | None = None
    digest: int = 0
    was_sent: bool = False


def text_of(value: object) -> str | None:
    """Return an identifier, which may be a string or an integer, as a string; otherwise None."""
    if type(value) is str:
        return value
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        return None
    return str(value)


def texts(value: object) -> list[str]:
    """Return an identifier, or those of a list, as strings."""
    elements = cast("list[object]", value) if isinstance(value, list) else [value]
    return [text for each in elements if (text := text_of(each)) is not None]


MatchedBy: TypeAlias = Literal["key", "alias", "values", "order", "rest"]


class Succeeded(Struct, Generic[Input, Result], frozen=True):
    """An input that succeeded.

    Attributes:
        input: The input.
        index: Its position among the inputs, from 0.
        result: Its result.
        matched_by: How the result was matched to the input: "key", an id or value that both have;
            "alias", a former or other key of the object; "values", which are all in the result;
            "order", which is used if a response without errors has one result for each input; or
            "rest", if one input and one result were left.
    """

    input: Input
    index: int
    result: Result
    matched_by: MatchedBy = "key"


class Failed(Struct, Generic[Input], frozen=True):
    """An input that certainly had no effect, and the error.

    If the client could not send the input, the error is a BatchItemError whose cause has the reason.
    """

    input: Input
    index: int
    error: ApiStatusError | BatchItemError


class Unsent(Struct, Generic[Input], frozen=True):
    """An input that was never sent, or that the server did not process."""

    input: Input
    index: int


class Unknown(Struct, Generic[Input], frozen=True):
    """An input that was sent and that no response reports on. It may have taken effect or not.

    `correlation_id` is the id that it was sent with, if the API has such ids.
    """

    input: Input
    index: int
    error: UnknownReason
    correlation_id: str | None = None


class Outcome(Struct, Generic[Input, Result]):
    """The outcome of a batch.

    Each input that was taken is in exactly one of the groups `succeeded`, `failed`, `unsent` and
    `unknown`, in the order of the inputs.

    Attributes:
        succeeded: The inputs that succeeded; empty if the options do not keep them.
        failed: The inputs that certainly had no effect.
        unsent: The inputs that were not sent.
        unknown: The inputs that were sent without a known result.
        answers: The decoded response, if a single request was requested.
        unmatched: Results and errors that match no input.
        succeeded_count: The number of inputs that succeeded.
        skipped: The number of inputs that succeeded in an earlier run with the same journal. They
            are in no group.
        exhausted: Whether all inputs were taken. Inputs that were not taken from an iterator are in
            no group.
        stopped_by: The error that made it pointless to send the rest, or None.
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
        """Whether all inputs were taken, and none of them is unsent or unknown."""
        return self.exhausted and not self.unsent and not self.unknown

    def raise_for_errors(self) -> None:
        """Check that every input was taken and succeeded.

        Raises:
            BatchError: Not every input was taken and succeeded.
        """
        if self.failed or not self.complete:
            raise BatchError(self)

    def sort(self) -> None:
        """Sort every group in the order of the inputs, as done when a run ends."""
        groups: tuple[list[Any], ...] = self.succeeded, self.failed, self.unsent, self.unknown
        for group in groups:
            group.sort(key=attrgetter("index"))

    def __repr__(self) -> str:
        return f"Outcome({self.summary()})"

    def summary(self) -> str:
        """Return the number of inputs in each group, in one line."""
        skipped = f"{self.skipped} done before, " if self.skipped else ""
        return (
            f"{skipped}{self.succeeded_count} succeeded, {len(self.failed)} failed, "
            f"{len(self.unsent)} unsent, {len(self.unknown)} unknown"
        )


class BatchError(ApiError):
    """A batch in which not every input succeeded. `outcome` has the result of each."""

    def __init__(self, outcome: Outcome[Any, Any]) -> None:
        super().__init__(outcome)
        self.outcome = outcome

    def __str__(self) -> str:
        errors: list[ApiError] = [each.error for each in self.outcome.failed[:1]]
        errors += [each.error for each in self.outcome.unknown[:1]]
        first = errors[0] if errors else self.outcome.stopped_by
        reason = "" if first is None else f"; first: {one_line(str(first))}"
        return f"{self.outcome.summary()}{reason}"


class BatchItemError(ApiError):
    """An error in a batch response, about one input or several.

    `body` is the error as received; `message`, `category`, `status` and `existing_id`, the id of an
    object that exists already, are read from it, and are None if it does not have them.
    """

    def __init__(
        self,
        message: str | None,
        *,
        category: str | None = None,
        status: int | None = None,
        body: object = None,
        existing_id: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.category = category
        self.status = status
        self.body = body
        self.existing_id = existing_id

    def __str__(self) -> str:
        category = f" (category {one_line(self.category, 100)})" if self.category else ""
        return f"{one_line(self.message or 'refused without a reason')}{category}"


class UnansweredError(ApiError):
    """An input that was sent without a response, or whose response does not report on it.

    If `find` failed, its exception is the cause.
    """


UnknownReason: TypeAlias = ApiStatusError | ApiConnectionError | DecodingError | UnansweredError


def outcome_of(error: BaseException) -> Outcome[Any, Any] | None:
    """Return the outcome of the batch that this exception ended, or None if it ended none.

    Use it for KeyboardInterrupt, cancellation and exceptions of the iterator of inputs, which a
    batch raises unchanged.
    """
    for each in _chain(error):
        found = getattr(each, _ATTRIBUTE, None)
        if isinstance(found, Outcome):
            return found  # pyright: ignore[reportUnknownVariableType]
    return None


def attach(error: BaseException, outcome: Outcome[Any, Any]) -> None:
    """Attach the outcome to an exception that ends a batch, with a note for its traceback."""
    setattr(error, _ATTRIBUTE, outcome)
    error.add_note(f"The results so far, which outcome_of(error) returns: {outcome.summary()}")


_ATTRIBUTE = "batch_outcome"


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    found: BaseException | None = error
    while found is not None and id(found) not in seen:
        seen.add(id(found))
        yield found
        found = found.__cause__ or found.__context__


def item_error(body: object, fields: ErrorFields) -> BatchItemError:
    """Return an error in a response body as an exception."""
    status = text_of(resolve(body, "/status"))
    message = text_of(_at(body, fields.message))
    return BatchItemError(
        message,
        category=text_of(_at(body, fields.category)),
        status=int(status) if status and status.isascii() and status.isdigit() else None,
        body=body,
        existing_id=fields.id_in(message),
    )


def _at(body: object, place: str | None) -> object:
    return UNSET if place is None else resolve(body, "/" + place.removeprefix("/"))
