"""Test responses by media type: what is requested, and how the content is decoded."""

from __future__ import annotations

import asyncio
from typing import Any
from urllib.parse import parse_qsl

import pytest

from tests.generate.conftest import Generated, MypyStrict
from tests.generate.support import HEAD, Package
from tests.support.loopback import Answer, Loopback

PET = '{$ref: "#/components/schemas/Pet"}'
ERROR = '{$ref: "#/components/schemas/Error"}'
DOCUMENT = f"""{HEAD}paths:
  /image: {{get: {{responses: {{"200": {{description: ok, content: {{
    application/json: {{schema: {PET}}}, image/png: {{}}}}}}}}}}}}
  /csv: {{get: {{responses: {{"200": {{description: ok, content: {{
    text/csv: {{schema: {{type: string}}}}, application/json: {{schema: {{type: array, items: {PET}}}}}}}}}}}}}}}
  /same: {{get: {{responses: {{"200": {{description: ok, content: {{
    text/plain: {{schema: {PET}}}, application/yaml: {{schema: {PET}}}, application/json: {{schema: {PET}}},
    application/vnd.shop+json: {{schema: {PET}}}, application/xml: {{schema: {PET}}}}}}}}}}}}}
  /statuses: {{get: {{responses: {{
    "200": {{description: ok, content: {{application/json: {{schema: {PET}}}}}}},
    "203": {{description: ok, content: {{application/pdf: {{}}}}}}}}}}}}
  /undescribed:
    get: {{responses: {{"200": {{description: ok}}}}}}
    post: {{responses: {{"201": {{description: ok, content: {{application/json: {{schema: {PET}}}}}}}, "202": {{description: later}}}}}}
    delete: {{responses: {{"204": {{description: ok}}}}}}
    head: {{responses: {{"200": {{description: ok}}}}}}
  /default: {{get: {{responses: {{default: {{description: no, content: {{application/json: {{schema: {ERROR}}}}}}}}}}}}}
  /nothing: {{get: {{responses: {{"404": {{description: no, content: {{application/json: {{schema: {ERROR}}}}}}}}}}}}}
  /file: {{get: {{responses: {{default: {{description: a file, content: {{application/pdf: {{}}}}}}}}}}}}
  /xml: {{get: {{responses: {{
    "200": {{description: ok, content: {{application/xml: {{schema: {ERROR}}}}}}},
    "400": {{description: no, content: {{application/xml: {{schema: {ERROR}}}}}}},
    "409": {{description: no, content: {{application/json: {{schema: {ERROR}}}, text/xml: {{schema: {ERROR}}}}}}},
    "410": {{description: no, content: {{text/plain: {{schema: {{type: string}}}}}}}}}}}}}}
  /latin:
    post:
      requestBody: {{required: true, content: {{"application/json; charset=ISO-8859-1": {{schema: {PET}}}}}}}
      responses: {{"200": {{description: ok, content: {{application/json: {{schema: {PET}}}}}}}}}
    put:
      requestBody: {{required: true, content: {{"text/plain; charset=iso-8859-1": {{schema: {{type: string}}}}}}}}
      responses: {{"204": {{description: ok}}}}
    patch:
      requestBody: {{required: true, content: {{"application/xml; charset=iso-8859-1": {{schema: {PET}}}}}}}
      responses: {{"204": {{description: ok}}}}
components:
  schemas:
    Pet: {{type: object, required: [name], properties: {{name: {{type: string}}}}}}
    Error: {{type: object, required: [message], properties: {{message: {{type: string}}, code: {{type: integer}}}}}}
"""
PNG = b"\x89PNG"


def answer(content: bytes, media_type: str, status: int = 200) -> Answer:
    return Answer(status, content, {"Content-Type": media_type})


@pytest.fixture
def made(generated: Generated) -> Package:
    return generated(DOCUMENT)


def test_the_content_type_of_a_response_decides_among_the_declared_types(
    made: Package, server: Loopback
) -> None:
    pet, pets = b'{"name": "a"}', b'[{"name": "a"}]'
    xml = b"<Pet><name>a</name></Pet>"
    server.answer(
        answer(pet, "application/json"),
        answer(PNG, "image/png"),
        answer(PNG, "image/jpeg"),
        answer(pet, "application/problem+json"),
        answer(b"a,b", "text/csv; charset=utf-8"),
        answer(pets, "Application/JSON"),
        answer(pet, "application/vnd.shop+json"),
        answer(xml, "application/xml"),
        answer(pet, "text/plain"),
        answer(pet, "application/json"),
        answer(b"%PDF", "application/pdf", 203),
    )
    Pet = made.models.Pet
    with made.client(base_url=server.url) as client:
        assert [client.image.get() for _ in range(4)] == [Pet(name="a"), PNG, PNG, Pet(name="a")]
        assert [client.csv.get() for _ in range(2)] == ["a,b", [Pet(name="a")]]
        assert [client.same.get() for _ in range(3)] == [Pet(name="a")] * 3
        assert [client.statuses.get() for _ in range(2)] == [Pet(name="a"), b"%PDF"]
    accepted = list(dict.fromkeys(each.headers["accept"] for each in server.requests))
    assert accepted == [
        "application/json, image/png",
        "application/json, text/csv",
        "application/json, application/vnd.shop+json;q=0.9, application/xml;q=0.9",
        "application/json, application/pdf",
    ]


def test_a_body_that_the_document_does_not_describe_is_given_as_bytes(
    made: Package, server: Loopback
) -> None:
    server.answer(
        answer(PNG, "image/png"),
        answer(b'{"a": 1}', "application/json"),
        Answer(200),
        Answer(202),
        answer(b"queued", "text/plain", 202),
        answer(b'{"name": "a"}', "application/json", 201),
        Answer(204),
        Answer(200),
    )
    with made.client(base_url=server.url) as client:
        found = [client.undescribed.get() for _ in range(3)]
        assert found == [PNG, b'{"a": 1}', None]
        created = [client.undescribed.create() for _ in range(3)]
        assert created == [None, b"queued", made.models.Pet(name="a")]
        assert client.undescribed.delete() is None
        assert client.undescribed.head() is None
    assert [each.headers["accept"] for each in server.requests[::3]] == [
        "*/*",
        "application/json",
        "application/json",
    ]


def test_a_default_response_describes_errors_and_not_successes(
    made: Package, server: Loopback
) -> None:
    error = b'{"message": "gone", "code": 1}'
    server.answer(
        answer(b'{"a": 1}', "application/json"),
        answer(PNG, "image/png"),
        answer(b"<p>", "text/html"),
        Answer(200),
        answer(error, "application/json", 410),
        answer(PNG, "image/png"),
        answer(b"%PDF", "application/pdf"),
    )
    with made.client(base_url=server.url) as client:
        found = [client.default.get() for _ in range(4)]
        assert found == [{"a": 1}, PNG, "<p>", None]
        with pytest.raises(made.module().ApiStatusError) as caught:
            client.default.get()
        assert caught.value.body == made.models.Error(message="gone", code=1)
        assert client.nothing.get() == PNG
        assert client.file.get() == b"%PDF"
    accepted = [each.headers["accept"] for each in server.requests]
    assert accepted == ["*/*"] * 6 + ["application/pdf"]


def test_errors_are_decoded_from_xml_and_text(made: Package, server: Loopback) -> None:
    xml = b"<Error><message>no</message><code>7</code></Error>"
    server.answer(
        answer(xml, "application/xml", 400),
        answer(xml, "text/xml", 409),
        answer(b'{"message": "no", "code": 7}', "application/json", 409),
        answer(b"gone", "text/plain", 410),
        answer(b"<html>", "text/html", 400),
        answer(b"", "application/xml", 400),
    )

    async def run() -> list[Any]:
        bodies: list[Any] = []
        async with made.async_client(base_url=server.url) as client:
            for _ in range(6):
                with pytest.raises(made.module().ApiStatusError) as caught:
                    await client.xml.get()
                bodies.append(caught.value.body)
        return bodies

    error = made.models.Error(message="no", code=7)
    assert asyncio.run(run()) == [error, error, error, "gone", None, None]


def test_the_character_set_is_honoured_both_ways(made: Package, server: Loopback) -> None:
    body = '{"name": "é"}'
    server.answer(
        answer(body.encode("latin-1"), "application/json; charset=ISO-8859-1"),
        answer(body.encode("utf-16"), 'application/json; charset="UTF-16"'),
        answer(body.encode(), "application/json; charset=utf-8"),
        answer(body.encode(), "application/json; charset=nonsense"),
        Answer(204),
        Answer(204),
        answer('{"message": "é"}'.encode("cp1252"), "application/json;charset=windows-1252", 404),
    )
    Pet = made.models.Pet
    with made.client(base_url=server.url) as client:
        assert [client.latin.create(name="é€𝄞") for _ in range(4)] == [Pet(name="é")] * 4
        client.latin.replace("é")
        client.latin.update(name="é")
        with pytest.raises(made.module().NotFoundError) as caught:
            client.nothing.get()
        assert caught.value.body == made.models.Error(message="é")
    sent = server.requests
    assert sent[0].headers["content-type"] == "application/json; charset=ISO-8859-1"
    assert sent[0].body == b'{"name":"\xe9\\u20ac\\ud834\\udd1e"}'
    assert sent[4].body == b"\xe9"
    assert b"iso-8859-1" in sent[5].body.lower()
    assert b"<name>\xe9</name>" in sent[5].body


def test_the_types_of_responses(made: Package, mypy_strict: MypyStrict) -> None:
    program = made.folder / "program.py"
    program.write_text(
        f"from {made.name} import {made.client.__name__}\n"
        f"from {made.name}.models import Pet\n"
        f"def f(client: {made.client.__name__}) -> None:\n"
        "    image: Pet | bytes = client.image.get()\n"
        "    csv: str | list[Pet] = client.csv.get()\n"
        "    same: Pet = client.same.get()\n"
        "    undescribed: bytes | None = client.undescribed.get()\n"
        "    created: Pet | bytes | None = client.undescribed.create()\n"
        "    anything: object = client.default.get()\n",
        encoding="utf-8",
    )
    mypy_strict(made.folder / made.name, program)


FORM = f"""{HEAD}paths:
  /form:
    post:
      requestBody:
        content:
          application/x-www-form-urlencoded:
            schema: {{type: object, properties: {{
              meta: {{type: object}}, model: {PET}, list: {{type: array, items: {{type: integer}}}},
              plain: {{type: object, additionalProperties: {{type: integer}}}}, none: {{type: [object, "null"]}}}}}}
            encoding:
              meta: {{contentType: application/json}}
              model: {{contentType: application/vnd.shop+json}}
              list: {{contentType: application/json}}
              none: {{contentType: application/json}}
      responses: {{"204": {{description: ok}}}}
components: {{schemas: {{Pet: {{type: object, properties: {{name: {{type: string}}}}}}}}}}
"""


def test_a_member_of_a_form_that_is_json_is_encoded_once(
    generated: Generated, server: Loopback
) -> None:
    made = generated(FORM)
    server.answer(Answer(204), Answer(204))
    with made.client(base_url=server.url) as client:
        client.form.create(
            meta={"a": 1},
            model=made.models.Pet(name="é"),
            list=[1, 2],
            plain={"b": 2},
            none=None,
        )
        client.form.create(meta='{"a":1}')
    full, string = server.requests
    assert parse_qsl(full.body.decode()) == [
        ("meta", '{"a":1}'),
        ("model", '{"name":"\\u00e9"}'),
        ("list", "[1,2]"),
        ("plain", '{"b":2}'),
    ]
    assert string.body == b"meta=%7B%22a%22%3A1%7D"
