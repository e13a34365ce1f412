"""Run scripts of calls with a sync or an async client."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from tests.conformance.packages import Operation


@dataclass(frozen=True, slots=True)
class Step:
    """One call: the operation and its arguments, by Python name.

    `raw` requests the response before decoding, `headers` are sent too, and `idempotent` says that
    the call may be sent again after a 5xx.
    """

    operation: Operation
    arguments: Mapping[str, Any]
    raw: bool = False
    headers: Mapping[str, str] = field(default_factory=dict)
    idempotent: bool | None = None


@dataclass(frozen=True, slots=True)
class Follow:
    """A GET of a URL from a response; its result is the raw response."""

    url: str
    headers: Mapping[str, str] = field(default_factory=dict)


Script = Generator[Step | Follow, Any, None]


@dataclass(slots=True)
class _Answer:
    value: Any = None
    error: Exception | None = None


def run(client: Any, script: Script) -> None:
    """Run a script with a sync client. Exceptions of a call are raised in the script."""
    for step, answer in _steps(script):
        try:
            answer.value = _begin(client, step)
        except Exception as error:
            answer.error = error


async def run_async(client: Any, script: Script) -> None:
    """Run a script with an async client."""
    for step, answer in _steps(script):
        try:
            begun = _begin(client, step)
            answer.value = await begun if inspect.isawaitable(begun) else begun
        except Exception as error:
            answer.error = error


def _steps(script: Script) -> Iterator[tuple[Step | Follow, _Answer]]:
    try:
        step = next(script)
        while True:
            answer = _Answer()
            yield step, answer
            if answer.error is None:
                step = script.send(answer.value)
            else:
                step = script.throw(answer.error)
    except StopIteration:
        return


def _begin(client: Any, step: Step | Follow) -> Any:
    """Call a method; an async one returns an awaitable."""
    if isinstance(step, Follow):
        return _followed(client, step)
    arguments = dict(step.arguments)
    if step.headers or step.idempotent is not None:
        options = _core(client, "options").RequestOptions
        arguments["options"] = options(headers=step.headers, idempotent=step.idempotent)
    method = client
    for name in step.operation.call.split("."):
        method = getattr(method, name)
    return client.raw(method, **arguments) if step.raw else method(**arguments)


def _followed(client: Any, step: Follow) -> Any:
    """Send a request as a user would with an HTTP client, because no method exists for a URL."""
    core = _core(client, "operation")
    parts = urlsplit(step.url)
    query = parse_qsl(parts.query, keep_blank_values=True)
    operation = core.Operation(
        "GET",
        parts.path,
        parameters=core.query(*dict(query)),
        responses={"default": object, 200: object, 202: object, 204: None},
    )
    resources = _core(client, "resource")
    asynchronous = type(client).__name__.startswith("Async")
    resource = (resources.AsyncResource if asynchronous else resources.Resource)(client)
    options = _core(client, "options").RequestOptions(headers=step.headers)
    return client.raw(resource._call, operation, query=dict(query), options=options)


def _core(client: Any, name: str) -> Any:
    package = type(client).__module__.partition(".")[0]
    return importlib.import_module(f"{package}._core.{name}")
