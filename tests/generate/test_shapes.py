"""Test shapes of documents, with a few lines of YAML each, and the behaviour of the generated
code."""

from __future__ import annotations

from typing import Any

import pytest

from tests.generate.conftest import Generated, MypyStrict
from tests.generate.shapes import DONE, with_paths
from tests.generate.support import HEAD, Package
from tests.support.loopback import Answer, Loopback

THING = (
    'responses: {"200": {description: A thing., '
    'content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}}'
)


def _schemas(text: str) -> str:
    indented = "".join(f"    {line}\n" for line in text.strip().splitlines())
    return f"{HEAD}paths:\n  /things: {{get: {{{THING}}}}}\ncomponents:\n  schemas:\n{indented}"


def _round_trip(package: Package, data: dict[str, Any]) -> Any:
    """Return the model of an object, which must fit its type and encode to the same object."""
    thing = package.models.Thing.from_dict(data)
    assert thing.misfits == {}
    assert thing.to_dict() == data
    return thing


# --- types ------------------------------------------------------------------------------------


def test_enums_of_every_kind(generated: Generated, mypy_strict: MypyStrict) -> None:
    package = generated(_schemas("""
Thing:
  type: object
  properties:
    whole: {type: integer, enum: [1, -2, 0]}
    huge: {type: integer, enum: [1, 18446744073709551616]}
    number: {type: number, enum: [1, 2.5]}
    flag: {type: boolean, enum: [true]}
    text: {type: string, enum: ["", "a\\nb", "\\"", "\\\\", "é", "None"]}
    mixed: {enum: [1, a, null, [1], {a: b}]}
    maybe: {type: [string, "null"], enum: [a, null]}
    only: {const: fixed}
    nothing: {enum: [null]}
"""))
    data = {
        "whole": -2,
        "huge": 18446744073709551616,
        "number": 2.5,
        "flag": True,
        "text": "a\nb",
        "mixed": [1],
        "maybe": None,
        "only": "fixed",
        "nothing": None,
    }
    _round_trip(package, data)
    later = {**data, "whole": 99, "text": "later", "maybe": "b", "only": "free", "flag": False}
    _round_trip(package, later)
    mypy_strict(package.folder / package.name)


def test_unions(generated: Generated, mypy_strict: MypyStrict) -> None:
    package = generated(_schemas("""
Thing:
  type: object
  properties:
    kinds: {type: [string, integer, "null"]}
    choice: {oneOf: [{type: string}, {type: array, items: {type: string}}, {$ref: "#/components/schemas/Cat"}]}
    objects: {oneOf: [{$ref: "#/components/schemas/Cat"}, {$ref: "#/components/schemas/Dog"}]}
    dated: {anyOf: [{type: string, format: date}, {type: string}]}
    maybe: {anyOf: [{$ref: "#/components/schemas/Cat"}, {type: "null"}]}
Cat: {type: object, properties: {meow: {type: boolean}}}
Dog: {type: object, properties: {bark: {type: boolean}}}
"""))
    thing = _round_trip(
        package,
        {
            "kinds": 5,
            "choice": {"meow": True},
            "objects": {"bark": True},
            "dated": "2020-01-01",
            "maybe": {"meow": False},
        },
    )
    assert thing.choice == thing.maybe.__replace__(meow=True)
    assert thing.objects == package.models.Dog(bark=True)
    assert _round_trip(package, {"kinds": None, "choice": ["a"], "maybe": None}).choice == ["a"]
    assert package.messages == []
    mypy_strict(package.folder / package.name)


def test_a_union_that_is_repeated_has_a_name(generated: Generated, mypy_strict: MypyStrict) -> None:
    animals = "".join(
        f"Public{name}Animal: {{type: object, required: [{name}], properties: {{{name}: {{type: string}}}}}}\n"
        for name in ("Tame", "Wild", "Big")
    )
    any_animal = ", ".join(
        f'{{$ref: "#/components/schemas/Public{name}Animal"}}' for name in ("Tame", "Wild", "Big")
    )
    package = generated(_schemas(f"""
Thing:
  type: object
  properties:
    one: {{oneOf: [{any_animal}]}}
    many: {{type: array, items: {{oneOf: [{any_animal}]}}}}
{animals}"""))
    thing = _round_trip(package, {"one": {"Wild": "w"}, "many": [{"Big": "b"}, {"Tame": "t"}]})
    assert type(thing.one).__name__ == "PublicWildAnimal"
    assert [type(each).__name__ for each in thing.many] == ["PublicBigAnimal", "PublicTameAnimal"]
    assert "one: PublicAnimal | UnsetType" in package.text(f"{package.name}/models.py")
    mypy_strict(package.folder / package.name)


def test_schemas_that_come_back_to_themselves(
    generated: Generated, mypy_strict: MypyStrict
) -> None:
    package = generated(_schemas("""
Thing:
  type: object
  properties:
    parent: {$ref: "#/components/schemas/Thing"}
    others: {type: array, items: {$ref: "#/components/schemas/Other"}}
    json: {$ref: "#/components/schemas/Json"}
    tree: {$ref: "#/components/schemas/Tree"}
    inline: {type: object, properties: {again: {$ref: "#/components/schemas/Thing/properties/inline"}}}
Other: {type: object, properties: {thing: {$ref: "#/components/schemas/Thing"}}}
Json: {oneOf: [{type: string}, {type: array, items: {$ref: "#/components/schemas/Json"}}]}
Tree: {type: object, additionalProperties: {$ref: "#/components/schemas/Forest"}}
Forest: {type: array, items: {$ref: "#/components/schemas/Tree"}}
"""))
    thing = _round_trip(
        package,
        {
            "parent": {"parent": {}},
            "others": [{"thing": {"json": "a"}}],
            "json": ["a", ["b"]],
            "tree": {"a": [{"b": []}]},
            "inline": {"again": {"again": {}}},
        },
    )
    assert thing.others[0].thing.json == "a"
    assert type(thing.inline.again) is type(thing.inline)
    mypy_strict(package.folder / package.name)


def test_objects_and_arrays_of_all_sorts(generated: Generated, mypy_strict: MypyStrict) -> None:
    package = generated(_schemas("""
Thing:
  type: object
  properties:
    free: {type: object}
    any: {}
    yes: true
    maps: {type: object, additionalProperties: {type: object, additionalProperties: {type: integer}}}
    rows: {type: array, items: {type: array, items: {type: object, properties: {x: {type: number}}}}}
    loose: {type: array}
    alias: {$ref: "#/components/schemas/Names"}
    nullable: {allOf: [{$ref: "#/components/schemas/Part"}], description: One of many.}
    open: {type: object, properties: {a: {type: string}}, additionalProperties: true}
    when: {type: string, format: date-time}
    unheard: {type: string, format: of-no-meaning}
Names: {type: array, items: {$ref: "#/components/schemas/Name"}}
Name: {type: string}
Part: {type: object, properties: {a: {type: string}}}
"""))
    thing = _round_trip(
        package,
        {
            "free": {"a": [1]},
            "any": None,
            "yes": [True],
            "maps": {"a": {"b": 1}},
            "rows": [[{"x": 1.5}]],
            "loose": [1, "a", None],
            "alias": ["x"],
            "nullable": {"a": "b"},
            "open": {"a": "b", "c": 1},
            "when": "2024-01-02T03:04:05Z",
            "unheard": "of",
        },
    )
    assert thing.rows[0][0].x == 1.5
    assert type(thing.nullable) is package.models.Part
    assert thing.open.unknown_fields == {"c": 1}
    mypy_strict(package.folder / package.name)


def test_a_property_that_no_field_can_have(generated: Generated) -> None:
    package = generated(_schemas(r"""
Thing: {type: object, properties: {'say "hi"': {type: string}, "a\\b": {type: string}, ok: {type: string}}}
"""))
    thing = _round_trip(package, {'say "hi"': "a", "a\\b": "b", "ok": "c"})
    assert thing.ok == "c"
    assert thing.unknown_fields == {'say "hi"': "a", "a\\b": "b"}
    assert sorted("unsupported-property" in each for each in package.messages) == [True, True]


# --- bodies -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("schema", "value"),
    [
        ("{type: array, items: {type: integer}}", [1, 2]),
        ("{type: object, additionalProperties: {type: integer}}", {"a": 1}),
        ("{type: string}", "text"),
        ("{type: [object, 'null'], properties: {a: {type: string}}}", {"a": "b"}),
        ("{oneOf: [{type: string}, {type: integer}]}", 7),
    ],
)
def test_bodies_that_are_given_whole(
    schema: str, value: object, generated: Generated, server: Loopback
) -> None:
    package = generated(
        with_paths(
            f"/things: {{post: {{requestBody: {{required: true, content: {{application/json: "
            f"{{schema: {schema}}}}}}}, {DONE}}}}}"
        )
    )
    server.answer_json({})
    with package.client(base_url=server.url) as client:
        client.things.create(value)
    assert server.requests[0].json() == value


def test_responses_by_status(generated: Generated, server: Loopback) -> None:
    package = generated(with_paths("""
/things:
  get:
    responses:
      "200": {description: d, content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}}
      "202": {description: d, content: {application/json: {schema: {type: array, items: {type: string}}}}}
      "204": {description: d}
      "206": {description: d, content: {text/csv: {schema: {type: string}}}}
"""))
    server.answer_json({"a": "b"})
    server.answer_json(["x"], status=202)
    server.answer(Answer(204), Answer(206, b"a,b"))
    with package.client(base_url=server.url) as client:
        assert client.things.get().a == "b"
        assert client.things.get() == ["x"]
        assert client.things.get() is None
        assert client.things.get() == "a,b"


# --- extensions -------------------------------------------------------------------------------

PAGED = """
/things:
  get:
    x-specloom-pagination: {cursor: after, in: query, next: /next, items: /results}
    parameters:
      - {name: after, in: query, schema: {type: string}}
      - {name: limit, in: query, schema: {type: integer}}
    responses:
      "200":
        description: A page.
        content:
          application/json:
            schema:
              type: object
              required: [results]
              properties:
                results: {type: array, items: {type: object, required: [id], properties: {id: {type: integer}}}}
                next: {type: string}
"""


def test_a_paged_list(generated: Generated, server: Loopback, mypy_strict: MypyStrict) -> None:
    package = generated(with_paths(PAGED))
    server.answer_json({"results": [{"id": 1}, {"id": 2}], "next": "n"})
    server.answer_json({"results": [{"id": 3}]})
    with package.client(base_url=server.url) as client:
        assert [each.id for each in client.things.list(limit=2)] == [1, 2, 3]
    assert [each.target for each in server.requests] == [
        "/things?limit=2",
        "/things?after=n&limit=2",
    ]
    mypy_strict(package.folder / package.name)


# --- many documents ---------------------------------------------------------------------------


def test_an_output_that_several_resources_share(generated: Generated, server: Loopback) -> None:
    package = generated(
        with_paths(
            f"""
/cats: {{get: {{{THING}}}}}
/dogs: {{get: {{{THING}}}}}
/birds: {{delete: {{{DONE}}}}}
""",
            "components:\n  schemas:\n    Thing: {type: object, properties: {a: {type: string}}}\n",
        )
    )
    server.answer_json({"a": "cat"})
    server.answer_json({"a": "dog"})
    with package.client(base_url=server.url) as client:
        assert (client.cats.get().a, client.dogs.get().a) == ("cat", "dog")
        assert type(client.cats).get is type(client.dogs).get
    assert [each.path for each in server.requests] == ["/cats", "/dogs"]


# --- what is not generated --------------------------------------------------------------------


def test_what_is_skipped_is_listed(generated: Generated) -> None:
    package = generated(
        with_paths(
            f"""
/things:
  post:
    parameters:
      - {{name: where, in: query, content: {{application/json: {{schema: {{type: object}}}}}}}}
    callbacks: {{done: {{"{{$request.body#/url}}": {{post: {{{DONE}}}}}}}}}
    {DONE}
""",
            f"webhooks:\n  born: {{post: {{{DONE}}}}}\n",
        )
    )
    assert [message.partition(" note")[2] for message in package.messages] == [
        "[skipped-webhook] #/webhooks/born: nothing is generated for the webhook 'born'",
        "[skipped-callback] #/paths/~1things/post/callbacks: nothing is generated for callbacks",
    ]


@pytest.mark.parametrize(
    ("alternatives", "credentials", "sent"),
    [
        ("[{a: []}]", ("me", "secret"), "Basic bWU6c2VjcmV0"),
        ("[{}, {a: []}]", ("me", "secret"), "Basic bWU6c2VjcmV0"),
        ("[{}, {a: []}]", None, None),
    ],
)
def test_basic_authentication(
    alternatives: str,
    credentials: tuple[str, str] | None,
    sent: str | None,
    generated: Generated,
    server: Loopback,
    mypy_strict: MypyStrict,
) -> None:
    package = generated(
        with_paths(
            f"/things: {{get: {{security: {alternatives}, {DONE}}}}}",
            "components: {securitySchemes: {a: {type: http, scheme: basic}}}\n",
        )
    )
    server.answer_json({})
    with package.client(
        **({"a": credentials} if credentials else {}), base_url=server.url
    ) as client:
        client.things.get()
    assert server.requests[0].headers.get("authorization") == sent
    mypy_strict(package.folder / package.name)
