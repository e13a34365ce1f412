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
