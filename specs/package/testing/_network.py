"""Connect the stand-in to clients and receivers: transports, an HTTP server on loopback, and webhooks."""

from __future__ import annotations

import socket
import threading
import urllib.request
from collections.abc import Callable, Collection
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, cast
from urllib.error import HTTPError

import msgspec
from hubspot_crm._core.http.mock_transport import AsyncMockTransport, MockTransport
from hubspot_crm._core.transport import DEFAULT_TIMEOUT, Request, Response
from hubspot_crm.webhooks import Verifier

from ._calls import Json
from ._definitions import singular
from ._portal import Portal


@dataclass(frozen=True, slots=True)
class Reply:
    """A response. Without one the connection is closed; with `cut`, in the middle of the body."""

    response: Response | None
    delay: float = 0.0
    cut: bool = False


@dataclass(frozen=True, slots=True)
class StandInTransport:
    """A transport whose requests are handled by a function."""

    handle: Callable[[Request], Response]

    def send(self, request: Request) -> Response:
        return MockTransport(self.handle).send(request)  # reads the content of an upload

    def close(self) -> None:
        """Do nothing; no connection exists."""


@dataclass(frozen=True, slots=True)
class AsyncStandInTransport:
    """Like StandInTransport, for async clients."""

    handle: Callable[[Request], Response]

    async def send(self, request: Request) -> Response:
        return await AsyncMockTransport(self.handle).send(request)

    async def aclose(self) -> None:
        """Do nothing; no connection exists."""


class Server(ThreadingHTTPServer):
    """Responds on 127.0.0.1 while its `with` block runs; faults happen on the socket."""

    daemon_threads = False  # so that closing waits for them
    request_queue_size = 128

    def __init__(self, reply: Callable[[Request], Reply], port: int) -> None:
        self.reply = reply
        self.ended = threading.Event()
        self.open: set[socket.socket] = set()
        super().__init__(("127.0.0.1", port), _Handler)

    def __enter__(self) -> Any:
        threading.Thread(target=self.serve_forever, args=(0.02,), daemon=True).start()
        return f"http://127.0.0.1:{self.server_address[1]}"

    def __exit__(self, *_: object) -> None:
        self.ended.set()
        self.shutdown()
        for connection in tuple(self.open):
            _end(connection)
        self.server_close()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Clients that disconnect are part of tests."""


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
            self.close_connection = not self.raw_requestline or not self.parse_request()
            if not self.close_connection:
                self._answer()
        except OSError:
            self.close_connection = True

    def log_message(self, format: str, *args: Any) -> None:
        """Tests look at `requests`."""

    def _answer(self) -> None:
        url = f"http://{self.headers.get('Host', '')}{self.path}"
        headers = tuple(self.headers.items())
        request = Request(self.command, url, url, headers, self._content(), DEFAULT_TIMEOUT)
        reply = self.owner.reply(request)
        response = reply.response
        if self.owner.ended.wait(reply.delay) or response is None:
            self.close_connection = True
            _end(self.connection)
            return
        self.send_response_only(response.status, "" if response.status == 477 else None)
        for name, value in response.headers.pairs:
            self.send_header(name, value)
        if response.status != 204:
            self.send_header("Content-Length", str(len(response.content)))
        self.end_headers()
        self.wfile.write(response.content[: len(response.content) // 2 if reply.cut else None])
        self.wfile.flush()
        self.close_connection |= reply.cut

    def _content(self) -> bytes:
        """Read the body, which is sent in chunks if its length is not known in advance."""
        if "chunked" not in self.headers.get("Transfer-Encoding", "").lower():
            return self.rfile.read(int(self.headers.get("Content-Length", "0")))
        chunks: list[bytes] = []
        while size := int(self.rfile.readline().partition(b";")[0].strip() or b"0", 16):
            chunks.append(self.rfile.read(size))
            self.rfile.readline()
        while self.rfile.readline().strip():
            pass  # the fields of a trailer
        return b"".join(chunks)


def _end(connection: socket.socket) -> None:
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        pass  # the client was faster


_NAMED = ("contacts", "companies", "deals", "tickets", "products", "line_items")

Deliver = Callable[[dict[str, str], bytes], object]
_Webhook = tuple[Deliver, dict[str, str], bytes]


class Webhooks:
    """The subscriptions, and the webhooks waiting to be sent."""

    def __init__(self, portal: Portal) -> None:
        self.failures: list[Exception] = []
        self._portal = portal
        self._subscriptions: list[tuple[str, Deliver, str, Collection[str] | None]] = []
        self._waiting: list[_Webhook] = []
        self._count = 0

    def subscribe(
        self, target: str | Deliver, url: str, secret: str, events: Collection[str] | None
    ) -> None:
        """Add a subscription, to all events or to those named."""
        address, deliver = (target, _post(target)) if isinstance(target, str) else (url, target)
        self._subscriptions.append((address, deliver, secret, events))
        self._portal.listener = self._happened

    def take(self) -> list[_Webhook]:
        """Return and remove the webhooks that wait to be sent."""
        waiting, self._waiting = self._waiting, []
        return waiting

    def deliver(self, waiting: list[_Webhook]) -> None:
        """Send webhooks. Exceptions that a receiver raises are added to `failures`."""
        for deliver, headers, body in waiting:
            try:
                deliver(headers, body)
            except Exception as error:  # noqa: BLE001 - whatever is raised, delivery failed
                self.failures.append(error)

    def _happened(self, what: str, type_: str, id_: str, details: dict[str, Any]) -> None:
        self._count += 1
        kind = f"{singular(type_) if type_ in _NAMED else 'object'}.{what}"
        event: Json = {"eventId": self._count, "subscriptionId": 1, "portalId": 1, "appId": 1}
        event |= {"occurredAt": self._portal.milliseconds(), "subscriptionType": kind}
        event |= {"attemptNumber": 0, "objectId": int(id_), "changeSource": "API", **details}
        event |= {} if type_ in _NAMED else {"objectTypeId": self._portal.type_id(type_)}
        body = msgspec.json.encode([event])
        for url, deliver, secret, events in self._subscriptions:
            if events is None or kind in events:
                signer = Verifier(secret, now=self._portal.clock)
                signed = signer.sign(method="POST", uri=url, body=body)
                headers = {"Content-Type": "application/json", **signed}
                self._waiting.append((deliver, headers, body))


def _post(url: str) -> Deliver:
    def deliver(headers: dict[str, str], body: bytes) -> None:
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            opener.open(urllib.request.Request(url, body, headers), timeout=10).close()
        except HTTPError as error:
            error.close()  # the exception is recorded, the connection is closed
            raise

    return deliver
