"""Bundle a document: make every reference to another file, URL, `$id` or anchor local."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from specloom.diagnostics import (
    Diagnostic,
    Location,
    Pointer,
    Severity,
    SpecloomError,
    format_pointer,
)
from specloom.documents.bundling.files import Allowed, File, Files, needs_bundling
from specloom.documents.bundling.names import component_name, folded, unique
from specloom.documents.depth import DEEPEST, too_deep
from specloom.documents.document import Document, Json, Node
from specloom.documents.omission import omit_part
from specloom.documents.pointers import MISSING, Missing, child, copied, lookup
from specloom.documents.specification import (
    REFERABLE,
    Kind,
    Many,
    Named,
    One,
    Patterned,
    members_of,
)

MOST_COPIED = 2_000_000
"""The maximum number of values that are copied into one document."""

_SECTIONS = {
    Kind.SCHEMA: ("components", "schemas"),
    Kind.PARAMETER: ("components", "parameters"),
    Kind.HEADER: ("components", "headers"),
    Kind.REQUEST_BODY: ("components", "requestBodies"),
    Kind.RESPONSE: ("components", "responses"),
    Kind.EXAMPLE: ("components", "examples"),
    Kind.LINK: ("components", "links"),
    Kind.CALLBACK: ("components", "callbacks"),
    Kind.SECURITY_SCHEME: ("components", "securitySchemes"),
    Kind.PATH_ITEM: ("components", "pathItems"),
}
_SECTIONS_2_0 = {
    Kind.SCHEMA: ("definitions",),
    Kind.PARAMETER: ("parameters",),
    Kind.RESPONSE: ("responses",),
}
_BARE = re.compile(r"#?/?(?:(?:components/schemas|definitions)/)?([^/#]+)")


def bundle(
    document: Document, path: Path, allowed: Allowed | None = None, address: str = ""
) -> Document:
    """Return the document with every reference to another file, URL, `$id` or anchor made local.

    The target becomes a component, once; a path item, and everything that cannot be a component,
    replaces its reference. References are relative to `address` if a document came from a URL. Each
    part keeps the location in its file. A reference that cannot be resolved is a finding;
    `omit_part` determines the consequences.
    """
    if not needs_bundling(document.root):
        return document
    return _Bundle(document, path, allowed or Allowed(), address).document()


class _Bundle:
    """The new document during its construction. Its values are copies; the files do not change."""

    def __init__(self, document: Document, path: Path, allowed: Allowed, address: str) -> None:
        self._files = Files(document, path, allowed, address)
        self._before = document
        self._root: dict[str, Json] = {key: copied(each) for key, each in document.root.items()}
        self._sections = _SECTIONS_2_0 if "swagger" in document.root else _SECTIONS
        self._regions: dict[Pointer, tuple[File, Pointer]] = {(): (self._files.main, ())}
        self._origins: dict[Pointer, Location] = dict(document.origins)
        self._findings: list[Diagnostic] = []
        self._places: dict[tuple[str, Pointer, Kind], Pointer] = {}
        self._copied = 0
        self._visited: set[Pointer] = set()
        self._pending: list[tuple[Kind, Pointer, Json]] = [(Kind.OPENAPI, (), self._root)]

    def document(self) -> Document:
        while self._pending:
            self._visit(*self._pending.pop())
        findings = (*self._files.findings, *self._findings)
        made = Document(self._before.path, self._root, self._origins, self._before.findings)
        return made.with_findings(findings)

    # --- the walk ---------------------------------------------------------------------------

    def _visit(self, kind: Kind, pointer: Pointer, value: Json) -> None:
        # A value that became a component may be visited again among the components.
        if not isinstance(value, dict) or pointer in self._visited:
            return
        self._visited.add(pointer)
        if kind is Kind.SCHEMA:
            self._make_static(pointer, value)
            self._localise_mapping(pointer, value)
        seen: set[tuple[str, Pointer]] = set()
        while isinstance(value.get("$ref"), str) and self._refer(kind, pointer, value, seen):
            pass
        self._pending.extend(reversed(list(self._parts(kind, pointer, value))))

    def _parts(
        self, kind: Kind, pointer: Pointer, value: dict[str, Json]
    ) -> Iterator[tuple[Kind, Pointer, Json]]:
        shapes = members_of(kind)
        for key, part in list(value.items()):
            at_key = (*pointer, key)
            if isinstance(shapes, Patterned):
                if not key.startswith("x-") and key != "$ref":
                    yield shapes.kind, at_key, part
                continue
            match shapes.get(key):
                case One(found):
                    yield found, at_key, part
                case Many(found) if isinstance(part, list):
                    for index, each in enumerate(part):
                        yield found, (*at_key, str(index)), each
                case Named(found) if isinstance(part, dict):
                    seen: set[tuple[str, Pointer]] = set()
                    while isinstance(part.get("$ref"), str):
                        if not self._inline_at(kind, at_key, part, seen):
                            break
                    for name, each in part.items():
                        yield found, (*at_key, name), each
                case _:
                    pass

    def _written(self, pointer: Pointer) -> tuple[File, Pointer]:
        """Return the file and the pointer that a part comes from."""
        for length in range(len(pointer), -1, -1):
            found = self._regions.get(pointer[:length])
            if found is not None:
                return found[0], found[1] + pointer[length:]
        return self._files.main, pointer

    # --- references -------------------------------------------------------------------------

    def _refer(
        self, kind: Kind, pointer: Pointer, value: dict[str, Json], seen: set[tuple[str, Pointer]]
    ) -> bool:
        """Make a reference local; return whether its target replaced it and has to be visited."""
        if kind not in REFERABLE or (
            kind is Kind.PATH_ITEM
            and pointer[:1] == ("paths",)
            and (self._sections is _SECTIONS_2_0 or not str(value["$ref"]).startswith("#"))
        ):
            return self._inline_at(kind, pointer, value, seen)
        found = self._target(kind, pointer, value)
        if found is None:
            return False
        file, place = found
        is_main = file is self._files.main
        if is_main and (self._sections is _SECTIONS or place[:1] in _SECTIONS_2_0.values()):
            value["$ref"] = _reference(place)
        elif kind in self._sections:
            value["$ref"] = _reference(self._hoist(kind, file, place))
        else:
            return self._inline(pointer, value, file, place, seen)
        return False

    def _target(
        self, kind: Kind, pointer: Pointer, value: dict[str, Json]
    ) -> tuple[File, Pointer] | None:
        """Return the target of a reference, or None and a finding if it cannot be resolved."""
        file, place = self._written(pointer)
        text = str(value["$ref"])
        node = Node(file.document, (*place, "$ref"), text)
        try:
            found, target = self._files.target(node, file, text)
            target = self._through(found, target)
            if isinstance(lookup(found.document.root, target), Missing):
                if found is self._files.main:
                    return found, target  # an overlay may still add it
                raise node.error(
                    "dangling-reference",
                    f"{text!r} does not exist",
                    hint=f"{found.document.path} has no {format_pointer(target)}",
                )
            return found, target
        except SpecloomError as error:
            named = self._by_name(kind, text)
            if named is not None:
                message = f"{text!r} is read as a reference to the schema of that name"
                hint = f"write {_reference(named)!r}"
                self._warn("bare-reference", message, hint, node)
                return self._files.main, named
            self._forgo(kind, pointer, error)
            return None

    def _through(self, file: File, pointer: Pointer) -> Pointer:
        """Follow local references on the way to a location below them."""
        for _ in range(20):
            value: Json | Missing = file.document.root
            for depth, token in enumerate(pointer):
                following = MISSING if isinstance(value, Missing) else child(value, token)
                if isinstance(following, Missing) and isinstance(value, dict) and depth:
                    text = value.get("$ref")
                    if isinstance(text, str) and text.startswith("#/"):
                        node = Node(file.document, pointer[:depth], value)
                        found, target = self._files.target(node, file, text)
                        if found is file:
                            pointer = (*target, *pointer[depth:])
                            break
                    return pointer
                value = following
            else:
                return pointer
        return pointer

    def _by_name(self, kind: Kind, text: str) -> Pointer | None:
        """Return the schema that a name like `Pet` or `definitions/Pet` most likely means."""
        matched = _BARE.fullmatch(text)
        section = self._sections.get(kind) if kind is Kind.SCHEMA else None
        if matched is None or section is None:
            return None
        pointer = (*section, unquote(matched[1]))
        return None if isinstance(lookup(self._before.root, pointer), Missing) else pointer

    def _hoist(self, kind: Kind, file: File, place: Pointer) -> Pointer:
        """Make the value at a pointer a component, unless it is one."""
        known = self._places.get((file.address, place, kind))
        if known is not None:
            return known
        section: Json = self._root
        for token in self._sections[kind]:
            assert isinstance(section, dict)
            inner = section.get(token)
            section[token] = inner if isinstance(inner, dict) else {}
            section = section[token]
        assert isinstance(section, dict)
        name = self._home(kind, file, place) or unique(component_name(file, place), section)
        pointer = (*self._sections[kind], name)
        self._visited.discard(pointer)
        self._places[file.address, place, kind] = pointer
        value = self._copy(file, place)
        section[name] = value
        self._take_over(pointer, file, place)
        self._pending.append((kind, pointer, value))
        return pointer

    def _home(self, kind: Kind, file: File, place: Pointer) -> str | None:
        """Return the component that has the name of a value and only refers to it.

        `Pet: {$ref: pet.yaml}` lists the content of a file, and the file is not a second `Pet`.
        """
        section = lookup(self._before.root, self._sections[kind])
        wanted = folded(component_name(file, place))
        for name, each in section.items() if isinstance(section, dict) else ():
            text = each.get("$ref") if isinstance(each, dict) and len(each) == 1 else None
            if folded(name) == wanted and isinstance(text, str) and not text.startswith("#"):
                main = self._files.main
                node = Node(main.document, (*self._sections[kind], name, "$ref"), text)
                try:
                    found, target = self._files.target(node, main, text)
                except SpecloomError:  # it is reported where the component is visited
                    continue
                if found is file and self._through(found, target) == place:
                    return name
        return None

    def _inline_at(
        self, kind: Kind, pointer: Pointer, value: dict[str, Json], seen: set[tuple[str, Pointer]]
    ) -> bool:
        found = self._target(kind, pointer, value)
        return found is not None and self._inline(pointer, value, *found, seen)

    def _inline(
        self,
        pointer: Pointer,
        value: dict[str, Json],
        file: File,
        place: Pointer,
        seen: set[tuple[str, Pointer]],
    ) -> bool:
        """Replace a reference by its target; the siblings of the reference take precedence."""
        if len(pointer) > DEEPEST:
            raise too_deep(self._written(pointer)[0].document.location(self._written(pointer)[1]))
        target = self._copy(file, place)
        if not isinstance(target, dict) or (file.address, place) in seen:
            own, at = self._written(pointer)
            node = Node(own.document, (*at, "$ref"), value.pop("$ref"))
            message = f"{node.value!r} refers to an object that is not allowed here"
            self._warn(
                "dangling-reference",
                message,
                "refer to another object, or remove the reference",
                node,
            )
            return False
        seen.add((file.address, place))
        beside = {key: each for key, each in value.items() if key != "$ref"}
        for key in beside:
            self._regions[*pointer, key] = self._written((*pointer, key))
        value.clear()
        value.update({**target, **beside})
        self._take_over(pointer, file, place)
        for key in beside:
            own, at = self._regions[*pointer, key]
            self._origins[*pointer, key] = own.document.location(at)
        return True

    def _take_over(self, pointer: Pointer, file: File, place: Pointer) -> None:
        self._regions[pointer] = (file, place)
        self._origins[pointer] = file.document.location(place)

    def _copy(self, file: File, place: Pointer) -> Json:
        found = lookup(file.document.root, place)
        if not place and isinstance(found, dict) and list(found) == [""]:
            found = found[""]  # the file does not contain an object
        self._copied += _size(found)
        if self._copied > MOST_COPIED:
            raise SpecloomError.of(
                "reference-bomb",
                f"resolving the references would copy more than {MOST_COPIED:,} values",
                hint="use references to components of the document itself",
                location=file.document.location(place),
            )
        return None if isinstance(found, Missing) else copied(found)

    # --- schemas ----------------------------------------------------------------------------

    def _make_static(self, pointer: Pointer, schema: dict[str, Json]) -> None:
        """Turn a dynamic reference into a plain one, to its target without other scopes."""
        for key in ("$dynamicRef", "$recursiveRef"):
            text = schema.get(key)
            if isinstance(text, str) and "$ref" not in schema:
                del schema[key]
                schema["$ref"] = text
                file, place = self._written(pointer)
                node = Node(file.document, (*place, key), text)
                message = f"'{key}' is read as a plain '$ref'"
                self._warn(
                    "dynamic-reference", message, "write '$ref' if that is what you mean", node
                )

    def _localise_mapping(self, pointer: Pointer, schema: dict[str, Json]) -> None:
        """Make the mapping of a discriminator refer to the schemas of the new document."""
        discriminator = schema.get("discriminator")
        mapping = discriminator.get("mapping") if isinstance(discriminator, dict) else None
        for key, text in list(mapping.items()) if isinstance(mapping, dict) else ():
            if isinstance(text, str) and not _is_bare_name(text) and isinstance(mapping, dict):
                at_key = (*pointer, "discriminator", "mapping", key)
                holder: dict[str, Json] = {"$ref": text}
                if self._refer_mapping(at_key, holder):
                    mapping[key] = holder["$ref"]
                else:
                    mapping.pop(key, None)

    def _refer_mapping(self, pointer: Pointer, holder: dict[str, Json]) -> bool:
        found = self._target(Kind.LINK, pointer, holder)
        if found is None:
            return False
        file, place = found
        if file is not self._files.main:
            place = self._hoist(Kind.SCHEMA, file, place)
        holder["$ref"] = _reference(place)
        return True

    # --- findings ---------------------------------------------------------------------------

    def _warn(self, code: str, message: str, hint: str, node: Node) -> None:
        self._findings.append(Diagnostic(code, message, hint, node.location, Severity.WARNING))

    def _forgo(self, kind: Kind, pointer: Pointer, error: SpecloomError) -> None:
        for each in error.diagnostics:
            self._findings.extend(omit_part(self._root, kind, pointer, each))


def _is_bare_name(text: str) -> bool:
    return not re.search(r"[#/]|\.(?:json|ya?ml)$", text)


def _reference(pointer: Pointer) -> str:
    return format_pointer(tuple(each.replace("%", "%25") for each in pointer))


def _size(value: Json | Missing) -> int:
    """Count the values in a value, up to the limit."""
    count = 0
    stack: list[Json | Missing] = [value]
    while stack and count <= MOST_COPIED:
        each = stack.pop()
        count += 1
        if isinstance(each, dict):
            stack.extend(each.values())
        elif isinstance(each, list):
            stack.extend(each)
    return count
