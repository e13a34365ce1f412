"""OAuth tokens and their stores."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import mkstemp
from threading import Lock
from typing import Protocol, cast, runtime_checkable

import msgspec

from ..codec.decoding import parse
from ..errors import DecodingError
from ..secret import Secret
from .oauth_error import OAuthError

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
