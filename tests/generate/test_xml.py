"""Test bodies and responses in XML: what is sent, and how a response is decoded."""

from __future__ import annotations

import pytest

from tests.generate.conftest import Generated, MypyStrict
from tests.generate.support import HEAD
from tests.support.loopback import Answer, Loopback

XML = f"""{HEAD}paths:
  /pets:
    put:
      requestBody:
        required: true
        content: {{application/xml: {{schema: {{$ref: "#/components/schemas/Pet"}}}}}}
      responses:
        "200": {{description: it, content: {{application/xml: {{schema: {{$ref: "#/components/schemas/Pet"}}}}}}}}
    get:
      responses:
        "200":
          description: them
          content:
            application/xml:
              schema: {{type: array, items: {{$ref: "#/components/schemas/Pet"}}, xml: {{name: pets}}}}
components:
  schemas:
    Pet:
      type: object
      required: [id]
      xml: {{name: pet, namespace: "https://pets.example", prefix: p}}
      properties:
        id: {{type: integer, xml: {{attribute: true}}}}
        name: {{type: string, xml: {{name: called}}}}
        born: {{type: string, format: date}}
        tags: {{type: array, items: {{type: string, xml: {{name: tag}}}}}}
        photos: {{type: array, items: {{type: string, xml: {{name: photo}}}}, xml: {{wrapped: true}}}}
        child: {{$ref: "#/components/schemas/Pet", xml: {{name: child}}}}
"""
PET = (
    b"<?xml version='1.0' encoding='utf-8'?>\n"
    b'<p:pet xmlns:p="https://pets.example" id="1"><called>R&amp;x</called><born>2020-02-29</born>'
    b"<tag>a</tag><tag>b</tag><photos><photo>c</photo></photos></p:pet>"
)


def test_xml(generated: Generated, server: Loopback, mypy_strict: MypyStrict) -> None:
    made = generated(XML)
    server.answer(
        Answer(200, PET.replace(b"</p:pet>", b"<new>1</new></p:pet>")),
        Answer(200, b"<pets>" + PET.partition(b"\n")[2] + b"<pet id='2'/></pets>"),
        Answer(200, b"<!DOCTYPE x [<!ENTITY a 'b'>]><pet id='1'>&a;</pet>"),
    )
    with made.client(base_url=server.url) as client:
        pet = client.pets.replace(
            id=1, name="R&x", born="2020-02-29", tags=["a", "b"], photos=["c"]
        )
        assert (pet.id, pet.name, pet.tags, pet.photos) == (1, "R&x", ["a", "b"], ["c"])
        assert (pet.born.year, pet.unknown_fields) == (2020, {"new": "1"})
        assert [each.id for each in client.pets.list()] == [1, 2]
        with pytest.raises(made.module("_core.errors").DecodingError, match="document type"):
            client.pets.list()
    request = server.requests[0]
    assert request.body == PET
    assert request.headers["content-type"] == request.headers["accept"] == "application/xml"
    mypy_strict(made.folder / made.name)
