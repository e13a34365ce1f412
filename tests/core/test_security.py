"""Test that credentials are sent to the right location only, and never shown."""

from __future__ import annotations

import asyncio
import pickle
from base64 import b64encode
from collections.abc import Mapping
from typing import Any

import pytest
from hubspot_crm._core.auth import security
from hubspot_crm._core.auth.basic import Basic
from hubspot_crm._core.auth.security import (
    Bearer,
    Placement,
    SecurityScheme,
    optional_credential,
    required_credential,
    select,
)
from hubspot_crm._core.call.exchange import finish
from hubspot_crm._core.call.request import Arguments, build_request
from hubspot_crm._core.call.response import status_error
from hubspot_crm._core.client import Client
from hubspot_crm._core.errors import ApiConnectionError
from hubspot_crm._core.operation import Operation
from hubspot_crm._core.options import RequestOptions, configure
from hubspot_crm._core.retries import Retries
from hubspot_crm._core.settings import DEFAULT_SETTINGS
from hubspot_crm._core.transport import Headers, Request, Response

from tests.support.loopback import Answer, Loopback
from tests.support.tracebacks import everything
from tests.support.whole_core import added

from .sample.client import AsyncSample, Sample

ApiKey: Any = added("auth.api_key").ApiKey
SECRET = "pat-na1-secret"


def read(scheme: SecurityScheme) -> Placement:
    """Read a credential as a sync client does."""
    return finish(security.read(scheme, is_async=False))


def send(
    schemes: Mapping[str, SecurityScheme], *alternatives: tuple[str, ...], **options: Any
) -> Request:
    configuration = configure(
        base_url="https://a.example",
        product="t/1",
        security=schemes,
        settings=DEFAULT_SETTINGS,
        options={},
    )
    operation: Operation[object] = Operation("GET", "/x", security=alternatives)
    placements = [read(scheme) for scheme in select(alternatives, schemes)]
    return build_request(configuration, operation, Arguments(""), RequestOptions(), placements)


def test_bearer() -> None:
    assert ("Authorization", f"Bearer {SECRET}") in send({"a": Bearer(SECRET)}, ("a",)).headers


def test_api_keys() -> None:
    schemes = {
        "h": ApiKey("X-Key", "header", "k1"),
    }
    assert ("X-Key", "k1") in send(schemes, ("h",)).headers


def test_basic() -> None:
    expected = "Basic " + b64encode("jo:p:ä s".encode()).decode()
    assert ("Authorization", expected) in send({"b": Basic("jo", "p:ä s")}, ("b",)).headers
    with pytest.raises(ValueError, match="user name"):
        Basic("a:b", SECRET)


def test_the_first_alternative_with_all_its_credentials_is_taken() -> None:
    schemes: dict[str, SecurityScheme] = {
        "none": Bearer(None),
        "key": ApiKey("X-Key", "header", "k"),
        "token": Bearer("t"),
    }
    assert select((("none",), ("key",), ("token",)), schemes) == (schemes["key"],)
    assert select((("key", "none"), ("key", "token")), schemes) == (
        schemes["key"],
        schemes["token"],
    )
    assert select((("unheard of",), ("token",)), schemes) == (schemes["token"],)
    assert select(((), ("token",)), schemes) == (schemes["token"],)


def test_without_credential_or_need_nothing_is_sent() -> None:
    for request in (
        send({"a": Bearer(None)}, ("a",)),
        send({"a": Bearer(SECRET)}),
        send({"a": Bearer(SECRET)}, ()),
        send({}, ("a",)),
    ):
        assert "authorization" not in {name.lower() for name, _ in request.headers}


@pytest.mark.parametrize(
    "token", ["", "a b", "a\r\nX-Evil: 1", "a\x00", "tök", "\na", " a", "\u202ea"], ids=repr
)
def test_tokens_that_a_header_cannot_carry_are_refused_unseen(token: str) -> None:
    for make in (Sample, AsyncSample, lambda t: ApiKey("k", "query", t)):
        with pytest.raises(ValueError, match="credential") as caught:
            make(token)
        assert not token or token not in str(caught.value)
    with pytest.raises(ValueError, match="credential") as caught:
        read(Bearer(lambda: token))
    assert not token or token not in str(caught.value)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_newline_at_the_end_of_a_token_from_a_file_is_dropped(end: str) -> None:
    assert read(Bearer("abc" + end)).value == "Bearer abc"
    assert read(Bearer(lambda: "abc" + end)).value == "Bearer abc"
    assert read(ApiKey("k", "query", "abc" + end)).value == "abc"
    assert read(Basic("u", "p" + end)) == read(Basic("u", "p"))


def test_a_credential_that_is_none_or_empty_is_refused_by_its_name() -> None:
    for given, kind, message in (
        (None, TypeError, "access_token must be a string, .*, not None"),
        (b"secret", TypeError, "access_token must be a string, .*, not of type bytes"),
        ("", ValueError, "access_token is empty"),
        (" \n", ValueError, "access_token is empty"),
    ):
        with pytest.raises(kind, match=message) as caught:
            required_credential("access_token", given)
        assert "secret" not in str(caught.value)
    assert optional_credential("key", None) is None
    with pytest.raises(ValueError, match="key is empty"):
        optional_credential("key", "")


def test_credentials_are_requested_at_each_request() -> None:
    tokens = iter(["first", "second"])
    scheme = Bearer(lambda: next(tokens))
    assert [read(scheme).value, read(scheme).value] == ["Bearer first", "Bearer second"]


def test_a_credential_of_the_wrong_kind_is_named_by_its_type_only() -> None:
    for wrong in (b"secret", 5):
        with pytest.raises(TypeError, match="string, not") as caught:
            read(Bearer(lambda: wrong))  # type: ignore[arg-type]
        assert "secret" not in str(caught.value)


def test_a_credential_to_await_needs_the_async_client() -> None:
    async def fetch() -> str:
        await asyncio.sleep(0)
        return SECRET

    with pytest.raises(TypeError, match="async client"):
        read(Bearer(fetch))


def test_nothing_shows_a_credential() -> None:
    schemes: dict[str, SecurityScheme] = {
        "b": Bearer(SECRET),
        "q": ApiKey("key", "query", SECRET),
        "p": Basic("u", SECRET),
    }
    request = send(schemes, ("b", "q"))
    response = Response(401, Headers(), b"")
    operation: Operation[object] = Operation("GET", "/x")
    error = status_error(operation, request, response)
    shown = [repr(scheme) for scheme in schemes.values()]
    shown += [repr(read(scheme)) for scheme in schemes.values()]
    told: list[Any] = [*schemes.values(), *map(read, schemes.values())]
    shown += [repr(each.__rich_repr__()) for each in told]
    shown += [repr(request), str(error), repr(error), error.url]
    shown += [str(pickle.dumps(error)), repr(Sample(SECRET)), str(AsyncSample(SECRET))]
    assert not [text for text in shown if SECRET in text]


@pytest.mark.parametrize("raw", [b"", b"nonsense\r\n\r\n"])
@pytest.mark.parametrize(
    "scheme",
    [
        Bearer(SECRET),
        Basic("jo", SECRET),
        ApiKey("X-Key", "header", SECRET),
        ApiKey("key", "query", SECRET),
        ApiKey("key", "cookie", SECRET),
    ],
    ids=["bearer", "basic", "header", "query", "cookie"],
)
def test_a_traceback_with_local_variables_shows_no_credential(
    raw: bytes, scheme: SecurityScheme
) -> None:
    operation: Operation[object] = Operation("GET", "/x", security=(("a",),))
    with Loopback(lambda _: Answer(raw=raw)) as server:
        with Client(
            base_url=server.url, product="t", security={"a": scheme}, retries=Retries(attempts=1)
        ) as client:
            with pytest.raises(ApiConnectionError) as broken:
                client(operation, Arguments(""))
            with pytest.raises(ValueError) as refused:
                client(operation, Arguments(""), RequestOptions(headers={"x": "\n"}))
    for secret in (SECRET, b64encode(f"jo:{SECRET}".encode()).decode()):
        assert secret not in everything(refused.value)
        if scheme.placement(SECRET).place != "query":  # HTTP libraries show their own URLs
            assert secret not in everything(broken.value)


def test_what_a_callable_gives_is_not_shown_either() -> None:
    with pytest.raises(ValueError, match="spaces") as caught:
        read(Bearer(lambda: " ".join(["pat", "na1"])))
    assert "pat na1" not in everything(caught.value)
