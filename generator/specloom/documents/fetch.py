"""The URL of a file goes in; what it holds comes out, within a time and a size."""

from __future__ import annotations

import threading
import time
from contextlib import suppress
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from specloom.diagnostics import Location
from specloom.documents.load import too_large
from specloom.project import Limits

_PORTION = 65_536


class TooSlowError(OSError):
    """The whole of a URL did not come in time."""


class _Download:
    """One download. A thread of its own does it, because nothing ends a slow look-up of a host's name,
    or a server that sends its headers a byte at a time."""

    def __init__(self, address: str, limits: Limits) -> None:
        self._address = address
        self._limits = limits
        self._end = time.monotonic() + limits.seconds
        self._content = b""
        self._error: Exception | None = None

    def content(self) -> bytes:
        thread = threading.Thread(target=self._run, daemon=True)
        thread.start()
        thread.join(self._limits.seconds)
        if thread.is_alive():
            raise self._too_slow()
        if self._error is not None:
            raise self._error
        return self._content

    def _run(self) -> None:
        try:
            self._content = self._read()
        except Exception as error:  # the caller raises it
            self._error = error

    def _read(self) -> bytes:
        accepted = {"Accept": "application/json, application/yaml, */*"}
        request = Request(self._address, headers=accepted)
        try:
            with urlopen(request, timeout=self._limits.seconds) as answer:
                if urlsplit(str(answer.geturl())).scheme not in ("http", "https"):
                    raise ValueError("it leads to something that is no web page")
                content = bytearray()
                while portion := answer.read1(_PORTION):
                    content += portion
                    if len(content) > self._limits.bytes:
                        raise too_large(Location(self._address), self._limits.bytes)
                    if time.monotonic() > self._end:
                        raise self._too_slow()
                return bytes(content)
        except HTTPError as error:
            with suppress(OSError):
                error.close()
            raise
        except TimeoutError:
            raise self._too_slow() from None
        except HTTPException as error:
            raise ValueError(f"it is no answer of HTTP: {error!r}") from None

    def _too_slow(self) -> TooSlowError:
        return TooSlowError(f"it took longer than {self._limits.seconds} s")


def fetch(address: str, limits: Limits) -> bytes:
    """Return what a URL of http or https holds.

    Raises:
        OSError: it cannot be had, or (`TooSlowError`) not within `limits.seconds`, body included.
        ValueError: it is malformed, or leads to another kind of address.
        SpecloomError: `too-large`, as soon as it has more than `limits.bytes`.
    """
    return _Download(address, limits).content()
