"""Read and write `specloom.lock`, which records the documents that came by URL."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from msgspec import Struct

from specloom.diagnostics import Location, SpecloomError

_HEAD = "# Written by specloom generate: the documents that were downloaded. Keep it under version control.\n"


class Locked(Struct, frozen=True):
    """A document that came by URL: where from, and the SHA-256 digest and the length of its bytes."""

    source: str
    sha256: str
    bytes: int


def read_lock(path: Path) -> dict[str, Locked]:
    """The entries of a lock file by their URLs; none if there is no such file.

    Raises:
        SpecloomError: the file is damaged.
    """
    try:
        table: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise _damaged(path, str(error)) from None
    try:
        entries = [
            Locked(str(each["source"]), str(each["sha256"]), int(each["bytes"]))
            for each in table.get("document", [])
        ]
    except (KeyError, TypeError, ValueError, AttributeError):
        raise _damaged(path, "an entry needs source, sha256 and bytes") from None
    if not all(re.fullmatch("[0-9a-f]{64}", each.sha256) for each in entries):
        raise _damaged(path, "sha256 must have 64 hexadecimal digits")
    return {each.source: each for each in entries}


def format_lock(entries: Iterable[Locked]) -> str:
    """The content of a lock file."""
    parts = [_HEAD]
    for each in sorted(entries, key=lambda entry: entry.source):
        # A JSON string in ASCII is a string of TOML as well.
        parts.append(
            f"\n[[document]]\nsource = {json.dumps(each.source)}\n"
            f'sha256 = "{each.sha256}"\nbytes = {each.bytes}\n'
        )
    return "".join(parts)


def _damaged(path: Path, reason: str) -> SpecloomError:
    return SpecloomError.of(
        "invalid-lock",
        f"the lock file cannot be read: {reason}",
        hint="remove the file, and run specloom generate to write it again",
        location=Location(path.as_posix()),
    )
