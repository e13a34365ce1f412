"""Turn plural words into singular ones, to name the items of an array."""

from __future__ import annotations

import re

# Plural words whose singular does not follow from their ending.
_IRREGULAR = {
    "aliases": "alias",
    "analyses": "analysis",
    "atlases": "atlas",
    "axes": "axis",
    "bonuses": "bonus",
    "buses": "bus",
    "campuses": "campus",
    "canvases": "canvas",
    "censuses": "census",
    "children": "child",
    "cookies": "cookie",
    "criteria": "criterion",
    "diagnoses": "diagnosis",
    "feet": "foot",
    "indices": "index",
    "leaves": "leaf",
    "lies": "lie",
    "matrices": "matrix",
    "men": "man",
    "mice": "mouse",
    "movies": "movie",
    "people": "person",
    "quizzes": "quiz",
    "selfies": "selfie",
    "statuses": "status",
    "ties": "tie",
    "vertices": "vertex",
    "viruses": "virus",
    "women": "woman",
    "zombies": "zombie",
    **dict.fromkeys(("heroes", "echoes", "potatoes", "tomatoes", "vetoes"), ""),
    **{each: each[:-1] for each in ("caches", "niches", "headaches")},
}
# Words that end in an s and are no plurals.
_SINGULAR = frozenset("""
    access address alias always analysis analytics as atlas aws axis basis bias bonus bus business campus canvas
    census chaos class cors css diagnosis dns dos express focus gas gps has https is kubernetes lens less logistics
    metrics minus news os pass plus postgres previous process progress series sms sns sqs ssh status stats success this
    tls trellis us virus was yes
    """.split())
_LAST_WORD = re.compile(r"[A-Z]{2,}s$|[A-Z]?[a-z]+$|[A-Z]+$")


def singular(name: str) -> str:
    """Return a name with its last word in the singular, or the name itself if that is not a plural.

    `lineItems` gives `lineItem`, `URLs` gives `URL`, and `status` stays as it is.
    """
    found = _LAST_WORD.search(name)
    if found is None:
        return name
    word = found[0]
    if re.fullmatch("[A-Z]{2,}s", word):
        return name[:-1]
    single = _singular(word.lower())
    if single == word.lower():
        return name
    cased = single.upper() if word.isupper() else single
    cased = cased[0].upper() + cased[1:] if word[0].isupper() else cased
    return name[: found.start()] + cased


def _singular(word: str) -> str:
    known = _IRREGULAR.get(word)
    if known is not None:
        return known or word[:-2]
    if word in _SINGULAR or len(word) < 3 or not word.endswith("s"):
        return word
    if word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    return word[:-1]
