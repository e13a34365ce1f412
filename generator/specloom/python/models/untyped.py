"""Find what cannot be typed: unions that a decoder cannot distinguish, and recursive arrays and maps."""

from __future__ import annotations

from collections.abc import Iterator

from specloom.diagnostics import Diagnostic, Location, Severity
from specloom.ir import (
    AliasSchema,
    Array,
    InternedApi,
    Map,
    Nullable,
    ObjectSchema,
    Primitive,
    Reference,
    Type,
    Union,
)
from specloom.python.models.annotations import Annotator

_SCALARS = {"string", "number", "boolean"}


def untyped_schemas(interned: InternedApi, annotator: Annotator) -> Iterator[Diagnostic]:
    """Yield a warning for each union and each recursive alias that becomes `object`.

    Its values remain plain JSON.
    """
    recursive = {
        each.location: each.type
        for each in interned.api.schemas.values()
        if isinstance(each, AliasSchema) and annotator.is_recursive(each)
    }
    for location, type_ in _types(interned):
        if location in recursive:
            if not _is_any_json(type_):
                yield _warning(
                    "untyped-recursion",
                    "an array or a map that contains itself has no Python type; the value is untyped",
                    location,
                )
        elif _has_untyped(type_, annotator):
            yield _warning(
                "untyped-union",
                "the alternatives cannot be distinguished by their JSON type; the value is untyped",
                location,
            )


def _warning(code: str, message: str, location: Location) -> Diagnostic:
    hint = "the value is returned as plain JSON; nothing is lost"
    return Diagnostic(code, message, hint, location, Severity.WARNING)


def _is_any_json(type_: Type) -> bool:
    """Return whether a recursive type means any JSON value: scalars of all types, or only itself."""
    if isinstance(type_, Nullable):
        return _is_any_json(type_.type)
    members = type_.members if isinstance(type_, Union) else (type_,)
    scalars = {each.name for each in members if isinstance(each, Primitive)}
    return isinstance(type_, Reference) or scalars >= _SCALARS


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
