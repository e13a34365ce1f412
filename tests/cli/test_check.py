"""`specloom check`: without a cache it generates only if something differs, and it is not deceived."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest
import specloom as toolkit
from specloom import runs

from tests.generate.support import HEAD, snapshot, specloom

DOCUMENT = HEAD + """\
paths:
  /pets/{id}:
    get:
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {"200": {description: A pet., content: {application/json: {schema: {$ref: "pet.yaml"}}}}}
"""
PET = "type: object\nproperties: {name: {type: string}}\n"
OVERLAY = """\
overlay: 1.0.0
info: {title: Ours, version: "1"}
actions: [{target: $.info, update: {description: All pets.}}]
"""
PROJECT = """\
[package]
name = "shop"
output = "out"
formatter = "ruff"
[documents]
files = "api.yaml"
overlays = ["ours.yaml"]
[pins]
file = "pins.txt"
"""
FILES = {"api.yaml": DOCUMENT, "pet.yaml": PET, "ours.yaml": OVERLAY, "specloom.toml": PROJECT}
MANIFEST = Path("out/.specloom.json")
UNTYPED = '  /odd:\n    get: {responses: {"200": {description: A., headers: {X: 5}}}}\n'
OMITTED = (
    '  /cats:\n    get: {parameters: [{$ref: "#/no"}], responses: {"204": {description: D.}}}\n'
)


class Generations:
    """Counts how often a package is generated."""

    count = 0


@pytest.fixture(autouse=True)
def generations(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Generations:
    """A project in the current folder, generated without a cache."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("SPECLOOM_CACHE_DIR", str(tmp_path / "cache"))
    for name, text in FILES.items():
        Path(name).write_text(text, "utf-8")
    counted, make = Generations(), runs.generate

    def count(*arguments: Any) -> Any:
        counted.count += 1
        return make(*arguments)

    generated()
    monkeypatch.setattr(runs, "generate", count)
    return counted


def generated(code: int = 0) -> None:
    # The time of a file is compared with that of the run.
    for name in FILES:
        os.utime(name, (1e9, 1e9))
    assert specloom("generate").exit_code == code
    shutil.rmtree(os.environ["SPECLOOM_CACHE_DIR"], ignore_errors=True)


def drift() -> list[str]:
    """What a check reports as different."""
    run = specloom("check")
    lines = [each for each in run.errors.splitlines() if "error[drift]" in each]
    assert run.exit_code == int(bool(lines)), run.errors
    return [each.partition("error[drift]: ")[2] for each in lines]


def test_nothing_is_generated_where_nothing_differs(generations: Generations) -> None:
    before = snapshot(Path())
    run = specloom("check")
    assert (run.exit_code, run.output, run.errors) == (0, "out: up to date\n", "")
    assert specloom("check", "--strict").exit_code == 0
    assert generations.count == 0
    for option in ("--full", "--no-cache", "--fresh-names", "--notes"):
        assert specloom("check", option).exit_code == 0
    assert generations.count == 4
    assert snapshot(Path()) == before


def test_the_record_holds_on_another_machine(
    generations: Generations, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = tmp_path / "there"
    shutil.copytree(Path(), there)
    (there / "api.yaml").touch()
    monkeypatch.chdir(there)
    assert drift() == []
    monkeypatch.chdir(tmp_path)
    assert specloom("check", "--project", "there/specloom.toml").exit_code == 0
    assert generations.count == 0


@pytest.mark.parametrize("path", ["shop/__init__.py", "shop/models.py", "README.md"])
def test_an_edited_or_missing_file_of_the_output(generations: Generations, path: str) -> None:
    file = Path("out", path)
    before = file.read_bytes()
    file.write_bytes(before + b"#")
    assert drift() == [f"{path} differs"]
    file.unlink()
    assert drift() == [f"{path} is missing"]
    file.write_bytes(before)
    assert drift() == []
    assert generations.count == 2


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("api.yaml", ("A pet.", "The pet.")),
        ("pet.yaml", ("type: object", "description: Furry.\ntype: object")),
        ("ours.yaml", ("All pets", "Some pets")),
        ("specloom.toml", ('name = "shop"', 'name = "shop"\nversion = "1.4.0"')),
    ],
)
def test_a_change_of_what_decides_the_output(
    generations: Generations, name: str, change: tuple[str, str]
) -> None:
    text = Path(name).read_text("utf-8")
    Path(name).write_text(text.replace(*change), "utf-8")
    found = drift()
    assert found and ".specloom.json differs" not in found[:-1]
    assert generations.count == 1
    generated()
    assert drift() == []
    assert generations.count == 2  # by the second `generate`


def test_changes_that_the_output_does_not_show_are_no_drift(generations: Generations) -> None:
    Path("api.yaml").write_text(f"# Pets.\n{DOCUMENT}", "utf-8")
    assert drift() == []
    assert generations.count == 1


def test_pins_and_published_names_belong_to_the_output(generations: Generations) -> None:
    pins = Path("pins.txt").read_bytes()
    Path("pins.txt").write_bytes(pins + b"#\n")
    assert drift() == ["pins.txt differs"]
    Path("pins.txt").write_bytes(pins)
    manifest = MANIFEST.read_text("utf-8")
    MANIFEST.write_text(manifest.replace('"pets.get"', '"pets.fetch"'), "utf-8")
    assert specloom("check").exit_code == 1
    assert generations.count == 2


def test_a_manifest_that_was_edited_deceives_nobody(generations: Generations) -> None:
    manifest = json.loads(MANIFEST.read_text("utf-8"))
    file = Path("out/shop/models.py")
    before = file.read_bytes()
    file.write_bytes(before + b"import os\n")
    forged = [
        {**manifest, "files": [each for each in manifest["files"] if each != "shop/models.py"]},
        {**manifest, "made-of": {**manifest["made-of"], "references": []}},
        {**manifest, "made-of": {"digest": ""}},
        {**manifest, "made-of": []},
        {**manifest, "made-of": {"digest": 5, "references": ["/dev/zero", "../../../etc/passwd"]}},
    ]
    for each in forged:
        MANIFEST.write_text(json.dumps(each), "utf-8")
        assert specloom("check").exit_code == 1
    assert generations.count == len(forged)
    file.write_bytes(before)
    for name in ("made-of", "names"):
        MANIFEST.write_text(json.dumps({k: v for k, v in manifest.items() if k != name}), "utf-8")
        assert generations.count == len(forged) + ["made-of", "names"].index(name)
        specloom("check")
    assert generations.count == len(forged) + 2


def test_a_link_out_of_the_output_is_not_followed(generations: Generations, tmp_path: Path) -> None:
    shutil.move("out/shop", tmp_path / "elsewhere")
    Path("out/shop").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    run = specloom("check")
    assert run.exit_code == 1 and "error[foreign-files]" in run.errors
    assert generations.count == 1


def test_warnings_and_omissions_of_the_run_that_made_the_output(
    generations: Generations,
) -> None:
    Path("api.yaml").write_text(DOCUMENT + OMITTED, "utf-8")
    generated(code=3)
    generations.count = 0
    run = specloom("check")
    assert (run.exit_code, run.output) == (3, "out: up to date\n")
    assert run.errors == "1 part omitted; --full lists it\n"
    assert generations.count == 0
    full = specloom("check", "--full")
    assert full.exit_code == 3 and "dangling-reference" in full.errors
    assert specloom("check", "--strict").exit_code == 1
    assert json.loads(specloom("check", "--format", "json").output)["diagnostics"]
    assert generations.count == 3


def test_a_document_that_changes_during_the_run_is_not_recorded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    make = runs.generate

    def change(*arguments: Any) -> Any:
        made = make(*arguments)
        Path(changed).write_text(FILES[changed] + "# Later.\n", "utf-8")
        return made

    for changed in ("api.yaml", "pet.yaml"):
        monkeypatch.setattr(runs, "generate", change)
        generated()
        assert "made-of" not in json.loads(MANIFEST.read_text("utf-8"))
        monkeypatch.setattr(runs, "generate", make)
        generated()
        assert "made-of" in json.loads(MANIFEST.read_text("utf-8"))


def test_the_function_records_as_the_command_does(generations: Generations) -> None:
    before = MANIFEST.read_bytes()
    for name in FILES:
        os.utime(name, (1e9, 1e9))
    result = toolkit.generate()
    assert not result.changes
    assert MANIFEST.read_bytes() == before
