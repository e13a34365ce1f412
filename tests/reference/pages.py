"""Read rendered pages as a tree of elements."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

PROJECT = Path(__file__).parent.parent.parent / "specs" / "specloom.toml"
VOID = {"meta", "link", "input", "br", "hr", "img", "path", "circle", "use"}


@dataclass
class Element:
    """An element: its tag, its attributes, and its children, which are elements and strings."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text in the element, with single spaces."""
        return " ".join(" ".join(self.strings()).split())

    def strings(self) -> Iterator[str]:
        for each in self.children:
            if isinstance(each, str):
                yield each
            else:
                yield from each.strings()

    def every(self, tag: str = "", kind: str = "") -> Iterator[Element]:
        """Yield the elements below with a tag and a class, in the order of the page."""
        for each in self.children:
            if isinstance(each, Element):
                classes = each.attributes.get("class", "").split()
                if tag in ("", each.tag) and (not kind or kind in classes):
                    yield each
                yield from each.every(tag, kind)

    def one(self, tag: str = "", kind: str = "") -> Element:
        """Return the first of these elements."""
        return next(self.every(tag, kind))

    def by_id(self, name: str) -> Element:
        """Return the element with an id."""
        return next(each for each in self.every() if each.attributes.get("id") == name)

    def own(self, tag: str, kind: str = "") -> list[Element]:
        """Return the direct children with a tag and a class."""
        return [
            each
            for each in self.children
            if isinstance(each, Element)
            and each.tag == tag
            and (not kind or kind in each.attributes.get("class", "").split())
        ]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.stack = [Element("document")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.stack[-1].children.append(element)
        if tag not in VOID:
            self.stack.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.stack[-1].children.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        assert self.stack[-1].tag == tag, f"</{tag}> closes <{self.stack[-1].tag}>"
        self.stack.pop()

    def handle_data(self, data: str) -> None:
        self.stack[-1].children.append(data)


def parse(html: str) -> Element:
    """Return the tree of a page. Every element must be closed in order."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert len(reader.stack) == 1, [each.tag for each in reader.stack]
    return reader.stack[0]


@dataclass
class Field:
    """A field as a page shows it."""

    name: str
    type: str
    required: bool
    description: str
    options: list[str]
    fields: dict[str, Field]


def fields_of(listed: Element, required: str, tree: Element | None = None) -> dict[str, Field]:
    """Return the fields of a list; `required` is the word of the page's language.

    Fields that the page shows once, for several lists, are found through their link if there is a tree.
    """
    found: dict[str, Field] = {}
    for item in listed.own("li"):
        head = item.own("p", "f")[0]
        inner = item.own("details")
        linked = item.own("a", "inside")
        if linked and tree is not None and linked[0].attributes["href"].startswith("#"):
            inner = [tree.by_id(linked[0].attributes["href"].removeprefix("#"))]
        about = [each.text for each in (*item.own("p", "d"), *item.own("div", "d"))]
        options = [
            code.text
            for each in item.own("p", "opts")
            for code in each.every("code")
            if not item.own("details")
        ]
        name = head.one("code", "n").text
        types = [each.text for each in head.every("span", "t")]
        found[name] = Field(
            name,
            types[0] if types else "",
            required in [each.text for each in head.every("strong", "req")],
            about[0] if about else "",
            options,
            fields_of(inner[0].own("ul", "fields")[0], required, tree) if inner else {},
        )
    return found
