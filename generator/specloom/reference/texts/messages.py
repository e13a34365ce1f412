"""Find every text of the documents that a page can show: documents in, messages for translators out."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from specloom.diagnostics import format_pointer
from specloom.documents.document import Document, Json, Node
from specloom.documents.specification import Kind, walk_objects
from specloom.project.model import Project
from specloom.project.sources import is_url

EXTENSION = "x-specloom-docs"
"""The property of the Info Object or of an operation with facts that OpenAPI has no property for."""

_KEYS = {
    Kind.OPENAPI: (),
    Kind.OPERATION: ("summary", "description"),
    Kind.PARAMETER: ("description",),
    Kind.HEADER: ("description",),
    Kind.REQUEST_BODY: ("description",),
    Kind.RESPONSE: ("summary", "description"),
    Kind.SECURITY_SCHEME: ("description",),
    Kind.SCHEMA: ("title", "description"),
    Kind.EXAMPLE: ("summary", "description"),
}
"""The properties of each kind of object that are texts."""


class Message(Struct, frozen=True):
    """A text to translate, and where it is used first: the document and the pointer."""

    text: str
    document: str
    pointer: str


def messages_of(documents: Iterable[Document], project: Project) -> tuple[Message, ...]:
    """Return each text once, in the order of the documents.

    Surrounding whitespace does not count.
    """
    found: dict[str, Message] = {}
    for message in (*_of_project(project), *_of_documents(documents)):
        if message.text:
            found.setdefault(message.text, message)
    return tuple(found.values())


def relative_to(folder: str, messages: Iterable[Message]) -> tuple[Message, ...]:
    """Return messages whose paths are relative to a folder, so that they do not depend on where this runs."""
    return tuple(
        (
            each
            if not each.document or is_url(each.document)
            else replace(each, document=_relative(each.document, folder))
        )
        for each in messages
    )


def _relative(path: str, folder: str) -> str:
    return os.path.relpath(path, folder or ".").replace(os.sep, "/")


def _of_project(project: Project) -> Iterator[Message]:
    file = project.file or ""
    yield Message(project.docs.title.strip(), file, "docs.title")
    yield Message(project.package.description.strip(), file, "package.description")
    for version, support in project.support.items():
        yield Message(support.advice.strip(), file, f"versions.support.{version}.advice")


def _of_documents(documents: Iterable[Document]) -> Iterator[Message]:
    for document in documents:
        yield from _of_root(document.root_node())
        for kind, node in walk_objects(document):
            yield from _texts(node, _KEYS.get(kind, ()))
            if kind is Kind.SECURITY_SCHEME:
                yield from _scopes(node)
            elif kind is Kind.OPERATION:
                yield from _facts(node.at((EXTENSION,)))


def _of_root(root: Node) -> Iterator[Message]:
    """Yield the texts of the Info Object, of tags and of servers."""
    if (info := root.at(("info",))) is not None:
        yield from _texts(info, ("title", "summary", "description"))
        yield from _facts(info.at((EXTENSION,)))
    for key, names in (("tags", ("name", "summary", "description")), ("servers", ("description",))):
        for each in _elements(root.at((key,))):
            yield from _texts(each, names)
    for server in _elements(root.at(("servers",))):
        for _, variable in _items(server.at(("variables",))):
            yield from _texts(variable, ("description",))
    if (further := root.at(("externalDocs",))) is not None:
        yield from _texts(further, ("description",))


def _facts(node: Node | None) -> Iterator[Message]:
    """Yield the texts of an extension: the editions of products, scopes, limits and notes.

    Names of products are not translated.
    """
    if node is None:
        return
    for _, edition in _items(node.at(("products",))):
        yield from _text(edition)
    yield from _texts(node, ("scopes",))
    for key in ("limits", "notes"):
        for each in _elements(node.at((key,))):
            yield from _text(each)


def _scopes(scheme: Node) -> Iterator[Message]:
    for _, flow in _items(scheme.at(("flows",))):
        for _, description in _items(flow.at(("scopes",))):
            yield from _text(description)


def _texts(node: Node, keys: Iterable[str]) -> Iterator[Message]:
    for key in keys:
        found = node.at((key,)) if isinstance(node.value, dict) else None
        if found is not None:
            yield from _text(found)


def _text(node: Node) -> Iterator[Message]:
    if isinstance(node.value, str):
        yield Message(node.value.strip(), node.document.path, format_pointer(node.pointer))


def _elements(node: Node | None) -> Iterator[Node]:
    if node is not None and isinstance(node.value, list):
        yield from node.elements()


def _items(node: Node | None) -> Iterator[tuple[str, Node]]:
    value: Json = None if node is None else node.value
    if node is not None and isinstance(value, dict):
        yield from node.items()
