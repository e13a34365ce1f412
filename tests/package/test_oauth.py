"""Test HubSpot's OAuth: where users are sent, where tokens come from, and the messages of
refusals."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import ExitStack
from urllib.parse import parse_qs, parse_qsl, urlsplit

import pytest
from hubspot_crm import (
    AsyncHubSpot,
    AuthenticationError,
    HubSpot,
    MemoryTokenStore,
    MockTransport,
    OAuth,
    OAuthError,
    Secret,
    Tokens,
    json_response,
)
from hubspot_crm.testing import StandIn
from hubspot_crm.transports import Request, Response

from tests.support.loopback import Answer, Loopback, RecordedRequest, json_answer
from tests.support.ways import WAYS, open_way

GRANT = {
    "access_token": "access-1",
    "refresh_token": "refresh-1",
    "expires_in": 1800,
    "token_type": "bearer",
    "scopes": ["oauth", "crm.objects.contacts.read"],
    "hub_id": 62515,
}


def make(url: str | None = None, clock: Callable[[], float] = lambda: 1000.0) -> OAuth:
    return OAuth(
        client_id="app",
        client_secret="secret",
        redirect_uri="https://app.example/back",
        base_url=url,
        clock=clock,
    )


def test_users_are_sent_to_the_installation_page() -> None:
    url = urlsplit(make().authorization_url(scopes=["oauth"], optional_scopes=["a"], state="s"))
    assert (url.scheme, url.netloc, url.path) == ("https", "app.hubspot.com", "/oauth/authorize")
    assert parse_qs(url.query)["optional_scope"] == ["a"]


def test_where_tokens_come_from() -> None:
    flow = make().flow
    assert flow.token_url == "https://api.hubapi.com/oauth/2026-03/token"
    assert flow.introspection_url == "https://api.hubapi.com/oauth/2026-03/token/introspect"
    assert flow.revocation_url == "https://api.hubapi.com/oauth/2026-03/token/revoke"


def test_a_base_url_moves_the_endpoints_but_not_the_page() -> None:
    flow = make("http://127.0.0.1:8000/").flow
    assert flow.token_url == "http://127.0.0.1:8000/oauth/2026-03/token"
    assert flow.authorization_url == "https://app.hubspot.com/oauth/authorize"


def test_from_a_code_to_calls_of_both_clients() -> None:
    renewed = {"access_token": "access-2", "expires_in": 1800}

    def respond(request: RecordedRequest) -> Answer:
        if request.path != "/oauth/2026-03/token":
            return json_answer({"results": []})
        form = dict(parse_qsl(request.body.decode()))
        assert (form["client_id"], form["client_secret"]) == ("app", "secret")
        return json_answer(GRANT if form["grant_type"] == "authorization_code" else renewed)

    now = 1000.0
    with Loopback(respond) as server:
        oauth = make(server.url, lambda: now)
        store = MemoryTokenStore(asyncio.run(oauth.exchange_async("code")))
        credential = oauth.credential(store)

        async def call() -> None:
            async with AsyncHubSpot(credential, base_url=server.url) as client:
                assert [each async for each in client.tasks.list()] == []

        with HubSpot(access_token=credential, base_url=server.url) as client:
            assert list(client.tasks.list()) == []
            now += 1800 - 60
            assert list(client.tasks.list()) == []
        asyncio.run(call())
        sent = [each.headers.get("authorization") for each in server.requests]
    calls = ["Bearer access-1", "Bearer access-2", "Bearer access-2"]
    assert [each for each in sent if each] == calls and len(sent) == 5
    kept = store.load()
    assert kept is not None and kept.refresh_token == "refresh-1"
    assert kept.scopes == ("oauth", "crm.objects.contacts.read")
    assert kept.extra["hub_id"] == 62515


def test_a_refusal_in_the_api_s_own_words() -> None:
    body = {"status": "BAD_REFRESH_TOKEN", "message": "missing or invalid refresh token"}
    with Loopback() as server:
        server.answer_json(GRANT)
        server.answer_json(body, status=400)
        oauth = make(server.url)
        with pytest.raises(OAuthError) as caught:
            oauth.refresh(oauth.exchange("code"))
    expected = "400 Bad Request: BAD_REFRESH_TOKEN: missing or invalid refresh token"
    assert (str(caught.value), caught.value.code) == (expected, "BAD_REFRESH_TOKEN")


def installed(crm: StandIn, url: str | None = None) -> tuple[OAuth, Tokens]:
    """Install the app of the stand-in, and return it with its tokens."""
    app = crm.oauth
    app.required = True
    oauth = OAuth(
        client_id=app.client_id,
        client_secret=app.client_secret,
        redirect_uri="https://app.example/back",
        base_url=url,
        transport=None if url else crm.transport(),
    )
    back = app.authorize(oauth.authorization_url(scopes=["oauth"], state="s"))
    return oauth, oauth.exchange(parse_qs(urlsplit(back).query)["code"][0])


@pytest.mark.parametrize("name", WAYS)
def test_a_token_that_expires_early_is_renewed(name: str) -> None:
    crm = StandIn(seed=1)
    company = crm.create("companies", {"name": "a"})
    with ExitStack() as stack:
        oauth, tokens = installed(crm)
        credential = oauth.credential(Tokens(refresh_token=tokens.refresh_token))
        way = open_way(name, crm, stack, credential=credential)
        for refreshes in (1, 2, 3):
            assert way(lambda client: client.companies.get(company)).id == company
            found = way.all(lambda client: client.companies.list())
            assert [each.id for each in found] == [company]
            assert crm.oauth.refreshes == refreshes
            crm.oauth.expire()
        outcome = way(lambda client: client.companies.batch.create([{"properties": {}}] * 3))
        assert outcome.succeeded_count == 3 and crm.oauth.refreshes == 4


def test_an_app_that_was_uninstalled() -> None:
    crm = StandIn(seed=1)
    oauth, tokens = installed(crm)
    crm.oauth.expire()
    crm.oauth.revoke(str(tokens.refresh_token))
    client = HubSpot(oauth.credential(tokens), transport=crm.transport())
    with pytest.raises(OAuthError, match="BAD_REFRESH_TOKEN") as caught:
        client.companies.list().first()
    cause = caught.value.__cause__
    assert isinstance(cause, AuthenticationError) and cause.category == "EXPIRED_AUTHENTICATION"


def test_a_token_whose_end_is_not_known() -> None:
    def respond(request: Request) -> Response:
        headers = dict(request.headers)
        if "/oauth/" in request.url:
            return json_response({"access_token": "new", "expires_in": 1800})
        is_new = headers["Authorization"] == "Bearer new"
        body = {"category": "EXPIRED_AUTHENTICATION", "message": "expired"}
        record = {"id": "1", "properties": {}}
        return json_response(record) if is_new else json_response(body, status=401)

    transport = MockTransport(respond)
    oauth = OAuth(client_id="c", client_secret="s", transport=transport)
    tokens = Tokens(access_token=Secret("old"), refresh_token=Secret("r"))
    client = HubSpot(oauth.credential(tokens), transport=transport)
    assert client.deals.get("1").id == "1"
    assert client.deals.get("1").id == "1"
    assert len(transport.requests) == 4
