"""Plan all pages of the reference: a compiled project and its documents in, a `Site` out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from specloom.documents.document import Document, Node
from specloom.ir import ApiVersion, Operation, Resource
from specloom.pipeline import Compiled
from specloom.project.model import module_name
from specloom.python.layout.layout import Layout
from specloom.python.operations.calls import OperationCall, located_calls
from specloom.reference.calls.example import Examples
from specloom.reference.calls.synthesis import Synthesis
from specloom.reference.planning.changes import with_changes
from specloom.reference.planning.fields import Fields
from specloom.reference.planning.models import plan_models
from specloom.reference.planning.operations import (
    Context,
    error_bodies,
    plan_operation,
    server_of,
)
from specloom.reference.planning.pages import model_pages, resource_pages, version_page
from specloom.reference.planning.parts import divided
from specloom.reference.planning.sources import Sources, facts_of, pairs, strings, text_of
from specloom.reference.texts.messages import EXTENSION
from specloom.reference.views import (
    Cell,
    Group,
    GuidePage,
    OperationView,
    OtherVersion,
    ResourcePage,
    Row,
    Site,
    Snippet,
    VersionView,
)

Called = tuple[Operation, OperationCall]


def plan_site(
    compiled: Compiled, documents: Iterable[Document], guides: tuple[GuidePage, ...]
) -> Site:
    """Plan every page of a project."""
    return _Planner(compiled, documents).site(guides)


class _Planner:
    def __init__(self, compiled: Compiled, documents: Iterable[Document]) -> None:
        self._project = compiled.project
        self._interned = compiled.interned
        self._layout = Layout(compiled.interned, compiled.names, compiled.project)
        self._sources = Sources(documents)
        schemas = compiled.interned.api.schemas
        self._model_pages = model_pages(self._layout)
        self._fields = Fields(schemas, self._sources, self._model_pages)
        synthesis = Synthesis(schemas, self._sources)
        self._synthesis = synthesis
        self._context = Context(
            self._project,
            self._sources,
            self._fields,
            Examples(self._sources, synthesis),
            dict(compiled.names.security),
        )

    def site(self, guides: tuple[GuidePage, ...]) -> Site:
        """Plan every page."""
        called = self._called()
        versions = self._interned.api.versions
        pages = _with_others(
            [
                page
                for version in versions
                for page in self._resources(version, called[version.name])
            ],
            [version.name for version in versions],
        )
        project = self._project
        shown = divided(pages)
        newest = next(each for each in versions if each.name == project.default_version)
        return Site(
            title=project.docs.title or newest.title or project.package.distribution,
            description=project.package.description or newest.description,
            distribution=project.package.distribution,
            module=project.package.module,
            client=project.package.client,
            versions=tuple(self._version(version, pages) for version in versions),
            resources=shown,
            models=plan_models(
                self._layout, self._fields, self._synthesis, self._model_pages, shown
            ),
            guides=guides,
            rows=tuple(_rows(pages, [version.name for version in versions])),
            install=f"pip install {project.package.distribution}",
            first=_first([each for each in pages if each.version == newest.name]),
        )

    def _called(self) -> dict[str, dict[str, list[Called]]]:
        """Return the operations with their calls, by version and top-level resource."""
        located = iter(located_calls(self._layout))
        found: dict[str, dict[str, list[Called]]] = {}
        for version in self._interned.api.versions:
            resources = found.setdefault(version.name, {})
            for resource in version.resources:
                each = [(operation, next(located)[1]) for operation in resource.all_operations()]
                resources[resource.name] = each
        return found

    def _resources(
        self, version: ApiVersion, called: Mapping[str, list[Called]]
    ) -> Iterator[ResourcePage]:
        names = self._layout.names.resources
        attributes = {
            each.name: names[version.name, (each.name,)].attribute for each in version.resources
        }
        pages = resource_pages(version.name, attributes.values())
        for resource in version.resources:
            attribute = attributes[resource.name]
            yield self._resource(
                version, resource, attribute, pages[attribute], called[resource.name]
            )

    def _resource(
        self,
        version: ApiVersion,
        resource: Resource,
        attribute: str,
        page: str,
        called: list[Called],
    ) -> ResourcePage:
        views = [plan_operation(each, call, version, self._context) for each, call in called]
        info = self._info(resource, called)
        facts = facts_of(info, EXTENSION)
        opened = ", ".join(
            each.python_name for each in (called[0][1].resource_arguments if called else ())
        )
        return ResourcePage(
            page=page,
            version=version.name,
            name=resource.name,
            title=resource.title or _humanized(resource.name),
            description=resource.description,
            summary=text_of(info, "summary"),
            attribute=f"{attribute}({opened})" if opened else attribute,
            server=server_of(called[0][0], version) if called else "",
            variant=self._variant(resource.name),
            products=pairs(facts, "products"),
            limits=strings(facts, "limits"),
            notes=strings(facts, "notes"),
            related=self._related(info, called),
            groups=self._groups(called, views),
            errors=error_bodies(tuple(views)),
        )

    def _variant(self, name: str) -> str:
        """Return the version of a resource whose document is used together with another version."""
        joined = self._project.joined
        return next((each for each in joined if name.endswith(f"_{module_name(each)}")), "")

    def _info(self, resource: Resource, called: list[Called]) -> Node | None:
        document = resource.document or (called[0][0].document if called else "")
        return self._sources.info(document)

    def _related(self, info: Node | None, called: list[Called]) -> tuple[tuple[str, str], ...]:
        """Return the external documentation of the document."""
        root = None if info is None else self._sources.root(info.document.path)
        found = None if root is None else root.at(("externalDocs",))
        if found is None or not called:
            return ()
        address = text_of(found, "url")
        return ((text_of(found, "description") or address, address),) if address else ()

    def _groups(self, called: list[Called], views: list[OperationView]) -> tuple[Group, ...]:
        """Return the operations in groups: by their first tags, if they have several."""
        tags = [operation.tags[0] if operation.tags else "" for operation, _ in called]
        if len(set(tags)) < 2:
            return (Group("", "", tuple(views)),)
        root = self._sources.root(called[0][0].document)
        described: dict[str, str] = {}
        declared = None if root is None else root.at(("tags",))
        if declared is not None and isinstance(declared.value, list):
            described = {text_of(e, "name"): text_of(e, "description") for e in declared.elements()}
        order = dict.fromkeys(tags)
        return tuple(
            Group(
                tag,
                described.get(tag, ""),
                tuple(view for view, own in zip(views, tags, strict=True) if own == tag),
            )
            for tag in order
        )

    def _version(self, version: ApiVersion, pages: tuple[ResourcePage, ...]) -> VersionView:
        own = [each for each in pages if each.version == version.name]
        support = self._project.support.get(version.name)
        summaries = Counter(each.summary for each in version.infos if each.summary)
        several = len(self._interned.api.versions) > 1
        return VersionView(
            name=version.name,
            label=version.name or self._project.package.distribution,
            page=version_page(version.name),
            module=self._layout.version(version.name),
            is_default=several and version.name == self._project.default_version,
            until=support.until if support is not None else None,
            advice=support.advice.strip() if support is not None else "",
            summary=summaries.most_common(1)[0][0].strip() if summaries else "",
            resources=tuple((each.title, each.page, each.variant) for each in own),
            count=sum(len(each.operations) for each in own),
        )


def _with_others(pages: list[ResourcePage], versions: list[str]) -> tuple[ResourcePage, ...]:
    """Return pages that know those of the same resource in other versions, and what changed."""
    known = {(each.name, each.version): each for each in pages}
    found: list[ResourcePage] = []
    for page in pages:
        others = tuple(
            (
                OtherVersion(version, version, known[page.name, version].page)
                if (page.name, version) in known
                else OtherVersion(version, version, "")
            )
            for version in versions
        )
        older = versions[: versions.index(page.version)]
        before = next(
            (known[page.name, each] for each in reversed(older) if (page.name, each) in known), None
        )
        page = replace(page, others=others if len(versions) > 1 else ())
        found.append(with_changes(page, before) if before is not None else page)
    return tuple(found)


def _rows(pages: tuple[ResourcePage, ...], versions: list[str]) -> Iterator[Row]:
    """Yield the rows of the coverage matrix."""
    by_name: dict[str, dict[str, ResourcePage]] = {}
    for page in pages:
        by_name.setdefault(page.name, {})[page.version] = page
    for name, found in by_name.items():
        ids = dict.fromkeys(each.id for page in found.values() for each in page.operations)
        yield Row(
            name=name,
            title=_title(found),
            variant=[*found.values()][-1].variant,
            operations=tuple(ids),
            cells=tuple(_cell(found.get(version), tuple(ids)) for version in versions),
        )


def _title(found: Mapping[str, ResourcePage]) -> str:
    return [*found.values()][-1].title


def _cell(page: ResourcePage | None, ids: tuple[str, ...]) -> Cell:
    if page is None:
        return Cell("", 0, tuple("" for _ in ids))
    methods = {each.id: each.method for each in page.operations}
    return Cell(page.page, len(methods), tuple(methods.get(each, "") for each in ids))


def _first(pages: list[ResourcePage]) -> tuple[Snippet, ...]:
    """Return the call that is the easiest to try: a list that needs no arguments, if there is one."""
    operations = [each for page in pages for each in page.operations]
    if not operations:
        return ()

    def effort(operation: OperationView) -> tuple[bool, int, bool]:
        needed = sum(
            each.required and not (place == "path" and each.example)
            for place, group in operation.parameters
            for each in group
        )
        return operation.method != "GET", needed, not operation.pages

    return min(operations, key=effort).snippets


def _humanized(name: str) -> str:
    return name.replace("_", " ").capitalize()
