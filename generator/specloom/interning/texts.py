"""Choose among texts that say the same thing: several in, the best one out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable


def best_text(texts: Iterable[str]) -> str:
    """The text that most say; among those the longest; among those the first by the alphabet.

    Empty texts have no vote, so no docstring is lost where one document leaves it out.
    """
    votes = Counter(text for text in texts if text)
    if not votes:
        return ""
    return min(votes, key=lambda text: (-votes[text], -len(text), text))
