"""The addresses that requests go to: server URLs with variables, and servers of single
operations.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, urljoin


class ChosenUrl(str):
    """A base URL of the document, its variables filled with the `values` that were chosen."""

    __slots__ = ("template", "values")

    template: str
    values: Mapping[str, str]

    @classmethod
    def of(cls, url: str, template: str, values: Mapping[str, str]) -> ChosenUrl:
        """The URL, with where it comes from."""
        chosen = cls(url)
        chosen.template, chosen.values = template, values
        return chosen

    def altered(self, url: str) -> ChosenUrl:
        """Another spelling of the same URL."""
        return ChosenUrl.of(url, self.template, self.values)


def filled(url: str, values: Mapping[str, str]) -> str:
    """Return the URL with its variables, given by name, replaced; a value may have several path
    segments.

    Raises:
        ValueError: A value would end the address or add a user name.
    """
    template = url
    for name, value in values.items():
        if set(value) & set("@?#\\ \t\r\n"):
            raise ValueError(f"{name} must not hold blanks or any of @ ? # \\")
        url = url.replace(f"{{{name}}}", _quoted(value))
    return ChosenUrl.of(url, template, values) if url != template else url


def _quoted(value: str) -> str:
    return quote(value, safe="/:.-_~%[]")


def addresses(given: str | Mapping[str, str] | None, declared: Mapping[str, str]) -> dict[str, str]:
    """The base URL of each document of an API whose documents have different servers.

    `given` is what a client was made with: base URLs by the names of documents, in place of the
    `declared` ones, or one for all documents, to which the path of a relative server is added.
    Raises ValueError for a name that no document has, and where a document is left without a whole
    URL.
    """
    if isinstance(given, str):
        base = given.rstrip("/")
        return {
            name: base if "://" in url or not url else f"{base}/{url.strip('/')}"
            for name, url in declared.items()
        }
    unknown = sorted((given or {}).keys() - declared.keys())
    if unknown:
        raise ValueError(
            f"base_url names {', '.join(unknown)}; the documents are {', '.join(declared)}"
        )
    found = {**declared, **(given or {})}
    missing = [name for name, url in found.items() if "://" not in url]
    if missing:
        raise ValueError(f"base_url must give the whole URL of {', '.join(missing)}")
    return found


@dataclass(frozen=True, slots=True)
class Server:
    """The server of an operation that has one of its own.

    `url` may have variables, whose default `values` are replaced by those of the same name that the
    client was made with. A client whose base URL is not that of the document, the `usual` one with
    any values of its variables, sends everything there: it uses a stand-in, or a gateway. A
    relative `url` is resolved against the base URL.
    """

    url: str
    usual: str = ""
    values: Mapping[str, str] = field(default_factory=dict[str, str])

    def __call__(self, base_url: str) -> str:
        url = self.url
        chosen = base_url.values if isinstance(base_url, ChosenUrl) else {}
        for name, value in {**self.values, **chosen}.items():
            url = url.replace(f"{{{name}}}", _quoted(value))
        if "://" not in url:
            return urljoin(base_url + "/", url).rstrip("/")
        return url.rstrip("/") if self._is_usual(base_url) else base_url

    def _is_usual(self, base_url: str) -> bool:
        """Whether the base URL is that of the document, with any values of its variables."""
        if not isinstance(base_url, ChosenUrl):
            return base_url == self.usual
        parts = re.split(r"\{[^{}]*\}", base_url.template.rstrip("/"))
        return re.fullmatch(".*".join(map(re.escape, parts)), self.usual) is not None
