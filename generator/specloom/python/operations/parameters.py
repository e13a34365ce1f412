"""Plan how the core serializes the parameters of an operation."""

from __future__ import annotations

from specloom.ir import (
    Array,
    Literal,
    ObjectSchema,
    Parameter,
    Primitive,
    Reference,
    SchemaId,
    Type,
    Union,
)
from specloom.python import code
from specloom.python.code.imports import Imports
from specloom.python.operations.method import Method

USUAL = {"path": "simple", "header": "simple"}


def parameters_value(method: Method, imports: Imports) -> code.Expression | None:
    """Return the parameters that need a declaration, or None if there are none.

    Most operations have only plain query parameters, which are declared by their names alone.
    """
    declared = method.operation.parameters
    given = [each for each in declared if each.place != "path"]
    if given and all(_is_usual(each, method) for each in declared):
        if all(each.place == "query" for each in given):
            names = [code.Constant(each.wire_name) for each in given]
            joined = tuple(each.wire_name for each in given if not each.explode)
            options = {"joined": code.constant(joined)} if joined else {}
            return code.call(method.core("operation", "query", imports), *names, **options)
    values = [value for each in declared if (value := _parameter(method, each, imports))]
    return code.Tuple(tuple(values)) if values else None


def _parameter(method: Method, parameter: Parameter, imports: Imports) -> code.Call | None:
    """Return one parameter, or None for a plain path parameter, which needs no declaration."""
    is_plain = _is_plain(parameter, method)
    if parameter.place == "path" and _is_usual(parameter, method):
        return None
    home, kind = ("operation", "Parameter") if is_plain else ("styles", "Styled")
    class_name = method.core(home, kind, imports)
    name = parameter.wire_name
    if parameter.place == "path":
        name = method.names.arguments["path", name]
    options: dict[str, object] = (
        {"is_joined": True} if is_plain and _is_joined(parameter) else _style(parameter)
    )
    if parameter.style == "matrix" and name != parameter.wire_name:
        options["wire_name"] = parameter.wire_name
    if parameter.media_type:
        options["media_type"] = parameter.media_type
    if parameter.allow_reserved:
        options["allow_reserved"] = True
    if parameter.allow_empty or _is_empty(parameter):
        options["allow_empty"] = True
    where = (code.Constant(name), code.Constant(parameter.place))
    return code.call(class_name, *where, **{k: code.constant(v) for k, v in options.items()})


def _style(parameter: Parameter) -> dict[str, object]:
    """Return how a parameter is serialized, if that is not the default of its location."""
    usual = USUAL.get(parameter.place, "form")
    found: dict[str, object] = {"style": parameter.style} if parameter.style != usual else {}
    if parameter.explode != (parameter.style == "form"):
        found["explode"] = parameter.explode
    return found


def _is_usual(parameter: Parameter, method: Method) -> bool:
    return _is_plain(parameter, method) and not _is_empty(parameter)


def _is_empty(parameter: Parameter) -> bool:
    """Return whether a path parameter can only be the empty string."""
    values = parameter.type.values if isinstance(parameter.type, Literal) else ()
    return parameter.place == "path" and values == ("",)


def _is_plain(parameter: Parameter, method: Method) -> bool:
    """Return whether the modules of the core that every package has can serialize a parameter."""
    if parameter.media_type or parameter.allow_reserved or parameter.allow_empty:
        return False
    if _style(parameter) and not _is_joined(parameter):
        return False
    return _is_scalar(parameter.type, method, may_be_array=True)


def _is_joined(parameter: Parameter) -> bool:
    """Return whether arrays in the query are joined by commas."""
    is_form = parameter.place == "query" and parameter.style == "form"
    return is_form and not parameter.explode


def _is_scalar(
    type_: Type,
    method: Method,
    *,
    may_be_array: bool = False,
    seen: frozenset[SchemaId] = frozenset(),
) -> bool:
    match type_:
        case Primitive(name):
            return name != "null"
        case Literal(_, values):
            return None not in values
        case Array(items):
            return may_be_array and _is_scalar(items, method, seen=seen)
        case Union(members):
            return all(
                _is_scalar(each, method, may_be_array=may_be_array, seen=seen) for each in members
            )
        case Reference(schema) if schema not in seen:
            found = method.layout.interned.api.schemas[schema]
            if isinstance(found, ObjectSchema):
                return False
            seen |= {schema}
            return _is_scalar(found.type, method, may_be_array=may_be_array, seen=seen)
        case _:
            return False
