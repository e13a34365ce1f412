"""Test overlays: what an action changes, its source location, and invalid overlays."""

from __future__ import annotations

import copy
import json
from pathlib import Path

import pytest
from specloom.diagnostics import format_pointer
from specloom.documents.document import Document
from specloom.documents.overlays.overlay import Overlay, apply_overlays, load_overlay

from tests.documents.support import codes, document, listing, objection, written

HEAD = "overlay: 1.0.0\ninfo: {title: Corrections, version: '1'}\n"

PETS = """
tags: [{name: a}, {name: b}, {name: c}, {name: d}]
paths:
  /pets: {get: {operationId: list}, post: {operationId: create, tags: [a]}}
components:
  schemas:
    Pet: {type: object, required: [a, b, c, d], properties: {a: {type: string}, b: {type: string}}}
"""


def overlay(folder: Path, actions: str, *, head: str = HEAD, name: str = "fix.yaml") -> Overlay:
    return load_overlay(written(folder, name, f"{head}actions:\n{actions}"), name)


def changed(folder: Path, actions: str, text: str = PETS) -> Document:
    """Return the document after the actions; check that the original is unchanged."""
    before = document(text)
    content = copy.deepcopy(before.root)
    (after,) = apply_overlays((before,), (overlay(folder, actions),))
    assert before.root == content
    return after


def places(after: Document, *pointers: str) -> list[str]:
    """Return the source locations of the parts of a document."""
    found = [after.location(tuple(pointer.split("/")[1:])) for pointer in pointers]
    return [f"{each.document}{format_pointer(each.pointer)}" for each in found]


def test_an_update_is_merged_into_an_object(tmp_path: Path) -> None:
    after = changed(
        tmp_path,
        "- target: $.components.schemas.Pet\n"
        "  update: {title: Pet, type: [object, 'null'], required: [e], properties: {a: {format: x}}}",
    )
    assert after.root_node()["components"]["schemas"]["Pet"].value == {
        "type": ["object", "null"],
        "required": ["a", "b", "c", "d", "e"],
        "properties": {"a": {"type": "string", "format": "x"}, "b": {"type": "string"}},
        "title": "Pet",
    }
    pet = "/components/schemas/Pet"
    assert places(after, f"{pet}/title", f"{pet}/type/1", f"{pet}/required/4") == [
        "fix.yaml#/actions/0/update/title",
        "fix.yaml#/actions/0/update/type/1",
        "fix.yaml#/actions/0/update/required/0",
    ]
    assert places(after, f"{pet}/properties/a/format", f"{pet}/properties/a/type", pet) == [
        "fix.yaml#/actions/0/update/properties/a/format",
        "api.yaml#/components/schemas/Pet/properties/a/type",
        "api.yaml#/components/schemas/Pet",
    ]


def test_an_update_is_one_more_element_of_an_array(tmp_path: Path) -> None:
    after = changed(
        tmp_path, "- {target: $.tags, update: {name: e}}\n- {target: $.tags, update: []}"
    )
    assert after.root["tags"] == [{"name": each} for each in "abcde"] + [[]]
    assert places(after, "/tags/4/name") == ["fix.yaml#/actions/0/update/name"]


def test_the_whole_document_can_be_updated(tmp_path: Path) -> None:
    after = changed(tmp_path, "- {target: $, update: {x-a: 1}}")
    assert after.root["x-a"] == 1 and list(after.root)[-1] == "x-a"


def test_properties_and_elements_are_removed(tmp_path: Path) -> None:
    after = changed(
        tmp_path,
        "- target: $.components.schemas.Pet.required[?@ == 'a' || @ == 'c']\n  remove: true\n"
        "- {target: '$.paths.*.post', remove: true}\n"
        "- {target: '$.tags[0, 0, 2]', remove: true}",
    )
    assert after.root_node()["components"]["schemas"]["Pet"]["required"].value == ["b", "d"]
    assert after.root["paths"] == {"/pets": {"get": {"operationId": "list"}}}
    assert after.root["tags"] == [{"name": "b"}, {"name": "d"}]


def test_what_remains_of_an_array_keeps_its_location(tmp_path: Path) -> None:
    after = changed(
        tmp_path,
        "- {target: $.tags, update: {name: e}}\n"
        "- {target: '$.tags[?@.name == \"d\"]', update: {summary: s}}\n"
        "- {target: '$.tags[0]', remove: true}\n"
        "- {target: '$.tags[1]', remove: true}\n"
        "- {target: $.tags, update: {name: f}}",
    )
    assert after.root["tags"] == [
        {"name": "b"},
        {"name": "d", "summary": "s"},
        {"name": "e"},
        {"name": "f"},
    ]
    assert places(
        after, "/tags/0/name", "/tags/1/name", "/tags/1/summary", "/tags/2/name", "/tags/3"
    ) == [
        "api.yaml#/tags/1/name",
        "api.yaml#/tags/3/name",
        "fix.yaml#/actions/1/update/summary",
        "fix.yaml#/actions/0/update/name",
        "fix.yaml#/actions/4/update",
    ]


def test_a_removed_part_takes_its_location_along(tmp_path: Path) -> None:
    after = changed(
        tmp_path,
        "- {target: $.info, update: {x-a: {b: 1}}}\n"
        "- {target: $.info, update: {x-a: {b: 2}}}\n"
        "- {target: \"$.info['x-a']\", remove: true}",
    )
    assert "x-a" not in after.root_node()["info"].mapping()
    assert places(after, "/info/x-a/b") == ["api.yaml#/info/x-a/b"]


def test_an_action_sees_what_the_earlier_ones_left(tmp_path: Path) -> None:
    after = changed(
        tmp_path,
        "- {target: $.info, update: {x-a: {b: 1}}}\n"
        "- {target: \"$.info['x-a']\", update: {c: 2}}\n"
        "- {target: \"$.info['x-a'].b\", remove: true}",
    )
    assert after.root_node()["info"]["x-a"].value == {"c": 2}


def test_removal_wins_over_update(tmp_path: Path) -> None:
    after = changed(tmp_path, "- {target: $.tags, update: {name: e}, remove: true}")
    assert "tags" not in after.root


def test_nested_matches_are_all_changed(tmp_path: Path) -> None:
    text = "x-a: {x-b: {x-a: {}}, keep: {x-a: 1}}"
    assert changed(tmp_path, "- {target: \"$..['x-a']\", remove: true}", text).root.keys() == {
        "openapi",
        "info",
    }
    after = changed(
        tmp_path, "- {target: \"$..[?@['x-b'] || @['x-a']]\", update: {seen: true}}", text
    )
    assert json.dumps(after.root).count('"seen": true') == 3


def test_a_value_of_an_overlay_is_inserted_afresh_at_every_place(tmp_path: Path) -> None:
    after = changed(
        tmp_path,
        "- {target: '$.paths.*.*', update: {x-a: {list: [1]}}}\n"
        "- {target: \"$.paths.*.get['x-a'].list\", update: 2}\n"
        "- {target: \"$.paths.*.get['x-a']\", update: {b: 1}}",
    )
    operations = after.root_node()["paths"]["/pets"]
    assert operations["get"]["x-a"].value == {"list": [1, 2], "b": 1}
    assert operations["post"]["x-a"].value == {"list": [1]}


def test_a_document_that_nothing_matches_is_returned_itself(tmp_path: Path) -> None:
    one, other = document(PETS, "one.yaml"), document("paths: {}", "other.yaml")
    after = apply_overlays((one, other), (overlay(tmp_path, "- {target: $.tags, remove: true}"),))
    assert after[1] is other and after[0] is not one
    assert after[0].root["components"] is one.root["components"]


def test_an_overlay_that_extends_a_document_is_for_that_one(tmp_path: Path) -> None:
    documents = document(PETS, "v1/pets.yaml"), document(PETS, "v2/pets.yaml")
    head = f"{HEAD}extends: ../v2/pets.yaml\n"
    path = written(tmp_path, "fix.yaml", f"{head}actions: [{{target: $.tags, remove: true}}]")
    first, second = apply_overlays(documents, (load_overlay(path, "overlays/fix.yaml"),))
    assert "tags" in first.root and "tags" not in second.root
    assert listing(
        lambda: apply_overlays(documents, (load_overlay(path, "fix.yaml"),)), tmp_path
    ) == (
        "fix.yaml:3:1: error[overlay-document-unknown] #/extends: "
        "the overlay extends '../v2/pets.yaml', which is not one of the documents\n"
        "    hint: write the path of the document relative to the overlay, or remove 'extends'"
    )


def test_actions_that_match_nothing_anywhere_are_errors(tmp_path: Path) -> None:
    fix = overlay(
        tmp_path,
        "- {target: $.tags, update: {name: e}}\n"
        "- {target: $.nothing, remove: true}\n"
        "- {target: '$.paths[?@.nothing]', update: {}}",
    )
    stage = lambda: apply_overlays((document("x-a: 1"), document(PETS)), (fix,))  # noqa: E731
    assert listing(stage, tmp_path).splitlines()[::2] == [
        "fix.yaml:5:3: error[overlay-action-unused] #/actions/1: "
        "the target '$.nothing' does not match anything in any document",
        "fix.yaml:6:3: error[overlay-action-unused] #/actions/2: "
        "the target '$.paths[?@.nothing]' does not match anything in any document",
    ]


@pytest.mark.parametrize(
    ("action", "message"),
    [
        ("{target: $.info.title, update: x}", "api.yaml #/info/title: only objects and arrays can be updated, found a string"),
        ("{target: $.info, update: x}", "api.yaml #/info: an object cannot be updated with a string"),
        ("{target: $.info, update: [x]}", "api.yaml #/info: an object cannot be updated with an array"),
        ("{target: $, update: {info: 1}}", "api.yaml #: 'info' is an object and cannot be merged with a number"),
        ("{target: $, update: {tags: {}}}", "api.yaml #: 'tags' is an array and cannot be merged with an object"),
        ("{target: $, remove: true}", "api.yaml #: the whole document cannot be removed"),
    ],
)  # fmt: skip
def test_an_action_that_does_not_fit_is_reported_once(
    tmp_path: Path, action: str, message: str
) -> None:
    fix = overlay(tmp_path, f"- {action}")
    documents = document(PETS), document(PETS, "other.yaml")
    shown = objection(lambda: apply_overlays(documents, (fix,)))
    assert shown.splitlines()[0] == (
        f"fix.yaml: error[overlay-conflict] #/actions/0: the action cannot be applied to {message}"
    )
    assert shown.count("error[") == 1


def test_an_overlay_cannot_make_a_document_too_deep(tmp_path: Path) -> None:
    actions = "".join(
        f"- {{target: '$..[?@.end]', update: {{x{index}: {{end: 1}}}}}}\n"
        f"- {{target: '$..[?@.x{index}].end', remove: true}}\n"
        for index in range(120)
    )
    text = "x-a: {end: 1}"
    fix = overlay(tmp_path, actions.replace("$..[?@.end]", "$..[?@.end == 1]"))
    assert "too-deep" in codes(lambda: apply_overlays((document(text),), (fix,)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[]", "fix.yaml:1:1: error[not-an-object]: the file contains an array instead of an Overlay document"),
        ("openapi: 3.1.0", "fix.yaml:1:1: error[not-an-overlay]: "),
        ("overlay: 1.1.0", "fix.yaml:1:1: error[unsupported-dialect] #/overlay: Overlay '1.1.0' is not supported"),
        ("overlay: 1.0", "fix.yaml:1:1: error[wrong-type] #/overlay: expected a string, found a number"),
        (f"{HEAD}", "fix.yaml:1:1: error[missing-property]: the required property 'actions' is missing"),
        (f"{HEAD}actions: []", "fix.yaml:3:1: error[invalid-action] #/actions: the overlay has no actions"),
        (f"{HEAD}actions: {{}}", "fix.yaml:3:1: error[wrong-type] #/actions: expected an array"),
        ("overlay: 1.0.0\nactions: [{target: $, remove: true}]", "fix.yaml:1:1: error[missing-property]: the required property 'info' is missing"),
        ("overlay: 1.0.0\ninfo: {title: x}\nactions: [{target: $, remove: true}]", "fix.yaml:2:1: error[missing-property] #/info: the required property 'version' is missing"),
        (f"{HEAD}actoins: []\nactions: [{{target: $, remove: true}}]", "fix.yaml:3:1: error[unknown-property] #/actoins: Overlay 1.0 has no property 'actoins' here"),
        (f"{HEAD}actions: [1]", "fix.yaml:3:11: error[wrong-type] #/actions/0: expected an object, found a number"),
        (f"{HEAD}actions:\n- update: {{}}", "fix.yaml:4:3: error[missing-property] #/actions/0: the required property 'target' is missing"),
        (f"{HEAD}actions:\n- target: $", "fix.yaml:4:3: error[invalid-action] #/actions/0: the action has neither 'update' nor 'remove'"),
        (f"{HEAD}actions:\n- {{target: $, remove: false}}", "fix.yaml:4:3: error[invalid-action] #/actions/0: "),
        (f"{HEAD}actions:\n- {{target: $, remove: 'yes'}}", "fix.yaml:4:15: error[wrong-type] #/actions/0/remove: expected a boolean"),
        (f"{HEAD}actions:\n- {{target: $, updates: {{}}}}", "fix.yaml:4:15: error[unknown-property] #/actions/0/updates"),
        (f"{HEAD}actions:\n- {{target: 'paths', remove: true}}", "fix.yaml:4:4: error[invalid-jsonpath] #/actions/0/target: 'paths' is not a valid JSONPath expression: "),
        (f"{HEAD}actions:\n- {{target: '$.a[?', remove: true}}", "fix.yaml:4:4: error[invalid-jsonpath] #/actions/0/target"),
        (f"{HEAD}actions:\n- {{target: '$[?nofunction(@)]', remove: true}}", "fix.yaml:4:4: error[invalid-jsonpath] #/actions/0/target"),
        (f"{HEAD}actions:\n- {{target: '$[?{'(' * 5000}', remove: true}}", "fix.yaml:4:4: error[invalid-jsonpath] #/actions/0/target"),
    ],
    ids=lambda value: value[-60:],
)  # fmt: skip
def test_an_invalid_overlay_is_a_located_error(tmp_path: Path, text: str, expected: str) -> None:
    path = written(tmp_path, "fix.yaml", text)
    assert listing(lambda: load_overlay(path, "fix.yaml"), tmp_path).startswith(expected)


def test_all_errors_of_an_overlay_are_reported(tmp_path: Path) -> None:
    found = codes(lambda: overlay(tmp_path, "- {target: a, remove: true}\n- {target: $}\n- 1"))
    assert found == ["invalid-jsonpath", "invalid-action", "wrong-type"]


def test_extensions_and_descriptions_of_an_overlay_are_accepted(tmp_path: Path) -> None:
    fix = overlay(
        tmp_path,
        "- {target: $, update: {}, description: why, x-b: 1}",
        head=f"{HEAD}x-a: 1\n",
    )
    assert (fix.title, fix.extends, fix.actions[0].description) == ("Corrections", None, "why")
