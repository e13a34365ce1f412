"""Read the properties of an extension, and check their types."""

from __future__ import annotations

from specloom.documents.document import Node

PREFIX = "x-specloom-"


def read_members(node: Node, name: str, known: set[str], prefix: str = PREFIX) -> Node | None:
    """Return an extension of a node after a check of its properties, or None if the node does not have it."""
    found = node.get(prefix + name)
    if found is None:
        return None
    for key, member in found.items():
        if key not in known:
            raise member.error(
                "invalid-extension",
                f"'{prefix}{name}' has no property {key!r}",
                hint="its properties are " + ", ".join(sorted(known)),
            )
    return found


def read_count(node: Node, key: str) -> int:
    """Return a property that must be a positive integer."""
    value = node[key].value
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise node[key].error(
            "invalid-extension", f"'{key}' must be a positive integer", hint="a count"
        )
    return value


def read_text(node: Node, key: str) -> str:
    """Return a string property that must exist."""
    node[key]  # raises an error if it is missing
    return node.text(key) or ""


def read_pointer(node: Node, key: str, *, may_be_root: bool = False) -> str:
    """Return a property that must be a JSON pointer. It is "" for the whole value only if `may_be_root`."""
    text = read_text(node, key)
    return text if may_be_root and text == "" else _checked_pointer(node[key], text)


def read_pointers(node: Node, key: str) -> tuple[str, ...]:
    """Return a property that must be an array of JSON pointers, or an empty tuple if it is absent."""
    texts = node.texts(key)
    elements = node[key].elements() if texts else ()
    return tuple(_checked_pointer(*each) for each in zip(elements, texts, strict=True))


def _checked_pointer(node: Node, pointer: str) -> str:
    if not pointer.startswith("/"):
        raise node.error(
            "invalid-extension",
            f"{pointer!r} is not a JSON pointer",
            hint="begin it with '/'",
        )
    return pointer


def read_limits(node: Node, name: str) -> tuple[tuple[str, int], ...]:
    """Return the limits that apply together with certain arguments, by argument."""
    found = node.get(name)
    return tuple((each, read_count(found, each)) for each in found.mapping()) if found else ()
