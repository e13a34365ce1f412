"""The day a version of an API leaves support, and a warning from the day after it, once."""

from __future__ import annotations

import warnings
from datetime import date

_warned: set[str] = set()


def warn_after(until: date, *, version: str, advice: str, today: date | None = None) -> None:
    """Warn, once in a process for each version, if the version's support has ended.

    Args:
        until: the last day of support.
        version: as the API names it.
        advice: what to do, a sentence.
        today: the day it is; the computer's if left out.

    The warning is a FutureWarning, which Python shows by default.
    """
    if (today or date.today()) <= until or version in _warned:
        return
    _warned.add(version)
    text = f"API version {version} is supported until {until.isoformat()} and no longer. {advice}"
    warnings.warn(text, FutureWarning, stacklevel=3)
