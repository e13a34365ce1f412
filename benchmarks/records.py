"""The records that all clients read and write: a hundred inputs, and the response to their
creation."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

COUNT = 100
CREATED = "2026-03-04T05:06:07.089Z"
Properties = dict[str, str]


def inputs(count: int = COUNT) -> list[Properties]:
    """Return the properties of so many tasks, each with its own subject."""
    return [
        {
            "hs_task_subject": f"Call number {number}",
            "hs_task_body": "Ask whether the offer of last week was what they had hoped for.",
            "hs_task_status": "NOT_STARTED",
            "hs_task_priority": "HIGH",
            "hs_timestamp": CREATED,
            "hubspot_owner_id": str(7_000_000 + number),
        }
        for number in range(count)
    ]


def answer(given: Sequence[Mapping[str, Any]]) -> bytes:
    """Return what the API responds when these inputs, in wire form, are created."""
    results = [record(number, each) for number, each in enumerate(given)]
    times = {"requestedAt": CREATED, "startedAt": CREATED, "completedAt": CREATED}
    return json.dumps({"status": "COMPLETE", "results": results, **times}).encode()


def record(number: int, given: Mapping[str, Any]) -> dict[str, Any]:
    """Return one created record in wire form; what names its input is repeated."""
    known = {"hs_createdate": CREATED, "hs_object_id": str(512 + number)}
    made = {
        "id": str(512 + number),
        "properties": {**given.get("properties", {}), **known},
        "createdAt": CREATED,
        "updatedAt": CREATED,
        "archived": False,
    }
    trace = given.get("objectWriteTraceId")
    return made if trace is None else {**made, "objectWriteTraceId": trace}


def wire(given: Sequence[Properties]) -> list[dict[str, Any]]:
    """Return inputs in wire form, as all clients have to send them."""
    return [{"associations": [], "properties": each} for each in given]
