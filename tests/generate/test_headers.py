"""Test headers of responses: how models decode them as a document declares."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from msgspec import UNSET

from tests.generate.conftest import Generated, MypyStrict
from tests.generate.support import HEAD, Package
from tests.support.loopback import Answer, Loopback

COLOR = "{type: object, properties: {R: {type: integer}, G: {type: integer}}}"
NUMBERS = "{type: array, items: {type: integer}}"
PETS = f"""{HEAD}paths:
  /pets:
    get:
      responses:
        "200":
          description: All pets.
          headers:
            X-Rate-Limit: {{description: Calls in an hour, required: true, schema: {{type: integer}}}}
            X-Expires-After: {{schema: {{type: string, format: date-time}}}}
            Content-Type: {{schema: {{type: integer}}}}
            Location: {{$ref: "#/components/headers/Location"}}
          content: {{application/json: {{schema: {{type: array, items: {{type: string}}}}}}}}
        default: {{$ref: "#/components/responses/Wrong"}}
    post:
      responses:
        "201": {{description: Made., headers: {{Location: {{$ref: "#/components/headers/Location"}}}}}}
  /pets/{{id}}:
    get:
      parameters: [{{name: id, in: path, required: true, schema: {{type: string}}}}]
      responses:
        "200": &both
          description: A pet.
          headers: {{ETag: {{schema: {{type: string}}}}, Age: {{schema: {{type: integer}}}}}}
    delete:
      parameters: [{{name: id, in: path, required: true, schema: {{type: string}}}}]
      responses: {{"200": *both}}
    put:
      parameters: [{{name: id, in: path, required: true, schema: {{type: string}}}}]
      responses: {{"201": {{description: Made., headers: {{location: {{$ref: "#/components/headers/Location"}}}}}}}}
components:
  headers:
    Location: {{description: Where it is, schema: {{type: string}}}}
  responses:
    Wrong:
      description: It went wrong.
      headers:
        X-Retry: {{schema: {{type: boolean}}}}
        X-Reason: {{schema: {{type: string, enum: [slow, full]}}}}
"""


def told(made: Package, server: Loopback, value: str, *more: str) -> Any:
    """Return the attribute of the header X for a response with these lines of it."""
    lines = "".join(f"x: {each}\r\n" for each in (value, *more))
    server.answer(Answer(raw=f"HTTP/1.1 204 No Content\r\n{lines}\r\n".encode("latin-1")))
    with made.client(base_url=server.url) as client:
        answer = client.raw(client.a.get)
    return made.models.XHeaders.from_headers(answer.headers)


def document(said: str) -> str:
    return f"""{HEAD}paths:
  /a:
    get:
      responses: {{"204": {{description: done, headers: {{X: {{{said}}}}}}}}}
components:
  schemas:
    Color: {COLOR}
"""


def shape(value: Any) -> Any:
    """Return a model as a dict, anything else unchanged."""
    return value.to_dict() if hasattr(value, "to_dict") else value


@pytest.mark.parametrize(
    ("said", "text", "value"),
    [
        ("schema: {type: integer}", "12", 12),
        ("schema: {type: number}", "1.50", 1.5),
        ("schema: {type: number}", "3", 3),
        ("schema: {type: number, format: decimal}", "1.50", Decimal("1.50")),
        ("schema: {type: boolean}", "True", True),
        ("schema: {type: boolean}", "0", False),
        ("schema: {type: string}", "12", "12"),
        ("schema: {type: string, enum: [a, b]}", "c", "c"),
        ("schema: {type: integer, enum: [1, 2]}", "2", 2),
        ("schema: {type: [integer, 'null']}", "", None),
        ("schema: {oneOf: [{type: integer}, {type: string}]}", "7", 7),
        ("schema: {oneOf: [{type: integer}, {type: string}]}", "7 days", "7 days"),
        ("schema: {}", "7", "7"),
        ("schema: {type: string, format: date}", "2024-01-02", date(2024, 1, 2)),
        (
            "schema: {type: string, format: date-time}",
            "2024-01-02T03:04:05Z",
            datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC),
        ),
        (
            "schema: {type: string, format: date-time}",
            "Tue, 02 Jan 2024 03:04:05 GMT",
            datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC),
        ),
        (
            "schema: {type: integer, format: unix-time}",
            "0",
            datetime(1970, 1, 1, tzinfo=UTC),
        ),
        (f"schema: {NUMBERS}", "1, 2,3", [1, 2, 3]),
        (f"schema: {NUMBERS}", "", []),
        (f"x-specloom-style: pipeDelimited, schema: {NUMBERS}", "1|2", [1, 2]),
        (f"schema: {COLOR}", "R,100,G,200", {"R": 100, "G": 200}),
        ("schema: {type: integer}", "1.0", 1),
        ("schema: {type: array, items: {type: integer}}", "1.0,2e1", [1, 20]),
        (
            "schema: {type: number, format: decimal}",
            "0.1234567890123456789",
            Decimal("0.1234567890123456789"),
        ),
        (f"explode: true, schema: {COLOR}", "R=100,G=200,B=x", {"R": 100, "G": 200, "B": "x"}),
        ('schema: {$ref: "#/components/schemas/Color"}', "R,1", {"R": 1}),
        ("schema: {type: object, additionalProperties: {type: integer}}", "a,1", {"a": 1}),
        (f"content: {{application/json: {{schema: {COLOR}}}}}", '{"R": 1}', {"R": 1}),
        ("content: {application/json: {schema: {}}}", "[1, null]", [1, None]),
        ("content: {text/plain: {schema: {type: string}}}", '"a"', '"a"'),
    ],
)
def test_what_a_text_is(
    generated: Generated, server: Loopback, said: str, text: str, value: object
) -> None:
    made = generated(document(said))
    assert made.messages == []
    found = told(made, server, text)
    assert (shape(found.x), found.misfits) == (value, {})
    assert type(shape(found.x)).__name__ in (type(value).__name__, "UnixTime")


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("schema: {type: integer}", "twelve"),
        ("schema: {type: integer}", "1.5"),
        ("schema: {type: number}", "NaN"),
        ("schema: {type: number}", "1e999"),
        ("schema: {type: boolean}", "yes"),
        ("schema: {type: string, format: date-time}", "tomorrow"),
        (f"schema: {COLOR}", "R,100,G"),
        (f"explode: true, schema: {COLOR}", "R=1,G"),
        (f"content: {{application/json: {{schema: {COLOR}}}}}", "{R"),
        (f"content: {{application/json: {{schema: {COLOR}}}}}", "[1]"),
    ],
)
def test_what_does_not_fit_stays_the_text(
    generated: Generated, server: Loopback, said: str, text: str
) -> None:
    found = told(generated(document(said)), server, text)
    assert found.x == text
    assert list(found.misfits) == ["x"]


def test_an_item_that_does_not_fit(generated: Generated, server: Loopback) -> None:
    said = f"schema: {NUMBERS}"
    found = told(generated(document(said)), server, "1,two")
    assert (found.x, list(found.misfits)) == ("1,two", ["x"])


def test_several_lines_are_one_list(generated: Generated, server: Loopback) -> None:
    said = f"schema: {NUMBERS}"
    assert told(generated(document(said)), server, "1,2", "3").x == [1, 2, 3]


def test_lines_of_cookies_are_not_taken_apart(generated: Generated) -> None:
    said = "schema: {type: array, items: {type: string}}"
    made = generated(document(said).replace("{X: ", "{Set-Cookie: "))
    lines = ("a=1; Expires=Tue, 02 Jan 2024 03:04:05 GMT", "b=2")
    headers = made.module("_core.transport").Headers([("set-cookie", each) for each in lines])
    assert made.models.SetCookieHeaders.from_headers(headers).set_cookie == list(lines)


@pytest.mark.parametrize("is_async", [False, True])
def test_a_set_of_headers(generated: Generated, server: Loopback, is_async: bool) -> None:
    made = generated(PETS)
    server.answer(Answer(body=b"[]", headers={"x-rate-limit": "5", "X-Expires-After": "never"}))
    server.answer(Answer(body=b"[]", headers={"location": "/pets/1"}))
    if is_async:

        async def ask() -> list[Any]:
            async with made.async_client(base_url=server.url) as client:
                return [await client.raw(client.pets.list) for _ in range(2)]

        answers = asyncio.run(ask())
    else:
        with made.client(base_url=server.url) as client:
            answers = [client.raw(client.pets.list) for _ in range(2)]
    kind = made.models.PetListHeaders
    first, second = (kind.from_headers(each.headers) for each in answers)
    assert (first.x_rate_limit, first.x_expires_after, first.location) == (5, "never", UNSET)
    assert (list(first.misfits), first.unknown_fields) == (["x_expires_after"], {})
    assert (second.x_rate_limit, second.location) == (UNSET, "/pets/1")
    assert second.misfits == {"x_rate_limit": "missing"}
    assert not hasattr(second, "content_type")


def test_headers_of_an_error(generated: Generated, server: Loopback) -> None:
    made = generated(PETS)
    server.answer(Answer(400, headers={"X-Retry": "false", "X-Reason": "new"}))
    with made.client(base_url=server.url) as client, pytest.raises(Exception) as caught:
        client.pets.list()
    found = made.models.WrongHeaders.from_headers(caught.value.headers)
    assert (found.x_retry, found.x_reason) == (False, "new")


def test_equal_sets_are_one_model(generated: Generated) -> None:
    made = generated(PETS)
    names = {each for each in dir(made.models) if each.endswith("Headers")}
    assert names == {"LocationHeaders", "PetGetHeaders", "PetListHeaders", "WrongHeaders"}
    resource = made.text(f"{made.name}/resources/pets.py")
    assert resource.count("Headers: `LocationHeaders`.") == 4
    assert resource.count("Headers: `PetGetHeaders`.") == 4
    assert "Where it is." in made.text(f"{made.name}/models.py")


def test_names_of_the_project_file(generated: Generated) -> None:
    at = "#/paths/~1pets/get/responses/200/headers"
    settings = f'[names]\n"{at}" = "Limits"\n"{at}/X-Rate-Limit" = "left"\n'
    made = generated(PETS, settings=settings)
    found = made.models.Limits.from_headers({"X-Rate-Limit": "4"})
    assert found.left == 4


def test_headers_of_swagger(generated: Generated) -> None:
    made = generated("""\
swagger: "2.0"
info: {title: Shop, version: "1"}
paths:
  /pets:
    get:
      responses:
        "200":
          description: done
          headers:
            X-Ids: {type: array, items: {type: integer}, collectionFormat: ssv}
            X-At: {type: string, format: date-time, description: When}
""")
    found = made.models.PetGetHeaders.from_headers({"x-ids": "1 2", "x-at": "2024-01-02T00:00:00Z"})
    assert found.x_ids == [1, 2]
    assert found.x_at == datetime(2024, 1, 2, tzinfo=UTC)


def test_without_headers_nothing_of_it_is_in_the_package(generated: Generated) -> None:
    made = generated(PETS.partition("  /pets:")[0].replace("paths:", "paths: {}"))
    assert not (made.folder / made.name / "_core" / "codec" / "header_model.py").exists()


def test_a_media_type_that_is_not_read(generated: Generated) -> None:
    [message] = generated(document("content: {application/xml: {schema: {}}}")).messages
    assert "warning[skipped-content] #/paths/~1a/get/responses/204/headers/X" in message


def test_types_are_strict(generated: Generated, mypy_strict: MypyStrict) -> None:
    made = generated(PETS, "header_shop")
    program = made.folder / "program.py"
    program.write_text(
        """\
from datetime import datetime
from typing import assert_type

from msgspec import UnsetType

from header_shop import AsyncHeaderShop, HeaderShop
from header_shop.models import PetListHeaders


def sync(client: HeaderShop) -> None:
    told = PetListHeaders.from_headers(client.raw(client.pets.list).headers)
    assert_type(told, PetListHeaders)
    assert_type(told.x_rate_limit, int)
    assert_type(told.x_expires_after, datetime | UnsetType)


async def asynchronous(client: AsyncHeaderShop) -> None:
    answer = await client.raw(client.pets.list)
    assert_type(PetListHeaders.from_headers(answer.headers).location, str | UnsetType)
""",
        encoding="utf-8",
    )
    mypy_strict(made.folder / made.name, program)


def test_an_invalid_header_affects_only_itself(generated: Generated) -> None:
    said = '$ref: "#/components/headers/Nowhere"}, Y: {schema: {type: integer}'
    made = generated(document(said))
    [message] = made.messages
    assert "warning[dangling-reference] #/paths/~1a/get/responses/204/headers/X/$ref" in message
    assert made.models.YHeaders.from_headers({"y": "1"}).y == 1


def test_nothing_that_a_server_says_raises(generated: Generated) -> None:
    kinds = {
        "A": "{schema: {type: string, format: date-time}}",
        "B": "{schema: {type: integer, format: unix-time}}",
        "C": f"{{explode: true, schema: {COLOR}}}",
        "D": f"{{content: {{application/json: {{schema: {COLOR}}}}}}}",
        "E": f"{{schema: {{oneOf: [{NUMBERS}, {{type: boolean}}]}}}}",
        "F": "{schema: {type: string, format: byte}}",
    }
    said = ", ".join(f"{name}: {each}" for name, each in kinds.items())
    made = generated(document("schema: {}").replace("X: {schema: {}}", said))
    for text in ("", ",", "=", "1" * 5000, "\udc80", "Mon", "[" * 9999):
        found = made.models.AGetHeaders.from_headers(dict.fromkeys(kinds, text))
        assert all(getattr(found, name) == text for name in found.misfits)
        assert found.misfits
