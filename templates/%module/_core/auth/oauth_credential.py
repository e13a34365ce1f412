"""A credential that renews its access token before it expires."""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import nullcontext
from copy import copy
from threading import Lock, Thread

from ..secret import Secret
from .oauth_error import OAuthError
from .security import AsyncSource
from .tokens import LockingTokenStore, Tokens, TokenStore

_PAUSE = 5.0  # seconds between a failed renewal and the next one
_log = logging.getLogger(__name__.partition(".")[0])

Outcome = Tokens | OAuthError


class OAuthCredential(AsyncSource):
    """A valid access token for any number of clients, sync and async, threads and tasks.

    The token is renewed `leeway` seconds before it expires, once for all callers that wait. The
    renewal runs on a separate thread, so that a caller that is cancelled does not lose the new
    tokens. If it fails, the old token is used until it expires.

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
    ) -> None:
        self._store, self._renew, self._leeway, self._clock = store, renew, leeway, clock
        self._tokens: Tokens | None = None
        self._unsaved = False
        self._pause_until = 0.0
        self._lock = Lock()
        self._renewal: Future[Outcome] | None = None
        self._process = os.getpid()

    def __call__(self) -> str:
        return _access_token(self._latest().result())

    def read_within(self, seconds: float) -> str:
        return _access_token(self._latest().result(seconds))

    async def read_async(self) -> str:
        renewal = self._latest()
        if not renewal.done():
            from ..on_trio import in_thread, running_trio

            if running_trio() is None:
                from asyncio import wrap_future

                await wrap_future(
                    renewal
                )  # a running future is not cancelled with the waiting task
            else:
                await in_thread(renewal.result)
        return _access_token(renewal.result())

    def _latest(self) -> Future[Outcome]:
        """Return the running renewal, the last one if its token is valid, or a new one."""
        if self._process != os.getpid():  # a fork does not copy the renewal thread
            self._process, self._lock, self._renewal = os.getpid(), Lock(), None
        with self._lock:
            latest = self._renewal
            if latest is None or (latest.done() and self._is_due()):
                latest = Future[Outcome]()
                latest.set_running_or_notify_cancel()
                Thread(target=self._run, args=(latest,), name="token-renewal").start()
                self._renewal = latest
            return latest

    def _is_due(self) -> bool:
        now = self._clock()
        if now < self._pause_until:
            return False
        return self._unsaved or self._tokens is None or now >= self._tokens.due_at(self._leeway)

    def _run(self, renewal: Future[Outcome]) -> None:
        try:
            store = self._store
            with store.lock() if isinstance(store, LockingTokenStore) else nullcontext():
                outcome: Outcome = self._renewed()
        except OAuthError as error:
            outcome = self._without(error)
        except BaseException as error:  # likely from the store; its message may contain secrets
            outcome = self._without(OAuthError(f"the token store failed: {type(error).__name__}"))
        renewal.set_result(outcome)

    def _renewed(self) -> Tokens:
        """Return valid tokens: those that another process saved meanwhile, or new ones."""
        tokens = self._tokens if self._unsaved else self._store.load()
        if tokens is None or self._clock() >= tokens.due_at(self._leeway):
            self._tokens = tokens
            tokens = self._renew(tokens)
            self._unsaved = True
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
            _log.error("new tokens cannot be stored yet: %s", type(error).__name__)
            self._pause_until = self._clock() + _PAUSE

    def _without(self, error: OAuthError) -> Outcome:
        """Return the tokens that are still valid after a renewal failed, or the error."""
        tokens, now = self._tokens, self._clock()
        if tokens is not None and tokens.expires_at is not None and now < tokens.expires_at:
            _log.warning("the access token cannot be renewed yet: %s", error)
            self._pause_until = min(now + _PAUSE, tokens.expires_at)
            return tokens
        self._pause_until = now + _PAUSE if error.transient or error.status else 0.0
        return error


def _access_token(outcome: Outcome) -> Secret:
    if isinstance(outcome, OAuthError):
        raise copy(outcome)  # each caller gets its own traceback
    return outcome.access_token
