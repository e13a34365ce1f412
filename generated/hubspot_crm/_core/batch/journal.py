"""Record in a file what a batch run sent and what came back, so that a later run can resume it.

The file has JSON lines and is only appended to. A line is on the disk (fsync) before its request
is sent, so that not even a crash of the machine loses the record of a request. Results are passed
to the operating system at once, without fsync, and may be lost in such a crash; their inputs then
count as unknown, which is the safe side.
"""

from __future__ import annotations

import json
import os
import sys
from array import array
from collections.abc import Sequence
from enum import IntEnum
from typing import Any, BinaryIO, cast

from ..errors import ApiError, one_line

_VERSION = 1
_HEAD = b'{"journal":'
_LINES = tuple(f'{{"{name}":['.encode() for name in ("sent", "succeeded", "failed", "unsent"))
_IN_FLIGHT = (
    1_000_000  # an index is at most the size of the file, plus this many for inputs not yet sent
)
_FAULTS = (ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError)
_ADVICE = "Pass the journal of an earlier run of this call, or a file that does not exist yet"


class JournalError(ApiError):
    """A journal that cannot be resumed.

    It belongs to another operation or has other inputs, is damaged, or is in use by another run.
    """


class Mark(IntEnum):
    """The state of an input in a journal."""

    UNSENT = 0
    SENT = 1
    SUCCEEDED = 2
    FAILED = 3


class Journal:
    """A journal, open for one run. It uses nine bytes of memory for each input.

    A file that does not exist or is empty becomes a new journal. A last line that a crash truncated
    is dropped: either its request was not sent yet, or its inputs count as sent without a response.

    Attributes:
        run: The name of the first run, from which the ids of inputs are made. Later runs have the
            same name, so the ids stay the same.

    Raises:
        JournalError: The file cannot be used. The file is not changed.
    """

    def __init__(self, path: str | os.PathLike[str], operation: str, run: str) -> None:
        self._path = os.fspath(path)
        self._file = _opened(self._path)
        self._marks = bytearray()
        self._digests = array("Q")
        self.run = run
        try:
            _lock(self._file, self._path)
            self._most = os.fstat(self._file.fileno()).st_size + _IN_FLIGHT
            self._read(operation)
        except BaseException:
            self._file.close()
            raise
        if not self._file.tell():
            self._write({"journal": _VERSION, "operation": operation, "run": run}, on_disk=True)

    def mark(self, index: int, digest: int) -> Mark:
        """Return the state that earlier runs recorded for an input.

        Raises:
            JournalError: The input was sent or succeeded, and had another digest.
        """
        known = Mark(self._marks[index]) if index < len(self._marks) else Mark.UNSENT
        # An input that failed may be corrected and sent again.
        if known in (Mark.SENT, Mark.SUCCEEDED) and self._digests[index] != digest:
            raise JournalError(f"input {index} differs from the input in the journal {self._path}")
        return known

    def sending(self, indexes: Sequence[int], digests: Sequence[int]) -> None:
        """Record that inputs are about to be sent, on the disk."""
        self._write({"sent": list(indexes), "digests": list(digests)}, on_disk=True)

    def settled(self, mark: Mark, indexes: Sequence[int]) -> None:
        """Record the result of inputs: SUCCEEDED, FAILED, or UNSENT if they were not processed."""
        self._write({mark.name.lower(): list(indexes)}, on_disk=False)

    def close(self) -> None:
        """Close the file and release its lock, so that another run can use it."""
        self._file.close()

    def _write(self, line: dict[str, object], *, on_disk: bool) -> None:
        self._file.write(json.dumps(line, separators=(",", ":")).encode() + b"\n")
        self._file.flush()
        if on_disk:
            os.fsync(self._file.fileno())

    def _read(self, operation: str) -> None:
        self._file.seek(0)
        begin = self._file.read(len(_HEAD))
        if not _HEAD.startswith(begin):
            raise JournalError(f"{self._path} is not a journal and was not changed. {_ADVICE}")
        self._file.seek(0)
        good = 0
        for number, line in enumerate(self._file):
            if not line.endswith(b"\n"):
                if not _is_torn(line, number):
                    raise self._damaged(number)
                break
            try:
                self._apply(number, json.loads(line), operation)
            except _FAULTS as error:
                raise self._damaged(number) from error
            good += len(line)
        self._file.seek(good)
        self._file.truncate()

    def _damaged(self, number: int) -> JournalError:
        return JournalError(
            f"line {number + 1} of the journal {self._path} is damaged. Restore the file from a "
            "backup, or check the state of the server before you start a new journal"
        )

    def _apply(self, number: int, line: dict[str, Any], operation: str) -> None:
        if number == 0:
            version, of, self.run = line["journal"], line["operation"], str(line["run"])
            if version != _VERSION:
                raise JournalError(
                    f"the journal {self._path} has version {one_line(repr(version), 40)}, but "
                    f"this package reads version {_VERSION}: use the package that wrote it. "
                    f"{_ADVICE}"
                )
            if of != operation:
                shown = one_line(str(of), 200)
                raise JournalError(
                    f"the journal {self._path} belongs to {shown}, not to {operation}. {_ADVICE}"
                )
        elif "sent" in line:
            [indexes, digests] = line["sent"], line["digests"]
            for index, digest in zip(indexes, digests, strict=True):
                self._set(index, Mark.SENT, digest)
        else:
            [(name, indexes)] = line.items()
            for index in cast("list[int]", indexes):
                self._set(index, Mark[name.upper()], self._digests[index])

    def _set(self, index: int, mark: Mark, digest: int) -> None:
        if type(index) is not int or not 0 <= index < self._most:
            raise ValueError(f"{index!r} is not the index of an input")
        missing = index + 1 - len(self._marks)
        if missing > 0:
            self._marks.extend(bytes(missing))
            self._digests.extend([0] * missing)
        self._marks[index], self._digests[index] = mark, digest


def _opened(path: str) -> BinaryIO:
    try:
        if os.path.exists(path) and not os.path.isfile(path):
            raise JournalError(f"the journal {path} is not a regular file. {_ADVICE}")
        return open(path, "a+b")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise JournalError(f"the journal {path} cannot be opened: {reason}. {_ADVICE}") from error


def _is_torn(line: bytes, number: int) -> bool:
    """Whether a line without a newline starts a journal line, or is of blocks never written."""
    written = line.rstrip(b"\0")
    heads = (_HEAD,) if number == 0 else _LINES
    return any(written.startswith(head) or head.startswith(written) for head in heads)


def _lock(file: BinaryIO, path: str) -> None:
    """Lock the file for this process. The lock ends when the file is closed or the process ends.

    Raises:
        JournalError: Another run has locked the file.
    """
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise JournalError(f"the journal {path} is used by another run") from error
