"""Compare models and their properties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from specloom.comparing.changes import Change
from specloom.comparing.limits import compare_limits
from specloom.comparing.requests import may_be_null
from specloom.comparing.shapes import Relation, Renamed, relation, written
from specloom.comparing.surface import (
    Field,
    ListOf,
    MapOf,
    Maybe,
    Model,
    Named,
    OneOf,
    Shape,
    Surface,
    Values,
)

ModelKey = tuple[str, str]
"""A model by its version and its name."""


def renamed_models(old: Iterable[Model], new: Iterable[Model]) -> Mapping[ModelKey, str]:
    """Return the removed models, by the names of new ones that have the same properties."""
    olds = {(each.version, each.name): each for each in old}
    news = {(each.version, each.name): each for each in new}
    added = [each for key, each in news.items() if key not in olds]
    found: dict[ModelKey, str] = {}
    for key, each in olds.items():
        if key in news:
            continue
        matching = [other for other in added if _looks_like(each, other)]
        if len(matching) == 1 and matching[0].name not in found.values():
            found[key] = matching[0].name
    return found


def _looks_like(old: Model, new: Model) -> bool:
    if old.version != new.version or (old.type is None) != (new.type is None):
        return False
    if old.type is not None:
        return isinstance(old.type, Values) and old.type == new.type
    names = [[(each.wire_name, each.required) for each in model.fields] for model in (old, new)]
    return bool(old.fields) and sorted(names[0]) == sorted(names[1])


def renames_of(old: Surface, new: Surface) -> Mapping[str, Renamed]:
    """Return, for each version, the renamed models, and the models that are aliases of types."""
    names = renamed_models(old.models, new.models)
    return {
        version: Renamed(
            {before: after for (each, before), after in names.items() if each == version},
            _types(old.models, version),
            _types(new.models, version),
        )
        for version in {*old.versions, *new.versions}
    }


def _types(models: Iterable[Model], version: str) -> dict[str, Shape]:
    """Return the types of models that are aliases, except aliases of themselves."""
    types = {
        each.name: each.type for each in models if each.version == version and each.type is not None
    }
    return {name: each for name, each in types.items() if not _is_cyclic(name, types)}


def _is_cyclic(name: str, types: Mapping[str, Shape]) -> bool:
    waiting, seen = [types[name]], {name}
    while waiting:
        match waiting.pop():
            case Named(other):
                if other == name:
                    return True
                if other in types and other not in seen:
                    seen.add(other)
                    waiting.append(types[other])
            case ListOf(inner) | MapOf(inner) | Maybe(inner):
                waiting.append(inner)
            case OneOf(members):
                waiting += members
            case _:
                pass
    return False


def compare_models(old: Surface, new: Surface, renames: Mapping[str, Renamed]) -> Iterator[Change]:
    """Yield the changes of the models of two versions of an API."""
    olds = {(each.version, each.name): each for each in old.models}
    news = {(each.version, each.name): each for each in new.models}
    taken = {(version, name) for version, each in renames.items() for name in each.names.values()}
    for key, before in olds.items():
        renamed = renames.get(key[0], Renamed())
        name = renamed.names.get(key[1])
        after = news.get(key if name is None else (key[0], name))
        if after is None:
            if key[0] in new.versions:
                yield _change("model removed", before)
            continue
        if name is not None:
            yield _change("model renamed", before, f"it is {name} now")
        yield from _model(before, after, renamed)
    for key, after in news.items():
        if key not in olds and key not in taken and key[0] in old.versions:
            yield _change("model added", after)


def _model(old: Model, new: Model, renamed: Renamed) -> Iterator[Change]:
    if (old.type is None) != (new.type is None):
        yield _change("model kind changed", new)
        return
    if old.type is not None and new.type is not None:
        yield from _values(old, new, renamed)
        return
    fields = {each.wire_name: each for each in new.fields}
    before = {each.wire_name for each in old.fields}
    for each in old.fields:
        now = fields.get(each.wire_name)
        if now is not None:
            yield from _field(each, now, old, new, renamed)
            continue
        if (old.is_answered and not each.write_only) or not old.is_sent:
            yield _change("property removed from responses", new, each.name)
        else:
            yield _change("property removed from requests", new, each.name)
    for each in new.fields:
        if each.wire_name not in before:
            is_needed = each.required and new.is_sent and not each.read_only
            kind = "required property added to requests" if is_needed else "property added"
            yield _change(kind, new, each.name)
    if old.additional != new.additional and (
        old.additional is None
        or new.additional is None
        or relation(old.additional, new.additional, renamed) is not Relation.EQUAL
    ):
        yield _change("further properties changed", new)


def _values(old: Model, new: Model, renamed: Renamed) -> Iterator[Change]:
    """Yield the changes of an enumeration or an alias."""
    assert old.type is not None
    assert new.type is not None
    if isinstance(old.type, Values) and isinstance(new.type, Values):
        where = "requests" if old.is_sent else "responses"
        before, after = old.type.values, new.type.values
        for value in after:
            if value not in before:
                place = "responses" if new.is_answered else "requests"
                yield _change(f"value added to {place}", new, repr(value))
        for value in before:
            if value not in after:
                yield _change(f"value removed from {where}", new, repr(value))
        return
    yield from _type(
        old, new, Field("", "", old.type, True), Field("", "", new.type, True), renamed
    )


def _field(
    old: Field, new: Field, before: Model, after: Model, renamed: Renamed
) -> Iterator[Change]:
    name = old.name
    is_sent = before.is_sent and not new.read_only
    is_answered = before.is_answered and not new.write_only
    if old.name != new.name:
        yield _change("property renamed", after, f"{name} is {new.name} now")
    if old.required != new.required:
        word = "required" if new.required else "optional"
        if is_answered or not is_sent:
            yield _change(f"property now {word} in responses", after, name)
        if is_sent:
            yield _change(f"property now {word} in requests", after, name)
    yield from _type(before, after, old, new, renamed)
    limited = (old.read_only, old.write_only), (new.read_only, new.write_only)
    if limited[0] != limited[1]:
        kind = "property read-only" if any(limited[1]) else "property no longer read-only"
        yield _change(kind, after, name)
    for what, shown in compare_limits(old.limits, new.limits) if is_sent else ():
        yield _change(f"property limit {what}", after, f"{name}: {shown}")
    if new.deprecated and not old.deprecated:
        yield _change("property deprecated", after, name)


def _type(
    before: Model, after: Model, old: Field, new: Field, renamed: Renamed
) -> Iterator[Change]:
    found = relation(old.type, new.type, renamed)
    if found is Relation.EQUAL:
        return
    is_sent = before.is_sent and not new.read_only
    is_answered = (before.is_answered and not new.write_only) or not is_sent
    name = f"{old.name}: " if old.name else ""
    detail = f"{name}{written(old.type)} is {written(new.type)} now"
    if found is Relation.OTHER:
        yield _change("property type changed", after, detail)
        return
    word = found.value
    if is_sent:
        yield _change(f"property {word} in requests", after, detail)
    if is_answered and may_be_null(old.type, new.type):
        yield _change("property may be null in responses", after, detail)
    elif is_answered:
        yield _change(f"property {word} in responses", after, detail)


def _change(kind: str, model: Model, detail: str = "") -> Change:
    return Change(kind, model.name, detail, model.version, model.location)
