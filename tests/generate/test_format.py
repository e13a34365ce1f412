"""The style of the output: black's, whoever gives it, or ruff's."""

from __future__ import annotations

import random
import subprocess
import sys
from functools import cache
from pathlib import Path

import black as black_itself
import pytest
from black.mode import Mode, TargetVersion
from specloom.cache import Cache
from specloom.diagnostics import SpecloomError
from specloom.emit import black
from specloom.emit.file import File
from specloom.emit.format import format_files
from specloom.emit.kept import Kept
from specloom.emit.layout import lay_out
from specloom.emit.pieces import join, split
from specloom.emit.render import render, template_root
from specloom.emit.statement import LINE_LENGTH
from specloom.pipeline import compile_project
from specloom.project.model import plain_project
from specloom.python.plan import plan

from tests.generate.support import HEAD, project_of, specloom

ROOT = Path(__file__).parent.parent.parent
DOCUMENTS = (
    *sorted((Path(__file__).parent / "documents").glob("*.yaml")),
    *(ROOT / "specs" / "documents" / "2026-03" / f"{name}.json" for name in ("lists", "tasks")),
)
MODE = Mode(line_length=LINE_LENGTH, target_versions={TargetVersion.PY311})
LONG = "a_name_that_takes_some_room_for_itself"


@cache
def rendered(document: Path) -> tuple[File, ...]:
    project = plain_project((document,), package="shop", output=Path("out"))
    compiled = compile_project(project)
    planned = plan(compiled.interned, compiled.names, project)
    files = render(planned, template_root())
    return tuple(each for each in files if each.path.endswith(".py"))


def test_the_modules_of_the_template_tree_have_the_style() -> None:
    for path in sorted((template_root() / "%module").rglob("*.py")):
        text = path.read_text("utf-8")
        assert black_itself.format_str(text, mode=MODE) == text, path


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.stem)
def test_what_is_laid_out_has_the_style_and_is_most(document: Path) -> None:
    pieces = [
        piece for each in rendered(document) if each.is_rendered for piece in split(each.text)
    ]
    done = 0
    for piece in pieces:
        made = lay_out(piece)
        if made is not None:
            assert made == black_itself.format_str(piece, mode=MODE)
            done += len(piece)
    assert done > sum(map(len, pieces)) / 2


def test_a_module_in_pieces_is_the_module_as_a_whole() -> None:
    for each in rendered(DOCUMENTS[-1]):
        pieces = [black_itself.format_str(piece, mode=MODE) for piece in split(each.text)]
        assert join(pieces) == black_itself.format_str(each.text, mode=MODE), each.path


@pytest.mark.parametrize(
    "statement",
    [
        "x = f('a', \"b\")",
        "x = 'say \"no\"'",
        f"def f({LONG}: int, {LONG}_2: str = 'a', *, {LONG}_3: bool = True) -> None: ...",
        f"def f({LONG}: int, {LONG}_2: str = 'a', *, {LONG}_3: bool = True) -> None:\n    pass",
        f"def f({', '.join(f'{LONG}_{n}: int' for n in range(5))}) -> None:\n    pass",
        f"def f({LONG * 3}: dict[str, int]) -> None:\n    pass",
        f"X: Operation[{LONG}] = Operation('{LONG}', responses={{200: {LONG}, 'default': {LONG}}})",
        f"X: Operation[{LONG}] = Operation('{LONG}', bounds=({LONG}, {LONG}), names=('{LONG}',))",
        f"X: {LONG}[{LONG}, {LONG}] | {LONG} = field(default=1)",
        f"X: Literal['{LONG}', '{LONG}'] | str | UnsetType = field(default=1, name='{LONG}')",
        f"X: TypeAlias = {LONG} | {LONG}_2 | {LONG}_3 | {LONG}_4",
        f"class A({LONG}, {LONG}_2, {LONG}_3, {LONG}_4):\n    pass",
        f"class A({LONG}, {LONG}_2, roots=('/{LONG}', '/{LONG}')):\n    pass",
        f"from {LONG} import {LONG}, {LONG}_2, {LONG}_3",
        f"return_value = call({LONG}, [{LONG}, {LONG}, {LONG}], {{'{LONG}': 1}})",
        f"value = {LONG} + {LONG} + {LONG} + {LONG} + {LONG}",
        f"value = call({LONG} if {LONG} else {LONG}, {LONG} and {LONG})",
        "x = (1,)\ny = call(1,)\nz = [1,]",
        "x = (\n    1\n)\ny = call(\n    1,\n    'a',\n)",
        'class A:\n\n    """Text."""\n    x: int\n    def f(self) -> None: ...',
        'class A:\n    """Text."""\n\n\n    x: int\n\n\nY = 1',
        'class A:\n    """Text. """\n\n    x: int',
        'class A:\n    """Text.\n\n      More.  \n    """\n\n    x: int',
        "import a\n\n\nX = 1\n\n\n\nY = 2",
        "x = 1  # why\ny = lambda: 1",
        "# fmt: off\nx = [1,\n  2]\n# fmt: on\ny = 1",
    ],
)
def test_a_statement_is_laid_out_as_black_does_or_left_to_it(statement: str) -> None:
    for piece in (f"{statement}\n", f"class Around:\n    y = 1\n    {statement}\n"):
        try:
            expected = black_itself.format_str(piece, mode=MODE)
        except black_itself.InvalidInput:
            continue
        assert lay_out(piece) in (None, expected)


# --- through the stage -----------------------------------------------------------------------


def test_python_is_formatted_and_nothing_else(tmp_path: Path) -> None:
    files = (
        File("a.py", "x   =  1\n"),
        File("a.md", "x   =  1\n"),
        File("b.py", "x   =  1\n", is_formatted=True),
    )
    made = format_files(files, Kept(Cache(tmp_path)))
    assert [each.text for each in made] == ["x = 1\n", "x   =  1\n", "x   =  1\n"]


def test_several_processes_make_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [f"x   =  {number}\n" * number for number in range(1, 20)]
    random.Random(1).shuffle(texts)
    one = black.format_texts(texts)
    monkeypatch.setattr(black, "MANY", 10)
    monkeypatch.setattr(black, "_processors", lambda: 3)
    assert black.format_texts(texts) == one


def test_a_process_that_fails_is_done_without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(black, "MANY", 1)
    monkeypatch.setattr(black, "_processors", lambda: 2)
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
    assert refused.exit_code == 1 and "formatter: one of black, ruff" in refused.errors
    assert specloom("generate", "--formatter", "x").exit_code == 2


def test_the_command_line_imports_what_it_needs() -> None:
    code = "import sys, specloom.cli, specloom.runs; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(ran.stdout.split())
    heavy = ("black", "jinja2", "jsonschema", "openapi_spec_validator", "rich", "yaml")
    assert not loaded & set(heavy)
