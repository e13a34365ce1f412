"""Whatever the shape of a document, a stage returns or raises a located error, and nothing else."""

from __future__ import annotations

import copy

import pytest

from specloom.diagnostics import SpecloomError
from specloom.documents.document import Document, Json
from specloom.documents.operations import check_operations
from specloom.documents.references import check_references
from specloom.documents.upgrade import upgrade
from specloom.documents.validate import validate
from tests.documents.support import document
from tests.documents.test_references import COMPLETE
from tests.documents.test_validate import VALID, pointers

WRONG: list[Json] = [None, True, 5, "x", [], {}, [5], {"a": 5}, {"$ref": 5}, {"$ref": "#/info"}]


@pytest.mark.parametrize("wrong", WRONG, ids=repr)
@pytest.mark.parametrize("text", [COMPLETE, VALID], ids=["complete", "valid"])
def test_a_wrong_value_anywhere_is_survived(text: str, wrong: Json) -> None:
    original = document(text).root
    raised = 0
    for pointer in pointers(original):
        root = copy.deepcopy(original)
        around = Document("", root).root_node().at(pointer[:-1])
        assert around is not None
        if isinstance(around.value, dict):
            around.value[pointer[-1]] = copy.deepcopy(wrong)
        elif isinstance(around.value, list):
            around.value[int(pointer[-1])] = copy.deepcopy(wrong)
        raised += survives(root)
    assert raised > 0


def survives(root: dict[str, Json]) -> bool:
    """Run the stages on a document in both dialects; tell whether any of them raised."""
    raised = False
    older = {**root, "openapi": "3.0.3"} if isinstance(root.get("openapi"), str) else root
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
