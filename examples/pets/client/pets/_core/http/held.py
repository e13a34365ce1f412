"""Hold what has connections: one object for each process, which is made at first use."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Held(Generic[T]):
    """An object that each process makes at first use, or a given one. It is safe for threads.

    A forked process must not write to the connections of its parent. It makes its own object, and
    cannot use a given one. There is no lock: a lock that is held during a fork would stay locked in
    the child. `owner` names what holds the object, in messages.
    """

    def __init__(self, make: Callable[[], T], owner: str, given: T | None = None) -> None:
        self._make, self._owner, self._given = make, owner, given
        self._made: dict[int, T] = {}  # by process id
        self.closed = False

    def get(self) -> T:
        """Return the object of this process, unless the owner is closed."""
        self.check_open()
        process = os.getpid()
        found = self._made.get(process)
        if found is None:
            if self._given is not None and self._made:
                raise RuntimeError(
                    f"the client of this {self._owner} is in use by the parent process; "
                    f"create a {self._owner} after the fork"
                )
            found = self._made.setdefault(process, self._given or self._make())
            self.check_open()  # another thread may have closed it
        return found

    def close(self) -> T | None:
        """Stop using the object, and return it if the caller has to close it."""
        self.closed = True
        found = self._made.pop(os.getpid(), None)
        return found if self._given is None else None

    def check_open(self) -> None:
        """Raise RuntimeError if the owner is closed."""
        if self.closed:
            raise RuntimeError(f"the {self._owner} is closed; make a new one")
