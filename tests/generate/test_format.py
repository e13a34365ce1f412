"""Test the style of the output: black does not change what is printed, and formats what users add."""

from __future__ import annotations

import random
import subprocess
import sys
from functools import cache
from pathlib import Path

import black as black_itself
import pytest
from black.mode import Mode, TargetVersion
from specloom import processes
from specloom.cache import Cache
from specloom.cache.modules import Modules
from specloom.diagnostics import SpecloomError
from specloom.emit import black
from specloom.emit.file import File
from specloom.emit.format import format_ahead, format_files
from specloom.emit.render import render, template_root
from specloom.pipeline import compile_project
from specloom.project.model import plain_project
from specloom.python.code import WIDTH
from specloom.python.plan import plan

from tests.generate.support import HEAD, project_of, specloom

ROOT = Path(__file__).parent.parent.parent
DOCUMENTS = (
    *sorted((Path(__file__).parent / "documents").glob("*.yaml")),
    ROOT / "examples" / "petstore" / "petstore.yaml",
    *(ROOT / "specs" / "documents" / "2026-03" / f"{name}.json" for name in ("lists", "tasks")),
)
MODE = Mode(line_length=WIDTH, target_versions={TargetVersion.PY311})
CORE_MODE = Mode(line_length=100, target_versions={TargetVersion.PY311})
COPIED = {f"shop/{path.name}" for path in (template_root() / "%module").glob("*.py")}


@cache
def rendered(document: Path) -> tuple[File, ...]:
    project = plain_project((document,), package="shop", output=Path("out"))
    compiled = compile_project(project)
    planned = plan(compiled.interned, compiled.names, project)
    files = render(planned, template_root())
    return tuple(each for each in files if each.path.endswith(".py"))


@pytest.mark.whole
def test_the_modules_of_the_template_tree_have_the_style() -> None:
    """`make check` runs black on the same files, for a commit that changes a few of them."""
    for path in sorted((template_root() / "%module").rglob("*.py")):
        text = path.read_text("utf-8")
        assert black_itself.format_str(text, mode=CORE_MODE) == text, path


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_black_leaves_every_rendered_module_alone(document: Path) -> None:
    modules = [each for each in rendered(document) if "/_core/" not in each.path]
    assert any("/resources/" in each.path for each in modules)
    for each in modules:
        if each.path not in COPIED:
            assert each.is_formatted and "# fmt:" not in each.text
            assert black_itself.format_str(each.text, mode=MODE) == each.text, each.path


def test_black_leaves_modules_without_resources_or_models_alone(tmp_path: Path) -> None:
    document = tmp_path / "api.yaml"
    for paths in ("{}", "{/cars: {get: {responses: {'204': {description: ''}}}}}"):
        document.write_text(f"{HEAD}paths: {paths}\n", "utf-8")
        project = plain_project((document,), package="shop", output=Path("out"))
        compiled = compile_project(project)
        for each in render(plan(compiled.interned, compiled.names, project), template_root()):
            if each.path.endswith(".py") and "/_core/" not in each.path and each.path not in COPIED:
                assert black_itself.format_str(each.text, mode=MODE) == each.text, each.path


# --- through the stage -----------------------------------------------------------------------


def test_files_are_formatted_ahead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In another process, if there is much; a file that has changed since is formatted as usual."""
    monkeypatch.setattr(processes, "processors", lambda: 2)
    comment = f"# {'-' * black.ENOUGH}\n"
    large, done = f"x   =  1  {comment}", f"x = 1  {comment}"
    modules = Modules(Cache(tmp_path), "black")
    for texts, is_used in (([large, "y   =  2\n"], True), (["y   =  2\n"], False)):
        ahead = black.Ahead(texts)
        made = ahead.results()
        assert made == ({large: done, "y   =  2\n": "y = 2\n"} if is_used else {})
        ahead.stop()
    ahead = black.Ahead([large, "("])
    assert ahead.results() == {}
    ahead = format_ahead([large], modules, "black")
    assert ahead is not None and format_ahead([large], modules, "ruff") is None
    files = (File("a.py", large), File("b.py", "z   =  3\n"))
    monkeypatch.setattr(black, "format_texts", lambda texts: ["z = 3\n"] * len(texts))
    found = format_files(files, modules, ahead=ahead)
    assert [each.text for each in found] == [done, "z = 3\n"]
    # What is in the cache is not formatted again.
    again = format_ahead([large], Modules(Cache(tmp_path), "black"), "black")
    assert again is not None and again.results() == {}


def test_formatting_ahead_ends_with_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes, "processors", lambda: 2)
    ahead = black.Ahead(["x   =  1\n" * black.ENOUGH])
    assert ahead._process is not None
    ahead.stop()
    assert ahead._process.poll() is not None


def test_python_is_formatted_and_nothing_else(tmp_path: Path) -> None:
    files = (
        File("a.py", "x   =  1\n"),
        File("a.md", "x   =  1\n"),
        File("b.py", "x   =  1\n", is_formatted=True),
    )
    made = format_files(files, Modules(Cache(tmp_path)))
    assert [each.text for each in made] == ["x = 1\n", "x   =  1\n", "x   =  1\n"]


@pytest.mark.whole
def test_several_processes_make_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [f"x   =  {number}\n" * number for number in range(1, 20)]
    random.Random(1).shuffle(texts)
    one = black.format_texts(texts)
    monkeypatch.setattr(black, "MANY", 10)
    monkeypatch.setattr(processes, "processors", lambda: 3)
    assert black.format_texts(texts) == one


def test_a_process_that_fails_is_done_without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(black, "MANY", 1)
    monkeypatch.setattr(processes, "processors", lambda: 2)
    monkeypatch.setattr(sys, "executable", "/bin/false")
    assert black.format_texts(["x   =  1\n", "y   =  1\n"]) == ["x = 1\n", "y = 1\n"]


def test_ruff_formats(tmp_path: Path) -> None:
    text = HEAD + "paths: {/cars: {get: {responses: {'204': {description: ''}}}}}\n"
    project_of(text, tmp_path, "shop", "")
    file = tmp_path / "specloom.toml"
    file.write_text(
        file.read_text("utf-8").replace("output", 'formatter = "ruff"\noutput'), "utf-8"
    )
    assert specloom("generate", "--project", file).exit_code == 0
    made = tmp_path / "out"
    subprocess.run([sys.executable, "-m", "compileall", "-q", made], check=True)
    for path in (made / "shop").glob("*.py"):
        assert "'" not in path.read_text("utf-8").split("from")[0]


def test_an_addition_that_is_not_python_is_an_error_at_its_line() -> None:
    with pytest.raises(SpecloomError) as caught:
        format_files((File("shop/own.py", "x = 1\nif:\n", source="own.py"),))
    [found] = caught.value.diagnostics
    assert found.code == "invalid-python" and "own.py" in found.hint
    assert found.location is not None and found.location.line == 2


def test_ruff_has_to_be_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ruff", None)
    monkeypatch.setitem(sys.modules, "ruff.__main__", None)
    with pytest.raises(SpecloomError) as caught:
        format_files((File("a.py", "x = 1\n"),), formatter="ruff")
    assert [each.code for each in caught.value.diagnostics] == ["formatter-not-installed"]


def test_no_other_formatter_is_known(tmp_path: Path) -> None:
    project_of(HEAD + "paths: {}\n", tmp_path, "shop", "")
    file = tmp_path / "specloom.toml"
    file.write_text(file.read_text("utf-8").replace("output", 'formatter = "x"\noutput'), "utf-8")
    refused = specloom("generate", "--project", file)
    assert refused.exit_code == 1 and "formatter: must be one of black, ruff" in refused.errors
    assert specloom("generate", "--formatter", "x").exit_code == 2


def test_the_command_line_imports_what_it_needs() -> None:
    code = "import sys, specloom.cli, specloom.runs; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(ran.stdout.split())
    heavy = ("black", "jinja2", "jsonschema", "openapi_spec_validator", "rich", "yaml")
    assert not loaded & set(heavy)
