"""Test how `diff` classifies each change of an API, for users of the client and of the API."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest
from specloom.comparing.changes import RULES, next_version
from specloom.comparing.report import prepended
from specloom.comparing.versions import compare_projects
from specloom.project.model import plain_project

from tests.generate.support import HEAD, specloom

BASE = HEAD + """\
servers: [{url: "https://a.example"}, {url: "https://b.example"}]
security: [{key: []}]
paths:
  /pets:
    get:
      operationId: listPets
      parameters:
        - {name: tags, in: query, schema: {type: array, items: {type: string}}}
        - {name: limit, in: query, schema: {type: integer, maximum: 100, default: 10}}
        - {name: sort, in: query, required: true, schema: {type: string, enum: [name, age]}}
      responses:
        "200": {description: Pets., content: {application/json: {schema: {$ref: "#/components/schemas/Pets"}}}}
        "404": {description: None., content: {application/json: {schema: {$ref: "#/components/schemas/Problem"}}}}
    post:
      operationId: addPet
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: "#/components/schemas/NewPet"}}}
      responses:
        "201": {description: A pet., content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}
  /pets/{id}:
    get:
      operationId: getPet
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses:
        "200": {description: A pet., content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}
  /pets/{id}/photo:
    put:
      operationId: putPhoto
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      requestBody: {content: {image/png: {schema: {type: string, format: binary}}}}
      responses: {"204": {description: Done.}}
components:
  securitySchemes: {key: {type: apiKey, in: header, name: X-Key}, token: {type: http, scheme: bearer}}
  schemas:
    Pets: {type: object, required: [pets], properties: {pets: {type: array, items: {$ref: "#/components/schemas/Pet"}}, next: {type: string}}}
    Pet: {type: object, required: [id], properties: {id: {type: string}, age: {type: integer}, kind: {$ref: "#/components/schemas/Kind"}}}
    NewPet: {type: object, required: [name], properties: {name: {type: string, maxLength: 20}, size: {$ref: "#/components/schemas/Size"}, owner: {$ref: "#/components/schemas/Owner"}}}
    Owner: {type: object, required: [email], properties: {email: {type: string}, phone: {type: string}}}
    Kind: {type: string, enum: [cat, dog]}
    Size: {type: string, enum: [small, large]}
    Problem: {type: object, properties: {message: {type: string}}}
"""

S, R, B = "safe", "risky", "breaking"
PET = "type: object, required: [id], properties: {id: {type: string}, age: {type: integer},"
OWNER = "Owner: {type: object, required: [email], properties: {email: {type: string}, phone: {type: string}}}"
LIMIT = "{name: limit, in: query, schema: {type: integer, maximum: 100, default: 10}}"
SORT = "{name: sort, in: query, required: true, schema: {type: string, enum: [name, age]}}"
PHOTO = "requestBody: {content: {image/png: {schema: {type: string, format: binary}}}}"
ITEM = "  /pets/{id}:\n    get:\n      operationId: getPet\n"

# The replaced lines, their replacement, the kind of the change, its subject, and its levels for client and API.
CHANGES: list[tuple[str, str, str, str, str, str]] = [
    (
        "components:\n",
        "  /owners:\n    get: {responses: {'204': {description: Done.}}}\ncomponents:\n",
        "call added",
        "owners.get",
        S,
        S,
    ),
    (
        ITEM,
        "  /x-pets/{id}:\n    x-get:\n      operationId: getPet\n",
        "call removed",
        "pets.get",
        B,
        B,
    ),
    (
        ITEM,
        "  /animals/{id}:\n    get:\n      operationId: getPet\n",
        "call moved and renamed",
        "pets.get",
        B,
        B,
    ),
    (
        "operationId: getPet",
        "operationId: getPet\n      deprecated: true",
        "call deprecated",
        "pets.get",
        S,
        S,
    ),
    (
        "operationId: getPet",
        "operationId: getPet\n      x-specloom-idempotent: false",
        "call no longer retried",
        "pets.get",
        R,
        S,
    ),
    (
        LIMIT,
        LIMIT + "\n        - {name: page, in: query, schema: {type: string}}",
        "optional argument added",
        "pets.list",
        S,
        S,
    ),
    (
        LIMIT,
        LIMIT + "\n        - {name: page, in: query, required: true, schema: {type: string}}",
        "required argument added",
        "pets.list",
        B,
        B,
    ),
    (f"        - {LIMIT}\n", "", "argument removed", "pets.list", B, R),
    ("name: limit, in: query", "name: limit, in: header", "argument moved", "pets.list", S, B),
    (
        "name: tags, in: query,",
        "name: tags, in: query, explode: false,",
        "argument serialized differently",
        "pets.list",
        S,
        B,
    ),
    (
        "name: limit, in: query,",
        "name: limit, in: query, required: true,",
        "argument now required",
        "pets.list",
        B,
        B,
    ),
    ("in: query, required: true,", "in: query,", "argument now optional", "pets.list", S, S),
    ("enum: [name, age]", "enum: [name, age, size]", "argument wider", "pets.list", S, S),
    ("enum: [name, age]", "enum: [name]", "argument narrower", "pets.list", B, B),
    (
        "schema: {type: integer, maximum",
        "schema: {type: string, maximum",
        "argument type changed",
        "pets.list",
        B,
        B,
    ),
    (
        "schema: {type: integer, maximum",
        "schema: {type: number, maximum",
        "argument wider",
        "pets.list",
        S,
        S,
    ),
    (
        "schema: {type: integer, maximum",
        "schema: {type: [integer, 'null'], maximum",
        "argument wider",
        "pets.list",
        S,
        S,
    ),
    ("maximum: 100", "maximum: 50", "argument limit tightened", "pets.list", R, B),
    ("maximum: 100", "maximum: 200", "argument limit loosened", "pets.list", S, S),
    ("maximum: 100", "maximum: 100, minimum: 1", "argument limit tightened", "pets.list", R, B),
    ("default: 10", "default: 20", "argument default changed", "pets.list", R, R),
    ("name: limit,", "name: limit, deprecated: true,", "argument deprecated", "pets.list", S, S),
    (
        PHOTO,
        PHOTO.replace("{content", "{required: true, content"),
        "body now required",
        "pets.photo.replace",
        B,
        B,
    ),
    (PHOTO, "x-none: 1", "body removed", "pets.photo.replace", B, R),
    (
        PHOTO,
        PHOTO.replace("image/png", "image/jpeg"),
        "body media type removed",
        "pets.photo.replace",
        B,
        B,
    ),
    (
        PHOTO,
        PHOTO.replace("{image/png", "{image/gif: {}, image/png"),
        "body media type added",
        "pets.photo.replace",
        S,
        S,
    ),
    (
        "operationId: getPet",
        "operationId: getPet\n      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Owner'}}}}",
        "required body added",
        "pets.get",
        B,
        B,
    ),
    (
        "operationId: getPet",
        "operationId: getPet\n      requestBody: {content: {text/plain: {schema: {type: string}}}}",
        "optional body added",
        "pets.get",
        S,
        S,
    ),
    ('"201"', '"202"', "success removed", "pets.create", R, R),
    (
        '"204": {description: Done.}',
        '"204": {description: Done.}, "202": {description: Later.}',
        "success added",
        "pets.photo.replace",
        R,
        R,
    ),
    ('"404"', '"410"', "error removed", "pets.list", R, S),
    ('"404"', '"410"', "error added", "pets.list", S, S),
    (
        "#/components/schemas/Problem",
        "#/components/schemas/Owner",
        "error type changed",
        "pets.list",
        B,
        R,
    ),
    (
        'schema: {$ref: "#/components/schemas/Pets"}',
        'schema: {$ref: "#/components/schemas/Pet"}',
        "result type changed",
        "pets.list",
        B,
        B,
    ),
    (
        'schema: {$ref: "#/components/schemas/Pets"}',
        'schema: {anyOf: [{$ref: "#/components/schemas/Pets"}, {type: "null"}]}',
        "result may be null",
        "pets.list",
        B,
        B,
    ),
    (
        'schema: {$ref: "#/components/schemas/Pets"}',
        'schema: {anyOf: [{$ref: "#/components/schemas/Pets"}, {$ref: "#/components/schemas/Owner"}]}',
        "result wider",
        "pets.list",
        R,
        R,
    ),
    (
        "security: [{key: []}]",
        "security: [{key: [], token: []}]",
        "credential added",
        "pets.get",
        B,
        B,
    ),
    ("security: [{key: []}]", "security: [{key: []}, {}]", "credential removed", "pets.get", S, S),
    (
        "security: [{key: []}]",
        "security: [{key: []}, {token: []}]",
        "credential choice added",
        "pets.get",
        S,
        S,
    ),
    (
        "key: {type: apiKey, in: header, name: X-Key}, ",
        "key: {type: apiKey, in: header, name: X-Key}, other: {type: http, scheme: basic}, ",
        "client credential added",
        "other",
        S,
        S,
    ),
    (", token: {type: http, scheme: bearer}", "", "client credential removed", "token", B, S),
    ("https://a.example", "https://c.example", "default server changed", "https://a.example", R, R),
    (', {url: "https://b.example"}', "", "server removed", "https://b.example", R, R),
    (
        '{url: "https://b.example"}',
        '{url: "https://b.example"}, {url: "https://c.example"}',
        "server added",
        "https://c.example",
        S,
        S,
    ),
    (
        "    Kind: {",
        "    Extra: {type: object, properties: {x: {type: string}}}\n    Kind: {",
        "model added",
        "Extra",
        S,
        S,
    ),
    ("Problem", "Failure", "model renamed", "Problem", B, S),
    (
        "Owner: {type: object, required: [email], properties:",
        "Owner: {type: object, required: [email, phone], properties:",
        "property now required in requests",
        "Owner",
        B,
        B,
    ),
    (
        "Owner: {type: object, required: [email], properties:",
        "Owner: {type: object, properties:",
        "property now optional in requests",
        "Owner",
        S,
        S,
    ),
    (
        "{email: {type: string}, phone: {type: string}}",
        "{email: {type: string}}",
        "property removed from requests",
        "Owner",
        B,
        R,
    ),
    (
        "{email: {type: string},",
        "{email: {type: string}, fax: {type: string},",
        "property added",
        "Owner",
        S,
        S,
    ),
    (
        OWNER,
        OWNER.replace("[email]", "[email, fax]").replace("{email:", "{fax: {type: string}, email:"),
        "required property added to requests",
        "Owner",
        B,
        B,
    ),
    (
        "{email: {type: string},",
        "{email: {type: string, format: uuid},",
        "property type changed",
        "Owner",
        B,
        B,
    ),
    (
        "{email: {type: string},",
        "{email: {type: [string, 'null']},",
        "property wider in requests",
        "Owner",
        S,
        S,
    ),
    (
        "{email: {type: string},",
        "{email: {type: string, enum: [a]},",
        "property narrower in requests",
        "Owner",
        B,
        B,
    ),
    (
        "{email: {type: string},",
        "{email: {type: string, minLength: 3},",
        "property limit tightened",
        "Owner",
        R,
        B,
    ),
    (
        "{email: {type: string},",
        "{email: {type: string, deprecated: true},",
        "property deprecated",
        "Owner",
        S,
        S,
    ),
    (
        "phone: {type: string}",
        "phone: {type: string, writeOnly: true}",
        "property read-only",
        "Owner",
        R,
        R,
    ),
    ("maxLength: 20", "maxLength: 40", "argument limit loosened", "pets.create", S, S),
    (PET, PET.replace("required: [id], ", ""), "property now optional in responses", "Pet", B, B),
    (PET, PET.replace("[id]", "[id, age]"), "property now required in responses", "Pet", S, S),
    (" age: {type: integer},", "", "property removed from responses", "Pet", B, B),
    (
        " age: {type: integer},",
        " age: {type: [integer, 'null']},",
        "property may be null in responses",
        "Pet",
        B,
        B,
    ),
    (" age: {type: integer},", " age: {type: number},", "property wider in responses", "Pet", R, R),
    (
        " age: {type: integer},",
        " age: {type: integer, enum: [1]},",
        "property narrower in responses",
        "Pet",
        S,
        S,
    ),
    (
        PET,
        PET.replace("type: object,", "type: object, additionalProperties: {type: string},"),
        "further properties changed",
        "Pet",
        R,
        R,
    ),
    ("enum: [cat, dog]", "enum: [cat, dog, bird]", "value added to responses", "Kind", R, R),
    ("enum: [cat, dog]", "enum: [cat]", "value removed from responses", "Kind", S, S),
    ("enum: [small, large]", "enum: [small, large, huge]", "value added to requests", "Size", S, S),
    ("enum: [small, large]", "enum: [small]", "value removed from requests", "Size", B, B),
    (
        "Kind: {type: string, enum: [cat, dog]}",
        "Kind: {type: object, properties: {x: {type: string}}}",
        "model kind changed",
        "Kind",
        B,
        B,
    ),
]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, which contains the older version."""
    monkeypatch.chdir(tmp_path)
    Path("old.yaml").write_text(BASE, "utf-8")
    return tmp_path


def test_every_kind_of_change() -> None:
    """Test all changes together, so that the older version is compiled only once."""
    wrong: list[str] = []
    for before, after, kind, subject, client, api in CHANGES:
        assert before in BASE, before
        found = changes_of(BASE.replace(before, after))
        matching = [each for each in found if (each.kind, each.subject) == (kind, subject)]
        if not matching:
            wrong.append(f"{kind} {subject}: {[(e.kind, e.subject) for e in found]}")
        elif (matching[0].client.label, matching[0].api.label) != (client, api):
            wrong.append(f"{kind}: {matching[0].client.label}/{matching[0].api.label}")
    assert not wrong, "\n".join(wrong)
    assert len(CHANGES) >= 60


def changes_of(text: str, old: str = "old.yaml"):  # type: ignore[no-untyped-def]  # noqa: ANN201
    Path("new.yaml").write_text(text, "utf-8")
    projects = [
        plain_project([Path(each)], package="client", output=Path()) for each in (old, "new.yaml")
    ]
    return compare_projects(*projects)


def test_descriptions_and_order_are_no_change() -> None:
    assert changes_of(BASE) == ()
    assert (
        changes_of(
            BASE.replace("A pet.", "An animal.").replace("title: Shop", "title: Shop of pets")
        )
        == ()
    )
    turned = BASE.replace(
        f"        - {LIMIT}\n        - {SORT}\n", f"        - {SORT}\n        - {LIMIT}\n"
    )
    assert turned != BASE
    assert changes_of(turned) == ()
    assert (
        changes_of(
            BASE.replace("{id}", "{pet}").replace("name: id, in: path", "name: pet, in: path")
        )
        == ()
    )


def test_a_type_that_gets_a_name_is_no_other_type() -> None:
    named = BASE.replace(
        "schema: {type: string, enum: [name, age]}", 'schema: {$ref: "#/components/schemas/Sort"}'
    )
    named += "    Sort: {type: string, enum: [name, age]}\n"
    assert [(each.kind, each.subject) for each in changes_of(named)] == [("model added", "Sort")]
    assert [each.kind for each in changes_of(named.replace("[name, age]}\n", "[name]}\n"))] == [
        "argument narrower",
        "model added",
    ]
    nullable = BASE.replace("phone: {type: string}", "phone: {type: [string, 'null']}")
    aliased = nullable.replace("{type: [string, 'null']}", "{$ref: '#/components/schemas/Phone'}")
    aliased += "    Phone: {type: [string, 'null']}\n"
    Path("nullable.yaml").write_text(nullable, "utf-8")
    assert [each.kind for each in changes_of(aliased, "nullable.yaml")] == ["model added"]
    nested = "    A: {type: array, items: {$ref: '#/components/schemas/A'}}\n"
    assert [each.kind for each in changes_of(BASE + nested)] == ["model added"]


def test_the_command() -> None:
    newer = BASE.replace("maximum: 100", "maximum: 50").replace(
        "enum: [cat, dog]", "enum: [cat, dog, bird]"
    )
    Path("new.yaml").write_text(newer, "utf-8")
    run = specloom("diff", "old.yaml", "new.yaml", "--version", "1.4.2")
    assert run.exit_code == 0, run.errors
    assert run.output == (
        "breaking (1)\n"
        "  pets.list: argument limit tightened: limit: maximum 100 is 50 now (client: risky, API: breaking)\n"
        "risky (1)\n"
        "  Kind: value added to responses: 'bird' (client: risky, API: risky)\n"
        "1 breaking, 1 risky, 0 safe; version: major\n"
        "next version: 2.0.0\n"
    )
    for options, code in (
        (["--fail-on", "breaking"], 1),
        (["--fail-on", "breaking", "--for", "client"], 0),
        (["--fail-on", "risky", "--for", "client"], 1),
        (["--fail-on", "any"], 1),
    ):
        assert specloom("diff", "old.yaml", "new.yaml", *options).exit_code == code, options
    assert specloom("diff", "old.yaml", "old.yaml", "--fail-on", "any").exit_code == 0
    assert specloom("diff", "old.yaml", "old.yaml").output == "no changes\n"
    found = json.loads(specloom("diff", "old.yaml", "new.yaml", "--format", "json").output)
    assert (found["version"], len(found["changes"])) == ("major", 2)
    assert found["changes"][0]["pointer"] == "#/paths/~1pets/get"
    assert specloom("diff", "old.yaml").exit_code == 2
    assert specloom("diff", "old.yaml", "none.yaml").exit_code == 1
    assert specloom("diff", "old.yaml", "new.yaml", "--version", "one").exit_code == 2


def test_the_changelog() -> None:
    Path("new.yaml").write_text(
        BASE.replace("enum: [cat, dog]", "enum: [cat, dog, '*bird*']"), "utf-8"
    )
    Path("CHANGELOG.md").write_text("# Changes\n\nWhat changed.\n\n## 1.0.0\n\nFirst.\n", "utf-8")
    specloom("diff", "old.yaml", "new.yaml", "--changelog", "CHANGELOG.md", "--version", "1.0.0")
    assert Path("CHANGELOG.md").read_text("utf-8") == (
        "# Changes\n\nWhat changed.\n\n## 1.1.0\n\n### Risky changes\n\n"
        "* `Kind`: value added to responses: '\\*bird\\*'\n\n## 1.0.0\n\nFirst.\n"
    )
    assert prepended("", "## 1\n") == "# Changelog\n\n## 1\n"


def test_revisions_of_a_project(folder: Path) -> None:
    def git(*arguments: str) -> None:
        command = ["git", "-c", "user.name=A", "-c", "user.email=a@example.com", *arguments]
        subprocess.run(command, check=True, capture_output=True)

    git("init", "-q", ".")
    (folder / "specs" / "v1").mkdir(parents=True)
    settings = '[package]\nname = "shop"\n[documents]\nfiles = "{version}/api.yaml"\n'
    (folder / "specs" / "specloom.toml").write_text(settings, "utf-8")
    (folder / "specs" / "v1" / "api.yaml").write_text(BASE, "utf-8")
    git("add", ".")
    git("commit", "-qm", "First")
    (folder / "specs" / "v1" / "api.yaml").write_text(
        BASE.replace("enum: [cat, dog]", "enum: [cat]"), "utf-8"
    )
    (folder / "specs" / "v2").mkdir()
    (folder / "specs" / "v2" / "api.yaml").write_text(BASE, "utf-8")
    run = specloom("diff", "HEAD", "--project", "specs/specloom.toml")
    assert run.exit_code == 0, run.errors
    assert "v1 Kind: value removed from responses: 'dog'" in run.output
    assert "v2: version added" in run.output
    assert specloom("diff", "HEAD:old.yaml", "old.yaml").output == "no changes\n"


@pytest.mark.parametrize(
    ("version", "asked", "expected"),
    [
        ("1.2.3", "major", "2.0.0"),
        ("1.2.3", "minor", "1.3.0"),
        ("1.2.3", "patch", "1.2.4"),
        ("0.2.3", "major", "0.3.0"),
        ("1.2.3", "none", "1.2.3"),
    ],
)
def test_versions(version: str, asked: str, expected: str) -> None:
    assert next_version(version, asked) == expected


def test_the_rules_are_documented() -> None:
    page = (Path(__file__).parents[2] / "docs" / "changes.md").read_text("utf-8")
    listed = re.findall(r"^\| `([^`]+)` \| (\w+) \| (\w+) \| (.+) \|$", page, re.MULTILINE)
    expected = [
        (kind, client.label, api.label, meaning) for kind, (client, api, meaning) in RULES.items()
    ]
    assert listed == expected


def test_the_serialization_of_arguments(tmp_path: Path) -> None:
    """What is sent is compared, in all dialects; a style that has no effect is no change."""

    def changes(old: str, new: str) -> list[str]:
        projects = []
        for name, parameter in (("old", old), ("new", new)):
            head, schema = HEAD, f"schema: {{{parameter}}}"
            if "collectionFormat" in parameter:
                head = HEAD.replace("openapi: 3.1.0", "swagger: '2.0'")
                schema = parameter
            elif "style" in parameter:
                style, _, inner = parameter.partition("; ")
                schema = f"{style}, schema: {{{inner}}}"
            path = tmp_path / f"{name}.yaml"
            path.write_text(
                f"{head}paths: {{/pets: {{get: {{parameters: [{{name: a, in: query, {schema}}}], "
                "responses: {204: {description: d}}}}}\n",
                "utf-8",
            )
            projects.append(plain_project([path], package="shop", output=tmp_path / "out"))
        return [str(each) for each in compare_projects(*projects)]

    items = "type: array, items: {type: string}"
    for old, new, said in (
        (
            f"{items}, collectionFormat: csv",
            f"{items}, collectionFormat: multi",
            "form is form, ex",
        ),
        (f"{items}, collectionFormat: csv", f"{items}, collectionFormat: pipes", "pipeDelimited"),
        ("type: object", "style: deepObject; type: object", "form, exploded is deepObject"),
    ):
        (found,) = changes(old, new)
        assert "argument serialized differently" in found and said in found
    assert changes("type: string", "style: form, explode: false; type: string") == []
    assert changes(f"{items}", f"style: form, explode: true; {items}") == []
