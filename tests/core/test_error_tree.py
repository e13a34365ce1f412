"""Test errors: the class of a response, its one-line message, and that nothing is lost or leaked."""

from __future__ import annotations

import copy
import json
import pickle
from typing import Any, ClassVar

import pytest
from hubspot_crm import DailyLimitError, MissingScopesError, ValidationError
from hubspot_crm._core.call.request import Arguments, check_bounds
from hubspot_crm._core.call.response import status_error
from hubspot_crm._core.codec.decoding import Model
from hubspot_crm._core.codec.error_fields import ErrorFields, StringAt
from hubspot_crm._core.errors import (
    ApiConnectionError,
    ApiStatusError,
    BadRequestError,
    InputError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
)
from hubspot_crm._core.operation import Bounds, Operation
from hubspot_crm._core.settings import ErrorRules, RetryRules, Settings
from hubspot_crm._core.transport import DEFAULT_TIMEOUT, Headers, Request, Response
from hypothesis import given
from hypothesis import strategies as st

REQUEST = Request("POST", "https://a.example/x", "https://a.example/x", (), None, DEFAULT_TIMEOUT)
SETTINGS = Settings(
    retries=RetryRules(policy=StringAt("/policy"), lasting=("DAILY",)),
    errors=ErrorRules(
        statuses={477: RateLimitError},
        categories={"SCOPES": MissingScopesError, "INVALID": ValidationError},
        policies={"DAILY": DailyLimitError},
    ),
)


class Problem(Model, kw_only=True):
    error_fields: ClassVar[ErrorFields] = ErrorFields(
        message="message",
        category="category",
        correlation_id="/ids/correlation",
        context="context",
        details="errors",
    )


OPERATION: Operation[Any] = Operation("POST", "/x", responses={"default": Problem})


def failure(status: int, body: object, **headers: str) -> ApiStatusError:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    response = Response(status, Headers(headers.items()), content)
    return status_error(OPERATION, REQUEST, response, SETTINGS)


class TestClass:
    @pytest.mark.parametrize(
        ("status", "body", "kind"),
        [
            (403, {"category": "SCOPES"}, MissingScopesError),
            (403, {"category": "OTHER"}, PermissionDeniedError),
            (400, {"category": "INVALID"}, ValidationError),
            (400, {"category": "SCOPES"}, BadRequestError),  # the status decides
            (418, {"category": "SCOPES"}, MissingScopesError),  # which has no class of its own
            (404, {"category": ["INVALID"]}, NotFoundError),
            (429, {"policy": "DAILY"}, DailyLimitError),
            (429, {"policy": "SECONDLY"}, RateLimitError),
            (400, {"policy": "DAILY"}, BadRequestError),
            (477, {}, RateLimitError),
        ],
    )
    def test_by_status_policy_and_category(
        self, status: int, body: object, kind: type[ApiStatusError]
    ) -> None:
        assert type(failure(status, body)) is kind


class TestMessage:
    def test_missing_scopes(self) -> None:
        detail = {"message": "One of these.", "context": {"requiredScopes": ["tasks.read", "b"]}}
        body = {"message": "Not granted.", "category": "SCOPES", "errors": [detail]}
        error = failure(403, body)
        assert error.context == {"requiredScopes": ("tasks.read", "b")}
        assert error.details == ("One of these.",)
        assert str(error) == (
            "403 Forbidden: Not granted.; One of these. (category SCOPES, "
            "requiredScopes tasks.read, b) [POST /x]"
        )

    def test_the_property_at_fault(self) -> None:
        details = [
            {"message": f"Property {name} is not valid", "context": {"propertyName": [name]}}
            for name in "abcd"
        ]
        context = json.dumps({"propertyName": ["a"], "id": "7"})
        body = {"message": details[0]["message"], "context": context, "errors": details}
        error = failure(400, {**body, "ids": {"correlation": "c"}})
        assert error.context == {"propertyName": ("a", "b", "c", "d"), "id": ("7",)}
        assert str(error) == (
            "400 Bad Request: Property a is not valid; Property b is not valid; Property c is not "
            "valid; Property d is not valid (propertyName a, b, c, d, id 7, correlation id c) "
            "[POST /x]"
        )

    def test_is_one_line_however_much_there_is(self) -> None:
        many = [
            {"message": f"{n}\n" * 1_000, "context": {f"k{n}\r": ["v\n"] * 900}} for n in range(99)
        ]
        text = str(failure(400, {"message": "m", "errors": many, "context": {"k": ["v\u2028"]}}))
        assert text.splitlines() == [text] and len(text) < 3_000

    @given(
        st.recursive(
            st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(max_size=5),
            lambda inner: st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["message", "category", "context", "errors", "policy", "ids"]),
                inner,
            ),
            max_leaves=12,
        )
    )
    def test_any_body_can_be_shown(self, body: object) -> None:
        for status in (400, 429):
            error = failure(status, body)
            assert str(error).splitlines() == [str(error)]
            assert json.loads(error.content) == body
            assert all(isinstance(v, str) for values in error.context.values() for v in values)

    @pytest.mark.parametrize("body", [b"", b"\xff\xfe", b"{", b'{"context":"{"}', b"[" * 9_999])
    def test_any_bytes_can_be_shown(self, body: bytes) -> None:
        assert str(failure(400, body)) == "400 Bad Request [POST /x]"


def test_copies_keep_everything() -> None:
    error = failure(429, {"policy": "DAILY", "context": {"a": ["b"]}}, **{"Retry-After": "5"})
    lost = ApiConnectionError("reset", maybe_sent=False)
    wrong = InputError("limit is 6", parameter="limit", limit=5)
    for each in (error, lost, wrong):
        for same in (pickle.loads(pickle.dumps(each)), copy.copy(each)):
            assert type(same) is type(each) and str(same) == str(each)
            state = {**each.__dict__, "headers": None, "body": None}
            assert {**same.__dict__, "headers": None, "body": None} == state


def test_whether_a_request_was_sent_is_unknown_unless_stated() -> None:
    assert ApiConnectionError("lost").maybe_sent


class TestInput:
    OPERATION: Operation[Any] = Operation(
        "POST",
        "/search",
        bounds={
            "limit": Bounds(minimum=1, maximum=200),
            "groups": Bounds(maximum=2),
            "name": Bounds(minimum=1, maximum=3),
        },
    )

    @pytest.mark.parametrize(
        ("values", "message"),
        [
            ({"limit": 201}, "limit is 201; the API accepts at most 200"),
            ({"limit": 0}, "limit is 0; the API accepts at least 1"),
            ({"groups": [1, 2, 3]}, "groups is 3 items; the API accepts at most 2"),
            ({"groups": (1, 2, 3)}, "groups is 3 items; the API accepts at most 2"),
            ({"name": "long"}, "name is 4 characters; the API accepts at most 3"),
            ({"name": ""}, "name is 0 characters; the API accepts at least 1"),
        ],
    )
    @pytest.mark.parametrize("place", ["query", "body", "headers"])
    def test_beyond_a_limit(self, values: dict[str, Any], message: str, place: str) -> None:
        arguments = Arguments("", **{place: values})
        with pytest.raises(InputError, match=f"^{message}$") as caught:
            check_bounds(self.OPERATION, arguments)
        assert isinstance(caught.value, ValueError)
        assert caught.value.parameter == next(iter(values))

    @pytest.mark.parametrize(
        "values",
        [
            {"limit": 200, "groups": [1, 2], "name": "abc"},
            {"limit": None, "groups": object(), "other": 1e9},
            {"limit": True, "groups": {"a": 1, "b": 2, "c": 3}},
        ],
    )
    def test_within_it(self, values: dict[str, Any]) -> None:
        check_bounds(self.OPERATION, Arguments("", query=values))
        check_bounds(self.OPERATION, Arguments("", body=values))
        check_bounds(self.OPERATION, Arguments("", body=b"bytes"))
