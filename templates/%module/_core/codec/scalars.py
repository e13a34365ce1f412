"""Scalars of formats that need a class of their own.

Each is a subclass of the usual type: a `UnixTime` is a datetime. A decoded value is encoded again
exactly as received. A constructed value has no `wire`, and is encoded in the usual form of its
format.
"""

from __future__ import annotations

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from email.utils import format_datetime, parsedate_to_datetime
from typing import Any, Self, SupportsIndex

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_DURATION = re.compile(
    r"([+-]?)P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?)?"
)

# An alias, because a field named `time` would hide the class.
Time = time


class _Kept:
    """Remembers the JSON value that it was decoded from, and is encoded as that."""

    wire: Any = None

    def usual(self) -> object:
        raise NotImplementedError

    @classmethod
    def from_wire(cls, wire: Any) -> Self:
        raise NotImplementedError

    def to_wire(self) -> object:
        return self.usual() if self.wire is None else self.wire

    def __reduce_ex__(self, protocol: SupportsIndex) -> tuple[Any, ...]:
        return type(self).from_wire, (self.to_wire(),)


class Duration(_Kept, timedelta):
    """An ISO 8601 duration in weeks, days or smaller units, without months and years."""

    @classmethod
    def from_wire(cls, wire: Any) -> Self:
        found = _DURATION.fullmatch(wire) if isinstance(wire, str) else None
        if found is None or not any(found.groups()[1:]):
            raise ValueError("not a duration of days, hours, minutes and seconds")
        weeks, days, hours, minutes = (int(each or 0) for each in found.groups()[1:5])
        seconds = float((found[6] or "0").replace(",", "."))
        sign = -1 if found[1] == "-" else 1
        length = sign * timedelta(days, seconds, weeks=weeks, hours=hours, minutes=minutes)
        value = cls(length.days, length.seconds, length.microseconds)
        value.wire = wire
        return value

    def usual(self) -> object:
        length = abs(timedelta(self.days, self.seconds, self.microseconds))
        minutes, seconds = divmod(length.seconds, 60)
        hours, minutes = divmod(minutes, 60)
        fraction = f".{length.microseconds:06}".rstrip("0") if length.microseconds else ""
        units = ((hours, "H"), (minutes, "M"), (f"{seconds}{fraction}", "S"))
        clock = "".join(f"{number}{unit}" for number, unit in units if str(number) != "0")
        days = f"{length.days}D" if length.days or not clock else ""
        return f"{'-' if self.days < 0 else ''}P{days}{'T' if clock else ''}{clock}"


class UnixTime(_Kept, datetime):
    """A time in seconds since 1970-01-01 UTC."""

    _unit = 1

    @classmethod
    def from_wire(cls, wire: Any) -> Self:
        if isinstance(wire, bool) or not isinstance(wire, (int, float, Decimal)):
            raise ValueError("not a number")
        at = _EPOCH + timedelta(seconds=float(wire) / cls._unit)
        value = cls.fromisoformat(at.isoformat())
        value.wire = wire
        return value

    def usual(self) -> object:
        return round(self.timestamp() * self._unit)


class UnixMilliseconds(UnixTime):
    """A time in milliseconds since 1970-01-01 UTC."""

    _unit = 1000


class HttpDate(_Kept, datetime):
    """A time in the format of HTTP: ``Sun, 06 Nov 1994 08:49:37 GMT``."""

    @classmethod
    def from_wire(cls, wire: Any) -> Self:
        if not isinstance(wire, str):
            raise ValueError("not a string")
        value = cls.fromisoformat(parsedate_to_datetime(wire).isoformat())
        value.wire = wire
        return value

    def usual(self) -> object:
        return format_datetime(self.astimezone(UTC), usegmt=True)


class DecimalText(_Kept, Decimal):
    """A decimal number that is a string in JSON."""

    @classmethod
    def from_wire(cls, wire: Any) -> Self:
        try:
            value = cls(wire) if isinstance(wire, str) else None
        except InvalidOperation:
            value = None
        if value is None or not value.is_finite():
            raise ValueError("not a decimal number in a string")
        value.wire = wire
        return value

    def usual(self) -> object:
        return str(self)


class Base64Url(_Kept, bytes):
    """Bytes in URL-safe Base64 without padding."""

    @classmethod
    def from_wire(cls, wire: Any) -> Self:
        if not isinstance(wire, str) or not re.fullmatch(r"[\w-]*={0,2}", wire, re.ASCII):
            raise ValueError("not URL-safe Base64")
        value = cls(urlsafe_b64decode(wire.rstrip("=") + "=" * (-len(wire.rstrip("=")) % 4)))
        value.wire = wire
        return value

    def usual(self) -> object:
        return urlsafe_b64encode(self).rstrip(b"=").decode("ascii")
