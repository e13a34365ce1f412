"""Successful responses whose bodies are decoded on request."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Generic, TypeVar, cast

from ..transport import Headers

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

_wanted: ContextVar[bool] = ContextVar("raw responses are requested", default=False)


@dataclass(frozen=True, slots=True)
class RawResponse(Generic[T_co]):
    """A successful response of one call, as it was received."""

    status: int
    headers: Headers
    content: bytes = field(repr=False)
    _decode: Callable[[], T_co] = field(repr=False)

    def parse(self) -> T_co:
        """Return the result of the call.

        Raises:
            DecodingError: The body cannot be decoded.
        """
        return self._decode()


@contextmanager
def raw_wanted() -> Generator[None]:
    """Make the next call of a resource in this context return its RawResponse."""
    token = _wanted.set(True)
    try:
        yield
    finally:
        _wanted.reset(token)


def take_raw_wanted() -> bool:
    """Return whether the current call must return its RawResponse, and reset that."""
    wanted = _wanted.get()
    if wanted:
        _wanted.set(False)
    return wanted


def checked(answer: T) -> RawResponse[T]:
    """Return the RawResponse that a method returned.

    Raises:
        TypeError: The method does not send exactly one request.
    """
    if not isinstance(answer, RawResponse):
        raise TypeError("a raw response requires a method that sends one request, or a list")
    return cast(RawResponse[T], answer)
