"""The addresses that requests go to: server URLs with variables, and servers of single operations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urljoin


def filled(url: str, values: Mapping[str, str]) -> str:
    """Return the URL with its variables, given by name, replaced; a value may have several path segments.

    Raises:
        ValueError: A value would end the address or add a user name.
    """
    for name, value in values.items():
        if set(value) & set("@?#\\ \t\r\n"):
            raise ValueError(f"{name} must not hold blanks or any of @ ? # \\")
        url = url.replace(f"{{{name}}}", quote(value, safe="/:.-_~%[]"))
    return url


def addresses(given: str | Mapping[str, str] | None, declared: Mapping[str, str]) -> dict[str, str]:
    """The base URL of each document of an API whose documents have different servers.

    `given` is what a client was made with: base URLs by the names of documents, in place of the `declared` ones,
    or one for all documents, to which the path of a relative server is added. Raises ValueError for a name that
    no document has, and where a document is left without a whole URL.
    """
    if isinstance(given, str):
        base = given.rstrip("/")
        return {name: base if "://" in url or not url else f"{base}/{url.strip('/')}" for name, url in declared.items()}
    unknown = sorted((given or {}).keys() - declared.keys())
    if unknown:
        raise ValueError(f"base_url names {', '.join(unknown)}; the documents are {', '.join(declared)}")
    found = {**declared, **(given or {})}
    missing = [name for name, url in found.items() if "://" not in url]
    if missing:
        raise ValueError(f"base_url must give the whole URL of {', '.join(missing)}")
    return found


@dataclass(frozen=True, slots=True)
class Server:
    """The server of an operation that has one of its own.

    A client with another base URL than the `usual` one sends everything there: it speaks to a
    stand-in, or through a gateway. A relative `url` is resolved against the base URL.
    """

    url: str
    usual: str = ""

    def __call__(self, base_url: str) -> str:
        if "://" not in self.url:
            return urljoin(base_url + "/", self.url).rstrip("/")
        return self.url.rstrip("/") if base_url == self.usual else base_url
