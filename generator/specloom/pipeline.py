"""Compose the stages, from a project to its checked documents, its IR, and the files of the package."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from specloom.cache import Cache, user_cache
from specloom.check import PartlyRefused, allowed_of, check_documents, check_project
from specloom.check_ahead import checked_ahead
from specloom.diagnostics import Diagnostic, SpecloomError
from specloom.documents.document import Document
from specloom.generated import Generated
from specloom.ir import InternedApi
from specloom.naming.names import Names
from specloom.project.model import Project, Source
from specloom.sharing.identities import Identities
from specloom.stages import Stages

if TYPE_CHECKING:
    from specloom.coverage.operations import Covered, Key
    from specloom.documents.bundling.files import Allowed
    from specloom.python.operations.calls import OperationCall


__all__ = [
    "Compiled",
    "call_map",
    "check_documents",
    "compile_documents",
    "compile_project",
    "cover_project",
    "findings_of",
    "generate",
]


class Compiled(Struct, frozen=True):
    """The interned API of a project, and its names."""

    project: Project
    interned: InternedApi
    names: Names


def compile_project(project: Project, stages: Stages | None = None) -> Compiled:
    """Check the documents of a project, lower them, and merge equal structure.

    Raises:
        SpecloomError: as `check_documents`, or something cannot be expressed in the IR, or has no name.
    """
    documents, identities = _checked(project, stages or Stages())
    return compile_documents(documents, project, stages, identities)


def _checked(
    project: Project,
    stages: Stages,
    allowed: Allowed | None = None,
    cache: Cache | None = None,
) -> tuple[tuple[Document, ...], Identities]:
    """Check documents, and find what is equal in them.

    Where some cannot be used, the errors that lowering finds in the others are raised as well.
    """
    try:
        with checked_ahead(project, cache or Cache(None), stages) as documents:
            checked = check_project(project, stages, allowed or allowed_of(project), documents)
    except PartlyRefused as error:
        further = chain.from_iterable(_objections(*each, project) for each in error.usable)
        raise SpecloomError(dict.fromkeys((*error.diagnostics, *further))) from None
    found = tuple(each.document for each in checked)
    outlines = {each.document: each.outline for each in checked if each.outline is not None}
    with stages.stage("compare"):
        return found, Identities(found, outlines)


def _objections(source: Source, document: Document, project: Project) -> Iterator[Diagnostic]:
    """The errors of lowering a document by itself."""
    from specloom.lowering.lower import lower

    alone = replace(
        project,
        sources=(source,),
        versions=(source.version,),
        default_version=source.version,
        calls={},
    )
    try:
        lower((document,), alone)
    except SpecloomError as error:
        for each in error.diagnostics:
            if each.location is not None and each.location.document == document.path:
                yield each


def compile_documents(
    documents: tuple[Document, ...],
    project: Project,
    stages: Stages | None = None,
    identities: Identities | None = None,
) -> Compiled:
    """Compile checked documents, as `compile_project`; `identities` say what is equal in them."""
    from specloom.interning.intern import intern
    from specloom.lowering.lower import lower
    from specloom.naming.assign import assign_names
    from specloom.python.clients.published import check_published

    stages = stages or Stages()
    check_published(project.published, frozenset(project.names.values()), project.package.features)
    with stages.stage("lower"):
        lowered = lower(documents, project, identities)
    if "before_planning" in project.hooks:
        from specloom.hooks import before_planning

        with stages.stage("hooks"):
            lowered = before_planning(lowered, project)
    with stages.stage("intern"):
        interned = intern(lowered)
    with stages.stage("name"):
        return Compiled(project, interned, assign_names(interned, project))


def findings_of(compiled: Compiled) -> tuple[Diagnostic, ...]:
    """Return everything that a generation would report."""
    from specloom.python.plan import plan

    return plan(compiled.interned, compiled.names, compiled.project).warnings


def cover_project(
    project: Project, tested: frozenset[Key]
) -> tuple[tuple[Covered, ...], tuple[Diagnostic, ...]]:
    """Return every operation that the documents of a project declare, what became of it, and all findings.

    The package is generated and imported; operations that its clients do not reach are missing.
    """
    from specloom.coverage.operations import cover
    from specloom.coverage.reached import reached_calls
    from specloom.emit.core import core_files

    documents = check_documents(project)
    calls = call_map(compile_documents(documents, project))
    made = generate(replace(project, pins=None))
    files = (*made.files, *core_files(project, made.features))
    covered = cover(documents, project, reached_calls(files, project, calls), tested)
    return covered, made.warnings


def call_map(compiled: Compiled) -> tuple[OperationCall, ...]:
    """Return how the package calls each operation, for tools, docs and tests."""
    from specloom.python.layout.layout import Layout
    from specloom.python.operations.calls import map_calls

    return map_calls(Layout(compiled.interned, compiled.names, compiled.project))


def generate(
    project: Project, stages: Stages | None = None, cache: Cache | None = None
) -> Generated:
    """Make every file of the package; nothing is written.

    Checked documents and formatted modules are taken from the cache, by default the user's.

    Raises:
        SpecloomError: as `compile_project`, or something is not supported in Python.
    """
    from specloom.cache.modules import Modules
    from specloom.emit.format import format_ahead, format_files, style_key

    stages = stages or Stages()
    cache = user_cache() if cache is None else cache
    allowed = allowed_of(project)
    formatter = project.package.formatter
    package = f"{project.package.distribution} {os.path.realpath(project.output)}"
    modules = Modules(cache, style_key(formatter), package)
    own = [text for path, text in project.package.additions.items() if path.endswith(".py")]
    ahead = format_ahead(own, modules, formatter)
    try:
        # A function of its own, so that the documents and the IR are freed before a formatter needs memory.
        made = _unformatted(project, stages, cache, allowed)
        with stages.stage("format"):
            formatted = format_files(
                made.files, modules, formatter=formatter, stages=stages, ahead=ahead
            )
    finally:
        if ahead is not None:
            ahead.stop()
    return replace(made, files=formatted)


def _unformatted(project: Project, stages: Stages, cache: Cache, allowed: Allowed) -> Generated:
    """Make every file, not formatted yet."""
    from specloom.emit.digest import digest
    from specloom.emit.render import render, template_root
    from specloom.hooks import before_rendering
    from specloom.python.clients.published import (
        moved_names,
        published_names,
        recorded_calls,
        recorded_models,
    )
    from specloom.python.layout.layout import Layout
    from specloom.python.plan import plan

    documents, identities = _checked(project, stages, allowed, cache)
    compiled = compile_documents(documents, project, stages, identities)
    with stages.stage("plan"):
        planned = plan(compiled.interned, compiled.names, project)
        if "before_rendering" in project.hooks:
            planned = before_rendering(planned, project)
        pins = _pins(compiled)
        layout = Layout(compiled.interned, compiled.names, project)
        recorded = recorded_calls(layout)
        published = published_names(recorded, project.published, recorded_models(layout))
        warnings = (*planned.warnings, *moved_names(recorded, project))
    with stages.stage("render"):
        rendered = render(planned, template_root(), project.overrides)
        if project.package.operations:
            path = f"{project.package.module}/{project.package.operations}"
            rendered = (*rendered, digest(documents, path, identities))
    return Generated(
        rendered, warnings, pins, frozenset(allowed.requested), published, planned.features
    )


def _pins(compiled: Compiled) -> str:
    """The content of the pin file, after a check that no pinned name is missing."""
    from specloom.python.clients.pins import check_pins, format_pins, public_names
    from specloom.python.layout.layout import Layout
    from specloom.python.plan import annotator_of

    file = compiled.project.pins
    if file is None:
        return ""
    layout = Layout(compiled.interned, compiled.names, compiled.project)
    names = public_names(layout, annotator_of(layout))
    if file.exists():
        check_pins(file.read_text(encoding="utf-8"), file.as_posix(), names)
    return format_pins(names)
