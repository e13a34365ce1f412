"""Find the calls that page, and how, by the pagination schemes of a configuration."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from specloom.documents.document import Node
from specloom.initializing.configuration import Configuration, Method
from specloom.initializing.document import (
    body_schema,
    has_parameter,
    has_property,
    operation_at,
    success_schema,
)
from specloom.initializing.findings import Findings
from specloom.initializing.settings import Settings, Update, at

_PURPOSE = "x-stainless-pagination-property"
_WHOLE = "is_top_level_array"
_DESCRIPTION = "A list has pages, as the configuration says."


class _Scheme(Struct, frozen=True):
    """A pagination scheme: properties of a request and of a page, each by the names on its path.

    `extension` is `x-specloom-pagination` without the location of the argument.
    """

    name: str
    request: tuple[str, ...]
    response: tuple[tuple[str, ...], ...]
    extension: Update


class _Part(Struct, frozen=True):
    """A property of a scheme. The path of an array that is the whole page is empty."""

    path: tuple[str, ...]
    purpose: str
    type: str


def take_pagination(
    configuration: Configuration, document: Node, settings: Settings, findings: Findings
) -> None:
    """Add an extension to each operation whose call pages in the configuration."""
    found = configuration.root.get("pagination")
    given = found.elements() if found is not None and found.value is not None else ()
    schemes = [scheme for each in given if (scheme := _scheme(each, findings)) is not None]
    for method in configuration.methods:
        if method.paginated is not None and method.paginated.value is False:
            continue
        operation = operation_at(document, method.method, method.path)
        if operation is None:
            continue
        extension = _extension(method, document, operation, schemes)
        if extension is not None:
            target = at("paths", method.path, method.method)
            settings.change(target, _DESCRIPTION, {"x-specloom-pagination": extension})
        elif method.paginated is not None:
            findings.leave(
                method.paginated,
                f"{'.'.join(method.words)} returns pages, but none of the convertible "
                "pagination schemes fits it",
                "add x-specloom-pagination in an overlay; see docs/extensions.md",
            )


def _scheme(node: Node, findings: Findings) -> _Scheme | None:
    """Return the scheme, or None with a finding if it cannot be converted."""
    name = node.text("name") or ""
    request, response = list(_parts(node, "request")), list(_parts(node, "response"))
    items = _with(response, "items") or next(
        (each for each in response if each.type == "array"), None
    )
    found = _next_page(request, response)
    if found is None or items is None:
        findings.leave(
            node,
            f"the pagination {name!r} of the type {node.text('type')!r} does not say which "
            "argument or property leads to the next page, and where the items are",
            "its calls return one page; pass the argument for the next page yourself",
        )
        return None
    extension: Update = {**found, "items": _pointer(items.path)}
    more = _with(response, "has_next_page") or next(
        (each for each in response if each.path[-1:] == ("has_more",)), None
    )
    if more is not None:
        extension["more"] = _pointer(more.path)
    return _Scheme(
        name=name,
        request=tuple(each.path[0] for each in request),
        response=tuple(each.path for each in response),
        extension=extension,
    )


def _next_page(request: Sequence[_Part], response: Sequence[_Part]) -> Update | None:
    """Return the properties of the extension that say how to get the next page."""
    following, url = _with(response, "next_cursor_field"), _with(response, "cursor_url_field")
    if (cursor := _with(request, "next_cursor_param")) and following:
        return {"cursor": cursor.path[0], "next": _pointer(following.path)}
    if cursor := _with(request, "next_cursor_id_param"):
        return {"cursor": cursor.path[0], "last": "/id"}
    if url is not None:
        return {"url": _pointer(url.path)}
    if page := _with(request, "page_number_param"):
        pages = _with(response, "total_page_count_field")
        return {"page": page.path[0], **({"pages": _pointer(pages.path)} if pages else {})}
    if offset := _with(request, "offset_count_param"):
        total = _with(response, "offset_total_count_field")
        return {"offset": offset.path[0], **({"total": _pointer(total.path)} if total else {})}
    return None


def _parts(node: Node, key: str) -> Iterator[_Part]:
    found = node.get(key)
    if found is not None and found.value is not None:
        yield from _below(found, ())


def _below(node: Node, above: tuple[str, ...]) -> Iterator[_Part]:
    for name, each in node.items():
        if not isinstance(each.value, dict):
            continue
        purpose, is_whole = each.at((_PURPOSE, "purpose")), each.at((_PURPOSE, _WHOLE))
        said = purpose.value if purpose is not None and isinstance(purpose.value, str) else ""
        kind = each.value.get("type")
        path = () if is_whole is not None and is_whole.value is True else (*above, name)
        yield _Part(path, said, kind if isinstance(kind, str) else "")
        properties = each.get("properties")
        if properties is not None:
            yield from _below(properties, (*above, name))


def _with(parts: Sequence[_Part], purpose: str) -> _Part | None:
    return next((each for each in parts if each.purpose == purpose), None)


def _extension(
    method: Method, document: Node, operation: Node, schemes: Sequence[_Scheme]
) -> Update | None:
    """Return the extension by the pagination scheme of an operation.

    It is the first scheme that matches the operation, or the one that the method names.
    """
    named = method.paginated.value if method.paginated is not None else None
    page, body = success_schema(operation), body_schema(operation)
    for scheme in schemes:
        if isinstance(named, str) and named != scheme.name:
            continue
        if not all(has_property(page, each) for each in scheme.response):
            continue
        if all(
            has_parameter(document, method.method, method.path, each) for each in scheme.request
        ):
            place = "query"
        elif all(has_property(body, (each,)) for each in scheme.request):
            place = "body"
        else:
            continue
        if scheme.extension.keys() & {"cursor", "page", "offset"}:
            return {**scheme.extension, "in": place}
        return scheme.extension
    return None


def _pointer(path: tuple[str, ...]) -> str:
    return "".join(f"/{each.replace('~', '~0').replace('/', '~1')}" for each in path)
