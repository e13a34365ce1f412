"""Test raw responses."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from hubspot_crm._core.call.response import RawResponse
from hubspot_crm._core.errors import DecodingError, NotFoundError
from hubspot_crm._core.transport import Headers, Response

from .sample.client import AsyncSample
from .sample.models import Record
from .scripted import (
    RECORD,
    AsyncScriptedTransport,
    Drive,
    Script,
    answer,
    drive_sync,
)


class TestRawAnswers:
    def test_hold_what_came(self, scripted: Drive) -> None:
        script = Script([answer(200, RECORD, X_Trace="t")])
        raw: RawResponse[Record] = scripted(
            script, lambda c: c.raw(c.records.get, "1", archived=True)
        )
        assert (raw.status, raw.headers["x-trace"]) == (200, "t")
        assert raw.content == answer().content
        assert raw.parse() == Record.from_dict(RECORD)
        assert script.requests[0].url.endswith("/records/1?archived=true")

    def test_need_not_be_readable(self, scripted: Drive) -> None:
        script = Script([Response(200, Headers(), b"<html>")])
        raw = scripted(script, lambda c: c.raw(c.records.get, "1"))
        assert raw.content == b"<html>"
        with pytest.raises(DecodingError):
            raw.parse()

    def test_that_are_errors_are_raised(self, scripted: Drive) -> None:
        script = Script([answer(500, {}), answer(404, {"message": "gone"})])
        with pytest.raises(NotFoundError, match="gone"):
            scripted(script, lambda c: c.raw(c.records.get, "1"))

    def test_show_no_content(self, scripted: Drive) -> None:
        raw = scripted(
            Script([answer(200, {"id": "private"})]), lambda c: c.raw(c.records.get, "1")
        )
        assert "private" not in repr(raw)


def test_the_next_call_is_decoded_again() -> None:
    def act(client: Any) -> list[object]:
        return [client.raw(client.records.get, "1"), client.records.get("1")]

    raw, record = drive_sync(Script([answer(), answer()]), act)
    assert isinstance(raw, RawResponse) and isinstance(record, Record)


def test_calls_of_hooks_are_decoded() -> None:
    found: list[object] = []

    def act(client: Any) -> object:
        inner = client.with_options()
        outer = client.with_options(on_request=lambda _: found.append(inner.records.get("2")))
        return outer.raw(outer.records.get, "1")

    assert isinstance(drive_sync(Script([answer(), answer()]), act), RawResponse)
    assert isinstance(found[0], Record)


class TestLists:
    PAGES = (
        {"results": [RECORD], "paging": {"next": {"after": "2"}}},
        {"results": [], "paging": {"next": {"after": "3"}}},
        {"results": [RECORD]},
    )

    def test_have_a_response_for_each_page(self) -> None:
        script = Script([answer(200, page, X_Trace=str(at)) for at, page in enumerate(self.PAGES)])
        responses: list[RawResponse[Any]] = drive_sync(
            script, lambda c: list(c.raw(c.records.list, limit=1))
        )
        assert [each.headers["x-trace"] for each in responses] == ["0", "1", "2"]
        assert [len(each.parse().results) for each in responses] == [1, 0, 1]

    def test_of_the_async_client(self) -> None:
        script = Script([answer(200, page) for page in self.PAGES])

        async def main() -> list[int]:
            transport = AsyncScriptedTransport(script)
            async with AsyncSample("t", transport=transport) as client:
                pages = client.records.list(limit=1).raw_pages()
                return [len(each.parse().results) async for each in pages]

        assert asyncio.run(main()) == [1, 0, 1]

    def test_are_requested_page_by_page(self) -> None:
        script = Script([answer(200, page) for page in self.PAGES])
        first = drive_sync(script, lambda c: next(c.raw(c.records.list)))
        assert first.status == 200 and len(script.requests) == 1


def test_batches_have_no_single_response() -> None:
    script = Script([])
    with pytest.raises(TypeError, match="one request"):
        drive_sync(script, lambda c: c.raw(c.records.batch.create, []))
    assert script.requests == []


def test_only_the_call_itself_is_raw_among_tasks() -> None:
    async def main() -> list[object]:
        transport = AsyncScriptedTransport(Script([answer()] * 2))
        async with AsyncSample("t", transport=transport) as client:
            return [
                *await asyncio.gather(client.raw(client.records.get, "1"), client.records.get("2"))
            ]

    raw, record = asyncio.run(main())
    assert isinstance(raw, RawResponse) and isinstance(record, Record)
