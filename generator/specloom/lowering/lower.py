"""Lower the checked documents of a project to an API of the IR."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from specloom.diagnostics import Collector, Diagnostic, Location, SpecloomError
from specloom.documents.document import Document
from specloom.ir import (
    Api,
    ApiVersion,
    Host,
    Operation,
    Resource,
    Schema,
    SchemaId,
    SecurityScheme,
    Server,
)
from specloom.lowering.calls.calls import check_distinct, place_operations
from specloom.lowering.calls.keeping import call_words, keep_calls
from specloom.lowering.calls.renames import rename_calls, rename_line
from specloom.lowering.common.texts import text
from specloom.lowering.document.hosts import Hosts, find_hosts
from specloom.lowering.document.info import lower_info
from specloom.lowering.document.security import lower_security_schemes
from specloom.lowering.document.servers import lower_servers
from specloom.lowering.operations.headers import name_headers
from specloom.lowering.operations.operations import lower_operations
from specloom.lowering.resources import grow_resources
from specloom.lowering.reuse.shared import Shared
from specloom.lowering.schemas.schemas import Schemas
from specloom.lowering.schemas.skipped import skipped
from specloom.lowering.schemas.words import name_after_calls
from specloom.project.model import Project, Source
from specloom.sharing.identities import Identities


class _Lowered(Struct, frozen=True):
    source: Source
    document: Document
    schemas: dict[SchemaId, Schema]
    written: tuple[str, ...]
    schemes: tuple[SecurityScheme, ...]
    operations: tuple[Operation, ...]
    warnings: tuple[Diagnostic, ...]


def lower(
    documents: tuple[Document, ...], project: Project, identities: Identities | None = None
) -> Api:
    """Lower every document of a project. `documents` are in the order of `project.sources`.

    Schemas and operations that are equal, by their `identities`, are lowered once.

    Raises:
        SpecloomError: with everything in them that cannot be expressed in the IR.
    """
    collector = Collector()
    used: set[str] = set()
    shared = Shared(identities or Identities(documents))
    lowered: list[_Lowered] = []
    pairs = list(zip(project.sources, documents, strict=True))
    hosts = {
        version: find_hosts(
            [each for each in pairs if each[0].version == version], project, collector
        )
        for version in project.versions
    }
    for source, document in pairs:
        with collector.item():
            lowered.append(
                _lower_document(
                    source, document, project, shared, hosts[source.version], used, collector
                )
            )
    operations = [operation for each in lowered for operation in each.operations]
    _check_renames(project, used, operations, collector)
    collector.raise_if_errors()
    versions = tuple(
        _version(
            name,
            [each for each in lowered if each.source.version == name],
            project,
            hosts[name].hosts,
        )
        for name in project.versions
    )
    schemas: dict[SchemaId, Schema] = {}
    for each in lowered:
        for key, schema in each.schemas.items():
            schemas.setdefault(key, schema)
    warnings = (warning for each in lowered for warning in each.warnings)
    return Api(versions=versions, schemas=schemas, warnings=tuple(warnings))


def _lower_document(
    source: Source,
    document: Document,
    project: Project,
    shared: Shared,
    hosts: Hosts,
    used: set[str],
    collector: Collector,
) -> _Lowered:
    schemas = Schemas(document, shared)
    credentials = hosts.credentials[document.path]
    schemas.lower_components(collector)
    operations = tuple(lower_operations(document, schemas, credentials, collector))
    placed = place_operations(
        operations, resource=source.resource, mounts=project.mounts, schemas=schemas.schemas
    )
    renamed = rename_calls(placed, project.calls, project.verbs, used)
    kept, notes = keep_calls(renamed, source, project.published)
    check_distinct(kept)
    name_after_calls(kept, schemas.schemas, source.resource)
    name_headers(kept, schemas.schemas)
    schemes = tuple(lower_security_schemes(document, credentials, hosts.names[document.path]))
    warnings = (*notes, *document.findings, *schemas.warnings, *skipped(document, shared))
    return _Lowered(source, document, schemas.schemas, schemas.documents(), schemes, kept, warnings)


def _version(
    name: str, members: list[_Lowered], project: Project, hosts: tuple[Host, ...]
) -> ApiVersion:
    check_distinct([operation for each in members for operation in each.operations])
    resources: list[Resource] = []
    schemes: dict[tuple[str, str, str], SecurityScheme] = {}
    servers: dict[Server, None] = {}
    for each in members:
        root = each.document.root_node()
        info = root["info"]
        resources += grow_resources(
            each.operations,
            mounts=project.mounts,
            title=text(info, "title") if each.source.resource else "",
            description=text(info, "description") if each.source.resource else "",
        )
        for scheme in each.schemes:
            schemes.setdefault((scheme.credential, scheme.name, scheme.owner), scheme)
        servers |= dict.fromkeys(lower_servers(root))
    infos = tuple(lower_info(each.document) for each in members)
    return ApiVersion(
        name=name,
        resources=tuple(_distinct(resources)),
        schemas=tuple(key for each in members for key in each.schemas),
        written=tuple(document for each in members for document in each.written),
        servers=tuple(servers),
        security_schemes=tuple(schemes.values()),
        title=infos[0].title,
        description=infos[0].description,
        infos=tuple(dict.fromkeys(infos)),
        hosts=hosts,
    )


def _distinct(resources: list[Resource]) -> list[Resource]:
    """Check that no two resources have the same name."""
    joined: dict[str, Resource] = {}
    for each in resources:
        other = joined.get(each.name)
        if other is not None:
            raise SpecloomError.of(
                "resource-collision",
                f"two documents define the resource {each.name!r}: {other.document} and "
                f"{each.document}",
                hint="use {resource} in documents.files, to name each resource after its file",
                location=Location(each.document),
            )
        joined[each.name] = each
    return list(joined.values())


def _check_renames(
    project: Project, used: set[str], operations: Iterable[Operation], collector: Collector
) -> None:
    """Report each key of `[calls]` that matches no call, with the key of a published call of that name."""
    lines = {".".join(call_words(each.call)): rename_line(each.call) for each in operations}
    for words in project.calls:
        if words not in used:
            hint = "remove the line from [calls], or write a call that `specloom inspect --calls` prints"
            if words in lines:
                hint = (
                    f"this call was published with that name; write under [calls]: {lines[words]}"
                )
            with collector.item():
                raise SpecloomError.of(
                    "unused-rename",
                    f"no call has the name {words!r}",
                    hint=hint,
                    location=project.setting(words),
                )
