"""Test that published names stay: the manifest of the output records names, and a generation
reuses them."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from msgspec.structs import replace
from specloom.cli import main
from specloom.diagnostics import format_diagnostic
from specloom.pipeline import compile_project
from specloom.project.file import load_project
from specloom.published import dump_manifest, load_published, names_section
from specloom.python.clients.published import (
    check_published,
    moved_names,
    published_names,
    recorded_calls,
)
from specloom.python.layout.layout import Layout

from tests.generate.support import importable
from tests.support.loopback import Answer, Loopback

PROJECT = """\
[package]
name = "shop"
output = "out"
[documents]
files = "shop.json"
"""


@dataclass(frozen=True, slots=True)
class Shop:
    """A project in a folder, whose document changes between generations."""

    folder: Path

    def write(self, *operations: str, settings: str = "", file: str = "shop.json") -> None:
        """Write a document of operations, each with a method, a path and query parameters."""
        paths: dict[str, Any] = {}
        for operation in operations:
            method, path, *queries = operation.split(" ")
            names = [part[1:-1] for part in path.split("/") if part[:1] == "{"]
            parameters = [{"name": each, "in": "path", "required": True} for each in names]
            parameters += [{"name": each, "in": "query"} for each in queries]
            paths.setdefault(path, {})[method.lower()] = {
                "parameters": [{**each, "schema": {"type": "string"}} for each in parameters],
                "responses": {"204": {"description": "d"}},
            }
        info = {"title": "Shop", "version": "1"}
        document = {"openapi": "3.1.0", "info": info, "paths": paths}
        (self.folder / file).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / file).write_text(json.dumps(document), "utf-8")
        (self.folder / "specloom.toml").write_text(f"{PROJECT}{settings}", "utf-8")

    def run(self, *arguments: str) -> tuple[int, str, str]:
        result = CliRunner().invoke(main, arguments)
        return result.exit_code, result.stdout, result.stderr

    def generate(self, *arguments: str) -> str:
        """Generate, and return what is reported. The output is then up to date, with and without
        the cache."""
        code, _, said = self.run("generate", "--notes", *arguments)
        assert code == 0, said
        assert self.run("check")[0] == 0
        return said

    def name(self, *, fresh: bool = False) -> str:
        """Record names as `generate` does, without writing the package; return what is reported."""
        project = load_project(self.folder / "specloom.toml")
        if not fresh:
            before = load_published(project.output, project.package.module)
            check_published(before)
            project = replace(project, published=before)
        compiled = compile_project(project)
        recorded = recorded_calls(Layout(compiled.interned, compiled.names, project))
        published = published_names(recorded, project.published)
        self.manifest.parent.mkdir(exist_ok=True)
        self.manifest.write_bytes(
            dump_manifest([], names_section(project.package.module, published.calls))
        )
        found = (*compiled.interned.api.warnings, *moved_names(recorded, project))
        return "\n".join(map(format_diagnostic, found))

    @property
    def calls(self) -> dict[str, str]:
        """Return the call of each operation, as `inspect` prints it."""
        code, out, said = self.run("inspect", "--calls")
        assert code == 0, said
        return {f"{each['method']} {each['path']}": each["call"] for each in json.loads(out)}

    @property
    def manifest(self) -> Path:
        return self.folder / "out/.specloom.json"


@pytest.fixture
def shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shop:
    monkeypatch.chdir(tmp_path)
    return Shop(tmp_path)


def test_a_call_keeps_its_name_when_the_document_grows(shop: Shop) -> None:
    first = {"GET /v1/pets/{id}": "pets.get", "GET /v1/search": "search.get"}
    shop.write(*first)
    assert "kept-name" not in shop.generate()
    assert shop.calls == first
    grown = [*first, "GET /v2/pets/{id}", "GET /v2/pets/{id}/photos"]
    shop.write(*grown)
    said = shop.generate()
    assert shop.calls == {
        **first,
        "GET /v2/pets/{id}": "v2.pets.get",
        "GET /v2/pets/{id}/photos": "pets.photos.get",
    }
    assert (
        "note[kept-name] #/paths/~1v1~1pets~1{id}/get: the call keeps its published name "
        "pets.get; the current rules would name it v1.pets.get\n    hint: pass --fresh-names"
    ) in said
    shop.write(*reversed(grown))
    shop.generate()
    assert shop.calls["GET /v1/pets/{id}"] == "pets.get"
    shop.run("generate", "--fresh-names")
    assert shop.calls["GET /v1/pets/{id}"] == "v1.pets.get"
    assert shop.calls["GET /v2/pets/{id}"] == "pets.get"


def test_a_new_operation_yields_to_one_that_was_published(shop: Shop) -> None:
    shop.write("GET /things/{id}/draft")
    shop.name()
    assert shop.calls == {"GET /things/{id}/draft": "things.draft.get"}
    # By the current rules the one with fewer parameters would have the name.
    shop.write("GET /things/{id}/draft", "GET /things/draft")
    shop.name()
    assert shop.calls["GET /things/{id}/draft"] == "things.draft.get"
    assert shop.calls["GET /things/draft"] not in ("things.draft.get", "")


def test_settings_for_all_calls_apply_to_new_calls_and_with_fresh_names(shop: Shop) -> None:
    shop.write("GET /pets/{id}")
    shop.name()
    shop.write("GET /pets/{id}", "GET /owners/{id}", settings='[verbs]\nget = "retrieve"\n')
    assert "the current rules would name it pets.retrieve" in shop.name()
    assert shop.calls == {"GET /pets/{id}": "pets.get", "GET /owners/{id}": "owners.retrieve"}
    shop.name(fresh=True)
    assert shop.calls["GET /pets/{id}"] == "pets.retrieve"


def test_a_call_that_the_project_chooses_has_priority(shop: Shop) -> None:
    shop.write("GET /pets/{id}", "PUT /pets/{id}")
    shop.name()
    settings = '[calls]\n"pets: get" = "fetch"\n"PUT /pets/{id}" = "animals.set"\n'
    shop.write("GET /pets/{id}", "PUT /pets/{id}", settings=settings)
    assert "name]" not in shop.name()
    chosen = {"GET /pets/{id}": "pets.fetch", "PUT /pets/{id}": "animals.set"}
    assert shop.calls == chosen
    # A name that was chosen once is published too.
    shop.write("GET /pets/{id}", "PUT /pets/{id}")
    shop.name()
    assert shop.calls == chosen


def test_a_name_of_an_operation_that_is_removed_is_not_given_to_another(shop: Shop) -> None:
    shop.write("GET /pets/{id}/mood", "POST /pets/feed", "GET /owners")
    shop.name()
    shop.write("GET /owners")
    shop.name()
    shop.write("GET /owners", "GET /pets/mood", "PUT /pets/feed")
    said = shop.name()
    assert "the current rules would name it pets.mood.get" in said
    calls = shop.calls
    assert calls["GET /pets/mood"] != "pets.mood.get"
    assert calls["PUT /pets/feed"] != "pets.feed"
    # An operation that comes back gets its name again.
    shop.write("GET /owners", "GET /pets/mood", "GET /pets/{id}/mood", "POST /pets/feed")
    shop.name()
    assert shop.calls["GET /pets/{id}/mood"] == "pets.mood.get"
    assert shop.calls["GET /pets/mood"] == calls["GET /pets/mood"]
    assert shop.calls["POST /pets/feed"] == "pets.feed"
    shop.write("GET /owners", "GET /pets/mood")
    shop.name(fresh=True)
    assert shop.calls["GET /pets/mood"] == "pets.mood.get"


def test_an_operation_whose_path_changes_keeps_its_name(shop: Shop) -> None:
    shop.write("GET /v1/pets/{id}", "PUT /pets/{id}/mood", "GET /owners/{id}/cats")
    shop.name()
    shop.write("GET /v2/pets/{pet}", "PUT /pets/{pet}/mood", "GET /api/owners/{id}/cats")
    shop.name()
    assert shop.calls == {
        "GET /v2/pets/{pet}": "pets.get",
        "PUT /pets/{pet}/mood": "pets.mood.replace",
        "GET /api/owners/{id}/cats": "owners.cats.get",
    }
    assert len(json.loads(shop.manifest.read_text("utf-8"))["names"]["calls"]) == 3


def test_another_path_is_another_operation(shop: Shop) -> None:
    """The same end of the path is not enough to be the same operation: its call would do something
    else."""
    shop.write("GET /users", "GET /owners/{id}", "GET /pets/{id}")
    shop.name()
    shop.write("GET /admin/users", "GET /owners/{id}", "GET /pets/{id}")
    shop.name()
    assert shop.calls["GET /admin/users"] == "admin.users.get"
    # If all paths move, each operation keeps its call.
    shop.write("GET /shop/admin/users", "GET /shop/owners/{id}", "GET /shop/pets/{id}")
    shop.name()
    assert shop.calls["GET /shop/admin/users"] == "admin.users.get"
    assert shop.calls["GET /shop/pets/{id}"] == "pets.get"


def test_arguments_keep_their_names_and_their_order(shop: Shop, server: Loopback) -> None:
    shop.write("GET /pets/{pet}/toys/{toy} Pet since")
    shop.generate()
    (before,) = json.loads(shop.run("inspect", "--calls")[1])
    names = {each["wire_name"]: each["python_name"] for each in before["arguments"]}
    # Another parameter comes first, and the path parameters have other names and another order.
    shop.write("GET /pets/{animal}/toys/{toy} PET Since since Pet")
    document = json.loads((shop.folder / "shop.json").read_text("utf-8"))
    parameters = document["paths"]["/pets/{animal}/toys/{toy}"]["get"]["parameters"]
    parameters[0], parameters[1] = parameters[1], parameters[0]
    (shop.folder / "shop.json").write_text(json.dumps(document), "utf-8")
    assert "moved-name" not in shop.generate()
    (after,) = json.loads(shop.run("inspect", "--calls")[1])
    now = {each["wire_name"]: each["python_name"] for each in after["arguments"]}
    assert now["Pet"] == names["Pet"]
    assert now["since"] == names["since"] == "since"
    assert now["animal"] == names["pet"] == "pet"
    assert len(set(now.values())) == 6
    with importable(shop.folder / "out", "shop"):
        made: Any = import_module("shop")
        server.answer(Answer(204))
        with made.Client(base_url=server.url) as client:
            client.pets.toys.get("7", "8")
    assert server.requests[0].path == "/pets/7/toys/8"


def test_a_call_that_becomes_a_resource_stays_a_call(shop: Shop) -> None:
    shop.write("POST /pets/search", "GET /pets/{id}")
    shop.name()
    shop.write("POST /pets/search", "GET /pets/{id}", "GET /pets/search/saved")
    assert "kept-name" not in shop.name()
    assert shop.calls["POST /pets/search"] == "pets.search"
    shop.write("POST /pets/search", "GET /pets/{id}")
    shop.name()
    assert shop.calls["POST /pets/search"] == "pets.search"


@pytest.mark.parametrize(
    ("before", "after", "name"),
    [
        ('"call": "pets.get"', '"call": "pets.import"', "import"),
        ('"call": "pets.get"', '"call": "pets.a b()"', "a b()"),
        ('"call": "pets.get"', '"call": "close.get"', "close"),
        ('"path id": "id"', '"path id": "class"', "class"),
        ('"path id": "id"', '"path id": "x, y=print()"', "x, y=print()"),
    ],
)
def test_a_name_that_cannot_be_is_an_error_at_its_line(
    before: str, after: str, name: str, shop: Shop
) -> None:
    shop.write("GET /owners", "GET /pets/{id}")
    shop.name()
    text = shop.manifest.read_text("utf-8")
    assert before in text
    changed = text.replace(before, after)
    shop.manifest.write_text(changed, "utf-8")
    line = next(number for number, each in enumerate(changed.splitlines(), 1) if after in each)
    for command in ("generate", "check", "inspect"):
        code, _, said = shop.run(command)
        assert code == 1
        assert f"out/.specloom.json:{line}:1: error[unusable-name]" in said
        assert f"GET /pets/{{id}} was published with the name '{name}'" in said
    assert shop.manifest.read_text("utf-8") == changed
    shop.name(fresh=True)
    assert shop.calls["GET /pets/{id}"] == "pets.get"


@pytest.mark.parametrize("record", ["[]", '{"module": "shop"}', '{"module": "shop", "calls": [1]}'])
def test_a_record_that_is_none_is_an_error(record: str, shop: Shop) -> None:
    shop.write("GET /pets/{id}")
    shop.name()
    listing = json.loads(shop.manifest.read_text("utf-8"))
    shop.manifest.write_text(json.dumps({**listing, "names": json.loads(record)}), "utf-8")
    code, _, said = shop.run("generate")
    assert code == 1
    assert "out/.specloom.json:1:1: error[invalid-record]" in said


def test_the_cache_knows_the_names_that_were_published(shop: Shop) -> None:
    """Two outputs of one document have the names of their own histories."""
    shop.write("GET /v1/pets/{id}")
    shop.run("generate", "--output", "old")
    shop.write("GET /v1/pets/{id}", "GET /v2/pets/{id}")
    for output, call in (("new", "v1.pets.get"), ("old", "pets.get"), ("other", "v1.pets.get")):
        for _ in range(2):
            assert shop.run("generate", "--output", output)[0] == 0
            assert f'"GET /v1/pets/{{id}}", "call": "{call}"' in (
                shop.folder / output / ".specloom.json"
            ).read_text("utf-8")


def test_another_package_in_the_folder_has_names_of_its_own(shop: Shop) -> None:
    shop.write("GET /v1/pets/{id}")
    shop.name()
    shop.write("GET /v1/pets/{id}", "GET /v2/pets/{id}")
    (shop.folder / "specloom.toml").write_text(PROJECT.replace('"shop"', '"store"'), "utf-8")
    shop.name()
    assert shop.calls["GET /v2/pets/{id}"] == "pets.get"


def test_versions_and_resources_have_names_of_their_own(shop: Shop) -> None:
    """One path in several documents: each has its own record."""

    def write(version: str, resource: str, *operations: str) -> None:
        shop.write(*operations, file=f"documents/{version}/{resource}.json")
        settings = PROJECT.replace("shop.json", "documents/{version}/{resource}.json")
        order = '[versions]\norder = ["v1", "v2"]\n[resources]\nroots = ["/crm/*/*"]\n'
        (shop.folder / "specloom.toml").write_text(settings + order, "utf-8")

    for version in ("v1", "v2"):
        for resource in ("pets", "owners"):
            write(version, resource, f"GET /crm/{version}/{{kind}}/{{id}}/draft")
    shop.name()
    write("v2", "pets", "GET /crm/v2/{kind}/{id}/draft", "GET /crm/v2/{kind}/draft")
    shop.name()
    rows: list[dict[str, Any]] = json.loads(shop.run("inspect", "--calls")[1])
    calls = {(each["version"], each["document"], each["path"]): each["call"] for each in rows}
    for version in ("v1", "v2"):
        for resource in ("pets", "owners"):
            key = (
                version,
                f"documents/{version}/{resource}.json",
                f"/crm/{version}/{{kind}}/{{id}}/draft",
            )
            assert calls[key] == f"{resource}.draft.get"
    added = calls["v2", "documents/v2/pets.json", "/crm/v2/{kind}/draft"]
    assert added.startswith("pets.draft.") and added != "pets.draft.get"


def test_the_manifest_is_no_document(shop: Shop) -> None:
    shop.write("GET /pets/{id}", file="in/shop.json")
    (shop.folder / "specloom.toml").write_text(PROJECT.replace("shop.json", "*/*.json"), "utf-8")
    for _ in range(2):
        shop.name()
        assert shop.manifest.is_file()
    assert shop.calls == {"GET /pets/{id}": "pets.get"}


def test_the_pin_file_keeps_names_where_the_output_is_not_kept(shop: Shop) -> None:
    pins = '[pins]\nfile = "names.txt"\n'
    shop.write("GET /v1/pets/{id}", settings=pins)
    shop.generate()
    shutil.rmtree(shop.folder / "out")
    shop.write("GET /v1/pets/{id}", "GET /v2/pets/{id}", settings=pins)
    shop.generate()
    assert shop.calls["GET /v1/pets/{id}"] == "pets.get"
    assert shop.calls["GET /v2/pets/{id}"] == "v2.pets.get"


def test_a_run_that_was_killed_leaves_the_names(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop.write("GET /v1/pets/{id}")
    shop.generate()
    shop.write("GET /v1/pets/{id}", "GET /v2/pets/{id}")
    import specloom.emit.write as writing

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    def ignored(*_: object) -> None:
        return None

    with monkeypatch.context() as patch:
        patch.setattr(writing, "_undo", ignored)
        patch.setattr(writing, "_make", killed)
        shop.run("generate")
    assert '"call": "pets.get"' in shop.manifest.read_text("utf-8")
    shop.generate()
    assert shop.calls["GET /v1/pets/{id}"] == "pets.get"
