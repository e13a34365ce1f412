"""Whatever lies deep or leads far is generated, or refused with its place; never a fault of ours."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from specloom.documents import json_text
from specloom.documents.positions import position
from specloom.documents.yaml_text import parse_yaml, without_tabs

from tests.generate.support import Run, specloom

Schemas = dict[str, Any]
TEXT = {"type": "string"}


def reference(number: int) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/A{number}"}


def chain(length: int, link: Callable[[int], object], end: object = TEXT) -> Schemas:
    """Schemas A0, A1, ..., each of which leads to the next one."""
    schemas: Schemas = {f"A{number}": link(number + 1) for number in range(length - 1)}
    return {**schemas, f"A{length - 1}": end}


def nested(depth: int, around: Callable[[object], object]) -> object:
    value: object = TEXT
    for _ in range(depth):
        value = around(value)
    return value


def all_of(number: int) -> object:
    own = {"type": "object", "properties": {f"p{number}": TEXT}}
    return {"allOf": [reference(number), own]}


def one_of(number: int) -> object:
    own = {"type": "object", "required": [f"k{number}"], "properties": {f"k{number}": TEXT}}
    return {"oneOf": [reference(number), own]}


def answering(schema: object, path: str = "/a") -> dict[str, Any]:
    content = {"application/json": {"schema": schema}}
    return {path: {"get": {"responses": {"200": {"description": "", "content": content}}}}}


def generate(folder: Path, paths: object, components: object = None) -> Run:
    document = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": paths}
    text = json.dumps({**document, "components": components or {}})
    (folder / "api.json").write_text(text, "utf-8")
    arguments = ("--package", "shop", "--output", folder / "out", "--no-cache")
    return specloom("generate", folder / "api.json", *arguments)


@pytest.mark.parametrize(
    "schemas",
    [
        chain(1000, lambda n: {"type": "object", "properties": {"next": reference(n)}}),
        chain(600, lambda n: {"type": "array", "items": reference(n)}),
        {"A0": {"allOf": [{"type": "object", "properties": {f"p{n}": TEXT}} for n in range(900)]}},
        {"A0": nested(28, lambda inner: {"type": "object", "properties": {"a": inner}})},
        {"A0": nested(28, lambda inner: {"oneOf": [inner, {"type": "integer"}]})},
        {"A0": nested(28, lambda inner: {"type": "array", "items": inner})},
        chain(100, all_of, {"type": "object"}),
        chain(100, one_of),
        chain(100, reference),
    ],
    ids="properties arrays wide-all-of objects unions lists all-of one-of references".split(),
)
def test_what_is_generated(tmp_path: Path, schemas: Schemas) -> None:
    run = generate(tmp_path, answering(reference(0)), {"schemas": schemas})
    assert (run.exit_code, run.errors) == (0, "")


@pytest.mark.parametrize(
    "schemas",
    [
        chain(900, all_of, {"type": "object"}),
        chain(2000, reference),
        chain(2000, reference, {"type": "object", "properties": {"a": TEXT}}),
        chain(2000, one_of),
    ],
    ids="all-of references references-to-an-object one-of".split(),
)
def test_chains_that_are_refused(tmp_path: Path, schemas: Schemas) -> None:
    run = generate(tmp_path, answering(reference(0)), {"schemas": schemas})
    assert run.exit_code == 1
    first, *others = run.errors.splitlines()
    assert ": error[too-deep] #/components/schemas/A" in first
    assert others == [
        "    hint: shorten the chain: refer to what it leads to, and join parts that only name another one",
        "1 error; nothing was written",
    ]
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("section", ["parameters", "responses"])
def test_chains_of_other_components(tmp_path: Path, section: str) -> None:
    end = {
        "parameters": {"name": "q", "in": "query", "schema": TEXT},
        "responses": {"description": ""},
    }
    links = {
        f"A{number}": {"$ref": f"#/components/{section}/A{number + 1}"} for number in range(999)
    }
    first = {"$ref": f"#/components/{section}/A0"}
    get = {
        "parameters": {"parameters": [first], "responses": {"204": end["responses"]}},
        "responses": {"responses": {"200": first}},
    }
    run = generate(
        tmp_path, {"/a": {"get": get[section]}}, {section: {**links, "A999": end[section]}}
    )
    assert (run.exit_code, run.errors) == (0, "")


def test_long_paths(tmp_path: Path) -> None:
    run = generate(tmp_path, answering(TEXT, "/" + "/".join(f"s{n}" for n in range(800))))
    assert run.exit_code == 1
    assert ": error[too-deep] #/paths/~1s0~1s1" in run.errors
    run = generate(tmp_path, answering(TEXT, "/" + "/".join(f"s{n}" for n in range(60))))
    assert (run.exit_code, run.errors) == (0, "")


def test_four_hundred_files_that_refer_to_each_other(tmp_path: Path) -> None:
    for number in range(400):
        link = {"type": "object", "properties": {"next": {"$ref": f"f{number + 1}.json#/A"}}}
        text = json.dumps({"A": link if number < 399 else TEXT})
        (tmp_path / f"f{number}.json").write_text(text, "utf-8")
    run = generate(tmp_path, answering({"$ref": "f0.json#/A"}))
    assert (run.exit_code, run.errors) == (0, "")


def test_one_document_that_is_too_deep_does_not_hide_the_others(tmp_path: Path) -> None:
    generate(tmp_path, answering(reference(0)), {"schemas": chain(900, all_of, {"type": "object"})})
    (tmp_path / "other.yaml").write_text("hello: world\n", "utf-8")
    arguments = ("--package", "shop", "--output", tmp_path / "out")
    run = specloom("generate", tmp_path / "api.json", tmp_path / "other.yaml", *arguments)
    assert run.exit_code == 1
    assert "error[too-deep] #/components/schemas/A" in run.errors
    assert "other.yaml:1:1: error[not-openapi]" in run.errors


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.json", '{"openapi": "3.1.0", "x": ' + "[" * 100_000 + "]" * 100_000 + "}"),
        ("a.yaml", "{openapi: 3.1.0, x: " + "[" * 50_000 + "]" * 50_000 + "}"),
        ("a.yaml", "openapi: 3.1.0\nx:\n" + "".join(" " * n + " a:\n" for n in range(1500))),
        ("a.yaml", "openapi: 3.1.0\nx:\n" + "- " * 50_000 + "a\n"),
        ("a.yaml", "openapi: 3.1.0\nx: " + "[" * 100_000),
    ],
)
def test_notations_that_are_too_deep(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    run = specloom("validate", tmp_path / name)
    assert run.exit_code == 1
    assert "error[too-deep]: more than 100 arrays and objects lie in one another" in run.errors


# --- time in proportion -----------------------------------------------------------------------
# In time that grows with the square of the size, the largest of these would take minutes.

HUGE = 200_000
SECONDS = 30


def test_keys_that_occur_twice_in_json_take_linear_time() -> None:
    text = "{" + ",".join(f'"k{number // 2}":1' for number in range(HUGE)) + "}"
    found: list[Any] = []
    start = time.monotonic()
    json_text.parse_json(text, "a.json", found)
    assert len(found) == HUGE // 2
    assert time.monotonic() - start < SECONDS


def test_places_in_json_are_found_in_linear_time(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("{" + ",".join(f'\n"k{number}":1' for number in range(HUGE)) + "}", "utf-8")
    start = time.monotonic()
    assert [position(path, (f"k{number}",)) for number in range(0, HUGE, 2)] == [
        (number + 2, 1) for number in range(0, HUGE, 2)
    ]
    assert time.monotonic() - start < SECONDS


def test_keys_that_occur_twice_in_yaml_take_linear_time() -> None:
    found: list[Any] = []
    start = time.monotonic()
    parse_yaml("".join(f"k{number // 2}: 1\n" for number in range(50_000)), "a.yaml", found)
    assert len(found) == 25_000
    assert time.monotonic() - start < SECONDS


def test_tabs_are_replaced_in_linear_time() -> None:
    start = time.monotonic()
    assert without_tabs("a" + "\t" * 1_000_000 + "b") == "a" + "\t" * 1_000_000 + "b"
    assert without_tabs("a\t\t\nb") == "a    \nb"
    assert time.monotonic() - start < SECONDS


@pytest.mark.parametrize(
    "text",
    [
        "x: [" + "a, " * 100_000 + "\n}",
        "x: " + "a: " * 100_000 + "\n}",
        "x: " + "&a " * 100_000 + "\n}",
        "k" * 1_000_000 + "\n}",
        "".join(f"k{number}: 'a\n" for number in range(50_000)),
        "x: a" + " " * 1_000_000 + "\t: [}",
    ],
)
def test_broken_yaml_is_refused_in_linear_time(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.yaml").write_text("openapi: 3.1.0\n" + text, "utf-8")
    start = time.monotonic()
    run = specloom("validate", tmp_path / "a.yaml")
    assert run.exit_code == 1
    assert "a.yaml:" in run.errors and "error[invalid-yaml]" in run.errors
    assert time.monotonic() - start < SECONDS
