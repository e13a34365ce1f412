"""Test the types of documents, ten lines of YAML each, and the values that are decoded with them."""

from __future__ import annotations

import pytest
from msgspec import UNSET

from tests.generate.conftest import Generated, MypyStrict
from tests.generate.support import HEAD, Package
from tests.generate.typed import THING, document_of, thing_of
from tests.support.loopback import Loopback


def _codes(package: Package) -> list[str]:
    return [each.code for each in package.warnings]


# --- null -------------------------------------------------------------------------------------

NULLABLE_3_0 = HEAD.replace("3.1.0", "3.0.3")


@pytest.mark.parametrize(
    ("head", "maybe"),
    [
        (HEAD, "{type: [object, 'null'], properties: {a: {type: string}}}"),
        (HEAD, "{anyOf: [{type: object, properties: {a: {type: string}}}, {type: 'null'}]}"),
        (HEAD, "{oneOf: [{$ref: '#/components/schemas/Part'}, {type: 'null'}]}"),
        (NULLABLE_3_0, "{type: object, nullable: true, properties: {a: {type: string}}}"),
        (NULLABLE_3_0, "{nullable: true, allOf: [{$ref: '#/components/schemas/Part'}]}"),
        (HEAD, "{allOf: [{type: [object, 'null'], properties: {a: {type: string}}}]}"),
    ],
)
def test_a_definition_that_may_be_null(
    head: str, maybe: str, generated: Generated, mypy_strict: MypyStrict
) -> None:
    package = generated(
        document_of(
            f"""
Thing: {{type: object, properties: {{one: {{$ref: "#/components/schemas/Maybe"}}, \
many: {{type: array, items: {{$ref: "#/components/schemas/Maybe"}}}}}}}}
Maybe: {maybe}
Part: {{type: object, properties: {{a: {{type: string}}}}}}
""",
            head,
        )
    )
    thing = thing_of(package, {"one": None, "many": [{"a": "b"}, None]})
    assert thing.one is None and thing.many[0].a == "b"
    (package.folder / "use.py").write_text(
        f"from {package.name}.models import Thing\n"
        "def use(thing: Thing) -> None:\n"
        "    thing.one = None\n"
    )
    mypy_strict(package.folder / package.name, package.folder / "use.py")


def test_an_object_that_may_be_a_text(generated: Generated, mypy_strict: MypyStrict) -> None:
    package = generated(document_of("""
Thing: {type: object, properties: {a: {type: [object, string, "null"], properties: {b: {type: integer}}}}}
"""))
    assert thing_of(package, {"a": {"b": 1}}).a.b == 1
    assert thing_of(package, {"a": "text"}).a == "text"
    assert thing_of(package, {"a": None}).a is None
    mypy_strict(package.folder / package.name)


# --- allOf ------------------------------------------------------------------------------------


def test_all_of_takes_properties_and_requirements_together(
    generated: Generated, mypy_strict: MypyStrict
) -> None:
    package = generated(document_of("""
Thing:
  allOf:
    - {$ref: "#/components/schemas/Base"}
    - {required: [kind, note], properties: {kind: {enum: [thing]}, note: {type: string}}}
    - {properties: {part: {properties: {c: {type: integer}}}}}
  additionalProperties: {type: integer}
Base:
  type: object
  required: [id]
  properties: {id: {type: integer}, kind: {type: string}, part: {type: object, properties: {b: {type: string}}}}
"""))
    data = {"id": 1, "kind": "thing", "note": "n", "part": {"b": "x", "c": 2}, "more": 7}
    thing = thing_of(package, data)
    assert (thing.part.b, thing.part.c, thing.additional_fields) == ("x", 2, {"more": 7})
    assert list(package.models.Thing.from_dict({}).misfits) == ["id", "kind", "note"]
    assert 'kind: Literal["thing"] | str' in package.text(f"{package.name}/models.py")
    assert _codes(package) == []
    mypy_strict(package.folder / package.name)


def test_a_reference_with_properties_beside_it(generated: Generated) -> None:
    package = generated(document_of("""
Thing: {type: object, properties: {part: {$ref: "#/components/schemas/Part", required: [a], \
properties: {b: {type: integer}}}, same: {$ref: "#/components/schemas/Part", description: Just so.}}}
Part: {type: object, properties: {a: {type: string}}}
"""))
    thing = thing_of(package, {"part": {"a": "x", "b": 1}, "same": {"a": "y"}})
    assert thing.part.b == 1 and type(thing.same) is package.models.Part
    assert package.models.Thing.from_dict({"part": {}}).part.misfits == {"a": "missing"}


def test_all_of_with_a_choice_inside(generated: Generated, mypy_strict: MypyStrict) -> None:
    package = generated(document_of("""
Thing:
  allOf:
    - {type: object, required: [id], properties: {id: {type: integer}}}
    - {oneOf: [{$ref: "#/components/schemas/Cat"}, {$ref: "#/components/schemas/Dog"}]}
Cat: {type: object, required: [meow], properties: {meow: {type: boolean}}}
Dog: {type: object, required: [bark], properties: {bark: {type: boolean}}}
Zoo: {type: array, items: {$ref: "#/components/schemas/Thing"}}
""", paths='  /zoo: {get: {responses: {"200": {description: d, content: {application/json: '
        '{schema: {$ref: "#/components/schemas/Zoo"}}}}}}}\n'))  # fmt: skip
    decode = package.module("_core.codec.decoding").decode
    first, second = decode('[{"id":1,"meow":true},{"id":2,"bark":false}]', package.models.Zoo)
    assert (type(first).__name__, first.id, first.meow) == ("ThingCat", 1, True)
    assert (type(second).__name__, second.id, second.bark) == ("ThingDog", 2, False)
    mypy_strict(package.folder / package.name)


def test_a_choice_that_only_requires_is_no_choice_of_types(generated: Generated) -> None:
    package = generated(document_of("""
Thing:
  type: object
  properties: {a: {type: integer}, b: {type: integer}}
  anyOf: [{required: [a]}, {required: [b]}]
"""))
    assert type(thing_of(package, {"b": 1})).__name__ == "Thing"


def test_parts_that_contradict_each_other(generated: Generated, mypy_strict: MypyStrict) -> None:
    package = generated(document_of("""
Thing:
  allOf:
    - {type: object, properties: {a: {type: string}, b: {type: number}, c: {type: string}, d: {}}}
    - {properties: {a: {type: integer}, b: {type: integer}, c: {format: date, type: string}, d: {type: boolean}}}
"""))
    text = package.text(f"{package.name}/models.py")
    for line in ("a: object |", "b: int | U", "c: date |", "d: bool |"):
        assert line in text
    assert _codes(package) == ["untyped-all-of"]
    thing_of(package, {"a": 1, "b": 2, "c": "2020-01-01", "d": True})
    mypy_strict(package.folder / package.name)


def test_a_choice_that_leads_back_to_itself(generated: Generated) -> None:
    package = generated(document_of("""
Thing: {type: object}
Pet: {type: object, properties: {name: {type: string}}, oneOf: [{$ref: "#/components/schemas/Cat"}]}
Cat: {allOf: [{$ref: "#/components/schemas/Pet"}, {type: object, properties: {meow: {type: boolean}}}]}
"""))
    cat = package.models.Cat.from_dict({"name": "c", "meow": True})
    assert (cat.name, cat.meow, cat.misfits) == ("c", True, {})


# --- discriminators ---------------------------------------------------------------------------

PETS = """
Thing:
  type: object
  properties: {pet: {$ref: "#/components/schemas/Pet"}, pets: {type: array, items: {$ref: "#/components/schemas/Pet"}}}
Pet:
  oneOf: [{$ref: "#/components/schemas/Cat"}, {$ref: "#/components/schemas/Dog"}]
  discriminator: {propertyName: type, mapping: {kitten: "#/components/schemas/Cat", puppy: Dog}}
Cat: {type: object, required: [type], properties: {type: {type: string}, age: {type: integer}}}
Dog: {type: object, required: [type], properties: {type: {type: string}, age: {type: integer}}}
"""


def test_a_discriminator_tells(generated: Generated, mypy_strict: MypyStrict) -> None:
    package = generated(document_of(PETS))
    models = package.models
    pets = [
        {"type": "kitten", "age": 1},
        {"type": "puppy"},
        {"type": "puppy", "age": "old", "x": 1},
    ]
    thing = thing_of(package, {"pets": pets})
    assert [type(each) for each in thing.pets] == [models.Cat, models.Dog, models.Dog]
    assert list(thing.pets[2].misfits) == ["age"]
    mypy_strict(package.folder / package.name)


@pytest.mark.parametrize("tag", ["cow", 5, None])
def test_an_unheard_of_tag_leaves_the_object_as_it_came(tag: object, generated: Generated) -> None:
    package = generated(document_of(PETS))
    thing = thing_of(package, {"pet": {"type": tag, "age": 1}}, "pet")
    assert thing.pet == {"type": tag, "age": 1}


def test_an_object_without_its_tag_is_of_the_nearest_type(generated: Generated) -> None:
    package = generated(document_of(PETS))
    thing = thing_of(package, {"pet": {"age": 1}})
    assert type(thing.pet) in (package.models.Cat, package.models.Dog)
    assert thing.pet.misfits == {"type": "missing"}


def test_names_of_definitions_are_implicit_tags(generated: Generated) -> None:
    package = generated(
        document_of(PETS.replace(', mapping: {kitten: "#/components/schemas/Cat", puppy: Dog}', ""))
    )
    thing = thing_of(package, {"pets": [{"type": "Dog"}, {"type": "Cat"}]})
    assert [type(each).__name__ for each in thing.pets] == ["Dog", "Cat"]


def test_subtypes_stand_wherever_their_base_may(
    generated: Generated, server: Loopback, mypy_strict: MypyStrict
) -> None:
    package = generated(document_of("""
Thing: {type: object, properties: {pets: {type: array, items: {$ref: "#/components/schemas/Pet"}}}}
Pet:
  type: object
  required: [kind]
  discriminator: {propertyName: kind, mapping: {kitty: "#/components/schemas/Cat"}}
  properties: {kind: {type: string}, name: {type: string}}
Cat: {allOf: [{$ref: "#/components/schemas/Pet"}, {type: object, properties: {meow: {type: boolean}}}]}
Tiger: {allOf: [{$ref: "#/components/schemas/Cat"}, {type: object, properties: {stripes: {type: integer}}}]}
"""))
    pets = [
        {"kind": "kitty", "name": "a", "meow": True},
        {"kind": "Tiger", "stripes": 9, "meow": False},
        {"kind": "cow", "name": "b", "milk": 3},
    ]
    server.answer_json({"pets": pets})
    with package.client(base_url=server.url) as client:
        thing = client.things.get()
    assert [type(each).__name__ for each in thing.pets] == ["Cat", "Tiger", "Pet"]
    assert thing.pets[2].unknown_fields == {"milk": 3}
    assert thing.to_dict() == {"pets": pets}
    mypy_strict(package.folder / package.name)


# --- unions -----------------------------------------------------------------------------------


def test_unions_that_msgspec_does_not_know_are_typed(
    generated: Generated, mypy_strict: MypyStrict
) -> None:
    package = generated(document_of("""
Thing:
  type: object
  properties:
    lists: {oneOf: [{type: array, items: {type: string}}, {type: array, items: {$ref: "#/components/schemas/Part"}}]}
    free: {anyOf: [{$ref: "#/components/schemas/Part"}, {type: object, additionalProperties: {type: integer}}]}
    open: {anyOf: [{type: string}, {const: a}, {enum: [b, c]}, {type: "null"}]}
    dated: {oneOf: [{type: string, format: date}, {type: string, format: date-time}]}
    mixed: {enum: [1, a, true, null, 1.5]}
    nested: {oneOf: [{oneOf: [{type: string}, {type: integer}]}, {type: boolean}]}
Part: {type: object, required: [p], properties: {p: {type: string}}}
"""))
    thing = thing_of(package, {"lists": ["a", {"p": "q"}], "free": {"p": "q"}, "mixed": 1.5})
    assert type(thing.lists[1]) is type(thing.free) is package.models.Part
    assert thing_of(package, {"free": {"x": 1}, "open": "d", "mixed": "b"}).free == {"x": 1}
    assert thing_of(package, {"dated": "2020-01-01", "nested": False, "open": None}).nested is False
    text = package.text(f"{package.name}/models.py")
    assert 'open: Literal["a", "b", "c"] | str | None' in text
    assert "lists: list[str | Part]" in text
    assert _codes(package) == []
    mypy_strict(package.folder / package.name)


def test_tuples_are_lists_of_the_types_of_their_positions(
    generated: Generated, mypy_strict: MypyStrict
) -> None:
    package = generated(document_of("""
Thing: {type: object, properties: {pair: {type: array, prefixItems: [{type: string}, {type: integer}]}, \
rest: {prefixItems: [{type: string}], items: {$ref: "#/components/schemas/Thing"}}}}
"""))
    thing = thing_of(package, {"pair": ["a", 1], "rest": ["a", {"pair": ["b", 2]}]})
    assert thing.rest[1].pair == ["b", 2]
    mypy_strict(package.folder / package.name)


def test_schemas_that_say_yes_no_or_not(generated: Generated, mypy_strict: MypyStrict) -> None:
    package = generated(document_of("""
Thing:
  type: object
  properties:
    yes: true
    no: false
    nope: {not: {type: string}}
    if: {type: integer, if: {minimum: 1}, then: {maximum: 5}, else: {maximum: 0}}
"""))
    thing_of(package, {"yes": [1], "no": 2, "nope": 3, "if": 4})
    assert _codes(package).count("ignored-keyword") == 2
    mypy_strict(package.folder / package.name)


# --- other members ----------------------------------------------------------------------------


def test_options_that_have_no_name_are_typed(generated: Generated, mypy_strict: MypyStrict) -> None:
    package = generated(document_of("""
Thing:
  type: object
  properties: {id: {type: integer}}
  additionalProperties: {$ref: "#/components/schemas/Part"}
Part: {type: object, patternProperties: {"^x-": {type: integer}}, properties: {a: {type: string}}}
Mapped: {type: object, patternProperties: {"^x-": {type: integer}}}
"""))
    thing = thing_of(package, {"id": 1, "one": {"a": "b", "x-y": 5}, "two": {}, "odd": 3})
    assert type(thing.additional_fields["one"]) is package.models.Part
    assert thing.additional_fields["one"].additional_fields == {"x-y": 5}
    assert thing.additional_fields["odd"] == 3
    more = package.models.Thing(id=2).with_unknown_fields({"new": package.models.Part(a="c")})
    assert more.to_dict() == {"id": 2, "new": {"a": "c"}}
    assert package.models.Mapped == dict[str, int]
    (package.folder / "use.py").write_text(
        f"from {package.name}.models import Part, Thing\n"
        "def use(thing: Thing) -> Part:\n"
        "    return thing.additional_fields['x']\n"
    )
    mypy_strict(package.folder / package.name, package.folder / "use.py")


def test_an_object_that_says_it_has_more_is_sent_whole(
    generated: Generated, server: Loopback, mypy_strict: MypyStrict
) -> None:
    body = "{type: object, required: [id], properties: {id: {type: integer}}, additionalProperties: true}"
    package = generated(
        document_of(
            f"Thing: {body}",
            paths="  /things: {post: {requestBody: {required: true, content: {application/json: "
            f'{{schema: {{$ref: "#/components/schemas/Thing"}}}}}}}}, {THING}}}}}\n',
        )
    )
    server.answer_json({"id": 1})
    with package.client(base_url=server.url) as client:
        client.things.create({"id": 1, "more": [2]})
    assert server.requests[0].json() == {"id": 1, "more": [2]}
    mypy_strict(package.folder / package.name)


def test_what_one_side_alone_writes(
    generated: Generated, server: Loopback, mypy_strict: MypyStrict
) -> None:
    package = generated(document_of("""
Thing:
  type: object
  required: [id, secret, name, part]
  properties:
    id: {type: integer, readOnly: true}
    secret: {type: string, writeOnly: true}
    name: {type: string}
    part: {$ref: "#/components/schemas/Part"}
Part: {type: object, required: [at, b], properties: {at: {type: string, readOnly: true}, b: {type: integer}}}
""", paths=f'  /things: {{post: {{requestBody: {{required: true, content: {{application/json: {{schema: '
        f'{{$ref: "#/components/schemas/Thing"}}}}}}}}, {THING}}}}}\n'))  # fmt: skip
    server.answer_json({"id": 1, "name": "n", "part": {"at": "now", "b": 2}})
    with package.client(base_url=server.url) as client:
        thing = client.things.create(name="n", secret="s", part=package.models.Part(b=2))
    assert server.requests[0].json() == {"name": "n", "secret": "s", "part": {"b": 2}}
    assert (thing.id, thing.secret, thing.part.at, thing.misfits) == (1, UNSET, "now", {})
    mypy_strict(package.folder / package.name)
