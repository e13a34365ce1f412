"""Print the time and memory that the stages of a run took."""

from __future__ import annotations

import sys

from specloom.stages import Stages

_MIB = 1 << 20


def show(stages: Stages) -> None:
    """Print a table of the stages on standard error."""
    from rich.console import Console
    from rich.table import Table

    measured = list(stages.measures())
    total = sum(measure.seconds for _, measure in measured)
    table = Table("stage", title="CPU seconds by stage", show_footer=True)
    table.columns[0].footer = "all"
    for title, footer in (
        ("CPU s", f"{total:.2f}"),
        ("share", ""),
        ("calls", ""),
        ("from cache", ""),
        ("peak MiB", f"{max((each.peak for _, each in measured), default=0) // _MIB}"),
    ):
        table.add_column(title, footer, justify="right")
    for name, measure in measured:
        asked = measure.hits + measure.misses
        table.add_row(
            name,
            f"{measure.seconds:.2f}",
            f"{measure.seconds / total:.0%}" if total else "",
            str(measure.calls),
            f"{measure.hits} of {asked}" if asked else "",
            str(measure.peak // _MIB),
        )
    Console(stderr=True, width=None if sys.stderr.isatty() else 100).print(table)
