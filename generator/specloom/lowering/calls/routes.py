"""Split paths into segments, and find names, versions, parameters and verbs in them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from msgspec import Struct

from specloom.lowering.calls.verbs import plain

VERSION = re.compile(
    r"v\d+(?:[._p]\d+)*(?:[._-]?(?P<pre>alpha|beta|rc|preview)\d*)?"
    r"|\d{4}-\d{2}(?:-\d{2})?(?:[._-]?(?P<dated>alpha|beta|rc|preview)\d*)?"
    r"|\d+(?:\.\d+)+",
    re.IGNORECASE,
)
"""A segment of a path that names no resource: `v3`, `v1beta1`, `v2.1`, `2026-09`, `2026-09-beta`."""

STAGES = ("alpha", "beta", "preview", "rc")
"""The stages of previews, the earliest first."""

GENERIC = frozenset({"api", "apis", "rest"})
"""First segments that name no resource."""

MOST = 3 / 4
"""The minimum share of a document for a convention."""
ENOUGH = 10
"""The minimum number of paths or operations for a convention."""
FEWEST = 3
"""The minimum number of different segments after a common segment that names no resource."""

_CUSTOM = re.compile(r"(?P<rest>.*):(?P<verb>[A-Za-z][\w.-]*)")
_FUNCTION = re.compile(r"(?:\w+\.)*(?P<name>\w+)\((?P<values>.*)\)")
_NAMESPACE = re.compile(r"[A-Za-z]\w*(?:\.[A-Z]\w*)+")
"""A segment that is a namespace of resources: `Microsoft.Compute`."""
_ACTION = re.compile(r"[#?][\w.-]+=(?:[\w-]+\.)*(?P<name>\w+)")
"""A segment that names a procedure in a query or a fragment: `#X-Amz-Target=Pets.ListPets`."""
_SUFFIX = re.compile(r"\.(?:json|xml|csv|html|txt|pdf|ya?ml|atom|rss|php|aspx?|do)$", re.IGNORECASE)
_DOMAIN = re.compile(
    r"(?P<names>[a-z0-9-]+(?:\.[a-z0-9-]+)*?)(?:\.[a-z0-9-]+)?\.(?:com|dev|io|net|org)"
)
"""A segment that is a domain. In `rbac.authorization.example.io` the name is `rbac.authorization`."""


class Segment(Struct, frozen=True):
    """One segment of a path.

    `word` is its name, "" for none. `verb` is the custom verb after a colon, or the name of a procedure.
    A segment with a parameter may have a word too: `Users('{id}')`.
    """

    text: str
    word: str = ""
    is_parameter: bool = False
    is_version: bool = False
    verb: str = ""


@lru_cache(maxsize=4096)
def segments_of(path: str) -> tuple[Segment, ...]:
    """Return the segments of a path."""
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
    if action := _ACTION.fullmatch(rest):
        return Segment(text, action["name"], False, False, action["name"])
    word = _SUFFIX.sub("", rest.split(";")[0])
    if VERSION.fullmatch(word):
        return Segment(text, "", False, True, verb)
    if domain := _DOMAIN.fullmatch(word):
        word = domain["names"].replace(".", "-")
    return Segment(text, word if any(map(str.isalpha, word)) else "", False, False, verb)


def suffix_of(text: str) -> str:
    """Return the suffix of a segment, such as `json`, "" for none."""
    found = _SUFFIX.search(text)
    return found[0][1:] if found else ""


def version_of(segments: Iterable[Segment]) -> str:
    """Return the version in a path, "" for none."""
    return next((each.text for each in segments if each.is_version), "")


def is_stable(version: str) -> bool:
    """Return whether a version is not a preview."""
    found = VERSION.fullmatch(version)
    return not found or not (found["pre"] or found["dated"])


def stage(version: str) -> str:
    """Return the stage of a preview, such as `alpha` or `beta`, or the version itself."""
    found = VERSION.fullmatch(version)
    return ((found["pre"] or found["dated"]) if found else "") or version


def namespace_of(name: str) -> str:
    """Return the name of the resource for a version, or for a stage of one."""
    return name if name[0].isalpha() else f"v{name}"


def rank(version: str) -> tuple[int, tuple[int, ...], str]:
    """Return a key that orders versions, the newest stable one last, and previews by their stage."""
    level = len(STAGES) if is_stable(version) else STAGES.index(stage(version).lower())
    numbers = tuple(int(each) for each in re.findall(r"\d+", version))
    return level, numbers, version


def is_most(number: int, total: int) -> bool:
    """Return whether a number of paths or operations is a convention of their document.

    A document with many of them has few chances to cross the boundary when it grows. Small documents
    have no conventions.
    """
    return number >= ENOUGH and number >= MOST * total


def prefix_of(routes: Sequence[Sequence[Segment]]) -> tuple[str, ...]:
    """Return the words with which most paths begin, and which name no resource.

    Versions and generic words are not among them. The prefix depends on most paths, so adding one path
    does not change it.
    """
    begun = [route[_skip(route, 0) :] for route in routes]
    prefix: list[str] = []
    while True:
        longer = [
            route
            for route in begun
            if len(route) > 1 and not (route[0].word and route[1].is_parameter)
        ]
        counted = Counter(_kind(route[0]) for route in longer)
        word, number = counted.most_common(1)[0] if counted else ("", 0)
        if not word or not is_most(number, len(routes)):
            return tuple(prefix)
        begun = [route[_skip(route, 1) :] for route in longer if _kind(route[0]) == word]
        kinds = {plain(route[0].word) for route in begun} - {""}
        deep = {plain(route[0].word) for route in begun if len(route) > 1} - {""}
        if len(kinds) < FEWEST or len(deep) < FEWEST - 1:
            return tuple(prefix)
        prefix.append(word)


def prefix_length(route: Sequence[Segment], prefix: Sequence[str]) -> int:
    """Count the segments at the start of a path that name no resource. The last word is never counted."""
    length = start = _skip(route, _scope_length(route))
    for word in prefix:
        if length >= len(route) - 1 or _kind(route[length]) != word:
            length = start
            break
        length = _skip(route, length + 1)
    named = [index for index, each in enumerate(route) if each.word]
    return min(length, named[-1] if named else 0)


def _scope_length(route: Sequence[Segment]) -> int:
    """Count the segments up to a namespace after `providers`, which say where a resource is."""
    texts = [each.text for each in route]
    ends = [
        index + 2
        for index, text in enumerate(texts[:-2])
        if text.lower() == "providers" and _NAMESPACE.fullmatch(texts[index + 1])
    ]
    named = [index for index, each in enumerate(route) if each.word]
    return max((end for end in ends if named[-1] >= end), default=0)


def _skip(route: Sequence[Segment], start: int) -> int:
    """Return the index of the first segment that is no version and no generic word, or of the last one."""
    while start < len(route) - 1 and (route[start].is_version or _kind(route[start]) in GENERIC):
        start += 1
    return start


def _kind(segment: Segment) -> str:
    return "#" if segment.is_version else plain(segment.word)
