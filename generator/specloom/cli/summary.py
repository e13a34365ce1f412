"""Print the changes of a run to the API and to the files of the package."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from specloom.cli.output import output
from specloom.diagnostics import neutralise
from specloom.emit.file import File
from specloom.emit.write import Changes
from specloom.project.model import PostHook
from specloom.published import Published, PublishedCall

_MOST = 20


def show_files(changes: Changes, root: Path, *, is_dry: bool = False) -> None:
    """Print how many files changed, and with --verbose which ones."""
    groups = (("added", changes.added), ("changed", changes.changed), ("removed", changes.removed))
    if output().verbose:
        for verb, paths in groups:
            for path in paths:
                output().say(f"{verb:8} {path}")
    count = len(changes.added) + len(changes.changed) + changes.unchanged
    counts = [f"{len(paths)} {verb}" for verb, paths in groups if paths]
    line = ", ".join([f"{count} files", *counts, f"{changes.unchanged} unchanged"])
    output().say(f"{root.as_posix()}: {line}{' (nothing was written)' if is_dry else ''}")


def show_post_hook(hook: PostHook, said: str) -> None:
    """Print that a command of `post_hooks` has run, and with --verbose its output."""
    output().say(f"ran {neutralise(hook.shown)}")
    if output().verbose:
        for line in said.splitlines():
            output().say(f"  {neutralise(line)}")


def show_api_changes(before: Published, after: Published) -> None:
    """Print the differences in calls and arguments from the previous generation."""
    lines = list(_changes(before, after))
    if not before.calls:
        calls = sum(not each.gone for each in after.calls)
        output().say(f"API: {calls} {'call' if calls == 1 else 'calls'}")
        return
    if not lines:
        return
    output().say(f"API: {len(lines)} {'change' if len(lines) == 1 else 'changes'}")
    most = len(lines) if output().verbose else _MOST
    for line in lines[:most]:
        output().say(f"  {styled(line)}")
    if len(lines) > most:
        output().say(f"  and {len(lines) - most} more; --verbose lists them")


def _changes(before: Published, after: Published) -> Iterable[str]:
    old = {each.key: each for each in before.calls if not each.gone}
    new = {each.key: each for each in after.calls if not each.gone}
    for key, call in new.items():
        if key not in old:
            yield f"+ {_shown(call)}"
    for key, call in old.items():
        now = new.get(key)
        if now is None:
            yield f"- {_shown(call)}"
        elif now.call != call.call:
            yield f"~ {_shown(call)} is now {now.call}"
        elif before.file:  # a pin file does not record arguments
            changed = _argument_changes(call.arguments, now.arguments)
            if changed:
                yield f"~ {_shown(call)}: {changed}"


def _argument_changes(before: Mapping[str, str], after: Mapping[str, str]) -> str:
    added = [name for key, name in after.items() if key not in before]
    removed = [name for key, name in before.items() if key not in after]
    renamed = [
        f"{name} is now {after[key]}"
        for key, name in before.items()
        if key in after and after[key] != name
    ]
    return ", ".join([*(f"+{each}" for each in added), *(f"-{each}" for each in removed), *renamed])


def _shown(call: PublishedCall) -> str:
    version = f"{call.version} " if call.version else ""
    return f"{version}{call.call} ({call.operation})"


def show_differences(files: Iterable[File], root: Path) -> None:
    """Print a unified diff of files and their counterparts in a folder."""
    for file in sorted(files, key=lambda each: each.path):
        path = root / file.path
        try:
            before = path.read_text("utf-8").splitlines(keepends=True)
        except (OSError, UnicodeDecodeError):
            before = []
        after = file.text.splitlines(keepends=True)
        for line in difflib.unified_diff(before, after, f"a/{file.path}", f"b/{file.path}"):
            _print_line(line.rstrip("\n"))


def _print_line(line: str) -> None:
    click.echo(styled(line), err=output().is_document)


_COLOURS = {
    "+": "green",
    "-": "red",
    "~": "yellow",
    "@": "cyan",
    "breaking (": "red",
    "risky (": "yellow",
    "safe (": "green",
}


def styled(line: str) -> str:
    """Return a line in the colour of its first character, or of its first word if that is a class of changes.

    Without a terminal `click.echo` removes the colour again.
    """
    colour = next((each for start, each in _COLOURS.items() if line.startswith(start)), None)
    return click.style(line, fg=colour) if colour and "NO_COLOR" not in os.environ else line
