"""Test when the connections of a client start and end, and which objects can replace them."""

from __future__ import annotations

import asyncio

import pytest
from hubspot_crm._core.transport import Headers, Request, Response
from hubspot_crm._resource import Resource

from tests.core.clients import RECORD, no_proxies, server
from tests.support.loopback import Loopback, json_answer

from .sample.client import AsyncSample, Sample

__all__ = ["no_proxies", "server"]


class RecordingTransport:
    """A custom transport, sync and async."""

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self.closed = 0

    def send(self, request: Request) -> Response:
        self.requests.append(request)
        return Response(200, Headers(), json_answer(RECORD).body)

    def close(self) -> None:
        self.closed += 1


class AsyncRecordingTransport(RecordingTransport):
    async def send(self, request: Request) -> Response:  # type: ignore[override]
        return RecordingTransport.send(self, request)

    async def aclose(self) -> None:
        self.closed += 1


class TestLifetime:
    def test_a_transport_that_is_given_is_used_and_stays_open(self) -> None:
        transport = RecordingTransport()
        with Sample("token", transport=transport) as client:
            assert client.records.get("1").id == "1"
        assert transport.closed == 0
        assert transport.requests[0].url == "https://api.example.com/crm/v3/objects/records/1"
        assert "token" not in repr(transport.requests[0])

    def test_an_async_transport_that_is_given_is_used_and_stays_open(self) -> None:
        transport = AsyncRecordingTransport()

        async def main() -> str:
            async with AsyncSample("token", transport=transport) as client:
                return (await client.records.get("1")).id

        assert asyncio.run(main()) == "1" and transport.closed == 0

    def test_a_closed_client_says_so(self, server: Loopback) -> None:
        server.answer_json(RECORD)
        client = Sample("token", base_url=server.url)
        records = client.records
        records.get("1")
        client.close()
        client.close()
        for use in (lambda: records.get("1"), client.__enter__, lambda: list(records.list())):
            with pytest.raises(RuntimeError, match="the client is closed"):
                use()
        assert len(server.requests) == 1
        assert repr(client) == f"Sample(base_url='{server.url}', closed)"

    def test_a_closed_async_client_says_so(self, server: Loopback) -> None:
        async def main() -> None:
            client = AsyncSample("token", base_url=server.url)
            await client.close()
            await client.close()
            with pytest.raises(RuntimeError, match="the client is closed"):
                await client.records.get("1")
            with pytest.raises(RuntimeError, match="the client is closed"):
                await client.__aenter__()

        asyncio.run(main())
        assert server.connections == 0

    def test_a_client_is_closed_by_an_exception_too(self) -> None:
        client = Sample("token")
        with pytest.raises(ZeroDivisionError), client:
            raise ZeroDivisionError
        assert "closed" in repr(client)

    def test_a_resource_is_made_once_and_named_by_its_root(self) -> None:
        client = Sample("token")
        assert client.records is client.records
        assert client.records.batch is client.records.batch
        assert repr(client.records) == "Records('/crm/v3/objects/records')"
        assert isinstance(client.records, Resource)
