"""Documents grow: an operation of one document is added to another, and no model or argument is renamed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.corpus.growing_models import Document, grow_all, grown, name, operations, read
from tests.generate.support import HEAD
from tests.generate.test_calls import TABLES, document_of, rows_of
from tests.generate.test_model_names import INLINE

DOCUMENTS = Path(__file__).parent / "documents"
STAINLESS = Path(__file__).parent.parent / "stainless/data/openapi.yml"


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Document]:
    """The documents of the tests, by name."""
    folder = tmp_path_factory.mktemp("growing")
    paths = [STAINLESS, *sorted(DOCUMENTS.glob("*.yaml"))]
    inline = folder / "inline.yaml"
    inline.write_text(HEAD + INLINE, "utf-8")
    paths.append(inline)
    for number, table in enumerate(list(TABLES.values())[:3]):
        paths.append(folder / f"{number}.json")
        paths[-1].write_text(document_of(rows_of(table)), "utf-8")
    return {each.name: found for each in paths if (found := read(each)) is not None}


@pytest.mark.whole
def test_no_name_changes_when_an_operation_is_added(known: dict[str, Document]) -> None:
    """Without a manifest, a name changes only if two schemas would have it."""
    count = grow_all(known, each=3, seed=2)
    assert count.additions > 15 and count.names > 3000
    assert count.kept_moved == []
    assert count.moved == []
    assert len(count.moved_to_meet) + len(count.moved_with_call) < count.names / 1000


def test_a_schema_that_takes_the_name_of_an_inline_one(
    known: dict[str, Document], tmp_path: Path
) -> None:
    """With the manifest, the inline schema keeps its name. Without it, the component gets the name."""
    document = known["inline.yaml"]
    before = name(document, tmp_path)
    pointer, taken = next(
        (key, each)
        for key, each in before.models.items()
        if not key.startswith("/components/schemas")
    )
    schema = {"type": "object", "properties": {"new": {"type": "string"}}}
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{taken}"}}}
    other: Document = {
        "paths": {
            "/new": {"get": {"responses": {"200": {"description": "d", "content": content}}}}
        },
        "components": {"schemas": {taken: schema}},
    }
    assert operations(other) == [("/new", "get")]
    after = grown(document, other, "/new", "get", 0)
    assert after is not None
    today, kept = name(after, tmp_path), name(after, tmp_path, before.published)
    added = f"/components/schemas/{taken}"
    assert (today.models[added], kept.models[pointer]) == (taken, taken)
    assert today.models[pointer] != taken and kept.models[added] != taken
    assert {key: kept.models[key] for key in before.models} == before.models
