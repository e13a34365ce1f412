"""Test the command line of a package: what it sends, what it prints, and its exit codes."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.generate.conftest import MypyStrict
from tests.generate.support import HEAD, Package, importable, made_of, project_of
from tests.support.loopback import Answer, Loopback, json_answer

TOKEN = "a-token-that-nobody-may-see"
DOCUMENT = HEAD + """\
servers: [{url: "https://shop.example.com"}]
security: [{token: []}]
paths:
  /pets:
    get:
      summary: List the pets, 100% of them.
      parameters:
        - {name: limit, in: query, description: How many pets %(prog)s returns., schema: {type: integer, default: 20}}
        - {name: is_sold, in: query, schema: {type: boolean}}
        - {name: from, in: query, schema: {type: string, format: date}}
        - {name: tags, in: query, schema: {type: array, items: {type: string}}}
        - {name: ids, in: query, schema: {type: array, items: {type: integer}}}
        - {name: sort, in: query, schema: {enum: [name, age]}}
        - {name: output, in: query, schema: {type: string}}
      responses: {"200": {description: ok, content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Pet"}}}}}}
    post:
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/NewPet"}}}}
      responses: {"201": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}}
  /pets/{petId}:
    get:
      parameters: [{name: petId, in: path, required: true, schema: {type: string}}]
      responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}}
    delete:
      parameters: [{name: petId, in: path, required: true, schema: {type: string}}]
      responses: {"204": {description: gone}}
  /pets/{petId}/photo:
    get:
      parameters: [{name: petId, in: path, required: true, schema: {type: string}}]
      responses: {"200": {description: ok, content: {image/png: {schema: {type: string, format: binary}}}}}
    post:
      parameters: [{name: petId, in: path, required: true, schema: {type: string}}]
      requestBody:
        required: true
        content: {multipart/form-data: {schema: {type: object, required: [file], properties: {file: {type: string, format: binary}, note: {type: string}}}}}
      responses: {"204": {description: ok}}
  /scans:
    post:
      requestBody: {required: true, content: {application/octet-stream: {schema: {type: string, format: binary}}}}
      responses: {"204": {description: ok}}
  /orders:
    post:
      requestBody:
        required: true
        content: {application/json: {schema: {oneOf: [{$ref: "#/components/schemas/Pet"}, {$ref: "#/components/schemas/NewPet"}]}}}
      responses: {"204": {description: ok}}
  /logs:
    get:
      responses: {"200": {description: ok, content: {application/x-ndjson: {schema: {$ref: "#/components/schemas/Pet"}}}}}
  /chats:
    post:
      responses:
        "200":
          description: ok
          content:
            application/json: {schema: {$ref: "#/components/schemas/Pet"}}
            text/event-stream: {schema: {$ref: "#/components/schemas/Pet"}}
  /version:
    get: {responses: {"200": {description: ok, content: {text/plain: {schema: {type: string}}}}}}
  /request/{import}:
    get:
      parameters: [{name: import, in: path, required: true, schema: {type: string}}]
      responses: {"204": {description: ok}}
components:
  securitySchemes: {token: {type: http, scheme: bearer}}
  schemas:
    Pet:
      type: object
      required: [name]
      properties: {name: {type: string}, price: {type: string, format: decimal}, born: {type: string, format: date}}
    NewPet: {type: object, required: [name], properties: {name: {type: string}, parts: {type: array, items: {type: string}}}}
"""


class Ran(NamedTuple):
    """What a run of the program wrote, and its exit code."""

    code: int
    output: bytes
    errors: str


Run = Callable[..., Ran]


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    folder = tmp_path_factory.mktemp("command_line")
    project = project_of(DOCUMENT, folder, "shop_program", features=("command_line", "requests"))
    package = made_of(project)
    with importable(package.folder, package.name):
        yield package


@pytest.fixture
def run(shop: Package, server: Loopback, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs the program in this process, against the server."""
    monkeypatch.setenv("SHOPPROGRAM_TOKEN", TOKEN)

    def running(*words: str, stdin: bytes = b"") -> Ran:
        output, errors = io.BytesIO(), io.StringIO()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(output, "cp1252"))
        monkeypatch.setattr(sys, "stderr", errors)
        code = shop.module("__main__").main(["--base-url", server.url, *words])
        sys.stdout.flush()
        assert TOKEN not in output.getvalue().decode("utf-8", "replace") + errors.getvalue()
        return Ran(code, output.getvalue(), errors.getvalue())

    return running


def test_options_become_arguments_of_their_types(run: Run, server: Loopback) -> None:
    server.answer(json_answer([{"name": "Bö", "price": "1.10", "born": "2024-02-29"}]))
    ran = run(
        "pets", "list", "--limit=5", "--no-is-sold", "--from", "2024-01-01", "--tags", "a,b", "--tags", "$(rm)",
        "--tags", '["c,d"]', "--ids", "1,2", "--sort", "age", "--output", "x",
    )  # fmt: skip
    assert (ran.code, ran.errors) == (0, "")
    assert json.loads(ran.output) == [{"name": "Bö", "price": "1.10", "born": "2024-02-29"}]
    assert server.requests[0].query == [
        ("limit", "5"), ("is_sold", "false"), ("from", "2024-01-01"), ("tags", "a"), ("tags", "b"),
        ("tags", "$(rm)"), ("tags", "c,d"), ("ids", "1"), ("ids", "2"), ("sort", "age"), ("output", "x"),
    ]  # fmt: skip
    assert server.requests[0].headers["authorization"] == f"Bearer {TOKEN}"


def test_bodies_are_fields_json_files_or_the_standard_input(
    run: Run, server: Loopback, tmp_path: Path
) -> None:
    (tmp_path / "pet.json").write_bytes(b"\xef\xbb\xbf" + '{"name": "Ünal"}'.encode())
    for _ in range(6):
        server.answer(json_answer({"name": "Rex"}, status=201))
    assert run("pets", "create", "--name", "Rex", "--parts", "a", "--parts", "b").code == 0
    assert run("orders", "create", '{"name": "Rex", "price": "1"}').code == 0
    assert run("orders", "create", f"@{tmp_path / 'pet.json'}").code == 0
    assert run("orders", "create", "-", stdin=b'{"name": "-"}').code == 0
    assert run("orders", "create", "name=Rex").code == 0
    assert [each.json() for each in server.requests] == [
        {"name": "Rex", "parts": ["a", "b"]},
        {"name": "Rex", "price": "1"},
        {"name": "Ünal"},
        {"name": "-"},
        {"name": "Rex"},
    ]


def test_files_are_sent_by_path_and_written_to_a_file(
    run: Run, server: Loopback, tmp_path: Path
) -> None:
    photo, copy = tmp_path / "a b.png", tmp_path / "copy.png"
    photo.write_bytes(b"\x89PNG\r\n")
    for _ in range(3):
        server.answer(Answer(204))
    assert run("pets", "photo", "create", "7", "--file", str(photo), "--note=-x").code == 0
    assert run("scans", "create", str(photo)).code == 0
    assert run("scans", "create", "-", stdin=b"piped").code == 0
    form, *whole = [each.body for each in server.requests]
    assert b'filename="a b.png"' in form and photo.read_bytes() in form and b"-x" in form
    assert whole == [photo.read_bytes(), b"piped"]
    for _ in range(2):
        server.answer(Answer(200, photo.read_bytes(), {"content-type": "image/png"}))
    assert run("pets", "photo", "get", "7") == Ran(0, photo.read_bytes(), "")
    assert run("pets", "photo", "get", "7", "--output", str(copy)) == Ran(0, b"", "")
    assert copy.read_bytes() == photo.read_bytes()
    missing = run("scans", "create", str(tmp_path / "missing"))
    assert missing.code == 2 and "No such file" in missing.errors


def test_results_are_json_lines_text_or_raw(run: Run, server: Loopback) -> None:
    lines = b'{"name": "A"}\n{"name": "B"}\n{"name": "C"}\n'
    server.answer(Answer(200, lines, {"content-type": "application/x-ndjson"}))
    assert run("--max-items", "2", "logs", "get").output == b'{"name":"A"}\n{"name":"B"}\n'
    events = b'data: {"name": "A"}\n\ndata: {"name": "B"}\n\n'
    server.answer(Answer(200, events, {"content-type": "text/event-stream"}))
    first, _ = run("chats", "create", "--stream").output.splitlines()
    assert json.loads(first) == {"event": "message", "id": "", "data": {"name": "A"}}
    server.answer(json_answer({"name": "Rex"}))
    assert json.loads(run("chats", "create").output) == {"name": "Rex"}
    server.answer(Answer(200, "1.0 ü".encode(), {"content-type": "text/plain; charset=utf-8"}))
    assert run("version", "get").output == "1.0 ü\n".encode()
    server.answer(Answer(204))
    assert run("pets", "delete", "a/../b") == Ran(0, b"", "")
    assert server.requests[-1].segments == ("pets", "a/../b")
    server.answer(json_answer({"name": "Rex"}, headers={"x-id": "5"}))
    raw = run("pets", "get", "7", "--raw").output
    assert raw.startswith(b"200\n") and b"x-id: 5\n" in raw.lower()
    assert raw.endswith(b'\n\n{"name": "Rex"}\n')


def test_a_request_to_any_path_and_a_resource_of_that_name(run: Run, server: Loopback) -> None:
    server.answer(json_answer({"a": 1}))
    asked = run("request", "post", "/any", "--query", "a=1", "--query", "a=2,3", "--json", "[1]")
    assert json.loads(asked.output) == {"a": 1}
    sent = server.requests[0]
    assert (sent.method, sent.query, sent.json()) == ("POST", [("a", "1"), ("a", "2,3")], [1])
    server.answer(Answer(204))
    assert run("request-", "get", "--", "-x").code == 0
    assert server.requests[1].path == "/request/-x"


def test_errors_of_the_api_and_of_the_network(
    run: Run, server: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.answer(json_answer({"message": "no \x1b[2Jpet\nfor {}"}, status=404))
    ran = run("pets", "get", "7")
    assert (ran.code, ran.output) == (1, b"")
    assert ran.errors.startswith("shop-program: NotFoundError: 404 Not Found")
    assert ran.errors.count("\n") == 1 and "\x1b" not in ran.errors
    monkeypatch.setattr("time.sleep", lambda seconds: None)
    refused = run("--base-url", "http://127.0.0.1:9", "--timeout", "1", "pets", "delete", "7")
    assert refused.code == 1 and "ApiConnectionError" in refused.errors


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["pest"], "unknown command 'pest'; did you mean 'pets'?"),
        (["pets", "lits"], "unknown command 'lits'; did you mean 'list'?"),
        (["pets", "list", "--limt", "3"], "unknown argument '--limt'; did you mean '--limit'?"),
        (["pets", "list", "--lim", "3"], "unknown argument '--lim'; did you mean '--limit'?"),
        (["pets", "list", "--limit", "x"], "limit: Expected `int`, got `str`; expected INT"),
        (["pets", "list", "--limit", "1", "--limit", "2"], "limit: takes only one value; expected INT"),
        (["pets", "list", "--from", "x"], "from: Invalid RFC3339"),
        (["pets", "get"], "required: PET-ID"),
        (["pets", "create"], "required: --name"),
        (["orders", "create", "{"], "body: invalid JSON"),
        (["orders", "create", "@missing.json"], "No such file"),
        (["pets", "get", "7", "8"], "unknown argument '8'"),
        (["pets", "get", ""], "InputError"),
        (["request", "GET", "https://other.example.com/"], "InputError"),
        (["--timeout", "-1", "pets", "list"], "timeout"),
        (["--timeout", "soon", "pets", "list"], "--timeout: invalid float value: 'soon'"),
        (["pets"], "usage: shop-program pets [OPTIONS] COMMAND"),
    ],
)  # fmt: skip
def test_a_wrong_command_says_what_is_wrong_and_sends_nothing(
    words: list[str], message: str, run: Run, server: Loopback
) -> None:
    ran = run(*words)
    assert (ran.code, ran.output) == (2, b"")
    assert message in ran.errors
    assert server.requests == []


def test_help_at_each_level(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SHOPPROGRAM_TOKEN")
    assert all(word in run("-h").output.decode() for word in ("pets", "request-", "--base-url"))
    pets = run("pets", "--help").output.decode()
    assert "List the pets, 100% of them." in pets and "photo" in pets
    listed = run("pets", "list", "--help").output.decode()
    assert "--limit INT" in listed and "How many pets % (prog)s returns." in " ".join(
        listed.split()
    )
    assert "--sort name|age" in listed and "--tags STR,..." in listed
    assert "options:" not in listed.partition("options of all")[2]
    assert run("pets", "photo", "create", "-h").output.startswith(
        b"usage: shop-program pets photo create PET-ID --file FILE [OPTIONS]"
    )
    ran = run("pets", "list")
    assert ran.code == 2 and "SHOPPROGRAM_TOKEN" in ran.errors


def test_the_program_ends_quietly(
    run: Run, shop: Package, server: Loopback, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(shop.client, "__call__", interrupted)
        assert run("pets", "get", "7") == Ran(130, b"", "")
    server.answer(json_answer([{"name": "x" * 1_000}] * 2_000))
    command = [sys.executable, "-m", shop.name, "--base-url", server.url, "pets", "list"]
    environment = {"PYTHONPATH": str(shop.folder), "SHOPPROGRAM_TOKEN": TOKEN}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    ) as process:
        assert process.stdout and process.stderr
        process.stdout.read(10)
        process.stdout.close()
        assert (process.stderr.read(), process.wait()) == (b"", 0)


def test_the_script_of_the_distribution_and_the_types(
    shop: Package, mypy_strict: MypyStrict
) -> None:
    project: dict[str, Any] = tomllib.loads(shop.text("pyproject.toml"))["project"]
    assert project["scripts"] == {"shop-program": f"{shop.name}.__main__:main"}
    mypy_strict(shop.folder / shop.name)
    loaded = "import sys, {0}; {0}.{1}; print('argparse' in sys.modules)".format(
        shop.name, "ShopProgram"
    )
    ran = subprocess.run(
        [sys.executable, "-c", loaded],
        env={"PYTHONPATH": str(shop.folder)},
        capture_output=True,
        check=True,
    )
    assert ran.stdout.split() == [b"False"]
