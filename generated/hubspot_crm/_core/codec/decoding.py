"""JSON text in, typed values out: fast where it fits its type, tolerantly where it does not."""

from __future__ import annotations

import math
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from inspect import isclass
from typing import Any

import msgspec

from ..errors import DecodingError
from .scalar import read
from .shapes import FAULTS, is_native
from .tolerant import fit

# Python refuses to read longer integers; they stay exact as Decimal.
_LONGEST_INTEGER = 4_000

# Numbers as short as these, neither tiny nor huge, are exact as floats.
_EXACT_LENGTH = 16
_SMALLEST, _LARGEST = 1e-300, 1e300


def decode(text: bytes | str, kind: Any) -> object:
    """The value of a JSON text as a `kind` (a type, or a union of types).

    Only the root has to fit: below it, whatever does not fit stays as it came and is named in the
    misfits of its model, and unknown fields are kept. Raises DecodingError where the text is not
    JSON or is nested too deeply to be read, and where the root does not fit its type.
    """
    content = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    decoder = _decoder(kind)
    if decoder is not None:
        try:
            return decoder.decode(content)
        except (*FAULTS, RecursionError):
            pass  # not JSON, or not of this type: the second pass finds out
    return _fitted(parse(content), kind, content)


def convert(data: Mapping[str, object], kind: Any) -> object:
    """As `decode`, from an object that is parsed already."""
    return _fitted(dict(data), kind, b"")


def parse(content: bytes) -> object:
    """The value of a JSON text as dicts, lists and scalars. Raises DecodingError."""
    try:
        return _UNTYPED.decode(content)
    except RecursionError:
        raise DecodingError("JSON nested too deeply", content=content) from None
    except FAULTS:
        return _parse_thoroughly(content)


def _fitted(data: object, kind: Any, content: bytes) -> object:
    problems: list[str] = []
    value = fit(data, kind, problems.append)
    if problems and value is data:
        raise DecodingError(f"not a JSON {_called(kind)}: {problems[0]}", content=content)
    return value


def _called(kind: Any) -> str:
    return kind.__name__ if isclass(kind) else str(kind)


def _parse_thoroughly(content: bytes) -> object:
    """What msgspec refuses though it is JSON: a byte order mark, huge numbers, lone surrogates."""
    import json  # which is seldom needed

    try:
        return json.loads(
            content.decode("utf-8-sig", "surrogatepass"),
            parse_int=_integer,
            parse_float=exact_number,
            parse_constant=_constant,
        )
    except RecursionError:
        raise DecodingError("JSON nested too deeply", content=content) from None
    except ValueError as error:
        raise DecodingError(f"not JSON: {error}", content=content) from None


def _integer(digits: str) -> int | Decimal:
    return int(digits) if len(digits) < _LONGEST_INTEGER else Decimal(digits)


def exact_number(digits: str) -> float | Decimal:
    """A number with a fraction or an exponent: a float where that is the same number, else a
    Decimal.
    """
    number = float(digits)
    if len(digits) <= _EXACT_LENGTH and _SMALLEST < abs(number) < _LARGEST:
        return number
    if math.isfinite(number) and Decimal(digits) == Decimal(repr(number)):
        return number
    return Decimal(digits)


def _constant(name: str) -> object:
    raise ValueError(f"{name} is not a JSON number")


@lru_cache(maxsize=None)
def _decoder(kind: Any) -> msgspec.json.Decoder[Any] | None:
    """The decoder of a type;

    None for types that msgspec cannot tell apart (such as unions of models).
    """
    return (
        msgspec.json.Decoder(kind, dec_hook=read, float_hook=exact_number)
        if is_native(kind)
        else None
    )


_UNTYPED = msgspec.json.Decoder(float_hook=exact_number)
