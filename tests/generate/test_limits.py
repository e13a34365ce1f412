"""Test limits and descriptions of documents, and where they appear."""

from __future__ import annotations

from typing import Any

import pytest

from tests.generate.conftest import Generated
from tests.generate.support import HEAD
from tests.support.loopback import Answer, Loopback

PARAMETERS = """paths:
  /things:
    get:
      parameters:
        - {name: limit, in: query, schema: {type: integer, exclusiveMinimum: 0, maximum: 9}}
        - {name: share, in: query, schema: {type: number, exclusiveMaximum: 1}}
        - {name: maybe, in: query, schema: {anyOf: [{type: integer, exclusiveMinimum: 3}, {type: 'null'}]}}
        - {name: X-Named, in: header, schema: {$ref: "#/components/schemas/Positive"}}
      responses: {"204": {description: done}}
components: {schemas: {Positive: {type: integer, exclusiveMinimum: 0, description: A positive number.}}}
"""
FLAGS = """paths:
  /things:
    get:
      parameters:
        - {name: limit, in: query, schema: {type: integer, minimum: 0, exclusiveMinimum: true, maximum: 9}}
        - {name: share, in: query, schema: {type: number, maximum: 1, exclusiveMaximum: true}}
        - {name: maybe, in: query, schema: {type: integer, nullable: true, minimum: 3, exclusiveMinimum: true}}
        - {name: X-Named, in: header, schema: {$ref: "#/components/schemas/Positive"}}
      responses: {"204": {description: done}}
components: {schemas: {Positive: {type: integer, minimum: 0, exclusiveMinimum: true}}}
"""


@pytest.mark.parametrize(
    "text", [HEAD + PARAMETERS, HEAD.replace("3.1.0", "3.0.3") + FLAGS], ids=["3.1", "3.0"]
)
def test_exclusive_limits_are_checked_before_a_call_is_sent(
    text: str, generated: Generated, server: Loopback
) -> None:
    made = generated(text)
    error = made.module("_core.errors").InputError
    server.answer(Answer(204))
    with made.client(base_url=server.url) as client:
        beyond: list[tuple[dict[str, Any], str]] = [
            ({"limit": 0}, "limit is 0; the API accepts more than 0"),
            ({"limit": 10}, "limit is 10; the API accepts at most 9"),
            ({"share": 1.0}, "share is 1; the API accepts less than 1"),
            ({"maybe": 3}, "maybe is 3; the API accepts more than 3"),
            ({"x_named": 0}, "X-Named is 0; the API accepts more than 0"),
        ]
        for given, message in beyond:
            with pytest.raises(error, match=message):
                client.things.get(**given)
        client.things.get(limit=1, share=0.99, maybe=4, x_named=1)
    assert server.requests[0].query == [("limit", "1"), ("share", "0.99"), ("maybe", "4")]
    said = made.client(base_url=server.url).things.get.__doc__
    assert "More than 0." in said and "Less than 1." in said


def test_descriptions_and_limits_inside_a_choice_with_null(generated: Generated) -> None:
    made = generated(HEAD + """paths:
  /up:
    post:
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              properties:
                temperature: {anyOf: [{type: number, maximum: 2, description: How warm it is}, {type: 'null'}]}
                cold: {description: Its own., oneOf: [{type: 'null'}, {type: number, description: Not this.}]}
                thing: {$ref: "#/components/schemas/Thing"}
      parameters:
        - {name: q, in: query, schema: {anyOf: [{type: string, maxLength: 3, description: What to find}, {type: 'null'}]}}
      responses: {"204": {description: done}}
components:
  schemas:
    Level: {type: integer, minimum: 1, description: A level}
    Thing:
      type: object
      properties:
        level: {anyOf: [{$ref: "#/components/schemas/Level"}, {type: 'null'}]}
        other: {allOf: [{$ref: "#/components/schemas/Level"}]}
        either: {anyOf: [{type: string, description: One}, {type: integer, description: Other}]}
""")
    said = made.client(base_url="http://localhost").up.create.__doc__
    assert "temperature: How warm it is. At most 2." in said
    assert "cold: Its own." in said and "Not this" not in said
    assert "q: What to find. At most 3 characters." in said
    text = made.text(f"{made.name}/models.py")
    assert text.count('"""A level. At least 1."""') == 2
    assert "One" not in text
