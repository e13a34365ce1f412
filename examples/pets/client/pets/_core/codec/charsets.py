"""Convert content to and from the charset that its media type names."""

from __future__ import annotations

import re

_CHARSET = re.compile(r"""charset\s*=\s*["']?([^\s;"',]+)""", re.IGNORECASE)


def charset_of(content_type: str) -> str:
    """Return the charset of a Content-Type, or "" if it is UTF-8, missing or unknown."""
    found = _CHARSET.search(content_type) if ";" in content_type else None
    if found is None or found[1].lower() in ("utf-8", "utf8"):
        return ""
    try:
        "".encode(found[1])  # raises for an unknown charset
    except (LookupError, ValueError):
        return ""
    return found[1]


def to_utf8(content: bytes, content_type: str) -> bytes:
    """Convert content from the charset of its Content-Type to UTF-8.

    Content that is not valid in its charset is returned unchanged.
    """
    charset = charset_of(content_type)
    if not charset:
        return content
    try:
        return content.decode(charset).encode()
    except ValueError:
        return content


def json_in_charset(content: bytes, media_type: str) -> bytes:
    """Convert JSON from UTF-8 to the charset of a media type.

    Characters that the charset lacks become JSON escapes.
    """
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
