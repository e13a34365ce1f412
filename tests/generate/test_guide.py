"""Test the README of a package without its own guide: its programs run, its list of calls is true."""

from __future__ import annotations

import re

import pytest

from tests.generate.conftest import Generated
from tests.generate.support import HEAD, Package
from tests.support.loopback import Answer, Loopback

KEY = "components: {securitySchemes: {key: {type: http, scheme: bearer}}}\nsecurity: [{key: []}]\n"
PETS = """\
  /v1/pets/{id}: {get: {parameters: [{name: id, in: path, required: true, schema: {type: string}}], \
responses: {"204": {description: d}}}}
  /v1/pets: {get: {responses: {"200": {description: d, content: {application/json: {schema: \
{type: array, items: {type: string}}}}}}}}
"""


def programs(package: Package) -> list[str]:
    return re.findall(r"```python\n(.*?)```", package.text("README.md"), re.DOTALL)


def test_both_programs_run(
    generated: Generated, server: Loopback, capsys: pytest.CaptureFixture[str]
) -> None:
    package = generated(f"{HEAD}{KEY}paths:\n{PETS}")
    server.answer_json(["Rex"])
    server.answer_json(["Tom"])
    for program in programs(package):
        exec(program.replace("https://api.example.com", server.url), {})
    assert capsys.readouterr().out == "['Rex']\n['Tom']\n"
    assert [each.target for each in server.requests] == ["/v1/pets"] * 2
    assert server.requests[0].headers["authorization"] == "Bearer ..."


def test_required_arguments_of_the_first_call_have_values(
    generated: Generated, server: Loopback, capsys: pytest.CaptureFixture[str]
) -> None:
    parameters = """\
        [{name: id, in: path, required: true, schema: {type: integer}},
         {name: kind, in: query, required: true, schema: {$ref: '#/components/schemas/Kind'}},
         {name: on, in: query, required: true, schema: {type: [boolean, 'null']}},
         {name: of, in: query, required: true, schema: {type: string}},
         {name: unit, in: query, required: true, schema: {enum: [1, 2]}}]"""
    package = generated(
        f"""{HEAD}components: {{schemas: {{Kind: {{type: string, enum: ['a"b', c]}}}}}}
paths:
  /pets/{{id}}:
    get:
      parameters:
{parameters}
      responses: {{"200": {{description: d, content: {{application/json: {{schema: {{type: string}}}}}}}}}}
"""
    )
    for program in programs(package):
        server.answer_json("Rex")
        exec(program.replace("https://api.example.com", server.url), {})
        assert server.requests[-1].target == "/pets/1?kind=a%22b&on=true&of=...&unit=1"
    assert capsys.readouterr().out == "Rex\nRex\n"


def test_calls_stand_beside_their_requests(generated: Generated) -> None:
    text = generated(f"{HEAD}paths:\n{PETS}").text("README.md")
    assert "| `client.pets.get(id)` | `GET /v1/pets/{id}` |\n" in text
    assert "| `client.pets.list()` | `GET /v1/pets` |" in text


def test_a_path_cannot_end_its_cell(generated: Generated) -> None:
    text = generated(
        f"{HEAD}paths:\n  \"/a|b`<b>\": {{get: {{responses: {{'204': {{description: d}}}}}}}}\n"
    ).text("README.md")
    [row] = [line for line in text.splitlines() if "GET /a" in line]
    assert row.endswith(r"| `GET /a\|b'<b>` |")


def test_many_calls_are_counted(generated: Generated) -> None:
    paths = "".join(
        f"  /{word}/x{number}: {{get: {{responses: {{'204': {{description: d}}}}}}}}\n"
        for word in ("cats", "dogs")
        for number in range(51)
    )
    text = generated(f"{HEAD}paths:\n{paths}").text("README.md")
    assert "| `client.cats` | 51 |\n| `client.dogs` | 51 |" in text
    assert "GET /" not in text


@pytest.mark.parametrize(
    ("path", "call"),
    [
        ("/crm/objects/2026-09/{id}", "client.crm.objects.get(id)"),
        ("/api/v2/{id}", "client.api.get(id)"),
        ("/v3/{id}", "client.v3.get(id)"),
    ],
)
def test_a_version_in_a_path_is_no_resource(generated: Generated, path: str, call: str) -> None:
    given = "parameters: [{name: id, in: path, required: true, schema: {type: string}}]"
    text = generated(
        f"{HEAD}paths:\n  {path}: {{{given}, get: {{responses: {{'204': {{description: d}}}}}}, "
        f"delete: {{responses: {{'204': {{description: d}}}}}}}}\n"
    ).text("README.md")
    assert f"`{call}`" in text


def test_the_first_call_has_the_credentials_that_it_requires(
    generated: Generated, server: Loopback, capsys: pytest.CaptureFixture[str]
) -> None:
    """Credentials that only some operations require are optional arguments of the client."""
    schemes = "{key: {type: http, scheme: bearer}, app: {type: apiKey, in: header, name: X-App}"
    text = f"""{HEAD}paths:
  /pets: {{get: {{security: [{{login: [], app: []}}, {{key: []}}], responses: {{"204": {{description: d}}}}}}}}
  /keys: {{post: {{security: [{{key: []}}], responses: {{"204": {{description: d}}}}}}}}
components: {{securitySchemes: {schemes}, login: {{type: http, scheme: basic}}}}}}
"""
    package = generated(text)
    for program in programs(package):
        assert '(login=("...", "..."), app="...", base_url=' in program.replace(
            'app="...", login=("...", "...")', 'login=("...", "..."), app="..."'
        )
        server.answer(Answer(204))
        exec(program.replace("https://api.example.com", server.url), {})
    assert [each.headers["x-app"] for each in server.requests] == ["..."] * 2
    open_ = text.replace("security: [{login: [], app: []}, {key: []}]", "security: [{}, {key: []}]")
    assert "(base_url=" in programs(generated(open_))[0]
