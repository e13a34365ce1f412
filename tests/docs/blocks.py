"""Read the code blocks of a page and run them one after another, as a reader does.

A block is run by its language:

* `python`: executed; names stay for the blocks below it; `await` is allowed.
* `console`: each line that begins with `$` is run in the page's folder; the rest is its output. Programs of
  generated packages run in this process.
* `text` directly below a `python` block: the output of that block.
* `yaml`, `toml`, `json`, `python` with `title="FILE"`: written to that file in the page's folder.

In an expected output a line `...` stands for any number of lines, and `...` in a line for any characters. A comment `<!-- not run: REASON -->` above a
block excludes it.
"""

from __future__ import annotations

import ast
import asyncio
import contextlib
import gc
import importlib
import inspect
import io
import json
import re
import runpy
import shlex
import sys
import tomllib
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.generate.support import specloom

BLOCK = re.compile(
    r"(?P<skip><!-- not run: [^>]+ -->\n+)?^(?P<indent> *)```(?P<language>\w+)(?P<info>[^\n]*)\n"
    r"(?P<code>.*?)^(?P=indent)```$",
    re.MULTILINE | re.DOTALL,
)
# What a long run prints from time to time.
PROGRESS = re.compile(r"^\w+ \d+ of \d+: .*\n", re.MULTILINE)
PROGRAMS = ("hubspot-crm", "petstore")
SKIPPED_COMMANDS = ("pip ", "cd ", "export ", "make ")


@dataclass(frozen=True, slots=True)
class Block:
    """One code block: where it is, what it contains, and the file that it is written to."""

    page: str
    line: int
    language: str
    title: str
    code: str
    run: bool
    follows_directly: bool


def blocks(page: Path, root: Path) -> Iterator[Block]:
    """Return the code blocks of a page in order."""
    text, end = page.read_text("utf-8"), -1
    for found in BLOCK.finditer(text):
        title = re.search(r'title="([^"]+)"', found["info"])
        indent = found["indent"]
        yield Block(
            page=page.relative_to(root).as_posix(),
            line=text.count("\n", 0, found.start("language")) + 1,
            language=found["language"],
            title=title[1] if title else "",
            code=re.sub(rf"^{indent}", "", found["code"], flags=re.MULTILINE),
            run=not found["skip"],
            follows_directly=end >= 0 and not text[end : found.start()].strip(),
        )
        end = found.end()


def matches(expected: str, actual: str) -> bool:
    """Return whether an output is as the page shows it; a line `...` stands for any number of
    lines."""
    pattern = "".join(
        (
            r"(?:[^\n]*\n)*"
            if line.strip() == "..."
            else "[^\n]*".join(map(re.escape, line.rstrip().split("..."))) + r"[ ]*\n"
        )
        for line in expected.strip("\n").splitlines()
    )
    return (
        re.fullmatch(pattern, actual.strip("\n") + "\n" if actual.strip("\n") else "") is not None
    )


class Runner:
    """Runs the blocks of one page in their own folder."""

    def __init__(self, folder: Path, names: dict[str, Any]) -> None:
        self.folder, self.names = folder, names
        self.loop = asyncio.Runner()

    def run(self, page: Sequence[Block]) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ResourceWarning)
            with self.loop:
                self.all(page)
            self.names.clear()
            gc.collect()  # programs of a page need not close what they open

    def all(self, page: Sequence[Block]) -> None:
        for block, following in zip(page, [*page[1:], None], strict=True):
            if not block.run:
                continue
            output = following if following and following.follows_directly else None
            self.block(block, output if output and output.language == "text" else None)

    def block(self, block: Block, output: Block | None) -> None:
        where = f"{block.page}:{block.line}"
        if block.title:
            path = self.folder / block.title
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.code, "utf-8")
        if block.language == "console":
            self.console(block, where)
        elif block.language == "python" and not block.title:
            said = self.python(block.code, where)
            if output is not None:
                assert matches(output.code, said), f"{where}: the output is\n{said}"
        elif block.language == "toml":
            tomllib.loads(block.code)
        elif block.language == "yaml":
            yaml.safe_load(block.code)
        elif block.language == "json":
            json.loads(block.code)

    def python(self, code: str, where: str) -> str:
        flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
        compiled = compile(code, where, "exec", flags=flags, dont_inherit=True)
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            if compiled.co_flags & inspect.CO_COROUTINE:
                self.loop.run(eval(compiled, self.names))
            else:
                exec(compiled, self.names)
        return said.getvalue()

    def console(self, block: Block, where: str) -> None:
        for command, expected in commands(block.code):
            if command.startswith(SKIPPED_COMMANDS):
                continue
            said = self.command(command, where)
            assert matches(expected, said), f"{where}: the output of {command!r} is\n{said}"

    def command(self, command: str, where: str) -> str:
        """Run `specloom ...`, `python FILE` or `echo $?`; return what a terminal shows."""
        if command == "echo $?":
            return str(self.names["$?"])
        program, *arguments = shlex.split(command)
        if program == "specloom":
            run = specloom(*arguments)
            self.names["$?"] = run.exit_code
            return PROGRESS.sub("", run.shown)
        if program == "python":
            said = io.StringIO()
            argv, sys.argv = sys.argv, arguments
            try:
                with contextlib.redirect_stdout(said):
                    runpy.run_path(str(self.folder / arguments[0]), run_name="__main__")
            finally:
                sys.argv = argv
            return said.getvalue()
        if program in PROGRAMS:
            return self.program(f"{program.replace('-', '_')}.__main__", arguments)
        raise AssertionError(f"{where}: nothing here runs {program!r}")

    def program(self, module: str, arguments: list[str]) -> str:
        """Run the command line of a generated package; return what a terminal shows."""
        said = io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True)
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            self.names["$?"] = importlib.import_module(module).main(arguments)
        said.seek(0)
        return said.read()


def commands(code: str) -> Iterator[tuple[str, str]]:
    """Return the commands of a console block, each with the output below it."""
    for part in re.split(r"^\$ ", code, flags=re.MULTILINE)[1:]:
        command, _, output = part.partition("\n")
        while command.endswith("\\"):
            more, _, output = output.partition("\n")
            command = command[:-1] + more.strip()
        yield command.strip(), output
