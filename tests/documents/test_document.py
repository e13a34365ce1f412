"""Test nodes: values that know their location, and references that are followed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from specloom.diagnostics import Location
from specloom.documents.document import Document, Node

from tests.documents.support import codes, document, objection

PETS = document("""
    x-owner: {name: me}
    components:
      schemas:
        Pet: {type: object, required: [a, b], maxProperties: 2.0, deprecated: true}
        Alias: {$ref: '#/components/schemas/Pet'}
        Far: {$ref: '#/components/schemas/Alias'}
        a/b~c d: {type: string}
        Odd: {$ref: '#/components/schemas/a~1b~0c%20d'}
        Mistyped: {$ref: '#/components/schemas/Pett'}
        Nowhere: {$ref: '#/nothing/at/all'}
        Other: {$ref: 'other.yaml#/Pet'}
        Bare: {$ref: Pet}
        Anchor: {$ref: '#Pet'}
        Tilde: {$ref: '#/a~2'}
        Percent: {$ref: '#/%zz'}
        NotUtf8: {$ref: '#/%ff'}
        Number: {$ref: 5}
        Self: {$ref: '#/components/schemas/Self'}
        Ping: {$ref: '#/components/schemas/Pong'}
        Pong: {$ref: '#/components/schemas/Ping'}
        Everything: {$ref: '#'}
    """)


def schema(name: str) -> Node:
    return PETS.root_node()["components"]["schemas"][name]


def test_a_node_knows_its_place() -> None:
    assert schema("Pet").location == Location("api.yaml", ("components", "schemas", "Pet"))
    assert [each.pointer[-1] for each in schema("Pet")["required"].elements()] == ["0", "1"]


def test_the_longest_origin_decides_where_a_part_was_written() -> None:
    corrected = Document(
        "api.yaml",
        {"a": {"b": {"c": 1}}},
        {("a",): Location("one.yaml", ("x",)), ("a", "b"): Location("two.yaml", ("y", "0"))},
    )
    assert corrected.location(("a", "b", "c")) == Location("two.yaml", ("y", "0", "c"))
    assert corrected.location(("a", "z")) == Location("one.yaml", ("x", "z"))
    assert corrected.location(("q",)) == Location("api.yaml", ("q",))


def test_typed_getters_return_what_is_there() -> None:
    pet = schema("Pet")
    assert pet.text("type") == "object" and pet.text("title") is None
    assert pet.texts("required") == ("a", "b") and pet.texts("enum") == ()
    assert pet.flag("deprecated") and not pet.flag("readOnly") and pet.flag("explode", True)
    assert pet.integer("maxProperties") == 2 and pet.integer("minProperties") is None
    assert list(PETS.root_node().extensions()) == ["x-owner"]


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda pet: pet.text("required"), "#/components/schemas/Pet/required: expected a string, found an array"),
        (lambda pet: pet.flag("type"), "#/components/schemas/Pet/type: expected a boolean, found a string"),
        (lambda pet: pet.integer("deprecated"), "#/components/schemas/Pet/deprecated: expected an integer, found a boolean"),
        (lambda pet: pet.texts("type"), "#/components/schemas/Pet/type: expected an array, found a string"),
        (lambda pet: pet["type"].get("x"), "#/components/schemas/Pet/type: expected an object, found a string"),
        (lambda pet: list(pet["required"].items()), "#/components/schemas/Pet/required: expected an object, found an array"),
        (lambda pet: pet["title"], "#/components/schemas/Pet: the required property 'title' is missing"),
    ],
)  # fmt: skip
def test_a_wrong_shape_is_a_located_error(ask: Callable[[Node], object], message: str) -> None:
    assert message in objection(lambda: ask(schema("Pet")))


def test_references_are_followed_to_the_value() -> None:
    assert schema("Far").follow() == schema("Pet")
    assert schema("Far").reference() == schema("Alias")
    assert schema("Pet").follow() == schema("Pet") and schema("Pet").reference() is None
    assert schema("Odd").follow() == schema("a/b~c d")
    assert schema("Everything").follow() == PETS.root_node()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Mistyped", "dangling-reference"),
        ("Nowhere", "dangling-reference"),
        ("Other", "external-reference"),
        ("Bare", "external-reference"),
        ("Anchor", "invalid-reference"),
        ("Tilde", "invalid-reference"),
        ("Percent", "invalid-reference"),
        ("NotUtf8", "invalid-reference"),
        ("Number", "wrong-type"),
        ("Self", "circular-reference"),
        ("Ping", "circular-reference"),
    ],
)
def test_what_cannot_be_followed_is_a_located_error(name: str, code: str) -> None:
    assert codes(schema(name).follow) == [code]


def test_a_mistyped_reference_gets_a_suggestion() -> None:
    assert objection(schema("Mistyped").follow) == (
        "api.yaml: error[dangling-reference] #/components/schemas/Mistyped/$ref: "
        "'#/components/schemas/Pett' does not exist\n"
        "    hint: did you mean #/components/schemas/Pet?"
    )


def test_array_indexes_are_those_of_json_pointers() -> None:
    required = schema("Pet")["required"]
    assert required.at(("1",)) is not None
    for token in ("2", "01", "-", "-1", "+1", "٣", "", "9" * 5000):
        assert required.at((token,)) is None


def test_nodes_of_one_place_are_equal_and_hashable() -> None:
    other = document("components: {schemas: {Pet: {}}}").root_node()["components"]["schemas"]["Pet"]
    assert len({schema("Pet"), schema("Pet")}) == 1
    assert schema("Pet") != other
