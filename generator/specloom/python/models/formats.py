"""Find the Python class for a format, by the project's table of formats."""

from __future__ import annotations

from collections.abc import Mapping

from specloom.ir import Primitive

TEXTS: Mapping[str, tuple[str, str]] = {
    "date-time": ("datetime", "datetime"),
    "date-time-utc": (".codec.conversion", "UtcTime"),
    "date": ("datetime", "date"),
    "time": (".codec.scalars", "Time"),
    "duration": (".codec.scalars", "Duration"),
    "uuid": ("uuid", "UUID"),
    "byte": ("", "bytes"),
    "base64url": (".codec.scalars", "Base64Url"),
    "decimal": (".codec.scalars", "DecimalText"),
    "date-time-rfc1123": (".codec.scalars", "HttpDate"),
    "numeric-string": (".codec.numeric_string", "NumericString"),
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
    type_: Primitive, formats: Mapping[str, str], package: str, core: str = ""
) -> tuple[str, str] | None:
    """Return the module and the name of the class for a scalar, or None if it stays as in JSON.

    The module of a builtin is empty. The project's `formats` maps a format to another format, to that
    of a scalar without one (`string`), or to a class of its own: `package.module:Class`, or
    `.module:Class` within the package. `core` is the package with the modules of the core.
    """
    if type_.format is None:
        return None
    chosen = formats.get(type_.format)
    if chosen is not None and ":" in chosen:  # a format from the document is not a class
        module, _, name = chosen.partition(":")
        return (f"{package}{module}" if module.startswith(".") else module, name)
    found = FORMATS.get(type_.name, {}).get(type_.format if chosen is None else chosen)
    if found is None:
        return None
    module, name = found
    return (f"{core}{module}" if module.startswith(".") else module, name)
