"""Test the cache: the output with it and without it is equal, and its entries are checked."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from specloom import cache as caches
from specloom import check_ahead, processes
from specloom.cache import VARIABLE, Cache, key_of
from specloom.cache.modules import Modules
from specloom.emit.file import File
from specloom.emit.format import format_files, style_key
from specloom.keys import code_key
from specloom.stages import Measure, Stages

from tests.generate.support import HEAD, Run, snapshot, specloom

DOCUMENT = HEAD + """\
paths:
  /cars/{car}:
    parameters: [{name: car, in: path, required: true, schema: {type: string}}]
    get:
      operationId: getCar
      responses: {"200": {description: "", content: {application/json: {schema: {$ref: "#/components/schemas/Car"}}}}}
components:
  schemas:
    Car: {type: object, properties: {in: {type: string}, built: {type: integer}}}
"""
OVERLAY = """\
overlay: 1.0.0
info: {title: More, version: "1"}
actions:
  - target: $.components.schemas.Car.properties
    update: {colour: {type: string}}
"""
PROJECT = """\
[package]
name = "shop"
output = "out"
[documents]
files = "{resource}.yaml"
overlays = ["overlays/*.yaml"]
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project of two documents, with its own cache."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    for name in ("cars", "vans"):
        text = DOCUMENT.replace("/cars/", f"/{name}/").replace("Shop", name)
        (tmp_path / f"{name}.yaml").write_text(text, "utf-8")
    (tmp_path / "overlays").mkdir()
    (tmp_path / "overlays" / "more.yaml").write_text(OVERLAY, "utf-8")
    (tmp_path / "specloom.toml").write_text(PROJECT, "utf-8")
    return tmp_path


def generate(*options: str) -> Run:
    made = specloom("generate", "--project", "specloom.toml", *options)
    assert made.exit_code == 0, made.errors
    return made


def cached_stages(errors: str) -> dict[str, str]:
    """Return the column of the profile that shows the use of the cache, by stage."""
    rows = [line.strip("│").split("│") for line in errors.splitlines() if line.startswith("│")]
    return {row[0].strip(): row[4].strip() for row in rows}


def test_a_run_from_the_cache_gives_the_same(folder: Path) -> None:
    first = generate("--no-cache", "--notes")
    assert not (folder / "cache").exists()
    expected = snapshot(folder / "out")
    shutil.rmtree(folder / "out")
    second = generate("--notes")
    third = generate("--profile", "--notes")
    assert {path: content for path, (content, _) in snapshot(folder / "out").items()} == {
        path: content for path, (content, _) in expected.items()
    }
    assert ", 0 unchanged" in second.output and ", 0 unchanged" not in third.output
    assert list(cached_stages(third.errors)) == ["start", "cache", "write", "all"]
    # The same warnings, with the same lines.
    warnings = first.errors
    assert "reserved-name" in warnings and "cars.yaml:" in warnings
    assert warnings == second.errors == third.errors[: len(warnings)]


def test_what_was_changed_or_deleted_in_the_output_is_noticed(folder: Path) -> None:
    generate()
    models = folder / "out" / "shop" / "models.py"
    text = models.read_text("utf-8")
    assert specloom("check", "--project", "specloom.toml").exit_code == 0
    for spoil in (models.unlink, lambda: models.write_text("changed = True\n", "utf-8")):
        spoil()
        assert specloom("check", "--project", "specloom.toml").exit_code == 1
        generate()
        assert models.read_text("utf-8") == text
        assert specloom("check", "--project", "specloom.toml").exit_code == 0


@pytest.fixture
def two_processes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the project with a third document; two processes check what is new."""
    (folder / "bikes.yaml").write_text(DOCUMENT.replace("/cars/", "/bikes/"), "utf-8")
    monkeypatch.setattr(processes, "processors", lambda: 2)
    monkeypatch.setattr(check_ahead, "ENOUGH", 1)
    return folder


def test_documents_that_other_processes_checked_give_the_same(
    two_processes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ahead = generate("--profile", "--notes")
    used = cached_stages(ahead.errors)
    assert used["load"] == "3 of 3" and "documents" in used
    found = snapshot(two_processes / "out")
    assert cached_stages(generate("--profile").errors)["cache"] == "1 of 1"
    monkeypatch.setattr(processes, "processors", lambda: 1)
    alone = generate("--no-cache", "--profile", "--notes", "--output", "alone")
    assert "documents" not in cached_stages(alone.errors)
    expected = snapshot(two_processes / "alone")
    assert {path: content for path, (content, _) in found.items() if path.endswith(".py")} == {
        path: content for path, (content, _) in expected.items() if path.endswith(".py")
    }
    warnings = [line for line in ahead.errors.splitlines() if "reserved-name" in line]
    assert warnings and set(warnings) <= set(alone.errors.splitlines())


def test_other_processes_store_nothing_without_a_cache(two_processes: Path) -> None:
    assert cached_stages(generate("--no-cache", "--profile").errors)["load"] == "3 of 3"
    assert not (two_processes / "cache").exists()


def test_errors_are_the_same_where_other_processes_check(
    two_processes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (two_processes / "vans.yaml").write_text("openapi: 3.1.0\npaths: [\n", "utf-8")
    (two_processes / "overlays" / "more.yaml").write_text(OVERLAY.replace("Car", "Cat"), "utf-8")
    ahead = specloom("generate", "--project", "specloom.toml", "--no-cache")
    monkeypatch.setattr(processes, "processors", lambda: 1)
    alone = specloom("generate", "--project", "specloom.toml", "--no-cache")
    assert ahead.exit_code == alone.exit_code != 0
    assert ahead.errors == alone.errors and "vans.yaml" in ahead.errors


def _document(folder: Path) -> None:
    path = folder / "cars.yaml"
    path.write_text(path.read_text("utf-8").replace("built:", "wheels:"), "utf-8")


def _overlay(folder: Path) -> None:
    path = folder / "overlays" / "more.yaml"
    path.write_text(path.read_text("utf-8").replace("colour:", "wheels:"), "utf-8")


def _settings(folder: Path) -> None:
    text = '[names]\n"#/components/schemas/Car/properties/in" = "wheels"\n'
    (folder / "specloom.toml").write_text(PROJECT + text, "utf-8")


@pytest.mark.parametrize("change", [_document, _overlay, _settings])
def test_what_decides_the_output_is_looked_at(folder: Path, change: Callable[[Path], None]) -> None:
    generate()
    change(folder)
    generate()
    changed = snapshot(folder / "out")
    assert b"wheels" in (folder / "out" / "shop" / "models.py").read_bytes()
    generate("--no-cache")
    assert snapshot(folder / "out") == changed


def test_a_document_that_did_not_change_is_not_checked_again(folder: Path) -> None:
    generate()
    _document(folder)
    stages = cached_stages(generate("--profile").errors)
    assert stages["load"] == "1 of 2"


def test_an_overlay_from_the_cache_has_the_same_locations(folder: Path) -> None:
    generate()
    kept = folder / "cache" / "overlays"
    assert len(list(kept.iterdir())) == 1
    # It no longer matches anything; the overlay itself did not change.
    for name in ("cars", "vans"):
        path = folder / f"{name}.yaml"
        path.write_text(path.read_text("utf-8").replace("Car", "Van"), "utf-8")
    cached, anew = (
        specloom("generate", "--project", "specloom.toml", *options)
        for options in ((), ("--no-cache",))
    )
    assert cached.exit_code == anew.exit_code == 1
    assert "more.yaml:4:" in cached.errors and cached.errors == anew.errors


def test_a_file_that_a_document_refers_to_is_looked_at(folder: Path) -> None:
    other = folder / "other.json"
    other.write_text('{"type": "object", "properties": {"seats": {"type": "integer"}}}', "utf-8")
    path = folder / "one" / "api.yaml"
    path.parent.mkdir()
    reference = '{$ref: "other.json"}'
    text = DOCUMENT.replace('{$ref: "#/components/schemas/Car"}', reference)
    path.write_text(text, "utf-8")
    other = other.rename(path.parent / "other.json")
    arguments = ("generate", path, "--package", "one", "--output", folder / "made")
    assert specloom(*arguments).exit_code == 0
    models = folder / "made" / "one" / "models.py"
    assert "seats" in models.read_text("utf-8")
    other.write_text(other.read_text("utf-8").replace("seats", "doors"), "utf-8")
    assert specloom(*arguments).exit_code == 0
    assert "doors" in models.read_text("utf-8")


def test_a_damaged_entry_is_made_again(folder: Path) -> None:
    generate()
    expected = snapshot(folder / "out")
    for path in (folder / "cache").glob("*/*"):
        content = bytearray(path.read_bytes())
        content[-1] ^= 1
        path.write_bytes(content)
    stages = cached_stages(generate("--profile").errors)
    assert stages["cache"] == "0 of 1" and stages["load"] == "0 of 2"
    assert snapshot(folder / "out") == expected
    assert cached_stages(generate("--profile").errors)["cache"] == "1 of 1"


def test_an_entry_is_good_for_its_own_key_only(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "kept")
    cache.put("kind", "a", b"content")
    shutil.copy(tmp_path / "kept" / "kind" / "a", tmp_path / "kept" / "kind" / "b")
    assert (cache.get("kind", "a"), cache.get("kind", "b")) == (b"content", None)


def test_a_changed_template_or_module_makes_another_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from specloom import templates

    root = tmp_path / "templates"
    shutil.copytree(templates.template_root(), root)
    monkeypatch.setattr(templates, "template_root", lambda: root)
    key = code_key.__wrapped__
    before = key()
    assert key() == before
    (root / "README.md.j2").write_text("another", "utf-8")
    assert key() != before


def formatted(tmp_path: Path, files: tuple[File, ...]) -> tuple[int, int]:
    """Return how often black's output was found in the cache, and how often not."""
    stages = Stages(measuring=True)
    modules = Modules(Cache(tmp_path / "kept"), style_key("black"))
    format_files(files, modules, stages=stages)
    measure = dict(stages.measures()).get("format", Measure())
    return measure.hits, measure.misses


def test_another_version_of_black_formats_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = (File("a.py", "x   =  1\n"),)
    assert [formatted(tmp_path, files), formatted(tmp_path, files)] == [(0, 1), (1, 0)]
    monkeypatch.setattr("specloom.emit.format.version_of", lambda name: "another")
    assert [formatted(tmp_path, files), formatted(tmp_path, files)] == [(0, 1), (1, 0)]


def test_only_what_the_last_run_formatted_is_cached(tmp_path: Path) -> None:
    first, second = File("a.py", "x   =  1\n"), File("a.py", "y   =  1\n")
    assert [formatted(tmp_path, (first,)), formatted(tmp_path, (second,))] == [(0, 1), (0, 1)]
    assert [formatted(tmp_path, (second,)), formatted(tmp_path, (first,))] == [(1, 0), (0, 1)]
    printed = File("a.py", "x   =  1\n", is_formatted=True)
    assert formatted(tmp_path, (printed,)) == (0, 0)


def _no_reading(path: Path) -> bytes:
    pytest.fail(f"{path} was read before")


def test_a_file_is_read_again_once_it_was_touched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.json"
    path.write_text("1", "utf-8")
    first = caches.digest_of(path)
    path.write_text("2", "utf-8")  # just now, so its times are not reliable
    os.utime(path, ns=(1, 1))
    second = caches.digest_of(path)
    later = time.time_ns() + 10**10
    monkeypatch.setattr(time, "time_ns", lambda: later)
    assert caches.digest_of(path) == second != first
    monkeypatch.setattr(Path, "read_bytes", _no_reading)
    assert caches.digest_of(path) == second
    monkeypatch.undo()
    path.write_text("3", "utf-8")
    assert caches.digest_of(path) not in (first, second)
    path.unlink()
    with pytest.raises(OSError):
        caches.digest_of(path)


def test_two_runs_at_once(folder: Path) -> None:
    command = [sys.executable, "-m", "specloom", "generate", "--project", "specloom.toml"]
    outputs = [folder / f"out{number}" for number in range(2)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    running = [
        subprocess.Popen([*command, "--output", each], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
        for each in outputs
    ]  # fmt: skip
    assert [each.wait(120) for each in running] == [0, 0]
    one, other = (
        {path: content for path, (content, _) in snapshot(each).items()} for each in outputs
    )
    assert one == other
    assert not list((folder / "cache").glob("*/.*"))


def test_the_oldest_entries_go_first(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "kept")
    for number in range(4):
        cache.put("kind", str(number), bytes(1000))
        os.utime(tmp_path / "kept" / "kind" / str(number), (number, number))
    assert cache.get("kind", "0") is not None  # used just now
    cache.trim(2500)
    assert [cache.get("kind", str(number)) is not None for number in range(4)] == [
        True,
        False,
        False,
        True,
    ]


@pytest.mark.skipif(os.name != "posix", reason="rights of other systems are others")
def test_a_folder_that_others_may_write_to_is_closed_and_used(folder: Path) -> None:
    cache = folder / "cache"
    cache.mkdir()
    cache.chmod(0o777)
    (cache / "runs").mkdir()
    (cache / "runs").chmod(0o777)
    planted = cache / "runs" / "planted"
    planted.write_text("", "utf-8")
    assert "cache" not in generate().errors
    assert cache.stat().st_mode & 0o777 == 0o755
    assert not planted.exists()
    assert list(cache.iterdir())


def test_a_folder_of_another_user_is_not_used_and_that_is_reported_once(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = folder / "cache"
    cache.mkdir(mode=0o700)
    monkeypatch.setattr(os, "getuid", lambda: cache.stat().st_uid + 1)
    run = generate()
    assert run.errors.count(f"the cache folder {cache} belongs to another user") == 1
    assert not list(cache.iterdir())
    refused = specloom("cache")
    assert refused.exit_code == 1 and VARIABLE in refused.errors


def test_the_cache_works_where_files_are_made_for_a_group(folder: Path) -> None:
    before = os.umask(0o002)
    try:
        generate("--no-cache")
        generate()
        assert list(cached_stages(generate("--profile").errors)) == [
            "start",
            "cache",
            "write",
            "all",
        ]
    finally:
        os.umask(before)


@pytest.mark.skipif(os.name != "posix", reason="other systems have other permissions")
@pytest.mark.parametrize("reason", ["owner", "permissions"])
def test_a_folder_that_is_refused_is_reported_once(
    folder: Path, monkeypatch: pytest.MonkeyPatch, reason: str
) -> None:
    (folder / "cache").mkdir()
    if reason == "owner":
        monkeypatch.setattr("specloom.cache.store.os.getuid", lambda: os.geteuid() + 1)
    else:
        (folder / "cache").chmod(0o777)

        def chmod(path: Path, mode: int) -> None:
            raise PermissionError(errno.EPERM, "Operation not permitted")

        monkeypatch.setattr(Path, "chmod", chmod)
    errors = generate().errors
    assert errors.count("cache folder") == errors.count("the cache is not used") == 1
    assert str(folder / "cache") in errors
    assert "cache folder" not in generate("--no-cache").errors
    assert not list((folder / "cache").iterdir())


def test_a_folder_that_cannot_be_made_costs_time_and_nothing_else(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "file").write_text("", "utf-8")
    monkeypatch.setenv(VARIABLE, str(folder / "file" / "cache"))
    generate()


def test_the_command_tells_and_clears(folder: Path) -> None:
    generate()
    assert "entries" in specloom("cache").output
    assert ": 0 entries" in specloom("cache", "--clear").output


def test_every_stage_is_in_the_profile(folder: Path) -> None:
    stages = cached_stages(generate("--profile", "--no-cache").errors)
    assert list(stages) == [
        *("start", "cache", "load", "upgrade", "overlay", "repair", "references", "validate"),
        *("compare", "lower", "intern", "name", "plan", "render", "format", "write", "all"),
    ]


def test_stages_are_measured_apart_and_add_up() -> None:
    stages = Stages(measuring=True)
    with stages.stage("outer"):
        sum(range(200_000))
        with stages.stage("inner"):
            sum(range(200_000))
    measured = dict(stages.measures())
    assert list(measured) == ["start", "outer", "inner"]
    assert all(each.seconds > 0 and each.calls == 1 and each.peak > 0 for each in measured.values())
    unmeasured = Stages()
    with unmeasured.stage("outer"):
        pass
    assert not list(unmeasured.measures())


def test_keys_tell_where_a_part_ends() -> None:
    assert key_of("ab", "c") != key_of("a", "bc") != key_of("abc")
    assert caches.version_of("no-such-distribution") == ""
