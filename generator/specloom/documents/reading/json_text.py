"""Parse JSON, reporting the line and column of every error."""

from __future__ import annotations

import json
import math
import re
import sys
from collections import Counter

from msgspec.structs import replace

from specloom.diagnostics import Collector, Diagnostic, Location, Severity, SpecloomError
from specloom.documents.depth import DEEPEST, is_too_deep, too_deep, walk
from specloom.documents.pointers import Json

_SPACE = " \t\r\n"
_SURROGATE_ESCAPE = re.compile(r"\\u[dD][89a-fA-F]")
_BRACKET = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}]', re.DOTALL)


def looks_like_json(text: str) -> bool:
    """Return whether a string begins like a JSON object or array."""
    return text.lstrip(_SPACE)[:1] in ("{", "[")


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Return the line and column of a character in a string; both start at 1."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def parse_json(text: str, shown: str, repaired: list[Diagnostic] | None = None) -> Json:
    """Parse JSON; `shown` is the name of the file in errors.

    With a list for the `repaired` errors, the last of equal keys is used, and an invalid number
    becomes null. Raises `invalid-json`, `duplicate-key`, `invalid-number` or `too-deep`.
    """
    reader = _Reader()
    try:
        value: Json = json.loads(
            text,
            object_pairs_hook=reader.build_object,
            parse_float=reader.parse_number,
            parse_constant=reader.parse_number,
        )
    except RecursionError:
        raise too_deep(_depth_location(text, shown)) from None
    except json.JSONDecodeError as error:
        raise _invalid(error, text, shown) from None
    except ValueError:
        raise _long_integer(text, shown) from None
    if is_too_deep(value):
        raise too_deep(_depth_location(text, shown))
    if reader.repeated or reader.infinite or _SURROGATE_ESCAPE.search(text):
        collector = _report(value, reader, shown)
        if repaired is not None:
            collector = as_warnings(collector, repaired)
            value = _finite(value) if reader.infinite else value
        collector.raise_if_errors()
    return value


MENDABLE = frozenset(("duplicate-key", "invalid-number"))
"""The codes of errors that have one plausible interpretation."""


def as_warnings(collector: Collector, repaired: list[Diagnostic]) -> Collector:
    """Turn the errors that can be repaired into warnings; return the others."""
    others = Collector()
    for each in collector.diagnostics:
        if each.code in MENDABLE:
            repaired.append(replace(each, severity=Severity.WARNING))
        else:
            others.add(each)
    return others


def _finite(value: Json) -> Json:
    if isinstance(value, dict):
        return {key: _finite(member) for key, member in value.items()}
    if isinstance(value, list):
        return [_finite(element) for element in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


class _Reader:
    """Collects what plain JSON does not allow during parsing; the locations are determined afterwards."""

    def __init__(self) -> None:
        self.repeated: list[tuple[dict[str, Json], list[str]]] = []
        self.infinite = False

    def build_object(self, pairs: list[tuple[str, Json]]) -> dict[str, Json]:
        members = dict(pairs)
        if len(members) != len(pairs):
            counted = Counter(key for key, _ in pairs)
            self.repeated.append((members, [key for key in members if counted[key] > 1]))
        return members

    def parse_number(self, text: str) -> float:
        number = float(text)
        self.infinite = self.infinite or not math.isfinite(number)
        return number


def _report(value: Json, reader: _Reader, shown: str) -> Collector:
    repeated = {id(members): keys for members, keys in reader.repeated}
    collector = Collector()
    for pointer, each in walk(value):
        location = Location(shown, pointer)
        if isinstance(each, dict):
            for key in repeated.get(id(each), ()):
                collector.add(duplicate_key(key, Location(shown, (*pointer, key))))
            if any(map(_has_surrogate, each)):
                collector.add(_lone_surrogate("a key of this object", location))
        elif isinstance(each, str) and _has_surrogate(each):
            collector.add(_lone_surrogate("the string", location))
        elif isinstance(each, float) and not math.isfinite(each):
            collector.add(not_a_number("NaN and infinity are not valid JSON", location))
    return collector


def duplicate_key(key: str, location: Location) -> Diagnostic:
    """Return the error for a key that an object has twice."""
    return Diagnostic(
        "duplicate-key",
        f"the key {key!r} occurs more than once; the last value is used",
        "remove or rename one of the keys",
        location,
    )


def not_a_number(message: str, location: Location) -> Diagnostic:
    """Return the error for a number that JSON does not have, or that is too large."""
    return Diagnostic("invalid-number", message, "write a finite number or a string", location)


def _lone_surrogate(subject: str, location: Location) -> Diagnostic:
    return Diagnostic(
        "invalid-json",
        f"{subject} contains a lone surrogate, which is not a character",
        "write both halves of the surrogate pair, as in \\ud83d\\ude00, or the character itself",
        location,
    )


def _has_surrogate(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


def _invalid(error: json.JSONDecodeError, text: str, shown: str) -> SpecloomError:
    message = error.msg.removesuffix(" at")
    message = f"{message[:1].lower()}{message[1:]}"
    position, hint = error.pos, "correct the JSON"
    before = text[:position].rstrip(_SPACE)
    if text[position : position + 2] in ("//", "/*") or text[position : position + 1] == "#":
        message, hint = (
            "comments are not allowed in JSON",
            "remove the comment, or rename the file to .yaml",
        )
    elif text[position : position + 1] in ("}", "]", ",") and before.endswith(","):
        position = len(before) - 1
        message, hint = "there is no value after the comma", "remove the comma, or add a value"
    elif text[position : position + 1] == "'":
        message, hint = "strings must be in double quotes", "write \"...\" instead of '...'"
    return SpecloomError.of(
        "invalid-json",
        f"the file is not valid JSON: {message}",
        hint=hint,
        location=Location(shown, (), *line_and_column(text, position)),
    )


def _long_integer(text: str, shown: str) -> SpecloomError:
    most = sys.get_int_max_str_digits()
    found = re.search(rf"\d{{{most + 1}}}", text)
    line, column = line_and_column(text, found.start() if found else 0)
    location = Location(shown, (), line, column)
    return SpecloomError([not_a_number(f"an integer has more than {most} digits", location)])


def _depth_location(text: str, shown: str) -> Location:
    depth = 0
    for found in _BRACKET.finditer(text):
        depth += {"{": 1, "[": 1, "}": -1, "]": -1}.get(found[0], 0)
        if depth > DEEPEST:
            return Location(shown, (), *line_and_column(text, found.start()))
    return Location(shown)
