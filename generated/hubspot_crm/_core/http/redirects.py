"""Follow redirects to the last response, without credentials for other origins.

An origin is a scheme, host and port. Another origin receives only the header fields that describe
the requested content, and no query parameter that holds a credential.
"""

from __future__ import annotations

import logging
import re
from dataclasses import replace
from typing import Any, Protocol
from urllib.parse import quote, unquote, urljoin, urlsplit, urlunsplit

from ..secret import REDACTED, secrets_of
from ..transport import Request, Response

LOG = logging.getLogger(__name__.partition("._core")[0])
MOST = 10
_FOLLOWED = frozenset({301, 302, 303, 307, 308})
_OF_CONTENT = re.compile(r"content-.*|transfer-encoding", re.IGNORECASE)
_FOR_ANYONE = re.compile(
    r"accept(-.*)?|user-agent|content-(type|length|language|encoding)|range|if-.*", re.IGNORECASE
)
_SAFE = "!#$%&'()*+,/:;=?@[]~"


class NotFollowedError(Exception):
    """The reason why a redirect is not followed; it becomes part of the error of the call."""


def foreign() -> NotFollowedError:
    """Return the error for a redirect to another origin with a given client of a library.

    That client may add credentials to its requests.
    """
    return NotFollowedError(
        "it leads to another origin, and the client of the transport may add credentials"
    )


def is_redirect(response: Response) -> bool:
    """Return whether the response redirects to another location."""
    return response.status in _FOLLOWED and "location" in response.headers


def redirected(first: Request, request: Request, response: Response) -> Request:
    """Return the request that follows a redirect.

    After 303, and after 301 and 302 in response to a POST, its method is GET. Otherwise it has the
    same method and body (RFC 9110).

    Args:
        first: The first request of the call.
        request: The request that was redirected.
        response: Its response.

    Raises:
        NotFollowedError: The location must not be followed, or the body cannot be sent again.
    """
    url = _target(request, response.headers["location"])
    method, content, headers = request.method, request.content, request.headers
    if (response.status == 303 and method != "HEAD") or (
        response.status in (301, 302) and method == "POST"
    ):
        method, content = "GET", None
        headers = tuple(each for each in headers if not _OF_CONTENT.fullmatch(each[0]))
    if getattr(content, "spent", False):
        raise NotFollowedError("the body cannot be sent again")
    secrets = secrets_of(first)
    is_foreign = request.is_foreign
    if _origin(url) == _origin(request.url):
        shown = url if request.shown_url == request.url else _redacted(url)
    else:
        is_foreign = True
        headers = tuple(each for each in headers if _FOR_ANYONE.fullmatch(each[0]))
        url = _without_secrets(url, secrets)
        shown = _redacted(url)
    for secret in secrets:
        shown = shown.replace(quote(secret, safe=""), REDACTED).replace(secret, REDACTED)
    return replace(
        request,
        method=method,
        url=url,
        shown_url=shown,
        headers=headers,
        content=content,
        is_foreign=is_foreign,
    )


def _target(request: Request, location: str) -> str:
    """Return the absolute URL of a location.

    Raises:
        NotFollowedError: A client must not follow the location.
    """
    try:
        parts = urlsplit(urljoin(request.url, quote(location.strip(), safe=_SAFE)))
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise NotFollowedError("its URL is invalid") from None
    if parts.scheme not in ("http", "https") or not host or "%" in parts.netloc:
        raise NotFollowedError("its URL is not an HTTP URL")
    if "@" in parts.netloc:
        raise NotFollowedError("its URL contains a user name or password")
    if parts.scheme == "http" and request.url.startswith("https:"):
        raise NotFollowedError("it leads from https to http")
    return urlunsplit((parts.scheme, parts.netloc, parts.path or "/", parts.query, ""))


def _origin(url: str) -> tuple[str, str | None, int]:
    parts = urlsplit(url)
    return parts.scheme, parts.hostname, parts.port or (443 if parts.scheme == "https" else 80)


def _without_secrets(url: str, secrets: list[str]) -> str:
    """Return the URL without the query parameters that hold a credential of the call."""
    base, _, query = url.partition("?")
    pairs = [
        each
        for each in query.split("&")
        if each and unquote(each.partition("=")[2].replace("+", " ")) not in secrets
    ]
    return f"{base}?{'&'.join(pairs)}" if pairs else base


def _redacted(url: str) -> str:
    """Return the URL of another origin with its query values redacted: one may be a signature."""
    base, mark, query = url.partition("?")
    return (
        base
        + mark
        + "&".join(f"{each.partition('=')[0]}={REDACTED}" for each in query.split("&") if each)
    )


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
