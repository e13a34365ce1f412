"""Call every operation of every document with both clients, and compare with the document.

The expected values come from the documents; the package only says how each operation is called.
"""

from __future__ import annotations

import asyncio
import json
import os
import re
from email import message_from_bytes
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

import pytest
import yaml
from hubspot_crm import BatchOptions
from hubspot_crm._core.codec.decoding import Model
from msgspec.structs import astuple, replace
from specloom.cache import user_cache
from specloom.coverage.reached import among
from specloom.coverage.walk import walk
from specloom.documents.document import Document
from specloom.ir import Scalar
from specloom.pipeline import Compiled, call_map, check_documents, compile_documents
from specloom.project.file import load_project
from specloom.published import load_published
from specloom.python.clients.published import with_pinned
from specloom.python.operations.calls import OperationCall

from tests.support.json_equal import normalised
from tests.support.loopback import Answer, Loopback, RecordedRequest, json_answer

SPECS = Path(__file__).parent.parent.parent / "specs"
METHODS = ("get", "put", "post", "delete", "patch", "head", "options", "trace")


class Declared(NamedTuple):
    """An operation of a document, with references followed."""

    document: str
    method: str
    path: str
    operation: Any
    root: Any


@cache
def checked() -> tuple[Document, ...]:
    return check_documents(load_project(SPECS / "specloom.toml"), cache=user_cache())


@cache
def documents() -> dict[str, Any]:
    """Return the documents as published, with overlays applied, by path."""
    return {document.path: document.root for document in checked()}


@cache
def compiled() -> Compiled:
    project = load_project(SPECS / "specloom.toml")
    published = load_published(project.output, project.package.module)
    return compile_documents(checked(), replace(project, published=with_pinned(published, project)))


@cache
def calls() -> dict[tuple[str, str, str], OperationCall]:
    return {(each.document, each.method, each.path): each for each in call_map(compiled())}


def declared(document: str) -> list[Declared]:
    """Return the operations of a document."""
    root = documents()[document]
    return [
        Declared(document, method.upper(), path, item[method], root)
        for path, item in root["paths"].items()
        for method in METHODS
        if method in item
    ]


PATHS = sorted(SPECS.glob("documents/*/*.json"))
RECORDS = frozenset(yaml.safe_load((SPECS / "tables" / "objects.yaml").read_text("utf-8")))
NEWEST = "2026-09"


def _document(path: Path) -> Any:
    """Return the parameter for a document. The quick tests call those of records in the newest version only."""
    is_like_newest = path.stem in RECORDS and path.parent.name != NEWEST
    marks = [pytest.mark.whole] if is_like_newest else []
    return pytest.param(str(path), id=f"{path.parent.name}/{path.stem}", marks=marks)


every_document = pytest.mark.parametrize("document", list(map(_document, PATHS)))


def follow(value: Any, root: Any) -> Any:
    while isinstance(value, dict) and "$ref" in value:
        found = root
        for token in value["$ref"].removeprefix("#/").split("/"):
            found = found[token.replace("~1", "/").replace("~0", "~")]
        value = found
    return value


def example(media: Any, root: Any) -> Any:
    """Return the example of a body; the documents have one for each."""
    if "example" in media:
        return media["example"]
    return next(follow(each, root)["value"] for each in media["examples"].values())


def parameter_value(parameter: Any, root: Any) -> Scalar | list[str]:
    schema = follow(parameter["schema"], root)
    if schema.get("enum"):
        return schema["enum"][0]  # type: ignore[no-any-return]
    if schema.get("format") == "date-time":
        return "2026-05-04T03:02:01Z"
    match schema.get("type"):
        case "array":
            return ["one", "two words"]
        case "boolean":
            return True
        case "integer":
            return 7
        case _:
            return "a/b ü" if parameter["in"] == "path" else "a&b ü"


class Expected(NamedTuple):
    """What is sent for an operation, and what is returned."""

    target: str
    query: list[tuple[str, str]]
    body: Any
    arguments: dict[str, Any]
    resource_arguments: list[Any]
    answer: Answer
    value: Any


def expect(operation: Declared) -> Expected:
    call = calls()[operation.document, operation.method, operation.path]
    root, item = operation.root, operation.root["paths"][operation.path]
    parameters = [
        follow(each, root)
        for each in [*item.get("parameters", []), *operation.operation.get("parameters", [])]
    ]
    by_name = {(each["in"], each["name"]): parameter_value(each, root) for each in parameters}
    values = dict(by_name) | {("path", name): value for name, value in call.bound}
    path = operation.path
    for (place, name), value in values.items():
        if place == "path":
            path = path.replace(f"{{{name}}}", quote(str(value), safe=""))
    body, arguments = _body(operation, call)
    by_position = iter([each for each in call.arguments if each.place == "path"])
    for each in call.arguments:
        if each.place == "path":
            arguments[next(by_position).python_name] = values["path", each.wire_name]
        elif each.place == "query":
            arguments[each.python_name] = values["query", each.wire_name]
    query = [
        (each["name"], _text(value))
        for each in parameters
        if each["in"] == "query"
        for value in _sent(each, values["query", each["name"]])
    ]
    answer, value = _answer(operation)
    opened = [values["path", each.wire_name] for each in call.resource_arguments]
    return Expected(path, query, body, arguments, opened, answer, value)


def _sent(parameter: Any, value: Any) -> list[str]:
    """Return the values of a parameter of the query: one for each element, or all in one."""
    values = _each(value)
    return values if parameter.get("explode", True) else [",".join(values)]


def _each(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _text(value: Any) -> str:
    return ("true" if value else "false") if isinstance(value, bool) else str(value)


def _body(operation: Declared, call: OperationCall) -> tuple[Any, dict[str, Any]]:
    declared_body = follow(operation.operation.get("requestBody"), operation.root)
    if declared_body is None:
        return None, {}
    [media] = declared_body["content"].values()
    body = example(media, operation.root)
    members = [each for each in call.arguments if each.place == "body"]
    if len(members) == 1 and members[0].wire_name == "":
        return body, {members[0].python_name: body}
    assert set(body) <= {each.wire_name for each in members}
    properties = follow(media["schema"], operation.root).get("properties", {})
    files = {name for name, each in properties.items() if '"format": "binary"' in json.dumps(each)}
    return body, {
        each.python_name: (
            body[each.wire_name].encode() if each.wire_name in files else body[each.wire_name]
        )
        for each in members
        if each.wire_name in body
    }


def sent_body(request: RecordedRequest) -> Any:
    """Return the body of a request; of a form, its parts by name."""
    if not request.body:
        return None
    media_type = request.headers["content-type"]
    if media_type == "text/plain":
        return request.body.decode()
    if not media_type.startswith("multipart/form-data"):
        assert media_type == "application/json"
        return request.json()
    head = f"Content-Type: {media_type}\r\n\r\n".encode()
    parts = message_from_bytes(head + request.body).get_payload()
    assert isinstance(parts, list)
    return {
        part.get_param("name", header="content-disposition"): part.get_payload(decode=True).decode()
        for part in parts
    }


def _answer(operation: Declared) -> tuple[Answer, Any]:
    status, response = next(
        (int(status), follow(response, operation.root))
        for status, response in operation.operation["responses"].items()
        if status.startswith("2")
    )
    if "application/octet-stream" in response.get("content", {}):
        file = b"content of a file"
        return Answer(status, file, {"Content-Type": "application/octet-stream"}), file
    content = response.get("content", {}).get("application/json")
    if content is None:
        return Answer(status), None
    value = example(content, operation.root)
    return json_answer(value, status=status), value


def reach(client: Any, call: OperationCall, opened: list[Any]) -> Any:
    """Return the bound method of a call, through its resources."""
    found = client
    for word in call.call.split("."):
        name, _, arguments = word.partition("(")
        found = getattr(found, name)
        if arguments:
            found = found(*opened)
    return found


def first_page(pager: Any) -> Any:
    return next(iter(pager.pages()))


async def first_page_async(pager: Any) -> Any:
    return await anext(aiter(pager.pages()))


def plainly(call: OperationCall) -> dict[str, Any]:
    """Return the arguments that make a batch a single request."""
    return {"batching": BatchOptions(single=True)} if call.batches else {}


def only_answer(outcome: Any) -> Any:
    [answer] = outcome.answers
    assert len(outcome.failed) == len(outcome.unsent) == 0
    return answer


def call_sync(client: Any, operation: Declared, expected: Expected) -> Any:
    call = calls()[operation.document, operation.method, operation.path]
    method = reach(client, call, expected.resource_arguments)
    answer = method(**expected.arguments, **plainly(call))
    if call.batches:
        return only_answer(answer)
    return first_page(answer) if call.pages else answer


async def call_async(client: Any, operation: Declared, expected: Expected) -> Any:
    call = calls()[operation.document, operation.method, operation.path]
    method = reach(client, call, expected.resource_arguments)
    answer = method(**expected.arguments, **plainly(call))
    if call.batches:
        return only_answer(await answer)
    return await (first_page_async(answer) if call.pages else answer)


def record(operation: Declared) -> None:
    """Record an operation as tested, if `SPECLOOM_TESTED` is the path of a file."""
    file = os.environ.get("SPECLOOM_TESTED")
    if file:
        with open(file, "a", encoding="utf-8") as lines:
            lines.write(f"{operation.document}\t{operation.method}\t{operation.path}\n")


def check(request: RecordedRequest, value: Any, operation: Declared, expected: Expected) -> None:
    """Compare what was sent and what was returned with the document."""
    at = f"{operation.document} {operation.method} {operation.path}"
    assert (request.method, request.path) == (operation.method, expected.target), at
    assert sorted(request.query) == sorted(expected.query), at
    assert request.headers["authorization"] == "Bearer token", at
    assert sent_body(request) == expected.body, at
    assert ("content-type" in request.headers) == (expected.body is not None), at
    if expected.value is None or isinstance(expected.value, bytes):
        assert value == expected.value, at
    else:
        assert isinstance(value, Model), at
        assert not misfits(value), at
        assert normalised(json.loads(value.to_json())) == normalised(expected.value), at


def misfits(value: Any) -> list[Any]:
    """Return all values in a response that differ from their declared types."""
    match value:
        case Model():
            below = [misfits(getattr(value, name)) for name in value.__struct_fields__]
            return [
                *value.misfits.items(),
                *value.unknown_fields,
                *(each for one in below for each in one),
            ]
        case list():
            return [each for element in value for each in misfits(element)]
        case dict():
            return [each for element in value.values() for each in misfits(element)]
        case _:
            return []


@every_document
def test_sync_requests_are_as_documented_and_responses_are_decoded(document: str) -> None:
    operations = declared(document)
    module = import_module(calls()[document, operations[0].method, operations[0].path].module)
    with (
        Loopback() as server,
        module.HubSpot("token", base_url=server.url, rate_limiter=None) as client,
    ):
        for operation in operations:
            expected = expect(operation)
            server.answer(expected.answer)
            value = call_sync(client, operation, expected)
            check(server.requests[-1], value, operation, expected)
        assert len(server.requests) == len(operations)
        assert server.connections == 1


@every_document
def test_async_requests_are_as_documented_and_responses_are_decoded(document: str) -> None:
    operations = declared(document)
    module = import_module(calls()[document, operations[0].method, operations[0].path].module)

    async def run(server: Loopback) -> None:
        async with module.AsyncHubSpot("token", base_url=server.url, rate_limiter=None) as client:
            for operation in operations:
                expected = expect(operation)
                server.answer(expected.answer)
                value = await call_async(client, operation, expected)
                check(server.requests[-1], value, operation, expected)
                record(operation)

    with Loopback() as server:
        asyncio.run(run(server))
        assert len(server.requests) == len(operations)
        assert server.connections == 1


def test_every_operation_of_the_documents_has_one_call() -> None:
    wanted = [
        (each.document, each.method, each.path) for name in documents() for each in declared(name)
    ]
    assert len(wanted) == 1_893 + 735
    assert sorted(wanted) == sorted(calls())
    reached = [(each.module, each.call) for each in calls().values()]
    assert len(reached) == len(set(reached))


def test_an_operation_has_one_name_in_all_object_types_and_versions() -> None:
    """Under the root of a record type, the same method and path have the same call everywhere."""
    words: dict[tuple[str, str], set[str]] = {}
    for call in calls().values():
        root = re.match(r"/crm/(v3/objects|objects/(2\d{3}-\d\d|v3))/[^/]+", call.path)
        if root and not call.call.startswith(("associations", "deal_splits")):
            below = re.sub(r"\{[^}]*\}", "{}", call.path[root.end() :])
            name = call.call.partition(".")[2]
            words.setdefault((call.method, below), set()).add(name)
    assert len(words) > 15
    assert {key: names for key, names in words.items() if len(names) > 1} == {}


def test_errors_are_declared_and_decoded() -> None:
    body = {
        "status": "error",
        "message": "No record has this id",
        "category": "OBJECT_NOT_FOUND",
        "correlationId": "0b1f9d2c-6a3e-4c58-9e77-2d4f8a60c135",
    }
    from hubspot_crm import NotFoundError, v3

    with Loopback() as server:
        server.answer_json(body, status=404)
        with v3.HubSpot("token", base_url=server.url, rate_limiter=None) as client:
            with pytest.raises(NotFoundError) as caught:
                client.tasks.get("512")
    error = caught.value
    assert (error.status, error.category) == (404, "OBJECT_NOT_FOUND")
    assert error.correlation_id == body["correlationId"]
    assert isinstance(error.body, v3.models.Error)
    assert error.body.message == "No record has this id"


def test_the_clients_of_every_version_reach_every_operation() -> None:
    for module in sorted({each.module for each in calls().values()}):
        here = [each for each in calls().values() if each.module == module]
        for name in ("HubSpot", "AsyncHubSpot"):
            reached = walk(getattr(import_module(module), name), "hubspot_crm")
            assert list(among(here, map(astuple, reached))) == here
