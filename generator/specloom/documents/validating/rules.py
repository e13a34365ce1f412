"""Check the rules that JSON Schema cannot express: operationIds, parameters and paths."""

from __future__ import annotations

import re

from specloom.diagnostics import Collector, format_pointer
from specloom.documents.document import Document, Node
from specloom.documents.specification import Kind, walk_objects

_TEMPLATE = re.compile(r"\{([^{}]*)\}")
_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


def check_operations(document: Document) -> None:
    """Check the rules for operations and their parameters that JSON Schema cannot express.

    Raises:
        SpecloomError: with every `duplicate-operation-id`, `duplicate-parameter`,
            `undeclared-path-parameter` and `unknown-path-parameter`.
    """
    collector = Collector()
    _check_operation_ids(document, collector)
    paths = document.root_node().get("paths")
    if paths is not None and isinstance(paths.value, dict):
        for path, item in paths.items():
            if path.startswith("/") and isinstance(item.value, dict):
                with collector.item():
                    _check_path(path, item, collector)
    collector.raise_if_errors()


def _check_operation_ids(document: Document, collector: Collector) -> None:
    first: dict[str, Node] = {}
    for kind, operation in walk_objects(document):
        identifier = operation.at(("operationId",)) if kind is Kind.OPERATION else None
        if identifier is None or not isinstance(identifier.value, str):
            continue
        other = first.setdefault(identifier.value, operation)
        if other is not operation:
            with collector.item():
                raise identifier.error(
                    "duplicate-operation-id",
                    f"{_name(other)} already has the operationId {identifier.value!r}",
                    hint="give each operation a different operationId",
                )


def _name(operation: Node) -> str:
    *_, path, method = operation.pointer
    return f"{method.upper()} {path} ({format_pointer(operation.pointer)})"


def _check_path(path: str, item: Node, collector: Collector) -> None:
    item = item.follow()
    shared = _path_parameters(item, collector)
    names = set(_TEMPLATE.findall(path))
    for method in _METHODS:
        operation = item.at((method,))
        if operation is None or not isinstance(operation.value, dict):
            continue
        own = _path_parameters(operation, collector)
        for name in sorted(names - set(shared) - set(own)):
            with collector.item():
                raise operation.error(
                    "undeclared-path-parameter",
                    f"the path contains {{{name}}}, but the path parameter {name!r} is not "
                    "declared",
                    hint=f"declare a parameter {name!r} with 'in: path' here or in the path item",
                )
        _check_known(own, names, path, collector)
    _check_known(shared, names, path, collector)


def _check_known(
    parameters: dict[str, Node], names: set[str], path: str, collector: Collector
) -> None:
    for name, parameter in parameters.items():
        if name not in names:
            with collector.item():
                raise parameter.error(
                    "unknown-path-parameter",
                    f"the path parameter {name!r} does not occur in {path!r}",
                    hint="add it to the path, or correct its 'name' or 'in'",
                )


def _path_parameters(holder: Node, collector: Collector) -> dict[str, Node]:
    """Return the path parameters by name, each where it is listed; report duplicates."""
    found: dict[str, Node] = {}
    seen: set[tuple[str, str]] = set()
    parameters = holder.at(("parameters",))
    if parameters is None or not isinstance(parameters.value, list):
        return found
    for listed in parameters.elements():
        with collector.item():
            parameter = listed.follow()
            place, name = parameter.at(("in",)), parameter.at(("name",))
            if place is None or name is None:
                continue
            if not isinstance(place.value, str) or not isinstance(name.value, str):
                continue
            if (place.value, name.value) in seen:
                raise listed.error(
                    "duplicate-parameter",
                    f"the {place.value} parameter {name.value!r} is listed twice",
                    hint="remove one of them",
                )
            seen.add((place.value, name.value))
            if place.value == "path":
                found[name.value] = listed
    return found
