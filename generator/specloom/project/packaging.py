"""Check the version, the license and the URLs of a distribution by the rules of Python packaging."""

from __future__ import annotations

import re

_URL = re.compile(r"https?://[!-;=?-~]+")


def is_url(text: str) -> bool:
    """Return whether a string is an HTTP URL, without spaces and angle brackets."""
    return _URL.fullmatch(text) is not None


def canonical_version(text: str) -> str:
    """Return a version in its canonical form (PEP 440), or an empty string if it is not valid."""
    from packaging.version import InvalidVersion, Version

    try:
        return str(Version(text))
    except InvalidVersion:
        return ""


def canonical_license(text: str) -> str:
    """Return an SPDX license expression in its canonical form, or an empty string if it is not valid."""
    from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression

    try:
        return canonicalize_license_expression(text) if text else ""
    except InvalidLicenseExpression:
        return ""


def author_of(text: str) -> tuple[str, str]:
    """Return the name and the address of an author: `Ada Lovelace <ada@example.com>`."""
    from email.utils import parseaddr  # imported here, because it loads many modules

    return parseaddr(text)
