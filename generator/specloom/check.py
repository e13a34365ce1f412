"""Load, correct, repair and validate the documents of a project."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec import Struct

from specloom.cache import Cache
from specloom.cache.documents import CheckedDocument, CheckedDocuments
from specloom.diagnostics import Collector, Diagnostic, SpecloomError
from specloom.documents.bundling.bundle import bundle
from specloom.documents.bundling.files import Allowed
from specloom.documents.document import Document
from specloom.documents.parts import Parts
from specloom.documents.prepare import prepare
from specloom.documents.reading.load import load_document, load_source
from specloom.documents.upgrading.upgrade import upgrade
from specloom.project.model import Project, Source
from specloom.project.sources import is_url
from specloom.selection import Selector
from specloom.sharing.outlines import Outline, Outliner
from specloom.stages import Stages

if TYPE_CHECKING:
    from specloom.documents.overlays.overlay import Application


def allowed_of(project: Project) -> Allowed:
    """Return the files and URLs to which the documents of a project may refer."""
    limits = project.limits
    return Allowed(
        project.reference_folders,
        project.reference_urls,
        offline=project.offline,
        most_files=limits.files,
        most_bytes=limits.bytes,
        seconds=limits.seconds,
    )


def address_of(source: Source) -> str:
    """Return the URL to which a document's references are relative.

    Return "" if they are relative to its file.
    """
    return source.address if is_url(source.address) else ""


def check_documents(
    project: Project,
    stages: Stages | None = None,
    allowed: Allowed | None = None,
    cache: Cache | None = None,
) -> tuple[Document, ...]:
    """Load the documents of a project, apply its overlays, and repair what is invalid.

    `findings` of each document contains warnings, and parts that were omitted.

    Args:
        project: the project.
        stages: measures and shows the stages.
        allowed: the references that are allowed, by default those of the project's settings.
        cache: if there are several documents, those that were checked before are read from it.

    Raises:
        SpecloomError: with all reasons why documents cannot be read.
    """
    checked = check_project(
        project, stages or Stages(), allowed or allowed_of(project), cache or Cache(None)
    )
    return tuple(each.document for each in checked)


def check_project(
    project: Project, stages: Stages, allowed: Allowed, cache: Cache
) -> tuple[CheckedDocument, ...]:
    """Check the documents of a project. If there are several, also return their outlines."""
    return _Run(project, stages, allowed, cache).documents()


def store_documents(project: Project, numbers: Iterable[int], cache: Cache) -> None:
    """Check some documents of a project, by their numbers, and store those that are valid in the cache.

    Nothing is reported: a document that is invalid, or that cannot be cached, is not stored.
    """
    _Run(project, Stages(), allowed_of(project), cache).store(numbers)


class PartlyRefused(SpecloomError):
    """Some documents are invalid. `usable` contains the others, which later stages can check."""

    def __init__(
        self, diagnostics: Iterable[Diagnostic], usable: tuple[tuple[Source, Document], ...]
    ) -> None:
        super().__init__(diagnostics)
        self.usable = usable


class _Document(Struct):
    """A document that is being checked, and its key in the cache."""

    document: Document
    key: str = ""
    outline: Outline | None = None
    used: tuple[int, ...] = ()
    selected_by: tuple[int, ...] = ()
    is_checked: bool = False


_MOST_REFUSED = 3
"""The number of documents that cannot be cached after which `store_documents` gives up."""


class _Run:
    def __init__(self, project: Project, stages: Stages, allowed: Allowed, cache: Cache) -> None:
        self._project = project
        self._stages = stages
        self._allowed = allowed
        self._cached = CheckedDocuments(cache, project)
        self._selector = Selector(project) if project.selection else None
        self._parts = Parts() if len(project.sources) > 1 else None

    def documents(self) -> tuple[CheckedDocument, ...]:
        """Check all documents."""
        collector = Collector()
        loaded: list[tuple[Source, _Document]] = []
        total = len(self._project.sources)
        for number, source in enumerate(self._project.sources, 1):
            self._stages.item(number, total, source.shown)
            with collector.item():
                loaded.append((source, self._load(source)))
        self._stages.no_item()
        overlays = self._overlays(collector)
        usable: list[tuple[Source, Document]] = []
        for number, (source, each) in enumerate(loaded, 1):
            self._stages.item(number, len(loaded), source.shown)
            with collector.item():
                self._correct(each, source, overlays)
                usable.append((source, each.document))
        self._stages.no_item()
        if overlays is not None:
            with collector.item():
                overlays.finish(is_complete=len(loaded) == len(self._project.sources))
        if self._selector is not None and not collector.has_errors():
            with collector.item():
                self._selector.finish()
        if collector.has_errors():
            raise PartlyRefused(collector.diagnostics, tuple(usable))
        found = [each for _, each in loaded]
        if len(found) > 1:
            self._outline([each for each in found if not each.is_checked])
        return tuple(map(self._store, found))

    def store(self, numbers: Iterable[int]) -> None:
        """Check some documents, and store those that are valid."""
        collector = Collector()
        overlays = self._overlays(collector)
        refused = 0
        for number in () if collector.has_errors() else numbers:
            source = self._project.sources[number]
            ignored = Collector()
            with ignored.item():
                each = self._load(source)
                if each.key and not each.is_checked:
                    self._correct(each, source, overlays)
                    self._outline([each])
                    self._store(each)
                refused += not each.key
            if ignored.has_errors() or refused > _MOST_REFUSED:
                return  # the others would probably be checked in vain as well

    def _store(self, each: _Document) -> CheckedDocument:
        """Return a document as checked, and store it if it is new and may be cached."""
        entry = CheckedDocument(each.document, each.outline, each.used, each.selected_by)
        if each.key and not each.is_checked:
            with self._stages.stage("cache"):
                self._cached.put(each.key, entry)
        return entry

    def _correct(self, each: _Document, source: Source, overlays: Application | None) -> None:
        """Apply the overlays to a document, remove what is not selected, and repair it."""
        if overlays is not None:
            with self._stages.stage("overlay"):
                if each.is_checked:
                    overlays.use(each.used)
                else:
                    each.document, each.used = overlays.apply(each.document)
        if self._selector is not None:
            with self._stages.stage("select"):
                if each.is_checked:
                    self._selector.use(each.selected_by)
                else:
                    each.document, each.selected_by = self._selector.select(each.document, source)
        if not each.is_checked:
            each.document = prepare(self._shared(each.document), self._stages, self._parts)

    def _outline(self, found: list[_Document]) -> None:
        outliner = Outliner()
        with self._stages.stage("compare"):
            for each in found:
                each.outline = outliner.outline(each.document)

    def _load(self, source: Source) -> _Document:
        with self._stages.stage("cache"):
            key = self._cached.key(source)
        if key:
            with self._stages.stage("load"):
                entry = self._cached.get(key)
                self._stages.found("load", entry is not None)
                if entry is not None:
                    return _Document(
                        entry.document,
                        key,
                        entry.outline,
                        entry.used,
                        entry.selected_by,
                        is_checked=True,
                    )
        with self._stages.stage("load"):
            others = len(self._allowed.requested)
            loaded = load_document(source.path, source.shown, self._allowed.most_bytes)
            whole = bundle(loaded, source.path, self._allowed, address_of(source))
        if others != len(self._allowed.requested):
            key = ""  # not cached, because the bundled files may change as well
        with self._stages.stage("upgrade"):
            return _Document(self._shared(upgrade(whole)), key)

    def _shared(self, document: Document) -> Document:
        """Return a document that shares its parts with the other documents."""
        if self._parts is not None:
            self._parts.share(document)
        return document

    def _overlays(self, collector: Collector) -> Application | None:
        if not self._project.overlays:
            return None
        from specloom.documents.overlays.overlay import Application, Overlay, read_overlay

        overlays: list[Overlay] = []
        with self._stages.stage("overlay"):
            for source in self._project.overlays:
                with collector.item():
                    overlays.append(read_overlay(self._overlay(source)))
        shown = [each.shown for each in self._project.sources]
        return Application(tuple(overlays), shown, self._parts)

    def _overlay(self, source: Source) -> Document:
        """Return the document of an overlay."""
        key = self._cached.overlay_key(source)
        root = self._cached.get_overlay(key) if key else None
        if root is not None:
            return Document(source.shown, root)
        document = load_source(source.path, source.shown).as_document("an Overlay document")
        if key:
            self._cached.put_overlay(key, document.root)
        return document
