"""Test association types by name: the listed numbers, and the labels of an account, sync and
async."""

from __future__ import annotations

import asyncio
from types import ModuleType
from typing import Any

import hubspot_crm
import pytest
from hubspot_crm import v3, v2025_09, v2026_03, v2026_09
from hubspot_crm.association_types import (
    UnknownAssociationError,
    association,
    link,
    resolve,
    resolve_async,
)
from hubspot_crm.v3.models import AssociationSpec

from tests.support.loopback import Answer, Loopback, RecordedRequest, json_answer

VERSIONS = [v3, v2025_09, v2026_03, v2026_09]
LABELS = [
    {"category": "HUBSPOT_DEFINED", "typeId": 279, "label": None},
    {"category": "HUBSPOT_DEFINED", "typeId": 1, "label": "Primary"},
    {"category": "USER_DEFINED", "typeId": 36, "label": "Decision maker"},
    {"category": "USER_DEFINED", "typeId": 37, "label": "decision Maker"},
]


@pytest.fixture
def server() -> Any:
    with Loopback(lambda request: json_answer({"results": LABELS})) as loopback:
        yield loopback


@pytest.mark.parametrize(
    ("start", "to", "number"),
    [
        ("contacts", "companies", 279),
        ("companies", "contacts", 280),
        ("tasks", "contacts", 204),
        ("contacts", "tasks", 203),
        ("deals", "line_items", 19),
        ("line_items", "deals", 20),
        ("calls", "meetings", 399),
        ("postal_mail", "contacts", 453),
        ("0-3", "0-2", 341),
        ("contacts", "contacts", 449),
        ("contacts", "commerce_payments", 388),
    ],
)
def test_the_listed_kinds(start: str, to: str, number: int) -> None:
    spec = association(start, to)
    assert isinstance(spec, AssociationSpec)
    assert spec.to_dict() == {
        "associationCategory": "HUBSPOT_DEFINED",
        "associationTypeId": number,
    }


@pytest.mark.parametrize(
    ("start", "to", "number"),
    [
        ("contacts", "companies", 1),
        ("companies", "contacts", 2),
        ("deals", "companies", 5),
        ("companies", "deals", 6),
        ("companies", "tickets", 25),
        ("tickets", "companies", 26),
    ],
)
def test_the_primary_kinds(start: str, to: str, number: int) -> None:
    assert association(start, to, primary=True).association_type_id == number


def test_a_number_is_of_one_pair() -> None:
    from hubspot_crm.association_types import _table  # pyright: ignore[reportPrivateUsage]

    table = _table()
    numbers = [*table.plain.values(), *table.primary.values()]
    assert len(numbers) == len(set(numbers)) > 250
    assert set(table.primary) < set(table.plain)
    client = hubspot_crm.HubSpot("token")
    assert all(hasattr(client, name) for pair in table.plain for name in pair)
    assert all(hasattr(client, name) or name == "projects" for name in table.names.values())


def test_a_kind_that_is_not_listed_says_what_is() -> None:
    with pytest.raises(UnknownAssociationError) as caught:
        association("taxes", "contacts")
    assert str(caught.value) == (
        "no association from taxes to contacts is listed; known from taxes: invoices, quotes"
    )
    with pytest.raises(UnknownAssociationError, match="no primary association from notes"):
        association("notes", "companies", primary=True)


@pytest.mark.parametrize("version", VERSIONS, ids=lambda version: version.__name__)
def test_a_listed_kind_is_sent_by_every_version(version: ModuleType) -> None:
    record = {"id": "1", "properties": {}, "archived": False}
    with Loopback(lambda request: json_answer(record, status=201)) as server:
        with version.HubSpot("token", base_url=server.url) as client:
            spec = association("tasks", "contacts")
            client.tasks.create(properties={}, associations=[link(101, spec)])
            models = version.models
            typed = models.PublicAssociationsForObject(
                to=models.PublicObjectId(id="101"), types=[spec]
            )
            client.tasks.create(properties={}, associations=[typed])
    for request in server.requests:
        assert request.json()["associations"] == [
            {
                "to": {"id": "101"},
                "types": [{"associationCategory": "HUBSPOT_DEFINED", "associationTypeId": 204}],
            }
        ]


@pytest.mark.parametrize("version", VERSIONS, ids=lambda version: version.__name__)
def test_labels_are_requested_once(version: ModuleType, server: Loopback) -> None:
    with version.HubSpot("token", base_url=server.url) as client:
        maker = resolve(client, "contacts", "companies", label="Decision maker")
        assert (maker.association_category, maker.association_type_id) == ("USER_DEFINED", 36)
        assert resolve(client, "contacts", "companies", label="primary").association_type_id == 1
        assert resolve(client, "contacts", "companies").association_type_id == 279
    [request] = server.requests
    assert request.path.endswith("/contacts/companies/labels")


@pytest.mark.parametrize("version", VERSIONS, ids=lambda version: version.__name__)
def test_labels_are_requested_once_async(version: ModuleType, server: Loopback) -> None:
    async def ask() -> list[int]:
        async with version.AsyncHubSpot("token", base_url=server.url) as client:
            return [
                (
                    await resolve_async(client, "contacts", "companies", label=label)
                ).association_type_id
                for label in ("Decision maker", "PRIMARY", None)
            ]

    assert asyncio.run(ask()) == [36, 1, 279]
    assert len(server.requests) == 1


def test_each_client_and_each_direction_has_its_own_labels(server: Loopback) -> None:
    for _ in range(2):
        with hubspot_crm.HubSpot("token", base_url=server.url) as client:
            resolve(client, "contacts", "2-5", label="Primary")
            resolve(client, "2-5", "contacts", label="Primary")
    paths = [request.path.split("/")[-3:-1] for request in server.requests]
    assert paths == [["contacts", "2-5"], ["2-5", "contacts"]] * 2


def test_a_label_that_was_added_later_is_found() -> None:
    labels: list[dict[str, object]] = []

    def respond(request: RecordedRequest) -> Answer:
        return json_answer({"results": labels})

    with (
        Loopback(respond) as server,
        hubspot_crm.HubSpot("token", base_url=server.url) as client,
    ):
        with pytest.raises(UnknownAssociationError, match="labels: none"):
            resolve(client, "contacts", "companies", label="Buyer")
        labels.append({"category": "USER_DEFINED", "typeId": 40, "label": "Buyer"})
        assert resolve(client, "contacts", "companies", label="Buyer").association_type_id == 40
        with pytest.raises(UnknownAssociationError) as caught:
            resolve(client, "contacts", "companies")
    assert str(caught.value) == "no plain association from contacts to companies; labels: 'Buyer'"
