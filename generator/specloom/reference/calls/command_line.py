"""Write an example as a command of the package's command line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from shlex import quote

from specloom.ir import Operation
from specloom.python.operations.calls import OperationCall
from specloom.reference.calls.client import arguments_of, returns_only_streams
from specloom.reference.calls.example import Example
from specloom.reference.calls.literals import WIDTH, json_text
from specloom.reference.calls.synthesis import FileValue, Value


def command(
    operation: Operation, call: OperationCall, program: tuple[str, ...], example: Example
) -> str:
    """Return a command that calls an operation and prints its result, for a POSIX shell.

    Args:
        operation: The operation.
        call: Its call.
        program: The program and the options before the command.
        example: The values of the arguments.
    """
    places: list[str] = []
    options: list[str] = []
    for name, value in arguments_of(call, example):
        if name:
            options += _option(f"--{_spelled(name)}", value)
        else:
            places.append(_word(value))
    is_streamed = operation.streaming is not None and not call.pages and call.batches is None
    if is_streamed and not returns_only_streams(operation):
        options.append("--stream")
    words = [*program, *_commands(call, example)]
    if any(each.startswith("-") and each != "-" for each in places):
        return _lines(words, [*options, " ".join(["--", *map(quote, places)])])
    return _lines([*words, *places], options)


def _lines(words: list[str], options: list[str]) -> str:
    """Return a command on one line where it fits, and otherwise with an option on each line."""
    start = " ".join(map(quote, words))
    line = " ".join([start, *options])
    return line if len(line) <= WIDTH else " \\\n  ".join([start, *options])


def _commands(call: OperationCall, example: Example) -> Iterator[str]:
    head, _, rest = call.call.partition(")") if call.resource_arguments else ("", "", call.call)
    if head:
        yield _spelled(head.partition("(")[0])
        for each in call.resource_arguments:
            yield _word(example.parameters.get(("path", each.wire_name), ""))
    first, *others = [each for each in rest.split(".") if each]
    # The command `request` sends a request to any path, so a resource of this name has another.
    yield "request-" if first == "request_" and not head else _spelled(first)
    yield from map(_spelled, others)


def _option(name: str, value: Value) -> Iterator[str]:
    """Yield an option for the shell, several for several files."""
    if isinstance(value, bool):
        yield name if value else f"--no-{name[2:]}"
    elif isinstance(value, list) and any(isinstance(each, FileValue) for each in value):
        for each in value:
            yield from _option(name, each)
    else:
        word = _word(value)
        yield f"{name}={quote(word)}" if word.startswith("-") else f"{name} {quote(word)}"


def _word(value: Value) -> str:
    """Return a value as one word, not quoted."""
    match value:
        case FileValue(name):
            return name
        case str():
            return value
        case list() if value and all(_is_plain(each) for each in value):
            return ",".join(_word(each) for each in value)
        case list() | dict():
            flat = json.dumps(value, ensure_ascii=False)
            return flat if len(flat) < WIDTH - 20 else json_text(value)
        case _:
            return json.dumps(value)


def _is_plain(value: Value) -> bool:
    """Return whether an element of a list can stand beside others, separated by commas."""
    is_word = isinstance(value, str) and re.fullmatch(r"[^,\[{@-][^,]*", value) is not None
    return is_word or isinstance(value, bool | int | float)


def _spelled(name: str) -> str:
    return name.strip("_").replace("_", "-")
