"""Decode JSON into typed values.

Valid JSON takes a fast path through msgspec. Anything else is decoded tolerantly.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from inspect import isclass
from typing import Any

import msgspec

from ..errors import DecodingError
from .shapes import FAULTS, decoder_of, exact_number
from .tolerant import fit as fit

_CHARSET = re.compile(r"""charset\s*=\s*["']?([^\s;"',]+)""", re.IGNORECASE)

# Python refuses to parse longer integers; as Decimal they stay exact.
_LONGEST_INTEGER = 4_000


def decode(text: bytes | str, kind: Any) -> object:
    """Decode JSON as a type, which may be a union.

    Only the root has to match its type. Below it, a value that does not match stays as received and
    is recorded in the `misfits` of its model. Unknown fields are preserved.

    Raises:
        DecodingError: This is not JSON, is nested too deeply, or its root does not match the type.
    """
    content = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    decoder = decoder_of(kind)
    if decoder is not None:
        try:
            return decoder.decode(content)
        except (*FAULTS, RecursionError):
            pass  # not JSON, or not of this type: the tolerant pass decides
    return _fitted(parse(content), kind, content)


def convert(data: Mapping[str, object], kind: Any) -> object:
    """Convert an object that is parsed already, as `decode` does.

    Raises:
        DecodingError: The object does not match the type.
    """
    return _fitted(dict(data), kind, b"")


def parse(content: bytes) -> object:
    """Parse JSON into dicts, lists and scalars.

    Raises:
        DecodingError: This is not JSON, or is nested too deeply.
    """
    try:
        try:
            return _UNTYPED.decode(content)
        except FAULTS:
            return _parse_thoroughly(content)
    except RecursionError:
        raise DecodingError("JSON nested too deeply", content=content) from None
    except ValueError as error:
        hint = " (it looks like HTML or XML)" if content.lstrip()[:1] == b"<" else ""
        raise DecodingError(f"invalid JSON{hint}: {error}", content=content) from None


def to_utf8(content: bytes, content_type: str) -> bytes:
    """Convert content to UTF-8 from the charset of its Content-Type, if it is valid in that."""
    found = _CHARSET.search(content_type) if ";" in content_type else None
    try:
        return content.decode(found[1]).encode() if found else content
    except (LookupError, ValueError):
        return content


def _fitted(data: object, kind: Any, content: bytes) -> object:
    problems: list[str] = []
    value = fit(data, kind, problems.append)
    if problems and value is data:
        name = kind.__name__ if isclass(kind) else str(kind)
        raise DecodingError(f"invalid JSON {name}: {problems[0]}", content=content)
    return value


def _parse_thoroughly(content: bytes) -> object:
    """Parse JSON that msgspec refuses: with a byte order mark, huge numbers or lone surrogates."""
    import json  # imported lazily: rarely needed

    return json.loads(
        content.decode("utf-8-sig", "surrogatepass"),
        parse_int=_integer,
        parse_float=exact_number,
        parse_constant=_constant,
    )


def _integer(digits: str) -> int | Decimal:
    return int(digits) if len(digits) < _LONGEST_INTEGER else Decimal(digits)


def _constant(name: str) -> object:
    raise ValueError(f"{name} is not a JSON number")


_UNTYPED = msgspec.json.Decoder(float_hook=exact_number)
