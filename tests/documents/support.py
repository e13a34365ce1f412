"""Small documents for the tests of the first stages, and the errors that these report."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from specloom.diagnostics import Location, SpecloomError, format_diagnostic
from specloom.documents.document import Document
from specloom.documents.reading.load import load_source
from specloom.documents.reading.positions import position
from specloom.documents.reading.yaml_text import parse_yaml

HEAD = """
openapi: 3.1.0
info: {title: Pets, version: "1"}
"""


def document(text: str, path: str = "api.yaml", head: str = HEAD) -> Document:
    """Return the document of some YAML, by default with the beginning of an OpenAPI document."""
    root = parse_yaml(head + textwrap.dedent(text), path)
    assert isinstance(root, dict)
    return Document(path, root)


def objection(stage: Callable[[], object]) -> str:
    """Return the message of the error that a stage raises."""
    with pytest.raises(SpecloomError) as caught:
        stage()
    return str(caught.value)


def codes(stage: Callable[[], object]) -> list[str]:
    """Return the codes of the errors that a stage raises."""
    with pytest.raises(SpecloomError) as caught:
        stage()
    return [each.code for each in caught.value.diagnostics]


def listing(stage: Callable[[], object], folder: Path) -> str:
    """Return the messages of the error that a stage raises, with lines and columns."""

    def find(location: Location) -> tuple[int, int] | None:
        return position(folder / location.document, location.pointer)

    with pytest.raises(SpecloomError) as caught:
        stage()
    return "\n".join(format_diagnostic(each, find) for each in caught.value.diagnostics)


def written(folder: Path, name: str, text: str | bytes) -> Path:
    """Write a file of the test and return its path."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def parsed(folder: Path, name: str, text: str | bytes) -> object:
    """Return the value that is loaded from a file with this content."""
    return load_source(written(folder, name, text), name).value
