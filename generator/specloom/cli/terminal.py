"""Print a diagnostic to a terminal, in colour and with the line of its source."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from specloom.diagnostics import Diagnostic, Severity, format_pointer, neutralise

_STYLES = {
    Severity.ERROR: "bold red",
    Severity.OMITTED: "bold magenta",
    Severity.WARNING: "bold yellow",
    Severity.NOTE: "bold cyan",
}
_LONGEST_LINE = 2_000


def show(
    found: Diagnostic,
    position: tuple[int, int] | None,
    local: Callable[[str], Path],
    console: Console | None = None,
) -> None:
    """Print a diagnostic to a terminal, by default to that of standard error.

    Args:
        found: the diagnostic.
        position: its line and column, if they are known.
        local: returns the file with a display path in diagnostics.
        console: the console to print to.
    """
    console = console or Console(stderr=True, highlight=False)
    style = _STYLES[found.severity]
    head = Text.assemble(
        (found.severity.value, style),
        (f"[{neutralise(found.code)}]", style),
        ": ",
        neutralise(found.message),
    )
    console.print(head)
    if found.location is not None:
        place = neutralise(found.location.document)
        if position is not None:
            place += f":{position[0]}:{position[1]}"
        line = Text.assemble(("  --> ", "blue"), place)
        if found.location.pointer:
            line.append(f" {neutralise(format_pointer(found.location.pointer), 300)}", "dim")
        console.print(line, overflow="fold")
        if position is not None:
            _show_source(local(found.location.document), position, style, console)
    if found.hint:
        hint = Text.assemble(("hint: ", "green"), neutralise(found.hint))
        console.print(Padding(hint, (0, 0, 0, 2), expand=False))


def _show_source(path: Path, position: tuple[int, int], style: str, console: Console) -> None:
    """Print a line of a file with a caret below the column."""
    number, column = position
    source = _line(path, number)
    if source is None:
        return
    margin = len(str(number))
    width = max(20, console.width - margin - 4)
    start = max(0, column - 1 - width // 2) if len(source) > width else 0
    shown = neutralise(source[start : start + width].replace("\t", " "), width)
    gutter = Text(f"{number} | ", "blue")
    console.print(Text.assemble(gutter, shown), overflow="crop", no_wrap=True)
    caret = Text(" " * max(0, column - 1 - start) + "^", style)
    console.print(
        Text.assemble((" " * margin + " | ", "blue"), caret), overflow="crop", no_wrap=True
    )


def _line(path: Path, number: int) -> str | None:
    """Return a line of a file, counted from one, or None if it cannot be shown."""
    try:
        with path.open(encoding="utf-8-sig", errors="replace") as file:
            for count, line in enumerate(file, 1):
                if count == number:
                    return (
                        line.rstrip("\r\n")[:_LONGEST_LINE]
                        if len(line) < _LONGEST_LINE * 50
                        else None
                    )
    except OSError:
        return None
    return None
