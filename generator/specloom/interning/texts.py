"""Choose one of several descriptions of the same thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable


def best_text(texts: Iterable[str]) -> str:
    """Return the most frequent description; of several, the longest; of these, the alphabetically first.

    Empty ones do not count, so no docstring is lost where one document has none.
    """
    votes = Counter(text for text in texts if text)
    if not votes:
        return ""
    return min(votes, key=lambda text: (-votes[text], -len(text), text))
