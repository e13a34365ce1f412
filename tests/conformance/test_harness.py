"""Test the parts of the conformance runs that need no server."""

from __future__ import annotations

import asyncio
import shutil
import subprocess
from typing import Any

import pytest

from tests.conformance.derive import as_body, derived
from tests.conformance.npm_package import HERE
from tests.conformance.packages import Argument, Operation, Package
from tests.conformance.recursion import without_recursion
from tests.conformance.steps import Script, Step, run, run_async

GET = Operation("GET", "/pets", "get", "pets.get", ())
PUT = Operation(
    "PUT",
    "/pets",
    "put",
    "pets.put",
    (Argument("name", "Name", "body", True), Argument("age", "Age", "body", False)),
)
FIXED = Operation(
    "POST", "/fixed", "fixed", "fixed", (Argument("on", "on", "query", True, (True,)),)
)
FREE = Operation("POST", "/free", "free", "free", (Argument("id", "id", "query", True),))
PETS = Package("pets", operations=(GET, PUT, FIXED, FREE))


class Pets:
    """A client that records its calls."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.pets = self

    def get(self, **arguments: Any) -> Any:
        self.calls.append(("get", arguments))
        return {"Name": "Rex"}

    def put(self, **arguments: Any) -> Any:
        self.calls.append(("put", arguments))

    def fixed(self, **arguments: Any) -> Any:
        self.calls.append(("fixed", arguments))


class AsyncPets(Pets):
    async def get(self, **arguments: Any) -> Any:
        return super().get(**arguments)

    async def put(self, **arguments: Any) -> Any:
        return super().put(**arguments)

    async def fixed(self, **arguments: Any) -> Any:
        return super().fixed(**arguments)


CALLS = [("get", {}), ("get", {}), ("put", {"name": "Rex"}), ("fixed", {"on": True})]


def test_calls_are_derived_from_what_is_known() -> None:
    assert [title for title, _ in derived(PETS)] == ["GET /pets", "PUT /pets", "POST /fixed"]
    client = Pets()
    for _, script in derived(PETS):
        run(client, script)
    assert client.calls == CALLS


def test_the_same_scripts_run_asynchronously() -> None:
    client = AsyncPets()

    async def all_of_them() -> None:
        for _, script in derived(PETS):
            await run_async(client, script)

    asyncio.run(all_of_them())
    assert client.calls == CALLS


def test_what_a_call_raises_is_raised_in_the_script() -> None:
    caught: list[Exception] = []

    def script() -> Script:
        try:
            yield Step(FREE, {})
        except AttributeError as error:
            caught.append(error)

    run(Pets(), script())
    assert len(caught) == 1


def test_a_whole_body_is_passed_as_it_is() -> None:
    whole = Operation("PUT", "/x", "x", "x", (Argument("body", "", "body", True),))
    assert as_body(whole, [1]) == {"body": [1]}


def test_recursive_schemas_are_cut_and_others_stay() -> None:
    item = {"$ref": "#/components/schemas/Tree"}
    leaf = {"properties": {"tree": item}}
    schemas = {"Tree": {"items": item, "minItems": 1}, "Leaf": leaf}
    cut, recursive = without_recursion({"components": {"schemas": schemas}})
    assert recursive == {"Tree"}
    assert cut["components"]["schemas"] == {"Tree": {"items": {}, "minItems": 1}, "Leaf": leaf}


@pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")
def test_a_server_that_names_no_host_is_put_on_loopback() -> None:
    program = "const s = require('net').createServer().listen(0, () => { console.log(s.address().address); s.close() })"
    command = ["node", "--require", str(HERE / "npm" / "loopback.cjs"), "-e", program]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout.strip() == "127.0.0.1", done.stderr
