"""Call the method that a command line names, and print its result."""

from __future__ import annotations

import os
import re
import sys
from argparse import REMAINDER, SUPPRESS, Action, ArgumentParser, BooleanOptionalAction, Namespace
from argparse import RawDescriptionHelpFormatter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from contextlib import suppress
from difflib import get_close_matches
from functools import cached_property, partial
from importlib import import_module
from inspect import Parameter, getattr_static, getdoc, isclass, signature
from itertools import islice
from typing import Any, cast, get_type_hints, NoReturn

import msgspec
from msgspec import UNSET, Struct, UnsetType

from .batch.outcome import Outcome
from .call.response import RawResponse
from .client import Client
from .codec.encoding import encode
from .codec.conversion import FAULTS
from .errors import ApiError, DecodingError, one_line
from .resource import Resource
from .streaming.decoders import Event
from .words import members_of, shown, value_of

_HELP = ("-h", "--help")


class Program(Struct, frozen=True):
    """The command line of a package.

    Attributes:
        name: The name of the program.
        client: The name of the client's class.
        modules: The module that has the class, by version of the API. The first is the default.
        credentials: The environment variables of each credential, by argument of the client.
    """

    name: str
    client: str
    modules: Mapping[str, str]
    credentials: Mapping[str, tuple[str, ...]]

    def run(self, words: Sequence[str] | None = None) -> int:
        """Run a command and return its exit code.

        Args:
            words: The arguments of the program, by default those of the process.

        Returns:
            0, or 1 if the call failed, 2 if the command is not valid, 130 if it was interrupted.
        """
        for stream in (sys.stdout, sys.stderr):
            with suppress(AttributeError):
                getattr(stream, "reconfigure")(encoding="utf-8", errors="backslashreplace")
        try:
            code = self._run([*(sys.argv[1:] if words is None else words)])
            sys.stdout.flush()
            return code
        except SystemExit as end:
            return int(end.code or 0)
        except KeyboardInterrupt:
            return 130
        except BrokenPipeError:  # whoever reads the output has ended
            with suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 0
        except (ApiError, OSError, TypeError, ValueError) as error:
            text = one_line(f"{type(error).__name__}: {error}", 2_000)
            sys.stderr.write(f"{self.name}: {text}\n")
            return 2 if isinstance(error, (TypeError, ValueError)) else 1

    def _run(self, words: list[str]) -> int:
        settings = Namespace()
        parser = _Parser(self.name, add_help=False)
        parser.add_argument(*_HELP, action="store_true")
        versions = [*self.modules]
        if len(versions) > 1:
            about = f"of the API; by default {versions[0]}"
            parser.add_argument("--version", choices=versions, help=about)
        parser.add_argument("words", nargs=REMAINDER, help=SUPPRESS)
        parser.parse_args(words, settings)
        words = [_HELP[0]] if hasattr(settings, "help") else settings.words
        module = self.modules[getattr(settings, "version", versions[0])]
        kind = getattr(import_module(module), self.client)
        # A client without credentials has the same attributes.
        steps, method, parser, words = _follow(object.__new__(kind), parser, words)
        arguments = parser.arguments(method, words, settings)
        with kind(**self._options(kind, settings)) as client:
            method = client
            for attribute, given in steps:
                method = getattr(method, attribute)
                method = method(*given) if given else method
            call = partial(client.raw, method) if hasattr(settings, "raw") else method
            return _write(call(**arguments), settings)

    def _options(self, kind: Any, settings: Namespace) -> dict[str, Any]:
        """Return the arguments of the client, with credentials of the environment."""
        found = {each: getattr(settings, each, None) for each in ("base_url", "timeout")}
        options: dict[str, Any] = {name: each for name, each in found.items() if each is not None}
        asked = signature(kind).parameters
        for name, variables in self.credentials.items():
            values = [os.environ.get(each, "") for each in variables]
            if name in asked and all(values):
                options[name] = values[0] if len(values) == 1 else (*values,)
            elif name in asked and asked[name].default is Parameter.empty:
                raise ValueError(f"set the environment variable {' and '.join(variables)}")
        return options


class _Parser(ArgumentParser):
    """A parser with options of all commands. Parameters of a method hide those with the same name."""

    def __init__(self, name: str, **more: Any) -> None:
        super().__init__(
            name,
            f"{_escaped(name)} [OPTIONS] COMMAND ...",
            formatter_class=RawDescriptionHelpFormatter,
            argument_default=SUPPRESS,
            conflict_handler="resolve",
            allow_abbrev=False,
            **more,
        )
        option = self.add_argument_group("options of all commands").add_argument
        option("--base-url", metavar="URL", help="of the API")
        option("--timeout", type=float, metavar="SECONDS", help="of each phase of a request")
        option("--max-items", type=int, metavar="N", help="to write of a list or a stream")
        option("--output", metavar="FILE", help="for the result")
        option("--raw", action="store_true", help="write the status and the header fields too")

    def list_commands(
        self, target: object, commands: Mapping[str, str], words: list[str]
    ) -> NoReturn:
        """End with the list of commands, or the error that the first word is none of them."""
        if words and words[0] not in _HELP:
            self.refuse("command", words[0], commands)
        self.description = _documented(target)[0]
        group = self.add_argument_group("commands")
        for name, attribute in sorted(commands.items()):
            about = _documented(getattr_static(type(target), attribute))[0]
            group.add_argument(name, help=_escaped(about.partition("\n\n")[0]))
        self.print_help(None if words else sys.stderr)
        self.exit(0 if words else 2)

    def arguments(self, method: Any, words: list[str], settings: Namespace) -> dict[str, Any]:
        """Return the arguments of a method, and add options of all commands to the settings."""
        described, names = method, dict[str, str]()
        if method.__func__ is Client.request:
            described, names = _request, {"path": "url", "query": "params"}
        self.description, about = _documented(described)
        hints = _hints_of(described)
        asked = [*filter(_is_expressible, signature(described).parameters.values())]
        needed = [self.prog]
        for each in asked:
            action = self._add(each, hints.get(each.name, Any), about.get(each.name, ""))
            if action.required:
                needed.append(" ".join([*action.option_strings[:1], str(action.metavar or "")]))
        self.usage = _escaped(" ".join([*needed, "[OPTIONS]"]))
        _, rest = self.parse_known_args(words, settings)
        if rest:
            self.refuse("argument", rest[0], [f"--{_spelled(each.name)}" for each in asked])
        given = {each.name: getattr(settings, f".{each.name}", None) for each in asked}
        return {
            names.get(name, name): self._value(name, hints.get(name, Any), value)
            for name, value in given.items()
            if value is not None
        }

    def _add(self, parameter: Parameter, hint: Any, about: str) -> Action:
        name, word, default = f".{parameter.name}", _spelled(parameter.name), parameter.default
        is_needed = default is parameter.empty
        if not is_needed and default not in (None, UNSET):
            about = f"{about} Default: {default}"
        more: dict[str, Any] = {"help": _escaped(about)}
        if parameter.kind is parameter.POSITIONAL_OR_KEYWORD:
            more |= {} if is_needed else {"nargs": "?"}
            return self.add_argument(name, metavar=word.upper(), **more)
        if [*members_of(hint)] == [bool]:
            more["action"] = BooleanOptionalAction
        else:
            more |= {"action": "append", "metavar": shown(hint)}
        return self.add_argument(f"--{word}", dest=name, required=is_needed, **more)

    def _value(self, name: str, hint: Any, given: Any) -> Any:
        if isinstance(given, bool):
            return given
        try:
            return value_of(hint, [given] if isinstance(given, str) else given)
        except (*FAULTS, DecodingError, OSError) as error:
            self.error(f"{_spelled(name)}: {error}; expected {shown(hint)}")

    def refuse(self, what: str, word: str, known: Iterable[str]) -> NoReturn:
        """End because of an unknown word."""
        similar = [f"; did you mean {each!r}?" for each in get_close_matches(word, [*known], 1)]
        self.error("".join([f"unknown {what} {word!r}", *similar]))


_Steps = list[tuple[str, list[str]]]  # attributes, with the arguments of those that are called


def _follow(
    target: Any, parser: _Parser, words: list[str]
) -> tuple[_Steps, Any, _Parser, list[str]]:
    """Return the attributes that lead to the method, it, its parser, and the words of its arguments."""
    steps: _Steps = []
    while True:
        commands = _commands_of(target)
        word = words[0].replace("_", "-") if words else ""
        attribute, given, name = commands.get(word, "__call__"), list[str](), parser.prog
        if word in commands:
            name, words = f"{name} {word}", words[1:]
        elif not word or not (steps and callable(target)):
            parser.list_commands(target, commands, words)
        target = getattr(target, attribute)
        if not isinstance(target, Resource):
            needed = _needed_by(target)
            if needed is None:
                return [*steps, (attribute, [])], target, _Parser(name), words
            given, words = words[: len(needed)], words[len(needed) :]
            if len(given) < len(needed) or {*given} & {*_HELP}:
                given, words = needed, [_HELP[0]]
            name, target = " ".join([name, *given]), target(*given)
        parser = _Parser(name)
        steps.append((attribute, given))


def _commands_of(target: object) -> dict[str, str]:
    """Return the attributes that are commands, by their names on the command line."""
    kind = type(target)
    names = [each for each in dir(kind) if each[0] != "_"]
    found: dict[str, str] = {}
    if isinstance(target, Client):
        found["request"] = "request"
        # Other methods of a client are handwritten, for programs.
        names = [
            each
            for each in names
            if isinstance(value := getattr_static(kind, each), cached_property)
            or (each not in dir(Client) and _needed_by(value) is not None)
        ]
    for each in names:
        word = _spelled(each)
        found[each.replace("_", "-") if word in found else word] = each
    return found


def _needed_by(method: Any) -> list[str] | None:
    """Return the arguments of a method that opens a resource, None if it is another method."""
    returned = _hints_of(method).get("return")
    if not isclass(returned) or not issubclass(returned, Resource):
        return None
    return [_spelled(each).upper() for each in signature(method).parameters if each != "self"]


def _hints_of(method: Any) -> dict[str, Any]:
    try:
        return get_type_hints(method)
    except (AttributeError, NameError, TypeError):  # handwritten, with types for type checkers only
        return {}


def _documented(described: object) -> tuple[str, dict[str, str]]:
    """Return the description in a docstring, and those of arguments."""
    text = "".join(each for each in getdoc(described) or "" if each == "\n" or each.isprintable())
    lead, *sections = re.split(r"\n(?=(?:Args|Returns|Raises):\n)", text.replace("%(", "% ("))
    entries = re.findall(r"\n    (\w+): (.*(?:\n     .*)*)", sections[0] if sections else "")
    return lead.strip(), {name: " ".join(about.split()) for name, about in entries}


def _is_expressible(parameter: Parameter) -> bool:
    """Return whether words can express a parameter of a method."""
    is_one = parameter.kind not in (parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD)
    return is_one and not re.search(r"\b(Request|Batch)Options\b", str(parameter.annotation))


def _spelled(name: str) -> str:
    return name.strip("_").replace("_", "-")


def _escaped(text: str) -> str:
    return text.replace("%", "%%")


def _request(
    method: str,
    path: str,
    *,
    query: Mapping[str, str | Sequence[str]] | UnsetType = UNSET,
    json: object = UNSET,
) -> None:
    """Send a request to any path of the API.

    Args:
        method: The method of HTTP.
        path: A path relative to the base URL.
        query: A query parameter; may be repeated.
        json: The body.
    """


def _write(result: Any, settings: Namespace) -> int:
    """Write the result of a call, and return the exit code."""
    code = 0
    if isinstance(result, Outcome):
        outcome = cast(Outcome[object, object], result)
        code = 1 if outcome.failed or not outcome.complete else 0
        result = {
            "results": outcome.results,
            "failed": [{"index": e.index, "error": str(e.error)} for e in outcome.failed],
            "unknown": [{"index": e.index, "error": str(e.error)} for e in outcome.unknown],
            "unsent": [each.index for each in outcome.unsent],
        }
    chunks = _chunks(result, getattr(settings, "max_items", None))
    if hasattr(settings, "output"):
        with open(settings.output, "wb") as file:
            file.writelines(chunks)
    else:
        for each in chunks:
            sys.stdout.buffer.write(each)
            sys.stdout.buffer.flush()
    return code


def _chunks(result: Any, limit: int | None) -> Iterator[bytes]:
    """Yield what is written of a result; of lists and streams while they are received."""
    if isinstance(result, bytes):
        yield result
    elif isinstance(result, str):
        yield result.encode("utf-8", "surrogatepass") + b"\n"
    elif isinstance(result, RawResponse):
        head = "".join(f"{name}: {value}\n" for name, value in result.headers.pairs)
        yield f"{result.status}\n{head}\n".encode() + result.content + b"\n"
    elif isinstance(result, Iterable) and not isinstance(result, (Mapping, Sequence, Set)):
        for item in islice(cast(Iterable[object], result), limit):
            each = item
            if isinstance(item, Event):
                data = cast(Event[object], item).parse()
                each = {"event": item.event, "id": item.id, "data": data}
            is_whole = isinstance(each, (bytes, RawResponse))
            yield b"".join(_chunks(each, None)) if is_whole else encode(each) + b"\n"
    elif result is not None:
        yield msgspec.json.format(encode(cast(object, result)), indent=2) + b"\n"
