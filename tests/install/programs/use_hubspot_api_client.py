"""Use hubspot-api-client, unchanged, with the stand-in server at the URL of the first argument."""

import sys

import hubspot
from hubspot import HubSpot
from hubspot.crm.associations import BatchInputPublicObjectId, PublicObjectId
from hubspot.crm.associations.v4 import BatchInputPublicFetchAssociationsBatchRequest
from hubspot.crm.companies import SimplePublicObjectInputForCreate as Company
from hubspot.crm.contacts import (
    BatchInputSimplePublicObjectBatchInputForCreate,
    BatchInputSimplePublicObjectBatchInputUpsert,
    BatchReadInputSimplePublicObjectId,
    PublicMergeInput,
    PublicObjectSearchRequest,
    SimplePublicObjectInput,
    SimplePublicObjectInputForCreate,
)
from hubspot.crm.contacts.exceptions import ApiException, NotFoundException
from hubspot.crm.deals import SimplePublicObjectInputForCreate as Deal
from hubspot.crm.deals.exceptions import ApiException as DealException
from hubspot.crm.imports.exceptions import ApiException as ImportException
from hubspot.crm.lists import ListCreateRequest


def main(url: str) -> None:
    client = HubSpot(access_token="token", host=url)
    ada = records(client)
    batches(client, ada)
    searches(client)
    associations(client, ada)
    others(client)
    print("from", hubspot.__file__)


def records(client: HubSpot) -> str:
    """Create, read, update and archive contacts; return the id of one."""
    contacts = client.crm.contacts.basic_api
    given = {"email": "Ada@example.com", "firstname": "Ada"}
    made = contacts.create(SimplePublicObjectInputForCreate(properties=given))
    assert made.properties["email"] == "ada@example.com", made
    found = contacts.get_by_id("ADA@example.com", id_property="email", properties=["firstname"])
    assert (found.id, found.properties["firstname"]) == (made.id, "Ada"), found
    changed = contacts.update(made.id, SimplePublicObjectInput(properties={"city": "London"}))
    assert changed.properties["city"] == "London", changed
    try:
        contacts.create(SimplePublicObjectInputForCreate(properties=given))
    except ApiException as error:
        assert error.status == 409 and f"Existing ID: {made.id}" in error.body, error.body
    else:
        raise AssertionError("the address was taken twice")
    other = contacts.create(SimplePublicObjectInputForCreate(properties={"firstname": "Eve"}))
    contacts.archive(other.id)
    try:
        contacts.get_by_id(other.id)
    except NotFoundException as error:
        assert "OBJECT_NOT_FOUND" in error.body, error.body
    else:
        raise AssertionError("the contact was not archived")
    return str(made.id)


def batches(client: HubSpot, ada: str) -> None:
    batch = client.crm.contacts.batch_api
    inputs = [{"properties": {"email": f"{n}@example.com"}} for n in range(3)]
    made = batch.create(BatchInputSimplePublicObjectBatchInputForCreate(inputs=inputs))
    assert made.status == "COMPLETE" and len(made.results) == 3, made
    upserts = [
        {"id": f"{n}@example.com", "idProperty": "email", "properties": {"city": "Paris"}}
        for n in (2, 3)
    ]
    done = batch.upsert(BatchInputSimplePublicObjectBatchInputUpsert(inputs=upserts))
    assert [each.new for each in done.results] == [False, True], done
    read = BatchReadInputSimplePublicObjectId(
        inputs=[{"id": ada}, {"id": "1"}], properties=["city"], properties_with_history=[]
    )
    found = batch.read(read)  # 207: one of them does not exist
    assert [each.id for each in found.results] == [ada] and found.num_errors == 1, found
    assert len(client.crm.contacts.get_all()) == 5
    [gone] = [each.id for each in made.results[:1]]
    merged = client.crm.contacts.basic_api.merge(
        PublicMergeInput(primary_object_id=ada, object_id_to_merge=gone)
    )
    assert merged.id == ada
    assert client.crm.contacts.basic_api.get_by_id(gone).id == ada


def searches(client: HubSpot) -> None:
    search = client.crm.contacts.search_api
    filters = [{"propertyName": "city", "operator": "EQ", "value": "Paris"}]
    found = search.do_search(
        PublicObjectSearchRequest(
            filter_groups=[{"filters": filters}], sorts=["email"], properties=["email"], limit=1
        )
    )
    assert found.total == 2 and found.paging.next.after == "1", found
    assert found.results[0].properties["email"] == "2@example.com", found
    try:
        search.do_search(PublicObjectSearchRequest(limit=201))
    except ApiException as error:
        assert error.status == 400 and "VALIDATION_ERROR" in error.body, error.body
    else:
        raise AssertionError("a page of 201 was accepted")


def associations(client: HubSpot, ada: str) -> None:
    company = client.crm.companies.basic_api.create(Company(properties={"name": "Engines"})).id
    api = client.crm.associations.v4
    kind = {"associationCategory": "HUBSPOT_DEFINED", "associationTypeId": 279}
    api.basic_api.create("contacts", ada, "companies", company, [kind])
    found = api.basic_api.get_page("contacts", ada, "companies").results
    assert [str(each.to_object_id) for each in found] == [company], found
    asked = BatchInputPublicFetchAssociationsBatchRequest(inputs=[{"id": ada}])
    [read] = api.batch_api.get_page("contacts", "companies", asked).results
    assert [each.type_id for each in read.to[0].association_types] == [279], read
    old = client.crm.associations.batch_api.read(
        "companies", "contacts", BatchInputPublicObjectId(inputs=[PublicObjectId(id=company)])
    )
    assert old.results[0].to[0].id == ada, old
    shown = client.crm.contacts.basic_api.get_by_id(ada, associations=["companies"])
    assert shown.associations["companies"].results[0].id == company, shown
    link = {"to": {"id": ada}, "types": [{**kind, "associationTypeId": 5}]}
    try:
        client.crm.deals.basic_api.create(Deal(properties={}, associations=[link]))
    except DealException as error:
        assert error.status == 400 and "associations are invalid" in error.body, error.body
    else:
        raise AssertionError("an association of another pair was accepted")
    try:
        client.crm.deals.basic_api.create(Deal(properties={"dealstage": "none"}))
    except DealException as error:
        assert "INVALID_OPTION" in error.body, error.body
    else:
        raise AssertionError("a stage of no pipeline was accepted")


def others(client: HubSpot) -> None:
    """Use pipelines, properties, owners, schemas, lists, imports and exports."""
    assert client.crm.pipelines.pipelines_api.get_all("deals").results[0].id == "default"
    names = {each.name for each in client.crm.properties.core_api.get_all("contacts").results}
    assert "lastmodifieddate" in names and "hs_lastmodifieddate" not in names
    assert client.crm.owners.owners_api.get_page().results == []
    assert client.crm.schemas.core_api.get_all().results == []
    asked = ListCreateRequest(name="Some", object_type_id="0-1", processing_type="MANUAL")
    made = client.crm.lists.lists_api.create(asked).list
    added = client.crm.lists.memberships_api.add(made.list_id, ["1"])
    assert added.record_ids_missing == ["1"], added
    assert client.crm.imports.core_api.get_page().results == []
    try:
        client.crm.imports.core_api.get_by_id(7)
    except ImportException as error:
        assert error.status == 404, error
    else:
        raise AssertionError("there is no such import")


if __name__ == "__main__":
    main(sys.argv[1])
