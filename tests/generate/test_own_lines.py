"""What users add to the generated pyproject.toml stays there; the choice of a build backend."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
import specloom as library
from specloom.emit.own_lines import merge

from tests.generate.support import HEAD, snapshot, specloom

BEFORE = """\
# Generated.

[build-system]
requires = ["hatchling"]

[project]
name = "shop"
version = "1"
dependencies = [
    "httpx2>=2.14",
    "msgspec>=0.20",
]

[project.urls]
"Home" = "https://a.example"

[tool.hatch]
packages = ["shop"]
"""


def merged(mine: dict[str, str], now: dict[str, str]) -> tuple[str, list[str]]:
    """Merge two edits of the same file, each given as replacements of strings."""
    texts = [BEFORE, BEFORE]
    for index, edits in enumerate((mine, now)):
        for old, new in edits.items():
            assert old in BEFORE
            texts[index] = texts[index].replace(old, new)
    made = merge(BEFORE, *texts, "pyproject.toml")
    tomllib.loads(made.text)
    return made.text, [each.message for each in made.warnings]


def test_lines_of_the_user_and_of_specloom_are_joined() -> None:
    mine = {
        '    "msgspec>=0.20",\n': '    "msgspec>=0.20",\n    "rich>=13",  # for the table\n',
        "[tool.hatch]": "# Ours.\n[tool.ruff]\nline-length = 79  # narrow\n\n[tool.hatch]",
        'version = "1"': 'version = "1"\nkeywords = ["shop"]',
    }
    now = {
        'version = "1"': 'version = "2"',
        '"msgspec>=0.20"': '"msgspec>=0.21"',
        '    "httpx2>=2.14",\n': '    "httpx2>=2.14",\n    "core>=1",\n',
        '"Home" = "https://a.example"': '"Docs" = "https://b.example"',
    }
    text, warnings = merged(mine, now)
    assert warnings == []
    assert "# Ours.\n[tool.ruff]\nline-length = 79  # narrow\n" in text
    assert '"rich>=13",  # for the table\n' in text
    found = tomllib.loads(text)
    assert found["project"]["dependencies"] == [
        "httpx2>=2.14",
        "msgspec>=0.21",
        "rich>=13",
        "core>=1",
    ]
    assert found["project"]["keywords"] == ["shop"] and found["project"]["version"] == "2"
    assert found["project"]["urls"] == {"Docs": "https://b.example"}


@pytest.mark.parametrize(
    ("mine", "now", "said"),
    [
        (
            {'version = "1"': 'version = "1.5"'},
            {'version = "1"': 'version = "2"'},
            "project.version was generated as '1' and is now generated as '2'; your value '1.5' is preserved",
        ),
        (
            {'"msgspec>=0.20"': '"msgspec>=0.30"'},
            {'"msgspec>=0.20"': '"msgspec>=0.21"'},
            "project.dependencies was generated as 'msgspec>=0.20' and is now generated as "
            "'msgspec>=0.21'; your value 'msgspec>=0.30' is preserved",
        ),
        (
            {'version = "1"\n': ""},
            {'version = "1"': 'version = "2"'},
            "your value nothing is preserved",
        ),
        (
            {'    "msgspec>=0.20",\n': '    "msgspec>=0.20",\n    "Core_X>=2",\n'},
            {'    "msgspec>=0.20",\n': '    "msgspec>=0.20",\n    "core-x>=1",\n'},
            "your value 'Core_X>=2' is preserved",
        ),
        ({'version = "1"': 'version = "2"'}, {'version = "1"': 'version = "2"'}, None),
        ({'version = "1"': 'version = "1.5"'}, {'name = "shop"': 'name = "store"'}, None),
        ({'    "msgspec>=0.20",\n': ""}, {'name = "shop"': 'name = "store"'}, None),
        (
            {"[tool.hatch]": "[tool.hatch]\nmine = 1"},
            {'[tool.hatch]\npackages = ["shop"]\n': ""},
            None,
        ),
    ],
)
def test_only_a_value_that_both_changed_is_a_conflict(
    mine: dict[str, str], now: dict[str, str], said: str | None
) -> None:
    text, warnings = merged(mine, now)
    assert (said in warnings[0] if said and warnings else said is None) and len(warnings) <= 1
    new = next(iter(mine.values()))
    assert new in text or "mine = 1" in text


def project_with(folder: Path, settings: str = "", version: str = "1") -> Path:
    document = f"{HEAD}paths: {{/cars: {{get: {{responses: {{'204': {{description: ''}}}}}}}}}}\n"
    (folder / "api.yaml").write_text(document.replace('"1"', f'"{version}"'), "utf-8")
    file = folder / "specloom.toml"
    file.write_text(
        f'[package]\nname = "shop"\noutput = "out"\n{settings}\n[documents]\nfiles = "api.yaml"\n',
        "utf-8",
    )
    return file


def test_a_changed_pyproject_is_no_drift_and_stays(tmp_path: Path) -> None:
    file = project_with(tmp_path)
    assert specloom("generate", "--project", file).exit_code == 0
    path = tmp_path / "out/pyproject.toml"
    own = path.read_text("utf-8").replace('"msgspec>=0.20",', '"msgspec>=0.20",\n    "rich",')
    own += "\n[tool.ruff]\nline-length = 79\n"
    path.write_text(own, "utf-8")
    before = snapshot(tmp_path)
    assert specloom("check", "--project", file).exit_code == 0
    assert snapshot(tmp_path) == before
    assert "@@" not in specloom("generate", "--diff", "--project", file).output
    assert path.read_text("utf-8") == own

    project_with(tmp_path, version="2")
    assert library.generate(file).diagnostics == ()
    assert path.read_text("utf-8") == own.replace('version = "1"', 'version = "2"')
    assert specloom("check", "--project", file).exit_code == 0

    path.write_text(path.read_text("utf-8").replace('version = "2"', 'version = "2.1"'), "utf-8")
    project_with(tmp_path, version="3")
    refused = specloom("generate", "--strict", "--project", file)
    assert (
        refused.exit_code == 1 and "out/pyproject.toml:9:1: error[own-line-kept]" in refused.errors
    )
    made = specloom("generate", "--project", file)
    assert made.exit_code == 0 and "your value '2.1' is preserved" in made.errors
    assert 'version = "2.1"' in path.read_text("utf-8")
    path.write_text("[project\n", "utf-8")
    project_with(tmp_path, version="4")
    refused = specloom("generate", "--project", file)
    assert refused.exit_code == 1 and "pyproject.toml:1:9: error[invalid-toml]" in refused.errors
    path.unlink()
    assert specloom("generate", "--project", file).exit_code == 0
    assert tomllib.loads(path.read_text("utf-8"))["project"]["version"] == "4"


def test_a_command_may_change_it(tmp_path: Path) -> None:
    append = (
        "import pathlib as p; f = p.Path('pyproject.toml'); f.write_text(f.read_text() + '# x')"
    )
    file = project_with(tmp_path, f'post_hooks = [["python", "-c", "{append}"]]')
    assert specloom("generate", "--project", file).exit_code == 0
    again = specloom("generate", "--project", file)
    assert "ran " not in again.output and specloom("check", "--project", file).exit_code == 0
    project_with(tmp_path)
    assert specloom("generate", "--project", file).exit_code == 0
    assert (tmp_path / "out/pyproject.toml").read_text("utf-8").count("# x") == 1


@pytest.mark.parametrize(
    ("backend", "build", "table"),
    [
        ("hatchling", "hatchling.build", ("hatch", "build", "targets", "wheel", "packages")),
        ("uv_build", "uv_build", ("uv", "build-backend", "module-name")),
        ("poetry-core", "poetry.core.masonry.api", ("poetry", "packages")),
        ("setuptools", "setuptools.build_meta", ("setuptools", "packages", "find", "include")),
    ],
)
def test_a_build_backend_is_chosen(
    tmp_path: Path, backend: str, build: str, table: tuple[str, ...]
) -> None:
    file = project_with(tmp_path, f'build_backend = "{backend}"')
    assert specloom("generate", "--project", file).exit_code == 0
    found = tomllib.loads((tmp_path / "out/pyproject.toml").read_text("utf-8"))
    assert found["build-system"]["build-backend"] == build
    assert found["build-system"]["requires"][0].startswith(backend)
    value = found["tool"]
    for key in table:
        value = value[key]
    assert "shop" in str(value)
    # Every backend reads the standard table, also that of poetry.
    assert found["project"]["dependencies"] and list(found["tool"]) == [table[0]]


def test_an_unknown_backend_is_refused(tmp_path: Path) -> None:
    refused = specloom("generate", "--project", project_with(tmp_path, 'build_backend = "flit"'))
    assert refused.exit_code == 1 and "one of hatchling, uv_build, poetry-core" in refused.errors
