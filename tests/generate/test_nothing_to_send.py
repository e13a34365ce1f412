"""Test bodies whose content is fixed: they are sent without an argument."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from tests.generate.conftest import Generated
from tests.generate.support import HEAD
from tests.support.loopback import Answer, Loopback


def _document(media_type: str) -> str:
    content = f"content: {{{media_type}: {{schema: {{$ref: '#/components/schemas/C'}}}}}}"
    return f"""{HEAD}paths:
  /c/{{id}}/start:
    post:
      parameters: [{{name: id, in: path, required: true, schema: {{type: string}}}}]
      requestBody: {{required: true, {content}}}
      responses: {{"204": {{description: ok}}}}
  /d/start:
    post:
      requestBody: {{required: true, {content}}}
      responses: {{"204": {{description: ok}}}}
components:
  schemas:
    C: {{type: object, required: [id], properties: {{id: {{type: string, readOnly: true}}}}}}
"""


@pytest.mark.parametrize(
    ("media_type", "body"),
    [("application/json", b"{}"), ("application/x-www-form-urlencoded", b"")],
)
def test_a_required_body_without_properties_to_send(
    media_type: str, body: bytes, generated: Generated, server: Loopback
) -> None:
    made = generated(_document(media_type))
    server.answer(*[Answer(204)] * 4)
    with made.client(base_url=server.url) as client:
        client.c.start("1")
        client.d.start()

    async def run() -> Any:
        async with made.async_client(base_url=server.url) as client:
            await client.c.start("1")
            await client.d.start()

    asyncio.run(run())
    assert [each.body for each in server.requests] == [body] * 4
    assert all(each.headers["content-type"] == media_type for each in server.requests)


@pytest.mark.parametrize("keyword", ["additionalProperties", "unevaluatedProperties"])
def test_an_object_that_allows_no_property_is_sent_empty(
    keyword: str, generated: Generated, server: Loopback
) -> None:
    schema = f"{{type: object, properties: {{}}, {keyword}: false}}"
    made = generated(f"""{HEAD}paths:
  /a/start:
    post:
      requestBody: {{required: true, content: {{application/json: {{schema: {schema}}}}}}}
      responses: {{"200": {{description: ok, content: {{application/json: {{schema: {schema}}}}}}}}}
""")
    server.answer(Answer(200, b'{"more": 1}', {"Content-Type": "application/json"}))
    with made.client(base_url=server.url) as client:
        answer = client.a.start()
    assert [each.body for each in server.requests] == [b"{}"]
    assert answer.to_dict() == {"more": 1}
