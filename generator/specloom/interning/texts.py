"""Choose one of several descriptions of the same thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable


def best_text(texts: Iterable[str]) -> str:
    """Return the most frequent description; among several, the longest, then the alphabetically first.

    Empty ones do not count, so that no description is lost if one document lacks it.
    """
    votes = Counter(text for text in texts if text)
    if not votes:
        return ""
    return min(votes, key=lambda text: (-votes[text], -len(text), text))
