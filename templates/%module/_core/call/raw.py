"""Successful responses whose bodies are decoded on request."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar, cast

from ..transport import Headers

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


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


def raw_method(method: Any) -> Any:
    """Return a method of a resource whose calls return their RawResponse."""
    resource: Any = getattr(method, "__self__", None)
    # feature: requests
    if getattr(method, "__name__", "") == "request" and hasattr(resource, "_twin"):
        return method.__func__.__get__(resource._twin(is_raw=True))
    # end
    if not hasattr(resource, "_client"):
        raise TypeError("raw takes a method of a resource")
    twin = copy(resource)
    twin._client = resource._client._twin(is_raw=True)
    return method.__func__.__get__(twin)


def checked(answer: T) -> RawResponse[T]:
    """Return the RawResponse that a method returned, if it sends exactly one request."""
    if not isinstance(answer, RawResponse):
        raise TypeError("a raw response requires a method that sends one request, or a list")
    return cast(RawResponse[T], answer)
