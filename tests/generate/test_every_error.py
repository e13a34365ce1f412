"""One run shows the errors of all documents that can be judged, whatever is wrong with the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.generate.support import HEAD, snapshot, specloom

FINE = HEAD + 'paths: {/fine: {get: {responses: {"204": {description: Done.}}}}}\n'
UNREADABLE = "openapi: [\n"
NO_OPENAPI = "hello: world\n"
# Only lowering reads the extensions.
EXTENSION = FINE.replace("responses:", "x-specloom-paging: {}, responses:").replace("fine", "ext")
# Only naming sees what was chosen twice.
NAMES = FINE.replace("fine", "names") + (
    "components: {schemas: {A: {type: object, properties: {a: {type: string}, b: {type: string}}}}}\n"
)
PROJECT = """\
[package]
name = "shop"
output = "out"
[documents]
files = "{resource}.yaml"
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, empty."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def errors_of(folder: Path, settings: str = "", **documents: str) -> list[str]:
    """Document and code of each error of a run, which leaves no trace."""
    for name, text in documents.items():
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    (folder / "specloom.toml").write_text(PROJECT + settings, "utf-8")
    before = snapshot(folder)
    found: list[list[str]] = []
    for command in ("generate", "inspect", "coverage"):
        run = specloom(command)
        assert (run.exit_code, run.output) == (1, "")
        assert snapshot(folder) == before
        lines = [each for each in run.errors.splitlines() if ": error[" in each]
        found.append([f"{x.split(':')[0]} {x.split('[')[1].split(']')[0]}" for x in lines])
    assert found[0] == found[1] == found[2]
    return found[0]


def test_errors_of_loading_of_kind_and_of_lowering_are_shown_together(folder: Path) -> None:
    assert errors_of(folder, a=UNREADABLE, b=NO_OPENAPI, c=EXTENSION, d=FINE) == [
        "a.yaml invalid-yaml",
        "b.yaml not-openapi",
        "c.yaml unknown-extension",
    ]


def test_errors_of_lowering_do_not_hide_those_of_names(folder: Path) -> None:
    settings = "[names]\n" + "".join(
        f'"#/components/schemas/A/properties/{name}" = "one"\n' for name in "ab"
    )
    assert errors_of(folder, settings, a=EXTENSION, b=NAMES) == [
        "a.yaml unknown-extension",
        "b.yaml name-collision",
    ]
    (folder / "a.yaml").write_text(UNREADABLE, "utf-8")
    assert errors_of(folder, settings, b=NAMES) == [
        "a.yaml invalid-yaml",
        "b.yaml name-collision",
    ]


def test_a_setting_or_an_action_for_a_document_that_is_missing_is_no_error(folder: Path) -> None:
    (folder / "overlays").mkdir()
    (folder / "overlays" / "o.yaml").write_text(
        "overlay: 1.0.0\ninfo: {title: O, version: '1'}\nactions:\n"
        "  - {target: '$.paths[\"/gone\"]', remove: true}\n",
        "utf-8",
    )
    overlays = 'overlays = ["overlays/*.yaml"]\n'
    settings = f'{overlays}[names]\n"#/components/schemas/Gone" = "Away"\n'
    assert errors_of(folder, settings, a=UNREADABLE, b=FINE) == ["a.yaml invalid-yaml"]
    # With all documents at hand the action is reported too.
    assert errors_of(folder, settings, a=EXTENSION, b=FINE) == [
        "overlays/o.yaml overlay-action-unused",
        "a.yaml unknown-extension",
    ]


def test_what_an_overlay_would_make_of_documents_is_not_judged_without_it(folder: Path) -> None:
    (folder / "overlays").mkdir()
    (folder / "overlays" / "o.yaml").write_text("overlay: [\n", "utf-8")
    overlays = 'overlays = ["overlays/*.yaml"]\n'
    assert errors_of(folder, overlays, a=UNREADABLE, b=EXTENSION) == [
        "a.yaml invalid-yaml",
        "overlays/o.yaml invalid-yaml",
    ]


def test_versions_without_documents_are_left_out(folder: Path) -> None:
    for version, text in (("v1", FINE), ("v2", UNREADABLE), ("v3", EXTENSION)):
        (folder / version).mkdir()
        (folder / version / "a.yaml").write_text(text, "utf-8")
    (folder / "specloom.toml").write_text(PROJECT.replace('"{', '"{version}/{'), "utf-8")
    errors = specloom("generate").errors
    assert "v2/a.yaml:2:1: error[invalid-yaml]" in errors
    assert "v3/a.yaml:3:" in errors and "error[unknown-extension]" in errors
    assert errors.endswith("2 errors; nothing was written\n")
