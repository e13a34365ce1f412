"""Repair paths, methods, path parameters and operationIds that contradict each other."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from specloom.documents.document import Document, Json, Node
from specloom.documents.parts import Parts
from specloom.documents.repairing.repairs import FaultyError, Repairs
from specloom.documents.specification import METHODS, Kind, operations_of, walk_objects

_TEMPLATE = re.compile(r"\{([^{}]*)\}")


def repair_paths(node: Node, paths: dict[str, Json], to: Repairs) -> None:
    """Make every path begin with a slash."""
    for path in list(paths):
        if path.startswith(("/", "x-")) or path == "$ref":
            continue
        parts = urlsplit(path) if "://" in path else None
        wanted = "/" + (parts.path if parts else path).lstrip("/")
        value = paths.pop(path)
        to.warn(
            (*node.pointer, path),
            "path-without-slash",
            f"a path must begin with '/'; {path!r} is read as {wanted!r}",
            "begin the path with '/'",
        )
        if wanted not in paths:
            paths[wanted] = value
            to.place((*node.pointer, wanted), (*node.pointer, path))


def repair_path_item(node: Node, item: dict[str, Json], to: Repairs) -> None:
    """Convert the methods to lower case."""
    for key in list(item):
        small = key.lower()
        if key != small and small in METHODS and small not in item:
            item[small] = item.pop(key)
            to.place((*node.pointer, small), (*node.pointer, key))
            to.warn(
                (*node.pointer, key),
                "method-in-capitals",
                f"{key!r} is read as {small!r}",
                f"write {small!r}",
            )


_WITHOUT_OPERATIONS = frozenset(
    (Kind.SCHEMA, Kind.PARAMETER, Kind.REQUEST_BODY, Kind.RESPONSES, Kind.RESPONSE)
)


def repair_operations(document: Document, parts: Parts | None = None) -> Document:
    """Return the document with every path parameter declared once, and without repeated operationIds.

    References must already be valid, because parameters may be references.
    """
    if parts is not None:
        try:
            _repair(Repairs(document, set(map(id, parts.of(document)))))
        except FaultyError:
            pass
        else:
            return document
    to = Repairs(document)
    _repair(to)
    return to.finish()


def _repair(to: Repairs) -> None:
    _repair_operation_ids(to)
    paths = to.document.root_node().get("paths")
    for path, item in paths.items() if paths is not None else ():
        if path.startswith("/") and isinstance(item.value, dict):
            _repair_path(path, item.follow(), to)


def _repair_operation_ids(to: Repairs) -> None:
    first: dict[str, Node] = {}
    for kind, node in walk_objects(to.document, _WITHOUT_OPERATIONS):
        identifier = node.value.get("operationId") if isinstance(node.value, dict) else None
        if kind is not Kind.OPERATION or not isinstance(identifier, str):
            continue
        other = first.setdefault(identifier, node)
        if other is not node and isinstance(node.value, dict):
            *_, path, method = other.pointer
            to.warn(
                (*node.pointer, "operationId"),
                "duplicate-operation-id",
                f"{method.upper()} {path} already has the operationId {identifier!r}",
                "give each operation a different operationId",
            )
            number = 2
            while f"{identifier}_{number}" in first:
                number += 1
            node.value["operationId"] = f"{identifier}_{number}"
            first[f"{identifier}_{number}"] = node


def _repair_path(path: str, item: Node, to: Repairs) -> None:
    names = list(dict.fromkeys(_TEMPLATE.findall(path)))
    shared = _parameters(item, to)
    for _, operation in list(operations_of(item)):
        own = _parameters(operation, to)
        found = {name for name, _ in (*shared, *own)}
        _repair_declared(path, names, found, operation, own, to)
    _drop_unknown(path, names, shared, item, to)


def _repair_declared(
    path: str,
    names: list[str],
    found: set[str],
    operation: Node,
    own: list[tuple[str, Node]],
    to: Repairs,
) -> None:
    missing = [name for name in names if name not in found]
    missing = _drop_unknown(path, names, own, operation, to, missing)
    if not missing or not isinstance(operation.value, dict):
        return
    listed = operation.value.setdefault("parameters", [])
    if not isinstance(listed, list):
        return
    for name in missing:
        to.warn(
            operation.pointer,
            "undeclared-path-parameter",
            f"the path contains {{{name}}}, but the path parameter {name!r} is not declared",
            f"declare a parameter {name!r} with 'in: path' here or in the path item",
        )
        to.place((*operation.pointer, "parameters", str(len(listed))), operation.pointer)
        schema: dict[str, Json] = {"type": "string"}
        listed.append({"name": name, "in": "path", "required": True, "schema": schema})


def _drop_unknown(
    path: str,
    names: list[str],
    parameters: list[tuple[str, Node]],
    holder: Node,
    to: Repairs,
    missing: list[str] | None = None,
) -> list[str]:
    """Repair the path parameters that do not occur in the path; return the names that have no parameter.

    A parameter whose spelling differs slightly is matched to a name; any other is omitted.
    """
    left = list(missing or ())
    listed = holder.value.get("parameters") if isinstance(holder.value, dict) else None
    gone: list[Json] = []
    for name, parameter in parameters:
        if name in names or not isinstance(listed, list):
            continue
        same = [each for each in left if _plain(each) == _plain(name)]
        resolved = parameter.follow()
        became = f"it is read as {same[0]!r}" if same else "it is ignored"
        to.warn(
            parameter.pointer,
            "unknown-path-parameter",
            f"the path parameter {name!r} does not occur in {path!r}; {became}",
            "add it to the path, or correct its 'name' or 'in'",
        )
        if same and isinstance(resolved.value, dict):
            left.remove(same[0])
            listed[listed.index(parameter.value)] = {**resolved.value, "name": same[0]}
            to.place(parameter.pointer, resolved.pointer)
        else:
            gone.append(parameter.value)
    if gone and isinstance(listed, list):
        kept = [each for each in listed if not any(each is other for other in gone)]
        for index, each in enumerate(kept):
            old = next(at for at, other in enumerate(listed) if other is each)
            if old != index:
                at = (*holder.pointer, "parameters")
                to.place((*at, str(index)), (*at, str(old)))
        listed[:] = kept
    return left


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())


def _parameters(holder: Node, to: Repairs) -> list[tuple[str, Node]]:
    """Return the path parameters with their names; the last of duplicates is used."""
    found: list[tuple[str, Node]] = []
    seen: set[tuple[str, str]] = set()
    listed = holder.at(("parameters",))
    for each in listed.elements() if listed and isinstance(listed.value, list) else ():
        parameter = each.follow()
        if not isinstance(parameter.value, dict):
            continue
        place, name = parameter.value.get("in"), parameter.value.get("name")
        if not isinstance(place, str) or not isinstance(name, str):
            continue
        if (place, name) in seen:
            to.warn(
                each.pointer,
                "duplicate-parameter",
                f"the {place} parameter {name!r} is listed twice; the last one is used",
                "remove one of them",
            )
        seen.add((place, name))
        if place == "path":
            found.append((name, each))
            if parameter.value.get("required") is not True and "$ref" not in parameter.value:
                to.warn(
                    parameter.pointer,
                    "optional-path-parameter",
                    f"the path parameter {name!r} is not declared as required; it is treated as "
                    "required",
                    "add 'required: true'",
                )
                parameter.value["required"] = True
    return found
