"""Report the diagnostics and progress of commands, and set their exit codes."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from pathlib import Path
from traceback import print_exception
from typing import TypeVar

import click
from msgspec.structs import replace

from specloom.cli.output import output
from specloom.diagnostics import (
    Diagnostic,
    Severity,
    SpecloomError,
    neutralise,
)
from specloom.project.model import Project
from specloom.stages import Stages

OMITTED = 3
"""The exit code of a run that omitted parts of a document."""
FAULT = 70
"""The exit code of a run that failed because of a bug in specloom."""
TRACEBACK = "specloom.traceback"
NOTES = "specloom.notes"

_SECONDS_BETWEEN_LINES = 10.0

Result = TypeVar("Result")


def reporting(run: Callable[[], Result]) -> Result:
    """Call a function. If it raises an error, report it and end with exit code 1."""
    try:
        return run()
    except SpecloomError as error:
        output().report(error.diagnostics)
        errors = sum(each.severity is Severity.ERROR for each in error.diagnostics)
        say_aside(f"{errors} error{'s' if errors != 1 else ''}; nothing was written")
        sys.exit(1)
    except (click.ClickException, BrokenPipeError):
        raise  # click ends the run; nobody reads the rest of an output whose pipe is closed
    except Exception as error:  # noqa: BLE001 - a bare traceback does not say where in the document
        from specloom.cli.crash_report import unexpected

        context = click.get_current_context(silent=True)
        if context is not None and context.meta.get(TRACEBACK):
            print_exception(error)
        output().report([unexpected(error)])
        sys.exit(FAULT)


def warn(findings: Iterable[Diagnostic], strict: bool) -> None:
    """Print diagnostics. Notes are only counted, unless an option requests them.

    Raises:
        SpecloomError: with `strict`, if there is any diagnostic other than a note.
    """
    distinct = tuple(dict.fromkeys(findings))
    notes = [each for each in distinct if each.severity is Severity.NOTE]
    warnings = [each for each in distinct if each.severity is not Severity.NOTE]
    if strict and warnings:
        raise SpecloomError(replace(each, severity=Severity.ERROR) for each in warnings)
    context = click.get_current_context(silent=True)
    if context is not None and context.meta.get(NOTES):
        output().report(distinct)
        return
    output().report(warnings)
    if notes:
        count = f"{len(notes)} note{'s' if len(notes) != 1 else ''}"
        say_aside(f"{count}; --notes lists {'them' if len(notes) != 1 else 'it'}")


def say_aside(line: str) -> None:
    """Print a line about the run to standard error, unless it is quiet."""
    if output().quiet:
        return
    if console := output().console:  # prints it above the line of the stage
        console.print(line, markup=False, soft_wrap=True)
    else:
        click.echo(line, err=True)


def say_waiting(root: Path) -> None:
    """Print that the run waits for another one to end."""
    say_aside(f"{root.as_posix()}: waiting for another run of specloom to finish")


def end_with_omitted(findings: Iterable[Diagnostic]) -> None:
    """End the run with exit code 3 if anything was omitted."""
    omitted = sum(each.severity is Severity.OMITTED for each in dict.fromkeys(findings))
    if omitted:
        say_aside(f"{omitted} part{'s' if omitted != 1 else ''} omitted")
        sys.exit(OMITTED)


def show_left_out(project: Project, findings: Iterable[Diagnostic]) -> None:
    """List the operations that `[select]` excludes, each with the reason."""
    lines = [f"{each.document} is omitted: {each.reason}" for each in project.left_out]
    lines += [each.message for each in dict.fromkeys(findings) if each.code == "not-selected"]
    if lines:
        output().say(f"Not selected ({len(lines)}):")
        for line in lines:
            output().say(f"  {neutralise(line)}")


@contextmanager
def shown_stages(*, measuring: bool = False) -> Generator[Stages]:
    """Provide the stages of a run. They are shown as they begin, and measured if `measuring` is true.

    A terminal shows the stage and the document on one line that is updated. Otherwise a long run prints
    a line from time to time, and a verbose run one line for each stage.
    """
    if output().quiet or not sys.stderr.isatty():
        stages = Stages(_Lines(), measuring=measuring)
        yield stages
    else:
        from rich.console import Console
        from rich.markup import escape

        console = Console(stderr=True, highlight=False)
        with console.status("load") as status:
            stages = Stages(lambda stage: status.update(escape(stage)), measuring=measuring)
            output().console = console  # it prints diagnostics above the line of the stage
            try:
                yield stages
            finally:
                output().console = None
    if measuring:
        from specloom.cli.profile import show

        show(stages)


class _Lines:
    """Prints stages as plain lines."""

    def __init__(self) -> None:
        self._last = time.monotonic()
        self._name = ""

    def __call__(self, stage: str) -> None:
        now, name = time.monotonic(), stage.partition(" ")[0]
        is_new = output().verbose and name != self._name
        if is_new or now - self._last >= _SECONDS_BETWEEN_LINES:
            self._last, self._name = now, name
            say_aside(stage)
