"""A credential that renews its access token before it expires, or when the API refuses it."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import nullcontext
from copy import copy
from threading import Lock, Thread
from typing import Protocol

from msgspec import Struct

from ..errors import ApiStatusError, OAuthError
from ..secret import Secret, secrets_of
from ..transport import Request
from .security import AsyncSource, Placement
from .tokens import LockingTokenStore, Tokens, TokenStore

_PAUSE = 5.0  # seconds between a failed renewal and the next one
_FRESH = 60.0  # seconds in which a new token that was refused is not renewed again
LOG = logging.getLogger(__name__.partition("._core")[0])


class _Outcome(Struct, frozen=True):
    """The result of a renewal: valid tokens, or none, and the error if the renewal failed."""

    tokens: Tokens | None
    error: OAuthError | None = None


class OAuthCredential(AsyncSource):
    """A valid access token for any number of clients, sync and async, threads and tasks.

    The token is renewed `leeway` seconds before it expires, and when the API refuses it, once for
    all callers that wait. The renewal runs on a separate thread, so that a caller that is cancelled
    does not lose the new tokens. If it fails, the old token is used until it expires, unless the
    API refused it.

    Args:
        store: Where tokens are loaded from and saved.
        renew: Returns new tokens for those that are stored.
        leeway: Seconds before expiry at which the token is renewed.
        clock: Returns the seconds since the epoch.
        needs_refresh_token: Whether tokens without a refresh token cannot be renewed.

    Raises:
        OAuthError: When called, there is no valid token and the renewal failed.
    """

    def __init__(
        self,
        store: TokenStore,
        renew: Callable[[Tokens | None], Tokens],
        *,
        leeway: float,
        clock: Callable[[], float] = time.time,
        needs_refresh_token: bool = True,
    ) -> None:
        self._store, self._granted, self._leeway, self._clock = store, renew, leeway, clock
        self._needs_refresh_token = needs_refresh_token
        self._tokens: Tokens | None = None
        self._unsaved = self._forced = False
        self._refused = Secret("")  # the access token that the API refused
        self._distrusted, self._distrusted_until = Secret(""), 0.0
        self._pause_until = 0.0
        self._lock = Lock()
        self._renewal: Future[_Outcome] | None = None
        self._process = os.getpid()

    def __call__(self) -> str:
        return _access_token(self._latest().result())

    def read_within(self, seconds: float) -> str:
        return _access_token(self._latest().result(seconds))

    async def read_async(self) -> str:
        return _access_token(await _waited(self._latest()))

    def refuse(self, credential: str, *, again: bool) -> bool:
        with self._lock:
            tokens, now = self._tokens, self._clock()
            if tokens is None or tokens.access_token != credential:
                return not again  # it was renewed meanwhile
            if again:
                self._distrusted, self._distrusted_until = tokens.access_token, now + _FRESH
                return False
            if credential == self._distrusted and now < self._distrusted_until:
                return False
            if self._needs_refresh_token and tokens.refresh_token is None:
                return False
            self._refused = tokens.access_token
            return True

    def renew(self) -> Tokens:
        """Renew the token now, whether or not it has expired, and return the new tokens.

        Raises:
            OAuthError: The renewal failed. Calls use the old token until it expires.
        """
        self._forced = True
        outcome = self._latest().result()
        if self._forced:  # the renewal that was running had only loaded the tokens
            outcome = self._latest().result()
        return _new_tokens(outcome)

    async def renew_async(self) -> Tokens:
        """Renew the token now, as `renew`, without blocking the event loop."""
        self._forced = True
        outcome = await _waited(self._latest())
        if self._forced:
            outcome = await _waited(self._latest())
        return _new_tokens(outcome)

    def _latest(self) -> Future[_Outcome]:
        """Return the running renewal, the last one if its token is valid, or a new one."""
        if self._process != os.getpid():  # a fork does not copy the renewal thread
            self._process, self._lock, self._renewal = os.getpid(), Lock(), None
        with self._lock:
            latest = self._renewal
            if latest is None or (latest.done() and self._is_due(latest.result())):
                latest = Future[_Outcome]()
                latest.set_running_or_notify_cancel()
                Thread(target=self._run, args=(latest,), name="token-renewal").start()
                self._renewal = latest
            return latest

    def _is_due(self, latest: _Outcome) -> bool:
        if self._forced:
            return True
        if self._clock() < self._pause_until:
            return False
        tokens = self._tokens
        return self._unsaved or latest.tokens is None or tokens is None or self._is_old(tokens)

    def _is_old(self, tokens: Tokens) -> bool:
        """Whether to renew tokens, because of their age or because the API refused them."""
        is_due = self._clock() >= tokens.due_at(self._leeway)
        return is_due or tokens.access_token == self._refused

    def _run(self, renewal: Future[_Outcome]) -> None:
        try:
            store = self._store
            with store.lock() if isinstance(store, LockingTokenStore) else nullcontext():
                outcome = _Outcome(self._renewed())
        except OAuthError as error:
            outcome = self._without(error)
        except BaseException as error:  # likely from the store; its message may contain secrets
            outcome = self._without(OAuthError(f"the token store failed: {type(error).__name__}"))
        renewal.set_result(outcome)

    def _renewed(self) -> Tokens:
        """Return valid tokens: those that another process saved meanwhile, or new ones."""
        tokens = self._tokens if self._unsaved else self._store.load()
        if tokens is None or self._forced or self._is_old(tokens):
            self._tokens = tokens
            tokens = self._granted(tokens)
            self._unsaved, self._forced, self._refused = True, False, Secret("")
        self._tokens = tokens
        if self._unsaved:
            self._save(tokens)
        return tokens

    def _save(self, tokens: Tokens) -> None:
        """Save the tokens, or leave it to the next renewal.

        The tokens in memory are valid, while those in the store may not be.
        """
        try:
            self._store.save(tokens)
            self._unsaved = False
        except Exception as error:
            LOG.error("new tokens cannot be stored yet: %s", type(error).__name__)
            self._pause_until = self._clock() + _PAUSE

    def _without(self, error: OAuthError) -> _Outcome:
        """Return the error of a renewal, and the tokens if they are still valid."""
        tokens, now, self._forced = self._tokens, self._clock(), False
        if tokens is not None and now < tokens.due_at(0.0) and tokens.access_token != self._refused:
            LOG.warning("the access token cannot be renewed yet: %s", error)
            self._pause_until = min(now + _PAUSE, tokens.due_at(0.0))
            return _Outcome(tokens, error)
        self._pause_until = now + _PAUSE if error.transient or error.status else 0.0
        return _Outcome(None, error)


async def _waited(renewal: Future[_Outcome]) -> _Outcome:
    """Return the outcome of a renewal. It goes on if the waiting task is cancelled."""
    if not renewal.done():
        from ..event_loop import in_thread, running_trio

        if running_trio() is None:
            from asyncio import wrap_future

            await wrap_future(renewal)  # a running future is not cancelled with the task
        else:
            await in_thread(renewal.result)
    return renewal.result()


def _access_token(outcome: _Outcome) -> Secret:
    tokens = outcome.tokens
    return (_new_tokens(outcome) if tokens is None else tokens).access_token


def _new_tokens(outcome: _Outcome) -> Tokens:
    """Return the tokens of a renewal that succeeded.

    Raises:
        OAuthError: It failed. Each caller gets an error with its own traceback.
    """
    if outcome.error is not None or outcome.tokens is None:
        raise copy(outcome.error or OAuthError("there are no tokens"))
    return outcome.tokens


class Attempts(Protocol):
    """The attempts of a call, as far as its credentials concern them."""

    placements: Sequence[Placement]
    sent: Request | None
    refusal: ApiStatusError | None


def refuse_credentials(attempts: Attempts, error: ApiStatusError) -> bool:
    """Report a 401 to the credentials that the request was sent with.

    A call is sent again once at most, and not if its body can be sent only once.

    Returns:
        Whether to send the call again. Its credentials are read anew, which renews them.
    """
    request = attempts.sent
    if request is None:
        return False
    again, secrets = attempts.refusal is not None, secrets_of(request)
    renewed = [
        each.source.refuse(each.credential, again=again)
        for each in attempts.placements
        if each.source is not None and each.value in secrets  # another origin does not get it
    ]
    if not any(renewed):
        return False
    if getattr(request.content, "spent", False):
        error.add_note("The call was not repeated: its body is a stream, which can be sent once.")
        return False
    attempts.refusal = error
    LOG.info("%s %s: 401, renewing the credential", request.method, request.shown_url)
    return True
