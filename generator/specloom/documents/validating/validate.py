"""Validate documents against the published schemas of OpenAPI and JSON Schema."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Container, Generator, Iterator
from contextlib import contextmanager
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from specloom.diagnostics import Collector, Diagnostic
from specloom.documents.document import Document, Json, Node
from specloom.documents.parts import Parts
from specloom.documents.specification import (
    Kind,
    Many,
    Named,
    One,
    Patterned,
    members_of,
    walk_from,
)
from specloom.documents.validating.rules import check_operations
from specloom.documents.validating.violation import describe

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError
    from jsonschema.protocols import Validator
    from referencing.jsonschema import SchemaRegistry

# Text that no rule here checks: parts that differ only in it are equally valid.
_PROSE = frozenset(("title", "description", "summary", "operationId", "$ref"))
_PROSE_VALUE = re.compile(
    rf""""(?:{"|".join(f'(?<=[{{,]"{re.escape(each)}":")' for each in sorted(_PROSE))})"""
    r'''[^"\\]*+(?:\\.[^"\\]*+)*+"'''
)

_COMPONENT_NAME = re.compile(r"[a-zA-Z0-9._-]+")
_ENOUGH_RECURSION = 20_000


def validate(document: Document) -> None:
    """Validate a document in OpenAPI 3.1, after all upgrades and corrections.

    Raises:
        SpecloomError: with everything that the published schemas and `check_operations` object to.
    """
    collector = Collector()
    collector.add(*violations(document))
    with collector.item():
        check_operations(document)
    collector.raise_if_errors()


def violations(document: Document, parts: Parts | None = None) -> tuple[Diagnostic, ...]:
    """Return all violations of the published schemas of OpenAPI and JSON Schema.

    Parts that were valid in an earlier document are not validated again.
    """
    collector = Collector()
    schema = _schema_of(document)
    check = _check(schema)
    parts = parts or Parts()
    valid = parts.passed(schema)
    with _deep_recursion():
        root = document.root_node()
        collector.add(*describe(check.rest(document.root), document, ()))
        for kind, part in _parts(root):
            collector.add(*check.part(kind, part, valid))
    if not collector.diagnostics:
        valid.update(map(id, parts.of(document)))
    return collector.diagnostics


def _schema_of(document: Document) -> str:
    version = document.root.get("openapi")
    return "v3.2" if isinstance(version, str) and version.startswith("3.2") else "v3.1"


def _published(version: str) -> dict[str, object]:
    """Return the schema of OpenAPI that openapi-spec-validator ships.

    It is read from the folder of the package, because importing the package takes as long as the rest of
    a small generation.
    """
    found = find_spec("openapi_spec_validator")
    assert found is not None and found.submodule_search_locations
    folder = Path(found.submodule_search_locations[0], "resources", "schemas", version)
    schema: dict[str, object] = json.loads((folder / "schema.json").read_text("utf-8"))
    return schema


class _Check:
    """One version of OpenAPI's schema, and the values that were found valid in this process.

    Validating an object takes a hundred times as long as loading it, and a document has thousands of
    objects of few shapes. So each object is validated by itself, with stubs for the objects in it, and
    each shape once. Hundreds of documents of one API have whole paths and components in common, which
    are not even taken apart again.
    """

    def __init__(self, name: str) -> None:
        self._schema = _published(name)
        self._registry: SchemaRegistry | None = None
        self._validators: dict[str, Validator] = {}
        self._quick: dict[str, Callable[[Json], bool] | None] = {}
        self._valid: set[str] = set()

    def rest(self, root: dict[str, Json]) -> list[ValidationError]:
        """Return the violations outside of the paths and components of a document."""
        rest = dict(root)
        for key in ("paths", "components"):
            if isinstance(rest.get(key), dict):
                rest[key] = {}
        webhooks = rest.get("webhooks")
        if isinstance(webhooks, dict):
            rest["webhooks"] = {
                name: _stubbed(Kind.PATH_ITEM, each) for name, each in webhooks.items()
            }
        return self._violations("", rest, rest)

    def part(self, kind: Kind, node: Node, valid: Container[int]) -> Iterator[Diagnostic]:
        """Yield the violations of a path, a component or a list of their names.

        The values whose identities are in `valid` are not validated again.
        """
        if kind in (Kind.PATHS, Kind.COMPONENTS):
            local = _local(kind, node.value)
            found = self._violations(self._definition(kind), local, _neutral(kind, local))
            yield from describe(found, node.document, node.pointer)
            return
        if id(node.value) in valid:
            return
        shape = f"{kind.name} {_shape(node.value)}"
        if shape in self._valid:
            return
        is_valid = True
        for each, object_ in walk_from(kind, node, closed=valid):
            if id(object_.value) in valid:
                continue
            local = _local(each, object_.value)
            for finding in describe(
                self._violations(self._definition(each), local, _neutral(each, local)),
                node.document,
                object_.pointer,
            ):
                is_valid = False
                yield finding
        if is_valid:
            self._valid.add(shape)

    def _violations(self, definition: str, value: Json, content: Json) -> list[ValidationError]:
        shape = f"{definition} {_dumped(content)}"
        if shape in self._valid:
            return []
        if self._is_surely_valid(definition, value):
            self._valid.add(shape)
            return []
        found = list(self._validator(definition).iter_errors(value))
        if not found:
            self._valid.add(shape)
        return found

    def _is_surely_valid(self, definition: str, value: Json) -> bool:
        """Return whether the fast validator, if installed, finds a value valid."""
        if definition not in self._quick:
            self._quick[definition] = _quick_validator(self._schema, definition)
        is_valid = self._quick[definition]
        try:
            return is_valid is not None and is_valid(value)
        except ValueError:  # it does not accept every value, for example lone surrogates
            return False

    def _definition(self, kind: Kind) -> str:
        if kind is Kind.SCHEMA:
            return _METASCHEMA
        name = "callbacks" if kind is Kind.CALLBACK else kind.name.lower().replace("_", "-")
        known = self._schema["$defs"]
        assert isinstance(known, dict)
        either = f"{name}-or-reference"
        return f"#/$defs/{either if either in known else name}"

    def _validator(self, definition: str) -> Validator:
        if definition not in self._validators:
            self._registry = self._registry or _registry(self._schema)
            self._validators[definition] = _validator_by(self._schema, definition, self._registry)
        return self._validators[definition]


@lru_cache(maxsize=2)
def _check(name: str) -> _Check:
    return _Check(name)


_METASCHEMA = "metaschema"


def _registry(schema: dict[str, object]) -> SchemaRegistry:
    """Return the published schemas of OpenAPI and JSON Schema, with their anchors indexed."""
    from referencing.jsonschema import DRAFT202012

    # A schema that is passed to the validator itself is searched for anchors at every reference;
    # a registry that was crawled before is not, which is three times as fast.
    resource = DRAFT202012.create_resource(schema)
    published: SchemaRegistry = import_module("jsonschema_specifications").REGISTRY
    registry: SchemaRegistry = published.with_resource(str(schema["$id"]), resource).crawl()
    return registry


def _validator_by(
    schema: dict[str, object], definition: str, registry: SchemaRegistry
) -> Validator:
    # Imported here because it takes longer than a whole small generation.
    from jsonschema import Draft202012Validator

    identifier = str(schema["$id"]) + definition
    if definition == _METASCHEMA:
        identifier = str(Draft202012Validator.META_SCHEMA["$id"])
    return Draft202012Validator({"$ref": identifier}, registry=registry)


def _quick_validator(schema: dict[str, object], definition: str) -> Callable[[Json], bool] | None:
    """Return a validator of jsonschema-rs, an extra, or None if it is not installed."""
    try:
        rust = import_module("jsonschema_rs")
    except ImportError:
        return None
    reference = str(schema["$id"]) + definition
    if definition == _METASCHEMA:
        reference = "https://json-schema.org/draft/2020-12/schema"
    registry = rust.Registry([(schema["$id"], schema)])
    validator = rust.Draft202012Validator({"$ref": reference}, registry=registry)
    is_valid: Callable[[Json], bool] = validator.is_valid
    return is_valid


def _dumped(value: Json) -> str:
    try:
        return msgspec.json.encode(value).decode()
    except (ValueError, OverflowError):  # such as half a surrogate pair
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _shape(value: Json) -> str:
    """Return a value as JSON without its prose. Quotes in strings are escaped, so the pattern finds only members."""
    return _PROSE_VALUE.sub('""', _dumped(value))


def _stub(kind: Kind) -> Json:
    """Return a valid object of a kind, as a placeholder for one that is validated separately."""
    if kind is Kind.RESPONSES:
        return {"default": {"$ref": "#"}}
    bare = (Kind.SCHEMA, Kind.MEDIA_TYPE, Kind.ENCODING, Kind.OPERATION, Kind.PATH_ITEM)
    return {} if kind in (*bare, Kind.PATHS, Kind.COMPONENTS) else {"$ref": "#"}


def _stubbed(kind: Kind, value: Json) -> Json:
    is_object = isinstance(value, dict) or (kind is Kind.SCHEMA and isinstance(value, bool))
    return _stub(kind) if is_object else value


def _local(kind: Kind, value: Json) -> Json:
    """Return an object with stubs for the objects in it."""
    if not isinstance(value, dict):
        return value
    shapes = members_of(kind)
    if isinstance(shapes, Patterned):
        return {
            key: each if key.startswith("x-") else _stubbed(shapes.kind, each)
            for key, each in value.items()
        }
    made: dict[str, Json] = {}
    for key, each in value.items():
        match shapes.get(key):
            case One(inner):
                made[key] = _stubbed(inner, each)
            case Many(inner) if isinstance(each, list):
                made[key] = [_stubbed(inner, element) for element in each]
            case Named(inner) if isinstance(each, dict):
                made[key] = {name: _stubbed(inner, member) for name, member in each.items()}
            case _:
                made[key] = each
    return made


def _neutral(kind: Kind, local: Json) -> Json:
    """Return the structure of an object, without the names and values that cannot be invalid."""
    if not isinstance(local, dict):
        return local
    names = _NAMES.get(kind)
    if kind is Kind.PATHS:
        return {("/" if key.startswith("/") else key): each for key, each in local.items()}
    neutral: dict[str, Json] = {}
    shapes = members_of(kind)
    for key, each in local.items():
        shape = None if isinstance(shapes, Patterned) else shapes.get(key)
        if isinstance(shape, Named) and isinstance(each, dict):
            neutral[key] = _without_names(each, by=_COMPONENT_NAME if names else None)
        elif isinstance(shape, Many) and isinstance(each, list):
            neutral[key] = list({_dumped(element): element for element in each}.values())
        elif key in _DATA and (kind is Kind.SCHEMA or key == "example"):
            neutral[key] = _neutral_data(key, each)
        elif key in _PROSE | _TEXTS and isinstance(each, str):
            neutral[key] = ""
        else:
            neutral[key] = each
    return neutral


_NAMES = {Kind.COMPONENTS: True}
_DATA = frozenset(("default", "example", "examples", "const", "enum", "required"))
_TEXTS = frozenset(("pattern", "format", "name"))


def _without_names(members: dict[str, Json], *, by: re.Pattern[str] | None) -> Json:
    odd = {key: each for key, each in members.items() if by is not None and not by.fullmatch(key)}
    kinds = sorted({_dumped(each) for each in members.values()})
    return [odd, *kinds]


def _neutral_data(key: str, value: Json) -> Json:
    """Return what the metaschema restricts: whether a value is an array of unique strings."""
    if key in ("enum", "examples"):
        return [] if isinstance(value, list) else value
    if key == "required" and isinstance(value, list):
        if all(isinstance(each, str) for each in value) and len(set(map(str, value))) == len(value):
            return []
        return value
    return value if key == "required" else None


def _parts(root: Node) -> Iterator[tuple[Kind, Node]]:
    """Yield the paths and the components, each separately, and the objects that list them."""
    paths, webhooks, components = (root.get(key) for key in ("paths", "webhooks", "components"))
    if paths is not None and isinstance(paths.value, dict):
        yield Kind.PATHS, paths
        for path, item in paths.items():
            if not path.startswith("x-") and isinstance(item.value, dict):
                yield Kind.PATH_ITEM, item
    if webhooks is not None and isinstance(webhooks.value, dict):
        for _, item in webhooks.items():
            if isinstance(item.value, dict):
                yield Kind.PATH_ITEM, item
    if components is None or not isinstance(components.value, dict):
        return
    yield Kind.COMPONENTS, components
    shapes = members_of(Kind.COMPONENTS)
    for section, named in components.items():
        shape = None if isinstance(shapes, Patterned) else shapes.get(section)
        if isinstance(shape, Named) and isinstance(named.value, dict):
            for _, node in named.items():
                if isinstance(node.value, (dict, bool)):
                    yield shape.kind, node


@contextmanager
def _deep_recursion() -> Generator[None]:
    """Allow the validator to recurse into the deepest document; it makes many calls per level."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(max(before, _ENOUGH_RECURSION))
    try:
        yield
    finally:
        sys.setrecursionlimit(before)
