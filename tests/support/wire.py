"""Servers below HTTP, on loopback: raw sockets, with TLS or without, and a proxy with tunnels."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Self


class RawServer:
    """Passes every connection to `serve`, in its own thread, and closes it afterwards.

    `serve` may wait for `released`, which is set at the end of the `with` block.
    """

    def __init__(
        self,
        serve: Callable[[socket.socket], None],
        *,
        context: ssl.SSLContext | None = None,
    ) -> None:
        self.released = threading.Event()
        self.connections = 0
        self._serve, self._context = serve, context
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._socket.settimeout(0.02)
        host, port = self._socket.getsockname()[:2]
        self.address = (str(host), int(port))
        self._threads: list[threading.Thread] = []

    @property
    def url(self) -> str:
        scheme = "http" if self._context is None else "https"
        return f"{scheme}://127.0.0.1:{self.address[1]}"

    def __enter__(self) -> Self:
        self._start(self._accept)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.released.set()
        for thread in self._threads:
            thread.join()
        self._socket.close()

    def _start(self, work: Callable[[], None]) -> None:
        thread = threading.Thread(target=work, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while not self.released.is_set():
            try:
                connection, _ = self._socket.accept()
            except TimeoutError:
                continue
            connection.settimeout(5)
            self.connections += 1
            self._start(lambda connection=connection: self._handle(connection))

    def _handle(self, connection: socket.socket) -> None:
        with connection:
            try:
                if self._context is None:
                    self._serve(connection)
                else:
                    with self._context.wrap_socket(connection, server_side=True) as secure:
                        self._serve(secure)
            except OSError:
                pass  # the client may disconnect


def read_head(connection: socket.socket) -> bytes:
    """Return the head of a request, up to its empty line; b"" if the connection ended before."""
    head = b""
    while not head.endswith(b"\r\n\r\n"):
        byte = connection.recv(1)
        if not byte:
            return b""
        head += byte
    return head


class TunnelProxy(RawServer):
    """A proxy that supports only CONNECT, and connects every tunnel to `upstream`.

    `heads` are the requests for tunnels. With a `refusal` it responds with that, and there is no
    tunnel.
    """

    def __init__(self, upstream: tuple[str, int], refusal: bytes = b"") -> None:
        super().__init__(self._tunnel)
        self.heads: list[bytes] = []
        self._upstream, self._refusal = upstream, refusal

    def _tunnel(self, client: socket.socket) -> None:
        self.heads.append(read_head(client))
        if self._refusal:
            client.sendall(self._refusal)
            return
        with socket.create_connection(self._upstream, timeout=5) as server:
            client.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
            back = threading.Thread(target=_pump, args=(server, client), daemon=True)
            back.start()
            _pump(client, server)
            back.join()


def _pump(source: socket.socket, sink: socket.socket) -> None:
    try:
        while data := source.recv(65_536):
            sink.sendall(data)
        sink.shutdown(socket.SHUT_WR)
    except OSError:
        pass  # one side is closed; the other notices when it reads
