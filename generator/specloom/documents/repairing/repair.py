"""Repair a document that is invalid but understandable.

Afterwards everything that the later stages read has the type that they expect. Every repair is a
warning; `docs/documents.md` lists the codes.
"""

from __future__ import annotations

from collections.abc import Container
from pathlib import PurePosixPath

from specloom.documents.document import Document, Json, Node, kind_of
from specloom.documents.parts import Parts
from specloom.documents.pointers import Missing
from specloom.documents.repairing.operations import repair_path_item, repair_paths
from specloom.documents.repairing.parameters import (
    repair_parameter,
    repair_parameters,
    repair_response,
    repair_responses,
)
from specloom.documents.repairing.repairs import FaultyError, Repairs
from specloom.documents.repairing.root import repair_requirements, repair_root
from specloom.documents.repairing.schemas import repair_schema
from specloom.documents.repairing.security import repair_security_scheme
from specloom.documents.repairing.values import EXPECTED, WANTED
from specloom.documents.specification import (
    Kind,
    Many,
    Named,
    One,
    Patterned,
    members_of,
    walk_objects,
)

_EMPTY_ALLOWED = frozenset((Kind.SCHEMA, Kind.RESPONSE, Kind.PATH_ITEM))


def repair(document: Document, parts: Parts | None = None) -> Document:
    """Return the document with every part in the form that OpenAPI 3.1 defines.

    Parts in which nothing had to be repaired in an earlier document are not examined again.
    """
    if parts is not None and _is_valid(document, parts):
        return document
    to = Repairs(document)
    _repair(to)
    return to.finish()


def _is_valid(document: Document, parts: Parts) -> bool:
    """Return whether there is nothing to repair; if so, remember it of the parts of the document."""
    valid = parts.passed("repair")
    to = Repairs(document, valid)
    try:
        _repair(to, valid)
    except FaultyError:
        return False
    if to.changed:
        return False
    valid.update(map(id, parts.of(document)))
    return True


def _repair(to: Repairs, valid: Container[int] = frozenset[int]()) -> None:
    repair_root(to, PurePosixPath(to.document.path).stem)
    schemas = to.document.root_node().at(("components", "schemas"))
    names = frozenset(schemas.value if schemas and isinstance(schemas.value, dict) else ())
    # Each object is repaired before its children are visited.
    for kind, node in walk_objects(to.document, closed=valid):
        if isinstance(node.value, dict) and id(node.value) not in valid:
            _repair_object(kind, node, node.value, names, to)
    repair_requirements(to)


def _repair_object(
    kind: Kind, node: Node, members: dict[str, Json], names: frozenset[str], to: Repairs
) -> None:
    if "$ref" in members and not isinstance(members["$ref"], str):
        to.warn(
            (*node.pointer, "$ref"), "wrong-type", "a '$ref' must be a string", "write a string"
        )
        del members["$ref"]
    match kind:
        case Kind.PATHS:
            repair_paths(node, members, to)
        case Kind.PATH_ITEM:
            repair_path_item(node, members, to)
            repair_parameters(node, members, to)
        case Kind.OPERATION:
            repair_parameters(node, members, to)
        case Kind.RESPONSES:
            repair_responses(node, members, to)
        case Kind.SCHEMA:
            repair_schema(node, members, names, to)
        case _:
            pass
    _repair_scalars(kind, node, members, to)
    _repair_shapes(kind, node, members, to)
    if "$ref" in members:
        return
    if kind in (Kind.PARAMETER, Kind.HEADER):
        repair_parameter(kind, node, members, to)
    elif kind is Kind.RESPONSE:
        repair_response(node, members, to)
    elif kind is Kind.SECURITY_SCHEME:
        repair_security_scheme(node, members, to)


def _repair_scalars(kind: Kind, node: Node, members: dict[str, Json], to: Repairs) -> None:
    for key, coerce in EXPECTED.get(kind, {}).items():
        if key not in members:
            continue
        found = coerce(members[key])
        if not isinstance(found, Missing) and found is members[key]:
            continue
        if not isinstance(found, Missing) and type(found) is type(members[key]):
            if found == members[key]:
                continue
        became = "it is ignored" if isinstance(found, Missing) else f"it is read as {found!r}"
        to.warn(
            (*node.pointer, key),
            "wrong-type",
            f"expected {WANTED[coerce]}, found {kind_of(members[key])}; {became}",
            "correct the value",
        )
        if isinstance(found, Missing):
            del members[key]
        else:
            members[key] = found


def _repair_shapes(kind: Kind, node: Node, members: dict[str, Json], to: Repairs) -> None:
    """Remove values that are neither objects nor arrays where the specification requires one."""
    shapes = members_of(kind)
    for key in list(members):
        if isinstance(shapes, Patterned):
            if not key.startswith("x-") and key != "$ref":
                _repair_member(shapes.kind, node, members, key, to)
            continue
        match shapes.get(key):
            case One(found):
                _repair_member(found, node, members, key, to)
            case Many():
                _repair_list(node, members, key, to)
            case Named(found):
                inner = members[key]
                if not isinstance(inner, dict):
                    _drop(node, members, key, to, "an object")
                    continue
                at_key = Node(node.document, (*node.pointer, key), inner)
                for name in list(inner):
                    if found is Kind.SCHEMA or not name.startswith("x-"):
                        _repair_member(found, at_key, inner, name, to)
            case _:
                pass


def _repair_list(node: Node, members: dict[str, Json], key: str, to: Repairs) -> None:
    elements = members[key]
    if not isinstance(elements, list):
        _drop(node, members, key, to, "an array")
        return
    for index, each in enumerate(elements):
        if not isinstance(each, (dict, bool)):
            to.warn(
                (*node.pointer, key, str(index)),
                "wrong-shape",
                f"expected an object, found {kind_of(each)}",
                "write an object, or remove it",
            )
            elements[index] = {}


def _repair_member(kind: Kind, node: Node, members: dict[str, Json], key: str, to: Repairs) -> None:
    value = members[key]
    if isinstance(value, dict) or (kind is Kind.SCHEMA and isinstance(value, bool)):
        return
    if value is None and kind in _EMPTY_ALLOWED:
        members[key] = {}
        to.warn((*node.pointer, key), "null-value", "the value is null", "write {}")
    elif kind is Kind.RESPONSE and isinstance(value, str):
        members[key] = {"description": value}
        to.warn(
            (*node.pointer, key),
            "wrong-shape",
            "expected an object, found a string; it is read as the description",
            "write an object: {description: ...}",
        )
    elif kind is Kind.SCHEMA and isinstance(value, str):
        members[key] = {"type": value} if value else {}
        to.warn(
            (*node.pointer, key),
            "wrong-shape",
            "expected a schema, found a string; it is read as the type",
            "write a schema: {type: ...}",
        )
    else:
        _drop(node, members, key, to, "an object")


def _drop(node: Node, members: dict[str, Json], key: str, to: Repairs, wanted: str) -> None:
    found = kind_of(members.pop(key))
    to.warn(
        (*node.pointer, key),
        "null-value" if found == "null" else "wrong-shape",
        f"expected {wanted}, found {found}; it is ignored",
        f"write {wanted}, or remove the value",
    )
