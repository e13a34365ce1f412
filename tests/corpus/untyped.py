"""List what a document types and its package does not: the location, what the schema says, and why.

python -m tests.corpus.untyped --sample 150 --seed 11
python -m tests.corpus.untyped path/to/a/document.json

The command fails if a type is lost for which no reason is known.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from specloom.diagnostics import Pointer, SpecloomError, format_pointer
from specloom.documents.document import Document, Node
from specloom.ir import Array, Map, Nullable, ObjectSchema, Type, Union, Unknown
from specloom.pipeline import check_documents, compile_documents
from specloom.project.model import plain_project

from tests.corpus.sources import SOURCES, documents

# Keywords that restrict values without changing their type; `properties` and `items` are not among them.
_NO_TYPE = frozenset(
    "title description default deprecated readOnly writeOnly example examples externalDocs xml"
    " $comment $id $anchor $schema $defs nullable discriminator required not if then else"
    " minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength pattern"
    " minItems maxItems uniqueItems minProperties maxProperties format".split()
)
UNEXPLAINED = "no reason is known"


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.corpus.untyped", description=__doc__)
    parser.add_argument("documents", nargs="*", type=Path)
    parser.add_argument("--sample", type=int, default=150)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    chosen: list[Path] = asked.documents
    if not chosen:
        every = documents(SOURCES[0])
        chosen = random.Random(asked.seed).sample(every, min(asked.sample, len(every)))
    counts: Counter[str] = Counter()
    for path in chosen:
        try:
            found = list(untyped(path))
        except SpecloomError as error:
            print(f"{path.name}: refused: {str(error)[:120]}")
            counts["documents refused"] += 1
            continue
        for pointer, said, reason in found:
            counts[reason] += 1
            print(f"{path.name} {format_pointer(pointer)}: {said}: {reason}")
    print(
        f"\n{len(chosen)} documents, {sum(counts.values()) - counts['documents refused']} types lost"
    )
    for reason, count in counts.most_common():
        print(f"{count:6}  {reason}")
    return 1 if counts[UNEXPLAINED] else 0


def untyped(path: Path) -> Iterator[tuple[Pointer, str, str]]:
    """Yield each schema that says more than its type: location, keywords, reason."""
    project = plain_project((path,), package="corpus_api", output=Path("corpus-output"))
    checked = check_documents(project)
    interned = compile_documents(checked, project).interned
    contradictions = {
        each.location.pointer
        for each in interned.api.warnings
        if each.code == "untyped-all-of" and each.location is not None
    }
    for pointer in contradictions:
        yield pointer, "parts", "the parts contradict each other (see test_contradictions)"
    nodes = _by_location(checked[0])
    seen: set[Pointer] = set(contradictions)
    for schema in interned.api.schemas.values():
        entries = (
            [(each.location.pointer, each.type) for each in schema.properties]
            if isinstance(schema, ObjectSchema)
            else [(schema.location.pointer, schema.type)]
        )
        for pointer, type_ in entries:
            if pointer in seen or not _is_unknown(type_):
                continue
            seen.add(pointer)
            said = _says(nodes.get(pointer), frozenset())
            if said:
                yield pointer, " ".join(sorted(said)), _reason(nodes[pointer], said)


def _by_location(document: Document) -> dict[Pointer, Node]:
    """Return the nodes of a checked document by their source location."""
    found: dict[Pointer, Node] = {}
    waiting = [document.root_node()]
    while waiting:
        node = waiting.pop()
        found.setdefault(node.location.pointer, node)
        if isinstance(node.value, dict):
            waiting += [each for _, each in node.items()]
        elif isinstance(node.value, list):
            waiting += list(node.elements())
    return found


def _is_unknown(type_: Type) -> bool:
    match type_:
        case Unknown():
            return True
        case Nullable(inner):
            return _is_unknown(inner)
        case Union(members):
            return any(map(_is_unknown, members))
        case Array() | Map() | _:
            return False


def _says(node: Node | None, seen: frozenset[Pointer]) -> frozenset[str]:
    """Return the keywords of a schema, and of its references, that should determine a type."""
    if node is None or not isinstance(node.value, dict) or node.pointer in seen:
        return frozenset()
    seen |= {node.pointer}
    said = frozenset(
        key for key in node.value.keys() - _NO_TYPE if not key.startswith("x-") and key != "$ref"
    )
    for keyword in ("allOf", "oneOf", "anyOf"):
        parts = node.get(keyword)
        if parts is not None and isinstance(parts.value, list):
            inner = [_says(each, seen) for each in parts.elements()]
            # A union with an option that accepts anything accepts anything.
            is_open = keyword != "allOf" and not all(inner)
            said -= {keyword} if is_open or not any(inner) else set[str]()
    target = node.reference()
    return said | (_says(target, seen) if target is not None else frozenset())


def _reason(node: Node, said: frozenset[str]) -> str:
    value = node.value if isinstance(node.value, dict) else {}
    listed = value.get("enum", [value.get("const")])
    if isinstance(listed, list) and any(isinstance(each, (list, dict)) for each in listed):
        return "the values of an enumeration are no scalars"
    if said <= {"oneOf", "anyOf"}:
        for keyword in said:
            options = list(node[keyword].elements())
            if any(not _says(each, frozenset()) for each in options):
                return "an option takes any value"
    return UNEXPLAINED


if __name__ == "__main__":
    sys.exit(main())
