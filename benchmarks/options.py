"""The options of a run of the benchmark."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """How thorough a run is."""

    quick: bool
    records: int
    """The maximum number of records in the plot of memory."""
