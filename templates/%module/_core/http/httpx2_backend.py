"""Network operations for httpx2's sync clients that end at the deadline of their thread.

httpx2 limits the time of each read. A server that sends one byte at a time never exceeds that.
"""

from __future__ import annotations

from collections.abc import Iterable
from ssl import SSLContext
from typing import Any

import httpcore2
import httpx2

from .reading import shortened


class _Stream(httpcore2.NetworkStream):
    def __init__(self, below: httpcore2.NetworkStream) -> None:
        self._below = below

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        timeout = shortened(timeout)
        if timeout is not None and timeout <= 0:
            raise httpcore2.ReadTimeout("timed out")
        return self._below.read(max_bytes, timeout)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        timeout = shortened(timeout)
        if timeout is not None and timeout <= 0:
            raise httpcore2.WriteTimeout("timed out")
        self._below.write(buffer, timeout)

    def close(self) -> None:
        self._below.close()

    def start_tls(
        self,
        ssl_context: SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        return _Stream(self._below.start_tls(ssl_context, server_hostname, _positive(timeout)))

    def get_extra_info(self, info: str) -> Any:
        return self._below.get_extra_info(info)


class _Backend(httpcore2.NetworkBackend):
    def __init__(self) -> None:
        self._below = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        return _Stream(
            self._below.connect_tcp(host, port, _positive(timeout), local_address, socket_options)
        )


def _positive(timeout: float | None) -> float | None:
    timeout = shortened(timeout)
    if timeout is not None and timeout <= 0:
        raise httpcore2.ConnectTimeout("timed out")
    return timeout


def end_by_deadlines(client: httpx2.Client) -> None:
    """Make a client, which must not be in use yet, end its network operations at the deadline."""
    mounts: Iterable[Any] = getattr(client, "_mounts", {}).values()
    for transport in (client._transport, *mounts):  # pyright: ignore[reportPrivateUsage]
        pool = getattr(transport, "_pool", None)
        if pool is not None:
            pool._network_backend = _Backend()
