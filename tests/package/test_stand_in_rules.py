"""Test the rules of docs/hubspot/stand-in-rules.md: what the stand-in refuses as HubSpot does."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hubspot_crm import (
    BadRequestError,
    ConflictError,
    HubSpot,
    NotFoundError,
    RateLimitError,
    Retries,
    v3,
    v2025_09,
    v2026_03,
)
from hubspot_crm.testing import Limits, StandIn

from tests.package.stand_in_records import batch
from tests.package.test_stand_in_documents import send

HERE = Path(__file__).parent
PAGE = HERE.parent.parent / "docs" / "hubspot" / "stand-in-rules.md"
ONCE = Retries(attempts=1)


@pytest.fixture
def crm() -> StandIn:
    return StandIn()


@pytest.fixture
def client(crm: StandIn) -> Iterator[HubSpot]:
    with crm.client(retries=ONCE, rate_limiter=None) as found:
        yield found


def test_every_rule_has_a_test() -> None:
    rows = [
        [cell.strip() for cell in line.strip("| \n").split(" | ")]
        for line in PAGE.read_text("utf-8").splitlines()
        if line.startswith("|") and not line.startswith(("| rule |", "|---"))
    ]
    assert len(rows) > 30 and {len(row) for row in rows} == {3}
    assert all(source and rule.endswith(".") for rule, source, _ in rows)
    named = {name for *_, tests in rows for name in re.findall("`(test_[a-z0-9_]+)`", tests)}
    assert all(re.fullmatch("`test_[a-z0-9_`, ]+`", tests) for *_, tests in rows)
    known: set[str] = set()
    own: set[str] = set()
    for path in HERE.glob("test_stand_in*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        names = {each.name for each in tree.body if isinstance(each, ast.FunctionDef)}
        known |= names
        if path.name in ("test_stand_in_rules.py", "test_stand_in_jobs.py"):
            own |= {name for name in names if name.startswith("test_")}
    assert named - known == set()
    assert own - named == {"test_every_rule_has_a_test"}


def kind(number: int, category: str = "HUBSPOT_DEFINED") -> Any:
    return {"associationCategory": category, "associationTypeId": number}


def answer(crm: StandIn, method: str, path: str, body: object = None) -> tuple[int, Any]:
    response = send(crm, method, path, body)
    return response.status, json.loads(response.content) if response.content else None


def refused(call: Any, *, match: str, code: str = "") -> Any:
    """Return the body of the 400 response that a call gets."""
    with pytest.raises(BadRequestError, match=match) as caught:
        call()
    body = json.loads(caught.value.content)
    assert (body["status"], body["category"]) == ("error", "VALIDATION_ERROR")
    if code:
        assert [each["code"] for each in body["errors"]] == [code]
    return body


# Associations.


def test_an_association_type_of_another_pair_is_refused(crm: StandIn, client: HubSpot) -> None:
    contact, deal = crm.create("contacts", {}), crm.create("deals", {})
    place = ("contacts", contact, "deals", deal)
    body = refused(
        lambda: client.associations.create(*place, [kind(3)]), match="associations are invalid"
    )
    assert body["context"]["INVALID_OBJECT_IDS"] == [f"DEAL={contact} is not valid"]
    link: Any = {"to": {"id": deal}, "types": [kind(279)]}
    body = refused(
        lambda: client.contacts.create(properties={}, associations=[link]),
        match="associations are invalid",
    )
    assert body["context"]["objectType"] == ["COMPANY"]
    assert len(crm.records("contacts")) == 1
    client.associations.create(*place, [kind(4)])


def test_an_association_type_has_its_category(crm: StandIn, client: HubSpot) -> None:
    company = crm.create("companies", {})
    place = ("contacts", crm.create("contacts", {}), "companies", company)
    refused(
        lambda: client.associations.create(*place, [kind(279, "USER_DEFINED")]),
        match="associations are invalid",
    )
    label = client.association_schemas.labels.create(
        "contacts", "companies", name="boss", label="Boss"
    ).results[0]
    refused(
        lambda: client.associations.create(*place, [kind(label.type_id)]),
        match="associations are invalid",
    )
    made = client.associations.create(*place, [kind(label.type_id, "USER_DEFINED"), kind(1)])
    assert made.labels == ["Primary", "Boss"]


def test_an_association_type_that_no_pair_has_is_refused(crm: StandIn, client: HubSpot) -> None:
    place = ("contacts", crm.create("contacts", {}), "companies", crm.create("companies", {}))
    refused(lambda: client.associations.create(*place, [kind(9999)]), match="are invalid")
    unlisted = ("p_cars", crm.create("p_cars", {}), "contacts", place[1])
    client.associations.create(*unlisted, [kind(9999)])  # no type of this pair is known


def test_one_company_is_the_primary_one(crm: StandIn, client: HubSpot) -> None:
    contact = crm.create("contacts", {})
    companies = [crm.create("companies", {}) for _ in range(2)]
    for company in companies:
        client.associations.create("contacts", contact, "companies", company, [kind(1)])
    [found] = client.associations.batch.read("contacts", "companies", [{"id": contact}]).results
    labels = {
        each.to_object_id: [k.label for k in each.association_types if k.label] for each in found.to
    }
    assert labels == {companies[0]: [], companies[1]: ["Primary"]}
    client.associations.create("companies", companies[0], "contacts", contact, [kind(2)])
    [found] = client.associations.batch.read(
        "companies", "contacts", [{"id": companies[1]}]
    ).results
    assert [k.type_id for k in found.to[0].association_types] == [280]


def test_a_record_shows_100_associations_and_a_cursor(crm: StandIn, client: HubSpot) -> None:
    contacts = [crm.create("contacts", {}) for _ in range(120)]
    company = crm.create("companies", {}, *contacts)
    with v3.HubSpot("token", transport=crm.transport()) as old:
        shown: Any = old.companies.get(company, associations=["contacts"]).associations
        first = shown["contacts"]
        after = first.paging.next.after
        assert [each.id for each in first.results] == contacts[:100]
    for root, name in (("v4/objects", "toObjectId"), ("objects/2026-03", "toObjectId")):
        path = f"/crm/{root}/companies/{company}/associations/contacts?after={after}"
        rest = answer(crm, "GET", path)[1]["results"]
        assert [each[name] for each in rest] == contacts[100:]
    shown = client.companies.get(company, associations=["contacts"]).associations
    assert len(shown["contacts"].results) == 100
    assert "associations/0-1?after=100" in shown["contacts"].paging.next.link


def test_version_3_reads_100_associations_of_each_record(crm: StandIn) -> None:
    contacts = [crm.create("contacts", {}) for _ in range(120)]
    company = crm.create("companies", {}, *contacts)
    body = {"inputs": [{"id": company}]}
    path = "/crm/v3/associations/companies/contacts/batch/read"
    [found] = answer(crm, "POST", path, body)[1]["results"]
    assert (len(found["to"]), found["paging"]["next"]["after"]) == (100, "100")
    path = "/crm/associations/2026-09/companies/contacts/batch/read"
    [found] = answer(crm, "POST", path, body)[1]["results"]
    assert (len(found["to"]), "paging" in found) == (120, False)


def test_a_record_without_associations_is_an_error_of_a_batch(crm: StandIn) -> None:
    ids = [crm.create("deals", {}), "7"]
    path = "/crm/associations/2026-09/deals/companies/batch/read"
    status, body = answer(crm, "POST", path, {"inputs": [{"id": id_} for id_ in ids]})
    assert (status, body["results"], body["numErrors"]) == (207, [], 2)
    for id_, error in zip(ids, body["errors"], strict=True):
        assert error["subCategory"] == "crm.associations.NO_ASSOCIATIONS_FOUND"
        assert error["message"] == f"No company is associated with deal {id_}."
        assert error["context"]["fromObjectId"] == [id_]


def test_line_items_have_a_key_with_a_space(crm: StandIn, client: HubSpot) -> None:
    deal = crm.create("deals", {}, crm.create("line_items", {}), crm.create("contacts", {}))
    shown: Any = client.deals.get(deal, associations=["line_items", "contacts"]).associations
    assert set(shown) == {"line items", "contacts"}


def test_pairs_of_associations_are_limited(crm: StandIn) -> None:
    root = "/crm/associations/2026-09/deals/companies/batch"
    assert send(crm, "POST", f"{root}/read", {"inputs": [{"id": "1"}] * 1001}).status == 400
    pair = {"from": {"id": "1"}, "to": {"id": "2"}}
    too_many = {"inputs": [pair] * 2001}
    assert send(crm, "POST", f"{root}/associate/default", too_many).status == 400


# Identity.


def test_only_unique_properties_replace_the_id(crm: StandIn, client: HubSpot) -> None:
    crm.define("companies", "number", hasUniqueValue=True)
    id_ = crm.create("companies", {"domain": "example.com", "number": "A1"})
    companies = client.companies
    text = "by non-unique 0-2 property {} in portal ID 1"
    for name, value in (("domain", "example.com"), ("hs_object_id", id_)):
        by: Any = {"id_property": name}
        match = text.format(name)
        refused(lambda: companies.get(value, **by), match=match)  # noqa: B023
        refused(lambda: companies.update(value, **by, properties={}), match=match)  # noqa: B023
        for what in ("read", "update", "upsert"):
            given = {"id": value, "properties": {}, "idProperty": name}
            body: Any = {"inputs": [given]}
            if what == "read":
                body = {"inputs": [{"id": value}], "idProperty": name}
            path = f"/crm/objects/2026-09/companies/batch/{what}"
            status, found = answer(crm, "POST", path, body)
            assert (status, found["category"]) == (400, "VALIDATION_ERROR"), (what, name)
            assert text.format(name) in found["message"]
    assert companies.get("A1", id_property="number").id == id_


def test_a_batch_update_does_not_find_contacts_by_address(crm: StandIn) -> None:
    id_ = crm.create("contacts", {"email": "ada@example.com"})
    given = {"id": "ada@example.com", "idProperty": "email", "properties": {"city": "Paris"}}
    status, body = batch(crm, "update", [given])
    assert (status, "non-unique 0-1 property email" in body["message"]) == (400, True)
    assert batch(crm, "upsert", [given])[0] == 200
    with crm.client() as client:
        client.contacts.update("ada@example.com", id_property="email", properties={"city": "Rome"})
        assert client.contacts.get(id_, properties=["city"]).properties["city"] == "Rome"


def test_a_batch_changes_a_record_once(crm: StandIn) -> None:
    id_ = crm.create("contacts", {"email": "ada@example.com"})
    given = [{"id": id_, "properties": {"city": city}, "objectWriteTraceId": city} for city in "ab"]
    status, body = batch(crm, "update", given)
    message = f"Duplicate IDs found in batch input: [{id_}]. IDs must be unique"
    assert (status, body["message"], body["context"]) == (400, message, {"ids": [id_]})
    given = [
        {"id": f"{name}@example.com", "idProperty": "email", "properties": {}}
        for name in ("new", "NEW")
    ]
    assert batch(crm, "upsert", given)[0] == 400
    assert len(crm.records("contacts")) == 1
    assert batch(crm, "read", [{"id": id_}, {"id": id_}])[0] == 200


def test_an_address_belongs_to_one_contact(crm: StandIn, client: HubSpot) -> None:
    id_ = crm.create("contacts", {"email": "ada@example.com"})
    other = crm.create("contacts", {"email": "eve@example.com"})
    for call in (
        lambda: client.contacts.create(properties={"email": "Ada@example.com"}),
        lambda: client.contacts.update(other, properties={"email": "ada@example.com"}),
    ):
        with pytest.raises(ConflictError, match=f"Contact already exists. Existing ID: {id_}") as e:
            call()
        assert e.value.category == "CONFLICT"
    client.contacts.update(id_, properties={"email": "ADA@example.com"})


def test_a_unique_value_belongs_to_one_record(crm: StandIn, client: HubSpot) -> None:
    crm.define("deals", "number", hasUniqueValue=True)
    id_ = crm.create("deals", {"number": "A1"})
    refused(
        lambda: client.deals.create(properties={"number": "a1"}),
        match=f"{id_} already has that value",
        code="CONFLICTING_UNIQUE_VALUE",
    )


# Values.


def test_null_leaves_a_value_and_an_empty_string_clears_it(crm: StandIn) -> None:
    id_ = crm.create("deals", {"dealname": "x", "amount": "5"})
    path = f"/crm/objects/2026-09/deals/{id_}"
    for value, amount in ((None, "5"), ("", None)):
        properties = {"amount": value, "dealname": "y"}
        assert send(crm, "PATCH", path, {"properties": properties}).status == 200
        assert crm.records("deals")[0]["properties"].get("amount") == amount
    body = {"properties": {"amount": None}}
    assert send(crm, "POST", "/crm/objects/2026-09/deals", body).status == 201


@pytest.mark.parametrize(
    "address",
    [
        *("ada", "ada@", "@example.com", "ada@example", "ada@@example.com", "a b@example.com"),
        *('"ada b"@example.com', "ada@example.123", "ada.@example.com", "ada@exam ple.com"),
    ],
)
def test_an_address_has_a_form(crm: StandIn, client: HubSpot, address: str) -> None:
    body = refused(
        lambda: client.contacts.create(properties={"email": address}),
        match="Property values were not valid",
        code="INVALID_EMAIL",
    )
    [told] = json.loads(body["message"].partition(": ")[2])
    assert (told["isValid"], told["error"], told["name"]) == (False, "INVALID_EMAIL", "email")
    client.companies.create(properties={"email": address})  # only contacts have such an address


def test_an_address_is_stored_in_lower_case(crm: StandIn, client: HubSpot) -> None:
    given = {"email": "Ada.O'Neil+news@Sub.Example.co.uk"}
    made = client.contacts.create(properties=given)
    assert made.properties["email"] == "ada.o'neil+news@sub.example.co.uk"
    assert client.contacts.get(given["email"], id_property="email").id == made.id
    client.contacts.create(properties={"email": "user@email.삼성"})


def test_contacts_have_a_modified_date_of_their_own(crm: StandIn, client: HubSpot) -> None:
    names = {"contacts": "lastmodifieddate", "companies": "hs_lastmodifieddate"}
    for of, wrong in (("contacts", "companies"), ("companies", "contacts")):
        made = client.objects(of).create(properties={"name": "x"})
        assert names[of] in made.properties and names[wrong] not in made.properties
        groups: Any = [
            {"filters": [{"propertyName": names[of], "operator": "GT", "value": "1767225600000"}]}
        ]
        assert len(list(client.objects(of).search(filter_groups=groups))) == 1
        groups[0]["filters"][0]["propertyName"] = names[wrong]
        refused(
            lambda: list(client.objects(of).search(filter_groups=groups)),  # noqa: B023
            match="does not exist",
        )


def test_a_value_is_one_of_the_options(crm: StandIn, client: HubSpot) -> None:
    crm.define("tasks", "state", "enumeration", options=[{"value": "open"}, {"value": "done"}])
    body = refused(
        lambda: client.tasks.create(properties={"state": "Done"}),
        match=r"Done was not one of the allowed options: \[done, open\]",
        code="INVALID_OPTION",
    )
    assert body["context"] == {"propertyName": ["state"]}


# Contacts with several addresses, and merged records.


def test_a_merged_contact_keeps_both_addresses(crm: StandIn, client: HubSpot) -> None:
    ids = [crm.create("contacts", {"email": f"{name}@example.com"}) for name in ("ada", "old")]
    client.contacts.merge(primary_object_id=ids[0], object_id_to_merge=ids[1])
    wanted = ["email", "hs_additional_emails", "hs_merged_object_ids"]
    for id_, by in ((ids[1], None), ("old@example.com", "email"), ("ADA@example.com", "email")):
        given: Any = {"id_property": by} if by else {}
        found = client.contacts.get(id_, **given, properties=wanted)
        assert found.id == ids[0]
        values = [found.properties[name] for name in wanted]
        assert values == ["ada@example.com", "old@example.com", ids[1]]
    assert batch(crm, "read", [{"id": ids[1]}])[1]["results"][0]["id"] == ids[0]
    with pytest.raises(ConflictError, match=f"Existing ID: {ids[0]}"):
        client.contacts.create(properties={"email": "old@example.com"})
    given = {"id": "Old@example.com", "idProperty": "email", "properties": {"city": "Paris"}}
    [upserted] = batch(crm, "upsert", [given])[1]["results"]
    assert (upserted["id"], upserted["new"]) == (ids[0], False)
    assert upserted["properties"]["email"] == "ada@example.com"


def test_a_search_finds_additional_addresses_by_their_property(
    crm: StandIn, client: HubSpot
) -> None:
    more = "a2@example.com;a3@example.com"
    crm.create("contacts", {"email": "a1@example.com", "hs_additional_emails": more})
    for name, value, count in (
        ("email", "a2@example.com", 0),
        ("hs_additional_emails", "A3@example.com", 1),
        ("hs_additional_emails", "a1@example.com", 0),
    ):
        groups: Any = [{"filters": [{"propertyName": name, "operator": "EQ", "value": value}]}]
        assert len(list(client.contacts.search(filter_groups=groups))) == count, (name, value)


# Pipelines.


def test_new_deals_and_tickets_are_in_the_first_pipeline(crm: StandIn, client: HubSpot) -> None:
    client.deals.create(properties={"dealname": "x", "dealstage": "closedwon"})
    assert crm.records("deals")[0]["properties"]["pipeline"] == "default"
    client.tickets.create(properties={"subject": "x", "hs_pipeline_stage": "1"})
    assert crm.records("tickets")[0]["properties"]["hs_pipeline"] == "0"
    [first] = client.pipelines.list("deals").results
    assert [stage.id for stage in first.stages][:2] == ["appointmentscheduled", "qualifiedtobuy"]
    assert client.pipelines.get("tickets", "0").stages[3].label == "Closed"


def test_a_stage_belongs_to_its_pipeline(crm: StandIn, client: HubSpot) -> None:
    stage: Any = {"label": "New", "displayOrder": 0, "metadata": {"probability": "0.1"}}
    other = client.pipelines.create("deals", label="Other", display_order=1, stages=[stage])
    own = other.stages[0].id
    deal = client.deals.create(properties={"dealstage": "closedwon"}).id
    for call in (
        lambda: client.deals.create(properties={"dealstage": own}),
        lambda: client.deals.create(properties={"dealstage": "closedwon", "pipeline": other.id}),
        lambda: client.deals.create(properties={"pipeline": "none"}),
        lambda: client.deals.update(deal, properties={"dealstage": own}),
        lambda: client.deals.update(deal, properties={"pipeline": other.id}),
        lambda: client.tickets.create(properties={"hs_pipeline_stage": "closedwon"}),
    ):
        refused(call, match="was not one of the allowed options", code="INVALID_OPTION")
    client.deals.update(deal, properties={"pipeline": other.id, "dealstage": own})
    client.deals.create(properties={"pipeline": other.id, "dealstage": own})


# Names of types, versions, URLs.


def test_custom_types_are_named_in_full(crm: StandIn, client: HubSpot) -> None:
    made = client.schemas.create(
        name="cars",
        labels={"singular": "Car", "plural": "Cars"},
        associated_objects=["CONTACT"],
        required_properties=[],
        properties=[{"name": "plate", "label": "Plate", "type": "string", "fieldType": "text"}],
    )
    assert (made.object_type_id, made.fully_qualified_name) == ("2-1", "p1_cars")
    ids = {
        client.objects(name).create(properties={"plate": name}).id
        for name in ("2-1", "p1_cars", "p_cars")
    }
    assert {each["id"] for each in crm.records("p_cars")} == ids
    text = "Unable to infer object type from: cars"
    refused(lambda: client.objects("cars").create(properties={}), match=text)
    refused(lambda: client.properties.list("cars"), match=text)
    contact = crm.create("contacts", {}, ids.pop())
    refused(lambda: client.contacts.get(contact, associations=["cars"]), match=text)
    shown: Any = client.contacts.get(contact, associations=["p_cars"]).associations
    assert set(shown) == {"p1_cars"}


def test_object_types_exist() -> None:
    with StandIn(strict=True).client() as client:
        for name in ("widgets", "p_cars", "2-7"):
            text = f"Unable to infer object type from: {name}"
            refused(lambda: list(client.objects(name).list()), match=text)  # noqa: B023


CREATED = {"v3": 201, "2025-09": 200, "2026-03": 201, "2026-09": 201}
ASSOCIATED = {"v3": 201, "2025-09": 201, "2026-03": 201, "2026-09": 200}


@pytest.mark.parametrize("version", CREATED)
def test_the_status_of_a_version(crm: StandIn, version: str) -> None:
    old = version == "v3"
    root = "/crm/v3/objects/contacts" if old else f"/crm/objects/{version}/contacts"
    created: Any = {"properties": {}, "associations": []}
    status, made = answer(crm, "POST", root, created)
    assert status == 201
    assert send(crm, "POST", f"{root}/batch/create", {"inputs": [created]}).status == (
        CREATED[version]
    )
    twice = [
        {**created, "properties": {"email": "a@example.com"}, "objectWriteTraceId": n} for n in "ab"
    ]
    assert send(crm, "POST", f"{root}/batch/create", {"inputs": twice}).status == 207
    company = crm.create("companies", {})
    pair: Any = {"from": {"id": made["id"]}, "to": {"id": company}, "types": [kind(279)]}
    pair |= {"type": "contact_to_company"} if old else {}
    root = "/crm/v3/associations" if old else f"/crm/associations/{version}"
    path = f"{root}/contacts/companies/batch/create"
    assert send(crm, "POST", path, {"inputs": [pair]}).status == ASSOCIATED[version]


def test_clients_of_all_versions_take_their_statuses(crm: StandIn) -> None:
    for module in (v3, v2025_09, v2026_03):
        with module.HubSpot("token", transport=crm.transport()) as client:
            outcome = client.contacts.batch.create([{"properties": {"city": "Paris"}}])
            assert [each.properties["city"] for each in outcome.results] == ["Paris"]


def test_one_slash_may_end_a_path(crm: StandIn) -> None:
    id_ = crm.create("contacts", {})
    assert send(crm, "GET", f"/crm/v3/objects/contacts/{id_}/").status == 200
    # A get without an id is a list.
    assert answer(crm, "GET", "/crm/v3/objects/contacts/")[1]["results"][0]["id"] == id_
    for path in ("//", "/contacts//", f"//contacts/{id_}", f"/contacts//{id_}"):
        assert send(crm, "GET", f"/crm/v3/objects{path}").status == 404, path


def test_a_long_url_is_refused(crm: StandIn) -> None:
    names = ",".join(f"a_property_with_a_long_name_{number}" for number in range(502))
    path = f"/crm/objects/2026-09/contacts?properties={names}"
    assert 15_900 < len(path) < 16_000
    assert send(crm, "GET", path).status == 200
    assert send(crm, "GET", f"{path}{'x' * 100}").status == 414


def test_pages_with_history_are_smaller(crm: StandIn) -> None:
    path = "/crm/objects/2026-09/contacts?propertiesWithHistory=city&limit="
    assert send(crm, "GET", f"{path}50").status == 200
    status, body = answer(crm, "GET", f"{path}51")
    assert (status, body["category"]) == (400, "VALIDATION_ERROR")
    inputs = [{"id": "1"}] * 51
    assert batch(crm, "read", inputs, propertiesWithHistory=["city"])[0] == 400


# Limits.


def test_100_records_in_a_batch(crm: StandIn) -> None:
    for what in ("create", "read", "update", "upsert", "archive"):
        inputs = [{"id": str(n), "properties": {}} for n in range(101)]
        assert batch(crm, what, inputs)[0] == 400, what
    path = "/crm/objects/2026-09/contacts?limit=101"
    assert send(crm, "GET", path).status == 400


def limited(**limits: int) -> tuple[StandIn, list[float]]:
    now = [1_800_000_000.0]
    return StandIn(limits=Limits(**limits), clock=lambda: now[0]), now


def test_the_ten_second_limit() -> None:
    crm, now = limited(burst=3)
    with crm.client(retries=ONCE, rate_limiter=None) as client:
        for _ in range(3):
            list(client.contacts.list())
        with pytest.raises(RateLimitError) as caught:
            list(client.contacts.list())
        body = json.loads(caught.value.content)
        assert body["policyName"] == "TEN_SECONDLY_ROLLING"
        assert body["message"] == "You have reached your ten_secondly_rolling limit."
        headers = caught.value.headers
        assert headers["X-HubSpot-RateLimit-Interval-Milliseconds"] == "10000"
        assert headers["X-HubSpot-RateLimit-Max"] == "3"
        assert headers["X-HubSpot-RateLimit-Remaining"] == "0"
        assert "Retry-After" not in headers
        now[0] += 10
        list(client.contacts.list())


def test_the_limit_of_searches_has_no_headers() -> None:
    crm, now = limited(search=2)
    answers = [send(crm, "POST", "/crm/v3/objects/contacts/search", {}) for _ in range(3)]
    assert [each.status for each in answers] == [200, 200, 429]
    assert json.loads(answers[2].content)["policyName"] == "SECONDLY"
    names = [name for each in answers for name, _ in each.headers.pairs]
    assert not [name for name in names if "ratelimit" in name.lower()]
    now[0] += 1
    assert send(crm, "POST", "/crm/v3/objects/contacts/search", {}).status == 200


def test_the_daily_limit() -> None:
    crm, now = limited(daily=1)
    assert send(crm, "GET", "/crm/v3/objects/contacts").status == 200
    refused_one = send(crm, "GET", "/crm/v3/objects/contacts")
    assert (refused_one.status, json.loads(refused_one.content)["policyName"]) == (429, "DAILY")
    now[0] += 86_400
    found = dict(send(crm, "GET", "/crm/v3/objects/contacts").headers.pairs)
    assert found["X-HubSpot-RateLimit-Daily"] == "1"
    assert found["X-HubSpot-RateLimit-Daily-Remaining"] == "0"


def groups(*counts: int) -> list[Any]:
    one = {"propertyName": "a", "operator": "HAS_PROPERTY"}
    return [{"filters": [one] * count} for count in counts]


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ({"filterGroups": groups(1, 1, 1, 1, 1)}, {"filterGroups": groups(1, 1, 1, 1, 1, 1)}),
        ({"filterGroups": groups(6)}, {"filterGroups": groups(7)}),
        ({"filterGroups": groups(6, 6, 6)}, {"filterGroups": groups(5, 5, 5, 4)}),
        ({"limit": 200}, {"limit": 201}),
        ({"after": "9800", "limit": 200}, {"after": "9900", "limit": 200}),
        ({"query": "x" * 2900}, {"query": "x" * 3000}),
        ({"sorts": ["a"]}, {"sorts": ["a", "b"]}),
    ],
)
def test_the_limits_of_a_search(crm: StandIn, good: Any, bad: Any) -> None:
    path = "/crm/objects/2026-09/contacts/search"
    assert send(crm, "POST", path, good).status == 200
    status, body = answer(crm, "POST", path, bad)
    assert (status, body["category"]) == (400, "VALIDATION_ERROR")


def test_a_missing_record_is_not_found(client: HubSpot) -> None:
    with pytest.raises(NotFoundError) as caught:
        client.contacts.get("1")
    assert caught.value.category == "OBJECT_NOT_FOUND"
    assert caught.value.correlation_id
