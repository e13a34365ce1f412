"""Lower the servers of a document, path item or operation."""

from __future__ import annotations

from collections.abc import Iterator

from specloom.documents.document import Node
from specloom.ir import Server, Variable
from specloom.lowering.common.texts import text


def lower_servers(*holders: Node) -> tuple[Server, ...]:
    """Return the servers of the first holder that has any."""
    for holder in holders:
        declared = holder.get("servers")
        if declared is not None and declared.value:
            return tuple(_servers(declared))
    return ()


def _servers(declared: Node) -> Iterator[Server]:
    for node in declared.elements():
        url = (node.text("url") or "").strip()
        yield Server(url, tuple(_variables(node, url)), text(node, "description"))


def _variables(node: Node, url: str) -> Iterator[Variable]:
    declared = node.get("variables")
    for name, each in declared.items() if declared else ():
        if f"{{{name}}}" not in url:
            continue
        values = _scalars(each.get("enum"))
        default = each.get("default")
        chosen = _scalars(default) or values[:1]
        yield Variable(name, chosen[0] if chosen else "", values, text(each, "description"))


def _scalars(node: Node | None) -> tuple[str, ...]:
    if node is None:
        return ()
    values = node.value if isinstance(node.value, list) else [node.value]
    return tuple(_scalar(each) for each in values if isinstance(each, (str, int, float)))


def _scalar(value: str | int | float) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
