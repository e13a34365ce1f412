"""Credentials and security schemes, which define their location in a request."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Mapping
from inspect import isawaitable, iscoroutine
from typing import Literal, Protocol, TypeVar

from msgspec.structs import replace

from ..secret import Secret as Secret
from ..secret import Veiled

C = TypeVar("C")

Credential = str | Callable[[], str]
AsyncCredential = str | Callable[[], str] | Callable[[], Awaitable[str]]

# Visible ASCII, which cannot end a header field. A key may have a prefix: "Token abc".
TOKEN = re.compile(r"[!-~]+")
KEY = re.compile(r"[!-~]+(?: [!-~]+)*")


class AsyncSource(ABC):
    """A callable credential that async clients read without blocking."""

    @abstractmethod
    def __call__(self) -> str: ...

    @abstractmethod
    async def read_async(self) -> str: ...

    @abstractmethod
    def read_within(self, seconds: float) -> str:
        """Return the credential, and wait up to `seconds` for it.

        Raises:
            TimeoutError: The credential is not available in time.
        """

    def refuse(self, credential: str, *, again: bool) -> bool:
        """Report that the API refused a credential, with a 401.

        Args:
            credential: The credential that was read.
            again: Whether the API refused an older one in the same call.

        Returns:
            Whether the call may be sent again with a credential that is read anew.
        """
        return False


class CredentialTimeout(Exception):
    """A credential is not available in time."""


class Placement(Veiled, frozen=True):
    """A credential and its location: a header field, a query parameter or a cookie."""

    place: Literal["header", "query", "cookie"]
    name: str
    value: Secret
    source: AsyncSource | None = None
    credential: Secret = Secret("")  # as the source returned it


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
        check_early(self.credential)

    def placement(self, credential: str) -> Placement:
        return Placement("header", "Authorization", Secret("Bearer " + checked_token(credential)))


def optional_credential(argument: str, given: C) -> C:
    """Return the credential of an argument, or None, if it has a valid type and is not empty."""
    known: object = given
    if isinstance(known, str) and not known.strip():
        raise ValueError(f"{argument} is empty")
    if not (known is None or callable(known) or isinstance(known, (str, tuple))):
        expected = "a string, or a callable that returns one"
        raise TypeError(f"{argument} must be {expected}, not of type {type(known).__name__}")
    return given


def required_credential(argument: str, given: C) -> C:
    """Return the credential of an argument if it is not None, has a valid type and is not empty."""
    if given is None:
        raise TypeError(f"{argument} must be a string, or a callable that returns one, not None")
    return optional_credential(argument, given)


def checked_token(token: str, form: re.Pattern[str] = TOKEN) -> Secret:
    """Return the token without newlines at its end, which files often have.

    Raises:
        ValueError: A header cannot contain the token. The message omits the token.
    """
    token = Secret(token.rstrip("\r\n"))  # some tracebacks show local variables
    if not form.fullmatch(token):
        fault = "has spaces, control or non-ASCII characters" if token else "is empty"
        raise ValueError(f"the credential {fault}")
    return token


def check_early(credential: object, form: re.Pattern[str] = TOKEN) -> None:
    """Validate a string when the client is created rather than at the first request."""
    if isinstance(credential, str):
        checked_token(credential, form)


def select(
    alternatives: tuple[tuple[str, ...], ...] | None, schemes: Mapping[str, SecurityScheme]
) -> tuple[SecurityScheme, ...]:
    """Return the schemes of the first alternative whose credentials are all given, or ().

    An alternative has the names of schemes that are required together. None means any one scheme.
    """
    for names in ((name,) for name in schemes) if alternatives is None else alternatives:
        chosen = [schemes[name] for name in names if name in schemes]
        if chosen and len(chosen) == len(names) and all(s.credential is not None for s in chosen):
            return tuple(chosen)
    return ()


async def read(
    scheme: SecurityScheme, *, is_async: bool, longest: float | None = None
) -> Placement:
    """Read the credential of a scheme, and return it with its location.

    A sync client waits up to `longest` seconds for a credential that is renewed.

    Raises:
        CredentialTimeout: The renewal takes longer than that.
        TypeError: The credential is not a string, or must be awaited and the client is not async.
        ValueError: The credential has characters that are not allowed there.
    """
    source = scheme.credential
    if callable(source) and isinstance(source, AsyncSource):
        if is_async:
            found = Secret(await source.read_async())
        elif longest is None:
            found = Secret(source())
        else:
            try:
                found = Secret(source.read_within(max(longest, 0.0)))
            except TimeoutError:
                raise CredentialTimeout from None
        return replace(scheme.placement(found), source=source, credential=found)
    value = _secret(scheme.credential() if callable(scheme.credential) else scheme.credential)
    if not isinstance(value, Secret) and isawaitable(value):
        if iscoroutine(value) and not is_async:
            value.close()  # otherwise Python warns that it was never awaited
        if not is_async:
            raise TypeError("an asynchronous credential requires the async client")
        value = _secret(await value)
    if not isinstance(value, Secret):
        raise TypeError(f"a credential is a string, not of type {type(value).__name__}")
    return scheme.placement(value)


def _secret(value: object) -> object:
    """Return a string as a Secret, because some tracebacks show local variables."""
    return Secret(value) if isinstance(value, str) else value


_USER = re.compile(r"[^\x00-\x1f\x7f:]*")


class Basic(Veiled, frozen=True):
    """A user name and a password (the credential) in the Authorization header, as UTF-8.

    Raises:
        ValueError: The user name has a colon or control characters.
    """

    username: str
    credential: AsyncCredential | None

    def __post_init__(self) -> None:
        if not _USER.fullmatch(self.username):
            raise ValueError("the user name has a colon or control characters")

    def placement(self, credential: str) -> Placement:
        return Placement("header", "Authorization", basic(self.username, credential))


def basic(username: str, password: str) -> Secret:
    """Return the value of an Authorization header for a user name and a password, as UTF-8.

    Newlines at the end of the password are removed.
    """
    from base64 import b64encode  # imported lazily: few clients need it

    password = Secret(password.rstrip("\r\n"))  # files often end in a newline
    return Secret("Basic " + b64encode(f"{username}:{password}".encode()).decode("ascii"))
