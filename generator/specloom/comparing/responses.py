"""Compare the results and errors of a call."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from specloom.comparing.changes import Change
from specloom.comparing.requests import may_be_null
from specloom.comparing.shapes import Relation, Renamed, relation, written
from specloom.comparing.surface import Call, Shape

_KINDS = {
    Relation.WIDER: "result wider",
    Relation.NARROWER: "result narrower",
    Relation.OTHER: "result type changed",
}


def compare_responses(old: Call, new: Call, renamed: Renamed) -> Iterator[Change]:
    """Yield the changes of the responses of a call."""
    before, after = _successes(old), _successes(new)
    if len(before) == len(after) == 1 and before.keys() != after.keys():
        # The only success has another status; the results are compared nevertheless.
        (status_old,), (status_new,) = before, after
        yield _change("success removed", new, f"{status_old} is {status_new} now")
        yield from _results(before[status_old], after[status_new], new, renamed)
    else:
        for status in after:
            if status not in before:
                yield _change("success added", new, status)
        for status, content in before.items():
            if status in after:
                yield from _results(content, after[status], new, renamed)
            else:
                yield _change("success removed", new, status)
    yield from _errors(old, new, renamed)


def _successes(call: Call) -> dict[str, Mapping[str, Shape]]:
    return {key: each for key, each in call.responses.items() if key[:1] in "23"}


def _results(
    old: Mapping[str, Shape], new: Mapping[str, Shape], call: Call, renamed: Renamed
) -> Iterator[Change]:
    if not old and not new:
        return
    if not old or not new:
        shown = [written(next(iter(each.values()))) if each else "nothing" for each in (old, new)]
        yield _change("result type changed", call, f"{shown[0]} is {shown[1]} now")
        return
    for media_type in new:
        if media_type not in old:
            yield _change("result media type added", call, media_type)
    for media_type, before in old.items():
        after = new.get(media_type)
        if after is None:
            yield _change("result media type removed", call, media_type)
            continue
        detail = f"{written(before)} is {written(after)} now"
        found = relation(before, after, renamed)
        if found is Relation.EQUAL:
            continue
        kind = _KINDS[found]
        if found is Relation.WIDER and may_be_null(before, after):
            kind = "result may be null"
        yield _change(kind, call, detail)


def _errors(old: Call, new: Call, renamed: Renamed) -> Iterator[Change]:
    before = {key: each for key, each in old.responses.items() if key[:1] not in "123"}
    after = {key: each for key, each in new.responses.items() if key[:1] not in "123"}
    for status in after:
        if status not in before:
            yield _change("error added", new, status)
    for status, content in before.items():
        if status not in after:
            yield _change("error removed", new, status)
            continue
        for media_type, shape in content.items():
            now = after[status].get(media_type)
            if now is None or relation(shape, now, renamed) is not Relation.EQUAL:
                shown = "nothing" if now is None else written(now)
                yield _change(
                    "error type changed", new, f"{status}: {written(shape)} is {shown} now"
                )


def _change(kind: str, call: Call, detail: str = "") -> Change:
    return Change(kind, call.name, detail, call.version, call.location)
