"""Convert words of a command line to values by type hints."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import reduce
from inspect import isclass
from pathlib import Path
from types import NoneType
from typing import Any, Literal, cast, get_args, get_origin

import msgspec
from msgspec import Struct, UnsetType

from .codec.conversion import UNIONS
from .codec.conversion import read_scalar  # feature: custom scalars
from .codec.decoding import parse
from .errors import DecodingError


def members_of(hint: Any) -> Iterator[Any]:
    """Yield the types of a union, without None and UNSET."""
    if get_origin(hint) in UNIONS:
        for each in get_args(hint):
            yield from members_of(each)
    elif hint not in (NoneType, UnsetType):
        yield object if hint is Any else hint


def shown(hint: Any) -> str:
    """Return a type as help shows it."""
    found = dict.fromkeys(map(_shown, members_of(hint)))
    return next((each for each in ("FILE", "JSON") if each in found), "|".join(found))


def value_of(hint: Any, words: list[str]) -> Any:
    """Return the value that one word stands for, or several of a list or mapping.

    Raises:
        ValueError: The words are not valid.
        DecodingError: They are not JSON.
        OSError: A file cannot be read.
    """
    kinds = [*members_of(hint)]
    word = words[0]
    listed = next(filter(_is_list, kinds), None)
    if listed is not None and (str not in kinds or len(words) > 1 or word[:1] == "["):
        inner = [*members_of(_inner(listed, 0))]
        return [each for word in words for each in _elements(inner, word, str not in kinds)]
    mapping = next((each for each in kinds if _is_a(each, Mapping)), None)
    if mapping is not None and "=" in word and word[:1] not in "{@":
        named: dict[str, list[str]] = {}
        for each in words:
            name, _, value = each.partition("=")
            named.setdefault(name, []).append(value)
        return {name: value_of(_inner(mapping, 1), each) for name, each in named.items()}
    if len(words) > 1:
        raise ValueError("takes only one value")
    return _single(kinds, word)


def _elements(kinds: list[Any], word: str, is_split: bool) -> list[object]:
    is_json = all(map(_is_json, kinds))
    if is_json or (word[:1] == "[" and not any(map(_is_path, kinds))):
        found = _json(word)
        values = cast("list[object]", found if isinstance(found, list) else [found])
        return [
            _single(kinds, each) if isinstance(each, str) and not is_json else each
            for each in values
        ]
    return [_single(kinds, each) for each in (word.split(",") if is_split else [word])]


def _single(kinds: list[Any], word: str) -> object:
    is_json = any(map(_is_json, kinds))
    if any(map(_is_path, kinds)) and not (is_json and word[:1] in ("{", "[", "@")):
        if word == "-":
            return sys.stdin.buffer
        os.stat(word)
        return Path(word)
    if is_json and (str not in kinds or word[:1] in ("{", "[")):
        try:
            return _json(word)
        except DecodingError:
            if not {object, str} & {*kinds} or word[:1] in ("{", "[", "@", "-"):
                raise
            return word
    if str in kinds:
        return word
    return msgspec.convert(
        word,
        reduce(lambda one, other: one | other, kinds),
        strict=False,
        dec_hook=read_scalar,  # feature: custom scalars
    )


def _json(word: str) -> object:
    """Parse JSON, of the standard input for "-", or of a file for "@FILE"."""
    if word == "-":
        content = sys.stdin.buffer.read()
    else:
        content = Path(word[1:]).read_bytes() if word[:1] == "@" else os.fsencode(word)
    return parse(content.removeprefix(b"\xef\xbb\xbf"))


def _inner(kind: Any, index: int) -> Any:
    """Return an argument of a generic type."""
    found = get_args(kind)
    return found[index] if len(found) > index else object


def _is_a(kind: Any, base: type) -> bool:
    origin = get_origin(kind) or kind
    return isclass(origin) and issubclass(origin, base) and not issubclass(origin, (str, bytes))


def _is_list(kind: Any) -> bool:
    """Return whether a type is a list, and not the content of a file in chunks."""
    return _is_a(kind, Iterable) and not _is_a(kind, Mapping) and _inner(kind, 0) is not bytes


def _is_path(kind: Any) -> bool:
    return _is_a(kind, os.PathLike)


def _is_json(kind: Any) -> bool:
    return kind is object or _is_a(kind, Iterable) or _is_a(kind, Struct)


def _shown(kind: Any) -> str:
    if get_origin(kind) is Literal:
        return "|".join(map(str, get_args(kind)))
    if _is_list(kind):
        return f"{shown(_inner(kind, 0))},..."
    if _is_path(kind):
        return "FILE"
    if _is_a(kind, Mapping):
        return "NAME=VALUE"
    return "JSON" if _is_json(kind) else str(getattr(kind, "__name__", kind)).upper()
