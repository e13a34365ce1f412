"""Remove from a document what only removed operations refer to, and nothing that anything else needs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from specloom.diagnostics import Pointer
from specloom.documents.document import Json
from specloom.documents.pointers import Missing, lookup, parse_fragment

_RETAINED = "x-specloom-retained"


def with_targets(root: dict[str, Json], before: dict[str, Json]) -> dict[str, Json]:
    """Let references into operations that are left out still lead to what they name.

    Such a reference, from one path to a part of another, is given a copy of that part to name.
    """
    parts: dict[str, Json] = {}

    def redirected(value: Json) -> Json:
        if isinstance(value, list):
            return [redirected(each) for each in value]
        if not isinstance(value, dict):
            return value
        reference = value.get("$ref")
        if isinstance(reference, str) and reference.startswith("#/paths/"):
            pointer = _pointer(reference)
            if isinstance(lookup(root, pointer), Missing):
                named = lookup(before, pointer)
                if not isinstance(named, Missing):
                    key = reference[2:].replace("/", " ")
                    if key not in parts:
                        parts[key] = None  # a part may refer to itself
                        parts[key] = redirected(named)
                    return {**value, "$ref": f"#/{_RETAINED}/{_token(key)}"}
        return {key: redirected(each) for key, each in value.items()}

    if '"#/paths/' not in json.dumps(root):
        return root
    made = redirected(root)
    assert isinstance(made, dict)
    return {**made, _RETAINED: parts} if parts else root


def _pointer(reference: str) -> Pointer:
    try:
        return parse_fragment(reference[1:])
    except ValueError:
        return ("paths", "")


def _token(text: str) -> str:
    """A string as a token of a JSON pointer in a reference."""
    return text.replace("%", "%25").replace("~", "~0").replace("/", "~1")


def prune(root: dict[str, Json], removed: list[Json]) -> None:
    """Remove the components that operations which are left out refer to, and nothing else does."""
    components = root.get("components")
    if not isinstance(components, dict):
        return
    graph = _Graph(components)
    candidates = graph.reached(removed)
    others: list[Json] = [value for key, value in root.items() if key != "components"]
    others += [
        value
        for section, members in components.items()
        if isinstance(members, dict)
        for name, value in members.items()
        if (section, name) not in candidates
    ]
    gone = candidates - graph.reached(others)
    root["components"] = {
        section: (
            {name: each for name, each in members.items() if (section, name) not in gone}
            if isinstance(members, dict)
            else members
        )
        for section, members in components.items()
    }


class _Graph:
    """Which components refer to which."""

    def __init__(self, components: dict[str, Json]) -> None:
        self._components = components
        # A schema with a discriminator stands for those that extend it, which it does not name.
        self._extended: dict[tuple[str, str], set[tuple[str, str]]] = {}
        schemas = components.get("schemas")
        for name, value in schemas.items() if isinstance(schemas, dict) else ():
            parts = value.get("allOf") if isinstance(value, dict) else None
            for part in parts if isinstance(parts, list) else ():
                reference = part.get("$ref") if isinstance(part, dict) else None
                base = _component(reference) if isinstance(reference, str) else None
                if base is not None and self._has_discriminator(base):
                    self._extended.setdefault(base, set()).add(("schemas", name))

    def reached(self, values: Iterable[Json]) -> set[tuple[str, str]]:
        """The components that some values refer to, and those that these refer to."""
        found: set[tuple[str, str]] = set()
        stack = [each for value in values for each in self._references(value)]
        while stack:
            key = stack.pop()
            if key in found:
                continue
            found.add(key)
            stack += self._extended.get(key, ())
            stack += self._references(self._value(key))
        return found

    def _value(self, key: tuple[str, str]) -> Json:
        section = self._components.get(key[0])
        return section.get(key[1]) if isinstance(section, dict) else None

    def _has_discriminator(self, key: tuple[str, str]) -> bool:
        value = self._value(key)
        return isinstance(value, dict) and "discriminator" in value

    def _references(self, value: Json) -> Iterator[tuple[str, str]]:
        schemas = self._components.get("schemas")
        names = schemas if isinstance(schemas, dict) else {}
        stack: list[Json] = [value]
        while stack:
            each = stack.pop()
            if isinstance(each, list):
                stack += each
            elif isinstance(each, dict):
                stack += each.values()
                for key in ("$ref", "$dynamicRef", "operationRef"):
                    reference = each.get(key)
                    found = _component(reference) if isinstance(reference, str) else None
                    if found is not None:
                        yield found
                yield from _mapped(each.get("discriminator"), names)
                yield from self._schemes(each.get("security"))

    def _schemes(self, security: Json) -> Iterator[tuple[str, str]]:
        for requirement in security if isinstance(security, list) else ():
            for name in requirement if isinstance(requirement, dict) else ():
                yield "securitySchemes", name


def _mapped(discriminator: Json, names: dict[str, Json]) -> Iterator[tuple[str, str]]:
    """The schemas that a discriminator names, by reference or by name."""
    mapping = discriminator.get("mapping") if isinstance(discriminator, dict) else None
    for value in mapping.values() if isinstance(mapping, dict) else ():
        if isinstance(value, str):
            found = ("schemas", value) if value in names else _component(value)
            if found is not None:
                yield found


def _component(reference: str) -> tuple[str, str] | None:
    """The section and the name of the component that a reference leads to, or into."""
    if not reference.startswith("#/components/"):
        return None
    try:
        pointer = parse_fragment(reference[1:])
    except ValueError:
        return None
    return (pointer[1], pointer[2]) if len(pointer) >= 3 else None
