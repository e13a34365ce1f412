"""Define aliases for the long unions that a module repeats."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from os.path import commonprefix

from specloom.ir import Array, Map, Nullable, ObjectSchema, Reference, Schema, SchemaId, Type, Union
from specloom.naming.words import split_words

FEWEST_MEMBERS = 3
FEWEST_USES = 2


def named_unions(
    schemas: Iterable[Schema], classes: Mapping[SchemaId, str], taken: Container[str]
) -> dict[Union, str]:
    """Return an alias for each union of models that is used more than once.

    The alias consists of the words that the names of all its types share: ``PublicAndFilterBranch |
    PublicOrFilterBranch | …`` is ``PublicFilterBranch``. A union has no alias if there are no such
    words or if the name is taken.
    """
    counted = Counter(union for schema in schemas for union in _unions_of(schema))
    names: dict[Union, str] = {}
    for union, uses in counted.items():
        members = [classes[each.schema] for each in union.members if isinstance(each, Reference)]
        if uses < FEWEST_USES or len(members) < max(FEWEST_MEMBERS, len(union.members)):
            continue
        name = _shared_words(members)
        if name and name not in taken and name not in names.values():
            names[union] = name
    return names


def _shared_words(names: Sequence[str]) -> str:
    """Return the words with which all names begin, followed by those with which they end."""
    words = [split_words(name) for name in names]
    first: Sequence[str] = commonprefix(words)
    left = [each[len(first) :] for each in words]
    last: Sequence[str] = commonprefix([each[::-1] for each in left])[::-1]
    return "".join(word.capitalize() for word in (*first, *last)) if last else ""


def _unions_of(schema: Schema) -> Iterator[Union]:
    members = schema.properties if isinstance(schema, ObjectSchema) else ()
    for each in members:
        yield from _unions(each.type)


def _unions(type_: Type) -> Iterator[Union]:
    match type_:
        case Union():
            yield type_
        case Array(inner) | Map(inner) | Nullable(inner):
            yield from _unions(inner)
        case _:
            return
