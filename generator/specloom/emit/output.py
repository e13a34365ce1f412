"""Write the output of a project, with the user's lines in pyproject.toml, and run the commands that may change it.

A command such as a formatter changes generated files. For each of these the manifest records two digests, of
what was generated and of what the command made of it. As long as both are the same, the file is up to date,
and nobody has to run the command to know.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import cast

from msgspec import Struct
from msgspec.structs import replace

from specloom.diagnostics import Diagnostic, SpecloomError
from specloom.emit.file import File
from specloom.emit.write import Changes, compare, remove_empty, write
from specloom.keys import key_of
from specloom.project.model import PostHook, Project
from specloom.published import MANIFEST, load_records

_HOOKS = "post_hooks"
_ORIGINALS = "originals"
_PYPROJECT = "pyproject.toml"


class Output(Struct, frozen=True):
    """The files as they are to be in the output folder.

    Attributes:
        files: the files; those that a command changed in an earlier run have the content that it gave them.
        generated: the files before the commands.
        records: what the manifest records besides the names.
        warnings: what was found in files that have lines of the user.
    """

    files: tuple[File, ...]
    generated: tuple[File, ...]
    records: Mapping[str, object]
    warnings: tuple[Diagnostic, ...] = ()


def planned_output(files: Iterable[File], project: Project) -> Output:
    """Return what the output folder of a project has to contain.

    Raises:
        SpecloomError: a file with lines of the user cannot be read.
    """
    records = load_records(project.output)
    files, warnings, originals = _with_own_lines(files, project.output, records)
    key = _hooks_key(project)
    if not key:
        return Output(files, files, {_ORIGINALS: originals}, warnings)
    changed = _changed_by_hooks(records, key)
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
    hooks = {"commands": key, "files": kept}
    return Output(tuple(found), files, {_ORIGINALS: originals, _HOOKS: hooks}, warnings)


def compare_output(
    planned: Output,
    project: Project,
    names: Mapping[str, object] | None = None,
    record: Mapping[str, object] | None = None,
) -> Changes:
    """Return what `write_output` would change, before the commands run."""
    return compare(planned.files, project.output, names, record, planned.records)


def check_output(
    planned: Output,
    project: Project,
    names: Mapping[str, object] | None = None,
    record: Mapping[str, object] | None = None,
) -> Changes:
    """Return in what the output folder differs.

    The manifest does not differ because of its record of generated files, which differ themselves.
    """
    known = load_records(project.output).get(_ORIGINALS)
    records = {key: value for key, value in planned.records.items() if key != _ORIGINALS}
    if known is not None:
        records = {_ORIGINALS: known, **records}
    return compare(planned.files, project.output, names, record, records)


def write_output(
    planned: Output,
    project: Project,
    names: Mapping[str, object] | None = None,
    record: Callable[[tuple[File, ...]], Mapping[str, object] | None] = lambda _: None,
    ran: Callable[[PostHook, str], None] = lambda _, __: None,
) -> Changes:
    """Write the files of a project, and run its commands if any file has changed.

    If a command fails or is interrupted, all files are as they were before.

    Args:
        planned: the files.
        project: the project, with its output folder.
        names: the public names, which the manifest records.
        record: returns what the manifest records of files that are written.
        ran: called after each command.

    Raises:
        SpecloomError: the folder cannot be written, or a command fails.
    """
    root = project.output
    section = record(planned.files)
    changes = compare_output(planned, project, names, section)
    if not _have_to_run(changes, project):
        return write(planned.files, root, names, section, planned.records)
    before = _state(root, {each.path for each in planned.generated} | {*changes.removed, MANIFEST})
    # Until the commands have succeeded, the manifest does not say that they ran.
    pending: dict[str, object] = {**planned.records, _HOOKS: {"commands": "", "files": {}}}
    changes = write(planned.files, root, names, None, pending)
    from specloom.emit.post_hooks import run_post_hooks  # few projects have commands

    try:
        run_post_hooks(project, ran)
        found, hooks = _after_hooks(planned.generated, project)
        write(found, root, names, record(found), {**planned.records, _HOOKS: hooks})
    except BaseException:  # Ctrl-C must not leave an incomplete output either
        _restore(root, before)
        raise
    return changes


def _have_to_run(changes: Changes, project: Project) -> bool:
    """Return whether the commands have to run: a file has changed, or they did not run yet."""
    if not project.post_hooks:
        return False
    known = load_records(project.output).get(_HOOKS)
    key = cast(dict[str, object], known).get("commands") if isinstance(known, dict) else None
    changed = {*changes.added, *changes.changed, *changes.removed} - {MANIFEST}
    return bool(changed) or key != _hooks_key(project)


def _with_own_lines(
    files: Iterable[File], root: Path, records: Mapping[str, object]
) -> tuple[tuple[File, ...], tuple[Diagnostic, ...], Mapping[str, object]]:
    """Return the files with the user's lines, warnings, and the generated content of those files for the manifest."""
    found: list[File] = []
    warnings: tuple[Diagnostic, ...] = ()
    originals: dict[str, object] = {}
    for each in files:
        if each.path == _PYPROJECT:
            originals[each.path] = each.text.splitlines()
            before, present = _original(records, each.path), _present(root / each.path)
            if before is not None and present is not None and present != before:
                from specloom.emit.own_lines import merge  # few projects have own lines

                merged = merge(before, present, each.text, (root / each.path).as_posix())
                warnings = merged.warnings
                each = replace(each, text=merged.text)
        found.append(each)
    return tuple(found), warnings, originals


def _original(records: Mapping[str, object], path: str) -> str | None:
    """Return a file as it was generated before; None if the manifest does not record it."""
    known = records.get(_ORIGINALS)
    lines = cast(dict[str, object], known).get(path) if isinstance(known, dict) else None
    if not isinstance(lines, list):
        return None
    return "".join(f"{line}\n" for line in cast(list[object], lines))


def _hooks_key(project: Project) -> str:
    """Return a digest of the commands; "" if there are none."""
    if not project.post_hooks:
        return ""
    return key_of(*(f"{bool(each.shell)} {each.shown}" for each in project.post_hooks))


def _changed_by_hooks(records: Mapping[str, object], key: str) -> Mapping[str, object]:
    """Return the digests that the manifest records for these commands, by path."""
    found = records.get(_HOOKS)
    if not isinstance(found, dict):
        return {}
    table = cast(dict[str, object], found)
    files = table.get("files")
    is_same = table.get("commands") == key
    return cast(dict[str, object], files) if is_same and isinstance(files, dict) else {}


def _after_hooks(
    generated: Iterable[File], project: Project
) -> tuple[tuple[File, ...], Mapping[str, object]]:
    """Return the files as the commands left them, and the record of those that they changed."""
    found: list[File] = []
    changed: dict[str, object] = {}
    for each in generated:
        text = _present(project.output / each.path)
        # What commands change in pyproject.toml is kept like what the user changes there.
        if text != each.text and each.path != _PYPROJECT:
            changed[each.path] = [_digest(each.text), "" if text is None else _digest(text)]
        if text is not None:
            found.append(replace(each, text=text))
    return tuple(found), {"commands": _hooks_key(project), "files": changed}


def _present(path: Path) -> str | None:
    """Return the content of a file; None if there is none, or if it cannot be read, which writing reports."""
    try:
        return path.read_bytes().decode("utf-8")
    except OSError:
        return None
    except UnicodeDecodeError as error:
        raise SpecloomError.of(
            "unreadable-output",
            f"{path.as_posix()} cannot be read: {error}",
            hint="generated files must be encoded in UTF-8; correct the file, or delete it to "
            "generate it again",
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
                import shutil

                shutil.rmtree(left, ignore_errors=True)
            else:
                left.unlink(missing_ok=True)
