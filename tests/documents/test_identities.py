"""Test that shared parts of documents are lowered once, without a difference in the result."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from specloom.cache.documents import CheckedDocument, Reader, dump_document
from specloom.check import check_documents
from specloom.diagnostics import Diagnostic, Location, Severity
from specloom.documents.document import Document
from specloom.emit.digest import digest
from specloom.interning.intern import intern
from specloom.ir import InternedApi
from specloom.lowering.lower import lower
from specloom.project.model import Package, Project, Source
from specloom.sharing.identities import Identities
from specloom.sharing.outlines import Outliner

TEXT = {"type": "string"}
THING = {
    "type": "object",
    "properties": {"name": TEXT, "next": {"$ref": "#/components/schemas/Thing"}},
}
BOX = {
    "type": "object",
    "description": "Where things are",
    "properties": {
        "things": {"type": "array", "items": {"$ref": "#/components/schemas/Thing"}},
        "size": {"type": "object", "properties": {"width": {"type": "integer"}}},
    },
}


def openapi(name: str, **schemas: Any) -> dict[str, Any]:
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Box"}}}
    return {
        "openapi": "3.1.0",
        "info": {"title": name, "version": "1"},
        "paths": {
            f"/{name}/{{id}}": {
                "get": {
                    "parameters": [{"name": "id", "in": "path", "required": True, "schema": TEXT}],
                    "responses": {"200": {"description": "ok", "content": content}},
                }
            }
        },
        "components": {"schemas": {"Thing": deepcopy(THING), "Box": deepcopy(BOX)} | schemas},
    }


def project(folder: Path, *roots: dict[str, Any]) -> tuple[Project, tuple[Document, ...]]:
    sources: list[Source] = []
    for root in roots:
        path = folder / f"{root['info']['title']}.json"
        path.write_text(json.dumps(root), encoding="utf-8")
        sources.append(Source(path, path.as_posix(), resource=path.stem))
    made = Project(Package("boxes", "boxes", "Boxes"), folder / "out", tuple(sources))
    return made, check_documents(made)


def said(interned: InternedApi) -> list[object]:
    parts = (interned.api, interned.implementations, interned.implementation_of, interned.home)
    return [*map(repr, parts), repr(interned.documents)]


ALTERED = {"type": "object", "properties": {"name": TEXT, "age": {"type": "integer"}}}
MERGED = {"allOf": [{"$ref": "#/components/schemas/Box"}, {"properties": {"more": TEXT}}]}
IGNORED = {"type": "object", "properties": {"a": {"type": "string", "not": {"const": "b"}}}}


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({}, id="all is equal"),
        pytest.param({"Thing": ALTERED}, id="what is referred to is another"),
        pytest.param({"Merged": MERGED}, id="a definition takes in another"),
        pytest.param({"Ignored": IGNORED}, id="something is warned of"),
        pytest.param({"Of": {"$ref": "#/components/schemas/Box/properties/size"}}, id="a part"),
    ],
)
def test_sharing_changes_nothing(tmp_path: Path, other: dict[str, Any]) -> None:
    roots = [
        openapi("first", Ignored=IGNORED),
        openapi("second", **other),
        openapi("third", **other),
    ]
    settings, documents = project(tmp_path, *roots)
    shared, apart = lower(documents, settings), lower(documents, settings, Identities())
    assert shared.warnings == apart.warnings
    assert said(intern(shared)) == said(intern(apart))


def answering(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    """Return a document with two calls whose response is a component."""
    root = openapi(name)
    answer = {"$ref": "#/components/responses/Answer"}
    for path in (f"/{name}/one", f"/{name}/two"):
        root["paths"][path] = {"get": {"responses": {"200": answer}}}
    content = {"application/json": {"schema": schema}}
    root["components"]["responses"] = {"Answer": {"description": "ok", "content": content}}
    return root


@pytest.mark.parametrize(
    "schema",
    [
        pytest.param({"type": "array", "items": TEXT}, id="a plain one"),
        pytest.param({"properties": {"name": TEXT}}, id="one with a class"),
        pytest.param({"type": "string", "not": {"const": "b"}}, id="one that is warned of"),
    ],
)
def test_a_response_among_the_components_is_as_it_is_in_each_document(
    tmp_path: Path, schema: dict[str, Any]
) -> None:
    settings, documents = project(
        tmp_path, *(answering(each, schema) for each in ("first", "second", "third"))
    )
    shared, apart = lower(documents, settings), lower(documents, settings, Identities())
    assert shared.warnings == apart.warnings
    assert said(intern(shared)) == said(intern(apart))


def test_an_equal_definition_is_owned_by_the_first_document(tmp_path: Path) -> None:
    _, documents = project(tmp_path, openapi("first"), openapi("second"))
    place = ("components", "schemas", "Box")
    assert Identities(documents).owners(documents[1])[place] is documents[0]


def test_what_reaches_something_else_has_no_common_owner(tmp_path: Path) -> None:
    _, documents = project(tmp_path, openapi("first"), openapi("second", Thing=ALTERED))
    place = ("components", "schemas", "Box")
    assert Identities(documents).owners(documents[1])[place] is documents[1]


@pytest.mark.parametrize("keyword", ["allOf", "discriminator"])
def test_what_is_connected_with_a_merge_is_not_shared(tmp_path: Path, keyword: str) -> None:
    merged = MERGED if keyword == "allOf" else BOX | {"discriminator": {"propertyName": "kind"}}
    _, documents = project(tmp_path, openapi("first", M=merged), openapi("second", M=merged))
    assert not any(
        place[-1] in ("M", "Box") for place in Identities(documents).owners(documents[1])
    )


def test_equal_parts_that_name_other_schemas_have_other_keys(tmp_path: Path) -> None:
    _, documents = project(tmp_path, openapi("first"), openapi("second", Thing=ALTERED))
    identities = Identities(documents)
    found: list[str | None] = []
    for document in documents:
        node = document.root_node().at(("components", "schemas", "Box", "properties", "things"))
        assert node is not None
        found.append(identities.key(node))
    assert None not in found and found[0] != found[1]


# --- whole operations ------------------------------------------------------------------------


PARAMETER = {"name": "size", "in": "query", "schema": {"type": "integer"}, "example": 3}
ANSWER = {
    "description": "ok",
    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Box"}}},
}


def acting(name: str) -> dict[str, Any]:
    """Return a document with an operation that uses every feature."""
    root = openapi(name)
    root["components"] |= {
        "parameters": {"Size": deepcopy(PARAMETER)},
        "responses": {"Answer": deepcopy(ANSWER)},
        "securitySchemes": {
            "key": {"type": "apiKey", "in": "header", "name": "key"},
            "other": {"type": "http", "scheme": "bearer"},
        },
    }
    root["paths"][f"/{name}/{{id}}/act"] = {
        "parameters": [{"name": "id", "in": "path", "required": True, "schema": TEXT}],
        "summary": "A path",
        "post": {
            "operationId": f"{name}Act",
            "tags": [name],
            "summary": f"Act on {name}",
            "security": [{"key": []}],
            "parameters": [
                {"$ref": "#/components/parameters/Size"},
                {"name": "deep", "in": "query", "schema": {"type": "boolean"}},
            ],
            "requestBody": {
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}
            },
            "responses": {"200": {"$ref": "#/components/responses/Answer"}},
        },
    }
    return root


def _act(root: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = root["paths"][f"/{root['info']['title']}/{{id}}/act"]
    return found


CHANGES: dict[str, Callable[[dict[str, Any]], object]] = {
    "nothing": lambda root: None,
    "method": lambda root: _act(root).update(put=_act(root).pop("post")),
    "operationId": lambda root: _act(root)["post"].update(operationId="another"),
    "tags": lambda root: _act(root)["post"].update(tags=["another"]),
    "summary": lambda root: _act(root)["post"].update(summary="Another"),
    "no summary": lambda root: _act(root)["post"].pop("summary"),
    "description": lambda root: _act(root)["post"].update(description="Another"),
    "security": lambda root: _act(root)["post"].update(security=[{"other": []}]),
    "no security": lambda root: _act(root)["post"].pop("security"),
    "deprecated": lambda root: _act(root)["post"].update(deprecated=True),
    "extension": lambda root: _act(root)["post"].update({"x-specloom-idempotent": True}),
    "servers": lambda root: _act(root)["post"].update(servers=[{"url": "https://x.example"}]),
    "callbacks": lambda root: _act(root)["post"].update(callbacks={"on": {}}),
    "parameter": lambda root: _act(root)["post"]["parameters"][1].update(required=True),
    "one more parameter": lambda root: _act(root)["post"]["parameters"].append(
        {"name": "more", "in": "header", "schema": TEXT}
    ),
    "parameter of the components": lambda root: root["components"]["parameters"]["Size"].update(
        required=True
    ),
    "parameter of the path": lambda root: _act(root)["parameters"].append(
        {"name": "all", "in": "query", "schema": TEXT}
    ),
    "summary of the path": lambda root: _act(root).update(summary="Another"),
    "servers of the path": lambda root: _act(root).update(servers=[{"url": "https://x.example"}]),
    "body": lambda root: _act(root)["post"]["requestBody"].update(required=True),
    "answer": lambda root: _act(root)["post"]["responses"].update({"404": {"description": "none"}}),
    "answer of the components": lambda root: root["components"]["responses"]["Answer"].update(
        description="Another"
    ),
    "headers of an answer": lambda root: root["components"]["responses"]["Answer"].update(
        headers={"etag": {"schema": TEXT}}
    ),
    "links of an answer": lambda root: root["components"]["responses"]["Answer"].update(
        links={"next": {"operationId": "another"}}
    ),
    "definition": lambda root: root["components"]["schemas"].update(Thing=ALTERED),
}


@pytest.mark.parametrize("change", CHANGES)
def test_an_operation_is_as_its_document_has_it(tmp_path: Path, change: str) -> None:
    roots = [acting("first"), acting("second"), acting("third")]
    CHANGES[change](roots[1])
    settings, documents = project(tmp_path, *roots)
    shared, apart = lower(documents, settings), lower(documents, settings, Identities())
    assert shared.warnings == apart.warnings
    assert said(intern(shared)) == said(intern(apart))
    path = "operations.json"
    assert digest(documents, path, Identities(documents)) == digest(documents, path)


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_seen_in_the_key(tmp_path: Path, change: str) -> None:
    one, other = acting("first"), acting("second")
    CHANGES[change](other)
    _, documents = project(tmp_path, one, other)
    identities = Identities(documents)
    keys = [[key for *_, key in identities.operations(each)][-1] for each in documents]
    assert None not in keys
    # What an operation declares itself is read for each.
    own = ("nothing", "operationId", "tags", "summary", "no summary", "description")
    assert (keys[0] == keys[1]) is (change in (*own, "security", "no security"))


def test_examples_do_not_tell_operations_apart(tmp_path: Path) -> None:
    one, other = acting("first"), acting("second")
    other["components"]["parameters"]["Size"]["example"] = 4
    for content in other["components"]["responses"]["Answer"]["content"].values():
        content["examples"] = {"one": {"value": {"things": []}}}
    _, documents = project(tmp_path, one, other)
    identities = Identities(documents)
    first, second = ([key for *_, key in identities.operations(each)] for each in documents)
    assert first == second


def test_an_operation_that_refers_into_another_part_has_no_key(tmp_path: Path) -> None:
    one, other = acting("first"), acting("second")
    for root in (one, other):
        part = {"$ref": "#/components/schemas/Box/properties/size"}
        _act(root)["post"]["parameters"][1]["schema"] = part
    _, documents = project(tmp_path, one, other)
    assert [key for *_, key in Identities(documents).operations(documents[1])][-1] is None


# --- cached documents --------------------------------------------------------------------------


def test_a_cached_document_is_what_it_was(tmp_path: Path) -> None:
    _, documents = project(tmp_path, acting("first"), acting("second"))
    inserted = Location("more.yaml", ("actions", "0", "update"))
    origins = {("components", "schemas", "Box"): inserted, ("paths",): inserted}
    finding = Diagnostic("a", "b", "c", inserted, Severity.WARNING)
    reader = Reader()
    for each in documents:
        each = replace(each, origins=origins, findings=(finding,))
        checked = CheckedDocument(each, Outliner().outline(each), (1, 3), (2,))
        made = reader.load(dump_document(checked))
        assert (made.outline, made.used, made.selected_by) == (checked.outline, (1, 3), (2,))
        assert json.dumps(made.document.root) == json.dumps(each.root)
        for name in ("path", "origins", "findings"):
            assert getattr(made.document, name) == getattr(each, name)


def test_equal_definitions_of_cached_documents_are_one_value(tmp_path: Path) -> None:
    roots = (openapi("first"), openapi("second"), openapi("third", Thing=ALTERED))
    _, documents = project(tmp_path, *roots)
    reader = Reader()
    made = [reader.load(dump_document(CheckedDocument(each))).document for each in documents]
    nodes = [each.root_node()["components"]["schemas"]["Thing"] for each in made]
    assert nodes[0].value is nodes[1].value
    assert nodes[2].value == ALTERED


@pytest.mark.parametrize("components", [None, {}, {"schemas": {}}, {"responses": {}}])
def test_a_document_without_definitions_is_cached(components: dict[str, Any] | None) -> None:
    root: dict[str, Any] = {"openapi": "3.1.0"}
    if components is not None:
        root["components"] = components
    made = Reader().load(dump_document(CheckedDocument(Document("a.json", root))))
    assert (made.document.root, made.outline) == (root, None)
