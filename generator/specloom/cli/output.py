"""Print the reports of a command as text, JSON, SARIF or workflow commands of GitHub."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import click

from specloom import __version__
from specloom.diagnostics import (
    Diagnostic,
    Location,
    Severity,
    format_diagnostic,
    format_pointer,
    neutralise,
)

if TYPE_CHECKING:
    from rich.console import Console

FORMATS = ("text", "json", "sarif", "github")
"""The formats of diagnostics."""

FILES = "specloom.files"
_OUTPUT = "specloom.output"
_SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {
    Severity.ERROR: "error",
    Severity.OMITTED: "warning",
    Severity.WARNING: "warning",
    Severity.NOTE: "note",
}
_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


class Output:
    """The output of one run of a command.

    Diagnostics in text are written to standard error. In JSON and SARIF they are one document, which is
    written to standard output when the command ends, and all other lines are written to standard error.
    """

    def __init__(
        self, format_: str = "text", *, quiet: bool = False, verbose: bool = False
    ) -> None:
        self.format = format_
        self.quiet = quiet
        self.verbose = verbose
        self.console: Console | None = None
        """The console whose last line shows the current stage, while there is one."""
        self._found: list[Diagnostic] = []

    @property
    def is_document(self) -> bool:
        """Whether the output format is a single document with all diagnostics."""
        return self.format in ("json", "sarif")

    def say(self, line: str) -> None:
        """Print a line for people, unless the run is quiet."""
        if not self.quiet:
            click.echo(line, err=self.is_document)

    def report(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Print diagnostics, or store them for the document. In text, a quiet run prints only errors."""
        for each in diagnostics:
            if self.quiet and self.format == "text" and each.severity is not Severity.ERROR:
                continue
            if self.is_document:
                self._found.append(each)
            elif self.format == "github":
                click.echo(_workflow_command(each))
            elif sys.stderr.isatty():
                from specloom.cli.terminal import show

                show(each, position_of(each.location), local_file, self.console)
            else:
                click.echo(format_diagnostic(each, find_position), err=True)

    def finish(self) -> None:
        """Print the document of diagnostics, if the format is one."""
        if self.is_document:
            made = _json(self._found) if self.format == "json" else _sarif(self._found)
            click.echo(json_text(made))


def make_printable() -> None:
    """Let the standard streams print every character.

    Windows may use an encoding that lacks some for a file or a pipe. These are printed as escapes.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def json_text(value: object) -> str:
    """Return a value as JSON that standard output can print, with escapes where its encoding is not UTF-8."""
    encoding = (getattr(sys.stdout, "encoding", "") or "").lower().replace("-", "")
    return json.dumps(value, indent=2, ensure_ascii=encoding != "utf8")


def output() -> Output:
    """Return the output of the current command."""
    context = click.get_current_context(silent=True)
    if context is None:
        return Output()
    found: Output = context.meta.setdefault(_OUTPUT, Output())
    return found


def start_output(format_: str, *, quiet: bool, verbose: bool) -> None:
    """Set how the current command reports."""
    context = click.get_current_context()
    made = Output(format_, quiet=quiet, verbose=verbose)
    context.meta[_OUTPUT] = made
    context.call_on_close(made.finish)


def local_file(shown: str) -> Path:
    """Return the file with a display path in diagnostics: for a download, the local copy."""
    context = click.get_current_context(silent=True)
    local: dict[str, Path] = context.meta.get(FILES, {}) if context is not None else {}
    return local.get(shown, Path(shown))


def find_position(location: Location) -> tuple[int, int] | None:
    """Look up the line and column of a location in its file."""
    from specloom.documents.reading.positions import position

    path = local_file(location.document)
    return position(path, location.pointer) if path.is_file() else None


def position_of(location: Location | None) -> tuple[int, int] | None:
    """Return the line and column of a location. They are looked up in its file if necessary."""
    if location is None:
        return None
    if location.line is not None:
        return location.line, location.column or 1
    return find_position(location)


def _json(found: list[Diagnostic]) -> dict[str, object]:
    return {"version": 1, "diagnostics": [_entry(each) for each in found]}


def _entry(found: Diagnostic) -> dict[str, object]:
    location, position = found.location, position_of(found.location)
    return {
        "code": found.code,
        "severity": found.severity.value,
        "message": found.message,
        "hint": found.hint,
        "file": location.document if location is not None else None,
        "pointer": format_pointer(location.pointer) if location is not None else None,
        "line": position[0] if position else None,
        "column": position[1] if position else None,
    }


def _sarif(found: list[Diagnostic]) -> dict[str, object]:
    """Return the diagnostics as a SARIF 2.1.0 log."""
    rules = sorted({each.code for each in found})
    driver = {"name": "specloom", "version": __version__, "rules": [{"id": each} for each in rules]}
    return {
        "$schema": _SARIF_SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "results": [_result(each, rules.index(each.code)) for each in found],
            }
        ],
    }


def _result(found: Diagnostic, rule: int) -> dict[str, object]:
    text = f"{found.message}\n{found.hint}" if found.hint else found.message
    result: dict[str, object] = {
        "ruleId": found.code,
        "ruleIndex": rule,
        "level": _LEVELS[found.severity],
        "message": {"text": text},
    }
    location, position = found.location, position_of(found.location)
    if location is not None and location.document:
        physical: dict[str, object] = {"artifactLocation": {"uri": _uri(location.document)}}
        if position is not None:
            physical["region"] = {"startLine": position[0], "startColumn": position[1]}
        place: dict[str, object] = {"physicalLocation": physical}
        if location.pointer:
            place["logicalLocations"] = [{"fullyQualifiedName": format_pointer(location.pointer)}]
        result["locations"] = [place]
    return result


def _uri(shown: str) -> str:
    return shown if shown.startswith(("http://", "https://")) else quote(shown)


def _workflow_command(found: Diagnostic) -> str:
    """Return a diagnostic as a workflow command for GitHub's runners."""
    command = _COMMANDS[_LEVELS[found.severity]]
    location, position = found.location, position_of(found.location)
    properties = {"title": found.code}
    if location is not None and location.document:
        properties = {"file": location.document, **properties}
        if position is not None:
            properties |= {"line": str(position[0]), "col": str(position[1])}
    shown = ",".join(f"{key}={_escaped(value, ':,')}" for key, value in properties.items())
    pointer = f"{format_pointer(location.pointer)}: " if location and location.pointer else ""
    hint = f"\n{found.hint}" if found.hint else ""
    return f"::{command} {shown}::{_escaped(neutralise(pointer + found.message) + hint)}"


def _escaped(text: str, further: str = "") -> str:
    for each in "%\r\n" + further:
        text = text.replace(each, f"%{ord(each):02X}")
    return text
