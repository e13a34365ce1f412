"""Test strings that encode bytes: `contentEncoding` of 3.1, and the formats of 3.0."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from tests.generate.conftest import Generated, MypyStrict
from tests.generate.support import HEAD
from tests.support.loopback import Answer, Loopback

HEAD_3_0 = HEAD.replace("3.1.0", "3.0.3")
BASE64 = "type: string, contentEncoding: base64"
URL = "type: string, contentEncoding: base64url"


def _answer(path: str, schema: str) -> str:
    content = f"content: {{application/json: {{schema: {schema}}}}}"
    return f"  {path}: {{get: {{responses: {{'200': {{description: ok, {content}}}}}}}}}\n"


def _answers(byte: str, url: str, nullable: str) -> str:
    return (
        "paths:\n"
        + _answer("/plain", f"{{{byte}}}")
        + _answer("/url", f"{{{url}}}")
        + _answer("/many", f"{{type: array, items: {{{byte}}}}}")
        + _answer("/maybe", nullable)
        + _answer("/named", "{$ref: '#/components/schemas/Picture'}")
        + _answer(
            "/model", "{type: object, properties: {x: {$ref: '#/components/schemas/Picture'}}}"
        )
        + f"components: {{schemas: {{Picture: {{{byte}}}}}}}\n"
    )


def _call(client: Any, name: str) -> Any:
    return getattr(getattr(client, name), "list" if name == "many" else "get")


@pytest.mark.parametrize(
    "text",
    [
        HEAD + _answers(BASE64, URL, "{type: [string, 'null'], contentEncoding: base64}"),
        HEAD
        + _answers("contentEncoding: BASE64", URL, f"{{anyOf: [{{{BASE64}}}, {{type: 'null'}}]}}"),
        HEAD_3_0
        + _answers(
            "type: string, format: byte",
            "type: string, format: base64url",
            "{type: string, format: byte, nullable: true}",
        ),
    ],
    ids=["encoding", "encoding without a type", "format"],
)
def test_json_whose_root_is_bytes_is_decoded(
    text: str, generated: Generated, server: Loopback, mypy_strict: MypyStrict
) -> None:
    made = generated(text)
    assert made.messages == []
    for payload in (
        '"+/8="',
        '"-_8"',
        '["+/8=", "AA=="]',
        '"+/8="',
        "null",
        '"+/8="',
        '{"x":"+/8="}',
    ):
        for _ in "sync", "async":
            server.answer(Answer(200, payload.encode(), {"Content-Type": "application/json"}))
    names = ("plain", "url", "many", "maybe", "maybe", "named", "model")
    values: list[Any] = []
    for name in names:
        with made.client(base_url=server.url) as client:
            values.append(_call(client, name)())

        async def run(name: str = name) -> Any:
            async with made.async_client(base_url=server.url) as client:
                return await _call(client, name)()

        assert asyncio.run(run()) == values[-1]
    assert values[:6] == [
        b"\xfb\xff",
        b"\xfb\xff",
        [b"\xfb\xff", b"\0"],
        b"\xfb\xff",
        None,
        b"\xfb\xff",
    ]
    assert values[6].x == b"\xfb\xff" and values[6].to_dict() == {"x": "+/8="}
    mypy_strict(made.folder / made.name)


def test_bytes_are_sent_in_base64(generated: Generated, server: Loopback) -> None:
    members = f"a: {{{BASE64}}}, b: {{{URL}}}, c: {{type: array, items: {{{BASE64}}}}}"
    made = generated(f"""{HEAD}paths:
  /json: {{put: {{requestBody: {{content: {{application/json: {{schema: {{type: object, properties: {{{members}}}}}}}}}}},
    parameters: [{{name: q, in: query, schema: {{{BASE64}}}}}, {{name: X-H, in: header, schema: {{{URL}}}}}],
    responses: {{'204': {{description: ok}}}}}}}}
  /root: {{put: {{requestBody: {{content: {{application/json: {{schema: {{{BASE64}}}}}}}}}, responses: {{'204': {{description: ok}}}}}}}}
  /form: {{put: {{requestBody: {{content: {{application/x-www-form-urlencoded: {{schema: {{type: object, properties: {{{members}}}}}}}}}}},
    responses: {{'204': {{description: ok}}}}}}}}
  /parts: {{put: {{requestBody: {{content: {{multipart/form-data: {{schema: {{type: object, properties: {{{members}, d: {{type: string, format: binary}}}}}}}}}}}},
    responses: {{'204': {{description: ok}}}}}}}}
""")
    for _ in range(4):
        server.answer(Answer(204))
    url_safe = made.module("_core.codec.scalars").Base64Url(b"\xfb\xff")
    given = {"a": b"\xfb\xff", "b": url_safe, "c": [b"\0", b"\xfb\xff"]}
    with made.client(base_url=server.url) as client:
        client.json.replace(**given, q=b"\xfb\xff", x_h=url_safe)
        client.root.replace(b"\xfb\xff")
        client.form.replace(**given)
        client.parts.replace(**given, d=b"\xfb\xff")
    sent = server.requests
    assert sent[0].json() == {"a": "+/8=", "b": "-_8", "c": ["AA==", "+/8="]}
    assert sent[0].query == [("q", "+/8=")] and sent[0].headers["x-h"] == "-_8"
    assert sent[1].json() == "+/8="
    assert sent[2].body == b"a=%2B%2F8%3D&b=-_8&c=AA%3D%3D&c=%2B%2F8%3D"
    body = sent[3].body
    assert b'name="a"\r\n\r\n+/8=\r\n' in body and b'name="b"\r\n\r\n-_8\r\n' in body
    assert b'name="c"\r\n\r\nAA==\r\n' in body and b"\r\n\r\n\xfb\xff\r\n" in body
