"""http.client and json alone: the minimum with the standard library."""

from __future__ import annotations

import http.client
import json
import ssl
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import urlsplit

from benchmarks.records import Properties, wire

HEADERS = {"Authorization": "Bearer token", "Content-Type": "application/json"}


def decoder() -> Callable[[bytes], Sequence[Any]]:
    return lambda content: json.loads(content)["results"]


def encoder() -> Callable[[Sequence[Properties]], bytes]:
    return lambda given: json.dumps({"inputs": wire(given)}).encode()


def _connection(url: str) -> http.client.HTTPConnection:
    parts = urlsplit(url)
    if parts.scheme == "http":
        return http.client.HTTPConnection(parts.netloc)
    return http.client.HTTPSConnection(parts.netloc, context=ssl.create_default_context())


def batch(url: str) -> Callable[[Sequence[Properties]], Sequence[Any]]:
    connection, encode = _connection(url), encoder()

    def run(given: Sequence[Properties]) -> Sequence[Any]:
        connection.request(
            "POST", "/crm/objects/2026-09/tasks/batch/create", encode(given), HEADERS
        )
        found: list[Any] = json.loads(connection.getresponse().read())["results"]
        return found

    return run


def get(url: str) -> Callable[[], Any]:
    connection = _connection(url)

    def run() -> Any:
        connection.request("GET", "/crm/objects/2026-09/tasks/512", headers=HEADERS)
        return json.loads(connection.getresponse().read())

    return run


def facts(record: Any) -> tuple[str, str, int]:
    return record["id"], record["properties"]["hs_task_subject"], int(record["createdAt"][:4])
