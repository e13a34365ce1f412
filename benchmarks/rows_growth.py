"""The rows that become plots: how figures grow with documents, schemas, concurrent calls and
records."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Generator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from benchmarks.generators import PEERS, Peer, formatters, generate, imports, specloom
from benchmarks.measure import OURS, PEER, Case, Failed, Ran, Row, Sample, run
from benchmarks.options import Options
from benchmarks.places import BENCH, WORK, python
from benchmarks.rows_runtime import TRANSPORTS, environment
from benchmarks.server import certificate, served
from benchmarks.synthetic import many_schemas, near_equal

PACKAGE = "made_api"
PATIENCE = 60.0
"""The maximum seconds for another tool; slower results are not in the plot."""


@contextmanager
def documents(options: Options) -> Generator[Row, None, None]:
    """1 to 1,000 near-equal documents, cold and again with nothing changed."""
    sizes = (1, 10, 100) if options.quick else (1, 10, 100, 1000)
    cases: list[Case] = []
    for size in sizes:
        project = near_equal(WORK / "grow-documents" / str(size), size)
        for formatter in formatters(quick=options.quick):
            cases += _ours_twice(size, ("--project", project), formatter)
        cases += [
            Case(peer.title, PEER, partial(_one_by_one, peer, project.parent, size), 1, size)
            for peer in PEERS
            if peer.name in ("openapi-python-client-plain", "clientele") and size <= 10
        ]
    yield Row("grow-documents", "Near-equal documents", "s", cases, axis="documents")


@contextmanager
def schemas(options: Options) -> Generator[Row, None, None]:
    """One document of 10 to 10,000 schemas."""
    sizes = (10, 100, 1000) if options.quick else (10, 100, 1000, 10_000)
    cases: list[Case] = []
    for size in sizes:
        document = many_schemas(WORK / "grow-schemas" / f"{size}.json", size)
        for formatter in formatters(quick=options.quick):
            cases += _ours_twice(size, (document, "--package", PACKAGE), formatter)
        cases += [
            Case(peer.title, PEER, partial(_peer, peer, document), 1, size)
            for peer in PEERS
            if peer.name in ("openapi-python-client-plain", "openapi-generator", "clientele")
        ]
    yield Row("grow-schemas", "Schemas in one document", "s", cases, axis="schemas")


def _ours_twice(size: int, words: tuple[str | Path, ...], formatter: str | None) -> list[Case]:
    label = formatter or "black"
    folder = WORK / "grown" / f"{label}-{size}"
    caches = BENCH / "caches" / f"grown-{label}-{size}"
    run_once = partial(
        specloom, *words, "--output", folder, caches=caches, formatter=formatter, seconds=600
    )

    def cold() -> Sample:
        shutil.rmtree(caches, ignore_errors=True)
        shutil.rmtree(folder, ignore_errors=True)
        sample = _sample(run_once())
        imports(folder, PACKAGE, Path(sys.executable))
        return sample

    def unchanged() -> Sample:
        return _sample(run_once())

    rounds = 1 if size >= 100 else 3
    return [
        Case(f"specloom, cold, {label}", OURS, cold, rounds, size),
        Case(f"specloom, nothing changed, {label}", OURS, unchanged, rounds, size),
    ]


def _sample(ran: Ran) -> Sample:
    return Sample(ran.seconds, ran.memory)


def _peer(peer: Peer, document: Path) -> Sample:
    folder = WORK / "grown" / peer.name
    ran = generate(peer, document, folder, PACKAGE, seconds=PATIENCE).succeeded()
    imports(folder, PACKAGE, python(peer.runtime))
    shutil.rmtree(folder)
    return _sample(ran)


def _one_by_one(peer: Peer, folder: Path, size: int) -> Sample:
    samples = [_peer(peer, path) for path in sorted((folder / "documents").glob("*.json"))]
    if len(samples) != size:
        raise Failed(f"{len(samples)} documents in place of {size}")
    return Sample(sum(each.value for each in samples), max(each.memory for each in samples))


@contextmanager
def calls(options: Options) -> Generator[Row, None, None]:
    """1 to 64 concurrent GETs, in threads or in one loop; CPU time for each."""
    certificate()
    ways = ("httpx2", "pyreqwest", "httpx2-async", "pyreqwest-async", "aiohttp-async")
    with served() as url:
        cases = [
            Case(
                _named(way),
                OURS,
                partial(_load, "calls", way, url, at),
                1 if options.quick else 3,
                at,
            )
            for at in (1, 4, 16, 64)
            for way in ways
        ]
        title = "Processor time for a GET, by how many are on their way at once"
        yield Row("grow-calls", title, "µs", cases, axis="calls at once")


@contextmanager
def records(options: Options) -> Generator[Row, None, None]:
    """100 to a million records created and listed; peak memory of the process."""
    certificate()
    sizes = [size for size in (100, 1000, 10_000, 100_000, 1_000_000) if size <= options.records]
    cases: list[Case] = []
    for size in sizes:
        for task in ("create", "list"):
            for way in ("httpx2", "pyreqwest"):
                measure = partial(_memory, task, way, size)
                cases.append(Case(f"{task}, {_named(way)}", OURS, measure, 1, size))
    title = "Peak memory, by how many records are created in one batch, or listed"
    yield Row("grow-records", title, "MiB", cases, axis="records")


def _named(way: str) -> str:
    return way.replace("-async", ", async") if way.endswith("async") else f"{way}, threads"


def _load(task: str, way: str, url: str, size: int) -> Sample:
    client = TRANSPORTS[0]
    words = ["-m", "benchmarks.clients.growth", task, way, url, str(size)]
    ran = run([python(client.environment), *words], environment(client))
    told = ran.told()
    if told.get("wrong"):
        raise Failed(told["wrong"])
    return Sample(told["value"], ran.memory)


def _memory(task: str, way: str, size: int) -> Sample:
    with served(total=size) as url:
        found = _load(task, way, url, size)
    return Sample(found.memory, 0.0, {"µs for each record": round(found.value, 1)})
