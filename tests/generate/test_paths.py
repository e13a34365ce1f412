"""Test paths with unusual parts: the requested path is what the document means."""

from __future__ import annotations

import pytest

from tests.generate.conftest import Generated
from tests.generate.support import HEAD
from tests.support.loopback import Answer, Loopback

DOCUMENT = f"""{HEAD}paths:
  /boxes/?comp=list:
    get:
      parameters: [{{name: comp, in: query, required: true, schema: {{type: string, enum: [list]}}}}]
      responses: {{"204": {{description: done}}}}
  /boxes/c?comp=acl&kind=c:
    put:
      parameters:
      - {{name: comp, in: query, schema: {{type: string}}}}
      - {{name: top, in: query, schema: {{type: integer}}}}
      responses: {{"204": {{description: done}}}}
  /boxes/{{id}}?acl:
    get:
      parameters: [{{name: id, in: path, required: true, schema: {{type: string}}}}]
      responses: {{"204": {{description: done}}}}
  /#Action=One:
    get:
      parameters: [{{name: Action, in: query, required: true, schema: {{type: string, enum: [One]}}}}]
      responses: {{"204": {{description: done}}}}
  /#Action=Two:
    get:
      parameters: [{{name: Action, in: query, required: true, schema: {{type: string, enum: [Two]}}}}]
      responses: {{"204": {{description: done}}}}
"""


def test_a_path_with_a_query(generated: Generated, server: Loopback) -> None:
    made = generated(DOCUMENT)
    server.answer(*[Answer(204)] * 4)
    with made.client(base_url=server.url) as client:
        client.boxes.list(comp="list")
        client.boxes.c_comp_acl_and_kind_c.replace(top=2)
        client.boxes.c_comp_acl_and_kind_c.replace(comp="other")
        client.boxes.get("a?b")
    assert [each.target for each in server.requests] == [
        "/boxes/?comp=list",
        "/boxes/c?comp=acl&kind=c&top=2",
        "/boxes/c?kind=c&comp=other",
        "/boxes/a%3Fb?acl",
    ]


def test_a_fragment_is_not_sent(generated: Generated, server: Loopback) -> None:
    made = generated(DOCUMENT)
    server.answer(Answer(204), Answer(204))
    with made.client(base_url=server.url) as client:
        client.one.get(action="One")
        client.two.get(action="Two")
    assert [each.target for each in server.requests] == ["/?Action=One", "/?Action=Two"]


@pytest.mark.parametrize("format_", ["", ", format: byte"])
def test_a_path_that_may_hold_nothing(generated: Generated, server: Loopback, format_: str) -> None:
    made = generated(f"""{HEAD}paths:
  /boxes/{{name}}:
    get:
      parameters: [{{name: name, in: path, required: true, schema: {{type: string{format_}, enum: [""]}}}}]
      responses: {{"204": {{description: done}}}}
""")
    server.answer(Answer(204))
    with made.client(base_url=server.url) as client:
        client.boxes.get("")
    assert server.requests[0].target == "/boxes/"
