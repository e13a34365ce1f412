"""Test forms: how a server parses the bodies that are sent."""

from __future__ import annotations

from email import message_from_bytes
from email.message import Message
from typing import Any
from urllib.parse import parse_qsl

import pytest
from hubspot_crm._core.body.body import build_body
from hubspot_crm._core.body.forms import File, multipart, url_encoded
from hubspot_crm._core.operation import Operation, RequestBody
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET

from .sample.models import Filter


def parts(members: dict[str, object]) -> list[Message]:
    content, media_type = multipart(members)
    message = message_from_bytes(f"Content-Type: {media_type}\r\n\r\n".encode() + content)
    payload = message.get_payload()
    assert isinstance(payload, list)
    return payload


def test_files_texts_and_objects() -> None:
    file = File("rows.csv", b"a,b\r\n1,2\r\n", "text/csv")
    found = parts(
        {
            "files": [file, b"\x00raw"],
            "count": 3,
            "filter": Filter(property_name="p", operator="EQ"),
        }
    )
    assert [part.get_param("name", header="content-disposition") for part in found] == [
        "files",
        "files",
        "count",
        "filter",
    ]
    assert [part.get_filename() for part in found] == ["rows.csv", "files", None, None]
    assert [part.get_content_type() for part in found[:2]] == [
        "text/csv",
        "application/octet-stream",
    ]
    assert [part.get_payload(decode=True) for part in found] == [
        b"a,b\r\n1,2\r\n",
        b"\x00raw",
        b"3",
        b'{"propertyName":"p","operator":"EQ"}',
    ]


@pytest.mark.parametrize("name", ['a"b', "a\r\nX-Injected: 1", "ü"])
def test_a_name_cannot_leave_its_header(name: str) -> None:
    [part] = parts({"files": File(name, b"x")})
    assert part.keys() == ["Content-Disposition", "Content-Type"]
    assert part.get_payload(decode=True) == b"x"


def test_a_media_type_is_one_line() -> None:
    with pytest.raises(ValueError, match="one line"):
        multipart({"file": File("a", b"", "text/plain\r\nX-Injected: 1")})


@given(st.binary(), st.text())
def test_whatever_is_sent_arrives(content: bytes, text: str) -> None:
    body, media_type = multipart({"file": content, "text": text})
    boundary = media_type.rpartition("=")[2].encode()
    head, first, second, tail = body.split(b"--" + boundary)
    assert (head, tail) == (b"", b"--\r\n")
    assert first.partition(b"\r\n\r\n")[2] == content + b"\r\n"
    assert second.partition(b"\r\n\r\n")[2] == text.encode("utf-8", "surrogatepass") + b"\r\n"


def test_url_encoded() -> None:
    sent = url_encoded({"grant_type": "refresh token", "scope": ["a&b", "ü"], "archived": True})
    assert parse_qsl(sent.decode()) == [
        ("grant_type", "refresh token"),
        ("scope", "a&b"),
        ("scope", "ü"),
        ("archived", "true"),
    ]


def body_of(media_type: str, body: Any, *, required: bool = True) -> Any:
    return build_body(Operation("POST", "", request_body=RequestBody(media_type, required)), body)


def test_other_media_types_than_json_and_forms_are_sent_unchanged() -> None:
    assert body_of("image/png", b"\x89PNG").content == b"\x89PNG"
    assert body_of("text/plain", "ü").content == "ü".encode()
    assert body_of("application/merge-patch+json", {"a": None}).content == b'{"a":null}'
    with pytest.raises(TypeError, match="image/png must be bytes"):
        body_of("image/png", {"a": 1})


def test_an_optional_body_that_is_empty_is_none() -> None:
    assert body_of("multipart/form-data", {"a": UNSET}, required=False) is None
