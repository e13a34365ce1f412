"""Resolve the server URL of a request: variables of servers, and servers of operations."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, urljoin


class ChosenUrl(str):
    """A base URL of the document whose variables are replaced by the chosen `values`."""

    __slots__ = ("template", "values")

    template: str
    values: Mapping[str, str]

    @classmethod
    def of(cls, url: str, template: str, values: Mapping[str, str]) -> ChosenUrl:
        """Return the URL with the template and the values that it was made from."""
        chosen = cls(url)
        chosen.template, chosen.values = template, values
        return chosen

    def altered(self, url: str) -> ChosenUrl:
        """Return the same URL in another spelling."""
        return ChosenUrl.of(url, self.template, self.values)


def filled(url: str, values: Mapping[str, str]) -> str:
    """Return the URL with its variables replaced by values, which may have several path segments.

    Args:
        url: The URL with `{name}` for each variable.
        values: The values by name.

    Raises:
        ValueError: A value would end the path or add a user name.
    """
    template = url
    for name, value in values.items():
        if set(value) & set("@?#\\ \t\r\n"):
            raise ValueError(f"{name} must not contain spaces or any of @ ? # \\")
        url = url.replace(f"{{{name}}}", _quoted(value))
    return ChosenUrl.of(url, template, values) if url != template else url


def _quoted(value: str) -> str:
    return quote(value, safe="/:.-_~%[]")


def addresses(given: str | Mapping[str, str] | None, declared: Mapping[str, str]) -> dict[str, str]:
    """Return the base URL of each document of an API whose documents have different servers.

    Args:
        given: The base URL of a client: URLs by the names of documents, which replace the declared
            ones, or one URL for all documents, to which the path of a relative server is added.
        declared: The URLs in the documents, by the names of the documents.

    Raises:
        ValueError: A name is not that of a document, or a document has no absolute URL.
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
            f"base_url contains {', '.join(unknown)}; the documents are {', '.join(declared)}"
        )
    found = {**declared, **(given or {})}
    missing = [name for name, url in found.items() if "://" not in url]
    if missing:
        raise ValueError(f"base_url must contain an absolute URL for {', '.join(missing)}")
    return found


@dataclass(frozen=True, slots=True)
class Server:
    """The server of an operation that does not use the server of the document.

    A client whose base URL is not that of the document sends everything there, since it uses a mock
    server or a gateway. A relative `url` is resolved against the base URL.

    Attributes:
        url: The URL, which may have variables.
        usual: The base URL of the document, with any values of its variables.
        values: The default values of the variables. Values of the same name that the client was
            created with replace them.
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
        """Return whether the base URL is that of the document, with any values of its variables."""
        if not isinstance(base_url, ChosenUrl):
            return base_url == self.usual
        parts = re.split(r"\{[^{}]*\}", base_url.template.rstrip("/"))
        return re.fullmatch(".*".join(map(re.escape, parts)), self.usual) is not None
