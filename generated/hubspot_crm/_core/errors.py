"""The exceptions of a call. All of them derive from ApiError."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass, field
from typing import Any, Self
from urllib.parse import urlsplit

from .transport import Headers

_LONGEST_TEXT = 500
_MOST_DETAILS = 3


class ApiError(Exception):
    """Base class of all errors of a call. They can be pickled and copied with their attributes."""

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (type(self), self.args, self.__dict__)


def _rebuild(kind: type[ApiError], args: tuple[object, ...], state: dict[str, object]) -> ApiError:
    error = kind.__new__(kind, *args)
    error.__dict__.update(state)
    return error


@dataclass(eq=False, repr=False)
class ApiConnectionError(ApiError):
    """There was no response: the connection could not be made, or it broke.

    Attributes:
        message: What went wrong.
        method: The method of the request, or None.
        url: The URL of the request with credentials redacted, or None.
        maybe_sent: False if the request certainly never reached the server and had no effect.
    """

    message: str
    _: KW_ONLY
    method: str | None = None
    url: str | None = None
    maybe_sent: bool = True

    def __str__(self) -> str:
        return f"{one_line(self.message)}{_location(self.method, self.url)}"


class ApiTimeoutError(ApiConnectionError):
    """There was no response within the timeout or the deadline of the call; see `maybe_sent`."""


@dataclass(eq=False, repr=False)
class InputError(ApiError, ValueError):
    """A value cannot be sent, or the API would reject it. Nothing was sent.

    Attributes:
        message: What is wrong.
        parameter: The wire name of the parameter.
        limit: The limit that the value exceeds, or None if the value is invalid for another reason.
    """

    message: str
    _: KW_ONLY
    parameter: str
    limit: float | None = None


class PaginationError(ApiError):
    """A list has a cursor that is repeated or not valid, or a page has no valid list of items."""


@dataclass(eq=False, repr=False)
class DecodingError(ApiError):
    """Content cannot be decoded as expected: it is not JSON, or not an object, for example.

    Attributes:
        message: What is wrong.
        content: The content.
        status: The status of the response, or None if the content is not from a response.
        method: The method of the request, or None.
        url: The URL of the request, or None.
    """

    message: str
    _: KW_ONLY
    content: bytes = b""
    status: int | None = None
    method: str | None = None
    url: str | None = None

    def of_answer(self, *, status: int, method: str, url: str) -> Self:
        """Return this error with the status, method and URL of the response."""
        self.status, self.method, self.url = status, method, url
        return self

    def __str__(self) -> str:
        status = "" if self.status is None else f" (status {self.status})"
        return f"{one_line(self.message)}{status}{_location(self.method, self.url)}"


class ResponseTooLargeError(DecodingError):
    """A decompressed response body is larger than the call allows. The rest was not read."""


@dataclass(eq=False, repr=False)
class ApiStatusError(ApiError):
    """The status of a response is not a success. This includes redirects that are not followed.

    Attributes:
        message: The message in the body, or None.
        status: The status code.
        details: The messages of the single errors that the body lists.
        retry_after: The seconds after which the server wants the request to be repeated, or None.
        body: The decoded body: of the declared type if it is valid, otherwise as parsed, or None if
            it is not JSON.
        content: The body as received.
        headers: The header fields of the response.
        method: The method of the request.
        url: The URL of the request, with credentials redacted.
        category: The category in the body, or None.
        correlation_id: The correlation id in the body, or None.
        context: What the body lists as affected by all its errors, such as scopes or properties.
        policy: The name of the rate limit that was reached, or None.
    """

    message: str | None = None
    _: KW_ONLY
    status: int
    details: tuple[str, ...] = ()
    retry_after: float | None = None
    body: object = None
    content: bytes = b""
    headers: Headers = field(default_factory=Headers)
    method: str
    url: str
    category: str | None = None
    correlation_id: str | None = None
    context: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    policy: str | None = None

    def __str__(self) -> str:
        message = self.message or ""
        single = [text for text in self.details if text not in message][:_MOST_DETAILS]
        message = "; ".join(one_line(text) for text in (message, *single) if text)
        known = ", ".join(f"{label} {one_line(text, 100)}" for label, text in self._known() if text)
        return (
            f"{status_line(self.status)}{f': {message}' if message else ''}"
            f"{f' ({known})' if known else ''}{_location(self.method, self.url)}"
        )

    def _known(self) -> list[tuple[str, str | None]]:
        found: list[tuple[str, str | None]] = []
        found.append(("category", self.category))
        found.append(("policy", self.policy))
        context = [(one_line(key, 50), ", ".join(each)) for key, each in self.context.items()]
        found += context[:_MOST_DETAILS]
        if self.retry_after is not None:
            found.append(("retry after", f"{self.retry_after:g} s"))
        found.append(("correlation id", self.correlation_id))
        return found


class BadRequestError(ApiStatusError):
    """400: the request was not understood, or is not valid."""


class AuthenticationError(ApiStatusError):
    """401: the credential is missing, wrong or expired."""


class PermissionDeniedError(ApiStatusError):
    """403: the credential does not permit the request."""


class NotFoundError(ApiStatusError):
    """404: the resource does not exist, or the credential may not see it."""


class ConflictError(ApiStatusError):
    """409: the request conflicts with the current state.

    `existing_id` is the id of an object that exists already, or None if the response has none.
    """

    existing_id: str | None = None


class UnprocessableEntityError(ApiStatusError):
    """422: the request was understood, but its content cannot be processed."""


class LockedError(ApiStatusError):
    """423: the resource is locked."""


class RateLimitError(ApiStatusError):
    """429: too many requests. `policy` names the limit if the API reports it.

    `is_lasting` is true for limits that no call waits for, such as daily ones.
    """

    is_lasting: bool = False


class InternalServerError(ApiStatusError):
    """500 and above: the server failed."""


_CLASSES: dict[int, type[ApiStatusError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    423: LockedError,
    429: RateLimitError,
}


def status_error_class(status: int) -> type[ApiStatusError]:
    """Return the most specific class for a status that is not a success."""
    return _CLASSES.get(status, InternalServerError if status >= 500 else ApiStatusError)


def status_line(status: int) -> str:
    """Return a status with its phrase if it has one: "404 Not Found"."""
    from http import HTTPStatus  # imported here, because only errors need it

    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)


def one_line(text: str, longest: int = _LONGEST_TEXT) -> str:
    """Return untrusted text in one line for a message or a log.

    Control characters are escaped, and text longer than `longest` characters is truncated.
    """
    shown = "".join(map(_neutral, text[: longest + 1]))
    return shown if len(shown) <= longest else shown[: longest - 1] + "…"


def _neutral(character: str) -> str:
    if character.isprintable():
        return character
    # Other separators, format and control characters, and lone surrogates.
    return " " if character.isspace() else character.encode("unicode_escape").decode("ascii")


def _location(method: str | None, url: str | None) -> str:
    return "" if method is None or url is None else f" [{method} {urlsplit(url).path or '/'}]"


class OAuthError(ApiError):
    """There is no valid access token.

    Attributes:
        code: The error code of the API, such as "invalid_grant", or None.
        status: The status of the response, or None if there was no response.
        transient: Whether the same request may succeed later.
    """

    def __init__(
        self,
        message: str,
        *,
        code: str | None = None,
        status: int | None = None,
        transient: bool = False,
    ) -> None:
        super().__init__(message)
        self.code = code
        self.status = status
        self.transient = transient

    def __str__(self) -> str:
        parts = (status_line(self.status) if self.status else "", self.code, str(self.args[0]))
        return one_line(": ".join(each for each in parts if each))
