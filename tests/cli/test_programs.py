"""Test `specloom.generate`, the table of calls, and the changelog of a generation."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
import specloom as toolkit

from tests.generate.support import HEAD, snapshot, specloom

DOCUMENT = HEAD + """\
paths:
  /pets/{id}:
    get:
      parameters: [{name: id, in: path, required: true, schema: {type: string}}, {name: full, in: query, schema: {type: boolean}}]
      responses: {"200": {description: A pet., content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}}
    delete:
      deprecated: true
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {"204": {description: Done.}}
components: {schemas: {Pet: {type: object, properties: {name: {type: string}}}}}
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, which contains a project of one document."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "api.yaml").write_text(DOCUMENT, "utf-8")
    (tmp_path / "specloom.toml").write_text(
        '[package]\nname = "shop"\nversion = "1.4.2"\noutput = "out"\n[documents]\nfiles = "api.yaml"\n',
        "utf-8",
    )
    return tmp_path


def test_generate_from_a_program(folder: Path) -> None:
    before = snapshot(folder)
    dry = toolkit.generate(dry_run=True)
    assert dry.changes.added
    assert snapshot(folder) == before
    made = toolkit.generate()
    assert made.output == Path("out")
    assert "shop/__init__.py" in made.changes.added
    assert toolkit.generate().changes.unchanged == len(made.changes.added)
    assert specloom("check").exit_code == 0
    plain = toolkit.generate(documents=["api.yaml"], package="pets", output="pets")
    assert "pets/__init__.py" in plain.changes.added
    (folder / "api.yaml").write_text(DOCUMENT.replace("schemas/Pet", "schemas/Dog", 1), "utf-8")
    with pytest.raises(toolkit.SpecloomError, match="dangling-reference"):
        toolkit.generate(strict=True)
    assert [each.code for each in toolkit.generate(dry_run=True).diagnostics] == [
        "dangling-reference"
    ]
    with pytest.raises(ValueError, match="need a package"):
        toolkit.generate(documents=["api.yaml"])


def test_the_table_of_calls() -> None:
    with Path("specloom.toml").open("a", encoding="utf-8") as file:
        file.write('[select]\nexclude = [{deprecated = true, reason = "it goes in May"}]\n')
    run = specloom("inspect", "--table")
    assert run.exit_code == 0, run.errors
    lines = [" ".join(each.replace("│", " ").split()) for each in run.output.splitlines()]
    assert "GET /pets/{id} pets.get(id, full=...) Pet" in lines
    assert not any(each.startswith("DELETE /pets/{id} pets.") for each in lines)
    assert "DELETE /pets/{id} is omitted: it goes in May" in lines


def test_a_changelog_at_each_generation(folder: Path) -> None:
    for arguments in (["init", "-q", "."], ["add", "."], ["commit", "-qm", "First"]):
        command = ["git", "-c", "user.name=A", "-c", "user.email=a@example.com", *arguments]
        subprocess.run(command, check=True)
    (folder / "api.yaml").write_text(DOCUMENT.replace("name: full", "name: detailed"), "utf-8")
    dry = specloom("generate", "--changelog", "CHANGELOG.md", "--dry-run")
    assert "version: 1.4.2 requires 2.0.0; set [package] version" in dry.output
    assert not Path("CHANGELOG.md").exists()
    run = specloom("generate", "--changelog", "CHANGELOG.md")
    assert run.exit_code == 0, run.errors
    text = Path("CHANGELOG.md").read_text("utf-8")
    assert text.startswith(
        "# Changelog\n\n## 2.0.0\n\n### Breaking changes\n\n* `pets.get`: argument removed: full"
    )
    assert "* `pets.get`: optional argument added: detailed\n" in text
    assert (
        "the revision 'v9' does not exist"
        in specloom("generate", "--changelog", "C.md", "--since", "v9").errors
    )


SEVERAL = """\
[limits]
seconds = 10

[documents]
files = "api.yaml"

[packages.shop.package]
name = "shop"
output = "shop-client"

[packages.public.package]
name = "shop-public"
output = "public-client"

[packages.public.select]
exclude = [{ method = "DELETE" }]
"""


def test_several_packages_of_one_project_file(folder: Path) -> None:
    Path("specloom.toml").write_text(SEVERAL, "utf-8")
    run = specloom("generate")
    assert run.exit_code == 0, run.errors
    assert [each for each in run.output.splitlines() if not each.startswith(" ")][:2][0] == "shop:"
    assert "API: 2 calls" in run.output
    assert "API: 1 call\n" in run.output
    assert Path("public-client/shop_public/__init__.py").is_file()
    assert specloom("check").exit_code == 0
    (folder / "public-client" / "README.md").write_text("x", "utf-8")
    (folder / "shop-client" / "README.md").write_text("x", "utf-8")
    check = specloom("check")
    assert check.exit_code == 1
    assert "public-client: error[drift]" in check.errors
    assert "shop-client: error[drift]" in check.errors
    assert specloom("generate", "--only", "public").exit_code == 0
    assert specloom("check", "--only", "public").exit_code == 0
    assert specloom("check").exit_code == 1
    assert "choose one with --only: shop, public" in specloom("inspect").errors
    assert (
        "the package 'none' does not exist; the packages are shop, public"
        in specloom("check", "--only", "none").errors
    )
    assert specloom("inspect", "--only", "shop").exit_code == 0
