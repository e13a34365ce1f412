"""Compare the documents with the tables, and update them."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from specs.authoring.cells import Json


@dataclass(frozen=True, slots=True)
class Drift:
    """The documents that differ from the tables, by their paths under `documents/`, sorted."""

    missing: tuple[str, ...]
    changed: tuple[str, ...]
    stale: tuple[str, ...]

    def lines(self) -> tuple[str, ...]:
        """One line for each document, such as `stale: v3/notes.json`."""
        return tuple(
            f"{kind}: {path}"
            for kind, paths in (
                ("missing", self.missing),
                ("changed", self.changed),
                ("stale", self.stale),
            )
            for path in paths
        )


def document_text(document: Mapping[str, Json]) -> str:
    """Return the content of the file of a document."""
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def find_drift(wanted: Mapping[str, str], folder: Path) -> Drift:
    """Compare contents by path with the `.json` files one folder deep in `folder`."""
    present = {path.relative_to(folder).as_posix(): path for path in folder.glob("*/*.json")}
    return Drift(
        missing=tuple(sorted(wanted.keys() - present.keys())),
        changed=tuple(
            sorted(
                path
                for path in wanted.keys() & present.keys()
                if _differs(present[path], wanted[path])
            )
        ),
        stale=tuple(sorted(present.keys() - wanted.keys())),
    )


def repair_drift(drift: Drift, wanted: Mapping[str, str], folder: Path) -> None:
    """Write what is missing or changed, each file atomically, and remove what is stale."""
    for path in (*drift.missing, *drift.changed):
        _write_whole(folder / path, wanted[path])
    for path in drift.stale:
        (folder / path).unlink()
        if not any((folder / path).parent.iterdir()):
            (folder / path).parent.rmdir()


def _differs(path: Path, text: str) -> bool:
    return path.read_bytes() != text.encode()


def _write_whole(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode())
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise
