"""Test that each document has its own server and credentials."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from specloom.diagnostics import SpecloomError
from specloom.pipeline import compile_project
from specloom.project.file import load_project

from tests.generate.conftest import MypyStrict
from tests.generate.support import Package, importable, made_of, specloom

BEARER = "token: {type: http, scheme: bearer}"


def document(word: str, servers: str, scheme: str = "", path: str | None = None) -> str:
    security = "security: [{token: []}]\n" if scheme else ""
    components = f"components: {{securitySchemes: {{{scheme}}}}}\n" if scheme else ""
    own = "servers: [{url: 'https://files.example'}], " if word == "files" else ""
    return f"""\
openapi: 3.1.0
info: {{title: {word}, version: "1"}}
{f"servers: [{servers}]" if servers else ""}
{security}{components}
paths:
  {path or "/" + word}:
    get: {{{own}responses: {{"204": {{description: d}}}}}}
  {path or "/" + word}/batch/run:
    post: {{responses: {{"204": {{description: d}}}}}}
"""


@contextmanager
def package_of(folder: Path, documents: dict[str, str], settings: str = "") -> Iterator[Package]:
    write(folder, documents, settings)
    package = made_of(load_project(folder / "specloom.toml"))
    with importable(package.folder, package.name):
        yield package


def write(folder: Path, documents: dict[str, str], settings: str = "") -> None:
    for name, text in documents.items():
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    (folder / "specloom.toml").write_text(
        f'{settings}\n[package]\nname = "hosted"\nclient = "Hosted"\noutput = "out"\n'
        '[documents]\nfiles = "*.yaml"\n',
        "utf-8",
    )


def sent(package: Package, calls: str, **given: Any) -> list[tuple[str, str | None]]:
    """Return the URL and the Authorization header of each call; the sync and async clients send
    the same."""
    module: Any = package.module()
    requests: list[tuple[str, str | None]] = []

    def answer(request: Any) -> Any:
        headers = {name.lower(): value for name, value in request.headers}
        requests.append((request.url, headers.get("authorization")))
        return module.json_response({})

    def method(client: Any, call: str) -> Any:
        for word in call.split("."):
            client = getattr(client, word)
        return client

    async def run_async() -> None:
        transport = module.AsyncMockTransport(answer)
        async with package.async_client(transport=transport, **given) as client:
            for call in calls.split():
                await method(client, call)()

    with package.client(transport=module.MockTransport(answer), **given) as client:
        for call in calls.split():
            method(client.with_options(timeout=5), call)()
            raw = client.raw(method(client, call))
            assert raw.status == 200
    sync, requests = requests[::2], []
    asyncio.run(run_async())
    assert sync == requests
    return requests


TWO = {
    "billing": document("invoices", "{url: 'https://billing.example/'}", BEARER),
    "users": document("users", "{url: 'https://users.example/v2'}", BEARER),
}
CALLS = "invoices.get invoices.batch.run users.get users.batch.run"


def test_calls_and_tokens_go_to_the_host_of_their_document(
    tmp_path: Path, mypy_strict: MypyStrict
) -> None:
    tokens = {"billing_token": "b", "users_token": "u"}
    with package_of(tmp_path, TWO) as package:
        assert sent(package, CALLS, **tokens) == [
            ("https://billing.example/invoices", "Bearer b"),
            ("https://billing.example/invoices/batch/run", "Bearer b"),
            ("https://users.example/v2/users", "Bearer u"),
            ("https://users.example/v2/users/batch/run", "Bearer u"),
        ]
        # With one token only, calls of the other document have none.
        assert sent(package, "users.get", billing_token="b") == [
            ("https://users.example/v2/users", None)
        ]
        given = {"base_url": {"users": "http://localhost:1"}, **tokens}
        assert [url for url, _ in sent(package, "invoices.get users.get", **given)] == [
            "https://billing.example/invoices",
            "http://localhost:1/users",
        ]
        given = {"base_url": "http://localhost:1/", **tokens}
        assert [url for url, _ in sent(package, "invoices.get users.get", **given)] == [
            "http://localhost:1/invoices",
            "http://localhost:1/users",
        ]
        with pytest.raises(ValueError, match="contains user; the documents are billing, users"):
            package.client(base_url={"user": "http://localhost:1"})
        with pytest.raises(ValueError, match="base_url"):
            package.client(base_url={"users": "ftp://localhost:1"})
        assert "billing.example" in repr(package.client())
    mypy_strict(package.folder / package.name)


def test_a_third_document_moves_no_call(tmp_path: Path) -> None:
    documents = {
        **TWO,
        "audit": document("events", "{url: 'https://audit.example'}", BEARER),
        "accounts": document("accounts", "{url: 'https://users.example/v2'}", BEARER),
    }
    with package_of(tmp_path, documents) as package:
        tokens = {"billing_token": "b", "users_token": "u"}
        assert sent(package, CALLS, **tokens)[::2] == [
            ("https://billing.example/invoices", "Bearer b"),
            ("https://users.example/v2/users", "Bearer u"),
        ]
        assert sent(package, "events.get accounts.get", **tokens) == [
            ("https://audit.example/events", None),
            ("https://users.example/v2/accounts", None),
        ]


def test_documents_of_one_host_share_their_credentials(tmp_path: Path) -> None:
    documents = {
        "a": document("cats", "{url: 'https://zoo.example/cats'}", BEARER),
        "b": document("dogs", "{url: 'https://zoo.example/dogs'}", BEARER),
    }
    with package_of(tmp_path, documents) as package:
        assert sent(package, "cats.get dogs.get", token="t") == [
            ("https://zoo.example/cats/cats", "Bearer t"),
            ("https://zoo.example/dogs/dogs", "Bearer t"),
        ]


def test_schemes_of_one_name_in_other_locations_are_other_credentials(tmp_path: Path) -> None:
    server = "{url: 'https://zoo.example'}"
    documents = {
        "a": document("cats", server, "token: {type: apiKey, in: query, name: key}"),
        "b": document("dogs", server, BEARER),
    }
    with package_of(tmp_path, documents) as package:
        assert sent(package, "cats.get dogs.get", a_token="a", b_token="b") == [
            ("https://zoo.example/cats?key=a", None),
            ("https://zoo.example/dogs", "Bearer b"),
        ]


def test_variables_and_servers_of_operations_belong_to_the_document(tmp_path: Path) -> None:
    region = "variables: {region: {default: eu}}"
    documents = {
        "a": document("cats", f"{{url: 'https://{{region}}.a.example', {region}}}"),
        "b": document("files", f"{{url: 'https://{{region}}.b.example', {region}}}"),
    }
    with package_of(tmp_path, documents) as package:
        assert [url for url, _ in sent(package, "cats.get files.get", a_region="us")] == [
            "https://us.a.example/cats",
            "https://files.example/files",
        ]
        # Another base URL of its document replaces the server of the operation.
        elsewhere = {"b": "http://localhost:1"}
        assert [url for url, _ in sent(package, "cats.get files.get", base_url=elsewhere)] == [
            "https://eu.a.example/cats",
            "http://localhost:1/files",
        ]


def test_relative_servers_that_differ_are_below_the_base_url(tmp_path: Path) -> None:
    documents = {
        "a": document("cats", "{url: /a}"),
        "b": document("dogs", "{url: /b/v2/}"),
        "c": document("cows", ""),
    }
    with package_of(tmp_path, documents) as package:
        calls = "cats.get dogs.get cows.get"
        assert [url for url, _ in sent(package, calls, base_url="https://zoo.example/")] == [
            "https://zoo.example/a/cats",
            "https://zoo.example/b/v2/dogs",
            "https://zoo.example/cows",
        ]
        with pytest.raises(TypeError, match="base_url"):
            package.client()
        with pytest.raises(ValueError, match="an absolute URL for b, c"):
            package.client(base_url={"a": "https://zoo.example"})


def test_a_document_without_a_server_beside_others_is_refused(tmp_path: Path) -> None:
    for servers in ("", "{url: /v1}"):
        write(tmp_path, {**TWO, "third": document("cats", servers, BEARER)})
        with pytest.raises(SpecloomError) as raised:
            compile_project(load_project(tmp_path / "specloom.toml"))
        (found,) = raised.value.diagnostics
        assert found.code == "ambiguous-server"
        assert found.location and found.location.document.endswith("third.yaml")
        assert "https://billing.example" in found.message and "overlay" in found.hint


def test_one_argument_for_two_hosts_has_to_be_written(tmp_path: Path) -> None:
    write(tmp_path, TWO, '[security]\nkey = ["token"]\n')
    run = specloom("generate", "--project", tmp_path / "specloom.toml")
    assert run.exit_code == 1
    assert "error[ambiguous-credential]" in run.errors
    assert 'key = ["billing: token", "users: token"]' in run.errors
    shared = '[security]\nkey = ["billing: token", "users: token"]\n'
    with package_of(tmp_path, TWO, shared) as package:
        assert [key for _, key in sent(package, "invoices.get users.get", key="k")] == [
            "Bearer k",
            "Bearer k",
        ]


def test_documents_of_one_file_name(tmp_path: Path) -> None:
    for word in ("billing", "users"):
        (tmp_path / word).mkdir()
        (tmp_path / word / "openapi.yaml").write_text(TWO[word], "utf-8")
    out = tmp_path / "out"
    files = [tmp_path / word / "openapi.yaml" for word in ("billing", "users")]
    run = specloom("generate", *files, "--package", "hosted", "--output", out)
    assert run.exit_code == 0, run.errors
    package = Package("hosted", out, ())
    with importable(out, "hosted"):
        tokens = {"billing_openapi_token": "b", "users_openapi_token": "u"}
        assert [url for url, _ in sent(package, CALLS, **tokens)][::2] == [
            "https://billing.example/invoices",
            "https://users.example/v2/users",
        ]
