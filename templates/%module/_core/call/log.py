"""Log the attempts of calls, without bodies and credentials."""

from __future__ import annotations

import logging

from ..transport import Request

PACKAGE = __name__.partition("._core")[0]
LOG = logging.getLogger(PACKAGE)


def log_attempt(request: Request, status: int | None, seconds: float, attempt: int) -> None:
    """Log the end of one attempt.

    Args:
        request: The request.
        status: The status of the response, or None if there was no response.
        seconds: The duration.
        attempt: The number of the attempt, from 1.
    """
    LOG.debug(
        "%s %s: %s in %.0f ms (attempt %d)",
        request.method,
        request.shown_url,
        "no response" if status is None else status,
        seconds * 1000,
        attempt,
    )
