"""Generate a package from a Python program."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from specloom.cache import user_cache
from specloom.diagnostics import Diagnostic, Severity, SpecloomError
from specloom.emit.lock import locked
from specloom.emit.output import compare_output, planned_output, write_output
from specloom.emit.write import Changes, write_text
from specloom.fetching.access import Access
from specloom.fetching.fetch import fetch_sources
from specloom.fetching.lock import format_lock
from specloom.project.file import load_project
from specloom.project.model import Project, plain_project
from specloom.project.sources import named_sources
from specloom.published import load_published, names_section
from specloom.python.clients.published import with_pinned
from specloom.records import inputs_of, section_of
from specloom.runs import generate as make


class Result(Struct, frozen=True):
    """What a generation made.

    output: the folder of the package.
    changes: the files that were added, changed and removed in it.
    diagnostics: what was found in the documents, without the errors, which are raised.
    """

    output: Path
    changes: Changes
    diagnostics: tuple[Diagnostic, ...]


def generate(
    project: str | Path = "specloom.toml",
    *,
    documents: Sequence[str | Path] = (),
    package: str = "",
    output: str | Path | None = None,
    strict: bool = False,
    offline: bool = False,
    frozen: bool = False,
    dry_run: bool = False,
) -> Result:
    """Write a package, as `specloom generate` does.

    Args:
        project: the project file.
        documents: documents in place of a project file: files, folders, URLs, revisions of git.
        package: the name of the package that the documents become.
        output: the folder to write; the project file's if it is omitted.
        strict: whether warnings are errors.
        offline: whether nothing is downloaded.
        frozen: whether documents by URL must be those of the lock file.
        dry_run: whether nothing is written.

    Returns:
        What changed, and what was found in the documents.

    Raises:
        SpecloomError: the documents or the settings have errors, and nothing was written.
        ValueError: documents are given without a package or an output folder.
    """
    found = _project(Path(project), documents, package, output)
    fetched = fetch_sources(replace(found, offline=offline), Access(offline, frozen), user_cache())
    found = fetched.project
    with locked(found.output, shared=dry_run):
        published = load_published(found.output, found.package.module)
        found = replace(found, published=with_pinned(published, found))
        before = inputs_of(found)
        made = make(found)
        planned = planned_output(made.files, found)
        diagnostics = tuple(dict.fromkeys((*found.notes, *made.warnings, *planned.warnings)))
        if strict:
            _refuse_warnings(diagnostics)
        names = names_section(found.package.module, made.published.calls, made.published.models)
        if found.core is not None:
            from specloom.shared_core import write_core

            write_core(found, made.features, dry_run=dry_run)
        record = partial(section_of, found, made, before)
        if dry_run:
            changes = compare_output(planned, found, names, record(planned.files))
        else:
            changes = write_output(planned, found, names, record)
            if found.pins is not None:
                write_text(found.pins, made.pins)
            if found.lock is not None and (fetched.downloads or found.lock.exists()):
                write_text(found.lock, format_lock(fetched.downloads))
    return Result(found.output, changes, diagnostics)


def _project(
    project: Path, documents: Sequence[str | Path], package: str, output: str | Path | None
) -> Project:
    if not documents:
        loaded = load_project(project)
        return loaded if output is None else loaded.with_output(Path(output))
    if not package or output is None:
        raise ValueError("documents need a package name and an output folder")
    sources, notes = named_sources(map(str, documents))
    made = plain_project(sources, package=package, output=Path(output))
    return replace(made, notes=tuple(notes))


def _refuse_warnings(diagnostics: Sequence[Diagnostic]) -> None:
    warnings = [each for each in diagnostics if each.severity is not Severity.NOTE]
    if warnings:
        raise SpecloomError(replace(each, severity=Severity.ERROR) for each in warnings)
