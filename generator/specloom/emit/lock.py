"""Lock the output folder, so that only one run at a time writes to it."""

from __future__ import annotations

import contextlib
import errno
import os
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path

from specloom.diagnostics import Location, SpecloomError

PATIENCE = 600.0
"""The number of seconds that a run waits for another one."""

LOCK_FILE = ".specloom-lock"
"""The file that is locked on systems that cannot lock folders."""

_STEP = 0.05


@contextmanager
def locked(
    root: Path,
    *,
    shared: bool = False,
    waiting: Callable[[], None] = lambda: None,
    patience: float = PATIENCE,
) -> Generator[None]:
    """Hold the lock of an output folder. The system releases it when the process ends for any reason.

    The folder itself is locked, so that no lock file remains in it. A missing folder is created, and removed
    again if it is still empty at the end. Runs that only read share the lock, and create nothing.

    Args:
        root: the output folder.
        shared: whether the run only reads.
        waiting: called once if another run holds the lock.
        patience: the maximum number of seconds to wait.

    Raises:
        SpecloomError: another run held the lock for longer than `patience`.
    """
    made: list[Path] = []
    held = _held(root, shared, waiting, time.monotonic() + patience, made)
    try:
        yield
    finally:
        for folder in reversed(made):
            with contextlib.suppress(OSError):
                folder.rmdir()
        if held is not None:
            os.close(held)


def _held(
    root: Path, shared: bool, waiting: Callable[[], None], end: float, made: list[Path]
) -> int | None:
    """Return an open descriptor that holds the lock, or None if there is no folder to lock."""
    has_waited = False
    while True:
        if not shared:
            _make(root, made)
        if not root.is_dir() or not os.access(root, os.R_OK):
            return None  # a file, or a folder that cannot be created or read: writing reports it
        found = _acquired(root, shared)
        if found is not None:
            return found
        if not has_waited:
            waiting()
            has_waited = True
        if time.monotonic() >= end:
            raise SpecloomError.of(
                "output-in-use",
                "another run of specloom is writing to the output folder",
                hint="wait until it has finished, or choose another folder with --output",
                location=Location(root.as_posix()),
            )
        time.sleep(_STEP)


def _make(root: Path, made: list[Path]) -> None:
    for folder in reversed([each for each in (root, *root.parents) if not each.exists()]):
        try:
            folder.mkdir()
        except FileExistsError:
            continue
        except OSError:
            return
        made.append(folder)


def _acquired(folder: Path, shared: bool) -> int | None:
    """Return an open descriptor that holds the lock, or None if another process holds it."""
    try:
        descriptor = _opened(folder)
    except OSError:
        return None
    try:
        _lock(descriptor, shared)
        # The previous holder of the lock may have removed the folder.
        if os.name != "posix" or os.path.samestat(os.fstat(descriptor), os.stat(folder)):
            return descriptor
    except (BlockingIOError, FileNotFoundError, PermissionError):
        pass
    except OSError as error:
        # Windows reports a held lock as a deadlock; some file systems do not support locks.
        if error.errno not in (errno.EACCES, errno.EDEADLK):
            return descriptor
    os.close(descriptor)
    return None


def _opened(folder: Path) -> int:
    if os.name == "posix":
        return os.open(folder, os.O_RDONLY)
    # Windows cannot open folders. The lock file is removed when it is closed.
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_TEMPORARY", 0)
    return os.open(folder / LOCK_FILE, flags)


if os.name == "posix":
    import fcntl

    def _lock(descriptor: int, shared: bool) -> None:
        kind = fcntl.LOCK_SH if shared else fcntl.LOCK_EX
        fcntl.flock(descriptor, kind | fcntl.LOCK_NB)

else:
    import importlib

    def _lock(descriptor: int, shared: bool) -> None:  # noqa: ARG001 - locks are exclusive only
        msvcrt = importlib.import_module("msvcrt")
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)


def remove_leftovers(folder: Path, prefix: str) -> None:
    """Remove temporary files of runs that were killed. The caller must hold the lock of the folder."""
    import shutil

    with contextlib.suppress(OSError):
        for path in folder.iterdir():
            if path.name.startswith(prefix) and path.name != LOCK_FILE:
                if path.is_dir() and not path.is_symlink():
                    shutil.rmtree(path, ignore_errors=True)
                else:
                    path.unlink(missing_ok=True)
