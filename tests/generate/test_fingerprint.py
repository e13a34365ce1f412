"""Test that equal schemas have one identity, whatever their documents, descriptions and order of
properties."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace
from specloom.diagnostics import Location
from specloom.interning.fingerprint import identify_schemas
from specloom.interning.texts import best_text
from specloom.ir import (
    AliasSchema,
    Array,
    Constraints,
    EnumSchema,
    Literal,
    Map,
    Nullable,
    ObjectSchema,
    Primitive,
    Property,
    Reference,
    Schema,
    SchemaId,
    Type,
    Union,
    Unknown,
)

TEXT, NUMBER = Primitive("string"), Primitive("integer")


def _property(name: str, type_: Type = TEXT, **changes: Any) -> Property:
    made = Property(name, type_, required=False, location=Location(f"{name}.yaml"))
    return replace(made, **changes)


def _object(key: str, *properties: Property, name: str = "Thing", **changes: Any) -> ObjectSchema:
    made = ObjectSchema(SchemaId(key), (name,), properties, Location(f"{key}.yaml"))
    return replace(made, **changes)


def _same(first: Schema, second: Schema) -> bool:
    found = identify_schemas({first.id: first, second.id: second})
    return found[first.id] == found[second.id]


def _to(key: str) -> Reference:
    return Reference(SchemaId(key))


def test_texts_locations_and_order_do_not_count() -> None:
    assert _same(
        _object("a", _property("x", description="One"), _property("y"), description="A"),
        _object("b", _property("y"), _property("x", description="Two"), description="B"),
    )


@pytest.mark.parametrize(
    "other",
    [
        _object("b", _property("y")),
        _object("b", _property("x"), name="Other"),
        _object("b", _property("x"), _property("y")),
        _object("b", _property("x", required=True)),
        _object("b", _property("x", NUMBER)),
        _object("b", _property("x", Primitive("string", "date"))),
        _object("b", _property("x", Nullable(TEXT))),
        _object("b", _property("x", Array(TEXT))),
        _object("b", _property("x", Map(TEXT))),
        _object("b", _property("x", Unknown())),
        _object("b", _property("x", Literal(TEXT, ("a",)))),
        _object("b", _property("x", Union((TEXT, NUMBER)))),
        _object("b", _property("x", constraints=Constraints(max_length=3))),
        _object("b", _property("x"), additional=TEXT),
        AliasSchema(SchemaId("b"), ("Thing",), TEXT, Location("b.yaml")),
        EnumSchema(SchemaId("b"), ("Thing",), Literal(TEXT, ("a",)), Location("b.yaml")),
    ],
)
def test_structure_counts(other: Schema) -> None:
    assert not _same(_object("a", _property("x")), other)


def test_choices_are_sets() -> None:
    assert _same(
        _object(
            "a", _property("x", Union((TEXT, NUMBER))), _property("y", Literal(TEXT, ("a", "b")))
        ),
        _object(
            "b", _property("x", Union((NUMBER, TEXT))), _property("y", Literal(TEXT, ("b", "a")))
        ),
    )
    assert not _same(
        _object("a", _property("y", Literal(TEXT, ("1",)))),
        _object("b", _property("y", Literal(NUMBER, (1,)))),
    )


def test_references_are_followed() -> None:
    schemas = [
        _object("a", _property("x", _to("a2"))),
        _object("a2", _property("y"), name="Part"),
        _object("b", _property("x", _to("b2"))),
        _object("b2", _property("y"), name="Part"),
        _object("c", _property("x", _to("c2"))),
        _object("c2", _property("y", NUMBER), name="Part"),
    ]
    found = identify_schemas({each.id: each for each in schemas})
    assert found[SchemaId("a")] == found[SchemaId("b")]
    assert found[SchemaId("a")] != found[SchemaId("c")]


def test_circles() -> None:
    schemas = [
        _object("a", _property("next", _to("a"))),
        _object("b", _property("next", _to("b"))),
        _object("c", _property("next", Array(_to("c")))),
    ]
    found = identify_schemas({each.id: each for each in schemas})
    assert found[SchemaId("a")] == found[SchemaId("b")] != found[SchemaId("c")]


def _ring(prefix: str, length: int, odd: str = "") -> list[ObjectSchema]:
    """Return schemas that refer to each other in a ring; the last one can have something else."""
    return [
        _object(
            f"{prefix}{index}",
            _property("next", _to(f"{prefix}{(index + 1) % length}")),
            *([_property(odd)] if odd and index == length - 1 else []),
            name=f"Ring{index}",
        )
        for index in range(length)
    ]


def test_mutual_recursion_of_any_length() -> None:
    schemas = [*_ring("a", 12), *_ring("b", 12), *_ring("c", 12, odd="x")]
    found = identify_schemas({each.id: each for each in schemas})
    for index in range(12):
        assert found[SchemaId(f"a{index}")] == found[SchemaId(f"b{index}")]
        assert found[SchemaId(f"a{index}")] != found[SchemaId(f"c{index}")]


def test_the_order_of_documents_does_not_count() -> None:
    schemas = [*_ring("a", 4), *_ring("b", 5, odd="x"), _object("c", _property("x", _to("a1")))]
    forwards = identify_schemas({each.id: each for each in schemas})
    backwards = identify_schemas({each.id: each for each in reversed(schemas)})
    assert _groups(forwards) == _groups(backwards)


def _groups(numbers: dict[SchemaId, int]) -> set[frozenset[SchemaId]]:
    """Return which schemas are equal."""
    return {
        frozenset(key for key, other in numbers.items() if other == number)
        for number in numbers.values()
    }


@pytest.mark.parametrize(
    ("texts", "best"),
    [
        ([], ""),
        (["", ""], ""),
        (["", "a"], "a"),
        (["a", "b", "b"], "b"),
        (["short", "longer"], "longer"),
        (["b", "a"], "a"),
    ],
)
def test_the_best_of_several_texts(texts: list[str], best: str) -> None:
    assert best_text(texts) == best
