"""Test bodies and responses of all media types: what is sent, and how responses are decoded."""

from __future__ import annotations

import asyncio
import io
from email import message_from_bytes
from typing import Any
from urllib.parse import parse_qsl

import pytest

from tests.generate.conftest import Generated, MypyStrict
from tests.generate.support import HEAD, Package
from tests.support.loopback import Answer, Loopback

DOCUMENT = f"""{HEAD}paths:
  /forms:
    post:
      requestBody:
        content:
          application/x-www-form-urlencoded:
            schema: {{type: object, properties: {{
              card: {{type: object, properties: {{n: {{type: integer}}}}}},
              tags: {{type: array, items: {{type: string}}}},
              list: {{type: array, items: {{type: string}}}},
              meta: {{type: object, additionalProperties: {{type: string}}}},
              on: {{type: boolean}}}}}}
            encoding:
              card: {{style: deepObject, explode: true}}
              list: {{style: form, explode: false}}
      responses: {{"204": {{description: done}}}}
  /parts:
    post:
      requestBody:
        required: true
        content:
          multipart/form-data:
            schema: {{type: object, required: [file], properties: {{
              file: {{type: string, format: binary}},
              more: {{type: array, items: {{type: string, format: binary}}}},
              day: {{type: string, format: date}},
              about: {{type: object, properties: {{n: {{type: integer}}}}}},
              table: {{type: string}}}}}}
            encoding:
              file: {{contentType: image/png}}
              table: {{contentType: text/csv}}
      responses: {{"204": {{description: done}}}}
  /files:
    get:
      responses: {{"200": {{description: it, content: {{application/pdf: {{}}}}}}}}
    put:
      requestBody: {{required: true, content: {{application/octet-stream: {{schema: {{type: string, format: binary}}}}}}}}
      responses: {{"204": {{description: done}}}}
  /texts:
    get:
      responses: {{"200": {{description: it, content: {{text/plain: {{schema: {{type: string}}}}}}}}}}
    put:
      requestBody: {{content: {{text/plain: {{schema: {{type: string}}}}}}}}
      responses: {{"204": {{description: done}}}}
  /any:
    get:
      responses: {{"200": {{description: it, content: {{"*/*": {{}}}}}}}}
  /patches/{{id}}:
    patch:
      parameters: [{{name: id, in: path, required: true, schema: {{type: string}}}}]
      requestBody:
        content:
          application/merge-patch+json:
            schema: {{type: object, properties: {{a: {{type: string}}, b: {{type: integer}}}}}}
      responses: {{"2XX": {{description: done, content: {{application/json: {{schema: {{type: integer}}}}}}}}}}
  /defaults:
    get:
      responses: {{default: {{description: it, content: {{application/vnd.x+json: {{schema: {{type: integer}}}}}}}}}}
    head:
      responses: {{"200": {{description: it, content: {{application/json: {{schema: {{type: integer}}}}}}}}}}
  /events:
    post:
      requestBody: {{content: {{application/json: {{schema: {{type: object, properties: {{n: {{type: integer}}}}}}}}}}}}
      responses:
        "200":
          description: some
          content: {{text/event-stream: {{schema: {{type: object, properties: {{n: {{type: integer}}}}}}}}}}
  /lines:
    get:
      responses:
        "200":
          description: some
          content: {{application/x-ndjson: {{itemSchema: {{type: object, properties: {{n: {{type: integer}}}}}}}}}}
  /chats:
    post:
      requestBody: {{content: {{application/json: {{schema: {{type: object, properties: {{stream: {{type: boolean}}}}}}}}}}}}
      responses:
        "200":
          description: some
          content: {{application/json: {{schema: {{type: integer}}}}, text/event-stream: {{schema: {{type: string}}}}}}
"""


@pytest.fixture
def made(generated: Generated) -> Package:
    return generated(DOCUMENT, features=("streaming",))


def test_forms(made: Package, server: Loopback) -> None:
    server.answer(Answer(204), Answer(204))
    with made.client(base_url=server.url) as client:
        client.forms.create(
            card={"n": 1}, tags=["a b", "c"], list=["x", "y"], meta={"k": "v"}, on=True
        )
        client.forms.create()
    request, empty = server.requests
    assert request.headers["content-type"] == "application/x-www-form-urlencoded"
    assert parse_qsl(request.body.decode()) == [
        ("card[n]", "1"),
        ("tags", "a b"),
        ("tags", "c"),
        ("list", "x,y"),
        ("meta", '{"k":"v"}'),
        ("on", "true"),
    ]
    assert "content-type" not in empty.headers


def test_parts(made: Package, server: Loopback) -> None:
    server.answer(Answer(204))
    file = made.module("_core.body.forms").File
    with made.client(base_url=server.url) as client:
        client.parts.create(
            file=b"\x89PNG",
            more=[file("a.txt", b"A", "text/plain", {"X-Part": "1"}), b"B"],
            day="2024-01-02",
            about={"n": 1},
            table="a,b",
        )
    [request] = server.requests
    head = f"Content-Type: {request.headers['content-type']}\r\n\r\n".encode()
    parts: Any = message_from_bytes(head + request.body).get_payload()
    assert [
        (
            each.get_param("name", header="content-disposition"),
            each.get_filename(),
            each.get("content-type"),
            each.get("x-part"),
            each.get_payload(decode=True),
        )
        for each in parts
    ] == [
        ("file", "file", "image/png", None, b"\x89PNG"),
        ("more", "a.txt", "text/plain", "1", b"A"),
        ("more", "more", "application/octet-stream", None, b"B"),
        ("day", None, None, None, b"2024-01-02"),
        ("about", None, "application/json", None, b'{"n":1}'),
        ("table", None, "text/csv", None, b"a,b"),
    ]


def test_uploads(made: Package, server: Loopback) -> None:
    server.answer(*[Answer(204)] * 3)
    file = io.BytesIO(b"skipped" + b"x" * 100_000)
    file.seek(7)
    with made.client(base_url=server.url) as client:
        client.files.replace(b"bytes")
        client.files.replace(file)
        client.files.replace(iter([b"a", b"b"]))
    plain, sized, chunked = server.requests
    assert plain.body == b"bytes"
    assert (sized.headers["content-length"], len(sized.body)) == ("100000", 100_000)
    assert (chunked.headers["transfer-encoding"], chunked.body) == ("chunked", b"ab")
    assert {each.headers["content-type"] for each in server.requests} == {
        "application/octet-stream"
    }


def test_a_file_is_sent_again_and_an_iterable_is_not(made: Package, server: Loopback) -> None:
    timing = made.module("_core.options").Timing(sleep=lambda seconds: None)
    errors = made.module("_core.errors")
    with made.client(base_url=server.url, timing=timing) as client:
        server.answer(Answer(503), Answer(204))
        client.files.replace(io.BytesIO(b"again"))
        server.answer(Answer(503))
        with pytest.raises(errors.ApiStatusError):
            client.files.replace(iter([b"once"]))
    assert [each.body for each in server.requests] == [b"again", b"again", b"once"]


def test_uploads_of_an_async_client(made: Package, server: Loopback) -> None:
    async def portions() -> Any:
        yield b"a"
        yield b"b"

    async def run() -> None:
        async with made.async_client(base_url=server.url) as client:
            await client.files.replace(portions())
            await client.files.replace(io.BytesIO(b"file"))
            await client.files.replace(b"bytes")

    server.answer(*[Answer(204)] * 3)
    asyncio.run(run())
    assert [each.body for each in server.requests] == [b"ab", b"file", b"bytes"]


def test_downloads(made: Package, server: Loopback) -> None:
    download = made.module("streaming").download
    errors = made.module("_core.errors")
    content = b"%PDF" * 50_000
    server.answer(Answer(200, content), Answer(200, content, {"X-Name": "n"}), Answer(404, b"{}"))
    with made.client(base_url=server.url) as client:
        assert client.files.get() == content
        with download(client.files.get) as chunks:
            assert (chunks.status, chunks.headers["x-name"]) == (200, "n")
            assert b"".join(chunks) == content
        with pytest.raises(errors.NotFoundError):
            list(download(client.files.get))
    assert server.requests[0].headers["accept"] == "application/pdf"


def test_downloads_of_an_async_client(made: Package, server: Loopback) -> None:
    download = made.module("streaming").download_async

    async def run() -> bytes:
        async with made.async_client(base_url=server.url) as client:
            async with download(client.files.get) as chunks:
                assert chunks.status == 200
                return b"".join([each async for each in chunks])

    server.answer(Answer(200, b"content"))
    assert asyncio.run(run()) == b"content"


def test_texts(made: Package, server: Loopback) -> None:
    server.answer(
        Answer(200, "é".encode("latin-1"), {"Content-Type": "text/plain; charset=ISO-8859-1"}),
        Answer(204),
        Answer(204),
    )
    with made.client(base_url=server.url) as client:
        assert client.texts.get() == "é"
        client.texts.replace("é")
        client.texts.replace()
    got, put, empty = server.requests
    assert got.headers["accept"] == "text/plain"
    assert (put.headers["content-type"], put.body) == ("text/plain", "é".encode())
    assert "content-type" not in empty.headers


@pytest.mark.parametrize(
    ("media_type", "content", "value"),
    [
        ("application/json", b'{"a":1}', {"a": 1}),
        ("text/html", b"<p>", "<p>"),
        ("image/png", b"\x89", b"\x89"),
    ],
)
def test_any_media_type(
    made: Package, server: Loopback, media_type: str, content: bytes, value: object
) -> None:
    server.answer(Answer(200, content, {"Content-Type": media_type}))
    with made.client(base_url=server.url) as client:
        assert client.any.get() == value
    assert server.requests[0].headers["accept"] == "*/*"


def test_a_merge_patch_keeps_null(made: Package, server: Loopback) -> None:
    server.answer_json(1, status=202)
    server.answer(Answer(204))
    with made.client(base_url=server.url) as client:
        assert client.patches.update("1", a=None) == 1
        assert client.patches.update("1", b=2) is None
    request = server.requests[0]
    assert (request.headers["content-type"], request.json()) == (
        "application/merge-patch+json",
        {"a": None},
    )


def test_a_default_response_and_no_body_for_head(made: Package, server: Loopback) -> None:
    errors = made.module("_core.errors")
    server.answer_json(1)
    server.answer_json(2, status=400)
    server.answer(Answer(200, b"1", {"Content-Type": "application/json"}))
    with made.client(base_url=server.url) as client:
        assert client.defaults.get() == 1
        with pytest.raises(errors.BadRequestError) as caught:
            client.defaults.get()
        assert caught.value.body == 2
        assert client.defaults.head() is None
    assert server.requests[0].headers["accept"] == "*/*"


EVENTS = b'\xef\xbb\xbf: hi\r\nid: 7\r\nretry: 10\r\ndata: {"n":\r\ndata: 1}\r\n\r\nevent: end\ndata: x\n\n'


def test_events(made: Package, server: Loopback) -> None:
    server.answer(Answer(200, EVENTS, {"Content-Type": "text/event-stream"}))
    with made.client(base_url=server.url) as client:
        first, last = list(client.events.create(n=1))
    assert (first.event, first.id, first.retry, first.parse().n) == ("message", "7", 10, 1)
    assert (last.event, last.data) == ("end", "x")
    assert server.requests[0].headers["accept"] == "text/event-stream"
    assert server.requests[0].json() == {"n": 1}


def test_events_that_come_byte_by_byte(made: Package) -> None:
    decoder = made.module("_core.streaming.decoders").Events().decoder()
    found = [event for byte in EVENTS for event in decoder.feed(bytes([byte]))] + decoder.end()
    assert [(each.event, each.data) for each in found] == [("message", '{"n":\n1}'), ("end", "x")]


def test_events_and_lines_of_an_async_client(made: Package, server: Loopback) -> None:
    async def run() -> list[Any]:
        async with made.async_client(base_url=server.url) as client:
            events = [each.parse() async for each in client.events.create(n=1)]
            async with client.lines.get() as lines:
                return [*events, *[each async for each in lines]]

    server.answer(Answer(200, b'data: {"n": 1}\n\n'), Answer(200, b'{"n": 2}\n\n{"n": 3}'))
    assert [each.n for each in asyncio.run(run())] == [1, 2, 3]


def test_an_operation_with_json_and_events(made: Package, server: Loopback) -> None:
    events = made.module("streaming").events
    server.answer(Answer(200, b"5"), Answer(200, b"data: a\n\ndata: [DONE]\n\ndata: b\n\n"))
    with made.client(base_url=server.url) as client:
        assert client.chats.create(stream=False) == 5
        assert [each.data for each in events(client.chats.create, stream=True)] == ["a"]
        with pytest.raises(TypeError, match="method of a resource"):
            events(len, [])
    assert server.requests[1].headers["accept"] == "text/event-stream"


def test_types_are_strict(made: Package, mypy_strict: MypyStrict) -> None:
    program = made.folder / "program.py"
    program.write_text(
        f"from {made.name} import {made.client.__name__}, {made.async_client.__name__}\n"
        f"from {made.name}.streaming import AsyncStream, Stream, download, download_async\n"
        f"def f(client: {made.client.__name__}) -> Stream[bytes]:\n"
        "    text: str = client.texts.get()\n"
        "    for event in client.events.create(n=1):\n"
        "        number: int | object = event.parse().n\n"
        "    client.files.replace(open('x', 'rb'))\n"
        "    return download(client.files.get)\n"
        f"async def g(client: {made.async_client.__name__}) -> AsyncStream[bytes]:\n"
        "    async for event in client.events.create(n=1):\n"
        "        data: str = event.data\n"
        "    return download_async(client.files.get)\n",
        encoding="utf-8",
    )
    mypy_strict(made.folder / made.name, program)


def test_modules_that_nothing_needs_are_left_out(generated: Generated) -> None:
    made = generated(
        f"{HEAD}paths: {{/a: {{get: {{responses: {{'204': {{description: done}}}}}}}}}}\n"
    )
    shipped = {path.name for path in (made.folder / made.name).rglob("*.py")}
    optional = {"answers", "encodings", "http_scheme", "servers", "styles", "uploads", "xml"}
    assert shipped & {f"{name}.py" for name in optional} == set()
