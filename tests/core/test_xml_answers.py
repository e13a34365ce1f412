"""Test hostile and unusual XML responses: they are decoded, or raise a DecodingError."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.whole_core import core

DecodingError: Any = core("errors").DecodingError
Headers, Response = core("transport").Headers, core("transport").Response
XmlAnswer = core("body.xml").XmlAnswer
ANYTHING = XmlAnswer(object, ({"name": "root", "shape": None}, ()))
NUMBERS = XmlAnswer(
    object,
    ({"name": "root", "shape": 0}, ({"items": {"name": "n", "shape": 1}}, "number")),
)


def read(content: bytes, media_type: str = "application/xml", reader: Any = ANYTHING) -> object:
    return reader.read(Response(200, Headers([("Content-Type", media_type)]), content))


def nested(depth: int) -> bytes:
    return b"<a>" * depth + b"</a>" * depth


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "cp1252"])
def test_a_declared_encoding_is_understood(encoding: str) -> None:
    name = encoding.removesuffix("-sig")
    text = f'<?xml version="1.0" encoding="{name}"?><root><a>é</a></root>'
    assert read(text.encode(encoding)) == {"a": "é"}


def test_an_encoding_of_the_media_type_is_understood() -> None:
    content = "<root><a>é</a></root>".encode("latin-1")
    assert read(content, "application/xml; charset=ISO-8859-1") == {"a": "é"}
    assert read(content, 'text/xml;charset="latin-1"') == {"a": "é"}
    marked = "<root><a>é</a></root>".encode("utf-8-sig")
    assert read(marked, "application/xml; charset=latin-1") == {"a": "é"}


@pytest.mark.parametrize(
    "declared", ["no-such", "hex", "idna", "shift_jis", "utf-7", "utf-32", "undefined", "a\0b", "é"]
)
def test_an_unknown_encoding_is_an_error_that_says_so(declared: str) -> None:
    body = b"<root><a>1</a></root>"
    with pytest.raises(DecodingError, match="invalid XML"):
        read(f'<?xml version="1.0" encoding="{declared}"?>'.encode() + body)
    if declared.isascii():
        with pytest.raises(DecodingError, match="invalid XML"):
            read(body, f"application/xml; charset={declared}")


def test_depth_has_a_limit() -> None:
    assert read(nested(200))
    for depth in (201, 1_000, 200_000):
        with pytest.raises(DecodingError, match="nested more than 200 levels"):
            read(nested(depth))
    with pytest.raises(DecodingError, match="nested more than 200 levels"):
        read(b"<a>" * 100_000)  # and never closed


LAUGHS = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
DOCTYPES = {
    "billion laughs": f'<!DOCTYPE r [<!ENTITY l0 "lol">{LAUGHS}]><r>&l9;</r>',
    "external entity": '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]><r>&x;</r>',
    "parameter entity": '<!DOCTYPE r [<!ENTITY % x SYSTEM "http://127.0.0.1:1/">%x;]><r/>',
    "external subset": '<!DOCTYPE r SYSTEM "http://127.0.0.1:1/r.dtd"><r/>',
    "behind a comment": '<!-- <r> --><?p <r>?>\n<!DOCTYPE r [<!ENTITY a "b">]><r>&a;</r>',
}


@pytest.mark.parametrize("text", DOCTYPES.values(), ids=DOCTYPES.keys())
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-8-sig"])
def test_no_document_type_is_read(text: str, encoding: str) -> None:
    with pytest.raises(DecodingError, match="document type"):
        read(text.encode(encoding))


def test_what_only_looks_like_a_document_type_is_read() -> None:
    assert read(b"<r><a><![CDATA[<!DOCTYPE html>]]></a><!-- <!DOCTYPE x> --></r>") == {
        "a": "<!DOCTYPE html>"
    }


def test_a_long_prolog_takes_linear_time() -> None:
    with pytest.raises(DecodingError):
        read(b"<?a " * 200_000)
    with pytest.raises(DecodingError):
        read(b"<!-- -->" * 100_000 + b"<")


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"<a>", b"<a></b>", b"<a>&b;</a>", b"\xff\xfe", b"<a b='\xff'/>"]
)
def test_what_is_not_xml_is_an_error(content: bytes) -> None:
    with pytest.raises(DecodingError, match="invalid XML") as caught:
        read(content)
    assert caught.value.content == content


def test_only_numbers_of_xml_are_numbers() -> None:
    texts = ("1", " 1.5 ", "1e3", ".5", "1_0", "nan", "inf", "٣", "")
    content = "<root>" + "".join(f"<n>{text}</n>" for text in texts) + "</root>"
    assert read(content.encode(), reader=NUMBERS) == [1.0, 1.5, 1000.0, 0.5, *texts[4:]]
