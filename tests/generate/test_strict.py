"""Test that `--strict` treats omissions as errors in every command."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.generate.support import HEAD, specloom

FINE = HEAD + """\
paths:
  /pets:
    get:
      parameters: [{name: in, in: query, schema: {type: string}}]
      responses: {"204": {description: Done.}}
"""
OMITTED = FINE + """\
  /cats:
    get:
      parameters: [{$ref: "#/components/parameters/No"}]
      responses: {"204": {description: Done.}}
"""
COMMANDS = ["generate", "check", "validate", "inspect", "coverage"]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, which contains a project of one document."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "specloom.toml").write_text(
        '[package]\nname = "shop"\noutput = "out"\n[documents]\nfiles = "api.yaml"\n', "utf-8"
    )
    return tmp_path


@pytest.mark.parametrize("command", COMMANDS)
def test_what_is_left_out(command: str, folder: Path) -> None:
    (folder / "api.yaml").write_text(OMITTED, "utf-8")
    strict = specloom(command, "--strict")
    assert (strict.exit_code, strict.output) == (1, "")
    assert "api.yaml:10:21: error[dangling-reference]" in strict.errors
