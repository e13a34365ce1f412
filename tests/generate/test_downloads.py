"""Test downloads: any response in chunks or to a file, which gets its name only when it is
complete."""

from __future__ import annotations

import asyncio
import io
import socket
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.generate.support import HEAD, Package, importable, made_of, project_of
from tests.support.loopback import Answer, Loopback
from tests.support.wire import RawServer, read_head

DOCUMENT = f"""{HEAD}paths:
  /archive: {{get: {{responses: {{"200": {{description: it, content: {{application/zip: {{schema: {{type: string, format: binary}}}}}}}}}}}}}}
  /undeclared: {{get: {{responses: {{"200": {{description: it}}}}}}}}
  /things:
    get: {{responses: {{"200": {{description: it, content: {{application/json: {{schema: {{type: object}}}}}}}}}}}}
    post:
      requestBody: {{content: {{application/octet-stream: {{schema: {{type: string, format: binary}}}}}}}}
      responses: {{"200": {{description: it, content: {{application/json: {{schema: {{type: object}}}}}}}}}}
  /chats:
    post:
      requestBody: {{content: {{application/json: {{schema: {{type: object, properties: {{stream: {{type: boolean}}}}}}}}}}}}
      responses: {{"200": {{description: it, content: {{application/json: {{}}, text/event-stream: {{}}}}}}}}
  /pages:
    get:
      x-specloom-pagination: {{cursor: after, in: query, next: /next, items: /items}}
      parameters: [{{name: after, in: query, schema: {{type: string}}}}]
      responses: {{"200": {{description: it, content: {{application/json: {{schema: {{
        type: object, properties: {{next: {{type: string}}, items: {{type: array, items: {{type: integer}}}}}}}}}}}}}}}}
"""
CONTENT = bytes(range(256)) * 2_000
KINDS = {
    "httpx2": "Httpx2Transport",
    "pyreqwest": "PyreqwestTransport",
    "async httpx2": "AsyncHttpx2Transport",
    "async pyreqwest": "AsyncPyreqwestTransport",
    "async aiohttp": "AiohttpTransport",
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    package = made_of(
        project_of(
            DOCUMENT,
            tmp_path_factory.mktemp("downloads"),
            "download_shop",
            features=("aiohttp", "hooks", "pyreqwest", "streaming"),
        )
    )
    with importable(package.folder, package.name):
        yield package


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def save(made: Package, kind: str, url: str, path: Path, **options: Any) -> Any:
    """Download the archive to a file, with a transport of one kind."""
    streaming = made.module("streaming")
    transport = getattr(made.module("transports"), KINDS[kind])()
    retries = made.module("_core.retries").Retries(attempts=1)

    async def asynchronous() -> Any:
        async with made.async_client(base_url=url, transport=transport, retries=retries) as client:
            try:
                return await streaming.download_async(client.archive.get).save(path, **options)
            finally:
                await transport.aclose()

    if kind.startswith("async"):
        return asyncio.run(asynchronous())
    with (
        closing(transport),
        made.client(base_url=url, transport=transport, retries=retries) as client,
    ):
        return streaming.download(client.archive.get).save(path, **options)


def test_a_response_is_saved_to_a_path(
    made: Package, kind: str, server: Loopback, tmp_path: Path
) -> None:
    class Bar:
        seen: list[Any] = []

        def start(self, what: str, total: int | None) -> None:
            self.seen = [total]

        def advance(self, count: int) -> None:
            self.seen.append(count)

        def stop(self) -> None:
            self.seen.append("stopped")

    server.answer(Answer(200, CONTENT))
    bar = Bar()
    assert save(made, kind, server.url, tmp_path / "a.zip", progress=bar) == tmp_path / "a.zip"
    assert [each.name for each in tmp_path.iterdir()] == ["a.zip"]
    assert (tmp_path / "a.zip").read_bytes() == CONTENT
    total, *counts, last = bar.seen
    assert sum(counts) == len(CONTENT) and last == "stopped" and total in (len(CONTENT), None)
    assert server.requests[0].headers["accept"] == "application/zip"


def test_a_file_that_exists_stays_unless_it_is_to_be_replaced(
    made: Package, kind: str, server: Loopback, tmp_path: Path
) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(b"old")
    with pytest.raises(FileExistsError, match="pass overwrite=True to replace it"):
        save(made, kind, server.url, path)
    assert (server.requests, path.read_bytes()) == ([], b"old")
    server.answer(Answer(200, b"new"))
    save(made, kind, server.url, path, overwrite=True)
    assert path.read_bytes() == b"new" and len(list(tmp_path.iterdir())) == 1


def test_a_part_never_stands_under_the_name(made: Package, kind: str, tmp_path: Path) -> None:
    def serve(connection: socket.socket) -> None:
        read_head(connection)
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nbeginning")

    errors = made.module("_core.errors")
    path = tmp_path / "a.zip"
    path.write_bytes(b"old")
    with RawServer(serve) as server:
        for name in ("a.zip", "new.zip"):
            with pytest.raises(errors.ApiConnectionError):
                save(made, kind, server.url, tmp_path / name, overwrite=True)
    assert [each.name for each in tmp_path.iterdir()] == ["a.zip"] and path.read_bytes() == b"old"


def test_an_error_status_saves_nothing(
    made: Package, kind: str, server: Loopback, tmp_path: Path
) -> None:
    server.answer_json({"error": "no such archive"}, status=404)
    with pytest.raises(made.module("_core.errors").NotFoundError, match="no such archive"):
        save(made, kind, server.url, tmp_path / "a.zip")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_appears_meanwhile_is_not_replaced(
    made: Package, server: Loopback, tmp_path: Path
) -> None:
    path = tmp_path / "a.zip"
    server.answer(Answer(200, CONTENT))
    with made.client(base_url=server.url) as client:
        made_file = client.with_options(on_response=lambda *_: path.write_bytes(b"theirs"))
        with pytest.raises(FileExistsError):
            made.module("streaming").download(made_file.archive.get).save(path)
    assert path.read_bytes() == b"theirs" and len(list(tmp_path.iterdir())) == 1


def test_what_cannot_be_written_is_refused_before_anything_is_sent(
    made: Package, server: Loopback, tmp_path: Path
) -> None:
    with pytest.raises(IsADirectoryError):
        save(made, "httpx2", server.url, tmp_path)
    with pytest.raises(FileNotFoundError):
        save(made, "httpx2", server.url, tmp_path / "none" / "a.zip")
    assert server.requests == []


def test_any_response_comes_in_portions(made: Package, server: Loopback) -> None:
    download = made.module("streaming").download
    server.answer(*[Answer(200, b'{"a":1}', {"Content-Type": "application/json"})] * 5, Answer(204))
    with made.client(base_url=server.url) as client:
        for call in (client.undeclared.get, client.things.get, client.archive.get):
            with download(call) as portions:
                assert (portions.status, b"".join(portions)) == (200, b'{"a":1}')
        for stream in (False, True):
            assert b"".join(download(client.chats.create, stream=stream)) == b'{"a":1}'
        assert b"".join(download(client.archive.get)) == b""
        with pytest.raises(TypeError, match="not a list or a batch"):
            download(client.pages.list)
        with pytest.raises(TypeError, match="of an async client"):
            made.module("streaming").download_async(client.archive.get)
    accepted = [each.headers["accept"] for each in server.requests[:5]]
    assert accepted[:3] == ["*/*", "application/json", "application/zip"]
    assert accepted[4] == "text/event-stream"


def test_a_download_may_send_a_file(made: Package, server: Loopback) -> None:
    streaming = made.module("streaming")
    server.answer(*[Answer(200, b"{}")] * 2)

    async def run() -> bytes:
        async with made.async_client(base_url=server.url) as client:
            stream = streaming.download_async(client.things.create, io.BytesIO(b"file"))
            return b"".join([each async for each in stream])

    with made.client(base_url=server.url) as client:
        assert b"".join(streaming.download(client.things.create, io.BytesIO(b"file"))) == b"{}"
    assert asyncio.run(run()) == b"{}"
    assert [each.body for each in server.requests] == [b"file", b"file"]
