"""Character sets that media types name: text read and written in them."""

from __future__ import annotations

import re

_CHARSET = re.compile(r"""charset\s*=\s*["']?([^\s;"',]+)""", re.IGNORECASE)


def charset_of(content_type: str) -> str:
    """Return the character set that a Content-Type names, "" for UTF-8 or none that is known."""
    found = _CHARSET.search(content_type) if ";" in content_type else None
    if found is None or found[1].lower() in ("utf-8", "utf8"):
        return ""
    try:
        "".encode(found[1])  # what is no character set raises
    except (LookupError, ValueError):
        return ""
    return found[1]


def to_utf8(content: bytes, content_type: str) -> bytes:
    """Return text in UTF-8 that is in the character set of its Content-Type; as it is if it is
    not.
    """
    charset = charset_of(content_type)
    if not charset:
        return content
    try:
        return content.decode(charset).encode()
    except ValueError:
        return content


def json_in_charset(content: bytes, media_type: str) -> bytes:
    """Return a JSON text in the character set of a media type; what that lacks is escaped."""
    charset = charset_of(media_type)
    if not charset:
        return content
    text = content.decode()
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
