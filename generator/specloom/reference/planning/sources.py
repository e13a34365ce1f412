"""Look up what the IR leaves out: examples, defaults and extensions at their places in the documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from specloom.diagnostics import SpecloomError
from specloom.documents.document import Document, Json, Node
from specloom.documents.pointers import parse_fragment
from specloom.documents.specification import declared_operations
from specloom.ir import SchemaId

MISSING = object()
"""Stands for an example or a default that the document does not have, because null is one."""


class Sources:
    """The checked documents of a project, by path."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._documents = {each.path: each for each in documents}
        self._operations: dict[tuple[str, str, str], tuple[Node, Node]] = {}
        for document in self._documents.values():
            for path, item, method, operation in declared_operations(document):
                self._operations[document.path, method, path] = (item, operation)

    def root(self, document: str) -> Node | None:
        """Return the root of a document."""
        found = self._documents.get(document)
        return None if found is None else found.root_node()

    def info(self, document: str) -> Node | None:
        """Return the Info Object of a document."""
        root = self.root(document)
        return None if root is None else root.at(("info",))

    def operation(self, document: str, method: str, path: str) -> Node | None:
        """Return an operation as the document has it."""
        found = self._operations.get((document, method, path))
        return None if found is None else found[1]

    def parameter(self, document: str, method: str, path: str, key: tuple[str, str]) -> Node | None:
        """Return the parameter of an operation at a place, with a name: that of the operation or of its path."""
        for owner in reversed(self._operations.get((document, method, path), ())):
            for each in _elements(owner.at(("parameters",))):
                found = _followed(each)
                if found is not None and key == (_text(found, "in"), _text(found, "name")):
                    return found
        return None

    def request(self, document: str, method: str, path: str, media_type: str) -> Node | None:
        """Return the Media Type Object of a request body."""
        operation = self.operation(document, method, path)
        return _media(None if operation is None else operation.at(("requestBody",)), media_type)

    def response(
        self, document: str, method: str, path: str, status: str, media_type: str
    ) -> Node | None:
        """Return the Media Type Object of a response."""
        operation = self.operation(document, method, path)
        return _media(
            None if operation is None else operation.at(("responses", status)), media_type
        )

    def schema(self, key: SchemaId) -> Node | None:
        """Return the schema that the IR knows by a key."""
        path, _, fragment = key.partition("#")
        root = self.root(path)
        try:
            return None if root is None else root.at(parse_fragment(fragment))
        except ValueError:
            return None

    def property(self, key: SchemaId, name: str) -> Node | None:
        """Return the schema of a property; one that `allOf` brings in, too."""
        found = self.schema(key)
        return None if found is None else _property(found, name, 0)


_FACTS = {"products": dict, "limits": list, "notes": list, "scopes": str}
_KINDS = {dict: "an object of strings", list: "an array of strings", str: "a string"}


def facts_of(node: Node | None, extension: str) -> Node | None:
    """Return the extension of an object with facts for the pages.

    Raises:
        SpecloomError: it has an unknown member, or one of another type.
    """
    found = None if node is None else node.at((extension,))
    if found is None:
        return None
    for key, each in found.items():
        kind = _FACTS.get(key)
        if kind is None:
            known = ", ".join(sorted(_FACTS))
            message = f"'{extension}' has no property {key!r}"
            raise each.error("invalid-extension", message, hint=f"its properties are {known}")
        inside = each.value
        parts = [*inside.values()] if isinstance(inside, dict) else inside
        parts = parts if isinstance(parts, list) else [parts]
        if not isinstance(inside, kind) or not all(isinstance(part, str) for part in parts):
            message = f"{key!r} must be {_KINDS[kind]}"
            raise each.error("invalid-extension", message, hint=f"write {_KINDS[kind]}")
    return found


def text_of(node: Node | None, key: str) -> str:
    """Return a string in an object without surrounding whitespace, "" if there is none."""
    return "" if node is None else _text(node, key).strip()


def strings(node: Node | None, key: str) -> tuple[str, ...]:
    """Return the strings of an array in an object."""
    found = None if node is None else node.at((key,))
    return tuple(each.value.strip() for each in _elements(found) if isinstance(each.value, str))


def pairs(node: Node | None, key: str) -> tuple[tuple[str, str], ...]:
    """Return the strings of an object in an object, with their names."""
    found = None if node is None else node.at((key,))
    if found is None or not isinstance(found.value, dict):
        return ()
    return tuple((name, each) for name, each in found.value.items() if isinstance(each, str))


def example_of(node: Node | None) -> object:
    """Return the first example of a parameter, a media type or a schema, or `MISSING`."""
    found = None if node is None else _followed(node)
    if found is None or not isinstance(found.value, dict):
        return MISSING
    if "example" in found.value:
        return found.value["example"]
    examples = found.at(("examples",))
    if examples is not None and isinstance(examples.value, list) and examples.value:
        return examples.value[0]
    if examples is not None and isinstance(examples.value, dict):
        for _, each in examples.items():
            target = _followed(each)
            value = None if target is None else target.value
            if isinstance(value, dict):
                for key in ("value", "dataValue"):
                    if key in value:
                        return value[key]
    schema = found.at(("schema",))
    return MISSING if schema is None else example_of(schema)


def default_of(node: Node | None) -> object:
    """Return the default of a schema, or `MISSING`."""
    found = None if node is None else _followed(node)
    if found is not None and isinstance(found.value, dict) and "default" in found.value:
        return found.value["default"]
    return MISSING


def _media(node: Node | None, media_type: str) -> Node | None:
    found = None if node is None else _followed(node)
    return None if found is None else found.at(("content", media_type))


def _property(schema: Node, name: str, depth: int) -> Node | None:
    found = _followed(schema)
    if found is None or not isinstance(found.value, dict) or depth > 10:
        return None
    direct = found.at(("properties", name))
    if direct is not None:
        return direct
    for key in ("allOf", "anyOf", "oneOf"):
        for each in _elements(found.at((key,))):
            inner = _property(each, name, depth + 1)
            if inner is not None:
                return inner
    return None


def _followed(node: Node) -> Node | None:
    try:
        return node.follow()
    except SpecloomError:
        return None  # which checking has reported


def _elements(node: Node | None) -> Iterator[Node]:
    if node is not None and isinstance(node.value, list):
        yield from node.elements()


def _text(node: Node, key: str) -> str:
    value: Json = node.value.get(key) if isinstance(node.value, dict) else None
    return value if isinstance(value, str) else ""
