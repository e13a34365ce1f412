"""Documents, and nodes: values of a document with their location."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from specloom.diagnostics import Diagnostic, Location, Pointer, SpecloomError, format_pointer
from specloom.documents.pointers import Json, Missing, child, lookup, parse_fragment

__all__ = ["Document", "Json", "Node", "Pointer"]


def _no_origins() -> dict[Pointer, Location]:
    return {}


class Document(Struct, frozen=True, eq=False):
    """A document after some stage: its display path, its value, and its source map.

    `origins` has the source locations of the parts that are not at the same pointer in the file at
    `path`, for example those from an overlay. `findings` are the diagnostics so far: repairs and
    omissions. Documents are compared by identity.
    """

    path: str
    root: dict[str, Json]
    origins: Mapping[Pointer, Location] = field(default_factory=_no_origins)
    findings: tuple[Diagnostic, ...] = ()

    def root_node(self) -> Node:
        """Return the whole document as a node."""
        return Node(self, (), self.root)

    def with_findings(self, findings: Iterable[Diagnostic]) -> Document:
        """Return the document with more findings, each only once."""
        every = tuple(dict.fromkeys((*self.findings, *findings)))
        return self if every == self.findings else replace(self, findings=every)

    def location(self, pointer: Pointer) -> Location:
        """Return the source location of the part at `pointer`; the longest prefix in `origins` decides."""
        origins = self.origins
        if origins:
            above = pointer
            while (origin := origins.get(above)) is None and above:
                above = above[:-1]
            if origin is not None:
                return Location(origin.document, origin.pointer + pointer[len(above) :])
        return Location(self.path, pointer)


class Node(Struct, frozen=True, eq=False):
    """A value of a document with its location. Nodes of one document and pointer are equal.

    The accessors raise a `SpecloomError` at the node's location if the value does not have the
    expected type (code `wrong-type`).
    """

    document: Document
    pointer: Pointer
    value: Json

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Node):
            return NotImplemented
        return self.pointer == other.pointer and self.document == other.document

    def __hash__(self) -> int:
        return hash((self.document, self.pointer))

    @property
    def location(self) -> Location:
        """The source location of the value."""
        return self.document.location(self.pointer)

    def error(self, code: str, message: str, *, hint: str) -> SpecloomError:
        """Return a located error about this node, for `raise node.error(...)`."""
        return SpecloomError.of(code, message, hint=hint, location=self.location)

    def mapping(self) -> Mapping[str, Json]:
        """Return the value as an object."""
        if isinstance(self.value, dict):
            return self.value
        raise self._wrong_type("an object")

    def get(self, key: str) -> Node | None:
        """Return the property `key` of an object, or None."""
        members = self.value
        if not isinstance(members, dict):
            raise self._wrong_type("an object")
        if key in members:
            return Node(self.document, (*self.pointer, key), members[key])
        return None

    def __getitem__(self, key: str) -> Node:
        """Return the property `key` of an object. Raises `missing-property` if it does not exist."""
        found = self.get(key)
        if found is None:
            raise self.error(
                "missing-property", f"the required property {key!r} is missing", hint=f"add {key!r}"
            )
        return found

    def items(self) -> Iterator[tuple[str, Node]]:
        """Yield the properties of an object in the document's order."""
        for key, value in self.mapping().items():
            yield key, Node(self.document, (*self.pointer, key), value)

    def elements(self) -> Iterator[Node]:
        """Yield the elements of an array."""
        if not isinstance(self.value, list):
            raise self._wrong_type("an array")
        for index, value in enumerate(self.value):
            yield Node(self.document, (*self.pointer, str(index)), value)

    def at(self, pointer: Pointer) -> Node | None:
        """Return the node at `pointer` below this node, or None."""
        value = lookup(self.value, pointer)
        if isinstance(value, Missing):
            return None
        return Node(self.document, (*self.pointer, *pointer), value)

    def extensions(self) -> dict[str, Node]:
        """Return the `x-` properties of an object in the document's order."""
        return {key: node for key, node in self.items() if key.startswith("x-")}

    def text(self, key: str) -> str | None:
        """Return the string property `key`, or None if it is absent."""
        members = self.value
        value = members.get(key) if isinstance(members, dict) else None
        if isinstance(value, str):
            return value
        found = self.get(key)
        return None if found is None else found._as_text()

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the property `key`, an array of strings, or an empty tuple if it is absent."""
        found = self.get(key)
        return () if found is None else tuple(each._as_text() for each in found.elements())

    def flag(self, key: str, default: bool = False) -> bool:
        """Return the boolean property `key`, or `default` if it is absent."""
        found = self.get(key)
        if found is None:
            return default
        if isinstance(found.value, bool):
            return found.value
        raise found._wrong_type("a boolean")

    def integer(self, key: str) -> int | None:
        """Return the integer property `key`, or None if it is absent. A number such as 2.0 is an integer too."""
        found = self.get(key)
        if found is None:
            return None
        match found.value:
            case bool():
                raise found._wrong_type("an integer")
            case int():
                return found.value
            case float() if found.value.is_integer():
                return int(found.value)
            case _:
                raise found._wrong_type("an integer")

    def reference(self) -> Node | None:
        """Return the target of this node's `$ref`, one step on, or None if it has none.

        Raises:
            SpecloomError: as `target`.
        """
        if not isinstance(self.value, dict) or "$ref" not in self.value:
            return None
        return self["$ref"].target()

    def target(self) -> Node:
        """Return what this node, the string of a `$ref` or the like, names in the document.

        Raises:
            SpecloomError: `external-reference`, `invalid-reference` or `dangling-reference`.
        """
        text = self._as_text()
        pointer = _local_pointer(self, text)
        found = self.document.root_node().at(pointer)
        if found is None:
            raise _dangling(self, text, pointer)
        return found

    def follow(self) -> Node:
        """Return this node, or the end of its chain of local `$ref`s.

        Raises:
            SpecloomError: as `reference`; `circular-reference` if the chain has no end.
        """
        node = self
        seen = {self.pointer}
        while (following := node.reference()) is not None:
            if following.pointer in seen:
                raise self.error(
                    "circular-reference",
                    f"the '$ref' leads back to {format_pointer(following.pointer)} and never "
                    "reaches a value",
                    hint="replace one of the references by the object itself",
                )
            seen.add(following.pointer)
            node = following
        return node

    def _as_text(self) -> str:
        if isinstance(self.value, str):
            return self.value
        raise self._wrong_type("a string")

    def _wrong_type(self, wanted: str) -> SpecloomError:
        return self.error(
            "wrong-type",
            f"expected {wanted}, found {kind_of(self.value)}",
            hint=f"write {wanted}",
        )


def kind_of(value: Json) -> str:
    """Return the JSON type of a value, with its article."""
    match value:
        case None:
            return "null"
        case bool():
            return "a boolean"
        case int() | float():
            return "a number"
        case str():
            return "a string"
        case dict():
            return "an object"
        case list():
            return "an array"


def _local_pointer(at_reference: Node, target: str) -> Pointer:
    resource, hash_sign, fragment = target.partition("#")
    if resource or not hash_sign:
        raise at_reference.error(
            "external-reference",
            f"{target!r} is outside of the document, which is not supported here",
            hint="move the object into this document and refer to it as '#/...'",
        )
    try:
        return parse_fragment(fragment)
    except ValueError as error:
        raise at_reference.error(
            "invalid-reference",
            f"{target!r} is not a JSON pointer: {error}",
            hint="write a reference like '#/components/schemas/Name'",
        ) from None


def _dangling(at_reference: Node, target: str, pointer: Pointer) -> SpecloomError:
    value: Json = at_reference.document.root
    for depth, token in enumerate(pointer):
        following = child(value, token)
        if isinstance(following, Missing):
            hint = _suggestion(value, pointer[:depth], token)
            break
        value = following
    else:
        hint = ""
    return at_reference.error("dangling-reference", f"{target!r} does not exist", hint=hint)


def _suggestion(value: Json, parent: Pointer, token: str) -> str:
    # A misspelt name is the usual cause; the search gets slow beyond some thousand candidates.
    if isinstance(value, dict) and len(value) <= 5000 and len(token) <= 200:
        from difflib import get_close_matches

        close = get_close_matches(token, value, n=1)
        if close:
            return f"did you mean {format_pointer((*parent, close[0]))}?"
    return f"{format_pointer(parent)} has no {token!r}; add it, or remove the reference"
