"""Test hooks: functions of a project that change the IR and the views."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from tests.generate.support import HEAD, importable, project_of, specloom

PAGE = Path(__file__).parents[2] / "docs" / "hooks.md"
TEXT = HEAD + """\
paths:
  /cars:
    get: {responses: {"204": {description: ""}}}
    delete: {deprecated: true, responses: {"204": {description: ""}}}
"""
BOTH = """\
[hooks]
before_planning = "hooks:remove_deprecated"
before_rendering = "hooks:add_note"
"""


def project_with(folder: Path, source: str, settings: str = BOTH) -> Path:
    """Return the path of a project file with a module of hooks."""
    (folder / "hooks.py").write_text(source, "utf-8")
    document = folder / "api.yaml"
    document.write_text(TEXT, "utf-8")
    project_of(TEXT, folder, "shop", "")
    file = folder / "specloom.toml"
    file.write_text(settings + file.read_text("utf-8"), "utf-8")
    return file


def test_the_hooks_of_the_page_change_what_is_generated(tmp_path: Path) -> None:
    source = "\n".join(re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL))
    file = project_with(tmp_path, source)
    assert specloom("generate", "--project", file).exit_code == 0
    with importable(tmp_path / "out", "shop"):
        import shop  # type: ignore[import-not-found]

        client = shop.Shop(base_url="https://shop.example")
        assert client.__doc__ == "Shop. Ask #api-clients for help."
        assert hasattr(client.cars, "get") and not hasattr(client.cars, "delete")
    assert "hooks" not in sys.modules
    calls = specloom("inspect", "--calls", "--project", file).output
    assert "delete" not in calls
    changed = source.replace("Ask #api-clients", "Ask anyone")  # no cached run is used
    (tmp_path / "hooks.py").write_text(changed, "utf-8")
    assert specloom("generate", "--project", file).exit_code == 0
    assert "Ask anyone" in (tmp_path / "out/shop/_client.py").read_text("utf-8")


def test_a_change_of_a_module_that_a_hook_imports_is_seen(tmp_path: Path) -> None:
    settings = '[hooks]\nbefore_rendering = "hooks:unchanged"\n'
    file = project_with(
        tmp_path,
        "import helper\n\n\ndef unchanged(files):\n    return helper.of(files)\n",
        settings,
    )
    helper = tmp_path / "helper.py"
    helper.write_text("def of(files):\n    return files\n", "utf-8")
    assert specloom("generate", "--project", file).exit_code == 0
    assert (tmp_path / "out/README.md").exists()
    helper.write_text(
        "def of(files):\n    return [each for each in files if each.path != 'README.md']\n", "utf-8"
    )
    assert specloom("generate", "--project", file).exit_code == 0
    assert not (tmp_path / "out/README.md").exists()


RAISES = (
    "def f(value):\n    return inner(value)\n\n\ndef inner(value):\n    raise KeyError('name')\n"
)


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (RAISES, "hooks.py:6:1: error[hook-failed]: {hook}: hooks:f fails: KeyError: 'name'"),
        ("x = 1\nif:\n", "hooks.py:2:1: error[hook-failed]: {hook}: hooks:f cannot be imported"),
        ("import nothing_like_it\n", "hooks.py:1:1: error[hook-failed]: {hook}: hooks:f cannot"),
        ("", "specloom.toml:2:1: error[hook-failed]: {hook}: hooks:f does not exist"),
        (
            "def f(value): ...\n",
            "specloom.toml:2:1: error[hook-failed]: {hook}: hooks:f returned None",
        ),
    ],
)
@pytest.mark.parametrize("hook", ["before_planning", "before_rendering"])
def test_an_error_of_a_hook_is_located(tmp_path: Path, source: str, said: str, hook: str) -> None:
    file = project_with(tmp_path, source, f'[hooks]\n{hook} = "hooks:f"\n')
    refused = specloom("generate", "--project", file)
    assert refused.exit_code == 1 and said.format(hook=hook) in refused.errors
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("path='../README.md'", "'../README.md' is outside of the output folder"),
        ("path='shop/_client.py'", "'shop/_client.py' occurs twice"),
        ("template='x.j2'", "returned an unknown template, 'x.j2'"),
    ],
)
def test_files_that_cannot_be_rendered_are_refused(tmp_path: Path, change: str, said: str) -> None:
    source = (
        "from msgspec.structs import replace\n\n\n"
        f"def f(files):\n    return [*files, replace(files[0], {change})]\n"
    )
    file = project_with(tmp_path, source, '[hooks]\nbefore_rendering = "hooks:f"\n')
    refused = specloom("generate", "--project", file)
    assert refused.exit_code == 1 and said in refused.errors


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("hooks", "is not a function; write module:function"),
        ("hooks:a.b", "is not a function; write module:function"),
        ("../hooks:f", "is not a function; write module:function"),
        ("other:f", "the module 'other' does not exist next to the project file"),
    ],
)
def test_a_hook_names_a_function_of_a_module_beside_the_project_file(
    tmp_path: Path, value: str, said: str
) -> None:
    file = project_with(tmp_path, "", f'[hooks]\nbefore_planning = "{value}"\n')
    refused = specloom("generate", "--project", file)
    assert refused.exit_code == 1 and said in refused.errors
    assert "specloom.toml:2:1: error[invalid-project]" in refused.errors


def test_a_module_with_the_name_of_another_one_is_refused(tmp_path: Path) -> None:
    (tmp_path / "json.py").write_text("def f(value):\n    return value\n", "utf-8")
    file = project_with(tmp_path, "", '[hooks]\nbefore_planning = "json:f"\n')
    refused = specloom("generate", "--project", file)
    assert (
        refused.exit_code == 1 and "is in a module with the name of another one" in refused.errors
    )


def test_a_document_cannot_name_a_hook(tmp_path: Path) -> None:
    file = project_with(tmp_path, "raise SystemExit('called')\n", "")
    document = tmp_path / "api.yaml"
    extension = "x-specloom-hooks: {before_planning: 'hooks:f'}"
    document.write_text(f"{TEXT}{extension}\n", "utf-8")
    assert specloom("generate", "--project", file).exit_code == 0  # nothing was called
    document.write_text(TEXT.replace("get: {", f"get: {{{extension}, "), "utf-8")
    refused = specloom("generate", "--project", file)
    assert refused.exit_code == 1 and "error[unknown-extension]" in refused.errors
