"""Test that a value that HTTP cannot represent is an InputError that names it, and that nothing is
sent."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hubspot_crm import transports
from hubspot_crm._core.call.request import Arguments
from hubspot_crm._core.client import AsyncClient, Client
from hubspot_crm._core.errors import ApiError, InputError
from hubspot_crm._core.operation import Operation, Parameter
from hubspot_crm._core.options import RequestOptions
from hubspot_crm._core.transport import Headers, Response

from .sample.client import AsyncSample, Sample
from .scripted import RECORD

GET: Operation[object] = Operation(
    "GET",
    "/x/{id}",
    parameters=(
        Parameter("id", "path"),
        Parameter("q", "query"),
        Parameter("X-Trace", "header"),
        Parameter("c", "cookie"),
    ),
)
WRONG = [
    "secret\r\nX-Evil: 1",
    "secret\n",
    "sécret",
    "secret\0",
    "secret€",
    "\ud800secret",
    5,
    None,
    b"secret",
]


def refused(
    arguments: Arguments, options: RequestOptions | None = None, **client: Any
) -> list[InputError]:
    """Return the errors of the sync and of the async client; nothing is sent."""
    found: list[InputError] = []
    sync = transports.MockTransport([])
    with Client(
        base_url="http://a.example", product="t/1", security={}, transport=sync, **client
    ) as made:
        with pytest.raises(InputError) as caught:
            made(GET, arguments, options)
        found.append(caught.value)

    async def main() -> None:
        other = transports.AsyncMockTransport([])
        async with AsyncClient(
            base_url="http://a.example", product="t/1", security={}, transport=other, **client
        ) as made:
            with pytest.raises(InputError) as caught:
                await made(GET, arguments, options)
            found.append(caught.value)
        assert other.requests == []

    asyncio.run(main())
    assert sync.requests == []
    assert all(isinstance(error, ApiError) and isinstance(error, ValueError) for error in found)
    return found


@pytest.mark.parametrize("value", WRONG, ids=ascii)
def test_a_header_of_the_call(value: Any) -> None:
    for error in refused(Arguments("", path={"id": "1"}), RequestOptions(headers={"X-Key": value})):
        assert error.parameter == "X-Key" and "header 'X-Key'" in str(error)
        assert "cret" not in str(error)


@pytest.mark.parametrize("value", WRONG, ids=ascii)
def test_a_header_of_the_client(value: Any) -> None:
    for make in (Sample, AsyncSample):
        with pytest.raises(InputError, match="header 'X-Key'") as caught:
            make("t", headers={"X-Key": value})
        assert "cret" not in str(caught.value)


@pytest.mark.parametrize("name", ["", "a b", "a:b", "a\n", "ä", 5, None])
def test_the_name_of_a_header(name: Any) -> None:
    for error in refused(Arguments("", path={"id": "1"}), RequestOptions(headers={name: "v"})):
        assert "is not a valid header name" in str(error)


@pytest.mark.parametrize(
    ("place", "name", "value"),
    [
        ("headers", "X-Trace", "a\nb"),
        ("headers", "X-Trace", "é"),
        ("headers", "X-Trace", None),
        ("headers", "X-Trace", 1j),
        ("query", "q", "\ud800"),
        ("query", "q", None),
        ("query", "q", float("nan")),
        ("path", "id", "\ud800"),
        ("path", "id", ""),
        ("path", "id", ".."),
        ("path", "id", None),
    ],
    ids=ascii,
)
def test_a_declared_parameter(place: str, name: str, value: object) -> None:
    given = {"path": {"id": "1"}, place: {name: value}}
    for error in refused(Arguments("", **given)):  # type: ignore[arg-type]
        assert error.parameter == name and repr(name) in str(error)


@pytest.mark.parametrize("value", WRONG, ids=ascii)
def test_a_header_that_a_hook_adds(value: Any) -> None:
    def hook(request: Any) -> Any:
        return replace(request, headers=(*request.headers, ("X-Hook", value)))

    for error in refused(Arguments("", path={"id": "1"}), on_request=hook):
        assert error.parameter == "X-Hook"


def test_a_wrong_verify_or_proxy_fails_as_the_client_is_made(tmp_path: Path) -> None:
    junk = tmp_path / "junk.pem"
    junk.write_text("no certificate")
    wrong: list[tuple[dict[str, Any], type[Exception], str]] = [
        (
            {"verify": str(tmp_path / "absent.pem")},
            ValueError,
            "absent.pem contains no certificates",
        ),
        ({"verify": junk}, ValueError, "junk.pem contains no certificates"),
        ({"verify": tmp_path}, ValueError, "contains no certificates"),
        ({"verify": "a\0b"}, ValueError, "contains no certificates"),
        ({"verify": False}, ValueError, "always verified"),
        ({"verify": None}, ValueError, "always verified"),
        ({"verify": 5}, TypeError, "verify must be True, a certificate file .*, not int"),
        ({"verify": b"x"}, TypeError, "verify must be True, a certificate file .*, not bytes"),
        ({"verify": object()}, TypeError, "verify must be True"),
        ({"proxy": "u:hunter2@host"}, ValueError, "proxy must be a URL"),
        ({"proxy": "ftp://u:hunter2@host"}, ValueError, "proxy must be a URL"),
        ({"proxy": "http://u:hunter2@host:port"}, ValueError, "proxy must be a URL"),
        ({"proxy": 5}, ValueError, "proxy must be a URL"),
    ]
    for make in (Sample, AsyncSample):
        for options, kind, message in wrong:
            with pytest.raises(kind, match=message) as caught:
                make("t", **options)
            assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize(
    "proxy", ["ftp://u:hunter2@h", "http://u:hunter2@h:port", "http://u:hunter2@"]
)
def test_a_wrong_proxy_of_the_environment_is_refused_unseen(
    monkeypatch: pytest.MonkeyPatch, proxy: str
) -> None:
    monkeypatch.setenv("https_proxy", proxy)
    with Sample("t", base_url="https://127.0.0.1:1") as client:
        with pytest.raises((ValueError, ApiError)) as caught:
            client.records.get("1")
    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize("seconds", [0, -1, float("nan"), float("inf")])
def test_times_that_are_none(seconds: float) -> None:
    for make in (
        lambda: Sample("t", timeout=seconds),
        lambda: AsyncSample("t", timeout=seconds),
        lambda: RequestOptions(deadline=seconds),
        lambda: transports.Timeout(total=seconds),
    ):
        with pytest.raises(ValueError, match="positive number of seconds"):
            make()


def test_one_async_client_in_two_event_loops_one_after_the_other() -> None:
    """Connections belong to one loop; a misuse is at most reported as a failed connection."""
    answer = Response(200, Headers(), b'{"id": "1"}')
    client = AsyncSample("t", transport=transports.AsyncMockTransport(lambda _: answer))
    for _ in range(2):
        assert asyncio.run(client.records.get("1")).id == "1"
    assert RECORD["id"] == "1"
