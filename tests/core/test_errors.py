"""Test responses: the declared type for a success, an exception of one hierarchy for anything
else."""

from __future__ import annotations

import copy
import json
import pickle
from typing import Any, ClassVar

import pytest
from hubspot_crm._core import errors
from hubspot_crm._core.call.response import read_response, status_error
from hubspot_crm._core.codec.decoding import Model
from hubspot_crm._core.codec.error_fields import ErrorFields
from hubspot_crm._core.errors import (
    ApiConnectionError,
    ApiError,
    ApiStatusError,
    ApiTimeoutError,
    DecodingError,
    InternalServerError,
    NotFoundError,
    PaginationError,
)
from hubspot_crm._core.operation import Operation
from hubspot_crm._core.transport import DEFAULT_TIMEOUT, Headers, Request, Response
from msgspec import UNSET

from .sample.models import Batch, BatchWithErrors, Error, Record
from .sample.operations import ARCHIVE, BATCH_CREATE, CREATE, TOUCH

URL = "https://a.example/crm/records/1?key=REDACTED"
REQUEST = Request("GET", URL.replace("REDACTED", "secret"), URL, (), None, DEFAULT_TIMEOUT)
RECORD = {"id": "1", "properties": {}, "createdAt": "2020-01-01T00:00:00Z"}
BATCH = {"status": "COMPLETE", "results": [RECORD]}


def read(operation: Operation[Any], status: int, body: object = b"", **headers: str) -> Any:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    response = Response(status, Headers(headers.items()), content)
    if not 200 <= status < 300:
        raise status_error(operation, REQUEST, response)
    return read_response(operation, REQUEST, response)


def failure(status: int, body: object = b"", **headers: str) -> ApiStatusError:
    with pytest.raises(ApiStatusError) as caught:
        read(CREATE, status, body, **headers)
    return caught.value


class Deep(Model, kw_only=True):
    """An error whose message is not at its root."""

    error_fields: ClassVar[ErrorFields] = ErrorFields(
        message="/errors/0/detail~1text", category="code"
    )


class TestSuccess:
    @pytest.mark.parametrize("status", [201, 200, 202, 299])
    def test_any_2xx_has_the_declared_type(self, status: int) -> None:
        assert type(read(CREATE, status, RECORD)) is Record

    def test_each_declared_status_has_its_own(self) -> None:
        assert type(read(BATCH_CREATE, 201, BATCH)) is Batch
        assert type(read(BATCH_CREATE, 200, BATCH)) is Batch
        partial = read(BATCH_CREATE, 207, {**BATCH, "numErrors": 1, "errors": [{"message": "m"}]})
        assert type(partial) is BatchWithErrors and partial.errors is not UNSET
        assert partial.errors[0].message == "m"

    def test_an_undeclared_207_keeps_its_errors(self) -> None:
        operation: Operation[Batch] = Operation("POST", "", responses={200: Batch})
        found = read(operation, 207, {**BATCH, "numErrors": 1})
        assert type(found) is Batch and found.unknown_fields == {"numErrors": 1}

    def test_a_range(self) -> None:
        responses: dict[int | str, Any] = {"2XX": Record, 201: Batch, "default": Error}
        operation: Operation[Any] = Operation("GET", "", responses=responses)
        assert type(read(operation, 200, RECORD)) is Record
        assert type(read(operation, 201, BATCH)) is Batch

    @pytest.mark.parametrize(
        ("status", "body"), [(204, b""), (200, b""), (200, b"{}"), (204, b"x")]
    )
    def test_no_type_is_none(self, status: int, body: bytes) -> None:
        assert read(ARCHIVE, status, body) is None

    def test_nothing_declared_is_json_as_it_comes(self) -> None:
        operation: Operation[Any] = Operation("GET", "", responses={"default": Error})
        assert read(operation, 200, {"a": [1]}) == {"a": [1]}
        assert read(operation, 204) is None

    @pytest.mark.parametrize("body", [b"", b"<html>", b"[]", b"\xff\xfe", b"[" * 5_000])
    def test_what_cannot_be_read_is_a_decoding_error(self, body: bytes) -> None:
        with pytest.raises(DecodingError) as caught:
            read(CREATE, 200, body)
        error = caught.value
        assert error.content == body and error.status == 200
        assert str(error).endswith("(status 200) [GET /crm/records/1]")
        assert "secret" not in str(error) and error.url == URL


class TestStatus:
    @pytest.mark.parametrize(
        ("status", "name"),
        [
            (400, "BadRequestError"),
            (401, "AuthenticationError"),
            (403, "PermissionDeniedError"),
            (404, "NotFoundError"),
            (409, "ConflictError"),
            (422, "UnprocessableEntityError"),
            (423, "LockedError"),
            (429, "RateLimitError"),
            (500, "InternalServerError"),
            (503, "InternalServerError"),
            (521, "InternalServerError"),
            (414, "ApiStatusError"),
            (477, "ApiStatusError"),
            (302, "ApiStatusError"),
            (304, "ApiStatusError"),
        ],
    )
    def test_class(self, status: int, name: str) -> None:
        error = failure(status, {"message": "m"})
        assert type(error) is getattr(errors, name) and error.status == status

    def test_what_the_body_says(self) -> None:
        body = {
            "status": "error",
            "message": "No record",
            "category": "OBJECT_NOT_FOUND",
            "correlationId": "c-1",
            "context": '{"missingScopes":["a"]}',
        }
        error = failure(404, body, **{"X-Trace": "t"})
        assert isinstance(error, NotFoundError)
        assert (error.message, error.category, error.correlation_id) == (
            "No record",
            "OBJECT_NOT_FOUND",
            "c-1",
        )
        assert type(error.body) is Error
        assert error.body.to_dict() == body and list(error.body.misfits) == ["context"]
        assert error.headers["x-trace"] == "t"
        assert json.loads(error.content) == body
        assert (error.method, error.url) == ("GET", URL)
        assert str(error) == (
            "404 Not Found: No record (category OBJECT_NOT_FOUND, correlation id c-1)"
            " [GET /crm/records/1]"
        )

    @pytest.mark.parametrize("body", [b"", b"<html>Bad gateway</html>", b"\xff", b"[" * 5_000])
    def test_a_body_that_is_no_json(self, body: bytes) -> None:
        error = failure(502, body)
        assert error.body is None and error.content == body and error.message is None
        assert str(error) == "502 Bad Gateway [GET /crm/records/1]"

    @pytest.mark.parametrize("body", [[], 5, None, {"message": {"a": 1}}, {"message": None}])
    def test_a_body_of_another_shape(self, body: object) -> None:
        error = failure(400, body)
        assert error.message is None and error.category is None
        assert json.loads(error.content) == body
        if not isinstance(body, dict):
            assert error.body == body

    def test_a_body_that_no_type_is_declared_for(self) -> None:
        with pytest.raises(InternalServerError) as caught:
            read(TOUCH, 500, {"message": "m"})
        assert caught.value.body == {"message": "m"}

    def test_fields_by_pointer(self) -> None:
        operation: Operation[Any] = Operation("GET", "", responses={"default": Deep})
        with pytest.raises(ApiStatusError) as caught:
            read(operation, 400, {"errors": [{"detail/text": "d"}], "code": 17})
        assert caught.value.message == "d" and caught.value.category == "17"

    def test_ranges_of_error_types(self) -> None:
        operation: Operation[Any] = Operation("GET", "", responses={"4XX": Error})
        with pytest.raises(ApiStatusError) as caught:
            read(operation, 404, {"message": "m"})
        assert type(caught.value.body) is Error

    def test_a_redirect_is_named(self) -> None:
        error = failure(307, b"", Location="https://b.example/\n")
        assert str(error).startswith("307 Temporary Redirect: redirects to https://b.example/")

    def test_an_unknown_status(self) -> None:
        assert str(failure(477)) == "477 [GET /crm/records/1]"


@pytest.mark.parametrize(
    "hostile",
    ["a\nForged: line", "a\r\n\x1b[31mred", "a\u2028b", "a\u202egnp.exe", "a\x00b", "\ud800"],
    ids=repr,
)
def test_the_message_of_a_response_stays_in_its_line(hostile: str) -> None:
    error = failure(400, {"message": hostile, "category": hostile, "correlationId": hostile})
    assert error.message == hostile
    assert str(error).isprintable()
    for other in (ApiConnectionError(hostile, method="GET", url=URL), DecodingError(hostile)):
        assert str(other).isprintable()


def test_the_text_of_a_response_is_capped_in_its_line() -> None:
    error = failure(400, {"message": "m" * 100_000, "category": "c" * 100_000})
    assert len(str(error)) < 1_000
    assert error.message is not None and len(error.message) == 100_000


EXAMPLES: list[ApiError] = [
    failure(404, {"message": "m", "category": "C", "correlationId": "i", "new": 1}, Date="d"),
    failure(500, b"<html>"),
    ApiConnectionError("refused", method="GET", url=URL),
    ApiTimeoutError("late", method="GET", url=URL),
    DecodingError("not JSON", content=b"x", status=200, method="GET", url=URL),
    PaginationError("again"),
]


@pytest.mark.parametrize("error", EXAMPLES, ids=lambda error: type(error).__name__)
def test_errors_can_be_pickled_and_copied(error: ApiError) -> None:
    for again in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert type(again) is type(error)
        assert str(again) == str(error)
        assert vars(again) == vars(error)


def test_one_tree() -> None:
    assert issubclass(ApiTimeoutError, ApiConnectionError)
    for kind in (ApiConnectionError, DecodingError, PaginationError, ApiStatusError):
        assert issubclass(kind, ApiError)


def test_headers() -> None:
    headers = Headers([("Set-Cookie", "a"), ("X-A", "1"), ("set-cookie", "b")])
    assert headers["SET-COOKIE"] == "a, b"
    assert headers.multiple("Set-Cookie") == ("a", "b")
    assert "x-a" in headers and headers.get("x-b") is None and len(headers) == 2
    with pytest.raises(KeyError):
        headers["x-b"]
