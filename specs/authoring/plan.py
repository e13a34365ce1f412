"""Tables in, a plan of every document out: which operations it has, at which paths."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from specs.authoring.notation import Type
from specs.authoring.rows import Edition, ObjectVersion, Operation, Root, Subject, Tables, Texts


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An operation at its path; `id` is the path parameter that holds a record's id."""

    path: str
    id: str | None
    operation: Operation
    responses: Mapping[str, Type | None]

    def path_parameters(self) -> tuple[str, ...]:
        """The names in the path, in its order."""
        return tuple(re.findall(r"{(.+?)}", self.path))


@dataclass(frozen=True, slots=True)
class DocumentPlan:
    """One document: its subject, the version it is of, and its operations."""

    subject: Subject
    edition: Edition
    endpoints: tuple[Endpoint, ...]

    @property
    def path(self) -> str:
        """Where it belongs under `documents/`."""
        return f"{self.edition.version.name}/{self.subject.name}.json"


def plan_documents(tables: Tables) -> tuple[DocumentPlan, ...]:
    """Plans a document for each version of each object type.

    Raises: TableError where a path cannot be filled in.
    """
    return tuple(_plans(tables))


def _plans(tables: Tables) -> Iterator[DocumentPlan]:
    for object_type in tables.objects:
        for served in object_type.versions:
            edition = tables.editions[served.version]
            endpoints = tuple(_endpoints(served, edition))
            _check(endpoints, served, tables.texts)
            yield DocumentPlan(object_type.subject, edition, endpoints)


def _endpoints(served: ObjectVersion, edition: Edition) -> Iterator[Endpoint]:
    roots = {kind: root for root in served.roots for kind in root.kinds}
    for kind, operation in edition.operations.items():
        if kind in roots:
            responses = served.responses.get(kind, operation.responses)
            yield Endpoint(
                _path(operation, roots[kind], served), roots[kind].id, operation, responses
            )


def _path(operation: Operation, root: Root, served: ObjectVersion) -> str:
    values = {"root": root.path, "version": served.version}
    if root.id is not None:
        values["id"] = f"{{{root.id}}}"

    def fill(match: re.Match[str]) -> str:
        if match[1] not in values:
            what = f"the path of `{operation.kind}` needs `<{match[1]}>`"
            raise served.cell.error(what, "give the row an `id`, the name of the path parameter")
        return values[match[1]]

    return re.sub(r"<(\w+)>", fill, operation.path)


def _check(endpoints: tuple[Endpoint, ...], served: ObjectVersion, texts: Texts) -> None:
    """A path parameter without a text, or two operations at one place, would make no document."""
    places: dict[tuple[str, str], str] = {}
    for endpoint in endpoints:
        kind, place = endpoint.operation.kind, (endpoint.operation.method, endpoint.path)
        if place in places:
            what = f"`{places[place]}` and `{kind}` are both {' '.join(place)}"
            raise served.cell.error(what, "see their paths in operations.yaml")
        places[place] = kind
        for name in endpoint.path_parameters():
            if name != endpoint.id and name not in texts.parameters:
                raise served.cell.error(
                    f"texts.yaml has no parameter `{name}`", "describe it under `parameters` there"
                )
