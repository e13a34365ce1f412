"""What a run of the benchmark is asked for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """How thorough a run is."""

    quick: bool
    records: int
    """The most records that the plot of memory goes to."""
