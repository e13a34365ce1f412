"""`specloom bundle` and `specloom upgrade`: one document in, one document out, for other tools."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from specloom.documents.document import Document
from specloom.documents.reading.load import parse_source
from specloom.documents.validating.validate import violations
from specloom.documents.writing import dump_json, dump_yaml

from tests.generate.support import HEAD, snapshot, specloom

PETS = HEAD + """\
paths:
  /pets:
    get:
      responses:
        "200":
          description: The pets.
          content: {application/json: {schema: {type: array, items: {$ref: "models/pet.yaml"}}}}
        default: {$ref: "common.yaml#/errors/Problem"}
"""
PET = "type: object\nproperties: {owner: {$ref: 'owner.yaml#/Owner'}, friend: {$ref: '#'}}\n"
OWNER = "Owner: {type: object, properties: {name: {type: string}}}\n"
COMMON = "errors: {Problem: {description: It failed.}}\n"
OVERLAY = """\
overlay: 1.0.0
info: {title: Ours, version: "1"}
actions:
  - {target: $.info, update: {title: Our shop}}
"""
SWAGGER = """\
swagger: "2.0"
info: {title: Shop, version: "1"}
host: shop.example
consumes: [application/x-www-form-urlencoded, multipart/form-data]
produces: [application/json]
paths:
  /pets:
    get:
      parameters:
        - {name: Tags, in: header, type: array, items: {type: string}, collectionFormat: tsv}
      responses:
        200:
          description: The pets.
          schema: {type: array, items: {$ref: "#/definitions/Pet"}}
          examples: {application/json: [], text/csv: "a,b"}
    post:
      parameters: [{name: name, in: formData, type: string}]
      responses: {204: {description: Done.}}
definitions: {Pet: {type: object, properties: {name: {type: string, x-nullable: true}}}}
"""
OLDER = """\
openapi: 3.0.3
info: {title: Shop, version: "1"}
paths:
  /pets:
    get:
      responses:
        "200":
          description: The pets.
          content: {application/json: {schema: {$ref: "#/components/schemas/Pet", description: One.}}}
components: {schemas: {Pet: {type: object, example: {}, properties: {name: {type: string, nullable: true}}}}}
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with a document in four files."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SPECLOOM_CACHE_DIR", str(tmp_path.parent / "cache"))
    Path("models").mkdir()
    for name, text in (
        ("api.yaml", PETS),
        ("models/pet.yaml", PET),
        ("models/owner.yaml", OWNER),
        ("common.yaml", COMMON),
        ("ours.yaml", OVERLAY),
        ("old.yaml", SWAGGER),
        ("older.yaml", OLDER),
    ):
        Path(name).write_text(text, "utf-8")
    return tmp_path


def external(value: Any) -> list[str]:
    """The references of a document that are not local."""
    if isinstance(value, dict):
        here = [value["$ref"]] if isinstance(value.get("$ref"), str) else []
        found = [each for each in here if not each.startswith("#/")]
        return found + [each for member in value.values() for each in external(member)]
    return (
        [each for member in value for each in external(member)] if isinstance(value, list) else []
    )


def test_bundle_prints_a_document_without_references_to_other_files(folder: Path) -> None:
    before = snapshot(folder)
    run = specloom("bundle", "api.yaml")
    assert (run.exit_code, run.errors) == (0, "")
    assert snapshot(folder) == before
    bundled = yaml.safe_load(run.output)
    assert external(bundled) == []
    assert list(bundled) == ["openapi", "info", "paths", "components"]
    schemas = bundled["components"]["schemas"]
    assert schemas["pet"]["properties"] == {
        "owner": {"$ref": "#/components/schemas/Owner"},
        "friend": {"$ref": "#/components/schemas/pet"},
    }
    assert bundled["components"]["responses"]["Problem"] == {"description": "It failed."}
    Path("whole.yaml").write_text(run.output, "utf-8")
    assert specloom("bundle", "whole.yaml").output == run.output


def test_a_bundle_makes_the_same_package_as_its_parts() -> None:
    assert specloom("bundle", "api.yaml", "-o", "whole/api.yaml").exit_code == 0
    for name in ("api.yaml", "whole/api.yaml"):
        run = specloom("generate", name, "--package", "shop", "--output", f"out/{name}")
        assert run.exit_code == 0, run.errors
    one, other = (
        {path: state[0] for path, state in snapshot(Path("out") / each).items()}
        for each in ("api.yaml", "whole/api.yaml")
    )
    assert one.keys() == other.keys()
    assert one["shop/models.py"] == other["shop/models.py"]


def test_the_notation_is_that_of_the_option_or_of_the_file() -> None:
    assert json.loads(specloom("bundle", "api.yaml", "--to", "json").output)["openapi"] == "3.1.0"
    assert specloom("bundle", "api.yaml", "-o", "api.json").output == "changed  api.json\n"
    whole = json.loads(Path("api.json").read_text("utf-8"))
    assert json.loads(specloom("bundle", "api.json").output) == whole
    assert yaml.safe_load(specloom("bundle", "api.json", "--to", "yaml").output) == whole
    assert specloom("bundle", "api.yaml", "-o", "api.json").output == "unchanged  api.json\n"
    specloom("bundle", "api.json", "-o", "without_suffix")
    assert json.loads(Path("without_suffix").read_text("utf-8")) == whole


def test_overlays_are_applied_as_generate_applies_them() -> None:
    run = specloom("bundle", "api.yaml", "--overlay", "ours.yaml")
    assert yaml.safe_load(run.output)["info"]["title"] == "Our shop"
    assert run.errors == ""
    older = specloom("bundle", "older.yaml", "--overlay", "ours.yaml")
    assert older.errors == "older.yaml: upgraded to OpenAPI 3.1, to which the overlays apply\n"
    assert yaml.safe_load(older.output)["openapi"] == "3.1.0"
    Path("ours.yaml").write_text(OVERLAY.replace("$.info", "$.nothing"), "utf-8")
    unused = specloom("upgrade", "older.yaml", "--overlay", "ours.yaml")
    assert unused.exit_code == 1 and "error[overlay-action-unused]" in unused.errors


def test_a_document_of_a_project_with_its_overlays() -> None:
    Path("specloom.toml").write_text(
        '[package]\nname = "shop"\noutput = "out"\n'
        '[documents]\nfiles = ["api.yaml", "older.yaml"]\noverlays = ["ours.yaml"]\n',
        "utf-8",
    )
    unnamed = specloom("bundle")
    assert unnamed.exit_code == 2
    assert "Pass one document of 2: api.yaml, older.yaml" in unnamed.errors
    for name in ("api.yaml", "./api.yaml"):
        run = specloom("bundle", name, "--project", "specloom.toml")
        assert yaml.safe_load(run.output)["info"]["title"] == "Our shop", run.errors
    unknown = specloom("bundle", "old.yaml", "--project", "specloom.toml")
    assert unknown.exit_code == 2
    assert "'old.yaml' is not a document of the project: api.yaml, older.yaml" in unknown.errors


def test_upgrade_of_swagger_reports_what_cannot_be_carried_over() -> None:
    run = specloom("upgrade", "old.yaml", "-o", "new.yaml")
    assert run.exit_code == 0
    lines = [each for each in run.errors.splitlines() if not each.startswith(" ")]
    assert [re.sub(r" #\S+:", ":", each) for each in lines] == [
        "old.yaml:10:72: warning[not-carried-over]: OpenAPI 3.1 has no style for 'tsv' in 'header'; "
        "it is written as the extension x-specloom-style",
        "old.yaml:15:44: warning[not-carried-over]: the example is removed, because 'text/csv' is "
        "not in 'produces'",
        "old.yaml:4:1: warning[not-carried-over]: the form is sent as "
        "'application/x-www-form-urlencoded'; 'multipart/form-data' is removed",
    ]
    made = yaml.safe_load(Path("new.yaml").read_text("utf-8"))
    assert made["openapi"] == "3.1.0"
    assert made["servers"] == [{"url": "https://shop.example"}]
    assert made["components"]["schemas"]["Pet"]["properties"]["name"]["type"] == ["string", "null"]
    assert not violations(Document("new.yaml", made))
    strict = specloom("upgrade", "old.yaml", "-o", "strict.yaml", "--strict")
    assert strict.exit_code == 1
    assert not Path("strict.yaml").exists()


def test_upgrade_of_3_0_and_of_3_1() -> None:
    run = specloom("upgrade", "older.yaml")
    assert "'description' is removed, because it has no effect next to '$ref'" in run.errors
    made = yaml.safe_load(run.output)
    assert made["components"]["schemas"]["Pet"]["examples"] == [{}]
    assert not violations(Document("older.yaml", made))
    Path("made.yaml").write_text(run.output, "utf-8")
    again = specloom("upgrade", "made.yaml")
    assert (again.exit_code, again.errors, again.output) == (0, "", run.output)


def test_a_reference_that_cannot_be_resolved_is_an_error() -> None:
    Path("common.yaml").unlink()
    for command in ("bundle", "upgrade"):
        run = specloom(command, "api.yaml", "-o", "whole.yaml")
        assert run.exit_code == 1 and not Path("whole.yaml").exists()
        assert "error[unreadable-reference]" in run.errors
        assert "'common.yaml' cannot be read: the file does not exist" in run.errors
        assert run.errors.endswith("1 error; nothing was written\n")
    missing = specloom("bundle", "missing.yaml", "-o", "none.yaml")
    assert missing.exit_code == 1 and not Path("none.yaml").exists()


def test_a_document_comes_from_standard_input() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "specloom", "upgrade", "-"],
        input=OLDER.encode(),
        capture_output=True,
        timeout=60,
        check=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )
    assert yaml.safe_load(run.stdout)["openapi"] == "3.1.0"


def test_diagnostics_as_a_document_need_a_file_to_write() -> None:
    run = specloom("upgrade", "older.yaml", "--format", "json")
    assert run.exit_code == 2
    run = specloom("upgrade", "older.yaml", "--format", "json", "--output", "new.json")
    assert [each["code"] for each in json.loads(run.output)["diagnostics"]] == ["not-carried-over"]
    assert json.loads(Path("new.json").read_text("utf-8"))["openapi"] == "3.1.0"


def test_a_file_is_replaced_only_by_a_whole_one(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("new.yaml").write_text("before", "utf-8")

    def fail(source: object, target: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    run = specloom("upgrade", "older.yaml", "-o", "new.yaml")
    assert run.exit_code == 1 and "error[unwritable-output]" in run.errors
    assert Path("new.yaml").read_text("utf-8") == "before"
    assert not [each for each in Path().iterdir() if each.name.startswith(".")]


STRINGS = st.one_of(
    st.text(st.characters(exclude_categories=("Cs",)), max_size=30),
    st.text("0123456789eExo_.:+-~ \n\tyn", max_size=8),
    st.sampled_from(
        ["no", "on", "1e3", "0o17", "2026-01-31", "12:30:00", "<<", "=", "# a", "a: b"]
    ),
)
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), STRINGS).filter(
        lambda value: not isinstance(value, float) or abs(value) != float("inf")
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(STRINGS, inner, max_size=3)
    ),
    max_leaves=8,
)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(VALUES)
def test_what_is_written_is_read_as_it_was(value: Any) -> None:
    for text, is_json in ((dump_yaml({"a": value}), False), (dump_json({"a": value}), True)):
        read = parse_source(text.encode("utf-8"), "a.yaml", is_json=is_json, repairing=False)
        assert read.value == {"a": value}
    assert yaml.safe_load(dump_yaml({"a": value})) == {"a": value}
