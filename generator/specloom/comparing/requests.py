"""Compare the arguments and the body of a call."""

from __future__ import annotations

from collections.abc import Iterator

from specloom.comparing.changes import Change
from specloom.comparing.limits import compare_limits
from specloom.comparing.shapes import Relation, Renamed, relation, written
from specloom.comparing.surface import Argument, Call, Maybe, Shape

_KINDS = {
    Relation.WIDER: "wider",
    Relation.NARROWER: "narrower",
    Relation.OTHER: "type changed",
}


def compare_arguments(old: Call, new: Call, renamed: Renamed) -> Iterator[Change]:
    """Yield the changes of the arguments of a call."""
    pairs, added, removed = _paired(old, new)
    for before, after in pairs:
        yield from _argument(before, after, new, renamed)
    for each in added:
        kind = "required argument added" if each.required else "optional argument added"
        yield _change(kind, new, each.name)
    for each in removed:
        yield _change("argument removed", new, each.name)
    order = [b.name for b, a in pairs if b.positional and a.positional]
    names = {a.name: b.name for b, a in pairs}
    now = [names[each.name] for each in new.arguments if each.positional and each.name in names]
    if order != [each for each in now if each in order]:
        detail = f"{', '.join(order)} is {', '.join(now)} now"
        yield Change("arguments reordered", new.name, detail, new.version, new.location)


def _paired(
    old: Call, new: Call
) -> tuple[list[tuple[Argument, Argument]], list[Argument], list[Argument]]:
    """Pair the arguments by their wire names, then by their Python names."""
    path_old = [each for each in old.arguments if each.place == "path"]
    path_new = [each for each in new.arguments if each.place == "path"]
    pairs: list[tuple[Argument, Argument]] = []
    if len(path_old) == len(path_new):  # the server identifies them by their position
        in_path = {each.wire_name: each for each in path_new}
        if {each.wire_name for each in path_old} == set(in_path):
            pairs += [(each, in_path[each.wire_name]) for each in path_old]
        else:
            pairs += zip(path_old, path_new, strict=True)
    before = [each for each in old.arguments if all(each is not b for b, _ in pairs)]
    after = [each for each in new.arguments if all(each is not a for _, a in pairs)]
    for by_name in (False, True):
        for each in list(before):
            match = next((a for a in after if _is_same(each, a, by_name=by_name)), None)
            if match is not None:
                pairs.append((each, match))
                before.remove(each)
                after.remove(match)
    position = {id(each): index for index, each in enumerate(old.arguments)}
    pairs.sort(key=lambda pair: position[id(pair[0])])
    return pairs, after, before


def _is_same(old: Argument, new: Argument, *, by_name: bool) -> bool:
    if by_name:
        return old.name == new.name
    return (old.place, old.wire_name) == (new.place, new.wire_name)


def _argument(old: Argument, new: Argument, call: Call, renamed: Renamed) -> Iterator[Change]:
    name = old.name
    if old.name != new.name:
        yield _change("argument renamed", call, f"{name} is {new.name} now")
    if (old.place != new.place or old.wire_name != new.wire_name) and new.place != "path":
        detail = f"{name}: {old.place} {old.wire_name} is {new.place} {new.wire_name} now".rstrip()
        yield _change("argument moved", call, detail)
    if old.form and new.form and old.form != new.form:
        detail = f"{name}: {old.form} is {new.form} now"
        yield _change("argument serialized differently", call, detail)
    if old.required != new.required:
        kind = "argument now required" if new.required else "argument now optional"
        yield _change(kind, call, name)
    if old.positional != new.positional:
        yield _change(
            "argument by position" if new.positional else "argument by keyword", call, name
        )
    yield from _type("argument", old.type, new.type, call, f"{name}: ", renamed)
    for what, shown in compare_limits(old.limits, new.limits):
        yield _change(f"argument limit {what}", call, f"{name}: {shown}")
    if old.default != new.default:
        detail = f"{name}: {old.default or 'none'} is {new.default or 'none'} now"
        yield _change("argument default changed", call, detail)
    if new.deprecated and not old.deprecated:
        yield _change("argument deprecated", call, name)


def compare_body(old: Call, new: Call, renamed: Renamed) -> Iterator[Change]:
    """Yield the changes of the body of a call."""
    if not old.request and not new.request:
        return
    if not old.request:
        yield _change("required body added" if new.request_required else "optional body added", new)
        return
    if not new.request:
        yield _change("body removed", new)
        return
    if old.request_required != new.request_required:
        yield _change("body now required" if new.request_required else "body now optional", new)
    for media_type in new.request:
        if media_type not in old.request:
            yield _change("body media type added", new, media_type)
    for media_type, before in old.request.items():
        after = new.request.get(media_type)
        if after is None:
            yield _change("body media type removed", new, media_type)
        else:
            yield from _type("body", before, after, new, "", renamed)


def _type(
    what: str, old: Shape, new: Shape, call: Call, name: str, renamed: Renamed
) -> Iterator[Change]:
    found = relation(old, new, renamed)
    if found is not Relation.EQUAL:
        detail = f"{name}{written(old)} is {written(new)} now"
        yield _change(f"{what} {_KINDS[found]}", call, detail)


def may_be_null(old: Shape, new: Shape) -> bool:
    """Return whether a type allows null that did not allow it before."""
    return isinstance(new, Maybe) and not isinstance(old, Maybe)


def _change(kind: str, call: Call, detail: str = "") -> Change:
    return Change(kind, call.name, detail, call.version, call.location)
