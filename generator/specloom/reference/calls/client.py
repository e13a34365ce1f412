"""Write an example as a call of the generated client, sync and async."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from specloom.ir import Operation
from specloom.python.operations.calls import ArgumentCall, OperationCall
from specloom.reference.calls.curl import Credential
from specloom.reference.calls.example import Example
from specloom.reference.calls.literals import WIDTH, python
from specloom.reference.calls.synthesis import FileValue, Value


class Opening(Struct, frozen=True):
    """How a client is opened: its module and class, and whether it needs a base URL."""

    module: str
    client: str
    base_url: str
    credentials: tuple[Credential, ...]


def client_code(
    operation: Operation, call: OperationCall, opening: Opening, example: Example, *, is_async: bool
) -> str:
    """Return a program that calls an operation and prints its result."""
    given = [*arguments_of(call, example)]
    kind = f"Async{opening.client}" if is_async else opening.client
    opened = f"{kind}({', '.join(_opened(opening))})"
    depth = 8 if is_async else 4
    body = [*_statements(operation, call, given, example, is_async=is_async, indent=depth)]
    imports = [f"from {opening.module} import {kind}"]
    standard: list[str] = []
    if is_async:
        standard.append("import asyncio")
    if opening.credentials:
        standard.append("import os")
    if any(_has_file(each) for _, each in given):
        standard.append("from pathlib import Path")
    head = "\n".join([*standard, *([""] if standard else []), *imports])
    if not is_async:
        return "\n".join([head, "", f"with {opened} as client:", *body])
    return "\n".join(
        [
            head,
            "",
            "",
            "async def main() -> None:",
            f"    async with {opened} as client:",
            *body,
            "",
            "",
            "asyncio.run(main())",
        ]
    )


def _opened(opening: Opening) -> Iterator[str]:
    for each in opening.credentials:
        values = [f'os.environ["{name}"]' for name in each.variables]
        written = values[0] if len(values) == 1 else f"({', '.join(values)})"
        yield f"{each.argument}={written}"
    if opening.base_url:
        yield f'base_url="{opening.base_url}"'


def arguments_of(call: OperationCall, example: Example) -> Iterator[tuple[str, Value]]:
    """Yield the arguments with their names, "" for positional ones."""
    for each in call.arguments:
        found = _value(each, example)
        if found is not None:
            yield ("" if each.positional else each.python_name), found[0]


def _value(argument: ArgumentCall, example: Example) -> tuple[Value] | None:
    if argument.place == "body":
        if not example.has_body:
            return None
        if argument.wire_name == "":
            return (example.body,)
        body = example.body if isinstance(example.body, dict) else {}
        if argument.wire_name in body:
            return (body[argument.wire_name],)
        return None
    key = (argument.place, argument.wire_name)
    return (example.parameters[key],) if key in example.parameters else None


def _statements(
    operation: Operation,
    call: OperationCall,
    given: list[tuple[str, Value]],
    example: Example,
    *,
    is_async: bool,
    indent: int,
) -> Iterator[str]:
    pad = " " * indent
    awaited = "await " if is_async else ""
    loop = "async for" if is_async else "for"
    resource = f"client.{opened_call(call, example)}"
    streams = operation.streaming is not None and not call.pages and call.batches is None
    if call.pages:
        yield f"{pad}{loop} item in {_written(resource, given, indent, 17)}:"
        yield f"{pad}    print(item)"
    elif streams:
        is_always = returns_only_streams(operation)
        asked = given if is_always else [*given, ("stream", True)]
        yield f"{pad}{loop} item in {awaited}{_written(resource, asked, indent, 17)}:"
        yield f"{pad}    print(item)"
    elif call.batches is not None:
        yield f"{pad}outcome = {awaited}{_written(resource, given, indent, 10)}"
        yield f"{pad}print(outcome.summary())"
    elif _returns(operation):
        yield f"{pad}result = {awaited}{_written(resource, given, indent, 9)}"
        yield f"{pad}print(result)"
    else:
        yield f"{pad}{awaited}{_written(resource, given, indent, 0)}"


def returns_only_streams(operation: Operation) -> bool:
    """Return whether all successes are streams, so that a call need not ask for one."""
    return all(
        each.is_stream
        for response in operation.responses
        if response.status.startswith("2")
        for each in response.content
    )


def opened_call(call: OperationCall, example: Example) -> str:
    """Return the call with the values of an open resource: `objects("cars").get`."""
    if not call.resource_arguments:
        return call.call
    values = [
        python(example.parameters.get(("path", each.wire_name), ""))
        for each in call.resource_arguments
    ]
    head, _, rest = call.call.partition(")")
    name = head.partition("(")[0]
    return f"{name}({', '.join(values)}){rest}"


def _written(resource: str, given: list[tuple[str, Value]], indent: int, used: int) -> str:
    """Return a call on one line where it fits, and otherwise with an argument on each line."""
    flat = [
        f"{name}={python(value, -1000)}" if name else python(value, -1000) for name, value in given
    ]
    line = f"{resource}({', '.join(flat)})"
    if len(line) + indent + used <= WIDTH or not given:
        return line
    pad = " " * (indent + 4)
    if len(given) == 1 and not given[0][0] and isinstance(given[0][1], list | dict):
        return f"{resource}({python(given[0][1], indent, WIDTH)})"
    lines = [
        f"{pad}{f'{name}=' if name else ''}{python(value, indent + 4, len(name) + 2)},"
        for name, value in given
    ]
    return "\n".join([f"{resource}(", *lines, " " * indent + ")"])


def _returns(operation: Operation) -> bool:
    """Return whether a success has a body."""
    successes = [each for each in operation.responses if each.status[:1] in ("2", "d")]
    return operation.method != "HEAD" and any(
        each.content for each in successes if each.status != "default" or len(successes) == 1
    )


def _has_file(value: Value) -> bool:
    match value:
        case FileValue():
            return True
        case list():
            return any(map(_has_file, value))
        case dict():
            return any(map(_has_file, value.values()))
        case _:
            return False
