"""Time the commands of specloom on a project of many synthetic documents, near-equal and distinct ones.

    python -m benchmarks.many build/bench/many --documents 400

Three quarters of the documents are near-equal: as many resources in three versions, of which every tenth differs by
a property. One quarter is distinct: resources of the newest version with shapes of their own. Each command is a
process of its own, and runs once unless --rounds says otherwise; the table has the medians. CPU time is that of the
process and its children, memory the peak of the largest process.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.places import DOCUMENT

GIT = shutil.which("git") or "git"
VERSIONS = ("v1", "v2", "v3")
PROJECT = """\
[package]
name = "many"

[documents]
files = "documents/{version}/{resource}.json"

[versions]
order = ["v1", "v2", "v3"]

[resources]
roots = ["/crm/objects/2026-09/*"]
"""
KINDS = (
    {"type": "string"},
    {"type": "integer"},
    {"type": "number"},
    {"type": "boolean"},
    {"type": "string", "format": "date-time"},
    {"type": "array", "items": {"type": "string"}},
    {"type": "object", "additionalProperties": {"type": "string"}},
)


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process took: seconds of CPU and of wall time, and MiB."""

    cpu: float
    wall: float
    memory: float


def write_project(folder: Path, count: int) -> None:
    """Write a project of so many documents into an empty folder."""
    shutil.rmtree(folder, ignore_errors=True)
    near = count * 3 // 4 // len(VERSIONS)
    text = DOCUMENT.read_text("utf-8")
    for version in VERSIONS:
        (folder / "documents" / version).mkdir(parents=True)
        for number in range(near):
            made: dict[str, Any] = json.loads(text.replace("Tasks", f"Kind {number}"))
            if number % 10 == 9:
                schemas = made["components"]["schemas"]
                own = {"type": "string", "description": "What only this kind of record has."}
                schemas["SimplePublicObjectInput"]["properties"][f"own{number}"] = own
            _write(folder, version, f"kind_{number:04}", made)
    for number in range(count - near * len(VERSIONS)):
        _write(folder, VERSIONS[-1], f"shape_{number:04}", distinct(number))
    (folder / "specloom.toml").write_text(PROJECT, "utf-8")


def distinct(number: int) -> dict[str, Any]:
    """Return a document with six schemas and five operations, whose shapes no other one has."""
    chosen = random.Random(number)
    schemas: dict[str, Any] = {}
    for index in range(6):
        members = {
            f"{word}_{number}": chosen.choice(KINDS)
            for word in chosen.sample(["name", "size", "owner", "state", "when", "tags", "rank"], 5)
        }
        if index:
            members["parent"] = {"$ref": f"#/components/schemas/Shape{number}Part{index - 1}"}
        schemas[f"Shape{number}Part{index}"] = {"type": "object", "properties": members}
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/Shape{number}Part5"}}}
    item = {"200": {"description": "One of them.", "content": content}}
    array = {
        "type": "array",
        "items": {"$ref": f"#/components/schemas/Shape{number}Part4"},
    }
    many = {
        "200": {"description": "All of them.", "content": {"application/json": {"schema": array}}}
    }
    by_id = [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}]
    root = f"/shapes-{number}"
    return {
        "openapi": "3.1.0",
        "info": {"title": f"Shapes {number}", "version": "3"},
        "servers": json.loads(DOCUMENT.read_text("utf-8"))["servers"],
        "paths": {
            root: {
                "get": {"summary": "List them.", "responses": many},
                "post": {
                    "summary": "Add one.",
                    "requestBody": {"content": content},
                    "responses": item,
                },
            },
            f"{root}/{{id}}": {
                "parameters": by_id,
                "get": {"summary": "Read one.", "responses": item},
                "patch": {
                    "summary": "Change one.",
                    "requestBody": {"content": content},
                    "responses": item,
                },
                "delete": {
                    "summary": "Remove one.",
                    "responses": {"204": {"description": "Removed."}},
                },
            },
        },
        "components": {"schemas": schemas},
    }


def _write(folder: Path, version: str, name: str, document: dict[str, Any]) -> None:
    path = folder / "documents" / version / f"{name}.json"
    path.write_text(json.dumps(document, indent=2), "utf-8")


class Bench:
    """Runs specloom in the folder of the project, with a cache of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.cache = folder / "cache"
        self.changed = folder / "documents" / VERSIONS[-1] / "kind_0003.json"
        self.environment = {**os.environ, "SPECLOOM_CACHE_DIR": str(self.cache)}

    def run(self, *arguments: str, codes: Sequence[int] = (0,)) -> Cost:
        """Run a command, and return what it takes.

        Raises:
            RuntimeError: its exit code is not one of the expected ones.
        """
        begun = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-m", "specloom", *arguments],
            cwd=self.folder,
            env=self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        errors = process.stderr.read() if process.stderr is not None else b""
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in codes:
            raise RuntimeError(f"{arguments}: {process.returncode}\n{errors.decode()[-2000:]}")
        wall = time.perf_counter() - begun
        return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024)

    def forget(self) -> None:
        """Empty the cache."""
        shutil.rmtree(self.cache, ignore_errors=True)

    def change(self) -> None:
        """Give one document a new property, whose name differs each time."""
        made: dict[str, Any] = json.loads(self.changed.read_text("utf-8"))
        properties = made["components"]["schemas"]["SimplePublicObjectInput"]["properties"]
        properties[f"added{len(properties)}"] = {"type": "string"}
        self.changed.write_text(json.dumps(made, indent=2), "utf-8")

    def cold(self) -> Cost:
        self.forget()
        shutil.rmtree(self.folder / "generated", ignore_errors=True)
        return self.run("generate")

    def warm(self) -> Cost:
        return self.run("generate")

    def after_a_change(self) -> Cost:
        self.change()
        return self.run("generate")

    def check(self) -> Cost:
        self.forget()
        return self.run("check")

    def check_full(self) -> Cost:
        self.forget()
        return self.run("check", "--full")

    def check_changed(self) -> Cost:
        self.forget()
        self.change()
        return self.run("check", codes=(1,))

    def diff(self) -> Cost:
        """Compare the project with the last commit."""
        for command in (
            ["init", "-q"],
            ["add", "documents", "specloom.toml"],
            ["commit", "-qm", "One"],
        ):
            identity = ["-c", "user.name=A", "-c", "user.email=a@example.com"]
            subprocess.run([GIT, *identity, *command], cwd=self.folder, check=True)
        self.change()
        self.forget()
        return self.run("diff", "HEAD")

    def watch(self) -> Cost:
        """The time from saving a document to the end of the run that follows, by the wall clock."""
        process = subprocess.Popen(
            [sys.executable, "-u", "-m", "specloom", "generate", "--watch"],
            cwd=self.folder,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert process.stdout is not None
        try:
            while "watching" not in process.stdout.readline():
                pass
            self.change()
            begun = time.perf_counter()
            while "watching" not in process.stdout.readline():
                pass
            return Cost(float("nan"), time.perf_counter() - begun, float("nan"))
        finally:
            process.terminate()
            process.wait()


def rows(bench: Bench) -> list[tuple[str, Callable[[], Cost]]]:
    """The rows of the table, in the order in which they are measured."""
    return [
        ("`generate`, nothing cached", bench.cold),
        ("`generate`, nothing changed", bench.warm),
        ("`generate`, one document changed", bench.after_a_change),
        ("`check`, no cache", bench.check),
        ("`check --full`, no cache", bench.check_full),
        ("`generate --watch`, from saving a document to the end", bench.watch),
        ("`check`, no cache, one document changed", bench.check_changed),
        ("`diff HEAD`, one document changed", bench.diff),
    ]


def main() -> None:
    """Write the project, measure, and print the table."""
    parser = argparse.ArgumentParser(description="Time specloom on many documents.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=400)
    parser.add_argument("--rounds", type=int, default=1)
    options = parser.parse_args()
    write_project(options.folder, options.documents)
    bench = Bench(options.folder)
    measured: dict[str, list[Cost]] = {}
    for _ in range(options.rounds):
        for name, measure in rows(bench):
            measured.setdefault(name, []).append(measure())
            print(name, measured[name][-1], file=sys.stderr)
    print("| | CPU s | wall s | MiB |\n|---|---|---|---|")
    for name, costs in measured.items():
        columns = zip(*((each.cpu, each.wall, each.memory) for each in costs), strict=True)
        cpu, wall, memory = map(statistics.median, columns)
        cells = [f"{cpu:.2f}", f"{wall:.2f}", f"{memory:.0f}"]
        print(f"| {name} | {' | '.join('–' if each == 'nan' else each for each in cells)} |")


if __name__ == "__main__":
    main()
