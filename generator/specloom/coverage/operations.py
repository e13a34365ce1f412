"""Count the operations that are declared, generated and tested, by resource and version."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct

from specloom.diagnostics import Location, SpecloomError
from specloom.documents.document import Document
from specloom.documents.specification import declared_operations
from specloom.project.model import Project
from specloom.python.operations.calls import OperationCall

Key = tuple[str, str, str]
"""The key of an operation: its document, its HTTP method in capitals, and its path."""


class Covered(Struct, frozen=True):
    """One operation: its document, its call if it was generated, and whether it was tested."""

    version: str
    resource: str
    method: str
    path: str
    call: str | None
    tested: bool


class Count(Struct, frozen=True):
    """The number of operations that are declared, generated and tested."""

    declared: int = 0
    generated: int = 0
    tested: int = 0

    def __str__(self) -> str:
        return f"{self.declared}/{self.generated}/{self.tested}" if self.declared else ""


def cover(
    documents: Iterable[Document],
    project: Project,
    calls: Iterable[OperationCall],
    tested: frozenset[Key],
) -> tuple[Covered, ...]:
    """Return every operation that the documents declare."""
    sources = {source.shown: source for source in project.sources}
    reached: Mapping[Key, OperationCall] = {(c.document, c.method, c.path): c for c in calls}
    found: list[Covered] = []
    for document in documents:
        source = sources[document.path]
        for path, _, method, _ in declared_operations(document):
            key = (document.path, method, path)
            call = reached.get(key)
            resource = source.resource or (call.call.split(".")[0] if call else "")
            found.append(
                Covered(
                    source.version,
                    resource,
                    method,
                    path,
                    call.call if call else None,
                    (str(source.path.resolve()), *key[1:]) in tested,
                )
            )
    return tuple(found)


def read_tested(path: Path | None) -> frozenset[Key]:
    """Return the operations in a record of tests, with absolute paths of their documents.

    A line contains the document, the HTTP method and the path, separated by tabs.

    Raises:
        SpecloomError: the record cannot be read.
    """
    if path is None:
        return frozenset()
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SpecloomError.of(
            "unreadable",
            f"the test record cannot be read: {error}",
            hint="run make coverage-matrix to write one",
            location=Location(path.as_posix()),
        ) from None
    parts = (line.split("\t") for line in lines)
    return frozenset(
        (str(Path(each[0]).resolve()), each[1], each[2]) for each in parts if len(each) == 3
    )


def count(covered: Iterable[Covered]) -> Count:
    """Return the counts of some operations."""
    each = tuple(covered)
    return Count(
        len(each),
        sum(operation.call is not None for operation in each),
        sum(operation.tested for operation in each),
    )


def table(covered: tuple[Covered, ...], versions: tuple[str, ...]) -> list[list[str]]:
    """Return rows of a resource, a count for each version, and the sum.

    The last row contains the sums of all resources.
    """
    resources = sorted({each.resource for each in covered})
    rows = [
        [
            resource,
            *(
                str(count(e for e in covered if (e.resource, e.version) == (resource, version)))
                for version in versions
            ),
            str(count(e for e in covered if e.resource == resource)),
        ]
        for resource in resources
    ]
    sums = [str(count(e for e in covered if e.version == version)) for version in versions]
    return [*rows, ["all", *sums, str(count(covered))]]


def page(covered: tuple[Covered, ...], versions: tuple[str, ...], title: str) -> str:
    """Return an HTML page with the table and a list of all operations with their calls."""
    head = "".join(f"<th>{_escaped(name)}" for name in ["resource", *versions, "all"])
    body = "".join(
        f"<tr>{''.join(f'<td>{_escaped(cell)}' for cell in row)}"
        for row in table(covered, versions)
    )
    lines = "".join(
        f"<tr class={'full' if each.call and each.tested else 'open'}>"
        f"<td>{_escaped(each.version)}<td>{_escaped(each.method)}<td>{_escaped(each.path)}"
        f"<td>{_escaped(each.call or 'not generated')}<td>{'yes' if each.tested else 'no'}"
        for each in covered
    )
    return (
        f"<!doctype html><html lang=en><meta charset=utf-8><title>{_escaped(title)}</title>"
        f"<style>{_STYLE}</style><h1>{_escaped(title)}</h1>"
        "<p>Operations declared / generated / tested in both clients.</p>"
        f"<table><tr>{head}{body}</table><h2>Operations</h2>"
        f"<table><tr><th>version<th>method<th>path<th>call<th>tested{lines}</table></html>\n"
    )


_STYLE = (
    "body{font:15px/1.5 system-ui,sans-serif;margin:2rem}table{border-collapse:collapse}"
    "td,th{padding:.15rem .7rem;text-align:left;border-bottom:1px solid #ddd}"
    "tr.open{background:#fee}"
)


def _escaped(text: str) -> str:
    return html.escape(text)
