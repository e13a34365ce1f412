"""Test the choice of a transport: how a client uses it, what is loaded, and what is missing."""

from __future__ import annotations

import asyncio
import subprocess
import sys

import hubspot_crm
import pytest
from hubspot_crm import AsyncHubSpot, HubSpot, transports

from tests.support.loopback import Loopback, json_answer

TASK = {"id": "1", "properties": {}, "archived": False}
TASK |= {"createdAt": "2020-01-01T00:00:00Z", "updatedAt": "2020-01-01T00:00:00Z"}


@pytest.mark.parametrize("name", ["Httpx2Transport", "PyreqwestTransport"])
def test_a_client_uses_it(server: Loopback, name: str) -> None:
    server.answer(*[json_answer(TASK)] * 2)
    transport = getattr(transports, name)()
    for _ in range(2):
        with HubSpot("token", base_url=server.url, transport=transport) as client:
            assert client.tasks.get("1").id == "1"
    transport.close()
    assert server.connections == 1
    assert server.requests[0].headers["authorization"] == "Bearer token"


@pytest.mark.parametrize(
    "name", ["AsyncHttpx2Transport", "AsyncPyreqwestTransport", "AiohttpTransport"]
)
def test_an_async_client_uses_it(server: Loopback, name: str) -> None:
    async def main() -> None:
        transport = getattr(transports, name)()
        for _ in range(2):
            async with AsyncHubSpot("token", base_url=server.url, transport=transport) as client:
                assert (await client.tasks.get("1")).id == "1"
        await transport.aclose()

    server.answer(*[json_answer(TASK)] * 2)
    asyncio.run(main())
    assert server.connections == 1


def loaded(code: str) -> str:
    script = f"import sys; sys.path[:0] = sys.argv[1:]\n{code}"
    command = [sys.executable, "-W", "error", "-c", script, *sys.path]
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout.strip()


def loaded_of(code: str, *libraries: str) -> list[str]:
    return loaded(f"{code}\nprint(*[n for n in {libraries!r} if n in sys.modules])").split()


def test_nothing_is_loaded_before_it_is_requested() -> None:
    libraries = ("httpx2", "aiohttp", "pyreqwest")
    assert loaded_of("import hubspot_crm.transports", *libraries, "ssl", "asyncio") == []
    assert loaded_of("from hubspot_crm import MockTransport", *libraries, "ssl", "asyncio") == []
    code = "from hubspot_crm.transports import PyreqwestTransport as T; assert T"
    assert loaded_of(code, *libraries) == ["pyreqwest"]


@pytest.mark.parametrize(
    ("name", "extra"), [("PyreqwestTransport", "pyreqwest"), ("AiohttpTransport", "aiohttp")]
)
def test_what_is_missing_is_named(name: str, extra: str) -> None:
    code = f"""
sys.modules[{extra!r}] = None
try:
    from hubspot_crm.transports import {name}
except ImportError as error:
    print(error)
"""
    assert loaded(code) == f"{name} requires the extra {extra!r}"


def test_every_name_is_there() -> None:
    assert hubspot_crm.transports is transports
    public = [name for name in dir(transports) if name[0].isupper() and "Transport" in name]
    assert len(public) == 9
    for name in [*public, "json_response", "Request", "Response", "Headers", "Timeout"]:
        assert getattr(transports, name).__module__.startswith("hubspot_crm._core.")
    with pytest.raises(AttributeError, match="no attribute 'Nothing'"):
        transports.Nothing
