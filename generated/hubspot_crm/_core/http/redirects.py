"""Follow redirects: a request and the answer that redirects it, to the next request, without
credentials for others.

What belongs to the first origin (scheme, host and port) is sent to no other: of the header fields
only those that say what is asked for go along, and no query parameter that holds a credential.
"""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import quote, unquote, urljoin, urlsplit, urlunsplit

from ..transport import Request, Response
from .redaction import REDACTED, secret_parameters, secrets_of

MOST = 10
_FOLLOWED = frozenset({301, 302, 303, 307, 308})
_OF_CONTENT = re.compile(r"content-.*|transfer-encoding", re.IGNORECASE)
_FOR_ANYONE = re.compile(
    r"accept(-.*)?|user-agent|content-(type|length|language|encoding)|range|if-.*", re.IGNORECASE
)
_SAFE = "!#$%&'()*+,/:;=?@[]~"


class NotFollowedError(Exception):
    """Why a redirect is not followed; it goes no further than the error of the call."""


def foreign() -> NotFollowedError:
    """Why a given client of a library is not sent to another origin, where it may add
    credentials.
    """
    return NotFollowedError(
        "it leads to another origin, and the client given to the transport may add credentials"
    )


def is_redirect(response: Response) -> bool:
    """Whether the answer asks for another request."""
    return response.status in _FOLLOWED and "location" in response.headers


def redirected(first: Request, request: Request, response: Response) -> Request:
    """The next request, for an answer that redirects; `first` is what the call began with.

    303 asks with GET, and so do 301 and 302 after a POST; otherwise method and body stay (RFC
    9110).

    Raises:
        NotFollowedError: the location is none to follow, or the body is gone.
    """
    url = _target(request, response.headers["location"])
    method, content, headers = request.method, request.content, request.headers
    if (response.status == 303 and method != "HEAD") or (
        response.status in (301, 302) and method == "POST"
    ):
        method, content = "GET", None
        headers = tuple(each for each in headers if not _OF_CONTENT.fullmatch(each[0]))
    if getattr(content, "spent", False):
        raise NotFollowedError("the body cannot be sent a second time")
    secrets = secrets_of(first)
    is_foreign = request.is_foreign
    if _origin(url) == _origin(request.url):
        shown = url
        if not is_foreign:
            url, shown = _with_keys(url, secret_parameters(request))
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
    """The address that a location means.

    Raises NotFollowedError for what a client must not go to.
    """
    try:
        parts = urlsplit(urljoin(request.url, quote(location.strip(), safe=_SAFE)))
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise NotFollowedError("that is no address") from None
    if parts.scheme not in ("http", "https") or not host or "%" in parts.netloc:
        raise NotFollowedError("that is no address of HTTP")
    if "@" in parts.netloc:
        raise NotFollowedError("it holds a user name or password")
    if parts.scheme == "http" and request.url.startswith("https:"):
        raise NotFollowedError("it leads from https to http")
    return urlunsplit((parts.scheme, parts.netloc, parts.path or "/", parts.query, ""))


def _origin(url: str) -> tuple[str, str | None, int]:
    parts = urlsplit(url)
    return parts.scheme, parts.hostname, parts.port or (443 if parts.scheme == "https" else 80)


def _with_keys(url: str, keys: tuple[str, ...]) -> tuple[str, str]:
    """The address with the credentials of the query, also as it is shown."""
    base, _, query = url.partition("?")
    names = {key.partition("=")[0] for key in keys}
    pairs = [each for each in query.split("&") if each and each.partition("=")[0] not in names]
    shown = [
        *pairs,
        *(f"{name}={REDACTED}" for name in dict.fromkeys(key.partition("=")[0] for key in keys)),
    ]
    sent = [*pairs, *keys]
    return (f"{base}?{'&'.join(sent)}", f"{base}?{'&'.join(shown)}") if sent else (base, base)


def _without_secrets(url: str, secrets: list[str]) -> str:
    """The address without query parameters that hold a credential of the call."""
    base, _, query = url.partition("?")
    pairs = [
        each
        for each in query.split("&")
        if each and unquote(each.partition("=")[2].replace("+", " ")) not in secrets
    ]
    return f"{base}?{'&'.join(pairs)}" if pairs else base


def _redacted(url: str) -> str:
    """The address of another origin as it is shown: what is in its query may be a signature."""
    base, mark, query = url.partition("?")
    return (
        base
        + mark
        + "&".join(f"{each.partition('=')[0]}={REDACTED}" for each in query.split("&") if each)
    )
