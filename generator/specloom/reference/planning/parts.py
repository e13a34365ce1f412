"""Divide the pages of resources that are too large for one page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from specloom.reference.planning.operations import error_bodies
from specloom.reference.views import (
    FieldView,
    Group,
    OperationView,
    OtherVersion,
    Part,
    ResourcePage,
)

LARGEST = 330_000
"""How large a page may be, in estimated bytes of HTML."""
_OPERATION, _FIELD = 2_500, 270
_REPEATED = 5
"""How many fields of a model are repeated on a page."""
Key = tuple[str, int]
"""The page of a model and the number of its fields."""


class _Section(Struct, frozen=True):
    """Operations that belong together: those of a group, and of a resource inside the resource."""

    group: Group
    label: str
    operations: tuple[OperationView, ...]


def divided(pages: Iterable[ResourcePage]) -> tuple[ResourcePage, ...]:
    """Return pages with large ones in parts, and links to their operations adapted."""
    found = [part for page in pages for part in _parts(page)]
    moved = {
        f"{each.parts[0].page}#{operation.id}": each.page
        for each in found
        if each.parts
        for operation in each.operations
    }
    return tuple(_with_links(each, moved) for each in found) if moved else tuple(found)


def _parts(page: ResourcePage) -> Iterator[ResourcePage]:
    sizes = _Sizes()
    if sizes.all(page.operations) <= LARGEST:
        yield page
        return
    packed = [*_packed(_sections(page, sizes), sizes)]
    if len(packed) == 1:
        yield page
        return
    stem = page.page.removesuffix(".html")
    named = _numbered(
        [tuple(dict.fromkeys(each.label for each in some if each.label)) for some in packed]
    )
    parts = tuple(
        Part(
            page=page.page if number == 1 else f"{stem}.{number}.html",
            labels=labels,
            count=sum(len(each.operations) for each in sections),
        )
        for number, (labels, sections) in enumerate(zip(named, packed, strict=True), 1)
    )
    for part, sections in zip(parts, packed, strict=True):
        groups = tuple(_groups(sections))
        operations = tuple(each for group in groups for each in group.operations)
        yield replace(
            page, page=part.page, groups=groups, errors=error_bodies(operations), parts=parts
        )


def _numbered(labels: list[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Yield the labels of parts, with a number where several parts are about one thing."""
    totals = Counter(each for some in labels for each in some)
    seen: Counter[str] = Counter()
    for some in labels:
        seen.update(some)
        yield tuple(f"{each} {seen[each]}" if totals[each] > 1 else each for each in some)


def _sections(page: ResourcePage, sizes: _Sizes) -> Iterator[_Section]:
    for group in page.groups:
        inside: dict[str, list[OperationView]] = {}
        for each in group.operations:
            inside.setdefault(each.id.partition("-")[0] if "-" in each.id else "", []).append(each)
        for name, operations in inside.items():
            label = name.replace("_", " ") or group.title
            for some in _packed([_Section(group, label, (each,)) for each in operations], sizes):
                yield _Section(group, label, tuple(e for each in some for e in each.operations))


def _packed(sections: Iterable[_Section], sizes: _Sizes) -> Iterator[list[_Section]]:
    """Yield sections that fit a page together."""
    part: list[_Section] = []
    for each in sections:
        if part:
            together = [e for one in (*part, each) for e in one.operations]
            if sizes.all(together) > LARGEST:
                yield part
                part = []
        part.append(each)
    yield part


def _groups(sections: list[_Section]) -> Iterator[Group]:
    """Yield the groups of a part. A group of which a part has only some operations keeps its heading."""
    by_title: dict[str, tuple[Group, list[OperationView]]] = {}
    for each in sections:
        by_title.setdefault(each.group.title, (each.group, []))[1].extend(each.operations)
    for group, operations in by_title.values():
        yield replace(group, operations=tuple(operations))


class _Sizes:
    """Estimates how large pages are."""

    def __init__(self) -> None:
        self._operations: dict[int, tuple[int, dict[Key, int]]] = {}
        self._fields: dict[int, tuple[int, dict[Key, int]]] = {}

    def all(self, operations: Iterable[OperationView]) -> int:
        """Return about how many bytes of HTML operations have. Large models count once."""
        models: dict[Key, int] = {}
        size = 0
        for each in operations:
            if id(each) not in self._operations:
                self._operations[id(each)] = self._operation(each)
            own, inside = self._operations[id(each)]
            size += own
            models.update(inside)
        return size + sum(models.values())

    def _operation(self, view: OperationView) -> tuple[int, dict[Key, int]]:
        bodies = [each for each in (view.body, *(one.body for one in view.responses)) if each]
        code = sum(len(each.code) for each in view.snippets) + sum(len(e.example) for e in bodies)
        size = _OPERATION + code + len(view.description)
        models: dict[Key, int] = {}
        for fields in (*(found for _, found in view.parameters), *(each.fields for each in bodies)):
            own, inside = self._inside(fields)
            size += own
            models.update(inside)
        return size, models

    def _inside(self, fields: tuple[FieldView, ...]) -> tuple[int, dict[Key, int]]:
        found = self._fields.get(id(fields))
        if found is not None:
            return found
        size = 0
        models: dict[Key, int] = {}
        for each in fields:
            size += _FIELD + len(each.description) + sum(len(one) + 14 for one in each.options)
            own, inside = self._inside(each.children)
            models.update(inside)
            if each.model and len(each.children) > _REPEATED:
                models[each.model, len(each.children)] = own
            else:
                size += own
        self._fields[id(fields)] = size, models
        return size, models


def _with_links(page: ResourcePage, moved: Mapping[str, str]) -> ResourcePage:
    """Return a page with its links to operations of other versions on the parts that have them."""
    gone = tuple(
        (
            replace(each, page=f"{moved[each.page]}#{each.page.partition('#')[2]}")
            if each.page in moved
            else each
        )
        for each in page.gone
    )
    first = page.operations[0].id if page.operations else ""
    others = tuple(
        OtherVersion(each.version, each.label, moved.get(f"{each.page}#{first}", each.page))
        for each in page.others
    )
    return replace(page, gone=gone, others=others)
