"""Convert property values between Python and the strings that HubSpot stores, by property type.

client.deals.create(properties=properties(dealname="Vats", amount=Decimal("12500.00"),
                                          closedate=date(2026, 5, 1)))
decode(deal.properties["amount"], "number")
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence, Set
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from typing import Literal, TypeAlias, cast, overload

from msgspec import UNSET, Struct

PropertyType: TypeAlias = Literal["bool", "date", "datetime", "enumeration", "number", "string"]

LONGEST_VALUE = 65_536
"""The maximum number of characters in a value."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECONDS = re.compile(r"-?[0-9]{1,17}")
_NUMBER = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]{1,9})?")
# Other types hold a string, or strings from a list of options: any scalar can be one.
_STRICT_TYPES = frozenset(("bool", "date", "datetime", "number"))


def encode(value: object, type: PropertyType | str | None = None) -> str:
    """Return the string for a property value.

    Args:
        value: None clears the property. A str is sent unchanged. Numbers (int, float, Decimal) are
            written without an exponent. A datetime must have a time zone; milliseconds are preserved.
            A list or set of scalars becomes options joined by `;`, a set in sorted order. An Enum
            becomes its value, and a model, such as an owner, its `id`.
        type: the type of the property. If it is given, a date is accepted for a datetime property
            (midnight UTC), and a datetime at midnight UTC for a date property.

    Raises:
        ValueError: the property cannot hold the value.
        TypeError: values of this type are not supported.
    """
    text = _text(value, type)
    if len(text) > LONGEST_VALUE:
        raise ValueError(
            f"a value has at most {LONGEST_VALUE:,} characters, this one has {len(text):,}"
        )
    return text


def properties(values: Mapping[str, object] | None = None, /, **named: object) -> dict[str, str]:
    """Return values by property name in the form of the API, each encoded by `encode`; UNSET is omitted.

    Raises:
        ValueError: as `encode`; the message names the property.
        TypeError: as `encode`; the message names the property.
    """
    encoded: dict[str, str] = {}
    for name, value in {**(values or {}), **named}.items():
        if value is UNSET:
            continue
        try:
            encoded[name] = encode(value)
        except (TypeError, ValueError) as error:
            error.add_note(f"property {name!r}")
            raise
    return encoded


def append(*options: object) -> str:
    """Return the value that adds options to those that a multiple-choice property already has."""
    return f";{_joined(options)}" if options else ""


@overload
def decode(text: str | None, type: Literal["bool"]) -> bool | str | None: ...
@overload
def decode(text: str | None, type: Literal["number"]) -> Decimal | str | None: ...
@overload
def decode(text: str | None, type: Literal["date"]) -> date | str | None: ...
@overload
def decode(text: str | None, type: Literal["datetime"]) -> datetime | str | None: ...
@overload
def decode(text: str | None, type: Literal["enumeration", "string"]) -> str | None: ...
@overload
def decode(text: str | None, type: str) -> bool | Decimal | date | datetime | str | None: ...


def decode(text: str | None, type: str) -> bool | Decimal | date | datetime | str | None:
    """Return the Python value of a property's string, or None if the property is empty.

    A string that does not fit the type is returned unchanged, without an error.
    Dates and datetimes are read from ISO 8601 (UTC if there is no time zone) and from milliseconds since
    1970; datetimes are returned in UTC. Use `decode_list` for multiple-choice properties.
    """
    if text is None or text == "":
        return None
    read = _READERS.get(type)
    if read is None:
        return text
    try:
        value = read(text.strip())
    except (ValueError, ArithmeticError):  # not a number, or beyond the range of Python's types
        return text
    return text if value is None else value


def decode_list(text: str | None) -> list[str]:
    """Return the options of a multiple-choice property, in their order."""
    return [option for option in (text or "").split(";") if option]


def _text(value: object, type: str | None) -> str:
    match value:
        case None:
            return ""
        case Enum():
            return _text(value.value, type)
        case str():
            return value
        case bool():
            return _checked("true" if value else "false", value, type, "bool")
        case int() | float() | Decimal():
            return _checked(_digits(value), value, type, "number")
        case datetime():
            return _moment(value, type)
        case date():
            text = value.isoformat() + ("T00:00:00.000Z" if type == "datetime" else "")
            return _checked(text, value, type, "date", "datetime")
        case list() | tuple() | set() | frozenset():
            options = cast("Sequence[object] | Set[object]", value)
            return _checked(_joined(options), options, type)
        case Struct() if isinstance(identifier := getattr(value, "id", None), str):
            return identifier
        case _:
            raise TypeError(
                f"a value of type {value.__class__.__name__} cannot be the value of a property"
            )


def _checked(text: str, value: object, type: str | None, *types: str) -> str:
    if type in _STRICT_TYPES and type not in types:
        raise ValueError(
            f"a value of type {value.__class__.__name__} cannot be the value of a {type} "
            "property"
        )
    return text


def _digits(number: int | float | Decimal) -> str:
    exact = Decimal(repr(number)) if isinstance(number, float) else Decimal(number)
    if not exact.is_finite():
        raise ValueError(f"{number} cannot be the value of a number property")
    if max(exact.adjusted(), -int(exact.as_tuple().exponent)) > LONGEST_VALUE:
        raise ValueError("the number has more digits than the value of a property may have")
    return f"{abs(exact) if exact.is_zero() else exact:f}"


def _moment(value: datetime, type: str | None) -> str:
    if value.utcoffset() is None:
        raise ValueError("the datetime has no time zone; add one, for example datetime.UTC")
    try:
        moment = value.astimezone(UTC)
    except OverflowError:
        raise ValueError("the datetime cannot be converted to UTC") from None
    if type != "date":
        text = moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
        return _checked(text, value, type, "datetime")
    if moment.time() != time.min:
        raise ValueError(
            "the value of a date property must be a date, or a datetime at midnight UTC"
        )
    return moment.date().isoformat()


def _joined(options: Sequence[object] | Set[object]) -> str:
    texts = [_text(option, None) for option in options]
    if any(not text or ";" in text for text in texts):
        raise ValueError("an option must be a non-empty string without semicolons")
    return ";".join(sorted(texts) if isinstance(options, Set) else texts)


def _read_bool(text: str) -> bool | None:
    return {"true": True, "false": False}.get(text.lower())


def _read_number(text: str) -> Decimal | None:
    return Decimal(text) if _NUMBER.fullmatch(text) else None


def _read_datetime(text: str) -> datetime:
    if _MILLISECONDS.fullmatch(text):
        return _EPOCH + timedelta(milliseconds=int(text))
    moment = datetime.fromisoformat(text)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _read_date(text: str) -> date | None:
    moment = _read_datetime(text)
    return moment.date() if moment.time() == time.min else None


_READERS: Mapping[str, Callable[[str], bool | Decimal | date | None]] = {
    "bool": _read_bool,
    "number": _read_number,
    "date": _read_date,
    "datetime": _read_datetime,
}
