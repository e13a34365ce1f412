"""Test that documents that share their equal parts are prepared as each of them alone."""

from __future__ import annotations

import copy
from pathlib import Path

import msgspec
import pytest
from specloom.documents.document import Document, Json
from specloom.documents.overlays.overlay import Application, load_overlay
from specloom.documents.parts import Parts
from specloom.documents.pointers import lookup
from specloom.documents.prepare import prepare

from tests.documents.support import document
from tests.documents.test_references import COMPLETE
from tests.documents.test_validate import VALID, pointers


def alone(root: dict[str, Json]) -> Document:
    return prepare(Document("api.yaml", copy.deepcopy(root)))


def sharing(root: dict[str, Json], parts: Parts) -> Document:
    made = Document("api.yaml", copy.deepcopy(root))
    parts.share(made)
    return prepare(made, parts=parts)


def same(root: dict[str, Json], parts: Parts) -> bool:
    """Return whether a document is prepared equally with and without other documents."""
    left, right = alone(root), sharing(root, parts)
    return (
        msgspec.json.encode(left.root) == msgspec.json.encode(right.root)
        and left.findings == right.findings
        and left.origins == right.origins
    )


@pytest.mark.parametrize("wrong", [None, "x", {}, {"$ref": "#/components/schemas"}], ids=repr)
@pytest.mark.parametrize("text", [COMPLETE, VALID], ids=["complete", "valid"])
def test_a_wrong_value_anywhere_has_the_same_findings_beside_other_documents(
    text: str, wrong: Json
) -> None:
    original = document(text).root
    parts = Parts()
    assert same(original, parts)
    before = {id(each): msgspec.json.encode(each) for each in parts.of(sharing(original, parts))}
    for pointer in pointers(original):
        root = copy.deepcopy(original)
        around = Document("", root).root_node().at(pointer[:-1])
        assert around is not None
        if isinstance(around.value, dict):
            around.value[pointer[-1]] = copy.deepcopy(wrong)
        elif isinstance(around.value, list):
            around.value[int(pointer[-1])] = copy.deepcopy(wrong)
        assert same(root, parts), pointer
    assert same(original, parts)
    assert before
    for each in parts.of(sharing(original, parts)):
        assert before[id(each)] == msgspec.json.encode(each)


BODY = "content: {application/x-www-form-urlencoded: {schema: {type: object, properties: {}}}}"


@pytest.mark.parametrize(
    "second",
    [
        # A parameter that becomes a part of a body which the first document has as well.
        f"""
paths:
  /a:
    post:
      parameters: [{{name: more, in: formData, type: string}}]
      requestBody: {{{BODY}}}
      responses: {{'200': {{description: ok}}}}
""",
        # A reference into a part, to an object of another kind.
        """
paths:
  /a:
    get:
      parameters: [{$ref: '#/components/parameters/A/schema'}]
      responses: {'200': {description: ok}}
components:
  parameters: {A: {name: a, in: query, schema: {type: string}}}
""",
        # A target that only the first document has.
        """
paths:
  /a:
    get:
      responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/B'}}}}}
""",
        # A path parameter that the second path does not have.
        """
paths:
  /b:
    get:
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {'200': {description: ok}}
""",
        # Equal schemas, of which one closes a circle.
        """
paths: {}
components:
  schemas:
    B: {allOf: [{$ref: '#/components/schemas/C'}]}
    C: {allOf: [{$ref: '#/components/schemas/B'}]}
""",
    ],
    ids=["body", "kind", "target", "path parameter", "circle"],
)
def test_a_part_that_is_valid_in_one_document_is_examined_in_another(second: str) -> None:
    first = document(f"""
paths:
  /a/{{id}}:
    post:
      parameters: [{{name: id, in: path, required: true, schema: {{type: string}}}}]
      requestBody: {{{BODY}}}
      responses:
        '200': {{description: ok, content: {{application/json: {{schema: {{$ref: '#/components/schemas/B'}}}}}}}}
components:
  parameters: {{A: {{name: a, in: query, schema: {{type: string}}}}}}
  schemas:
    B: {{allOf: [{{$ref: '#/components/schemas/C'}}]}}
    C: {{type: object}}
""").root
    parts = Parts()
    for root in (first, document(second).root, first):
        assert same(root, parts)
    assert not alone(first).findings
    assert alone(document(second).root).findings


def test_an_overlay_changes_a_part_only_where_it_matches(tmp_path: Path) -> None:
    text = """
paths:
  {path}:
    get:
      responses: {{'200': {{description: ok, content: {{application/json: {{schema: {{type: string}}}}}}}}}}
components:
  schemas:
    A: {{type: object, properties: {{a: {{type: string}}}}}}
"""
    overlay = tmp_path / "overlay.yaml"
    overlay.write_text(
        """\
overlay: 1.0.0
info: {title: Only one path, version: '1'}
actions:
- target: $.paths['/b'].get.responses['200'].content['application/json'].schema
  update: {format: date}
- target: $.components.schemas[?@.properties.a].properties.a
  update: {maxLength: 5}
""",
        "utf-8",
    )
    parts = Parts()
    made: list[Document] = []
    found = Application((load_overlay(overlay, "overlay.yaml"),), ["openapi.yaml"], parts)
    for path in ("/a", "/b", "/a"):
        each = document(text.format(path=path))
        parts.share(each)
        edited, _ = found.apply(each)
        parts.share(edited)
        made.append(prepare(edited, parts=parts))
    found.finish()
    schemas = [
        lookup(each.root, ("paths", path, "get", *_SCHEMA))
        for each, path in zip(made, ("/a", "/b", "/a"), strict=True)
    ]
    assert schemas == [{"type": "string"}, {"type": "string", "format": "date"}, {"type": "string"}]
    definitions = [lookup(each.root, ("components", "schemas", "A")) for each in made]
    assert definitions[0] == {
        "type": "object",
        "properties": {"a": {"type": "string", "maxLength": 5}},
    }
    assert definitions[0] is definitions[1] is definitions[2]
    assert schemas[0] is schemas[2]


_SCHEMA = ("responses", "200", "content", "application/json", "schema")
