"""Plan every document: its operations and their paths."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from specs.authoring.cells import Cell
from specs.authoring.notation import Type
from specs.authoring.rows import (
    Api,
    ApiVersion,
    Edition,
    ObjectVersion,
    Operation,
    Root,
    Subject,
    Tables,
)


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An operation at its path; `id` is the path parameter for a record's id."""

    path: str
    id: str | None
    operation: Operation
    responses: Mapping[str, Type | None]

    def path_parameters(self) -> tuple[str, ...]:
        """The names in the path, in its order."""
        return tuple(re.findall(r"{(.+?)}", self.path))


@dataclass(frozen=True, slots=True)
class DocumentPlan:
    """One document: its subject, version and operations."""

    subject: Subject
    edition: Edition
    endpoints: tuple[Endpoint, ...]

    @property
    def path(self) -> str:
        """The path under `documents/`."""
        return f"{self.edition.version.name}/{self.subject.name}.json"


def plan_documents(tables: Tables) -> tuple[DocumentPlan, ...]:
    """Plan a document for each version of each object type, and of each other API.

    Raises:
        TableError: a path cannot be completed.
    """
    return (*_records(tables), *(plan for api in tables.apis for plan in _supporting(api)))


def _records(tables: Tables) -> Iterator[DocumentPlan]:
    for object_type in tables.objects:
        for served in object_type.versions:
            edition = served.edition
            endpoints = tuple(_record_endpoints(served, edition))
            _check(endpoints, served.cell, edition)
            yield DocumentPlan(object_type.subject, edition, endpoints)


def _record_endpoints(served: ObjectVersion, edition: Edition) -> Iterator[Endpoint]:
    roots = {kind: root for root in served.roots for kind in root.kinds}
    for kind, operation in edition.operations.items():
        if kind in roots:
            responses = served.responses.get(kind, operation.responses)
            path = _path(operation, _places(roots[kind], served), served.cell)
            yield Endpoint(path, roots[kind].id, operation, responses)


def _places(root: Root, served: ObjectVersion) -> dict[str, str]:
    places = {"root": root.path, "version": served.edition.version.name}
    return places if root.id is None else places | {"id": f"{{{root.id}}}"}


def _supporting(api: Api) -> Iterator[DocumentPlan]:
    for served in api.versions:
        endpoints = tuple(_api_endpoints(served))
        _check(endpoints, served.cell, served.edition)
        yield DocumentPlan(api.subject, served.edition, endpoints)


def _api_endpoints(served: ApiVersion) -> Iterator[Endpoint]:
    for operation in served.edition.operations.values():
        path = _path(operation, served.roots, served.cell)
        yield Endpoint(path, None, operation, operation.responses)


def _path(operation: Operation, places: Mapping[str, str], row: Cell) -> str:
    def fill(match: re.Match[str]) -> str:
        if match[1] not in places:
            what = f"the path of `{operation.kind}` requires `<{match[1]}>`"
            if match[1] == "id":
                raise row.error(what, "add an `id` to the row, the name of the path parameter")
            raise row.error(what, f"add the path of `{match[1]}` to the row")
        return places[match[1]]

    return re.sub(r"<(\w+)>", fill, operation.path)


def _check(endpoints: tuple[Endpoint, ...], row: Cell, edition: Edition) -> None:
    """Raise TableError for a path parameter without a description, or two operations at one path."""
    places: dict[tuple[str, str], str] = {}
    for endpoint in endpoints:
        kind, place = endpoint.operation.kind, (endpoint.operation.method, endpoint.path)
        if place in places:
            what = f"`{places[place]}` and `{kind}` are both {' '.join(place)}"
            raise row.error(what, f"compare their paths in {endpoint.operation.cell.table}")
        places[place] = kind
        for name in endpoint.path_parameters():
            if name != endpoint.id and name not in edition.parameters:
                raise row.error(
                    f"texts.yaml does not describe the parameter `{name}`",
                    "describe it under `parameters` in texts.yaml",
                )
        for name in endpoint.operation.path_types:
            if name not in endpoint.path_parameters():
                what = f"the path of `{kind}` has no parameter `{name}`"
                raise row.error(what, f"see its row in {endpoint.operation.cell.table}")
