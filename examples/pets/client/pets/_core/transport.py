"""The types that clients and transports exchange, and what holds their connections."""

from __future__ import annotations

import math
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Generic, Protocol, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeout:
    """Time limits of one request, in seconds; None is no limit.

    Attributes:
        connect: Limit for making a connection.
        read: Limit for each wait for data, not for the whole response.
        write: Limit for sending each portion of data, not the whole request.
        pool: Limit for the wait for a free connection.
        total: Limit for everything together, until the body is read. A call with a deadline sets it
            to the time left.

    Raises:
        ValueError: A limit is not a positive, finite number.
    """

    connect: float | None = 5.0
    read: float | None = 30.0
    write: float | None = 30.0
    pool: float | None = 30.0
    total: float | None = None

    def __post_init__(self) -> None:
        for seconds in (self.connect, self.read, self.write, self.pool, self.total):
            if seconds is not None and not 0 < seconds < math.inf:
                raise ValueError(
                    f"a timeout must be a positive number of seconds or None, not {seconds}"
                )

    @classmethod
    def of(cls, timeout: Timeout | float | None) -> Timeout:
        """Return a Timeout for a number of seconds.

        The number limits every phase, not the total; None is no limit. A Timeout is returned
        unchanged.
        """
        if isinstance(timeout, Timeout):
            return timeout
        return cls(connect=timeout, read=timeout, write=timeout, pool=timeout)

    def within(self, seconds: float) -> Timeout:
        """Return the same limits, each reduced to at most so many seconds."""
        limits = asdict(self).items()
        return Timeout(**{name: min(limit or seconds, seconds) for name, limit in limits})


DEFAULT_TIMEOUT = Timeout()


class Headers(Mapping[str, str]):
    """Header fields by case-insensitive name. Repeated fields are joined by ", ".

    Attributes:
        pairs: The fields as received, in order.
    """

    __slots__ = ("_joined", "pairs")

    pairs: tuple[tuple[str, str], ...]

    def __init__(self, pairs: Iterable[tuple[str, str]] = ()) -> None:
        self.pairs = tuple(pairs)
        joined: dict[str, str] = {}
        for name, value in self.pairs:
            key = name.lower()
            joined[key] = f"{joined[key]}, {value}" if key in joined else value
        self._joined = joined

    def __getitem__(self, name: str) -> str:
        return self._joined[name.lower()]

    def __iter__(self) -> Iterator[str]:
        return iter(self._joined)

    def __len__(self) -> int:
        return len(self._joined)

    def __repr__(self) -> str:
        return f"Headers({list(self.pairs)!r})"

    def multiple(self, name: str) -> tuple[str, ...]:
        """Return the values of all fields with this name, in the order received."""
        wanted = name.lower()
        return tuple(value for key, value in self.pairs if key.lower() == wanted)


@dataclass(frozen=True, slots=True, repr=False)
class Request:
    """One HTTP request, ready to be sent.

    Attributes:
        method: The HTTP method.
        url: The absolute, percent-encoded URL.
        shown_url: The URL with credentials redacted, for messages and logs.
        headers: The header fields, in the order to send.
        content: The body, or None. The body of an upload is not bytes but an iterable of bytes.
        timeout: The time limits.
    """

    method: str
    url: str
    shown_url: str
    headers: tuple[tuple[str, str], ...]
    content: bytes | None
    timeout: Timeout

    def __repr__(self) -> str:
        return f"Request({self.method} {self.shown_url})"


@dataclass(frozen=True, slots=True)
class Response:
    """One HTTP response, read to its end and decompressed. The repr shows only the status."""

    status: int
    headers: Headers = field(repr=False)
    content: bytes = field(repr=False)


class Transport(Protocol):
    """Sends requests, from any thread.

    `send` returns every response, whatever its status, and does not follow redirects. It raises
    ApiTimeoutError or ApiConnectionError if there is no response.
    """

    def send(self, request: Request) -> Response: ...

    def close(self) -> None: ...


class AsyncTransport(Protocol):
    """Sends requests within one event loop. Otherwise, it is like Transport."""

    async def send(self, request: Request) -> Response: ...

    async def aclose(self) -> None: ...


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
