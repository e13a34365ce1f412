"""Add operations and schemas of one document to another, and count the names of models and arguments that change.

python -m tests.corpus.growing_models --sample 60 --seed 7 --each 4
python -m tests.corpus.growing_models path/to/a.json path/to/b.json
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import yaml
from msgspec.structs import replace
from specloom.diagnostics import SpecloomError
from specloom.ir import ObjectSchema
from specloom.pipeline import Compiled, compile_project
from specloom.project.model import plain_project
from specloom.published import Published
from specloom.python.clients.published import published_names, recorded_calls, recorded_models
from specloom.python.layout.layout import Layout

from tests.corpus.sources import SOURCES, documents

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
Document = dict[str, Any]
Names = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Named:
    """The names of a package: of models and attributes by pointer, of arguments and calls by operation."""

    models: Names
    attributes: Names
    arguments: Names
    calls: Names
    published: Published


@dataclass(slots=True)
class Count:
    """How many names of how many stayed where something was added."""

    additions: int = 0
    names: int = 0
    kept_moved: list[str] = field(default_factory=list[str])
    moved_to_meet: list[str] = field(default_factory=list[str])
    moved_with_call: list[str] = field(default_factory=list[str])
    moved: list[str] = field(default_factory=list[str])


def read(path: Path) -> Document | None:
    """Return a document of OpenAPI 3, or None."""
    text = path.read_text("utf-8")
    found: Any = json.loads(text) if path.suffix == ".json" else yaml.load(text, yaml.CSafeLoader)
    is_usable = isinstance(found, dict) and str(found.get("openapi", "")).startswith("3")
    return cast(Document, found) if is_usable else None


def name(document: Document, folder: Path, published: Published | None = None) -> Named:
    """Return the names of the package of a document."""
    path = folder / "grown.json"
    path.write_text(json.dumps(document), "utf-8")
    project = plain_project((path,), package="grown", output=folder / "out")
    compiled = compile_project(replace(project, published=published or Published()))
    return _named(compiled)


def _named(compiled: Compiled) -> Named:
    layout = Layout(compiled.interned, compiled.names, compiled.project)
    schemas, names = compiled.interned.api.schemas, compiled.names
    models: dict[str, str] = {}
    attributes: dict[str, str] = {}
    for version, keys in layout.emitted.items():
        for key in keys:
            pointer, schema = key.partition("#")[2], schemas[key]
            models[pointer] = names.schemas[version, key]
            for each in schema.properties if isinstance(schema, ObjectSchema) else ():
                attributes[f"{pointer} {each.wire_name}"] = names.properties[key, each.wire_name]
    calls = recorded_calls(layout)
    arguments = {
        f"{each.operation} {key}": value
        for _, each in calls
        for key, value in each.arguments.items()
    }
    record = published_names(calls, Published(), recorded_models(layout))
    named = {each.operation: each.call for _, each in calls}
    return Named(models, attributes, arguments, named, record)


def operations(document: Document) -> list[tuple[str, str]]:
    """Return the paths and methods of all operations."""
    return [
        (path, method)
        for path, item in document.get("paths", {}).items()
        for method in METHODS
        if isinstance(item, dict) and isinstance(item.get(method), dict)
    ]


def grown(
    document: Document, other: Document, path: str, method: str, at: float
) -> Document | None:
    """Return a document with an operation of another one, and the components that it needs.

    Return None if the document has the path, or other components with one of these names. `at` says
    between which paths and schemas they are inserted, from 0 to 1.
    """
    if path in document.get("paths", {}):
        return None
    item = {key: value for key, value in other["paths"][path].items() if key not in METHODS}
    item[method] = other["paths"][path][method]
    components = {kind: dict(each) for kind, each in document.get("components", {}).items()}
    waiting = list(_references(item))
    while waiting:
        kind, _, named = waiting.pop().removeprefix("#/components/").partition("/")
        found = other.get("components", {}).get(kind, {}).get(named)
        own = components.setdefault(kind, {})
        if found is None or (named in own and own[named] != found):
            return None
        if named not in own:
            components[kind] = _inserted(own, named, found, at)
            waiting += _references(found)
    paths = _inserted(document.get("paths", {}), path, item, at)
    return {**document, "paths": paths, "components": components}


def _inserted(table: Document, key: str, value: Any, at: float) -> Document:
    items = list(table.items())
    items.insert(round(at * len(items)), (key, value))
    return dict(items)


def _references(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("$ref"), str):
            yield value["$ref"]
        for each in value.values():
            yield from _references(each)
    elif isinstance(value, list):
        for each in value:
            yield from _references(each)


def grow(document: Document, before: Named, after: Document, title: str, count: Count) -> None:
    """Name a document that has grown, with and without a manifest, and count what moved."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            today = name(after, Path(folder))
            kept = name(after, Path(folder), before.published)
        except SpecloomError:
            return
    count.additions += 1
    for kind in ("models", "attributes", "arguments"):
        old: Names = getattr(before, kind)
        new: Names = getattr(today, kind)
        with_manifest: Names = getattr(kept, kind)
        count.names += len(old)
        added = {value for key, value in new.items() if key not in old}
        for key, value in old.items():
            if with_manifest.get(key, value) != value:
                line = f"{title}: {key} was {value}, and is {with_manifest[key]}"
                count.kept_moved.append(line)
            if new.get(key, value) == value:
                continue
            line = f"{title}: {key} was {value}, and is {new[key]}"
            if value in added:
                count.moved_to_meet.append(line)
            elif _has_moved_call(key, before, today):
                count.moved_with_call.append(line)
            else:
                count.moved.append(line)


def _has_moved_call(key: str, before: Named, today: Named) -> bool:
    """Return whether something is named after a call that has another name now."""
    tokens = [each.replace("~1", "/").replace("~0", "~") for each in key.split("/")]
    if tokens[1:2] != ["paths"] or len(tokens) < 4:
        return False
    operation = f"{tokens[3].upper()} {tokens[2]}"
    return before.calls.get(operation) != today.calls.get(operation)


def grow_all(known: Mapping[str, Document], each: int, seed: int) -> Count:
    """Add to each document some operations of others, one at a time."""
    count, chance = Count(), random.Random(seed)
    for title, document in known.items():
        with tempfile.TemporaryDirectory() as folder:
            try:
                before = name(document, Path(folder))
            except SpecloomError:
                continue
        for _ in range(each):
            other = known[chance.choice([other for other in known if other != title])]
            found = operations(other)
            if not found:
                continue
            path, method = chance.choice(found)
            after = grown(document, other, path, method, chance.choice((0, 0.5, 1)))
            if after is not None:
                grow(document, before, after, f"{title} + {method.upper()} {path}", count)
    return count


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m tests.corpus.growing_models", description=__doc__
    )
    parser.add_argument("documents", nargs="*", type=Path, help="these in place of a sample")
    parser.add_argument("--sample", type=int, default=60, help="how many documents at most")
    parser.add_argument("--largest", type=int, default=300_000, help="bytes of a document at most")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--each", type=int, default=4, help="operations added to each document")
    asked = parser.parse_args()
    paths: Sequence[Path] = asked.documents
    if not paths:
        source = next(each for each in SOURCES if each.name == "directory")
        every = [each for each in documents(source) if each.stat().st_size <= asked.largest]
        paths = random.Random(asked.seed).sample(every, min(asked.sample, len(every)))
    known = {each.name: found for each in paths if (found := read(each)) is not None}
    count = grow_all(known, asked.each, asked.seed)
    for title, lines in (
        ("moved, although it was published", count.kept_moved),
        ("moved without a manifest, to meet no other", count.moved),
        ("moved without a manifest, with its call", count.moved_with_call),
        ("moved without a manifest, as two would meet", count.moved_to_meet),
    ):
        print(f"{title}: {len(lines)}")
        for line in lines[:20]:
            print(f"    {line[:300]}")
    print(f"{len(known)} documents, {count.additions} additions, {count.names} names looked at")
    return 1 if count.kept_moved else 0


if __name__ == "__main__":
    sys.exit(main())
