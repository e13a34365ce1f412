"""Know formats: a scalar and the project's table in, the class of its values out."""

from __future__ import annotations

from collections.abc import Mapping

from specloom.ir import Primitive

TEXTS: Mapping[str, tuple[str, str]] = {
    "date-time": ("datetime", "datetime"),
    "date": ("datetime", "date"),
    "time": (".codec.scalars", "Time"),
    "duration": (".codec.scalars", "Duration"),
    "uuid": ("uuid", "UUID"),
    "byte": ("", "bytes"),
    "base64url": (".codec.scalars", "Base64Url"),
    "decimal": (".codec.scalars", "DecimalText"),
    "date-time-rfc1123": (".codec.scalars", "HttpDate"),
}
NUMBERS: Mapping[str, tuple[str, str]] = {
    "decimal": ("decimal", "Decimal"),
    "unix-time": (".codec.scalars", "UnixTime"),
    "unixtime": (".codec.scalars", "UnixTime"),
    "unix-time-milliseconds": (".codec.scalars", "UnixMilliseconds"),
}
FORMATS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "string": TEXTS,
    "integer": NUMBERS,
    "number": NUMBERS,
}


def scalar_class(
    type_: Primitive, formats: Mapping[str, str], package: str
) -> tuple[str, str] | None:
    """The module and the name of the class, the module of a builtin empty; None: as JSON has it.

    The project's `formats` maps a format to another, to that of a scalar without one (`string`),
    or to a class of its own: `package.module:Class`, or `.module:Class` within the package.
    """
    if type_.format is None:
        return None
    chosen = formats.get(type_.format)
    if chosen is not None and ":" in chosen:  # a format of the document itself names no class
        module, _, name = chosen.partition(":")
        return (f"{package}{module}" if module.startswith(".") else module, name)
    found = FORMATS.get(type_.name, {}).get(type_.format if chosen is None else chosen)
    if found is None:
        return None
    module, name = found
    return (f"{package}._core{module}" if module.startswith(".") else module, name)
