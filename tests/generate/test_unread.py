"""Test that each unsupported declaration of a document is reported, with its location and code."""

from __future__ import annotations

import pytest
from specloom.diagnostics import severity_of

from tests.generate.conftest import Generated
from tests.generate.support import HEAD
from tests.support.loopback import Loopback, json_answer

DONE = 'responses: {"204": {description: done}}'
MEMBERS = "{type: object, properties: {a: {type: string}}}"


def parameter(said: str) -> str:
    return f"  /a:\n    get:\n      parameters: [{said}]\n      {DONE}\n"


def body(content: str) -> str:
    return f"  /a:\n    post:\n      requestBody: {{content: {{{content}}}}}\n      {DONE}\n"


def answer(said: str) -> str:
    return f'  /a:\n    get:\n      responses: {{"200": {{description: it, {said}}}}}\n'


@pytest.mark.parametrize(
    ("path", "code", "message"),
    [
        (
            parameter("{name: Accept, in: header, schema: {type: string}}"),
            "ignored-header",
            "the header parameter 'Accept' is ignored, as OpenAPI requires",
        ),
        (
            parameter(
                f"{{name: q, in: query, content: {{application/xml: {{schema: {MEMBERS}}}}}}}"
            ),
            "skipped-content",
            "a parameter cannot be serialized as application/xml; it is sent as JSON",
        ),
        (
            body(f"application/yaml: {{schema: {MEMBERS}}}"),
            "untyped-content",
            "application/yaml is sent as bytes, regardless of its schema",
        ),
        (
            answer(f"content: {{application/yaml: {{schema: {MEMBERS}}}}}"),
            "untyped-content",
            "application/yaml is returned as bytes, regardless of its schema",
        ),
        (
            body(
                "multipart/form-data: {schema: {type: object, properties: {f: {type: string}}}, "
                "encoding: {f: {headers: {X-A: {schema: {type: string}}}}}}"
            ),
            "ignored-encoding",
            "the headers of a part are not arguments of the method",
        ),
        (
            answer("links: {more: {operationId: b}}"),
            "skipped-link",
            "nothing is generated for links",
        ),
        (
            body("application/json: {schema: {type: string, contentEncoding: quoted-printable}}"),
            "ignored-keyword",
            "'contentEncoding' is not checked; the rest of the schema determines the type",
        ),
    ],
)
def test_what_is_not_read(generated: Generated, path: str, code: str, message: str) -> None:
    [said] = generated(f"{HEAD}paths:\n{path}").messages
    assert f"{severity_of(code).value}[{code}]" in said
    assert said.endswith(f": {message}")


@pytest.mark.parametrize(
    ("path", "media_type"),
    [
        (answer(f"content: {{multipart/mixed: {{itemSchema: {MEMBERS}}}}}"), "multipart/mixed"),
        (body(f"application/json: {{itemSchema: {MEMBERS}}}"), "application/json"),
    ],
)
def test_items_of_what_is_not_a_stream(generated: Generated, path: str, media_type: str) -> None:
    [message] = generated(f"{HEAD.replace('3.1.0', '3.2.0')}paths:\n{path}").messages
    assert "warning[untyped-content]" in message
    assert message.endswith(f"'itemSchema' is ignored: {media_type} is not a stream of items")


def test_the_items_of_a_stream_are_no_finding(generated: Generated) -> None:
    path = answer(f"content: {{application/jsonl: {{itemSchema: {MEMBERS}}}}}")
    assert generated(f"{HEAD.replace('3.1.0', '3.2.0')}paths:\n{path}").messages == []


def test_a_query_that_is_no_form(generated: Generated) -> None:
    text = HEAD.replace("3.1.0", "3.2.0")
    made = generated(
        f"{text}paths:\n"
        + parameter("{name: q, in: querystring, content: {application/json: {schema: {}}}}")
    )
    [said] = made.messages
    assert "warning[skipped-content]" in said


def test_a_default_mapping(generated: Generated, server: Loopback) -> None:
    text = HEAD.replace("3.1.0", "3.2.0")
    made = generated(f"""{text}paths:
  /pets:
    get:
      responses:
        "200": {{description: it, content: {{application/json: {{schema: {{$ref: "#/components/schemas/Pet"}}}}}}}}
components:
  schemas:
    Cat: {{type: object, properties: {{kind: {{type: string}}, lives: {{type: integer}}}}}}
    Dog: {{type: object, properties: {{kind: {{type: string}}, tricks: {{type: integer}}}}}}
    Pet:
      oneOf: [{{$ref: "#/components/schemas/Cat"}}, {{$ref: "#/components/schemas/Dog"}}]
      discriminator: {{propertyName: kind, defaultMapping: Dog}}
""")
    server.answer(json_answer({"kind": "Cat"}), json_answer({"kind": "wolf", "tricks": 0}))
    with made.client(base_url=server.url) as client:
        assert isinstance(client.pets.get(), made.models.Cat)
        assert isinstance(client.pets.get(), made.models.Dog)
