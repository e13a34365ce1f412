"""Test errors of an API that no extension describes: the exception contains the message of the
body."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hubspot_crm._core.auth.security import Secret
from hubspot_crm._core.call.response import status_error
from hubspot_crm._core.operation import Operation
from hubspot_crm._core.transport import DEFAULT_TIMEOUT, Headers, Request, Response

OPERATION: Operation[Any] = Operation("GET", "")
URL = "https://a.example/x?key=REDACTED"


def said(body: object, media_type: str = "application/json", **headers: str) -> str:
    """Return the message of the exception for a 400 with this body."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    fields = (("Authorization", Secret("Bearer tok-12345")), ("X-Api-Key", "key-67890"))
    sent = Request(
        "GET", URL.replace("REDACTED", "a%2Fb-secret"), URL, fields, None, DEFAULT_TIMEOUT
    )
    answer = Response(400, Headers([("Content-Type", media_type), *headers.items()]), content)
    shown = str(status_error(OPERATION, sent, answer))
    assert shown.isprintable() and shown.startswith("400 Bad Request")
    return shown.removeprefix("400 Bad Request").removesuffix(" [GET /x]").removeprefix(": ")


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({"message": "no such name"}, "no such name"),
        ({"Message": "no such name"}, "no such name"),
        ({"error": "no such name"}, "no such name"),
        ({"error": {"message": "no such name", "type": "t"}}, "no such name"),
        ({"error": {"error": {"message": "deep"}}}, "deep"),
        ({"error": {"code": "not_found"}}, "not_found"),
        ({"detail": "no such name"}, "no such name"),
        ({"detail": {"message": "no such name"}}, "no such name"),
        (
            {"detail": [{"loc": ["body", "tags", 0], "msg": "field required", "type": "missing"}]},
            "body.tags.0: field required",
        ),
        (
            {"detail": [{"loc": ["body", "a"], "msg": "m"}, {"loc": ["query", "b"], "msg": "n"}]},
            "body.a: m; query.b: n",
        ),
        ({"title": "Out of credit", "status": 400}, "Out of credit"),
        ({"title": "Out of credit", "detail": "You have 30."}, "Out of credit: You have 30."),
        ({"errors": ["no such name"]}, "no such name"),
        ({"errors": [{"message": "first"}, {"message": "second"}]}, "first; second"),
        ({"errors": [{"title": "t", "detail": "d", "source": {}}]}, "t: d"),
        ({"errors": [{"code": 1, "detail": "d"}]}, "d"),
        ({"errors": {"name": ["is too short"]}}, "name: is too short"),
        ({"title": "Invalid.", "errors": {"Name": ["is empty"]}}, "Name: is empty"),
        ({"error": "invalid_grant", "error_description": "It expired."}, "invalid_grant: It expired."),
        ([{"message": "in a list", "errorCode": "E"}], "in a list"),
        ("a string", "a string"),
        ({"message": {"a": 1}}, ""),
        ({}, ""),
        ({"error": None, "message": ""}, ""),
    ],
    ids=str,
)  # fmt: skip
def test_a_message_is_found_in_json(body: object, message: str) -> None:
    assert said(body) == message


@pytest.mark.parametrize(
    ("body", "media_type", "message"),
    [
        (b"The name\n  is taken.\n", "text/plain", "The name is taken."),
        (
            b"<!DOCTYPE html><html><head><title>502 Bad\n Gateway</title>",
            "text/html",
            "502 Bad Gateway",
        ),
        (b"<html><body><h1>Not &amp; found</h1>", "", "Not & found"),
        (b"Not <b>this</b>", "text/html", ""),
        (b"No such thing", "", "No such thing"),
        (b"\xff\xfe", "", ""),
        (b"<Error><Code>1</Code></Error>", "application/xml", ""),
        (b"{", "application/json", ""),
    ],
)
def test_a_message_is_found_in_texts_and_pages(body: bytes, media_type: str, message: str) -> None:
    assert said(body, media_type) == message


def test_a_message_is_bounded_and_on_one_line() -> None:
    assert len(said({"message": "x" * 10_000})) == 300
    assert len(said(b"y" * 10_000, "text/plain")) == 300
    assert said({"message": "a\n\x1b[31mb"}) == "a \\x1b[31mb"
    deep: Any = "deep"
    for _ in range(50):
        deep = {"error": deep}
    assert said(deep) == ""
    assert len(said({"errors": [{"message": f"{n}" * 300} for n in range(1_000)]})) < 1_300


@pytest.mark.parametrize("secret", ["tok-12345", "key-67890"])
def test_a_message_has_no_credential_of_the_request(secret: str) -> None:
    assert said({"error": {"message": f"Bad key {secret}."}}) == "Bad key REDACTED."
    assert said(f"Bad key {secret}".encode(), "text/plain") == "Bad key REDACTED"
    assert secret not in said({"errors": [{"message": "m"}, {"message": secret}]})


def test_details_have_the_single_faults() -> None:
    body = {"detail": [{"loc": ["a"], "msg": "m"}, {"loc": ["b"], "msg": "n"}]}
    request = Request("GET", URL, URL, (), None, DEFAULT_TIMEOUT)
    error = status_error(OPERATION, request, Response(422, Headers(), json.dumps(body).encode()))
    assert (error.message, error.details) == ("a: m", ("b: n",))
