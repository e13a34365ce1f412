"""Test the committed documents: complete, valid, described, and in the published form."""

import json
import re
from typing import Any

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from specs.authoring.__main__ import SPECS, main
from tests.specs.distinct import distinct_parts
from tests.specs.subjects import ERROR_ANSWER, OBJECT_TYPES, SUPPORTING

VERSIONS = ("v3", "2025-09", "2026-03", "2026-09")
# What has a version 4, which belongs to version 3 of the rest.
VERSION_4 = {
    "v4/associations": 10,
    "v4/association_labels": 4,
    "v4/association_schemas": 9,
    "v4/automation_actions": 18,
    "v4/communication_preferences": 10,
}
EXPECTED = {
    f"{version}/{subject}": count
    for subject, counts in (OBJECT_TYPES | SUPPORTING).items()
    for version, count in zip(VERSIONS, counts, strict=True)
    if count
} | VERSION_4
RECORDS = [
    "GET {root}",
    "POST {root}",
    "GET {root}/{id}",
    "PATCH {root}/{id}",
    "DELETE {root}/{id}",
    "POST {root}/batch/create",
    "POST {root}/batch/read",
    "POST {root}/batch/update",
    "POST {root}/batch/upsert",
    "POST {root}/batch/archive",
    "POST {root}/search",
]
OPERATIONS = {
    "v3/tasks": [line.format(root="/crm/v3/objects/tasks", id="{taskId}") for line in RECORDS],
    "v3/calls": [line.format(root="/crm/v3/objects/calls", id="{callId}") for line in RECORDS],
    "2026-03/appointments": [
        *(
            line.format(root="/crm/objects/2026-03/{objectType}", id="{objectId}")
            for line in RECORDS
        ),
        "POST /crm/objects/2026-03/{objectType}/merge",
        "POST /crm/objects/2026-03/{objectType}/gdpr-delete",
        "GET /crm/objects/2026-03/{objectType}/{objectId}/associations/{toObjectType}",
        "PUT /crm/objects/2026-03/{objectType}/{objectId}/associations/{toObjectType}/{toObjectId}",
        "DELETE /crm/objects/2026-03/{objectType}/{objectId}/associations/{toObjectType}/{toObjectId}",
        "PUT /crm/objects/2026-03/{fromObjectType}/{fromObjectId}/associations/default/{toObjectType}/{toObjectId}",
    ],
    "2025-09/objects": [
        line.format(root="/crm/objects/2025-09/{objectType}", id="{objectId}") for line in RECORDS
    ],
    "2026-09/contacts": [
        *(
            line.format(root="/crm/objects/2026-09/{objectType}", id="{objectId}")
            for line in RECORDS
        ),
        "POST /crm/objects/2026-09/{objectType}/merge",
        "POST /crm/objects/2026-09/{objectType}/gdpr-delete",
    ],
    "v3/appointments": [
        *(line.format(root="/crm/objects/v3/{objectType}", id="{objectId}") for line in RECORDS),
        "POST /crm/objects/v3/{objectType}/merge",
        "POST /crm/objects/v3/{objectType}/gdpr-delete",
        "GET /crm/objects/v3/{objectType}/{objectId}/associations/{toObjectType}",
        "PUT /crm/objects/v3/{objectType}/{objectId}/associations/{toObjectType}/{toObjectId}/{associationType}",
        "DELETE /crm/objects/v3/{objectType}/{objectId}/associations/{toObjectType}/{toObjectId}/{associationType}",
    ],
    "2026-03/services": [
        *(line.format(root="/crm/objects/2026-03/0-162", id="{serviceId}") for line in RECORDS),
        "POST /crm/objects/2026-03/services/merge",
    ],
    "2026-03/partner_clients": [
        "GET /crm/objects/2026-03/partner_clients",
        "GET /crm/objects/2026-03/partner_clients/{partnerClientId}",
        "PATCH /crm/objects/2026-03/partner_clients/{partnerClientId}",
        "POST /crm/objects/2026-03/partner_clients/batch/read",
        "POST /crm/objects/2026-03/partner_clients/batch/update",
        "POST /crm/objects/2026-03/partner_clients/search",
        "GET /crm/objects/2026-03/partner_clients/{partnerClientId}/associations/{toObjectType}",
        "PUT /crm/objects/2026-03/{objectType}/{objectId}/associations/{toObjectType}/{toObjectId}",
        "DELETE /crm/objects/2026-03/{objectType}/{objectId}/associations/{toObjectType}/{toObjectId}",
        "PUT /crm/objects/2026-03/{fromObjectType}/{fromObjectId}/associations/default/{toObjectType}/{toObjectId}",
    ],
    "2026-09/deal_splits": [
        "POST /deal-splits/2026-09/batch/read",
        "POST /deal-splits/2026-09/batch/upsert",
    ],
    "v3/owners": ["GET /crm/v3/owners", "GET /crm/v3/owners/{ownerId}"],
    "v4/associations": [
        "GET /crm/v4/objects/{objectType}/{objectId}/associations/{toObjectType}",
        "PUT /crm/v4/objects/{objectType}/{objectId}/associations/{toObjectType}/{toObjectId}",
        "DELETE /crm/v4/objects/{objectType}/{objectId}/associations/{toObjectType}/{toObjectId}",
        "PUT /crm/v4/objects/{fromObjectType}/{fromObjectId}/associations/default/{toObjectType}/{toObjectId}",
        "POST /crm/v4/associations/{fromObjectType}/{toObjectType}/batch/archive",
        "POST /crm/v4/associations/{fromObjectType}/{toObjectType}/batch/associate/default",
        "POST /crm/v4/associations/{fromObjectType}/{toObjectType}/batch/create",
        "POST /crm/v4/associations/{fromObjectType}/{toObjectType}/batch/labels/archive",
        "POST /crm/v4/associations/{fromObjectType}/{toObjectType}/batch/read",
        "POST /crm/v4/associations/usage/high-usage-report/{userId}",
    ],
    "2026-03/imports": [
        "GET /crm/imports/2026-03",
        "POST /crm/imports/2026-03",
        "GET /crm/imports/2026-03/{importId}",
        "POST /crm/imports/2026-03/{importId}/cancel",
        "GET /crm/imports/2026-03/{importId}/errors",
    ],
}


def test_the_documents_match_the_tables() -> None:
    assert main(["--check"]) == 0


def test_there_is_a_document_for_each_subject_and_version_and_no_other() -> None:
    files = [path for path in (SPECS / "documents").rglob("*") if path.is_file()]
    found = {path.relative_to(SPECS / "documents").as_posix() for path in files}
    assert found == {f"{name}.json" for name in EXPECTED}
    assert len([name for name in EXPECTED if name.partition("/")[2] in OBJECT_TYPES]) == 150
    assert len(EXPECTED) == 227


def test_each_document_has_the_expected_number_of_operations(
    published: Any, operations: Any
) -> None:
    found = {name: len(list(operations(document))) for name, document in published.items()}
    assert found == EXPECTED
    assert sum(map(sum, OBJECT_TYPES.values())) == 1893
    assert sum(map(sum, SUPPORTING.values())) + sum(VERSION_4.values()) == 735
    by_version = [sum(counts) for counts in zip(*OBJECT_TYPES.values(), strict=True)]
    assert by_version == [393, 606, 474, 420]


@pytest.mark.parametrize("name", OPERATIONS)
def test_a_document_has_all_operations_of_its_subject_in_its_version(
    name: str, published: Any, operations: Any
) -> None:
    found = [f"{method} {path}" for path, method, _ in operations(published[name])]
    assert sorted(found) == sorted(OPERATIONS[name])


@pytest.mark.whole  # `make check` validates them, too
def test_documents_are_valid_openapi(published: Any) -> None:
    for name, document in distinct_parts(published):
        assert list(OpenAPIV31SpecValidator(document).iter_errors()) == [], name


@pytest.mark.whole
@pytest.mark.parametrize("name", EXPECTED)
def test_a_whole_document_is_valid_openapi(name: str, published: Any) -> None:
    assert list(OpenAPIV31SpecValidator(published[name]).iter_errors()) == []


def test_operation_ids_are_unique_in_a_document(published: Any, operations: Any) -> None:
    for name, document in published.items():
        ids = [operation["operationId"] for _, _, operation in operations(document)]
        assert len(set(ids)) == len(ids), name


def test_the_responses_of_each_operation(published: Any, operations: Any) -> None:
    answers = {
        (name, operation["operationId"].rpartition("/")[2]): list(operation["responses"])
        for name, document in published.items()
        for _, _, operation in operations(document)
    }
    assert answers["v3/tasks", "tasks_getPage"] == ["200", "default"]
    assert answers["v3/tasks", "tasks_create"] == ["201", "default"]
    assert answers["v3/tasks", "{taskId}_archive"] == ["204", "default"]
    assert answers["v3/tasks", "create_create"] == ["201", "207", "default"]
    assert answers["v3/calls", "read_read"] == ["200", "207", "default"]
    assert answers["v3/calls", "archive_archive"] == ["204", "default"]
    assert answers["2026-03/appointments", "merge_merge"] == ["200", "default"]
    assert answers["2026-03/appointments", "gdpr-delete_purge"] == ["204", "default"]
    assert answers["2026-03/appointments", "{toObjectId}_create"] == ["201", "default"]
    assert answers["2026-03/appointments", "{toObjectId}_createDefault"] == ["200", "default"]
    assert answers["2025-09/objects", "create_create"] == ["201", "207", "default"]
    assert answers["2025-09/objects", "upsert_upsert"] == ["200", "207", "default"]
    assert answers["2025-09/tasks", "create_create"] == ["200", "default"]
    assert answers["2026-09/tasks", "create_create"] == ["201", "default"]
    assert answers["2026-09/tasks", "read_read"] == ["200", "default"]
    assert answers["v3/subscriptions", "create_create"] == ["201", "207", "default"]
    assert answers["2026-03/subscriptions", "create_create"] == ["201", "207", "default"]
    assert answers["v3/deal_splits", "upsert_upsert"] == ["200", "207", "default"]
    assert answers["v3/partner_clients", "{associationType}_create"] == ["200", "default"]
    assert answers["2025-09/associations", "create_create"] == ["201", "207", "default"]
    assert answers["v4/associations", "archive_archive"] == ["204", "default"]
    assert answers["2026-03/exports", "async_start"] == ["202", "default"]


def test_versions_differ_in_how_records_and_batches_report_problems(published: Any) -> None:
    def properties(name: str, schema: str) -> set[str]:
        return set(published[name]["components"]["schemas"][schema]["properties"])

    assert "warnings" in properties("v3/tasks", "SimplePublicObject")
    assert "warnings" in properties("2026-03/appointments", "SimplePublicUpsertObject")
    assert "warnings" not in properties("2025-09/tasks", "SimplePublicObject")
    assert {"errors", "numErrors"} <= properties("2025-09/tasks", "BatchResponseSimplePublicObject")
    assert "errors" not in properties("v3/tasks", "BatchResponseSimplePublicObject")
    assert "errors" in properties("v3/tasks", "BatchResponseSimplePublicObjectWithErrors")
    # In this version the associations and one document of records have another dialect than the other records.
    assert "warnings" in properties("2025-09/objects", "SimplePublicObject")
    assert "errors" not in properties("2025-09/objects", "BatchResponseSimplePublicObject")
    assert "errors" in properties("2025-09/objects", "BatchResponseSimplePublicObjectWithErrors")
    assert not any(
        "warnings" in properties(f"{version}/deal_splits", "SimplePublicObject")
        for version in VERSIONS
    )
    assert "warnings" in properties("2025-09/associations", "SimplePublicObject")
    assert "fromObjectTypeId" in properties("2025-09/associations", "AssociationSpecWithLabel")
    assert "fromObjectTypeId" not in properties("2025-09/contacts", "AssociationSpecWithLabel")


def test_schemas_differ_by_version_as_they_are_published(published: Any) -> None:
    def schema(name: str, schema: str) -> Any:
        return published[name]["components"]["schemas"][schema]

    splits = {v: schema(f"{v}/deal_splits", "PublicDealSplitsCreateRequest") for v in VERSIONS}
    widths = {v: split["properties"]["id"]["format"] for v, split in splits.items()}
    assert widths == {"v3": "int64", "2025-09": "int32", "2026-03": "int64", "2026-09": "int32"}
    group = {v: schema(f"{v}/properties", "PropertyGroup")["required"] for v in VERSIONS}
    assert "displayOrder" in group.pop("v3")
    assert all("displayOrder" not in required for required in group.values())
    assert schema("v3/exports", "PublicExportRequest")["oneOf"] == [
        {"$ref": "#/components/schemas/PublicExportViewRequest"},
        {"$ref": "#/components/schemas/PublicExportListRequest"},
    ]
    kind = schema("v3/lists", "PublicOrFilterBranch")["properties"]["filterBranchType"]
    assert (kind["enum"], kind["default"]) == (["OR"], "OR")


def test_an_import_is_sent_as_a_form(published: Any) -> None:
    operation = published["2026-09/imports"]["paths"]["/crm/imports/2026-09"]["post"]
    (form,) = operation["requestBody"]["content"].items()
    assert form[0] == "multipart/form-data"
    types = {name: each.get("format") for name, each in form[1]["schema"]["properties"].items()}
    assert types == {"files": "binary", "importRequest": None}


def test_mistakes_of_the_published_documents_are_reproduced(name: str, published: Any) -> None:
    components = published[name]["components"]
    schemas = components["schemas"]
    search = ["after", "filterGroups", "limit", "properties", "sorts"]
    assert schemas["PublicObjectSearchRequest"]["required"] == search
    assert schemas["SimplePublicObjectInputForCreate"]["required"] == ["associations", "properties"]
    null = ["string", "null"] if name.startswith("2026-09") else "string"
    for schema in ("SimplePublicObject", "SimplePublicObjectWithAssociations"):
        values = schemas[schema]["properties"]["properties"]["additionalProperties"]
        assert values == {"type": null}
    assert list(components["responses"]["Error"]["content"]) == ["*/*"]
    assert components["securitySchemes"]["private_apps"]["in"] == "header"
    assert not re.search(
        r'"(max|min)(Items|Length|imum)": -?\d|"x-specloom', json.dumps(published[name])
    )


def test_no_document_has_limits_or_extensions_of_the_toolkit(published: Any) -> None:
    for name, document in published.items():
        found = re.search(r'"(max|min)(Items|Length|imum)": -?\d|"x-specloom', json.dumps(document))
        assert found is None, name


def test_every_operation_is_named_tagged_and_secured(published: Any, operations: Any) -> None:
    for document in published.values():
        tags = {tag["name"] for tag in document["tags"]}
        schemes = document["components"]["securitySchemes"]
        if list(schemes) == ["developer_hapikey"]:
            continue
        tokens = [name for name in schemes if name != "developer_hapikey"]
        assert tokens == ["oauth2", "private_apps", "private_apps_legacy"]
        granted = schemes["oauth2"]["flows"]["authorizationCode"]["scopes"]
        for path, method, operation in operations(document):
            start = f"{method.lower()}-{path}_"
            assert re.fullmatch(re.escape(start) + r"[a-zA-Z]+", operation["operationId"])
            assert operation["responses"]["default"] == ERROR_ANSWER
            assert set(operation["tags"]) <= tags
            asked = {
                scheme: scopes for each in operation["security"] for scheme, scopes in each.items()
            }
            assert list(asked) in (tokens, ["developer_hapikey"]) and asked.keys() <= schemes.keys()
            assert {scope for scopes in asked.values() for scope in scopes} <= set(granted)


@pytest.mark.parametrize("name", ["v3/tasks", "v3/calls"])
def test_reading_and_writing_need_the_scopes_of_contacts(
    name: str, published: Any, operations: Any
) -> None:
    for path, method, operation in operations(published[name]):
        reading = method == "GET" or path.endswith(("/batch/read", "/search"))
        scope = f"crm.objects.contacts.{'read' if reading else 'write'}"
        assert operation["security"][0] == {"oauth2": [scope]}
    flows = published[name]["components"]["securitySchemes"]["oauth2"]["flows"]
    scopes = flows["authorizationCode"]["scopes"]
    assert set(scopes) == {"crm.objects.contacts.read", "crm.objects.contacts.write"}
