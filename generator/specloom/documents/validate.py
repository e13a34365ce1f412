"""An OpenAPI 3.1 or 3.2 document goes in; errors come out if it is not what the specification says."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING

from specloom.diagnostics import Collector, Diagnostic
from specloom.documents.document import Document, Json, Node
from specloom.documents.grammar import Kind, walk_objects
from specloom.documents.operations import check_operations
from specloom.documents.violation import describe

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError
    from jsonschema.protocols import Validator

# Text that no rule here looks at: parts that differ only in it are both valid or both not.
_PROSE = frozenset(("title", "description", "summary", "operationId", "$ref"))

_COMPONENT_NAME = re.compile(r"[a-zA-Z0-9._-]+")
_ENOUGH_RECURSION = 20_000


def validate(document: Document) -> None:
    """Check a document in OpenAPI 3.1, after all upgrades and corrections.

    Raises `invalid-openapi` for what the published schemas of OpenAPI and JSON Schema object to,
    and what `check_operations` raises, all that there are.
    """
    collector = Collector()
    collector.add(*violations(document))
    with collector.item():
        check_operations(document)
    collector.raise_if_errors()


def violations(document: Document) -> tuple[Diagnostic, ...]:
    """Return what the published schemas of OpenAPI and JSON Schema object to."""
    collector = Collector()
    with _deep_recursion():
        version = _schema_of(document)
        for part, content in _parts(document.root):
            found = _openapi_check(version).violations(part, content)
            collector.add(*describe(found, document, ()))
        for node in _outermost_schemas(document):
            found = _schema_check().violations(node.value, node.value)
            collector.add(*describe(found, document, node.pointer))
    return collector.diagnostics


def _schema_of(document: Document) -> str:
    version = document.root.get("openapi")
    return "schema_v32" if isinstance(version, str) and version.startswith("3.2") else "schema_v31"


class _Check:
    """A JSON Schema, and what was found to fit it in this process.

    Hundreds of documents of one interface are made of the same few parts, and to validate a part
    costs a hundred times what it costs to load it; so each shape of a part is validated once.
    """

    def __init__(self, validator: Validator) -> None:
        self._validator = validator
        self._valid: set[str] = set()

    def violations(self, value: Json, content: Json) -> list[ValidationError]:
        """Return what is wrong with a value; its content decides whether it was seen before."""
        shape = json.dumps(_shape(content), ensure_ascii=False, separators=(",", ":"))
        if shape in self._valid:
            return []
        found = list(self._validator.iter_errors(value))
        if not found:
            self._valid.add(shape)
        return found


@lru_cache(maxsize=2)
def _openapi_check(version: str) -> _Check:
    # By name, for the package gives it no type.
    return _check_by(dict(getattr(import_module("openapi_spec_validator.schemas"), version)))


@lru_cache(maxsize=1)
def _schema_check() -> _Check:
    from jsonschema import Draft202012Validator

    return _check_by(dict(Draft202012Validator.META_SCHEMA))


def _check_by(schema: dict[str, object]) -> _Check:
    # Imported here because it takes longer than the whole of a small generation.
    from jsonschema import Draft202012Validator
    from referencing.jsonschema import DRAFT202012, SchemaRegistry

    # A schema given to the validator itself is searched for anchors again at every reference;
    # one in a registry that was crawled beforehand is not, which is three times as quick.
    identifier = str(schema["$id"])
    resource = DRAFT202012.create_resource(schema)
    published: SchemaRegistry = getattr(import_module("jsonschema_specifications"), "REGISTRY")
    registry = published.with_resource(identifier, resource).crawl()
    return _Check(Draft202012Validator({"$ref": identifier}, registry=registry))


def _shape(value: Json) -> Json:
    if isinstance(value, dict):
        return {
            key: "" if key in _PROSE and isinstance(member, str) else _shape(member)
            for key, member in value.items()
        }
    if isinstance(value, list):
        return [_shape(element) for element in value]
    return value


def _parts(root: dict[str, Json]) -> Iterator[tuple[dict[str, Json], Json]]:
    """Yield small documents that are all valid if, and only if, the document is.

    Each holds one path or component at its own pointer; the first holds what is neither. With each
    comes its content, in which a name counts only if it could be wrong.
    """
    paths, components = root.get("paths"), root.get("components")
    rest = dict(root)
    if isinstance(paths, dict):
        rest["paths"] = {}
    if isinstance(components, dict):
        rest["components"] = {}
    yield rest, rest
    around: dict[str, Json] = {"openapi": root.get("openapi"), "info": {"title": "", "version": ""}}
    if isinstance(paths, dict):
        for path, item in paths.items():
            name = "" if path.startswith("/") else path
            yield {**around, "paths": {path: item}}, ["paths", name, item]
    if isinstance(components, dict):
        for section, named in components.items():
            if not isinstance(named, dict) or section.startswith("x-"):
                yield {**around, "components": {section: named}}, ["components", section, named]
                continue
            yield {**around, "components": {section: {}}}, ["components", section, {}]
            for key, component in named.items():
                name = "" if _COMPONENT_NAME.fullmatch(key) else key
                part: dict[str, Json] = {**around, "components": {section: {key: component}}}
                yield part, ["component", section, name, component]


def _outermost_schemas(document: Document) -> Iterator[Node]:
    outer: Node | None = None
    for kind, node in walk_objects(document):
        if kind is Kind.SCHEMA:
            # The objects inside of a schema are schemas as well and follow it immediately.
            if outer is None or node.pointer[: len(outer.pointer)] != outer.pointer:
                outer = node
                yield node


@contextmanager
def _deep_recursion() -> Generator[None]:
    """Let the validator follow a document as deep as one may be; it takes many calls a level."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(max(before, _ENOUGH_RECURSION))
    try:
        yield
    finally:
        sys.setrecursionlimit(before)
