"""Build the filters of searches, so that a type checker knows the operators.

    client.contacts.search(filter_groups=[all_of(eq("lifecyclestage", "lead"), has("phone"))])

A record matches a search if it matches all filters of one group. A search takes at most five groups, and 18 filters.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import TypeAlias

from .v3.models import Filter, FilterGroup
from .values import encode

Value: TypeAlias = str | bool | int | float | Decimal | date | datetime | Enum


def all_of(*filters: Filter) -> FilterGroup:
    """Return a group: a record matches it if it matches all of the filters."""
    return FilterGroup(filters=filters)


def eq(name: str, value: Value) -> Filter:
    """The property has this value."""
    return _compare(name, "EQ", value)


def ne(name: str, value: Value) -> Filter:
    """The property has another value."""
    return _compare(name, "NEQ", value)


def lt(name: str, value: Value) -> Filter:
    """The value is less than this one."""
    return _compare(name, "LT", value)


def le(name: str, value: Value) -> Filter:
    """The value is less than or equal to this one."""
    return _compare(name, "LTE", value)


def gt(name: str, value: Value) -> Filter:
    """The value is greater than this one."""
    return _compare(name, "GT", value)


def ge(name: str, value: Value) -> Filter:
    """The value is greater than or equal to this one."""
    return _compare(name, "GTE", value)


def between(name: str, low: Value, high: Value) -> Filter:
    """The value is between these two, or equal to one of them."""
    return Filter(
        property_name=name, operator="BETWEEN", value=encode(low), high_value=encode(high)
    )


def one_of(name: str, values: Iterable[Value]) -> Filter:
    """The property has one of these values. HubSpot compares strings with lower-case values."""
    return Filter(property_name=name, operator="IN", values=_encoded(name, values))


def none_of(name: str, values: Iterable[Value]) -> Filter:
    """The property has a value, which is none of these."""
    return Filter(property_name=name, operator="NOT_IN", values=_encoded(name, values))


def has(name: str) -> Filter:
    """The property has a value."""
    return Filter(property_name=name, operator="HAS_PROPERTY")


def lacks(name: str) -> Filter:
    """The property has no value."""
    return Filter(property_name=name, operator="NOT_HAS_PROPERTY")


def contains(name: str, text: str) -> Filter:
    """The value contains this word; `*` stands for any characters."""
    return _compare(name, "CONTAINS_TOKEN", text)


def excludes(name: str, text: str) -> Filter:
    """The value does not contain this word."""
    return _compare(name, "NOT_CONTAINS_TOKEN", text)


def _encoded(name: str, values: Iterable[Value]) -> list[str]:
    """Return the values as strings. Raises ValueError if there are none; HubSpot refuses that."""
    found = [*map(encode, [values] if isinstance(values, str) else values)]
    if not found:
        raise ValueError(f"the filter of {name!r} has no values")
    return found


def _compare(name: str, operator: str, value: Value) -> Filter:
    return Filter(property_name=name, operator=operator, value=encode(value))
