"""Run the test server as a process on loopback, and read its report."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.conformance.npm_package import BUILD, HERE, installed, node

CATEGORIES = ("vanilla", "azure", "optional", "dpg")
NAME = "@microsoft.azure/autorest.testserver"


def documents() -> list[Path]:
    """Return the documents for which the server has scenarios."""
    return sorted((installed("autorest") / NAME / "swagger").glob("*.json"))


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


class AutoRestServer:
    """The test server, running from `__enter__` to `__exit__` on 127.0.0.1; by itself it would
    bind to all addresses."""

    def __init__(self) -> None:
        self.port = free_port()
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def report(self) -> dict[str, dict[str, int]]:
        """Return how often each scenario was completed, by category."""
        return {category: json.loads(self._get(f"/report/{category}")) for category in CATEGORIES}

    def __enter__(self) -> Self:
        program = installed("autorest") / NAME / "dist" / "cli" / "cli.js"
        coverage = BUILD / "coverage" / str(self.port)
        shutil.rmtree(coverage, ignore_errors=True)
        self._process = subprocess.Popen(
            [node(), "--require", str(HERE / "npm" / "loopback.cjs"), str(program), "run"]
            + [
                "--port",
                str(self.port),
                "--coverageDirectory",
                str(coverage),
                "--level",
                "warning",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._wait()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        assert self._process is not None
        self._process.terminate()
        self._process.wait(10)
        shutil.rmtree(BUILD / "coverage" / str(self.port), ignore_errors=True)

    def _wait(self) -> None:
        until = time.monotonic() + 60
        while True:
            assert self._process is not None
            if self._process.poll() is not None:
                raise RuntimeError(f"the test server ended with {self._process.returncode}")
            try:
                self._get("/report/vanilla")
                return
            except (urllib.error.URLError, ConnectionError):
                if time.monotonic() > until:
                    raise
                time.sleep(0.1)

    def _get(self, path: str) -> bytes:
        with urllib.request.urlopen(self.url + path, timeout=10) as answer:
            content: bytes = answer.read()
            return content
