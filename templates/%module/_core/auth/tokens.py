"""The tokens of OAuth 2: how they are requested and where they are stored."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Generator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import uniform
from tempfile import mkstemp
from threading import Lock
from typing import Literal, Protocol, cast, runtime_checkable
from urllib.parse import urlencode

import msgspec

from ..codec.decoding import parse
from ..errors import ApiConnectionError, DecodingError, OAuthError
from ..secret import Secret
from ..transport import Request, Response, Timeout, Transport
from .basic import basic

if sys.platform != "win32":
    import fcntl


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """An access token and the data that the authorisation server sent with it.

    A refresh token alone is enough for a credential, which gets an access token when it is first
    used. The repr does not show the tokens.

    Attributes:
        access_token: The access token; empty if there is none yet.
        refresh_token: The refresh token, or None.
        expires_at: The time of expiry in seconds since the epoch; None if it is not known, which is
            treated as never.
        lifetime: The lifetime in seconds, or None if it is not known.
        scopes: The granted scopes.
        extra: All other properties of the response, by wire name.
    """

    access_token: Secret = Secret("")
    refresh_token: Secret | None = None
    expires_at: float | None = None
    lifetime: float | None = None
    scopes: tuple[str, ...] = ()
    extra: Mapping[str, object] = field(default_factory=dict[str, object], repr=False)

    def due_at(self, leeway: float) -> float:
        """Return the time at which to renew the tokens, in seconds since the epoch.

        It is `leeway` seconds before expiry, but not in the first half of the lifetime.
        """
        if not self.access_token:
            return float("-inf")
        if self.expires_at is None:
            return float("inf")
        return self.expires_at - min(leeway, (self.lifetime or 2 * leeway) / 2)

    def to_json(self) -> str:
        """Return everything, including the secrets, as a JSON string for a store."""
        members = {
            **self.extra,
            "access_token": str(self.access_token),
            "refresh_token": None if self.refresh_token is None else str(self.refresh_token),
            "expires_at": self.expires_at,
            "expires_in": self.lifetime,
            "scopes": self.scopes,
        }
        return msgspec.json.encode(members).decode()

    @classmethod
    def from_json(cls, text: str | bytes) -> Tokens:
        """Return the tokens from the result of `to_json`.

        Raises:
            OAuthError: The string does not contain tokens.
        """
        try:
            value = parse(text.encode() if isinstance(text, str) else text)
        except DecodingError:
            value = None
        tokens = read_tokens(cast("dict[str, object]", value)) if isinstance(value, dict) else None
        if tokens is None:
            raise OAuthError("the stored value does not contain valid tokens")
        return tokens


def read_tokens(answer: Mapping[str, object], now: float | None = None) -> Tokens | None:
    """Return the tokens in a response, or None if it has no access token.

    Stored tokens may also be a refresh token alone.

    Args:
        answer: The properties of the response, or of stored tokens.
        now: The time of the request in seconds since the epoch; None for stored tokens.
    """
    rest = dict(answer)
    access, refresh = rest.pop("access_token", None), rest.pop("refresh_token", None)
    refresh = Secret(refresh) if isinstance(refresh, str) and refresh else None
    access = Secret(access) if isinstance(access, str) else Secret("")
    if not access and (now is not None or refresh is None):
        return None
    lifetime = _seconds(rest.pop("expires_in", None))
    expires_at = _seconds(rest.pop("expires_at", None)) if now is None else None
    if now is not None and lifetime is not None:
        expires_at = now + lifetime
    scope, scopes = rest.pop("scope", None), rest.pop("scopes", None)
    given = scope.split() if isinstance(scope, str) else scopes
    listed = cast("list[object]", given) if isinstance(given, list) else []
    return Tokens(
        access_token=access,
        refresh_token=refresh,
        expires_at=expires_at,
        lifetime=lifetime,
        scopes=tuple(each for each in listed if isinstance(each, str)),
        extra=rest,
    )


def _seconds(value: object) -> float | None:
    """Return a number of seconds, which may be sent as a string, or None if it is not valid."""
    try:
        seconds = float(value) if isinstance(value, (int, float, str)) else -1.0
    except (ValueError, OverflowError):
        return None
    return seconds if 0 <= seconds < float("inf") else None


class TokenStore(Protocol):
    """A store for the tokens of one account.

    It is called from a separate thread, one call at a time.
    """

    def load(self) -> Tokens | None:
        """Return the tokens that any process saved last, or None."""
        ...

    def save(self, tokens: Tokens) -> None: ...


@runtime_checkable
class LockingTokenStore(TokenStore, Protocol):
    """A store that can prevent others from renewing the same tokens at the same time."""

    def lock(self) -> AbstractContextManager[object]: ...


class MemoryTokenStore:
    """Stores tokens in memory."""

    def __init__(self, tokens: Tokens | None = None) -> None:
        self._tokens = tokens
        self._lock = Lock()

    def load(self) -> Tokens | None:
        return self._tokens

    def save(self, tokens: Tokens) -> None:
        self._tokens = tokens

    def lock(self) -> AbstractContextManager[object]:
        return self._lock


class FileTokenStore:
    """Stores tokens in a file that only its owner can read, for any number of processes.

    The file is replaced atomically. The lock is on a second file, `<path>.lock`.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._path = Path(path)

    def load(self) -> Tokens | None:
        try:
            text = self._path.read_bytes()
        except FileNotFoundError:
            return None
        return Tokens.from_json(text)

    def save(self, tokens: Tokens) -> None:
        path = self._path.resolve()
        descriptor, name = mkstemp(prefix=f".{path.name}.", dir=path.parent)  # mode 0600
        try:
            with open(descriptor, "w", encoding="utf-8") as file:
                file.write(tokens.to_json())
                file.flush()
                os.fsync(descriptor)
            os.replace(name, path)
        except BaseException:
            os.unlink(name)
            raise

    @contextmanager
    def lock(self) -> Generator[None]:
        """Lock the store against other processes; on Windows, there is no lock."""
        descriptor = os.open(f"{self._path}.lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            if sys.platform != "win32":
                fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        finally:
            if sys.platform != "win32":  # a forked process may still have it open
                fcntl.flock(descriptor, fcntl.LOCK_UN)
            os.close(descriptor)


_WAITS = (0.5, 2.0)  # maximum seconds before each retry
_REFUSED = (423, 429)  # statuses which report that nothing was done


@dataclass(frozen=True, slots=True, kw_only=True)
class OAuthFlow:
    """The URLs of an authorisation server, and its differences from RFC 6749.

    Attributes:
        token_url: Grants tokens.
        authorization_url: The page at which users authorise an application.
        refresh_url: Refreshes tokens; None means `token_url`.
        revocation_url: Revokes tokens.
        introspection_url: Returns the state of a token.
        client_authentication: Whether client id and secret are in the body or in a Basic header.
        optional_scopes: The query parameter for scopes that a user need not grant.
        error_code: The property of an error that holds its code, besides that of the RFC.
        error_message: The property of an error that holds its message, besides that of the RFC.
    """

    token_url: str
    authorization_url: str | None = None
    refresh_url: str | None = None
    revocation_url: str | None = None
    introspection_url: str | None = None
    client_authentication: Literal["body", "basic"] = "body"
    optional_scopes: str | None = None
    error_code: str = "error"
    error_message: str = "error_description"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class TokenEndpoint:
    """The connection of an application to its authorisation server.

    If `transport` is None, each call creates its own.
    """

    flow: OAuthFlow
    client_id: str
    client_secret: Secret | None
    user_agent: str
    timeout: Timeout
    transport: Transport | None
    sleep: Callable[[float], None]

    def post(
        self, url: str, form: Mapping[str, str], *, repeatable: bool = True
    ) -> dict[str, object]:
        """Send a form, and return the properties of the response.

        Transient errors are retried up to two times. If the request is not repeatable, only
        responses which report that nothing was done are retried.

        Raises:
            OAuthError: The request failed. The secrets of the form are redacted in its message.
        """
        secrets = [each for each in (*form.values(), self.client_secret) if type(each) is Secret]
        request = self._request(url, form)
        transport = self.transport or _new_transport()
        try:
            outcome = self._once(transport, request, secrets)
            for wait in _WAITS:
                if isinstance(outcome, dict) or not _is_safe(outcome, repeatable):
                    break
                self.sleep(uniform(wait / 2, wait))
                outcome = self._once(transport, request, secrets)
        finally:
            if self.transport is None:
                transport.close()
        if isinstance(outcome, OAuthError):
            raise outcome
        return outcome

    def _request(self, url: str, form: Mapping[str, str]) -> Request:
        headers = {
            "Accept": "application/json",
            "Content-Type": "application/x-www-form-urlencoded",
            "User-Agent": self.user_agent,
        }
        members = dict(form)
        if self.client_secret is not None and self.flow.client_authentication == "basic":
            headers["Authorization"] = basic(_form(self.client_id), _form(self.client_secret))
        else:
            members["client_id"] = self.client_id
            if self.client_secret is not None:
                members["client_secret"] = self.client_secret
        return Request(
            "POST",
            url,
            url,
            tuple(headers.items()),
            urlencode(members).encode("ascii"),
            self.timeout,
        )

    def _once(
        self, transport: Transport, request: Request, secrets: list[Secret]
    ) -> dict[str, object] | OAuthError:
        """Send the request once.

        An error is returned, not raised, because its traceback would show what the transport holds.
        """
        try:
            response = transport.send(request)
        except ApiConnectionError as error:
            return OAuthError(_redacted(str(error), secrets), transient=True)
        members = _members(response)
        if 200 <= response.status < 300 and not isinstance(members.get("error"), str):
            return members
        code = _first_text(members, self.flow.error_code, "error")
        text = _first_text(members, self.flow.error_message, "error_description")
        return OAuthError(
            _redacted(text or "the authorization server rejected the request", secrets),
            code=_redacted(code, secrets) or None,
            status=response.status,
            transient=response.status >= 500 or response.status in _REFUSED,
        )


def _is_safe(error: OAuthError, repeatable: bool) -> bool:
    """Return whether another attempt may help and cannot do harm."""
    return error.transient and (repeatable or error.status in _REFUSED)


def _new_transport() -> Transport:
    from ..http.httpx2_transport import Httpx2Transport

    return Httpx2Transport()


def _form(text: str) -> str:
    """Encode a part of a Basic header like a property of a form, as RFC 6749 requires."""
    return Secret(urlencode({"": text})[1:])


def _members(response: Response) -> dict[str, object]:
    try:
        body = parse(response.content)
    except DecodingError:
        return {}
    return cast("dict[str, object]", body) if isinstance(body, dict) else {}


def _first_text(members: Mapping[str, object], *names: str) -> str:
    texts = (members.get(name) for name in names)
    return next((each for each in texts if isinstance(each, str)), "")


def _redacted(text: str, secrets: list[Secret]) -> str:
    for each in secrets:
        text = text.replace(each, "REDACTED") if each else text
    return text
