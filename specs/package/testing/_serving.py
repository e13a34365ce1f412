"""Ways to the stand-in: transports without a socket, and an HTTP server on loopback."""

from __future__ import annotations

import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import TYPE_CHECKING, Any, cast

from hubspot_crm._core.transport import DEFAULT_TIMEOUT, Request, Response

if TYPE_CHECKING:
    from .stand_in import StandIn


class StandInTransport:
    """A transport whose requests a stand-in answers."""

    def __init__(self, stand_in: StandIn) -> None:
        self._stand_in = stand_in

    def send(self, request: Request) -> Response:
        return self._stand_in.handle(request)

    def close(self) -> None:
        """Nothing is open."""


class AsyncStandInTransport:
    """As StandInTransport, for async clients."""

    def __init__(self, stand_in: StandIn) -> None:
        self._stand_in = stand_in

    async def send(self, request: Request) -> Response:
        return self._stand_in.handle(request)

    async def aclose(self) -> None:
        """Nothing is open."""


class Server(ThreadingHTTPServer):
    """Answers on 127.0.0.1 while its `with` block runs; what goes wrong goes wrong on the socket."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, stand_in: StandIn, port: int = 0) -> None:
        self.stand_in = stand_in
        self.ended = threading.Event()
        self.open: set[socket.socket] = set()
        super().__init__(("127.0.0.1", port), _Handler)

    def __enter__(self) -> Any:
        poll = {"poll_interval": 0.02}
        threading.Thread(target=self.serve_forever, kwargs=poll, daemon=True).start()
        return f"http://127.0.0.1:{self.server_address[1]}"

    def __exit__(
        self,
        kind: type[BaseException] | None = None,
        error: BaseException | None = None,
        traceback: TracebackType | None = None,
    ) -> None:
        self.ended.set()
        self.shutdown()
        for connection in tuple(self.open):
            _close(connection)
        self.server_close()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Clients that go away are part of what is tested."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1

    def setup(self) -> None:
        super().setup()
        self.owner = cast(Server, self.server)
        self.owner.open.add(self.connection)

    def finish(self) -> None:
        self.owner.open.discard(self.connection)
        try:
            super().finish()
        except OSError:
            pass  # the client was gone first

    def handle_one_request(self) -> None:
        try:
            self.raw_requestline = self.rfile.readline(65_537)
            if not self.raw_requestline or not self.parse_request():
                self.close_connection = True
                return
            length = int(self.headers.get("Content-Length", "0"))
            url = f"http://{self.headers.get('Host', '')}{self.path}"
            headers = tuple(self.headers.items())
            content = self.rfile.read(length) or None
            self._send(Request(self.command, url, url, headers, content, DEFAULT_TIMEOUT))
        except OSError:
            self.close_connection = True

    def log_message(self, format: str, *args: Any) -> None:
        """Tests look at `requests`."""

    def _send(self, request: Request) -> None:
        reply = self.owner.stand_in.reply(request)
        response = reply.response
        if reply.delay and self.owner.ended.wait(reply.delay) or response is None:
            self.close_connection = True
            _close(self.connection)
            return
        self.send_response(response.status, "" if response.status == 477 else None)
        for name, value in response.headers.pairs:
            self.send_header(name, value)
        if response.status != 204:
            self.send_header("Content-Length", str(len(response.content)))
        self.end_headers()
        self.wfile.write(response.content[: len(response.content) // 2 if reply.cut else None])
        self.wfile.flush()
        self.close_connection |= reply.cut


def _close(connection: socket.socket) -> None:
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        pass  # the client was faster
