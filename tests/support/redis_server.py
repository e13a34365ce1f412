"""Run a real redis-server on loopback, in its own folder."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import redis

BINARY = shutil.which("redis-server")


@contextmanager
def redis_server(folder: Path, port: int | None = None) -> Iterator[str]:
    """Start a server that stores nothing on disk; it is stopped when the block ends."""
    assert BINARY is not None
    port = port or free_port()
    log = folder / f"redis-{port}.log"
    settings = ["--port", port, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
    with log.open("wb") as output:
        process = subprocess.Popen(
            [BINARY, *map(str, settings), "--dir", str(folder)], stdout=output, stderr=output
        )
        try:
            url = f"redis://127.0.0.1:{port}"
            _await_answer(url, process, log)
            yield url
        finally:
            process.kill()
            process.wait()


def free_port() -> int:
    """Return a port on loopback that was free a moment ago."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def _await_answer(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + 30
    with redis.Redis.from_url(url) as client:
        while process.poll() is None and time.monotonic() < deadline:
            try:
                client.ping()
                return
            except redis.RedisError:
                time.sleep(0.02)
    raise RuntimeError(f"redis-server did not start: {log.read_text('utf-8')}")
