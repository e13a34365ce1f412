"""Test where hubspot-crm takes its access token from, and what it refuses."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from hubspot_crm import AsyncHubSpot, AsyncMockTransport, HubSpot, MockTransport, json_response, v3
from hubspot_crm.transports import Request, Response

CLIENTS = [HubSpot, AsyncHubSpot, v3.HubSpot, v3.AsyncHubSpot]


def authorization(*given: Any) -> set[str]:
    """Return the Authorization headers that both clients send."""
    sent: set[str] = set()

    def respond(request: Request) -> Response:
        sent.add(dict(request.headers)["Authorization"])
        return json_response({"id": "1", "properties": {}})

    async def main() -> None:
        async with AsyncHubSpot(*given, transport=AsyncMockTransport(respond)) as client:
            await client.tasks.get("1")

    asyncio.run(main())
    HubSpot(*given, transport=MockTransport(respond)).tasks.get("1")
    return sent


def test_the_token_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HUBSPOT_ACCESS_TOKEN", "pat-1\n")
    assert authorization() == {"Bearer pat-1"}
    assert authorization("pat-2\r\n") == {"Bearer pat-2"}
    assert authorization(lambda: "pat-3\n") == {"Bearer pat-3"}
    assert "pat-1" not in repr(HubSpot()) and "pat-1" not in repr(vars(HubSpot()))


@pytest.mark.parametrize("client", CLIENTS)
def test_no_token_at_all(client: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    for value in (None, "", " \n"):
        monkeypatch.delenv("HUBSPOT_ACCESS_TOKEN", raising=False)
        if value is not None:
            monkeypatch.setenv("HUBSPOT_ACCESS_TOKEN", value)
        with pytest.raises(TypeError, match="variable HUBSPOT_ACCESS_TOKEN is not set"):
            client()


@pytest.mark.parametrize("client", CLIENTS)
@pytest.mark.parametrize(
    ("token", "message"),
    [
        (None, "access_token must be a string, .* not None"),
        ("", "access_token is empty"),
        ("\n", "access_token is empty"),
        (" pat-1", "the credential has spaces"),
        ("pat-1 ", "the credential has spaces"),
        ("pat-1\nHost: x", "the credential has spaces"),
        (b"pat-1", "not of type bytes"),
    ],
)
def test_what_is_not_a_token_is_refused_even_with_that_of_the_environment(
    client: Any, token: Any, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`HubSpot(os.environ.get("MY_TOKEN"))` without that variable uses no other token."""
    monkeypatch.setenv("HUBSPOT_ACCESS_TOKEN", "pat-of-another-account")
    with pytest.raises((TypeError, ValueError), match=message) as caught:
        client(token)
    assert "pat-1" not in str(caught.value)


def test_the_token_goes_to_its_host_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HUBSPOT_ACCESS_TOKEN", "pat-1")
    seen: list[tuple[str, str | None]] = []

    def respond(request: Request) -> Response:
        seen.append((request.url.split("/")[2], dict(request.headers).get("Authorization")))
        location = {"Location": "https://elsewhere.example/x"}
        return json_response({}, 307 if len(seen) == 1 else 200, location)

    client = HubSpot(transport=MockTransport(respond), follow_redirects=True)
    client.raw(client.tasks.get, "1")
    assert seen == [("api.hubapi.com", "Bearer pat-1"), ("elsewhere.example", None)]
