"""Compare the operations of a resource with those of the version before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from specloom.reference.views import (
    BodyView,
    ChangeView,
    FieldView,
    Gone,
    OperationView,
    ResourcePage,
)

_MOST_NAMED = 8


def with_changes(page: ResourcePage, before: ResourcePage) -> ResourcePage:
    """Return a page with what is new, changed or gone since the version before."""
    olds = {each.id: each for each in before.operations}
    news = {each.id for each in page.operations}
    groups = tuple(
        replace(
            group,
            operations=tuple(
                _compared(each, olds.get(each.id), page.version, before.version)
                for each in group.operations
            ),
        )
        for group in page.groups
    )
    gone = tuple(
        Gone(each.title, each.call, f"{before.page}#{each.id}")
        for each in before.operations
        if each.id not in news
    )
    return replace(page, groups=groups, gone=gone, before=before.version)


def _compared(
    new: OperationView, old: OperationView | None, version: str, before: str
) -> OperationView:
    if old is None:
        return replace(new, is_new=True)
    return replace(new, changes=tuple(_changes(old, new, version, before)))


def _changes(
    old: OperationView, new: OperationView, version: str, before: str
) -> Iterator[ChangeView]:
    if (old.method, _shape(old.path, before)) != (new.method, _shape(new.path, version)):
        yield ChangeView("path", (f"{old.method} {old.path}", f"{new.method} {new.path}"))
    yield from _names("parameter", _parameters(old), _parameters(new))
    yield from field_changes("request", _fields(old.body), _fields(new.body))
    yield from _names(
        "status", [e.status for e in old.responses], [e.status for e in new.responses]
    )
    yield from field_changes("response", _answered(old), _answered(new))
    if new.deprecated and not old.deprecated:
        yield ChangeView("deprecated")


def _shape(path: str, version: str) -> str:
    """Return a path without the version and the names of parameters."""
    return re.sub(r"\{[^{}]*\}", "{}", path.replace(f"/{version}/", "/*/")) if version else path


def _names(kind: str, old: Iterable[str], new: Iterable[str]) -> Iterator[ChangeView]:
    olds, news = list(dict.fromkeys(old)), list(dict.fromkeys(new))
    for word, differing in (
        ("added", [each for each in news if each not in olds]),
        ("removed", [each for each in olds if each not in news]),
    ):
        # What is below a new or removed field is not named as well.
        found = [each for each in differing if each.rpartition(".")[0] not in differing]
        if found:
            more = ("…",) if len(found) > _MOST_NAMED else ()
            yield ChangeView(f"{kind}_{word}", (*found[:_MOST_NAMED], *more))


def _parameters(operation: OperationView) -> list[str]:
    return [each.name for place, group in operation.parameters if place != "path" for each in group]


def field_changes(
    kind: str, old: tuple[FieldView, ...], new: tuple[FieldView, ...]
) -> Iterator[ChangeView]:
    """Yield the fields that only one version has, except those inside a field that the other does not open."""
    olds, news = [*_paths(old, "")], [*_paths(new, "")]
    closed = frozenset((*_closed(old, ""), *_closed(new, "")))
    yield from _names(
        kind,
        [each for each in olds if not _is_inside(each, closed)],
        [each for each in news if not _is_inside(each, closed)],
    )


def _is_inside(name: str, closed: frozenset[str]) -> bool:
    parts = name.split(".")
    return any(".".join(parts[:end]) in closed for end in range(1, len(parts)))


def _closed(fields: tuple[FieldView, ...], above: str) -> Iterator[str]:
    """Yield the fields whose model has fields that are only on its own page."""
    for each in fields:
        name = f"{above}.{each.name}" if above else each.name
        if each.model and not each.children:
            yield name
        yield from _closed(each.children, name)


def _fields(body: BodyView | None) -> tuple[FieldView, ...]:
    return body.fields if body is not None else ()


def _answered(operation: OperationView) -> tuple[FieldView, ...]:
    return tuple(field for each in operation.responses for field in _fields(each.body))


def _paths(fields: tuple[FieldView, ...], above: str) -> Iterator[str]:
    """Yield the fields with the names of those around them. Below a new one, its own are not named."""
    for each in fields:
        name = f"{above}.{each.name}" if above else each.name
        yield name
        yield from _paths(each.children, name)
