"""Digest documents for use at run time: all operations in, one JSON file of what they take and give out.

The file has three tables. `paths` says for a path and a method which operations it may be, by their
numbers: `{"/pets/{id}": {"get": [0]}}`. `operations` has each distinct one, without texts: its
`parameters`, its `requestBody` (`required`, `content` by media type), the schema of each of its
`responses` (null for no body), and what extensions say of it. `schemas` has each distinct schema that
was defined by name; references to them are numbers: `{"$ref": 7}`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import cast

from msgspec import Struct, field

from specloom.diagnostics import Pointer
from specloom.documents.alike import Alike, OperationKey
from specloom.documents.document import Document, Json, Node
from specloom.emit.file import File

_TEXTS = frozenset(
    {"description", "title", "summary", "example", "examples", "deprecated", "$comment"}
)
_NAMED = frozenset({"properties", "patternProperties", "$defs", "dependentSchemas"})
_KEPT = ("x-specloom-batch", "x-specloom-pagination")

Target = tuple[Document, Pointer]


class _Table(Struct):
    """Distinct values by their texts, numbered in the order in which they came."""

    numbers: dict[str, int] = field(default_factory=dict[str, int])

    def number(self, text: str) -> int:
        return self.numbers.setdefault(text, len(self.numbers))

    def values(self) -> list[object]:
        return [json.loads(text) for text in self.numbers]


def digest(documents: Iterable[Document], path: str, alike: Alike | None = None) -> File:
    """The file at `path`, equal for equal documents. What several documents have is in it once.

    What is known to be `alike` in them is looked into once.
    """
    alike = alike or Alike()
    schemas = _Schemas(alike)
    found: list[Json] = []
    known: dict[OperationKey | None, int] = {}
    declared: list[tuple[str, str, int]] = []
    for document in documents:
        for template, item, method, node, key in alike.operations(document):
            if key is None or key not in known:
                known[key] = len(found)
                found.append(_operation(node, item, schemas))
            declared.append((template, method.lower(), known[key]))
    numbers, kept = schemas.numbered()
    operations = _Table()
    numbered = [operations.number(_text(_written(each), numbers)) for each in found]
    paths: dict[str, dict[str, list[int]]] = {}
    for template, method, place in declared:
        among = paths.setdefault(template, {}).setdefault(method, [])
        if numbered[place] not in among:
            among.append(numbered[place])
    value = {
        "paths": paths,
        "operations": operations.values(),
        "schemas": [_renumbered(each, numbers) for each in kept],
    }
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return File(path, text + "\n")


def _operation(node: Node, item: Node, schemas: _Schemas) -> Json:
    parameters: dict[tuple[str | None, str | None], Json] = {}
    for holder in (item, node):
        listed = holder.get("parameters")
        for each in map(Node.follow, listed.elements() if listed else ()):
            parameters[each.text("in"), each.text("name")] = _parameter(each, schemas)
    found: dict[str, Json] = {"parameters": list(parameters.values()), "responses": {}}
    if (body := node.get("requestBody")) is not None:
        body = body.follow()
        found["requestBody"] = {
            "required": body.flag("required"),
            "content": _content(body, schemas),
        }
    responses = node.get("responses")
    found["responses"] = {
        status: next(iter(_content(each.follow(), schemas).values()), None)
        for status, each in (responses.items() if responses else ())
        if not status.startswith("x-")
    }
    return found | {key: node[key].value for key in _KEPT if node.get(key) is not None}


def _parameter(node: Node, schemas: _Schemas) -> Json:
    kept = {key: each.value for key, each in node.items() if key not in _TEXTS | {"content"}}
    schema = node.get("schema")
    return kept | {"schema": schemas.stripped(schema) if schema else {}}


def _content(node: Node, schemas: _Schemas) -> dict[str, Json]:
    content = node.get("content")
    if content is None:
        return {}
    key = schemas.alike.key(content)
    found = None if key is None else schemas.content.get(key)
    if found is None:
        found = {
            media_type: schemas.stripped(schema) if (schema := each.get("schema")) else {}
            for media_type, each in content.items()
        }
        if key is not None:
            schemas.content[key] = found
    return found


class _Schemas:
    """The schemas that were referred to, each definition once, then each structure once."""

    def __init__(self, alike: Alike) -> None:
        self.alike = alike
        self.content: dict[str, dict[str, Json]] = {}
        self._numbers: dict[Target, int] = {}
        self._found: list[Json] = []

    def stripped(self, node: Node) -> Json:
        """A schema without its texts. A reference is the number of its definition."""
        value = node.value
        if isinstance(value, list):
            return [self.stripped(each) for each in node.elements()]
        if not isinstance(value, dict):
            return value
        if "$ref" in value:
            return {"$ref": self._definition(node["$ref"].target())}
        kept: dict[str, Json] = {}
        for key, each in node.items():
            if key in _NAMED:
                kept[key] = {name: self.stripped(member) for name, member in each.items()}
            elif key in ("enum", "const", "default", "discriminator"):
                kept[key] = each.value
            elif key not in _TEXTS and not key.startswith("x-"):
                kept[key] = self.stripped(each)
        return kept

    def _definition(self, node: Node) -> int:
        key = (self.alike.homes(node.document).get(node.pointer, node.document), node.pointer)
        if key not in self._numbers:
            number = self._numbers[key] = len(self._found)
            self._found.append(None)
            self._found[number] = self.stripped(node)
        return self._numbers[key]

    def numbered(self) -> tuple[Mapping[int, int], list[Json]]:
        """A number for each definition, the same for equal structures, and the structures.

        Definitions are told apart by what they say themselves, then by what they refer to, until
        nothing more is told apart; so cycles need no care.
        """
        written = [_written(each) for each in self._found]
        colours = dict.fromkeys(range(len(written)), 0)
        while True:
            table = _Table()
            refined = {
                number: table.number(_text(parts, colours)) for number, parts in enumerate(written)
            }
            if len(table.numbers) == len(set(colours.values())):
                first = {colour: number for number, colour in reversed(refined.items())}
                return refined, [self._found[first[colour]] for colour in sorted(first)]
            colours = refined


_REFERENCE = re.compile(r'(?<=\{"\$ref": )(\d+)(?=\})')


def _written(value: object) -> list[str]:
    """A value as JSON, taken apart at the numbers of its references; no text has such a part."""
    return _REFERENCE.split(json.dumps(value, sort_keys=True))


def _text(parts: list[str], numbers: Mapping[int, int]) -> str:
    """A value that was taken apart, with its references by other numbers."""
    return "".join(str(numbers[int(each)]) if n % 2 else each for n, each in enumerate(parts))


def _renumbered(value: object, numbers: Mapping[int, int]) -> Json:
    """The same value with its references by other numbers."""
    if isinstance(value, list):
        return [_renumbered(each, numbers) for each in cast(list[Json], value)]
    if isinstance(value, dict):
        members = cast(dict[str, Json], value)
        reference = members.get("$ref")
        if type(reference) is int:
            return {"$ref": numbers[reference]}
        return {key: _renumbered(each, numbers) for key, each in members.items()}
    return cast(Json, value)
