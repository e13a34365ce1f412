"""Bundle or upgrade a single document, for other tools to read."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from specloom.check import address_of, allowed_of
from specloom.diagnostics import Severity, SpecloomError
from specloom.documents.bundling.bundle import bundle
from specloom.documents.document import Document
from specloom.documents.overlays.overlay import Application, load_overlay
from specloom.documents.reading.load import load_document
from specloom.documents.upgrading.losses import losses
from specloom.documents.upgrading.upgrade import upgrade
from specloom.project.model import Project, Source

_UNRESOLVED = frozenset(
    (
        "dangling-reference",
        "external-reference",
        "invalid-reference",
        "reference-outside-folder",
        "too-many-files",
        "unreadable-reference",
        "url-not-allowed",
    )
)


def bundle_source(
    project: Project, source: Source, upgraded: Callable[[], None] = lambda: None
) -> Document:
    """Load a document, resolve its references to other files, and apply the overlays of the project.

    Overlays apply to the upgraded document, as they do when a package is generated.

    Args:
        project: the project, with the overlays and the limits.
        source: the document to load.
        upgraded: called if the document had to be upgraded, because there are overlays.

    Raises:
        SpecloomError: the document or an overlay cannot be read, a reference cannot be resolved, or an action
            does not fit.
    """
    document = _loaded(project, source)
    if not project.overlays:
        return document
    newer = upgrade(document)
    if newer is not document:
        upgraded()
    return _overlaid(newer, project)


def upgrade_source(project: Project, source: Source) -> Document:
    """Load a document, resolve its references to other files, upgrade it, and apply the overlays.

    `findings` of the result include what the upgrade does not carry over.

    Raises:
        SpecloomError: as `bundle_source`.
    """
    document = _loaded(project, source)
    newer = upgrade(document).with_findings(losses(document))
    return _overlaid(newer, project) if project.overlays else newer


def _loaded(project: Project, source: Source) -> Document:
    allowed = allowed_of(project)
    loaded = load_document(source.path, source.shown, allowed.most_bytes)
    document = bundle(loaded, source.path, allowed, address_of(source))
    unresolved = [each for each in document.findings if each.code in _UNRESOLVED]
    if unresolved:
        raise SpecloomError(replace(each, severity=Severity.ERROR) for each in unresolved)
    return document


def _overlaid(document: Document, project: Project) -> Document:
    """Apply the overlays. An action has to match if the project has no other document for it."""
    overlays = tuple(load_overlay(each.path, each.shown) for each in project.overlays)
    application = Application(overlays, [each.shown for each in project.sources])
    applied, _ = application.apply(document)
    application.finish(is_complete=len(project.sources) == 1)
    return applied
