"""A type for sequences of strings that excludes a single string."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol, TypeVar

T_co = TypeVar("T_co", covariant=True)


class SequenceNotStr(Protocol[T_co]):
    """A list, a tuple or another sequence of strings.

    A string is a sequence of strings too, and so would be accepted where one in brackets is meant.
    """

    def __contains__(self, value: object, /) -> bool: ...  # that of str takes only strings
    def __getitem__(self, index: int, /) -> T_co: ...
    def __iter__(self) -> Iterator[T_co]: ...
    def __len__(self) -> int: ...
