"""A file of what a batch run sent and was answered: a run in, where the next one goes on out.

JSON lines that are only added to. A line is on the disk (fsync) before its request is sent, so that
not even a crash of the machine makes a request forgotten. Answers are handed to the system at once
and may be lost in such a crash; their inputs are then of unknown fate, which is the safe side.
"""

from __future__ import annotations

import json
import os
import sys
from array import array
from collections.abc import Sequence
from enum import IntEnum
from typing import Any, BinaryIO, cast

from .errors import ApiError

_VERSION = 1


class JournalError(ApiError):
    """A journal that cannot be gone on with: of another call, of other inputs, damaged, in use."""


class Mark(IntEnum):
    """What a journal says of an input."""

    UNSENT = 0
    SENT = 1
    SUCCEEDED = 2
    FAILED = 3


class Journal:
    """A journal, open for one run. Keeps nine bytes for each input in memory.

    `run` is the name that the first run had: the ids of inputs that are made from it stay the same.

    Raises JournalError, and OSError where the file cannot be opened.
    """

    def __init__(self, path: str | os.PathLike[str], operation: str, run: str) -> None:
        self._path = os.fspath(path)
        self._file: BinaryIO = open(self._path, "a+b")  # noqa: SIM115
        self._marks = bytearray()
        self._digests = array("Q")
        self.run = run
        try:
            _lock(self._file, self._path)
            self._read(operation)
        except BaseException:
            self._file.close()
            raise
        if not self._file.tell():
            self._write({"journal": _VERSION, "operation": operation, "run": run}, on_disk=True)

    def mark(self, index: int, digest: int) -> Mark:
        """What came of an input before. Raises JournalError where it was another one."""
        known = Mark(self._marks[index]) if index < len(self._marks) else Mark.UNSENT
        # What was refused may be given again, corrected.
        if known in (Mark.SENT, Mark.SUCCEEDED) and self._digests[index] != digest:
            raise JournalError(f"input {index} is another one than that of the journal {self._path}")
        return known

    def sending(self, indexes: Sequence[int], digests: Sequence[int]) -> None:
        """Inputs are about to be sent."""
        self._write({"sent": list(indexes), "digests": list(digests)}, on_disk=True)

    def settled(self, mark: Mark, indexes: Sequence[int]) -> None:
        """Inputs have come to an end, or were turned away unread (UNSENT)."""
        self._write({mark.name.lower(): list(indexes)}, on_disk=False)

    def close(self) -> None:
        """Close the file, and let another run have it."""
        self._file.close()

    def _write(self, line: dict[str, object], *, on_disk: bool) -> None:
        self._file.write(json.dumps(line, separators=(",", ":")).encode() + b"\n")
        self._file.flush()
        if on_disk:
            os.fsync(self._file.fileno())

    def _read(self, operation: str) -> None:
        self._file.seek(0)
        good = 0
        for number, text in enumerate(self._file):
            if not text.endswith(b"\n"):
                break  # torn by a crash: what it was about to say was not done
            try:
                self._apply(number, json.loads(text), operation)
            except (ValueError, KeyError, TypeError, AttributeError, OverflowError) as error:
                raise JournalError(f"{self._path}, line {number + 1}, is no journal") from error
            good += len(text)
        self._file.seek(good)
        self._file.truncate()

    def _apply(self, number: int, line: dict[str, Any], operation: str) -> None:
        if number == 0:
            if line["journal"] != _VERSION or line["operation"] != operation:
                of = f"of {line['operation']}, not of {operation}"
                raise JournalError(f"the journal {self._path} is {of}")
            self.run = str(line["run"])
        elif "sent" in line:
            for index, digest in zip(line["sent"], line["digests"], strict=True):
                self._set(index, Mark.SENT, digest)
        else:
            [(name, indexes)] = line.items()
            for index in cast("list[int]", indexes):
                self._set(index, Mark[name.upper()], self._digests[index])

    def _set(self, index: int, mark: Mark, digest: int) -> None:
        missing = index + 1 - len(self._marks)
        if missing > 0:
            self._marks.extend(bytes(missing))
            self._digests.extend([0] * missing)
        self._marks[index], self._digests[index] = mark, digest


def _lock(file: BinaryIO, path: str) -> None:
    """Take the file for this process; the lock goes with the file, or with the process."""
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise JournalError(f"the journal {path} is in use by another run") from error
