"""Warn when support for a version of an API has ended."""

from __future__ import annotations

import warnings
from datetime import date

_warned: set[str] = set()


def warn_after(until: date, *, version: str, advice: str, today: date | None = None) -> None:
    """Warn, once in a process for each version, if support for the version has ended.

    The warning is a FutureWarning, which Python shows by default.

    Args:
        until: The last day of support.
        version: The name of the version in the API.
        advice: What to do, as a sentence.
        today: The current date; by default, that of the computer.
    """
    if (today or date.today()) <= until or version in _warned:
        return
    _warned.add(version)
    text = f"API version {version} is supported until {until.isoformat()}. {advice}"
    warnings.warn(text, FutureWarning, stacklevel=3)
