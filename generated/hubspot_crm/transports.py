"""The transports that a client can be given; each is loaded, with its library, when it is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from ._core.transport import AsyncTransport as AsyncTransport
from ._core.transport import Headers as Headers
from ._core.transport import Request as Request
from ._core.transport import Response as Response
from ._core.transport import Timeout as Timeout
from ._core.transport import Transport as Transport

if TYPE_CHECKING:
    from ._core.aiohttp_transport import AiohttpTransport as AiohttpTransport
    from ._core.httpx2_transport import AsyncHttpx2Transport as AsyncHttpx2Transport
    from ._core.httpx2_transport import Httpx2Transport as Httpx2Transport
    from ._core.mock_transport import AsyncMockTransport as AsyncMockTransport
    from ._core.mock_transport import MockTransport as MockTransport
    from ._core.mock_transport import json_response as json_response
    from ._core.pyreqwest_transport import AsyncPyreqwestTransport as AsyncPyreqwestTransport
    from ._core.pyreqwest_transport import PyreqwestTransport as PyreqwestTransport

_HOMES = {
    "AiohttpTransport": "aiohttp_transport",
    "AsyncHttpx2Transport": "httpx2_transport",
    "AsyncMockTransport": "mock_transport",
    "AsyncPyreqwestTransport": "pyreqwest_transport",
    "Httpx2Transport": "httpx2_transport",
    "MockTransport": "mock_transport",
    "PyreqwestTransport": "pyreqwest_transport",
    "json_response": "mock_transport",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"{__package__}._core.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES})
