"""The endpoint documents, as published and with overlays applied."""

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012
from specloom.documents.document import Document as Loaded
from specloom.documents.overlays.overlay import Overlay, apply_overlays, load_overlay
from specloom.documents.reading.load import load_document

SPECS = Path(__file__).parents[2] / "specs"
METHODS = ("get", "put", "post", "patch", "delete")
# One document of each kind, for detailed tests.
DOCUMENTS = ("v3/tasks", "v3/calls", "2026-03/appointments", "2025-09/objects", "2026-09/contacts")

Document = dict[str, Any]
Validate = Callable[[Document, Mapping[str, Any], object], None]
Operations = Callable[[Document], Iterator[tuple[str, str, dict[str, Any]]]]


@pytest.fixture(params=DOCUMENTS)
def name(request: pytest.FixtureRequest) -> str:
    """Return each document of `DOCUMENTS` in turn, as `version/object`."""
    return str(request.param)


@pytest.fixture(scope="session")
def loaded() -> tuple[Loaded, ...]:
    """Return the committed documents as specloom loads them."""
    folder = SPECS / "documents"
    paths = sorted(folder.glob("*/*.json"))
    return tuple(
        load_document(path, path.relative_to(folder).with_suffix("").as_posix()) for path in paths
    )


@pytest.fixture(scope="session")
def published(loaded: tuple[Loaded, ...]) -> dict[str, Document]:
    """Return the committed documents by `version/object`."""
    return {document.path: json.loads(json.dumps(document.root)) for document in loaded}


@pytest.fixture(scope="session")
def overlays() -> tuple[Overlay, ...]:
    """Return all overlays, in the order of their names."""
    return tuple(
        load_overlay(path, path.name) for path in sorted((SPECS / "overlays").glob("*.yaml"))
    )


@pytest.fixture(scope="session")
def corrected(loaded: tuple[Loaded, ...], overlays: tuple[Overlay, ...]) -> dict[str, Document]:
    """Return the documents with all overlays applied."""
    return {
        document.path: json.loads(json.dumps(document.root))
        for document in apply_overlays(loaded, overlays)
    }


@pytest.fixture(scope="session")
def operations() -> Operations:
    """List the operations of a document: path, method in upper case, operation."""

    def operations(document: Document) -> Iterator[tuple[str, str, dict[str, Any]]]:
        for path, item in document["paths"].items():
            for method in METHODS:
                if method in item:
                    yield path, method.upper(), item[method]

    return operations


@pytest.fixture(scope="session")
def validate() -> Validate:
    """Raise jsonschema.ValidationError if a value does not fit a schema of a document."""
    formats = jsonschema.FormatChecker()
    registries: dict[int, Any] = {}

    def validate(document: Document, schema: Mapping[str, Any], value: object) -> None:
        components = document["components"]
        if id(components) not in registries:
            resource = Resource.from_contents({"components": components}, DRAFT202012)
            # The document is stored too, so that no other object gets its id.
            registry: Any = Registry().with_resource("urn:document", resource)
            registries[id(components)] = (components, registry)
        absolute = json.loads(json.dumps(schema).replace('"#/', '"urn:document#/'))
        jsonschema.Draft202012Validator(
            absolute, registry=registries[id(components)][1], format_checker=formats
        ).validate(value)

    return validate
