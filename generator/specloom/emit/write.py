"""Write the output folder: only files that changed, and either all of them or none."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath
from typing import NoReturn, cast

from msgspec import Struct

from specloom.diagnostics import Location, SpecloomError
from specloom.emit.file import File
from specloom.emit.lock import remove_leftovers
from specloom.published import MANIFEST, dump_manifest

_STAGING = ".specloom-"
_BOTH = f"{MANIFEST}.both"


class Changes(Struct, frozen=True):
    """The differences between an output folder and its new content. Paths are below the folder."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


def compare(
    files: Iterable[File],
    root: Path,
    names: Mapping[str, object] | None = None,
    record: Mapping[str, object] | None = None,
    others: Mapping[str, object] | None = None,
) -> Changes:
    """Return what `write` would change.

    Args:
        files: the new content of the folder.
        root: the output folder.
        names: the names for the manifest to record.
        record: what the files were made of, for the manifest to record.
        others: further keys of the manifest and their values.

    Raises:
        SpecloomError: the folder cannot be used, or it or a file to write does not belong to specloom.
    """
    wanted = _with_manifest(files, names, record, others)
    if root.is_symlink() and not root.exists():
        _refuse(root, "unwritable-output", "the output folder is a broken symbolic link", _WRITABLE)
    owned = _owned(root)
    _refuse_links(root, wanted.keys() | owned)
    added: list[str] = []
    changed: list[str] = []
    for path, content in wanted.items():
        present = _read(root, path)
        if present is None:
            added.append(path)
        elif present != content:
            changed.append(path)
    foreign = [path for path in changed if path not in owned]
    _refuse_foreign(root, foreign, owned)
    removed = sorted(path for path in owned - wanted.keys() if (root / path).is_file())
    unchanged = len(wanted) - len(added) - len(changed)
    return Changes(tuple(added), tuple(changed), tuple(removed), unchanged)


def write(
    files: Iterable[File],
    root: Path,
    names: Mapping[str, object] | None = None,
    record: Mapping[str, object] | None = None,
    others: Mapping[str, object] | None = None,
) -> Changes:
    """Write the files to an output folder, and remove files of an earlier run that are no longer part of it.

    Everything is staged in a temporary folder first and then moved, one file at a time. If a move fails or is
    interrupted, the earlier ones are undone. A run that is killed leaves complete files, and a manifest with
    which the next run can finish. Only one run at a time may write to a folder: hold its lock (`emit.lock`).

    Args:
        files: the new content of the folder.
        root: the output folder.
        names: the public names of the files, which the manifest records.
        record: what the files were made of, which the manifest records.
        others: further keys of the manifest and their values.

    Returns:
        What was changed.

    Raises:
        SpecloomError: the folder cannot be written, or `compare` raises.
    """
    files = tuple(files)
    changes = compare(files, root, names, record, others)
    if not changes:
        # A run that was killed before it moved the first file leaves only its staging folder.
        remove_leftovers(root, _STAGING)
        return changes
    try:
        _write(_with_manifest(files, names, record, others), changes, root)
    except OSError as error:
        _refuse(
            root, "unwritable-output", f"the output cannot be written: {_reason(error)}", _WRITABLE
        )
    return changes


def write_text(path: Path, text: str) -> bool:
    """Write a single file atomically.

    Returns:
        Whether the file changed.

    Raises:
        SpecloomError: the file cannot be written.
    """
    content = text.encode("utf-8")
    try:
        if path.is_file() and path.read_bytes() == content:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_name(f".{path.name}.specloom")
        try:
            temporary.write_bytes(content)
            os.replace(temporary, path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    except OSError as error:
        _refuse(
            path, "unwritable-output", f"the file cannot be written: {_reason(error)}", _WRITABLE
        )
    return True


_WRITABLE = "choose a writable folder with --output or package.output"


def _with_manifest(
    files: Iterable[File],
    names: Mapping[str, object] | None,
    record: Mapping[str, object] | None,
    others: Mapping[str, object] | None,
) -> dict[str, bytes]:
    wanted: dict[str, bytes] = {}
    for file in files:
        if not _is_below(file.path):
            raise ValueError(f"{file.path!r} is outside of the output folder")
        wanted[file.path] = file.text.encode("utf-8")
    wanted[MANIFEST] = dump_manifest([*wanted], names, record, others)
    return dict(sorted(wanted.items()))


def _is_below(path: str) -> bool:
    pure = PurePosixPath(path)
    return (
        not pure.is_absolute() and ".." not in pure.parts and "\\" not in path and ":" not in path
    )


def _owned(root: Path) -> set[str]:
    """Return the files of a folder that belong to specloom: the manifest and the files that it lists."""
    try:
        listing = json.loads((root / MANIFEST).read_text(encoding="utf-8"))
        files = listing["files"]
        if not isinstance(files, list):
            raise ValueError("the list of files is missing")
    except (FileNotFoundError, NotADirectoryError):
        return set()
    except (OSError, ValueError, LookupError, TypeError) as error:
        _refuse(root, "unreadable-manifest", f"{MANIFEST} cannot be read: {error}", _FOREIGN)
    paths = cast(list[object], files)
    return {MANIFEST} | {path for path in paths if isinstance(path, str) and _is_below(path)}


def _names(root: Path) -> Mapping[str, object] | None:
    """Return the names that the manifest of a folder records."""
    try:
        listing = json.loads((root / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    found = cast(dict[str, object], listing).get("names")
    names = cast(dict[str, object], found) if isinstance(found, dict) else {}
    return names if isinstance(names.get("calls"), list) else None


_FOREIGN = "choose an empty folder or one that specloom wrote, or move the files away"


def _refuse_foreign(root: Path, foreign: list[str], owned: set[str]) -> None:
    if root.exists() and not root.is_dir():
        _refuse(root, "unwritable-output", "the output path is a file, not a folder", _WRITABLE)
    others: list[str] = foreign
    if not owned and root.is_dir():
        # Specloom has not written to this folder: any file in it belongs to somebody else.
        others = sorted(
            path.name
            for path in root.iterdir()
            if path.name not in {".git", ".gitignore"} and not path.name.startswith(_STAGING)
        )
    if others:
        named = ", ".join(others[:3]) + (f" and {len(others) - 3} more" if len(others) > 3 else "")
        _refuse(
            root,
            "foreign-files",
            f"the output folder contains files that specloom did not write: {named}",
            _FOREIGN,
        )


def _refuse_links(root: Path, paths: Iterable[str]) -> None:
    """Raise an error if a folder to write to is a link that leads out of the output folder."""
    inside = Path(os.path.realpath(root))
    for folder in sorted({(root / path).parent for path in paths}):
        if not Path(os.path.realpath(folder)).is_relative_to(inside):
            shown = folder.relative_to(root).as_posix()
            message = f"{shown} in the output folder leads out of the folder"
            _refuse(root, "foreign-files", message, _FOREIGN)


def _read(root: Path, path: str) -> bytes | None:
    try:
        return (root / path).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        _refuse(root, "unwritable-output", f"{path} cannot be read: {_reason(error)}", _WRITABLE)


def _write(wanted: Mapping[str, bytes], changes: Changes, root: Path) -> None:
    made: list[Path] = []
    try:
        _make(root, made)
        remove_leftovers(root, _STAGING)
        with tempfile.TemporaryDirectory(prefix=_STAGING, dir=root) as staging:
            _stage(wanted, changes, Path(staging))
            _replace(wanted, changes, root, Path(staging), made)
    except BaseException:
        for folder in reversed(made):
            with contextlib.suppress(OSError):
                folder.rmdir()
        raise


def _make(folder: Path, made: list[Path]) -> None:
    """Create a folder and its parents, and append those that were missing to `made`."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in reversed(missing):
        each.mkdir()
        made.append(each)
    if not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))


def _stage(wanted: Mapping[str, bytes], changes: Changes, staging: Path) -> None:
    for path in (*changes.added, *changes.changed):
        target = staging / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(wanted[path])


def _replace(
    wanted: Mapping[str, bytes], changes: Changes, root: Path, staging: Path, made: list[Path]
) -> None:
    """Move the staged files and remove the stale ones. If one of these fails, undo all of them.

    In the meantime, the manifest lists both old and new files, so that after a run that was killed the next
    one recognizes every file.
    """
    before = {path: (root / path).read_bytes() for path in (*changes.changed, *changes.removed)}
    touched: list[str] = []
    moved = sorted({*changes.added, *changes.changed} - {MANIFEST})
    try:
        if MANIFEST in (*changes.added, *changes.changed):
            both = dump_manifest((_owned(root) | wanted.keys()) - {MANIFEST}, _names(root))
            (staging / _BOTH).write_bytes(both)
            touched.append(MANIFEST)
            os.replace(staging / _BOTH, root / MANIFEST)
        for path in moved:
            _make((root / path).parent, made)
            touched.append(path)
            os.replace(staging / path, root / path)
        for path in changes.removed:
            touched.append(path)
            (root / path).unlink()
        if MANIFEST in touched:
            os.replace(staging / MANIFEST, root / MANIFEST)
    except BaseException:  # Ctrl-C must not leave an incomplete output either
        _undo(touched, before, root)
        raise
    for path in changes.removed:
        remove_empty((root / path).parent, root)


def _undo(touched: Iterable[str], before: Mapping[str, bytes], root: Path) -> None:
    for path in touched:
        if path not in before:
            (root / path).unlink(missing_ok=True)
        elif _read(root, path) != before[path]:
            (root / path).write_bytes(before[path])


def remove_empty(folder: Path, root: Path) -> None:
    """Remove a folder below the root if it is empty, and then its parents that are."""
    while folder != root:
        shutil.rmtree(folder / "__pycache__", ignore_errors=True)
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__


def _refuse(root: Path, code: str, message: str, hint: str) -> NoReturn:
    raise SpecloomError.of(code, message, hint=hint, location=Location(root.as_posix()))
