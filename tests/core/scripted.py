"""A client with scripted responses and a clock that stands still: no network, no waiting."""

from __future__ import annotations

import asyncio
import inspect
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from hubspot_crm._core.options import Timing
from hubspot_crm._core.transport import Headers, Request, Response

from .sample.client import AsyncSample, Sample

RECORD = {"id": "1", "properties": {"a": None}, "createdAt": "2020-01-01T00:00:00Z"}
Answer = Response | Exception


def answer(status: int = 200, body: object = RECORD, **headers: str) -> Response:
    pairs = [(name.replace("_", "-"), value) for name, value in headers.items()]
    content = b"" if status == 204 else json.dumps(body).encode()
    return Response(status, Headers(pairs), content)


@dataclass
class Script:
    """The responses in order, the requests that were sent, and the time that passed."""

    answers: Iterable[Answer]
    requests: list[Request] = field(default_factory=list[Request])
    slept: list[float] = field(default_factory=list[float])
    now: float = 0.0
    seconds_per_answer: float = 0.0
    random: float = 0.0
    closed: int = 0

    def __post_init__(self) -> None:
        self._answers = iter(self.answers)

    @property
    def timing(self) -> Timing:
        return Timing(clock=lambda: self.now, sleep=self._sleep, random=lambda: self.random)

    def answer(self, request: Request) -> Response:
        self.requests.append(request)
        self.now += self.seconds_per_answer
        found = next(self._answers)
        if isinstance(found, Exception):
            raise found
        return found

    def _sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


class ScriptedTransport:
    def __init__(self, script: Script) -> None:
        self.script = script

    def send(self, request: Request) -> Response:
        return self.script.answer(request)

    def close(self) -> None:
        self.script.closed += 1


class AsyncScriptedTransport:
    def __init__(self, script: Script) -> None:
        self.script = script

    async def send(self, request: Request) -> Response:
        await asyncio.sleep(0)
        return self.script.answer(request)

    async def aclose(self) -> None:
        self.script.closed += 1


Act = Callable[[Any], Any]
Drive = Callable[..., Any]


def drive_sync(script: Script, act: Act, **options: Any) -> Any:
    arguments = _arguments(script, ScriptedTransport(script), options)
    with Sample(arguments.pop("access_token"), **arguments) as client:
        return act(client)


def drive_async(script: Script, act: Act, **options: Any) -> Any:
    async def main() -> Any:
        arguments = _arguments(script, AsyncScriptedTransport(script), options)
        async with AsyncSample(arguments.pop("access_token"), **arguments) as client:
            result = act(client)
            return await result if inspect.isawaitable(result) else result

    return asyncio.run(main())


def _arguments(script: Script, transport: object, options: Mapping[str, Any]) -> dict[str, Any]:
    own = {"access_token": "secret-token", "transport": transport, "timing": script.timing}
    return {**own, **options}
