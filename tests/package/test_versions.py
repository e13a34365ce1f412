"""Test what versions share: equal structure is one class, each resource has its own class."""

from __future__ import annotations

import inspect

import hubspot_crm
from hubspot_crm import v3, v2025_09, v2026_03, v2026_09


def test_a_model_that_is_equal_in_two_versions_is_one_class() -> None:
    assert v3.models.Filter is v2025_09.models.Filter is v2026_03.models.Filter
    assert v2026_03.models.Filter is v2026_09.models.Filter


def test_a_model_that_differs_is_not() -> None:
    optional, required = v3.models.RecordListMembership, v2025_09.models.RecordListMembership
    assert optional(list_id="1", list_version=2).to_dict().keys() == {"listId", "listVersion"}
    assert required is not optional
    assert v2026_03.models.RecordListMembership is required


def test_a_record_is_one_class_in_all_versions() -> None:
    """Warnings are declared in some documents only, but read from every response."""
    records = {module.models.SimplePublicObject for module in (v3, v2025_09, v2026_03, v2026_09)}
    assert len(records) == 1
    assert "warnings" in records.pop().__struct_fields__


def test_the_default_clients_are_those_of_the_newest_version() -> None:
    assert hubspot_crm.HubSpot is v2026_09.HubSpot
    assert hubspot_crm.AsyncHubSpot is v2026_09.AsyncHubSpot


def test_resources_of_one_shape_share_their_methods() -> None:
    with v3.HubSpot("token") as client:
        assert type(client.tasks) is not type(client.calls)
        assert type(client.tasks).create is type(client.calls).create
        assert "0-27" in (inspect.getdoc(type(client.tasks)) or "")
        assert "crm.objects.contacts.write" in (inspect.getdoc(type(client.calls)) or "")


def test_of_two_structures_of_one_name_that_of_most_documents_keeps_it() -> None:
    models = v2025_09.models
    ours, other = models.AssociationSpecWithLabel, models.AssociationsAssociationSpecWithLabel
    assert "from_object_type_id" not in ours.__struct_fields__
    assert "from_object_type_id" in other.__struct_fields__


def test_what_two_versions_of_one_api_are_used_together() -> None:
    with v3.HubSpot("token") as client:
        assert hasattr(client.associations_v4.batch, "read")
        assert hasattr(client.associations.batch, "read")


def test_a_resource_is_made_once() -> None:
    with v3.HubSpot("token") as client:
        assert client.tasks is client.tasks
        assert client.tasks.batch is client.tasks.batch


def test_an_operation_that_a_version_does_not_have_is_no_attribute() -> None:
    with v3.HubSpot("token") as client:
        assert not hasattr(client.tasks, "merge")
    with v2026_03.HubSpot("token") as client:
        assert hasattr(client.appointments, "merge")
