"""Test lists of objects with undeclared fields: all are preserved."""

from __future__ import annotations

import json
from typing import cast

from hubspot_crm._core.codec.decoding import Model, decode


class Row(Model, kw_only=True):
    id: str


def rows(data: list[object]) -> list[Row]:
    return cast("list[Row]", decode(json.dumps(data).encode(), list[Row]))


def test_each_keeps_its_own_unknown_fields() -> None:
    found = rows([{"id": "1", "new": 1}, {"id": "2"}, {"id": "3", "new": {"a": None}}])
    assert [row.id for row in found] == ["1", "2", "3"]
    assert [dict(row.unknown_fields) for row in found] == [{"new": 1}, {}, {"new": {"a": None}}]
    assert json.loads(found[2].to_json()) == {"id": "3", "new": {"a": None}}


def test_one_that_does_not_fit_leaves_the_others_as_they_are() -> None:
    found = rows([{"id": "1", "new": 1}, {"id": True, "new": 2}, "no object"])
    assert (found[0].id, dict(found[0].unknown_fields)) == ("1", {"new": 1})
    assert (found[1].id, dict(found[1].unknown_fields)) == (True, {"new": 2})
    assert "id" in found[1].misfits and not found[0].misfits
    assert cast(object, found[2]) == "no object"
