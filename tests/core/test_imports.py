"""Test that importing is cheap: HTTP libraries are loaded with the first request."""

from __future__ import annotations

import subprocess
import sys

SCRIPT = """
import sys
sys.path[:0] = sys.argv[1:]
import hubspot_crm._core.client, hubspot_crm._core.codec.decoding, hubspot_crm._core.resource
from hubspot_crm._core.auth.security import Bearer
client = hubspot_crm._core.client.Client(
    base_url="https://a.example", product="t/1", security={"a": Bearer("t")}
)
client.close()
heavy = {"httpx2", "httpx", "httpcore2", "ssl", "socket", "http", "asyncio"}
print(*sorted(heavy & set(sys.modules)))
"""


def test_a_client_is_made_without_any_http_library() -> None:
    command = [sys.executable, "-W", "error", "-c", SCRIPT, *sys.path]
    loaded = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    assert loaded.split() == []
