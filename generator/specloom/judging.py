"""Errors of some documents go in; those of all others that can still be judged come out beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from specloom.diagnostics import Diagnostic, Severity, SpecloomError
from specloom.documents.document import Document
from specloom.project import Project, Source

Judge = Callable[[tuple[Document, ...], Project], object]
"""What raises the errors of documents: all of those that it finds."""


class UnusableError(SpecloomError):
    """Some documents cannot be used; `usable` are the others, each with its source."""

    def __init__(
        self, diagnostics: Sequence[Diagnostic], usable: Sequence[tuple[Source, Document]]
    ) -> None:
        super().__init__(diagnostics)
        self.usable = tuple(usable)


def every_error(
    error: SpecloomError,
    documents: Sequence[tuple[Source, Document]],
    project: Project,
    judge: Judge,
) -> SpecloomError:
    """Return an error that has what `judge` finds in the documents that `error` says nothing of too.

    These are judged without the others until nothing new is found. What is then said of the project
    file is left out: a setting may be for one of the documents that are missing.
    """
    found = list(error.diagnostics)
    remaining = _without_error(documents, found)
    # Of documents that were judged together, an error that names none of them says all there is.
    while remaining and (len(remaining) < len(documents) or isinstance(error, UnusableError)):
        try:
            judge(tuple(document for _, document in remaining), _part_of(project, remaining))
            break
        except SpecloomError as more:
            found += [
                each
                for each in more.diagnostics
                if each.location is not None and each.location.document != project.file
            ]
        before, remaining = remaining, _without_error(remaining, found)
        if len(remaining) == len(before):
            break
    return SpecloomError(dict.fromkeys(found))


def _without_error(
    documents: Sequence[tuple[Source, Document]], found: Sequence[Diagnostic]
) -> list[tuple[Source, Document]]:
    named = {
        each.location.document
        for each in found
        if each.location is not None and each.severity is Severity.ERROR
    }
    return [each for each in documents if each[1].path not in named]


def _part_of(project: Project, documents: Sequence[tuple[Source, Document]]) -> Project:
    """Return a project of some of the documents, with the versions that they are of."""
    sources = tuple(source for source, _ in documents)
    versions = tuple(
        each for each in project.versions if any(source.version == each for source in sources)
    )
    default = project.default_version
    return replace(
        project,
        sources=sources,
        versions=versions,
        default_version=default if default in versions else versions[-1],
    )
