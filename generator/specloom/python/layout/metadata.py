"""Determine the metadata of a distribution from the project file, or from the Info Objects of its documents."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import Struct

from specloom.ir import Info, InternedApi
from specloom.project.model import Project
from specloom.project.packaging import canonical_license, canonical_version, is_url

DEFAULT_VERSION = "0.1.0"
DOCUMENTATION = "Documentation"

# Names that descriptions commonly give to licenses, and their SPDX identifiers.
_LICENSES = {
    "apache 2.0": "Apache-2.0",
    "apache license 2.0": "Apache-2.0",
    "apache license, version 2.0": "Apache-2.0",
    "bsd 3-clause": "BSD-3-Clause",
    "gnu affero general public license v3.0": "AGPL-3.0-only",
    "gnu general public license v3.0": "GPL-3.0-only",
    "mit license": "MIT",
    "mozilla public license 2.0": "MPL-2.0",
    "the mit license": "MIT",
}
_EMAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")


class Metadata(Struct, frozen=True):
    """The metadata of a distribution in pyproject.toml.

    `license` is an SPDX expression, or an empty string if none is declared. `authors` are pairs of a
    name and an e-mail address, of which one may be empty. `urls` are pairs of a label and a URL.
    `documentation` is the URL of a guide to the client, or an empty string.
    """

    version: str
    description: str
    license: str = ""
    authors: tuple[tuple[str, str], ...] = ()
    urls: tuple[tuple[str, str], ...] = ()
    documentation: str = ""


def metadata_of(interned: InternedApi, project: Project) -> Metadata:
    """Return the metadata of the distribution.

    A setting in the project file has priority. Otherwise a value is taken from the documents of the
    default version, if all documents that have it agree. If they differ, the package has no such
    metadata.
    """
    package = project.package
    version = next(each for each in interned.api.versions if each.name == project.default_version)
    infos = version.infos
    return Metadata(
        version=package.version or _version(_common(infos, lambda each: each.version)),
        description=package.description or _description(infos),
        license=package.license or _common(infos, _license),
        authors=package.authors or _authors(infos),
        urls=_with_guide(package.documentation, package.urls or _urls(infos)),
        documentation=package.documentation,
    )


def _common(infos: tuple[Info, ...], value: Callable[[Info], str]) -> str:
    """Return the value that is the same in all documents that have one, otherwise an empty string."""
    found = {text for each in infos if (text := value(each))}
    return found.pop() if len(found) == 1 else ""


def _version(declared: str) -> str:
    """Return a version that packaging allows. Dates are converted, and an invalid version is replaced."""
    if re.fullmatch(r"\d{4}-\d{1,2}-\d{1,2}", declared):
        declared = declared.replace("-", ".")
    return canonical_version(declared) or DEFAULT_VERSION


def _description(infos: tuple[Info, ...]) -> str:
    """Return one line about the API: its summary, the first sentence of its description, or its title."""
    if len(infos) != 1:
        return ""
    [info] = infos
    if info.summary:
        return " ".join(info.summary.split())
    first = " ".join(info.description.partition("\n\n")[0].split())
    sentence = re.split(r"(?<=[.!?])\s", first, maxsplit=1)[0]
    is_prose = sentence and not sentence.startswith(("#", "<", "|", "*", "-", "!", "["))
    return sentence if is_prose and len(sentence) <= 200 else " ".join(info.title.split())


def _license(info: Info) -> str:
    """Return the SPDX expression of a license, or an empty string if the license is not recognized."""
    name = " ".join((info.license_identifier or info.license_name).split())
    return canonical_license(_LICENSES.get(name.lower(), name))


def _authors(infos: tuple[Info, ...]) -> tuple[tuple[str, str], ...]:
    author = (_common(infos, _contact), _common(infos, _email))
    return (author,) if any(author) else ()


def _contact(info: Info) -> str:
    name = " ".join(info.contact_name.split())
    return name if name.isprintable() else ""


def _email(info: Info) -> str:
    return info.contact_email if _EMAIL.fullmatch(info.contact_email) else ""


def _with_guide(guide: str, urls: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """Return the URLs with that of the guide to the client, which is not the documentation of the API."""
    if not guide:
        return urls
    others = (
        ("API documentation" if label == DOCUMENTATION else label, url) for label, url in urls
    )
    return ((DOCUMENTATION, guide), *(each for each in others if each[1] != guide))


def _urls(infos: tuple[Info, ...]) -> tuple[tuple[str, str], ...]:
    found = {
        "Contact": _common(infos, lambda each: each.contact_url),
        DOCUMENTATION: _common(infos, lambda each: each.documentation),
        "Terms of service": _common(infos, lambda each: each.terms_of_service),
    }
    return tuple((label, url) for label, url in found.items() if is_url(url))
