"""What the stand-in does as an account: through the generated clients, by every way to it."""

from __future__ import annotations

import itertools
import json
from typing import Any

import pytest
from hubspot_crm import BadRequestError, ConflictError, NotFoundError, UNSET
from hubspot_crm.testing import StandIn
from hubspot_crm.v3 import HubSpot as HubSpotV3
from tests.package.test_stand_in_documents import send
from tests.support.ways import Way, crm, every_way, way

__all__ = ["crm", "way"]


def batch(crm: StandIn, what: str, inputs: list[Any], **members: Any) -> tuple[int, Any]:
    """The status and the body of a batch of contacts; the body None for none."""
    path = f"/crm/objects/2026-09/contacts/batch/{what}"
    answer = send(crm, "POST", path, {"inputs": inputs, **members})
    return answer.status, json.loads(answer.content) if answer.content else None


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
def test_only_default_properties_are_read_unless_asked(way: Way, crm: StandIn) -> None:
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
    with pytest.raises(BadRequestError, match="dealname is not unique"):
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
    for _ in range(2):  # an address that nobody has is no error
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
    with pytest.raises(BadRequestError, match="BETWEEN needs value and highValue"):
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


def test_associations_in_batches_and_their_limits() -> None:
    crm = StandIn()
    contact = crm.create("contacts", {})
    companies = [crm.create("companies", {}) for _ in range(3)]
    root = "/crm/associations/2026-09/contacts/companies/batch"
    pairs = [{"from": {"id": contact}, "to": {"id": id_}} for id_ in companies]
    limit = {"inputs": [{"category": "HUBSPOT_DEFINED", "typeId": 279, "maxToObjectIds": 2}]}
    path = "/crm/associations/2026-09/definitions/configurations/contacts/companies/batch/create"
    assert send(crm, "POST", path, limit).status == 200
    answer = send(crm, "POST", f"{root}/associate/default", {"inputs": pairs})
    body = json.loads(answer.content)
    assert (answer.status, len(body["results"])) == (207, 2)
    assert body["errors"][0]["category"] == "ASSOCIATION_LIMIT_EXCEEDED"
    answer = send(crm, "POST", f"{root}/read", {"inputs": [{"id": contact}, {"id": "5"}]})
    body = json.loads(answer.content)
    assert (answer.status, len(body["results"][0]["to"])) == (207, 2)
    archive = {"inputs": [{"from": {"id": contact}, "to": [{"id": companies[0]}]}]}
    assert send(crm, "POST", f"{root}/archive", archive).status in (200, 204)
    answer = send(crm, "POST", f"{root}/read", {"inputs": [{"id": contact}]})
    assert len(json.loads(answer.content)["results"][0]["to"]) == 1


def test_a_kind_of_another_pair_is_refused() -> None:
    crm = StandIn()
    contact, deal = crm.create("contacts", {}), crm.create("deals", {})
    kinds = [{"associationCategory": "HUBSPOT_DEFINED", "associationTypeId": 3}]
    path = f"/crm/objects/2026-09/contacts/{contact}/associations/deals/{deal}"
    send(crm, "PUT", f"/crm/objects/2026-09/deals/{deal}/associations/contacts/{contact}", kinds)
    answer = send(crm, "PUT", path, kinds)
    assert answer.status == 400 and b"INVALID_ASSOCIATION_TYPE" in answer.content


def test_version_3_names_its_associations() -> None:
    crm = StandIn()
    contact, company = crm.create("contacts", {}), crm.create("companies", {})
    root = "/crm/v3/associations/contacts/companies/batch"
    pair = {"from": {"id": contact}, "to": {"id": company}, "type": "contact_to_company"}
    assert send(crm, "POST", f"{root}/create", {"inputs": [pair]}).status == 201
    answer = send(crm, "POST", f"{root}/read", {"inputs": [{"id": contact}]})
    [found] = json.loads(answer.content)["results"]
    names = {each["type"] for each in found["to"]}
    assert names == {"contact_to_company", "contact_to_company_unlabeled"}
    with HubSpotV3("token", transport=crm.transport()) as client:
        shown = client.companies.get(company, associations=["contacts"])
    assert isinstance(shown.associations, dict)
    kinds = {str(each.type) for each in shown.associations["contacts"].results}
    assert kinds == {"company_to_contact", "company_to_contact_unlabeled"}


VALUES = [
    ("bool", {}, "true", "yes"),
    ("number", {}, "-1.5", "1,5"),
    ("date", {}, "2026-01-01", "2026-01-01T01:00:00Z"),
    ("date", {}, "1767225600000", "1767225600001"),
    ("datetime", {}, "2026-01-01T01:00:00Z", "soon"),
    ("enumeration", {"options": [{"value": "a"}, {"value": "b"}]}, "a", "a;b"),
    ("enumeration", {"options": [{"value": "a"}], "fieldType": "checkbox"}, ";a", "a;c"),
]


@pytest.mark.parametrize(("kind", "definition", "good", "bad"), VALUES)
@every_way
def test_values_of_properties(
    way: Way, crm: StandIn, kind: str, definition: dict[str, Any], good: str, bad: str
) -> None:
    crm.define("tasks", "answer", kind, **definition)
    made = way(lambda c: c.tasks.create(properties={"answer": good}))
    with pytest.raises(BadRequestError, match="not valid") as caught:
        way(lambda c: c.tasks.update(made.id, properties={"answer": bad}))
    body = json.loads(caught.value.content)
    assert body["errors"][0]["context"] == {"propertyName": ["answer"]}
    way(lambda c: c.tasks.update(made.id, properties={"answer": ""}))
    assert "answer" not in crm.records("tasks")[0]["properties"]


@every_way
def test_definitions_of_properties(way: Way, crm: StandIn) -> None:
    made = way(
        lambda c: c.properties.create(
            "contacts",
            group_name="contacts_information",
            name="badge",
            label="Badge",
            type="string",
            field_type="text",
            has_unique_value=True,
        )
    )
    assert made.name == "badge"
    crm.create("contacts", {"badge": "1"})
    with pytest.raises(ConflictError):
        way(lambda c: c.contacts.create(properties={"badge": "1"}))
    assert way(lambda c: c.properties.get("contacts", "badge")).label == "Badge"
    assert way(lambda c: c.properties.update("contacts", "badge", label="No.")).label == "No."
    way(lambda c: c.properties.archive("contacts", "badge"))
    with pytest.raises(NotFoundError):
        way(lambda c: c.properties.get("contacts", "badge"))
    assert [
        each.name for each in way(lambda c: c.properties.list("contacts", archived=True)).results
    ]
    with pytest.raises(BadRequestError, match="read only"):
        way(lambda c: c.contacts.create(properties={"hs_object_id": "1"}))


@every_way
def test_strict_properties(way: Way) -> None:
    crm = StandIn(strict=True)
    with crm.client() as client, pytest.raises(BadRequestError, match="does not exist"):
        client.tasks.create(properties={"hs_tsak_subject": "x"})


@every_way
def test_owners_pipelines_and_object_types(way: Way, crm: StandIn) -> None:
    ids = [crm.add_owner(f"{name}@example.com", name) for name in ("ada", "bob", "eve")]
    assert [each.id for each in way.all(lambda c: c.owners.list(limit=2))] == ids
    assert [e.id for e in way.all(lambda c: c.owners.list(email="bob@example.com"))] == [ids[1]]
    assert way(lambda c: c.owners.get(ids[2])).first_name == "eve"
    stage: Any = {"label": "New", "displayOrder": 0, "metadata": {"probability": "0.1"}}
    made = way(
        lambda c: c.pipelines.create("deals", label="Sales", display_order=0, stages=[stage])
    )
    assert way(lambda c: c.pipelines.get("deals", made.id)).stages[0].label == "New"
    assert len(way(lambda c: c.pipelines.list("deals")).results) == 1
    way(
        lambda c: c.schemas.create(
            name="cars",
            labels={"singular": "Car", "plural": "Cars"},
            associated_objects=["CONTACT"],
            required_properties=[],
            properties=[{"name": "plate", "label": "Plate", "type": "string", "fieldType": "text"}],
        )
    )
    car = way(lambda c: c.objects("cars").create(properties={"plate": "A 1"}))
    assert way(lambda c: c.objects("p_cars").get(car.id)).id == car.id
    schema = way(lambda c: c.schemas.get("cars"))
    assert schema == way(lambda c: c.schemas.get(schema.object_type_id))
    assert schema == way(lambda c: c.schemas.list()).results[0] and schema.name == "cars"


def test_ids_of_types_do_not_meet() -> None:
    crm = StandIn()
    ids = [crm.create(name, {}) for name in ("contacts", "deals", "tasks", "0-1", "CONTACT")]
    assert len(set(ids)) == 5
    assert len(crm.records("contacts")) == 3
    assert send(crm, "GET", f"/crm/objects/2026-09/deals/{ids[0]}").status == 404


def test_a_reset_begins_anew() -> None:
    crm = StandIn(seed=3)
    answers = []
    for _ in range(2):
        crm.create("tasks", {})
        answers.append(send(crm, "GET", "/crm/objects/2026-09/tasks/1").content)
        crm.reset()
    assert answers[0] == answers[1]
    assert crm.records("tasks") == [] and not crm.requests


def test_many_records_stay_small() -> None:
    crm = StandIn()
    for first in range(0, 3000, 100):
        inputs = [{"properties": {"hs_note": str(first + n)}} for n in range(100)]
        batch(crm, "create", inputs)
    assert len(crm.requests) == 30
    table = crm._portal.table("contacts")  # pyright: ignore[reportPrivateUsage]
    sizes = [len(row) for row in table._rows if row]  # pyright: ignore[reportPrivateUsage]
    assert sum(sizes) / len(sizes) < 100
    assert list(itertools.islice(crm.writes("contacts", by="hs_note").values(), 3)) == [1, 1, 1]
