"""Name the long enumerations that occur several times in a package."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from specloom.ir import Array, Literal, Map, Nullable, ObjectSchema, Type, Union
from specloom.naming.arguments import arguments
from specloom.naming.words import pascal_case
from specloom.python.layout.layout import Layout

LONGEST = 80  # characters of values
FEWEST_USES = 2


class _Use(Struct, frozen=True):
    """A use of an enumeration: the version, the owner, and the wire name of the property or argument."""

    version: str
    owner: str
    wire_name: str


def named_literals(layout: Layout) -> dict[Literal, tuple[str, str]]:
    """Return the module and the name of each alias.

    The module is that of the oldest version that has the enumeration. The alias is named after the
    property or argument. If that name is taken, the name of the owner precedes it.
    """
    uses: dict[Literal, list[_Use]] = {}
    for literal, use in _uses(layout):
        uses.setdefault(literal, []).append(use)
    taken = _taken(layout)
    aliases: dict[Literal, tuple[str, str]] = {}
    order = layout.project.versions
    for literal, found in uses.items():
        if len(found) < FEWEST_USES or len(", ".join(map(repr, literal.values))) < LONGEST:
            continue
        first = min(found, key=lambda use: order.index(use.version))
        here = taken.setdefault(first.version, set())
        name = _free(pascal_case([first.wire_name]), first.owner, here)
        here.add(name)
        aliases[literal] = (layout.literals(first.version), name)
    return aliases


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
                        yield literal, _Use(version.name, layout.class_name(key), each.wire_name)
    for implementation in layout.interned.implementations:
        name = layout.names.implementations[implementation.id]
        for operation in implementation.operations:
            for argument in arguments(operation, layout.interned.api.schemas):
                for literal in _literals(argument.type):
                    # The sync and the async method have it, each in its signature.
                    use = _Use(implementation.version, name, argument.wire_name)
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
