"""Test that the stand-in responds to every documented operation as its document says, and rejects
the rest."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest
from hubspot_crm._core.transport import DEFAULT_TIMEOUT, Request, Response
from hubspot_crm.testing import StandIn
from hubspot_crm.testing._calls import Documents, Refusal
from hubspot_crm.testing._calls import documents as known

from tests.package.test_every_operation import Declared, declared, every_document, follow

HEADERS = (("Authorization", "Bearer token"), ("Content-Type", "application/json"))
TYPES = {"toObjectType": "companies", "toObjectTypeId": "0-2", "fromObjectTypeId": "0-1"}
# The ids of an example may refer to records that do not exist.
UNKNOWN_RECORDS = {(404, "OBJECT_NOT_FOUND"), (400, "VALIDATION_ERROR")}


def send(
    crm: StandIn, method: str, path: str, body: object = None, headers: Any = HEADERS
) -> Response:
    content = None if body is None else json.dumps(body).encode()
    url = f"https://api.hubapi.com{path}"
    return crm.handle(Request(method, url, url, headers, content, DEFAULT_TIMEOUT))


def path_of(crm: StandIn, operation: Declared) -> str:
    """Return the path with existing types and with records that were added before."""
    contact = crm.create("contacts", {"firstname": "Ada"})
    company = crm.create("companies", {"name": "Engines"}, contact)
    item = operation.root["paths"][operation.path]
    path = operation.path
    for each in [*item.get("parameters", []), *operation.operation.get("parameters", [])]:
        parameter = follow(each, operation.root)
        if parameter["in"] == "path":
            name = parameter["name"]
            value = TYPES.get(name) or ("contacts" if "objecttype" in name.lower() else contact)
            if name == "toObjectId":
                value = company
            if name in ("associationType", "pipelineId", "associationTypeId"):
                value = "1" if name != "associationType" else "contact_to_company"
            path = path.replace(f"{{{name}}}", value)
    return path


def example_of(operation: Declared) -> Any:
    body = follow(operation.operation.get("requestBody", {}), operation.root)
    media = body.get("content", {}).get("application/json", {})
    if "example" in media:
        return media["example"]
    found = [follow(each, operation.root)["value"] for each in media.get("examples", {}).values()]
    return found[0] if found else None


def declared_type(operation: Declared, status: int) -> Any:
    """Return the type that decodes the response of a status, from the digest of the documents."""
    place = documents_tree(operation.path)
    [number, *_] = place[f"/{operation.method.lower()}"]
    found = known()._operations[number]  # pyright: ignore[reportPrivateUsage]
    schema = found._responses.get(status)  # pyright: ignore[reportPrivateUsage]
    return (
        None if schema is None else found._schemas.type(schema)
    )  # pyright: ignore[reportPrivateUsage]


def documents_tree(path: str) -> Any:
    branch = known()._root  # pyright: ignore[reportPrivateUsage]
    for segment in path.split("/")[1:]:
        branch = branch["{}" if segment.startswith("{") else segment]
    return branch


@every_document
def test_every_operation_is_answered(document: str) -> None:
    answered = 0
    for operation in declared(document):
        crm = StandIn()
        body = example_of(operation)
        headers = HEADERS
        for media_type in ("multipart/form-data", "text/plain"):
            if media_type in str(operation.operation.get("requestBody", {})):
                body, headers = "form", (HEADERS[0], ("Content-Type", media_type))
        response = send(crm, operation.method, path_of(crm, operation), body, headers)
        where = f"{operation.method} {operation.path}: {response.status} {response.content[:300]!r}"
        if response.status >= 300:
            error = json.loads(response.content)
            assert (response.status, error["category"]) in UNKNOWN_RECORDS, where
            assert error["message"] and error["correlationId"], where
            assert not error["message"].startswith(("There is no", "Invalid input")), where
        else:
            kind = declared_type(operation, response.status)
            if kind is None:
                assert response.content == b"" or response.status == 207, where
            else:
                try:
                    msgspec.json.decode(response.content, type=kind)
                except msgspec.ValidationError as error:
                    pytest.fail(f"{where}: {error}")
        answered += 1
    assert answered


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "text"),
    [
        ("GET", "/crm/objects/2026-09/tasks/1/nothing", None, 404, "There is no GET"),
        ("PUT", "/crm/objects/2026-09/tasks", None, 405, "There is no PUT"),
        ("GET", "/crm/objects/2026-09/tasks?colour=red", None, 400, "Unknown parameter: colour"),
        ("GET", "/crm/objects/2026-09/tasks?limit=many", None, 400, "limit"),
        ("GET", "/crm/objects/2026-09/tasks?limit=101", None, 400, "limit"),
        ("POST", "/crm/objects/2026-09/tasks", {}, 400, "properties"),
        ("POST", "/crm/objects/2026-09/tasks", {"properties": {"a": 1}}, 400, "$.properties"),
        ("POST", "/crm/objects/2026-09/tasks", {"properties": {"a": "x" * 65_537}}, 400, "65536"),
        ("POST", "/crm/objects/2026-09/tasks/search", {"limit": 201}, 400, "limit"),
        ("POST", "/crm/objects/2026-09/tasks/search", {"filterGroups": [{}] * 6}, 400, "filter"),
        (
            "POST",
            "/crm/objects/2026-09/tasks/batch/read",
            {"inputs": [{"id": "1"}] * 101},
            400,
            "100",
        ),
        ("POST", "/crm/objects/2026-09/tasks", None, 400, "JSON"),
        ("GET", "/crm/objects/2026-09/unheard-of", None, 400, "Unable to infer object type"),
    ],
)
def test_what_the_documents_forbid_is_refused(
    method: str, path: str, body: object, status: int, text: str
) -> None:
    response = send(StandIn(), method, path, body)
    error = json.loads(response.content)
    assert (response.status, text in error["message"]) == (status, True), error["message"]
    assert error["category"] == {404: "OBJECT_NOT_FOUND", 405: "METHOD_NOT_ALLOWED"}.get(
        status, "VALIDATION_ERROR"
    )
    assert error["correlationId"]


def test_fewer_records_are_read_with_their_history() -> None:
    body = {"inputs": [{"id": "1"}] * 51, "propertiesWithHistory": ["email"]}
    response = send(StandIn(), "POST", "/crm/objects/2026-09/contacts/batch/read", body)
    assert response.status == 400 and b"at most 50 inputs" in response.content


def test_the_version_decides_which_rules_hold() -> None:
    crm = StandIn()
    assert send(crm, "GET", "/crm/v4/associations/contacts/companies/types").status == 404
    assert send(crm, "GET", "/crm/v3/associations/contacts/companies/types").status == 200


def test_a_request_without_a_token_is_refused() -> None:
    response = send(StandIn(), "GET", "/crm/objects/2026-09/tasks", headers=())
    assert response.status == 401
    assert json.loads(response.content)["category"] == "INVALID_AUTHENTICATION"


@pytest.mark.parametrize(
    ("responses", "status", "body"),
    [
        ({}, 204, None),
        ({"2XX": "string"}, 200, "text"),
        ({"202": None}, 202, None),
        ({"200": {"type": "array", "items": "integer"}}, 200, [1]),
        ({"200": 0}, 200, {"id": 1, "parts": [{"id": 1}]}),
        ({"200": {"oneOf": ["boolean"]}}, 200, False),
        ({"200": {"type": "string", "default": "DRAFT"}}, 200, "DRAFT"),
        ({"200": ["null", "string"]}, 200, "text"),
        ({"200": {}}, 200, "text"),
    ],
)
def test_any_family_of_apis_is_answered(responses: Any, status: int, body: Any) -> None:
    paths = {"forms": {"v3": {"{}": {"/get": [0]}}}}
    parts = {"type": "array", "items": 0}
    form = {"required": {"id": "integer"}, "optional": {"parts": parts}}
    known = Documents({"paths": paths, "operations": [{"responses": responses}], "schemas": [form]})
    url = "https://api.hubapi.com/forms/v3/7"
    call = known.call(Request("GET", url, url, HEADERS, None, DEFAULT_TIMEOUT))
    assert (call.status, call.operation.answer()) == (status, body)
    for wrong in ("", "/7/7", "/7/%2Fget"):  # a segment is no method
        url = f"https://api.hubapi.com/forms/v3{wrong}"
        with pytest.raises(Refusal, match="There is no GET"):
            known.call(Request("GET", url, url, HEADERS, None, DEFAULT_TIMEOUT))
