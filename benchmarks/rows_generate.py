"""The rows about generating: one document, all documents of specs/, GitHub's description."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

from benchmarks.generators import (
    OGC,
    PEERS,
    Peer,
    batch_file,
    formatters,
    generate,
    imports,
    lines,
    peer_environment,
    specloom,
    stages,
)
from benchmarks.measure import OURS, PEER, Case, Failed, Ran, Row, Sample, Words, run
from benchmarks.options import Options
from benchmarks.places import BENCH, DOCUMENT, ROOT, SPECS, WORK, python

PACKAGE = "made_api"
STEPS = {
    "openapi-python-client-plain": 1,
    "clientele": 1,
    "pyopenapi-gen": 5,
    "openapi-python-generator": 5,
}
"""Every how many documents another tool generates one: all, or every fifth if that would take
minutes."""


@contextmanager
def document(options: Options) -> Generator[Row, None, None]:
    """One document, a package of its own."""
    cases = [case for each in formatters() for case in _ours("document", each, DOCUMENT)]
    cases += [_peer("document", peer, DOCUMENT) for peer in PEERS]
    goal = "≤ 0.15 from caches; cold and validated ≤ 0.35 with ruff, ≤ 0.60 with black"
    title = "One document of 75 KB with 11 operations, the whole command"
    yield Row("document", title, "s", cases, goal)


@contextmanager
def github(options: Options) -> Generator[Row, None, None]:
    """GitHub's REST description: 13 MB, 1,223 operations."""
    path = fetched_github()
    rounds = 1 if options.quick else 3
    cases = [
        case
        for each in formatters(quick=options.quick)
        for case in _ours("github", each, path, rounds)
    ]
    cases += [
        _peer("github", peer, path, 1)
        for peer in PEERS
        if not options.quick or peer.name in ("openapi-python-client-plain", OGC, "clientele")
    ]
    goal = "≤ 12 cold and validated with ruff, ≤ 4 from caches, ≤ 300 MiB, everything imports"
    title = "GitHub's REST description, 13 MB, 1,223 operations"
    yield Row("github", title, "s", cases, goal)


@contextmanager
def documents(options: Options) -> Generator[Row, None, None]:
    """All documents of specs/: one package of ours; one package of each document with the other
    tools."""
    paths = sorted((SPECS / "documents").glob("*/*.json"))
    rounds = 1 if options.quick else 3
    cases = [
        case for each in formatters(quick=options.quick) for case in _ours_project(each, rounds)
    ]
    for peer in PEERS:
        if peer.name in STEPS:
            step = 20 if options.quick else STEPS[peer.name]
            measure = partial(_each, peer, paths, step)
            cases.append(Case(_scaled(peer.title, step), PEER, measure, 1))
    if not options.quick:
        cases.append(Case(f"{OGC}, batch mode", PEER, partial(_batch, paths), 1))
    goal = "≤ 10 cold and validated, ≤ 1.5 where one document changed, ≤ 0.8 where none did"
    yield Row("documents", f"{len(paths)} near-equal documents", "s", cases, goal)


def _scaled(title: str, step: int) -> str:
    return title if step == 1 else f"{title} (every {step}th, times {step})"


def fetched_github() -> Path:
    """Return GitHub's description from the corpus of the tests; fetch it if necessary."""
    script = "from tests.corpus.sources import big; print(big('github'))"
    ran = run([sys.executable, "-c", script], {"PYTHONPATH": str(ROOT)}).succeeded()
    return Path(ran.output.strip())


def _ours(row: str, formatter: str | None, path: Path, rounds: int | None = None) -> list[Case]:
    """Return our cases: cold; again with caches and no output yet; again with nothing to write."""
    label = formatter or "black"
    folder, caches = WORK / row / f"ours-{label}", BENCH / "caches" / f"{row}-{label}"
    words = (path, "--package", PACKAGE, "--output", folder)
    known: dict[str, dict[str, float]] = {}

    def cold() -> Sample:
        shutil.rmtree(caches, ignore_errors=True)
        shutil.rmtree(folder, ignore_errors=True)
        ran = specloom(*words, caches=caches, formatter=formatter)
        imports(folder, PACKAGE, Path(sys.executable))
        if not known and rounds != 1:
            known["stages"] = _profiled((path, "--package", PACKAGE), formatter)
        return _sample(ran, folder, known)

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


def _sample(ran: Ran, folder: Path, known: Mapping[str, object] | None = None) -> Sample:
    return Sample(ran.seconds, ran.memory, {"lines": lines(folder), **(known or {})})


def _profiled(words: Words, formatter: str | None) -> dict[str, float]:
    """Return the seconds of each stage, from another cold run."""
    folder, caches = WORK / "profiled", BENCH / "caches" / "profiled"
    shutil.rmtree(folder, ignore_errors=True)
    return stages(*words, "--output", folder, caches=caches, formatter=formatter)


def _peer(row: str, peer: Peer, path: Path, rounds: int | None = None) -> Case:
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
    known: dict[str, dict[str, float]] = {}

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
        if not known and rounds != 1:
            known["stages"] = _profiled(("--project", project), formatter)
        return replace(sample, details={**sample.details, **known})

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


def _each(peer: Peer, paths: list[Path], step: int) -> Sample:
    """Generate a package of each document, one by one, with another tool; every fortieth is
    imported."""
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
