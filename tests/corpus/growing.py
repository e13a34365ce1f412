"""Add operations of one document to another, and count the calls that move.

python -m tests.corpus.growing --sample 200 --seed 7 --each 20
python -m tests.corpus.growing path/to/a.json path/to/b.json
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from specloom.check import check_documents
from specloom.diagnostics import SpecloomError
from specloom.ir import Operation, Schema, SchemaId
from specloom.lowering.calls.calls import place_operations
from specloom.lowering.calls.keeping import call_words, keep_calls
from specloom.lowering.calls.routes import segments_of, version_of
from specloom.lowering.lower import lower
from specloom.project.model import Mounts, Source, plain_project
from specloom.published import Published, PublishedCall

from tests.corpus.sources import SOURCES, documents

SOURCE = Source(Path("grown.json"), "grown.json")
Key = tuple[str, str]
Calls = Mapping[Key, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Known:
    """The operations of a document, each with its call."""

    path: Path
    operations: tuple[Operation, ...]
    schemas: Mapping[SchemaId, Schema]

    @property
    def calls(self) -> Calls:
        return calls_of(self.operations)


@dataclass(slots=True)
class Count:
    """How many of how many calls stayed the same when an operation was added."""

    additions: int = 0
    calls: int = 0
    kept_moved: list[str] = field(default_factory=list[str])
    moved_to_meet: list[str] = field(default_factory=list[str])
    moved: list[str] = field(default_factory=list[str])


def read(path: Path) -> Known | None:
    """Lower a document; return None if that fails."""
    project = plain_project((path,), package="grown", output=Path("grown"))
    try:
        api = lower(check_documents(project), project)
    except SpecloomError:
        return None
    found = [
        each
        for version in api.versions
        for top in version.resources
        for each in top.all_operations()
    ]
    return Known(path, placed(found, api.schemas), api.schemas) if found else None


def placed(
    operations: Sequence[Operation], schemas: Mapping[SchemaId, Schema]
) -> tuple[Operation, ...]:
    """Name the calls of operations by the rules alone."""
    return place_operations(operations, resource="", mounts=Mounts(), schemas=schemas)


def calls_of(operations: Sequence[Operation]) -> Calls:
    """Return the words of each call, by method and path."""
    return {(each.method, each.path): call_words(each.call) for each in operations}


def published(known: Known) -> Published:
    """Return what the manifest of a package of the document records."""
    return Published(
        tuple(
            PublishedCall(
                f"{each.method} {each.path}",
                ".".join(call_words(each.call)),
                words=(*each.call.resource, each.call.name),
            )
            for each in known.operations
        )
    )


def grow(known: Known, other: Known, number: int, count: Count) -> None:
    """Add one operation of another document, and count the calls that change."""
    new = other.operations[number]
    before = known.calls
    if (new.method, new.path) in before:
        return
    ours = placed([*known.operations, new], {**known.schemas, **other.schemas})
    today = calls_of(ours)
    kept = calls_of(keep_calls(ours, SOURCE, published(known))[0])
    count.additions += 1
    count.calls += len(before)
    if len(set(kept.values())) < len(set(before.values())) + 1:
        count.kept_moved.append(
            f"{known.path.name}: {new.method} {new.path} has the call of another"
        )
    for key, words in before.items():
        line = f"{known.path.name}: {' '.join(key)} was {'.'.join(words)}, with {new.method} {new.path}"
        if kept[key] != words:
            count.kept_moved.append(f"{line} {'.'.join(kept[key])}")
        if today[key] != words:
            meets = _meets(key[1], words, new.path, today[new.method, new.path])
            (count.moved_to_meet if meets else count.moved).append(
                f"{line} {'.'.join(today[key])}; the new one is {'.'.join(today[new.method, new.path])}"
            )


def _meets(path: str, words: tuple[str, ...], other: str, others: tuple[str, ...]) -> bool:
    """Return whether two operations would have the same call, or are of two versions of one
    resource."""
    versions = {version_of(segments_of(each)) for each in (path, other)}
    shorter = sorted((words[:-1], others[:-1]), key=len)
    in_one = any(shorter[0] == each[: len(shorter[0])] for each in (shorter[1], shorter[1][1:]))
    return words == others or (len(versions) > 1 and in_one)


def grow_all(known: Sequence[Known], each: int, seed: int) -> Count:
    """Add some operations of other documents to each document, one at a time."""
    count = Count()
    chance = random.Random(seed)
    for one in known:
        for _ in range(each):
            other = chance.choice([other for other in known if other is not one])
            grow(one, other, chance.randrange(len(other.operations)), count)
    return count


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.corpus.growing", description=__doc__)
    parser.add_argument("documents", nargs="*", type=Path, help="these in place of a sample")
    parser.add_argument("--sample", type=int, default=60, help="how many documents at most")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--each", type=int, default=10, help="operations added to each document")
    asked = parser.parse_args()
    paths: list[Path] = asked.documents
    if not paths:
        every = documents(next(each for each in SOURCES if each.name == "directory"))
        paths = random.Random(asked.seed).sample(every, min(asked.sample, len(every)))
    known = [each for each in map(read, paths) if each is not None]
    count = grow_all(known, asked.each, asked.seed)
    for title, lines in (
        ("moved, although it was published", count.kept_moved),
        ("moved without a manifest, to meet no other", count.moved),
        ("moved without a manifest, as two would meet", count.moved_to_meet),
    ):
        files = Counter(line.partition(":")[0] for line in lines)
        shown = ", ".join(f"{name} {number}" for name, number in files.most_common(10))
        print(f"{title}: {len(lines)} ({shown or 'none'})")
        for line in lines[:20]:
            print(f"    {line}")
    print(f"{len(known)} documents, {count.additions} additions, {count.calls} calls looked at")
    return 1 if count.kept_moved else 0


if __name__ == "__main__":
    sys.exit(main())
