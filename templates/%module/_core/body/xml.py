"""Read and write XML according to the XML Objects of an OpenAPI document.

A table describes how values are serialized: the usage of the root, and a tuple of shapes to which
usages refer by index. A usage has the `name` of an element and its `shape`, and may have a `prefix`
and a `namespace`. It may be an `attribute`, the `text` content of its element, or a `wrapped`
array. A shape is the type of a scalar, has `members` or `items`, or is None for any value.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, cast
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from ..codec.decoding import decode
from ..codec.encoding import encode, to_builtins
from ..codec.urls import scalar_text
from ..errors import DecodingError
from ..operation import Reader, RequestBody
from ..transport import Response
from .charsets import charset_of  # feature: charsets

Usage = Mapping[str, Any]
Table = tuple[Usage, tuple[Any, ...]]

_DEEPEST = 200
_DOCTYPE = re.compile(rb"[\xef\xbb\xbf\xfe\xff]*(?>\s+|<\?.*?\?>|<!--.*?-->)*+<!DOCTYPE", re.DOTALL)
_CHARSET = re.compile(r";\s*charset\s*=\s*\"?([^\s\";]+)", re.IGNORECASE)
_MARKS = (b"\xef\xbb\xbf", b"\xfe\xff", b"\xff\xfe")
_INTEGER = re.compile(r"[+-]?[0-9]+")
_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class XmlAnswer(Reader):
    """Reads a response in XML as a type.

    Elements that the table does not describe become strings and objects.
    """

    kind: Any
    table: Table = field(repr=False)

    def read(self, response: Response) -> object:
        usage, shapes = self.table
        value = _Reader(shapes).value(_parsed(response), usage)
        return decode(encode(value), self.kind)


@dataclass(frozen=True, slots=True)
class XmlBody(RequestBody):
    """A request body in XML."""

    table: Table = field(kw_only=True, repr=False)

    def build(self, body: Any) -> tuple[bytes, str] | None:
        if isinstance(body, (bytes, str)):
            return None
        usage, shapes = self.table
        root = _Writer(shapes).element(to_builtins(body), usage)
        charset = "utf-8"
        charset = charset_of(self.media_type)  # feature: charsets
        return ElementTree.tostring(root, charset, xml_declaration=True), self.media_type


class _Tree(ElementTree.TreeBuilder):
    """Builds a tree of limited depth, from a document without a document type."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = 0

    def start(self, tag: Any, attrs: dict[Any, Any], /) -> Element:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise DecodingError(f"XML nested more than {_DEEPEST} levels deep")
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> Element:
        self._depth -= 1
        return super().end(tag)

    def doctype(self, name: str, public: str | None, system: str | None) -> None:
        raise DecodingError("XML with a document type")


def _parsed(response: Response) -> Element:
    """Return the root element of a response.

    The encoding is that of the byte order mark, else of the Content-Type, else of the XML
    declaration. A document type is refused: no API needs one, and its entities could expand
    without limit or refer to other files.

    Raises:
        DecodingError: The content is not XML, is nested too deeply, has an unknown encoding, or
            has a document type.
    """
    content = response.content
    try:
        if _DOCTYPE.match(content.replace(b"\0", b"")):
            raise DecodingError("XML with a document type")
        charset = _CHARSET.search(response.headers.get("content-type", ""))
        encoding = None if charset is None or content.startswith(_MARKS) else charset[1]
        parser = ElementTree.XMLParser(target=_Tree(), encoding=encoding)
        parser.feed(content)
        root: Element = parser.close()
        return root
    except DecodingError as error:
        raise DecodingError(str(error.args[0]), content=content) from None
    except (ElementTree.ParseError, LookupError, ValueError, TypeError) as error:
        raise DecodingError(f"invalid XML: {error}", content=content) from None


def _part(shape: object, name: str) -> Any:
    """Return the items or the members of a shape, or None if it has none."""
    return cast("dict[str, Any]", shape).get(name) if isinstance(shape, dict) else None


def _local(name: str) -> str:
    return name.rpartition("}")[2]


@dataclass(frozen=True, slots=True)
class _Reader:
    shapes: tuple[Any, ...]

    def shape(self, usage: Usage) -> Any:
        return None if usage["shape"] is None else self.shapes[usage["shape"]]

    def value(self, element: Element, usage: Usage) -> object:
        match self.shape(usage):
            case {"members": members}:
                return self._object(element, cast("dict[str, Usage]", members))
            case {"items": items}:
                return [self.value(child, items) for child in element]
            case str(kind):
                return _scalar(element.text or "", kind)
            case _:
                return _anything(element)

    def _object(self, element: Element, members: Mapping[str, Usage]) -> dict[str, object]:
        attributes = {_local(name): text for name, text in element.attrib.items()}
        found: dict[str, object] = {}
        known: set[str] = set()
        for wire_name, usage in members.items():
            name, shape = usage["name"], self.shape(usage)
            if usage.get("attribute"):
                if (text := attributes.pop(name, None)) is not None:
                    found[wire_name] = _scalar(text, shape)
                continue
            if usage.get("text"):
                found[wire_name] = _scalar(element.text or "", shape)
                continue
            item = _part(shape, "items")
            if item is not None and not usage.get("wrapped"):
                # Each item is an element, named after the array unless it has its own name.
                name = usage["name"] if item["name"] == wire_name else item["name"]
                children = [child for child in element if _local(child.tag) == name]
                if children:
                    found[wire_name] = [self.value(child, item) for child in children]
            elif (child := _child(element, name)) is not None:
                found[wire_name] = self.value(child, usage)
            known.add(name)
        rest = [child for child in element if _local(child.tag) not in known]
        return {**{_local(child.tag): _anything(child) for child in rest}, **attributes, **found}


def _child(element: Element, name: str) -> Element | None:
    return next((child for child in element if _local(child.tag) == name), None)


def _anything(element: Element) -> object:
    if len(element):
        return {_local(child.tag): _anything(child) for child in element}
    return element.text or ""


def _scalar(text: str, kind: object) -> object:
    """Return the value of a string, or the string itself if it is not of this type.

    Decoding records the latter as an invalid value.
    """
    bare = text.strip()
    try:
        if kind == "integer" and _INTEGER.fullmatch(bare):
            return int(bare)
        if kind == "number" and _NUMBER.fullmatch(bare):
            return float(bare)
    except ValueError:
        return text
    if kind == "boolean" and bare in ("true", "false", "1", "0"):
        return bare in ("true", "1")
    return text


@dataclass(frozen=True, slots=True)
class _Writer:
    shapes: tuple[Any, ...]

    def element(self, value: object, usage: Usage, name: str = "") -> Element:
        prefix = f"{usage['prefix']}:" if "prefix" in usage and "namespace" in usage else ""
        made = Element(prefix + (name or usage["name"]))
        if "namespace" in usage:
            made.set(f"xmlns:{usage['prefix']}" if prefix else "xmlns", usage["namespace"])
        shape = None if usage["shape"] is None else self.shapes[usage["shape"]]
        items = _part(shape, "items")
        if isinstance(value, dict):
            members = _part(shape, "members") or {}
            for key, each in cast("dict[str, object]", value).items():
                self._add(made, each, members.get(key) or {"name": key, "shape": None}, key)
        elif isinstance(value, list):
            usage = items or {"name": "item", "shape": None}
            made.extend(self.element(each, usage) for each in cast("list[object]", value))
        elif value is not None:
            made.text = _text(usage["name"], value)
        return made

    def _add(self, parent: Element, value: object, usage: Usage, wire_name: str) -> None:
        """Add a property to its object. Null is omitted: XML has no representation for it."""
        if value is None:
            return
        if usage.get("attribute"):
            parent.set(usage["name"], _text(usage["name"], value))
        elif usage.get("text"):
            parent.text = _text(usage["name"], value)
        elif isinstance(value, list) and not usage.get("wrapped"):
            shape = None if usage["shape"] is None else self.shapes[usage["shape"]]
            item: Usage = {"name": wire_name, "shape": None}
            item = _part(shape, "items") or item
            name = usage["name"] if item["name"] == wire_name else item["name"]
            parent.extend(self.element(each, item, name) for each in cast("list[object]", value))
        else:
            parent.append(self.element(value, usage))


def _text(name: str, value: object) -> str:
    text = scalar_text(name, value)
    if _FORBIDDEN.search(text):
        raise ValueError(f"{name!r} contains characters that XML does not allow")
    return text
