"""Read a path as words: which of its segments name something, and what they say beside that."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct

from specloom.lowering.verbs import plain

VERSION = re.compile(
    r"v\d+(?:[._p]\d+)*(?:[._-]?(?P<pre>alpha|beta|rc|preview)\d*)?"
    r"|\d{4}-\d{2}(?:-\d{2})?(?:[._-]?(?P<dated>alpha|beta|rc|preview)\d*)?"
    r"|\d+(?:\.\d+)+",
    re.IGNORECASE,
)
"""A segment of a path that names no resource: `v3`, `v1beta1`, `v2.1`, `2026-09`, `2026-09-beta`."""

GENERIC = frozenset({"api", "apis", "rest"})
"""First segments that say nothing of what follows."""

MOST = 2 / 3
"""The share of its paths that makes a convention of a document."""
FEWEST = 3
"""The fewest kinds of things below a segment that says nothing of them."""

_CUSTOM = re.compile(r"(?P<rest>.*):(?P<verb>[A-Za-z][\w.-]*)")
_FUNCTION = re.compile(r"(?:\w+\.)*(?P<name>\w+)\((?P<values>.*)\)")
_SUFFIX = re.compile(r"\.(?:json|xml|csv|html|txt|pdf|ya?ml|atom|rss|php|aspx?|do)$", re.IGNORECASE)


class Segment(Struct, frozen=True):
    """One segment of a path.

    `word` is what it names, "" where that is nothing; `verb` the custom verb behind a colon. One that has a
    parameter may have a word as well: `Users('{id}')`.
    """

    text: str
    word: str = ""
    is_parameter: bool = False
    is_version: bool = False
    verb: str = ""


def segments_of(path: str) -> tuple[Segment, ...]:
    """The segments of a path."""
    return tuple(_segment(part) for part in path.split("/") if part)


def _segment(text: str) -> Segment:
    verb = ""
    rest = text
    if found := _CUSTOM.fullmatch(text):
        rest, verb = found["rest"], found["verb"]
    if function := _FUNCTION.fullmatch(rest):
        has_value = "{" in function["values"]
        return Segment(text, function["name"], has_value, False, verb)
    if "{" in rest:
        return Segment(text, "", True, False, verb)
    word = _SUFFIX.sub("", rest.split(";")[0])
    if VERSION.fullmatch(word):
        return Segment(text, "", False, True, verb)
    return Segment(text, word if any(map(str.isalpha, word)) else "", False, False, verb)


def version_of(segments: Iterable[Segment]) -> str:
    """The version that a path names, "" for none."""
    return next((each.text for each in segments if each.is_version), "")


def is_stable(version: str) -> bool:
    """Whether a version is no preview."""
    found = VERSION.fullmatch(version)
    return not found or not (found["pre"] or found["dated"])


def stage(version: str) -> str:
    """What a version is called as a namespace: `alpha`, `beta`, or its own name."""
    found = VERSION.fullmatch(version)
    return ((found["pre"] or found["dated"]) if found else "") or version


def namespace_of(name: str) -> str:
    """A version, or a stage of one, as the name of a resource."""
    return name if name[0].isalpha() else f"v{name}"


def rank(version: str) -> tuple[bool, tuple[int, ...]]:
    """By which versions are ordered, the newest stable one last."""
    return is_stable(version), tuple(int(each) for each in re.findall(r"\d+", version))


def prefix_of(routes: Sequence[Sequence[Segment]]) -> tuple[str, ...]:
    """The words that most paths begin with and that say nothing of what follows; a version is `#`.

    What counts is what most paths have, so that one more path changes nothing.
    """
    begun = list(routes)
    prefix: list[str] = []
    while True:
        depth = len(prefix)
        longer = [
            route
            for route in begun
            if len(route) > depth + 1 and not (route[depth].word and route[depth + 1].is_parameter)
        ]
        counted = Counter(_kind(route[depth]) for route in longer)
        word, number = counted.most_common(1)[0] if counted else ("", 0)
        if not word or number < MOST * len(routes):
            return tuple(prefix)
        begun = [route for route in longer if _kind(route[depth]) == word]
        kinds = {plain(route[depth + 1].word) for route in begun} - {""}
        deep = {plain(route[depth + 1].word) for route in begun if len(route) > depth + 2} - {""}
        is_said = word in GENERIC or word == "#"
        if not is_said and (len(kinds) < FEWEST or len(deep) < FEWEST - 1):
            return tuple(prefix)
        prefix.append(word)


def prefix_length(route: Sequence[Segment], prefix: Sequence[str]) -> int:
    """How many segments of a path say nothing of what follows; the last one always does."""
    kinds = [_kind(each) for each in route]
    length = len(prefix) if kinds[: len(prefix)] == list(prefix) else 0
    while length < len(route) - 1 and (kinds[length] in GENERIC or kinds[length] == "#"):
        length += 1
    named = [index for index, each in enumerate(route) if each.word]
    return min(length, named[-1] if named else 0)


def _kind(segment: Segment) -> str:
    return "#" if segment.is_version else plain(segment.word)
