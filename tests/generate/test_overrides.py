"""Test templates that a project replaces, file by file."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct
from specloom.pipeline import compile_project
from specloom.project.model import plain_project
from specloom.python import views
from specloom.python.plan import plan
from specloom.templates import SUFFIX, template_names, template_root

from tests.generate.support import HEAD, project_of, specloom

PAGE = Path(__file__).parents[2] / "docs" / "templates.md"
TEXT = HEAD + """\
paths:
  /cars:
    get:
      responses: {"200": {description: "", content: {application/json: {schema: {$ref: "#/components/schemas/Car"}}}}}
components:
  schemas:
    Car: {type: object, properties: {id: {type: integer}}}
"""
SETTINGS = '[templates]\nfolder = "own"\n'
MODELS = "%module/%version/models.py.j2"


def project_with(folder: Path, files: dict[str, str]) -> Path:
    """Return the path of a project file with these files in place of templates."""
    (folder / "own").mkdir()
    project_of(TEXT, folder, "shop", "")
    for name, text in files.items():
        path = folder / "own" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    file = folder / "specloom.toml"
    file.write_text(SETTINGS + file.read_text("utf-8"), "utf-8")
    return file


def example() -> str:
    """Return the template that the page shows."""
    [text] = re.findall(r"```jinja\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    return str(text)


def test_files_are_replaced_one_by_one_and_changes_are_seen(tmp_path: Path) -> None:
    names = "{% for each in view.classes %}\n'{{ each.name }}',\n{% endfor %}"
    own = {
        "README.md.j2": example(),
        MODELS: '{% include "specloom/' + MODELS + '" %}\nNAMES  =  [' + names + "]\n",
        "%module/_core/retries.py": (template_root() / "%module/_core/retries.py").read_text(
            "utf-8"
        )
        + "\nOWN  =  1\n",
    }
    file = project_with(tmp_path, own)
    assert specloom("generate", "--project", file).exit_code == 0
    readme = (tmp_path / "out/README.md").read_text("utf-8")
    assert "pip install shop" in readme and readme.endswith("Ask in #api-clients about shop.\n")
    models = (tmp_path / "out/shop/models.py").read_text("utf-8")
    assert "class Car(Model, kw_only=True):" in models
    assert models.endswith('NAMES = [\n    "Car",\n]\n')  # formatted
    assert (tmp_path / "out/shop/_core/retries.py").read_text("utf-8").endswith("\nOWN = 1\n")
    (tmp_path / "own/README.md.j2").write_text("Changed.\n", "utf-8")  # no cached run is used
    assert specloom("generate", "--project", file).exit_code == 0
    assert (tmp_path / "out/README.md").read_text("utf-8") == "Changed.\n"


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("%module/models.j2", "%module/models.py.j2"),
        ("README.j2", "README.md.j2"),
        ("client.py.j2", "%module/%version/_client.py.j2"),
    ],
)
def test_a_file_that_replaces_none_is_an_error(tmp_path: Path, name: str, nearest: str) -> None:
    file = project_with(tmp_path, {name: ""})
    refused = specloom("generate", "--project", file)
    assert refused.exit_code == 1 and "specloom.toml:2:1: error[invalid-project]" in refused.errors
    assert f"own/{name} does not replace a template; did you mean '{nearest}'?" in refused.errors
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("name", "text", "line", "said"),
    [
        ("README.md.j2", "a\n{% for each in %}", 2, "template fails: TemplateSyntaxError"),
        ("README.md.j2", "a\n\n{{ view.nothing }}", 3, "has no attribute 'nothing'"),
        ("README.md.j2", "a\n{{ other }}", 2, "'other' is undefined"),
        (MODELS, "x = 1\nif:\n", 2, "shop/models.py:2:1: error[invalid-python]"),
    ],
)
def test_an_error_in_a_template_is_at_its_line(
    tmp_path: Path, name: str, text: str, line: int, said: str
) -> None:
    file = project_with(tmp_path, {name: text})
    refused = specloom("generate", "--project", file)
    assert refused.exit_code == 1 and said in refused.errors
    if "invalid-python" not in said:
        assert f"own/{name}:{line}:1: error[template-failed]" in refused.errors
    assert name in refused.errors and not (tmp_path / "out").exists()


def test_a_folder_that_is_missing_is_an_error(tmp_path: Path) -> None:
    file = project_with(tmp_path, {})
    (tmp_path / "own").rmdir()
    refused = specloom("generate", "--project", file)
    assert refused.exit_code == 1 and "templates: the folder 'own' does not exist" in refused.errors


def test_the_page_lists_every_template_and_every_field() -> None:
    page = PAGE.read_text("utf-8")
    listed = re.findall(r"^\| `(\S+\.j2)` \|.*\| (.*) \|$", page, re.MULTILINE)
    assert sorted(name for name, _ in listed) == [
        each for each in template_names(template_root()) if each.endswith(SUFFIX)
    ]
    document = Path(__file__).parent / "documents" / "petstore.yaml"
    project = plain_project((document,), package="shop", output=Path("out"))
    compiled = compile_project(project)
    for each in plan(compiled.interned, compiled.names, project).files:
        assert dict(listed)[each.template] == f"`{type(each.view).__name__}`"
    kinds: dict[str, Any] = {
        name: each
        for name, each in vars(views).items()
        if each in Struct.__subclasses__() and each.__module__ == views.__name__
    }
    for name in kinds.keys() - {"Plan", "PlannedFile"}:
        section = page.partition(f"### `{name}`\n")[2].partition("###")[0]
        assert re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE) == list(
            kinds[name].__struct_fields__
        ), name
