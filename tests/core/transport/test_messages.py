"""Test what every transport sends, and how it reads the response."""

from __future__ import annotations

import gzip
import socket
import zlib

import pytest
from hubspot_crm.transports import Timeout

from tests.support.loopback import Answer, Loopback, RecordedRequest
from tests.support.wire import RawServer, read_head

from .drivers import Driver, drive, request


class TestAnswers:
    @pytest.mark.parametrize("status", [200, 201, 204, 207, 400, 404, 423, 429, 477, 500, 526])
    def test_any_status(self, server: Loopback, transport: Driver, status: int) -> None:
        server.answer(Answer(status, b"" if status == 204 else b"body"))
        answer = transport.send(request(server.url))
        assert (answer.status, answer.content) == (status, b"" if status == 204 else b"body")

    @pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
    def test_a_redirect_is_not_followed(
        self, server: Loopback, transport: Driver, status: int
    ) -> None:
        server.answer(Answer(status, headers={"Location": server.url + "/elsewhere"}))
        answer = transport.send(request(server.url + "/here", "POST", content=b"a"))
        assert (answer.status, answer.headers["location"]) == (status, server.url + "/elsewhere")
        assert [each.path for each in server.requests] == ["/here"]

    def test_repeated_headers_stay_apart_and_in_order(self, transport: Driver) -> None:
        def serve(connection: socket.socket) -> None:
            read_head(connection)
            connection.sendall(
                b"HTTP/1.1 200 OK\r\nConnection: close\r\nX-Limit: 1\r\nOther: b\r\n"
                b"x-limit: 2, 3\r\nContent-Length: 0\r\n\r\n"
            )

        with RawServer(serve) as raw:
            headers = transport.send(request(raw.url)).headers
        assert headers.multiple("X-LIMIT") == ("1", "2, 3")
        assert headers["other"] == "b"

    def test_a_header_that_is_not_ascii_harms_nothing_else(self, transport: Driver) -> None:
        def serve(connection: socket.socket) -> None:
            read_head(connection)
            connection.sendall(
                b"HTTP/1.1 200 OK\r\nConnection: close\r\nX-A: 1\r\nX-Name: caf\xc3\xa9 \xe9\r\n"
                b"Content-Length: 2\r\n\r\nok"
            )

        with RawServer(serve) as raw:
            answer = transport.send(request(raw.url))
        assert (answer.content, answer.headers["x-a"]) == (b"ok", "1")

    def test_a_large_body_both_ways(self, transport: Driver) -> None:
        content = bytes(range(256)) * 12_000
        with Loopback(lambda received: Answer(200, received.body)) as echo:
            answer = transport.send(request(echo.url, "POST", content=content))
            lengths = [each.headers["content-length"] for each in echo.requests]
        assert answer.content == content
        assert lengths == [str(len(content))]

    @pytest.mark.parametrize(
        ("encoding", "compress"), [("gzip", gzip.compress), ("deflate", zlib.compress)]
    )
    def test_compressed(
        self, server: Loopback, transport: Driver, encoding: str, compress: object
    ) -> None:
        assert callable(compress)
        plain = b'{"id": "1"}' * 1_000
        server.answer(Answer(200, compress(plain), {"Content-Encoding": encoding}))
        assert transport.send(request(server.url)).content == plain
        assert encoding in server.requests[0].headers["accept-encoding"]

    def test_chunked_and_without_any_length(self, transport: Driver) -> None:
        answers = [
            b"Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n",
            b"Connection: close\r\n\r\nabcde",
        ]

        def serve(connection: socket.socket) -> None:
            read_head(connection)
            connection.sendall(b"HTTP/1.1 200 OK\r\n" + answers.pop())

        with RawServer(serve) as raw:
            assert transport.send(request(raw.url)).content == b"abcde"
        with RawServer(serve) as raw:
            assert transport.send(request(raw.url)).content == b"abcde"

    def test_to_head(self, server: Loopback, transport: Driver) -> None:
        server.answer(Answer(200, b"12345", {"Content-Encoding": "gzip"}), Answer(200, b"next"))
        assert transport.send(request(server.url, "HEAD")).content == b""
        assert transport.send(request(server.url)).content == b"next"
        assert server.connections == 1


TARGETS = [
    "/",
    "/a%2Fb/%2e%2E%2f/c",
    "/%C3%BC/%f0%9f%98%80?q=%C3%BC+%2B%20%7c&q=a%26b&empty=&bare",
    "/a//b/",
    "/~x!$&()*+,;=:@-._?a=/?:@!$()*,;[x]",
    "/%",
]
DOTS = ["/a/../b", "/a/./b", "/a/%2e%2e/b", "/.."]


class TestRequests:
    @pytest.mark.parametrize("target", TARGETS)
    def test_the_target_is_sent_as_it_is(
        self, server: Loopback, transport: Driver, target: str
    ) -> None:
        server.answer(Answer(200))
        transport.send(request(server.url + target))
        assert server.requests[0].target == target

    @pytest.mark.parametrize("target", [*DOTS, "/a?b='c'"])
    def test_dots_and_apostrophes_too(self, server: Loopback, kind: str, target: str) -> None:
        """pyreqwest cannot; its own tests check what it does."""
        if "pyreqwest" in kind:
            return
        server.answer(Answer(200))
        with drive(kind) as transport:
            transport.send(request(server.url + target))
        assert server.requests[0].target == target

    def test_an_address_without_a_path(self, server: Loopback, transport: Driver) -> None:
        server.answer(Answer(200))
        transport.send(request(server.url + "?a=1"))
        assert server.requests[0].target == "/?a=1"

    @pytest.mark.parametrize("method", ["GET", "POST", "PUT", "PATCH", "DELETE"])
    @pytest.mark.parametrize("content", [None, b"", b'{"a": 1}'])
    def test_nothing_is_sent_twice(
        self, transport: Driver, method: str, content: bytes | None
    ) -> None:
        heads: list[bytes] = []

        def serve(connection: socket.socket) -> None:
            heads.append(read_head(connection))
            connection.sendall(b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
            connection.shutdown(socket.SHUT_WR)
            while connection.recv(4096):
                pass

        headers = [("Content-Type", "application/json"), ("User-Agent", "t/1"), ("X-A", "1")]
        with RawServer(serve) as raw:
            transport.send(request(raw.url, method, content=content, headers=headers))
        lines = heads[0].decode("ascii").split("\r\n")[1:-2]
        fields = [
            (name.lower(), value.strip()) for name, _, value in (x.partition(":") for x in lines)
        ]
        names = [name for name, _ in fields]
        assert len(names) == len(set(names))
        sent = dict(fields)
        assert sent["host"] == raw.url.removeprefix("http://")
        assert (sent["user-agent"], sent["x-a"]) == ("t/1", "1")
        assert sent["content-type"] == "application/json"
        length = sent.get("content-length")
        assert length == (str(len(content)) if content else length)
        assert length in ("0", None) or content
        assert length is not None or method in ("GET", "DELETE")
        assert "cookie" not in names and "referer" not in names and "authorization" not in names

    @pytest.mark.parametrize(
        "own", [("host", "a.example"), ("content-length", "2"), ("accept-encoding", "identity")]
    )
    def test_what_the_caller_says_stays(
        self, server: Loopback, kind: str, own: tuple[str, str]
    ) -> None:
        """By httpx2, which adds such headers; other libraries add others."""
        if "httpx2" not in kind:
            return
        server.answer(Answer(200))
        with drive(kind) as transport:
            transport.send(request(server.url, "POST", content=b"{}", headers=[own]))
        assert server.requests[0].headers[own[0]] == own[1]

    def test_repeated_headers(self, server: Loopback, transport: Driver) -> None:
        server.answer(Answer(200))
        transport.send(request(server.url, headers=[("X-A", "1"), ("X-A", "2")]))
        assert server.requests[0].headers["x-a"] == "1, 2"

    def test_no_content_type_of_the_librarys_own(self, server: Loopback, transport: Driver) -> None:
        server.answer(Answer(200), Answer(200))
        for size in (10, 200_000):
            transport.send(request(server.url, "POST", content=b"a" * size))
        assert [each.headers.get("content-type") for each in server.requests] == [None, None]

    def test_cookies_are_not_kept(self, server: Loopback, transport: Driver) -> None:
        server.answer(Answer(200, headers={"Set-Cookie": "session=1; Path=/"}), Answer(200))
        assert transport.send(request(server.url)).headers["set-cookie"] == "session=1; Path=/"
        transport.send(request(server.url))
        assert "cookie" not in server.requests[1].headers

    def test_a_cookie_of_the_request_is_sent(self, server: Loopback, transport: Driver) -> None:
        server.answer(Answer(200))
        transport.send(request(server.url, headers=[("Cookie", "a=b; c=d")]))
        assert server.requests[0].headers["cookie"] == "a=b; c=d"

    def test_passwords_of_a_netrc_file_are_not_sent(
        self, server: Loopback, transport: Driver, tmp_path: object, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from pathlib import Path

        assert isinstance(tmp_path, Path)
        netrc = tmp_path / "netrc"
        netrc.write_text("machine 127.0.0.1 login me password hidden\n")
        netrc.chmod(0o600)
        monkeypatch.setenv("NETRC", str(netrc))
        server.answer(Answer(200))
        transport.send(request(server.url))
        assert "authorization" not in server.requests[0].headers


class TestPyreqwest:
    """What the URLs of pyreqwest do not allow."""

    @pytest.mark.parametrize("kind", ["pyreqwest", "async pyreqwest"])
    @pytest.mark.parametrize("target", DOTS)
    def test_a_path_that_it_would_change_is_not_sent(
        self, server: Loopback, kind: str, target: str
    ) -> None:
        from hubspot_crm import ApiConnectionError

        with drive(kind) as transport:
            with pytest.raises(ApiConnectionError, match="would change the path") as caught:
                transport.send(request(server.url + target))
        assert not caught.value.maybe_sent
        assert server.connections == 0

    @pytest.mark.parametrize("kind", ["pyreqwest", "async pyreqwest"])
    def test_an_apostrophe_in_a_query_is_escaped(self, server: Loopback, kind: str) -> None:
        server.answer(Answer(200))
        with drive(kind) as transport:
            transport.send(request(server.url + "/?a='b'"))
        assert server.requests[0].target == "/?a=%27b%27"


class TestConnections:
    def test_are_used_again(self, server: Loopback, transport: Driver) -> None:
        server.answer(*[Answer(200, b"a")] * 4)
        for method in ("GET", "POST", "DELETE", "GET"):
            transport.send(request(server.url, method))
        assert server.connections == 1

    def test_are_made_anew_where_the_server_closes(
        self, server: Loopback, transport: Driver
    ) -> None:
        server.answer(*[Answer(200, headers={"Connection": "close"})] * 3)
        assert [transport.send(request(server.url)).status for _ in range(3)] == [200] * 3
        assert server.connections == 3

    def test_serve_many_at_once(self, transport: Driver) -> None:
        def respond(received: RecordedRequest) -> Answer:
            return Answer(200, received.target.encode())

        with Loopback(respond) as server:
            sent = [request(f"{server.url}/{number}") for number in range(100)]
            answers = [each.content for each in transport.send_at_once(*sent)]
            assert answers == [f"/{number}".encode() for number in range(100)]
            assert server.connections <= 100

    def test_are_no_more_than_allowed(self, kind: str) -> None:
        with Loopback(lambda _: Answer(200, delay=0.005)) as server:
            with drive(kind, max_connections=2) as transport:
                answers = transport.send_at_once(*[request(server.url)] * 12)
            assert [each.status for each in answers] == [200] * 12
            assert server.connections <= 2

    def test_without_a_limit(self, kind: str) -> None:
        with (
            Loopback(lambda _: Answer(200)) as server,
            drive(kind, max_connections=None) as transport,
        ):
            assert transport.send(request(server.url)).status == 200

    def test_stay_usable_with_other_timeouts(self, transport: Driver) -> None:
        with Loopback(lambda _: Answer(200)) as server:
            for seconds in range(10, 24):
                sent = request(server.url, timeout=Timeout.of(float(seconds)))
                assert transport.send(sent).status == 200
            assert transport.send(request(server.url, timeout=Timeout.of(None))).status == 200
