"""Read the `x-specloom-` extensions: nodes in, what they say of paging, batches, limits and errors out."""

from __future__ import annotations

from typing import Literal

from specloom.documents.document import Node
from specloom.ir import Batching, ErrorFields, Pagination

PREFIX = "x-specloom-"
PLACES: dict[str, Literal["query", "body"]] = {"query": "query", "body": "body"}
ON_OPERATIONS = frozenset({"pagination", "batch", "rate-limit", "idempotent"})


def check_extensions(node: Node, known: frozenset[str]) -> None:
    """Refuse an extension of ours that means nothing here: most likely it is misspelt."""
    for key, extension in node.extensions().items():
        if key.startswith(PREFIX) and key.removeprefix(PREFIX) not in known:
            raise extension.error(
                "unknown-extension",
                f"{key} means nothing here",
                hint="known here: " + ", ".join(PREFIX + name for name in sorted(known)),
            )


def pagination(node: Node) -> Pagination | None:
    """`x-specloom-pagination` of an operation."""
    found = _members(node, "pagination", {"cursor", "in", "next", "items"})
    if found is None:
        return None
    place = _text(found, "in")
    if place not in PLACES:
        raise found["in"].error(
            "invalid-extension", f"the cursor cannot go in {place!r}", hint="use query or body"
        )
    return Pagination(
        cursor=_text(found, "cursor"),
        place=PLACES[place],
        next=_pointer(found, "next"),
        items=_pointer(found, "items"),
    )


def batching(node: Node) -> Batching | None:
    """`x-specloom-batch` of an operation."""
    found = _members(node, "batch", {"inputs", "limit", "correlationId", "limitWith"})
    if found is None:
        return None
    limit = found["limit"].value
    if isinstance(limit, bool) or not isinstance(limit, int) or limit < 1:
        raise found["limit"].error(
            "invalid-extension", "limit must be a whole number above 0", hint="count of inputs"
        )
    lower = found.get("limitWith")
    names = lower.mapping() if lower else ()
    return Batching(
        inputs=_text(found, "inputs"),
        limit=limit,
        correlation_id=found.text("correlationId"),
        limit_with=tuple(
            (name, (lower.integer(name) if lower else None) or limit) for name in names
        ),
    )


def rate_limit_bucket(node: Node) -> str:
    """`x-specloom-rate-limit` of an operation: the bucket that it is counted in."""
    found = _members(node, "rate-limit", {"bucket"})
    return "" if found is None else _text(found, "bucket")


def error_fields(node: Node) -> ErrorFields | None:
    """`x-specloom-error` of a schema."""
    if not isinstance(node.value, dict):
        return None
    found = _members(node, "error", {"message", "category", "correlationId", "context", "details"})
    if found is None:
        return None
    return ErrorFields(
        message=found.text("message"),
        category=found.text("category"),
        correlation_id=found.text("correlationId"),
        context=found.text("context"),
        details=found.text("details"),
    )


def idempotent(node: Node) -> bool | None:
    """`x-specloom-idempotent` of an operation."""
    found = node.get(f"{PREFIX}idempotent")
    if found is None:
        return None
    if not isinstance(found.value, bool):
        raise found.error(
            "invalid-extension",
            f"{PREFIX}idempotent is not {found.value!r}",
            hint="use true where a repeated request does no more than one, else false",
        )
    return found.value


def _members(node: Node, name: str, known: set[str]) -> Node | None:
    found = node.get(PREFIX + name)
    if found is None:
        return None
    for key, member in found.items():
        if key not in known:
            raise member.error(
                "invalid-extension",
                f"{PREFIX}{name} has no member {key!r}",
                hint="it knows " + ", ".join(sorted(known)),
            )
    return found


def _text(node: Node, key: str) -> str:
    node[key]  # raises where it is missing
    return node.text(key) or ""


def _pointer(node: Node, key: str) -> str:
    pointer = _text(node, key)
    if not pointer.startswith("/"):
        raise node[key].error(
            "invalid-extension", f"{pointer!r} is no JSON pointer", hint="begin it with /"
        )
    return pointer
