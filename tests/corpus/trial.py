"""Try one document in a process of its own."""

from __future__ import annotations

import compileall
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.corpus.declared import Operations, declared, normal
from tests.corpus.sources import CACHE, ROOT

PACKAGE = "corpus_api"
UNTYPED = ("unknown-type", "untyped-all-of", "untyped-content", "untyped-union")
"""The codes of warnings about types of the document that became `object`."""
OMITTED = 3
"""The exit code if some operations were omitted."""
REFUSED = 1
GIB = 1024 * 1024 * 1024

PERFECT, PARTIAL, REFUSED_WHOLE = "perfect", "partial", "refused"
CRASH, HANG, IMPORT, LACKS = "crash", "hang", "does not import", "lacks operations"
OUTCOMES = (PERFECT, PARTIAL, REFUSED_WHOLE, CRASH, HANG, IMPORT, LACKS)


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of one step of a trial."""

    seconds: float = 300
    memory: int = 6 * GIB


@dataclass(slots=True)
class Result:
    """The result for one document. Seconds are CPU time, memory is the peak in MiB.

    `untyped` contains the warnings about lost types, with their locations.
    """

    document: str
    outcome: str
    reason: str = ""
    declared: int = 0
    present: int = 0
    lines: int = 0
    seconds: float = 0.0
    memory: int = 0
    warnings: dict[str, int] = field(default_factory=dict[str, int])
    untyped: list[str] = field(default_factory=list[str])
    mypy: str | None = None
    mypy_seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Ran:
    """The result of a process. `status` is None if it exceeded its time."""

    status: int | None
    output: str
    errors: str
    seconds: float
    memory: int


def try_document(
    document: Path, limits: Limits, *, with_mypy: bool, cold: bool, keep: Path | None
) -> Result:
    """Generate, compile and import a document, look for every operation, and run mypy if
    requested."""
    folder = keep or Path(tempfile.mkdtemp(prefix="corpus-"))
    try:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        result = _generate(document, folder, limits, cold)
        if result.outcome in (PERFECT, PARTIAL):
            _judge(document, folder, result, limits)
        if with_mypy and result.outcome in (PERFECT, PARTIAL):
            _mypy(folder, result, limits)
        return result
    finally:
        if keep is None:
            shutil.rmtree(folder, ignore_errors=True)


def _generate(document: Path, folder: Path, limits: Limits, cold: bool) -> Result:
    output = folder / "out"
    cache = folder / "cache" if cold else CACHE / "formatted"
    command = [sys.executable, "-m", "specloom", "generate", str(document)]
    command += ["--package", PACKAGE, "--output", str(output)]
    ran = run(command, limits, {"XDG_CACHE_HOME": str(cache)})
    result = Result(_shown(document), PERFECT, seconds=ran.seconds, memory=ran.memory)
    for line in ran.errors.splitlines():
        if ": warning[" in line:
            code = line.split(": warning[", 1)[1].partition("]")[0]
            result.warnings[code] = result.warnings.get(code, 0) + 1
            if code in UNTYPED:
                result.untyped.append(line.partition("documents/")[2] or line)
    if ran.status is None:
        result.outcome, result.reason = HANG, f"not done after {limits.seconds:.0f} s"
    elif ran.status == REFUSED and "error[" in ran.errors:
        result.outcome, result.reason = REFUSED_WHOLE, _said(ran.errors, "error[")
    elif ran.status == OMITTED:
        result.outcome, result.reason = PARTIAL, _said(ran.errors, "omitted[")
    elif ran.status != 0:
        result.outcome, result.reason = CRASH, f"exit {ran.status}: {ran.errors.strip()[-1500:]}"
    return result


def _said(errors: str, label: str) -> str:
    return "\n".join(line for line in errors.splitlines() if label in line)[:1500]


def _judge(document: Path, folder: Path, result: Result, limits: Limits) -> None:
    output = folder / "out"
    files = list(output.rglob("*.py"))
    result.lines = sum(path.read_bytes().count(b"\n") for path in files)
    probe = [sys.executable, "-m", "tests.corpus.probe", str(output), PACKAGE]
    if not compileall.compile_dir(output, quiet=2, workers=1):
        result.outcome, result.reason = IMPORT, "a module does not compile"
        return
    ran = run(probe, limits, {})
    if ran.status != 0:
        result.outcome, result.reason = IMPORT, ran.errors.strip()[-1500:]
        return
    found: Any = json.loads(ran.output)
    if found["broken"]:
        result.outcome, result.reason = IMPORT, json.dumps(found["broken"])[:1500]
        return
    wanted = declared(document)
    present = Operations(normal(method, path) for method, path in found["operations"])
    missing = wanted - present
    result.declared, result.present = wanted.total(), (wanted & present).total()
    if missing and result.outcome == PERFECT:
        result.outcome, result.reason = LACKS, ", ".join(f"{a} {b}" for a, b in missing)[:1500]


def _mypy(folder: Path, result: Result, limits: Limits) -> None:
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", "--no-error-summary"]
    command += ["--cache-dir", str(folder / "mypy"), str(folder / "out" / PACKAGE)]
    ran = run(command, Limits(limits.seconds * 3, limits.memory), {"PYTHONPATH": ""})
    result.mypy = "clean" if ran.status == 0 else (ran.output + ran.errors)[:3000] or "no answer"
    result.mypy_seconds = ran.seconds


def run(command: Sequence[str], limits: Limits, environment: dict[str, str]) -> Ran:
    """Run a process and its child processes within limits."""
    paths = os.pathsep.join([str(ROOT / "generator"), str(ROOT)])
    env = {**os.environ, "PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "", **environment}
    env["COLUMNS"] = "200"
    with tempfile.TemporaryFile("w+b") as output, tempfile.TemporaryFile("w+b") as errors:
        started = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=errors,
            env=env,
            cwd=tempfile.gettempdir(),
            start_new_session=True,
            preexec_fn=lambda: _limit(limits),  # noqa: PLW1509
        )
        is_late = threading.Event()

        def end() -> None:
            is_late.set()
            os.killpg(started.pid, signal.SIGKILL)

        timer = threading.Timer(limits.seconds, end)
        timer.start()
        _, status, used = os.wait4(started.pid, 0)
        timer.cancel()
        started.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        errors.seek(0)
        return Ran(
            None if is_late.is_set() else started.returncode,
            output.read().decode("utf-8", "replace"),
            errors.read().decode("utf-8", "replace"),
            used.ru_utime + used.ru_stime,
            used.ru_maxrss // 1024,
        )


def _limit(limits: Limits) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
    os.nice(10)


def _shown(document: Path) -> str:
    packages = CACHE / "packages"
    return str(document.relative_to(packages) if document.is_relative_to(packages) else document)
