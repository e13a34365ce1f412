"""Test uploads: files in forms and as whole bodies, named after the file and streamed from disk."""

from __future__ import annotations

import asyncio
import io
import os
import tracemalloc
from collections.abc import Iterator
from email import message_from_bytes
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from tests.generate.conftest import Generated, MypyStrict
from tests.generate.support import HEAD, Package
from tests.support.loopback import Answer, Loopback, RecordedRequest

DONE = 'responses: {"204": {description: done}}'
BINARY = "{type: string, format: binary}"
OCTETS = "{type: string, contentMediaType: application/octet-stream}"
DOCUMENT = f"""{HEAD}paths:
  /old: {{post: {{requestBody: {{content: {{multipart/form-data: {{schema: {{type: object, required: [file], properties: {{
    file: {BINARY}, note: {{type: string}}}}}}}}}}}}, {DONE}}}}}
  /new: {{post: {{requestBody: {{content: {{multipart/form-data: {{schema: {{$ref: "#/components/schemas/New"}}}}}}}}, {DONE}}}}}
  /pictures: {{post: {{requestBody: {{content: {{multipart/form-data: {{
    schema: {{type: object, properties: {{picture: {{}}, meta: {{}}}}}},
    encoding: {{picture: {{contentType: "image/png, image/jpeg"}}, meta: {{contentType: application/json}}}}}}}}}}, {DONE}}}}}
  /whole: {{put: {{requestBody: {{required: true, content: {{application/octet-stream: {{}}}}}}, {DONE}}}}}
  /any: {{put: {{requestBody: {{required: true, content: {{"*/*": {{schema: {{contentMediaType: "*/*"}}}}}}}}, {DONE}}}}}
  /image: {{put: {{requestBody: {{required: true, content: {{"image/*": {{schema: {{contentMediaType: "image/*"}}}}}}}}, {DONE}}}}}
  /typed: {{put: {{requestBody: {{required: true, content: {{"*/*": {{schema: {{type: string, contentMediaType: image/png}}}}}}}}, {DONE}}}}}
components:
  schemas:
    File: {OCTETS}
    New:
      type: object
      required: [file]
      properties:
        file: {OCTETS}
        referred: {{$ref: "#/components/schemas/File"}}
        untyped: {{description: Anything.}}
        png: {{type: string, contentMediaType: image/png}}
        many: {{type: array, items: {OCTETS}}}
        either: {{anyOf: [{OCTETS}, {{type: array, items: {OCTETS}}}]}}
        nullable: {{anyOf: [{OCTETS}, {{type: "null"}}]}}
        both: {{type: [string, "null"], contentMediaType: application/octet-stream}}
        csv: {{type: string, contentMediaType: text/csv}}
        code: {{type: string, contentMediaType: image/png, contentEncoding: base64}}
        note: {{anyOf: [{{type: string}}, {{type: "null"}}]}}
"""
SIZE = 50_000_000


@pytest.fixture
def made(generated: Generated) -> Package:
    return generated(DOCUMENT, features=("aiohttp", "pyreqwest"))


def parts_of(request: RecordedRequest) -> list[tuple[Any, ...]]:
    head = f"Content-Type: {request.headers['content-type']}\r\n\r\n".encode()
    parts: Any = message_from_bytes(head + request.body).get_payload()
    return [
        (
            each.get_param("name", header="content-disposition"),
            each.get_filename(),
            each.get("content-type"),
            each.get_payload(decode=True),
        )
        for each in parts
    ]


def test_files_are_given_as_bytes_paths_open_files_and_files(
    made: Package, server: Loopback, tmp_path: Path
) -> None:
    path = tmp_path / "a b.txt"
    path.write_bytes(b"content")
    file = made.module().File
    server.answer(*[Answer(204)] * 3)
    with made.client(base_url=server.url) as client, path.open("rb") as opened:
        client.new.create(
            file=path,
            referred=opened,
            untyped=io.BytesIO(b"memory"),
            png=b"\x89PNG",
            many=[path, b"two", file("three.txt", path, "text/plain")],
            either=[path],
            nullable=None,
            both=b"both",
            csv="a,b",
            note=None,
        )
        client.new.create(file=path, either=b"one", png=None, many=None)
        client.old.create(file=path, note="n")
    first, second, old = map(parts_of, server.requests)
    octets = "application/octet-stream"
    assert first == [
        ("file", "a b.txt", octets, b"content"),
        ("referred", "a b.txt", octets, b"content"),
        ("untyped", "untyped", octets, b"memory"),
        ("png", "png", "image/png", b"\x89PNG"),
        ("many", "a b.txt", octets, b"content"),
        ("many", "many", octets, b"two"),
        ("many", "three.txt", "text/plain", b"content"),
        ("either", "a b.txt", octets, b"content"),
        ("both", "both", octets, b"both"),
        ("csv", None, "text/csv", b"a,b"),
    ]
    assert second == [("file", "a b.txt", octets, b"content"), ("either", "either", octets, b"one")]
    assert old == [("file", "a b.txt", octets, b"content"), ("note", None, None, b"n")]
    assert all("content-length" in each.headers for each in server.requests)


def test_a_part_without_a_schema_is_a_file_of_the_media_types_that_the_document_names(
    made: Package, server: Loopback, tmp_path: Path
) -> None:
    picture = tmp_path / "a.jpg"
    picture.write_bytes(b"jpeg")
    server.answer(Answer(204), Answer(204))
    with made.client(base_url=server.url) as client:
        client.pictures.create(picture=picture, meta={"a": 1})
        client.pictures.create(picture=b"png")
    assert [parts_of(each) for each in server.requests] == [
        [
            ("picture", "a.jpg", "image/jpeg", b"jpeg"),
            ("meta", None, "application/json", b'{"a":1}'),
        ],
        [("picture", "picture", "image/png", b"png")],
    ]


def test_invalid_file_is_refused_by_the_name_of_its_argument(made: Package, tmp_path: Path) -> None:
    transport = made.module().MockTransport([])
    input_error = made.module().InputError
    (tmp_path / "a.txt").write_text("a", encoding="utf-8")
    with made.client(base_url="http://x.example", transport=transport) as client:
        with pytest.raises(input_error, match=r"'file'.*pathlib\.Path\(value\)") as caught:
            client.new.create(file="a.txt")
        assert caught.value.parameter == "file"
        with pytest.raises(input_error, match=r"'many'.*type str"):
            client.new.create(file=b"", many=["a.txt"])
        with pytest.raises(input_error, match="'png'.*type dict"):
            client.new.create(file=b"", png={"a": 1})
        with (tmp_path / "a.txt").open(encoding="utf-8") as text:
            with pytest.raises(input_error, match="'file'.*'rb'"):
                client.old.create(file=text)
            with pytest.raises(input_error, match="'body'.*'rb'"):
                client.whole.replace(text)
        for call in (client.whole.replace, client.any.replace, client.image.replace):
            with pytest.raises(input_error, match="'body'.*value.encode"):
                call("a.txt")
        with pytest.raises(FileNotFoundError):
            client.whole.replace(tmp_path / "missing")
    assert transport.requests == []


def test_whole_bodies_of_any_media_type_are_bytes_as_they_are(
    made: Package, server: Loopback, tmp_path: Path
) -> None:
    picture = tmp_path / "a.png"
    picture.write_bytes(b"\x89PNG")
    file = made.module().File
    server.answer(*[Answer(204)] * 9)
    with made.client(base_url=server.url) as client:
        client.any.replace(b"\x89PNG")
        client.any.replace(picture)
        client.any.replace("é", content_type="text/plain")
        client.image.replace(b"\x89PNG", content_type="image/webp")
        client.image.replace(picture)
        client.typed.replace(b"\x89PNG")
        client.whole.replace(picture)
        client.whole.replace(file("x", picture, "application/x-tar"))
        client.whole.replace(io.BytesIO(b"\x89PNG"))
    assert [(each.headers["content-type"], each.body) for each in server.requests] == [
        ("application/octet-stream", b"\x89PNG"),
        ("image/png", b"\x89PNG"),
        ("text/plain", "é".encode()),
        ("image/webp", b"\x89PNG"),
        ("image/png", b"\x89PNG"),
        ("application/octet-stream", b"\x89PNG"),
        ("application/octet-stream", b"\x89PNG"),
        ("application/x-tar", b"\x89PNG"),
        ("application/octet-stream", b"\x89PNG"),
    ]


class Pipe(io.RawIOBase):
    """A file that cannot seek."""

    def __init__(self, content: bytes) -> None:
        self._content = io.BytesIO(content)

    def read(self, size: int = -1, /) -> bytes:
        return self._content.read(size)


def test_a_repeated_call_sends_the_file_again_from_where_it_was(
    made: Package, server: Loopback, tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"0123456789")
    timing = made.module().Timing(sleep=lambda seconds: None)
    again = made.module().RequestOptions(idempotent=True)
    error = made.module().ApiStatusError
    server.answer(*[Answer(503), Answer(204)] * 2, Answer(503))
    with made.client(base_url=server.url, timing=timing) as client, path.open("rb") as opened:
        opened.seek(4)
        client.old.create(file=opened, options=again)
        client.old.create(file=path, options=again)
        with pytest.raises(error) as caught:
            client.old.create(file=Pipe(b"once"), options=again)
    assert "a stream, which can be sent only once" in caught.value.__notes__[0]
    contents = [parts_of(each)[0][3] for each in server.requests]
    assert contents == [b"456789"] * 2 + [b"0123456789"] * 2 + [b"once"]
    assert server.requests[-1].headers["transfer-encoding"] == "chunked"


def test_a_mock_is_given_the_portions(made: Package, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"content")
    module = made.module()
    transport = module.MockTransport(lambda request: module.json_response(None, 204))
    waiting = module.AsyncMockTransport(lambda request: module.json_response(None, 204))

    async def run() -> None:
        async with made.async_client(base_url="http://x.example", transport=waiting) as client:
            await client.old.create(file=path)

    with made.client(base_url="http://x.example", transport=transport) as client:
        client.old.create(file=path)
    asyncio.run(run())
    for request in (transport.requests[0], waiting.requests[0]):
        assert isinstance(request.content, bytes) and b"\r\n\r\ncontent\r\n--" in request.content


class _Sink(BaseHTTPRequestHandler):
    """Counts what it receives, and responds to the first request with 503."""

    protocol_version = "HTTP/1.1"
    received: list[int]

    def do_POST(self) -> None:
        left = length = int(self.headers["Content-Length"])
        while left:
            left -= len(self.rfile.read(min(left, 65_536)))
        self.received.append(length)
        self.send_response(503 if len(self.received) == 1 else 204)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_PUT = do_POST

    def log_message(self, format: str, *args: object) -> None:
        """Log nothing."""


@pytest.fixture
def sink() -> Iterator[tuple[str, list[int]]]:
    received: list[int] = []
    handler = type("Handler", (_Sink,), {"received": received})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        thread = Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{running.server_address[1]}", received
        running.shutdown()
        thread.join()


@pytest.mark.parametrize("is_async", [False, True])
def test_a_large_file_is_streamed_from_the_disk_on_every_transport(
    made: Package, sink: tuple[str, list[int]], tmp_path: Path, is_async: bool
) -> None:
    path = tmp_path / "large"
    with path.open("wb") as file:
        os.truncate(file.fileno(), SIZE)
    url, received = sink
    timing = made.module().Timing(sleep=lambda seconds: None)
    again = made.module().RequestOptions(idempotent=True)
    transports = made.module("transports")

    async def send(transport: Any) -> None:
        async with made.async_client(base_url=url, transport=transport, timing=timing) as client:
            await client.old.create(file=path, options=again)
            await client.whole.replace(path)
        await transport.aclose()

    names = ["AsyncHttpx2", "AsyncPyreqwest", "Aiohttp"] if is_async else ["Httpx2", "Pyreqwest"]
    for name in names:
        received.clear()
        transport = getattr(transports, f"{name}Transport")()
        before = _resident()
        tracemalloc.start()
        try:
            if is_async:
                asyncio.run(send(transport))
            else:
                with made.client(base_url=url, transport=transport, timing=timing) as client:
                    client.old.create(file=path, options=again)
                    client.whole.replace(path)
                transport.close()
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
        assert received[0] == received[1] > SIZE, name
        assert received[2] == SIZE, name
        assert peak < SIZE / 4, name
        assert _resident() - before < SIZE / 2, name


def _resident() -> int:
    """Return the peak memory of this process in bytes, if the system reports it."""
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def test_the_types_of_files(made: Package, mypy_strict: MypyStrict) -> None:
    program = made.folder / "program.py"
    program.write_text(
        "import io\nfrom pathlib import Path\n"
        f"from {made.name} import {made.client.__name__}, File\n"
        f"def f(client: {made.client.__name__}) -> None:\n"
        "    with open('x', 'rb') as file:\n"
        "        client.new.create(file=file, referred=Path('x'), untyped=File('x', file),\n"
        "            png=io.BytesIO(), many=[file, Path('x'), b''], either=file, nullable=None,\n"
        "            both=None, csv='a,b')\n"
        "        client.new.create(file=b'', either=[file], png=None)\n"
        "        client.whole.replace(Path('x'))\n"
        "        client.any.replace(file, content_type='image/png')\n"
        "        client.new.create(file='x')  # type: ignore[arg-type]\n"
        "        client.whole.replace('x')  # type: ignore[arg-type]\n",
        encoding="utf-8",
    )
    mypy_strict(made.folder / made.name, program)


SWAGGER = """\
swagger: "2.0"
info: {title: Shop, version: "1"}
paths:
  /files:
    post:
      consumes: [multipart/form-data]
      parameters:
        - {name: file, in: formData, type: file, required: true}
        - {name: note, in: formData, type: string}
      responses: {"204": {description: done}}
"""


def test_a_file_of_swagger_2(generated: Generated, server: Loopback, tmp_path: Path) -> None:
    made = generated(SWAGGER)
    path = tmp_path / "a.txt"
    path.write_bytes(b"content")
    server.answer(Answer(204))
    with made.client(base_url=server.url) as client:
        client.files.create(file=path)
        with pytest.raises(made.module().InputError, match="'file'"):
            client.files.create(file="a.txt")
    octets = "application/octet-stream"
    assert parts_of(server.requests[0]) == [("file", "a.txt", octets, b"content")]


def test_a_form_of_files_and_json_needs_no_encodings(
    generated: Generated, server: Loopback, tmp_path: Path, mypy_strict: MypyStrict
) -> None:
    def form(meta: str, media_type: str) -> str:
        return f"""{HEAD}paths:
  /jobs:
    post:
      requestBody:
        required: true
        content:
          multipart/form-data:
            schema:
              type: object
              required: [files, meta]
              properties:
                files: {{anyOf: [{BINARY}, {{type: array, items: {BINARY}}}]}}
                meta: {meta}
            encoding: {{files: {{contentType: application/octet-stream}}, meta: {{contentType: {media_type}}}}}
      {DONE}
components: {{schemas: {{Meta: {{type: object, required: [name], properties: {{name: {{type: string}}}}}}}}}}
"""

    model = '{$ref: "#/components/schemas/Meta"}'
    either = f"{{anyOf: [{model}, {{type: string}}]}}"
    shop = generated(form(either, "application/json"))
    core = shop.folder / shop.name / "_core"
    assert not (core / "body" / "encodings.py").exists()
    for meta, media_type in (
        (either, "text/xml"),
        (f"{{type: array, items: {model}}}", "application/json"),
    ):
        other = generated(form(meta, media_type))
        assert (other.folder / other.name / "_core" / "body" / "encodings.py").exists()
    mypy_strict(shop.folder / shop.name)
    path = tmp_path / "a.csv"
    path.write_bytes(b"a,b")
    with shop.client(base_url=server.url) as client:
        for meta in (shop.models.Meta(name="x"), {"name": "x"}, '{"name":"x"}'):
            server.answer(Answer(204), Answer(204))
            client.jobs.create(files=path, meta=meta)
            client.jobs.create(files=[path, b"c"], meta=meta)
    bodies = [each.body for each in server.requests]
    assert all(b'\r\n\r\n{"name":"x"}\r\n' in each for each in bodies)
    assert all(b'name="files"; filename="a.csv"' in each for each in bodies)
    assert [each.count(b'; name="files"') for each in bodies] == [1, 2] * 3
    assert b"application/json" in bodies[0] and b"application/json" in bodies[2]
