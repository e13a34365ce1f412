"""Describe the methods of a client as commands, and parse their arguments."""

from __future__ import annotations

import re
import sys
from argparse import SUPPRESS, Action, ArgumentParser, BooleanOptionalAction, Namespace
from argparse import RawDescriptionHelpFormatter
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from functools import cached_property
from inspect import Parameter, getattr_static, getdoc, isclass, signature
from typing import Any, NoReturn, get_type_hints

from msgspec import UNSET, UnsetType

from ..client import Client
from ..codec.shapes import FAULTS
from ..errors import DecodingError
from ..resource import Resource
from .arguments import members_of, shown, value_of

HELP = ("-h", "--help")


class CommandParser(ArgumentParser):
    """A parser with options of all commands. Parameters of a method hide those with the same name."""

    def __init__(
        self, name: str, versions: Iterable[str], described: object = None, **more: Any
    ) -> None:
        super().__init__(
            name,
            f"{_escaped(name)} [OPTIONS] COMMAND ...",
            _escaped(_documented(described)[0]),
            formatter_class=RawDescriptionHelpFormatter,
            argument_default=SUPPRESS,
            conflict_handler="resolve",
            allow_abbrev=False,
            **more,
        )
        option = self.add_argument_group("options of all commands").add_argument
        option("--base-url", metavar="URL", help="of the API")
        option("--timeout", type=float, metavar="SECONDS", help="of each phase of a request")
        if len(names := [*versions]) > 1:
            option("--version", choices=names, help=f"of the API, by default {names[0]}")
        option("--max-items", type=int, metavar="N", help="to write of a list or a stream")
        option("--output", metavar="FILE", help="for the result")
        option("--raw", action="store_true", help="write the status and the header fields too")

    def list_commands(
        self, target: object, commands: Mapping[str, str], words: Sequence[str]
    ) -> NoReturn:
        """End with the list of commands, or the error that the first word is none of them."""
        if words and words[0] not in HELP:
            self._refuse("command", words[0], commands)
        group = self.add_argument_group("commands")
        for name, attribute in sorted(commands.items()):
            about = _documented(getattr_static(type(target), attribute))[0]
            group.add_argument(name, help=_escaped(about.partition("\n\n")[0]))
        self.print_help(None if words else sys.stderr)
        self.exit(0 if words else 2)

    def arguments(self, method: Any, words: list[str], settings: Namespace) -> dict[str, Any]:
        """Return the arguments of a method, and add options of all commands to the settings."""
        described, names = method, dict[str, str]()
        # feature: requests
        if method.__func__ is Client.request:
            described, names = _request, {"path": "url", "query": "params"}
        # end
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
            self._refuse("argument", rest[0], (f"--{spelled(each.name)}" for each in asked))
        given = {each.name: getattr(settings, f".{each.name}", None) for each in asked}
        return {
            names.get(name, name): self._value(name, hints.get(name, Any), value)
            for name, value in given.items()
            if value is not None
        }

    def _add(self, parameter: Parameter, hint: Any, about: str) -> Action:
        word, default = spelled(parameter.name), parameter.default
        is_needed = default is parameter.empty
        if not is_needed and default not in (None, UNSET):
            about = f"{about} Default: {default}"
        more: dict[str, Any] = {"help": _escaped(about)}
        name = f".{parameter.name}"
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
            self.error(f"{spelled(name)}: {error}; expected {shown(hint)}")

    def _refuse(self, what: str, word: str, known: Iterable[str]) -> NoReturn:
        similar = get_close_matches(word, [*known], 1)
        hint = f"; did you mean {similar[0]!r}?" if similar else ""
        self.error(f"unknown {what} {word!r}{hint}")


def spelled(name: str) -> str:
    """Return a name of Python as it is written on the command line."""
    return name.strip("_").replace("_", "-")


def commands_of(target: object) -> dict[str, str]:
    """Return the attributes that are commands, by their names on the command line."""
    kind = type(target)
    names = [each for each in dir(kind) if each[0] != "_"]
    found: dict[str, str] = {}
    if isinstance(target, Client):
        found["request"] = "request"  # feature: requests
        # Other methods of a client are handwritten, for programs.
        names = [
            each
            for each in names
            if isinstance(value := getattr_static(kind, each), cached_property)
            or (each not in dir(Client) and needed_by(value) is not None)
        ]
    for each in names:
        word = spelled(each)
        found[each.replace("_", "-") if word in found else word] = each
    return found


def needed_by(method: Any) -> list[str] | None:
    """Return the arguments of a method that opens a resource, None if it is another method."""
    returned = _hints_of(method).get("return")
    if not isclass(returned) or not issubclass(returned, Resource):
        return None
    return [spelled(each).upper() for each in signature(method).parameters if each != "self"]


def _hints_of(method: Any) -> dict[str, Any]:
    try:
        return get_type_hints(method)
    except (AttributeError, NameError, TypeError):  # handwritten, with types for type checkers only
        return {}


def _documented(described: object) -> tuple[str, dict[str, str]]:
    """Return the description in a docstring, and those of arguments."""
    text = (getdoc(described) or "") if described is not None else ""
    text = "".join(each for each in text if each == "\n" or each.isprintable()).replace("%(", "% (")
    lead, *sections = re.split(r"\n(?=(?:Args|Returns|Raises):\n)", text)
    entries = re.findall(r"\n    (\w+): (.*(?:\n     .*)*)", sections[0] if sections else "")
    return lead.strip(), {name: " ".join(about.split()) for name, about in entries}


def _is_expressible(parameter: Parameter) -> bool:
    """Return whether words can express a parameter of a method."""
    is_one = parameter.kind not in (parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD)
    return is_one and not re.search(r"\b(Request|Batch)Options\b", str(parameter.annotation))


def _escaped(text: str) -> str:
    return text.replace("%", "%%")


# feature: requests
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


# end
