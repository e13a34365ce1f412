"""Strings that must not appear in representations or logs, and the credentials of a request.

Messages and other origins must not receive these credentials.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from msgspec import Struct

from .transport import Request


class Secret(str):
    """A string whose representation is redacted, also within that of objects that hold it.

    It can be sent and joined like any other string. Strings derived from it are plain str.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        return "Secret(REDACTED)"


class Veiled(Struct, frozen=True):
    """A struct whose representation omits its fields, also in the library rich."""

    __repr__ = object.__repr__

    def __rich_repr__(self) -> list[tuple[str, object]]:
        return []


REDACTED = "REDACTED"
_SHORTEST = 4  # characters; shorter values also occur in ordinary words
_TELLING = re.compile(r"auth|cookie|key|token|secret|password|session|signature", re.IGNORECASE)


def secrets_of(request: Request) -> list[str]:
    """Return the credentials of a request as sent and as given, the longest first."""
    found = {each for each in _secrets(request) if len(each) >= _SHORTEST}
    return sorted(found, key=len, reverse=True)


def _secrets(request: Request) -> Iterator[str]:
    for name, value in request.headers:
        if not isinstance(value, Secret) and not _TELLING.search(name):
            continue
        yield str(value)
        scheme, _, rest = value.partition(" ")
        yield rest
        if scheme.lower() == "basic":
            yield _password(rest)
        if name.lower() == "cookie":
            yield from (unquote(each.partition("=")[2].strip()) for each in value.split(";"))


def _password(encoded: str) -> str:
    from base64 import b64decode  # imported here because only errors need it

    try:
        return b64decode(encoded).decode("utf-8").partition(":")[2]
    except ValueError:
        return ""
