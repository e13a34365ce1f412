"""Things whose names are equal in the style of Python: all of them work, under other spellings or numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.generate.conftest import Generated
from tests.generate.support import HEAD, specloom
from tests.support.loopback import Answer, Loopback

ANSWER = 'responses: {"204": {description: Done.}}'
ID = "{name: id, in: path, required: true, schema: {type: string}}"


def test_attributes(generated: Generated) -> None:
    package = generated(HEAD + """\
paths: {}
components:
  schemas:
    A: {type: object, properties: {fooBar: {type: string}, foo_bar: {type: string}, FOO_BAR: {type: string}}}
""")
    sent = {"fooBar": "a", "foo_bar": "b", "FOO_BAR": "c"}
    a = package.models.A.from_dict(sent)
    assert (a.foo_bar_2, a.foo_bar, a.foo_bar_upper) == ("a", "b", "c")
    assert a.to_dict() == sent
    assert package.warnings[0].code == "name-collision"
    assert package.messages[0].endswith(
        "#/components/schemas/A/properties/fooBar: 'fooBar' becomes the attribute foo_bar_2, because "
        "#/components/schemas/A/properties/foo_bar already has the name foo_bar"
    )
    assert '"#/components/schemas/A/properties/fooBar" = "..."' in package.warnings[0].hint


def test_classes(generated: Generated) -> None:
    package = generated(HEAD + """\
paths: {}
components:
  schemas:
    FooBar: {type: object, properties: {a: {type: integer}}}
    foo_bar: {type: object, properties: {b: {type: integer}}}
""")
    assert package.models.FooBar(a=1).to_dict() == {"a": 1}
    assert package.models.FooBar2(b=1).to_dict() == {"b": 1}


# The paths of a document, and what each call sends.
PATHS = {
    "resources": (
        f"  /foo-bar: {{get: {{{ANSWER}}}}}\n  /foo_bar: {{get: {{{ANSWER}}}}}\n",
        {"foo_bar.get": "GET /foo-bar", "foo_bar.get_2": "GET /foo_bar"},
    ),
    "resources below a resource": (
        f"  /pets: {{get: {{{ANSWER}}}}}\n  /pets/foo-bar/x: {{delete: {{{ANSWER}}}}}\n"
        f"  /pets/foo_bar/x: {{delete: {{{ANSWER}}}}}\n",
        {
            "pets.foo_bar.x.delete": "DELETE /pets/foo-bar/x",
            "pets.foo_bar.x.delete_2": "DELETE /pets/foo_bar/x",
        },
    ),
    "methods": (
        f"  /pets/fooBar: {{post: {{{ANSWER}}}}}\n  /pets/foo_bar: {{post: {{{ANSWER}}}}}\n",
        {"pets.foo_bar.create": "POST /pets/fooBar", "pets.foo_bar.create_2": "POST /pets/foo_bar"},
    ),
    "calls": (
        f"  /pets: {{get: {{{ANSWER}}}}}\n  /pets/: {{get: {{{ANSWER}}}}}\n"
        f"  /pets//: {{get: {{{ANSWER}}}}}\n"
        f"  /pets//toys: {{delete: {{{ANSWER}}}}}\n",
        {
            "pets.get": "GET /pets",
            "pets.get_2": "GET /pets/",
            "pets.get_3": "GET /pets//",
            "pets.toys.delete_all": "DELETE /pets//toys",
        },
    ),
    "a resource and a method": (
        f"  /pets: {{post: {{{ANSWER}}}}}\n  /pets/toys: {{get: {{{ANSWER}}}}}\n"
        f"  /pets/{{id}}/toys: {{delete: {{parameters: [{ID}], {ANSWER}}}}}\n"
        f"  /pets/{{id}}/toys/x: {{delete: {{parameters: [{ID}], {ANSWER}}}}}\n",
        {"pets.toys.get": "GET /pets/toys"},
    ),
    "roots below others": (
        f"  /orders: {{get: {{{ANSWER}}}}}\n  /orders/all: {{get: {{{ANSWER}}}}}\n"
        f"  /{{id}}/orders/close: {{post: {{parameters: [{ID}], {ANSWER}}}}}\n",
        {"orders.all.get": "GET /orders/all", "orders.close": "POST /1/orders/close"},
    ),
}


@pytest.mark.parametrize("name", PATHS)
def test_paths(name: str, generated: Generated, server: Loopback) -> None:
    paths, calls = PATHS[name]
    package = generated(HEAD + "paths:\n" + paths)
    with package.client(base_url=server.url) as client:
        for call, wanted in calls.items():
            server.answer(Answer(204))
            method: object = client
            for word in call.split("."):
                method = getattr(method, word)
            assert callable(method)
            method(*(["1"] if "/1/" in wanted else []))
            sent = server.requests[-1]
            assert f"{sent.method} {sent.path}" == wanted


def test_arguments(generated: Generated, server: Loopback) -> None:
    server.answer(Answer(204))
    package = generated(HEAD + f"""\
paths:
  /pets:
    get:
      parameters:
        - {{name: fooBar, in: query, schema: {{type: string}}}}
        - {{name: foo_bar, in: query, schema: {{type: string}}}}
        - {{name: foo-bar, in: header, schema: {{type: string}}}}
      {ANSWER}
""")
    with package.client(base_url=server.url) as client:
        client.pets.get(foo_bar_2="a", foo_bar="b", foo_bar_header="c")
    assert server.requests[0].query == [("fooBar", "a"), ("foo_bar", "b")]
    assert server.requests[0].headers["foo-bar"] == "c"


def test_credentials(generated: Generated, server: Loopback) -> None:
    server.answer(Answer(204))
    package = generated(HEAD + f"""\
paths: {{/a: {{get: {{security: [{{apiKey: [], api_key: []}}], {ANSWER}}}}}}}
components:
  securitySchemes:
    apiKey: {{type: http, scheme: bearer}}
    api_key: {{type: apiKey, in: header, name: X}}
""")
    with package.client(api_key="t", api_key_2="k", base_url=server.url) as client:
        client.a.get()
    assert server.requests[0].headers["authorization"] == "Bearer t"
    assert server.requests[0].headers["x"] == "k"


def test_a_name_that_somebody_chose_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "api.yaml").write_text(
        HEAD + "paths: {}\ncomponents:\n  schemas:\n    A:\n      type: object\n      properties:\n"
        "        a: {type: string}\n        b: {type: string}\n",
        "utf-8",
    )
    (tmp_path / "specloom.toml").write_text(
        '[package]\nname = "shop"\noutput = "out"\n[documents]\nfiles = "api.yaml"\n'
        '[names]\n"#/components/schemas/A/properties/b" = "a"\n',
        "utf-8",
    )
    run = specloom("generate", "--project", tmp_path / "specloom.toml")
    assert run.exit_code == 1
    assert (
        "error[name-collision] #/components/schemas/A/properties/b: 'b' becomes the " in run.errors
    )


@pytest.mark.parametrize("word", ["aux", "x" * 400, "取引先" * 100, "Con"])
def test_files_that_every_system_can_have(
    word: str, generated: Generated, server: Loopback
) -> None:
    server.answer(Answer(204))
    package = generated(
        HEAD + f"paths:\n  /a: {{get: {{{ANSWER}}}}}\n"
        f"  /{word}/b: {{get: {{operationId: {word}, {ANSWER}}}}}\n"
    )
    files = [path.name for path in (package.folder / package.name).rglob("*.py")]
    assert all(len(name.encode()) <= 250 for name in files)
    assert not {"aux.py", "con.py"} & set(files)
    (name,) = {path.stem for path in (package.folder / package.name / "resources").glob("*.py")} - {
        "__init__",
        "a",
    }
    with package.client(base_url=server.url) as client:
        getattr(client, name).b.get()
    assert server.requests[0].method == "GET"


def test_a_body_that_is_spread_in_one_call_and_an_element_in_another(
    generated: Generated, server: Loopback
) -> None:
    server.answer(Answer(204), Answer(204))
    package = generated(HEAD + """\
paths:
  /stock/update:
    post:
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Update"}}}}
      responses: {"204": {description: Done.}}
  /stock/update-all:
    post:
      requestBody:
        required: true
        content:
          application/json:
            schema: {type: array, items: {$ref: "#/components/schemas/Update"}}
      responses: {"204": {description: Done.}}
components:
  schemas:
    Update: {type: object, properties: {sku: {type: string}}}
""")
    with package.client(base_url=server.url) as client:
        client.stock.update(sku="a")
        client.stock.update_all([package.models.Update(sku="a"), {"sku": "b"}])
    assert [each.body for each in server.requests] == [
        b'{"sku":"a"}',
        b'[{"sku":"a"},{"sku":"b"}]',
    ]
