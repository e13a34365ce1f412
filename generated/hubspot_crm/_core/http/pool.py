"""A way to make a transport in, the one transport of a client out: made late, closed once."""

from __future__ import annotations

import os
from collections.abc import Callable
from threading import Lock
from typing import Any, Generic, TypeVar
from weakref import WeakSet

AnyTransport = TypeVar("AnyTransport")


class Pool(Generic[AnyTransport]):
    """The transport of a client, and of those made from it by other options. Safe for threads.

    A `given` one stays open. A process that was forked makes itself a new one, for two processes
    must not speak over one connection.
    """

    def __init__(self, make: Callable[[], AnyTransport], given: AnyTransport | None) -> None:
        self._make = make
        self._transport = given
        self._is_given = given is not None
        self._left_behind: list[AnyTransport | None] = []
        self._lock = Lock()
        self.closed = False
        _pools.add(self)

    def open(self) -> AnyTransport:
        """The transport, made now if this is the first request."""
        with self._lock:
            self.check_open()
            if self._transport is None:
                self._transport = self._make()
            return self._transport

    def close(self) -> AnyTransport | None:
        """What is to be closed, if anything; nothing can be opened afterwards."""
        with self._lock:
            transport, self._transport = self._transport, None
            self.closed = True
            return None if self._is_given else transport

    def check_open(self) -> None:
        if self.closed:
            raise RuntimeError("the client is closed; make a new one")

    def after_fork(self) -> None:
        """Forget what belongs to the parent process, which a thread may have been using."""
        self._lock = Lock()
        if not self._is_given:
            self._left_behind.append(self._transport)  # closing it here would disturb the parent
            self._transport = None


_pools: WeakSet[Pool[Any]] = WeakSet()


def _after_fork() -> None:
    for pool in list(_pools):
        pool.after_fork()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)
