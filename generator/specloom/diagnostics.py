"""Diagnostics: what is wrong, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum
from types import TracebackType
from typing import TypeAlias

from msgspec import Struct

Pointer: TypeAlias = tuple[str, ...]
"""A JSON pointer as its unescaped tokens; the empty tuple is the whole document."""

_LONGEST_MESSAGE = 600
_LONGEST_POINTER = 300


class Location(Struct, frozen=True):
    """A place in a document: the path as it is shown (forward slashes) and a JSON pointer.

    Line and column count from one. They are set only where they are known anyway, as for a syntax
    error; otherwise they are looked up when the location is printed.
    """

    document: str
    pointer: Pointer = ()
    line: int | None = None
    column: int | None = None

    def __lt__(self, other: Location) -> bool:
        return self._order() < other._order()

    def _order(self) -> tuple[str, int, int, Pointer]:
        return (self.document, self.line or 0, self.column or 0, self.pointer)


class Severity(Enum):
    """What became of a part: it stops the generation, is omitted, or is generated nevertheless.

    A warning concerns an error in the document, or something that is not generated as the document has
    it. A note is routine: the document is right, and so is the client.
    """

    ERROR = "error"
    OMITTED = "omitted"
    WARNING = "warning"
    NOTE = "note"


class Diagnostic(Struct, frozen=True):
    """One finding: a kebab-case code, what is wrong, what to do about it, and where."""

    code: str
    message: str
    hint: str
    location: Location | None
    severity: Severity = Severity.ERROR


NOTES = frozenset(
    (
        *("ignored-header", "kept-name", "reserved-name"),
        *("skipped-callback", "skipped-link", "skipped-webhook", "unused-content"),
    )
)
"""The codes of what is routine."""


def severity_of(code: str) -> Severity:
    """Return the severity of a finding that does not keep its part from being generated."""
    return Severity.NOTE if code in NOTES else Severity.WARNING


class SpecloomError(Exception):
    """One or more diagnostics that end a stage; a stage raises it with everything it found."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics: tuple[Diagnostic, ...] = tuple(diagnostics)
        super().__init__(self.diagnostics)

    def __str__(self) -> str:
        return "\n".join(format_diagnostic(each) for each in self.diagnostics)

    @classmethod
    def of(
        cls, code: str, message: str, *, hint: str, location: Location | None = None
    ) -> SpecloomError:
        """Make the error of a single diagnostic, for `raise SpecloomError.of(...)`."""
        return cls((Diagnostic(code, message, hint, location),))


class Collector:
    """Gathers the errors of a loop, so that it goes on and all of them are reported.

    >>> collector = Collector()
    >>> for name in ():
    ...     with collector.item():
    ...         print(name)
    >>> collector.raise_if_errors()
    """

    __slots__ = ("_diagnostics",)

    def __init__(self) -> None:
        self._diagnostics: list[Diagnostic] = []

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What was gathered, warnings included, in the order found and each only once."""
        return tuple(dict.fromkeys(self._diagnostics))

    def add(self, *diagnostics: Diagnostic) -> None:
        """Gather findings that were not raised, such as warnings."""
        self._diagnostics.extend(diagnostics)

    def item(self) -> _Item:
        """Return the context of one turn of the loop: a `SpecloomError` in it is gathered."""
        return _Item(self)

    def has_errors(self) -> bool:
        """Tell whether any of what was gathered is an error."""
        return any(each.severity is Severity.ERROR for each in self._diagnostics)

    def raise_if_errors(self) -> None:
        """Raise `SpecloomError` with everything gathered if any of it is an error."""
        if self.has_errors():
            raise SpecloomError(self.diagnostics)


class _Item:
    __slots__ = ("_collector",)

    def __init__(self, collector: Collector) -> None:
        self._collector = collector

    def __enter__(self) -> None:
        return None

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> bool:
        if not isinstance(error, SpecloomError):
            return False
        self._collector.add(*error.diagnostics)
        return True


def format_pointer(pointer: Pointer) -> str:
    """Return the pointer as a URI fragment is commonly written: `#/paths/~1tasks/get`."""
    text = "/".join(("#", *pointer))
    if "~" not in text and text.count("/") == len(pointer):
        return text  # as most are
    return "#" + "".join("/" + token.replace("~", "~0").replace("/", "~1") for token in pointer)


def neutralise(text: str, longest: int = _LONGEST_MESSAGE) -> str:
    """Return a string on one line, with its special characters shown, at most `longest` characters long.

    Strings of a document may contain newlines, terminal sequences or marks that reorder a line; each
    character that is not printable is replaced by its escape.
    """
    if len(text) > longest:
        text = text[: longest - 1] + "…"
    if text.isprintable():
        return text
    return "".join(
        each if each.isprintable() else each.encode("unicode_escape").decode("ascii")
        for each in text
    )


def no_position(_: Location) -> tuple[int, int] | None:
    """Return only the position that the location itself carries, which is none here."""
    return None


def format_diagnostic(
    diagnostic: Diagnostic,
    position: Callable[[Location], tuple[int, int] | None] = no_position,
) -> str:
    """Return the diagnostic as text: one line, and the hint indented on a second.

    `position` finds the line and column of a location that does not carry them.
    """
    location = diagnostic.location
    label = f"{diagnostic.severity.value}[{neutralise(diagnostic.code)}]"
    message = neutralise(diagnostic.message)
    if location is None:
        first = f"{label}: {message}"
    else:
        pointer = neutralise(format_pointer(location.pointer), _LONGEST_POINTER)
        subject = f"{label} {pointer}" if location.pointer else label
        first = f"{_place(location, position)}: {subject}: {message}"
    return f"{first}\n    hint: {neutralise(diagnostic.hint)}" if diagnostic.hint else first


def _place(location: Location, position: Callable[[Location], tuple[int, int] | None]) -> str:
    shown = neutralise(location.document)
    if location.line is not None:
        return f"{shown}:{location.line}:{location.column or 1}"
    found = position(location)
    return shown if found is None else f"{shown}:{found[0]}:{found[1]}"
