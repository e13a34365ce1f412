"""Successes without a body: None where the document, or the status, says that there may be none."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from tests.generate.conftest import Generated
from tests.generate.support import HEAD
from tests.support.loopback import Answer, Loopback

MODEL = "{type: object, properties: {a: {type: string}}}"


def document(schema: str, *more: str, method: str = "get") -> str:
    lines = "".join(f"        {each}\n" for each in more)
    return f"""{HEAD}paths:
  /things:
    {method}:
      responses:
        "200": {{description: it, content: {{application/json: {{schema: {schema}}}}}}}
{lines}"""


def answered(made: Any, server: Loopback, status: int, call: str = "list") -> Any:
    server.answer(Answer(status, b""), Answer(status, b""))
    with made.client(base_url=server.url) as client:
        value = getattr(client.things, call)()

    async def run() -> Any:
        async with made.async_client(base_url=server.url) as client:
            return await getattr(client.things, call)()

    assert asyncio.run(run()) == value
    return value


@pytest.mark.parametrize("status", [201, 202, 204, 205])
def test_statuses_that_say_it_is_done(generated: Generated, server: Loopback, status: int) -> None:
    more = f'"{status}": {{description: it, content: {{application/json: {{schema: {MODEL}}}}}}}'
    assert answered(generated(document(MODEL, more)), server, status, "get") is None


@pytest.mark.parametrize(
    "text",
    [
        document(MODEL, '"202": {description: accepted}'),
        document(f"{{oneOf: [{MODEL}, {{type: 'null'}}]}}"),
        document("{type: [string, 'null']}"),
        document("{}"),
    ],
)
def test_where_the_document_says_so(generated: Generated, server: Loopback, text: str) -> None:
    assert answered(generated(text), server, 200, "get") is None


def test_where_nothing_says_so(generated: Generated, server: Loopback) -> None:
    made = generated(document(MODEL, '"404": {description: gone}'))
    with pytest.raises(made.module("_core.errors").DecodingError, match="the body is empty"):
        answered(made, server, 200, "get")


def test_the_answer_to_head_is_never_read(generated: Generated, server: Loopback) -> None:
    made = generated(document(MODEL, method="head"))
    server.answer(Answer(200, b"", {"Content-Type": "application/json"}))
    with made.client(base_url=server.url) as client:
        assert client.things.head() is None
