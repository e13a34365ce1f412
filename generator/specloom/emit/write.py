"""Write files: the whole output in, only what changed put in place, or nothing at all."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import NoReturn, cast

from specloom.diagnostics import Location, SpecloomError
from specloom.emit.render import File

MANIFEST = ".specloom.json"
"""Lists the files that are ours in an output folder, so that nobody else's is ever touched."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What differs between an output folder and what should be in it; paths below the folder."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


def compare(files: Iterable[File], root: Path) -> Changes:
    """What a write would do.

    Raises:
        SpecloomError: the folder, or a file that we would write, belongs to somebody else.
    """
    wanted = _with_manifest(files)
    owned = _owned(root)
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


def write(files: Iterable[File], root: Path) -> Changes:
    """Make an output folder hold these files; stale files of ours are removed.

    Everything is written beside the folder first and then moved in place, a file at a time. If a
    move fails, those before it are undone. A run that is killed leaves files that are whole, and a
    manifest that lets the next run finish.

    Raises:
        SpecloomError: as `compare`, or the folder cannot be written.
    """
    files = tuple(files)
    changes = compare(files, root)
    if not changes:
        return changes
    wanted = _with_manifest(files)
    first_made = _first_missing(root)
    try:
        root.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".specloom-", dir=root) as staging:
            _stage(wanted, changes, Path(staging))
            _replace(wanted, changes, root, Path(staging))
    except OSError as error:
        if first_made is not None:
            shutil.rmtree(first_made, ignore_errors=True)
        _refuse(
            root, "unwritable-output", f"the output cannot be written: {_reason(error)}", _WRITABLE
        )
    return changes


_WRITABLE = "name a folder that can be written, with --output or package.output"


def _with_manifest(files: Iterable[File]) -> dict[str, bytes]:
    wanted: dict[str, bytes] = {}
    for file in files:
        if not _is_below(file.path):
            raise ValueError(f"{file.path!r} leads out of the output folder")
        wanted[file.path] = file.text.encode("utf-8")
    listing = {"made-by": "specloom", "files": sorted(wanted)}
    wanted[MANIFEST] = (json.dumps(listing, indent=1, ensure_ascii=False) + "\n").encode("utf-8")
    return dict(sorted(wanted.items()))


def _is_below(path: str) -> bool:
    pure = PurePosixPath(path)
    return (
        not pure.is_absolute() and ".." not in pure.parts and "\\" not in path and ":" not in path
    )


def _owned(root: Path) -> set[str]:
    """The files of ours in a folder, by its manifest; that is ours as well."""
    try:
        listing = json.loads((root / MANIFEST).read_text(encoding="utf-8"))
        files = cast(list[object], listing["files"])
    except (FileNotFoundError, NotADirectoryError):
        return set()
    except (OSError, ValueError, LookupError, TypeError) as error:
        _refuse(root, "unreadable-manifest", f"{MANIFEST} cannot be read: {error}", _FOREIGN)
    return {MANIFEST} | {path for path in files if isinstance(path, str) and _is_below(path)}


_FOREIGN = "choose an empty folder, or one that specloom wrote, or move those files away"


def _refuse_foreign(root: Path, foreign: list[str], owned: set[str]) -> None:
    if root.exists() and not root.is_dir():
        _refuse(root, "unwritable-output", "the output is a file, not a folder", _WRITABLE)
    others: list[str] = foreign
    if not owned and root.is_dir():
        # Not written by us before: whatever is in it, an empty folder's nothing apart, is not ours.
        others = sorted(
            path.name for path in root.iterdir() if path.name not in {".git", ".gitignore"}
        )
    if others:
        named = ", ".join(others[:3]) + (f" and {len(others) - 3} more" if len(others) > 3 else "")
        _refuse(
            root, "foreign-files", f"the output folder holds files of others: {named}", _FOREIGN
        )


def _read(root: Path, path: str) -> bytes | None:
    try:
        return (root / path).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        _refuse(root, "unwritable-output", f"{path} cannot be read: {_reason(error)}", _WRITABLE)


def _first_missing(root: Path) -> Path | None:
    missing = None
    for path in (root, *root.parents):
        if path.exists():
            break
        missing = path
    return missing


def _stage(wanted: Mapping[str, bytes], changes: Changes, staging: Path) -> None:
    for path in (*changes.added, *changes.changed):
        target = staging / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(wanted[path])


def _replace(wanted: Mapping[str, bytes], changes: Changes, root: Path, staging: Path) -> None:
    """Move the staged files in place and remove the stale ones; undo it all if one cannot be."""
    before = {path: (root / path).read_bytes() for path in (*changes.changed, *changes.removed)}
    moved: list[str] = []
    try:
        # The manifest first: a run that is killed after it owns whatever it has written.
        for path in sorted((*changes.added, *changes.changed), key=lambda path: path != MANIFEST):
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            os.replace(staging / path, root / path)
            moved.append(path)
        for path in changes.removed:
            (root / path).unlink()
            moved.append(path)
    except OSError:
        for path in moved:
            if path in before:
                (root / path).write_bytes(before[path])
            else:
                (root / path).unlink(missing_ok=True)
        raise
    for path in changes.removed:
        _remove_empty((root / path).parent, root)


def _remove_empty(folder: Path, root: Path) -> None:
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
