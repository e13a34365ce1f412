"""Case names: a wire name in, its words, a snake_case or a PascalCase name out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

# Signs that stand for a word where a name has nothing else, as in `+1` and `-1`.
_SIGNS = {"+": " plus ", "-": " minus ", "*": " star ", "@": " at ", "%": " percent ", "&": " and "}
_WORD = re.compile(
    r"[A-Z]+(?=[A-Z][a-z])[0-9]*|[A-Z]?[a-z]+[0-9]*|[A-Z]+[0-9]*|[0-9]+|[^\x00-\x7f]+"
)


def split_words(name: str) -> tuple[str, ...]:
    """The words of a name: ``objectTypeId2``, ``object-type_id2`` give object, type, id2."""
    name = _letters(name)
    return tuple(word.lower() for part in name.split() for word in _WORD.findall(part))


def snake_case(*names: str) -> str:
    """Names joined as an attribute or argument is written; never empty, never with a digit first."""
    joined = "_".join(word for name in names for word in split_words(name)) or "value"
    return f"n_{joined}" if joined[0].isdigit() else joined


def pascal_case(names: Iterable[str]) -> str:
    """Names joined as a class is written; capitals that a name has within are kept."""
    parts = [part for name in names for part in _letters(name).split()]
    joined = "".join(part[0].upper() + part[1:] for part in parts) or "Value"
    return f"N{joined}" if joined[0].isdigit() else joined


def _letters(name: str) -> str:
    """The name with a blank for each character that no identifier may have."""
    # Python reads identifiers in this form, so two names that differ before it are one after it.
    name = unicodedata.normalize("NFKC", name)
    if not any(character.isalpha() for character in name):
        name = "".join(_SIGNS.get(character, character) for character in name)
    return "".join(each if _is_part(each) else " " for each in name)


def _is_part(character: str) -> bool:
    return character != "_" and f"a{character}".isidentifier()
