"""What documents share is lowered once, and nothing tells the difference."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from specloom.check import check_documents
from specloom.documents.alike import Alike
from specloom.documents.document import Document
from specloom.interning.intern import intern
from specloom.ir import InternedApi
from specloom.lowering.lower import lower
from specloom.project import Package, Project, Source

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
    shared, apart = lower(documents, settings), lower(documents, settings, Alike())
    assert shared.warnings == apart.warnings
    assert said(intern(shared)) == said(intern(apart))


def answering(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    """A document with two calls that have an answer among the components."""
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
def test_an_answer_among_the_components_is_as_it_is_in_each_document(
    tmp_path: Path, schema: dict[str, Any]
) -> None:
    settings, documents = project(
        tmp_path, *(answering(each, schema) for each in ("first", "second", "third"))
    )
    shared, apart = lower(documents, settings), lower(documents, settings, Alike())
    assert shared.warnings == apart.warnings
    assert said(intern(shared)) == said(intern(apart))


def test_an_equal_definition_has_the_first_document_for_its_home(tmp_path: Path) -> None:
    _, documents = project(tmp_path, openapi("first"), openapi("second"))
    place = ("components", "schemas", "Box")
    assert Alike(documents).homes(documents[1])[place] is documents[0]


def test_what_reaches_something_else_has_no_common_home(tmp_path: Path) -> None:
    _, documents = project(tmp_path, openapi("first"), openapi("second", Thing=ALTERED))
    place = ("components", "schemas", "Box")
    assert Alike(documents).homes(documents[1])[place] is documents[1]


@pytest.mark.parametrize("keyword", ["allOf", "discriminator"])
def test_what_is_tied_to_a_merge_is_not_shared(tmp_path: Path, keyword: str) -> None:
    merged = MERGED if keyword == "allOf" else BOX | {"discriminator": {"propertyName": "kind"}}
    _, documents = project(tmp_path, openapi("first", M=merged), openapi("second", M=merged))
    assert not any(place[-1] in ("M", "Box") for place in Alike(documents).homes(documents[1]))


def test_equal_parts_that_name_other_schemas_have_other_keys(tmp_path: Path) -> None:
    _, documents = project(tmp_path, openapi("first"), openapi("second", Thing=ALTERED))
    alike = Alike(documents)
    found: list[str | None] = []
    for document in documents:
        node = document.root_node().at(("components", "schemas", "Box", "properties", "things"))
        assert node is not None
        found.append(alike.key(node))
    assert None not in found and found[0] != found[1]
