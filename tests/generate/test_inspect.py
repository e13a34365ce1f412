"""Test what `inspect` prints of a document: the IR, and the calls of operations."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import reduce
from inspect import Parameter, signature
from pathlib import Path
from typing import Any

import pytest

from tests.generate.support import (
    HEAD,
    Package,
    Run,
    importable,
    made_of,
    project_of,
    snapshot,
    specloom,
)

PETSTORE = Path(__file__).parent / "documents" / "petstore.yaml"
COMMAND = [sys.executable, "-W", "error", "-c", "from specloom.cli import main; main()"]


def _under_seed(seed: int, *arguments: object) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": str(seed)}
    return subprocess.run(
        [*COMMAND, *map(str, arguments)],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def _many_schemas() -> str:
    """Return sixty schemas that refer to each other, with unions, enums and additional properties."""
    lines = [HEAD, "paths:"]
    for number in range(30):
        lines.append(
            f"  /r{number % 5}/x{number}: {{post: {{tags: [t], security: [{{b: [z, a]}}, {{a: []}}], "
            f"requestBody: {{content: {{application/json: {{schema: {{$ref: '#/components/schemas/S{number}'}}}}}}}}, "
            f"responses: {{'200': {{description: d, content: {{application/json: {{schema: "
            f"{{$ref: '#/components/schemas/S{number + 1}'}}}}}}}}, '404': {{description: d}}}}}}}}"
        )
    lines.append("components:\n  securitySchemes:")
    lines += ["    a: {type: http, scheme: bearer}", "    b: {type: http, scheme: bearer}"]
    lines.append("  schemas:")
    for number in range(60):
        following = (number * 7 + 1) % 60
        lines.append(
            f"    S{number}: {{type: object, required: [b, a], properties: {{a: {{type: string, enum: "
            f"[x{number}, y, z]}}, b: {{$ref: '#/components/schemas/S{following}'}}, c: {{anyOf: "
            f"[{{type: string}}, {{type: integer}}, {{type: array, items: {{type: string, format: date}}}}]}}, "
            f"m: {{type: object, additionalProperties: {{$ref: '#/components/schemas/S{number // 2}'}}}}}}}}"
        )
    return "\n".join(lines) + "\n"


@pytest.mark.whole
def test_two_hash_seeds_give_the_same_bytes(tmp_path: Path) -> None:
    document = tmp_path / "api.yaml"
    document.write_text(_many_schemas(), "utf-8")
    said: list[str] = []
    for seed in (0, 1):
        out = tmp_path / f"out{seed}"
        _under_seed(seed, "generate", document, "--package", "many", "--output", out)
        said.append(_under_seed(seed, "inspect", document))
        said.append(_under_seed(seed, "inspect", "--calls", document))
    first, second = (
        {path: content for path, (content, _) in snapshot(tmp_path / f"out{seed}").items()}
        for seed in (0, 1)
    )
    assert first == second
    assert len(first) > 30
    assert said[:2] == said[2:]
    assert json.loads(said[0])["kind"] == "InternedApi"
    assert len(json.loads(said[1])) == 30


# --- the map of calls ------------------------------------------------------------------------


@pytest.fixture(scope="module")
def calls() -> list[dict[str, Any]]:
    run = specloom("inspect", "--calls", PETSTORE, "--package", "petstore")
    assert run.exit_code == 0
    parsed: list[dict[str, Any]] = json.loads(run.output)
    return parsed


@pytest.fixture(scope="module")
def petstore(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    folder = tmp_path_factory.mktemp("inspected")
    made = made_of(project_of(PETSTORE.read_text("utf-8"), folder, "petstore"))
    with importable(made.folder, made.name):
        yield made


def test_every_operation_is_there_once(calls: list[dict[str, Any]]) -> None:
    import yaml

    declared = [
        (method.upper(), path)
        for path, item in yaml.safe_load(PETSTORE.read_text("utf-8"))["paths"].items()
        for method in item
        if method != "parameters"
    ]
    assert sorted((each["method"], each["path"]) for each in calls) == sorted(declared)
    assert {each["document"] for each in calls} == {PETSTORE.as_posix()}


@pytest.mark.parametrize("kind", ["client", "async_client"])
def test_each_call_can_be_reached(
    kind: str, calls: list[dict[str, Any]], petstore: Package
) -> None:
    client = getattr(petstore, kind)(base_url="http://localhost")
    for each in calls:
        assert each["module"] == "petstore"
        method: Any = reduce(getattr, each["call"].split("."), client)
        parameters = signature(method).parameters
        taken = {name for name in parameters if name != "options"}
        assert taken == {argument["python_name"] for argument in each["arguments"]}
        for argument in each["arguments"]:
            found = parameters[argument["python_name"]]
            assert (found.kind is not Parameter.KEYWORD_ONLY) is argument["positional"]
            assert (found.default is Parameter.empty) is argument["required"]


def test_a_call_in_full(calls: list[dict[str, Any]]) -> None:
    (photos,) = [each for each in calls if each["operation_id"] == "listPhotos"]
    assert photos == {
        "kind": "OperationCall",
        "document": PETSTORE.as_posix(),
        "method": "GET",
        "path": "/pets/{petId}/photos",
        "operation_id": "listPhotos",
        "version": "",
        "module": "petstore",
        "call": "pets.photos.list",
        "arguments": [
            {
                "kind": "ArgumentCall",
                "python_name": "pet_id",
                "wire_name": "petId",
                "place": "path",
                "required": True,
                "positional": True,
            }
        ],
        "resource_arguments": [],
        "bound": [],
        "pages": False,
        "batches": None,
        "rename": '"pets: photos.list" = "photos.list"',
    }


def test_the_ir_keeps_where_things_stand() -> None:
    run = specloom("inspect", PETSTORE)
    schemas = json.loads(run.output)["api"]["schemas"]
    error = schemas[f"{PETSTORE.as_posix()}#/components/schemas/Error"]
    assert error["kind"] == "ObjectSchema"
    assert [each["wire_name"] for each in error["properties"]] == ["code", "message"]
    assert error["location"] == f"{PETSTORE.as_posix()}#/components/schemas/Error"


UNCHECKED = (
    "paths: {/a: {get: {responses: {'200': {description: ok, content: {application/json: %s}}}}}}\n"
)
COMMANDS = ["generate", "check", "validate", "inspect", "coverage"]


def _strict(command: str, text: str, folder: Path) -> Run:
    (folder / "api.yaml").write_text(f"{HEAD}{text}", "utf-8")
    arguments = [command, folder / "api.yaml", "--strict"]
    if command in ("generate", "check"):
        arguments += ["--package", "shop", "--output", folder / "out"]
    return specloom(*arguments)


@pytest.mark.parametrize("command", COMMANDS)
def test_strict_treats_warnings_as_errors(command: str, tmp_path: Path) -> None:
    schema = "{schema: {properties: {a: {enum: ['1'], type: integer}}}}"
    run = _strict(command, UNCHECKED % schema, tmp_path)
    assert run.exit_code == 1
    assert "error[enum-of-other-type]" in run.errors
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("command", COMMANDS)
def test_strict_lets_notes_pass(command: str, tmp_path: Path) -> None:
    schema = "{schema: {type: object, properties: {class: {type: string}}}}"
    assert _strict("generate", UNCHECKED % schema, tmp_path).exit_code == 0
    run = _strict(command, UNCHECKED % schema, tmp_path)
    assert (run.exit_code, "error[" in run.errors) == (0, False)


def test_notes_are_counted_and_listed_on_request(tmp_path: Path) -> None:
    schema = "{schema: {type: object, properties: {class: {type: string}}}}"
    run = _strict("inspect", UNCHECKED % schema, tmp_path)
    assert run.errors == "1 note; --notes lists it\n"
    run = specloom("inspect", tmp_path / "api.yaml", "--notes")
    assert "note[reserved-name]" in run.errors and "--notes" not in run.errors


# --- check -----------------------------------------------------------------------------------


def test_check_tells_drift_and_writes_nothing(tmp_path: Path) -> None:
    out = tmp_path / "out"
    arguments = (PETSTORE, "--package", "shop", "--output", out)
    missing = specloom("check", *arguments)
    assert missing.exit_code == 1
    assert (
        "error[drift]: shop/transports.py is missing\n    hint: run specloom generate\n"
        in missing.errors
    )
    assert not out.exists()
    specloom("generate", *arguments)
    fine = specloom("check", *arguments)
    assert (fine.exit_code, fine.output) == (0, f"{out.as_posix()}: up to date\n")
    (out / "README.md").write_text("changed", "utf-8")
    (out / "shop/models.py").unlink()
    before = snapshot(out)
    drift = specloom("check", *arguments)
    assert [
        line.rpartition(": ")[2] for line in drift.errors.splitlines() if "[drift]" in line
    ] == [
        "README.md differs",
        "shop/models.py is missing",
    ]
    assert snapshot(out) == before
