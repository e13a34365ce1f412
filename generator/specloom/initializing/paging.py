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
_DESCRIPTION = "A list continues at the cursor that a page contains."


class _Scheme(Struct, frozen=True):
    """A pagination scheme: properties of a request and of a page, each by the names on its path."""

    name: str
    request: tuple[str, ...]
    response: tuple[tuple[str, ...], ...]
    cursor: str
    next: tuple[str, ...]
    items: tuple[str, ...]
    more: tuple[str, ...] | None


class _Part(Struct, frozen=True):
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
    """Return the scheme, or None with a finding if it does not use cursors."""
    name = node.text("name") or ""
    request, response = list(_parts(node, "request")), list(_parts(node, "response"))
    cursor = _with(request, "next_cursor_param")
    following = _with(response, "next_cursor_field")
    items = _with(response, "items") or next(
        (each for each in response if each.type == "array"), None
    )
    more = _with(response, "has_next_page") or next(
        (each for each in response if each.path[-1] == "has_more"), None
    )
    if cursor is None or following is None or items is None:
        findings.leave(
            node,
            f"the pagination {name!r} has the type {node.text('type')!r}; only cursors in the "
            "page can be converted",
            "its calls return one page; pass the argument for the next page yourself",
        )
        return None
    return _Scheme(
        name=name,
        request=tuple(each.path[0] for each in request),
        response=tuple(each.path for each in response),
        cursor=cursor.path[0],
        next=following.path,
        items=items.path,
        more=more.path if more is not None else None,
    )


def _parts(node: Node, key: str) -> Iterator[_Part]:
    found = node.get(key)
    if found is not None and found.value is not None:
        yield from _below(found, ())


def _below(node: Node, above: tuple[str, ...]) -> Iterator[_Part]:
    for name, each in node.items():
        if not isinstance(each.value, dict):
            continue
        purpose = each.at((_PURPOSE, "purpose"))
        said = purpose.value if purpose is not None and isinstance(purpose.value, str) else ""
        kind = each.value.get("type")
        yield _Part((*above, name), said, kind if isinstance(kind, str) else "")
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
        extension: Update = {
            "cursor": scheme.cursor,
            "in": place,
            "next": _pointer(scheme.next),
            "items": _pointer(scheme.items),
        }
        return extension if scheme.more is None else {**extension, "more": _pointer(scheme.more)}
    return None


def _pointer(path: tuple[str, ...]) -> str:
    return "".join(f"/{each.replace('~', '~0').replace('/', '~1')}" for each in path)
