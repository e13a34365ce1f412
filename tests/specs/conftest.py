"""The endpoint documents, as they are published and as the overlays correct them."""

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from specloom.documents.load import load_document
from specloom.documents.overlay import Overlay, apply_overlays, load_overlay

SPECS = Path(__file__).parents[2] / "specs"
DOCUMENTS = ("v3/tasks", "v3/calls", "2026-03/appointments", "2025-09/objects")
METHODS = ("get", "put", "post", "patch", "delete")

Document = dict[str, Any]
Validate = Callable[[Document, Mapping[str, Any], object], None]
Operations = Callable[[Document], Iterator[tuple[str, str, dict[str, Any]]]]


@pytest.fixture(params=DOCUMENTS)
def name(request: pytest.FixtureRequest) -> str:
    """Each document in turn, as `version/object`."""
    return str(request.param)


@pytest.fixture(scope="session")
def published() -> dict[str, Document]:
    """The committed documents by `version/object`."""
    return {
        name: json.loads((SPECS / f"documents/{name}.json").read_text("utf-8"))
        for name in DOCUMENTS
    }


@pytest.fixture(scope="session")
def overlays() -> tuple[Overlay, ...]:
    """All overlays, in the order of their names."""
    return tuple(
        load_overlay(path, path.name) for path in sorted((SPECS / "overlays").glob("*.yaml"))
    )


@pytest.fixture(scope="session")
def corrected(overlays: tuple[Overlay, ...]) -> dict[str, Document]:
    """The documents with all overlays applied."""
    loaded = tuple(load_document(SPECS / f"documents/{name}.json", name) for name in DOCUMENTS)
    return {
        document.path: json.loads(json.dumps(document.root))
        for document in apply_overlays(loaded, overlays)
    }


@pytest.fixture(scope="session")
def operations() -> Operations:
    """Lists the operations of a document: path, method in capitals, operation."""

    def operations(document: Document) -> Iterator[tuple[str, str, dict[str, Any]]]:
        for path, item in document["paths"].items():
            for method in METHODS:
                if method in item:
                    yield path, method.upper(), item[method]

    return operations


@pytest.fixture(scope="session")
def validate() -> Validate:
    """Raises jsonschema.ValidationError where a value does not fit a schema of a document."""

    def validate(document: Document, schema: Mapping[str, Any], value: object) -> None:
        whole = {"components": document["components"], "allOf": [schema]}
        formats = jsonschema.FormatChecker()
        jsonschema.Draft202012Validator(whole, format_checker=formats).validate(value)

    return validate
