"""The committed documents: complete, valid, described, and in the shape that is published."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from specs.authoring.__main__ import SPECS, main
from specs.authoring.tables import load_tables
from tests.specs.distinct import distinct_parts, without_prose

ERROR_ANSWER = {"$ref": "#/components/responses/Error"}
VERSIONS = ("v3", "2025-09", "2026-03", "2026-09")
# How many operations each document has, by the version; 0: there is no document.
OBJECT_TYPES = {
    "appointments": (16, 17, 17, 12),
    "calls": (11, 17, 14, 11),
    "carts": (11, 17, 14, 11),
    "commerce_payments": (11, 17, 14, 11),
    "communications": (11, 17, 14, 11),
    "companies": (12, 17, 15, 12),
    "contacts": (13, 17, 16, 13),
    "contracts": (3, 17, 3, 11),
    "courses": (11, 17, 12, 11),
    "custom_objects": (12, 17, 15, 15),
    "deal_splits": (2, 2, 2, 2),
    "deals": (12, 15, 15, 12),
    "discounts": (11, 17, 14, 11),
    "emails": (11, 17, 14, 11),
    "feedback_submissions": (4, 17, 4, 7),
    "fees": (11, 17, 14, 11),
    "forecasts": (2, 17, 3, 2),
    "goal_targets": (11, 17, 11, 10),
    "invoices": (11, 17, 14, 14),
    "leads": (11, 17, 14, 11),
    "line_items": (11, 17, 14, 14),
    "listings": (11, 17, 14, 14),
    "meetings": (11, 17, 14, 11),
    "notes": (11, 17, 14, 11),
    "objects": (11, 11, 11, 11),
    "orders": (11, 17, 12, 14),
    "partner_clients": (9, 17, 10, 5),
    "partner_services": (9, 17, 6, 10),
    "postal_mail": (11, 17, 14, 14),
    "products": (11, 17, 14, 14),
    "projects": (12, 0, 15, 0),
    "quotes": (11, 17, 14, 14),
    "services": (11, 17, 12, 14),
    "subscriptions": (11, 17, 14, 11),
    "tasks": (11, 17, 14, 11),
    "taxes": (11, 17, 14, 14),
    "tickets": (12, 17, 15, 15),
    "users": (11, 17, 14, 14),
}
SUPPORTING = {
    "association_schemas": (1, 9, 9, 9),
    "associations": (3, 11, 11, 9),
    "exports": (3, 3, 3, 3),
    "imports": (5, 5, 5, 5),
    "limits": (9, 9, 9, 9),
    "lists": (30, 29, 30, 29),
    "object_library": (2, 2, 2, 2),
    "owners": (2, 2, 2, 2),
    "pipelines": (14, 14, 14, 14),
    "properties": (13, 13, 13, 13),
    "property_validations": (4, 4, 4, 4),
    "schemas": (8, 8, 8, 8),
}
# The associations of version 4, which go with version 3 of the rest.
VERSION_4 = {"v4/associations": 10, "v4/association_schemas": 9}
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


def test_the_documents_are_as_the_tables_want_them() -> None:
    assert main(["--check"]) == 0


def test_there_is_a_document_for_each_subject_and_version_and_no_other() -> None:
    files = [path for path in (SPECS / "documents").rglob("*") if path.is_file()]
    found = {path.relative_to(SPECS / "documents").as_posix() for path in files}
    assert found == {f"{name}.json" for name in EXPECTED}
    assert len([name for name in EXPECTED if name.partition("/")[2] in OBJECT_TYPES]) == 150
    assert len(EXPECTED) == 200


def test_a_document_has_as_many_operations_as_it_should(published: Any, operations: Any) -> None:
    found = {name: len(list(operations(document))) for name, document in published.items()}
    assert found == EXPECTED
    assert sum(map(sum, OBJECT_TYPES.values())) == 1893
    assert sum(map(sum, SUPPORTING.values())) + sum(VERSION_4.values()) == 439
    by_version = [sum(counts) for counts in zip(*OBJECT_TYPES.values(), strict=True)]
    assert by_version == [393, 606, 474, 420]


@pytest.mark.parametrize("name", OPERATIONS)
def test_a_document_has_all_operations_of_its_subject_in_its_version(
    name: str, published: Any, operations: Any
) -> None:
    found = [f"{method} {path}" for path, method, _ in operations(published[name])]
    assert sorted(found) == sorted(OPERATIONS[name])


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


def test_the_answers_of_each_operation(published: Any, operations: Any) -> None:
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
    assert answers["v3/subscriptions", "create_create"] == ["200", "default"]
    assert answers["2026-03/subscriptions", "create_create"] == ["201", "207", "default"]
    assert answers["v3/deal_splits", "upsert_upsert"] == ["200", "207", "default"]
    assert answers["v3/partner_clients", "{associationType}_create"] == ["200", "default"]
    assert answers["2025-09/associations", "create_create"] == ["201", "207", "default"]
    assert answers["v4/associations", "archive_archive"] == ["204", "default"]
    assert answers["2026-03/exports", "async_start"] == ["202", "default"]


def test_versions_differ_in_how_a_record_and_a_batch_tell_of_trouble(published: Any) -> None:
    def properties(name: str, schema: str) -> set[str]:
        return set(published[name]["components"]["schemas"][schema]["properties"])

    assert "warnings" in properties("v3/tasks", "SimplePublicObject")
    assert "warnings" in properties("2026-03/appointments", "SimplePublicUpsertObject")
    assert "warnings" not in properties("2025-09/objects", "SimplePublicObject")
    assert {"errors", "numErrors"} <= properties(
        "2025-09/objects", "BatchResponseSimplePublicObject"
    )
    assert "errors" not in properties("v3/tasks", "BatchResponseSimplePublicObject")
    assert "errors" in properties("v3/tasks", "BatchResponseSimplePublicObjectWithErrors")
    # In this one the associations speak the dialect that the records of their version do not.
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


def test_the_published_shape_is_kept_with_its_faults(name: str, published: Any) -> None:
    components = published[name]["components"]
    schemas = components["schemas"]
    search = ["after", "filterGroups", "limit", "properties", "sorts"]
    assert schemas["PublicObjectSearchRequest"]["required"] == search
    assert schemas["SimplePublicObjectInputForCreate"]["required"] == ["associations", "properties"]
    assert schemas["SimplePublicObject"]["properties"]["properties"]["additionalProperties"] == {
        "type": "string"
    }
    assert list(components["responses"]["Error"]["content"]) == ["*/*"]
    assert components["securitySchemes"]["private_apps"]["in"] == "header"
    assert not re.search(r'"(max|min)(Items|Length|imum)"|"x-specloom', json.dumps(published[name]))


def test_no_document_has_limits_or_extensions_of_the_toolkit(published: Any) -> None:
    for name, document in published.items():
        found = re.search(r'"(max|min)(Items|Length|imum)"|"x-specloom', json.dumps(document))
        assert found is None, name


def test_every_operation_is_named_tagged_and_secured(published: Any, operations: Any) -> None:
    for document in published.values():
        tags = {tag["name"] for tag in document["tags"]}
        schemes = document["components"]["securitySchemes"]
        assert list(schemes) == ["oauth2", "private_apps", "private_apps_legacy"]
        granted = schemes["oauth2"]["flows"]["authorizationCode"]["scopes"]
        for path, method, operation in operations(document):
            start = f"{method.lower()}-{path}_"
            assert re.fullmatch(re.escape(start) + r"[a-zA-Z]+", operation["operationId"])
            assert operation["responses"]["default"] == ERROR_ANSWER
            assert set(operation["tags"]) <= tags
            asked = {
                scheme: scopes for each in operation["security"] for scheme, scopes in each.items()
            }
            assert list(asked) == list(schemes)
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


def test_a_document_tells_what_it_is_about(name: str, published: Any) -> None:
    info = published[name]["info"]
    assert info["version"] == name.partition("/")[0]
    assert info["title"].lower() == name.partition("/")[2]
    assert info["description"].startswith(f"{info['title']}: ")
    assert info["summary"].startswith("Version ")
    assert set(info["x-hubspot-product-tier-requirements"].values()) == {"FREE"}
    assert info["x-hubspot-api-use-case"]
    assert info["x-hubspot-related-documentation"][0]["url"].startswith("https://")
    assert published[name]["servers"][0]["url"] == "https://api.hubapi.com"


def test_everything_is_described(published: Any, operations: Any) -> None:
    def described(value: dict[str, Any]) -> bool:
        return re.search(r"\w.*[.?]$", value.get("description", "")) is not None

    silent: list[str] = []
    for name, document in published.items():
        for schema, definition in document["components"]["schemas"].items():
            fields = [("", definition), *definition.get("properties", {}).items()]
            silent += [
                f"{name} {schema}.{field}" for field, value in fields if not described(value)
            ]
        for path, method, operation in operations(document):
            parts = [operation, *operation.get("parameters", []), *operation["responses"].values()]
            for media in operation.get("requestBody", {}).get("content", {}).values():
                parts += media["schema"].get("properties", {}).values()
            parts = [part for part in parts if part != ERROR_ANSWER]
            silent += [f"{name} {method} {path}" for part in parts if not described(part)]
            silent += [] if operation["summary"] else [f"{name} {method} {path}"]
    assert silent == []


def test_a_document_has_the_components_it_uses_and_no_others(published: Any) -> None:
    for name, document in published.items():
        reached: set[str] = set()
        waiting: list[Any] = [document["paths"], document["components"]["responses"]]
        while waiting:
            for reference in references(waiting.pop()):
                if reference not in reached:
                    reached.add(reference)
                    waiting.append(resolve(document, reference))
        schemas = {f"#/components/schemas/{schema}" for schema in document["components"]["schemas"]}
        assert reached - {ERROR_ANSWER["$ref"]} == schemas, name


def test_every_body_has_an_example_that_is_valid(
    published: Any, operations: Any, validate: Any
) -> None:
    checked: set[str] = set()
    for document in published.values():
        bodies = [document["components"]["responses"]["Error"]]
        for _, _, operation in operations(document):
            bodies += [operation.get("requestBody", {}), *operation["responses"].values()]
        schemas = without_prose(document["components"]["schemas"])
        for media_type in (media for body in bodies for media in body.get("content", {}).values()):
            case = json.dumps([media_type["schema"], media_type["example"], schemas])
            if case not in checked:
                checked.add(case)
                validate(document, media_type["schema"], media_type["example"])
    assert len(checked) > 1000


def test_examples_of_fields_and_parameters_are_valid(
    published: Any, operations: Any, validate: Any
) -> None:
    checked: set[str] = set()
    for document in published.values():
        fields = [
            field
            for definition in document["components"]["schemas"].values()
            for field in definition.get("properties", {}).values()
        ]
        cases = [(field, example) for field in fields for example in field.get("examples", [])]
        for _, _, operation in operations(document):
            for each in operation.get("parameters", []):
                cases += [(each["schema"], each["example"])] if "example" in each else []
        for schema, example in cases:
            if (case := json.dumps([schema, example])) not in checked:
                checked.add(case)
                validate(document, schema, example)
    assert len(checked) > 300


def test_the_examples_of_an_object_type_are_in_its_own_documents_only(published: Any) -> None:
    subjects = [each.subject for each in load_tables(SPECS / "tables").objects]
    own: dict[str, str] = {}
    for subject in subjects:
        values = subject.sample["properties"]
        assert isinstance(values, Mapping)
        own[subject.name] = json.dumps(next(iter(values.values())))
    assert len(set(own.values())) == len(own) == len(OBJECT_TYPES)
    for name, document in published.items():
        texts = json.dumps(document["paths"])
        found = {subject for subject, value in own.items() if value in texts}
        assert found <= {name.partition("/")[2]}, name
        if "SimplePublicObject" in document["components"]["schemas"]:
            assert found or name.partition("/")[2] in SUPPORTING, name


def test_what_is_said_of_a_subject_is_in_its_own_documents_only(published: Any) -> None:
    for text in ("description", "x-hubspot-api-use-case"):
        said: dict[str, set[str]] = {}
        for name, document in published.items():
            begin = document["info"][text].partition("\n")[0]
            said.setdefault(begin, set()).add(name.partition("/")[2])
        assert [subjects for subjects in said.values() if len(subjects) > 1] == []


def test_components_of_one_dialect_are_the_same_in_all_documents_of_records(published: Any) -> None:
    dialects = {
        "v3": "separate",
        "2026-03": "separate",
        "2025-09": "combined",
        "2026-09": "combined",
    }
    said: dict[tuple[str, str], set[str]] = {}
    for name, document in published.items():
        version, _, subject = name.partition("/")
        if subject in OBJECT_TYPES:
            for schema, definition in document["components"]["schemas"].items():
                said.setdefault((dialects[version], schema), set()).add(json.dumps(definition))
    assert len(said) > 80
    assert [key for key, definitions in said.items() if len(definitions) > 1] == []


def test_documents_read_well_as_files() -> None:
    for path in (SPECS / "documents").glob("*/*.json"):
        text = path.read_text("utf-8")
        assert text == json.dumps(json.loads(text), indent=2, ensure_ascii=False) + "\n"


def references(value: object) -> Iterator[str]:
    """All `$ref`s in a value."""
    match value:
        case {"$ref": str(reference)}:
            yield reference
        case dict():
            for member in value.values():
                yield from references(member)
        case list():
            for element in value:
                yield from references(element)
        case _:
            pass


def resolve(document: Any, reference: str) -> Any:
    """What a `$ref` points at."""
    for token in reference.removeprefix("#/").split("/"):
        document = document[token]
    return document
