"""Test how every transport connects: TLS, proxies, threads, forked processes, and closing."""

from __future__ import annotations

import socket
import ssl
import subprocess
import sys
import traceback
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx2
import pytest
import trustme
from hubspot_crm import ApiConnectionError

from tests.support.loopback import Answer, Loopback
from tests.support.wire import RawServer, TunnelProxy, read_head

from .drivers import KINDS, Driver, drive, request

ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecure"


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(scope="module")
def certificates(authority: trustme.CA, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("tls") / "authorities.pem"
    # A bundle: the required certificate is the last.
    path.write_bytes(trustme.CA().cert_pem.bytes() + authority.cert_pem.bytes())
    return path


@pytest.fixture
def secure(authority: trustme.CA) -> Iterator[RawServer]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1", "localhost").configure_cert(context)

    def serve(connection: socket.socket) -> None:
        while read_head(connection):
            connection.sendall(ANSWER)

    with RawServer(serve, context=context) as running:
        yield running


class TestTls:
    @pytest.mark.parametrize("convert", [str, Path])
    def test_with_an_authority_from_a_file(
        self, kind: str, secure: RawServer, certificates: Path, convert: Any
    ) -> None:
        with drive(kind, verify=convert(certificates)) as transport:
            for _ in range(3):
                assert transport.send(request(secure.url)).content == b"secure"
        assert secure.connections == 1

    def test_with_a_context(self, kind: str, secure: RawServer, certificates: Path) -> None:
        context = ssl.create_default_context(cafile=certificates)
        if "pyreqwest" in kind:
            with pytest.raises(
                ValueError,
                match=r"verify: pyreqwest requires a certificate file, not an ssl\.SSLContext",
            ):
                drive(kind, verify=context)
            return
        with drive(kind, verify=context) as transport:
            assert transport.send(request(secure.url)).content == b"secure"

    def test_with_an_authority_that_is_not_trusted(self, kind: str, secure: RawServer) -> None:
        with drive(kind) as transport, pytest.raises(ApiConnectionError) as caught:
            transport.send(request(secure.url))
        assert not caught.value.maybe_sent

    def test_with_the_name_of_another_host(
        self, kind: str, authority: trustme.CA, certificates: Path
    ) -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert("other.example").configure_cert(context)
        with RawServer(lambda _: None, context=context) as other:
            with drive(kind, verify=certificates) as transport:
                with pytest.raises(ApiConnectionError) as caught:
                    transport.send(request(other.url))
        assert not caught.value.maybe_sent

    def test_a_wrong_file_is_named(self, kind: str, tmp_path: Path) -> None:
        junk = tmp_path / "junk.pem"
        junk.write_text("no certificate")
        for path in (tmp_path / "missing.pem", junk):
            with pytest.raises(ValueError, match=f"verify: .*{path.name} contains no certificates"):
                drive(kind, verify=path)

    def test_cannot_be_left_unverified(self, kind: str) -> None:
        with pytest.raises(ValueError, match="always verified"):
            drive(kind, verify=False)


class TestProxies:
    @pytest.mark.parametrize("environment", [False, True])
    def test_a_plain_request_is_sent_to_it_whole(
        self, server: Loopback, kind: str, environment: bool, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        if environment:
            monkeypatch.setenv("http_proxy", server.url)
        server.answer(Answer(200, b"through"))
        with drive(kind, **({} if environment else {"proxy": server.url})) as transport:
            answer = transport.send(request("http://api.invalid/a%2Fb?c=d"))
        assert answer.content == b"through"
        assert server.requests[0].target == "http://api.invalid/a%2Fb?c=d"

    def test_of_the_environment_has_exceptions(
        self, server: Loopback, kind: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
        monkeypatch.setenv("no_proxy", "127.0.0.1")
        server.answer(Answer(200))
        with drive(kind) as transport:
            assert transport.send(request(server.url)).status == 200

    @pytest.mark.parametrize("environment", [False, True])
    def test_a_secure_request_goes_through_a_tunnel(
        self,
        kind: str,
        environment: bool,
        secure: RawServer,
        certificates: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        port = secure.address[1]
        with TunnelProxy(secure.address) as proxy:
            if environment:
                monkeypatch.setenv("https_proxy", proxy.url)
            options: dict[str, Any] = {} if environment else {"proxy": proxy.url}
            headers = [("Authorization", "Bearer hidden")]
            with drive(kind, verify=certificates, **options) as transport:
                for _ in range(2):
                    sent = request(f"https://localhost:{port}/a", headers=headers)
                    assert transport.send(sent).content == b"secure"
        assert len(proxy.heads) == 1
        assert proxy.heads[0].startswith(f"CONNECT localhost:{port} ".encode())
        assert b"hidden" not in proxy.heads[0]

    def test_its_password_is_sent_to_it_and_not_shown(self, kind: str) -> None:
        refusal = b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n"
        with TunnelProxy(("127.0.0.1", 1), refusal) as proxy:
            url = proxy.url.replace("//", "//user:hunter2@")
            with drive(kind, proxy=url) as transport:
                with pytest.raises(ApiConnectionError) as caught:
                    transport.send(request("https://api.invalid/"))
        assert (
            b"\r\nproxy-authorization: basic dXNlcjpodW50ZXIy\r\n".lower() in proxy.heads[0].lower()
        )
        assert not caught.value.maybe_sent
        assert "hunter2" not in "".join(traceback.format_exception(caught.value))

    def test_one_that_is_not_there(self, kind: str) -> None:
        with socket.socket() as unused:
            unused.bind(("127.0.0.1", 0))
            proxy = f"http://u:hunter2@127.0.0.1:{unused.getsockname()[1]}"
            with drive(kind, proxy=proxy) as transport:
                for scheme in ("http", "https"):
                    with pytest.raises(ApiConnectionError) as caught:
                        transport.send(request(f"{scheme}://api.invalid/"))
                    assert not caught.value.maybe_sent
                    assert "hunter2" not in "".join(traceback.format_exception(caught.value))

    def test_one_that_is_no_url(self, kind: str) -> None:
        with pytest.raises(ValueError, match="proxy must be a URL"):
            drive(kind, proxy="nonsense")


class TestOptions:
    @pytest.mark.parametrize(
        ("options", "message"),
        [
            ({"max_connections": 0}, "max_connections must be at least 1"),
            ({"keepalive": 0}, "keepalive"),
        ],
    )
    def test_that_make_no_sense(self, kind: str, options: Any, message: str) -> None:
        with pytest.raises(ValueError, match=message):
            drive(kind, **options)

    def test_that_do_not_exist(self, kind: str) -> None:
        with pytest.raises(TypeError, match="redirects"):
            drive(kind, redirects=True)


def client_of(kind: str) -> Any:
    if kind == "httpx2":
        return httpx2.Client()
    if kind == "async httpx2":
        return httpx2.AsyncClient()
    if kind == "aiohttp":
        import aiohttp

        return aiohttp.ClientSession()
    from pyreqwest.client import ClientBuilder, SyncClientBuilder

    return (SyncClientBuilder if kind == "pyreqwest" else ClientBuilder)().build()


def given_client(kind: str) -> tuple[Any, Driver]:
    """Return a client that was created in the loop of the driver, and the driver of a transport on
    it."""
    driver = drive(kind)
    client = driver.run(lambda: client_of(kind)) if driver.runner is None else None
    if client is None:

        async def make() -> Any:
            return client_of(kind)

        client = driver.run(make)
    driver.transport = KINDS[kind](client)
    return client, driver


class TestTheEnd:
    def test_of_its_own_client(self, server: Loopback, kind: str) -> None:
        server.answer(Answer(200))
        with drive(kind) as transport:
            transport.send(request(server.url))
            transport.close()
            with pytest.raises(RuntimeError, match="the transport is closed"):
                transport.send(request(server.url))
            transport.close()
        assert len(server.requests) == 1

    def test_before_any_use(self, transport: Driver) -> None:
        transport.close()

    def test_is_not_that_of_a_given_client(self, server: Loopback, kind: str) -> None:
        server.answer(Answer(200), Answer(200), Answer(200))
        client, driver = given_client(kind)
        with driver:
            assert driver.send(request(server.url)).status == 200
            driver.close()
            driver.transport = KINDS[kind](client)
            assert driver.send(request(server.url)).status == 200
            assert server.connections == 1
            driver.run(getattr(client, "aclose", None) or client.close)

    def test_a_given_client_has_its_own_options(self, kind: str) -> None:
        client, driver = given_client(kind)
        with driver:
            with pytest.raises(ValueError, match="has its own proxy"):
                KINDS[kind](client, proxy="http://127.0.0.1:1")
            driver.run(getattr(client, "aclose", None) or client.close)


@pytest.mark.parametrize("kind", ["httpx2", "pyreqwest"])
def test_many_threads_share_the_connections(kind: str) -> None:
    with Loopback(lambda received: Answer(200, received.path.encode())) as server:
        with drive(kind, max_connections=4) as transport:

            def work(number: int) -> bool:
                path = f"/{number}"
                return transport.send(request(server.url + path)).content == path.encode()

            with ThreadPoolExecutor(16) as pool:
                assert all(pool.map(work, range(200)))
        assert server.connections <= 4


FORKED = """
import os, signal, sys
sys.path[:0] = sys.argv[3:]
from tests.core.transport.drivers import drive, request

signal.alarm(30)
transport = drive(sys.argv[1])
assert transport.send(request(sys.argv[2] + "/parent")).status == 200
child = os.fork()
if child == 0:
    signal.alarm(30)
    try:
        assert transport.send(request(sys.argv[2] + "/child")).status == 200
        transport.close()
    except RuntimeError as error:
        os._exit(3 if "fork" in str(error) else 4)
    os._exit(0)
status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
assert transport.send(request(sys.argv[2] + "/parent")).status == 200
transport.close()
sys.exit(status)
"""


def test_a_forked_process_has_connections_of_its_own(kind: str) -> None:
    """pyreqwest does not work there, and reports it."""
    with Loopback(lambda _: Answer(200)) as server:
        command = [sys.executable, "-W", "ignore::DeprecationWarning", "-c", FORKED]
        done = subprocess.run([*command, kind, server.url, *sys.path], timeout=60)
        came = [(each.path, each.connection) for each in server.requests]
    if "pyreqwest" in kind:
        assert done.returncode == 3
        assert came == [("/parent", 1), ("/parent", 1)]
    else:
        assert done.returncode == 0
        assert came == [("/parent", 1), ("/child", 2), ("/parent", 1)]


GIVEN = """
import os, signal, sys
sys.path[:0] = sys.argv[2:]
from hubspot_crm.transports import Httpx2Transport, PyreqwestTransport
from tests.core.transport.drivers import drive, request
from tests.core.transport.test_connecting import client_of

kinds = {"httpx2": Httpx2Transport, "pyreqwest": PyreqwestTransport}
transports = [make(client_of(kind)) for kind, make in kinds.items()]
for transport in transports:
    transport.send(request(sys.argv[1]))
if os.fork() == 0:
    signal.alarm(30)
    refused = 0
    for transport in transports:
        try:
            transport.send(request(sys.argv[1]))
        except RuntimeError as error:
            refused += "create a transport after the fork" in str(error)
    os._exit(refused)
sys.exit(os.waitstatus_to_exitcode(os.wait()[1]))
"""


def test_a_given_client_is_not_used_in_a_forked_process() -> None:
    with Loopback(lambda _: Answer(200)) as server:
        command = [sys.executable, "-W", "ignore", "-c", GIVEN]
        assert subprocess.run([*command, server.url, *sys.path], timeout=60).returncode == 2
        assert len(server.requests) == 2


HANDING = """
import sys, time
from _thread import start_new_thread
from threading import Event
sys.path[:0] = sys.argv[1:]
from hubspot_crm.transports import PyreqwestTransport

begun = Event()

def hand_over():
    begun.set()
    time.sleep(0.2)
    print("handed over", flush=True)

PyreqwestTransport().close()
start_new_thread(hand_over, ())  # as threads of Rust are: not known to `threading`
begun.wait()
"""


def test_the_process_ends_after_threads_of_pyreqwest_have_handed_over() -> None:
    """Otherwise one of twenty programs that end after a call aborts."""
    done = subprocess.run(
        [sys.executable, "-c", HANDING, *sys.path], capture_output=True, text=True, timeout=60
    )
    assert (done.stdout, done.returncode) == ("handed over\n", 0)
