"""Percent-encode the literal parts of path templates."""

from __future__ import annotations

import re
from urllib.parse import quote

# Characters that a path may contain, and those with which documents begin a query or a fragment.
_SAFE = "/:@!$&'()*+,;=-._~%?#"


def encoded_path(path: str) -> str:
    """Return the path with all characters that a URL cannot contain percent-encoded, except `{expressions}`."""
    parts = re.split(r"(\{[^{}]*\})", path)
    return "".join(part if index % 2 else _encoded(part) for index, part in enumerate(parts))


def _encoded(text: str) -> str:
    lone_percent = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", text)
    return quote(lone_percent.encode("utf-8", "surrogatepass"), safe=_SAFE)
