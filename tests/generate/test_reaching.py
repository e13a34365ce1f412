"""Test that every operation is reached through a client, sync and async."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from specloom.coverage.walk import walk
from specloom.project.file import load_project
from specloom.python.views import AttributeView

from tests.generate.conftest import Generated, MypyStrict
from tests.generate.shapes import DONE, with_paths
from tests.generate.support import importable, made_of, specloom


def test_a_resource_and_a_shared_method_of_one_word(generated: Generated) -> None:
    """An operation that several resources share does not hide a resource of its name, nor the
    other way round."""
    item = "parameters: [{name: id, in: path, required: true, schema: {type: string}}]"
    package = generated(with_paths(f"""
/a/{{id}}: {{patch: {{{item}, {DONE}}}}}
/b/{{id}}: {{patch: {{{item}, {DONE}}}}}
/b/update/async: {{post: {{{DONE}}}}}
/a/x: {{get: {{{DONE}}}}}
/c/update/async: {{post: {{{DONE}}}}}
/d/update/async: {{post: {{{DONE}}}}}
/d/{{id}}: {{patch: {{{item}, {DONE}}}}}
"""))
    wanted = {
        *(("PATCH", f"/{word}/{{id}}") for word in "abd"),
        *(("POST", f"/{word}/update/async") for word in "bcd"),
        ("GET", "/a/x"),
    }
    for client in (package.client, package.async_client):
        assert {(each.method, each.path) for each in walk(client, package.name)} == wanted


def _schema(member: str, kind: str) -> str:
    return (
        f"Spec: {{type: object, required: [{member}], properties: {{{member}: {{type: {kind}}}}}}}"
    )


ID = "parameters: [{name: id, in: path, required: true, schema: {type: string}}]"
X, Y = _schema("x", "string"), _schema("y", "integer")
DOCUMENTS = {
    ("v1", "a"): X,
    ("v1", "b"): Y,
    ("v2", "a"): Y,
    ("v2", "c"): X,
    ("v3", "b"): X,
    ("v3", "c"): Y,
}


def test_an_alias_is_not_hidden_by_an_import(tmp_path: Path, mypy_strict: MypyStrict) -> None:
    """A later version has structures of an older one with each other's names."""
    for (version, resource), schema in DOCUMENTS.items():
        folder = tmp_path / "documents" / version
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{resource}.yaml").write_text(
            f"""\
openapi: 3.1.0
info: {{title: t, version: "1"}}
paths:
  /{resource}:
    get:
      responses:
        "200":
          description: d
          content: {{application/json: {{schema: {{$ref: "#/components/schemas/Spec"}}}}}}
components: {{schemas: {{{schema}}}}}
""",
            "utf-8",
        )
    (tmp_path / "specloom.toml").write_text(
        '[package]\nname = "shadowed"\noutput = "out"\n'
        '[documents]\nfiles = "documents/{version}/{resource}.yaml"\n'
        '[versions]\norder = ["v1", "v2", "v3"]\ndefault = "v3"\n',
        "utf-8",
    )
    package = made_of(load_project(tmp_path / "specloom.toml"))
    with importable(package.folder, package.name):
        first = package.module("v1.models")
        for version in ("v2", "v3"):
            models = package.module(f"{version}.models")
            named = {name for name in dir(models) if name.endswith("Spec")}
            assert {getattr(models, name) for name in named} == {first.Spec, first.BSpec}
            for resource in ("a", "b", "c"):
                schema = DOCUMENTS.get((version, resource))
                if schema is not None:
                    constant = package.module(f"{version}.resources.{resource}").GET
                    assert constant.responses[200] is (first.Spec if schema is X else first.BSpec)
    mypy_strict(package.folder / package.name)


def test_path_arguments_are_in_the_order_of_the_path(generated: Generated) -> None:
    """Parameters may be declared at the path or at the operation, before or after others."""
    package = generated(with_paths(f"""
/tables/{{t}}/rows/{{r}}:
  parameters: [{{name: r, in: path, required: true, schema: {{type: string}}}}]
  get:
    parameters:
      - {{name: deep, in: query, required: true, schema: {{type: boolean}}}}
      - {{name: t, in: path, required: true, schema: {{type: string}}}}
    {DONE}
/tables/{{t}}/cells/{{r}}.{{c}}:
  get:
    parameters:
      - {{name: c, in: path, required: true, schema: {{type: string}}}}
      - {{name: r, in: path, required: true, schema: {{type: string}}}}
      - {{name: t, in: path, required: true, schema: {{type: string}}}}
    {DONE}
"""))
    sent: list[str] = []

    def answer(request: object) -> object:
        sent.append(request.url)
        return module.json_response({})

    module = package.module()
    with package.client(
        base_url="https://shop.example", transport=module.MockTransport(answer)
    ) as client:
        client.tables.rows.get("T", "R", deep=True)
        client.tables.cells.get("T", "R", "C")
    assert sent == [
        "https://shop.example/tables/T/rows/R?deep=true",
        "https://shop.example/tables/T/cells/R.C",
    ]


@pytest.mark.parametrize("names", [("a", "b"), ("b", "a")])
def test_equal_operations_of_other_paths_have_their_own_order(
    generated: Generated, names: tuple[str, str]
) -> None:
    one, other = names
    declared = ", ".join(
        f"{{name: {name}, in: path, required: true, schema: {{type: string}}}}" for name in "ab"
    )
    package = generated(with_paths(f"""
/x/{{{one}}}/{{{other}}}: {{get: {{parameters: [{declared}], {DONE}}}}}
/y/{{{other}}}/{{{one}}}: {{get: {{parameters: [{declared}], {DONE}}}}}
"""))
    sent: list[str] = []
    module = package.module()

    def answer(request: object) -> object:
        sent.append(request.url)
        return module.json_response({})

    with package.client(base_url="http://x", transport=module.MockTransport(answer)) as client:
        client.x.get("1", "2")
        client.y.get("1", "2")
    assert sent == ["http://x/x/1/2", "http://x/y/1/2"]


def test_coverage_counts_by_walking_the_clients(tmp_path: Path) -> None:
    document = tmp_path / "api.yaml"
    document.write_text(with_paths(f"/pets/photos/new: {{post: {{{DONE}}}}}"), "utf-8")
    run = specloom("coverage", document)
    assert (run.exit_code, run.errors) == (0, "")
    assert "1/1/0" in run.output


def test_coverage_does_not_count_what_no_attribute_leads_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The package decides, not the plan."""
    document = tmp_path / "api.yaml"
    document.write_text(
        with_paths(
            f"/pets/photos/new: {{post: {{{DONE}}}}}\n/pets/{{id}}/feed: {{put: {{{ID}, {DONE}}}}}"
        ),
        "utf-8",
    )
    monkeypatch.setattr(
        "specloom.python.clients.resources.AttributeView",
        lambda head, **rest: AttributeView(head=replace(head, name=f"not_{head.name}"), **rest),
    )
    run = specloom("coverage", document, "--package", "lost")
    assert run.exit_code == 1
    assert "error[not-generated]" in run.errors
