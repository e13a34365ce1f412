"""Compare two JSON documents without specloom's code, to check what `specloom diff` reports.

Only what can be read off the documents is compared: operations, their arguments (parameters and fields of forms), the
properties of objects, and the values of enumerations. Nothing is interpreted.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")

Fact = tuple[str, str, str]
"""The kind of a fact, what it is about, and what is there."""


def compared(old: Path, new: Path) -> dict[str, int]:
    """Count what was added and removed, by kind; parts of what was added or removed as a whole do not count."""
    before, after = facts(old), facts(new)
    owners = {owner for _, owner, _ in before} & {owner for _, owner, _ in after}
    counts: dict[str, int] = {}
    for word, found in (("added", after - before), ("removed", before - after)):
        for kind, owner, _ in found:
            if kind == "operation" or owner in owners:
                counts[f"{kind} {word}"] = counts.get(f"{kind} {word}", 0) + 1
    return counts


def facts(path: Path) -> set[Fact]:
    """Everything in a document that is compared."""
    root = json.loads(path.read_text("utf-8"))
    return {*_operations(root), *_schemas(root)}


def _operations(root: Any) -> Iterator[Fact]:
    for path, item in root["paths"].items():
        for method in METHODS:
            if method not in item:
                continue
            operation = item[method]
            owner = f"{method.upper()} {path}"
            yield "operation", owner, ""
            for each in (*item.get("parameters", ()), *operation.get("parameters", ())):
                parameter = _resolved(root, each)
                if parameter["in"] != "cookie":
                    yield "argument", owner, f"{parameter['in']} {parameter['name']}"
            content = _resolved(root, operation.get("requestBody", {})).get("content", {})
            for form in FORMS:
                schema = _resolved(root, content.get(form, {}).get("schema", {}))
                for name in schema.get("properties", ()):
                    yield "argument", owner, f"form {name}"
            yield from _results(root, operation, owner)


def _results(root: Any, operation: Any, owner: str) -> Iterator[Fact]:
    """The properties of results that are described in place."""
    for status, each in operation.get("responses", {}).items():
        for media in _resolved(root, each).get("content", {}).values():
            schema = media.get("schema", {})
            if "$ref" not in schema:
                yield from _members(root, f"{owner} {status}", schema)


def _schemas(root: Any) -> Iterator[Fact]:
    for name, schema in root.get("components", {}).get("schemas", {}).items():
        yield from _members(root, name, schema)


def _members(root: Any, owner: str, schema: Any) -> Iterator[Fact]:
    for part in schema.get("allOf", ()):
        yield from _members(root, owner, _resolved(root, part))
    for name, each in schema.get("properties", {}).items():
        yield "property", owner, name
        if "$ref" not in each:
            yield from _members(root, f"{owner}.{name}", each)
            yield from _members(root, f"{owner}.{name}[]", each.get("items", {}))
    for value in schema.get("enum", ()):
        if value is not None:
            yield "value", owner, str(value)


def _resolved(root: Any, value: Any) -> Any:
    while "$ref" in value:
        found = root
        for token in value["$ref"].removeprefix("#/").split("/"):
            found = found[token.replace("~1", "/").replace("~0", "~")]
        value = found
    return value
