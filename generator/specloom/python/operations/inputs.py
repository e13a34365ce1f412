"""Plan the conversion of arguments before they are sent, as part of the constant of an operation."""

from __future__ import annotations

from specloom.ir import (
    Array,
    Map,
    Nullable,
    ObjectSchema,
    Primitive,
    Reference,
    SchemaId,
    Type,
    Union,
)
from specloom.naming.arguments import Argument
from specloom.python import code
from specloom.python.code.imports import Imports
from specloom.python.layout.fixed_values import Constants
from specloom.python.layout.usage import types_of
from specloom.python.models.formats import scalar_class
from specloom.python.operations.method import Method

_PLACES = {
    "path": "path",
    "query": "query",
    "header": "headers",
    "cookie": "cookies",
    "body": "body",
}
_DATES = (("datetime", "datetime"), ("datetime", "date"), (".codec.conversion", "UtcTime"))


def inputs_value(method: Method, imports: Imports) -> code.Call | None:
    """Return the value that converts the arguments of a call before they are sent.

    Return None if no argument needs a conversion.
    """
    if method.choices():
        return None
    kinds: dict[str, list[tuple[code.Expression, code.Expression]]] = {}
    constants = method.layout.constants
    for each in method.arguments():
        place = _PLACES.get(each.place, "")
        if place and _is_relevant(each.type, method, constants, set()):
            annotation = method.annotator.output_type(each.type, imports)
            key = method.name(each) if each.place == "path" else each.wire_name
            kinds.setdefault(place, []).append((code.Constant(key), annotation))
    if not kinds:
        return None
    entries = tuple(
        (code.Constant(place), code.Dict(tuple(found))) for place, found in kinds.items()
    )
    return code.call(method.core("inputs", "Inputs", imports), code.Dict(entries))


def constant_argument(
    method: Method, argument: Argument, schema: ObjectSchema | None
) -> code.Expression | None:
    """Return the default of an argument that is a constant property of the body.

    Return None for any other argument.
    """
    if schema is None or argument.place != "body" or not argument.required:
        return None
    key = (schema.id, argument.wire_name)
    constants = method.layout.constants
    return code.constant(constants[key]) if key in constants else None


def _is_relevant(type_: Type, method: Method, constants: Constants, seen: set[SchemaId]) -> bool:
    """Return whether a type contains dates, constants or tags."""
    match type_:
        case Primitive():
            return scalar_class(type_, method.annotator.formats, "") in _DATES
        case Array(inner) | Map(inner) | Nullable(inner):
            return _is_relevant(inner, method, constants, seen)
        case Union(members, tag):
            return tag is not None or any(
                _is_relevant(each, method, constants, seen) for each in members
            )
        case Reference(schema):
            if schema in seen:
                return False
            seen.add(schema)
            known = method.layout.interned.api.schemas[schema]
            if isinstance(known, ObjectSchema) and any(
                (schema, each.wire_name) in constants for each in known.properties
            ):
                return True
            return any(_is_relevant(each, method, constants, seen) for each in types_of(known))
        case _:
            return False
