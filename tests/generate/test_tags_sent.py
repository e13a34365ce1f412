"""Test that constants and discriminator values are sent without an argument."""

from __future__ import annotations

import asyncio
import copy
import pickle
from typing import Any

import pytest
from msgspec import UNSET

from tests.generate.conftest import Generated, MypyStrict
from tests.generate.support import HEAD
from tests.support.loopback import Answer, Loopback

OK = 'responses: {"204": {description: ok}}'
PET = """{oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}], \
discriminator: {propertyName: kind, mapping: {cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog'}}}"""


def _body(schema: str) -> str:
    return f"requestBody: {{required: true, content: {{application/json: {{schema: {schema}}}}}}}"


TEXT = f"""{HEAD}paths:
  /p: {{post: {{{_body(PET)}, {OK}}}}}
  /many: {{post: {{{_body("{type: array, items: {$ref: '#/components/schemas/Pet'}}")}, {OK}}}}}
  /zoo: {{post: {{{_body("{$ref: '#/components/schemas/Zoo'}")}, {OK}}}}}
  /item: {{post: {{{_body("{$ref: '#/components/schemas/Item'}")}, {OK}}}}}
  /zoos: {{get: {{responses: {{"200": {{description: ok, content: {{application/json: {{schema: {{$ref: '#/components/schemas/Zoo'}}}}}}}}}}}}}}
components:
  schemas:
    Pet: {PET}
    Cat: {{type: object, properties: {{kind: {{type: string, const: cat, default: cat}}, meow: {{type: boolean}}}}}}
    Dog: {{type: object, required: [kind, bark], properties: {{kind: {{type: string}}, bark: {{type: boolean}}}}}}
    Item: {{type: object, required: [type, level], properties: {{type: {{enum: [item]}}, level: {{const: 2}}, flag: {{const: true}}}}}}
    Zoo:
      type: object
      properties:
        star: {{$ref: '#/components/schemas/Pet'}}
        pets: {{type: array, items: {{$ref: '#/components/schemas/Pet'}}}}
        named: {{type: object, additionalProperties: {{$ref: '#/components/schemas/Pet'}}}}
        item: {{$ref: '#/components/schemas/Item'}}
        maybe: {{anyOf: [{{$ref: '#/components/schemas/Pet'}}, {{type: 'null'}}]}}
"""


def test_constants_in_models_and_in_plain_mappings(
    generated: Generated, server: Loopback, mypy_strict: MypyStrict
) -> None:
    made = generated(TEXT)
    models = made.models
    cat, dog, item = models.Cat(), models.Dog(bark=True), models.Item()
    plain_dog = {"bark": True}
    calls: list[tuple[str, tuple[Any, ...], dict[str, Any], object]] = [
        ("p", (cat,), {}, {"kind": "cat"}),
        ("p", (dog,), {}, {"kind": "dog", "bark": True}),
        ("p", (plain_dog,), {}, {"kind": "dog", "bark": True}),
        ("p", ({"meow": True},), {}, {"kind": "cat", "meow": True}),
        ("p", ({"kind": "other"},), {}, {"kind": "other"}),
        ("many", ([cat, plain_dog, {"kind": "cat"}],), {}, [{"kind": "cat"}, {"kind": "dog", "bark": True}, {"kind": "cat"}]),
        (
            "zoo",
            (),
            {"star": plain_dog, "pets": [dog, plain_dog], "named": {"a": plain_dog}, "item": {}, "maybe": plain_dog},
            {
                "star": {"kind": "dog", "bark": True},
                "pets": [{"kind": "dog", "bark": True}] * 2,
                "named": {"a": {"kind": "dog", "bark": True}},
                "item": {"type": "item", "level": 2},
                "maybe": {"kind": "dog", "bark": True},
            },
        ),
        ("item", (), {}, {"type": "item", "level": 2}),
        ("item", (), {"type": "other", "flag": True}, {"type": "other", "level": 2, "flag": True}),
    ]  # fmt: skip
    for name, args, kwargs, expected in calls:
        server.answer(Answer(204), Answer(204))
        with made.client(base_url=server.url) as client:
            getattr(client, name).create(*args, **kwargs)

        async def run(name: str = name, args: Any = args, kwargs: Any = kwargs) -> None:
            async with made.async_client(base_url=server.url) as client:
                await getattr(client, name).create(*args, **kwargs)

        asyncio.run(run())
        assert [each.json() for each in server.requests[-2:]] == [expected] * 2, name
    assert plain_dog == {"bark": True}
    assert models.Zoo(item=item, pets=[cat]).to_dict() == {
        "pets": [{"kind": "cat"}],
        "item": {"type": "item", "level": 2},
    }
    (made.folder / "use.py").write_text(
        f"from {made.name}.models import Cat, Dog, Item\n"
        "a, b, c = Cat(), Dog(bark=True), Item()\n"
        "kind: str = b.kind\n"
    )
    mypy_strict(made.folder / made.name, made.folder / "use.py")


def test_a_constant_is_nothing_that_decoding_adds(generated: Generated) -> None:
    made = generated(TEXT)
    models = made.models
    for text in ("{}", '{"meow":1}', '{"new":1}', '{"meow":true}'):
        cat = models.Cat.from_json(text)
        assert cat.kind is UNSET and cat.to_json().decode() == text
    item = models.Item.from_json('{"level":2}')
    assert dict(item.misfits) == {"type": "missing"} and item.to_dict() == {"level": 2}
    zoo = models.Zoo.from_json(
        '{"pets":[{"bark":true},{"kind":"dog","bark":1}],"item":{"type":"item","level":3}}'
    )
    assert (
        zoo.to_dict()["pets"] == [{"bark": True}, {"kind": "dog", "bark": 1}]
        and zoo.item.level == 3
    )
    cat = models.Cat(meow=True)
    assert repr(cat) == "Cat(kind='cat', meow=True)" and cat == models.Cat(kind="cat", meow=True)
    for other in (copy.copy(cat), copy.deepcopy(cat), pickle.loads(pickle.dumps(cat))):
        assert other == cat and type(other) is models.Cat
    decoded = models.Cat.from_json("{}")
    assert (
        pickle.loads(pickle.dumps(decoded)).kind is UNSET and copy.deepcopy(decoded).kind is UNSET
    )


DATES = f"""{HEAD}paths:
  /x/{{day}}/{{at}}:
    post:
      parameters:
        - {{name: day, in: path, required: true, schema: {{type: string, format: date}}}}
        - {{name: at, in: path, required: true, schema: {{type: string, format: date-time}}}}
        - {{name: since, in: query, schema: {{anyOf: [{{type: string, format: date-time}}, {{type: 'null'}}]}}}}
        - {{name: days, in: query, schema: {{type: array, items: {{type: string, format: date}}}}}}
        - {{name: X-At, in: header, schema: {{type: string, format: date-time}}}}
        - {{name: c, in: cookie, schema: {{type: string, format: date}}}}
      {_body("{type: object, properties: {when: {type: string, format: date-time}, part: {$ref: '#/components/schemas/Part'}}}")}
      {OK}
  /form:
    post:
      requestBody: {{content: {{application/x-www-form-urlencoded: {{schema: {{type: object, properties: {{when: {{type: string, format: date-time}}, day: {{type: string, format: date}}}}}}}}}}}}
      {OK}
components:
  schemas:
    Part: {{type: object, properties: {{day: {{type: string, format: date}}, times: {{type: array, items: {{type: string, format: date-time}}}}}}}}
"""


def test_dates_that_would_be_sent_wrong_are_refused_by_name(
    generated: Generated, server: Loopback
) -> None:
    from datetime import UTC, date, datetime

    made = generated(DATES)
    error = made.module("_core.errors").InputError
    naive, aware, day = (
        datetime(2020, 1, 2, 3),
        datetime(2020, 1, 2, 3, tzinfo=UTC),
        date(2020, 1, 2),
    )
    part = made.models.Part
    [call] = [each for each in vars(type(made.client(base_url=server.url).x)) if each[0] != "_"]
    wrong: list[tuple[dict[str, Any], str]] = [
        ({"day": aware}, "day is a datetime; the API expects a date"),
        ({"at": naive}, "at is a datetime without a time zone"),
        ({"since": naive}, "since is a datetime without"),
        ({"days": [day, aware]}, r"days\[1\] is a datetime; the API"),
        ({"x_at": naive}, "X-At is a datetime without"),
        ({"c": naive}, "c is a datetime; the API"),
        ({"when": naive}, "when is a datetime without"),
        ({"part": part(day=aware)}, "part.day is a datetime; the API"),
        ({"part": {"day": aware}}, "part.day is a datetime; the API"),
        ({"part": part(times=[aware, naive])}, r"part.times\[1\] is a datetime without"),
    ]
    with made.client(base_url=server.url) as client:
        for given, message in wrong:
            arguments = {"day": day, "at": aware, **given}
            with pytest.raises(error, match=message) as caught:
                getattr(client.x, call)(arguments.pop("day"), arguments.pop("at"), **arguments)
            assert caught.value.limit is None
        with pytest.raises(error, match="when is a datetime without"):
            client.form.create(when=naive)
        with pytest.raises(error, match="day is a datetime; the API"):
            client.form.create(day=naive)
        assert server.requests == []
        server.answer(Answer(204))
        getattr(client.x, call)(
            day,
            aware,
            since=aware,
            days=[day],
            when=aware,
            part=part(day=day, times=[aware]),
        )

    async def run() -> None:
        async with made.async_client(base_url=server.url) as client:
            with pytest.raises(error, match="when is a datetime without"):
                await client.form.create(when=naive)

    asyncio.run(run())
    [sent] = server.requests
    assert sent.segments == ("x", "2020-01-02", "2020-01-02T03:00:00Z")
    assert sent.json()["part"] == {"day": "2020-01-02", "times": ["2020-01-02T03:00:00Z"]}
