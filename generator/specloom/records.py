"""Record in the manifest what an output was made of, so that a check need not make it again.

The record has one digest of everything that decides the output and of the output itself: specloom and its
templates, the formatter, the settings, the documents and overlays with what they refer to, the files of the
output with their names, and the file of pins. If any of them differs, the digest does, and a check makes the
output again to report the differences. The digest is the same on every machine.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import cast

from msgspec import Struct, ValidationError, convert
from msgspec.structs import replace

from specloom.cache.runs import plain_settings
from specloom.diagnostics import Severity
from specloom.emit.file import File
from specloom.generated import Generated
from specloom.keys import code_key, digest_of, key_of
from specloom.project.model import Docs, Project
from specloom.project.sources import local_path
from specloom.published import MADE_OF, MANIFEST, Published, names_section


class Record(Struct, frozen=True):
    """What an output was made of.

    `digest` is as the module describes it. `warnings` and `omitted` are the numbers of diagnostics, and
    `references` the files that the documents refer to, relative to the folder of the project file.
    """

    digest: str
    warnings: int = 0
    omitted: int = 0
    references: tuple[str, ...] = ()

    def section(self) -> dict[str, object]:
        """Return the record as a member of a manifest."""
        return {name: getattr(self, name) for name in self.__struct_fields__ if getattr(self, name)}


class Inputs(Struct, frozen=True):
    """The state of the documents and overlays before a run, to notice changes in the meantime."""

    digests: tuple[bytes, ...]
    time: int


def inputs_of(project: Project) -> Inputs:
    """Return the state of a project's documents and overlays."""
    return Inputs(_digests(project), time.time_ns())


def record_of(project: Project, made: Generated, before: Inputs) -> Record | None:
    """Return the record of an output.

    Args:
        project: the project.
        made: what was generated.
        before: the state before that.

    Returns:
        The record; None if a document was changed in the meantime, or refers to something that is no file.
    """
    base = _base(project)
    if before.digests != _digests(project):
        return None
    references: list[str] = []
    for address in sorted(made.references):
        target = local_path(address)
        if target is None:
            return None
        path = Path(os.path.realpath(target))
        if path.exists() and path.stat().st_mtime_ns > before.time:
            return None
        references.append(_relative(path, base))
    counted = dict.fromkeys((*project.notes, *made.warnings))
    severities = [each.severity for each in counted]
    empty = Record(
        "",
        sum(each is Severity.WARNING for each in severities),
        sum(each is Severity.OMITTED for each in severities),
        tuple(references),
    )
    names = names_section(project.package.module, made.published.calls, made.published.models)
    pins = made.pins.encode("utf-8") if project.pins is not None else b""
    files = ((each.path, each.text.encode("utf-8")) for each in made.files)
    digest = _digest(project, empty, names, files, pins)
    return None if digest is None else replace(empty, digest=digest)


def section_of(
    project: Project, made: Generated, before: Inputs, files: tuple[File, ...]
) -> Mapping[str, object] | None:
    """Return the record of an output for its manifest, as `record_of`.

    Args:
        project: the project.
        made: what was generated.
        before: the state before that.
        files: the files as they are in the output folder.
    """
    found = record_of(project, replace(made, files=files), before)
    return None if found is None else found.section()


def recorded(project: Project) -> Record | None:
    """Return the record of an output that is up to date.

    None means that it may not be, or that there is no record. The caller must hold the lock of the output.
    """
    root = project.output
    try:
        listing = json.loads((root / MANIFEST).read_bytes())
        found = convert(listing[MADE_OF], Record)
        paths = convert(listing["files"], list[str])
        if not all(_is_inside(root, each) for each in paths):
            return None
        pins = project.pins.read_bytes() if project.pins is not None else b""
        files = ((each, (root / each).read_bytes()) for each in sorted(paths))
        names = cast(dict[str, object], listing.get("names", {}))
        digest = _digest(project, replace(found, digest=""), names, files, pins)
    except (OSError, ValueError, LookupError, TypeError, ValidationError, RecursionError):
        return None
    return found if digest == found.digest else None


def recorded_section(root: Path) -> Mapping[str, object] | None:
    """Return the record of an output as it is in the manifest, whether it is still valid or not."""
    try:
        found: object = json.loads((root / MANIFEST).read_bytes()).get(MADE_OF)
    except (OSError, ValueError, AttributeError, RecursionError):
        return None
    return cast(dict[str, object], found) if isinstance(found, dict) else None


def _digests(project: Project) -> tuple[bytes, ...]:
    found: list[bytes] = []
    for each in (*project.sources, *project.overlays):
        try:
            found.append(digest_of(each.path))
        except OSError:
            found.append(b"")  # reading it reports the reason
    return tuple(found)


def _digest(
    project: Project,
    record: Record,
    names: Mapping[str, object],
    files: Iterable[tuple[str, bytes]],
    pins: bytes,
) -> str | None:
    base = _base(project)
    formatter = project.package.formatter
    settings = replace(
        project,
        output=Path(),
        pins=None,
        lock=None,
        offline=False,
        published=Published(),
        notes=(),
        left_out=(),
        folders=(),
        core=None if project.core is None else replace(project.core, output=Path(), packages=()),
        file=None,
        docs=Docs(),
        sources=tuple(replace(each, path=Path(), shown="") for each in project.sources),
        overlays=tuple(replace(each, path=Path(), shown="") for each in project.overlays),
        reference_folders=tuple(Path(_relative(each, base)) for each in project.reference_folders),
    )
    parts: list[str | bytes] = [code_key(), formatter]
    parts.append(json.dumps(plain_settings(settings), ensure_ascii=True))
    parts.append(json.dumps([record.section(), names], sort_keys=True, ensure_ascii=True))
    try:
        for source in (*project.sources, *project.overlays):
            parts += ["" if source.address else _relative(source.path, base)]
            parts.append(digest_of(source.path))
        for reference in record.references:
            target = base / reference
            parts += [reference, digest_of(target) if target.is_file() else b""]
    except OSError:
        return None
    for path, content in sorted(files):
        parts += [path, content]
    return key_of(*parts, pins)


def _base(project: Project) -> Path:
    """Return the folder that paths in a record are relative to: that of the project file."""
    return project.lock.parent if project.file is not None and project.lock is not None else Path()


def _relative(path: Path, base: Path) -> str:
    return Path(os.path.relpath(os.path.realpath(path), os.path.realpath(base))).as_posix()


def _is_inside(root: Path, path: str) -> bool:
    inside = os.path.realpath(root)
    return Path(os.path.realpath(root / path)).is_relative_to(inside)
