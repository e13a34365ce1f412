"""Validate the base URLs of clients."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_ASCII = re.compile(r"[!-~]+")


def checked_base_url(base_url: str) -> str:
    """Return a base URL without a slash at its end. Errors omit it, since it may hold a password."""
    text = base_url.strip()
    try:
        parts = urlsplit(text)
        names_host = bool(parts.hostname) and parts.port != 0
    except ValueError:  # its message may contain a password
        parts, names_host = urlsplit(""), False
    if parts.scheme not in ("http", "https") or not names_host:
        raise ValueError(
            "base_url must begin with http:// or https:// and have a host and a valid port"
        )
    if "@" in parts.netloc:
        raise ValueError("base_url must not contain a user name or password")
    if set(text) & set("?# \t\\") or not _ASCII.fullmatch(text):
        raise ValueError(
            "base_url must not contain a query, a fragment, spaces or non-ASCII characters"
        )
    checked = text.rstrip("/")
    return checked
