"""A small, fast server of records on loopback, with or without TLS, in a process of its own.

`python -m benchmarks.server [--tls CERTIFICATE] [--total N]` prints its port and serves until its
standard input ends. It creates what is posted to …/batch/create, pages through `--total` records,
and responds to each other GET with one record.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import ssl
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from benchmarks.places import BENCH, ROOT
from benchmarks.records import answer, inputs, record, wire

PAGE = 100
ONE = json.dumps(record(0, wire(inputs(1))[0])).encode()


class Protocol(asyncio.Protocol):
    """HTTP/1.1 with keep-alive and Content-Length, and nothing else."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._left = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._left += data
        while True:
            head, found, rest = self._left.partition(b"\r\n\r\n")
            length = _length(head)
            if not found or len(rest) < length:
                return
            self._left = rest[length:]
            method, target, _ = head.split(b"\r\n", 1)[0].decode("latin-1").split(" ", 2)
            status, body = self._answer(method, target, rest[:length])
            sent = f"HTTP/1.1 {status} OK\r\nContent-Type: application/json\r\n"
            if self._transport is not None:
                self._transport.write(f"{sent}Content-Length: {len(body)}\r\n\r\n".encode() + body)

    def _answer(self, method: str, target: str, body: bytes) -> tuple[int, bytes]:
        if method == "POST":
            return 201, answer(json.loads(body)["inputs"])
        query = parse_qs(urlsplit(target).query)
        if "limit" not in query:
            return 200, ONE
        after, given = int(query.get("after", ["0"])[0]), wire(inputs(1))[0]
        following = after + PAGE
        page = {"results": [record(number, given) for number in range(after, following)]}
        paging = {"paging": {"next": {"after": str(following)}}}
        return 200, json.dumps({**page, **(paging if following < self._total else {})}).encode()


def _length(head: bytes) -> int:
    for line in head.split(b"\r\n")[1:]:
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            return int(value)
    return 0


async def serve(certificate: str | None, total: int) -> None:
    """Serve until standard input ends."""
    context = None
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Protocol(total), "127.0.0.1", 0, ssl=context)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


@contextmanager
def served(*, tls: bool = False, total: int = 0) -> Generator[str, None, None]:
    """Run a server in a process of its own; yield its URL. With TLS, `authorities` are those to
    trust."""
    command = [sys.executable, "-m", "benchmarks.server", "--total", str(total)]
    command += ["--tls", str(certificate())] if tls else []
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as process:
        assert process.stdin is not None and process.stdout is not None
        port = int(process.stdout.readline())
        try:
            yield f"https://localhost:{port}" if tls else f"http://127.0.0.1:{port}"
        finally:
            process.stdin.close()


def certificate() -> Path:
    """Return the server's certificate and key, made once, with their own authority."""
    path = BENCH / "tls" / "server.pem"
    if not path.is_file():
        import trustme

        path.parent.mkdir(parents=True, exist_ok=True)
        authority = trustme.CA()
        found = ssl.get_default_verify_paths().cafile
        usual = Path(found).read_bytes() if found else b""
        authorities().write_bytes(usual + authority.cert_pem.bytes())
        authority.issue_cert("localhost").private_key_and_cert_chain_pem.write_to_path(str(path))
    return path


def authorities() -> Path:
    """Return the authorities that the system trusts, and that of the server's certificate."""
    return BENCH / "tls" / "authorities.pem"


def main() -> None:
    """Parse the command line and serve."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.server")
    parser.add_argument("--tls")
    parser.add_argument("--total", type=int, default=0)
    given = parser.parse_args()
    asyncio.run(serve(given.tls, given.total))


if __name__ == "__main__":
    main()
