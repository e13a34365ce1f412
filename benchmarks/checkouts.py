"""Compare the time that two checkouts of specloom take for the same documents, cold.

    python -m benchmarks.checkouts ../old . --documents ../old/specs --rounds 3

The documents and overlays are those of a folder such as `specs/`, in a project of their own whose settings both
versions know. Each run is a process with an empty cache and an empty output; runs alternate between the
checkouts. Both run with this Python and its libraries. The table has the medians of wall time, which depends
on what else the machine does, and of CPU time including child processes. With `--own`, each checkout generates
the package of its own `specs/` instead.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import tomllib
from dataclasses import dataclass
from pathlib import Path

PROJECT = """\
[package]
name = "many"
client = "Many"
output = "generated"

[documents]
files = "documents/{version}/{resource}.json"
overlays = ["overlays/*.yaml"]

[rate_limits]
default = { requests = 100, seconds = 10 }
search = { requests = 5, seconds = 1 }
"""
"""The settings of the common project; sections that both versions know are copied from the project file."""

_COPIED = ("versions", "resources", "security", "names", "formats")


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run took: seconds of wall time and of CPU."""

    wall: float
    cpu: float


def write_project(specs: Path, folder: Path) -> None:
    """Write a project with the documents and overlays of `specs` into a new folder."""
    for name in ("documents", "overlays"):
        shutil.copytree(specs / name, folder / name)
    text = (specs / "specloom.toml").read_text("utf-8")
    (folder / "specloom.toml").write_text(PROJECT + "\n" + "".join(_sections(text)), "utf-8")


def _sections(text: str) -> list[str]:
    """Return the sections of a project file that the common project copies, with their lines as they are."""
    found: list[str] = []
    is_copied = False
    for line in text.splitlines(keepends=True):
        if line.startswith("["):
            name = line.strip("[]\n")
            is_copied = name in _COPIED or name == "resources.at"
        if is_copied:
            found.append(line)
    tomllib.loads("".join(found))
    return found


def generate(checkout: Path, project: Path, formatter: str) -> Cost:
    """Generate the package of a project with a checkout and a formatter, with an empty cache.

    Raises:
        RuntimeError: the run failed.
    """
    settings = project.read_text("utf-8").replace(
        "[package]\n", f'[package]\nformatter = "{formatter}"\n', 1
    )
    project.write_text(settings, "utf-8")
    with tempfile.TemporaryDirectory() as caches:
        environment = {
            **os.environ,
            "PYTHONPATH": str(checkout / "generator"),
            "PYTHONDONTWRITEBYTECODE": "",
            "SPECLOOM_CACHE_DIR": caches,
        }
        before, begun = os.times(), time.perf_counter()
        ran = subprocess.run(
            [sys.executable, "-m", "specloom", "generate", "--project", str(project)],
            env=environment,
            cwd=project.parent,
            capture_output=True,
            check=False,
        )
        wall, after = time.perf_counter() - begun, os.times()
    if ran.returncode:
        raise RuntimeError(f"{checkout}: {ran.returncode}\n{ran.stderr.decode()[-2000:]}")
    used = after.children_user + after.children_system
    return Cost(wall, used - before.children_user - before.children_system)


def generate_own(checkout: Path, formatter: str) -> Cost:
    """Generate the package of a checkout from its own specs, in copies of both, without the output's modules."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(checkout / "specs", folder / "specs")
        shutil.copy(checkout / "LICENSE", folder)
        record = checkout / "generated" / ".specloom.json"
        (folder / "generated").mkdir()
        if record.exists():  # the public names of earlier releases
            shutil.copy(record, folder / "generated")
        return generate(checkout, folder / "specs" / "specloom.toml", formatter)


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description="Compare two checkouts of specloom.")
    parser.add_argument("old", type=Path)
    parser.add_argument("new", type=Path)
    parser.add_argument("--documents", type=Path, help="a folder like specs/; by default the old's")
    parser.add_argument("--own", action="store_true", help="each checkout with its own specs/")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--formatters", nargs="+", default=["ruff", "black"])
    given = parser.parse_args()
    checkouts = [given.old.resolve(), given.new.resolve()]
    specs = (given.documents or given.old / "specs").resolve()
    print("| | old, s | new, s | ratio | old, CPU s | new, CPU s | ratio |")
    print("|---|---|---|---|---|---|---|")
    for formatter in given.formatters:
        costs: list[list[Cost]] = [[], []]
        for _ in range(given.rounds):
            for checkout, found in zip(checkouts, costs, strict=True):
                if given.own:
                    found.append(generate_own(checkout, formatter))
                    continue
                with tempfile.TemporaryDirectory() as name:
                    write_project(specs, Path(name, "project"))
                    project = Path(name, "project", "specloom.toml")
                    found.append(generate(checkout, project, formatter))
                print(formatter, checkout, found[-1], file=sys.stderr)
        print(f"| {formatter} | {_row(costs, 'wall')} | {_row(costs, 'cpu')} |", flush=True)


def _row(costs: list[list[Cost]], name: str) -> str:
    old, new = (statistics.median(getattr(each, name) for each in found) for found in costs)
    return f"{old:.2f} | {new:.2f} | {new / old:.2f}"


if __name__ == "__main__":
    main()
