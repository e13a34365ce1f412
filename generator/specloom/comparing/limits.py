"""Compare limits on values."""

from __future__ import annotations

from specloom.comparing.surface import Limits

_LEAST = ("minimum", "exclusive_minimum", "min_length", "min_items")
_MOST = ("maximum", "exclusive_maximum", "max_length", "max_items")


def compare_limits(old: Limits, new: Limits) -> tuple[tuple[str, str], ...]:
    """Return the change of each limit: ``tightened``, ``loosened`` or ``changed``, and how."""
    found: list[tuple[str, str]] = []
    for key in sorted({*old, *new}):
        before, after = old.get(key), new.get(key)
        if before == after:
            continue
        shown = f"{key.replace('_', ' ')} {_shown(before)} is {_shown(after)} now"
        if before is None:
            found.append(("tightened", shown))
        elif after is None:
            found.append(("loosened", shown))
        elif isinstance(before, str) or isinstance(after, str):
            found.append(("changed", shown))
        elif key in _LEAST:
            found.append(("tightened" if after > before else "loosened", shown))
        elif key in _MOST:
            found.append(("tightened" if after < before else "loosened", shown))
        else:
            found.append(("changed", shown))
    return tuple(found)


def _shown(value: float | str | None) -> str:
    if value is None:
        return "none"
    return repr(value) if isinstance(value, str) else f"{value:g}"
