"""Name schemas outside of the components after their location, and after the calls that have them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from msgspec.structs import replace

from specloom.diagnostics import Pointer
from specloom.documents.document import Node
from specloom.ir import Operation, Schema, SchemaId
from specloom.ir.words import (
    ITEM,
    REQUEST,
    VALUE,
    Words,
    call_mark,
    operation_mark,
    response_mark,
)

_NAMED = frozenset({"properties", "dependentSchemas"})
_DEFINED = frozenset({"$defs", "definitions"})
_ITEMS = frozenset({"items", "prefixItems", "additionalItems", "unevaluatedItems", "itemSchema"})
_VALUES = frozenset({"additionalProperties", "unevaluatedProperties", "patternProperties"})
_METHODS = frozenset("get put post delete options head patch trace query".split())


def words_at(pointer: Pointer) -> Words:
    """Return the words for the schema at a location: its component or operation, and its properties."""
    if pointer[:1] == ("components",) and len(pointer) > 2:
        return _component_words(pointer[1], pointer[2], pointer[3:])
    if pointer[:1] == ("paths",) and len(pointer) > 2:
        return _operation_words(pointer[1], pointer[2:])
    found = _members(pointer)
    return found or (pointer[-1] if pointer else "value",)


def words_of_component(node: Node) -> Words:
    """Return the words for the inline schemas of a component, () if the node is none."""
    is_component = node.pointer[:1] == ("components",) and len(node.pointer) == 3
    return words_at(node.pointer) if is_component else ()


def _component_words(kind: str, name: str, below: Sequence[str]) -> Words:
    """Return the words for what is below a component."""
    if kind == "schemas":
        return _with_members((name,), below)
    if kind == "requestBodies" and not name.lower().endswith(("request", "body")):
        return _with_members((name, REQUEST), below)
    if kind == "responses" and not name.lower().endswith(("response", "error")):
        return _with_members((name, response_mark("200")), below)
    return _with_members((name,), below)


def _operation_words(path: str, below: Sequence[str]) -> Words:
    is_operation = below[0] in _METHODS
    method = below[0].upper() if is_operation else ""
    first = operation_mark(method, path)
    rest = below[1:] if is_operation else below
    if rest[:1] == ("requestBody",):
        return _with_members((first, REQUEST), rest[1:])
    if rest[:1] == ("responses",) and len(rest) > 1:
        return _with_members((first, response_mark(rest[1])), rest[2:])
    return _with_members((first,), rest)


def _with_members(words: Words, below: Sequence[str]) -> Words:
    defined = [index for index, (each, _) in enumerate(pairwise(below)) if each in _DEFINED]
    if defined:  # a definition in a schema has a name of its own
        return (below[defined[-1] + 1], *_members(below[defined[-1] + 2 :]))
    return (*words, *_members(below))


def _members(below: Sequence[str]) -> Words:
    """Return the names of properties in a pointer, and marks for items and values."""
    words: list[str] = []
    index = 0
    while index < len(below):
        each = below[index]
        if each in _NAMED and index + 1 < len(below):
            index += 1
            words.append(below[index])
        elif each in _ITEMS:
            words.append(ITEM)
        elif each in _VALUES:
            words.append(VALUE)
        index += 1
    return tuple(words)


def name_after_calls(
    operations: Iterable[Operation], schemas: dict[SchemaId, Schema], resource: str
) -> None:
    """Replace the operations in the words of inline schemas by the calls of these operations.

    Args:
        operations: The operations of a document.
        schemas: Its schemas, which are replaced.
        resource: The resource of the whole document, with which its calls begin; "" for none. It is
            omitted, so that equal schemas of several documents have one class.
    """
    calls = _calls(operations, resource)
    for key, schema in schemas.items():
        mark = schema.wire_name[0] if schema.wire_name else ""
        if " " not in mark or "/" not in mark:
            continue
        call = calls.get(mark) or _of_path(mark)
        schemas[key] = replace(schema, wire_name=(call, *schema.wire_name[1:]))


def _calls(operations: Iterable[Operation], resource: str) -> Mapping[str, str]:
    calls: dict[str, str] = {}
    paths: dict[str, list[Words]] = {}
    for each in operations:
        words = each.call.resource
        if resource and len(words) > 1:
            words = words[1:]
        calls[operation_mark(each.method, each.path)] = call_mark(words, each.call.name)
        paths.setdefault(each.path, []).append(words)
    for path, found in paths.items():
        first = min(found, key=lambda words: (len(words), words))
        calls[operation_mark("", path)] = call_mark(first, "__call__")
    return calls


def _of_path(mark: str) -> str:
    """Return a mark for an operation that is omitted."""
    method, _, path = mark.partition(" ")
    literals = [each for each in path.split("/") if each and not each.startswith("{")]
    return call_mark(literals[-2:], method.lower() or "__call__")
