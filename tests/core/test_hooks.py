"""Test the hooks around every attempt."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hubspot_crm._core.errors import NotFoundError
from hubspot_crm._core.transport import Request, Response

from .scripted import Drive, Script, answer, drive_async, drive_sync


def get(client: Any) -> Any:
    return client.records.get("1")


class TestHooks:
    def test_see_every_attempt_and_its_response(self, scripted: Drive) -> None:
        script, seen = Script([answer(500, {}), answer()]), list[object]()
        scripted(
            script,
            get,
            on_request=lambda request: seen.append(request.method),
            on_response=lambda request, response: seen.append(response.status),
        )
        assert seen == ["GET", 500, "GET", 200]

    def test_see_responses_that_are_errors(self, scripted: Drive) -> None:
        seen: list[int] = []
        with pytest.raises(NotFoundError):
            scripted(Script([answer(404, {})]), get, on_response=lambda _, r: seen.append(r.status))
        assert seen == [404]

    def test_may_give_another_request_to_send(self, scripted: Drive) -> None:
        def sign(request: Request) -> Request:
            return replace(request, headers=(*request.headers, ("X-Signature", "s")))

        def note(request: Request) -> None:
            seen.append(request)

        script, seen = Script([answer()]), list[Request]()
        scripted(script, get, on_request=[sign, note])
        assert seen == script.requests
        assert dict(script.requests[0].headers)["X-Signature"] == "s"

    def test_that_raise_end_the_call(self, scripted: Drive) -> None:
        def refuse(request: Request) -> None:
            raise LookupError("no")

        script = Script([answer()])
        with pytest.raises(LookupError):
            scripted(script, get, on_request=refuse)
        assert script.requests == []

    def test_may_make_calls_themselves(self, scripted: Drive) -> None:
        asked: list[str] = []

        def act(client: Any) -> Any:
            def count(request: Request, response: Response) -> None:
                asked.append(request.url.rpartition("/")[2])

            return client.with_options(on_response=count).records.get("2")

        scripted(Script([answer()]), act)
        assert asked == ["2"]


def test_an_async_client_awaits_hooks() -> None:
    seen: list[object] = []

    async def before(request: Request) -> Request:
        seen.append(request.method)
        return replace(request, method="HEAD")

    async def after(request: Request, response: Response) -> None:
        seen.append((request.method, response.status))

    drive_async(Script([answer()]), get, on_request=before, on_response=[after])
    assert seen == ["GET", ("HEAD", 200)]


def test_a_sync_client_refuses_hooks_that_must_be_awaited() -> None:
    async def before(request: Request) -> None: ...

    with pytest.raises(TypeError, match="async client"):
        drive_sync(Script([answer()]), get, on_request=before)
