"""The clients: configuration and a transport in, answered calls out; sync and async."""

from __future__ import annotations

from collections.abc import Mapping
from threading import Lock
from types import TracebackType
from typing import Self, TypeVar, cast

from .operation import Operation
from .options import RequestOptions
from .request import Arguments, Configuration, build_request, configure
from .response import read_response
from .security import AsyncCredential as AsyncCredential
from .security import Credential as Credential
from .security import SecurityScheme, read, read_async, select
from .transport import DEFAULT_TIMEOUT, AsyncTransport, Timeout, Transport

T = TypeVar("T")


class Client:
    """One configuration, one pool of connections. Safe to use from several threads.

    `base_url` may have a path. `timeout` is in seconds. `headers` are sent with every request, in
    place of the client's own of the same name. A `transport` that is given stays open when the
    client is closed; otherwise the client makes one at its first request, and closes it.

    Raises ValueError for arguments that no request could be made with.
    """

    def __init__(
        self,
        *,
        base_url: str,
        user_agent: str,
        security: Mapping[str, SecurityScheme],
        timeout: Timeout | float | None = DEFAULT_TIMEOUT,
        headers: Mapping[str, str] | None = None,
        transport: Transport | None = None,
    ) -> None:
        self._configuration = configure(
            base_url=base_url,
            timeout=timeout,
            headers=headers,
            user_agent=user_agent,
            security=security,
        )
        self._transport = transport
        self._owns_transport = transport is None
        self._closed = False
        self._lock = Lock()

    def __call__(
        self,
        operation: Operation[T],
        arguments: Arguments,
        options: RequestOptions | None = None,
    ) -> T:
        """Send one request and read its answer; what resources do, by no name of its own.

        Raises ApiError, ValueError for arguments that cannot be sent, and RuntimeError where the
        client is closed.
        """
        transport, configuration = self._opened(), self._configuration
        schemes = select(operation.security, configuration.security)
        placements = [read(scheme) for scheme in schemes]
        request = build_request(configuration, operation, arguments, options, placements)
        return cast(T, read_response(operation, request, transport.send(request)))

    def close(self) -> None:
        """End the connections. The client cannot be used afterwards; closing again does nothing."""
        with self._lock:
            transport, self._closed = self._transport, True
            self._transport = None
        if transport is not None and self._owns_transport:
            transport.close()

    def __enter__(self) -> Self:
        _check_open(self._closed)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return _shown(self, self._configuration, self._closed)

    def _opened(self) -> Transport:
        """The transport, made now if this is the first request."""
        with self._lock:
            _check_open(self._closed)
            if self._transport is None:
                from .httpx2_transport import Httpx2Transport

                self._transport = Httpx2Transport()
            return self._transport


class AsyncClient:
    """One configuration, one pool of connections, for use within one event loop; as Client."""

    def __init__(
        self,
        *,
        base_url: str,
        user_agent: str,
        security: Mapping[str, SecurityScheme],
        timeout: Timeout | float | None = DEFAULT_TIMEOUT,
        headers: Mapping[str, str] | None = None,
        transport: AsyncTransport | None = None,
    ) -> None:
        self._configuration = configure(
            base_url=base_url,
            timeout=timeout,
            headers=headers,
            user_agent=user_agent,
            security=security,
        )
        self._transport = transport
        self._owns_transport = transport is None
        self._closed = False

    async def __call__(
        self,
        operation: Operation[T],
        arguments: Arguments,
        options: RequestOptions | None = None,
    ) -> T:
        """Send one request and read its answer, as Client."""
        transport, configuration = self._opened(), self._configuration
        schemes = select(operation.security, configuration.security)
        placements = [await read_async(scheme) for scheme in schemes]
        request = build_request(configuration, operation, arguments, options, placements)
        return cast(T, read_response(operation, request, await transport.send(request)))

    async def close(self) -> None:
        """End the connections. The client cannot be used afterwards; closing again does nothing."""
        transport, self._closed = self._transport, True
        self._transport = None
        if transport is not None and self._owns_transport:
            await transport.aclose()

    async def __aenter__(self) -> Self:
        _check_open(self._closed)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.close()

    def __repr__(self) -> str:
        return _shown(self, self._configuration, self._closed)

    def _opened(self) -> AsyncTransport:
        """The transport, made now if this is the first request."""
        _check_open(self._closed)
        if self._transport is None:
            from .httpx2_transport import AsyncHttpx2Transport

            self._transport = AsyncHttpx2Transport()
        return self._transport


def _check_open(closed: bool) -> None:
    if closed:
        raise RuntimeError("the client is closed; make a new one")


def _shown(client: object, configuration: Configuration, closed: bool) -> str:
    state = ", closed" if closed else ""
    return f"{type(client).__name__}(base_url={configuration.base_url!r}{state})"
