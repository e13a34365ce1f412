"""Record the sessions of the tutorials: run the commands of a page, and put what they print below them.

A page begins in an empty folder. Its blocks with `title="FILE"` are written to that file, and the lines with `$` of
its `console` blocks are run in order, in processes of their own:

* `specloom ...` and `python FILE`.
* `uvicorn MODULE:app --port 8000 &`: the server runs until it is started again, at a free port. The page has 8000.
* `pip install --quiet ./FOLDER`: without dependencies and without a network; the present environment has both.
* `cat FILE` and `ls FOLDER`.
* `sed -i s/OLD/NEW/g FILE`.
* `cp -r EXAMPLE .`, where the example is a folder of `examples/`.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from tests.docs.blocks import BLOCK, commands

ROOT = Path(__file__).parent.parent
PAGES = ("fastapi.md", "several-documents.md")
PORT = "127.0.0.1:8000"


class Session:
    """A session in a folder; its server, if any, is at another port than the page says."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "work"
        self.site = folder / "site"
        self.folder.mkdir()
        self.address = f"127.0.0.1:{free_port()}"
        self.server: subprocess.Popen[bytes] | None = None
        self.environment = {
            **{key: value for key, value in os.environ.items() if key != "PYTHONPATH"},
            "SPECLOOM_CACHE_DIR": str(folder / "cache"),
            "PYTHONPATH": str(self.site),
            "PYTHONDONTWRITEBYTECODE": "1",
            "NO_COLOR": "1",
        }

    def write(self, name: str, text: str) -> None:
        """Write a file of the page."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.replace(PORT, self.address), "utf-8")

    def run(self, command: str) -> str:
        """Run a command, and return what it prints, as a terminal shows it."""
        program, *arguments = shlex.split(command.replace(PORT, self.address))
        match program, arguments:
            case "uvicorn", [application, *_]:
                return self.serve(application)
            case "pip", ["install", "--quiet", package]:
                options = "--no-deps --no-index --no-build-isolation --disable-pip-version-check"
                target = ["--target", str(self.site), "--root-user-action=ignore"]
                return self.python("pip", "install", "--quiet", *options.split(), *target, package)
            case "specloom", _:
                return self.python("specloom", *arguments)
            case "python", [file]:
                return self.process(file)
            case "cat", [file]:
                return self.shown((self.folder / file).read_text("utf-8"))
            case "ls", [folder]:
                names = sorted(each.name for each in (self.folder / folder).iterdir())
                return "".join(f"{each}\n" for each in names if not each.startswith("."))
            case "sed", ["-i", script, file]:
                _, old, new, _ = script.split("/")
                path = self.folder / file
                path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
                return ""
            case "cp", ["-r", source, "."]:
                shutil.copytree(ROOT / source, self.folder / Path(source).name)
                return ""
            case _:
                raise ValueError(f"a session cannot run {command!r}")

    def python(self, module: str, *arguments: str) -> str:
        return self.process("-m", module, *arguments)

    def process(self, *arguments: str) -> str:
        ran = subprocess.run(
            [sys.executable, *arguments],
            cwd=self.folder,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=120,
            check=False,
        )
        return self.shown(ran.stdout.decode("utf-8"))

    def serve(self, application: str) -> str:
        """Start the server, and wait until it accepts connections."""
        self.close()
        host, port = self.address.split(":")
        options = ["--host", host, "--port", port, "--log-level", "warning"]
        command = [sys.executable, "-m", "uvicorn", application, *options]
        self.server = subprocess.Popen(command, cwd=self.folder, env=self.environment)
        for _ in range(200):
            with socket.socket() as connection:
                if connection.connect_ex((host, int(port))) == 0:
                    return ""
            time.sleep(0.05)
        raise TimeoutError(f"{application} does not start")

    def shown(self, text: str) -> str:
        """What the page shows of an output."""
        return text.replace(self.address, PORT).replace(str(self.folder), "/home/ada/work")

    def close(self) -> None:
        """Stop the server."""
        if self.server is not None:
            self.server.terminate()
            self.server.wait(10)
            self.server = None


@contextmanager
def session() -> Generator[Session, None, None]:
    """A session in a folder of its own, which is removed at the end."""
    with tempfile.TemporaryDirectory() as name:
        opened = Session(Path(name))
        try:
            yield opened
        finally:
            opened.close()


def free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
        return port


def recorded(page: str) -> str:
    """Run the commands of a page in their order, and return the page with what they print now."""
    with session() as running:

        def renewed(block: re.Match[str]) -> str:
            title = re.search(r'title="([^"]+)"', block["info"])
            if title:
                running.write(title[1], block["code"])
            if block["language"] != "console" or block["skip"]:
                return block[0]
            code = "".join(
                f"$ {command}\n{running.run(command)}" for command, _ in commands(block["code"])
            )
            return f"```console{block['info']}\n{code}```"

        return BLOCK.sub(renewed, page)


def normalized(page: str) -> str:
    """A page with `0` for each number: counts of files change with the core of the clients."""
    return re.sub(r"\d+", "0", page)


if __name__ == "__main__":
    for each in PAGES:
        path = ROOT / "docs" / each
        path.write_text(recorded(path.read_text("utf-8")), "utf-8")
