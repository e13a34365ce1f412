"""Read `x-specloom-pagination` of an operation."""

from __future__ import annotations

from typing import Any, Literal

from msgspec import NODEFAULT
from msgspec.structs import fields

from specloom.documents.document import Node
from specloom.ir import Pagination, PagingKind, Window
from specloom.lowering.common.members import (
    read_count,
    read_limits,
    read_members,
    read_pointer,
    read_text,
)

PLACES: dict[str, Literal["query", "body"]] = {"query": "query", "body": "body"}
_KINDS: tuple[PagingKind, ...] = ("cursor", "page", "offset", "url", "link")
_ALL: tuple[PagingKind, ...] = (*_KINDS, "item")
_MEMBERS: dict[str, tuple[PagingKind, ...]] = {
    "in": ("cursor", "item", "page", "offset"),
    "items": _ALL,
    "last": ("item",),
    "more": _ALL,
    "next": ("cursor",),
    "pages": ("page",),
    "size": _ALL,
    "sizeWith": _ALL,
    "start": ("page", "offset"),
    "total": _ALL,
    "window": ("cursor",),
}


def pagination(node: Node) -> Pagination | None:
    """Return how an operation pages, or None if it does not."""
    found = read_members(node, "pagination", {*_KINDS, *_MEMBERS})
    if found is None:
        return None
    kind = _kind(found)
    place = _place(found, kind)
    window = _window(found, place)
    optional = {
        name: read_pointer(found, name) if name in found.mapping() else None
        for name in ("more", "total", "pages")
    }
    return Pagination(
        cursor=(
            read_text(found, "cursor" if kind == "item" else kind) if kind in _MEMBERS["in"] else ""
        ),
        place=place,
        next=_next(found, kind),
        items=read_pointer(found, "items", may_be_root=True),
        size=found.text("size"),
        size_with=read_limits(found, "sizeWith"),
        window=window,
        kind=kind,
        start=_start(found, kind),
        **optional,
    )


def _kind(found: Node) -> PagingKind:
    """Return what names the next page, after a check that only one thing does, and of the properties for it."""
    kinds: list[PagingKind] = [each for each in _KINDS if each in found.mapping()]
    if len(kinds) != 1:
        raise found.error(
            "invalid-extension",
            f"one of {', '.join(_KINDS)} must say how to get the next page"
            + (f", not {' and '.join(kinds)} together" if kinds else ""),
            hint="docs/extensions.md has an example of each",
        )
    kind: PagingKind = kinds[0]
    if kind == "cursor" and "last" in found.mapping():
        kind = "item"
    for name, valid in _MEMBERS.items():
        if name in found.mapping() and kind not in valid:
            other = "'cursor' with 'last'" if kind == "item" else f"'{kind}'"
            raise found[name].error(
                "invalid-extension",
                f"'{name}' has no meaning for paging by {other}",
                hint="docs/extensions.md has an example of each way to page",
            )
    return kind


def _place(found: Node, kind: PagingKind) -> Literal["query", "body"]:
    is_required = kind in ("cursor", "item")
    place = read_text(found, "in") if is_required else found.text("in") or "query"
    if place not in PLACES:
        raise found["in"].error(
            "invalid-extension",
            f"the {kind} cannot be sent in {place!r}",
            hint="write 'in: query' or 'in: body'",
        )
    return PLACES[place]


def _next(found: Node, kind: PagingKind) -> str:
    """Return the pointer to the next cursor or URL, or the relation type of a `Link` header."""
    match kind:
        case "cursor":
            return read_pointer(found, "next")
        case "item":
            return read_pointer(found, "last")
        case "url":
            return read_pointer(found, "url")
        case "link":
            return read_text(found, "link")
        case "page" | "offset":
            return ""


def _start(found: Node, kind: PagingKind) -> int:
    """Return the number of the first page, 1 by default, or the offset of the first item, 0 by default."""
    node = found.get("start")
    if node is None:
        return 1 if kind == "page" else 0
    value = node.value
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise node.error(
            "invalid-extension",
            "'start' must be an integer that is not negative",
            hint="write the number of the first page, or the offset of the first item",
        )
    return value


def _window(pagination: Node, place: str) -> Window | None:
    """Return how to find the items beyond the limit of a search."""
    known = {each.name: each for each in fields(Window)}
    found = read_members(pagination, "window", set(known), prefix="")
    if found is None:
        return None
    if place != "body":
        raise found.error(
            "invalid-extension",
            "a window needs a request body, because its filters are sent in the body",
            hint="write 'in: body', or remove the window",
        )
    values: dict[str, Any] = {}
    for name, each in known.items():
        if each.type is int:
            values[name] = read_count(found, name)
        elif name in found.mapping() or each.default is NODEFAULT:
            values[name] = (read_pointer if str(each.default).startswith("/") else read_text)(
                found, name
            )
    return Window(**values)
