"""Test the stand-in as an account, through the generated clients and all transports."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hubspot_crm import UNSET, BadRequestError, ConflictError, NotFoundError
from hubspot_crm.testing import StandIn

from tests.package.stand_in_records import batch
from tests.package.test_stand_in_documents import send
from tests.support.ways import Way, crm, every_way, way

__all__ = ["crm", "way"]


def filters(name: str, operator: str, **values: Any) -> list[Any]:
    return [{"filters": [{"propertyName": name, "operator": operator, **values}]}]


@every_way
def test_a_record_lives(way: Way, crm: StandIn) -> None:
    made = way(lambda c: c.tasks.create(properties={"hs_task_subject": "Call"}))
    assert made.properties["hs_task_subject"] == "Call"
    assert made.properties["hs_object_id"] == made.id
    way(lambda c: c.tasks.update(made.id, properties={"hs_task_subject": "Write", "hs_note": "x"}))
    way(lambda c: c.tasks.update(made.id, properties={"hs_note": ""}))
    found = way(lambda c: c.tasks.get(made.id, properties=["hs_task_subject", "hs_note"]))
    assert found.properties["hs_task_subject"] == "Write"
    assert found.properties["hs_note"] is None
    way(lambda c: c.tasks.archive(made.id))
    with pytest.raises(NotFoundError) as caught:
        way(lambda c: c.tasks.get(made.id))
    assert caught.value.category == "OBJECT_NOT_FOUND"
    assert way(lambda c: c.tasks.get(made.id, archived=True)).archived_at
    assert [each["id"] for each in crm.records("tasks", archived=True)] == [made.id]
    assert crm.records("tasks") == []


@every_way
def test_only_default_properties_are_read_unless_requested(way: Way, crm: StandIn) -> None:
    id_ = crm.create("contacts", {"email": "ada@example.com", "city": "London"})
    assert set(way(lambda c: c.contacts.get(id_)).properties) == {
        *("email", "firstname", "lastname"),
        *("hs_object_id", "createdate", "lastmodifieddate"),
    }
    assert way(lambda c: c.contacts.get(id_, properties=["city"])).properties["city"] == "London"


@every_way
def test_lists_go_on_by_cursor(way: Way, crm: StandIn) -> None:
    ids = [crm.create("tasks", {"n": str(n)}) for n in range(25)]
    way(lambda c: c.tasks.archive(ids[3]))
    del ids[3]
    assert [each.id for each in way.all(lambda c: c.tasks.list(limit=7))] == ids
    assert len([each for each in crm.requests if each.request.method == "GET"]) == 4


@every_way
def test_another_key_finds_a_record(way: Way, crm: StandIn) -> None:
    crm.define("deals", "number", hasUniqueValue=True)
    id_ = crm.create("deals", {"number": "A1"})
    assert way(lambda c: c.deals.get("a1", id_property="number")).id == id_
    way(lambda c: c.deals.update("A1", id_property="number", properties={"number": "A2"}))
    assert way(lambda c: c.deals.get("A2", id_property="number")).id == id_
    with pytest.raises(NotFoundError):
        way(lambda c: c.deals.get("A1", id_property="number"))
    with pytest.raises(BadRequestError, match="non-unique 0-3 property dealname"):
        way(lambda c: c.deals.get("x", id_property="dealname"))


@every_way
def test_a_unique_value_is_taken_once(way: Way, crm: StandIn) -> None:
    id_ = crm.create("contacts", {"email": "ada@example.com"})
    with pytest.raises(ConflictError, match=f"Existing ID: {id_}"):
        way(lambda c: c.contacts.create(properties={"email": "ADA@example.com"}))
    way(lambda c: c.contacts.archive(id_))
    way(lambda c: c.contacts.create(properties={"email": "ada@example.com"}))


@every_way
def test_history(way: Way, crm: StandIn) -> None:
    id_ = crm.create("tasks", {"state": "new"})
    way(lambda c: c.tasks.update(id_, properties={"state": "done"}))
    found = way(lambda c: c.tasks.get(id_, properties_with_history=["state"]))
    assert [each.value for each in found.properties_with_history["state"]] == ["done", "new"]


@every_way
def test_merge(way: Way, crm: StandIn) -> None:
    company = crm.create("companies", {"name": "Engines"})
    kept = crm.create("contacts", {"firstname": "Ada"})
    gone = crm.create("contacts", {"firstname": "A.", "lastname": "Lovelace"}, company)
    way(lambda c: c.contacts.merge(primary_object_id=kept, object_id_to_merge=gone))
    found = way(lambda c: c.contacts.get(gone, associations=["companies"]))
    assert found.id == kept
    [record] = crm.records("contacts")
    values = [record["properties"][name] for name in ("firstname", "lastname")]
    assert values == ["Ada", "Lovelace"]
    assert {each.id for each in found.associations["companies"].results} == {company}
    assert len(crm.records("contacts")) == 1


@every_way
def test_erasure(way: Way, crm: StandIn) -> None:
    crm.create("contacts", {"email": "ada@example.com"})
    for _ in range(2):  # an unknown URL is not an error
        way(lambda c: c.contacts.gdpr_delete(object_id="ada@example.com", id_property="email"))
    assert crm.records("contacts", archived=None) == []


def test_a_batch_fails_whole_without_trace_ids() -> None:
    crm = StandIn()
    crm.create("contacts", {"email": "ada@example.com"})
    bad, good = ({"properties": {"email": f"{n}@example.com"}} for n in ("ada", "new"))
    status, body = batch(crm, "create", [good, bad])
    assert (status, body["category"], len(crm.records("contacts"))) == (409, "CONFLICT", 1)
    status, body = batch(crm, "create", [good, good])
    assert (status, len(crm.records("contacts"))) == (409, 1)


def test_a_batch_fails_in_part_with_trace_ids() -> None:
    crm = StandIn()
    crm.create("contacts", {"email": "ada@example.com"})
    inputs = [
        {"properties": {"email": f"{n}@example.com"}, "objectWriteTraceId": n}
        for n in ("ada", "new", "other")
    ]
    status, body = batch(crm, "create", inputs)
    assert (status, body["numErrors"]) == (207, 1)
    assert body["errors"][0]["context"]["objectWriteTraceId"] == ["ada"]
    assert {each["objectWriteTraceId"] for each in body["results"]} == {"new", "other"}
    assert crm.writes("contacts") == {"new": 1, "other": 1}
    assert crm.writes("contacts", by="email")["ada@example.com"] == 1


def test_a_batch_read_names_the_unknown() -> None:
    crm = StandIn()
    id_ = crm.create("contacts", {"email": "ada@example.com"})
    status, body = batch(crm, "read", [{"id": id_}, {"id": "1"}, {"id": "2"}, {"id": id_}])
    assert status == 207
    assert [each["id"] for each in body["results"]] == [id_]
    assert [each["context"]["ids"] for each in body["errors"]] == [["1", "2"]]
    status, body = batch(crm, "read", [{"id": "ada@example.com"}], idProperty="email")
    assert (status, body["results"][0]["id"]) == (200, id_)


def test_upsert_update_and_archive_in_batches() -> None:
    crm = StandIn()
    one = crm.create("contacts", {"email": "ada@example.com"})
    inputs = [
        {"idProperty": "email", "id": f"{n}@example.com", "properties": {"city": "London"}}
        for n in ("ada", "new")
    ]
    status, body = batch(crm, "upsert", inputs)
    assert (status, [each["new"] for each in body["results"]]) == (200, [False, True])
    assert body["results"][0]["id"] == one
    update = [{"id": one, "properties": {"city": "Paris"}}, {"id": "7", "properties": {}}]
    status, body = batch(crm, "update", update)
    assert (status, body["errors"][0]["context"]["ids"]) == (207, ["7"])
    assert crm.records("contacts")[0]["properties"]["city"] == "Paris"
    assert batch(crm, "archive", [{"id": one}, {"id": "7"}]) == (204, None)
    assert [each["properties"]["email"] for each in crm.records("contacts")] == ["new@example.com"]


OPERATORS = [
    ("EQ", {"value": "b"}, "b"),
    ("NEQ", {"value": "b"}, "ac_"),
    ("LT", {"value": "b"}, "a"),
    ("LTE", {"value": "b"}, "ab"),
    ("GT", {"value": "b"}, "c"),
    ("GTE", {"value": "b"}, "bc"),
    ("BETWEEN", {"value": "b", "highValue": "c"}, "bc"),
    ("IN", {"values": ["a", "c"]}, "ac"),
    ("NOT_IN", {"values": ["a", "c"]}, "b_"),
    ("HAS_PROPERTY", {}, "abc"),
    ("NOT_HAS_PROPERTY", {}, "_"),
    ("CONTAINS_TOKEN", {"value": "B"}, "b"),
    ("NOT_CONTAINS_TOKEN", {"value": "b*"}, "ac_"),
]


@pytest.mark.parametrize(("operator", "values", "found"), OPERATORS)
@every_way
def test_search_operators(
    way: Way, crm: StandIn, operator: str, values: dict[str, Any], found: str
) -> None:
    for letter in "abc":
        crm.create("tasks", {"letter": letter, "name": letter})
    crm.create("tasks", {"name": "_"})
    groups = filters("letter", operator, **values)
    results = way.all(lambda c: c.tasks.search(filter_groups=groups, properties=["name"]))
    assert "".join(each.properties["name"] for each in results) == found


@every_way
def test_search_compares_numbers_and_instants(way: Way, crm: StandIn) -> None:
    for number, day in ((9, "2026-01-09"), (10, "1768003200000"), (11, "2026-01-11T00:00:00Z")):
        crm.create("tasks", {"number": str(number), "day": day})
    for groups in (
        filters("number", "GT", value="9"),
        filters("day", "GTE", value="2026-01-10"),
        filters("day", "GT", value="1767916800000"),
    ):
        assert len(way.all(lambda c: c.tasks.search(filter_groups=groups))) == 2


@every_way
def test_search_by_text_in_order_by_groups(way: Way, crm: StandIn) -> None:
    for name, number in (("Blue Moon", 2), ("blue sky", 10), ("red sky", 1)):
        crm.create("tasks", {"name": name, "number": str(number)})
    crm.create("tasks", {"name": "none"})
    found = way.all(lambda c: c.tasks.search(query="BLU", sorts=["-number"], properties=["number"]))
    assert [each.properties["number"] for each in found] == ["10", "2"]
    groups = filters("number", "EQ", value="1") + filters("name", "EQ", value="BLUE MOON")
    found = way.all(lambda c: c.tasks.search(filter_groups=groups, sorts=["number"]))
    assert len(found) == 2
    everything = way.all(lambda c: c.tasks.search(sorts=["number"], properties=["number"], limit=1))
    assert [each.properties["number"] for each in everything] == ["1", "2", "10", None]


@every_way
def test_a_search_ends_at_its_cap(way: Way, crm: StandIn) -> None:
    answer = send(crm, "POST", "/crm/objects/2026-09/tasks/search", {"after": "9900", "limit": 200})
    assert answer.status == 400 and b"10000" in answer.content
    with pytest.raises(BadRequestError, match="BETWEEN requires value and highValue"):
        way.all(lambda c: c.tasks.search(filter_groups=filters("a", "BETWEEN", value="1")))


@every_way
def test_associations(way: Way, crm: StandIn) -> None:
    contact = crm.create("contacts", {"firstname": "Ada"})
    engines, looms = (crm.create("companies", {"name": name}) for name in ("Engines", "Looms"))
    way(lambda c: c.associations.create_default("contacts", contact, "companies", engines))
    labels = way(
        lambda c: c.association_schemas.labels.create(
            "contacts", "companies", name="boss", label="Boss", inverse_label="Led by"
        )
    ).results
    kind = {"associationCategory": "USER_DEFINED", "associationTypeId": labels[0].type_id}
    made = way(lambda c: c.associations.create("contacts", contact, "companies", looms, [kind]))
    assert made.labels == ["Boss"]
    found = way(lambda c: c.contacts.get(contact, associations=["companies"]))
    assert {each.id for each in found.associations["companies"].results} == {engines, looms}
    back = send(crm, "GET", f"/crm/objects/2026-03/companies/{looms}/associations/contacts")
    [other] = json.loads(back.content)["results"]
    assert other["toObjectId"] == contact
    assert {each.get("label") for each in other["associationTypes"]} == {None, "Led by"}
    way(lambda c: c.associations.archive("contacts", contact, "companies", engines))
    found = way(lambda c: c.contacts.get(contact, associations=["companies"]))
    assert {each.id for each in found.associations["companies"].results} == {looms}
    listed = way(lambda c: c.association_schemas.labels.list("contacts", "companies")).results
    assert [each.label for each in listed] == [UNSET, "Primary", "Boss"]
