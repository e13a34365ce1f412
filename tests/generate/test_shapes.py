"""Shapes that documents have, a few lines of YAML each, and what the generated code does with them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.generate.conftest import Generated, MypyStrict
from tests.generate.support import HEAD, Package
from tests.support.loopback import Answer, Loopback

DONE = 'responses: {"204": {description: Done.}}'
THING = (
    'responses: {"200": {description: A thing., '
    'content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}}'
)


def _schemas(text: str) -> str:
    indented = "".join(f"    {line}\n" for line in text.strip().splitlines())
    return f"{HEAD}paths:\n  /things: {{get: {{{THING}}}}}\ncomponents:\n  schemas:\n{indented}"


def _paths(text: str, rest: str = "") -> str:
    indented = "".join(f"  {line}\n" for line in text.strip().splitlines())
    return f"{HEAD}paths:\n{indented}{rest}"


def _round_trip(package: Package, data: dict[str, Any]) -> Any:
    """The model of an object, which must fit its type and come back the same."""
    thing = package.models.Thing.from_dict(data)
    assert thing.misfits == {}
    assert thing.to_dict() == data
    return thing


# --- names that meet --------------------------------------------------------------------------


def test_names_of_the_generated_modules_give_way_to_nobody(
    generated: Generated, server: Loopback, mypy_strict: MypyStrict
) -> None:
    """Words of paths and models that generated modules use for themselves."""
    actions = ["security", "errors", "pages", "batch", "security_2", "parameter", "operation"]
    paths = "\n".join(
        f"/account/{word}: {{post: {{security: [{{key: []}}], requestBody: {{content: "
        f"{{application/json: {{schema: {{$ref: '#/components/schemas/Resource'}}}}}}}}, responses: "
        f"{{'200': {{description: d, content: {{application/json: {{schema: "
        f"{{$ref: '#/components/schemas/{name}'}}}}}}}}}}}}}}"
        for word, name in zip(actions, MODELS, strict=False)
    )
    schemas = "".join(
        f"    {name}: {{type: object, properties: {{a: {{$ref: '#/components/schemas/SECURITY'}}}}}}\n"
        for name in MODELS
    )
    rest = f"components:\n  securitySchemes: {{key: {{type: http, scheme: bearer}}}}\n  schemas:\n{schemas}"
    package = generated(_paths(paths, rest))
    for word in actions:
        server.answer_json({})
        with package.client("token", base_url=server.url) as client:
            getattr(client.account, word)()
        assert server.requests[-1].path == f"/account/{word}"
        assert server.requests[-1].headers["authorization"] == "Bearer token"
    mypy_strict(package.folder / package.name)


MODELS = [
    "RequestOptions",
    "Operation",
    "Resource",
    "SECURITY",
    "ERRORS",
    "Parameter",
    "Client",
    "Timeout",
    "AsyncResource",
    "Account",
    "Pager",
    "UnsetType",
    "BATCH",
]


def test_operations_whose_constants_would_meet(generated: Generated, server: Loopback) -> None:
    package = generated(_paths(f"""
/pets: {{get: {{{DONE}}}}}
/pets/batch/create: {{post: {{{DONE}}}}}
/pets/batch/delete: {{post: {{{DONE}}}}}
/pets/batch_create: {{post: {{{DONE}}}}}
"""))
    server.answer_json({})
    server.answer_json({})
    with package.client(base_url=server.url) as client:
        client.pets.batch.create()
        client.pets.batch_create()
    assert [each.path for each in server.requests] == ["/pets/batch/create", "/pets/batch_create"]


def test_classes_of_resources_that_would_meet(generated: Generated, server: Loopback) -> None:
    package = generated(_paths(f"""
/pets: {{get: {{{DONE}}}}}
/pets/photos: {{get: {{{DONE}}}, put: {{{DONE}}}}}
/pets-photos: {{get: {{{DONE}}}, delete: {{{DONE}}}}}
/photos1: {{get: {{{DONE}}}}}
/photos_1: {{delete: {{{DONE}}}}}
"""))
    for _ in range(4):
        server.answer_json({})
    with package.client(base_url=server.url) as client:
        client.pets.photos.get()
        client.pets_photos.delete()
        client.photos1.get()
        client.photos_1.delete()
    assert [each.path for each in server.requests] == [
        "/pets/photos",
        "/pets-photos",
        "/photos1",
        "/photos_1",
    ]


def test_one_name_in_several_places(generated: Generated, server: Loopback) -> None:
    package = generated(_paths("""
/things/{id}:
  put:
    parameters:
      - {name: id, in: path, required: true, schema: {type: string}}
      - {name: id, in: query, schema: {type: string}}
      - {name: ID, in: header, schema: {type: string}}
    requestBody:
      content: {application/json: {schema: {type: object, properties: {id: {type: string}}}}}
    responses: {"204": {description: Done.}}
"""))
    server.answer_json({})
    with package.client(base_url=server.url) as client:
        client.things.replace("a", id_query="b", id_header="c", id_body="d")
    (request,) = server.requests
    assert (request.path, request.query) == ("/things/a", [("id", "b")])
    assert (request.headers["id"], request.json()) == ("c", {"id": "d"})


def test_credentials_with_names_of_the_client(
    generated: Generated, server: Loopback, mypy_strict: MypyStrict
) -> None:
    names = ["from", "timeout", "base_url", "self", "super", "X-API.Key"]
    schemes = "".join(
        f"    {name}: {{type: apiKey, in: query, name: k{index}}}\n"
        for index, name in enumerate(names)
    )
    needed = ", ".join(f"{name}: []" for name in names)
    package = generated(
        _paths(
            f"/a: {{get: {{security: [{{{needed}}}], {DONE}}}}}",
            f"components:\n  securitySchemes:\n{schemes}",
        )
    )
    server.answer_json({})
    credentials = {
        "from_": "0",
        "timeout_": "1",
        "base_url_": "2",
        "self_": "3",
        "super_": "4",
        "x_api_key": "5",
    }
    with package.client(**credentials, base_url=server.url) as client:
        client.a.get()
    assert server.requests[0].query == [(f"k{number}", str(number)) for number in range(6)]
    assert len(package.messages) == 5
    mypy_strict(package.folder / package.name)


def test_scripts_without_capitals(
    generated: Generated, server: Loopback, mypy_strict: MypyStrict
) -> None:
    package = generated(
        _paths(
            """
/名前:
  get:
    parameters: [{name: 検索, in: query, schema: {type: string}}]
    responses:
      "200":
        description: 名前
        content: {application/json: {schema: {$ref: "#/components/schemas/Name"}}}
/名前/検索:
  post:
    requestBody:
      content: {application/json: {schema: {type: object, properties: {検索: {type: string}}}}}
    responses: {"204": {description: Done.}}
""",
            "components:\n  schemas:\n    Name: {type: object, properties: "
            "{名前: {type: object, properties: {étage: {type: integer}}}}}\n",
        )
    )
    server.answer_json({"名前": {"étage": 2}})
    server.answer_json({})
    with package.client(base_url=server.url) as client:
        found = client.名前.get(検索="x")
        client.名前.検索(検索="y")
    assert found.名前.étage == 2
    assert found.misfits == {}
    assert server.requests[0].segments == ("名前",)
    assert server.requests[0].query == [("検索", "x")]
    assert server.requests[1].json() == {"検索": "y"}
    mypy_strict(package.folder / package.name)


# --- paths ------------------------------------------------------------------------------------


def test_the_root_path(generated: Generated, server: Loopback) -> None:
    package = generated(_paths(f"/: {{get: {{{DONE}}}}}"))
    server.answer_json({})
    with package.client(base_url=server.url) as client:
        client.root.get()
    assert server.requests[0].path in ("", "/")


def test_paths_that_begin_with_a_parameter(generated: Generated, server: Loopback) -> None:
    owner = "parameters: [{name: owner, in: path, required: true, schema: {type: string}}]"
    package = generated(_paths(f"""
/{{owner}}/repos: {{{owner}, get: {{{DONE}}}, post: {{{DONE}}}}}
/{{owner}}/stars: {{{owner}, get: {{{DONE}}}, put: {{{DONE}}}}}
"""))
    server.answer_json({})
    server.answer_json({})
    with package.client(base_url=server.url) as client:
        client.repos.create("me")
        client.stars.replace("a/b")
    assert [each.target for each in server.requests] == ["/me/repos", "/a%2Fb/stars"]


def test_a_path_that_a_url_cannot_hold_as_it_is(generated: Generated, server: Loopback) -> None:
    package = generated(_paths("""
"/a b/\\"{x}\\"/100%/%20":
  get:
    parameters: [{name: x, in: path, required: true, schema: {type: string}}]
    responses: {"204": {description: Done.}}
"""))
    server.answer_json({})
    with package.client(base_url=server.url) as client:
        client.a_b.n_100_percent.percent_20("y z")
    assert server.requests[0].target == "/a%20b/%22y%20z%22/100%25/%20"


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
        _paths(
            f"/things: {{post: {{requestBody: {{required: true, content: {{application/json: "
            f"{{schema: {schema}}}}}}}, {DONE}}}}}"
        )
    )
    server.answer_json({})
    with package.client(base_url=server.url) as client:
        client.things.create(value)
    assert server.requests[0].json() == value


def test_answers_by_status(generated: Generated, server: Loopback) -> None:
    package = generated(_paths("""
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
    package = generated(_paths(PAGED))
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
        _paths(
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
        _paths(
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
    assert [message.partition("warning")[2] for message in package.messages] == [
        "[skipped-webhook] #/webhooks/born: nothing is generated of the webhook 'born'",
        "[skipped-callback] #/paths/~1things/post/callbacks: nothing is generated of the callbacks",
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
        _paths(
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
