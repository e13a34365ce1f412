"""Test what tools show of methods: jedi (IPython, Jupyter), pyright (editors) and griffe
(documentation)."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import griffe
import jedi
import pytest

from tests.generate.support import Package, importable, made_of, project_of
from tests.support.language_server import LanguageServer

DOCUMENT = """
openapi: 3.2.0
info: {title: Shop, version: "1"}
paths:
  /pets:
    get:
      summary: List the pets.
      x-specloom-pagination: {cursor: after, in: query, next: /next, items: /items}
      parameters:
        - {name: after, in: query, schema: {type: string}}
        - {name: limit, in: query, description: How many at once, schema: {type: integer, maximum: 100, default: 20}}
      responses:
        "200": {description: A page, content: {application/json: {schema: {$ref: "#/components/schemas/Page"}}}}
    post:
      summary: Add a pet.
      description: 'It is "new": C:\\\\pets.'
      requestBody: {required: true, content: {application/json: {schema: {
        type: object, required: [name], properties: {name: {type: string, description: What it is called}}}}}}
      responses:
        "201": {description: The new pet, content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}
        "409": {description: There is one of this name}
        "418": {description: It is a teapot}
  /pets/{id}/visits/{visit}:
    get:
      summary: Get a visit.
      parameters:
        - {name: id, in: path, required: true, schema: {type: integer}}
        - {name: visit, in: path, required: true, schema: {type: integer}}
      responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}}
  /chat:
    post:
      summary: Ask something.
      requestBody: {required: true, content: {application/json: {schema: {
        type: object, required: [text], properties: {text: {type: string}, stream: {type: boolean}}}}}}
      responses:
        "200":
          description: An answer
          content:
            application/json: {schema: {$ref: "#/components/schemas/Pet"}}
            text/event-stream: {schema: {$ref: "#/components/schemas/Pet"}}
components:
  schemas:
    Pet: {type: object, required: [name], properties: {name: {type: string}}}
    Page:
      type: object
      required: [items]
      properties: {next: {type: string}, items: {type: array, items: {$ref: "#/components/schemas/Pet"}}}
"""
ANY = "options: RequestOptions | None = None"
# A call, the first line of its docstring, and its arguments and result: sync and async.
CALLS = {
    "client.pets.create": (
        "Add a pet.",
        (f"(*, name: str, {ANY}) -> Pet",),
        (f"(*, name: str, {ANY}) -> Pet",),
    ),
    "client.pets.list": (
        "List the pets.",
        ("limit: int", "-> Pager[Pet, Page]"),
        ("limit: int", "-> AsyncPager[Pet, Page]"),
    ),
    "client.pets.visits.get": (
        "Get a visit.",
        (f"(id: int, visit: int, *, {ANY}) -> Pet",),
        (f"(id: int, visit: int, *, {ANY}) -> Pet",),
    ),
    "client.chat.create": (
        "Ask something.",
        ("stream: Literal[True]", "-> Stream[Event[Pet]]", "-> Pet"),
        ("stream: Literal[True]", "-> AsyncStream[Event[Pet]]", "-> Coroutine[Any, Any, Pet]"),
    ),
    "client.raw": (
        "Call a method of a resource and return its response before decoding.",
        ("method: Callable[P, T]", "-> RawResponse[T]", "-> Iterator[RawResponse[Page]]"),
        ("-> Coroutine[Any, Any, RawResponse[T]]", "-> AsyncIterator[RawResponse[Page]]"),
    ),
}
CLIENTS = ("Shown", "AsyncShown")


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    folder = tmp_path_factory.mktemp("shown")
    with ExitStack() as stack:
        made = made_of(project_of(DOCUMENT, folder, "shown", None))
        stack.enter_context(importable(made.folder, "shown"))
        yield made


def _program(package: Package, name: str, *lines: str) -> Path:
    """Write a program with a sync or an async client."""
    path = package.folder / f"{name}.py"
    head = f"from shown import {name}\n\nasync def act(client: {name}) -> None:\n"
    path.write_text(head + "".join(f"    {line}\n" for line in lines), "utf-8")
    return path


def _flat(text: str) -> str:
    """Return a signature in one form, independent of its layout."""
    text = re.sub(r"\s*=\s*", " = ", " ".join(text.split()))
    return text.replace("( ", "(").replace(" )", ")")


@pytest.mark.parametrize("name", CLIENTS)
def test_jedi(package: Package, name: str) -> None:
    project = jedi.Project(package.folder)
    for call, (lead, *signatures) in CALLS.items():
        path = _program(package, name, f"{call}(")
        script = jedi.Script(path.read_text("utf-8"), path=path, project=project)
        shown = script.get_signatures(4, 4 + len(call) + 1)
        flat = " ".join(_flat(each.to_string()) for each in shown)
        assert all(each in flat for each in signatures[CLIENTS.index(name)]), (call, flat)
        assert lead in shown[0].docstring() and "Args:\n" in shown[0].docstring(), call
        [completed] = [
            each
            for each in script.complete(4, 4 + len(call))
            if each.name == call.rpartition(".")[2]
        ]
        assert lead in completed.docstring()


@pytest.mark.whole
def test_pyright(package: Package) -> None:
    with LanguageServer(package.folder) as server:
        for name in CLIENTS:
            path = _program(package, name, *CALLS)
            for line, (call, (lead, *_)) in enumerate(CALLS.items(), 3):
                shown = server.hover(path, line, 4 + len(call) - 1)
                assert lead in shown and "Args:\n" in shown and "Raises:\n" in shown, call
                assert ") -> " in shown, call


@pytest.mark.whole
def test_pyright_follows_the_types(package: Package) -> None:
    sync = _program(
        package,
        "Shown",
        'reveal_type(client.pets.create(name="a"))',
        "reveal_type([each for each in client.pets.list()])",
        'reveal_type(client.chat.create(text="a"))',
        'reveal_type(client.chat.create(text="a", stream=True))',
        "reveal_type(client.raw(client.pets.visits.get, 1, visit=2).parse())",
        "reveal_type([each.parse() for each in client.raw(client.pets.list, limit=1)])",
    )
    asynchronous = _program(
        package,
        "AsyncShown",
        'reveal_type(await client.pets.create(name="a"))',
        "reveal_type([each async for each in client.pets.list()])",
        'reveal_type(await client.chat.create(text="a"))',
        'reveal_type(client.chat.create(text="a", stream=True))',
        "reveal_type((await client.raw(client.pets.visits.get, 1, visit=2)).parse())",
        "reveal_type([each.parse() async for each in client.raw(client.pets.list, limit=1)])",
    )
    command = [sys.executable, "-m", "pyright", "--outputjson", "--pythonpath", sys.executable]
    run = subprocess.run(
        [*command, sync, asynchronous], cwd=package.folder, capture_output=True, check=False
    )
    found: dict[str, list[str]] = {}
    for each in json.loads(run.stdout)["generalDiagnostics"]:
        kind = each["message"].rpartition(" is ")[2].strip('"')
        found.setdefault(Path(each["file"]).stem, []).append(kind)
    for name, stream in zip(CLIENTS, ("Stream", "AsyncStream"), strict=True):
        streamed = f"{stream}[Event[Pet]]"
        assert found[name] == ["Pet", "list[Pet]", "Pet", streamed, "Pet", "list[Page]"]


def test_griffe(package: Package) -> None:
    loaded = griffe.load("shown", search_paths=[package.folder])
    for name, returned in {
        "resources.pets.Pets.create": "Pet",
        "resources.pets.AsyncPets.create": "Pet",
        "resources.pets.Pets.list": "Pager[Pet, Page]",
        "resources.pets.AsyncPets.list": "AsyncPager[Pet, Page]",
        "resources.chat.AsyncChat.create": "Coroutine[Any, Any, Pet] | AsyncStream[Event[Pet]]",
        "_core.client.Client.raw": "Any",
    }.items():
        found = loaded[name]
        assert found.is_function and str(found.returns) == returned, name
        assert found.docstring is not None
        sections = {each.kind.value: each.value for each in found.docstring.parse("google")}
        assert {"text", "parameters", "returns", "raises"} <= set(sections), name
        described = [each.name for each in sections["parameters"]]
        assert described == [each.name.strip("*") for each in found.parameters][1:], name
    created = loaded["resources.pets.AsyncPets.create"]
    assert "async" in created.labels
    assert created.docstring is not None
    assert 'It is "new": C:\\\\pets.' in created.docstring.value
    [raised] = [each for each in created.docstring.parse("google") if each.kind.value == "raises"]
    assert [str(each.annotation) for each in raised.value] == [
        "ConflictError",
        "ApiStatusError",
        "ApiConnectionError",
    ]
    page = loaded["resources.pets.Pets.list"].docstring
    assert page is not None and "At most 100. The server uses 20 by default." in page.value
    assert len(loaded["resources.chat.AsyncChat.create"].overloads or ()) == 3
    assert loaded["_client.Shown.pets"].docstring is not None
    annotation = loaded["_client.Shown.pets"].annotation
    assert annotation.canonical_path == "shown.resources.Pets"
    assert (
        loaded[annotation.canonical_path.removeprefix("shown.")].final_target.path
        == "shown.resources.pets.Pets"
    )
