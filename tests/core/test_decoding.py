"""Test decoding: values are typed if they fit, and preserved if they do not."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import msgspec
import pytest
from hubspot_crm._core.errors import DecodingError
from msgspec import UNSET

from tests.core.decoded import json_equal

from .sample.models import (
    Batch,
    Cat,
    Circle,
    Dog,
    Drawing,
    Error,
    Group,
    Record,
    RecordPage,
    Square,
    Tree,
    Zoo,
)

RECORD: dict[str, Any] = {
    "id": "512",
    "properties": {"name": "Call back", "amount": None},
    "createdAt": "2019-10-30T03:30:17.883Z",
}


def record(**members: object) -> Record:
    return Record.from_dict({**RECORD, **members})


def test_what_fits_is_typed() -> None:
    page = RecordPage.from_json(json.dumps({"results": [RECORD]}))
    found = page.results[0]
    assert type(found) is Record
    assert found.created_at == datetime(2019, 10, 30, 3, 30, 17, 883_000, tzinfo=UTC)
    assert found.properties == {"name": "Call back", "amount": None}
    assert found.archived_at is UNSET
    assert not found.unknown_fields and not found.misfits and not page.misfits


def test_unknown_fields_are_kept_by_wire_name_at_every_depth() -> None:
    page = RecordPage.from_dict({"results": [{**RECORD, "newField": {"a": [1]}}], "total": 1})
    assert page.unknown_fields == {"total": 1}
    assert page.results[0].unknown_fields == {"newField": {"a": [1]}}
    assert type(page.results[0].created_at) is datetime


def test_a_missing_required_field_is_unset_and_named() -> None:
    found = Record.from_dict({"id": "1"})
    assert found.id == "1"
    assert [getattr(found, name) for name in ("created_at", "properties")] == [UNSET, UNSET]
    assert found.misfits == {"properties": "missing", "created_at": "missing"}
    assert json.loads(found.to_json()) == {"id": "1"}


@pytest.mark.parametrize(
    ("wire_name", "attribute", "value"),
    [
        ("createdAt", "created_at", "last Tuesday"),
        ("createdAt", "created_at", 1572480000000),
        ("createdAt", "created_at", None),
        ("archivedAt", "archived_at", None),
        ("archivedAt", "archived_at", ""),
        ("id", "id", 5.5),
        ("id", "id", True),
        ("archived", "archived", "false"),
        ("properties", "properties", ["a"]),
        ("properties", "properties", '{"a": "b"}'),
        ("history", "history", {"name": "no list"}),
    ],
)
def test_a_misfit_stays_as_it_came_and_the_record_is_whole(
    wire_name: str, attribute: str, value: object
) -> None:
    found = record(**{wire_name: value})
    assert getattr(found, attribute) == value
    assert list(found.misfits) == [attribute]
    assert found.misfits[attribute]
    assert json_equal(json.loads(found.to_json()), {**RECORD, wire_name: value})
    assert type(found.created_at) is datetime or wire_name == "createdAt"


def test_an_integer_is_a_string_where_one_is_declared() -> None:
    found = record(id=512, properties={"size": -3}, archived=0)
    assert (found.id, found.properties) == ("512", {"size": "-3"})
    assert list(found.misfits) == ["archived"]
    assert json.loads(found.to_json())["id"] == "512"


def test_misfits_are_named_where_they_are() -> None:
    version = {"value": "a", "at": "2020-01-01T00:00:00Z"}
    found = record(history={"name": [{**version, "at": 5}, version]})
    assert not found.misfits, "the fault is one of the version, not of the record"
    assert found.history is not UNSET
    first, second = found.history["name"]
    assert first.at == 5 and list(first.misfits) == ["at"]
    assert second.at == datetime(2020, 1, 1, tzinfo=UTC) and not second.misfits


def test_elements_that_do_not_fit_stay_in_their_place() -> None:
    page = RecordPage.from_dict({"results": [RECORD, None, "x", RECORD]})
    assert [type(item) for item in page.results] == [Record, type(None), str, Record]
    assert page.misfits["results"].endswith("(and 1 more)")
    assert json.loads(page.to_json())["results"][1:3] == [None, "x"]


def test_one_bad_property_does_not_lose_the_others() -> None:
    found = record(properties={"name": "n", "size": 3.5, "gone": None})
    assert found.properties == {"name": "n", "size": 3.5, "gone": None}
    assert list(found.misfits) == ["properties"]


def test_an_open_enumeration_takes_new_values() -> None:
    assert Batch.from_dict({"status": "PAUSED", "results": []}).status == "PAUSED"
    assert not Batch.from_dict({"status": "PAUSED", "results": []}).misfits


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2019-10-30T03:30:17.883Z", datetime(2019, 10, 30, 3, 30, 17, 883_000, tzinfo=UTC)),
        ("2019-10-30T03:30:17+0000", datetime(2019, 10, 30, 3, 30, 17, tzinfo=UTC)),
        ("2019-10-30T05:30:17+02:00", datetime(2019, 10, 30, 3, 30, 17, tzinfo=UTC)),
        ("2019-10-30T03:30:17", datetime(2019, 10, 30, 3, 30, 17)),
        ("9999-12-31T23:59:59.9999999Z", datetime(9999, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC)),
        ("9999-12-31T23:59:59.9999999", datetime(9999, 12, 31, 23, 59, 59, 999_999)),
    ],
)
def test_dates_with_a_time(text: str, expected: datetime) -> None:
    found = record(createdAt=text)
    assert found.created_at == expected
    assert json_equal(json.loads(found.to_json())["createdAt"], text)


@pytest.mark.parametrize("depth", [100, 200, 300, 400, 450])
def test_what_lies_too_deep_to_be_typed_is_kept(depth: int) -> None:
    data: dict[str, object] = {"in": 5}
    for _ in range(depth):
        data = {"in": "a", "children": [data]}
    tree = Tree.from_json(json.dumps(data))
    assert type(tree) is Tree and tree.in_ == "a"
    # Not by to_json: it walks in Python, which cannot go as deep as the encoder itself.
    assert json.loads(msgspec.json.encode(tree)) == data


def test_recursion() -> None:
    tree = Tree.from_dict(
        {"in": "a", "children": [{"in": "b", "x": 1}], "byName": {"c": {"in": None, "day": "soon"}}}
    )
    assert tree.children is not UNSET and tree.by_name is not UNSET
    assert tree.children[0].in_ == "b" and tree.children[0].unknown_fields == {"x": 1}
    assert tree.by_name["c"].misfits.keys() == {"day"}


class TestUnions:
    @pytest.mark.parametrize(
        ("shape", "kind"),
        [
            ({"kind": "circle", "radius": 1}, Circle),
            ({"kind": "square", "side": 1.5}, Square),
            ({"kind": "square", "side": 2, "colour": "red"}, Square),
            ({"kind": "square", "radius": 2}, Square),
            ({"side": 2}, Square),
        ],
    )
    def test_of_models_takes_the_nearest(self, shape: dict[str, object], kind: type) -> None:
        drawing = Drawing.from_dict({"shape": shape, "shapes": [shape, shape]})
        assert type(drawing.shape) is kind
        assert drawing.shapes is not UNSET
        assert [type(one) for one in drawing.shapes] == [kind, kind]
        assert json.loads(drawing.to_json()) == {"shape": shape, "shapes": [shape, shape]}

    def test_that_a_tag_tells_apart(self) -> None:
        cat, dog = {"type": "cat", "name": "a"}, {"type": "dog", "name": "b"}
        pets = [cat, dog, {**cat, "new": 1}, {**dog, "barks": "often"}]
        zoo = Zoo.from_dict({"pets": pets})
        assert [type(pet) for pet in zoo.pets] == [Cat, Dog, Cat, Dog]
        assert [list(pet.unknown_fields) for pet in zoo.pets] == [[], [], ["new"], []]
        assert [list(pet.misfits) for pet in zoo.pets] == [[], [], [], ["barks"]]
        assert json.loads(zoo.to_json()) == {"pets": pets}

    @pytest.mark.parametrize("pet", [{"type": "cow", "name": "c"}, {"type": 5}, {"type": None}])
    def test_of_an_unheard_of_tag_stay_as_they_came(self, pet: dict[str, object]) -> None:
        zoo = Zoo.from_dict({"pets": [pet], "cages": {"1": pet}})
        assert zoo.to_dict() == {"pets": [pet], "cages": {"1": pet}}
        assert list(zoo.misfits) == ["pets", "cages"]
        assert json.loads(zoo.to_json()) == zoo.to_dict()

    def test_without_a_tag_are_the_nearest_model(self) -> None:
        zoo = Zoo.from_dict({"pets": [{"name": "c", "barks": True}]})
        assert [type(pet) for pet in zoo.pets] == [Dog]
        assert zoo.pets[0].misfits == {"type": "missing"}
        assert json.loads(zoo.to_json()) == {"pets": [{"name": "c", "barks": True}]}

    def test_of_models_that_are_no_object(self) -> None:
        drawing = Drawing.from_dict({"shape": "circle"})
        assert drawing.shape == "circle"
        assert list(drawing.misfits) == ["shape"]

    def test_of_a_model_and_a_map(self) -> None:
        circle = {"kind": "circle", "radius": 1}
        square = {"kind": "square", "side": 1}
        assert type(Drawing.from_dict({"shape": circle, "extent": square}).extent) is Square
        extent = Drawing.from_dict({"shape": circle, "extent": {"left": 1, "top": 2}}).extent
        assert extent == {"left": 1, "top": 2}

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("2020-01-01T00:00:00Z", datetime(2020, 1, 1, tzinfo=UTC)),
            ("2020-01-01", date(2020, 1, 1)),
            ("soon", "soon"),
        ],
    )
    def test_of_formats_of_text(self, text: str, expected: object) -> None:
        drawing = Drawing.from_dict({"shape": {"kind": "circle", "radius": 1}, "when": text})
        assert drawing.when == expected and not drawing.misfits

    @pytest.mark.parametrize("note", ["a", {"a": "b"}, None])
    def test_of_text_a_map_and_null(self, note: object) -> None:
        drawing = Drawing.from_dict({"shape": {"kind": "circle", "radius": 1}, "note": note})
        assert drawing.note == note and not drawing.misfits

    def test_of_models_that_hold_themselves_stay_linear(self) -> None:
        nested: dict[str, object] = {"members": [], "odd": 1}
        for _ in range(60):  # if each level were tried twice, this would not end
            nested = {"members": [nested, {"kind": "circle"}], "odd": 1}
        group = Group.from_dict(nested)
        assert type(group.members[0]) is Group
        assert json.loads(group.to_json()) == nested


class TestText:
    @pytest.mark.parametrize(
        "text",
        [
            b"",
            b"{",
            b"<html>",
            b"{'a': 1}",
            b'{"a": NaN}',
            b'{"a": Infinity}',
            b"[1,]",
            b'{"a":1}{}',
            b'"\xff"',
            b'"a\nb"',
            b"\x00",
        ],
    )
    def test_that_is_not_json(self, text: bytes) -> None:
        with pytest.raises(DecodingError, match="invalid JSON") as caught:
            Record.from_json(text)
        assert caught.value.content == text

    @pytest.mark.parametrize("text", [b"[]", b"null", b'"a"', b"3"])
    def test_whose_root_is_no_object(self, text: bytes) -> None:
        with pytest.raises(DecodingError, match="invalid JSON Record: Expected `object`"):
            Record.from_json(text)

    @pytest.mark.parametrize("text", [b"[" * 100_000, b'{"id":' * 100_000])
    def test_that_is_too_deep(self, text: bytes) -> None:
        with pytest.raises(DecodingError):
            Record.from_json(text + b"]" * 100_000)

    def test_that_is_deep_but_complete(self) -> None:
        with pytest.raises(DecodingError, match="too deeply"):
            Record.from_json(b'{"id":' + b"[" * 100_000 + b"]" * 100_000 + b"}")

    def test_with_a_byte_order_mark(self) -> None:
        assert Record.from_json(b"\xef\xbb\xbf" + json.dumps(RECORD).encode()).id == "512"

    @pytest.mark.parametrize(
        "number", ["1e400", "-1e999", "1" * 5_000, "12345678901234567890123", "0.1e-400"]
    )
    def test_with_huge_numbers_keeps_them_exactly(self, number: str) -> None:
        text = f'{{"id":"1","properties":{{}},"createdAt":"2020-01-01T00:00:00Z","n":{number}}}'
        again = json.loads(Record.from_json(text).to_json(), parse_int=Decimal, parse_float=Decimal)
        assert again["n"] == Decimal(number)

    def test_with_lone_surrogates(self) -> None:
        text = (
            b'{"message":"\\ud800 \xc3\xa9","category":"\\udfff","correlationId":"1","x\\ud800":1}'
        )
        error = Error.from_json(text)
        assert error.message == "\ud800 é"
        assert json.loads(error.to_json()) == json.loads(text)

    def test_with_repeated_properties_has_the_last(self) -> None:
        text = b'{"message":"a","message":"b","category":"","correlationId":""}'
        assert Error.from_json(text).message == "b"

    def test_whose_member_names_are_those_of_attributes(self) -> None:
        hostile = {"__class__": 1, "__dict__": {}, "to_dict": 1, "misfits": 2, "created_at": 3}
        found = record(**hostile)
        assert found.unknown_fields == hostile
        assert found.to_dict()["__class__"] == 1 and type(found) is Record
