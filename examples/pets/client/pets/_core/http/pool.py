"""The one transport of a client, made at its first request and closed once."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Generic, TypeVar

AnyTransport = TypeVar("AnyTransport")


class Pool(Generic[AnyTransport]):
    """The transport of a client, and of those made from it by other options. Safe for threads.

    A `given` one stays open. Otherwise each process makes its own, because two processes must not
    speak over one connection. There is no lock: one that is held during a fork would stay locked in
    the child.
    """

    def __init__(self, make: Callable[[], AnyTransport], given: AnyTransport | None) -> None:
        self._make, self._given = make, given
        self._transports: dict[int, AnyTransport] = {}  # by process; that of a parent is left alone
        self.closed = False

    def open(self) -> AnyTransport:
        """The transport, made now if this is the first request."""
        self.check_open()
        if self._given is not None:
            return self._given
        process = os.getpid()
        transport = self._transports.get(process)
        if transport is None:
            transport = self._transports.setdefault(process, self._make())
            self.check_open()  # it may have been closed meanwhile
        return transport

    def close(self) -> AnyTransport | None:
        """End the use of the transport; the one to close, if there is any."""
        self.closed = True
        return self._transports.pop(os.getpid(), None)

    def check_open(self) -> None:
        """Raises RuntimeError where the client is closed."""
        if self.closed:
            raise RuntimeError("the client is closed; make a new one")
