"""One client core for several packages: `core = "shared"`."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import specloom as library

from tests.generate.conftest import MypyStrict
from tests.generate.support import snapshot, specloom

PAGES = """\
openapi: 3.1.0
info: {title: Pets, version: "1"}
paths:
  /pets:
    get:
      parameters: [{name: after, in: query, schema: {type: string}}]
      x-specloom-pagination: {cursor: after, in: query, next: /next, items: /pets}
      responses:
        "200":
          description: A page.
          content:
            application/json:
              schema:
                type: object
                required: [pets, id]
                properties:
                  pets: {type: array, items: {type: object, properties: {id: {type: string, format: duration}}}}
                  next: {type: string}
                  id: {oneOf: [{$ref: "#/components/schemas/A"}, {$ref: "#/components/schemas/B"}], discriminator: {propertyName: kind}}
components:
  schemas:
    A: {type: object, required: [kind], properties: {kind: {const: A}}}
    B: {type: object, required: [kind], properties: {kind: {const: B}}}
"""
UPLOADS = """\
openapi: 3.1.0
info: {title: Files, version: "2"}
paths:
  /files:
    post:
      requestBody: {content: {multipart/form-data: {schema: {type: object, properties: {file: {type: string, format: binary}}}}}}
      responses: {"204": {description: ""}}
  /files/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get: {responses: {"200": {description: "", content: {application/octet-stream: {}}}}}
"""
SETTINGS = """\
[package]
core = "shared"

[core]
name = "acme-core"
version = "1.4.2"

[packages.pets.package]
name = "acme-pets"
client = "Pets"
output = "pets"
features = ["rate_limits", "redis"]
[packages.pets.documents]
files = "pets.yaml"

[packages.files.package]
name = "acme-files"
client = "Files"
output = "files"
[packages.files.documents]
files = "files.yaml"
"""
PROGRAM = """\
import acme_core
import acme_files
import acme_pets
from acme_core import ApiError
from acme_files import Files, MockTransport, json_response
from acme_pets import Pets
from acme_pets.rate_limits import RedisRateLimiter
from acme_pets.transports import Httpx2Transport


def failure(call: str) -> ApiError:
    transport = MockTransport([json_response({}, status=404)])
    pets = Pets(base_url="https://pets.example", transport=transport)
    files = Files(base_url="https://files.example", transport=transport)
    try:
        if call == "pets":
            list(pets.pets.list())
        else:
            files.files.get("1")
    except ApiError as error:
        return error
    raise AssertionError("no error")


for name in ("pets", "files"):
    error = failure(name)
    assert isinstance(error, acme_pets.NotFoundError) and isinstance(error, acme_files.NotFoundError)
page: list[dict[str, object]] = [{"pets": [{"id": "P1D"}], "next": "2", "id": {"kind": "B"}}, {"pets": [], "id": {"kind": "A"}}]
pets = Pets(base_url="https://x.example", transport=MockTransport([json_response(each) for each in page]))
assert [type(each.id).__module__ for each in pets.pets.list()] == ["acme_core._core.codec.scalars"]
assert acme_pets.MockTransport is acme_files.MockTransport is acme_core.MockTransport
assert Httpx2Transport.__module__.startswith("acme_core.")
assert RedisRateLimiter.package == "acme_pets"
"""


def project_in(folder: Path, settings: str = SETTINGS) -> Path:
    (folder / "pets.yaml").write_text(PAGES, "utf-8")
    (folder / "files.yaml").write_text(UPLOADS, "utf-8")
    file = folder / "specloom.toml"
    file.write_text(settings, "utf-8")
    return file


def core_modules(folder: Path) -> set[str]:
    core = folder / "acme-core" / "acme_core" / "_core"
    return {path.relative_to(core).as_posix() for path in core.rglob("*.py")}


def test_two_clients_in_one_process_have_one_core(
    tmp_path: Path, mypy_strict: MypyStrict, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = project_in(tmp_path)
    made = specloom("generate", "--project", file)
    assert made.exit_code == 0, made.errors
    assert not list(tmp_path.glob("*/acme_pets/_core")) + list(tmp_path.glob("*/acme_files/_core"))
    modules = core_modules(tmp_path)  # what either of them needs, and nothing else
    needed = {"paging/pager.py", "redis_store.py", "body/files.py", "streaming/streams.py"}
    assert needed <= modules and "batch/run.py" not in modules
    counted = specloom("coverage", "--only", "files", "--project", file)
    assert counted.exit_code == 0, counted.errors
    required = {
        name: tomllib.loads((tmp_path / name / "pyproject.toml").read_text("utf-8"))["project"]
        for name in ("pets", "files", "acme-core")
    }
    for name in ("pets", "files"):
        assert required[name]["dependencies"] == ["acme-core>=1.4.2,<1.5", "msgspec>=0.20"]
    assert required["acme-core"]["version"] == "1.4.2"
    assert "httpx2>=2.14" in required["acme-core"]["dependencies"]

    program = tmp_path / "program.py"
    program.write_text(PROGRAM, "utf-8")
    folders = [str(tmp_path / name) for name in ("acme-core", "pets", "files")]
    path = os.pathsep.join(folders)
    subprocess.run(
        [sys.executable, str(program)], env={**os.environ, "PYTHONPATH": path}, check=True
    )
    monkeypatch.setenv("MYPYPATH", path)
    mypy_strict(*(tmp_path / each for each in ("pets", "files")), program)


def test_the_core_has_what_all_packages_need_in_any_order(tmp_path: Path) -> None:
    file = project_in(tmp_path)
    assert specloom("generate", "--only", "files", "--project", file).exit_code == 0
    assert "paging/pager.py" not in core_modules(tmp_path)
    assert specloom("generate", "--only", "pets", "--project", file).exit_code == 0
    both = core_modules(tmp_path)
    before = snapshot(tmp_path)
    assert specloom("generate", "--project", file).exit_code == 0
    assert specloom("check", "--project", file).exit_code == 0
    assert snapshot(tmp_path) == before and {"paging/pager.py", "body/files.py"} <= both
    shutil.rmtree(tmp_path / "acme-core")
    drift = specloom("check", "--only", "files", "--project", file)
    assert drift.exit_code == 1 and "acme-core/README.md is missing" in drift.errors
    library.generate(_only(file, "pets"))
    assert "paging/pager.py" in core_modules(tmp_path)
    (tmp_path / "one.toml").unlink()
    assert specloom("generate", "--project", file).exit_code == 0
    assert snapshot(tmp_path).keys() == before.keys()

    (tmp_path / "acme-core/acme_core/_core/errors.py").write_text("", "utf-8")
    drift = specloom("check", "--only", "files", "--project", file)
    assert drift.exit_code == 1 and "acme-core/acme_core/_core/errors.py differs" in drift.errors
    assert specloom("generate", "--dry-run", "--project", file).exit_code == 0
    assert (tmp_path / "acme-core/acme_core/_core/errors.py").read_text("utf-8") == ""

    # A package that leaves the project takes its features with it.
    project_in(tmp_path, SETTINGS.partition("[packages.files")[0])
    assert specloom("generate", "--project", file).exit_code == 0
    assert "body/files.py" not in core_modules(tmp_path)
    recorded = json.loads((tmp_path / "acme-core/.specloom.json").read_text("utf-8"))
    assert list(recorded["features"]) == ["acme-pets"]


def _only(file: Path, name: str) -> Path:
    """A project file with one of the packages."""
    head, _, rest = file.read_text("utf-8").partition("[packages.")
    parts = [f"[packages.{each}" for each in rest.split("[packages.")]
    found = file.with_name("one.toml")
    found.write_text(head + "".join(each for each in parts if f"packages.{name}" in each), "utf-8")
    return found


def test_own_lines_of_the_core_are_kept_and_one_package_may_have_its_own(tmp_path: Path) -> None:
    settings = SETTINGS.replace('name = "acme-files"', 'name = "acme-files"\ncore = "vendored"')
    file = project_in(tmp_path, settings)
    assert specloom("generate", "--project", file).exit_code == 0
    assert (tmp_path / "files/acme_files/_core/errors.py").exists()
    assert "body/files.py" not in core_modules(tmp_path)
    path = tmp_path / "acme-core/pyproject.toml"
    path.write_text(path.read_text("utf-8") + "\n[tool.mine]\nx = 1\n", "utf-8")
    file.write_text(settings.replace("1.4.2", "1.5.0"), "utf-8")
    assert specloom("generate", "--project", file).exit_code == 0
    found = tomllib.loads(path.read_text("utf-8"))
    assert found["tool"]["mine"] == {"x": 1} and found["project"]["version"] == "1.5.0"
    assert "acme-core>=1.5.0,<1.6" in (tmp_path / "pets/pyproject.toml").read_text("utf-8")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('name = "acme-core"', "", 'core = "shared" needs the name of a package'),
        (
            'name = "acme-core"',
            'name = "acme core"',
            "'acme core' is not a valid distribution name",
        ),
        ('"1.4.2"', '"one"', "'one' is not a valid version number"),
        ('name = "acme-core"', 'name = "acme_pets"', "would both be imported as acme_pets"),
        ('core = "shared"', 'core = "common"', "core: must be one of vendored, shared"),
        ('version = "1.4.2"', "x = 1", "unknown setting 'x'"),
    ],
)
def test_mistakes_are_located(tmp_path: Path, old: str, new: str, said: str) -> None:
    file = project_in(tmp_path, SETTINGS.replace(old, new, 1))
    refused = specloom("generate", "--only", "pets", "--project", file)
    assert refused.exit_code == 1 and said in refused.errors and "specloom.toml:" in refused.errors
