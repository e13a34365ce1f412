"""Scripts of calls, run by a sync or an async client: a step in, the answer of the client out."""

from __future__ import annotations

import inspect
from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.conformance.packages import Operation

Script = Generator["Step", Any, None]


@dataclass(frozen=True, slots=True)
class Step:
    """One call: the operation and its arguments, by Python name."""

    operation: Operation
    arguments: Mapping[str, Any]
    raw: bool = False
    opened: tuple[Any, ...] = field(default=())


def reach(client: Any, step: Step) -> Any:
    """The bound method of a step."""
    found = client
    for word in step.operation.call.split("."):
        name, _, arguments = word.partition("(")
        found = getattr(found, name)
        if arguments:
            found = found(*step.opened)
    return found


def run(client: Any, script: Script) -> None:
    """Run a script with a sync client. What a call raises is raised in the script."""
    for step, answer in _steps(script):
        try:
            method = reach(client, step)
            if step.raw:
                answer.give(client.raw(method, **step.arguments))
            else:
                answer.give(method(**step.arguments))
        except Exception as error:
            answer.fail(error)


async def run_async(client: Any, script: Script) -> None:
    """Run a script with an async client."""
    for step, answer in _steps(script):
        try:
            method = reach(client, step)
            found = client.raw(method, **step.arguments) if step.raw else method(**step.arguments)
            answer.give(await found if inspect.isawaitable(found) else found)
        except Exception as error:
            answer.fail(error)


class _Answer:
    value: Any = None
    error: Exception | None = None

    def give(self, value: Any) -> None:
        self.value = value

    def fail(self, error: Exception) -> None:
        self.error = error


def _steps(script: Script) -> Iterator[tuple[Step, _Answer]]:
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
