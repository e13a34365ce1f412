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
)
from specloom.stages import Stages

OMITTED = 3
"""The exit code of a run that left parts of a document out."""
FAULT = 70
"""The exit code of a run that ended in a fault of our own."""
TRACEBACK = "specloom.traceback"

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
    except Exception as error:  # never a bare traceback: it does not say where in the document
        from specloom.unexpected import unexpected

        context = click.get_current_context(silent=True)
        if context is not None and context.meta.get(TRACEBACK):
            print_exception(error)
        _print([unexpected(error)])
        sys.exit(FAULT)


def warn(warnings: Iterable[Diagnostic], strict: bool) -> None:
    warnings = tuple(dict.fromkeys(warnings))
    if strict and warnings:
        raise SpecloomError(replace(each, severity=Severity.ERROR) for each in warnings)
    _print(warnings)


def tell_omitted(findings: Iterable[Diagnostic]) -> None:
    """End the run with exit code 3 if anything was left out."""
    omitted = sum(each.severity is Severity.OMITTED for each in dict.fromkeys(findings))
    if omitted:
        click.echo(f"{omitted} part{'s' if omitted != 1 else ''} left out", err=True)
        sys.exit(OMITTED)


def _print(diagnostics: Iterable[Diagnostic]) -> None:
    for each in diagnostics:
        click.echo(format_diagnostic(each, _position), err=True)


def _position(location: Location) -> tuple[int, int] | None:
    from specloom.documents.positions import position

    path = Path(location.document)
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
        from specloom.profile import show

        show(stages)
