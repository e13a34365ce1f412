"""Read the values of an `enum` or `const`, and the format of scalars."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from specloom.documents.document import Node
from specloom.ir import Literal, Primitive, PrimitiveName, Scalar, Type, Unknown
from specloom.lowering.schemas.narrow import join

_ENCODINGS = {"base64": "byte", "base64url": "base64url"}
"""The formats of OpenAPI 3.0 for encodings of JSON Schema."""


def format_of(node: Node, type_name: str) -> str | None:
    """Return the format of a scalar schema. A string with a `contentEncoding` has that of bytes."""
    if not isinstance(node.value, dict):
        return None
    declared = node.value.get("format")
    if isinstance(declared, str):
        return declared
    return _encoded_format(node) if type_name == "string" else None


def is_encoded(node: Node) -> bool:
    """Return whether a schema without a type describes a string that encodes bytes."""
    return _encoded_format(node) is not None


def _encoded_format(node: Node) -> str | None:
    encoding = node.value.get("contentEncoding") if isinstance(node.value, dict) else None
    return _ENCODINGS.get(encoding.lower()) if isinstance(encoding, str) else None


def literal_type(values: Sequence[object], *, nullable: bool) -> Type:
    """Return a literal for each kind of scalar among the values.

    Return Unknown if one of the values is not a scalar.
    """
    kinds: dict[PrimitiveName, list[Scalar]] = {}
    for value in values:
        kind = _kind(value)
        if kind is None:
            return Unknown()
        kinds.setdefault(kind, []).append(cast(Scalar, value))
    if kinds.keys() >= {"integer", "number"}:
        kinds["number"] += kinds.pop("integer")
    nullable = kinds.pop("null", None) is not None or nullable
    literals = [Literal(Primitive(kind), _distinct(found)) for kind, found in kinds.items()]
    return join(literals, nullable=nullable)


def _distinct(values: list[Scalar]) -> tuple[Scalar, ...]:
    return tuple(dict.fromkeys(values))


def _kind(value: object) -> PrimitiveName | None:
    match value:
        case None:
            return "null"
        case bool():
            return "boolean"
        case int():
            return "integer"
        case float():
            return "number"
        case str():
            return "string"
        case _:
            return None
