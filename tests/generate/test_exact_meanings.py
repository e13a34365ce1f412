"""Test values that have one meaning only, although a related document has another one for them."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest

from tests.generate.support import HEAD, Package, importable, made_of, project_of

DOCUMENT = f"""{HEAD}paths:
  /text/{{on}}:
    get:
      parameters:
        - {{name: on, in: path, required: true, content: {{text/plain: {{schema: {{type: string, format: date}}}}}}}}
        - {{name: at, in: query, content: {{text/plain: {{schema: {{type: string, format: date-time}}}}}}}}
        - {{name: X-On, in: header, content: {{text/plain: {{schema: {{type: string, format: date}}}}}}}}
        - {{name: day, in: cookie, content: {{text/plain: {{schema: {{type: string, format: date}}}}}}}}
        - {{name: word, in: query, content: {{application/json: {{schema: {{type: string}}}}}}}}
        - {{name: X-Ids, in: header, schema: {{type: array, items: {{type: integer}}}}}}
        - {{name: X-Map, in: header, schema: {{type: object, additionalProperties: {{type: integer}}}}}}
        - {{name: X-Word, in: header, schema: {{type: string}}}}
      responses: {{"200": {{description: any, content: {{application/json: {{schema: {{}}}}}}}}}}
  /versions:
    get:
      responses:
        "200":
          description: one of two versions
          content:
            "application/json; version=1": {{schema: {{$ref: "#/components/schemas/One"}}}}
            "application/json; version=2": {{schema: {{$ref: "#/components/schemas/Two"}}}}
  /gone:
    delete:
      responses:
        "200": {{description: gone, content: {{application/json: {{schema: {{$ref: "#/components/schemas/One"}}}}}}}}
        "204": {{description: gone, content: {{application/json: {{schema: {{$ref: "#/components/schemas/One"}}}}}}}}
  /form:
    get:
      responses:
        "200":
          description: a form
          content: {{application/x-www-form-urlencoded: {{schema: {{$ref: "#/components/schemas/One"}}}}}}
  /bags:
    post:
      requestBody: {{required: true, content: {{application/json: {{schema: {{$ref: "#/components/schemas/Bag"}}}}}}}}
      responses: {{"200": {{description: it, content: {{application/json: {{schema: {{$ref: "#/components/schemas/Bag"}}}}}}}}}}
components:
  schemas:
    One: {{type: object, required: [a], properties: {{a: {{type: string}}}}}}
    Two: {{type: object, properties: {{b: {{type: integer}}}}}}
    Tree: {{type: object, additionalProperties: {{$ref: "#/components/schemas/Tree"}}}}
    Lists: {{type: array, items: {{oneOf: [{{type: string}}, {{$ref: "#/components/schemas/Lists"}}]}}}}
    Anything:
      anyOf:
        - {{type: [string, number, boolean, "null"]}}
        - {{type: array, items: {{$ref: "#/components/schemas/Anything"}}}}
        - {{type: object, additionalProperties: {{$ref: "#/components/schemas/Anything"}}}}
    Bag:
      type: object
      properties:
        counts:
          oneOf: [{{$ref: "#/components/schemas/One"}}, {{type: object, additionalProperties: {{type: integer}}}}]
        lists:
          type: array
          items:
            anyOf:
              - {{type: object, additionalProperties: {{type: array, items: {{type: integer}}}}}}
              - {{$ref: "#/components/schemas/One"}}
        grade:
          oneOf:
            - {{type: object, required: [k], properties: {{k: {{enum: [a, b]}}, x: {{type: string, format: date}}}}}}
            - {{type: object, required: [k], properties: {{k: {{enum: [c, d]}}, x: {{type: string}}}}}}
        level:
          oneOf:
            - {{type: object, required: [k], properties: {{k: {{const: 1}}, x: {{type: string}}}}}}
            - {{type: object, required: [k], properties: {{k: {{const: 2}}, x: {{type: integer}}}}}}
        any: {{$ref: "#/components/schemas/Anything"}}
        tree: {{$ref: "#/components/schemas/Tree"}}
        lines: {{$ref: "#/components/schemas/Lists"}}
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    package = made_of(project_of(DOCUMENT, tmp_path_factory.mktemp("exact"), "exact_shop"))
    with importable(package.folder, package.name):
        yield package


def _sent(made: Package, **arguments: Any) -> Any:
    names = made.module()
    transport = names.MockTransport([names.json_response({})])
    with made.client(base_url="https://a.example", transport=transport) as client:
        client.text.get(date(2024, 1, 2), **arguments)
    return transport.requests[0]


def test_scalars_as_plain_text_have_no_quotation_marks(made: Package) -> None:
    at = datetime(2024, 1, 2, 3, tzinfo=UTC)
    request = _sent(made, at=at, x_on=date(2024, 1, 3), day=date(2024, 1, 4), word="a")
    # JSON has them, of course.
    assert request.url == (
        "https://a.example/text/2024-01-02?at=2024-01-02T03%3A00%3A00Z&word=%22a%22"
    )
    headers = dict(request.headers)
    assert headers["X-On"] == "2024-01-03"
    assert "".join(headers["Cookie"]) == "day=2024-01-04"


def test_an_empty_array_or_object_is_no_header(made: Package) -> None:
    headers = dict(_sent(made, x_ids=[], x_map={}, x_word="").headers)
    assert "X-Ids" not in headers and "X-Map" not in headers
    assert headers["X-Word"] == ""
    assert dict(_sent(made, x_ids=[0], x_map={"a": 0}).headers)["X-Ids"] == "0"


@pytest.mark.parametrize(
    ("media_type", "name"),
    [
        ("application/json; version=1", "One"),
        ('application/json;charset=utf-8;VERSION="2"', "Two"),
        ("application/json", "One"),
    ],
)
def test_media_types_that_differ_in_a_parameter(made: Package, media_type: str, name: str) -> None:
    names = made.module()
    answer = names.json_response({"a": "x", "b": 1}, headers={"Content-Type": media_type})

    async def run() -> object:
        transport = names.AsyncMockTransport([answer])
        async with made.async_client(base_url="https://a.example", transport=transport) as client:
            return await client.versions.get()

    assert type(asyncio.run(run())).__name__ == name


def test_a_status_without_a_body_gives_none(made: Package) -> None:
    assert made.client(base_url="https://a.example").gone.delete.__annotations__["return"] == (
        "One | None"
    )


def test_a_map_of_typed_values_is_not_taken_for_a_similar_object(made: Package) -> None:
    bag = made.models.Bag
    data = {"counts": {"a": 1, "c": 2}, "lists": [{"a": [1]}, {"a": "x"}]}
    found = bag.from_dict(data)
    assert found.counts == {"a": 1, "c": 2}
    assert found.lists == [{"a": [1]}, made.models.One(a="x")]
    assert found.to_dict() == data
    # What does not match exactly still is the most similar type.
    assert bag.from_dict({"counts": {"a": 1, "c": "x"}}).counts.a == "1"


@pytest.mark.parametrize(
    ("name", "data", "x"),
    [
        ("grade", {"k": "b", "x": "2024-01-02"}, date(2024, 1, 2)),
        ("grade", {"k": "d", "x": "2024-01-02"}, "2024-01-02"),
        ("level", {"k": 1, "x": "3"}, "3"),
        ("level", {"k": 2, "x": 3}, 3),
    ],
)
def test_the_literals_of_a_required_property_decide(
    made: Package, name: str, data: dict[str, object], x: object
) -> None:
    found = getattr(made.models.Bag.from_dict({name: data}), name)
    assert found.x == x and list(found.misfits) == []


def test_an_invalid_property_does_not_change_what_a_constant_says(made: Package) -> None:
    found = made.models.Bag.from_dict({"level": {"k": 2, "x": "s"}}).level
    assert (found.k, found.x, list(found.misfits)) == (2, "s", ["x"])


def test_a_key_that_json_cannot_have(made: Package) -> None:
    with made.client(base_url="https://a.example") as client:
        with pytest.raises(TypeError, match="for a value of type tuple"):
            client.bags.create(any={"b": {(1, 2): 3}})


def test_findings(made: Package) -> None:
    assert [each.partition("api.yaml: ")[2] for each in made.messages] == [
        "warning[skipped-content] #/paths/~1gone/delete/responses/204/content: "
        "a response with status 204 has no body; its content is ignored",
        "warning[untyped-content] #/paths/~1form/get/responses/200/content/"
        "application~1x-www-form-urlencoded: application/x-www-form-urlencoded is returned as "
        "bytes, regardless of its schema",
        *[
            f"warning[untyped-recursion] #/components/schemas/{name}: an array or a map that "
            "contains itself has no Python type; the value is untyped"
            for name in ("Tree", "Lists")
        ],
    ]
