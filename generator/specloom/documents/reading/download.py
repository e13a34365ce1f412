"""Download a file by HTTP, with limits on its size and on the time."""

from __future__ import annotations

import threading
import time
from http.client import HTTPException, HTTPMessage
from typing import IO
from urllib.parse import urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
    UnknownHandler,
)

from specloom.diagnostics import Location
from specloom.documents.reading.load import too_large

_PORTION = 65_536


def download(address: str, most: int, seconds: float) -> bytes:
    """Return what a URL has.

    Args:
        address: the URL.
        most: the most bytes to read.
        seconds: the longest that it may take as a whole: look-up, redirects, headers and content.

    Raises:
        OSError: it cannot be had, or not in time.
        ValueError: it leads out of http and https, or the answer is not HTTP or not whole.
        SpecloomError: it is too large.
    """
    found: list[bytes] = []
    failed: list[BaseException] = []
    end = time.monotonic() + seconds

    def run() -> None:
        try:
            found.append(_content(address, most, seconds, end))
        except HTTPException as error:
            failed.append(ValueError(f"the response of the server is not valid HTTP: {error!r}"))
        except BaseException as error:  # noqa: BLE001 - it is raised again where the caller waits
            failed.append(error)

    # Each read of a socket has its own timeout; only another thread can limit them together.
    thread = threading.Thread(target=run, name="download", daemon=True)
    thread.start()
    thread.join(seconds)
    if failed:
        raise failed[0]
    if not found:
        raise TimeoutError(
            f"the download takes longer than {seconds:g} seconds, the limit set by "
            "[limits] seconds"
        )
    return found[0]


def _content(address: str, most: int, seconds: float, end: float) -> bytes:
    request = Request(address, headers={"Accept": "application/json, application/yaml, */*"})
    found = bytearray()
    with _opener().open(request, timeout=seconds) as answer:
        while portion := answer.read1(_PORTION):
            found += portion
            if len(found) > most:
                raise too_large(Location(address), most)
            if time.monotonic() > end:
                return b""  # nothing waits for it any more
        if answer.length:
            raise ValueError(f"the response ends {answer.length} bytes too early")
    return bytes(found)


class _Redirects(HTTPRedirectHandler):
    """Follows redirects to HTTP URLs."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        """Return the request that follows.

        Raises:
            ValueError: the redirect leads out of http and https.
        """
        if urlsplit(newurl).scheme not in ("http", "https"):
            fp.close()
            raise ValueError(f"the server redirects to {newurl!r}, which is not an HTTP URL")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _opener() -> OpenerDirector:
    """Return an opener for HTTP URLs and no others."""
    opener = OpenerDirector()
    for handler in (
        ProxyHandler(),
        UnknownHandler(),
        HTTPHandler(),
        HTTPSHandler(),
        HTTPDefaultErrorHandler(),
        _Redirects(),
        HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    return opener
