"""Draw what a terminal shows of some commands, from real runs, as docs/img/NAME-light.svg and NAME-dark.svg.

The commands run in a pseudo-terminal, with colours, in a folder with the documents of `examples/bookshop`.
"""

from __future__ import annotations

import io
import os
import re
import shlex
import shutil
import struct
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from website.recording import IMAGES, ROOT, THEMES

COLUMNS = 100
EXAMPLE = ROOT / "examples" / "bookshop" / "apis"
CONTROL = re.compile(r"\x1b\[(\?25[lh]|\d*[A-HJKST])|\r\n|\n|\r")


def sessions() -> Iterator[tuple[str, list[str]]]:
    """Yield the name of each picture, and the lines that it shows, with codes of colours."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(EXAMPLE, folder / "apis")
        environment = {
            **{key: value for key, value in os.environ.items() if key != "NO_COLOR"},
            "SPECLOOM_CACHE_DIR": str(folder / "cache"),
            "TERM": "xterm-256color",
            "COLUMNS": str(COLUMNS),
        }

        def shown(*commands: str) -> list[str]:
            return [line for each in commands for line in _run(each, folder, environment)]

        _run("specloom init apis --package bookshop", folder, environment)
        _edit(folder / "apis/v2/orders.yaml", "copies: {type: integer}", "copies: {type: int}")
        yield "generate", shown("specloom generate")
        _edit(folder / "apis/v2/orders.yaml", "copies: {type: int}", "copies: {type: integer}")
        yield "inspect", shown("specloom inspect --table")
        _run("specloom generate", folder, environment)
        _edit(folder / "apis/v2/orders.yaml", "{id}/cancel", "{id}/stop")
        yield "check", shown("specloom check")
        _edit(folder / "apis/v2/orders.yaml", "book: {type: string}", "book: {type: integer}")
        yield "diff", shown("specloom diff apis/v1/orders.yaml apis/v2/orders.yaml")
        _edit(folder / "apis/v2/orders.yaml", "      required: [id]\n", "     required: [id]\n")
        _edit(folder / "specloom.toml", "files = ", "file = ")
        broken = shown("specloom generate")
        _edit(folder / "specloom.toml", "file = ", "files = ")
        yield "error", [*broken, *shown("specloom generate")]


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    if old not in text:
        raise ValueError(f"{path.name} does not contain {old!r}")
    path.write_text(text.replace(old, new, 1), "utf-8")


def _run(command: str, folder: Path, environment: dict[str, str]) -> list[str]:
    """Run a command in a pseudo-terminal, and return the lines that remain in it."""
    import fcntl
    import pty
    import termios

    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 50, COLUMNS, 0, 0))
    program, *arguments = shlex.split(command)
    process = subprocess.Popen(
        [sys.executable, "-m", program, *arguments],
        cwd=folder,
        env=environment,
        stdin=follower,
        stdout=follower,
        stderr=follower,
    )
    os.close(follower)
    received = bytearray()
    while True:
        try:
            portion = os.read(leader, 65_536)
        except OSError:  # the end of a pseudo-terminal on Linux
            break
        if not portion:
            break
        received += portion
    os.close(leader)
    process.wait(60)
    return [f"\x1b[1m$ {command}\x1b[0m", *remaining(received.decode("utf-8")), ""]


def remaining(text: str) -> list[str]:
    """Return the lines that a terminal shows in the end, after lines were erased and written again."""
    lines, row, position = [""], 0, 0
    for found in CONTROL.finditer(text + "\n"):
        lines[row] += text[position : found.start()]
        position = found.end()
        code = found[0]
        if code in ("\n", "\r\n"):
            row += 1
            lines += [""] * (row + 1 - len(lines))
        elif code.endswith("A"):
            row = max(0, row - int(found[1][:-1] or 1))
        elif code.endswith("K"):
            lines[row] = ""
    while lines and not _visible(lines[-1]):
        lines.pop()
    return lines


def _visible(line: str) -> str:
    return re.sub(r"\x1b\[[\d;]*m", "", line).strip()


def draw(name: str, lines: list[str], theme: TerminalTheme) -> str:
    """Return the lines as an SVG that loads no font from elsewhere."""
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True)
    for line in lines:
        console.print(Text.from_ansi(line), soft_wrap=False, highlight=False)
    drawn = console.export_svg(title=f"specloom {name}", theme=theme, unique_id=f"terminal-{name}")
    return re.sub(r"@font-face \{.*?\}", "", drawn, flags=re.DOTALL)


if __name__ == "__main__":
    for picture, shown_lines in sessions():
        print("\n".join(shown_lines))
        for theme_name, theme in THEMES.items():
            path = IMAGES / f"{picture}-{theme_name}.svg"
            path.write_text(draw(picture, shown_lines, theme), "utf-8")
