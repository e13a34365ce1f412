"""Test encoding: what is sent, and how a decoded response is serialized again."""

from __future__ import annotations

import json
from collections import OrderedDict
from datetime import UTC, date, datetime
from decimal import Decimal
from types import MappingProxyType

import pytest
from hubspot_crm._core.codec.encoding import encode
from msgspec import UNSET

from .sample.models import Filter, Record


def test_unset_fields_are_left_out_and_null_is_sent() -> None:
    record = Record(
        id="1", properties={"a": None}, created_at=datetime(2020, 1, 1, tzinfo=UTC), archived=UNSET
    )
    assert json.loads(encode(record)) == {
        "id": "1",
        "properties": {"a": None},
        "createdAt": "2020-01-01T00:00:00Z",
    }


def test_models_and_mappings_mix() -> None:
    filters = [Filter(property_name="a", operator="EQ"), {"propertyName": "b", "operator": "NEQ"}]
    body = {"filters": filters, "extra": MappingProxyType({"a": (1, 2)}), "o": OrderedDict(a=1)}
    assert json.loads(encode(body)) == {
        "filters": [
            {"propertyName": "a", "operator": "EQ"},
            {"propertyName": "b", "operator": "NEQ"},
        ],
        "extra": {"a": [1, 2]},
        "o": {"a": 1},
    }


def test_unknown_fields_are_written_back_at_every_depth() -> None:
    data = {"propertyName": "a", "operator": "EQ", "new": {"deep": [{"null": None}]}}
    filter_ = Filter.from_dict(data)
    nested = {"groups": ({"filters": [filter_]},), "sorts": MappingProxyType({"by": filter_})}
    assert json.loads(encode(nested)) == {
        "groups": [{"filters": [data]}],
        "sorts": {"by": data},
    }


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("1.10"), b"1.10"),
        (2**70, b"1180591620717411303424"),
        (date(2020, 1, 2), b'"2020-01-02"'),
        (datetime(2020, 1, 2, 3, tzinfo=UTC), b'"2020-01-02T03:00:00Z"'),
        ("\u2028é", '"\u2028é"'.encode()),
        ("\ud800", b'"\\ud800"'),
        (range(2), b"[0,1]"),
        ({1: 2}, b'{"1":2}'),
        ({"NaN": "null"}, b'{"NaN":"null"}'),
    ],
)
def test_values(value: object, text: bytes) -> None:
    assert encode(value) == text


@pytest.mark.parametrize(
    "number", [float("nan"), float("inf"), Decimal("NaN"), Decimal("-Infinity")], ids=str
)
def test_numbers_that_json_lacks_are_refused_rather_than_sent_as_null(number: object) -> None:
    filter_ = Filter(property_name="a", operator="EQ")
    filter_.values = [number]  # type: ignore[list-item]
    for value in ({"a": [number]}, [filter_]):
        with pytest.raises(ValueError, match="not a number that JSON can represent"):
            encode(value)


@pytest.mark.parametrize("value", [[UNSET], {"a": UNSET}, {"a": object()}, 1 + 2j])
def test_values_that_json_lacks(value: object) -> None:
    with pytest.raises(TypeError):
        encode(value)


def test_values_that_hold_themselves() -> None:
    endless: list[object] = []
    endless.append(endless)
    with pytest.raises(ValueError, match="nested too deeply"):
        encode(endless)


def test_what_is_too_deep_to_walk_is_refused_rather_than_cut() -> None:
    Filter.from_dict({"propertyName": "a", "operator": "EQ", "new": 1})  # from here on it walks
    deep: object = None
    for _ in range(900):
        deep = [deep]
    with pytest.raises(ValueError, match="nested too deeply"):
        encode(deep)
