"""Recognise how operations page, and what error bodies contain, together with the evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import cast

from msgspec import Struct

from specloom.diagnostics import SpecloomError, format_pointer
from specloom.documents.document import Document, Node
from specloom.documents.specification import declared_operations
from specloom.initializing.document import success_schema
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
_MESSAGES = (
    "message",
    "detail",
    "error_description",
    "error_message",
    "errormessage",
    "title",
    "errorsummary",
)
_CATEGORIES = ("category", "code", "type", "error_code", "errorcode", "error", "status")
_CORRELATIONS = (
    "correlationid",
    "correlation_id",
    "request_id",
    "requestid",
    "trace_id",
    "traceid",
)
_DEPTH = 3
_DEEPEST = 10


class Paging(Struct, frozen=True):
    """How one operation pages.

    `kind` is one of ``cursor``, ``page number``, ``offset``, ``Link header`` and ``next URL``.
    `extension` is the value of `x-specloom-pagination` for it, or None if specloom does not support
    such pages.
    """

    method: str
    path: str
    kind: str
    evidence: str
    extension: Update | None = None


class Errors(Struct, frozen=True):
    """The schema of most error bodies, and the value of `x-specloom-error` for it."""

    schema: str
    count: int
    total: int
    extension: Update


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
    names = {each.lower(): each for each in _query_names(item, operation)}
    page = success_schema(operation)
    properties = dict(_properties(page)) if page is not None else {}
    items = _items(page, properties)
    cursor = next((names[each] for each in _CURSORS if each in names), None)
    following = _property(properties, _NEXT, ("string",))
    if following is not None and properties[following].text("format") in ("uri", "url"):
        following = None
    if cursor is not None and following is not None and items is not None:
        more = _property(properties, _MORE, ("boolean",))
        extension: Update = {"cursor": cursor, "in": "query", "next": following, "items": items}
        if more is not None:
            extension["more"] = more
        evidence = (
            f"query parameter {cursor!r}, next cursor at {following}, items at {items or '/'}"
        )
        return "cursor", evidence, extension if items else None
    if "link" in _response_headers(operation):
        return "Link header", "the response has a Link header", None
    url = _property(properties, _URLS, ("string",))
    if url is not None and items is not None:
        return "next URL", f"the URL of the next page at {url}, items at {items or '/'}", None
    for kind, known in (("page number", _PAGES), ("offset", _OFFSETS)):
        name = next((names[each] for each in known if each in names), None)
        if name is not None and items is not None:
            return kind, f"query parameter {name!r}, items at {items or '/'}", None
    return None


def _vendor(operation: Node) -> _Found | None:
    """Return the paging that the extensions of other generators declare."""
    fern = operation.get("x-fern-pagination")
    if fern is not None and isinstance(fern.value, dict):
        values = {key: each for key, each in fern.value.items() if isinstance(each, str)}
        return _of_paths(
            "x-fern-pagination",
            values.get("cursor", ""),
            values.get("next_cursor", ""),
            values.get("results", ""),
        )
    speakeasy = operation.get("x-speakeasy-pagination")
    if speakeasy is not None and isinstance(speakeasy.value, dict):
        inputs, outputs = speakeasy.value.get("inputs"), speakeasy.value.get("outputs")
        results: Mapping[str, object] = {}
        if isinstance(outputs, dict):
            results = cast(Mapping[str, object], outputs)
        for given in cast(list[object], inputs) if isinstance(inputs, list) else ():
            if not isinstance(given, dict):
                continue
            each = cast(Mapping[str, object], given)
            if each.get("type") == "cursor":
                names = [str(results.get(key, "")) for key in ("nextCursor", "results")]
                where = "request" if each.get("in") == "parameters" else "body"
                cursor = f"${where}.{each.get('name')}"
                return _of_paths("x-speakeasy-pagination", cursor, *names)
        return "offset", "x-speakeasy-pagination", None
    pageable = operation.get("x-ms-pageable")
    if pageable is not None and isinstance(pageable.value, dict):
        link = pageable.value.get("nextLinkName")
        return ("next URL", f"x-ms-pageable, nextLinkName {link!r}", None) if link else None
    return None


def _of_paths(extension: str, cursor: str, following: str, results: str) -> _Found | None:
    """Return paging that is declared by paths such as ``$response.data`` or ``$.data``."""
    place = "body" if cursor.startswith("$body") else "query"
    name = cursor.rpartition(".")[2]
    next_, items = (_pointer_of(each) for each in (following, results))
    if not (name and next_ and items):
        return None
    value: Update = {"cursor": name, "in": place, "next": next_, "items": items}
    return "cursor", extension, value


def _pointer_of(path: str) -> str:
    words = [each for each in path.replace("$response", "$").removeprefix("$").split(".") if each]
    return "".join(f"/{each}" for each in words)


def _query_names(item: Node, operation: Node) -> Iterator[str]:
    for holder in (item, operation):
        parameters = holder.get("parameters")
        for each in parameters.elements() if parameters is not None else ():
            parameter = each.follow()
            if parameter.text("in") == "query":
                yield parameter.text("name") or ""


def _response_headers(operation: Node) -> set[str]:
    found: set[str] = set()
    responses = operation.get("responses")
    for status, each in responses.items() if responses is not None else ():
        headers = each.follow().get("headers") if status.startswith("2") else None
        found |= {name.lower() for name in headers.mapping()} if headers is not None else set()
    return found


def _properties(schema: Node, above: str = "", depth: int = 0) -> Iterator[tuple[str, Node]]:
    """Yield the properties of an object, and those nested in it, by their JSON pointers.

    Outer properties come first.
    """
    schema = schema.follow()
    inner: list[tuple[str, Node]] = []
    for part in _parts(schema):
        properties = part.get("properties")
        for name, each in properties.items() if properties is not None else ():
            pointer = above + format_pointer((name,))[1:]
            followed = each.follow()
            yield pointer, followed
            inner.append((pointer, followed))
    if depth + 1 < _DEPTH:
        for pointer, each in inner:
            yield from _properties(each, pointer, depth + 1)


def _parts(schema: Node, depth: int = 0) -> Iterator[Node]:
    if not isinstance(schema.value, dict) or depth > _DEEPEST:
        return
    yield schema
    parts = schema.get("allOf")
    for each in parts.elements() if parts is not None else ():
        yield from _parts(each.follow(), depth + 1)


def _items(page: Node | None, properties: Mapping[str, Node]) -> str | None:
    """Return the pointer to the items of a page: ``""`` if the page is an array, None if it has none."""
    if page is None:
        return None
    if _has_type(page.follow(), ("array",)):
        return ""
    arrays = [pointer for pointer, each in properties.items() if _has_type(each, ("array",))]
    return min(arrays, key=lambda each: each.count("/"), default=None)


def _property(
    properties: Mapping[str, Node], names: tuple[str, ...], types: tuple[str, ...]
) -> str | None:
    found = {pointer: pointer.rpartition("/")[2].lower() for pointer in properties}
    for name in names:
        for pointer, each in found.items():
            if each == name and _has_type(properties[pointer], types):
                return pointer
    return None


def _has_type(schema: Node, types: tuple[str, ...]) -> bool:
    if not isinstance(schema.value, dict):
        return False
    value = schema.value.get("type")
    if isinstance(value, list):
        return any(each in types for each in value)
    if value is None:
        parts = schema.value.get("anyOf")
        nodes = schema.get("anyOf") if isinstance(parts, list) else None
        return nodes is not None and any(
            _has_type(each.follow(), types) for each in nodes.elements()
        )
    return value in types


def recognise_errors(document: Document) -> Errors | None:
    """Return the error body of most operations of a document.

    Return None if no error body has a message.
    """
    counts: Counter[str] = Counter()
    schemas: dict[str, Node] = {}
    total = 0
    for _, _, _, operation in declared_operations(document):
        try:
            found = dict(_error_schemas(operation))
        except SpecloomError:
            continue
        total += bool(found)
        counts.update(found.keys())
        schemas |= found
    for name, count in counts.most_common():
        schema = schemas[name]
        extension = _error_extension(schema)
        if extension is not None:
            return Errors(name, count, total, extension)
    return None


def _error_schemas(operation: Node) -> Iterator[tuple[str, Node]]:
    responses = operation.get("responses")
    for status, each in responses.items() if responses is not None else ():
        if status[:1] not in ("4", "5", "d"):
            continue
        content = each.follow().get("content")
        for media_type, described in content.items() if content is not None else ():
            schema = described.get("schema") if "json" in media_type else None
            reference = schema.reference() if schema is not None else None
            if reference is not None and reference.pointer[:2] == ("components", "schemas"):
                yield reference.pointer[2], reference


def _error_extension(schema: Node) -> Update | None:
    if schema.follow().get("x-specloom-error") is not None:
        return None
    properties = dict(_properties(schema))
    message = _property(properties, _MESSAGES, ("string",))
    if message is None:
        return None
    found: Update = {"message": message}
    category = _property(properties, _CATEGORIES, ("string", "integer"))
    if category is not None:
        found["category"] = category
    correlation = _property(properties, _CORRELATIONS, ("string",))
    if correlation is not None:
        found["correlationId"] = correlation
    return found
