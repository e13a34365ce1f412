"""Name the long enumerations that occur several times in a package."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from specloom.diagnostics import Location, format_pointer
from specloom.ir import Array, Literal, Map, Nullable, ObjectSchema, Type, Union
from specloom.naming.arguments import arguments
from specloom.naming.words import pascal_case
from specloom.published import ENUMERATION, PublishedModel
from specloom.python.layout.layout import Layout

LONGEST = 80  # characters of values
FEWEST_USES = 2


class _Use(Struct, frozen=True):
    """A use of an enumeration: the version, the owner, and the property or argument with its location."""

    version: str
    owner: str
    wire_name: str
    location: Location


class _Alias(Struct, frozen=True):
    """The alias of an enumeration: its version, its name, and its uses in this version."""

    version: str
    name: str
    uses: tuple[_Use, ...]


def named_literals(layout: Layout) -> dict[Literal, tuple[str, str]]:
    """Return the module and the name of each alias. The module is that of the oldest version that has it."""
    aliases = _aliases(layout)
    return {
        literal: (layout.literals(each.version), each.name) for literal, each in aliases.items()
    }


def recorded_literals(layout: Layout) -> Iterator[PublishedModel]:
    """Yield the entries of the record for aliases. Each is identified by its first use."""
    resources = _resources(layout)
    for each in _aliases(layout).values():
        resource, pointer = min(_place(use, resources) for use in each.uses)
        yield PublishedModel(pointer, each.name, each.version, resource, kind=ENUMERATION)


def _aliases(layout: Layout) -> dict[Literal, _Alias]:
    """Return the aliases of the long enumerations that occur several times.

    An alias that was published keeps its name. Another one has the name of most properties and arguments
    that have it. If that name is taken, the name of an owner precedes it.
    """
    uses: dict[Literal, list[_Use]] = {}
    for literal, use in _uses(layout):
        uses.setdefault(literal, []).append(use)
    order = layout.project.versions
    found: dict[Literal, tuple[_Use, ...]] = {}
    for literal, each in uses.items():
        if len(each) < FEWEST_USES or len(", ".join(map(repr, literal.values))) < LONGEST:
            continue
        version = min((use.version for use in each), key=order.index)
        found[literal] = tuple(use for use in each if use.version == version)
    published = _published(found, layout)
    taken = _taken(layout)
    for literal, name in published.items():
        taken.setdefault(found[literal][0].version, set()).add(name)
    aliases: dict[Literal, _Alias] = {}
    for literal, own in found.items():
        version = own[0].version
        here = taken.setdefault(version, set())
        name = published.get(literal) or _free(*_most_common(own), here)
        here.add(name)
        aliases[literal] = _Alias(version, name, own)
    return aliases


def _published(found: Mapping[Literal, Sequence[_Use]], layout: Layout) -> dict[Literal, str]:
    """Return the published names of enumerations, by a property or argument that had it."""
    known = {
        (each.version, each.resource, each.schema): each.name
        for each in layout.project.published.models
        if each.kind == ENUMERATION
    }
    resources = _resources(layout) if known else {}
    names: dict[Literal, str] = {}
    for literal, uses in found.items():
        keys = dict.fromkeys((use.version, *_place(use, resources)) for use in uses)
        name = next((known.pop(key) for key in keys if key in known), None)
        if name is not None:
            names[literal] = name
    return names


def _resources(layout: Layout) -> dict[str, str]:
    return {each.shown: each.resource for each in layout.project.sources}


def _place(use: _Use, resources: Mapping[str, str]) -> tuple[str, str]:
    """Return the resource and the JSON pointer of a use."""
    return resources.get(use.location.document, ""), format_pointer(use.location.pointer)


def _most_common(uses: Sequence[_Use]) -> tuple[str, str]:
    """Return the name of most uses, and the first owner that uses it."""
    counted = Counter(pascal_case([use.wire_name]) for use in uses)
    name = min(counted, key=lambda each: (-counted[each], each))
    return name, min(use.owner for use in uses if pascal_case([use.wire_name]) == name)


def _free(name: str, owner: str, taken: set[str]) -> str:
    if name in taken:
        name = f"{owner}{name}"
    number, free = 2, name
    while free in taken:
        free, number = f"{name}{number}", number + 1
    return free


def _taken(layout: Layout) -> dict[str, set[str]]:
    """Return the names in each version's module of models, including imported names."""
    taken: dict[str, set[str]] = {}
    for (version, _), name in layout.names.schemas.items():
        taken.setdefault(version, {"Literal", "Model", "TypeAlias"}).add(name)
    return taken


def _uses(layout: Layout) -> Iterator[tuple[Literal, _Use]]:
    schemas = layout.interned.api.schemas
    for version in layout.interned.api.versions:
        for key in layout.emitted[version.name]:
            schema = schemas[key]
            if isinstance(schema, ObjectSchema) and layout.interned.home[key] == version.name:
                for each in schema.properties:
                    for literal in _literals(each.type):
                        use = _Use(
                            version.name, layout.class_name(key), each.wire_name, each.location
                        )
                        yield literal, use
    for implementation in layout.interned.implementations:
        name = layout.names.implementations[implementation.id]
        for operation in implementation.operations:
            for argument in arguments(operation, layout.interned.api.schemas):
                for literal in _literals(argument.type):
                    # The sync and the async method have it, each in its signature.
                    use = _Use(implementation.version, name, argument.wire_name, argument.location)
                    yield literal, use
                    yield literal, use


def _literals(type_: Type) -> Iterator[Literal]:
    match type_:
        case Literal():
            yield type_
        case Array(inner) | Map(inner) | Nullable(inner):
            yield from _literals(inner)
        case Union(members):
            for each in members:
                yield from _literals(each)
        case _:
            return
