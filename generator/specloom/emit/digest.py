"""Summarize documents for use at run time: one JSON file with the requests and responses of all operations.

The file has three parts. `paths` is a tree of the segments of all paths, in which the name of a parameter does not
matter. A key with a slash is a method, with the indexes of the operations that it may refer to:
`{"pets": {"{}": {"/get": [0]}}}`. `operations` has each distinct operation without descriptions: its parameters
by location (`query`, `header` or `cookie`), its `requestBody` (`required`, `content` by media type), the schema of
each success in its `responses` (null for no body), and how it pages and how many inputs it takes. `schemas` has
each distinct schema that is defined by name.

Three differences from JSON Schema make the file smaller. A number in place of a schema is its index in
`schemas`. A string, or a list of strings, is a schema that has only a `type`. The properties of an object are in
two maps from their names to their schemas, `required` and `optional`; a schema that has one of these and no
`type` is an object. The parameters in one location are the properties of such an object.

Of the schemas of a `oneOf`, only the first is included, as an example. In schemas that no request refers to,
other than in a `oneOf`, an `enum` is replaced by its first value, as `default`. Similar operations are next to
each other, and similar schemas too, which makes the compressed file smaller.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import islice
from typing import cast

from specloom.diagnostics import Pointer
from specloom.documents.document import Document, Json, Node
from specloom.emit.file import File
from specloom.sharing.identities import Identities, OperationKey
from specloom.sharing.refine import Identity, refine

_PROSE = frozenset(
    {"description", "title", "summary", "example", "examples", "deprecated", "$comment"}
)
_NAMED = frozenset({"properties", "patternProperties", "$defs", "dependentSchemas"})
_VERBATIM = frozenset({"enum", "const", "default", "dependentRequired", "discriminator"})
_PARAMETER = re.compile(r"\{[^{}]*\}")
# What is needed of each extension to respond to an operation.
_EXTENSIONS = {
    "x-specloom-batch": ("inputs", "limit", "limitWith", "match"),
    "x-specloom-pagination": ("cursor", "in", "next", "more", "size", "sizeWith"),
}

Target = tuple[Document, Pointer]


def digest(documents: Iterable[Document], path: str, identities: Identities | None = None) -> File:
    """Return the file at `path`. Parts that several documents share are included once.

    Equal documents give equal files.

    Args:
        documents: the documents to summarize.
        path: the path of the file below the output folder.
        identities: which parts of the documents are equal; these are processed once.
    """
    identities = identities or Identities()
    schemas = _Schemas(identities)
    found: list[Json] = []
    known: dict[OperationKey | None, int] = {}
    declared: list[tuple[str, str, int]] = []
    for document in documents:
        for template, item, method, node, key in identities.operations(document):
            if key is None or key not in known:
                known[key] = len(found)
                found.append(_operation(node, item, schemas))
            declared.append((template, method.lower(), known[key]))
    numbers, kept = schemas.numbered()
    texts = [_text(_written(each), numbers.__getitem__) for each in found]
    ordered = sorted(set(texts))
    places = {text: number for number, text in enumerate(ordered)}
    paths: dict[str, Json] = {}
    for template, method, number in declared:
        branch = paths
        for segment in _PARAMETER.sub("{}", template).split("/")[1:]:
            branch = _below(branch, segment)
        among = cast(list[Json], branch.setdefault(f"/{method}", []))
        if (place := places[texts[number]]) not in among:
            among.append(place)
    operations = [json.loads(text) for text in ordered]
    definitions = [_renumbered(each, numbers) for each in kept]
    of_requests = _reached([{**each, "responses": None} for each in operations], definitions)
    for number, each in enumerate(definitions):
        if number not in of_requests:
            definitions[number] = _without_enums(each)
    value = {"paths": paths, "operations": _plain(operations), "schemas": _plain(definitions)}
    parts = [
        f'"{name}":{json.dumps(part, sort_keys=True, separators=(",", ":"))}'
        for name, part in value.items()
    ]
    return File(path, f"{{{','.join(parts)}}}\n")


def _below(branch: dict[str, Json], key: str) -> dict[str, Json]:
    """Return what is below a branch of the tree of paths, which is created if it is not there."""
    return cast(dict[str, Json], branch.setdefault(key, {}))


def _operation(node: Node, item: Node, schemas: _Schemas) -> Json:
    parameters: dict[tuple[str | None, str | None], Node] = {}
    for holder in (item, node):
        listed = holder.get("parameters")
        for each in map(Node.follow, listed.elements() if listed else ()):
            parameters[each.text("in"), each.text("name")] = each
    found: dict[str, Json] = {}
    for (place, name), each in parameters.items():
        if place != "path":
            needed = "required" if each.flag("required") else "optional"
            schema = each.get("schema")
            location = _below(found, place or "")
            _below(location, needed)[name or ""] = schemas.stripped(schema) if schema else {}
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
        if status.startswith("2")
    }
    for key, parts in _EXTENSIONS.items():
        value = extension.value if (extension := node.get(key)) is not None else None
        if isinstance(value, dict):
            found[key] = {part: value[part] for part in parts if part in value}
    return found


def _content(node: Node, schemas: _Schemas) -> dict[str, Json]:
    content = node.get("content")
    if content is None:
        return {}
    key = schemas.identities.key(content)
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
    """The schemas that operations refer to: each definition once, then each structure once."""

    def __init__(self, identities: Identities) -> None:
        self.identities = identities
        self.content: dict[str, dict[str, Json]] = {}
        self._numbers: dict[Target, int] = {}
        self._found: list[Json] = []

    def stripped(self, node: Node) -> Json:
        """Return a schema without descriptions, in which references contain the number of the definition."""
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
            elif key == "oneOf":
                kept[key] = [self.stripped(member) for member in islice(each.elements(), 1)]
            elif key in _VERBATIM:
                kept[key] = each.value
            elif key not in _PROSE and not key.startswith("x-"):
                kept[key] = self.stripped(each)
        return _short(kept)

    def _definition(self, node: Node) -> int:
        key = (self.identities.owners(node.document).get(node.pointer, node.document), node.pointer)
        if key not in self._numbers:
            number = self._numbers[key] = len(self._found)
            self._found.append(None)
            self._found[number] = self.stripped(node)
        return self._numbers[key]

    def numbered(self) -> tuple[Mapping[int, int], list[Json]]:
        """Return a number for each definition, the same for equal structures, and the structures.

        They are in the order of their JSON without its references.
        """
        parts = [_written(each) for each in self._found]
        found = refine({number: partial(_text, each) for number, each in enumerate(parts)})
        first = {number: place for place, number in reversed(found.items())}
        ordered = sorted(first, key=lambda number: (parts[first[number]][::2], number))
        places = {number: place for place, number in enumerate(ordered)}
        numbers = {key: places[number] for key, number in found.items()}
        return numbers, [self._found[first[number]] for number in ordered]


def _short(schema: dict[str, Json]) -> Json:
    """Return a schema without descriptions in the form of the file, apart from its references."""
    properties = cast(dict[str, Json], schema.get("properties") or {})
    listed = schema.get("required")
    required = {str(name): properties.get(str(name), {}) for name in _elements(listed)}
    if "properties" not in schema and not required:
        return schema["type"] if schema.keys() == {"type"} else schema
    optional = {name: each for name, each in properties.items() if name not in required}
    kept = {key: each for key, each in schema.items() if key not in ("properties", "required")}
    if kept.get("type") == "object":
        del kept["type"]
    if required:
        kept["required"] = required
    return kept if required and not optional else {**kept, "optional": optional}


def _elements(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []


_REFERENCE = re.compile(r'(?<=\{"\$ref": )(\d+)(?=\})')


def _written(value: object) -> list[str]:
    """Return a value as JSON, split at the numbers of its references. No string looks like a reference."""
    return _REFERENCE.split(json.dumps(value, sort_keys=True))


def _text(parts: list[str], identity: Identity[int]) -> str:
    """Join a value that `_written` split, with other numbers for its references."""
    return "".join(str(identity(int(each))) if n % 2 else each for n, each in enumerate(parts))


def _renumbered(value: object, numbers: Mapping[int, int]) -> Json:
    """Return a value with other numbers for its references."""
    if isinstance(value, list):
        return [_renumbered(each, numbers) for each in cast(list[Json], value)]
    if isinstance(value, dict):
        members = cast(dict[str, Json], value)
        reference = members.get("$ref")
        if type(reference) is int:
            return {"$ref": numbers[reference]}
        return {key: _renumbered(each, numbers) for key, each in members.items()}
    return cast(Json, value)


def _plain(value: object) -> Json:
    """Return a value with the number of each reference in its place."""
    if isinstance(value, list):
        return [_plain(each) for each in cast(list[Json], value)]
    if isinstance(value, dict):
        members = cast(dict[str, Json], value)
        reference = members.get("$ref")
        if type(reference) is int:
            return reference
        return {key: _plain(each) for key, each in members.items()}
    return cast(Json, value)


def _references(value: object) -> Iterator[int]:
    """Yield the indexes of the schemas that a value refers to, other than in a `oneOf`."""
    if isinstance(value, list):
        for each in cast(list[Json], value):
            yield from _references(each)
    elif isinstance(value, dict):
        members = cast(dict[str, Json], value)
        if type(reference := members.get("$ref")) is int:
            yield reference
        for key, each in members.items():
            if key != "oneOf" or not isinstance(each, list):
                yield from _references(each)


def _reached(value: object, schemas: list[Json]) -> set[int]:
    """Return the indexes of the schemas that a value refers to, also through others."""
    found: set[int] = set()
    pending = list(_references(value))
    while pending:
        number = pending.pop()
        if number not in found:
            found.add(number)
            pending += _references(schemas[number])
    return found


def _without_enums(value: object) -> Json:
    """Return a schema in which the first value of an enum, as its default, replaces the enum."""
    if isinstance(value, list):
        return [_without_enums(each) for each in cast(list[Json], value)]
    if not isinstance(value, dict):
        return cast(Json, value)
    members = cast(dict[str, Json], value)
    kept = {
        key: _without_enums(each)
        for key, each in members.items()
        if key != "enum" or not isinstance(each, list)  # a property of this name has a schema
    }
    match members.get("enum"):
        case [first, *_]:
            return kept | {"default": first}
        case _:
            return kept
