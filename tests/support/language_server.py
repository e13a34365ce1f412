"""Ask pyright's language server what an editor would show."""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Any, Self

SERVER = Path(sys.executable).parent / "pyright-langserver"


class LanguageServer:
    """One server, for the files of a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = count(1)
        self._process = subprocess.Popen(
            [SERVER, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        folder_uri = folder.as_uri()
        self._ask(
            "initialize",
            {
                "processId": None,
                "rootUri": folder_uri,
                "workspaceFolders": [{"uri": folder_uri, "name": "folder"}],
                "capabilities": {
                    "textDocument": {"hover": {"contentFormat": ["plaintext"]}},
                },
            },
        )
        self._send({"method": "initialized", "params": {}})

    def hover(self, path: Path, line: int, character: int) -> str:
        """Return what is shown for a position of a file; line and column start at 0."""
        document = {"uri": path.as_uri()}
        opened = {**document, "languageId": "python", "version": 1, "text": path.read_text("utf-8")}
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": opened}})
        position = {"line": line, "character": character}
        found = self._ask("textDocument/hover", {"textDocument": document, "position": position})
        shown: str = found["contents"]["value"] if found else ""
        return shown

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.communicate()

    def _ask(self, method: str, params: dict[str, Any]) -> Any:
        number = next(self._numbers)
        self._send({"id": number, "method": method, "params": params})
        while True:
            message = self._receive()
            if message.get("id") == number and "method" not in message:
                return message.get("result")
            if "id" in message:  # the server requests its settings
                items = message.get("params", {}).get("items", [])
                self._send({"id": message["id"], "result": [None] * len(items)})

    def _send(self, message: dict[str, Any]) -> None:
        assert self._process.stdin is not None
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._process.stdin.flush()

    def _receive(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        length = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        if not length:
            raise RuntimeError("the language server has ended")
        found: dict[str, Any] = json.loads(self._process.stdout.read(length))
        return found
