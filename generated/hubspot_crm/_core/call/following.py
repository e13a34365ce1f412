"""Follow the redirects of a call."""

from __future__ import annotations

import logging
from typing import Any, Protocol

from ..transport import Request, Response

LOG = logging.getLogger(__name__.partition("._core")[0])


class Attempts(Protocol):
    """The attempts of a call, as far as redirects concern them."""

    call: Any

    def limited(self, request: Request) -> Request: ...
    async def send(self, request: Request) -> Response: ...
    async def settle(self, result: object) -> object: ...


async def follow(
    attempts: Attempts, request: Request, response: Response
) -> tuple[Request, Response, str]:
    """Follow redirects to the last response.

    Args:
        attempts: The attempts of the call.
        request: The request that was sent.
        response: Its response, with a status from 300 to 399.

    Returns:
        The last request, its response, and the reason why that is not followed, or "".
    """
    from ..http.redirects import (
        MOST,
        NotFollowedError,
        is_redirect,
        redirected,
    )  # imported here because few responses redirect

    first, count = request, 0
    while is_redirect(response):
        if not _follows(attempts):
            return request, response, "follow_redirects is off"
        if count == MOST:
            return request, response, f"not followed, after {MOST} redirects"
        try:
            following = attempts.limited(redirected(first, request, response))
            answer = await attempts.send(following)
        except NotFollowedError as reason:
            return request, response, f"not followed: {reason}"
        for hook in attempts.call.configuration.on_response:
            await attempts.settle(hook(request, response))
        LOG.debug("%s %s: redirected to %s", request.method, request.shown_url, following.shown_url)
        request, response, count = following, answer, count + 1
    return request, response, ""


def _follows(attempts: Attempts) -> bool:
    """Return whether the call, the client or the transport's client follows redirects."""
    for given in (
        attempts.call.options.follow_redirects,
        attempts.call.configuration.follow_redirects,
    ):
        if given is not None:
            return bool(given)
    # the setting of the httpx2 client that was passed in
    return bool(getattr(attempts.call.open(), "follow_redirects", False))
