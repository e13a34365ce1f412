"""What Python packaging allows as the version and the license of a distribution."""

from __future__ import annotations


def canonical_version(text: str) -> str:
    """Return a version in its canonical form (PEP 440); an empty string where it is not valid."""
    from packaging.version import InvalidVersion, Version

    try:
        return str(Version(text))
    except InvalidVersion:
        return ""


def canonical_license(text: str) -> str:
    """Return an SPDX license expression in its canonical form; an empty string where it is not valid."""
    from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression

    try:
        return canonicalize_license_expression(text) if text else ""
    except InvalidLicenseExpression:
        return ""
