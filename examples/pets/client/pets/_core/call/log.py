"""The log of the package: attempts of calls, never a body or a credential."""

from __future__ import annotations

import logging

from ..transport import Request

PACKAGE = __name__.partition("._core")[0]
LOG = logging.getLogger(PACKAGE)


def log_attempt(request: Request, status: int | None, seconds: float, attempt: int) -> None:
    """Log the end of one attempt; a status of None is no response."""
    LOG.debug(
        "%s %s: %s in %.0f ms (attempt %d)",
        request.method,
        request.shown_url,
        "no answer" if status is None else status,
        seconds * 1000,
        attempt,
    )
