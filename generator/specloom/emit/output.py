"""Write the output of a project, and run the commands that may change it afterwards.

A command such as a formatter changes generated files. For each of these the manifest records two digests, of
what was generated and of what the command made of it. As long as both are the same, the file is up to date,
and nobody has to run the command to know.
"""

from __future__ import annotations

import contextlib
import hashlib
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import cast

from msgspec import Struct
from msgspec.structs import replace

from specloom.diagnostics import SpecloomError
from specloom.emit.file import File
from specloom.emit.post_hooks import Ran, post_hooks_key, run_post_hooks
from specloom.emit.write import Changes, compare, remove_empty, write
from specloom.project.model import Project
from specloom.published import MANIFEST, load_records

_HOOKS = "post_hooks"


class Output(Struct, frozen=True):
    """The files as they are to be in the output folder.

    Attributes:
        files: the files; those that a command changed in an earlier run have the content that it gave them.
        generated: the files as they were generated.
        records: what the manifest records besides the names.
    """

    files: tuple[File, ...]
    generated: tuple[File, ...]
    records: Mapping[str, object]


def planned_output(files: Iterable[File], project: Project) -> Output:
    """Return what the output folder of a project has to contain."""
    files = tuple(files)
    key = post_hooks_key(project)
    if not key:
        return Output(files, files, {})
    changed = _changed_by_hooks(project.output, key)
    found: list[File] = []
    kept: dict[str, object] = {}
    for each in files:
        made = changed.get(each.path)
        present = _present(project.output / each.path) if made is not None else None
        if made == [_digest(each.text), "" if present is None else _digest(present)]:
            kept[each.path] = made
            if present is not None:
                found.append(replace(each, text=present))
        else:
            found.append(each)
    return Output(tuple(found), files, {_HOOKS: {"commands": key, "files": kept}})


def compare_output(
    files: Iterable[File], project: Project, names: Mapping[str, object] | None = None
) -> Changes:
    """Return what `write_output` would change, before the commands run."""
    planned = planned_output(files, project)
    return compare(planned.files, project.output, names, planned.records)


def write_output(
    files: Iterable[File],
    project: Project,
    names: Mapping[str, object] | None = None,
    ran: Ran = lambda _, __: None,
) -> Changes:
    """Write the files of a project, and run its commands if anything has changed.

    If a command fails or is interrupted, all files are as they were before.

    Args:
        files: the generated files.
        project: the project, with its output folder.
        names: the public names, which the manifest records.
        ran: called after each command.

    Raises:
        SpecloomError: the folder cannot be written, or a command fails.
    """
    planned = planned_output(files, project)
    root = project.output
    if not project.post_hooks:
        return write(planned.files, root, names, planned.records)
    changes = compare(planned.files, root, names, planned.records)
    if not changes:
        return write(planned.files, root, names, planned.records)
    before = _state(root, {each.path for each in planned.generated} | {*changes.removed, MANIFEST})
    # Until the commands have succeeded, the manifest does not say that they ran.
    changes = write(planned.files, root, names, {_HOOKS: {"commands": "", "files": {}}})
    try:
        run_post_hooks(project, ran)
        found, records = _after_hooks(planned.generated, project)
        write(found, root, names, records)
    except BaseException:  # Ctrl-C must not leave an incomplete output either
        _restore(root, before)
        raise
    return changes


def _changed_by_hooks(root: Path, key: str) -> Mapping[str, object]:
    """Return the digests that the manifest records for these commands, by path."""
    records = load_records(root).get(_HOOKS)
    if not isinstance(records, dict):
        return {}
    table = cast(dict[str, object], records)
    files = table.get("files")
    is_same = table.get("commands") == key
    return cast(dict[str, object], files) if is_same and isinstance(files, dict) else {}


def _after_hooks(
    generated: Iterable[File], project: Project
) -> tuple[tuple[File, ...], Mapping[str, object]]:
    """Return the files as the commands left them, and the records of those that they changed."""
    found: list[File] = []
    changed: dict[str, object] = {}
    for each in generated:
        text = _present(project.output / each.path)
        if text != each.text:
            changed[each.path] = [_digest(each.text), "" if text is None else _digest(text)]
        if text is not None:
            found.append(replace(each, text=text))
    return tuple(found), {_HOOKS: {"commands": post_hooks_key(project), "files": changed}}


def _present(path: Path) -> str | None:
    """Return the content of a file; None if there is none."""
    try:
        return path.read_bytes().decode("utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise SpecloomError.of(
            "post-hook-failed",
            f"{path.as_posix()} cannot be read after the commands of post_hooks: {error}",
            hint="generated files are in UTF-8; leave them so",
        ) from None


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:32]


class _State(Struct, frozen=True):
    """An output folder before a run: its top-level names, and the content of generated files by path."""

    names: frozenset[str]
    files: Mapping[str, bytes | None]


def _state(root: Path, paths: Iterable[str]) -> _State:
    names = frozenset(each.name for each in root.iterdir()) if root.is_dir() else frozenset[str]()
    return _State(names, {path: _bytes(root / path) for path in paths})


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _restore(root: Path, before: _State) -> None:
    """Give generated files the content that they had.

    What else the commands left is removed if the folder had no output before; in that case, the next run would
    refuse to write next to it.
    """
    for path, content in before.files.items():
        target = root / path
        if _bytes(target) == content:
            continue
        with contextlib.suppress(OSError):
            if content is None:
                target.unlink()
                remove_empty(target.parent, root)
            else:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content)
    if before.files[MANIFEST] is None:
        for left in [each for each in root.iterdir() if each.name not in before.names]:
            if left.is_dir() and not left.is_symlink():
                shutil.rmtree(left, ignore_errors=True)
            else:
                left.unlink(missing_ok=True)
