"""A real HTTP/1.1 server on loopback: answers in, the requests it was sent out.

    with Loopback() as server:
        server.answer_json({"id": "1"}, status=201)
        client = HubSpot("token", base_url=server.url)
        ...
    assert server.requests[0].path == "/crm/v3/objects/tasks"

Answers come from a queue (`answer`, `answer_json`), then from the `respond` function given at
construction. A request that finds neither is answered with 500 and named in the body.
"""

from __future__ import annotations

import json
import socket
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self, cast
from urllib.parse import parse_qsl, unquote, urlsplit


@dataclass(frozen=True, slots=True)
class RecordedRequest:
    """One request as received.

    `target` is the request target exactly as sent (path and query, still percent-encoded),
    `headers` has lower-case names (repeated headers joined by ", "), `connection` is the number of
    the TCP connection, from 1.
    """

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes
    connection: int

    @property
    def path(self) -> str:
        """The path as sent, still percent-encoded, without the query."""
        return self.target.partition("?")[0]

    @property
    def segments(self) -> tuple[str, ...]:
        """The decoded path segments."""
        return tuple(unquote(segment) for segment in self.path.split("/")[1:])

    @property
    def query(self) -> list[tuple[str, str]]:
        """The decoded query pairs, in the order sent."""
        return parse_qsl(urlsplit(self.target).query, keep_blank_values=True)

    def json(self) -> Any:
        """The body as JSON. Raises ValueError if it is not."""
        return json.loads(self.body)


@dataclass(frozen=True, slots=True)
class Answer:
    """A response of the server.

    Content-Length is added; a status that has no body (1xx, 204, 304) sends none. `delay` seconds
    pass before the first byte. `raw`, if set, is written to the socket unchanged, instead of
    everything else, and the connection is closed: for responses that are not HTTP. An empty `raw`
    closes the connection without a response.
    """

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    delay: float = 0.0
    raw: bytes | None = None


Respond = Callable[[RecordedRequest], Answer]


def json_answer(
    value: object,
    *,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
    delay: float = 0.0,
) -> Answer:
    """Return a response whose body is `value` as JSON, `Content-Type: application/json`."""
    sent = {"Content-Type": "application/json;charset=utf-8", **(headers or {})}
    return Answer(status, json.dumps(value).encode(), sent, delay)


class Loopback:
    """A server on 127.0.0.1, on a free port, from `__enter__` to `__exit__`.

    Safe to use from several threads. Keep-alive is on, so `connections` (the number of TCP
    connections accepted) shows whether a client reuses its own.
    """

    def __init__(self, respond: Respond | None = None) -> None:
        self._respond = respond
        self._queue: deque[Answer] = deque()
        self._lock = threading.Lock()
        self._requests: list[RecordedRequest] = []
        self._open: set[socket.socket] = set()
        self._connections = 0
        self._server: _Server | None = None
        self._thread: threading.Thread | None = None

    @property
    def url(self) -> str:
        """`http://127.0.0.1:<port>`, without a trailing slash."""
        if self._server is None:
            raise RuntimeError("the server runs only inside its `with` block")
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    @property
    def requests(self) -> list[RecordedRequest]:
        """The requests so far, in order (a copy)."""
        with self._lock:
            return list(self._requests)

    @property
    def connections(self) -> int:
        """How many TCP connections were accepted so far."""
        with self._lock:
            return self._connections

    def answer(self, *answers: Answer) -> None:
        """Queue responses; each is used once."""
        with self._lock:
            self._queue.extend(answers)

    def answer_json(
        self, value: object, *, status: int = 200, headers: Mapping[str, str] | None = None
    ) -> None:
        """Queue one response with a JSON body."""
        self.answer(json_answer(value, status=status, headers=headers))

    def __enter__(self) -> Self:
        self._server = _Server(self)
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        )
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        server, thread = self._server, self._thread
        self._server = self._thread = None
        if server is None or thread is None:
            return
        server.shutdown()
        thread.join()
        self._drop_connections()
        server.server_close()

    # The rest is for the handler threads.

    def connected(self, connection: socket.socket) -> int:
        """Count a new connection; return its number, from 1."""
        with self._lock:
            self._connections += 1
            self._open.add(connection)
            return self._connections

    def disconnected(self, connection: socket.socket) -> None:
        """Forget a connection that is about to be closed."""
        with self._lock:
            self._open.discard(connection)

    def handle(self, request: RecordedRequest) -> Answer:
        """Record the request and choose the response."""
        with self._lock:
            self._requests.append(request)
            if self._queue:
                return self._queue.popleft()
        if self._respond is not None:
            return self._respond(request)
        return json_answer(
            {"message": f"no answer for {request.method} {request.target}"}, status=500
        )

    def _drop_connections(self) -> None:
        """Close idle connections, so that no handler thread waits for another request."""
        with self._lock:
            for connection in self._open:
                try:
                    connection.shutdown(socket.SHUT_RDWR)
                except OSError:
                    pass  # the client was faster


class _Server(ThreadingHTTPServer):
    """Passes its owner to every handler; waits for the handlers when closed."""

    daemon_threads = False  # so that server_close() joins them
    block_on_close = True
    request_queue_size = 128

    def __init__(self, owner: Loopback) -> None:
        self.owner = owner
        super().__init__(("127.0.0.1", 0), _Handler)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Clients that disconnect are part of tests; print nothing."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1  # head and body are sent in one segment

    def setup(self) -> None:
        super().setup()
        self.owner = cast(_Server, self.server).owner
        self.number = self.owner.connected(self.connection)

    def finish(self) -> None:
        self.owner.disconnected(self.connection)
        try:
            super().finish()
        except OSError:
            pass  # the client closed before it had the whole response

    def handle_one_request(self) -> None:
        try:
            self.raw_requestline = self.rfile.readline(65_537)
            if not self.raw_requestline or not self.parse_request():
                self.close_connection = True
                return
            self._answer(self.owner.handle(self._record()))
        except OSError:
            self.close_connection = True

    def log_message(self, format: str, *args: Any) -> None:
        """Tests use `requests`; print nothing."""

    def _record(self) -> RecordedRequest:
        headers: dict[str, str] = {}
        for name, value in self.headers.items():
            name = name.lower()
            headers[name] = f"{headers[name]}, {value}" if name in headers else value
        body = self._body(headers)
        return RecordedRequest(self.command, self.path, headers, body, self.number)

    def _body(self, headers: Mapping[str, str]) -> bytes:
        if headers.get("transfer-encoding") != "chunked":
            return self.rfile.read(int(headers.get("content-length", "0")))
        portions: list[bytes] = []
        while size := int(self.rfile.readline(), 16):
            portions.append(self.rfile.read(size))
            self.rfile.readline()
        self.rfile.readline()
        return b"".join(portions)

    def _answer(self, answer: Answer) -> None:
        if answer.delay:
            time.sleep(answer.delay)
        if answer.raw is not None:
            self.wfile.write(answer.raw)
            self.close_connection = True
        else:
            self._send(answer)
        self.wfile.flush()

    def _send(self, answer: Answer) -> None:
        bodiless = answer.status < 200 or answer.status in (204, 304)
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
            if name.lower() == "connection" and value.lower() == "close":
                self.close_connection = True
        if not bodiless:
            self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        if not bodiless and self.command != "HEAD":
            self.wfile.write(answer.body)
