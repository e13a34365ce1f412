"""Generate a package again whenever one of its documents is saved."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from specloom.cli.output import output
from specloom.project.model import Project
from specloom.project.sources import local_path

if TYPE_CHECKING:
    from specloom.generated import Generated

INTERVAL = 0.1
"""Seconds between two checks of the files. A change is complete if they stay the same for this time."""

_State: TypeAlias = dict[str, tuple[int, int]]


def watch(run: Callable[[], tuple[Project, Generated]], project_file: Path | None) -> None:
    """Run now, and after each change of the files that were read, until Ctrl-C.

    A run that fails reports its errors. The next change starts another run.
    """
    paths: set[Path] = {project_file or Path("specloom.toml")}
    with contextlib.suppress(KeyboardInterrupt):
        while True:
            before = _state(paths)
            started = time.perf_counter()
            try:
                project, made = run()
                paths = set(_watched(project, made))
            except SystemExit:
                paths |= {each.parent for each in paths}
            else:
                # Files saved during the run count as changed; newly watched files have their present state.
                before = {
                    **_state(paths),
                    **{key: value for key, value in before.items() if Path(key).is_file()},
                }
            seconds = time.perf_counter() - started
            output().say(
                f"{time.strftime('%H:%M:%S')} {seconds:.2f} s; watching {len(paths)} paths, Ctrl-C ends"
            )
            _wait(paths, before)


def _wait(paths: set[Path], before: _State) -> None:
    """Return when the files have changed and are no longer being written."""
    while _state(paths) == {key: value for key, value in before.items() if Path(key) in paths}:
        time.sleep(INTERVAL)
    last = _state(paths)
    while True:
        time.sleep(INTERVAL)
        now = _state(paths)
        if now == last:
            return
        last = now


def _watched(project: Project, made: Generated) -> Iterator[Path]:
    """Yield the files that a run read and their folders.

    These are the project file, documents, overlays, references, and what the user adds to the package.
    """
    if project.file is not None:
        yield Path(project.file)
    for folder in project.folders:
        yield folder
        yield from (path for path in folder.rglob("*") if path.parent.name != "__pycache__")
    for hook in project.hooks.values():
        yield hook.path
    for source in (*project.sources, *project.overlays):
        if not source.address:
            yield source.path
            yield source.path.parent
    for address in made.references:
        path = local_path(address)
        if path is not None:
            yield path


def _state(paths: set[Path]) -> _State:
    found: _State = {}
    for path in paths:
        try:
            state = os.stat(path)
        except OSError:
            found[str(path)] = (0, -1)
        else:
            found[str(path)] = (state.st_mtime_ns, state.st_size if path.is_file() else 0)
    return found
