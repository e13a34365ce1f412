"""Compose the stages: a project in, checked documents, an IR or the files of the package out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from specloom.diagnostics import Collector, Diagnostic
from specloom.documents.document import Document
from specloom.ir import InternedApi
from specloom.naming.assign import Names
from specloom.project import Project

if TYPE_CHECKING:
    from specloom.coverage import Covered, Key
    from specloom.emit.render import File
    from specloom.python.calls import OperationCall

Progress = Callable[[str], None]


def _silent(stage: str) -> None:
    """Report no progress."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """What the documents of a project say, each structure once, and the names it goes by."""

    project: Project
    interned: InternedApi
    names: Names


@dataclass(frozen=True, slots=True)
class Generated:
    """The whole output, formatted, what there is to warn of, and the public names to pin."""

    files: tuple[File, ...]
    warnings: tuple[Diagnostic, ...]
    pins: str


def check_documents(project: Project, progress: Progress = _silent) -> tuple[Document, ...]:
    """Load the documents of a project, correct them by its overlays, and mend what is invalid.

    `findings` of each document are warnings, and what was left out.

    Raises:
        SpecloomError: with everything that keeps any of them from being read.
    """
    from specloom.documents.bundle import bundle
    from specloom.documents.files import Allowed
    from specloom.documents.load import load_document
    from specloom.documents.overlay import apply_overlays, load_overlay, Overlay
    from specloom.documents.sound import sound
    from specloom.documents.upgrade import upgrade

    progress("load")
    collector = Collector()
    allowed = Allowed(project.reference_folders, project.reference_urls)
    documents: list[Document] = []
    for source in project.sources:
        with collector.item():
            loaded = load_document(source.path, source.shown)
            documents.append(upgrade(bundle(loaded, source.path, allowed)))
    overlays: list[Overlay] = []
    for source in project.overlays:
        with collector.item():
            overlays.append(load_overlay(source.path, source.shown))
    collector.raise_if_errors()
    if overlays:
        progress("overlay")
        documents = list(apply_overlays(tuple(documents), tuple(overlays)))
    progress("validate")
    checked: list[Document] = []
    for document in documents:
        with collector.item():
            checked.append(sound(document))
    collector.raise_if_errors()
    return tuple(checked)


def compile_project(project: Project, progress: Progress = _silent) -> Compiled:
    """Check the documents of a project, lower them, and let equal structure stand once.

    Raises:
        SpecloomError: as `check_documents`, or something has no place in the IR, or no name.
    """
    return compile_documents(check_documents(project, progress), project, progress)


def compile_documents(
    documents: tuple[Document, ...], project: Project, progress: Progress = _silent
) -> Compiled:
    """Compile documents that were checked, as `compile_project`."""
    from specloom.interning.intern import intern
    from specloom.lowering.lower import lower
    from specloom.naming.assign import assign_names

    progress("lower")
    interned = intern(lower(documents, project))
    progress("name")
    return Compiled(project, interned, assign_names(interned, project))


def cover_project(project: Project, tested: frozenset[Key]) -> tuple[Covered, ...]:
    """Every operation that the documents of a project declare, and what became of it."""
    from specloom.coverage import cover

    documents = check_documents(project)
    compiled = compile_documents(documents, project)
    return cover(documents, project, call_map(compiled), tested)


def call_map(compiled: Compiled) -> tuple[OperationCall, ...]:
    """How the package reaches each operation, for tools, docs and tests to build on."""
    from specloom.python.calls import map_calls
    from specloom.python.layout import Layout

    return map_calls(Layout(compiled.interned, compiled.names, compiled.project))


def generate(
    project: Project, progress: Progress = _silent, *, cache: Path | None = None
) -> Generated:
    """Make every file of the package; nothing is written.

    Raises:
        SpecloomError: as `compile_project`, or something has no form in Python yet.
    """
    from specloom.emit.digest import digest
    from specloom.emit.format import format_files
    from specloom.emit.render import render, template_root
    from specloom.python.plan import plan

    documents = check_documents(project, progress)
    compiled = compile_documents(documents, project, progress)
    progress("render")
    planned = plan(compiled.interned, compiled.names, project)
    rendered = render(planned, template_root())
    if project.package.operations:
        path = f"{project.package.module}/{project.package.operations}"
        rendered = (*rendered, digest(documents, path))
    pins = _pins(compiled)
    progress("format")
    return Generated(format_files(rendered, cache), planned.warnings, pins)


def _pins(compiled: Compiled) -> str:
    """The text of the pin file, once every name that is pinned was found again."""
    from specloom.python.layout import Layout
    from specloom.python.pins import check_pins, format_pins, public_names

    file = compiled.project.pins
    if file is None:
        return ""
    names = public_names(Layout(compiled.interned, compiled.names, compiled.project))
    if file.exists():
        check_pins(file.read_text(encoding="utf-8"), file.as_posix(), names)
    return format_pins(names)
