"""The base classes of generated resources, which pass calls to a client."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, TypedDict, TypeVar, Unpack

from msgspec import UNSET as UNSET
from msgspec import UnsetType as UnsetType

from .call.request import Arguments
from .client import AsyncClient, Client
from .operation import Operation
from .options import RequestOptions as RequestOptions

T = TypeVar("T")
AnyClient = TypeVar("AnyClient", Client, AsyncClient)


class Given(TypedDict, total=False):
    """The values of one call; see Arguments."""

    path: Mapping[str, object]
    query: Mapping[str, object]
    headers: Mapping[str, object]
    body: object


class _Rooted(Generic[AnyClient]):
    """Operations under some root paths, sent by one client. Most use the first root path.

    Subclasses have the root paths `roots`.
    """

    _roots: tuple[str, ...] = ("",)

    def __init_subclass__(
        cls,
        *,
        roots: tuple[str, ...] | None = None,
    ) -> None:
        super().__init_subclass__()
        cls._roots = cls._roots if roots is None else roots

    def __init__(self, client: AnyClient, roots: tuple[str, ...] | None = None) -> None:
        self._client: AnyClient = client
        if roots is not None:
            self._roots = roots

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._roots[0]!r})"


class Resource(_Rooted[Client]):
    """Operations under some root paths, sent by one client."""

    def _call(
        self,
        operation: Operation[T],
        *,
        options: RequestOptions | None = None,
        **given: Unpack[Given],
    ) -> T:
        return self._client(operation, Arguments(self._roots[operation.root], **given), options)


class AsyncResource(_Rooted[AsyncClient]):
    """Operations under some root paths, sent by one async client."""

    async def _call(
        self,
        operation: Operation[T],
        *,
        options: RequestOptions | None = None,
        **given: Unpack[Given],
    ) -> T:
        arguments = Arguments(self._roots[operation.root], **given)
        return await self._client(operation, arguments, options)
