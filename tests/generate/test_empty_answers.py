"""Test successful responses without a body: None if the document, or the status, allows it."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from tests.generate.conftest import Generated, MypyStrict
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


def test_the_response_to_head_is_never_read(generated: Generated, server: Loopback) -> None:
    made = generated(document(MODEL, method="head"))
    server.answer(Answer(200, b"", {"Content-Type": "application/json"}))
    with made.client(base_url=server.url) as client:
        assert client.things.head() is None


DECLARED_3XX = f"""{HEAD}paths:
  /things:
    get:
      parameters: [{{name: If-None-Match, in: header, schema: {{type: string}}}}]
      responses:
        "200": {{description: it, content: {{application/json: {{schema: {MODEL}}}}}}}
        "304": {{description: Not modified}}
  /files:
    get:
      responses:
        "302": {{description: Elsewhere, headers: {{Location: {{schema: {{type: string}}}}}}}}
        default: {{description: error, content: {{application/json: {{schema: {MODEL}}}}}}}
  /moved:
    get:
      responses:
        "200": {{description: it, content: {{application/json: {{schema: {{type: integer}}}}}}}}
        3XX: {{description: it, content: {{application/json: {{schema: {MODEL}}}}}}}
  /others: {{get: {{responses: {{"200": {{description: it, content: {{application/json: {{schema: {MODEL}}}}}}}}}}}}}
"""


def test_a_declared_3xx_is_a_response(
    generated: Generated, server: Loopback, mypy_strict: MypyStrict
) -> None:
    made = generated(DECLARED_3XX)
    cases: list[tuple[str, Answer, object]] = [
        ("things", Answer(304), None),
        ("things", Answer(200, b'{"a": "b"}'), "b"),
        ("files", Answer(302, b"<html>", {"Location": "/x"}), None),
        ("moved", Answer(300, b'{"a": "b"}'), "b"),
    ]
    for name, answer, expected in cases:
        server.answer(answer, answer, answer)
        with made.client(base_url=server.url) as client:
            found = getattr(client, name).get()
            raw = client.raw(getattr(client, name).get)
            assert raw.status == answer.status and raw.parse() == found

        async def run(name: str = name) -> Any:
            async with made.async_client(base_url=server.url) as client:
                return await getattr(client, name).get()

        assert asyncio.run(run()) == found
        assert getattr(found, "a", found) == expected
    mypy_strict(made.folder / made.name)
    assert "None (304): Not modified." in made.client(base_url=server.url).things.get.__doc__


def test_a_3xx_that_is_not_declared_is_an_error(generated: Generated, server: Loopback) -> None:
    made = generated(DECLARED_3XX)
    error = made.module("_core.errors").ApiStatusError
    server.answer(Answer(304), Answer(302, b"", {"Location": "/x"}), Answer(404, b'{"a": "b"}'))
    with made.client(base_url=server.url) as client:
        with pytest.raises(error, match="304"):
            client.others.get()
        with pytest.raises(error, match="redirects to /x"):
            client.things.get()
        with pytest.raises(error) as caught:
            client.files.get()
    assert caught.value.body.a == "b"
