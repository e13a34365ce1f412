"""Sync and async clients, which send operations with one configuration and one transport."""

from __future__ import annotations

import typing
from collections.abc import Awaitable, Callable, Mapping
from collections.abc import AsyncIterator, Coroutine, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Generic, ParamSpec, Self, TypeVar, Unpack, cast
from typing import Protocol, overload

from .auth.security import SecurityScheme
from .auth.security import AsyncCredential as AsyncCredential
from .auth.security import Credential as Credential
from .options import BaseUrl, Configuration, RequestOptions, SharedOptions, configure
from .options import AsyncClientOptions as AsyncClientOptions
from .options import ClientOptions as ClientOptions
from .settings import DEFAULT_SETTINGS
from .transport import AsyncTransport, Held, Transport

if TYPE_CHECKING:
    from .call.any_request import RequestParts
    from .call.request import Arguments, Call
    from .call.response import RawResponse
    from .operation import Operation

T = TypeVar("T")
P = ParamSpec("P")
AnyTransport = TypeVar("AnyTransport", Transport, AsyncTransport)

_DEFAULT_CALL = RequestOptions()

Page = TypeVar("Page")
Page_co = TypeVar("Page_co", covariant=True)


class Paged(Protocol[Page_co]):
    """The pages of a list."""

    def raw_pages(self) -> Iterator[RawResponse[Page_co]]: ...


class AsyncPaged(Protocol[Page_co]):
    """The pages of a list, requested by an async client."""

    def raw_pages(self) -> AsyncIterator[RawResponse[Page_co]]: ...




class _Configured(Generic[AnyTransport]):
    """What the sync and the async client share.

    Creating one raises TypeError for an unknown option, and ValueError for an invalid argument.
    """

    _is_async: ClassVar[bool]
    _is_raw = False  # whether a call returns its RawResponse

    def __init__(
        self,
        *,
        base_url: BaseUrl,
        product: str,
        security: Mapping[str, SecurityScheme],
        **options: Any,
    ) -> None:
        given = options.pop("transport", None)
        connections = {name: options.pop(name) for name in ("proxy", "verify") if name in options}
        if given is not None and connections:
            raise ValueError("the transport that was passed has its own proxy and certificates")
        if connections:
            from .http.connections import Connections

            # Report a wrong option now, not at the first request.
            Connections(**connections).context()
        self._configuration = configure(
            base_url=base_url,
            product=product,
            security=security,
            settings=options.pop("settings", DEFAULT_SETTINGS),
            options=cast(SharedOptions, options),
        )
        make = partial(self._new_transport, **connections) if given is None else lambda: given
        self._transport: Held[AnyTransport] = Held(make, "client")
        self._owns_transport = given is None

    def with_options(self, **options: Unpack[SharedOptions]) -> Self:
        """Return a client with other options that shares the connections of this one.

        Headers are added to the existing ones; any other option replaces the old value. Closing the
        new client leaves the connections open; closing this client closes them.

        Args:
            options: The options to change; see SharedOptions.

        Raises:
            TypeError: An option is unknown.
            ValueError: An option has an invalid value.
        """
        return self._twin(self._configuration.changed(options))

    def __repr__(self) -> str:
        if not hasattr(self, "_transport"):  # the constructor failed, and a traceback shows this
            return object.__repr__(self)
        state = ", closed" if self._transport.closed else ""
        configuration = self._configuration
        base_url: object = configuration.base_url
        return f"{type(self).__name__}(base_url={base_url!r}{state})"

    def _twin(self, configuration: Configuration | None = None, *, is_raw: bool = False) -> Self:
        """Return a client on the same connections."""
        twin = object.__new__(type(self))
        twin._configuration = configuration or self._configuration
        twin._transport, twin._owns_transport, twin._is_raw = self._transport, False, is_raw
        return twin

    def _call(
        self, operation: Operation[T], arguments: Arguments, options: RequestOptions | None
    ) -> Call[T]:
        """Return a call of this client, unless it is closed."""
        from .call.request import Call  # imported at the first call

        held = self._transport
        held.check_open()
        options = options or _DEFAULT_CALL
        return Call(self._configuration, held.get, self._is_async, operation, arguments, options)

    def _new_transport(self, **connections: Any) -> AnyTransport:
        from .http.httpx2_transport import AsyncHttpx2Transport, Httpx2Transport

        kind = AsyncHttpx2Transport if self._is_async else Httpx2Transport
        return cast(AnyTransport, kind(**connections))


class Client(_Configured[Transport]):
    """A client with one configuration and one connection pool. It may be used from several threads.

    A transport that is passed in stays open when the client is closed. Otherwise the client creates
    one at its first request and closes it.
    """

    _is_async = False

    def __call__(
        self, operation: Operation[T], arguments: Arguments, options: RequestOptions | None = None
    ) -> T:
        """Send one request for an operation and return its decoded response.

        Resources call this for each of their methods. It raises ApiError if the call failed, and
        ValueError if an argument cannot be sent.
        """
        from .call.exchange import answer

        response = answer(self._call(operation, arguments, options))
        return cast(T, response) if self._is_raw else response.parse()

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
        from .call.response import checked, raw_method

        found = raw_method(method)(*args, **kwargs)
        return found.raw_pages() if hasattr(found, "raw_pages") else checked(found)

    @typing.overload
    def request(
        self, method: str, url: str, *, response_type: type[T], **parts: Unpack[RequestParts]
    ) -> T: ...

    @typing.overload
    def request(self, method: str, url: str, **parts: Unpack[RequestParts]) -> Any: ...

    def request(
        self, method: str, url: str, *, response_type: Any = None, **parts: Unpack[RequestParts]
    ) -> Any:
        """Send a request to any path of the API, with the credentials and options of the client.

            client.request("GET", "/pets", params={"limit": 10})
            client.request("POST", "/pets", json={"name": "Bo"}, response_type=Pet)

        Args:
            method: The method of HTTP.
            url: A path relative to the base URL, or a URL on the same host.
            response_type: A model, `list[Model]`, `bytes` or `str`.
            parts: What to send; see RequestParts.

        Returns:
            The body as `response_type`; without it decoded JSON, a string, or bytes.

        Raises:
            InputError: The URL is on another host, or a part cannot be sent.
            ApiError: The call failed, for the same reasons as any call.
        """
        from .call.any_request import describe_request

        configuration, operation, arguments, options = describe_request(
            self._configuration, method, url, response_type, parts
        )
        client = self._twin(configuration, is_raw=self._is_raw)
        return client(operation, arguments, options)

    def close(self) -> None:
        """Close the connections.

        The client cannot be used afterwards. Closing it again has no effect.
        """
        transport = self._transport.close() if self._owns_transport else None
        if transport is not None:
            transport.close()

    def __enter__(self) -> Self:
        self._transport.check_open()
        return self

    def __exit__(self, *error: object) -> None:
        self.close()


class AsyncClient(_Configured[AsyncTransport]):
    """A client with one configuration and one connection pool, for use within one event loop.

    Arguments and errors are those of Client.
    """

    _is_async = True

    async def __call__(
        self, operation: Operation[T], arguments: Arguments, options: RequestOptions | None = None
    ) -> T:
        """Send one request for an operation and return its decoded response, as a Client does."""
        from .call.exchange import answer_async

        response = await answer_async(self._call(operation, arguments, options))
        return cast(T, response) if self._is_raw else response.parse()

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
        from .call.response import checked, raw_method

        found = raw_method(method)(*args, **kwargs)
        if hasattr(found, "raw_pages"):
            return found.raw_pages()

        async def response() -> Any:
            return checked(await found)

        return response()

    @typing.overload
    async def request(
        self, method: str, url: str, *, response_type: type[T], **parts: Unpack[RequestParts]
    ) -> T: ...

    @typing.overload
    async def request(self, method: str, url: str, **parts: Unpack[RequestParts]) -> Any: ...

    async def request(
        self, method: str, url: str, *, response_type: Any = None, **parts: Unpack[RequestParts]
    ) -> Any:
        """Send a request to any path of the API, as Client.request does."""
        from .call.any_request import describe_request

        configuration, operation, arguments, options = describe_request(
            self._configuration, method, url, response_type, parts
        )
        client = self._twin(configuration, is_raw=self._is_raw)
        return await client(operation, arguments, options)

    async def close(self) -> None:
        """Close the connections, as Client.close does."""
        transport = self._transport.close() if self._owns_transport else None
        if transport is not None:
            await transport.aclose()

    async def __aenter__(self) -> Self:
        self._transport.check_open()
        return self

    async def __aexit__(self, *error: object) -> None:
        await self.close()
