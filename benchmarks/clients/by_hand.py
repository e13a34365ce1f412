"""What someone would write for this one call with msgspec and httpx2, as a reference."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

import httpx2
import msgspec

from benchmarks.records import Properties


class Record(msgspec.Struct, rename="camel"):
    """A record, with the properties that are read."""

    id: str
    properties: dict[str, str | None]
    created_at: datetime
    updated_at: datetime
    archived: bool


class Answer(msgspec.Struct, rename="camel"):
    """The response to a batch."""

    status: str
    results: list[Record]
    started_at: datetime
    completed_at: datetime


class Input(msgspec.Struct):
    """A record to create."""

    properties: dict[str, str]
    associations: list[object] = []


class Inputs(msgspec.Struct):
    """The body of a batch."""

    inputs: list[Input]


def decoder() -> Callable[[bytes], Sequence[Any]]:
    decode = msgspec.json.Decoder(Answer).decode
    return lambda content: decode(content).results


def encoder() -> Callable[[Sequence[Properties]], bytes]:
    encode = msgspec.json.Encoder().encode
    return lambda given: encode(Inputs([Input(each) for each in given]))


def batch(url: str) -> Callable[[Sequence[Properties]], Sequence[Any]]:
    client = httpx2.Client(headers={"Authorization": "Bearer token"})
    encode, decode = encoder(), decoder()
    place, kind = f"{url}/crm/objects/2026-09/tasks/batch/create", {
        "Content-Type": "application/json"
    }

    def run(given: Sequence[Properties]) -> Sequence[Any]:
        answer = client.post(place, content=encode(given), headers=kind)
        return decode(answer.raise_for_status().content)

    return run


def get(url: str) -> Callable[[], Any]:
    client = httpx2.Client(headers={"Authorization": "Bearer token"})
    decode = msgspec.json.Decoder(Record).decode
    place = f"{url}/crm/objects/2026-09/tasks/512"
    return lambda: decode(client.get(place).raise_for_status().content)


def facts(record: Any) -> tuple[str, str, int]:
    return record.id, record.properties["hs_task_subject"], record.created_at.year
