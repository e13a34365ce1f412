"""Test schemas with several parts: `$ref` with siblings, `allOf`, and unions next to a type."""

from __future__ import annotations

import pytest

from tests.generate.conftest import Generated, MypyStrict
from tests.generate.support import HEAD, Package
from tests.generate.typed import document_of, thing_of

HEAD_3_0 = HEAD.replace("3.1.0", "3.0.3")


def _codes(package: Package) -> set[str]:
    return {each.code for each in package.warnings}


def _annotation(package: Package, attribute: str, owner: str = "Thing") -> str:
    """Return the annotation of an attribute, without the part of all optional ones."""
    annotation: str = getattr(package.models, owner).__annotations__[attribute]
    return annotation.removesuffix(" | UnsetType").replace("'", '"')


def test_keywords_beside_a_reference_narrow_it(
    generated: Generated, mypy_strict: MypyStrict
) -> None:
    package = generated(document_of("""
Thing:
  type: object
  properties:
    same: {$ref: "#/components/schemas/Word", type: string}
    one: {$ref: "#/components/schemas/Word", const: a}
    some: {$ref: "#/components/schemas/Word", enum: [a, b]}
    fewer: {$ref: "#/components/schemas/Kind", enum: [b, c]}
    when: {$ref: "#/components/schemas/Word", format: date-time}
    pattern: {$ref: "#/components/schemas/Word", pattern: "^a"}
    whole: {$ref: "#/components/schemas/Number", type: integer}
    many: {$ref: "#/components/schemas/Words", maxItems: 3}
    part: {$ref: "#/components/schemas/Part", type: object}
    maybe: {$ref: "#/components/schemas/Part", type: [object, "null"]}
    more: {$ref: "#/components/schemas/Part", properties: {b: {type: integer}}}
Word: {type: string}
Kind: {type: string, enum: [a, b]}
Number: {type: number}
Words: {type: array, items: {$ref: "#/components/schemas/Word"}}
Part: {type: object, properties: {a: {type: string}}}
"""))
    assert "untyped-all-of" not in _codes(package)
    assert _annotation(package, "same") == "Word"
    assert _annotation(package, "one") == 'Literal["a"] | str'
    assert _annotation(package, "some") == 'Literal["a", "b"] | str'
    assert _annotation(package, "fewer") == 'Literal["b"] | str'
    assert _annotation(package, "when") == "datetime"
    assert _annotation(package, "pattern") == "Word"
    assert _annotation(package, "whole") == "int"
    assert _annotation(package, "many") == "Words"
    assert _annotation(package, "part") == "Part"
    assert _annotation(package, "maybe") == "Part | None"
    thing = thing_of(package, {"more": {"a": "x", "b": 1}, "maybe": None})
    assert (thing.more.a, thing.more.b, thing.maybe) == ("x", 1, None)
    mypy_strict(package.folder / package.name)


def test_keywords_beside_a_reference_in_parameters_and_headers(generated: Generated) -> None:
    package = generated(
        document_of(
            "Word: {type: string}\nNumber: {type: number}",
            paths="""\
  /things:
    get:
      parameters:
        - {name: kind, in: query, schema: {$ref: "#/components/schemas/Word", enum: [a, b]}}
        - {name: count, in: query, schema: {$ref: "#/components/schemas/Number", type: integer}}
      responses:
        "204":
          description: Nothing.
          headers: {X-Kind: {schema: {$ref: "#/components/schemas/Word", const: a}}}
""",
        )
    )
    signature = package.client(base_url="http://localhost").things.get.__annotations__
    assert "Literal['a', 'b'] | str" in str(signature["kind"])
    assert str(signature["count"]).startswith("int")
    assert "untyped-all-of" not in _codes(package)


@pytest.mark.parametrize("head", [HEAD, HEAD_3_0], ids=["3.1", "3.0"])
def test_a_plain_object_beside_a_choice_narrows_nothing(
    head: str, generated: Generated, mypy_strict: MypyStrict
) -> None:
    null = "nullable: true" if head == HEAD_3_0 else 'anyOf: [{}, {type: "null"}]'
    package = generated(
        document_of(
            f"""
Thing:
  type: object
  properties:
    one: {{type: object, oneOf: [{{$ref: "#/components/schemas/A"}}, {{$ref: "#/components/schemas/B"}}]}}
    any: {{additionalProperties: false, anyOf: [{{$ref: "#/components/schemas/A"}}, {{$ref: "#/components/schemas/B"}}]}}
    all: {{type: object, allOf: [{{$ref: "#/components/schemas/A"}}]}}
    open: {{type: object, additionalProperties: true, allOf: [{{$ref: "#/components/schemas/A"}}]}}
    empty: {{type: object, properties: {{}}, allOf: [{{$ref: "#/components/schemas/A"}}]}}
    both: {{allOf: [{{$ref: "#/components/schemas/A"}}, {{type: object}}]}}
    union: {{type: object, allOf: [{{$ref: "#/components/schemas/U"}}]}}
    word: {{allOf: [{{$ref: "#/components/schemas/Word"}}, {{type: string}}]}}
    null: {{type: string, {null}, allOf: [{{$ref: "#/components/schemas/Word"}}]}}
Word: {{type: string}}
U: {{oneOf: [{{$ref: "#/components/schemas/A"}}, {{$ref: "#/components/schemas/B"}}]}}
A: {{type: object, properties: {{n: {{type: integer}}}}}}
B: {{type: object, required: [m], properties: {{m: {{type: integer}}}}}}
""",
            head,
        )
    )
    assert "untyped-all-of" not in _codes(package)
    assert _annotation(package, "one") == _annotation(package, "any") == "A | B"
    for attribute in ("all", "open", "empty", "both"):
        assert _annotation(package, attribute) == "A"
    assert _annotation(package, "union") == "U"
    assert _annotation(package, "word") == "Word"
    if head == HEAD_3_0:
        assert _annotation(package, "null") == "Word | None"
    thing = thing_of(package, {"one": {"m": 1}, "any": {"n": 2}, "union": {"m": 3}})
    assert isinstance(thing.one, package.models.B)
    assert isinstance(thing.any, package.models.A)
    mypy_strict(package.folder / package.name)


def test_an_enumeration_in_an_all_of_is_seen_through(generated: Generated) -> None:
    package = generated(document_of("""
Thing: {allOf: [{$ref: "#/components/schemas/Base"}], properties: {kind: {type: string, enum: [cobra]}}}
Base: {type: object, required: [kind], properties: {kind: {allOf: [{$ref: "#/components/schemas/Kind"}], description: which}}}
Kind: {type: string, enum: [cobra, viper]}
"""))
    assert _annotation(package, "kind") == 'Literal["cobra"] | str'
    assert _annotation(package, "kind", "Base") == "Kind"


def test_items_that_a_second_part_refines(generated: Generated, mypy_strict: MypyStrict) -> None:
    package = generated(document_of("""
Thing:
  allOf:
    - $ref: "#/components/schemas/Page"
    - {properties: {items: {type: array, items: {$ref: "#/components/schemas/Order"}}, others: {type: array, items: {$ref: "#/components/schemas/Extra"}}}}
Page:
  type: object
  properties:
    items: {type: array, items: {$ref: "#/components/schemas/Entry"}}
    others: {type: array, items: {$ref: "#/components/schemas/Entry"}}
Entry: {type: object, properties: {id: {type: string}}}
Order: {allOf: [{$ref: "#/components/schemas/Entry"}], properties: {total: {type: integer}}}
Extra: {type: object, properties: {extra: {type: string}}}
"""))
    assert "untyped-all-of" not in _codes(package)
    assert _annotation(package, "items") == "list[Order]"
    thing = thing_of(
        package, {"items": [{"id": "1", "total": 2}], "others": [{"id": "3", "extra": "4"}]}
    )
    assert isinstance(thing.items[0], package.models.Order)
    assert (thing.others[0].id, thing.others[0].extra) == ("3", "4")
    mypy_strict(package.folder / package.name)


def test_unevaluated_properties_are_further_properties(generated: Generated) -> None:
    package = generated(document_of("""
Thing: {allOf: [{$ref: "#/components/schemas/Base"}], unevaluatedProperties: {type: string, format: date-time}}
Base: {type: object, properties: {name: {type: string}}}
Closed: {allOf: [{$ref: "#/components/schemas/Base"}], properties: {b: {type: string}}, unevaluatedProperties: false}
Free: {type: object, unevaluatedProperties: {type: integer}}
"""))
    thing = thing_of(package, {"name": "a", "since": "2024-05-01T00:00:00Z"})
    assert thing.additional_fields["since"].year == 2024
    assert not hasattr(package.models.Closed, "additional_fields")
    assert package.models.Free.__args__[1] is int


@pytest.mark.parametrize(
    ("parts", "is_contradiction"),
    [
        ("{type: string}, {type: integer}", True),
        ("{type: string, enum: [a]}, {type: string, enum: [b]}", True),
        ('{$ref: "#/components/schemas/Word"}, {type: array, items: {type: string}}', True),
        ("{type: string, format: date}, {type: string, format: uuid}", False),
        ("{type: array, items: {type: string}}, {type: array, items: {type: integer}}", False),
        ("{type: integer}, {type: number}", False),
        ("{type: number, enum: [1, 2.5]}, {type: integer}", False),
        ('{type: [string, "null"]}, {type: [integer, "null"]}', False),
        ('{$ref: "#/components/schemas/Word"}, {$ref: "#/components/schemas/Other"}', False),
        ('{$ref: "#/components/schemas/Loop"}, {type: array, items: {type: array}}', False),
    ],
)
def test_parts_contradict_each_other_where_no_value_fits(
    parts: str, is_contradiction: bool, generated: Generated
) -> None:
    package = generated(document_of(f"""
Thing: {{type: object, properties: {{a: {{allOf: [{parts}]}}}}}}
Word: {{type: string}}
Other: {{type: string, format: uuid}}
Loop: {{type: array, items: {{$ref: "#/components/schemas/Loop"}}}}
"""))
    assert ("untyped-all-of" in _codes(package)) is is_contradiction


def test_a_keyword_without_a_type_forbids_no_other_type(generated: Generated) -> None:
    package = generated(document_of("""
Thing:
  type: object
  properties:
    word: {allOf: [{$ref: "#/components/schemas/Implied"}, {type: string}]}
    object: {allOf: [{$ref: "#/components/schemas/Implied"}, {type: object}]}
    count: {type: [integer, "null"], allOf: [{items: {type: string}}]}
    nothing: {type: "null", allOf: [{type: [string, "null"]}]}
    rest: {type: array, unevaluatedItems: {type: string, format: date}}
    one: {enum: [a, b], const: b}
Implied: {properties: {a: {type: integer}}}
"""))
    assert "untyped-all-of" not in _codes(package)
    assert _annotation(package, "word") == "str"
    assert _annotation(package, "object") == "Implied"
    assert _annotation(package, "count") == "int | None"
    assert _annotation(package, "nothing") == "None"
    assert _annotation(package, "rest") == "list[date]"
    assert _annotation(package, "one") == 'Literal["b"] | str'
    thing = thing_of(package, {"word": "a", "count": 1, "nothing": None, "rest": ["2024-05-01"]})
    assert (thing.word, thing.count, thing.nothing, thing.rest[0].day) == ("a", 1, None, 1)


def test_a_contradiction_is_reported_at_the_property(generated: Generated) -> None:
    package = generated(document_of("""
Thing:
  allOf:
    - {type: object, properties: {a: {type: string}, b: {type: string}}}
    - {type: object, properties: {a: {type: integer}, b: {type: string}}}
"""))
    [found] = [each for each in package.warnings if each.code == "untyped-all-of"]
    assert found.location is not None
    assert found.location.pointer[-4:] == ("allOf", "1", "properties", "a")


def test_a_default_beside_the_reference_of_a_parameter(generated: Generated) -> None:
    package = generated(
        document_of(
            "Size: {type: integer, default: 10}",
            paths="""\
  /things:
    get:
      parameters:
        - {name: near, in: query, schema: {$ref: "#/components/schemas/Size", default: 20}}
        - {name: far, in: query, schema: {$ref: "#/components/schemas/Size"}}
      responses: {"204": {description: Nothing.}}
""",
        )
    )
    documented = package.client(base_url="http://localhost").things.get.__doc__ or ""
    near, far = documented.split("near", 1)[1].split("far", 1)
    assert "20" in near and "10" in far


def test_two_classes_that_no_schema_joins_are_reported(generated: Generated) -> None:
    package = generated(document_of("""
Thing:
  type: object
  properties:
    both: {allOf: [{type: object, additionalProperties: {$ref: "#/components/schemas/A"}}, {type: object, additionalProperties: {$ref: "#/components/schemas/B"}}]}
    more: {allOf: [{type: object, additionalProperties: {$ref: "#/components/schemas/A"}}, {type: object, additionalProperties: {$ref: "#/components/schemas/C"}}]}
A: {type: object, properties: {a: {type: string}}}
B: {type: object, properties: {b: {type: string}}}
C: {type: object, properties: {a: {type: string}, c: {type: string}}}
"""))
    [said] = [each for each in package.warnings if each.code == "partial-all-of"]
    assert "#/components/schemas/A and #/components/schemas/B" in said.message
    assert said.location and said.location.pointer[-2:] == ("properties", "both")
    assert _annotation(package, "more") == "dict[str, C]"
    thing = thing_of(
        package, {"both": {"x": {"a": "1", "b": "2"}}, "more": {"y": {"a": "3", "c": "4"}}}
    )
    assert thing.both["x"].unknown_fields == {"b": "2"}
    assert thing.more["y"].c == "4"


def test_limits_of_several_parts_are_combined(generated: Generated) -> None:
    made = generated(f"""{HEAD}paths:
  /a:
    post:
      requestBody:
        required: true
        content: {{application/json: {{schema: {{$ref: '#/components/schemas/Both'}}}}}}
      responses: {{"204": {{description: ok}}}}
components:
  schemas:
    First:
      type: object
      properties:
        count: {{type: integer, minimum: 0, maximum: 9}}
        word: {{type: string, maxLength: 4}}
    Second:
      type: object
      properties:
        count: {{type: integer, minimum: 3, maximum: 20}}
        word: {{type: string, minLength: 2}}
    Both: {{allOf: [{{$ref: '#/components/schemas/First'}}, {{$ref: '#/components/schemas/Second'}}]}}
""")
    with made.client(base_url="http://localhost") as client:
        text = " ".join(client.a.create.__doc__.split())
    assert "count: From 3 to 9." in text
    assert "word: From 2 to 4 characters." in text
