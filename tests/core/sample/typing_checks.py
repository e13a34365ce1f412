"""Code for type checkers; read by test_typing, never run."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import assert_type

from hubspot_crm._core.call.response import RawResponse
from hubspot_crm._core.paging.pager import AsyncPager, Pager
from hubspot_crm._core.resource import UNSET, UnsetType

from .client import AsyncSample, Sample
from .models import Record, RecordPage
from .operations import Input


def sync(client: Sample) -> None:
    assert_type(client.records.get("1"), Record)
    assert_type(client.records.list(), Pager[Record, RecordPage])
    assert_type([record.id for record in client.records.list()], list[str])
    assert_type(next(client.records.list().pages()), RecordPage)
    assert_type(next(client.records.list().resume("1").take(5)), Record)
    assert_type(client.records.list().pages().cursor, str | int | None)
    outcome = client.records.batch.create([{"properties": {}}])
    assert_type(outcome.results, list[Record])
    assert_type(outcome.failed[0].input, Input)
    record = Record.from_json(b"{}")
    assert_type(record, Record)
    assert_type(record.archived_at, datetime | UnsetType)
    if record.archived_at is not UNSET:
        assert_type(record.archived_at, datetime)
    client.records.get(1)  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    assert_type(client.raw(client.records.get, "1"), RawResponse[Record])
    assert_type(client.raw(client.records.get, "1").parse(), Record)
    assert_type(client.raw(client.records.list, limit=1), Iterator[RawResponse[RecordPage]])
    assert_type(next(client.records.list().raw_pages()).parse(), RecordPage)
    client.raw(client.records.get, 1)  # type: ignore[call-overload] # pyright: ignore[reportCallIssue, reportArgumentType]


async def asynchronous(client: AsyncSample) -> None:
    assert_type(await client.records.get("1"), Record)
    assert_type((await client.records.batch.create([])).results, list[Record])
    assert_type(client.records.list(), AsyncPager[Record, RecordPage])
    assert_type([record async for record in client.records.list()], list[Record])
    assert_type(await client.raw(client.records.get, "1"), RawResponse[Record])
    async for response in client.raw(client.records.list, limit=1):
        assert_type(response, RawResponse[RecordPage])
    async for page in client.records.list().pages():
        assert_type(page, RecordPage)
    async for record in client.records.list().resume(None).take(5):
        assert_type(record, Record)
