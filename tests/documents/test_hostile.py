"""Test that a stage returns or raises a located error for a document of any shape."""

from __future__ import annotations

import copy
import time

import pytest
from specloom.diagnostics import Severity, SpecloomError
from specloom.documents.document import Document, Json
from specloom.documents.prepare import prepare
from specloom.documents.repairing.references import check_references
from specloom.documents.upgrading.upgrade import upgrade
from specloom.documents.validating.rules import check_operations
from specloom.documents.validating.validate import validate

from tests.documents.support import document
from tests.documents.test_references import COMPLETE
from tests.documents.test_validate import VALID, pointers

WRONG: list[Json] = [None, True, 5, "x", [], {}, [5], {"a": 5}, {"$ref": 5}, {"$ref": "#/info"}]


EVERY_TEXT = pytest.mark.parametrize("text", [COMPLETE, VALID], ids=["complete", "valid"])


@EVERY_TEXT
def test_a_wrong_value_anywhere_is_survived(text: str) -> None:
    """At each place one of the wrong values, in turn; `make whole` tries each of them at each place."""
    original = document(text).root
    places = enumerate(pointers(original))
    assert sum(survives(spoilt(original, at, WRONG[n % len(WRONG)])) for n, at in places) > 0


@pytest.mark.whole
@pytest.mark.parametrize("wrong", WRONG, ids=repr)
@EVERY_TEXT
def test_every_wrong_value_anywhere_is_survived(text: str, wrong: Json) -> None:
    original = document(text).root
    assert sum(survives(spoilt(original, at, wrong)) for at in pointers(original)) > 0


def spoilt(original: dict[str, Json], pointer: tuple[str, ...], wrong: Json) -> dict[str, Json]:
    """Return a copy of a document with a wrong value at one place."""
    root = copy.deepcopy(original)
    around = Document("", root).root_node().at(pointer[:-1])
    assert around is not None
    if isinstance(around.value, dict):
        around.value[pointer[-1]] = copy.deepcopy(wrong)
    elif isinstance(around.value, list):
        around.value[int(pointer[-1])] = copy.deepcopy(wrong)
    return root


def survives(root: dict[str, Json]) -> bool:
    """Run the stages on a document in both dialects; return whether any of them raised."""
    raised = False
    older = {**root, "openapi": "3.0.3"} if isinstance(root.get("openapi"), str) else root
    if str(root.get("openapi")).startswith("3"):
        # A document with a known version reaches all stages.
        made = prepare(upgrade(Document("api.yaml", copy.deepcopy(root))))
        assert not any(each.severity is Severity.ERROR for each in made.findings)
        check_references(made)
        swagger = {key: value for key, value in root.items() if key != "openapi"}
        prepare(upgrade(Document("api.yaml", {"swagger": "2.0", **copy.deepcopy(swagger)})))
    for stage in (check_references, check_operations, upgrade):
        for each in (root, older):
            try:
                stage(Document("api.yaml", each))
            except SpecloomError as error:
                raised = True
                assert all(diagnostic.location for diagnostic in error.diagnostics)
    return raised


@pytest.mark.parametrize("wrong", [None, 5, {"$ref": 5}], ids=repr)
def test_validation_survives_a_wrong_value_at_the_top(wrong: Json) -> None:
    for key in (
        "openapi",
        "info",
        "paths",
        "components",
        "webhooks",
        "servers",
        "tags",
        "security",
    ):
        with pytest.raises(SpecloomError):
            validate(Document("api.yaml", {**document(VALID).root, key: wrong}))


def test_an_all_of_that_doubles_at_every_step_is_left_untyped_in_no_time() -> None:
    names = {
        f"A{n}": {"allOf": [{"$ref": f"#/components/schemas/A{n + 1}"}] * 2} for n in range(60)
    }
    root: dict[str, Json] = {**document("paths: {}").root}
    root["components"] = {"schemas": {**copy.deepcopy(names), "A60": {"type": "object"}}}
    began = time.process_time()
    made = prepare(Document("api.yaml", root))
    assert time.process_time() - began < 20
    assert [each.code for each in made.findings if each.code == "reference-bomb"]
    check_references(made)


def test_many_circles_end() -> None:
    schemas: dict[str, Json] = {
        f"A{n}": {"allOf": [{"$ref": f"#/components/schemas/A{m}"} for m in range(30) if m != n]}
        for n in range(30)
    }
    root = {**document("paths: {}").root, "components": {"schemas": schemas}}
    began = time.process_time()
    try:
        check_references(prepare(Document("api.yaml", root)))
    except SpecloomError as error:
        assert {each.code for each in error.diagnostics} == {"circular-reference"}
    assert time.process_time() - began < 60


def test_a_document_as_wide_as_it_likes_takes_time_in_proportion() -> None:
    def seconds(count: int) -> float:
        properties: dict[str, Json] = {f"p{n}": {"type": "any"} for n in range(count)}
        root = {**document("paths: {}").root}
        root["components"] = {"schemas": {"A": {"type": "object", "properties": properties}}}
        began = time.process_time()
        assert len(prepare(Document("api.yaml", root)).findings) == count
        return time.process_time() - began

    seconds(10)
    assert seconds(20_000) < 60
