"""Test unions with a discriminator: by a mapping, by constants of its members, or by their names."""

from __future__ import annotations

from typing import Any

import pytest

from tests.generate.conftest import Generated, MypyStrict
from tests.generate.support import Package
from tests.generate.typed import document_of, thing_of

MESSAGE = "{type: object, required: [type, text], properties: {type: {%s}, text: {type: string}}}"
CALL = "{type: object, required: [type, name], properties: {type: {%s}, name: {type: string}}}"


def _kinds(package: Package, values: list[dict[str, Any]]) -> list[str]:
    """Return the classes that the values of `items` are decoded to, alone and in a list."""
    many = [type(each).__name__ for each in thing_of(package, {"items": values}).items]
    alone = [type(thing_of(package, {"item": each}).item).__name__ for each in values]
    assert many == alone
    return many


THING = """
Thing: {type: object, properties: {item: {$ref: "#/components/schemas/Item"}, items: {type: array, items: {$ref: "#/components/schemas/Item"}}}}
"""


@pytest.mark.parametrize(
    "constant",
    ["type: string, enum: [%s]", "const: %s", 'allOf: [{$ref: "#/components/schemas/Is_%s"}]'],
    ids=["enum", "const", "reference"],
)
def test_without_a_mapping_the_constants_of_the_options_decide(
    constant: str, generated: Generated, mypy_strict: MypyStrict
) -> None:
    package = generated(document_of(f"""{THING}
Item: {{oneOf: [{{$ref: "#/components/schemas/Message"}}, {{$ref: "#/components/schemas/Call"}}], discriminator: {{propertyName: type}}}}
Message: {MESSAGE % (constant % "message")}
Call: {CALL % (constant % "tool_call")}
Is_message: {{type: string, enum: [message]}}
Is_tool_call: {{type: string, const: tool_call}}
"""))
    values = [{"type": "message", "text": "a"}, {"type": "tool_call", "name": "b"}]
    assert _kinds(package, values) == ["Message", "Call"]
    # An invalid property does not change the class.
    assert _kinds_of_invalid(package) == "Message"
    mypy_strict(package.folder / package.name)


def _kinds_of_invalid(package: Package) -> str:
    thing = package.models.Thing.from_dict({"item": {"type": "message", "text": 1}})
    return type(thing.item).__name__


def test_without_constants_the_names_of_the_options_decide(generated: Generated) -> None:
    package = generated(document_of(f"""{THING}
Item: {{anyOf: [{{$ref: "#/components/schemas/Message"}}, {{$ref: "#/components/schemas/Call"}}], discriminator: {{propertyName: type}}}}
Message: {MESSAGE % "type: string"}
Call: {CALL % "type: string"}
"""))
    assert _kinds(package, [{"type": "Call", "name": "b", "text": "c"}]) == ["Call"]


def test_a_partial_mapping_leaves_the_others_to_their_constants(generated: Generated) -> None:
    package = generated(document_of(f"""{THING}
Item:
  oneOf: [{{$ref: "#/components/schemas/Message"}}, {{$ref: "#/components/schemas/Call"}}]
  discriminator: {{propertyName: type, mapping: {{msg: "#/components/schemas/Message"}}}}
Message: {MESSAGE % "type: string"}
Call: {CALL % "const: call"}
"""))
    values = [{"type": "msg", "text": "a"}, {"type": "call", "name": "b"}]
    assert _kinds(package, values) == ["Message", "Call"]


def test_options_that_are_unions_themselves(generated: Generated) -> None:
    package = generated(document_of(f"""{THING}
Item: {{oneOf: [{{$ref: "#/components/schemas/Message"}}, {{$ref: "#/components/schemas/Tool"}}], discriminator: {{propertyName: type}}}}
Tool: {{oneOf: [{{$ref: "#/components/schemas/Call"}}, {{$ref: "#/components/schemas/Search"}}]}}
Message: {MESSAGE % "const: message"}
Call: {CALL % "const: call"}
Search: {CALL % "const: search"}
"""))
    values = [
        {"type": "message", "text": "a"},
        {"type": "call", "name": "b"},
        {"type": "search", "name": "c"},
    ]
    assert _kinds(package, values) == ["Message", "Call", "Search"]


def test_options_that_are_written_in_place(generated: Generated) -> None:
    package = generated(document_of(f"""{THING}
Item: {{oneOf: [{MESSAGE % "const: message"}, {CALL % "const: call"}], discriminator: {{propertyName: type}}}}
"""))
    thing = thing_of(
        package, {"items": [{"type": "call", "name": "b"}, {"type": "message", "text": "a"}]}
    )
    assert thing.items[0].name == "b" and thing.items[1].text == "a"


def test_a_value_that_several_options_allow_decides_nothing(generated: Generated) -> None:
    package = generated(document_of(f"""{THING}
Item: {{oneOf: [{{$ref: "#/components/schemas/Message"}}, {{$ref: "#/components/schemas/Call"}}], discriminator: {{propertyName: type}}}}
Message: {MESSAGE % "enum: [one, both]"}
Call: {CALL % "enum: [two, both]"}
"""))
    assert _kinds(package, [{"type": "two", "name": "b"}]) == ["Call"]
    unknown = {"type": "both", "name": "b"}
    assert thing_of(package, {"item": unknown}, "item").item == unknown


def test_a_discriminator_that_the_options_inherit(
    generated: Generated, mypy_strict: MypyStrict
) -> None:
    package = generated(document_of("""
Thing:
  type: object
  properties:
    pet: {$ref: "#/components/schemas/Pet"}
    pets: {type: array, items: {oneOf: [{$ref: "#/components/schemas/Cat"}, {$ref: "#/components/schemas/Dog"}]}}
Pet:
  type: object
  required: [kind]
  properties: {kind: {type: string}, name: {type: string}}
  discriminator: {propertyName: kind, mapping: {cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog"}}
Cat: {allOf: [{$ref: "#/components/schemas/Pet"}], properties: {lives: {type: integer}}}
Dog: {allOf: [{$ref: "#/components/schemas/Pet"}], properties: {tricks: {type: integer}}}
"""))
    cat, dog = {"kind": "cat", "name": "a"}, {"kind": "dog", "name": "b"}
    thing = thing_of(package, {"pet": dog, "pets": [cat, dog]})
    assert [type(each) for each in thing.pets] == [package.models.Cat, package.models.Dog]
    assert type(thing.pet) is package.models.Dog
    mypy_strict(package.folder / package.name)


def test_constants_distinguish_options_without_a_discriminator(generated: Generated) -> None:
    package = generated(document_of("""
Thing: {type: object, properties: {usage: {type: object, oneOf: [{$ref: "#/components/schemas/A"}, {$ref: "#/components/schemas/B"}]}}}
A: {type: object, required: [type], properties: {type: {type: string, enum: [a]}, n: {type: integer}}}
B: {type: object, required: [type], properties: {type: {type: string, enum: [b]}, m: {type: integer}}}
"""))
    for kind in ("a", "b"):
        usage = thing_of(package, {"usage": {"type": kind}}).usage
        assert type(usage).__name__ == kind.upper()
