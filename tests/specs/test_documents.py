"""The committed documents: complete, valid, described, and in the shape that is published."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from specs.authoring.__main__ import SPECS, main

ERROR_ANSWER = {"$ref": "#/components/responses/Error"}
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
}


def test_the_documents_are_as_the_tables_want_them() -> None:
    assert main(["--check"]) == 0


def test_there_are_no_other_documents() -> None:
    files = [path for path in (SPECS / "documents").rglob("*") if path.is_file()]
    found = {path.relative_to(SPECS / "documents").as_posix() for path in files}
    assert found == {f"{name}.json" for name in OPERATIONS}


def test_a_document_is_valid_openapi(name: str, published: Any) -> None:
    assert list(OpenAPIV31SpecValidator(published[name]).iter_errors()) == []


def test_a_document_has_all_operations_of_its_object_in_its_version(
    name: str, published: Any, operations: Any
) -> None:
    found = [f"{method} {path}" for path, method, _ in operations(published[name])]
    assert sorted(found) == sorted(OPERATIONS[name])


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


def test_every_operation_is_named_tagged_and_secured(
    name: str, published: Any, operations: Any
) -> None:
    document = published[name]
    tags = {tag["name"] for tag in document["tags"]}
    schemes = document["components"]["securitySchemes"]
    for path, method, operation in operations(document):
        start = f"{method.lower()}-{path}_"
        assert re.fullmatch(re.escape(start) + r"[a-zA-Z]+", operation["operationId"])
        assert operation["responses"]["default"] == ERROR_ANSWER
        assert set(operation["tags"]) <= tags
        asked = [scheme for alternative in operation["security"] for scheme in alternative]
        assert asked == list(schemes) == ["oauth2", "private_apps", "private_apps_legacy"]


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
    assert set(info["x-hubspot-product-tier-requirements"].values()) == {"FREE"}
    assert info["x-hubspot-api-use-case"]
    assert info["x-hubspot-related-documentation"][0]["url"].startswith("https://")
    assert published[name]["servers"][0]["url"] == "https://api.hubapi.com"


def test_everything_is_described(name: str, published: Any, operations: Any) -> None:
    def described(value: dict[str, Any]) -> bool:
        return re.search(r"\w.*[.?]$", value.get("description", "")) is not None

    components = published[name]["components"]
    silent = [
        f"{schema}.{field}"
        for schema, definition in components["schemas"].items()
        for field, value in [("", definition), *definition["properties"].items()]
        if not described(value)
    ]
    for path, method, operation in operations(published[name]):
        parts = [operation, *operation.get("parameters", []), *operation["responses"].values()]
        silent += [
            f"{method} {path}" for part in parts if part != ERROR_ANSWER and not described(part)
        ]
        silent += [] if operation["summary"] else [f"{method} {path}"]
    assert silent == []


def test_a_document_has_the_components_it_uses_and_no_others(name: str, published: Any) -> None:
    document = published[name]
    reached: set[str] = set()
    waiting: list[Any] = [document["paths"], document["components"]["responses"]]
    while waiting:
        for reference in references(waiting.pop()):
            if reference not in reached:
                reached.add(reference)
                waiting.append(resolve(document, reference))
    schemas = {f"#/components/schemas/{schema}" for schema in document["components"]["schemas"]}
    assert reached - {ERROR_ANSWER["$ref"]} == schemas


def test_every_body_has_an_example_that_is_valid(
    name: str, published: Any, operations: Any, validate: Any
) -> None:
    document = published[name]
    bodies = [
        body
        for _, _, operation in operations(document)
        for body in (operation.get("requestBody", {}), *operation["responses"].values())
    ]
    contents = [*bodies, document["components"]["responses"]["Error"]]
    media_types = [media for body in contents for media in body.get("content", {}).values()]
    assert len(media_types) > len(RECORDS)
    for media_type in media_types:
        validate(document, media_type["schema"], media_type["example"])


def test_examples_of_fields_and_parameters_are_valid(
    name: str, published: Any, operations: Any, validate: Any
) -> None:
    document = published[name]
    checked = 0
    for definition in document["components"]["schemas"].values():
        for field in definition["properties"].values():
            for example in field.get("examples", []):
                validate(document, field, example)
                checked += 1
    for _, _, operation in operations(document):
        for parameter in operation.get("parameters", []):
            if "example" in parameter:
                validate(document, parameter["schema"], parameter["example"])
                checked += 1
    assert checked > 50


def test_examples_speak_of_the_object_of_the_document(name: str, published: Any) -> None:
    own = {
        "v3/tasks": "hs_task_subject",
        "v3/calls": "hs_call_title",
        "2026-03/appointments": "hs_appointment_name",
        "2025-09/objects": "Wartburg",
    }
    texts = json.dumps(published[name]["paths"])
    assert [other for other, word in own.items() if word in texts] == [name]


def test_components_of_one_dialect_are_the_same_in_every_document(published: Any) -> None:
    tasks = published["v3/tasks"]["components"]["schemas"]
    appointments = published["2026-03/appointments"]["components"]["schemas"]
    assert tasks == {name: appointments[name] for name in tasks}


def test_a_document_reads_well_as_a_file(name: str) -> None:
    text = (SPECS / f"documents/{name}.json").read_text("utf-8")
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
