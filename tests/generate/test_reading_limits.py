"""Test limits on documents: number of files, size and time."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.generate.support import Run, specloom

ANSWER = {
    "description": "ok",
    "content": {"application/json": {"schema": {"$ref": "part.json#/A"}}},
}
DOCUMENT = {
    "openapi": "3.1.0",
    "info": {"title": "Limited", "version": "1"},
    "paths": {"/a": {"get": {"responses": {"200": ANSWER}}}},
}


def _run(folder: Path, settings: str, reference: str = "part.json#/A") -> Run:
    text = json.dumps(DOCUMENT).replace("part.json#/A", reference)
    (folder / "api.json").write_text(text, "utf-8")
    (folder / "specloom.toml").write_text(
        f'[package]\nname = "limited"\n[documents]\nfiles = "api.json"\nurls = true\n{settings}',
        "utf-8",
    )
    return specloom("generate", "--project", folder / "specloom.toml")


def test_the_number_and_the_size_of_files(tmp_path: Path) -> None:
    for number in range(4):
        part = {"A": {"type": "object", "properties": {"p": {"$ref": f"part{number + 1}.json#/A"}}}}
        (tmp_path / f"part{number}.json").write_text(json.dumps(part), "utf-8")
    (tmp_path / "part4.json").write_text('{"A": {"type": "string"}}', "utf-8")
    assert _run(tmp_path, "", "part0.json#/A").exit_code == 0
    few = _run(tmp_path, "[limits]\nfiles = 3\n", "part0.json#/A")
    assert "[too-many-files]" in few.errors and "set [limits] files" in few.errors
    assert _run(tmp_path, "[limits]\nfiles = 5\n", "part0.json#/A").exit_code == 0
    small = _run(tmp_path, "[limits]\nbytes = 100\n", "part0.json#/A")
    assert small.exit_code == 1
    assert "error[too-large]" in small.errors and "set [limits] bytes" in small.errors


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        ("files = 0", "'files' must be an integer above 0"),
        ("bytes = 1.5", "'bytes' must be an integer above 0"),
        ("seconds = -1", "seconds must be a number"),
        ("minutes = 1", "unknown setting 'minutes'"),
    ],
)
def test_wrong_limits_are_refused(setting: str, message: str, tmp_path: Path) -> None:
    run = _run(tmp_path, f"[limits]\n{setting}\n")
    assert run.exit_code == 1 and message in run.errors


class Slow(BaseHTTPRequestHandler):
    """Responds one byte at a time, for ever."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            for _ in range(600):
                self.wfile.write(b" ")
                self.wfile.flush()
                time.sleep(0.05)
        except OSError:
            pass

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def slow() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Slow)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/part.json"
    server.shutdown()
    server.server_close()
    thread.join()


def test_a_url_that_drips_does_not_hold_the_run(slow: str, tmp_path: Path) -> None:
    begun = time.monotonic()
    run = _run(tmp_path, "[limits]\nseconds = 0.3\n", f"{slow}#/A")
    assert time.monotonic() - begun < 15
    assert "[unreadable-reference]" in run.errors
    assert "the download takes longer than 0.3 seconds" in run.errors
