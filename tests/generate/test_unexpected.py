"""Test that a bug in specloom is reported with the location in the document, and how to report it."""

from __future__ import annotations

from pathlib import Path

import pytest
from specloom.documents.document import Node

from tests.generate.support import HEAD, specloom

DOCUMENT = HEAD + """\
paths:
  /pets:
    get:
      operationId: listPets
      responses: {"204": {description: Done.}}
"""


@pytest.fixture
def document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write a document at which specloom fails."""
    whole = Node.texts

    def texts(node: Node, name: str) -> tuple[str, ...]:
        if name == "tags":
            raise KeyError("epoch")
        return whole(node, name)

    monkeypatch.setattr(Node, "texts", texts)
    path = tmp_path / "api.yaml"
    path.write_text(DOCUMENT, "utf-8")
    return path


def test_the_place_and_what_to_do(document: Path, tmp_path: Path) -> None:
    run = specloom("generate", document, "--package", "shop", "--output", tmp_path / "out")
    assert run.exit_code == 70
    assert f"{document.as_posix()}:5:5: error[internal-error] #/paths/~1pets/get: " in run.errors
    assert "KeyError: 'epoch' (specloom " in run.errors
    assert "hint: this is a bug in specloom, not in the document; please report it" in run.errors
    assert "Traceback" not in run.errors
    assert not (tmp_path / "out").exists()


def test_a_traceback_where_it_is_requested(document: Path, tmp_path: Path) -> None:
    run = specloom(
        "generate", document, "--package", "shop", "--output", tmp_path / "out", "--traceback"
    )
    assert run.exit_code == 70
    assert "Traceback (most recent call last)" in run.errors
