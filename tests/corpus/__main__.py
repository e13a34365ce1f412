"""Try public documents: a sample in, a table and a JSON file of what became of them out.

python -m tests.corpus --sample 60 --seed 7 --mypy
python -m tests.corpus --sample 60 --seed 7 --untyped
python -m tests.corpus --big --mypy --cold
python -m tests.corpus path/to/a/document.json --keep /tmp/made
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path

from tests.corpus.sources import BIG, CACHE, SOURCES, big, documents
from tests.corpus.trial import (
    OUTCOMES,
    PARTIAL,
    PERFECT,
    REFUSED_WHOLE,
    Limits,
    Result,
    try_document,
)


def main() -> int:
    asked = _arguments()
    chosen = list(_chosen(asked))
    results: list[Result] = []

    def attempt(document: Path) -> Result:
        return try_document(
            document,
            Limits(seconds=asked.seconds),
            with_mypy=asked.mypy,
            cold=asked.cold,
            keep=Path(asked.keep) if asked.keep else None,
        )

    with ThreadPoolExecutor(asked.jobs) as pool:
        for result in pool.map(attempt, chosen):
            results.append(result)
            print(_line(result), flush=True)
    _summary(results)
    if asked.untyped:
        for result in results:
            for line in result.untyped:
                print(f"{result.document}: {line}")
    report = Path(asked.report)
    report.parent.mkdir(parents=True, exist_ok=True)
    report.write_text(json.dumps([asdict(each) for each in results], indent=1), "utf-8")
    print(f"\nwritten: {report}")
    fine = {PERFECT, PARTIAL, REFUSED_WHOLE}
    return 0 if all(each.outcome in fine for each in results) else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.corpus", description=__doc__)
    parser.add_argument("documents", nargs="*", help="these in place of a sample")
    parser.add_argument("--sample", type=int, default=60, help="how many of each source at most")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--source", action="append", choices=[each.name for each in SOURCES])
    parser.add_argument("--big", nargs="*", choices=[*BIG, []], help="the large ones instead")
    parser.add_argument("--mypy", action="store_true", help="have mypy --strict read them")
    parser.add_argument("--cold", action="store_true", help="use no cache of formatted text")
    parser.add_argument("--untyped", action="store_true", help="list the types that were lost")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seconds", type=float, default=300, help="the most that one may take")
    parser.add_argument("--keep", help="leave the package of a single document here")
    parser.add_argument("--report", default=str(CACHE / "report.json"))
    return parser.parse_args()


def _chosen(asked: argparse.Namespace) -> Iterator[Path]:
    if asked.documents:
        yield from map(Path, asked.documents)
    elif asked.big is not None:
        yield from (big(name) for name in asked.big or BIG)
    else:
        for source in SOURCES:
            if source.name in (asked.source or ["directory"]):
                every = documents(source)
                few = min(asked.sample, len(every))
                yield from random.Random(asked.seed).sample(every, few)


def _line(result: Result) -> str:
    counts = f"{result.present}/{result.declared}"
    used = f"{result.seconds:7.1f} s {result.memory:5} MiB {result.lines:8} lines"
    first = f"{result.outcome:16} {counts:>11} {used}  {result.document}"
    if result.mypy is not None:
        first += f"  mypy {'clean' if result.mypy == 'clean' else 'FAILS'}"
    said = result.reason.strip().splitlines()
    if result.mypy not in (None, "clean"):
        said += (result.mypy or "").splitlines()[:3]
    return "\n".join([first, *(f"    {line[:260]}" for line in said[:3] + said[3:][-3:])])


def _summary(results: list[Result]) -> None:
    counts = Counter(each.outcome for each in results)
    print()
    for outcome in OUTCOMES:
        if counts[outcome]:
            print(f"{outcome:18}{counts[outcome]:6}{counts[outcome] / len(results):8.1%}")
    checked = [each for each in results if each.mypy is not None]
    if checked:
        clean = sum(each.mypy == "clean" for each in checked)
        print(f"{'mypy --strict':18}{clean:6} of {len(checked)}{clean / len(checked):8.1%}")
    lost = Counter(line.split("[")[1].split("]")[0] for each in results for line in each.untyped)
    listed = ", ".join(f"{count} {code}" for code, count in sorted(lost.items()))
    print(f"{'types lost':18}{lost.total():6}{f' ({listed})' if listed else ''}")
    operations = sum(each.declared for each in results)
    print(f"{'operations':18}{sum(each.present for each in results):6} of {operations}")


if __name__ == "__main__":
    sys.exit(main())
