"""Find the declarations in a document that are not generated."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from specloom.diagnostics import Diagnostic, severity_of
from specloom.documents.document import Document, Node
from specloom.lowering.common.content import (
    BODILESS,
    unread_body,
    unread_content,
    unread_header,
    unread_parameter,
)
from specloom.lowering.reuse.shared import Shared
from specloom.lowering.schemas.values import is_encoded
from specloom.sharing.identities import OperationKey

Finding: TypeAlias = tuple[str, str, str, Node]
"""A code, a message, a hint, and the node."""

RECEIVED = "the package contains only a client, which sends requests"
# Restrictions that types cannot express; responses are not validated against them.
IGNORED = (
    *("not", "if", "dependentSchemas", "dependentRequired", "propertyNames", "contains"),
    *("contentEncoding", "contentSchema"),
)
_IGNORED = frozenset(IGNORED)


def skipped(document: Document, shared: Shared) -> tuple[Diagnostic, ...]:
    """Return a warning for each webhook, callback, link, and unsupported encoding."""
    found = {
        (code, node.location): Diagnostic(code, message, hint, node.location, severity_of(code))
        for code, message, hint, node in _found(document, shared)
    }
    return tuple(found.values())


def ignored_keywords(node: Node) -> Iterator[Finding]:
    """Yield the restrictions of a schema that its type cannot express."""
    if not isinstance(node.value, dict) or _IGNORED.isdisjoint(node.value):
        return
    for keyword in IGNORED:
        found = node.get(keyword)
        if keyword == "contentEncoding" and is_encoded(node):
            continue
        if found is not None:
            message = f"'{keyword}' is not checked; the rest of the schema determines the type"
            hint = "describe the restriction in 'description' if callers should know it"
            yield "ignored-keyword", message, hint, found


def _found(document: Document, shared: Shared) -> Iterator[Finding]:
    root = document.root_node()
    webhooks = root.get("webhooks")
    for name, node in webhooks.items() if webhooks else ():
        message = f"nothing is generated for the webhook {name!r}"
        yield "skipped-webhook", message, RECEIVED, node
    operations: dict[str, list[tuple[Node, OperationKey | None]]] = {}
    for path, _, _, node, key in shared.identities.operations(document):
        operations.setdefault(path, []).append((node, key))
    paths = root.get("paths")
    for path, declared in paths.items() if paths else ():
        if path.startswith("x-"):
            continue
        yield from _in_operation(declared.follow())
        for node, key in operations.get(path, ()):
            if key is None or key not in shared.silent:
                found = list(_in_operation(node))
                yield from found
                if key is not None and not found:
                    shared.silent.add(key)


def _in_operation(holder: Node) -> Iterator[Finding]:
    callbacks = holder.get("callbacks")
    if callbacks is not None:
        message = "nothing is generated for callbacks"
        yield "skipped-callback", message, RECEIVED, callbacks
    parameters = holder.get("parameters")
    for each in parameters.elements() if parameters else ():
        yield from unread_parameter(each.follow())
    body = holder.get("requestBody")
    if body is not None:
        yield from unread_content(body.follow(), sent=True)
    responses = holder.get("responses")
    for status, each in responses.items() if responses else ():
        if status.startswith("x-"):
            continue
        response = each.follow()
        links = response.get("links")
        if links is not None and links.value:
            hint = "call the operation of the link yourself"
            yield "skipped-link", "nothing is generated for links", hint, links
        headers = response.get("headers")
        for name, header in headers.items() if headers else ():
            yield from unread_header(name, header.follow())
        yield from unread_body(status, response)
        if status.startswith("2") and status not in BODILESS:
            yield from unread_content(response, sent=False)
