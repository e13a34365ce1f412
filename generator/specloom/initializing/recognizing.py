"""Recognise how operations page, together with the evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import cast

from msgspec import Struct

from specloom.diagnostics import SpecloomError
from specloom.documents.document import Document, Node
from specloom.documents.specification import declared_operations
from specloom.initializing.document import success_schema
from specloom.initializing.properties import DEPTH, has_type, properties_of, property_named
from specloom.initializing.settings import Update

_CURSORS = (
    *(
        "cursor",
        "after",
        "page_token",
        "pagetoken",
        "next_token",
        "nexttoken",
        "continuation_token",
    ),
    *("continuationtoken", "marker", "start_cursor", "next_cursor", "page[cursor]", "page[after]"),
    *("next_page_token", "nextpagetoken", "starting_after", "pagecursor", "page_cursor"),
)
_AFTER = ("starting_after", "startingafter", "after_id", "afterid", "since_id", "after")
_NEXT = (
    *("next_cursor", "nextcursor", "next_page_token", "nextpagetoken", "next_token", "nexttoken"),
    *(
        "end_cursor",
        "endcursor",
        "continuation_token",
        "continuationtoken",
        "next_marker",
        "nextmarker",
    ),
    *("cursor", "after", "next", "marker"),
)
_MORE = ("has_more", "hasmore", "has_next_page", "hasnextpage", "has_next", "hasnext", "more")
_PAGE_COUNTS = (
    *("total_pages", "totalpages", "num_pages", "numpages", "page_count", "pagecount"),
    *("last_page", "lastpage"),
)
_PAGES = (
    "page",
    "page_number",
    "pagenumber",
    "page[number]",
    "pageindex",
    "page_index",
    "current_page",
)
_OFFSETS = (
    "offset",
    "skip",
    "start",
    "startindex",
    "start_index",
    "page[offset]",
    "startat",
    "from",
)
_URLS = (
    *(
        "next_url",
        "nexturl",
        "next_page_url",
        "nextpageurl",
        "nextlink",
        "@odata.nextlink",
        "next_link",
    ),
    *("next", "next_page_uri", "href"),
)


class Paging(Struct, frozen=True):
    """How one operation pages.

    `kind` is one of ``cursor``, ``last item``, ``page number``, ``offset``, ``Link header`` and ``next URL``.
    `extension` is the value of `x-specloom-pagination` for it, or None if specloom does not support
    such pages.
    """

    method: str
    path: str
    kind: str
    evidence: str
    extension: Update | None = None


def recognise_paging(document: Document) -> Iterator[Paging]:
    """Yield the operations of a document that page."""
    for path, item, method, operation in declared_operations(document):
        if operation.get("x-specloom-pagination") is not None:
            continue
        try:
            found = _vendor(operation) or _recognised(method, item, operation)
        except SpecloomError:  # `generate` reports the errors of the document
            continue
        if found is not None:
            kind, evidence, extension = found
            yield Paging(method, path, kind, evidence, extension)


_Found = tuple[str, str, Update | None]


def _recognised(method: str, item: Node, operation: Node) -> _Found | None:
    if method != "GET":
        return None
    parameters = {name.lower(): each for name, each in _query_parameters(item, operation)}
    page = success_schema(operation)
    properties = dict(properties_of(page)) if page is not None else {}
    items = _items(page, properties)
    found = _by_cursor(parameters, properties, items) or _by_item(parameters, properties, items)
    if found is not None:
        return found
    at = "no array of items" if items is None else f"items at {items or '/'}"
    if "link" in _response_headers(operation):
        link: Update | None = None if items is None else {"link": "next", "items": items}
        return "Link header", f"the response has a Link header, {at}", link
    if items is None:
        return None
    url = property_named(properties, _URLS, ("string",))
    if url is not None:
        evidence = f"the URL of the next page at {url}, {at}"
        update: Update = {"url": url, "items": items}
        return "next URL", evidence, update if _is_url(url, properties[url]) else None
    return _by_number(parameters, properties, items)


def _is_url(pointer: str, schema: Node) -> bool:
    """Return whether a property is a URL by its format, its name, or the name of the object around it."""
    return schema.text("format") in ("uri", "url", "uri-reference") or any(
        word in pointer.lower() for word in ("url", "uri", "link")
    )


def _by_cursor(
    parameters: Mapping[str, Node], properties: Mapping[str, Node], items: str | None
) -> _Found | None:
    cursor = next((_name(parameters[each]) for each in _CURSORS if each in parameters), None)
    following = property_named(properties, _NEXT, ("string",))
    if following is not None and properties[following].text("format") in ("uri", "url"):
        return None
    if cursor is None or following is None or items is None:
        return None
    more = property_named(properties, _MORE, ("boolean",))
    extension: Update = {"cursor": cursor, "in": "query", "next": following, "items": items}
    if more is not None:
        extension["more"] = more
    evidence = f"query parameter {cursor!r}, next cursor at {following}, items at {items or '/'}"
    return "cursor", evidence, extension


def _by_item(
    parameters: Mapping[str, Node], properties: Mapping[str, Node], items: str | None
) -> _Found | None:
    """Return paging by the id of the last item, which requires a property that says whether more follow."""
    cursor = next((_name(parameters[each]) for each in _AFTER if each in parameters), None)
    more = property_named(properties, _MORE, ("boolean",))
    if cursor is None or more is None or not items:
        return None
    item = properties[items].get("items")
    if item is None or not any(key == "/id" for key, _ in properties_of(item)):
        return None
    extension: Update = {
        "cursor": cursor,
        "in": "query",
        "last": "/id",
        "items": items,
        "more": more,
    }
    return "last item", f"query parameter {cursor!r}, ids of items at {items}, {more}", extension


def _by_number(
    parameters: Mapping[str, Node], properties: Mapping[str, Node], items: str
) -> _Found | None:
    """Return paging by page numbers or offsets. Only an argument that is an integer counts."""
    kinds = (("page number", "page", _PAGES, 1), ("offset", "offset", _OFFSETS, 0))
    for kind, key, known, usual in kinds:
        parameter = next((parameters[each] for each in known if each in parameters), None)
        if parameter is None:
            continue
        name, schema = _name(parameter), parameter.get("schema")
        evidence = f"query parameter {name!r}, items at {items or '/'}"
        if schema is None or not has_type(schema.follow(), ("integer", "number")):
            return kind, evidence, None
        extension: Update = {key: name, "items": items}
        start = _start(schema.follow(), usual)
        if start != usual:
            extension["start"] = start
        more = property_named(properties, _MORE, ("boolean",))
        pages = property_named(properties, _PAGE_COUNTS, ("integer", "number"))
        if more is not None:
            extension["more"] = more
        elif pages is not None and key == "page":
            extension["pages"] = pages
        return kind, f"{evidence}, from {start}", extension
    return None


def _start(schema: Node, usual: int) -> int:
    """Return the first number, by the default or the minimum of the argument."""
    for keyword in ("default", "minimum"):
        value = schema.value.get(keyword) if isinstance(schema.value, dict) else None
        if isinstance(value, int) and not isinstance(value, bool) and value in (0, 1):
            return value
    return usual


def _vendor(operation: Node) -> _Found | None:
    """Return the paging that the extensions of other generators declare."""
    for extension, read in _VENDORS.items():
        node = operation.get(extension)
        if node is None or not isinstance(node.value, dict):
            continue
        found = read(cast(Mapping[str, object], node.value))
        if found is None:
            return None
        kind, update = found
        return kind, extension, update if _fits(update, operation) else None
    return None


def _fits(update: Update | None, operation: Node) -> bool:
    """Return whether the items of a page are an array that the document describes, or not described at all."""
    page = success_schema(operation)
    if update is None or page is None:
        return update is not None
    pointer = str(update["items"])
    if not pointer:
        return has_type(page.follow(), ("array",))
    properties = dict(properties_of(page))
    return (
        not properties
        or pointer.count("/") > DEPTH
        or (pointer in properties and has_type(properties[pointer], ("array",)))
    )


_Declared = tuple[str, Update | None] | None


def _fern(declared: Mapping[str, object]) -> _Declared:
    values = {key: each for key, each in declared.items() if isinstance(each, str)}
    items = _pointer_of(values.get("results", ""))
    if url := _pointer_of(values.get("next_uri", "")):
        return "next URL", {"url": url, "items": items}
    if offset := values.get("offset", ""):
        # Without a step, the number grows by one, so it is that of a page.
        key, kind = ("offset", "offset") if "step" in declared else ("page", "page number")
        update: Update = {key: _last(offset), "in": _place(offset), "items": items}
        if more := _pointer_of(values.get("has-next-page", "")):
            update["more"] = more
        return kind, update
    cursor, following = values.get("cursor", ""), _pointer_of(values.get("next_cursor", ""))
    if not (cursor and following and items):
        return None
    return "cursor", _cursor(cursor, following, items)


def _speakeasy(declared: Mapping[str, object]) -> _Declared:
    inputs, outputs = declared.get("inputs"), declared.get("outputs")
    results = cast(Mapping[str, object], outputs if isinstance(outputs, dict) else {})
    paths = {key: _pointer_of(each) for key, each in results.items() if isinstance(each, str)}
    items = paths.get("results", "")
    if url := paths.get("nextUrl"):
        return "next URL", {"url": url, "items": items}
    for given in cast(list[object], inputs) if isinstance(inputs, list) else ():
        each = cast(Mapping[str, object], given if isinstance(given, dict) else {})
        kind, name = each.get("type"), str(each.get("name", ""))
        place = "query" if each.get("in") == "parameters" else "body"
        if kind == "cursor" and name and (following := paths.get("nextCursor")):
            return "cursor", {"cursor": name, "in": place, "next": following, "items": items}
        if kind in ("page", "offset") and name:
            update: Update = {str(kind): name, "in": place, "items": items}
            if kind == "page" and (pages := paths.get("numPages")):
                update["pages"] = pages
            return "page number" if kind == "page" else "offset", update
    return None


def _microsoft(declared: Mapping[str, object]) -> _Declared:
    link = declared.get("nextLinkName", "nextLink")
    if not isinstance(link, str):
        return None  # the list has one page
    items = declared.get("itemName", "value")
    return "next URL", {"url": _pointer_of(link), "items": _pointer_of(str(items))}


_VENDORS: Mapping[str, Callable[[Mapping[str, object]], _Declared]] = {
    "x-fern-pagination": _fern,
    "x-speakeasy-pagination": _speakeasy,
    "x-ms-pageable": _microsoft,
}


def _cursor(cursor: str, following: str, items: str) -> Update:
    return {"cursor": _last(cursor), "in": _place(cursor), "next": following, "items": items}


def _last(path: str) -> str:
    return path.rpartition(".")[2]


def _place(path: str) -> str:
    return "body" if path.startswith("$body") else "query"


def _pointer_of(path: str) -> str:
    words = [each for each in path.replace("$response", "$").removeprefix("$").split(".") if each]
    return "".join(f"/{each}" for each in words)


def _query_parameters(item: Node, operation: Node) -> Iterator[tuple[str, Node]]:
    for holder in (item, operation):
        parameters = holder.get("parameters")
        for each in parameters.elements() if parameters is not None else ():
            parameter = each.follow()
            if parameter.text("in") == "query":
                yield _name(parameter), parameter


def _name(parameter: Node) -> str:
    return parameter.text("name") or ""


def _response_headers(operation: Node) -> set[str]:
    found: set[str] = set()
    responses = operation.get("responses")
    for status, each in responses.items() if responses is not None else ():
        headers = each.follow().get("headers") if status.startswith("2") else None
        found |= {name.lower() for name in headers.mapping()} if headers is not None else set()
    return found


def _items(page: Node | None, properties: Mapping[str, Node]) -> str | None:
    """Return the pointer to the items of a page: ``""`` if the page is an array, None if it has none."""
    if page is None:
        return None
    if has_type(page.follow(), ("array",)):
        return ""
    arrays = [pointer for pointer, each in properties.items() if has_type(each, ("array",))]
    return min(arrays, key=lambda each: each.count("/"), default=None)
