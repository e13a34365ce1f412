"""Everything that can go wrong with a call, as one tree of exceptions under ApiError."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self
from urllib.parse import urlsplit

from .transport import Headers

_LONGEST_TEXT = 500
_MOST_DETAILS = 3


class ApiError(Exception):
    """Any failure of a call. Can be pickled and copied, with all its attributes."""

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (type(self), self.args, self.__dict__)


def _rebuild(kind: type[ApiError], args: tuple[object, ...], state: dict[str, object]) -> ApiError:
    error = kind.__new__(kind, *args)
    error.__dict__.update(state)
    return error


class ApiConnectionError(ApiError):
    """No response: the connection could not be made, or broke.

    `method` and `url` say of which request; credentials in the URL are blotted out. `maybe_sent` is
    False where the request surely never reached the server, so that it took no effect.
    """

    def __init__(
        self,
        message: str,
        *,
        method: str | None = None,
        url: str | None = None,
        maybe_sent: bool = True,
    ) -> None:
        super().__init__(message)
        self.method = method
        self.url = url
        self.maybe_sent = maybe_sent

    def __str__(self) -> str:
        return f"{one_line(str(self.args[0]))}{_place(self.method, self.url)}"


class ApiTimeoutError(ApiConnectionError):
    """No response within the timeout, or within the deadline of the call; see `maybe_sent`."""


class InputError(ApiError, ValueError):
    """A value that cannot be sent, or that the API would refuse; nothing was sent.

    `parameter` is its name as the API knows it, `limit` what it must not pass; None where it passes
    no limit and is of the wrong kind, such as a datetime without a time zone.
    """

    def __init__(self, message: str, *, parameter: str, limit: float | None = None) -> None:
        super().__init__(message)
        self.parameter = parameter
        self.limit = limit


class DecodingError(ApiError):
    """Text that cannot be read as what it should be: not JSON, or not even an object.

    `content` is the text. Where it came as an answer, `status`, `method` and `url` say of what.
    """

    def __init__(
        self,
        message: str,
        *,
        content: bytes = b"",
        status: int | None = None,
        method: str | None = None,
        url: str | None = None,
    ) -> None:
        super().__init__(message)
        self.content = content
        self.status = status
        self.method = method
        self.url = url

    def of_answer(self, *, status: int, method: str, url: str) -> Self:
        """The same error, knowing which answer it is about."""
        return type(self)(
            str(self.args[0]), content=self.content, status=status, method=method, url=url
        )

    def __str__(self) -> str:
        status = "" if self.status is None else f" (status {self.status})"
        return f"{one_line(str(self.args[0]))}{status}{_place(self.method, self.url)}"


class ResponseTooLargeError(DecodingError):
    """A response whose body, decompressed, is larger than the call allows; the rest was not
    read.
    """


class ApiStatusError(ApiError):
    """An answer whose status is not a success; one that redirects is not followed and counts too.

    `message`, `category` and `correlation_id` are what the body says, None where it does not;
    `details` are the messages of the single faults that it lists, and `context` is what it names as
    concerned, such as scopes or properties, of all of them. `policy` is the limit that was
    reached, and `retry_after` the seconds after which the server wants to be asked again.
    `body` is the decoded body: of the declared type, else as parsed, else None where it is no
    JSON. `content` is the body as received. Credentials in `url` are blotted out.
    """

    def __init__(
        self,
        message: str | None = None,
        *,
        status: int,
        category: str | None = None,
        correlation_id: str | None = None,
        details: tuple[str, ...] = (),
        context: Mapping[str, tuple[str, ...]] | None = None,
        policy: str | None = None,
        retry_after: float | None = None,
        body: object = None,
        content: bytes = b"",
        headers: Headers | None = None,
        method: str,
        url: str,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.status = status
        self.category = category
        self.correlation_id = correlation_id
        self.details = details
        self.context = dict(context or {})
        self.policy = policy
        self.retry_after = retry_after
        self.body = body
        self.content = content
        self.headers = Headers() if headers is None else headers
        self.method = method
        self.url = url

    def __str__(self) -> str:
        said = self.message or ""
        single = [text for text in self.details if text not in said][:_MOST_DETAILS]
        message = "; ".join(one_line(text) for text in (said, *single) if text)
        known = ", ".join(f"{label} {one_line(text, 100)}" for label, text in self._known() if text)
        return (
            f"{status_line(self.status)}{f': {message}' if message else ''}"
            f"{f' ({known})' if known else ''}{_place(self.method, self.url)}"
        )

    def _known(self) -> list[tuple[str, str | None]]:
        concerned = [(one_line(key, 50), ", ".join(each)) for key, each in self.context.items()]
        wait = None if self.retry_after is None else f"{self.retry_after:g} s"
        return [
            ("category", self.category),
            ("policy", self.policy),
            *concerned[:_MOST_DETAILS],
            ("retry after", wait),
            ("correlation id", self.correlation_id),
        ]


class BadRequestError(ApiStatusError):
    """400: the request was not understood or not valid."""


class AuthenticationError(ApiStatusError):
    """401: the credential is missing, wrong or expired."""


class PermissionDeniedError(ApiStatusError):
    """403: the credential does not allow this."""


class NotFoundError(ApiStatusError):
    """404: there is nothing at this address, or nothing that may be seen."""


class ConflictError(ApiStatusError):
    """409: the request does not go with the present state."""


class UnprocessableEntityError(ApiStatusError):
    """422: the request was understood, its content cannot be processed."""


class LockedError(ApiStatusError):
    """423: what is to be changed is locked."""


class RateLimitError(ApiStatusError):
    """429: too many requests; `policy` names the limit where the API does."""


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
    """The most specific class for a status that is not a success."""
    return _CLASSES.get(status, InternalServerError if status >= 500 else ApiStatusError)


def status_line(status: int) -> str:
    """A status with its phrase where it has one: "404 Not Found"."""
    from http import HTTPStatus  # only errors need it

    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)


def one_line(text: str, longest: int = _LONGEST_TEXT) -> str:
    """Text of strangers, fit for a line of a log: no control characters, not too long."""
    shown = "".join(map(_neutral, text[: longest + 1]))
    return shown if len(shown) <= longest else shown[: longest - 1] + "…"


def _neutral(character: str) -> str:
    if character.isprintable():
        return character
    # Separators other than the space, format and control characters, lone surrogates.
    return " " if character.isspace() else character.encode("unicode_escape").decode("ascii")


def _place(method: str | None, url: str | None) -> str:
    return "" if method is None or url is None else f" [{method} {urlsplit(url).path or '/'}]"
