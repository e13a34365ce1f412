"""Test the attempts of a call: options, rate limits, connections and their end."""

from __future__ import annotations

import asyncio
import logging
import math
import os
import ssl
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from hubspot_crm._core.call.request import Arguments
from hubspot_crm._core.errors import ApiTimeoutError, InputError
from hubspot_crm._core.operation import Bounds, Operation, Parameter
from hubspot_crm._core.options import RequestOptions
from hubspot_crm._core.retries import Retries
from hubspot_crm._core.transport import Headers, Request, Response

from tests.support.loopback import Answer, Loopback, RecordedRequest, json_answer

from .sample.client import AsyncSample, Sample
from .scripted import (
    RECORD,
    Drive,
    Script,
    ScriptedTransport,
    answer,
)


def get(client: Any) -> Any:
    return client.records.get("1")


@dataclass
class Limiter:
    """Requires given waits, and records its calls."""

    waits: list[float]
    told: list[tuple[str, object]] = field(default_factory=list[tuple[str, object]])

    def reserve(self, bucket: str, longest: float = math.inf) -> float:
        self.told.append(("reserve", bucket))
        return self.waits.pop(0)

    def observe(self, bucket: str, status: int, headers: Headers) -> None:
        self.told.append((bucket, status))

    async def reserve_async(self, bucket: str, longest: float = math.inf) -> float:
        return self.reserve(bucket)

    async def observe_async(self, bucket: str, status: int, headers: Headers) -> None:
        self.observe(bucket, status, headers)


class TestRateLimits:
    def test_every_attempt_waits_its_turn_and_teaches(self, scripted: Drive) -> None:
        script, limiter = Script([answer(429, {}), answer()]), Limiter([0, 3])
        scripted(script, get, rate_limiter=limiter)
        assert script.slept == [0, 3]
        assert limiter.told == [("reserve", ""), ("", 429), ("reserve", ""), ("", 200)]

    def test_only_long_waits_are_reported_at_the_usual_level(
        self, scripted: Drive, caplog: pytest.LogCaptureFixture
    ) -> None:
        caplog.set_level(logging.DEBUG, "hubspot_crm")
        for wait in (0.3, 3):
            scripted(Script([answer()]), get, rate_limiter=Limiter([wait]))
        waits = [r.levelname for r in caplog.records if "for the rate limit" in r.getMessage()]
        assert waits == ["DEBUG", "INFO"]

    def test_the_bucket_is_that_of_the_operation(self, scripted: Drive) -> None:
        operation: Operation[None] = Operation("GET", "/s", responses={200: None}, bucket="search")
        limiter = Limiter([0])
        scripted(Script([answer()]), lambda c: c(operation, Arguments("")), rate_limiter=limiter)
        assert limiter.told == [("reserve", "search"), ("search", 200)]

    def test_a_turn_beyond_the_deadline_is_not_waited_for(self, scripted: Drive) -> None:
        script = Script([])
        with pytest.raises(ApiTimeoutError, match="requires a wait of 3 s") as caught:
            scripted(script, get, rate_limiter=Limiter([3]), retries=Retries(deadline=2))
        assert script.requests == [] == script.slept and not caught.value.maybe_sent


class TestArguments:
    def test_beyond_a_limit_send_nothing(self, scripted: Drive) -> None:
        operation: Operation[None] = Operation(
            "GET",
            "",
            parameters=(Parameter("limit", "query"),),
            bounds={"limit": Bounds(maximum=9)},
        )
        script, limiter = Script([]), Limiter([])
        with pytest.raises(InputError, match="limit is 10; the API accepts at most 9"):
            arguments = Arguments("", query={"limit": 10})
            scripted(script, lambda c: c(operation, arguments), rate_limiter=limiter)
        assert script.requests == [] == limiter.told


class TestOptions:
    def test_of_a_client_made_from_another(self, scripted: Drive) -> None:
        script = Script([answer(500, {}), answer(), answer()])
        options: dict[str, Any] = {"user_agent": "app/2", "headers": {"X-B": "2"}}

        def act(client: Any) -> Any:
            other = client.with_options(timeout=3, retries=Retries(attempts=2), **options)
            assert type(other) is type(client) and other.records is not client.records
            first = other.records.get("1")
            if isinstance(client, Sample):
                return first, client.records.get("1")

            async def both() -> Any:
                return await first, await client.records.get("1")

            return both()

        scripted(script, act, headers={"X-A": "1"}, retries=Retries(attempts=1))
        once, twice, plain = [dict(request.headers) for request in script.requests]
        assert once == twice and (once["X-A"], once["X-B"]) == ("1", "2")
        assert once["User-Agent"] == f"{plain['User-Agent']} app/2"
        assert "X-B" not in plain and plain["X-A"] == "1"
        assert [request.timeout.read for request in script.requests] == [3, 3, 30]

    def test_a_client_made_from_another_leaves_the_connections_open(self) -> None:
        with Loopback(lambda _: json_answer(RECORD)) as server:
            with Sample("t", base_url=server.url) as client:
                client.records.get("1")
                with client.with_options(timeout=5) as other:
                    other.records.get("1")
                client.records.get("1")
            with pytest.raises(RuntimeError, match="closed"):
                other.records.get("1")
            assert server.connections == 1

    def test_that_do_not_exist_are_refused(self, scripted: Drive) -> None:
        with pytest.raises(TypeError, match="unknown option 'time_out'"):
            scripted(Script([]), lambda client: client, time_out=5)
        for name in ("time_out", "proxy", "transport"):  # the last two belong to the connections
            with pytest.raises(TypeError, match=f"unknown option '{name}'"):
                scripted(Script([]), lambda client: client.with_options(**{name: None}))

    def test_of_a_call_are_shown_without_their_values(self) -> None:
        shown = repr(RequestOptions(headers={"X-Key": "secret"}, idempotent=True))
        assert "idempotent=True" in shown and "secret" not in shown

    def test_a_transport_has_its_own_proxy(self) -> None:
        with pytest.raises(ValueError, match="its own proxy"):
            Sample("t", transport=ScriptedTransport(Script([])), proxy="http://127.0.0.1:1")

    @pytest.mark.parametrize("is_async", [False, True])
    def test_a_proxy(self, is_async: bool) -> None:
        with Loopback(lambda _: json_answer(RECORD)) as proxy:
            if is_async:

                async def main() -> None:
                    url = "http://api.example.test"
                    async with AsyncSample("t", base_url=url, proxy=proxy.url) as client:
                        await client.records.get("1")

                asyncio.run(main())
            else:
                with Sample("t", base_url="http://api.example.test", proxy=proxy.url) as client:
                    client.records.get("1")
        assert proxy.requests[0].target == "http://api.example.test/crm/v3/objects/records/1"

    def test_authorities_from_a_file_that_is_not_there(self, tmp_path: Path) -> None:
        with pytest.raises(ValueError, match="no certificates"):
            Sample("t", verify=str(tmp_path / "none.pem"))

    def test_authorities_of_a_context(self) -> None:
        with Loopback(lambda _: json_answer(RECORD)) as server:
            context = ssl.create_default_context()
            with Sample("t", base_url=server.url, verify=context) as client:
                assert client.records.get("1").id == "1"


class TestEnd:
    def test_closing_again_does_nothing(self) -> None:
        with Loopback(lambda _: json_answer(RECORD)) as server:
            with Sample("t", base_url=server.url) as client:
                client.records.get("1")
                client.close()
                client.close()
            assert "closed" in repr(client)

    def test_a_given_transport_stays_open(self, scripted: Drive) -> None:
        script = Script([answer()])
        scripted(script, get)
        assert script.closed == 0

    def test_a_call_that_is_cancelled_leaves_the_client_usable(self) -> None:
        def slow_first(request: RecordedRequest) -> Answer:
            return json_answer(RECORD, delay=0.3 if request.path.endswith("/slow") else 0)

        async def main() -> str:
            async with AsyncSample("t", base_url=server.url) as client:
                task = asyncio.create_task(client.records.get("slow"))
                while not server.requests:
                    await asyncio.sleep(0.01)
                task.cancel()
                with pytest.raises(asyncio.CancelledError):
                    await task
                return (await client.records.get("1")).id

        with Loopback(slow_first) as server:
            assert asyncio.run(main()) == "1"

    def test_an_interrupted_call_leaves_the_client_usable(self) -> None:
        script = Script([answer(500, {}), answer()])

        def interrupt(seconds: float) -> None:
            raise KeyboardInterrupt

        timing = script.timing
        interrupting = type(timing)(clock=timing.clock, sleep=interrupt, random=timing.random)
        transport = ScriptedTransport(script)
        with Sample("t", transport=transport, timing=interrupting) as client:
            with pytest.raises(KeyboardInterrupt):
                client.records.get("1")
            assert client.records.get("1").id == "1"

    def test_an_interrupted_wait_of_an_async_client_too(self, scripted: Drive) -> None:
        script = Script([answer(500, {}), answer()])
        with pytest.raises(asyncio.CancelledError):
            scripted(script, get, on_response=_cancel)
        assert scripted(script, get).id == "1"

    def test_a_client_that_is_never_closed_or_used_warns_of_nothing(self) -> None:
        code = "from tests.core.sample.client import Sample, AsyncSample; Sample('t'); AsyncSample('t')"
        command = [sys.executable, "-W", "error", "-c", code]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        result = subprocess.run(command, env=environment, capture_output=True, text=True)
        assert (result.returncode, result.stderr) == (0, "")


def _cancel(request: Request, response: Response) -> None:
    raise asyncio.CancelledError


class TestThreadsAndProcesses:
    def test_many_threads_make_one_transport(self) -> None:
        barrier = threading.Barrier(8)

        def work(_: int) -> str:
            barrier.wait()
            return client.records.get("1").id

        with Loopback(lambda _: json_answer(RECORD)) as server:
            with Sample("t", base_url=server.url) as client, ThreadPoolExecutor(8) as threads:
                assert list(threads.map(work, range(8))) == ["1"] * 8
                held = client._transport  # pyright: ignore[reportPrivateUsage]
                assert held.get() is held.get()

    @pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
    def test_a_forked_process_speaks_over_connections_of_its_own(self) -> None:
        with Loopback(lambda _: json_answer(RECORD)) as server:
            code = FORKED.format(url=server.url)
            environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
            command = [sys.executable, "-c", code]
            result = subprocess.run(
                command, env=environment, capture_output=True, text=True, timeout=60
            )
            assert (result.returncode, result.stderr) == (0, "")
            parent, child, again = server.requests
        assert parent.connection == again.connection != child.connection


FORKED = """
import os
from tests.core.sample.client import Sample
client = Sample("t", base_url="{url}")
client.records.get("1")
child = os.fork()
if child == 0:
    client.records.get("2")
    os._exit(0)
assert os.waitpid(child, 0)[1] == 0
client.records.get("3")
client.close()
"""
