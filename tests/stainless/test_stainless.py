"""Test a client that moves from Stainless: the same calls, models, arguments, pages and streams."""

from __future__ import annotations

import asyncio
import inspect
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
import yaml
from specloom.project.file import load_project

from tests.generate.support import Package, importable, made_of, specloom
from tests.support.loopback import Answer, Loopback

DATA = Path(__file__).parent / "data"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the configuration and the document."""
    folder = tmp_path_factory.mktemp("moved")
    for name in ("config.yml", "openapi.yml"):
        shutil.copy(DATA / name, folder / name)
    return folder


@pytest.fixture(scope="module")
def listed(folder: Path) -> str:
    """Return what `init` reports as not converted."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        run = specloom("init", "--stainless", "config.yml", "openapi.yml")
    assert run.exit_code == 3
    assert "73 calls and 40 models" in run.output
    return run.errors


@pytest.fixture(scope="module")
def moved(folder: Path, listed: str) -> Iterator[Package]:
    """Return the package of the project file that `init` writes."""
    package = made_of(load_project(folder / "specloom.toml"))
    with importable(package.folder, package.name):
        yield package


@pytest.fixture
def client(moved: Package) -> Any:
    return moved.module().OgxClient


def resources(node: dict[str, Any]) -> Iterator[tuple[tuple[str, ...], dict[str, Any]]]:
    for name, each in node.items():
        yield (name,), each
        for words, below in resources(each.get("subresources", {})):
            yield (name, *words), below


CONFIGURATION = cast(
    dict[str, Any], yaml.load((DATA / "config.yml").read_text("utf-8"), yaml.CSafeLoader)
)
DOCUMENT = cast(
    dict[str, Any], yaml.load((DATA / "openapi.yml").read_text("utf-8"), yaml.CSafeLoader)
)
CALLS = [
    ".".join((*words, method))
    for words, each in resources(CONFIGURATION["resources"])
    for method in each.get("methods", {})
]
MODELS = [
    "".join(part[0].upper() + part[1:] for part in name.split("_"))
    for _, each in resources(CONFIGURATION["resources"])
    for name in each.get("models", {})
]
SCHEMAS = [
    schema
    for _, each in resources(CONFIGURATION["resources"])
    for schema in each.get("models", {}).values()
]


def reached(client: Any, call: str) -> Any:
    for word in call.split("."):
        client = getattr(client, word, None)
    return client


def test_every_call_has_its_name(moved: Package, client: Any) -> None:
    assert len(CALLS) == 74
    for made in (client(), moved.module().AsyncOgxClient()):
        missing = [each for each in CALLS if not callable(reached(made, each))]
        # A second name for GET /v1/models, which `init` reports.
        assert missing == ["models.openai.list"]


def test_every_model_has_its_name(moved: Package) -> None:
    assert len(MODELS) == 40
    assert [each for each in MODELS if not hasattr(moved.models, each)] == []
    for name, schema in zip(MODELS, SCHEMAS, strict=True):
        members = DOCUMENT["components"]["schemas"][schema].get("properties")
        if members:
            model = getattr(moved.models, name)
            assert set(model.__struct_encode_fields__) >= set(members), name


def test_arguments_have_the_names_of_the_document(moved: Package, client: Any) -> None:
    by_call = {
        ".".join((*words, name)): (each if isinstance(each, str) else each["endpoint"]).split()
        for words, resource in resources(CONFIGURATION["resources"])
        for name, each in resource.get("methods", {}).items()
    }
    made, different = client(), {}
    for call, (method, path) in by_call.items():
        if call == "models.openai.list":
            continue
        operation = DOCUMENT["paths"][path][method]
        wanted = {each["name"] for each in operation.get("parameters", [])}
        content = operation.get("requestBody", {}).get("content", {})
        for each in content.values():
            schema = each.get("schema", {})
            if "$ref" in schema:
                schema = DOCUMENT["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
            wanted |= set(schema.get("properties", {}))
        lacking = wanted - set(inspect.signature(reached(made, call)).parameters)
        if lacking:
            different[call] = lacking
    assert different == {}


def test_what_is_left_is_listed_where_it_stands(listed: str) -> None:
    lines = (DATA / "config.yml").read_text("utf-8").splitlines()
    found: list[str] = []
    for line in listed.splitlines():
        if "[not-converted]" in line:
            _, row, column, *_ = line.split(":")
            found.append(lines[int(row) - 1][int(column) - 1 :].partition(":")[0])
    assert found == [
        "openapi",
        "readme",
        "unwrap_response_fields",
        "file_header",
        "list",
        "error_property",
    ]


def test_calls_send_what_they_did(client: Any) -> None:
    with Loopback(lambda _: Answer(204)) as server:
        server.answer_json({"status": "OK"})
        server.answer_json({"id": "file-1", "object": "file", "deleted": True})
        with client(api_key="k", base_url=server.url) as made:
            assert made.inspect.health().status == "OK"
            assert made.files.delete("file-1").deleted is True
        first, second = server.requests
    assert (first.method, first.path) == ("GET", "/v1/health")
    assert (second.method, second.path) == ("DELETE", "/v1/files/file-1")
    assert second.headers["authorization"] == "Bearer k"


def page(*ids: str, more: bool) -> dict[str, object]:
    files = [
        {
            "id": each,
            "bytes": 1,
            "created_at": 1,
            "expires_at": 2,
            "filename": "a",
            "purpose": "batch",
        }
        for each in ids
    ]
    return {"data": files, "has_more": more, "first_id": ids[0], "last_id": ids[-1]}


def test_a_list_pages(moved: Package, client: Any) -> None:
    with Loopback() as server:
        server.answer_json(page("a", "b", more=True))
        server.answer_json(page("c", more=False))
        with client(base_url=server.url) as made:
            assert [each.id for each in made.files.list(limit=2)] == ["a", "b", "c"]
        assert [each.query for each in server.requests] == [
            [("limit", "2")],
            [("after", "b"), ("limit", "2")],
        ]

        server.answer_json(page("a", more=True))
        server.answer_json(page("c", more=False))

        async def every() -> list[str]:
            async with moved.module().AsyncOgxClient(base_url=server.url) as made:
                return [each.id async for each in made.files.list()]

        assert asyncio.run(every()) == ["a", "c"]


def test_a_list_that_did_not_page_gives_its_page(client: Any) -> None:
    with Loopback() as server:
        server.answer_json({"data": []})
        with client(base_url=server.url) as made:
            assert made.providers.list().data == []


def test_stream_gives_typed_events(moved: Package, client: Any) -> None:
    chunk = {
        "id": "1",
        "choices": [{"index": 0, "delta": {"content": "Hi"}, "finish_reason": None}],
        "created": 1,
        "model": "m",
        "object": "chat.completion.chunk",
    }
    messages = [{"role": "user", "content": "Hi"}]
    events = f"data: {json.dumps(chunk)}\n\ndata: [DONE]\n\n".encode()
    with Loopback() as server:
        server.answer(Answer(200, events, {"Content-Type": "text/event-stream"}))
        with client(base_url=server.url) as made:
            stream = made.chat.completions.create(model="m", messages=messages, stream=True)
            (event,) = list(stream)
        sent = server.requests[0].json()
    assert isinstance(event.parse(), moved.models.ChatCompletionChunk)
    assert event.parse().choices[0].delta.content == "Hi"
    assert sent["stream"] is True


def test_the_environment_stands_for_arguments(client: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    with Loopback() as server:
        monkeypatch.setenv("OGX_CLIENT_API_KEY", "from-there")
        monkeypatch.setenv("OGX_CLIENT_BASE_URL", server.url)
        for _ in range(3):
            server.answer_json({"status": "OK"})
        with client() as made:
            assert "from-there" not in repr(made)
            made.inspect.health()
        with client(api_key="given") as made:
            made.inspect.health()
        monkeypatch.setenv("OGX_CLIENT_API_KEY", " ")
        with client() as made:
            made.inspect.health()
        sent = [each.headers.get("authorization") for each in server.requests]
    assert sent == ["Bearer from-there", "Bearer given", None]


def test_files_are_not_overwritten_without_force(
    folder: Path, listed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    before = (folder / "specloom.toml").read_text("utf-8")
    (folder / "specloom.toml").write_text(f"{before}# mine\n", "utf-8")
    run = specloom("init", "--stainless", "config.yml", "openapi.yml")
    assert run.exit_code == 1
    assert "error[file-exists]" in run.errors
    assert (folder / "specloom.toml").read_text("utf-8").endswith("# mine\n")
    run = specloom("init", "--stainless", "config.yml", "openapi.yml", "--force")
    assert run.exit_code == 3
    assert (folder / "specloom.toml").read_text("utf-8") == before
