"""Find the kinds of JSON that a schema allows: object, array, string and so on.

A schema allows what it does not forbid: `properties` without `type` do not forbid a string.
"""

from __future__ import annotations

from collections.abc import Iterable

from specloom.diagnostics import Pointer
from specloom.documents.document import Node
from specloom.ir import Array, Literal, Map, Nullable, Primitive, Type, Union, Unknown
from specloom.lowering.common.content import is_bytes
from specloom.lowering.schemas.narrow import Resolve
from specloom.lowering.schemas.values import is_encoded

ADDITIONAL = ("additionalProperties", "unevaluatedProperties")
ALL = frozenset(("null", "boolean", "integer", "number", "string", "array", "object"))


def kinds(node: Node, seen: frozenset[Pointer] = frozenset()) -> frozenset[str]:
    """Return the kinds that a schema allows."""
    if node.value is False:
        return frozenset()
    if not isinstance(node.value, dict) or node.pointer in seen:
        return ALL
    seen |= {node.pointer}
    found = own_kinds(node)
    target = node.reference()
    if target is not None:
        found &= kinds(target, seen)
    for part in _elements(node, "allOf"):
        found &= kinds(part, seen)
    for keyword in ("oneOf", "anyOf"):
        choices = _elements(node, keyword)
        if choices:
            found &= frozenset[str]().union(*(kinds(each, seen) for each in choices))
    return found


def kinds_of_any(choices: Iterable[Node]) -> frozenset[str]:
    """Return the kinds that any of several schemas allows."""
    return frozenset[str]().union(*map(kinds, choices))


def kinds_of_all(parts: Iterable[Node]) -> frozenset[str]:
    """Return the kinds that all of several schemas allow."""
    return ALL.intersection(*map(kinds, parts))


def declared_types(node: Node) -> tuple[str, ...]:
    """Return the names in the `type` of a schema.

    Raises:
        SpecloomError: it is neither a string nor a list of strings.
    """
    declared = node.get("type")
    if declared is None:
        return ()
    return (declared.value,) if isinstance(declared.value, str) else node.texts("type")


def implied_types(node: Node) -> tuple[str, ...]:
    """Return the type that the keywords of a schema without `type` imply, or nothing."""
    if any(node.get(each) for each in (*ADDITIONAL, "patternProperties")):
        return ("object",)
    if any(node.get(each) for each in ("items", "prefixItems", "unevaluatedItems")):
        return ("array",)
    if node.get("properties"):
        return ("object",)
    return ("string",) if is_encoded(node) or is_bytes(node) else ()


def type_names(node: Node) -> tuple[str, ...]:
    """Return the strings in the `type` of a schema, before anything else in it is reported."""
    declared = node.value.get("type") if isinstance(node.value, dict) else None
    names = declared if isinstance(declared, list) else [declared]
    return tuple(each for each in names if isinstance(each, str))


def own_kinds(node: Node) -> frozenset[str]:
    """Return the kinds that the `type`, `enum` and `const` of a schema allow."""
    found = ALL
    if not isinstance(node.value, dict):
        return found
    declared = node.value.get("type")
    names = [declared] if isinstance(declared, str) else declared
    if isinstance(names, list) and names:
        said = frozenset(each for each in names if isinstance(each, str))
        found &= said | {"integer"} if "number" in said else said
    values = node.value.get("enum")
    if isinstance(values, list) and values:
        found &= frozenset[str]().union(*map(_kinds_of_value, values))
    if "const" in node.value:
        found &= _kinds_of_value(node.value["const"])
    return found


def kinds_of_type(type_: Type, resolve: Resolve) -> frozenset[str]:
    """Return the kinds of JSON of the values of a type."""
    match type_:
        case Unknown():
            return ALL
        case Primitive("number") | Literal(Primitive("number")):
            return frozenset(("integer", "number"))
        case Primitive(name) | Literal(Primitive(name)):
            return frozenset((name,))
        case Array():
            return frozenset(("array",))
        case Map():
            return frozenset(("object",))
        case Nullable(inner):
            return kinds_of_type(inner, resolve) | {"null"}
        case Union(members):
            return frozenset[str]().union(*(kinds_of_type(each, resolve) for each in members))
        case _:
            meaning = resolve(type_)
            if meaning == type_:
                return ALL  # it is still being lowered
            return frozenset(("object",)) if meaning is None else kinds_of_type(meaning, resolve)


def _kinds_of_value(value: object) -> frozenset[str]:
    match value:
        case None:
            return frozenset(("null",))
        case bool():
            return frozenset(("boolean",))
        case int():
            return frozenset(("integer", "number"))
        case float():
            return frozenset(("integer", "number") if value.is_integer() else ("number",))
        case str():
            return frozenset(("string",))
        case list():
            return frozenset(("array",))
        case _:
            return frozenset(("object",))


def _elements(node: Node, keyword: str) -> list[Node]:
    found = node.get(keyword)
    return list(found.elements()) if found is not None and isinstance(found.value, list) else []
