"""Test the transports for users' tests: what they return, raise and record."""

from __future__ import annotations

import asyncio
import json

import pytest
from hubspot_crm import (
    ApiConnectionError,
    AsyncHubSpot,
    AsyncMockTransport,
    HubSpot,
    MockTransport,
    NotFoundError,
    json_response,
)
from hubspot_crm.transports import AsyncTransport, Request, Response, Transport

from .drivers import request

TASK = {"id": "512", "properties": {}, "archived": False}
TASK |= {"createdAt": "2020-01-01T00:00:00Z", "updatedAt": "2020-01-01T00:00:00Z"}


def test_responses_in_turn() -> None:
    transport: MockTransport = MockTransport(
        [json_response(TASK, headers={"X-A": "1"}), json_response({"message": "gone"}, 404)]
    )
    with HubSpot("token", transport=transport) as client:
        assert client.tasks.get("512").id == "512"
        with pytest.raises(NotFoundError, match="gone"):
            client.tasks.get("513")
    assert [each.method for each in transport.requests] == ["GET", "GET"]
    assert transport.requests[0].url.endswith("/tasks/512")
    assert not transport.closed


def test_a_function_of_the_request() -> None:
    def answer(request: Request) -> Response:
        sent = json.loads(request.content or b"")
        return json_response({**TASK, "properties": sent["properties"]}, status=201)

    with HubSpot("token", transport=MockTransport(answer)) as client:
        task = client.tasks.create(properties={"hs_task_subject": "Call"})
    assert task.properties == {"hs_task_subject": "Call"}


def test_an_exception_is_raised() -> None:
    transport = MockTransport(iter([ApiConnectionError("no", maybe_sent=False)]))
    sent = request("https://a.example/?k=1", shown_url="https://a.example/?k=*")
    with pytest.raises(ApiConnectionError, match="no"):
        transport.send(sent)
    with pytest.raises(
        AssertionError, match=r"no response is left for GET https://a.example/\?k=\*"
    ):
        transport.send(sent)
    assert len(transport.requests) == 2
    transport.close()
    assert transport.closed


def test_async_is_the_same() -> None:
    async def answer(request: Request) -> Response:
        await asyncio.sleep(0)
        return json_response(TASK)

    async def main() -> None:
        for answers in (answer, lambda _: json_response(TASK), [json_response(TASK)]):
            transport = AsyncMockTransport(answers)
            async with AsyncHubSpot("token", transport=transport) as client:
                assert (await client.tasks.get("512")).id == "512"
            assert len(transport.requests) == 1
            await transport.aclose()
            assert transport.closed

    asyncio.run(main())


def test_are_transports_to_a_type_checker() -> None:
    sync: Transport = MockTransport([])
    other: AsyncTransport = AsyncMockTransport([])
    assert sync is not other
