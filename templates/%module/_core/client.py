"""Sync and async clients, which send operations with one configuration and one transport."""

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
    """The pages of a list, requested by an async client."""

    def raw_pages(self) -> AsyncIterator[RawResponse[Page_co]]: ...


class _Configured(Generic[AnyTransport]):
    """The methods that the sync and the async client share."""

    _configuration: Configuration
    _pool: Pool[AnyTransport]
    _owns_pool: bool = True

    def with_options(self, **options: Unpack[SharedOptions]) -> Self:
        """Return a client with other options that shares the connections and the rate limiter.

        Headers are added to the existing ones; any other option replaces the old value. Closing the
        new client leaves the connections open; closing this client closes them.

        Args:
            options: The options to change; see SharedOptions.

        Raises:
            TypeError: An option is unknown.
            ValueError: An option has an invalid value.
        """
        twin = object.__new__(type(self))
        twin._configuration = self._configuration.changed(options)
        twin._pool, twin._owns_pool = self._pool, False
        return twin

    def __repr__(self) -> str:
        if not hasattr(self, "_pool"):  # the constructor failed, and a traceback shows the client
            return object.__repr__(self)
        state = ", closed" if self._pool.closed else ""
        base_url = self._configuration.base_url or dict(self._configuration.servers)
        return f"{type(self).__name__}(base_url={base_url!r}{state})"

    def _at(self, server: str) -> Self:
        """Return this client for the resources of one document, on the same connections."""
        twin = object.__new__(type(self))
        twin._configuration = self._configuration.at(server)
        twin._pool, twin._owns_pool = self._pool, False
        return twin


class Client(_Configured[Transport]):
    """A client with one configuration and one connection pool. It may be used from several threads.

    A transport that is passed in stays open when the client is closed. Otherwise the client creates
    one at its first request and closes it.

    Args:
        base_url: The base URL, which may have a path. If the documents of the API have different
            servers, a mapping with the base URL of each.
        product: The name that the client sends in its User-Agent header.
        security: The security schemes by name.
        settings: What is known about the API beyond its documents.
        options: See ClientOptions.

    Raises:
        TypeError: An option is unknown.
        ValueError: An argument is invalid, so that no request could be made.
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
        """Send one request for an operation and return its decoded response.

        Resources call this for each of their methods.

        Raises:
            ApiError: The call failed.
            ValueError: An argument cannot be sent.
            RuntimeError: The client is closed.
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
        """Call a method of a resource and return its response before decoding.

            response = client.raw(client.pets.get, "1")
            response.status, response.headers, response.content, response.parse()

        Args:
            method: A method that sends one request, or a list that is paged.
            args: The positional arguments of the method.
            kwargs: The keyword arguments of the method.

        Returns:
            The response; for a list, an iterator over the responses of its pages.

        Raises:
            TypeError: The method sends several requests, as batches do, or returns a stream.
        """
        from .call.raw import checked, raw_wanted

        with raw_wanted():
            found = method(*args, **kwargs)
        return checked(found) if not hasattr(found, "raw_pages") else found.raw_pages()

    def close(self) -> None:
        """Close the connections.

        The client cannot be used afterwards. Closing it again has no effect.
        """
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
        from .call.exchange import answer  # imported at the first call

        self._pool.check_open()
        making = operation, arguments, options or _DEFAULT_CALL
        return answer(self._configuration, self._pool.open, making)


class AsyncClient(_Configured[AsyncTransport]):
    """A client with one configuration and one connection pool, for use within one event loop.

    Arguments and errors are those of Client.
    """

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
        """Send one request for an operation and return its decoded response.

        Raises:
            ApiError: The call failed.
            ValueError: An argument cannot be sent.
            RuntimeError: The client is closed.
        """
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
        """Call a method of a resource and return its response before decoding.

            response = await client.raw(client.pets.get, "1")
            async for response in client.raw(client.pets.list): ...

        Args:
            method: A method that sends one request, or a list that is paged.
            args: The positional arguments of the method.
            kwargs: The keyword arguments of the method.

        Returns:
            The response; for a list, an iterator over the responses of its pages.

        Raises:
            TypeError: The method sends several requests, as batches do, or returns a stream.
        """
        found = method(*args, **kwargs)
        return _raw(found) if not hasattr(found, "raw_pages") else found.raw_pages()

    async def close(self) -> None:
        """Close the connections.

        The client cannot be used afterwards. Closing it again has no effect.
        """
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
    """Await a call and return its response before decoding."""
    from .call.raw import checked, raw_wanted

    with raw_wanted():
        return checked(await call)


def _given(transport: AnyTransport | None, options: ConnectionOptions) -> AnyTransport | None:
    if transport is not None and ("proxy" in options or "verify" in options):
        raise ValueError("the transport that was passed has its own proxy and certificates")
    if "proxy" in options or "verify" in options:
        from .http.connections import Connections

        # Report a wrong option now, not at the first request.
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
