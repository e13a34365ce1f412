"""Read content in the charset that its media type names."""

from __future__ import annotations

import re

_CHARSET = re.compile(r"""charset\s*=\s*["']?([^\s;"',]+)""", re.IGNORECASE)


def charset_of(content_type: str) -> str:
    """Return the charset of a Content-Type, which is UTF-8 if it is missing or unknown."""
    found = _CHARSET.search(content_type)
    try:
        "".encode(charset := found[1] if found else "utf-8")  # raises for an unknown charset
    except (LookupError, ValueError):
        return "utf-8"
    return charset.lower()


def to_utf8(content: bytes, content_type: str) -> bytes:
    """Convert content from the charset of its Content-Type to UTF-8, if it is valid in that."""
    charset = charset_of(content_type)
    try:
        return content if charset in ("utf-8", "utf8") else content.decode(charset).encode()
    except ValueError:
        return content
