"""The base classes of generated resources, which pass calls to a client."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, TypedDict, TypeVar, Unpack, cast

from msgspec import UNSET as UNSET
from msgspec import UnsetType as UnsetType

from .call.raw import take_raw_wanted
from .call.request import Arguments
from .client import AsyncClient, Client
from .operation import Operation
from .options import RequestOptions as RequestOptions

T = TypeVar("T")


class Given(TypedDict, total=False):
    """The values of one call; see Arguments."""

    path: Mapping[str, object]
    query: Mapping[str, object]
    headers: Mapping[str, object]
    cookies: Mapping[str, object]
    body: object


class _Rooted:
    """What sync and async resources share.

    Subclasses have the root paths `roots` and `server`, the name of the document whose server they
    use if documents have different servers.
    """

    _roots: tuple[str, ...] = ("",)
    _server: str = ""
    _is_async: ClassVar[bool] = False

    def __init_subclass__(cls, *, roots: tuple[str, ...] | None = None, server: str = "") -> None:
        super().__init_subclass__()
        cls._roots = cls._roots if roots is None else roots
        cls._server = server

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._roots[0]!r})"


class Resource(_Rooted):
    """Operations under some root paths, sent by one client. Most use the first root path."""

    def __init__(self, client: Client, roots: tuple[str, ...] | None = None) -> None:
        # Resources may use the private attributes of their client.
        server = self._server
        at = client._at  # pyright: ignore[reportPrivateUsage]
        self._client = at(server) if server else client
        if roots is not None:
            self._roots = roots

    def _call(
        self,
        operation: Operation[T],
        *,
        options: RequestOptions | None = None,
        **given: Unpack[Given],
    ) -> T:
        arguments = Arguments(self._roots[operation.root], **given)
        if take_raw_wanted():
            # Resources may use the private attributes of their client.
            answer = self._client._answer  # pyright: ignore[reportPrivateUsage]
            return cast(T, answer(operation, arguments, options))
        return self._client(operation, arguments, options)


class AsyncResource(_Rooted):
    """Operations under some root paths, sent by one async client."""

    _is_async = True

    def __init__(self, client: AsyncClient, roots: tuple[str, ...] | None = None) -> None:
        # Resources may use the private attributes of their client.
        server = self._server
        at = client._at  # pyright: ignore[reportPrivateUsage]
        self._client = at(server) if server else client
        if roots is not None:
            self._roots = roots

    async def _call(
        self,
        operation: Operation[T],
        *,
        options: RequestOptions | None = None,
        **given: Unpack[Given],
    ) -> T:
        arguments = Arguments(self._roots[operation.root], **given)
        if take_raw_wanted():
            answer = self._client._answer  # pyright: ignore[reportPrivateUsage]
            return cast(T, await answer(operation, arguments, options))
        return await self._client(operation, arguments, options)
