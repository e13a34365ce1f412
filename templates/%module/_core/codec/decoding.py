"""Decode JSON as models and other types.

Valid JSON takes a fast path through msgspec. Anything else is decoded tolerantly.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from inspect import isclass
from types import MappingProxyType
from typing import Any, Self, cast

import msgspec

from ..errors import DecodingError
from .conversion import FAULTS, decoder_of, exact_number
from .conversion import fit as fit  # feature: not unions
from .encoding import attach, encode, misfits_of, replaced, to_builtins, unknown_of
from .unions import fit as fit  # feature: unions

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


class Model(msgspec.Struct, forbid_unknown_fields=True, dict=True, repr_omit_defaults=True):
    """A typed JSON object.

    A field that the object does not have is UNSET, which is different from None (null).
    Constructing a model validates nothing. Decoding leaves an invalid value as received and records
    it in `misfits`. Two models are equal if their fields and unknown fields are equal. Copies and
    pickles include both.
    """

    @property
    def unknown_fields(self) -> Mapping[str, object]:
        """The properties that the type does not declare, by wire name; read-only."""
        return MappingProxyType(dict(unknown_of(self)))

    @property
    def misfits(self) -> Mapping[str, str]:
        """Why attributes do not match their types, by attribute; read-only.

        Such an attribute holds the JSON value as received, or UNSET if a required field was
        missing.
        """
        return MappingProxyType(dict(misfits_of(self)))

    def with_unknown_fields(self, members: Mapping[str, object]) -> Self:
        """Return a copy with these additional properties, by wire name."""
        added = cast("dict[str, object]", to_builtins(members))
        copied = self.__replace__()
        attach(copied, {**unknown_of(self), **added}, {})
        return copied

    def to_dict(self) -> dict[str, Any]:
        """Return the object in wire form: wire names and JSON types, with unknown fields."""
        return cast("dict[str, Any]", to_builtins(self))

    def to_json(self) -> bytes:
        """Return the object as JSON in UTF-8, with unknown fields.

        Raises:
            TypeError: JSON has no representation for a value.
            ValueError: A number is not finite, or the object is nested too deeply.
        """
        return encode(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, object]) -> Self:
        """Return a model of an object in wire form.

        Raises:
            DecodingError: The object is nested too deeply.
        """
        return cast(Self, convert(data, cls))

    @classmethod
    def from_json(cls, text: bytes | str) -> Self:
        """Return a model of a JSON object.

        Raises:
            DecodingError: This is not JSON, is nested too deeply, or is not an object.
        """
        return cast(Self, decode(text, cls))

    def __eq__(self, other: object) -> bool:
        equal = super().__eq__(other)
        if equal is not True:
            return equal
        return unknown_of(self) == unknown_of(cast(Model, other))

    def __repr__(self) -> str:
        shown = super().__repr__()
        unknown = unknown_of(self)
        if not unknown:
            return shown
        separator = "" if shown.endswith("()") else ", "
        return f"{shown[:-1]}{separator}unknown_fields={unknown!r})"

    def __copy__(self) -> Self:
        return self.__replace__()

    def __replace__(self, **changes: Any) -> Self:
        return replaced(self, changes)

    def __reduce__(self) -> tuple[Any, ...]:
        fields = msgspec.structs.asdict(self)
        parts = fields, dict(unknown_of(self)), dict(misfits_of(self))
        return _restore, (type(self), *parts)


def _restore(
    kind: type[Model],
    fields: dict[str, Any],
    unknown: dict[str, object],
    misfits: dict[str, str],
) -> Model:
    model = kind(**fields)
    attach(model, unknown, misfits)
    return model
