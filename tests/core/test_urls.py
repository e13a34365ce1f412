"""Test parameters: the URL contains exactly the values that were passed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum
from urllib.parse import parse_qsl, unquote
from uuid import UUID

import pytest
from hubspot_crm._core.codec.urls import Parameter, expand, header_value, pairs
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET


class Colour(Enum):
    RED = "red"


def query(value: object, *, name: str = "p") -> str:
    parameter = Parameter(name, "query")
    return "&".join(f"{key}={text}" for key, text in pairs(parameter, value))


@given(value=st.text(st.characters(codec="utf-8"), min_size=1))
def test_a_path_value_is_one_segment_and_comes_back_as_it_was(value: str) -> None:
    if value in (".", ".."):
        with pytest.raises(ValueError, match="'id'"):
            expand("/a/{id}/b", {"id": value})
        return
    path = expand("/a/{id}/b", {"id": value})
    assert path.isascii() and not set(path) & set("?# \n\\;,@:&=+")
    assert [unquote(segment) for segment in path.split("/")] == ["", "a", value, "b"]
    assert unquote(path.split("/")[2], errors="strict") == value


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("a/b?c#d%e", "a%2Fb%3Fc%23d%25e"),
        ("../x", "..%2Fx"),
        ("%2e%2e", "%252e%252e"),
        ("{id}", "%7Bid%7D"),
        ("日本", "%E6%97%A5%E6%9C%AC"),
        (512, "512"),
        (["a", "b,c"], "a,b%2Cc"),
        (date(2026, 3, 1), "2026-03-01"),
        (b"\xff?", "%2Fz8%3D"),
    ],
)
def test_path_values(value: object, text: str) -> None:
    assert expand("/x/{id}", {"id": value}) == f"/x/{text}"


@pytest.mark.parametrize("value", ["", UNSET, None, [], ".", "..", float("nan"), object()])
def test_path_values_that_would_address_something_else(value: object) -> None:
    with pytest.raises(ValueError, match="path parameter 'id'"):
        expand("/x/{id}/y", {"id": value})


def test_empty_values_where_they_are_allowed() -> None:
    assert expand("/x/{id}", {"id": ""}, [Parameter("id", "path", allow_empty=True)]) == "/x/"
    with pytest.raises(ValueError, match="path parameter 'id'"):
        expand("/x/{id}", {}, [Parameter("id", "path", allow_empty=True)])


def test_path_segments_of_several_expressions() -> None:
    assert expand("/{a}/{b}.{c}/", {"a": "1", "b": "{c}", "c": "3"}) == "/1/%7Bc%7D.3/"
    with pytest.raises(ValueError, match=r"'\.\.' would change the path"):
        expand("/{a}{b}/x", {"a": ".", "b": "."})
    with pytest.raises(ValueError, match="'b'"):
        expand("/{a}/{b}", {"a": "1"})


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("a b&c=d+e", "p=a%20b%26c%3Dd%2Be"),
        (True, "p=true"),
        (False, "p=false"),
        (0, "p=0"),
        (1.5, "p=1.5"),
        (Decimal("1.10"), "p=1.10"),
        (Colour.RED, "p=red"),
        ("", "p="),
        (UUID(int=1), "p=00000000-0000-0000-0000-000000000001"),
        (date(2026, 3, 1), "p=2026-03-01"),
        (datetime(2026, 3, 1, 2, tzinfo=UTC), "p=2026-03-01T02%3A00%3A00Z"),
        (
            datetime(2026, 3, 1, 2, tzinfo=timezone(timedelta(hours=1))),
            "p=2026-03-01T02%3A00%3A00%2B01%3A00",
        ),
        (["a", "b,c"], "p=a&p=b%2Cc"),
        (("a", True, 1), "p=a&p=true&p=1"),
        ([], ""),
        (["a", None, ""], "p=a&p=&p="),
    ],
)
def test_query_values(value: object, text: str) -> None:
    assert query(value) == text


@pytest.mark.parametrize(
    "value", [None, ["a", float("nan")], float("inf"), [["a"]], {"a": 1}, object()]
)
def test_query_values_that_cannot_be_expressed(value: object) -> None:
    with pytest.raises(ValueError, match="query parameter 'p' cannot contain"):
        query(value)


@given(name=st.text(min_size=1), value=st.text())
def test_names_and_values_come_back_as_they_were(name: str, value: str) -> None:
    assert parse_qsl(query(value, name=name), keep_blank_values=True) == [(name, value)]


@pytest.mark.parametrize(
    ("value", "text"),
    [("a/b", "a/b"), (["a", "b"], "a,b"), (1.5, "1.5")],
)
def test_header_values(value: object, text: str) -> None:
    assert header_value(Parameter("X", "header"), value) == text
