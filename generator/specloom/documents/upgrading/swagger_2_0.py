"""Upgrade Swagger 2.0 to OpenAPI 3.0."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from specloom.diagnostics import Pointer
from specloom.documents.document import Document, Json, Node
from specloom.documents.pointers import copied
from specloom.documents.source_map import Moves
from specloom.documents.upgrading.swagger_2_0_bodies import Bodies, media_types
from specloom.documents.upgrading.swagger_2_0_schemas import add_tag_values, upgrade_schemas
from specloom.documents.upgrading.swagger_2_0_security import upgrade_security_scheme
from specloom.documents.upgrading.swagger_2_0_servers import servers

_METHODS = ("get", "put", "post", "delete", "options", "head", "patch")
_SECTIONS = MappingProxyType(
    {
        "definitions": "schemas",
        "parameters": "parameters",
        "responses": "responses",
        "securityDefinitions": "securitySchemes",
    }
)
_GONE = frozenset(
    ("swagger", "host", "basePath", "schemes", "consumes", "produces", "paths", "x-ms-paths")
) | frozenset(_SECTIONS)


def upgrade_2_0(document: Document) -> Document:
    """Return the document in OpenAPI 3.0, without sharing values with the original.

    Values that do not have the type that Swagger 2.0 requires are passed on unchanged.
    """
    return _Upgrade(document).document()


class _Upgrade:
    """One upgrade; the new document is built next to the old one."""

    def __init__(self, document: Document) -> None:
        self._root = document.root_node()
        self._moves = Moves(document)
        self._consumes = media_types(self._root, "consumes")
        self._produces = media_types(self._root, "produces")
        self._bodies = Bodies(self._root, self._moves)

    def document(self) -> Document:
        root: dict[str, Json] = {"openapi": "3.0.3"}
        self._moves.note(("openapi",), ("swagger",))
        for key, member in self._root.items():
            if key not in _GONE:
                root[key] = copied(member.value)
        found = servers(self._root)
        if found:
            root["servers"] = found
            self._moves.note(("servers",), ("host",) if "host" in self._root.mapping() else ())
        root["paths"] = self._paths()
        components = self._components()
        components.update(_members(root.get("components")))
        if components:
            root["components"] = components
        upgrade_schemas(root, self._moves)
        add_tag_values(components)
        return self._moves.finish(root)

    def _components(self) -> dict[str, Json]:
        components: dict[str, Json] = {}
        for old, new in _SECTIONS.items():
            section = self._root.get(old)
            if section is None or not isinstance(section.value, dict):
                continue
            self._moves.note(("components", new), (old,))
            components[new] = {
                name: self._component(old, ("components", new, name), member)
                for name, member in section.items()
                if not (old == "parameters" and self._bodies.is_part_of_body(member))
            }
        return {key: section for key, section in components.items() if section}

    def _component(self, section: str, pointer: Pointer, node: Node) -> Json:
        if section == "parameters":
            return self._bodies.parameter(node, pointer)
        if section == "responses":
            return self._bodies.response(node, self._produces, pointer)
        if section == "securityDefinitions":
            return upgrade_security_scheme(node)
        return copied(node.value)

    def _paths(self) -> Json:
        found: dict[str, Json] = {}
        for key in ("paths", "x-ms-paths"):  # the latter contain paths that differ in their query
            paths = self._root.get(key)
            if paths is None or not isinstance(paths.value, dict):
                continue
            for path, item in paths.items():
                if path not in found:
                    self._moves.note(("paths", path), item.pointer)
                    found[path] = self._path_item(path, item)
        return found

    def _path_item(self, path: str, item: Node) -> Json:
        if path.startswith("x-") or not isinstance(item.value, dict):
            return copied(item.value)
        shared = self._bodies.listed(item)
        members: dict[str, Json] = {}
        for key, member in item.items():
            pointer = ("paths", path, key)
            if key.lower() in _METHODS and isinstance(member.value, dict):
                members[key] = self._operation(member, pointer, shared)
            elif key == "parameters" and isinstance(member.value, list):
                members[key] = self._parameters(shared, pointer)
            else:
                members[key] = copied(member.value)
        return members

    def _parameters(self, listed: list[Node], pointer: Pointer) -> Json:
        found: list[Json] = []
        for node in listed:
            if not self._bodies.is_part_of_body(node):
                at = (*pointer, str(len(found)))
                self._moves.note(at, node.pointer)
                found.append(self._bodies.parameter(node, at))
        return found

    def _operation(self, node: Node, pointer: Pointer, shared: list[Node]) -> Json:
        consumes = media_types(node, "consumes", self._consumes)
        produces = media_types(node, "produces", self._produces)
        own = self._bodies.listed(node)
        members: dict[str, Json] = {}
        for key, member in node.items():
            if key == "parameters" and isinstance(member.value, list):
                members[key] = self._parameters(own, (*pointer, key))
            elif key == "responses" and isinstance(member.value, dict):
                members[key] = self._responses(member, produces, (*pointer, key))
            elif key not in ("consumes", "produces", "schemes"):
                members[key] = copied(member.value)
        body = self._bodies.body(own, shared, consumes, (*pointer, "requestBody"))
        if body is not None:
            members["requestBody"] = body
        if node.get("schemes") is not None:
            alternatives = servers(self._root, node)
            if alternatives and alternatives != servers(self._root):
                members["servers"] = alternatives
                self._moves.note((*pointer, "servers"), (*node.pointer, "schemes"))
        return members

    def _responses(self, node: Node, produces: tuple[str, ...], pointer: Pointer) -> Json:
        return {
            status: (
                copied(each.value)
                if status.startswith("x-")
                else self._bodies.response(
                    self._own_types(each, produces), produces, (*pointer, status)
                )
            )
            for status, each in node.items()
        }

    def _own_types(self, response: Node, produces: tuple[str, ...]) -> Node:
        """Return a shared response itself, if its operation has other media types than the document."""
        if produces == self._produces:
            return response
        found = self._bodies.named(response, "responses")
        return response if found is None else found


def _members(value: Json) -> Mapping[str, Json]:
    return value if isinstance(value, dict) else {}
