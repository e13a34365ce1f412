"""Test both products, installed from their wheels into empty environments and used outside of the
checkout."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.install.environments import Environment, build_wheel, install, lowest_versions
from tests.support.loopback import Answer, Loopback, RecordedRequest, json_answer
from tests.support.mypy_run import run_mypy

pytestmark = pytest.mark.install

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
EXTRAS = ("aiohttp", "opentelemetry", "progress", "pyreqwest", "redis")
HTTPX2 = ("Httpx2Transport", "AsyncHttpx2Transport")
OTHERS = ("PyreqwestTransport", "AsyncPyreqwestTransport", "AiohttpTransport")
PET = {"id": "1", "born": "2026-01-02T00:00:00Z", "kind": "cat"}

either = pytest.mark.parametrize("lowest", [False, True], ids=["newest", "lowest"])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("install")


@pytest.fixture(scope="module")
def specloom(folder: Path) -> Path:
    """Return the wheel of specloom."""
    return build_wheel(ROOT, folder / "specloom")


@pytest.fixture(scope="module")
def toolkit(folder: Path, specloom: Path) -> Environment:
    """Return an environment with specloom and its dependencies, and nothing else."""
    return install(specloom, folder / "toolkit")


@pytest.fixture(scope="module")
def pets(folder: Path, toolkit: Environment) -> Path:
    """Return the wheel of a package that the installed specloom generates."""
    return build_wheel(generate(toolkit, folder / "made") / "client", folder / "pets")


@pytest.fixture(scope="module")
def hubspot(folder: Path) -> Path:
    """Return the wheel of hubspot-crm."""
    return build_wheel(ROOT / "generated", folder / "hubspot")


@pytest.fixture
def server() -> Iterator[Loopback]:
    with Loopback(answer) as running:
        yield running


def answer(request: RecordedRequest) -> Answer:
    assert request.headers["x-key"] == "secret"
    if request.path == "/pets/none":
        return json_answer({"message": "No such pet"}, status=404)
    if request.path == "/pets/1/picture":
        return Answer(204 if b"\x89PNG" in request.body else 500)
    if request.method == "POST":
        return json_answer({**PET, **json.loads(request.body)}, status=201)
    return json_answer(PET)


def generate(environment: Environment, folder: Path, *options: str) -> Path:
    """Generate the package of a copy of `project/` with the specloom of an environment."""
    shutil.copytree(HERE / "project", folder)
    environment.run("specloom", "generate", "--project", folder / "specloom.toml", *options)
    return folder


def files_of(folder: Path) -> dict[str, bytes]:
    paths = [each for each in folder.rglob("*") if each.is_file()]
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in paths}


def black_has_nothing_to_change(environment: Environment, package: Path) -> None:
    """Check that the black of an environment does not change any generated module of a package."""
    templates = ROOT / "templates" / "%module"
    copied = [each.relative_to(templates).as_posix() for each in templates.rglob("*.py")]
    [module] = [each.parent for each in package.glob("*/_core")]
    made = [
        each for each in module.rglob("*.py") if each.relative_to(module).as_posix() not in copied
    ]
    assert len(made) > 5
    environment.run("black", "--check", "--line-length", 100, "--target-version", "py311", *made)


def test_specloom_alone(toolkit: Environment, pets: Path, folder: Path) -> None:
    assert toolkit.run("specloom", "--version").startswith("specloom, version ")
    black_has_nothing_to_change(toolkit, folder / "made" / "client")
    black_has_nothing_to_change(toolkit, ROOT / "generated")
    project = folder / "made" / "specloom.toml"
    toolkit.run("specloom", "check", "--project", project)
    toolkit.run("specloom", "coverage", "--project", project)
    assert '"operations"' in toolkit.run("specloom", "inspect", "--project", project)
    wrong = folder / "wrong.yaml"
    wrong.write_text("openapi: 3.1.0\ninfo: {title: A, version: '1'}\npaths: [\n", "utf-8")
    assert "wrong.yaml:4:1: error[" in toolkit.run("specloom", "validate", wrong, code=1)


def test_specloom_at_its_lowest_versions(
    toolkit: Environment, pets: Path, specloom: Path, folder: Path
) -> None:
    environment = install(specloom, folder / "lowest", extras=("fast",), lowest=True)
    installed = environment.distributions()
    for name, lowest in lowest_versions(specloom, ("fast",)).items():
        assert f"{installed[name]}.0.".startswith(f"{lowest}."), (name, installed[name])
    made = generate(environment, folder / "made by lowest")
    black_has_nothing_to_change(environment, made / "client")
    black_has_nothing_to_change(environment, ROOT / "generated")
    assert files_of(made / "client") == files_of(folder / "made" / "client")
    for options in ("--formatter", "ruff"), ():
        environment.run("specloom", "generate", "--project", made / "specloom.toml", *options)


@either
def test_a_generated_package_alone(
    pets: Path, folder: Path, server: Loopback, lowest: bool
) -> None:
    environment = install(pets, folder / f"pets alone {lowest}", lowest=lowest)
    assert "rich" not in environment.distributions()
    printed = environment.run(HERE / "programs" / "use_pets.py", server.url, *HTTPX2)
    assert f"from {environment.folder}" in printed
    assert_strictly_typed(environment, "pets", folder)


@either
def test_a_generated_package_with_its_extras(
    pets: Path, folder: Path, server: Loopback, lowest: bool
) -> None:
    environment = install(pets, folder / f"pets {lowest}", extras=EXTRAS, lowest=lowest)
    environment.run(HERE / "programs" / "use_pets.py", server.url, *HTTPX2, *OTHERS)
    environment.run(HERE / "programs" / "use_extras.py", server.url)
    if not lowest:
        assert_strictly_typed(environment, "pets", folder)


@either
def test_hubspot_crm_alone(hubspot: Path, folder: Path, lowest: bool) -> None:
    environment = install(hubspot, folder / f"hubspot {lowest}", lowest=lowest)
    printed = environment.run(HERE / "programs" / "use_hubspot.py")
    assert f"from {environment.folder}" in printed
    if not lowest:
        assert_strictly_typed(environment, "hubspot_crm", folder)


def test_the_webhook_recipes_with_their_frameworks(hubspot: Path, folder: Path) -> None:
    frameworks = ("django", "fastapi", "flask")
    environment = install(hubspot, folder / "frameworks", beside=frameworks)
    page = ROOT / "docs" / "hubspot" / "webhooks.md"
    program = HERE / "programs" / "use_webhook_recipes.py"
    printed = environment.run(program, page, *frameworks)
    assert printed.split() == ["django", "ok", "fastapi", "ok", "flask", "ok"]


def assert_strictly_typed(environment: Environment, package: str, folder: Path) -> None:
    """Check that mypy --strict reports nothing about an installed package with the packages of its
    environment."""
    output, errors, status = run_mypy(
        [
            "--strict",
            "--config-file=",
            f"--cache-dir={folder / 'mypy' / environment.folder.name}",
            f"--python-executable={environment.python}",
            f"--package={package}",
        ]
    )
    assert (status, errors) == (0, ""), output
