"""Test the associations, properties and types of the stand-in."""

from __future__ import annotations

import itertools
import json
from typing import Any

import pytest
from hubspot_crm import BadRequestError, NotFoundError
from hubspot_crm.testing import StandIn
from hubspot_crm.v3 import HubSpot as HubSpotV3

from tests.package.stand_in_records import batch
from tests.package.test_stand_in_documents import send
from tests.support.ways import Way, crm, every_way, way

__all__ = ["crm", "way"]


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
    assert answer.status == 400 and b"One or more associations are invalid" in answer.content


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
    with pytest.raises(BadRequestError, match="already has that value"):
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
    labels = [each.label for each in way(lambda c: c.pipelines.list("deals")).results]
    assert labels == ["Sales Pipeline", "Sales"]
    way(
        lambda c: c.schemas.create(
            name="cars",
            labels={"singular": "Car", "plural": "Cars"},
            associated_objects=["CONTACT"],
            required_properties=[],
            properties=[{"name": "plate", "label": "Plate", "type": "string", "fieldType": "text"}],
        )
    )
    car = way(lambda c: c.objects("p_cars").create(properties={"plate": "A 1"}))
    assert way(lambda c: c.objects("p1_cars").get(car.id)).id == car.id
    schema = way(lambda c: c.schemas.get("p_cars"))
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
