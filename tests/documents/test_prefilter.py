"""Test the prefilter: what it requires is always necessary for a match."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from specloom.documents.document import Document
from specloom.documents.overlays import overlay
from specloom.documents.overlays.overlay import apply_overlays, load_overlay
from specloom.documents.overlays.prefilter import (
    Contents,
    are_met,
    needs_of,
    scope_of,
    texts_of,
)

SPECS = Path(__file__).parent.parent.parent / "specs"
COMPILE = overlay._ENVIRONMENT.compile


@pytest.mark.parametrize(
    ("query", "needs"),
    [
        ("$.a.b", [{"a", "b"}]),
        ("$.a[*].b", [{"a", "b"}]),
        ("$..a", [{"a"}]),
        ("$.a['b', 'c']", [{"a", "b"}, {"a", "c"}]),
        ("$.a[0]", [{"a"}]),
        ("$[?@.a]", [{"a"}]),
        ("$[?!@.a]", [set()]),
        ("$[?@.a == 'x']", [{"a", "x"}]),
        ("$[?'x' == @.a]", [{"a", "x"}]),
        ("$[?@.a == @.b]", [set()]),
        ("$[?@.a != 'x']", [set()]),
        ("$[?@.a && @.b == 'x']", [{"a", "b", "x"}]),
        ("$[?@.a || @.b]", [{"a"}, {"b"}]),
        ("$[?match(@.a, 'x.*')]", [{"a"}]),
        ("$[?length(@.a) == 1]", [set()]),
    ],
)
def test_what_is_needed(query: str, needs: list[set[str]]) -> None:
    assert needs_of(COMPILE(query)) == {frozenset(each) for each in needs}


def test_texts_are_names_and_values() -> None:
    assert texts_of({"a": [1, "b", {"c": None}]}) == {"a", "b", "c"}
    assert are_met(frozenset((frozenset("ab"), frozenset("x"))), {"a", "b"})
    assert not are_met(frozenset((frozenset("ab"),)), {"a"})


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ("$.paths[*].get", {"/a"}),
        ("$.paths[*][?@.x == '$ref']", {"/b"}),
        ("$.paths[?@.get]", {"/a"}),
        ("$.paths[*][?$.info.title == 'T']", {"/a", "/b"}),
        ("$.paths['/a', '/b']", {"/a", "/b"}),
        ("$..get", {"/a", "/b"}),
    ],
)
def test_a_query_searches_only_the_paths_that_may_match(query: str, kept: set[str]) -> None:
    root = {"info": {"title": "T"}, "paths": {"/a": {"get": {}}, "/b": {"put": {"x": "$ref"}}}}
    contents = Contents(root)
    assert contents.narrowed(scope_of(COMPILE(query)), root)["paths"].keys() == kept
    # What was inserted may be anywhere, and new paths are always searched.
    contents.insert(frozenset(("get", "x", "$ref")))
    root = {**root, "paths": {**root["paths"], "/c": {}}}
    found = contents.narrowed(scope_of(COMPILE(query)), root)["paths"]
    assert found.keys() == {"/a", "/b", "/c"}


def test_overlays_do_the_same_without_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(SPECS.parent)
    paths = [SPECS / "documents" / "2026-03" / f"{name}.json" for name in ("lists", "tasks")]
    documents = tuple(Document(path.as_posix(), json.loads(path.read_text())) for path in paths)
    overlays = tuple(load_overlay(path, path.name) for path in sorted(SPECS.glob("overlays/*")))
    monkeypatch.setattr(overlay.Application, "finish", lambda self: None)
    quick = apply_overlays(documents, overlays)
    monkeypatch.setattr(Contents, "may_match", lambda self, needs: True)
    monkeypatch.setattr(Contents, "narrowed", lambda self, scope, root: root)
    slow = apply_overlays(documents, overlays)
    assert [each.root for each in quick] == [each.root for each in slow]
    assert [each.origins for each in quick] == [each.origins for each in slow]
