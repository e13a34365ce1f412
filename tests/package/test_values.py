"""Test property values: what is sent for a Python value, and how strings are decoded, unusual ones
included."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum
from typing import Any

import pytest
from hubspot_crm import UNSET, HubSpot, MockTransport, json_response
from hubspot_crm.typed_record import TypedRecord, prop
from hubspot_crm.v3.models import PublicOwner, SimplePublicObject
from hubspot_crm.values import LONGEST_VALUE, append, decode, decode_list, encode, properties
from hypothesis import given, settings
from hypothesis import strategies as st

TYPES = ("bool", "date", "datetime", "enumeration", "number", "string")
VIENNA = timezone(timedelta(hours=1))


class Stage(Enum):
    OPEN = "open"
    CLOSED = 3


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("", ""),
        ("as it is; 1e5", "as it is; 1e5"),
        (True, "true"),
        (False, "false"),
        (0, "0"),
        (-12, "-12"),
        (10**22, "1" + "0" * 22),
        (1e22, "1" + "0" * 22),
        (1e-7, "0.0000001"),
        (0.1, "0.1"),
        (-0.0, "0.0"),
        (Decimal("12500.00"), "12500.00"),
        (Decimal("1E+3"), "1000"),
        (Decimal("-1E-9"), "-0.000000001"),
        (date(2026, 5, 1), "2026-05-01"),
        (date(1, 1, 1), "0001-01-01"),
        (datetime(2026, 5, 1, 12, 0, 0, 250_999, VIENNA), "2026-05-01T11:00:00.250Z"),
        (Stage.OPEN, "open"),
        (Stage.CLOSED, "3"),
        (["b", "a"], "b;a"),
        (("b", Stage.CLOSED), "b;3"),
        ({"b", "a"}, "a;b"),
        (frozenset({2, 1}), "1;2"),
        ([], ""),
    ],
)
def test_what_is_sent(value: object, text: str) -> None:
    assert encode(value) == text


@pytest.mark.parametrize(
    ("value", "type", "text"),
    [
        (datetime(2026, 5, 1, tzinfo=UTC), "date", "2026-05-01"),
        (datetime(2026, 5, 1, 1, tzinfo=VIENNA), "date", "2026-05-01"),
        (date(2026, 5, 1), "datetime", "2026-05-01T00:00:00.000Z"),
        (7, "enumeration", "7"),
        (True, "enumeration", "true"),
        (7, "phone_number", "7"),
        ("anything", "number", "anything"),
        (None, "number", ""),
    ],
)
def test_what_is_sent_for_a_type(value: object, type: str, text: str) -> None:
    assert encode(value, type) == text


@pytest.mark.parametrize(
    ("value", "type", "message"),
    [
        (float("nan"), None, "cannot be the value of a number property"),
        (float("-inf"), None, "cannot be the value of a number property"),
        (Decimal("sNaN"), None, "cannot be the value of a number property"),
        (Decimal("1E+999999999"), None, "more digits"),
        (Decimal("1E-999999"), None, "more digits"),
        (datetime(2026, 5, 1), None, "no time zone"),
        (datetime(2026, 5, 1), "date", "no time zone"),
        (datetime(2026, 5, 1, tzinfo=VIENNA), "date", "midnight UTC"),
        (datetime(1, 1, 1, tzinfo=VIENNA), None, "cannot be converted to UTC"),
        (datetime(2026, 5, 1, tzinfo=UTC), "number", "cannot be the value of a number property"),
        (1, "bool", "a value of type int cannot be the value of a bool property"),
        (True, "number", "a value of type bool cannot be the value of a number property"),
        (5, "date", "a value of type int cannot be the value of a date property"),
        (["a"], "number", "a value of type list cannot be the value of a number property"),
        (["a;b"], None, "without semicolons"),
        (["a", ""], None, "non-empty"),
        ("x" * (LONGEST_VALUE + 1), None, "at most 65,536 characters, this one has 65,537"),
    ],
)
def test_what_cannot_be_expressed(value: object, type: str | None, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        encode(value, type)


@pytest.mark.parametrize("value", [b"bytes", object(), {"a": 1}, timedelta(1), UNSET])
def test_other_kinds_of_value_are_refused(value: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        encode(value)


def test_an_owner_is_its_id() -> None:
    owner = PublicOwner.from_dict({"id": "77", "userId": 5, "archived": False, "type": "PERSON"})
    assert properties(hubspot_owner_id=owner) == {"hubspot_owner_id": "77"}


def test_properties_by_name() -> None:
    values = properties({"amount": Decimal("1.50"), "a b": 1}, closedate=None, dealname=UNSET)
    assert values == {"amount": "1.50", "a b": "1", "closedate": ""}


def test_an_error_names_the_property() -> None:
    with pytest.raises(ValueError) as caught:
        properties(amount=float("inf"))
    assert caught.value.__notes__ == ["property 'amount'"]


def test_appending_to_a_multiple_choice() -> None:
    assert append("a", Stage.CLOSED) == ";a;3"
    assert append() == ""
    with pytest.raises(ValueError):
        append("a;b")


@pytest.mark.parametrize(
    ("text", "type", "value"),
    [
        ("true", "bool", True),
        ("FALSE", "bool", False),
        ("12500.00", "number", Decimal("12500.00")),
        ("1.0E7", "number", Decimal("1.0E7")),
        ("2026-05-01", "date", date(2026, 5, 1)),
        ("1777593600000", "date", date(2026, 5, 1)),
        ("2026-05-01T00:00:00Z", "date", date(2026, 5, 1)),
        ("2026-05-01T11:00:00.250Z", "datetime", datetime(2026, 5, 1, 11, 0, 0, 250_000, UTC)),
        ("2026-05-01T12:00:00+01:00", "datetime", datetime(2026, 5, 1, 11, tzinfo=UTC)),
        ("2026-05-01T11:00:00", "datetime", datetime(2026, 5, 1, 11, tzinfo=UTC)),
        ("1777593600001", "datetime", datetime(2026, 5, 1, 0, 0, 0, 1000, UTC)),
        ("-1", "datetime", datetime(1969, 12, 31, 23, 59, 59, 999_000, UTC)),
        ("text", "string", "text"),
        ("text", "of the future", "text"),
    ],
)
def test_what_is_read(text: str, type: str, value: object) -> None:
    read = decode(text, type)
    assert (read, read.__class__) == (value, value.__class__)


@pytest.mark.parametrize("type", TYPES)
@pytest.mark.parametrize("text", [None, ""])
def test_no_value_is_none(text: str | None, type: str) -> None:
    assert decode(text, type) is None


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("yes", "bool"),
        ("NaN", "number"),
        ("Infinity", "number"),
        ("1_000", "number"),
        ("١٢", "number"),
        ("1,5", "number"),
        ("1e9999999999999", "number"),
        ("2026-02-30", "date"),
        ("1777593600001", "date"),
        ("2026-05-01T01:00:00Z", "date"),
        ("99999999999999999", "datetime"),
        ("0001-01-01T00:00:00+14:00", "datetime"),
        ("soon", "datetime"),
        ("\ud800", "datetime"),
    ],
)
def test_odd_text_stays_text(text: str, type: str) -> None:
    assert decode(text, type) == text
    assert isinstance(decode(text, type), str)


def test_the_options_of_a_multiple_choice() -> None:
    assert decode_list("b;a") == ["b", "a"]
    assert decode_list(";a;;b;") == ["a", "b"]
    assert decode_list(None) == decode_list("") == []


MOMENTS = st.datetimes(timezones=st.just(UTC)).map(
    lambda moment: moment.replace(microsecond=moment.microsecond // 1000 * 1000)
)
OPTIONS = st.text(min_size=1).filter(lambda text: ";" not in text)


@settings(deadline=None)
@given(st.integers() | st.decimals(allow_nan=False, allow_infinity=False, places=4))
def test_numbers_go_there_and_back(number: Any) -> None:
    text = encode(number, "number")
    assert "e" not in text.lower()
    assert decode(text, "number") == number


@settings(deadline=None)
@given(st.floats(allow_nan=False, allow_infinity=False))
def test_floats_go_there_and_back(number: float) -> None:
    text = encode(number, "number")
    assert set(text) <= set("-.0123456789") and text.count(".") <= 1
    read = decode(text, "number")
    assert isinstance(read, Decimal) and float(read) == number


@settings(deadline=None)
@given(st.dates())
def test_dates_go_there_and_back(day: date) -> None:
    assert decode(encode(day, "date"), "date") == day
    milliseconds = (datetime(day.year, day.month, day.day) - datetime(1970, 1, 1)).days * 86_400_000
    assert decode(str(milliseconds), "date") == day


@settings(deadline=None)
@given(MOMENTS)
def test_datetimes_go_there_and_back(moment: datetime) -> None:
    assert decode(encode(moment, "datetime"), "datetime") == moment


@settings(deadline=None)
@given(st.booleans())
def test_booleans_go_there_and_back(value: bool) -> None:
    assert decode(encode(value, "bool"), "bool") is value


@settings(deadline=None)
@given(st.lists(OPTIONS))
def test_lists_go_there_and_back(options: list[str]) -> None:
    assert decode_list(encode(options)) == options


@settings(deadline=None)
@given(st.text(), st.sampled_from(TYPES))
def test_reading_never_raises(text: str, type: str) -> None:
    decode(text, type)
    decode_list(text)


def test_no_time_is_without_a_zone() -> None:
    naive, aware = "2026-03-30T08:15:30.25", datetime(2026, 3, 30, 8, 15, 30, 250_000, UTC)
    data = {"id": "1", "properties": {"closed": naive}, "archived": False}
    data |= dict.fromkeys(("createdAt", "updatedAt", "archivedAt"), naive)
    page = {"results": [data]}
    with HubSpot("token", transport=MockTransport([json_response(page)] * 2)) as client:
        for pager in (client.deals.list(), client.deals.search()):
            (record,) = list(pager)
            assert record.misfits == {}
            assert {record.created_at, record.updated_at, record.archived_at} == {aware}
    for text in (naive, "2026-03-30", "1774858530250", naive + "+02:00"):
        read = decode(text, "datetime")
        assert isinstance(read, datetime) and read.utcoffset() is not None


def test_typed_records_have_times_with_a_zone() -> None:
    @dataclass(kw_only=True)
    class Deal(TypedRecord):
        object_type = "deals"
        closed: object = prop("closed", "datetime")

    record = SimplePublicObject.from_dict(
        {"id": "1", "properties": {"closed": "2026-03-30T08:15:30"}}
    )
    found = Deal.from_record(record)
    assert found.closed == datetime(2026, 3, 30, 8, 15, 30, tzinfo=UTC)
