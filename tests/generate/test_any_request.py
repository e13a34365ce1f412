"""Test `client.request`, which sends a request to any path of an API."""

from __future__ import annotations

import asyncio
import io
import json
from collections.abc import Callable, Iterator
from inspect import isawaitable
from pathlib import Path
from typing import Any

import pytest

from tests.generate.conftest import MypyStrict
from tests.generate.support import HEAD, Package, importable, made_of, project_of
from tests.generate.test_hosts import BEARER, document, write
from tests.support.loopback import Answer, Loopback, json_answer

DOCUMENT = f"""{HEAD}
servers: [{{url: "https://api.example/v1"}}]
security: [{{token: []}}]
paths:
  /pets/{{id}}:
    get:
      parameters: [{{name: id, in: path, required: true, schema: {{type: string}}}}]
      responses:
        "200": {{description: d, content: {{application/json: {{schema: {{$ref: "#/components/schemas/Pet"}}}}}}}}
        default: {{description: e, content: {{application/json: {{schema: {{$ref: "#/components/schemas/Fault"}}}}}}}}
components:
  securitySchemes: {{token: {{type: http, scheme: bearer}}}}
  schemas:
    Pet: {{type: object, required: [name], properties: {{name: {{type: string}}}}}}
    Fault:
      type: object
      x-specloom-error: {{message: text, category: kind, correlationId: trace}}
      properties: {{text: {{type: string}}, kind: {{type: string}}, trace: {{type: string}}}}
"""
FEATURES = ("requests", "streaming", "redirects", "rate_limits", "aiohttp", "pyreqwest")
SETTINGS = """
[errors.classes.QuotaError]
base = "PermissionDeniedError"
[errors.categories]
QUOTA = "QuotaError"
[rate_limits]
default = { requests = 1, seconds = 10 }
"""


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    folder = tmp_path_factory.mktemp("any_request")
    package = made_of(project_of(DOCUMENT, folder, "any_shop", SETTINGS, FEATURES))
    with importable(package.folder, package.name):
        yield package


Act = Callable[[Any], Any]


class Session:
    """Calls a sync or async client whose responses are prepared, and records what it sent."""

    def __init__(self, package: Package, is_async: bool) -> None:
        self.package, self.is_async = package, is_async
        self.names = package.module()
        self.sent: list[Any] = []
        self.slept: list[float] = []

    def __call__(self, act: Act, *answers: Any, **options: Any) -> Any:
        prepared = list(answers or [self.names.json_response({})])
        timing = self.names.Timing(clock=lambda: sum(self.slept), sleep=self.slept.append)
        options = {"token": "t", "timing": timing, "rate_limiter": None, **options}
        if not self.is_async:
            transport = self.names.MockTransport(prepared)
            with self.package.client(transport=transport, **options) as client:
                try:
                    return act(client)
                finally:
                    self.sent = transport.requests

        async def main() -> Any:
            transport = self.names.AsyncMockTransport(prepared)
            async with self.package.async_client(transport=transport, **options) as client:
                try:
                    result = act(client)
                    return await result if isawaitable(result) else result
                finally:
                    self.sent = transport.requests

        return asyncio.run(main())

    def headers(self, number: int = 0) -> dict[str, str]:
        return {name.lower(): str(value) for name, value in self.sent[number].headers}


@pytest.fixture(params=[False, True], ids=["sync", "async"])
def session(shop: Package, request: pytest.FixtureRequest) -> Session:
    return Session(shop, request.param)


def test_it_sends_what_a_generated_call_would(session: Session) -> None:
    result = session(
        lambda client: client.request(
            "post",
            "pets?sort=name&limit=1",
            params={"limit": 5, "tag": ["a b", "c"], "deep": True, "none": None},
            json={"name": "Bo"},
            headers={"X-Team": "cats"},
        ),
        session.names.json_response({"name": "Bo"}),
    )
    (sent,) = session.sent
    assert (sent.method, sent.content) == ("POST", b'{"name":"Bo"}')
    assert sent.url == "https://api.example/v1/pets?sort=name&limit=5&tag=a%20b&tag=c&deep=true"
    headers = session.headers()
    assert (headers["x-team"], headers["content-type"]) == ("cats", "application/json")
    assert "authorization" in headers and any(value == "Bearer t" for _, value in sent.headers)
    assert result == {"name": "Bo"}


def test_the_body_may_be_content_a_form_or_files(session: Session, tmp_path: Path) -> None:
    picture = tmp_path / "cat.png"
    picture.write_bytes(b"PNG")
    names = session.names

    def content(**parts: Any) -> tuple[str, bytes]:
        session(lambda client: client.request("PUT", "/x", **parts))
        found = session.sent[0].content
        if not isinstance(found, bytes | None):
            source = getattr(found, "_portions", found)
            found = b"".join(source)
        return session.headers().get("content-type", ""), found

    assert content() == ("", None)
    assert content(content="é", headers={"Content-Type": "text/csv"}) == ("text/csv", "é".encode())
    assert content(content=b"raw") == ("application/octet-stream", b"raw")
    assert content(content=picture) == ("application/octet-stream", b"PNG")
    assert content(content=io.BytesIO(b"abc"))[1] == b"abc"
    assert content(data={"a": 1, "b": ["x y", "z"]}) == (
        "application/x-www-form-urlencoded",
        b"a=1&b=x+y&b=z",
    )
    kind, body = content(data={"folder": "/a"}, files={"file": picture, "more": [b"1", b"2"]})
    assert kind.startswith("multipart/form-data; boundary=")
    assert b'name="folder"\r\n\r\n/a\r\n' in body
    assert b'name="file"; filename="cat.png"' in body and b"PNG" in body
    assert body.count(b'; name="more"') == 2
    with pytest.raises(names.InputError, match=r"pathlib.Path\(value\)"):
        content(files={"file": str(picture)})
    for wrong in ({"json": 1, "content": b""}, {"json": 1, "data": {}}):
        with pytest.raises(TypeError, match="only one of json, content"):
            content(**wrong)
    with pytest.raises(TypeError, match="unexpected argument 'body'"):
        content(body={})


def test_the_result_has_the_type_that_is_requested(session: Session, shop: Package) -> None:
    names, Pet = session.names, shop.models.Pet
    pet = session(
        lambda client: client.request("GET", "/pets/1", response_type=Pet),
        names.json_response({"name": "Bo", "age": 3}),
    )
    assert (type(pet), pet.name, pet.unknown_fields) == (Pet, "Bo", {"age": 3})
    pets = session(
        lambda client: client.request("GET", "/pets", response_type=list[Pet]),
        names.json_response([{"name": "Bo"}]),
    )
    assert [type(each) for each in pets] == [Pet]
    transports = shop.module("transports")

    def read(content: bytes, media_type: str, status: int = 200, **parts: Any) -> Any:
        response = transports.Response(
            status, transports.Headers([("Content-Type", media_type)]), content
        )
        return session(lambda client: client.request("GET", "/x", **parts), response)

    assert read(b"a,b", "text/csv") == "a,b"
    assert read(b"\x89PNG", "image/png") == b"\x89PNG"
    assert read(b'{"a": 1}', "application/json", response_type=bytes) == b'{"a": 1}'
    assert read(b'{"a": 1}', "application/json", response_type=str) == '{"a": 1}'
    assert session.headers()["accept"] == "*/*"
    assert read(b"", "text/plain", 204, response_type=Pet) is None
    assert read(b"", "application/json") is None
    with pytest.raises(names.DecodingError, match="GET /v1/x"):
        read(b"[]", "application/json", response_type=Pet)


def test_errors_are_those_of_generated_calls(session: Session) -> None:
    names = session.names
    body = {"text": "no more", "kind": "QUOTA", "trace": "7f"}
    with pytest.raises(names.QuotaError, match="no more") as caught:
        session(lambda c: c.request("GET", "/pets/1/toys"), names.json_response(body, status=403))
    assert (caught.value.category, caught.value.correlation_id) == ("QUOTA", "7f")
    assert caught.value.body == body


def test_only_idempotent_requests_are_repeated(session: Session) -> None:
    names = session.names
    busy, fine = names.json_response({}, status=503), names.json_response({"a": 1})
    assert session(lambda c: c.request("GET", "/x"), busy, fine) == {"a": 1}
    assert session(lambda c: c.request("PUT", "/x", json={}), busy, fine) == {"a": 1}
    for method in ("POST", "PATCH"):
        with pytest.raises(names.InternalServerError):
            session(lambda c, m=method: c.request(m, "/x", json={}), busy, fine)
        assert len(session.sent) == 1
    again = names.RequestOptions(idempotent=True)
    assert session(lambda c: c.request("POST", "/x", options=again), busy, fine) == {"a": 1}
    limited = names.json_response({}, status=429, headers={"Retry-After": "3"})
    before = sum(session.slept)
    assert session(lambda c: c.request("POST", "/x"), limited, fine) == {"a": 1}
    assert sum(session.slept) - before >= 3


def test_it_waits_for_its_turn(session: Session) -> None:
    limiter = session.names.LocalRateLimiter(
        session.package.module("_settings").RATE_LIMITS, clock=lambda: sum(session.slept)
    )

    def twice(client: Any) -> Any:
        if not session.is_async:
            return [client.request("GET", "/x") for _ in range(2)]

        async def both() -> Any:
            return [await client.request("GET", "/x") for _ in range(2)]

        return both()

    session(twice, *[session.names.json_response({})] * 2, rate_limiter=limiter)
    assert sum(session.slept) == pytest.approx(10, abs=1)


def test_options_of_one_call_and_headers_are_added(session: Session) -> None:
    options = session.names.RequestOptions(timeout=2, headers={"X-A": "1", "X-B": "1"})
    session(lambda c: c.request("GET", "/x", options=options, headers={"X-B": "2"}))
    assert session.sent[0].timeout.read == 2
    assert (session.headers()["x-a"], session.headers()["x-b"]) == ("1", "2")
    session(lambda c: c.request("GET", "/x", security=()))
    assert "authorization" not in session.headers()
    with pytest.raises(session.names.InputError, match="no credential 'key'"):
        session(lambda c: c.request("GET", "/x", security=["key"]))


@pytest.mark.parametrize(
    ("url", "fault"),
    [
        ("https://evil.example/pets", "is not on the server"),
        ("http://api.example/v1/pets", "is not on the server"),
        ("https://api.example:444/v1/pets", "is not on the server"),
        ("https://api.example@evil.example/", "is not on the server"),
        ("https://user:word@api.example/", "is not on the server"),
        ("https://api.example:port/", "is not on the server"),
        ("https://api.example.evil.example/", "is not on the server"),
        ("ftp://api.example/v1", "is not on the server"),
        ("//evil.example/pets", "two slashes"),
        ("https://@evil.example/", "is not on the server"),
        ("/pets/../../admin", "would change the path"),
        ("/pets/%2e%2e/admin", "would change the path"),
        ("/pets/%252e%252e%252fadmin", "would change the path"),
        ("https://api.example/v1/../admin", "would change the path"),
        ("/pets\r\nX-Admin: 1", "contains '\\\\r'"),
        ("/pets\x00", "contains"),
        ("/a b", "contains ' '"),
        ("/a\\b", "contains"),
        ("/pets#top", "contains '#'"),
        ("/pets/{id}", "contains '{'"),
        ("/\ud800", "lone surrogates"),
    ],
)
def test_urls_that_leave_the_server_or_the_path_are_refused(
    shop: Package, url: str, fault: str
) -> None:
    session = Session(shop, is_async=False)
    with pytest.raises(session.names.InputError, match=fault):
        session(lambda client: client.request("GET", url))
    assert session.sent == []


def test_other_urls_are_sent(shop: Package) -> None:
    session = Session(shop, is_async=False)

    def url(given: str) -> str:
        session(lambda client: client.request("GET", given))
        return str(session.sent[0].url)

    assert url("https://API.example:443/v2/pets?after=1") == "https://api.example/v2/pets?after=1"
    assert url("/café/a%2Fb") == "https://api.example/v1/caf%C3%A9/a%2Fb"
    assert url("") == "https://api.example/v1"
    assert url("/next?to=https://evil.example/..") == (
        "https://api.example/v1/next?to=https://evil.example/.."
    )


def test_methods_and_headers_that_http_cannot_carry_are_refused(shop: Package) -> None:
    session = Session(shop, is_async=False)
    for method in ("", "GE T", "GET\r\n", "CONNECT"):
        with pytest.raises(session.names.InputError, match="is not a method"):
            session(lambda client, m=method: client.request(m, "/x"))
    with pytest.raises(session.names.InputError, match="X-A"):
        session(lambda client: client.request("GET", "/x", headers={"X-A": "1\r\nX-B: 2"}))
    with pytest.raises(session.names.InputError) as caught:
        session(lambda client: client.request("GET", "https://evil.example/?key=secret"))
    assert "secret" not in str(caught.value)


def test_a_redirect_to_another_host_gets_no_credential(session: Session) -> None:
    names = session.names
    moved = names.json_response({}, status=307, headers={"Location": "https://cdn.example/x"})
    session(lambda c: c.request("GET", "/x"), moved, names.json_response({}), follow_redirects=True)
    assert [each.url for each in session.sent] == [
        "https://api.example/v1/x",
        "https://cdn.example/x",
    ]
    assert "authorization" not in session.headers(1)


def test_raw_responses_and_streams(session: Session, shop: Package, tmp_path: Path) -> None:
    names, streaming = session.names, shop.module("streaming")
    raw = session(
        lambda c: c.raw(c.request, "GET", "/x", params={"a": 1}),
        names.json_response({"a": 1}, status=201, headers={"X-Trace": "t"}),
    )
    assert (raw.status, raw.headers["x-trace"], raw.parse()) == (201, "t", {"a": 1})
    raw = session(lambda c: c.raw(c.request, "GET", "https://api.example/x"))
    assert (raw.status, session.sent[0].url) == (200, "https://api.example/x")
    download = streaming.download_async if session.is_async else streaming.download
    path = tmp_path / "x.json"
    session(
        lambda c: download(c.request, "GET", "/x", params={"a": 1}).save(path),
        names.json_response({"a": 1}),
    )
    assert json.loads(path.read_text()) == {"a": 1}
    assert session.sent[0].url.endswith("/x?a=1")
    assert session.headers()["accept"] == "*/*"
    assert "authorization" in session.headers()

    def events(client: Any) -> Any:
        if not session.is_async:
            return [each.data for each in streaming.events(client.request, "POST", "/x", json={})]

        async def read() -> Any:
            stream = streaming.events_async(client.request, "POST", "/x", json={})
            return [each.data async for each in stream]

        return read()

    transports = shop.module("transports")
    headers = transports.Headers([("Content-Type", "text/event-stream")])
    response = transports.Response(200, headers, b"data: 1\n\ndata: 2\n\n")
    assert session(events, response) == ["1", "2"]
    assert session.sent[0].content == b"{}"
    with pytest.raises(names.InputError):
        session(lambda c: download(c.request, "GET", "https://evil.example/").save(path))
    wrong = streaming.download if session.is_async else streaming.download_async
    with pytest.raises(TypeError):
        session(lambda c: wrong(c.request, "GET", "/x"))


TRANSPORTS = ("Httpx2Transport", "PyreqwestTransport", "AsyncHttpx2Transport")
TRANSPORTS += ("AsyncPyreqwestTransport", "AiohttpTransport")


@pytest.mark.parametrize("kind", TRANSPORTS)
def test_every_transport_sends_it(
    shop: Package, server: Loopback, tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_PROXY", "*")
    file = tmp_path / "a.csv"
    file.write_bytes(b"x" * 100_000)
    server.answer(json_answer({"id": 1}), Answer(200, b"bytes", {"Content-Type": "image/png"}))
    transport = getattr(shop.module("transports"), kind)()
    given = {"token": "t", "base_url": server.url, "transport": transport, "rate_limiter": None}

    def calls(client: Any) -> tuple[Any, Any]:
        upload = client.request("POST", "/files", files={"file": file}, params={"q": "ä"})
        return upload, client.request("GET", "/picture", response_type=bytes)

    if "Async" in kind or kind == "AiohttpTransport":

        async def main() -> Any:
            async with shop.async_client(**given) as client:
                found = [await each for each in calls(client)]
            await transport.aclose()
            return found

        uploaded, picture = asyncio.run(main())
    else:
        with shop.client(**given) as client:
            uploaded, picture = calls(client)
        transport.close()
    assert (uploaded, picture) == ({"id": 1}, b"bytes")
    first = server.requests[0]
    assert (first.method, first.target) == ("POST", "/files?q=%C3%A4")
    assert b'filename="a.csv"' in first.body and b"x" * 100_000 in first.body
    assert int(first.headers["content-length"]) == len(first.body)
    assert [each.headers["authorization"] for each in server.requests] == ["Bearer t"] * 2


def test_type_checkers_know_the_result(
    shop: Package, mypy_strict: MypyStrict, tmp_path: Path
) -> None:
    program = tmp_path / "typed.py"
    program.write_text(f"""\
import sys
sys.path.insert(0, {str(shop.folder)!r})
from typing import Any, assert_type
from any_shop import AnyShop, AsyncAnyShop, RawResponse
from any_shop.models import Pet
from any_shop.streaming import download

def sync(client: AnyShop) -> None:
    assert_type(client.request("GET", "/pets/1", response_type=Pet), Pet)
    assert_type(client.request("GET", "/pets", response_type=list[Pet]), list[Pet])
    assert_type(client.request("GET", "/pets/1"), Any)
    client.request("GET", "/pets/1", parms={{}})  # type: ignore[call-overload]
    client.raw(client.request, "GET", "/pets/1").headers
    download(client.request, "GET", "/pets/1").save("x")

async def asynchronous(client: AsyncAnyShop) -> None:
    assert_type(await client.request("GET", "/pets/1", response_type=Pet), Pet)
    (await client.raw(client.request, "GET", "/pets/1")).headers
""")
    mypy_strict(program, shop.folder / shop.name)


def test_a_client_of_several_servers_sends_to_the_one_in_the_url(tmp_path: Path) -> None:
    documents = {
        "pets": document("pets", "{url: 'https://pets.example/v1'}", BEARER),
        "toys": document("toys", "{url: 'https://toys.example'}", BEARER.replace("token", "key")),
    }
    documents["toys"] = documents["toys"].replace("[{token: []}]", "[{key: []}]")
    write(tmp_path, documents)
    file = tmp_path / "specloom.toml"
    text = file.read_text().replace('output = "out"', 'output = "out"\nfeatures = ["requests"]')
    file.write_text(text)
    from specloom.project.file import load_project

    package = made_of(load_project(file))
    with importable(package.folder, package.name):
        names = package.module()
        transport = names.MockTransport(lambda request: names.json_response({}))
        client = package.client(token="t", key="k", transport=transport)
        with pytest.raises(names.InputError, match="needs a scheme and host"):
            client.request("GET", "/toys", security=["key"])
        with pytest.raises(names.InputError, match=r"choose security=\[\.\.\.\] from token, key"):
            client.request("GET", "https://toys.example/toys")
        client.request("GET", "https://toys.example/toys", security=["key"])
        (sent,) = transport.requests
        assert sent.url == "https://toys.example/toys"
        assert [str.__str__(value) for name, value in sent.headers if name == "Authorization"] == [
            "Bearer k"
        ]


def test_a_resource_of_that_name_gets_another_one(tmp_path: Path) -> None:
    text = DOCUMENT.replace("/pets/{id}", "/request/{id}")
    plain = made_of(project_of(text, tmp_path, "plain_shop"))
    assert "def request(self) -> " in plain.text("plain_shop/_client.py")
    made = made_of(project_of(text, tmp_path, "request_shop", features=("requests",)))
    assert "def request_(self) -> " in made.text("request_shop/_client.py")
    assert any("'request' is reserved" in each for each in made.messages)
