"""The transport of a client, which is created at its first request."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Generic, TypeVar

AnyTransport = TypeVar("AnyTransport")


class Pool(Generic[AnyTransport]):
    """The transport of a client and of the clients derived from it. It is safe for threads.

    A `given` transport stays open. Otherwise each process creates its own, because two processes
    must not use the same connection. There is no lock: a lock that is held during a fork would stay
    locked in the child.
    """

    def __init__(self, make: Callable[[], AnyTransport], given: AnyTransport | None) -> None:
        self._make, self._given = make, given
        self._transports: dict[int, AnyTransport] = {}  # by process id
        self.closed = False

    def open(self) -> AnyTransport:
        """Return the transport, and create it at the first request.

        Raises:
            RuntimeError: The client is closed.
        """
        self.check_open()
        if self._given is not None:
            return self._given
        process = os.getpid()
        transport = self._transports.get(process)
        if transport is None:
            transport = self._transports.setdefault(process, self._make())
            self.check_open()  # another thread may have closed it
        return transport

    def close(self) -> AnyTransport | None:
        """Stop using the transport, and return it if the caller has to close it."""
        self.closed = True
        return self._transports.pop(os.getpid(), None)

    def check_open(self) -> None:
        """Raise RuntimeError if the client is closed."""
        if self.closed:
            raise RuntimeError("the client is closed; create a new one")
