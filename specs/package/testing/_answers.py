"""How answers are put together: batches of which some may fail, and pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from ._refusal import Refusal

TRACE = "objectWriteTraceId"


@dataclass(frozen=True, slots=True)
class Answer:
    """The body of a success; None for none. `partial`: some inputs of a batch failed."""

    body: Any = None
    partial: bool = False


def run_batch(
    inputs: Sequence[dict[str, Any]], prepare: Callable[[dict[str, Any]], Callable[[], Any]], now: str
) -> Answer:
    """Do what `prepare` returns for each input.

    What `prepare` refuses fails alone where every input has a trace id of its own; otherwise the
    whole batch fails, and nothing of it is done. An input whose record is not there fails alone.
    """
    traces = [each.get(TRACE) for each in inputs]
    apart = None not in traces and len(set(traces)) == len(traces)
    ready: list[Callable[[], Any]] = []
    errors: list[dict[str, Any]] = []
    absent: list[str] = []
    for each, trace in zip(inputs, traces, strict=True):
        try:
            ready.append(prepare(each))
        except Refusal as refusal:
            if apart:
                errors.append(refusal.error({TRACE: [str(trace)]}))
            elif refusal.status == 404 and "ids" in refusal.context:
                absent += refusal.context["ids"]
            elif refusal.status == 404:
                errors.append(refusal.error())
            else:
                raise
    if absent:
        message = "Could not get some objects, they may be deleted or not exist"
        errors.append(Refusal(404, "OBJECT_NOT_FOUND", message, context={"ids": absent}).error())
    results: list[Any] = []
    for write in ready:
        try:
            results.append(write())
        except Refusal as refusal:  # what was written before it stands in the way
            errors.append(refusal.error())
    return batch_answer(results, now, errors)


def batch_answer(
    results: Sequence[Any], now: str, errors: Sequence[dict[str, Any]] = ()
) -> Answer:
    """The answer to a batch."""
    body: dict[str, Any] = {
        "status": "COMPLETE",
        "results": results,
        "startedAt": now,
        "completedAt": now,
    }
    if errors:
        body |= {"numErrors": len(errors), "errors": errors}
    return Answer(body, partial=bool(errors))


def page(results: Sequence[Any], after: str | None, **members: Any) -> Answer:
    """One page of a list, and the cursor of the next one."""
    body: dict[str, Any] = {**members, "results": results}
    if after is not None:
        body["paging"] = {"next": {"after": after, "link": f"?after={after}"}}
    return Answer(body)
