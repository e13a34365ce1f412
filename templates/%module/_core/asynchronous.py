"""Make the methods of async resources: a sync resource's method in, its async twin out.

What a method sends is the same in both; only the client that it passes it to differs. The twin has
the signature and the docstring of the method, for people, editors and type checkers alike.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

P = ParamSpec("P")
T = TypeVar("T")


def awaited(
    method: Callable[Concatenate[Any, P], T],
) -> Callable[Concatenate[Any, P], Coroutine[Any, Any, T]]:
    """The method, to be awaited."""

    @wraps(method)
    async def twin(self: Any, *args: P.args, **kwargs: P.kwargs) -> T:
        # An async resource has what the method calls under the same names, as coroutines.
        return await cast("Awaitable[T]", method(self, *args, **kwargs))

    return cast("Callable[Concatenate[Any, P], Coroutine[Any, Any, T]]", twin)
