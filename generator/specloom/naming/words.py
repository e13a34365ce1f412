"""Split wire names into words, and convert them to snake_case and PascalCase."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

LONGEST = 80
"""The maximum length of a name that may be used for a file, in characters."""
MOST_BYTES = 230

# The words for signs in names without letters, such as `+1` and `-1`.
_SIGNS = {"+": " plus ", "-": " minus ", "*": " star ", "@": " at ", "%": " percent ", "&": " and "}
# Matches kinds of characters: C for capitals, D for digits, L for other letters.
_WORD = re.compile("C+(?=CL)D*|C?L+D*|C+D*|D+")


# Words that contain capitals, and plurals of abbreviations: `OAuth2`, `IPv4`, `URLs`.
_ONE_WORD = re.compile(
    r"OAuth|OpenAPI|IPv(?=[46])|iOS|macOS|GitHub|GitLab|GraphQL|[A-Z]{2,}s(?![a-z])"
)
# The endings of parameters that compare values.
_COMPARED = re.compile(r"([^<>=!]*\w)\s*(<=|>=|<>|!=|<|>|!)")
_COMPARISONS = {
    "<": "less_than",
    ">": "greater_than",
    "<=": "at_most",
    ">=": "at_least",
    "!": "not",
    "!=": "not",
    "<>": "not",
}


def split_words(name: str) -> tuple[str, ...]:
    """Return the words of a name: ``objectTypeId2`` and ``object-type_id2`` give object, type, id2.

    ``DateSent<`` gives date, sent, less, than.
    """
    if compared := _COMPARED.fullmatch(name):
        name = f"{compared[1]}_{_COMPARISONS[compared[2]]}"
    name = _ONE_WORD.sub(lambda found: found[0].capitalize(), name)
    return tuple(
        part[found.start() : found.end()].lower()
        for part in _letters(name).split()
        for found in _WORD.finditer("".join(map(_kind, part)))
    )


def snake_case(*names: str) -> str:
    """Return names joined in snake case, for attributes and arguments. The result is always an identifier."""
    return _identifier("_".join(word for name in names for word in split_words(name)), "n_")


def pascal_case(names: Iterable[str]) -> str:
    """Return names joined in Pascal case, for classes. Capital letters within a name are preserved."""
    parts = [part for name in names for part in _letters(name).split()]
    return _identifier("".join(part[0].upper() + part[1:] for part in parts), "N")


def shortened(name: str) -> str:
    """Return a name that is short enough for a file name. A cut name ends in its hash to remain unique."""
    if len(name) <= LONGEST:
        return name
    digest = hashlib.sha256(name.encode()).hexdigest()[:8]
    start = name[: LONGEST - len(digest) - 1].encode()[:MOST_BYTES].decode("utf-8", "ignore")
    return f"{start.rstrip('_')}_{digest}"


def _identifier(joined: str, first: str) -> str:
    # Changing the case may have changed the normal form.
    joined = unicodedata.normalize("NFKC", joined)
    if not joined:
        return "value" if first.islower() else "Value"
    return joined if joined.isidentifier() else f"{first}{joined}"


@lru_cache(maxsize=4096)
def _letters(name: str) -> str:
    """Return the name with a blank in place of each character that identifiers cannot contain."""
    # Python normalizes identifiers to this form, so names that differ only in form are equal.
    name = unicodedata.normalize("NFKC", name)
    if not any(character.isalpha() for character in name):
        name = "".join(_SIGNS.get(character, character) for character in name)
    letters = ""
    for character in name:
        # A mark without a letter before it would combine with whatever precedes it later.
        is_mark = unicodedata.category(character)[0] == "M"
        follows_letter = letters != "" and letters[-1] != " " and not letters[-1].isdecimal()
        letters += character if _is_part(character) and (follows_letter or not is_mark) else " "
    return letters


def _kind(character: str) -> str:
    return "C" if character.isupper() else "D" if character.isdecimal() else "L"


def _is_part(character: str) -> bool:
    return character != "_" and f"a{character}".isidentifier()


_NAMESPACED = re.compile(r"\w+(?:\.\w+){2,}")


def without_namespace(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield the words of a schema's name, without the namespaces that its first word begins with.

    `io.k8s.api.core.v1.Pod` is `Pod`; if that is another schema, `v1.Pod`, and so on. Three parts or more of which the
    last is capitalized are a type in a namespace. Fewer, as in `checkout.session`, belong to the name.
    """
    first, *others = words
    parts = first.split(".")
    if _NAMESPACED.fullmatch(first) and parts[-1][:1].isupper():
        for index in range(len(parts) - 1, 0, -1):
            yield (*parts[index:], *others)
    yield tuple(words)
