"""Reuse a lowered operation for an equal one of another document.

Only the locations differ, and the properties that the comparison ignores.
"""

from __future__ import annotations

from msgspec import Struct

from specloom.diagnostics import Pointer
from specloom.documents.document import Node
from specloom.ir import UncalledOperation
from specloom.ir.changing import changed
from specloom.lowering.common.texts import text
from specloom.lowering.document.security import ResolvedSecurity


class Origin(Struct, frozen=True):
    """An operation of the first document, with the pointers of itself, its path item and its parts.

    The parts are its parameters, its body if there is one, and its responses, in this order.
    """

    operation: UncalledOperation
    pointer: Pointer
    item: Pointer
    parts: tuple[Pointer, ...]


def repeated(
    origin: Origin, path: str, node: Node, item: Node, resolved: ResolvedSecurity
) -> UncalledOperation:
    """Return the operation at a node that is equal to one that was lowered."""
    known, document = origin.operation, node.document
    security, credentials = resolved
    places = iter([document.location(each) for each in _places(origin, node, item)])
    body = known.request_body
    return UncalledOperation(
        document=document.path,
        method=known.method,
        path=path,
        location=node.location,
        operation_id=node.text("operationId"),
        summary=text(node, "summary") or text(item, "summary"),
        description=text(node, "description") or text(item, "description"),
        parameters=tuple([changed(each, location=next(places)) for each in known.parameters]),
        request_body=None if body is None else changed(body, location=next(places)),
        responses=tuple([changed(each, location=next(places)) for each in known.responses]),
        security=security,
        credentials=credentials,
        pagination=known.pagination,
        batching=known.batching,
        idempotent=known.idempotent,
        bucket=known.bucket,
        nulls=known.nulls,
        split=known.split,
        streaming=known.streaming,
        servers=known.servers,
        tags=node.texts("tags"),
        deprecated=known.deprecated,
    )


def _places(origin: Origin, node: Node, item: Node) -> list[Pointer]:
    """Return the pointers of the parts of an operation.

    They are below the operation or its path item, or the same as in the other document.
    """
    begin, above = len(origin.pointer), len(origin.item)
    found: list[Pointer] = []
    for each in origin.parts:
        if each[:begin] == origin.pointer:
            each = (*node.pointer, *each[begin:])
        elif each[:above] == origin.item:
            each = (*item.pointer, *each[above:])
        found.append(each)
    return found
