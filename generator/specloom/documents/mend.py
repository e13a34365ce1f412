"""A document that is invalid but understandable goes in; a valid one that says the same comes out.

Whatever the later stages read has the shape that they expect afterwards. What was mended is a
warning; `docs/documents.md` lists the codes.
"""

from __future__ import annotations

from pathlib import PurePosixPath

from specloom.documents.document import Document, Json, Node, kind_of
from specloom.documents.grammar import Kind, Many, Named, One, Patterned, members_of, walk_objects
from specloom.documents.mend_operations import mend_path_item, mend_paths
from specloom.documents.mend_parameters import (
    mend_parameter,
    mend_parameters,
    mend_response,
    mend_responses,
)
from specloom.documents.mend_root import mend_requirements, mend_root
from specloom.documents.mend_schemas import mend_schema
from specloom.documents.mend_security import mend_security_scheme
from specloom.documents.mend_values import EXPECTED
from specloom.documents.mending import Mending
from specloom.documents.pointers import Missing

_EMPTY_ALLOWED = frozenset((Kind.SCHEMA, Kind.RESPONSE, Kind.PATH_ITEM))


def mend(document: Document) -> Document:
    """Return the document with every part in the shape that OpenAPI 3.1 gives it."""
    to = Mending(document)
    mend_root(to, PurePosixPath(document.path).stem)
    schemas = to.document.root_node().at(("components", "schemas"))
    names = frozenset(schemas.value if schemas and isinstance(schemas.value, dict) else ())
    # Each object is mended before the walk descends into what it holds then.
    for kind, node in walk_objects(to.document):
        if isinstance(node.value, dict):
            _mend_object(kind, node, node.value, names, to)
    mend_requirements(to)
    return to.finish()


def _mend_object(
    kind: Kind, node: Node, members: dict[str, Json], names: frozenset[str], to: Mending
) -> None:
    if "$ref" in members and not isinstance(members["$ref"], str):
        to.warn((*node.pointer, "$ref"), "wrong-type", "a $ref is a string", "write a string")
        del members["$ref"]
    match kind:
        case Kind.PATHS:
            mend_paths(node, members, to)
        case Kind.PATH_ITEM:
            mend_path_item(node, members, to)
            mend_parameters(node, members, to)
        case Kind.OPERATION:
            mend_parameters(node, members, to)
        case Kind.RESPONSES:
            mend_responses(node, members, to)
        case Kind.SCHEMA:
            mend_schema(node, members, names, to)
        case _:
            pass
    _mend_scalars(kind, node, members, to)
    _mend_shapes(kind, node, members, to)
    if "$ref" in members:
        return
    if kind in (Kind.PARAMETER, Kind.HEADER):
        mend_parameter(kind, node, members, to)
    elif kind is Kind.RESPONSE:
        mend_response(node, members, to)
    elif kind is Kind.SECURITY_SCHEME:
        mend_security_scheme(node, members, to)


def _mend_scalars(kind: Kind, node: Node, members: dict[str, Json], to: Mending) -> None:
    for key, coerce in EXPECTED.get(kind, {}).items():
        if key not in members:
            continue
        found = coerce(members[key])
        if not isinstance(found, Missing) and found is members[key]:
            continue
        if not isinstance(found, Missing) and type(found) is type(members[key]):
            if found == members[key]:
                continue
        wanted = (coerce.__doc__ or "").split(":")[0].lower()
        became = "it is left out" if isinstance(found, Missing) else f"it is read as {found!r}"
        to.warn(
            (*node.pointer, key),
            "wrong-type",
            f"expected {wanted.rstrip('.')}, found {kind_of(members[key])}; {became}",
            "correct the value",
        )
        if isinstance(found, Missing):
            del members[key]
        else:
            members[key] = found


def _mend_shapes(kind: Kind, node: Node, members: dict[str, Json], to: Mending) -> None:
    """Take out what is neither an object nor an array where the specification asks for one."""
    shapes = members_of(kind)
    for key in list(members):
        if isinstance(shapes, Patterned):
            if not key.startswith("x-") and key != "$ref":
                _mend_member(shapes.kind, node, members, key, to)
            continue
        match shapes.get(key):
            case One(found):
                _mend_member(found, node, members, key, to)
            case Many():
                _mend_list(node, members, key, to)
            case Named(found):
                inner = members[key]
                if not isinstance(inner, dict):
                    _drop(node, members, key, to, "an object")
                    continue
                at_key = Node(node.document, (*node.pointer, key), inner)
                for name in list(inner):
                    if found is Kind.SCHEMA or not name.startswith("x-"):
                        _mend_member(found, at_key, inner, name, to)
            case _:
                pass


def _mend_list(node: Node, members: dict[str, Json], key: str, to: Mending) -> None:
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


def _mend_member(kind: Kind, node: Node, members: dict[str, Json], key: str, to: Mending) -> None:
    value = members[key]
    if isinstance(value, dict) or (kind is Kind.SCHEMA and isinstance(value, bool)):
        return
    if value is None and kind in _EMPTY_ALLOWED:
        members[key] = {}
        to.warn((*node.pointer, key), "null-value", "there is nothing here", "write {}")
    elif kind is Kind.RESPONSE and isinstance(value, str):
        members[key] = {"description": value}
        to.warn(
            (*node.pointer, key),
            "wrong-shape",
            "expected an object, found a string, which is taken for its description",
            "write {description: ...}",
        )
    elif kind is Kind.SCHEMA and isinstance(value, str):
        members[key] = {"type": value} if value else {}
        to.warn(
            (*node.pointer, key),
            "wrong-shape",
            "expected a schema, found a string, which is taken for its type",
            "write {type: ...}",
        )
    else:
        _drop(node, members, key, to, "an object")


def _drop(node: Node, members: dict[str, Json], key: str, to: Mending, wanted: str) -> None:
    found = kind_of(members.pop(key))
    to.warn(
        (*node.pointer, key),
        "null-value" if found == "null" else "wrong-shape",
        f"expected {wanted}, found {found}; it is left out",
        f"write {wanted} here, or remove it",
    )
