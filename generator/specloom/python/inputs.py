"""Say in the constant of an operation which arguments have to be made ready before they are sent."""

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
from specloom.python.docstrings import literal
from specloom.python.fixed_values import Constants
from specloom.python.formats import scalar_class
from specloom.python.imports import Imports
from specloom.python.method import Method
from specloom.python.usage import types_of

_PLACES = {
    "path": "path",
    "query": "query",
    "header": "headers",
    "cookie": "cookies",
    "body": "body",
}
_DATES = (("datetime", "datetime"), ("datetime", "date"))


def inputs_text(method: Method, imports: Imports) -> str:
    """What makes the arguments of a call ready to be sent, "" where there is nothing to do."""
    if method.choices():
        return ""
    kinds: dict[str, list[str]] = {}
    constants = method.layout.constants
    for each in method.arguments():
        place = _PLACES.get(each.place, "")
        if place and _is_relevant(each.type, method, constants, set()):
            annotation = method.annotator.output(each.type, imports)
            key = method.name(each) if each.place == "path" else each.wire_name
            kinds.setdefault(place, []).append(f"{literal(key)}: {annotation}")
    if not kinds:
        return ""
    name = imports.name(method.layout.core("inputs"), "Inputs", otherwise="_")
    entries = (f"{literal(place)}: {{{', '.join(each)}}}" for place, each in kinds.items())
    return f"{name}({{{', '.join(entries)}}})"


def constant_argument(method: Method, argument: Argument, schema: ObjectSchema | None) -> str:
    """The default of an argument that is a constant member of the body, "" for any other."""
    if schema is None or argument.place != "body" or not argument.required:
        return ""
    key = (schema.id, argument.wire_name)
    constants = method.layout.constants
    return literal(constants[key]) if key in constants else ""


def _is_relevant(type_: Type, method: Method, constants: Constants, seen: set[SchemaId]) -> bool:
    """Whether a type has dates, constants or tags in it."""
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
