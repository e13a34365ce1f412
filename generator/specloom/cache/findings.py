"""Convert diagnostics and locations to JSON and back."""

from __future__ import annotations

from typing import Any

from specloom.diagnostics import Diagnostic, Location, Severity


def dump_diagnostic(finding: Diagnostic) -> list[object]:
    """Return a diagnostic as JSON."""
    location = None if finding.location is None else dump_location(finding.location)
    return [finding.code, finding.message, finding.hint, location, finding.severity.value]


def load_diagnostic(entry: list[Any]) -> Diagnostic:
    """Return the diagnostic from its JSON."""
    code, message, hint, dumped, severity = entry
    location = None if dumped is None else load_location(dumped)
    return Diagnostic(code, message, hint, location, Severity(severity))


def dump_location(location: Location) -> list[object]:
    """Return a location as JSON."""
    return [location.document, location.pointer, location.line, location.column]


def load_location(entry: list[Any]) -> Location:
    """Return the location from its JSON."""
    document, pointer, line, column = entry
    return Location(document, tuple(pointer), line, column)
