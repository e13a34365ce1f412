"""Measure one task of one client in this process: names in, a line of JSON out.

python -m benchmarks.clients.worker CLIENT TASK URL SECONDS

The task is done until so many seconds of the processor are used; what it gave is compared, once, with
what there is to read. Prints microseconds of the processor for each time, or `wrong`.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from importlib import import_module
from typing import Any

from benchmarks.records import COUNT, answer, inputs, wire


def main(client: str, task: str, url: str, seconds: str) -> None:
    """Repeat the task."""
    module = import_module(f"benchmarks.clients.{client}")
    act, right = TASKS[task](module, url)
    wrong = right(act())
    if wrong:
        print(json.dumps({"wrong": wrong}))
        return
    for _ in range(3):
        act()
    print(json.dumps({"microseconds": _timed(act, float(seconds))}))


def _timed(act: Callable[[], Any], seconds: float) -> float:
    """Return the microseconds of each repetition, user and system time of all threads."""
    count, times = 1, 0
    began = now = time.process_time()
    while now - began < seconds:
        for _ in range(count):
            act()
        times, now = times + count, time.process_time()
        count = min(2 * count, 256)
    return (now - began) / times * 1e6


def _decode(module: Any, url: str) -> tuple[Callable[[], Any], Callable[[Any], str]]:
    content, decode = answer(wire(inputs())), module.decoder()
    return lambda: decode(content), lambda found: _wrong(module, found)


def _encode(module: Any, url: str) -> tuple[Callable[[], Any], Callable[[Any], str]]:
    given, encode = inputs(), module.encoder()

    def right(found: bytes) -> str:
        sent = json.loads(found)["inputs"]
        is_right = [each["properties"] for each in sent] == given
        return "" if is_right else "what is sent is not what was given"

    return lambda: encode(given), right


def _batch(module: Any, url: str) -> tuple[Callable[[], Any], Callable[[Any], str]]:
    given, batch = inputs(), module.batch(url)
    return lambda: batch(given), lambda found: _wrong(module, found)


def _get(module: Any, url: str) -> tuple[Callable[[], Any], Callable[[Any], str]]:
    return module.get(url), lambda found: _wrong(module, [found], 1)


TASKS = {"decode": _decode, "encode": _encode, "batch": _batch, "get": _get}


def _wrong(module: Any, found: Any, count: int = COUNT) -> str:
    """Return what is wrong with records, or an empty string."""
    expected = [(str(512 + n), f"Call number {n}", 2026) for n in range(count)]
    seen = [tuple(module.facts(each)) for each in found]
    return "" if seen == expected else f"{len(seen)} records, not as they should be"


if __name__ == "__main__":
    main(*sys.argv[1:])
