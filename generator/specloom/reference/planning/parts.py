"""Divide the pages of resources that are too large for one page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from specloom.reference.planning.operations import error_bodies
from specloom.reference.views import (
    BodyView,
    FieldView,
    Group,
    OperationView,
    OtherVersion,
    Part,
    ResourcePage,
)

LARGEST = 330_000
"""How large a page may be, in estimated bytes of HTML."""
_OPERATION, _FIELD = 2_500, 330


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
    if sum(map(_weight, page.operations)) <= LARGEST:
        yield page
        return
    packed = [*_packed(_sections(page))]
    if len(packed) == 1:
        yield page
        return
    stem = page.page.removesuffix(".html")
    parts = tuple(
        Part(
            page=page.page if number == 1 else f"{stem}.{number}.html",
            labels=tuple(dict.fromkeys(each.label for each in sections if each.label)),
            count=sum(len(each.operations) for each in sections),
        )
        for number, sections in enumerate(packed, 1)
    )
    for part, sections in zip(parts, packed, strict=True):
        groups = tuple(_groups(sections))
        operations = tuple(each for group in groups for each in group.operations)
        yield replace(
            page, page=part.page, groups=groups, errors=error_bodies(operations), parts=parts
        )


def _sections(page: ResourcePage) -> Iterator[_Section]:
    for group in page.groups:
        inside: dict[str, list[OperationView]] = {}
        for each in group.operations:
            inside.setdefault(each.id.partition("-")[0] if "-" in each.id else "", []).append(each)
        for name, operations in inside.items():
            for some in _pieces(operations):
                yield _Section(group, name.replace("_", " ") or group.title, some)


def _pieces(operations: list[OperationView]) -> Iterator[tuple[OperationView, ...]]:
    """Yield operations in pieces that each fit a page."""
    piece: list[OperationView] = []
    size = 0
    for each in operations:
        weight = _weight(each)
        if piece and size + weight > LARGEST:
            yield tuple(piece)
            piece, size = [], 0
        piece.append(each)
        size += weight
    yield tuple(piece)


def _packed(sections: Iterable[_Section]) -> Iterator[list[_Section]]:
    part: list[_Section] = []
    size = 0
    for each in sections:
        weight = sum(map(_weight, each.operations))
        if part and size + weight > LARGEST:
            yield part
            part, size = [], 0
        part.append(each)
        size += weight
    yield part


def _groups(sections: list[_Section]) -> Iterator[Group]:
    """Yield the groups of a part. A group of which a part has only some operations keeps its heading."""
    by_title: dict[str, tuple[Group, list[OperationView]]] = {}
    for each in sections:
        by_title.setdefault(each.group.title, (each.group, []))[1].extend(each.operations)
    for group, operations in by_title.values():
        yield replace(group, operations=tuple(operations))


def _weight(view: OperationView) -> int:
    """Return about how many bytes of HTML an operation has, without fields that its page shows once."""
    bodies = [each for each in (view.body, *(one.body for one in view.responses)) if each]
    fields = sum(len(found) for _, found in view.parameters)
    fields += sum(_count(each) for each in bodies)
    code = sum(len(each.code) for each in view.snippets) + sum(len(e.example) for e in bodies)
    return _OPERATION + _FIELD * fields + code + 2 * len(view.description)


def _count(body: BodyView) -> int:
    return sum(1 + _open(each) for each in body.fields)


def _open(view: FieldView) -> int:
    """Return how many fields open inside a field if they have no page of their own."""
    if view.model and len(view.children) > 5:
        return 0
    return sum(1 + _open(each) for each in view.children)


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
