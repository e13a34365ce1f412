"""Test that only changed files are written, all or none, and that no other file is changed."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from specloom.diagnostics import SpecloomError
from specloom.emit.render import File
from specloom.emit.write import MANIFEST, compare, write

from tests.generate.support import snapshot

FILES = (File("a.txt", "a\n"), File("pkg/b.py", "b = 1\n"), File("pkg/sub/c.py", "c = 1\n"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return an output folder that does not exist yet, in a folder with an unrelated file."""
    (tmp_path / "others.txt").write_text("mine", "utf-8")
    return tmp_path / "out"


def _contents(root: Path) -> dict[str, bytes]:
    return {path: content for path, (content, _) in snapshot(root).items() if content is not None}


def test_everything_is_written(root: Path) -> None:
    changes = write(FILES, root)
    assert changes.added == (MANIFEST, "a.txt", "pkg/b.py", "pkg/sub/c.py")
    assert (changes.changed, changes.removed, changes.unchanged) == ((), (), 0)
    contents = _contents(root)
    assert json.loads(contents.pop(MANIFEST)) == {
        "made-by": "specloom",
        "files": ["a.txt", "pkg/b.py", "pkg/sub/c.py"],
    }
    assert contents == {"a.txt": b"a\n", "pkg/b.py": b"b = 1\n", "pkg/sub/c.py": b"c = 1\n"}


def test_a_second_run_changes_nothing(root: Path) -> None:
    write(FILES, root)
    before = snapshot(root)
    assert not write(FILES, root)
    assert snapshot(root) == before


def test_only_what_changed_is_written(root: Path) -> None:
    write(FILES, root)
    before = snapshot(root)
    changes = write((*FILES[:2], File("pkg/sub/c.py", "c = 2\n")), root)
    assert (changes.added, changes.changed, changes.removed) == ((), ("pkg/sub/c.py",), ())
    after = snapshot(root)
    assert after.pop("pkg/sub/c.py")[0] == b"c = 2\n"
    before.pop("pkg/sub/c.py")
    assert after == before


def test_stale_files_go_and_their_empty_folders(root: Path) -> None:
    write(FILES, root)
    (root / "pkg/sub/__pycache__").mkdir()
    (root / "pkg/sub/__pycache__/c.cpython-311.pyc").write_bytes(b"")
    changes = write(FILES[:2], root)
    assert changes.removed == ("pkg/sub/c.py",)
    assert sorted(_contents(root)) == [MANIFEST, "a.txt", "pkg/b.py"]
    assert not (root / "pkg/sub").exists()


def test_files_of_others_stay(root: Path) -> None:
    write(FILES, root)
    (root / "pkg/sub/mine.py").write_text("mine", "utf-8")
    (root / "notes.txt").write_text("mine", "utf-8")
    write(FILES[:1], root)
    assert sorted(_contents(root)) == [MANIFEST, "a.txt", "notes.txt", "pkg/sub/mine.py"]


@pytest.mark.parametrize("name", [".git", ".gitignore"])
def test_a_fresh_checkout_is_as_good_as_an_empty_folder(name: str, root: Path) -> None:
    root.mkdir()
    (root / name).write_text("kept", "utf-8")
    write(FILES, root)
    assert (root / name).read_text("utf-8") == "kept"


def test_comparing_writes_nothing(root: Path) -> None:
    assert compare(FILES, root).added == (MANIFEST, "a.txt", "pkg/b.py", "pkg/sub/c.py")
    assert not root.exists()


@pytest.mark.parametrize("path", ["../x", "/x", "a/../../x", "..", "C:/x", "a\\..\\x"])
def test_no_file_outside_of_the_folder(path: str, root: Path) -> None:
    with pytest.raises(ValueError, match="is outside of the output folder"):
        write((File(path, ""),), root)
    assert not root.exists()


@pytest.mark.parametrize("path", ["../others.txt", "pkg/../../others.txt", "{outside}"])
def test_a_hostile_manifest_removes_nothing_outside(path: str, root: Path) -> None:
    write(FILES, root)
    path = path.format(outside=root.parent / "others.txt")
    (root / MANIFEST).write_text(json.dumps({"files": ["a.txt", path, 7]}), "utf-8")
    (root / "pkg/b.py").unlink()
    (root / "pkg/sub/c.py").unlink()
    write(FILES, root)
    assert (root.parent / "others.txt").read_text("utf-8") == "mine"


@pytest.mark.parametrize("text", ["", "[]", "{", '{"files": 1}', '{"files": null}'])
def test_a_manifest_that_cannot_be_read(text: str, root: Path) -> None:
    write(FILES, root)
    (root / MANIFEST).write_text(text, "utf-8")
    before = snapshot(root)
    with pytest.raises(SpecloomError, match="unreadable-manifest"):
        write(FILES, root)
    assert snapshot(root) == before


def test_a_link_that_leads_out_is_not_followed(root: Path) -> None:
    write(FILES, root)
    outside = root.parent / "outside"
    (root / "pkg").rename(outside)
    (root / "pkg").symlink_to(outside)
    before = snapshot(root.parent)
    for files in (FILES[:1], (*FILES[:2], File("pkg/sub/c.py", "c = 2\n"))):
        with pytest.raises(
            SpecloomError, match="foreign-files.*pkg in the output folder leads out of the folder"
        ):
            write(files, root)
    assert snapshot(root.parent) == before


# --- interrupted runs ------------------------------------------------------------------------


def _failing(at: int, error: BaseException) -> Callable[[Path, Path], None]:
    """Return an os.replace that fails at the call with the number `at`."""
    replace, calls = os.replace, [0]

    def failing(source: Path, target: Path) -> None:
        calls[0] += 1
        if calls[0] == at:
            raise error
        replace(source, target)

    return failing


CHANGED = (File("a.txt", "other\n"), File("pkg/b.py", "other\n"), File("new/d.py", "d\n"))
INTERRUPTIONS = {"the disk": OSError(28, "No space left on device"), "Ctrl-C": KeyboardInterrupt()}


@pytest.mark.parametrize("at", range(1, 5))
@pytest.mark.parametrize("what", INTERRUPTIONS)
def test_an_interrupted_run_leaves_the_old_output(
    what: str, at: int, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(FILES, root)
    before, folders = _contents(root), sorted(snapshot(root))
    monkeypatch.setattr(os, "replace", _failing(at, INTERRUPTIONS[what]))
    with pytest.raises((SpecloomError, KeyboardInterrupt)):
        write(CHANGED, root)
    assert _contents(root) == before
    assert sorted(snapshot(root)) == folders
    monkeypatch.undo()
    write(CHANGED, root)
    assert sorted(_contents(root)) == [MANIFEST, "a.txt", "new/d.py", "pkg/b.py"]


@pytest.mark.parametrize("exists", [False, True])
@pytest.mark.parametrize("what", INTERRUPTIONS)
def test_an_interrupted_first_run_leaves_no_trace(
    what: str, exists: bool, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = root / "deep/er"
    if exists:
        root.mkdir(parents=True)
    before = snapshot(root.parents[2])
    monkeypatch.setattr(os, "replace", _failing(3, INTERRUPTIONS[what]))
    with pytest.raises((SpecloomError, KeyboardInterrupt)):
        write(FILES, root)
    assert snapshot(root.parents[2]) == before


def test_a_run_that_was_killed_can_be_finished(root: Path) -> None:
    """After a crash, the folder of staged files and the files that were already moved exist."""
    (root / ".specloom-x1y2").mkdir(parents=True)
    write(FILES, root)
    (root / "pkg/b.py").unlink()
    assert write(FILES, root).added == ("pkg/b.py",)


def test_an_unwritable_folder_is_one_error(root: Path) -> None:
    with pytest.raises(SpecloomError) as caught:
        write(FILES, root.parent / "others.txt" / "out")
    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.code == "unwritable-output"
    assert diagnostic.hint == "choose a writable folder with --output or package.output"
