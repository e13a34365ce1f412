"""Test that requests are built from arguments, and checked before anything is sent."""

from __future__ import annotations

import json
from typing import Any, cast

import pytest
from hubspot_crm._core.auth.security import Placement
from hubspot_crm._core.body.body import build_body
from hubspot_crm._core.call.request import Arguments, build_request
from hubspot_crm._core.operation import Operation, Parameter, RequestBody
from hubspot_crm._core.options import ClientOptions, Configuration, RequestOptions, configure
from hubspot_crm._core.settings import DEFAULT_SETTINGS
from hubspot_crm._core.transport import Request, Timeout
from msgspec import UNSET

from .sample.models import Filter


def configuration(**changes: Any) -> Configuration:
    security = changes.pop("security", {})
    return configure(
        base_url=changes.pop("base_url", "https://a.example"),
        product="sample/1",
        security=security,
        settings=DEFAULT_SETTINGS,
        options=cast(ClientOptions, changes),
    )


def build(
    operation: Operation[Any],
    *,
    client: Configuration | None = None,
    root: str = "",
    options: RequestOptions | None = None,
    placements: tuple[Placement, ...] = (),
    **arguments: Any,
) -> Request:
    values = Arguments(root, **arguments)
    body = build_body(operation, values.body)
    options = options or RequestOptions()
    return build_request(client or configuration(), operation, values, options, placements, body)


def headers(request: Request) -> dict[str, str]:
    return dict(request.headers)


GET: Operation[Any] = Operation(
    "GET",
    "/items",
    parameters=(
        Parameter("b", "query"),
        Parameter("a", "query"),
        Parameter("X-Trace", "header"),
        Parameter("session", "cookie"),
    ),
)
JSON = RequestBody("application/json", required=True)
POST: Operation[Any] = Operation("POST", "/items", request_body=JSON)
OPTIONAL: Operation[Any] = Operation("POST", "/items", request_body=RequestBody())


@pytest.mark.parametrize(
    ("base_url", "root", "path", "url"),
    [
        ("https://a.example", "/r", "", "https://a.example/r"),
        ("https://a.example/", "/r", "/p", "https://a.example/r/p"),
        ("https://a.example/base/v1//", "/r/", "/p/", "https://a.example/base/v1/r/p/"),
        ("http://127.0.0.1:80/b", "", "/p", "http://127.0.0.1:80/b/p"),
        ("http://[::1]:8080", "r", "p", "http://[::1]:8080/r/p"),
        ("https://a.example", "", "", "https://a.example"),
    ],
)
def test_urls_have_single_slashes(base_url: str, root: str, path: str, url: str) -> None:
    operation: Operation[Any] = Operation("GET", path)
    assert build(operation, client=configuration(base_url=base_url), root=root).url == url


@pytest.mark.parametrize(
    "base_url",
    [
        "",
        "a.example",
        "ftp://a.example",
        "https://",
        "https://user:secret@a.example",
        "https://user:secret",
        "https://user:secret@[::1",
        "https://a.example?x=1",
        "https://a.example?",
        "https://a.example/#",
        "https://a.example\\x",
        "https://\u2100.example@secret",
        "https://a.example#x",
        "https://a.example:port",
        "https://a example",
        "https://a.example/\nX: 1",
        "file:///etc/passwd",
    ],
)
def test_base_urls_that_are_none(base_url: str) -> None:
    with pytest.raises(ValueError, match="base_url") as caught:
        configuration(base_url=base_url)
    assert "secret" not in str(caught.value)


def test_headers_of_every_request() -> None:
    sent = headers(build(GET))
    assert sent.pop("User-Agent").startswith("sample/1 python/3.")
    assert sent == {"Accept": "application/json"}


def test_the_later_header_wins_in_whatever_case() -> None:
    client = configuration(headers={"accept": "text/a", "X-One": "client", "X-Two": "client"})
    options = RequestOptions(headers={"x-two": "call", "authorization": "call"})
    secret = Placement("header", "Authorization", "Bearer scheme")
    sent = build(GET, client=client, options=options, placements=(secret,)).headers
    assert [pair for pair in sent if pair[0].lower() != "user-agent"] == [
        ("authorization", "call"),
        ("accept", "text/a"),
        ("X-One", "client"),
        ("x-two", "call"),
    ]


@pytest.mark.parametrize(
    "value",
    ["secret\r\nX-Evil: 1", "secret\n", "secret\x00", "secreté", " secret", "secret\x7f"],
    ids=repr,
)
def test_header_values_that_would_forge_others(value: str) -> None:
    for make in (
        lambda: configuration(headers={"X-A": value}),
        lambda: build(GET, options=RequestOptions(headers={"X-A": value})),
        lambda: build(GET, headers={"X-Trace": value}),
    ):
        with pytest.raises(ValueError, match="header 'X-") as caught:
            make()
        assert "secret" not in str(caught.value)


@pytest.mark.parametrize("name", ["", "a b", "a:b", "a\nb", "é"])
def test_header_names_that_are_none(name: str) -> None:
    with pytest.raises(ValueError, match="not a valid header name"):
        configuration(headers={name: "x"})


def test_parameters_of_all_locations() -> None:
    request = build(
        GET,
        query={"a": ["x", "y"], "b": UNSET},
        headers={"X-Trace": [1, 2]},
    )
    assert request.url == "https://a.example/items?a=x&a=y"
    assert headers(request)["X-Trace"] == "1,2"


def test_the_query_is_in_the_order_declared() -> None:
    assert build(GET, query={"a": 1, "b": 2}).url.endswith("?b=2&a=1")


def test_a_parameter_that_is_not_declared_is_a_mistake() -> None:
    with pytest.raises(TypeError, match="unknown query parameters of this operation: c"):
        build(GET, query={"c": 1})


class TestBody:
    def test_mapping(self) -> None:
        request = build(
            POST, body={"a": None, "b": UNSET, "c": Filter(property_name="x", operator="EQ")}
        )
        assert headers(request)["Content-Type"] == "application/json"
        assert request.content is not None
        assert json.loads(request.content) == {
            "a": None,
            "c": {"propertyName": "x", "operator": "EQ"},
        }

    @pytest.mark.parametrize(
        ("body", "text"), [([], b"[]"), ({"a": UNSET}, b"{}"), (None, b"null")]
    )
    def test_required_is_sent_whatever_it_is(self, body: object, text: bytes) -> None:
        assert build(POST, body=body).content == text

    @pytest.mark.parametrize("body", [UNSET, {"a": UNSET}])
    def test_optional_and_empty_is_left_out_with_its_content_type(self, body: object) -> None:
        request = build(OPTIONAL, body=body)
        assert request.content is None
        assert "Content-Type" not in headers(request)

    @pytest.mark.parametrize("body", [[], {}, {"a": None}, None])
    def test_optional_and_not_empty_is_sent(self, body: object) -> None:
        assert build(OPTIONAL, body=body).content is not None

    def test_missing_or_unasked_is_a_mistake(self) -> None:
        with pytest.raises(ValueError, match="required"):
            build(POST)
        with pytest.raises(TypeError, match="does not accept a body"):
            build(GET, body={})


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (UNSET, Timeout(connect=7, read=7, write=7, pool=7)),
        (None, Timeout(connect=None, read=None, write=None, pool=None)),
        (2.5, Timeout(connect=2.5, read=2.5, write=2.5, pool=2.5)),
        (Timeout(read=None), Timeout(read=None)),
    ],
)
def test_the_timeout_of_a_call_overrides_the_clients(given: Any, expected: Timeout) -> None:
    client = configuration(timeout=7)
    assert build(GET, client=client, options=RequestOptions(timeout=given)).timeout == expected


@pytest.mark.parametrize("seconds", [0, -1, float("nan"), float("inf")])
def test_timeouts_that_are_none(seconds: float) -> None:
    with pytest.raises(ValueError, match="timeout"):
        configuration(timeout=seconds)


def test_options_do_not_show_header_values() -> None:
    assert "secret" not in repr(RequestOptions(headers={"X-Key": "secret"}))
