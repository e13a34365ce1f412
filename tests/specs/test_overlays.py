"""Test the overlays: each action has a reason and an effect, and the documents are correct
afterwards."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator
from specloom.documents.document import Document
from specloom.documents.overlays.overlay import Overlay, apply_overlays

from tests.specs.distinct import distinct_parts, without_prose

SAMPLES = Path(__file__).parents[1] / "samples"
BATCHES = {
    "tasks-v3-batch-create.pt-BR": ("v3/tasks", "/crm/v3/objects/tasks", "201"),
    "tasks-v3-batch-create.ja": ("v3/tasks", "/crm/v3/objects/tasks", "201"),
    "calls-v3-batch-create.de-pt": ("v3/calls", "/crm/v3/objects/calls", "207"),
    "appointments-2026-03-batch-create.fr": (
        "2026-03/appointments",
        "/crm/objects/2026-03/{objectType}",
        "201",
    ),
    "objects-2025-09-batch-create.es": (
        "2025-09/objects",
        "/crm/objects/2025-09/{objectType}",
        "201",
    ),
}
EVERY_SAMPLE = pytest.mark.parametrize("sample", BATCHES)


def test_every_action_has_its_reason(overlays: tuple[Overlay, ...]) -> None:
    actions = [action for overlay in overlays for action in overlay.actions]
    assert len(actions) > 20
    assert [
        action.target for action in actions if not (action.description or "").endswith(".")
    ] == []


@pytest.mark.whole
def test_every_action_changes_something(
    overlays: tuple[Overlay, ...], loaded: tuple[Document, ...]
) -> None:
    before = loaded
    for overlay in overlays:
        for action in overlay.actions:
            alone = Overlay(overlay.path, overlay.title, None, (action,), overlay.location)
            after = apply_overlays(before, (alone,))
            assert any(
                new is not old and new.root != old.root
                for old, new in zip(before, after, strict=True)
            ), action.target
            before = after


def test_corrected_documents_are_valid_openapi(corrected: Any, published: Any) -> None:
    """Validate the parts that the overlays change; `test_documents.py` validates those as published,
    and `make whole` each corrected document as a whole."""
    changed = list(distinct_parts(corrected, known=published))
    assert len(changed) > 5
    for name, document in changed:
        assert list(OpenAPIV31SpecValidator(document).iter_errors()) == [], name


@pytest.mark.whole
def test_whole_corrected_documents_are_valid_openapi(corrected: Any) -> None:
    for name, document in corrected.items():
        assert list(OpenAPIV31SpecValidator(document).iter_errors()) == [], name


def test_examples_stay_valid(corrected: Any, operations: Any, validate: Any) -> None:
    checked: set[str] = set()
    for document in corrected.values():
        bodies = [document["components"]["responses"]["Error"]]
        for _, _, operation in operations(document):
            bodies += [operation.get("requestBody", {}), *operation["responses"].values()]
        schemas = without_prose(document["components"]["schemas"])
        for media in (media for body in bodies for media in body.get("content", {}).values()):
            case = json.dumps([media["schema"], media.get("example"), schemas])
            if "example" in media and case not in checked:
                checked.add(case)
                validate(document, media["schema"], media["example"])
    assert len(checked) > 1000


@pytest.mark.parametrize(
    ("schema", "value"),
    [
        ("PublicObjectSearchRequest", {}),
        ("PublicObjectSearchRequest", {"query": "x", "limit": 200}),
        ("SimplePublicObjectInputForCreate", {"properties": {"name": None}}),
        ("SimplePublicObjectBatchInputForCreate", {"properties": {}}),
        ("BatchReadInputSimplePublicObjectId", {"inputs": [{"id": "1"}] * 100}),
        ("Error", {"message": "no", "context": '{"missingScopes": []}', "subCategory": {}}),
        ("Error", {"message": "no", "status": "error", "policyName": "DAILY"}),
        ("StandardError", {"message": "no", "subCategory": "A", "context": {"id": ["1"]}}),
        ("ErrorDetail", {"message": "no", "subCategory": {"a": 1}, "context": "text"}),
        (
            "ValueWithTimestamp",
            {"sourceType": "A", "timestamp": "2026-01-01T00:00:00Z", "value": None},
        ),
    ],
)
def test_actual_requests_and_responses_are_valid_only_with_the_corrections(
    name: str, schema: str, value: object, published: Any, corrected: Any, validate: Any
) -> None:
    reference = {"$ref": f"#/components/schemas/{schema}"}
    validate(corrected[name], reference, value)
    with pytest.raises(jsonschema.ValidationError):
        validate(published[name], reference, value)


@pytest.mark.parametrize(
    ("schema", "value"),
    [
        ("PublicObjectSearchRequest", {"limit": 201}),
        ("PublicObjectSearchRequest", {"filterGroups": [{"filters": []}] * 6}),
        ("PublicObjectSearchRequest", {"sorts": ["a", "b"]}),
        ("PublicObjectSearchRequest", {"properties": [None]}),
        ("BatchInputSimplePublicObjectId", {"inputs": [{"id": "1"}] * 101}),
        ("SimplePublicObjectInput", {"properties": {"name": "x" * 65_537}}),
        ("SimplePublicObjectInput", {}),
        ("SimplePublicObjectInput", {"properties": {"name": 1}}),
        ("Error", {"category": "A"}),
        ("Error", {"message": "no", "context": 1}),
    ],
)
def test_requests_that_the_api_rejects_are_invalid_with_the_corrections(
    name: str, schema: str, value: object, corrected: Any, validate: Any
) -> None:
    with pytest.raises(jsonschema.ValidationError):
        validate(corrected[name], {"$ref": f"#/components/schemas/{schema}"}, value)


def test_nulls_of_records_are_accepted(name: str, corrected: Any, validate: Any) -> None:
    record = {
        "archived": False,
        "archivedAt": None,
        "createdAt": "2026-01-01T00:00:00Z",
        "id": "1",
        "properties": {"name": None},
        "propertiesWithHistory": {},
        "updatedAt": "2026-01-01T00:00:00Z",
    }
    for schema in ("SimplePublicObject", "SimplePublicObjectWithAssociations"):
        validate(corrected[name], {"$ref": f"#/components/schemas/{schema}"}, record)


@pytest.mark.parametrize(
    ("document", "schema", "value"),
    [
        ("2026-03/lists", "ListSearchRequest", {}),
        ("2026-03/properties", "BatchReadInputPropertyName", {"inputs": [{"name": "a"}]}),
        ("2026-09/properties", "OptionInput", {"label": "A", "value": "a", "hidden": False}),
        ("2026-09/schemas", "ObjectTypeDefinitionPatch", {}),
        ("2026-09/schemas", "ObjectSchemaBatchReadRequest", {"inputs": ["2-1"]}),
        ("v3/exports", "PublicCrmSearchRequest", {}),
        (
            "2025-09/schemas",
            "ObjectSchemaEgg",
            {
                "associatedObjects": [],
                "labels": {},
                "name": "a",
                "properties": [],
                "requiredProperties": [],
            },
        ),
    ],
)
def test_actual_requests_of_other_apis_are_valid(
    document: str, schema: str, value: object, published: Any, corrected: Any, validate: Any
) -> None:
    reference = {"$ref": f"#/components/schemas/{schema}"}
    validate(corrected[document], reference, value)
    with pytest.raises(jsonschema.ValidationError):
        validate(published[document], reference, value)


def test_an_owner_who_has_left_has_no_user_id(corrected: Any, validate: Any) -> None:
    owner = {
        "archived": True,
        "createdAt": "2026-01-01T00:00:00Z",
        "id": "1",
        "type": "PERSON",
        "updatedAt": "2026-01-01T00:00:00Z",
        "userId": None,
    }
    validate(corrected["v3/owners"], {"$ref": "#/components/schemas/PublicOwner"}, owner)


def test_numbers_have_the_same_size_in_every_version(corrected: Any) -> None:
    widths: dict[tuple[str, str, str], set[str]] = {}
    for name, document in corrected.items():
        for schema, definition in document["components"]["schemas"].items():
            for field, value in definition.get("properties", {}).items():
                if value.get("type") == "integer":
                    subject = name.partition("/")[2]
                    widths.setdefault((subject, schema, field), set()).add(value["format"])
    assert [field for field, formats in widths.items() if len(formats) > 1] == []
    assert widths["associations", "DateTime", "value"] == {"int64"}


def test_tokens_are_bearer_tokens(corrected: Any) -> None:
    for document in corrected.values():
        schemes = document["components"]["securitySchemes"]
        for scheme in ("private_apps", "private_apps_legacy"):
            declared = {
                key: value for key, value in schemes[scheme].items() if key != "description"
            }
            assert declared == {"type": "http", "scheme": "bearer"}
        assert schemes["oauth2"]["type"] == "oauth2"


def test_errors_are_json(corrected: Any) -> None:
    for document in corrected.values():
        components = document["components"]
        assert list(components["responses"]["Error"]["content"]) == ["application/json"]
        assert components["schemas"]["Error"]["x-specloom-error"] == {
            "message": "message",
            "category": "category",
            "correlationId": "correlationId",
            "context": "context",
            "details": "errors",
            "existingId": "Existing ID: (\\d+)",
        }


def test_lists_and_searches_of_records_declare_their_paging(
    name: str, corrected: Any, operations: Any
) -> None:
    places = {
        operation["operationId"].rpartition("_")[2]: operation["x-specloom-pagination"]
        for _, _, operation in operations(corrected[name])
        if "x-specloom-pagination" in operation
    }
    common = {"cursor": "after", "next": "/paging/next/after", "items": "/results"}
    window = places.get("doSearch", {}).pop("window", None)
    assert window is None or window["cap"] == 10_000
    history = places.get("getPage", {}).pop("sizeWith", None)
    assert history in (None, {"propertiesWithHistory": 50})
    size = {"size": "limit"} if history else {}
    assert places == {
        "getPage": {**common, **size, "in": "query"},
        "doSearch": {**common, "in": "body", "size": "limit", "total": "/total"},
    }


def test_every_response_with_a_cursor_is_paged(corrected: Any, operations: Any) -> None:
    unpaged: set[str] = set()
    for name, document in corrected.items():
        schemas = document["components"]["schemas"]
        for path, _, operation in operations(document):
            content = operation["responses"].get("200", {}).get("content", {})
            answer = content.get("application/json", {}).get("schema", {}).get("$ref", "/")
            fields = schemas.get(answer.rpartition("/")[2], {}).get("properties", {})
            if ("paging" in fields or "offset" in fields) != ("x-specloom-pagination" in operation):
                unpaged.add(f"{name.partition('/')[2]} {path.rpartition('}')[2]}")
    # It takes no cursor, although its response could contain one.
    assert unpaged == {"lists /memberships"}


def test_batches_of_records_declare_how_they_are_split(
    name: str, corrected: Any, operations: Any
) -> None:
    batches = {
        path.rpartition("/")[2]: operation["x-specloom-batch"]
        for path, _, operation in operations(corrected[name])
        if "x-specloom-batch" in operation
    }
    repeat = ["RATE_LIMITS", "RATE_LIMIT"]
    every = {"inputs": "inputs", "limit": 100, "errors": "/errors", "repeat": repeat}
    ids = ["/context/ids", "/context/id", "/id"]
    by_id = {"match": {"/id": "/id"}, "errorInputs": ids}
    trace = {"results": "/results", "correlationId": "objectWriteTraceId"}
    also = {"matchAlso": ["/properties/hs_merged_object_ids", "/properties/hs_additional_emails"]}
    traces = ["/context/objectWriteTraceId"]
    by_property = {"member": "idProperty", "in": "/properties"}
    written = {
        **every,
        **by_id,
        **trace,
        "matchBy": by_property,
        "errorInputs": [*traces, *ids],
        **also,
    }
    assert batches == {
        "create": {
            **every,
            **trace,
            "errorInputs": traces,
            "matchValues": {"/properties": "/properties"},
        },
        "update": written,
        "upsert": written,
        "read": {
            **every,
            **by_id,
            "results": "/results",
            "limitWith": {"propertiesWithHistory": 50},
            "matchBy": {**by_property, "ask": "properties"},
            **also,
        },
        "archive": {**every, **by_id},
    }


def test_other_batches_declare_how_they_are_split(corrected: Any, operations: Any) -> None:
    def limits(name: str) -> dict[str, int]:
        return {
            path.partition("/batch/")[2]: operation["x-specloom-batch"]["limit"]
            for path, _, operation in operations(corrected[name])
            if "x-specloom-batch" in operation
        }

    assert limits("v3/associations") == {"archive": 2000, "create": 2000, "read": 1000}
    assert (
        limits("v4/associations")
        == limits("2026-09/associations")
        == {
            "archive": 1000,
            "associate/default": 2000,
            "create": 2000,
            "labels/archive": 2000,
            "read": 1000,
        }
    )
    assert limits("2026-09/properties") == {"archive": 100, "create": 100, "read": 100}
    assert limits("v3/deal_splits") == limits("2026-09/deal_splits") == {"read": 100, "upsert": 100}
    assert limits("2026-03/lists") == {"read": 100}


def test_every_batch_is_split(corrected: Any, operations: Any) -> None:
    for name, document in corrected.items():
        schemas = document["components"]["schemas"]
        for path, method, operation in operations(document):
            content = operation.get("requestBody", {}).get("content", {})
            body = content.get("application/json", {}).get("schema", {}).get("$ref", "/")
            inputs = schemas.get(body.rpartition("/")[2], {}).get("properties", {}).get("inputs")
            # The schemas of object types are returned as a list, not as a batch.
            if name.partition("/")[2] != "schemas":
                assert ("x-specloom-batch" in operation) == (inputs is not None), (
                    name,
                    method,
                    path,
                )


def test_pages_have_their_limits(corrected: Any, operations: Any) -> None:
    limits: dict[int, set[object]] = {}
    for document in corrected.values():
        for _, _, operation in operations(document):
            for parameter in operation.get("parameters", []):
                if parameter["name"] == "limit":
                    schema = parameter["schema"]
                    limits.setdefault(schema.get("default", 0), set()).add(schema.get("maximum"))
    assert limits == {10: {100}, 500: {500}, 100: {None}, 0: {None}}


def test_partial_success_is_declared_for_every_batch_that_can_have_it(
    corrected: Any, operations: Any
) -> None:
    for name, document in corrected.items():
        schemas = document["components"]["schemas"]
        for path, method, operation in operations(document):
            bodies = [
                answer.get("content", {}).get("application/json", {}).get("schema", {})
                for answer in operation["responses"].values()
            ]
            answers = [body["$ref"].rpartition("/")[2] for body in bodies if "$ref" in body]
            is_batch = any(answer.startswith("BatchResponse") for answer in answers)
            place = f"{name} {method} {path}"
            assert ("207" in operation["responses"]) == is_batch, place
            if is_batch:
                reference = operation["responses"]["207"]["content"]["application/json"]["schema"]
                fields = schemas[reference["$ref"].rpartition("/")[2]]["properties"]
                assert {"errors", "numErrors"} <= set(fields), place


@EVERY_SAMPLE
def test_a_sample_is_valid_in_the_corrected_document(
    sample: str, corrected: Any, validate: Any
) -> None:
    name, root, status = BATCHES[sample]
    document = corrected[name]
    operation = document["paths"][f"{root}/batch/create"]["post"]
    request = json.loads((SAMPLES / sample / "request.json").read_text("utf-8"))
    response = json.loads((SAMPLES / sample / "response.json").read_text("utf-8"))
    body = operation["requestBody"]["content"]["application/json"]["schema"]
    answer = operation["responses"][status]["content"]["application/json"]["schema"]
    validate(document, body, request)
    validate(document, answer, response)
    assert set(response) <= set(declared(document, answer))


@pytest.mark.parametrize(
    "sample", ["calls-v3-batch-create.de-pt", "objects-2025-09-batch-create.es"]
)
def test_samples_with_errors_are_invalid_in_the_published_documents(
    sample: str, published: Any, validate: Any
) -> None:
    name, root, status = BATCHES[sample]
    operation = published[name]["paths"][f"{root}/batch/create"]["post"]
    responses = operation["responses"]
    answer = responses.get("207", responses[status])["content"]["application/json"]["schema"]
    response = json.loads((SAMPLES / sample / "response.json").read_text("utf-8"))
    with pytest.raises(jsonschema.ValidationError, match="missingScopes"):
        validate(published[name], answer, response)


def declared(document: Any, schema: Any) -> dict[str, Any]:
    """Return the properties of the schema of a `$ref`."""
    name = schema["$ref"].rpartition("/")[2]
    properties: dict[str, Any] = document["components"]["schemas"][name]["properties"]
    return properties


def test_the_folder_of_overlays_contains_only_overlays(overlays: tuple[Overlay, ...]) -> None:
    folder = Path(__file__).parents[2] / "specs" / "overlays"
    assert sorted(path.name for path in folder.iterdir()) == [overlay.path for overlay in overlays]
