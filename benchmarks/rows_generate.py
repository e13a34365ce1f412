"""The rows about generating: one document, all documents of specs/, GitHub's description."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from benchmarks.generators import (
    OGC,
    PEERS,
    Generator,
    batch_file,
    formatters,
    generate,
    imports,
    lines,
    peer_environment,
    specloom,
)
from benchmarks.measure import OURS, PEER, Case, Failed, Ran, Row, Sample, run
from benchmarks.places import BENCH, DOCUMENT, ROOT, SPECS, WORK, python
from benchmarks.options import Options

PACKAGE = "made_api"
GITHUB = ("@octokit/openapi", "23.0.0")


@contextmanager
def document(options: Options) -> Iterator[Row]:
    """One document, a package of its own."""
    cases = [case for each in formatters() for case in _ours("document", each, DOCUMENT)]
    cases += [_peer("document", peer, DOCUMENT) for peer in PEERS]
    goal = "≤ 0.15 from caches; cold and validated ≤ 0.35 with ruff, ≤ 0.60 with black"
    title = "One document of 75 KB with 11 operations, the whole command"
    yield Row("document", title, "s", cases, goal)


@contextmanager
def github(options: Options) -> Iterator[Row]:
    """GitHub's REST description: 13 MB, 1,223 operations."""
    path = fetched_github()
    rounds = 1 if options.quick else 3
    cases = [case for each in formatters() for case in _ours("github", each, path, rounds)]
    cases += [
        _peer("github", peer, path, 1)
        for peer in PEERS
        if not options.quick or peer.name in ("openapi-python-client-plain", OGC, "clientele")
    ]
    goal = "≤ 12 cold and validated with ruff, ≤ 4 from caches, ≤ 300 MiB, everything imports"
    title = "GitHub's REST description, 13 MB, 1,223 operations"
    yield Row("github", title, "s", cases, goal)


@contextmanager
def documents(options: Options) -> Iterator[Row]:
    """All documents of specs/: one package of ours; one each of the peers'."""
    paths = sorted((SPECS / "documents").glob("*/*.json"))
    rounds = 1 if options.quick else 3
    cases = [case for each in formatters() for case in _ours_project(each, rounds)]
    step = 10 if options.quick else 1
    cases += [
        Case(_scaled(peer.title, step), PEER, partial(_each, peer, paths, step), 1)
        for peer in PEERS
        if peer.name != OGC
    ]
    cases.append(Case(f"{OGC}, batch mode", PEER, partial(_batch, paths), 1))
    goal = "≤ 10 cold and validated, ≤ 1.5 where one document changed, ≤ 0.8 where none did"
    yield Row("documents", f"{len(paths)} near-equal documents", "s", cases, goal)


def _scaled(title: str, step: int) -> str:
    return title if step == 1 else f"{title} (every {step}th document, times {step})"


def fetched_github() -> Path:
    """GitHub's description, from where the corpus of the tests is kept, fetched if need be."""
    script = "from tests.corpus.sources import big; print(big('github'))"
    ran = run([sys.executable, "-c", script], {"PYTHONPATH": str(ROOT)}).succeeded()
    return Path(ran.output.strip())


def _ours(row: str, formatter: str | None, path: Path, rounds: int | None = None) -> list[Case]:
    """Cold; again with caches and nothing written yet; again with nothing to write."""
    label = formatter or "black"
    folder, caches = WORK / row / f"ours-{label}", BENCH / "caches" / f"{row}-{label}"
    words = (path, "--package", PACKAGE, "--output", folder)

    def cold() -> Sample:
        shutil.rmtree(caches, ignore_errors=True)
        shutil.rmtree(folder, ignore_errors=True)
        ran = specloom(*words, caches=caches, formatter=formatter)
        imports(folder, PACKAGE, Path(sys.executable))
        return _sample(ran, folder)

    def cached() -> Sample:
        shutil.rmtree(folder, ignore_errors=True)
        return _sample(specloom(*words, caches=caches, formatter=formatter), folder)

    def unchanged() -> Sample:
        return _sample(specloom(*words, caches=caches, formatter=formatter), folder)

    return [
        Case(f"specloom, cold, validated, {label}", OURS, cold, rounds),
        Case(f"specloom, from caches, {label}", OURS, cached, rounds),
        Case(f"specloom, nothing changed, {label}", OURS, unchanged, rounds),
    ]


def _sample(ran: Ran, folder: Path) -> Sample:
    return Sample(ran.seconds, ran.memory, {"lines": lines(folder)})


def _peer(row: str, peer: Generator, path: Path, rounds: int | None = None) -> Case:
    folder = WORK / row / peer.name

    def measure() -> Sample:
        ran = generate(peer, path, folder, PACKAGE).succeeded()
        sample = _sample(ran, folder / PACKAGE)
        try:
            imports(folder, PACKAGE, python(peer.runtime))
        except Failed as error:
            told = f"{error} (after {ran.seconds:.1f} s and {ran.memory:,.0f} MiB)"
            raise Failed(told) from None
        return sample

    return Case(peer.title, PEER, measure, rounds)


def _ours_project(formatter: str | None, rounds: int) -> list[Case]:
    label = formatter or "black"
    base, caches = WORK / "documents" / f"ours-{label}", BENCH / "caches" / f"documents-{label}"
    project, output = base / "specs" / "specloom.toml", base / "out"
    words = ("--project", project, "--output", output)
    changes = iter(range(1_000_000))

    def make() -> Sample:
        ran = specloom(*words, caches=caches, formatter=formatter)
        return _sample(ran, output)

    def cold() -> Sample:
        shutil.rmtree(caches, ignore_errors=True)
        shutil.rmtree(base, ignore_errors=True)
        shutil.copytree(SPECS, base / "specs", ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(ROOT / "LICENSE", base)
        sample = make()
        imports(output, "hubspot_crm", Path(sys.executable))
        return sample

    def one_changed() -> Sample:
        path = base / "specs" / DOCUMENT.relative_to(SPECS)
        found = json.loads(path.read_text("utf-8"))
        operation = found["paths"]["/crm/objects/2026-09/{objectType}/batch/create"]["post"]
        operation["summary"] = f"Create many tasks, as changed {next(changes)}"
        path.write_text(json.dumps(found, indent=2), "utf-8")
        return make()

    whens: list[tuple[str, Callable[[], Sample]]] = [
        ("cold, validated", cold),
        ("one document changed", one_changed),
        ("nothing changed", make),
    ]
    return [Case(f"specloom, {when}, {label}", OURS, each, rounds) for when, each in whens]


def _each(peer: Generator, paths: list[Path], step: int) -> Sample:
    """Have a peer make a package of each document, one by one; every fortieth is imported."""
    seconds = memory = 0.0
    count = 0
    for index, path in enumerate(paths[::step]):
        folder = WORK / "documents" / peer.name / f"{path.parent.name}-{path.stem}"
        ran = generate(peer, path, folder, PACKAGE).succeeded()
        seconds, memory = seconds + ran.seconds, max(memory, ran.memory)
        count += lines(folder / PACKAGE)
        if index % max(40 // step, 1) == 0:
            imports(folder, PACKAGE, python(peer.runtime))
        shutil.rmtree(folder)
    return Sample(seconds * step, memory, {"lines": count * step})


def _batch(paths: list[Path]) -> Sample:
    base = WORK / "documents" / OGC
    shutil.rmtree(base, ignore_errors=True)
    if not python(OGC).exists():
        raise Failed("not set up: make bench-setup")
    if shutil.which("java") is None:
        raise Failed("needs java")
    folders = [base / f"{path.parent.name}-{path.stem}" for path in paths]
    files = [batch_file(*each, PACKAGE) for each in zip(paths, folders, strict=True)]
    ran = run(["openapi-generator-cli", "batch", *files], peer_environment(OGC)).succeeded()
    for folder in folders[::40]:
        imports(folder, PACKAGE, python(f"{OGC}-runtime"))
    count = sum(lines(folder / PACKAGE) for folder in folders)
    shutil.rmtree(base)
    return Sample(ran.seconds, ran.memory, {"lines": count})
