"""Encode the literal parts of paths: a path template of a document in, one that a URL can hold out."""

from __future__ import annotations

import re
from urllib.parse import quote

# What may stand in a path as it is, and what documents write that mean a query or a fragment.
_SAFE = "/:@!$&'()*+,;=-._~%?#"


def encoded_path(path: str) -> str:
    """The path with everything percent-encoded that a URL cannot hold, `{expressions}` apart."""
    parts = re.split(r"(\{[^{}]*\})", path)
    return "".join(part if index % 2 else _encoded(part) for index, part in enumerate(parts))


def _encoded(text: str) -> str:
    lone_percent = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", text)
    return quote(lone_percent.encode("utf-8", "surrogatepass"), safe=_SAFE)
