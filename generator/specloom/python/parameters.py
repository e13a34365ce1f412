"""Plan the parameters of operations: how the core serializes each."""

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
)
from specloom.python.docstrings import literal
from specloom.python.imports import Imports
from specloom.python.method import Method

USUAL = {"path": "simple", "header": "simple"}


def parameters_text(method: Method, imports: Imports) -> str:
    """Return the parameters that are generated; most often they are all plain ones of the query."""
    core = method.layout.core("operation")
    declared = method.operation.parameters
    said = [each for each in declared if each.place != "path"]
    if said and all(_is_usual(each, method) for each in declared):
        if all(each.place == "query" for each in said):
            names = ", ".join(literal(each.wire_name) for each in said)
            return f"{imports.name(core, 'query', otherwise='_')}({names})"
    texts = [text for each in declared if (text := _parameter(method, each, imports))]
    comma = "," if len(texts) == 1 else ""
    return f"({', '.join(texts)}{comma})" if texts else ""


def _parameter(method: Method, parameter: Parameter, imports: Imports) -> str:
    """One parameter, "" for a plain one of the path."""
    is_plain = _is_plain(parameter, method)
    if parameter.place == "path" and _is_usual(parameter, method):
        return ""
    home, class_name = ("operation", "Parameter") if is_plain else ("styles", "Styled")
    class_name = imports.name(method.layout.core(home), class_name, otherwise="_")
    name = parameter.wire_name
    if parameter.place == "path":
        name = method.names.arguments["path", name]
    parts = [literal(name), literal(parameter.place), *_style(parameter)]
    if parameter.style == "matrix" and name != parameter.wire_name:
        parts.append(f"wire_name={literal(parameter.wire_name)}")
    if parameter.media_type:
        parts.append(f"media_type={literal(parameter.media_type)}")
    if parameter.allow_reserved:
        parts.append("allow_reserved=True")
    if parameter.allow_empty or _is_empty(parameter):
        parts.append("allow_empty=True")
    return f"{class_name}({', '.join(parts)})"


def _style(parameter: Parameter) -> list[str]:
    """How a parameter is serialized, where that is not the default of its location."""
    usual = USUAL.get(parameter.place, "form")
    parts = [f"style={literal(parameter.style)}"] if parameter.style != usual else []
    if parameter.explode != (parameter.style == "form"):
        parts.append(f"explode={parameter.explode}")
    return parts


def _is_usual(parameter: Parameter, method: Method) -> bool:
    is_empty = parameter.allow_empty or _is_empty(parameter)
    return _is_plain(parameter, method) and not _style(parameter) and not is_empty


def _is_empty(parameter: Parameter) -> bool:
    """Whether a parameter of the path can only be the empty string."""
    values = parameter.type.values if isinstance(parameter.type, Literal) else ()
    return parameter.place == "path" and values == ("",)


def _is_plain(parameter: Parameter, method: Method) -> bool:
    """Whether the part of the core that every package has can serialize it."""
    if parameter.media_type or parameter.allow_reserved:
        return False
    if parameter.style != USUAL.get(parameter.place, "form"):
        return False
    return _is_scalar(parameter.type, method, may_be_array=True)


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
        case Reference(schema) if schema not in seen:
            found = method.layout.interned.api.schemas[schema]
            if isinstance(found, ObjectSchema):
                return False
            seen |= {schema}
            return _is_scalar(found.type, method, may_be_array=may_be_array, seen=seen)
        case _:
            return False
