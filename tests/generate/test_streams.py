"""Test streams: how an operation requests events or lines, what the items are, and how streams
end."""

from __future__ import annotations

import asyncio
import gc
import json
import socket
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any

import pytest

from tests.generate.conftest import Generated, MypyStrict
from tests.generate.support import Package, importable, made_of, project_of
from tests.support.loopback import Answer, Loopback
from tests.support.wire import RawServer, read_head

DOCUMENT = """
openapi: 3.2.0
info: {title: Shop, version: "1"}
paths:
  /chat:
    post:
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Ask"}}}}
      responses:
        "200":
          description: An answer.
          content:
            application/json: {schema: {$ref: "#/components/schemas/Chat"}}
            text/event-stream: {schema: {$ref: "#/components/schemas/Chunk"}}
        "400": {description: no, content: {application/json: {schema: {$ref: "#/components/schemas/Fault"}}}}
  /eager:
    post:
      requestBody:
        content:
          application/json:
            schema: {type: object, properties: {stream: {type: [boolean, "null"], default: true}}}
      responses:
        "200":
          description: An answer.
          content:
            application/json: {schema: {$ref: "#/components/schemas/Chat"}}
            application/x-ndjson: {schema: {$ref: "#/components/schemas/Chunk"}}
            text/event-stream: {}
  /rows:
    get:
      parameters: [{name: q, in: query, schema: {type: string}}]
      responses:
        "200":
          description: Rows.
          content:
            application/x-ndjson: {itemSchema: {$ref: "#/components/schemas/Chunk"}}
            application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Chunk"}}}
  /voices:
    get:
      parameters:
        - {name: stream, in: query, schema: {type: string}}
      responses:
        "200":
          description: A voice.
          content:
            text/event-stream: {schema: {$ref: "#/components/schemas/Chunk"}}
            audio/mpeg: {schema: {type: string, format: binary}}
  /logs:
    get:
      parameters: [{name: follow, in: query, schema: {type: boolean}}]
      x-specloom-stream: {argument: follow, end: [over, "[END]"]}
      responses:
        "200":
          description: Lines.
          content:
            text/plain: {schema: {type: string}}
            text/event-stream: {itemSchema: {type: object, properties: {data: {type: string}}}}
  /whole:
    post:
      requestBody:
        content:
          application/json:
            schema: {type: object, properties: {model: {type: string}, stream: {type: boolean}}, additionalProperties: true}
      responses:
        "200":
          description: An answer.
          content:
            application/json: {schema: {$ref: "#/components/schemas/Chat"}}
            application/jsonl: {schema: {$ref: "#/components/schemas/Chunk"}}
      x-specloom-stream: {end: bye}
  /sequences:
    get:
      responses: {"200": {description: it, content: {application/geo+json-seq: {schema: {$ref: "#/components/schemas/Chunk"}}}}}
  /feed:
    get:
      responses:
        "200":
          description: Events.
          content:
            text/event-stream:
              itemSchema:
                type: object
                required: [event]
                properties: {event: {type: string}, data: {type: string}, retry: {type: integer}}
                oneOf:
                  - properties: {event: {const: note}}
                  - $ref: "#/components/schemas/ChunkEvent"
                  - properties:
                      event: {enum: [count, total]}
                      data: {contentMediaType: application/json, contentSchema: {type: integer}}
components:
  schemas:
    Ask: {type: object, required: [model], properties: {model: {type: string}, stream: {type: boolean}}}
    Chat: {type: object, required: [id], properties: {id: {type: string}}}
    Chunk: {type: object, required: [n], properties: {n: {type: integer}}}
    Fault: {type: object, properties: {error: {type: string}}}
    ChunkEvent:
      type: object
      properties:
        event: {const: chunk}
        data:
          type: string
          contentMediaType: application/json
          contentSchema: {$ref: "#/components/schemas/Chunk"}
"""
EVENTS = b'data: {"n": 1}\n\n: beat\n\ndata: {"n": 2}\n\ndata: [DONE]\n\ndata: {"n": 3}\n\n'
SSE = {"Content-Type": "text/event-stream; charset=utf-8"}
JSON = {"Content-Type": "application/json"}
KINDS = {
    "httpx2": "Httpx2Transport",
    "pyreqwest": "PyreqwestTransport",
    "async httpx2": "AsyncHttpx2Transport",
    "async pyreqwest": "AsyncPyreqwestTransport",
    "async aiohttp": "AiohttpTransport",
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    folder = tmp_path_factory.mktemp("streams")
    package = made_of(
        project_of(
            DOCUMENT, folder, "streamed_shop", features=("aiohttp", "pyreqwest", "streaming")
        )
    )
    with importable(package.folder, package.name):
        yield package


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


class Taken:
    """The result of a stream: its items so far, and the error at its end."""

    def __init__(self) -> None:
        self.items: list[Any] = []
        self.error: Exception | None = None


def take(made: Package, kind: str, url: str, call: Callable[[Any], Any], most: int = 99) -> Taken:
    """Return the first items of a stream, with a transport of one kind."""
    transport = getattr(made.module("transports"), KINDS[kind])()
    taken = Taken()
    errors = made.module("_core.errors")

    def sync() -> None:
        with made.client(base_url=url, transport=transport) as client:
            for item in call(client):
                taken.items.append(item)
                if len(taken.items) == most:
                    break

    async def asynchronous() -> None:
        async with made.async_client(base_url=url, transport=transport) as client:
            async for item in call(client):
                taken.items.append(item)
                if len(taken.items) == most:
                    break
            await asyncio.sleep(0)

    try:
        if kind.startswith("async"):
            asyncio.run(_closing(asynchronous(), transport))
        else:
            with closing(transport):
                sync()
    except errors.ApiError as error:
        taken.error = error
    return taken


async def _closing(work: Any, transport: Any) -> None:
    try:
        await work
    finally:
        await transport.aclose()


def test_stream_true_gives_typed_events(made: Package, kind: str, server: Loopback) -> None:
    server.answer(Answer(200, EVENTS, SSE))
    taken = take(made, kind, server.url, lambda client: client.chat.create(model="m", stream=True))
    assert [type(each.parse()).__name__ for each in taken.items] == ["Chunk", "Chunk"]
    assert [each.parse().n for each in taken.items] == [1, 2]
    [request] = server.requests
    assert request.headers["accept"] == "text/event-stream"
    assert request.json() == {"model": "m", "stream": True}


def test_without_it_the_response_is_the_model(made: Package, server: Loopback) -> None:
    server.answer_json({"id": "a"})
    server.answer_json({"id": "b"})
    server.answer_json({"id": "c"})
    with made.client(base_url=server.url) as client:
        assert client.chat.create(model="m").id == "a"
        assert client.chat.create(model="m", stream=False).id == "b"
        assert client.raw(client.chat.create, model="m").parse().id == "c"
    assert [each.json().get("stream") for each in server.requests] == [None, False, None]
    assert "event-stream" not in server.requests[0].headers["accept"]


def test_an_async_stream_may_be_awaited(made: Package, server: Loopback) -> None:
    async def run() -> list[int]:
        async with made.async_client(base_url=server.url) as client:
            assert (await client.chat.create(model="m")).id == "a"
            stream = await client.chat.create(model="m", stream=True)
            assert stream.status == 200
            found = [each.parse().n async for each in stream]
            async with client.chat.create(model="m", stream=True) as stream:
                return [*found, *[each.parse().n async for each in stream]]

    server.answer(Answer(200, b'{"id": "a"}', JSON), *[Answer(200, EVENTS, SSE)] * 2)
    assert asyncio.run(run()) == [1, 2, 1, 2]


def test_an_operation_without_such_a_member_has_the_argument_as_well(
    made: Package, server: Loopback
) -> None:
    server.answer(
        Answer(200, b'[{"n": 1}]', JSON),
        Answer(200, b'{"n": 1}\n\n{"n": 2}', {"Content-Type": "application/x-ndjson"}),
        Answer(200, b"\xff\xfb", {"Content-Type": "audio/mpeg"}),
        Answer(200, b'data: {"n": 4}\r\r', SSE),
    )
    with made.client(base_url=server.url) as client:
        assert [each.n for each in client.rows.get(q="a")] == [1]
        assert [each.n for each in client.rows.get(q="a", stream=True)] == [1, 2]
        # The request has a `stream` of another kind.
        assert client.voices.get(stream="loud") == b"\xff\xfb"
        [event] = client.voices.get(stream="loud", as_stream=True)
        assert event.parse().n == 4
    assert [each.target for each in server.requests] == [
        "/rows?q=a",
        "/rows?q=a",
        "/voices?stream=loud",
        "/voices?stream=loud",
    ]
    assert server.requests[1].headers["accept"] == "application/x-ndjson"
    assert "audio/mpeg" in server.requests[2].headers["accept"]
    assert server.requests[3].headers["accept"] == "text/event-stream"


def test_a_server_that_streams_by_default(made: Package, server: Loopback) -> None:
    server.answer(Answer(200, b'{"n": 1}\n', {"Content-Type": "application/x-ndjson"}))
    server.answer_json({"id": "a"})
    with made.client(base_url=server.url) as client:
        assert [each.n for each in client.eager.create()] == [1]
        assert client.eager.create(stream=False).id == "a"


def test_of_several_streams_the_others_are_reported(made: Package) -> None:
    [message] = [each for each in made.messages if "skipped-content" in each]
    assert "/eager/post/responses/200/content/text~1event-stream" in message.replace(
        "~1eager", "/eager"
    )
    assert message.endswith(
        "text/event-stream is never requested: clients request the stream application/x-ndjson"
    )


def test_an_extension_names_the_argument_and_the_ends(made: Package, server: Loopback) -> None:
    ends = b"data: [DONE]\n\ndata: %s\n\ndata: after\n\n"
    server.answer(
        Answer(200, b"all of it", {"Content-Type": "text/plain"}),
        Answer(200, ends % b"over", SSE),
        Answer(200, ends % b"[END]", SSE),
    )
    with made.client(base_url=server.url) as client:
        assert client.logs.get(follow=False) == "all of it"
        for _ in range(2):
            assert [each.parse() for each in client.logs.get(follow=True)] == ["[DONE]"]
    assert server.requests[1].target == "/logs?follow=true"


@pytest.mark.parametrize(
    ("extension", "message"),
    [
        ("{argument: flow}", "the request has no property or parameter 'flow'"),
        ("{until: x}", "has no property 'until'"),
    ],
)
def test_a_wrong_extension_is_refused(generated: Generated, extension: str, message: str) -> None:
    text = DOCUMENT.replace('{argument: follow, end: [over, "[END]"]}', extension)
    with pytest.raises(Exception, match=message):
        generated(text)


def test_an_extension_on_an_operation_that_does_not_stream_is_refused(generated: Generated) -> None:
    text = (
        "{openapi: 3.1.0, info: {title: a, version: '1'}, paths: {/a: {get: "
        "{x-specloom-stream: {end: x}, responses: {'204': {description: b}}}}}}"
    )
    with pytest.raises(Exception, match="does not return a stream"):
        generated(text)


def test_a_body_given_as_a_whole_asks_for_the_stream(made: Package, server: Loopback) -> None:
    lines = Answer(200, b'{"n": 1}\nbye\n{"n": 2}\n', {"Content-Type": "application/jsonl"})
    server.answer_json({"id": "a"})
    server.answer(lines, lines)
    with made.client(base_url=server.url) as client:
        assert client.whole.create({"model": "m", "other": 1}).id == "a"
        assert [each.n for each in client.whole.create({"model": "m"}, stream=True)] == [1]
        body = made.models.WholeCreateRequest(model="m")
        assert [each.n for each in client.whole.create(body, stream=True)] == [1]
    assert [each.json() for each in server.requests] == [
        {"model": "m", "other": 1},
        {"model": "m", "stream": True},
        {"model": "m", "stream": True},
    ]


def test_streams_of_swagger(generated: Generated, server: Loopback) -> None:
    made = generated("""
swagger: "2.0"
info: {title: a, version: "1"}
paths:
  /chats:
    post:
      consumes: [application/json]
      produces: [application/json, text/event-stream]
      parameters:
        - {name: body, in: body, schema: {type: object, properties: {stream: {type: boolean}}}}
      responses: {"200": {description: b, schema: {type: object, properties: {n: {type: integer}}}}}
""")
    server.answer(Answer(200, b'{"n": 1}', JSON), Answer(200, b'data: {"n": 2}\n\n', SSE))
    with made.client(base_url=server.url) as client:
        assert client.chats.create().n == 1
        assert [each.parse().n for each in client.chats.create(stream=True)] == [2]
    assert server.requests[1].json() == {"stream": True}


def test_an_item_schema_describes_the_event(made: Package, server: Loopback) -> None:
    body = (
        b'event: note\ndata: {"not": json\n\nevent: chunk\ndata: {"n": 5}\n\n'
        b"event: count\ndata: 7\n\nevent: total\ndata: 8\n\nevent: new\ndata: [1]\n\n"
    )
    server.answer(Answer(200, body, SSE))
    with made.client(base_url=server.url) as client:
        note, chunk, count, total, unknown = [each.parse() for each in client.feed.get()]
    assert note == '{"not": json'
    assert type(chunk) is made.models.Chunk and chunk.n == 5
    assert (count, total, unknown) == (7, 8, [1])


def test_json_sequences_may_hold_newlines(made: Package, server: Loopback) -> None:
    body = b'\x1e{\n "n": 1\n}\n\x1e{"n": 2}\n'
    server.answer(Answer(200, body, {"Content-Type": "application/geo+json-seq"}))
    with made.client(base_url=server.url) as client:
        assert [each.n for each in client.sequences.get()] == [1, 2]


@pytest.mark.parametrize(
    ("media_type", "body", "message"),
    [
        ("application/json", b'{"error": "no model m"}', "application/json, not text/event-stream: no model m"),
        ("application/problem+json", b'{"title": "t"}', "application/problem\\+json, not .*: t"),
        ("text/html", b"<html><title>Log in</title>", "text/html, not text/event-stream: Log in"),
    ],
)  # fmt: skip
def test_a_response_of_another_kind_is_a_clear_error(
    made: Package, kind: str, server: Loopback, media_type: str, body: bytes, message: str
) -> None:
    server.answer(Answer(200, body, {"Content-Type": media_type}))
    taken = take(made, kind, server.url, lambda client: client.chat.create(model="m", stream=True))
    error: Any = taken.error
    assert type(error).__name__ == "DecodingError" and taken.items == []
    with pytest.raises(type(error), match=f"the response is {message}"):
        raise error
    assert (error.status, error.content, error.method) == (200, body, "POST")


def test_lines_beside_json_are_distinguished_from_it(made: Package, server: Loopback) -> None:
    errors = made.module("_core.errors")
    server.answer(
        Answer(200, b'{"n": 1}', JSON), Answer(200, b"<html>", {"Content-Type": "text/html"})
    )
    with made.client(base_url=server.url) as client:
        for _ in range(2):
            with pytest.raises(errors.DecodingError, match=r"not application/x-ndjson"):
                list(client.rows.get(stream=True))


def test_an_error_status_raises_the_typed_error(made: Package, kind: str, server: Loopback) -> None:
    server.answer_json({"error": "no model m"}, status=400)
    taken = take(made, kind, server.url, lambda client: client.chat.create(model="m", stream=True))
    error: Any = taken.error
    assert type(error).__name__ == "BadRequestError" and error.message == "no model m"
    assert type(error.body) is made.models.Fault


def test_an_item_that_cannot_be_read_comes_after_those_that_can(
    made: Package, kind: str, server: Loopback
) -> None:
    body = b'{"n": 1}\n{"n": 2}\nnot json\n{"n": 3}\n'
    server.answer(Answer(200, body, {"Content-Type": "application/x-ndjson"}))
    taken = take(made, kind, server.url, lambda client: client.rows.get(stream=True))
    error: Any = taken.error
    assert [each.n for each in taken.items] == [1, 2]
    assert type(error).__name__ == "DecodingError" and error.status == 200


class Slow:
    """A server that sends one event, and then waits until the client is gone."""

    def __init__(self) -> None:
        self.left: list[bool] = []

    def __call__(self, connection: socket.socket) -> None:
        head = read_head(connection)
        connection.recv(int(head.lower().partition(b"content-length: ")[2].split(b"\r\n")[0]))
        event = b'data: {"n": 1}\n\n'
        connection.sendall(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
            b"Transfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n" % (len(event), event)
        )
        try:
            self.left.append(connection.recv(1) == b"")
        except TimeoutError:
            self.left.append(False)
        except OSError:
            self.left.append(True)


def test_an_event_comes_before_the_end_and_leaving_closes_the_connection(
    made: Package, kind: str
) -> None:
    slow = Slow()
    with RawServer(slow) as server:
        taken = take(
            made, kind, server.url, lambda client: client.chat.create(model="m", stream=True), 1
        )
        assert [each.parse().n for each in taken.items] == [1] and taken.error is None
    assert slow.left == [True]


def test_a_stream_closes_on_errors_and_when_it_is_dropped(made: Package) -> None:
    closed: list[str] = []
    opened, headers = made.module("_core.http.reading"), made.module("_core.transport").Headers

    def answer(name: str) -> Any:
        chunks = iter([b'data: {"n": 1}\n\n', b'data: {"n": 2}\n\n'])
        return opened.Opened(200, headers(SSE.items()), chunks, lambda: closed.append(name))

    mock = made.module("transports").MockTransport
    names = ["error", "dropped", "whole", "done"]
    client = made.client(base_url="http://a", transport=mock(map(answer, names)))
    with pytest.raises(ZeroDivisionError), client.chat.create(model="m", stream=True) as stream:
        for _ in stream:
            raise ZeroDivisionError
    assert set(closed) == {"error"}
    stream = client.chat.create(model="m", stream=True)
    assert stream.status == 200 and "dropped" not in closed
    del stream
    gc.collect()
    assert "dropped" in closed
    stream = client.chat.create(model="m", stream=True)
    assert len(list(stream)) == 2 and "whole" in closed
    with pytest.raises(RuntimeError, match="can be read only once"):
        list(stream)


def test_an_async_stream_closes_when_it_is_left_or_dropped(made: Package) -> None:
    closed: list[str] = []
    opened, headers = made.module("_core.http.reading"), made.module("_core.transport").Headers

    def answer(name: str) -> Any:
        async def chunks() -> Any:
            yield b'data: {"n": 1}\n\n'
            yield b'data: {"n": 2}\n\n'

        async def close() -> None:
            closed.append(name)

        return opened.AsyncOpened(200, headers(SSE.items()), chunks(), close)

    async def run() -> None:
        mock = made.module("transports").AsyncMockTransport(map(answer, ["left", "dropped"]))
        client = made.async_client(base_url="http://a", transport=mock)
        async for _ in client.chat.create(model="m", stream=True):
            break
        stream = await client.chat.create(model="m", stream=True)
        del stream
        gc.collect()
        for _ in range(5):
            await asyncio.sleep(0)

    asyncio.run(run())
    assert set(closed) == {"left", "dropped"}


class Counted(bytes):
    """Bytes that count how many of them are read or copied."""

    work = 0

    def _counted(self, value: bytes) -> Counted:
        Counted.work += len(self)
        return Counted(value)

    def __add__(self, other: Any) -> Counted:
        return self._counted(bytes(self) + other)

    def __radd__(self, other: Any) -> Counted:
        Counted.work += len(other)
        return self._counted(other + bytes(self))

    def replace(self, *arguments: Any) -> Counted:  # type: ignore[override]
        return self._counted(bytes(self).replace(*arguments))

    def split(self, *arguments: Any) -> list[Any]:  # type: ignore[override]
        Counted.work += len(self)
        return [Counted(each) for each in bytes(self).split(*arguments)]


@pytest.mark.parametrize("reader", ["Events", "Lines"])
@pytest.mark.parametrize("size", [1_000, 4_000])
def test_a_long_line_takes_linear_time(made: Package, reader: str, size: int) -> None:
    decoder = getattr(made.module("_core.streaming.decoders"), reader)().decoder()
    line = b"data: " * (reader == "Events") + b'"' + b"x" * (size * 100) + b'"\n\n'
    portions = [Counted(line[start : start + 100]) for start in range(0, len(line), 100)]
    Counted.work = 0
    found = [item for each in portions for item in decoder.feed(each)]
    assert len(found) == 1 and Counted.work <= 4 * len(line)


def test_streams_are_typed(made: Package, mypy_strict: MypyStrict) -> None:
    program = made.folder / "program.py"
    sync, asynchronous = made.client.__name__, made.async_client.__name__
    program.write_text(
        f"""\
from typing import assert_type
from {made.name} import {sync}, {asynchronous}
from {made.name}.models import Chat, Chunk
from {made.name}.streaming import AsyncStream, Event, Stream, download, download_async

def f(client: {sync}, flag: bool) -> None:
    assert_type(client.chat.create(model="m"), Chat)
    assert_type(client.chat.create(model="m", stream=False), Chat)
    assert_type(client.chat.create(model="m", stream=True), Stream[Event[Chunk]])
    assert_type(client.chat.create(model="m", stream=flag), Chat | Stream[Event[Chunk]])
    assert_type(client.eager.create(), Stream[Chunk])
    assert_type(client.eager.create(stream=None), Chat)
    assert_type(client.rows.get(), list[Chunk])
    assert_type(client.rows.get(stream=True), Stream[Chunk])
    assert_type(client.voices.get(as_stream=True), Stream[Event[Chunk]])
    assert_type(client.logs.get(follow=True), Stream[Event[str]])
    assert_type(client.feed.get(), Stream[Event[str | Chunk | int]])
    for event in client.chat.create(model="m", stream=True):
        assert_type(event.parse(), Chunk)
    download(client.chat.create, model="m").save("a", overwrite=True)

async def g(client: {asynchronous}, flag: bool) -> None:
    assert_type(await client.chat.create(model="m"), Chat)
    assert_type(client.chat.create(model="m", stream=True), AsyncStream[Event[Chunk]])
    assert_type(await client.chat.create(model="m", stream=True), AsyncStream[Event[Chunk]])
    assert_type(await client.chat.create(model="m", stream=flag), Chat | AsyncStream[Event[Chunk]])
    async for event in client.chat.create(model="m", stream=True):
        assert_type(event.parse(), Chunk)
    await download_async(client.chat.create, model="m").save("a")
""",
        encoding="utf-8",
    )
    mypy_strict(made.folder / made.name, program)


def test_events_of_an_operation_that_does_not_declare_any(made: Package, server: Loopback) -> None:
    streaming = made.module("streaming")
    server.answer(*[Answer(200, b'data: {"a": 1}\n\n', SSE)] * 2)

    async def run() -> list[Any]:
        async with made.async_client(base_url=server.url) as client:
            return [each.parse() async for each in streaming.events_async(client.rows.get, q="a")]

    with made.client(base_url=server.url) as client:
        assert [each.parse() for each in streaming.events(client.rows.get, q="a")] == [{"a": 1}]
        with pytest.raises(TypeError, match="method of a resource"):
            streaming.events(json.dumps, [])
        with pytest.raises(TypeError, match="of an async client"):
            streaming.events_async(client.rows.get)
    assert asyncio.run(run()) == [{"a": 1}]
