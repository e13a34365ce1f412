"""Call the method that a command line names, and print its result."""

from __future__ import annotations

import os
import sys
from argparse import REMAINDER, Namespace
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import partial
from importlib import import_module
from inspect import signature
from typing import Any

from msgspec import Struct

from ..errors import ApiError, one_line
from ..resource import Resource
from .commands import HELP, CommandParser, commands_of, needed_by
from .output import write


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
            print(f"{self.name}: {text}", file=sys.stderr)
            return 2 if isinstance(error, (TypeError, ValueError)) else 1

    def _run(self, words: list[str]) -> int:
        settings = Namespace()
        parser = CommandParser(self.name, self.modules, add_help=False)
        parser.add_argument(*HELP, action="store_true")
        parser.add_argument("words", nargs=REMAINDER)
        parser.parse_args(words, settings)
        words = [HELP[0]] if hasattr(settings, "help") else settings.words
        version = getattr(settings, "version", next(iter(self.modules)))
        kind = getattr(import_module(self.modules[version]), self.client)
        # Attributes of a client that has no credentials yet lead to the method.
        steps, words, parser, method = self._found(object.__new__(kind), words)
        arguments = parser.arguments(method, words, settings)
        with kind(**self._options(kind, settings)) as client:
            method = client
            for attribute, given in steps:
                method = getattr(method, attribute)
                method = method(*given) if given else method
            call = partial(client.raw, method) if hasattr(settings, "raw") else method
            return write(call(**arguments), settings)

    def _found(
        self, target: Any, words: list[str]
    ) -> tuple[list[tuple[str, list[str]]], list[str], CommandParser, Any]:
        """Return the attributes that lead to the method, the remaining words, a parser and the method."""
        name, steps = self.name, list[tuple[str, list[str]]]()
        while True:
            commands = commands_of(target)
            word = words[0].replace("_", "-") if words else ""
            attribute, given = commands.get(word, "__call__"), list[str]()
            if word in commands:
                name, words = f"{name} {word}", words[1:]
            elif not word or not (steps and callable(target)):
                CommandParser(name, self.modules, target).list_commands(target, commands, words)
            target = getattr(target, attribute)
            if not isinstance(target, Resource):
                needed = needed_by(target)
                if needed is None:
                    return (
                        [*steps, (attribute, [])],
                        words,
                        CommandParser(name, self.modules),
                        target,
                    )
                given, words = words[: len(needed)], words[len(needed) :]
                if len(given) < len(needed) or {*given} & {*HELP}:
                    given, words = needed, [*HELP]
                name, target = " ".join([name, *given]), target(*given)
            steps.append((attribute, given))

    def _options(self, kind: Any, settings: Namespace) -> dict[str, Any]:
        """Return the arguments of the client. Credentials are only in the environment."""
        given = {
            key: getattr(settings, key) for key in ("base_url", "timeout") if hasattr(settings, key)
        }
        for name, variables in self.credentials.items():
            values = [os.environ.get(each, "") for each in variables]
            parameter = signature(kind).parameters.get(name)
            if parameter and all(values):
                given[name] = values[0] if len(values) == 1 else (*values,)
            elif parameter and parameter.default is parameter.empty:
                raise ValueError(f"set the environment variable {' and '.join(variables)}")
        return given
