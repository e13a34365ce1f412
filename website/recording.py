"""Draw a terminal session, from a real run, as docs/img/terminal-light.svg and terminal-dark.svg."""

from __future__ import annotations

import contextlib
import html
import io
import os
import re
import shutil
import sys
import tempfile
from code import InteractiveConsole
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

from click.testing import CliRunner
from rich.console import Console
from rich.terminal_theme import DEFAULT_TERMINAL_THEME, MONOKAI, TerminalTheme
from rich.text import Text
from specloom.cli import main

from tests.docs.petstore_server import Store
from tests.support.loopback import Loopback

ROOT = Path(__file__).parent.parent
IMAGES = ROOT / "docs" / "img"
THEMES: dict[str, TerminalTheme] = {"light": DEFAULT_TERMINAL_THEME, "dark": MONOKAI}
DOCUMENT = ROOT / "examples" / "petstore" / "petstore.yaml"
COMMANDS = ("specloom init petstore.yaml", "specloom generate")
URL = "http://127.0.0.1:8000"
PROGRAM = f"""\
from petstore import Petstore
client = Petstore(bearer="...", base_url="{URL}/v1")
client.pets.create(name="Bo", tags=["shy"])
[pet.name for pet in client.pets.list(limit=2)]
client.pets.batch.create([{{"name": "Al"}}, {{"name": "?"}}])
client.pets.get("99")
"""


def session() -> list[str]:
    """Yield the lines of the session: commands after their prompt, and their output."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copy(DOCUMENT, folder)
        cache = {"SPECLOOM_CACHE_DIR": str(folder / "cache")}
        with (
            patch.dict(os.environ, cache),
            contextlib.chdir(folder),
            Loopback(Store().respond) as server,
        ):
            lines = [line for command in COMMANDS for line in run(command)]
            return [*lines, "$ python", *program(folder, server.url)]


def run(command: str) -> list[str]:
    """Run a command, and return what it prints."""
    said = CliRunner().invoke(main, command.split()[1:]).stdout
    return [f"$ {command}", *said.splitlines()]


def program(folder: Path, url: str) -> Iterator[str]:
    """Run the program, and return its lines, each with its output."""
    sys.path.insert(0, str(folder / "petstore-client"))
    console = InteractiveConsole()
    try:
        for line in PROGRAM.splitlines():
            said = io.StringIO()
            with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
                console.push(line.replace(URL, url))
            yield f">>> {line}"
            yield from shortened(said.getvalue())
        console.push("client.close()")
    finally:
        sys.path.remove(str(folder / "petstore-client"))
        for module in [each for each in sys.modules if each.partition(".")[0] == "petstore"]:
            del sys.modules[module]


def shortened(said: str) -> Iterator[str]:
    """Return what a line prints; of a traceback the last line."""
    lines = said.splitlines()
    yield from lines[-1:] if lines and lines[0].startswith("Traceback") else lines


def draw(lines: list[str], theme: TerminalTheme) -> str:
    """Return the session as an SVG that loads no font from elsewhere."""
    console = Console(record=True, width=100, file=io.StringIO(), force_terminal=True)
    for line in lines:
        prompt = re.match(r"\$ |>>> ", line)
        console.print(Text(line, style="bold" if prompt else "dim"), soft_wrap=False)
    drawn = console.export_svg(title="petstore", theme=theme, unique_id="terminal-session")
    return re.sub(r"@font-face \{.*?\}", "", drawn, flags=re.DOTALL)


def content(drawing: str) -> str:
    """Return the text of a drawing, without spaces and with `0` for each number."""
    body = drawing[drawing.index("-matrix") :]
    found = re.findall(r"<text[^>]*clip-path[^>]*>(.*?)</text>", body)
    return normalized("".join(map(html.unescape, found)))


def normalized(text: str) -> str:
    return re.sub(r"\d+", "0", re.sub(r"\s", "", text))


if __name__ == "__main__":
    recorded = session()
    print("\n".join(recorded))
    for name, theme in THEMES.items():
        (IMAGES / f"terminal-{name}.svg").write_text(draw(recorded, theme), "utf-8")
