"""The clients: configuration and a transport in, answered calls out; sync and async."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterator, Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, ParamSpec, Protocol, Self, TypeVar, Unpack, overload

from .auth.security import AsyncCredential as AsyncCredential
from .auth.security import Credential as Credential
from .auth.security import SecurityScheme
from .configuration import Configuration, configure
from .http.pool import Pool
from .options import AsyncClientOptions as AsyncClientOptions
from .options import ClientOptions as ClientOptions
from .options import ConnectionOptions, RequestOptions, SharedOptions
from .settings import DEFAULT_SETTINGS, Settings
from .transport import AsyncTransport, Transport

if TYPE_CHECKING:
    from .call.raw import RawResponse
    from .call.request import Arguments
    from .operation import Operation

T = TypeVar("T")
Page = TypeVar("Page")
Page_co = TypeVar("Page_co", covariant=True)
P = ParamSpec("P")
AnyTransport = TypeVar("AnyTransport", Transport, AsyncTransport)

_DEFAULT_CALL = RequestOptions()


class Paged(Protocol[Page_co]):
    """The pages of a list."""

    def raw_pages(self) -> Iterator[RawResponse[Page_co]]: ...


class AsyncPaged(Protocol[Page_co]):
    """The pages of a list, as they are requested by an async client."""

    def raw_pages(self) -> AsyncIterator[RawResponse[Page_co]]: ...


class _Configured(Generic[AnyTransport]):
    """What the sync and the async client have in common."""

    _configuration: Configuration
    _pool: Pool[AnyTransport]
    _owns_pool: bool = True

    def with_options(self, **options: Unpack[SharedOptions]) -> Self:
        """A client like this one with other options, on the same connections and rate limiter.

        Headers are added to those that are there; any other option takes the place of the old one.
        Closing it leaves the connections open, and closing this one closes them.
        """
        twin = object.__new__(type(self))
        twin._configuration = self._configuration.changed(options)
        twin._pool, twin._owns_pool = self._pool, False
        return twin

    def __repr__(self) -> str:
        if not hasattr(self, "_pool"):  # in the traceback of a constructor that failed
            return object.__repr__(self)
        state = ", closed" if self._pool.closed else ""
        base_url = self._configuration.base_url or dict(self._configuration.servers)
        return f"{type(self).__name__}(base_url={base_url!r}{state})"

    def _at(self, server: str) -> Self:
        """This client for the resources of one document, on the same connections."""
        twin = object.__new__(type(self))
        twin._configuration = self._configuration.at(server)
        twin._pool, twin._owns_pool = self._pool, False
        return twin


class Client(_Configured[Transport]):
    """One configuration, one pool of connections. Safe to use from several threads.

    `base_url` may have a path; where documents have different servers, it has one for each of them.
    `product` is what the client calls itself. A transport that is given stays open when the client
    is closed; otherwise the client makes one at its first request, and closes it. ClientOptions
    describes the options.

    Raises ValueError for arguments that no request could be made with.
    """

    def __init__(
        self,
        *,
        base_url: str | Mapping[str, str],
        product: str,
        security: Mapping[str, SecurityScheme],
        settings: Settings = DEFAULT_SETTINGS,
        **options: Unpack[ClientOptions],
    ) -> None:
        self._configuration = configure(
            base_url=base_url,
            product=product,
            security=security,
            settings=settings,
            options=options,
        )
        self._pool = Pool(_transport_maker(options), _given(options.get("transport"), options))

    def __call__(
        self, operation: Operation[T], arguments: Arguments, options: RequestOptions | None = None
    ) -> T:
        """Make one call and read its answer; what resources do, by no name of its own.

        Raises ApiError, ValueError for arguments that cannot be sent, and RuntimeError where the
        client is closed.
        """
        return self._answer(operation, arguments, options).parse()

    @overload
    def raw(  # type: ignore[overload-overlap]  # a list is not one response
        self, method: Callable[P, Paged[Page]], /, *args: P.args, **kwargs: P.kwargs
    ) -> Iterator[RawResponse[Page]]: ...

    @overload
    def raw(
        self, method: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs
    ) -> RawResponse[T]: ...

    def raw(self, method: Callable[P, Any], /, *args: P.args, **kwargs: P.kwargs) -> Any:
        """Call a method of a resource for its response as it came.

            response = client.raw(client.pets.get, "1")
            response.status, response.headers, response.content, response.parse()

        Args:
            method: A method that sends one request, or a list that is paged.
            args: The positional arguments of the method.
            kwargs: The keyword arguments of the method.

        Returns:
            The response; for a list an iterator over the responses of its pages.

        Raises:
            TypeError: The method sends several requests, as batches do, or gives a stream.
        """
        from .call.raw import checked, raw_wanted

        with raw_wanted():
            found = method(*args, **kwargs)
        return checked(found) if not hasattr(found, "raw_pages") else found.raw_pages()

    def close(self) -> None:
        """End the connections. The client cannot be used afterwards; closing again does nothing."""
        transport = self._pool.close() if self._owns_pool else None
        if transport is not None:
            transport.close()

    def __enter__(self) -> Self:
        self._pool.check_open()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def _answer(
        self, operation: Operation[T], arguments: Arguments, options: RequestOptions | None
    ) -> RawResponse[T]:
        from .call.exchange import answer  # with the first call

        self._pool.check_open()
        making = operation, arguments, options or _DEFAULT_CALL
        return answer(self._configuration, self._pool.open, making)


class AsyncClient(_Configured[AsyncTransport]):
    """One configuration, one pool of connections, for use within one event loop; as Client."""

    def __init__(
        self,
        *,
        base_url: str | Mapping[str, str],
        product: str,
        security: Mapping[str, SecurityScheme],
        settings: Settings = DEFAULT_SETTINGS,
        **options: Unpack[AsyncClientOptions],
    ) -> None:
        self._configuration = configure(
            base_url=base_url,
            product=product,
            security=security,
            settings=settings,
            options=options,
        )
        self._pool = Pool(
            _async_transport_maker(options), _given(options.get("transport"), options)
        )

    async def __call__(
        self, operation: Operation[T], arguments: Arguments, options: RequestOptions | None = None
    ) -> T:
        """Make one call and read its answer, as Client."""
        return (await self._answer(operation, arguments, options)).parse()

    @overload
    def raw(
        self, method: Callable[P, AsyncPaged[Page]], /, *args: P.args, **kwargs: P.kwargs
    ) -> AsyncIterator[RawResponse[Page]]: ...

    @overload
    def raw(
        self, method: Callable[P, Awaitable[T]], /, *args: P.args, **kwargs: P.kwargs
    ) -> Coroutine[Any, Any, RawResponse[T]]: ...

    def raw(self, method: Callable[P, Any], /, *args: P.args, **kwargs: P.kwargs) -> Any:
        """Call a method of a resource for its response as it came.

            response = await client.raw(client.pets.get, "1")
            async for response in client.raw(client.pets.list): ...

        Args:
            method: A method that sends one request, or a list that is paged.
            args: The positional arguments of the method.
            kwargs: The keyword arguments of the method.

        Returns:
            The response; for a list an iterator over the responses of its pages.

        Raises:
            TypeError: The method sends several requests, as batches do, or gives a stream.
        """
        found = method(*args, **kwargs)
        return _raw(found) if not hasattr(found, "raw_pages") else found.raw_pages()

    async def close(self) -> None:
        """End the connections. The client cannot be used afterwards; closing again does nothing."""
        transport = self._pool.close() if self._owns_pool else None
        if transport is not None:
            await transport.aclose()

    async def __aenter__(self) -> Self:
        self._pool.check_open()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.close()

    async def _answer(
        self, operation: Operation[T], arguments: Arguments, options: RequestOptions | None
    ) -> RawResponse[T]:
        from .call.exchange import answer_async

        self._pool.check_open()
        making = operation, arguments, options or _DEFAULT_CALL
        return await answer_async(self._configuration, self._pool.open, making)


async def _raw(call: Awaitable[T]) -> RawResponse[T]:
    """Wait for the response of a call as it came."""
    from .call.raw import checked, raw_wanted

    with raw_wanted():
        return checked(await call)


def _given(transport: AnyTransport | None, options: ConnectionOptions) -> AnyTransport | None:
    if transport is not None and ("proxy" in options or "verify" in options):
        raise ValueError("a transport that is given has a proxy and certificates of its own")
    if "proxy" in options or "verify" in options:
        from .http.connections import Connections

        # A mistake shows now, not with the first request.
        Connections(proxy=options.get("proxy"), verify=options.get("verify", True)).context()
    return transport


def _transport_maker(options: ConnectionOptions) -> Callable[[], Transport]:
    def make() -> Transport:
        from .http.httpx2_transport import Httpx2Transport

        return Httpx2Transport(proxy=options.get("proxy"), verify=options.get("verify", True))

    return make


def _async_transport_maker(options: ConnectionOptions) -> Callable[[], AsyncTransport]:
    def make() -> AsyncTransport:
        from .http.httpx2_transport import AsyncHttpx2Transport

        return AsyncHttpx2Transport(proxy=options.get("proxy"), verify=options.get("verify", True))

    return make
