"""Test OAuth: the requests to an authorization server, its responses, and that no secret is shown."""

from __future__ import annotations

import asyncio
import json
import pickle
from base64 import b64encode
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlsplit

import pytest
from hubspot_crm._core.auth.oauth import OAuth, code_challenge
from hubspot_crm._core.auth.security import Secret
from hubspot_crm._core.auth.tokens import OAuthFlow, Tokens
from hubspot_crm._core.errors import ApiConnectionError, ApiError, OAuthError
from hubspot_crm._core.transport import Headers, Request, Response

from tests.support.loopback import Answer, Loopback, json_answer
from tests.support.tracebacks import everything

FLOW = OAuthFlow(
    token_url="https://auth.example/v1/token",
    authorization_url="https://login.example/authorize?tenant=7",
    revocation_url="https://auth.example/v1/revoke",
    introspection_url="https://auth.example/v1/introspect",
    optional_scopes="optional_scope",
    error_code="status",
    error_message="message",
)
SECRETS = (
    "client-secret-5fd1",
    "code-9a31",
    "access-77e0",
    "refresh-c2b4",
    "verifier-" + "v" * 43,
)
CLIENT_SECRET, CODE, ACCESS, REFRESH, VERIFIER = SECRETS
GRANT = {"access_token": ACCESS, "refresh_token": REFRESH, "expires_in": 1800, "hub_id": 12}


@pytest.fixture
def server() -> Iterator[Loopback]:
    with Loopback() as running:
        yield running


def make(url: str | None = None, **options: Any) -> OAuth:
    given = {
        "client_id": "id 1",
        "client_secret": CLIENT_SECRET,
        "redirect_uri": "https://app.example/back?x=1",
        "flow": FLOW,
        "base_url": url,
        "sleep": lambda _: None,
        "clock": lambda: 1000.0,
    }
    return OAuth(**{**given, **options})


def form(server: Loopback, number: int = -1) -> dict[str, str]:
    return dict(parse_qsl(server.requests[number].body.decode(), keep_blank_values=True))


def assert_no_secret(text: str) -> None:
    assert [secret for secret in SECRETS if secret in text] == []


def test_the_authorization_url_says_what_is_requested() -> None:
    url = make().authorization_url(
        scopes=["crm.read", "oauth"],
        optional_scopes=["crm.write"],
        state="a&b=c",
        code_verifier=VERIFIER,
        parameters={"locale": "fr"},
    )
    assert url.startswith("https://login.example/authorize?tenant=7&")
    assert parse_qs(urlsplit(url).query) == {
        "tenant": ["7"],
        "response_type": ["code"],
        "client_id": ["id 1"],
        "redirect_uri": ["https://app.example/back?x=1"],
        "scope": ["crm.read oauth"],
        "optional_scope": ["crm.write"],
        "state": ["a&b=c"],
        "code_challenge": [code_challenge(VERIFIER)],
        "code_challenge_method": ["S256"],
        "locale": ["fr"],
    }
    assert "+" not in url and CLIENT_SECRET not in url and VERIFIER not in url


def test_what_has_an_argument_is_no_parameter_besides() -> None:
    with pytest.raises(ValueError, match="client_id, state"):
        make().authorization_url(
            scopes=["a"], state="s", parameters={"state": "t", "client_id": "x", "y": "z"}
        )


def test_an_api_without_something_says_so() -> None:
    oauth = make(flow=OAuthFlow(token_url="https://auth.example/token"))
    calls: list[Callable[[], object]] = [
        lambda: oauth.authorization_url(scopes=[], state="s"),
        lambda: oauth.revoke("t"),
        lambda: oauth.introspect("t"),
    ]
    for call in calls:
        with pytest.raises(ValueError, match="this API has no"):
            call()
    with pytest.raises(ValueError, match="optional scopes"):
        make(flow=OAuthFlow(token_url="t:", authorization_url="u:")).authorization_url(
            scopes=[], state="s", optional_scopes=["a"]
        )
    with pytest.raises(ValueError, match="flow=OAuthFlow"):
        OAuth(client_id="1")
    with pytest.raises(ValueError, match="pass a base_url"):
        make(flow=OAuthFlow(token_url="/token"))


def test_the_challenge_is_that_of_rfc_7636() -> None:
    verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
    assert code_challenge(verifier) == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"


def test_a_verifier_is_new_each_time_and_checked() -> None:
    one, other = OAuth.new_verifier(), OAuth.new_verifier()
    assert one != other and len(one) == 64 and code_challenge(one) != code_challenge(other)
    for bad in ("short", "x" * 129, "ä" * 50):
        with pytest.raises(ValueError, match="43 to 128") as caught:
            code_challenge(bad)
        assert bad not in everything(caught.value)


def test_exchange(server: Loopback) -> None:
    server.answer_json({**GRANT, "scopes": ["a", "b"]})
    tokens = make(server.url).exchange(CODE, code_verifier=VERIFIER)
    request = server.requests[0]
    assert (request.method, request.target) == ("POST", "/v1/token")
    assert request.headers["content-type"] == "application/x-www-form-urlencoded"
    assert "authorization" not in request.headers
    assert form(server) == {
        "grant_type": "authorization_code",
        "code": CODE,
        "redirect_uri": "https://app.example/back?x=1",
        "code_verifier": VERIFIER,
        "client_id": "id 1",
        "client_secret": CLIENT_SECRET,
    }
    assert (tokens.access_token, tokens.refresh_token) == (ACCESS, REFRESH)
    assert (tokens.expires_at, tokens.lifetime) == (2800.0, 1800.0)
    assert (tokens.scopes, tokens.extra) == (("a", "b"), {"hub_id": 12})


def test_exchange_in_async_code(server: Loopback) -> None:
    server.answer_json(GRANT)
    assert asyncio.run(make(server.url).exchange_async(CODE)).access_token == ACCESS


def test_a_public_client_and_one_that_shows_itself_by_a_header(server: Loopback) -> None:
    server.answer_json(GRANT)
    make(server.url, client_secret=None, redirect_uri=None).exchange(CODE)
    assert form(server) == {"grant_type": "authorization_code", "code": CODE, "client_id": "id 1"}
    server.answer_json(GRANT)
    flow = OAuthFlow(token_url=FLOW.token_url, client_authentication="basic")
    make(server.url, flow=flow, client_secret="s:é").exchange(CODE)
    expected = "Basic " + b64encode(b"id+1:s%3A%C3%A9").decode()
    assert server.requests[1].headers["authorization"] == expected
    assert "client_secret" not in form(server) and "client_id" not in form(server)


def test_refresh_keeps_what_the_response_does_not_replace(server: Loopback) -> None:
    oauth = make(server.url)
    old = Tokens(access_token=Secret("a"), refresh_token=Secret(REFRESH), scopes=("s",))
    server.answer_json({"access_token": "new", "expires_in": "60"})
    kept = oauth.refresh(old)
    assert (kept.refresh_token, kept.scopes, kept.expires_at) == (REFRESH, ("s",), 1060.0)
    assert form(server)["refresh_token"] == REFRESH
    assert form(server)["grant_type"] == "refresh_token"
    server.answer_json({"access_token": "newer", "refresh_token": "rotated", "scope": "t u"})
    rotated = oauth.refresh(kept)
    assert (rotated.refresh_token, rotated.scopes) == ("rotated", ("t", "u"))
    assert rotated.expires_at is None


def test_a_refresh_url_of_its_own(server: Loopback) -> None:
    server.answer_json(GRANT)
    flow = OAuthFlow(token_url="https://a.example/t", refresh_url="https://a.example/r")
    make(server.url, flow=flow).refresh(Tokens(access_token=Secret("a"), refresh_token=Secret("r")))
    assert server.requests[0].target == "/r"


def test_client_credentials_revoke_and_introspect(server: Loopback) -> None:
    oauth = make(server.url)
    server.answer_json({"access_token": "app"})
    assert oauth.client_credentials(scopes=["a", "b"]).access_token == "app"
    assert form(server)["grant_type"] == "client_credentials"
    assert form(server)["scope"] == "a b"
    server.answer(Answer(200))
    oauth.revoke(REFRESH)
    assert server.requests[1].target == "/v1/revoke"
    assert form(server)["token"] == REFRESH
    assert form(server)["token_type_hint"] == "refresh_token"
    server.answer_json({"active": True})
    assert oauth.introspect(ACCESS) == {"active": True}
    assert server.requests[2].target == "/v1/introspect"
    assert form(server)["token_type_hint"] == "access_token"


@pytest.mark.parametrize(
    ("answer", "code", "shown"),
    [
        (
            json_answer(
                {"status": "BAD_REFRESH_TOKEN", "message": f"no such token {REFRESH}"}, status=400
            ),
            "BAD_REFRESH_TOKEN",
            "400 Bad Request: BAD_REFRESH_TOKEN: no such token REDACTED",
        ),
        (
            json_answer(
                {"error": "invalid_grant", "error_description": "gone\nfor good"}, status=400
            ),
            "invalid_grant",
            "400 Bad Request: invalid_grant: gone for good",
        ),
        (
            json_answer({"error": "bad"}),
            "bad",
            "200 OK: bad: the authorization server rejected the request",
        ),
        (
            Answer(401, b"<html>"),
            None,
            "401 Unauthorized: the authorization server rejected the request",
        ),
        (
            Answer(200, b'{"refresh_token": "refresh-c2b4"}'),
            None,
            "the response contains no access token",
        ),
        (Answer(200, b'["access-77e0"]'), None, "the response contains no access token"),
        (
            Answer(302, b"", {"Location": "/x"}),
            None,
            "302 Found: the authorization server rejected the request",
        ),
    ],
)
def test_a_refusal_says_why_and_shows_no_secret(
    server: Loopback, answer: Answer, code: str | None, shown: str
) -> None:
    server.answer(answer)
    tokens = Tokens(access_token=Secret(ACCESS), refresh_token=Secret(REFRESH))
    with pytest.raises(OAuthError) as caught:
        make(server.url).refresh(tokens)
    error = caught.value
    assert isinstance(error, ApiError) and not error.transient
    assert (error.code, str(error)) == (code, shown)
    assert len(server.requests) == 1
    assert_no_secret(everything(error))
    copied = pickle.loads(pickle.dumps(error))
    assert (str(copied), copied.code, copied.status) == (shown, code, error.status)


@pytest.mark.parametrize(
    "fault", [Answer(raw=b""), Answer(503), Answer(429), Answer(raw=b"odd\r\n\r\n")]
)
def test_what_passes_is_tried_again_a_few_times(server: Loopback, fault: Answer) -> None:
    slept: list[float] = []
    oauth = make(server.url, sleep=slept.append)
    tokens = Tokens(access_token=Secret(ACCESS), refresh_token=Secret(REFRESH))
    server.answer(fault, fault, json_answer(GRANT))
    assert oauth.refresh(tokens).access_token == ACCESS
    assert 0.25 <= slept[0] <= 0.5 and 1 <= slept[1] <= 2
    server.answer(fault, fault, fault)
    with pytest.raises(OAuthError) as caught:
        oauth.refresh(tokens)
    assert caught.value.transient
    assert len(server.requests) == 6
    assert_no_secret(everything(caught.value))


def test_a_code_is_not_sent_again_after_an_unclear_failure(server: Loopback) -> None:
    for fault in (Answer(raw=b""), Answer(500)):
        server.answer(fault)
        with pytest.raises(OAuthError) as caught:
            make(server.url).exchange(CODE, code_verifier=VERIFIER)
        assert_no_secret(everything(caught.value))
    assert len(server.requests) == 2
    server.answer(Answer(429), json_answer(GRANT))
    assert make(server.url).exchange(CODE).access_token == ACCESS


def test_any_transport_will_do_and_stays_open() -> None:
    class Scripted:
        def __init__(self) -> None:
            self.sent: list[Request] = []

        def send(self, request: Request) -> Response:
            self.sent.append(request)
            if len(self.sent) == 1:
                raise ApiConnectionError(f"broken after {REFRESH}")
            return Response(200, Headers(), json.dumps(GRANT).encode())

        def close(self) -> None:
            raise AssertionError("not ours to close")

    transport = Scripted()
    oauth = make(transport=transport)
    tokens = Tokens(access_token=Secret("a"), refresh_token=Secret(REFRESH))
    assert oauth.refresh(tokens).access_token == ACCESS
    assert [each.url for each in transport.sent] == [FLOW.token_url] * 2
    assert_no_secret(repr(transport.sent))


def test_nothing_that_holds_a_secret_shows_it(server: Loopback) -> None:
    server.answer_json({**GRANT, "id_token": ACCESS})
    oauth = make(server.url)
    tokens = oauth.exchange(CODE)
    shown = [oauth, tokens, oauth.credential(tokens), vars(oauth), oauth.new_verifier()]
    assert_no_secret(repr(shown))
    assert repr(Secret(ACCESS)) == "Secret(REDACTED)"
    response = Response(200, Headers([("Set-Cookie", ACCESS)]), ACCESS.encode())
    assert_no_secret(repr(response))


def test_tokens_as_json() -> None:
    tokens = Tokens(
        access_token=Secret(ACCESS),
        refresh_token=Secret(REFRESH),
        expires_at=5.5,
        lifetime=60.0,
        scopes=("a", "b"),
        extra={"hub_id": 1, "expires_at": "odd"},
    )
    again = Tokens.from_json(tokens.to_json())
    assert again == Tokens.from_json(again.to_json().encode())
    assert (again.access_token, again.refresh_token) == (ACCESS, REFRESH)
    assert (again.expires_at, again.lifetime, again.scopes) == (5.5, 60.0, ("a", "b"))
    for odd in ("", "[]", "{}", '{"access_token": ""}', '{"access_token": 1}', f'"{ACCESS}'):
        with pytest.raises(OAuthError, match="does not contain valid tokens") as caught:
            Tokens.from_json(odd)
        assert_no_secret(str(caught.value))


@pytest.mark.parametrize(
    ("lifetime", "expected"), [(60, 60.0), ("90", 90.0), (None, None), ("soon", None), (-1, None)]
)
def test_lifetimes_as_servers_send_them(
    server: Loopback, lifetime: object, expected: float | None
) -> None:
    server.answer_json({"access_token": "a", "expires_in": lifetime})
    assert make(server.url).client_credentials().lifetime == expected
