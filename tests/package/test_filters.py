"""Filters of searches: what is sent for each."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hubspot_crm import HubSpot, MockTransport, filters, json_response
from hubspot_crm.v3.models import Filter


@pytest.mark.parametrize(
    "built, sent",
    [
        (filters.eq("a", "x"), {"operator": "EQ", "value": "x"}),
        (filters.eq("a", True), {"operator": "EQ", "value": "true"}),
        (filters.ne("a", Decimal("1.50")), {"operator": "NEQ", "value": "1.50"}),
        (filters.lt("a", 3), {"operator": "LT", "value": "3"}),
        (filters.le("a", 0.5), {"operator": "LTE", "value": "0.5"}),
        (filters.gt("a", date(2026, 1, 2)), {"operator": "GT", "value": "2026-01-02"}),
        (
            filters.ge("a", datetime(2026, 1, 2, 3, tzinfo=UTC)),
            {"operator": "GTE", "value": "2026-01-02T03:00:00.000Z"},
        ),
        (filters.between("a", 1, 2), {"operator": "BETWEEN", "value": "1", "highValue": "2"}),
        (filters.one_of("a", ["x", 1]), {"operator": "IN", "values": ["x", "1"]}),
        (filters.none_of("a", ("x",)), {"operator": "NOT_IN", "values": ["x"]}),
        (filters.has("a"), {"operator": "HAS_PROPERTY"}),
        (filters.lacks("a"), {"operator": "NOT_HAS_PROPERTY"}),
        (filters.contains("a", "x*"), {"operator": "CONTAINS_TOKEN", "value": "x*"}),
        (filters.excludes("a", "x"), {"operator": "NOT_CONTAINS_TOKEN", "value": "x"}),
    ],
)
def test_what_a_filter_sends(built: Filter, sent: dict[str, object]) -> None:
    transport = MockTransport([json_response({"total": 0, "results": []})])
    client = HubSpot("token", transport=transport)
    assert list(client.contacts.search(filter_groups=[filters.all_of(built)])) == []
    [request] = transport.requests
    [group] = json.loads(bytes(request.content or b""))["filterGroups"]
    assert group == {"filters": [{"propertyName": "a", **sent}]}


def test_a_plain_string_is_one_value_and_no_value_is_an_error() -> None:
    assert filters.one_of("a", "xyz").values == ["xyz"]
    assert filters.none_of("a", "xyz").values == ["xyz"]
    with pytest.raises(ValueError, match="the filter of 'a' has no values"):
        filters.one_of("a", [])
