"""Test sync and async clients against a real server: what is sent and what is returned."""

from __future__ import annotations

import asyncio
import gzip
import socket
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from hubspot_crm._core.errors import (
    ApiConnectionError,
    ApiStatusError,
    ApiTimeoutError,
    DecodingError,
    NotFoundError,
)
from hubspot_crm._core.options import RequestOptions
from hubspot_crm._core.retries import Retries
from hubspot_crm._core.transport import Timeout

from tests.core.clients import RECORD, no_proxies, server
from tests.support.loopback import Answer, Loopback, RecordedRequest, json_answer

from .sample.client import AsyncSample, Sample
from .sample.models import Record

__all__ = ["no_proxies", "server"]


ONCE = Retries(attempts=1)
Drive = Callable[..., Any]


def drive_sync(server: Loopback, act: Callable[[Any], Any], **arguments: Any) -> Any:
    with Sample("token", **{"base_url": server.url, "retries": ONCE, **arguments}) as client:
        return act(client)


def drive_async(server: Loopback, act: Callable[[Any], Any], **arguments: Any) -> Any:
    async def main() -> Any:
        options: Any = {"base_url": server.url, "retries": ONCE, **arguments}
        async with AsyncSample("token", **options) as client:
            return await act(client)

    return asyncio.run(main())


@pytest.fixture(params=[drive_sync, drive_async], ids=["sync", "async"])
def drive(request: pytest.FixtureRequest) -> Drive:
    """Use a client inside its `with` block, sync or async."""
    chosen: Drive = request.param
    return chosen


def get(client: Any) -> Any:
    return client.records.get("1")


def without_noise(request: RecordedRequest) -> dict[str, str]:
    noise = {"host", "user-agent", "accept-encoding", "connection"}
    return {name: value for name, value in request.headers.items() if name not in noise}


class TestSending:
    def test_a_post(self, server: Loopback, drive: Drive) -> None:
        server.answer_json(RECORD, status=201)
        record = drive(server, lambda c: c.records.create(properties={"name": "é", "x": None}))
        assert record == Record.from_dict(RECORD)
        (request,) = server.requests
        assert (request.method, request.target) == ("POST", "/crm/v3/objects/records")
        assert request.json() == {"properties": {"name": "é", "x": None}}
        assert without_noise(request) == {
            "accept": "application/json",
            "authorization": "Bearer token",
            "content-type": "application/json",
            "content-length": str(len(request.body)),
        }
        assert request.headers["user-agent"].startswith("sample/0.1.0 python/3.")

    def test_a_get_sends_no_body_and_no_content_type(self, server: Loopback, drive: Drive) -> None:
        server.answer_json(RECORD)
        drive(server, get)
        (request,) = server.requests
        assert request.body == b""
        assert without_noise(request).keys() == {"accept", "authorization"}

    def test_an_empty_optional_body(self, server: Loopback, drive: Drive) -> None:
        server.answer(Answer(204))
        assert drive(server, lambda c: c.records.touch()) is None
        assert "content-type" not in server.requests[0].headers
        assert server.requests[0].headers["content-length"] == "0"

    @pytest.mark.parametrize("record_id", ["a/../b", "a b?c#d", "%2e", "é\u202e", "a;b=c", "~.-_"])
    def test_path_values_arrive_as_they_were(
        self, server: Loopback, drive: Drive, record_id: str
    ) -> None:
        server.answer_json(RECORD)
        drive(server, lambda c: c.records.get(record_id, archived=True))
        (request,) = server.requests
        assert request.segments == ("crm", "v3", "objects", "records", record_id)
        assert request.query == [("archived", "true")]

    def test_query_values_arrive_as_they_were(self, server: Loopback, drive: Drive) -> None:
        server.answer_json({"results": []})
        values = ["a&b", "c,d", "e f+g", "%41", "é", "[x]'\"<>"]

        def act(client: Any) -> Any:
            return collect(client.records.list(properties=values, limit=5))

        drive(server, act)
        assert server.requests[0].query == [("limit", "5"), *(("properties", v) for v in values)]

    def test_roots_with_a_parameter_and_nested_resources(
        self, server: Loopback, drive: Drive
    ) -> None:
        server.answer_json({"status": "COMPLETE", "results": []}, status=201)
        drive(server, lambda c: c.objects("2-1/é").batch.create([{"properties": {}}]))
        (request,) = server.requests
        assert request.path == "/crm/objects/2025-09/2-1%2F%C3%A9/batch/create"
        [sent] = request.json()["inputs"]
        assert sent["properties"] == {} and sent["objectWriteTraceId"]

    def test_a_base_url_with_a_path(self, server: Loopback, drive: Drive) -> None:
        server.answer_json(RECORD)
        drive(server, get, base_url=server.url + "/gateway/")
        assert server.requests[0].target == "/gateway/crm/v3/objects/records/1"

    def test_headers_of_client_and_call(self, server: Loopback, drive: Drive) -> None:
        server.answer_json(RECORD)
        options = RequestOptions(headers={"X-B": "call"})
        drive(
            server,
            lambda c: c.records.get("1", options=options),
            headers={"X-A": "client", "X-B": "client"},
        )
        sent = server.requests[0].headers
        assert (sent["x-a"], sent["x-b"]) == ("client", "call")

    def test_a_mistake_sends_nothing(self, server: Loopback, drive: Drive) -> None:
        with pytest.raises(ValueError, match="'recordId'"):
            drive(server, lambda c: c.records.get(""))
        assert server.connections == 0


class TestCredentials:
    def test_from_a_function(self, server: Loopback) -> None:
        tokens = iter(["one", "two"])
        server.answer(json_answer(RECORD), json_answer(RECORD))
        with Sample(lambda: next(tokens), base_url=server.url) as client:
            client.records.get("1")
            client.records.get("1")
        sent = [request.headers["authorization"] for request in server.requests]
        assert sent == ["Bearer one", "Bearer two"]

    def test_from_a_function_that_is_awaited(self, server: Loopback) -> None:
        async def fetch() -> str:
            await asyncio.sleep(0)
            return "awaited"

        async def main() -> None:
            for credential in (fetch, lambda: "plain"):
                async with AsyncSample(credential, base_url=server.url) as client:
                    await client.records.get("1")

        server.answer(json_answer(RECORD), json_answer(RECORD))
        asyncio.run(main())
        sent = [request.headers["authorization"] for request in server.requests]
        assert sent == ["Bearer awaited", "Bearer plain"]

    def test_do_not_follow_a_redirect(self, server: Loopback, drive: Drive) -> None:
        with Loopback() as elsewhere:
            server.answer(Answer(302, headers={"Location": elsewhere.url + "/steal"}))
            with pytest.raises(ApiStatusError, match="302 Found: redirects to"):
                drive(server, get)
            assert elsewhere.requests == []


class TestAnswers:
    def test_an_error(self, server: Loopback, drive: Drive) -> None:
        server.answer_json({"message": "gone", "category": "C", "correlationId": "i"}, status=404)
        with pytest.raises(NotFoundError) as caught:
            drive(server, get)
        assert str(caught.value) == (
            "404 Not Found: gone (category C, correlation id i) [GET /crm/v3/objects/records/1]"
        )
        assert "content-length" in caught.value.headers

    def test_compressed(self, server: Loopback, drive: Drive) -> None:
        plain = json_answer(RECORD)
        headers = {**plain.headers, "Content-Encoding": "gzip"}
        server.answer(Answer(200, gzip.compress(plain.body), headers))
        assert drive(server, get).id == "1"

    def test_without_a_body(self, server: Loopback, drive: Drive) -> None:
        server.answer(Answer(204))
        assert drive(server, lambda c: c.records.archive("1")) is None

    @pytest.mark.parametrize(
        "raw",
        [
            b"",
            b"not HTTP at all\r\n\r\n",
            b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{}",
            b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\njunk",
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n",
            b"HTTP/1.1 999999 OK\r\n\r\n",
            b"HTTP/1.1 200 OK\r\nX: " + b"a" * 200_000,
        ],
        ids=lambda raw: repr(raw[:40]),
    )
    def test_that_break_http(self, server: Loopback, drive: Drive, raw: bytes) -> None:
        server.answer(Answer(raw=raw))
        with pytest.raises(ApiConnectionError) as caught:
            drive(server, get)
        assert type(caught.value) is ApiConnectionError
        assert str(caught.value).endswith("[GET /crm/v3/objects/records/1]")
        assert caught.value.method == "GET"

    def test_that_are_not_what_was_declared(self, server: Loopback, drive: Drive) -> None:
        server.answer(Answer(200, b"<html>captive portal</html>"))
        with pytest.raises(
            DecodingError, match=r"invalid JSON \(it looks like HTML or XML\): .* \(status 200\)"
        ):
            drive(server, get)


class TestNoAnswer:
    def test_in_time(self, server: Loopback, drive: Drive) -> None:
        server.answer(json_answer(RECORD, delay=0.5))
        options = RequestOptions(timeout=0.05)
        with pytest.raises(ApiTimeoutError, match=r"\[GET /crm/v3/objects/records/1\]"):
            drive(server, lambda c: c.records.get("1", options=options))

    def test_in_the_time_of_the_client(self, server: Loopback, drive: Drive) -> None:
        server.answer(json_answer(RECORD, delay=0.5))
        with pytest.raises(ApiTimeoutError):
            drive(server, get, timeout=Timeout(read=0.05))

    def test_for_nobody_listens(self, server: Loopback, drive: Drive) -> None:
        with socket.socket() as unused:
            unused.bind(("127.0.0.1", 0))
            url = f"http://127.0.0.1:{unused.getsockname()[1]}"
            with pytest.raises(ApiConnectionError, match="Connect"):
                drive(server, get, base_url=url)


class TestConnections:
    def test_are_shared_by_all_resources_of_a_client(self, server: Loopback) -> None:
        server.answer(*[json_answer(RECORD)] * 4)
        with Sample("token", base_url=server.url) as client:
            for resource in (client.records, client.objects("a"), client.objects("b")):
                resource.get("1")
            client.records.get("2")
        assert server.connections == 1

    def test_are_shared_by_all_resources_of_an_async_client(self, server: Loopback) -> None:
        async def main() -> None:
            async with AsyncSample("token", base_url=server.url) as client:
                await client.records.get("1")
                await client.objects("a").get("1")

        server.answer(*[json_answer(RECORD)] * 2)
        asyncio.run(main())
        assert server.connections == 1

    def test_are_of_one_pool_for_all_threads(self) -> None:
        barrier = threading.Barrier(8)

        def respond(request: RecordedRequest) -> Answer:
            return json_answer({**RECORD, "id": request.segments[-1]})

        with Loopback(respond) as server, Sample("token", base_url=server.url) as client:

            def work(number: int) -> str:
                barrier.wait()
                for _ in range(4):
                    client.records.get(str(number))
                return client.records.get(str(number)).id

            with ThreadPoolExecutor(8) as pool:
                assert list(pool.map(work, range(8))) == [str(number) for number in range(8)]
            assert len(server.requests) == 40
            assert server.connections <= 8

    def test_many_at_once_in_one_event_loop(self) -> None:
        def respond(request: RecordedRequest) -> Answer:
            return json_answer({**RECORD, "id": request.segments[-1]})

        async def main(url: str) -> list[str]:
            async with AsyncSample("token", base_url=url) as client:
                calls = [client.records.get(str(number)) for number in range(20)]
                return [record.id for record in await asyncio.gather(*calls)]

        with Loopback(respond) as server:
            assert asyncio.run(main(server.url)) == [str(number) for number in range(20)]

    def test_do_not_carry_cookies_from_one_call_to_the_next(
        self, server: Loopback, drive: Drive
    ) -> None:
        server.answer(json_answer(RECORD, headers={"Set-Cookie": "session=1"}), json_answer(RECORD))

        def act(client: Any) -> Any:
            return in_turn(lambda: client.records.get("1"), lambda: client.records.get("1"))

        drive(server, act)
        assert len(server.requests) == 2
        assert "cookie" not in server.requests[1].headers

    def test_go_through_the_proxy_of_the_environment(
        self, server: Loopback, drive: Drive, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("HTTP_PROXY", server.url)
        server.answer_json(RECORD)
        drive(server, get, base_url="http://api.invalid")
        assert server.requests[0].target == "http://api.invalid/crm/v3/objects/records/1"


async def collect_async(items: Any) -> list[Any]:
    return [item async for item in items]


def collect(items: Any) -> Any:
    """Return the items of a pager: a list, or an awaitable of one."""
    return collect_async(items) if hasattr(items, "__aiter__") else list(items)


def in_turn(*calls: Callable[[], Any]) -> Any:
    """Call functions one after the other, and await async ones in one coroutine."""
    results = [calls[0]()]
    if not isinstance(results[0], Coroutine):
        return results + [call() for call in calls[1:]]

    async def rest() -> list[Any]:
        return [await results[0], *[await call() for call in calls[1:]]]

    return rest()
