"""Where operations are sent: addresses with open parts, and what is chosen for these, in; base URLs out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, urljoin

from .configuration import ChosenUrl


def filled(url: str, **values: str) -> str:
    """The URL with its variables filled, of which each may be several segments of a path.

    Raises ValueError for a value that would end the address or give a user name.
    """
    template = url
    for name, value in values.items():
        if set(value) & set("@?#\\ \t\r\n"):
            raise ValueError(f"{name} must not hold blanks or any of @ ? # \\")
        url = url.replace(f"{{{name}}}", _quoted(value))
    return ChosenUrl.of(url, template, values) if url != template else url


def _quoted(value: str) -> str:
    return quote(value, safe="/:.-_~%[]")


@dataclass(frozen=True, slots=True)
class Server:
    """The server of an operation that has one of its own.

    `url` may have variables, whose default `values` are replaced by those of the same name that the
    client was made with. A client whose base URL is not that of the document, the `usual` one with any
    values of its variables, sends everything there: it uses a stand-in, or a gateway. A relative
    `url` is resolved against the base URL.
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
