"""Test waiting for exports and imports, and saving the file of an export."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hubspot_crm import (
    ApiConnectionError,
    AsyncHubSpot,
    AsyncMockTransport,
    HubSpot,
    MockTransport,
    PermissionDeniedError,
    Timing,
    json_response,
)
from hubspot_crm.jobs import JobError
from hubspot_crm.transports import Headers, Request, Response

from tests.support.loopback import Answer, Loopback, json_answer

LINK = "https://files.example/contacts.csv?X-Signature=secret"
BATCH = {"startedAt": "2026-04-01T09:00:00Z", "completedAt": "2026-04-01T09:00:01Z"}


def status(state: str, **more: object) -> dict[str, object]:
    return {**BATCH, "status": state, **more}


def imported(state: str) -> dict[str, object]:
    return {
        "id": "8801",
        "state": state,
        "createdAt": "2026-04-01T09:00:00Z",
        "updatedAt": "2026-04-01T09:00:00Z",
        "mappedObjectTypeIds": ["0-1"],
        "metadata": {"counters": {"ERRORS": 2}, "fileIds": [], "objectLists": []},
        "optOutImport": False,
    }


class Clock:
    """A clock that stands still unless somebody sleeps."""

    def __init__(self) -> None:
        self.slept: list[float] = []

    @property
    def timing(self) -> Timing:
        return Timing(clock=lambda: sum(self.slept), sleep=self.slept.append)


Run = Callable[..., Any]


@pytest.fixture(params=["sync", "async"])
def run(request: pytest.FixtureRequest) -> Run:
    """Return a function that uses a client with prepared responses; it returns what was sent, too."""

    def run_sync(act: Callable[[Any], Any], answers: list[Any], **options: Any) -> Any:
        transport = MockTransport(answers)
        with HubSpot("token", transport=transport, **options) as client:
            return act(client), transport.requests

    def run_async(act: Callable[[Any], Any], answers: list[Any], **options: Any) -> Any:
        async def main() -> Any:
            transport = AsyncMockTransport(answers)
            async with AsyncHubSpot("token", transport=transport, **options) as client:
                return await act(client), transport.requests

        return asyncio.run(main())

    return run_sync if request.param == "sync" else run_async


def test_exports_are_waited_for(run: Run) -> None:
    clock = Clock()
    states = ["PENDING", "PROCESSING", "SOMETHING_NEW", "PROCESSING"]
    answers = [json_response(status(each)) for each in states]
    answers.append(json_response(status("COMPLETE", result=LINK)))
    found, sent = run(lambda c: c.exports.wait(6601), answers, timing=clock.timing)
    assert found.result == LINK
    assert {each.url.rpartition("/export/")[2] for each in sent} == {"async/tasks/6601/status"}
    assert clock.slept == [2, 3, 4.5, 6.75]


def test_pauses_grow_up_to_half_a_minute_until_the_timeout(run: Run) -> None:
    clock = Clock()
    with pytest.raises(TimeoutError, match="export 1 is still PROCESSING after 100 seconds"):
        run(
            lambda c: c.exports.wait("1", timeout=100),
            [json_response(status("PROCESSING")) for _ in range(20)],
            timing=clock.timing,
        )
    assert max(clock.slept) <= 30 and sum(clock.slept) == 100


@pytest.mark.parametrize("state", ["CANCELED", "FAILED"])
def test_an_export_that_fails_is_an_error_with_its_state(run: Run, state: str) -> None:
    errors = [{"message": "too many rows"}, {"message": "no access"}]
    with pytest.raises(
        JobError, match=f"export 6601 ended as {state}: too many rows; no access"
    ) as caught:
        run(lambda c: c.exports.wait(6601), [json_response(status(state, errors=errors))])
    assert (caught.value.state, caught.value.job.status) == (state, state)
    with pytest.raises(JobError, match="export 6601 has no file: too many rows; no access"):
        run(lambda c: c.exports.wait(6601), [json_response(status("COMPLETE", errors=errors))])


def test_imports_are_waited_for(run: Run) -> None:
    clock = Clock()
    answers = [
        json_response(imported(each)) for each in ("STARTED", "DEFERRED", "PROCESSING", "DONE")
    ]
    found, _ = run(lambda c: c.imports.wait("8801"), answers, timing=clock.timing)
    assert (found.state, found.metadata.counters) == ("DONE", {"ERRORS": 2})
    assert len(clock.slept) == 3
    for state in ("FAILED", "CANCELED", "REVERTED"):
        with pytest.raises(JobError, match=f"import 8801 ended as {state}") as caught:
            run(lambda c: c.imports.wait("8801"), [json_response(imported(state))])
        assert caught.value.job.id == "8801"


def test_every_version_has_the_methods() -> None:
    for version in ("v3", "v2025_09", "v2026_03", "v2026_09"):
        module = import_module(f"hubspot_crm.{version}")
        client = module.HubSpot("token", transport=MockTransport([json_response(imported("DONE"))]))
        assert client.imports.wait("8801").state == "DONE"
        assert callable(client.exports.download)


def test_the_file_is_saved_without_the_token(
    run: Run, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "contacts.csv"
    hooked: list[str] = []

    def hook(request: Request) -> None:
        hooked.append(request.url)

    def answer(request: Request) -> Response:
        if "/exports/" in request.url:
            return json_response(status("COMPLETE", result=LINK))
        return Response(200, Headers(), b"Email\n")

    with caplog.at_level(logging.DEBUG):
        saved, sent = run(
            lambda c: c.exports.download(6601, path),
            answer,
            headers={"X-Team": "cats"},
            on_request=hook,
        )
    assert (saved, path.read_bytes()) == (path, b"Email\n")
    assert sent[1].url == LINK
    assert [name for name, _ in sent[1].headers] == ["Accept"]
    assert "Authorization" in [name for name, _ in sent[0].headers]
    assert len(hooked) == 1
    assert "secret" not in caplog.text and "files.example/contacts.csv" in caplog.text
    with pytest.raises(FileExistsError):
        run(lambda c: c.exports.download(6601, path), [])  # before any request
    run(lambda c: c.exports.download(6601, path, overwrite=True), answer)


def test_a_link_that_has_expired_is_read_again_once(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "contacts.csv"
    again = [json_response(status("COMPLETE", result=f"{LINK}{number}")) for number in (1, 2)]
    expired = Response(403, Headers(), b"<Error><Message>Request has expired</Message></Error>")
    fine = Response(200, Headers(), b"Email\n")
    _, sent = run(lambda c: c.exports.download(1, path), [again[0], expired, again[1], fine])
    assert [each.url for each in sent if "files" in each.url] == [f"{LINK}1", f"{LINK}2"]
    path.unlink()
    with pytest.raises(PermissionDeniedError) as caught:
        run(lambda c: c.exports.download(1, path), [again[0], expired, again[1], expired])
    assert "secret" not in str(caught.value) and "files.example" in str(caught.value.url)
    assert list(tmp_path.iterdir()) == []


def test_a_link_may_redirect(run: Run, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    def answer(request: Request) -> Response:
        if "/exports/" in request.url:
            return json_response(status("COMPLETE", result=LINK))
        steps = {
            LINK: "/moved?sign=secret",
            "https://files.example/moved?sign=secret": "//cdn.example/a?s=secret",
        }
        if request.url in steps:
            return Response(302, Headers([("Location", steps[request.url])]), b"")
        return Response(200, Headers(), b"Email\n")

    with caplog.at_level(logging.DEBUG):
        _, sent = run(lambda c: c.exports.download(1, tmp_path / "a.csv"), answer)
    assert [each.url.partition("?")[0] for each in sent[1:]] == [
        "https://files.example/contacts.csv",
        "https://files.example/moved",
        "https://cdn.example/a",
    ]
    assert not [name for each in sent[1:] for name, _ in each.headers if name == "Authorization"]
    assert "secret" not in caplog.text and "cdn.example/a" in caplog.text


def test_a_link_that_is_not_https_is_not_followed(run: Run, tmp_path: Path) -> None:
    for link in ("http://files.example/a", "file:///etc/passwd"):
        with pytest.raises(ValueError, match="not https"):
            run(
                lambda c: c.exports.download(1, tmp_path / "a"),
                [json_response(status("COMPLETE", result=link))],
            )


@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
def test_a_download_that_breaks_off_leaves_no_file(tmp_path: Path, is_async: bool) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nEmail\n"

    async def act_async(url: str) -> None:
        timing = Timing(sleep=lambda seconds: None)
        async with AsyncHubSpot("token", base_url=url, timing=timing) as client:
            await client.exports.download(6601, tmp_path / "contacts.csv")

    with Loopback() as files, Loopback() as server:
        ready = json_answer(status("COMPLETE", result=f"{files.url}/contacts.csv?key=secret"))
        server.answer(ready, ready)
        files.answer(Answer(raw=head))
        with pytest.raises(ApiConnectionError):
            if is_async:
                asyncio.run(act_async(server.url))
            else:
                with HubSpot("token", base_url=server.url) as client:
                    client.exports.download(6601, tmp_path / "contacts.csv")
        assert list(tmp_path.iterdir()) == []
        files.answer(Answer(200, b"Email\n" * 20_000))
        if is_async:
            asyncio.run(act_async(server.url))
        else:
            with HubSpot("token", base_url=server.url) as client:
                client.exports.download(6601, tmp_path / "contacts.csv")
        assert (tmp_path / "contacts.csv").stat().st_size == 120_000
        assert all("authorization" not in each.headers for each in files.requests)
        assert files.requests[-1].target == "/contacts.csv?key=secret"


def test_the_request_of_an_import_may_be_a_model_a_mapping_or_a_string(
    run: Run, tmp_path: Path
) -> None:
    from hubspot_crm.v3.models import ImportColumn, ImportFile, ImportPage, ImportRequest

    first, second = tmp_path / "people.csv", tmp_path / "firms.csv"
    first.write_bytes(b"Email\n")
    second.write_bytes(b"Domain\n")
    wanted = ImportRequest(
        name="April",
        import_operations={"0-1": "UPSERT"},
        files=[
            ImportFile(
                file_name="people.csv",
                file_import_page=ImportPage(
                    has_header=True,
                    column_mappings=[
                        ImportColumn(
                            column_name="Email", column_object_type_id="0-1", property_name="email"
                        ),
                        ImportColumn(column_name="Firm", property_name=None),
                    ],
                ),
            )
        ],
    )
    expected = (
        b'{"name":"April","files":[{"fileName":"people.csv","fileImportPage":{"columnMappings":'
        b'[{"columnName":"Email","columnObjectTypeId":"0-1","propertyName":"email"},'
        b'{"columnName":"Firm","propertyName":null}],"hasHeader":true}}],'
        b'"importOperations":{"0-1":"UPSERT"}}'
    )

    def body(files: Any, request: Any) -> bytes:
        _, (sent,) = run(
            lambda c: c.imports.create(files=files, import_request=request),
            [json_response(imported("STARTED"))],
        )
        assert isinstance(sent.content, bytes)
        return sent.content

    sent = body([first, second], wanted)
    json_part = sent.partition(b"Content-Type: application/json\r\n\r\n")[2].partition(b"\r\n")[0]
    assert json.loads(json_part) == json.loads(expected)
    for name, content in (("people.csv", b"Email\n"), ("firms.csv", b"Domain\n")):
        assert f'name="files"; filename="{name}"'.encode() in sent and content in sent
    assert sent.count(b'name="files"') == 2
    with first.open("rb") as file:
        mapping = body(file, {"name": "April", "files": []})
    assert b'{"name":"April","files":[]}' in mapping and b'filename="people.csv"' in mapping
    assert b"\r\n\r\n{}\r\n" in body(b"Email\n", "{}")
