"""Find the unions that cannot be typed because a decoder cannot distinguish their types."""

from __future__ import annotations

from collections.abc import Iterator

from specloom.diagnostics import Diagnostic, Location, Severity
from specloom.ir import Array, InternedApi, Map, Nullable, ObjectSchema, Type, Union
from specloom.python.models.annotations import Annotator


def untyped_unions(interned: InternedApi, annotator: Annotator) -> tuple[Diagnostic, ...]:
    """Return a warning for each location where a union becomes `object`.

    Its values remain plain JSON.
    """
    return tuple(
        Diagnostic(
            "untyped-union",
            "the alternatives cannot be distinguished by their JSON type; the value is untyped",
            "the value is returned as plain JSON; nothing is lost",
            location,
            Severity.WARNING,
        )
        for location, type_ in _types(interned)
        if _has_untyped(type_, annotator)
    )


def _types(interned: InternedApi) -> Iterator[tuple[Location, Type]]:
    for schema in interned.api.schemas.values():
        if isinstance(schema, ObjectSchema):
            yield from ((each.location, each.type) for each in schema.properties)
        else:
            yield schema.location, schema.type


def _has_untyped(type_: Type, annotator: Annotator) -> bool:
    match type_:
        case Union(members):
            return not annotator.is_decodable(type_) or any(
                _has_untyped(each, annotator) for each in members
            )
        case Array(inner) | Map(inner) | Nullable(inner):
            return _has_untyped(inner, annotator)
        case _:
            return False
