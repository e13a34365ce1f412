"""Use hubspot-sdk, unchanged, with the stand-in server at the URL of the first argument."""

import asyncio
import sys

import hubspot_sdk
from hubspot_sdk import AsyncHubSpot, BadRequestError, ConflictError, HubSpot, NotFoundError
from hubspot_sdk.types.crm import PublicObjectList


def main(url: str) -> None:
    with HubSpot(access_token="token", base_url=url) as client:
        ada = records(client)
        batches(client, ada)
        searches(client)
        associations(client, ada)
        others(client)
    asyncio.run(asynchronously(url, ada))
    print("from", hubspot_sdk.__file__)


def records(client: HubSpot) -> str:
    """Create, read, update and delete contacts; return the id of one."""
    contacts = client.crm.objects.contacts
    given = {"email": "Ada@example.com", "firstname": "Ada"}
    made = contacts.create(associations=[], properties=given)
    assert made.properties["email"] == "ada@example.com", made
    found = contacts.get("ADA@example.com", id_property="email", properties=["firstname"])
    assert (found.id, found.properties["firstname"]) == (made.id, "Ada"), found
    changed = contacts.update(made.id, properties={"city": "London"})
    assert changed.properties["city"] == "London", changed
    try:
        contacts.create(associations=[], properties=given)
    except ConflictError as error:
        assert f"Existing ID: {made.id}" in str(error), error
    else:
        raise AssertionError("the address was taken twice")
    other = contacts.create(associations=[], properties={"firstname": "Eve"})
    contacts.delete(other.id)
    try:
        contacts.get(other.id)
    except NotFoundError as error:
        assert "OBJECT_NOT_FOUND" in str(error), error
    else:
        raise AssertionError("the contact was not archived")
    return str(made.id)


def batches(client: HubSpot, ada: str) -> None:
    batch = client.crm.objects.contacts.batch
    inputs = [{"associations": [], "properties": {"email": f"{n}@example.com"}} for n in range(3)]
    made = batch.create(inputs=inputs)
    assert made.status == "COMPLETE" and len(made.results) == 3, made
    upserts = [
        {"id": f"{n}@example.com", "id_property": "email", "properties": {"city": "Paris"}}
        for n in (2, 3)
    ]
    done = batch.upsert(inputs=upserts)
    assert [each.new for each in done.results] == [False, True], done
    found = batch.get(
        inputs=[{"id": ada}, {"id": "1"}], properties=["city"], properties_with_history=[]
    )
    assert [each.id for each in found.results] == [ada], found  # 207: one does not exist
    listed = list(client.crm.objects.contacts.list(limit=2))
    assert len(listed) == 5, listed
    gone = made.results[0].id
    client.crm.objects.contacts.merge(primary_object_id=ada, object_id_to_merge=gone)
    assert client.crm.objects.contacts.get(gone).id == ada


def searches(client: HubSpot) -> None:
    asked = {"sorts": ["email"], "properties": ["email"], "after": ""}
    filters = [{"property_name": "city", "operator": "EQ", "value": "Paris"}]
    found = client.crm.objects.contacts.search(
        **asked, filter_groups=[{"filters": filters}], limit=1
    )
    assert found.total == 2 and found.paging and found.paging.next, found
    assert found.results[0].properties["email"] == "2@example.com", found
    try:
        client.crm.objects.contacts.search(**asked, filter_groups=[], limit=201)
    except BadRequestError as error:
        assert "VALIDATION_ERROR" in str(error), error
    else:
        raise AssertionError("a page of 201 was accepted")


def associations(client: HubSpot, ada: str) -> None:
    objects, api = client.crm.objects, client.crm.associations
    company = objects.companies.create(associations=[], properties={"name": "Engines"}).id
    ends = {"object_type": "contacts", "object_id": ada, "to_object_type": "companies"}
    kind = {"association_category": "HUBSPOT_DEFINED", "association_type_id": 1}
    api.update_labels(company, **ends, body=[kind])
    [found] = api.list("companies", object_type="contacts", object_id=ada)
    assert found.to_object_id == company, found
    assert [each.type_id for each in found.association_types] == [1, 279], found
    read = api.batch.get("companies", from_object_type="contacts", inputs=[{"id": ada}])
    assert read.results[0].to[0].to_object_id == company, read
    shown = objects.contacts.get(ada, associations=["companies"])
    assert shown.associations["companies"].results[0].id == company, shown
    link = {"to": {"id": ada}, "types": [{**kind, "association_type_id": 5}]}
    for given, text in (
        ({"associations": [link], "properties": {}}, "associations are invalid"),
        ({"associations": [], "properties": {"dealstage": "none"}}, "INVALID_OPTION"),
    ):
        try:
            objects.deals.create(**given)
        except BadRequestError as error:
            assert text in str(error), error
        else:
            raise AssertionError(f"not refused: {text}")


def others(client: HubSpot) -> None:
    """Use pipelines, properties, lists, imports and exports."""
    assert client.crm.pipelines.list("deals").results[0].id == "default"
    names = {each.name for each in client.crm.properties.list("contacts").results}
    assert "lastmodifieddate" in names and "hs_lastmodifieddate" not in names
    client.crm.lists.create(name="Some", object_type_id="0-1", processing_type="MANUAL")
    [found] = client.crm.lists.list(list_ids=["1"]).lists  # which the client does not decode
    assert PublicObjectList.model_validate(found).name == "Some", found
    assert list(client.crm.imports.list()) == []


async def asynchronously(url: str, ada: str) -> None:
    async with AsyncHubSpot(access_token="token", base_url=url) as client:
        contacts = client.crm.objects.contacts
        assert (await contacts.get(ada)).id == ada
        assert len([each async for each in contacts.list(limit=2)]) == 4
        try:
            await contacts.create(associations=[], properties={"email": "ada@example.com"})
        except ConflictError as error:
            assert f"Existing ID: {ada}" in str(error), error
        else:
            raise AssertionError("the address was taken twice")


if __name__ == "__main__":
    main(sys.argv[1])
