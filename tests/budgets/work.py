"""The work whose instructions are counted, in one process: under callgrind, or measured for memory.

python -m tests.budgets.work            marks each piece of work by calls that callgrind looks for
python -m tests.budgets.work --memory   prints the peak of each in bytes, as JSON

Each piece is done once before, so that what is made on first use is there.
"""

from __future__ import annotations

import gc
import json
import os
import re
import sys
import tracemalloc
from collections.abc import Callable

from hubspot_crm._core.codec.decoding import decode
from hubspot_crm._core.codec.encoding import encode
from hubspot_crm.transports import Headers, Request, Response
from hubspot_crm.v2026_09 import HubSpot
from hubspot_crm.v2026_09.models import (
    BatchResponseSimplePublicObject,
    SimplePublicObjectBatchInputForCreate,
)

from benchmarks.records import answer, inputs, record, wire

HEADERS = Headers([("Content-Type", "application/json")])
TRACE = re.compile(rb'"objectWriteTraceId":"([^"]+)"')
ROOM = b"@TRACE@"


class Transport:
    """Responds to a GET with a record and to a batch with its records, at almost no cost."""

    def __init__(self) -> None:
        given = wire(inputs())
        self._one = json.dumps(record(0, given[0])).encode()
        traced = [{**each, "objectWriteTraceId": ROOM.decode()} for each in given]
        self._parts = answer(traced).split(ROOM)

    def send(self, request: Request) -> Response:
        if request.method == "GET":
            return Response(200, HEADERS, self._one)
        pieces = [*self._parts, *TRACE.findall(request.content or b"")]
        pieces[::2], pieces[1::2] = self._parts, pieces[len(self._parts) :]
        return Response(201, HEADERS, b"".join(pieces))

    def close(self) -> None: ...


def work() -> dict[str, Callable[[], object]]:
    """Return each piece of work by its name in budgets.toml."""
    client = HubSpot("token", transport=Transport(), rate_limiter=None)
    content, given = answer(wire(inputs())), inputs()

    def built() -> list[SimplePublicObjectBatchInputForCreate]:
        return [SimplePublicObjectBatchInputForCreate(properties=each) for each in given]

    def batch() -> None:
        assert len(client.tasks.batch.create(built()).succeeded) == len(given)

    def yardstick() -> object:
        counted: dict[str, int] = {}
        for number in range(3000):
            counted[f"{number % 97}"] = counted.get(f"{number % 89}", 0) + number
        return sorted(counted.items(), key=lambda each: each[1])

    return {
        "decode_100": lambda: decode(content, BatchResponseSimplePublicObject),
        "encode_100": lambda: encode({"inputs": built()}),
        "get": lambda: client.tasks.get("512"),
        "batch_100": batch,
        "yardstick": yardstick,
    }


def marked() -> None:
    """Do each piece of work between two marked calls: callgrind counts from one to the other."""
    for act in work().values():
        for _ in range(3):
            act()
        gc.collect()
        os.getppid()
        act()
        os.getsid(0)


def memory() -> dict[str, int]:
    """Return the peak of the memory that Python allocates during each piece of work, in bytes."""
    found: dict[str, int] = {}
    for name, act in work().items():
        for _ in range(3):
            act()
        gc.collect()
        tracemalloc.start()
        kept = act()
        found[name] = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        del kept
    return found


if __name__ == "__main__":
    if sys.argv[1:] == ["--memory"]:
        print(json.dumps(memory()))
    else:
        marked()
