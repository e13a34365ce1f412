"""Encode request bodies in the charset of their media type."""

from __future__ import annotations

import re

_CHARSET = re.compile(r"""charset\s*=\s*["']?([^\s;"',]+)""", re.IGNORECASE)


def charset_of(media_type: str) -> str:
    """Return the charset of a media type, which is UTF-8 if it is missing or unknown."""
    found = _CHARSET.search(media_type)
    try:
        if found is not None:
            "".encode(found[1])  # raises for an unknown charset
            return found[1]
    except (LookupError, ValueError):
        pass
    return "utf-8"


def json_in_charset(content: bytes, media_type: str) -> bytes:
    """Convert JSON from UTF-8 to the charset of a media type.

    Characters that the charset lacks become JSON escapes.
    """
    charset, text = charset_of(media_type), content.decode()
    try:
        return text.encode(charset)
    except UnicodeEncodeError:
        return b"".join(_escaped(each, charset) for each in text)


def _escaped(character: str, charset: str) -> bytes:
    try:
        return character.encode(charset)
    except UnicodeEncodeError:
        units = character.encode("utf-16-be").hex()
        return "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4)).encode(charset)
