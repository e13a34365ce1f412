"""Find the operations that a generated package supports, by importing it and walking its clients."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from specloom.diagnostics import SpecloomError
from specloom.emit.file import File
from specloom.project.model import Project
from specloom.python.operations.calls import OperationCall
from specloom.python.operations.paths import encoded_path

LONGEST_MESSAGE = 500


def reached_calls(
    files: Iterable[File], project: Project, calls: Iterable[OperationCall]
) -> Iterator[OperationCall]:
    """Yield the calls that exist in both the sync and the async client of a package.

    Raises:
        SpecloomError: the package cannot be imported.
    """
    calls = tuple(calls)
    package = project.package
    modules = sorted({each.module for each in calls})
    with tempfile.TemporaryDirectory() as folder:
        for file in files:
            path = Path(folder) / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(file.text, encoding="utf-8")
        command = [
            sys.executable,
            "-m",
            "specloom.coverage.walk",
            folder,
            package.module,
            package.client,
        ]
        ran = subprocess.run([*command, *modules], capture_output=True, text=True, check=False)
    if ran.returncode:
        raise SpecloomError.of(
            "not-importable",
            f"the package cannot be imported: {ran.stderr.strip()[-LONGEST_MESSAGE:]}",
            hint="install the dependencies of the package; if they are installed, report a bug "
            "in specloom",
        )
    found: dict[str, list[list[list[str]]]] = json.loads(ran.stdout)
    for module, (sync, asynchronous) in found.items():
        here = [each for each in calls if each.module == module]
        both = set(among(here, sync)) & set(among(here, asynchronous))
        yield from (each for each in here if each in both)


def among(
    calls: Iterable[OperationCall], reached: Iterable[Sequence[str]]
) -> Iterator[OperationCall]:
    """Yield the calls that a client has.

    `reached` contains a call, an HTTP method and a path for each operation of the client.
    """
    there = {(call, method, _plain(path)) for call, method, path in reached}
    for each in calls:
        if (each.call, each.method, _plain(_sent_path(each))) in there:
            yield each


def _sent_path(call: OperationCall) -> str:
    """Return the path in the package.

    Parameters that the resource provides are filled in, and the fragment is removed.
    """
    path = call.path.partition("#")[0]
    for name, value in call.bound:
        path = path.replace(f"{{{name}}}", value)
    return encoded_path(path)


def _plain(path: str) -> str:
    """Return a path without the names of parameters, and with a single slash at the start."""
    return "/" + re.sub(r"\{[^{}]*\}", "{}", path).lstrip("/")
