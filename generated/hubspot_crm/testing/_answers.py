"""Build responses: pages, batches in which some inputs may fail, and errors."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]
Write = Callable[[], Any]
TRACE = "objectWriteTraceId"


class Refusal(Exception):
    """An error response. `members` are added to its body."""

    def __init__(
        self,
        status: int,
        category: str,
        message: str,
        context: Mapping[str, Sequence[str]] | None = None,
        *,
        headers: Mapping[str, str] | None = None,
        members: Json | None = None,
    ) -> None:
        super().__init__(message)
        self.status, self.headers = status, dict(headers or {})
        self.context = dict(context or {})
        usual = {"status": "error", "category": category, "message": message}
        self.body: Json = {**usual, "context": self.context, **(members or {})}


def invalid(message: str, code: str = "INVALID", **context: str) -> Refusal:
    """400, VALIDATION_ERROR."""
    named = {name: [value] for name, value in context.items()}
    members = {"errors": [{"message": message, "code": code, "context": named}]}
    return Refusal(400, "VALIDATION_ERROR", message, named, members=members)


def missing(what: str, id_: str) -> Refusal:
    """404, OBJECT_NOT_FOUND."""
    return Refusal(404, "OBJECT_NOT_FOUND", f"{what} {id_} does not exist", {"ids": [id_]})


@dataclass(frozen=True, slots=True)
class Answer:
    """The body of a success, or None. `partial`: some inputs of a batch failed."""

    body: Any = None
    partial: bool = False


def page(results: Sequence[Any], after: str | None = None, **members: Any) -> Answer:
    """Return one page of a list, and the cursor of the next one."""
    following = {"paging": {"next": {"after": after, "link": f"?after={after}"}}} if after else {}
    return Answer({**members, "results": results, **following})


def batch(inputs: Sequence[Json], prepare: Callable[[Json], Write], now: str) -> Answer:
    """Do what `prepare` returns for each input.

    An input that is refused fails alone if every input has a unique trace id; otherwise the whole batch
    fails, and nothing is done. An input whose record does not exist always fails alone.
    """
    traces = [each.get(TRACE) for each in inputs]
    apart = None not in traces and len(set(traces)) == len(traces)
    ready: list[Write] = []
    errors: list[Json] = []
    absent: list[str] = []
    for each, trace in zip(inputs, traces, strict=True):
        try:
            ready.append(prepare(each))
        except Refusal as refusal:
            if not apart and refusal.status != 404:
                raise
            if apart:
                errors.append({**refusal.body, "context": {**refusal.context, TRACE: [trace]}})
            elif "ids" in refusal.context:
                absent += refusal.context["ids"]
            else:
                errors.append(refusal.body)
    if absent:  # all in one error
        message = "Could not get some objects, they may be deleted or not exist"
        errors.append(Refusal(404, "OBJECT_NOT_FOUND", message, {"ids": absent}).body)
    return batch_answer(_done(ready, errors), now, errors)


def _done(ready: Iterable[Write], errors: list[Json]) -> list[Any]:
    results: list[Any] = []
    for write in ready:
        try:
            results.append(write())
        except Refusal as refusal:  # the records before it were already written
            errors.append(refusal.body)
    return results


def batch_answer(results: list[Any], now: str, errors: Sequence[Json] = ()) -> Answer:
    """Return the response to a batch."""
    body: Json = {"status": "COMPLETE", "results": results, "startedAt": now, "completedAt": now}
    failed = {"numErrors": len(errors), "errors": errors} if errors else {}
    return Answer({**body, **failed}, partial=bool(errors))
