"""`--strict` means one thing in every command: a warning is an error, a note is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.generate.support import HEAD, snapshot, specloom

NOTES = HEAD + """\
paths:
  /pets:
    get:
      parameters: [{name: in, in: query, schema: {type: string}}]
      responses: {"204": {description: Done.}}
"""
# A key twice: a warning of loading, which every command does.
WARNING = NOTES.replace("description: Done.", "description: Done., description: Done.")
OMITTED = NOTES + """\
  /cats:
    get:
      parameters: [{$ref: "#/components/parameters/No"}]
      responses: {"204": {description: Done.}}
"""
COMMANDS = ["generate", "check", "validate", "inspect", "coverage"]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with a project of one document."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "specloom.toml").write_text(
        '[package]\nname = "shop"\noutput = "out"\n[documents]\nfiles = "api.yaml"\n', "utf-8"
    )
    return tmp_path


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command(command: str, folder: Path) -> None:
    document = folder / "api.yaml"
    document.write_text(NOTES, "utf-8")
    assert specloom("generate", "--strict").exit_code == 0
    notes = specloom(command, "--strict")
    assert notes.exit_code == 0
    assert "error" not in notes.errors

    document.write_text(WARNING, "utf-8")
    before = snapshot(folder)
    strict = specloom(command, "--strict")
    assert (strict.exit_code, strict.output) == (1, "")
    assert "api.yaml:7:47: error[duplicate-key]" in strict.errors
    assert "reserved-name" not in strict.errors
    assert snapshot(folder) == before
    relaxed = specloom(command)
    assert relaxed.exit_code == 0
    assert "api.yaml:7:47: warning[duplicate-key]" in relaxed.errors


@pytest.mark.parametrize("command", COMMANDS)
def test_what_is_left_out(command: str, folder: Path) -> None:
    (folder / "api.yaml").write_text(OMITTED, "utf-8")
    strict = specloom(command, "--strict")
    assert (strict.exit_code, strict.output) == (1, "")
    assert "api.yaml:10:21: error[dangling-reference]" in strict.errors
