"""Test numbers: exact if their type is exact, whatever else is invalid, and integers written as
1.0."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Literal

import pytest
from hubspot_crm._core.codec.decoding import Model, decode
from msgspec import UNSET, UnsetType

LONG = "12345678901234567890.123456789"


class Price(Model, kw_only=True):
    amount: Decimal | UnsetType = UNSET
    amounts: Sequence[Decimal] | UnsetType = UNSET
    name: str | UnsetType = UNSET
    anything: object | UnsetType = UNSET
    share: int | float | UnsetType = UNSET


class Counts(Model, kw_only=True):
    one: int | UnsetType = UNSET
    maybe: int | None | UnsetType = UNSET
    level: Literal[1, 2] | int | UnsetType = UNSET
    many: Sequence[int] | UnsetType = UNSET
    named: Mapping[str, int] | UnsetType = UNSET
    either: int | str | UnsetType = UNSET
    model: Price | Other | int | UnsetType = UNSET
    number: int | float | UnsetType = UNSET


class Other(Model, kw_only=True):
    other: int


@pytest.mark.parametrize("name", ['"fits"', "1.75"])
def test_a_decimal_is_exact_whatever_its_neighbour_is(name: str) -> None:
    text = f'{{"amount":{LONG},"amounts":[{LONG},0.1],"name":{name},"anything":{LONG},"share":0.5}}'
    found = Price.from_json(text)
    assert found.amount == Decimal(LONG) and found.amounts == [Decimal(LONG), Decimal("0.1")]
    assert found.anything == Decimal(LONG) and found.share == 0.5
    assert found.to_json().decode() == text


@pytest.mark.parametrize(
    "number",
    [LONG, "1e400", "-1e-400", "123456789012345678901234567890", "0.1", "0.10000000000000000001"],
)
def test_numbers_in_unknown_fields_are_exact(number: str) -> None:
    for text in (
        f'{{"new":{number}}}',
        f'{{"name":"a","new":{{"deep":[{number}]}}}}',
        f'{{"name":true,"new":{number}}}',
    ):
        found = Price.from_json(text)
        again = decode(found.to_json(), object)
        value: Any = found.unknown_fields["new"]
        value = value["deep"][0] if isinstance(value, dict) else value
        assert Decimal(str(value)) == Decimal(number)
        assert again == decode(text, object)
    assert type(Price.from_json('{"new":0.5,"name":true}').unknown_fields["new"]) is float


def test_a_whole_number_with_a_point_is_an_integer() -> None:
    text = '{"one":1.0,"maybe":-2.0,"level":1e0,"many":[1,2.0,3e2],"named":{"a":1.0},"either":4.0,"model":5.0,"number":1.0}'
    found = Counts.from_json(text)
    assert not found.misfits
    values = (found.one, found.maybe, found.level, found.either, found.model)
    assert values == (1, -2, 1, 4, 5) and {type(each) for each in values} == {int}
    assert found.many == [1, 2, 300] and found.named == {"a": 1}
    assert all(type(each) is int for each in [*found.many, *found.named.values()])
    assert type(found.number) is float
    assert decode(b"1.0", int) == 1 and decode(b"[1.0]", list[int]) == [1]
    assert Counts.from_json(f'{{"one":{LONG[:20]}.0}}').one == int(LONG[:20])
    assert type(Counts.from_dict({"model": {"other": 7.0}}).model) is Other


@pytest.mark.parametrize("number", ["1.5", "1e999", "-0.1", LONG])
def test_a_fraction_is_no_integer(number: str) -> None:
    found = Counts.from_json(f'{{"one":{number},"many":[{number}]}}')
    assert sorted(found.misfits) == ["many", "one"]
    assert Decimal(str(found.one)) == Decimal(number)
