"""Test runs that are killed, and concurrent runs with one output folder: neither leaves a mixture."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from specloom.diagnostics import SpecloomError
from specloom.emit import write as writing
from specloom.emit.file import File
from specloom.emit.lock import locked

from tests.generate.support import HEAD

MANIFEST = ".specloom.json"


def files_of(version: str, names: str) -> tuple[File, ...]:
    return tuple(File(f"pkg/{name}.py", f"# {version} {name}\n") for name in names)


def content(root: Path) -> dict[str, str]:
    return {
        path.relative_to(root).as_posix(): path.read_text("utf-8")
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


class Killed(BaseException):
    """Raised in place of SIGKILL: nothing is cleaned up after it."""


def killed_at(step: int, files: tuple[File, ...], root: Path, patch: pytest.MonkeyPatch) -> bool:
    """Write, and end like a killed process before the move of a file; return whether that was
    reached."""
    steps = 0
    real_replace, real_unlink = os.replace, Path.unlink

    def count() -> None:
        nonlocal steps
        steps += 1
        if steps == step:
            raise Killed

    def replace(source: object, target: object) -> None:
        count()
        real_replace(source, target)  # type: ignore[arg-type]

    def unlink(path: Path, missing_ok: bool = False) -> None:
        count()
        real_unlink(path, missing_ok)

    with patch.context() as inner:
        inner.setattr(writing.os, "replace", replace)
        inner.setattr(Path, "unlink", unlink)
        # No clean-up, as a killed process does none.
        inner.setattr(writing, "_undo", lambda *_: None)
        inner.setattr(writing.tempfile, "TemporaryDirectory", _Lasting)
        try:
            writing.write(files, root)
        except Killed:
            return True
    return False


class _Lasting:
    """A temporary folder that is not removed."""

    def __init__(self, prefix: str, dir: Path) -> None:
        self.path = dir / f"{prefix}left"

    def __enter__(self) -> str:
        self.path.mkdir()
        return str(self.path)

    def __exit__(self, *_: object) -> None:
        pass


def test_after_a_run_that_was_killed_nothing_is_stale(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, after = files_of("1", "abcde"), files_of("2", "cdefg")
    step = 1
    while True:
        root = tmp_path / str(step)
        writing.write(before, root)
        if not killed_at(step, after, root, monkeypatch):
            break
        # All existing files are complete, and known to the manifest.
        found = content(root)
        known = set(json.loads(found[MANIFEST])["files"])
        ours = {path for path in found if path.startswith("pkg/")}
        assert ours <= known
        assert all(found[path].endswith("\n") for path in ours)
        third = files_of("3", "xyz")
        writing.write(third, root)
        assert {path for path in content(root) if path != MANIFEST} == {
            file.path for file in third
        }, step
        step += 1
    assert step > 8


def test_leftovers_of_a_killed_run_are_removed(tmp_path: Path) -> None:
    root = tmp_path / "out"
    writing.write(files_of("1", "a"), root)
    (root / ".specloom-left").mkdir()
    (root / ".specloom-left" / "a.py").write_text("", "utf-8")
    writing.write(files_of("2", "a"), root)
    assert set(content(root)) == {MANIFEST, "pkg/a.py"}


def test_leftovers_are_removed_where_nothing_else_changes(tmp_path: Path) -> None:
    root, files = tmp_path / "out", files_of("1", "ab")
    writing.write(files, root)
    before = content(root)
    (root / ".specloom-left").mkdir()
    (root / ".specloom-left" / "a.py").write_text("", "utf-8")
    assert not writing.write(files, root)
    assert content(root) == before


def test_a_lock_keeps_others_out_and_leaves_nothing(tmp_path: Path) -> None:
    root = tmp_path / "new" / "out"
    waited: list[int] = []
    with locked(root), pytest.raises(SpecloomError, match="output-in-use"):
        with locked(root, waiting=lambda: waited.append(1), patience=0.1):
            pass
    assert waited == [1]
    assert not (tmp_path / "new").exists()
    root.mkdir(parents=True)
    with locked(root, shared=True), locked(root, shared=True), pytest.raises(SpecloomError):
        with locked(root, patience=0.1):
            pass
    assert list(root.iterdir()) == []


def document(folder: Path, name: str, paths: int) -> Path:
    """Return a document whose package names the document in every file."""
    listed = "".join(
        f"  /{name}{number}: {{get: {{summary: Of {name}, responses: {{'204': {{description: x}}}}}}}}\n"
        for number in range(paths)
    )
    path = folder / f"{name}.yaml"
    path.write_text(f"{HEAD}paths:\n{listed}", "utf-8")
    return path


def start(document: Path, output: Path, cache: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "specloom", "generate", str(document)]
    command += ["--package", "shop", "--output", str(output), "--fresh-names"]
    environment = {**os.environ, "SPECLOOM_CACHE_DIR": str(cache)}
    return subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )


def generated(document: Path, output: Path, cache: Path) -> dict[str, str]:
    """Return what a single run generates from a document."""
    process = start(document, output, cache)
    _, errors = process.communicate()
    assert process.returncode == 0, errors
    return content(output)


class Race:
    """Two documents and the output of each, to compare with."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.cache = folder, folder / "cache"
        self.documents = [document(folder, "left", 3), document(folder, "right", 5)]
        self.right = [
            generated(each, folder / f"whole-{each.stem}", self.cache) for each in self.documents
        ]

    def run_both(self, number: int) -> None:
        output = self.folder / f"race-{number}"
        running = [start(each, output, self.cache) for each in self.documents]
        for process in running:
            _, errors = process.communicate()
            assert process.returncode == 0, errors
        assert content(output) in self.right

    def kill(self, number: int, seconds: float) -> None:
        output = self.folder / f"kill-{number}"
        assert generated(self.documents[0], output, self.cache) == self.right[0]
        process = start(self.documents[1], output, self.cache)
        time.sleep(seconds)
        process.kill()
        process.communicate()
        assert generated(self.documents[0], output, self.cache) == self.right[0]


def test_two_runs_at_once_leave_the_output_of_one(tmp_path: Path) -> None:
    race = Race(tmp_path)
    for number in range(4):
        race.run_both(number)


@pytest.mark.whole
def test_a_hundred_pairs_of_runs_and_a_hundred_kills(tmp_path: Path) -> None:
    race = Race(tmp_path)
    chance = random.Random(7)
    for number in range(100):
        race.run_both(number)
        race.kill(number, chance.uniform(0.05, 0.6))
