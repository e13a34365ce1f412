"""Test a client of an assistant API: discriminated items, streams, uploads and downloads."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from email import message_from_bytes
from pathlib import Path
from typing import Any

import pytest

from tests.generate.conftest import MypyStrict
from tests.generate.support import Package, importable, made_of, project_of
from tests.support.loopback import Answer, Loopback, RecordedRequest, json_answer

DOCUMENT = """
openapi: 3.1.0
info: {title: Assistant, version: "1"}
servers: [{url: "https://assistant.example/v1"}]
security: [{token: []}]
paths:
  /responses:
    post:
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: "#/components/schemas/CreateResponse"}}}
      responses:
        "200":
          description: OK
          content:
            application/json: {schema: {$ref: "#/components/schemas/Response"}}
            text/event-stream: {schema: {$ref: "#/components/schemas/ResponseStreamEvent"}}
  /files:
    post:
      requestBody:
        required: true
        content: {multipart/form-data: {schema: {$ref: "#/components/schemas/CreateFile"}}}
      responses:
        "200": {description: OK, content: {application/json: {schema: {$ref: "#/components/schemas/StoredFile"}}}}
  /files/{file_id}/content:
    get:
      parameters: [{name: file_id, in: path, required: true, schema: {type: string}}]
      responses: {"200": {description: OK, content: {application/octet-stream: {schema: {type: string, format: binary}}}}}
  /audio/speech:
    post:
      requestBody:
        required: true
        content: {application/json: {schema: {type: object, required: [input], properties: {input: {type: string}}}}}
      responses:
        "200":
          description: OK
          content:
            application/octet-stream: {schema: {type: string, format: binary}}
            text/event-stream: {schema: {$ref: "#/components/schemas/SpeechEvent"}}
components:
  securitySchemes: {token: {type: http, scheme: bearer}}
  schemas:
    CreateResponse:
      allOf:
        - type: object
          required: [model]
          properties: {model: {type: string}, temperature: {type: [number, "null"]}}
        - type: object
          properties:
            input: {anyOf: [{type: string}, {type: array, items: {$ref: "#/components/schemas/OutputItem"}}]}
            stream: {anyOf: [{type: boolean, default: false}, {type: "null"}]}
    Response:
      type: object
      required: [id, output]
      properties: {id: {type: string}, output: {type: array, items: {$ref: "#/components/schemas/OutputItem"}}}
    OutputItem:
      anyOf:
        - $ref: "#/components/schemas/OutputMessage"
        - $ref: "#/components/schemas/FunctionToolCall"
        - $ref: "#/components/schemas/ReasoningItem"
      discriminator: {propertyName: type}
    OutputMessage:
      type: object
      required: [type, id, content]
      properties:
        type: {type: string, enum: [message], x-stainless-const: true}
        id: {type: string}
        content: {type: array, items: {$ref: "#/components/schemas/OutputContent"}}
    OutputContent:
      oneOf:
        - {$ref: "#/components/schemas/OutputText"}
        - {$ref: "#/components/schemas/Refusal"}
      discriminator: {propertyName: type}
    OutputText:
      {type: object, required: [type, text], properties: {type: {type: string, enum: [output_text]}, text: {type: string}}}
    Refusal:
      {type: object, required: [type, refusal], properties: {type: {type: string, enum: [refusal]}, refusal: {type: string}}}
    FunctionToolCall:
      type: object
      required: [type, name, arguments]
      properties: {type: {type: string, const: function_call}, name: {type: string}, arguments: {type: string}}
    ReasoningItem:
      {type: object, required: [type, id], properties: {type: {type: string, enum: [reasoning]}, id: {type: string}}}
    ResponseStreamEvent:
      anyOf:
        - $ref: "#/components/schemas/ResponseCreatedEvent"
        - $ref: "#/components/schemas/TextDeltaEvent"
        - $ref: "#/components/schemas/ResponseCompletedEvent"
      discriminator: {propertyName: type}
    ResponseCreatedEvent:
      type: object
      required: [type, response]
      properties: {type: {type: string, enum: [response.created]}, response: {$ref: "#/components/schemas/Response"}}
    TextDeltaEvent:
      type: object
      required: [type, delta]
      properties: {type: {type: string, enum: [response.output_text.delta]}, delta: {type: string}}
    ResponseCompletedEvent:
      type: object
      required: [type, response]
      properties: {type: {type: string, enum: [response.completed]}, response: {$ref: "#/components/schemas/Response"}}
    SpeechEvent: {type: object, required: [audio], properties: {audio: {type: string}}}
    CreateFile:
      type: object
      required: [file, purpose]
      properties: {file: {type: string, format: binary}, purpose: {type: string, enum: [assistants, batch]}}
    StoredFile:
      type: object
      required: [id, bytes, filename]
      properties: {id: {type: string}, bytes: {type: integer}, filename: {type: string}}
"""
ITEMS = [
    {"type": "reasoning", "id": "r-1"},
    {"type": "function_call", "name": "look_up", "arguments": "{}"},
    {
        "type": "message",
        "id": "m-1",
        "content": [{"type": "output_text", "text": "Hi"}, {"type": "refusal", "refusal": "No"}],
    },
]
EVENTS: list[dict[str, Any]] = [
    {"type": "response.created", "response": {"id": "r", "output": []}},
    {"type": "response.output_text.delta", "delta": "H"},
    {"type": "response.output_text.delta", "delta": "i"},
    {"type": "response.completed", "response": {"id": "r", "output": ITEMS}},
]


class Assistant:
    """The server: it responds as requested, and stores files."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}

    def __call__(self, request: RecordedRequest) -> Answer:
        if request.headers.get("authorization") != "Bearer secret":
            return json_answer({"error": {"message": "No such key.", "code": "key"}}, status=401)
        if request.path == "/responses":
            return self._response(request.json())
        if request.path == "/audio/speech":
            if request.headers["accept"] == "text/event-stream":
                return stream([{"audio": "aGk="}])
            return Answer(200, b"ID3", {"Content-Type": "audio/mpeg"})
        if request.path == "/files":
            return self._stored(request)
        return Answer(
            200, self.files[request.segments[1]], {"Content-Type": "application/octet-stream"}
        )

    def _response(self, asked: Any) -> Answer:
        return stream(EVENTS) if asked.get("stream") else json_answer({"id": "r", "output": ITEMS})

    def _stored(self, request: RecordedRequest) -> Answer:
        head = f"Content-Type: {request.headers['content-type']}\r\n\r\n".encode()
        parts: Any = message_from_bytes(head + request.body).get_payload()
        named = {each.get_param("name", header="content-disposition"): each for each in parts}
        assert named["purpose"].get_payload(decode=True) == b"batch"
        content: bytes = named["file"].get_payload(decode=True)
        self.files["f-1"] = content
        name = named["file"].get_filename()
        return json_answer({"id": "f-1", "bytes": len(content), "filename": name})


def stream(events: list[dict[str, Any]]) -> Answer:
    """Return events as such servers send them."""
    said = [
        f"event: {each.get('type', 'message')}\ndata: {json.dumps(each)}\n\n" for each in events
    ]
    text = "".join([*said, "data: [DONE]\n\n"])
    return Answer(200, text.encode(), {"Content-Type": "text/event-stream; charset=utf-8"})


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    package = made_of(project_of(DOCUMENT, tmp_path_factory.mktemp("assistant"), "assistant"))
    with importable(package.folder, package.name):
        yield package


@pytest.fixture
def server() -> Iterator[Loopback]:
    with Loopback(Assistant()) as running:
        yield running


def kinds(made: Package, values: list[Any]) -> list[str]:
    """Return the class names of models, and the types of other values."""
    return [type(each).__name__ for each in values]


def check_items(made: Package, items: list[Any]) -> None:
    assert kinds(made, items) == ["ReasoningItem", "FunctionToolCall", "OutputMessage"]
    assert items[1].name == "look_up"
    assert kinds(made, items[2].content) == ["OutputText", "Refusal"]
    assert items[2].content[0].text == "Hi"


def check_events(made: Package, events: list[Any]) -> None:
    created, first, second, completed = [each.parse() for each in events]
    assert kinds(made, [created, first, second, completed]) == [
        "ResponseCreatedEvent",
        "TextDeltaEvent",
        "TextDeltaEvent",
        "ResponseCompletedEvent",
    ]
    assert first.delta + second.delta == "Hi"
    check_items(made, completed.response.output)


def check_plain_events(events: list[Any]) -> None:
    """Check the results that do not depend on how the members of a union are distinguished."""
    assert [json.loads(each.data) for each in events] == EVENTS
    assert [each.event for each in events] == [each["type"] for each in EVENTS]


def test_a_sync_client(made: Package, server: Loopback, tmp_path: Path) -> None:
    download = made.module("streaming").download
    content = bytes(range(256)) * 400
    with made.client("secret", base_url=server.url) as client:
        assert client.responses.create(model="m", input="Hi").id == "r"
        check_plain_events(list(client.responses.create(model="m", stream=True)))
        stored = client.files.create(file=content, purpose="batch")
        assert (stored.id, stored.bytes) == ("f-1", len(content))
        assert client.files.content("f-1") == content
        download(client.files.content, "f-1").save(tmp_path / "copy")
        assert client.audio.speech.create(input="Hi") == b"ID3"
        [spoken] = client.audio.speech.create(input="Hi", stream=True)
        assert spoken.parse().audio == "aGk="
    assert (tmp_path / "copy").read_bytes() == content
    assert server.requests[1].json() == {"model": "m", "stream": True}


def test_an_async_client(made: Package, server: Loopback, tmp_path: Path) -> None:
    download = made.module("streaming").download_async
    content = bytes(range(256)) * 400

    async def run() -> None:
        async with made.async_client("secret", base_url=server.url) as client:
            assert (await client.responses.create(model="m", input="Hi")).id == "r"
            events = client.responses.create(model="m", stream=True)
            check_plain_events([each async for each in events])
            assert (await client.files.create(file=content, purpose="batch")).id == "f-1"
            assert await client.files.content("f-1") == content
            await download(client.files.content, "f-1").save(tmp_path / "copy")
            assert await client.audio.speech.create(input="Hi") == b"ID3"
            spoken = [each async for each in client.audio.speech.create(input="Hi", stream=True)]
            assert spoken[0].parse().audio == "aGk="

    asyncio.run(run())
    assert (tmp_path / "copy").read_bytes() == content


def test_a_wrong_key_says_what_the_server_says(made: Package, server: Loopback) -> None:
    errors = made.module("_core.errors")
    with made.client("wrong", base_url=server.url) as client:
        for stream in (False, True):
            with pytest.raises(errors.AuthenticationError, match="401 Unauthorized: No such key."):
                list(client.responses.create(model="m", stream=stream))


def test_items_and_events_are_of_their_classes(made: Package, server: Loopback) -> None:
    async def run() -> list[Any]:
        async with made.async_client("secret", base_url=server.url) as client:
            check_items(made, (await client.responses.create(model="m")).output)
            return [each async for each in client.responses.create(model="m", stream=True)]

    with made.client("secret", base_url=server.url) as client:
        check_items(made, client.responses.create(model="m").output)
        check_events(made, list(client.responses.create(model="m", stream=True)))
    check_events(made, asyncio.run(run()))


def test_types_of_events_and_items(made: Package, mypy_strict: MypyStrict) -> None:
    program = made.folder / "program.py"
    program.write_text(
        f"""\
from typing import assert_type
from {made.name} import {made.client.__name__}
from {made.name}.models import (
    Response, ResponseCompletedEvent, ResponseCreatedEvent, TextDeltaEvent,
)
from {made.name}.streaming import Event, Stream

def f(client: {made.client.__name__}) -> None:
    assert_type(client.responses.create(model="m"), Response)
    assert_type(client.responses.create(model="m", stream=None), Response)
    for event in client.responses.create(model="m", stream=True):
        data = event.parse()
        assert_type(data, ResponseCreatedEvent | TextDeltaEvent | ResponseCompletedEvent)
        if isinstance(data, TextDeltaEvent):
            assert_type(data.delta, str)
""",
        encoding="utf-8",
    )
    mypy_strict(made.folder / made.name, program)
