"""Credentials and security schemes, which define their location in a request."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Mapping
from inspect import isawaitable, iscoroutine
from typing import Literal, Protocol, TypeVar

from ..secret import Secret as Secret
from ..secret import Veiled

C = TypeVar("C")

Credential = str | Callable[[], str]
AsyncCredential = str | Callable[[], str] | Callable[[], Awaitable[str]]

# Visible ASCII without blanks, which cannot end a header field.
_TOKEN = re.compile(r"[!-~]+")
KEY = re.compile(r"[!-~]+(?: [!-~]+)*")  # a key may have a prefix: "Token abc"
_USER = re.compile(r"[^\x00-\x1f\x7f:]*")


class AsyncSource(ABC):
    """A callable credential that async clients read without blocking."""

    @abstractmethod
    async def read_async(self) -> str: ...

    @abstractmethod
    def read_within(self, seconds: float) -> str:
        """Return the credential, and wait up to `seconds` for it.

        Raises:
            TimeoutError: The credential is not available in time.
        """


class CredentialTimeout(Exception):
    """A credential is not available in time."""


class Placement(Veiled, frozen=True):
    """A credential and its location: a header field, a query parameter or a cookie."""

    place: Literal["header", "query", "cookie"]
    name: str
    value: Secret


class SecurityScheme(Protocol):
    """A credential, and its location in a request. None means no credential."""

    @property
    def credential(self) -> AsyncCredential | None: ...

    def placement(self, credential: str) -> Placement: ...


class Bearer(Veiled, frozen=True):
    """A token in the Authorization header (HTTP bearer, OAuth 2).

    Raises:
        ValueError: The token has characters that a header cannot contain.
    """

    credential: AsyncCredential | None

    def __post_init__(self) -> None:
        _check_early(self.credential)

    def placement(self, credential: str) -> Placement:
        return Placement("header", "Authorization", Secret("Bearer " + checked_token(credential)))


class ApiKey(Veiled, frozen=True):
    """A key in a header, query parameter or cookie called `name`.

    Raises:
        ValueError: The key has characters that are not allowed there.
    """

    name: str
    place: Literal["header", "query", "cookie"]
    credential: AsyncCredential | None

    def __post_init__(self) -> None:
        _check_early(self.credential, self._form())

    def placement(self, credential: str) -> Placement:
        return Placement(self.place, self.name, checked_token(credential, self._form()))

    def _form(self) -> re.Pattern[str]:
        return KEY if self.place == "header" else _TOKEN


class Basic(Veiled, frozen=True):
    """A user name and a password (the credential) in the Authorization header, as UTF-8.

    Raises:
        ValueError: The user name has a colon or control characters.
    """

    username: str
    credential: AsyncCredential | None

    def __post_init__(self) -> None:
        if not _USER.fullmatch(self.username):
            raise ValueError("the user name contains a colon or control characters")

    def placement(self, credential: str) -> Placement:
        value = basic(self.username, credential)
        return Placement("header", "Authorization", value)


def basic(username: str, password: str) -> Secret:
    """Return the value of an Authorization header for a user name and a password, as UTF-8.

    Newlines at the end of the password are removed.
    """
    from base64 import b64encode  # imported here because few APIs need it

    password = Secret(password.rstrip("\r\n"))  # files often end in a newline
    return Secret("Basic " + b64encode(f"{username}:{password}".encode()).decode("ascii"))


def required_credential(argument: str, given: C) -> C:
    """Return a required credential after checking it.

    Raises:
        TypeError: It is None or has the wrong type. The message names the argument.
        ValueError: It is empty. The message names the argument.
    """
    if given is None:
        raise TypeError(f"{argument} must be a string, or a callable that returns one, not None")
    return optional_credential(argument, given)


def optional_credential(argument: str, given: C) -> C:
    """Return a credential, or None, after checking it.

    Raises:
        TypeError: It has the wrong type. The message names the argument and omits the value.
        ValueError: It is empty. The message names the argument.
    """
    if isinstance(given, str) and not given.strip():
        raise ValueError(f"{argument} is empty")
    known: object = given
    if known is not None and not callable(known) and not isinstance(known, (str, tuple)):
        kind = type(known).__name__
        raise TypeError(
            f"{argument} must be a string, or a callable that returns one, not of type {kind}"
        )
    return given


def checked_token(token: str, form: re.Pattern[str] = _TOKEN) -> Secret:
    """Return the token without newlines at its end, which files often have.

    Raises:
        ValueError: A header cannot contain the token. The message omits the token.
    """
    token = Secret(token.rstrip("\r\n"))  # some tracebacks show local variables
    if not form.fullmatch(token):
        fault = "spaces, control or non-ASCII characters" if token else "no characters"
        raise ValueError(f"the credential contains {fault}")
    return token


def _check_early(credential: object, form: re.Pattern[str] = _TOKEN) -> None:
    """Validate a string when the client is created rather than at the first request."""
    if isinstance(credential, str):
        checked_token(credential, form)


def select(
    alternatives: tuple[tuple[str, ...], ...] | None, schemes: Mapping[str, SecurityScheme]
) -> tuple[SecurityScheme, ...]:
    """Return the schemes of the first alternative whose credentials are all given, or ().

    Args:
        alternatives: The names of schemes that are required together; None means any one scheme.
        schemes: The security schemes of the client by name.
    """
    for names in ((name,) for name in schemes) if alternatives is None else alternatives:
        chosen = [schemes[name] for name in names if name in schemes]
        usable = len(chosen) == len(names) and all(s.credential is not None for s in chosen)
        if names and usable:
            return tuple(chosen)
    return ()


def read(scheme: SecurityScheme, longest: float | None = None) -> Placement:
    """Read the credential of a scheme, and return it with its location.

    Args:
        scheme: The security scheme.
        longest: The maximum seconds to wait for the renewal of an OAuth credential; None for no
            limit.

    Raises:
        CredentialTimeout: The renewal takes longer than that.
        TypeError: The credential must be awaited, or is not a string.
        ValueError: The credential has characters that are not allowed there.
    """
    source = scheme.credential
    if longest is not None and isinstance(source, AsyncSource):
        try:
            value: object = Secret(source.read_within(max(longest, 0.0)))
        except TimeoutError:
            raise CredentialTimeout from None
    else:
        value = _as_secret(_asked(source))
    if isawaitable(value):
        if iscoroutine(value):
            value.close()  # otherwise Python warns that it was never awaited
        raise TypeError("an asynchronous credential requires the async client")
    return scheme.placement(_text(value))


async def read_async(scheme: SecurityScheme) -> Placement:
    """Read the credential of a scheme as `read` does, and await it if necessary."""
    source = scheme.credential
    if isinstance(source, AsyncSource):
        value: object = source.read_async()
    else:
        value = _as_secret(_asked(source))
    return scheme.placement(_text(_as_secret(await value) if isawaitable(value) else value))


def _asked(credential: AsyncCredential | None) -> object:
    return credential() if callable(credential) else credential


def _as_secret(value: object) -> object:
    return Secret(value) if isinstance(value, str) else value


def _text(value: object) -> Secret:
    if not isinstance(value, Secret):
        raise TypeError(f"a credential must be a string, not {type(value).__name__}")
    return value
