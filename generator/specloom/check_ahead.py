"""Check the documents of a large project in several processes, before this process needs them.

This process and the others store checked documents in the cache, and `specloom.check` finds them there. They report
nothing: a document that is invalid is checked again by the process that reports errors, so what is reported
does not depend on the number of processors.

Run as a module, this is such a process: it reads a project, the numbers of its documents and the folder of
a cache from standard input.
"""

from __future__ import annotations

import contextlib
import gc
import pickle
import sys
import tempfile
from collections.abc import Generator
from pathlib import Path
from subprocess import Popen

from msgspec.structs import replace

from specloom import processes
from specloom.cache import Cache
from specloom.cache.documents import CheckedDocuments
from specloom.check import store_documents
from specloom.project.model import Project
from specloom.stages import Stages

ENOUGH = 500_000
"""The number of bytes for each process; one process starts in the time in which it checks about as much."""

_MANY = 4
"""The number of groups of documents for each process from which they can be distributed evenly."""


@contextlib.contextmanager
def checked_ahead(project: Project, cache: Cache, stages: Stages) -> Generator[Cache]:
    """Check the documents that are not cached in several processes, if there are many.

    Args:
        project: the project.
        cache: the cache of this run; without a folder, a temporary folder is used.
        stages: measures and shows this as the stage "documents".

    Yields:
        The cache from which to read the checked documents.
    """
    with contextlib.ExitStack() as stack:
        count = min(processes.processors(), processes.MOST)
        sizes = _sizes(project) if count > 1 and len(project.sources) > count else []
        if sum(sizes) >= 2 * ENOUGH:
            if cache.folder is None:
                cache = Cache(Path(stack.enter_context(tempfile.TemporaryDirectory())))
            with stages.stage("documents"):
                _check(project, cache, sizes, count)
        yield cache


def _check(project: Project, cache: Cache, sizes: list[int], count: int) -> None:
    """Check the documents that are not cached, if they are large enough for two processes."""
    cached = CheckedDocuments(cache, project)
    keys = list(map(cached.key, project.sources))
    new = [number for number, key in enumerate(keys) if key and not cached.has(key)]
    count = min(count, sum(sizes[number] for number in new) // ENOUGH)
    if count < 2:
        return
    # The files that become part of the package are not needed for its documents.
    lean = replace(project, package=replace(project.package, additions={}))
    own, *others = _shares(project, new, sizes, count)
    running: list[Popen[bytes]] = []
    try:
        for share in filter(None, others):
            content = pickle.dumps((lean, share, cache.folder))
            running.append(processes.start(__name__, content))
        # This process needs most of the same modules later, and the overlays.
        store_documents(project, own, cache)
        for each in running:
            processes.finish(each)
    finally:
        for each in running:
            processes.stop(each)


def _shares(project: Project, new: list[int], sizes: list[int], count: int) -> list[list[int]]:
    """Distribute documents, by their numbers, over processes.

    Documents with the same name, which are mostly versions of one, have the most parts in common. They get into
    one process, which examines each part once.
    """
    groups: dict[str, list[int]] = {}
    for number in new:
        groups.setdefault(project.sources[number].path.name, []).append(number)
    listed = list(groups.values()) if len(groups) >= _MANY * count else [[each] for each in new]
    totals = [sum(sizes[number] for number in group) for group in listed]
    return [
        [number for index in share for number in listed[index]]
        for share in processes.shares(totals, count)
    ]


def _sizes(project: Project) -> list[int]:
    """Return the sizes of the documents in bytes, 0 for one that cannot be read."""
    found: list[int] = []
    for source in project.sources:
        try:
            found.append(source.path.stat().st_size)
        except OSError:
            found.append(0)  # loading it will report it
    return found


def _main() -> None:
    gc.disable()  # documents have no reference cycles, and the process soon ends
    project, numbers, folder = pickle.load(sys.stdin.buffer)  # noqa: S301 - our own parent wrote it
    store_documents(project, numbers, Cache(folder))


if __name__ == "__main__":
    _main()
