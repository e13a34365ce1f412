"""What the commands tell: warnings and errors in, located texts and exit codes out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from pathlib import Path
from traceback import print_exception
from typing import TypeVar

import click
from msgspec.structs import replace

from specloom.diagnostics import (
    Diagnostic,
    Location,
    Severity,
    SpecloomError,
    format_diagnostic,
    neutralise,
)
from specloom.project.model import Project
from specloom.stages import Stages

OMITTED = 3
"""The exit code of a run that left parts of a document out."""
FAULT = 70
"""The exit code of a run that ended in a fault of our own."""
TRACEBACK = "specloom.traceback"
FILES = "specloom.files"
NOTES = "specloom.notes"

Result = TypeVar("Result")


def reporting(run: Callable[[], Result]) -> Result:
    """Run, and turn a located error into its text and exit code 1."""
    try:
        return run()
    except SpecloomError as error:
        _print(error.diagnostics)
        errors = sum(each.severity is Severity.ERROR for each in error.diagnostics)
        click.echo(f"{errors} error{'s' if errors != 1 else ''}; nothing was written", err=True)
        sys.exit(1)
    except click.ClickException:
        raise
    except Exception as error:  # noqa: BLE001 - a bare traceback does not say where in the document
        from specloom.cli.crash_report import unexpected

        context = click.get_current_context(silent=True)
        if context is not None and context.meta.get(TRACEBACK):
            print_exception(error)
        _print([unexpected(error)])
        sys.exit(FAULT)


def warn(findings: Iterable[Diagnostic], strict: bool) -> None:
    """Print findings; notes are counted, and listed if that is asked for.

    Raises:
        SpecloomError: with `strict`, if any finding is more than a note.
    """
    distinct = tuple(dict.fromkeys(findings))
    notes = [each for each in distinct if each.severity is Severity.NOTE]
    warnings = [each for each in distinct if each.severity is not Severity.NOTE]
    if strict and warnings:
        raise SpecloomError(replace(each, severity=Severity.ERROR) for each in warnings)
    context = click.get_current_context(silent=True)
    if context is not None and context.meta.get(NOTES):
        _print(distinct)
        return
    _print(warnings)
    if notes:
        count = f"{len(notes)} note{'s' if len(notes) != 1 else ''}"
        click.echo(f"{count}; --notes lists {'them' if len(notes) != 1 else 'it'}", err=True)


def say_waiting(root: Path) -> None:
    """Say that another run has to end first."""
    click.echo(f"{root.as_posix()}: waiting for another run of specloom to end", err=True)


def tell_omitted(findings: Iterable[Diagnostic]) -> None:
    """End the run with exit code 3 if anything was left out."""
    omitted = sum(each.severity is Severity.OMITTED for each in dict.fromkeys(findings))
    if omitted:
        click.echo(f"{omitted} part{'s' if omitted != 1 else ''} left out", err=True)
        sys.exit(OMITTED)


def show_left_out(project: Project, findings: Iterable[Diagnostic]) -> None:
    """List the operations that `[select]` leaves out, each with the reason."""
    lines = [f"{each.document} is left out: {each.reason}" for each in project.left_out]
    lines += [each.message for each in dict.fromkeys(findings) if each.code == "not-selected"]
    if lines:
        click.echo(f"Not selected ({len(lines)}):")
        for line in lines:
            click.echo(f"  {neutralise(line)}")


def _print(diagnostics: Iterable[Diagnostic]) -> None:
    for each in diagnostics:
        click.echo(format_diagnostic(each, _position), err=True)


def _position(location: Location) -> tuple[int, int] | None:
    from specloom.documents.reading.positions import position

    context = click.get_current_context(silent=True)
    local: dict[str, Path] = context.meta.get(FILES, {}) if context is not None else {}
    path = local.get(location.document, Path(location.document))
    return position(path, location.pointer) if path.is_file() else None


@contextmanager
def shown_stages(*, measuring: bool = False) -> Generator[Stages]:
    """The stages of a run: named where a person looks on, and shown with what they took if asked to."""
    if not sys.stderr.isatty():
        stages = Stages(measuring=measuring)
        yield stages
    else:
        from rich.console import Console

        with Console(stderr=True).status("load") as status:
            stages = Stages(status.update, measuring=measuring)
            yield stages
    if measuring:
        from specloom.cli.profile import show

        show(stages)
