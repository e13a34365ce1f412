"""What passes between a client and a transport: a request in, a response out."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeout:
    """Limits of one request, in seconds; None is no limit.

    `connect` bounds the making of a connection, `read` and `write` the wait for each portion of
    data (not the whole transfer), `pool` the wait for a free connection. `total` bounds all of it
    together, to the last of the body; a call with a deadline sets it to what is left of that.

    Raises ValueError for a limit that is not a positive, finite number.
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
                    f"a timeout is a positive number of seconds or None, not {seconds}"
                )

    @classmethod
    def of(cls, timeout: Timeout | float | None) -> Timeout:
        """A number of seconds is the limit of every phase, not of all together;

        None lifts every limit.
        """
        if isinstance(timeout, Timeout):
            return timeout
        return cls(connect=timeout, read=timeout, write=timeout, pool=timeout)

    def within(self, seconds: float) -> Timeout:
        """The same limits, none of them longer than this."""

        def least(limit: float | None) -> float:
            return seconds if limit is None else min(limit, seconds)

        return Timeout(
            connect=least(self.connect),
            read=least(self.read),
            write=least(self.write),
            pool=least(self.pool),
            total=least(self.total),
        )


DEFAULT_TIMEOUT = Timeout()


class Headers(Mapping[str, str]):
    """Header fields by name, in any case; repeated fields are joined by ", ".

    `multiple(name)` keeps repeated fields apart, `pairs` is what was received, in its order.
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
        """Every value of the fields called `name`, in the order received."""
        wanted = name.lower()
        return tuple(value for key, value in self.pairs if key.lower() == wanted)


@dataclass(frozen=True, slots=True, repr=False)
class Request:
    """One HTTP request, ready to send.

    `url` is absolute and percent-encoded; `shown_url` is the same with credentials blotted out, for
    messages and logs. `headers` are in the order to send. `content` is None for no body; that of an
    upload is no bytes but gives some when it is iterated over. `max_size` is the most bytes that
    the body of the response may have, decompressed; None is no limit. One that `is_foreign` goes
    where a redirect leads, to another origin than the call: it must carry no credential, not even
    one that a library's client adds by itself.
    """

    method: str
    url: str
    shown_url: str
    headers: tuple[tuple[str, str], ...]
    content: bytes | None
    timeout: Timeout
    max_size: int | None = None
    is_foreign: bool = False

    def __repr__(self) -> str:
        return f"Request({self.method} {self.shown_url})"


@dataclass(frozen=True, slots=True)
class Response:
    """One HTTP response, read to its end and decompressed.

    What it says is not shown by its repr.
    """

    status: int
    headers: Headers = field(repr=False)
    content: bytes = field(repr=False)


class Transport(Protocol):
    """Sends requests, from any thread.

    `send` returns any response, whatever its status, and follows no redirect. Where there is no
    response it raises ApiTimeoutError or ApiConnectionError, and for a body of more than the
    request's `max_size` ResponseTooLargeError, without reading the rest.
    """

    def send(self, request: Request) -> Response: ...

    def close(self) -> None: ...


class AsyncTransport(Protocol):
    """Sends requests within one event loop; otherwise as Transport."""

    async def send(self, request: Request) -> Response: ...

    async def aclose(self) -> None: ...
