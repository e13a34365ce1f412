"""Test redirects: followed on request, and never with credentials to another origin."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import httpx2
import pytest

from tests.generate.support import Package, importable, made_of, project_of
from tests.support.loopback import Answer, Loopback

DOCUMENT = """
openapi: 3.1.0
info: {title: Shop, version: "1"}
paths:
  /things:
    get:
      parameters:
        - {name: X-Secret-Plan, in: header, schema: {type: string}}
        - {name: q, in: query, schema: {type: string}}
      responses: {"200": {description: ok, content: {application/json: {schema: {type: integer}}}}}
    post: &sends
      requestBody: {content: {application/json: {schema: {type: object, properties: {a: {type: integer}}}}}}
      responses: {"200": {description: ok, content: {application/json: {schema: {type: integer}}}}}
    put: *sends
  /files:
    put:
      requestBody: {content: {application/octet-stream: {schema: {type: string, format: binary}}}}
      responses: {"204": {description: ok}}
  /events:
    get: {responses: {"200": {description: ok, content: {text/event-stream: {schema: {type: integer}}}}}}
components:
  securitySchemes:
    token: {type: http, scheme: bearer}
    header: {type: apiKey, in: header, name: X-Api-Key}
    query: {type: apiKey, in: query, name: key}
    cookie: {type: apiKey, in: cookie, name: session}
security: [{token: [], header: [], query: [], cookie: []}]
"""
SECRETS = {"token": "tok-1", "header": "head-2", "query": "que/3", "cookie": "coo-4"}
KINDS = {
    "httpx2": "Httpx2Transport",
    "pyreqwest": "PyreqwestTransport",
    "mock": "",
    "async httpx2": "AsyncHttpx2Transport",
    "async pyreqwest": "AsyncPyreqwestTransport",
    "async aiohttp": "AiohttpTransport",
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    package = made_of(
        project_of(
            DOCUMENT,
            tmp_path_factory.mktemp("redirects"),
            "redirected_shop",
            features=("aiohttp", "pyreqwest", "streaming"),
        )
    )
    with importable(package.folder, package.name):
        yield package


@pytest.fixture
def other() -> Iterator[Loopback]:
    with Loopback() as running:
        yield running


def to(location: str, status: int = 302) -> Answer:
    return Answer(status, headers={"Location": location})


def call(made: Package, kind: str, url: str, use: Any, **options: Any) -> Any:
    """Return the result of a call with a transport of one kind, or the error that it raises."""
    transports, errors = made.module("transports"), made.module("_core.errors")
    given = {**SECRETS, "base_url": url, "follow_redirects": True, **options}

    async def asynchronous() -> Any:
        transport = given.pop("transport", None) or getattr(transports, KINDS[kind])()
        try:
            return await use(made.async_client(transport=transport, **given))
        finally:
            await transport.aclose()

    try:
        if kind.startswith("async"):
            return asyncio.run(asynchronous())
        if kind == "mock":
            with closing(transports.Httpx2Transport()) as real:
                mock = transports.MockTransport(real.send)
                return use(made.client(transport=mock, **given))
        with closing(
            given.pop("transport", None) or getattr(transports, KINDS[kind])()
        ) as transport:
            return use(made.client(transport=transport, **given))
    except errors.ApiError as error:
        return error


def get(client: Any) -> Any:
    return client.things.get(q="a", x_secret_plan="plan")


every_kind = pytest.mark.parametrize("kind", KINDS)


@every_kind
def test_a_redirect_within_the_origin_keeps_credentials(
    made: Package, kind: str, server: Loopback
) -> None:
    server.answer(to("../moved?b=%20c#part"), Answer(200, b"7"))
    assert call(made, kind, server.url, get) == 7
    first, second = server.requests
    assert first.target.startswith("/things?q=a&key=que")
    assert (second.path, second.query) == ("/moved", [("b", " c"), ("key", "que/3")])
    for name in ("authorization", "x-api-key", "cookie", "x-secret-plan", "accept"):
        assert second.headers[name] == first.headers[name]


@every_kind
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_no_credential_goes_to_another_origin(
    made: Package, kind: str, server: Loopback, other: Loopback, status: int
) -> None:
    # The server repeats the key of the query, and the other one sends the client back.
    server.answer(to(f"{other.url}/there?key=que%2F3&b=c", status), Answer(200, b"7"))
    other.answer(to(f"{server.url}/back", status))
    assert call(made, kind, server.url, get) == 7
    [foreign], (_, back) = other.requests, server.requests
    assert (foreign.path, foreign.query) == ("/there", [("b", "c")])
    for request in (foreign, back):
        sent = f"{request.target} {request.headers}"
        assert not [each for each in (*SECRETS.values(), "que%2F3", "plan") if each in sent]
        assert "application/json" in request.headers["accept"]


@pytest.mark.parametrize(
    ("status", "use", "method"),
    [
        (303, "create", "GET"),
        (303, "replace", "GET"),
        (302, "create", "GET"),
        (301, "create", "GET"),
        (302, "replace", "PUT"),
        (307, "create", "POST"),
        (308, "create", "POST"),
        (308, "replace", "PUT"),
    ],
)
@pytest.mark.parametrize("kind", ["httpx2", "pyreqwest", "async aiohttp"])
def test_methods_are_rewritten_as_http_says(
    made: Package, kind: str, server: Loopback, status: int, use: str, method: str
) -> None:
    server.answer(to("/new", status), Answer(200, b"7"))
    assert call(made, kind, server.url, lambda client: getattr(client.things, use)(a=1)) == 7
    request = server.requests[1]
    kept = method != "GET"
    assert (request.method, request.body) == (method, b'{"a":1}' if kept else b"")
    assert ("content-type" in request.headers) == kept


@every_kind
def test_redirects_are_not_followed_unless_it_is_requested(
    made: Package, kind: str, server: Loopback, other: Loopback
) -> None:
    server.answer(to(f"{other.url}/a"))
    error = call(made, kind, server.url, get, follow_redirects=False)
    assert str(error).startswith(
        f"302 Found: redirects to {other.url}/a (follow_redirects is off) [GET /things]"
    )
    assert error.headers["location"] == f"{other.url}/a" and other.requests == []


def test_one_call_may_follow_and_another_not(made: Package, server: Loopback) -> None:
    options = made.module("_core.options").RequestOptions
    errors = made.module("_core.errors")
    with made.client(base_url=server.url, **SECRETS) as client:
        server.answer(to("/b"))
        with pytest.raises(errors.ApiStatusError, match="302 Found: redirects to /b"):
            client.things.get()
        server.answer(to("/b"), Answer(200, b"1"))
        assert client.things.get(options=options(follow_redirects=True)) == 1
        following = client.with_options(follow_redirects=True)
        server.answer(to("/b"), Answer(200, b"2"))
        assert following.things.get() == 2
        server.answer(to("/b"))
        with pytest.raises(errors.ApiStatusError, match="302 Found: redirects to /b"):
            following.things.get(options=options(follow_redirects=False))


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("ftp://a/b", "its URL is not an HTTP URL"),
        ("javascript:alert(1)", "its URL is not an HTTP URL"),
        ("http://u:p@127.0.0.1/", "its URL contains a user name or password"),
        ("http://[::1", "its URL is invalid"),
        ("http://a:99999/", "its URL is invalid"),
        ("http://%41.example/", "its URL is not an HTTP URL"),
    ],
)
def test_an_address_that_is_none_to_follow(
    made: Package, server: Loopback, location: str, reason: str
) -> None:
    server.answer(to(location))
    error = call(made, "httpx2", server.url, get)
    assert f"redirects to {location} (not followed: {reason})" in str(error)
    assert len(server.requests) == 1


def test_https_does_not_lead_to_http(made: Package) -> None:
    transports = made.module("transports")
    headers = transports.Headers([("Location", "http://a.example/x")])
    mock = transports.MockTransport([transports.Response(302, headers, b"")])
    error = call(made, "httpx2", "https://a.example", get, transport=mock)
    assert "(not followed: it leads from https to http)" in str(error)


@pytest.mark.parametrize("kind", ["httpx2", "async aiohttp"])
def test_there_is_a_limit(made: Package, kind: str, server: Loopback) -> None:
    server.answer(*[to("/again")] * 11)
    error = call(made, kind, server.url, get)
    assert "redirects to /again (not followed, after 10 redirects)" in str(error)
    assert len(server.requests) == 11


def test_a_body_that_is_spent_is_not_sent_again(made: Package, server: Loopback) -> None:
    server.answer(to("/b", 307))
    error = call(
        made, "httpx2", server.url, lambda client: client.files.replace(iter([b"a", b"b"]))
    )
    assert "(not followed: the body cannot be sent again)" in str(error)
    server.answer(to("/b", 307), Answer(204))
    assert call(made, "httpx2", server.url, lambda client: client.files.replace(b"ab")) is None
    assert server.requests[-1].body == b"ab"


def test_an_error_behind_a_redirect_names_where_it_came_from(
    made: Package, server: Loopback, other: Loopback
) -> None:
    server.answer(to(f"{other.url}/there?signature=abc"))
    other.answer_json({"error": "gone"}, status=404)
    error = call(made, "httpx2", server.url, get)
    assert str(error) == "404 Not Found: gone [GET /there]"
    assert error.url == f"{other.url}/there?signature=REDACTED"


def test_streams_and_downloads_follow_as_well(
    made: Package, server: Loopback, other: Loopback
) -> None:
    server.answer(to(f"{other.url}/events"), to(f"{other.url}/bytes"))
    other.answer(
        Answer(200, b"data: 5\n\n", {"Content-Type": "text/event-stream"}), Answer(200, b"b")
    )
    download = made.module("streaming").download
    found = call(
        made, "httpx2", server.url, lambda client: [each.data for each in client.events.get()]
    )
    assert found == ["5"]
    assert call(made, "httpx2", server.url, lambda client: list(download(client.things.get))) == [
        b"b"
    ]
    assert "authorization" not in other.requests[0].headers


@pytest.mark.parametrize("follows", [True, False])
def test_a_given_httpx2_client_keeps_its_setting(
    made: Package, server: Loopback, other: Loopback, follows: bool
) -> None:
    server.answer(to(f"{other.url}/there"))
    other.answer(Answer(200, b"7"))
    own = httpx2.Client(
        follow_redirects=follows,
        auth=("user", "own-5"),
        headers={"X-Own": "own-6"},
        trust_env=False,
    )
    with own:
        transport = made.module("transports").Httpx2Transport(own)
        client = made.client(base_url=server.url, transport=transport, **SECRETS)
        if not follows:
            with pytest.raises(made.module("_core.errors").ApiStatusError, match="redirects to"):
                client.things.get()
            return
        assert client.things.get() == 7
    [foreign] = other.requests
    assert {"authorization", "x-own", "x-api-key", "cookie"}.isdisjoint(foreign.headers)
    assert server.requests[0].headers["x-own"] == "own-6"


def test_a_given_aiohttp_session_with_credentials_goes_to_no_other_origin(
    made: Package, server: Loopback, other: Loopback
) -> None:
    import aiohttp

    server.answer(to(f"{other.url}/there"))

    async def run() -> None:
        async with aiohttp.ClientSession(headers={"X-Own": "own-6"}) as session:
            transport = made.module("transports").AiohttpTransport(session)
            options = {"base_url": server.url, "transport": transport, "follow_redirects": True}
            await made.async_client(**options, **SECRETS).things.get()

    error = made.module("_core.errors").ApiStatusError
    with pytest.raises(error, match="not followed: it leads to another origin, .* may add cred"):
        asyncio.run(run())
    assert other.requests == []
