"""Test parameters: what is sent for what a document declares."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from tests.generate.conftest import Generated, MypyStrict
from tests.generate.support import HEAD
from tests.support.loopback import Answer, Loopback

OBJECT = "{type: object, properties: {R: {type: integer}, G: {type: integer}}}"
ARRAY = "{type: array, items: {type: string}}"


def document(place: str, details: str) -> str:
    path = "/colors/{color}" if place == "path" else "/colors"
    return f"""{HEAD}paths:
  {path}:
    get:
      parameters:
      - {{name: color, in: {place}, required: true, {details}}}
      responses: {{"204": {{description: done}}}}
"""


def sent(made: Any, server: Loopback, value: object, place: str) -> Any:
    server.answer(Answer(204))
    with made.client(base_url=server.url) as client:
        if place == "path":
            client.colors.get(value)
        else:
            client.colors.get(color=value)
    return server.requests[-1]


@pytest.mark.parametrize(
    ("style", "explode", "schema", "value", "path"),
    [
        ("simple", False, ARRAY, ["blue", "b/k"], "/colors/blue,b%2Fk"),
        ("simple", False, OBJECT, {"R": 100, "G": 200}, "/colors/R,100,G,200"),
        ("simple", True, OBJECT, {"R": 100, "G": 200}, "/colors/R=100,G=200"),
        ("label", False, "{type: string}", "blue", "/colors/.blue"),
        ("label", False, ARRAY, ["blue", "black"], "/colors/.blue,black"),
        ("label", True, ARRAY, ["blue", "black"], "/colors/.blue.black"),
        ("label", False, OBJECT, {"R": 100, "G": 200}, "/colors/.R,100,G,200"),
        ("label", True, OBJECT, {"R": 100, "G": 200}, "/colors/.R=100.G=200"),
        ("matrix", False, "{type: string}", "a;b", "/colors/;color=a%3Bb"),
        ("matrix", False, "{type: string}", "", "/colors/;color"),
        ("matrix", False, ARRAY, ["blue", "black"], "/colors/;color=blue,black"),
        ("matrix", True, ARRAY, ["blue", "black"], "/colors/;color=blue;color=black"),
        ("matrix", False, OBJECT, {"R": 100, "G": 200}, "/colors/;color=R,100,G,200"),
        ("matrix", True, OBJECT, {"R": 100, "G": 200}, "/colors/;R=100;G=200"),
    ],
)
def test_styles_of_a_path(
    generated: Generated,
    server: Loopback,
    style: str,
    explode: bool,
    schema: str,
    value: object,
    path: str,
) -> None:
    details = f"style: {style}, explode: {str(explode).lower()}, schema: {schema}"
    made = generated(document("path", details))
    assert sent(made, server, value, "path").target == path


@pytest.mark.parametrize(
    ("details", "value", "query"),
    [
        (f"style: form, schema: {OBJECT}", {"R": 1, "G": 2}, "R=1&G=2"),
        (f"style: form, explode: false, schema: {OBJECT}", {"R": 1}, "color=R,1"),
        (
            f"style: spaceDelimited, explode: false, schema: {ARRAY}",
            ["a b", "c"],
            "color=a%20b%20c",
        ),
        (f"style: pipeDelimited, explode: false, schema: {ARRAY}", ["a", "b"], "color=a%7Cb"),
        (f"style: pipeDelimited, explode: true, schema: {ARRAY}", ["a", "b"], "color=a&color=b"),
        (f"x-specloom-style: tabDelimited, schema: {ARRAY}", ["a", "b"], "color=a%09b"),
        (f"style: deepObject, schema: {OBJECT}", {"R": 1, "G": 2}, "color%5BR%5D=1&color%5BG%5D=2"),
        (
            "style: deepObject, schema: {type: object}",
            {"a": {"b": ["x", True]}, "c": None},
            "color%5Ba%5D%5Bb%5D%5B0%5D=x&color%5Ba%5D%5Bb%5D%5B1%5D=true",
        ),
        (
            "content: {application/json: {schema: {type: object}}}",
            {"a": ["é", 1]},
            "color=%7B%22a%22%3A%5B%22%5Cu00e9%22%2C1%5D%7D",
        ),
        (
            "allowReserved: true, schema: {type: string}",
            "a/b?c=d&e%20f #",
            "color=a/b?c=d&e%20f%20%23",
        ),
        ("allowEmptyValue: true, schema: {type: string}", "", "color="),
        (f"allowEmptyValue: true, explode: false, schema: {ARRAY}", [], "color="),
        (f"allowEmptyValue: true, style: pipeDelimited, schema: {ARRAY}", [], "color="),
        (f"explode: false, schema: {ARRAY}", [], ""),
        (
            "explode: false, schema: {type: array, items: {type: string}}",
            ["a", "b,c"],
            "color=a,b%2Cc",
        ),
        ("explode: false, schema: {type: array, items: {type: integer}}", [1, 2], "color=1,2"),
        ("explode: false, schema: {type: array, items: {type: string}}", [], ""),
        (f"explode: false, schema: {ARRAY}", ["a", None, "b,c"], "color=a,,b%2Cc"),
        (f"schema: {ARRAY}", ["a", None], "color=a&color="),
        ("schema: {type: [string, 'null']}", None, ""),
        ("schema: {type: array, items: {type: [string, 'null']}}", ["a", None], "color=a&color="),
        (
            "schema: {type: array, items: {type: object}}",
            [{"a": 1}],
            "color=%7B%22a%22%3A1%7D",
        ),
        ("schema: {type: boolean}", True, "color=true"),
        ("schema: {type: number}", 1.5, "color=1.5"),
        (
            "schema: {type: string, format: date-time}",
            datetime(2024, 1, 2, tzinfo=UTC),
            "color=2024-01-02T00%3A00%3A00Z",
        ),
    ],
)
def test_styles_of_a_query(
    generated: Generated, server: Loopback, details: str, value: object, query: str
) -> None:
    made = generated(document("query", details))
    assert made.messages == []
    assert sent(made, server, value, "query").target.partition("?")[2] == query


@pytest.mark.parametrize(
    ("place", "details", "value", "header", "text"),
    [
        ("header", f"schema: {OBJECT}", {"R": 1, "G": 2}, "color", "R,1,G,2"),
        ("header", f"explode: true, schema: {OBJECT}", {"R": 1}, "color", "R=1"),
        ("header", "content: {application/json: {schema: {}}}", ["é"], "color", '["\\u00e9"]'),
        ("header", "schema: {type: [string, 'null']}", None, "color", None),
        ("cookie", f"schema: {ARRAY}", ["a", "b"], "cookie", "color=a; color=b"),
        ("cookie", f"explode: false, schema: {ARRAY}", ["a b", "c"], "cookie", "color=a%20b,c"),
        ("cookie", f"explode: false, schema: {OBJECT}", {"R": 1}, "cookie", "color=R,1"),
        ("cookie", "style: cookie, schema: {type: string}", "a=b", "cookie", "color=a=b"),
    ],
)
def test_styles_of_headers_and_cookies(
    generated: Generated,
    server: Loopback,
    place: str,
    details: str,
    value: object,
    header: str,
    text: str | None,
) -> None:
    made = generated(document(place, details))
    assert sent(made, server, value, place).headers.get(header) == text


def test_a_model_as_a_parameter(generated: Generated, server: Loopback) -> None:
    made = generated(document("query", f"style: deepObject, schema: {OBJECT}"))
    [model] = [value for name, value in vars(made.models).items() if name.endswith("Color")]
    assert sent(made, server, model(r=1), "query").query == [("color[R]", "1")]


def test_reserved_characters_lead_to_no_other_path(generated: Generated, server: Loopback) -> None:
    made = generated(document("path", "allowReserved: true, schema: {type: string}"))
    assert sent(made, server, "a/b", "path").target == "/colors/a/b"
    with pytest.raises(ValueError, match="would change the path"):
        sent(made, server, "a/../b", "path")


def test_names_that_clash(generated: Generated, server: Loopback, mypy_strict: MypyStrict) -> None:
    made = generated(f"""{HEAD}paths:
  /colors/{{id}}:
    get:
      parameters:
      - {{name: id, in: path, required: true, schema: {{type: string}}}}
      - {{name: id, in: query, schema: {{type: string}}}}
      - {{name: ID, in: header, schema: {{type: string}}}}
      - {{name: class, in: query, schema: {{type: string}}}}
      - {{name: options, in: query, schema: {{type: string}}}}
      - {{name: fooBar, in: query, schema: {{type: string}}}}
      responses: {{"204": {{description: done}}}}
""")
    server.answer(Answer(204))
    with made.client(base_url=server.url) as client:
        client.colors.get("1", id_query="2", id_header="3", class_="4", options_="5", foo_bar="6")
    [request] = server.requests
    assert request.path == "/colors/1"
    assert request.headers["id"] == "3"
    assert request.query == [("id", "2"), ("class", "4"), ("options", "5"), ("fooBar", "6")]
    mypy_strict(made.folder / made.name)
