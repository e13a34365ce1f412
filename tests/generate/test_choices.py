"""Test bodies of several media types: which one is sent, and which arguments are required."""

from __future__ import annotations

import asyncio
import io
from email import message_from_bytes
from pathlib import Path
from typing import Any

import pytest

from tests.generate.conftest import Generated, MypyStrict
from tests.generate.support import HEAD
from tests.support.loopback import Answer, Loopback

PATH = "{type: object, required: [source], properties: {source: {type: string}}}"
OTHER = "{type: object, properties: {u: {type: string}}}"


def document(*content: str, method: str = "post", required: bool = True) -> str:
    lines = "".join(f"          {each}\n" for each in content)
    return f"""{HEAD}paths:
  /media:
    {method}:
      requestBody:
        required: {str(required).lower()}
        content:
{lines}      responses: {{"204": {{description: done}}}}
"""


SEVERAL = document(
    f"application/pdf: {{schema: {PATH}}}",
    f"application/json: {{schema: {PATH}}}",
    "image/png: {}",
    "text/plain; charset=UTF-8: {schema: {type: string}}",
    required=False,
)


def sent(made: Any, server: Loopback, *arguments: Any, **named: Any) -> tuple[str | None, bytes]:
    """Return the media type and the body of a call; the sync and async clients send the same."""
    server.answer(Answer(204), Answer(204))
    with made.client(base_url=server.url) as client:
        client.media.create(*arguments, **named)
    for each in (*arguments, *named.values()):
        if isinstance(each, io.BytesIO):
            each.seek(0)

    async def run() -> None:
        async with made.async_client(base_url=server.url) as client:
            await client.media.create(*arguments, **named)

    asyncio.run(run())
    first, second = server.requests[-2:]
    assert first.headers.get("content-type") == second.headers.get("content-type")
    assert first.body == second.body
    return first.headers.get("content-type"), first.body


def test_the_media_type_is_what_fits_the_body(generated: Generated, server: Loopback) -> None:
    made = generated(SEVERAL)
    assert made.messages == []
    model = next(each for name, each in vars(made.models).items() if name.endswith("Request"))
    assert sent(made, server, {"source": "a"}) == ("application/json", b'{"source":"a"}')
    assert sent(made, server, model(source="a")) == ("application/json", b'{"source":"a"}')
    assert sent(made, server, b"%PDF") == ("application/pdf", b"%PDF")
    assert sent(made, server, io.BytesIO(b"%PDF")) == ("application/pdf", b"%PDF")
    assert sent(made, server, "é") == ("text/plain; charset=UTF-8", "é".encode())
    assert sent(made, server) == (None, b"")


def test_the_media_type_that_the_caller_says(generated: Generated, server: Loopback) -> None:
    made = generated(SEVERAL)
    assert sent(made, server, b"png", content_type="image/png") == ("image/png", b"png")
    assert sent(made, server, {"source": "a"}, content_type="application/json") == (
        "application/json",
        b'{"source":"a"}',
    )
    with made.client(base_url=server.url) as client:
        with pytest.raises(ValueError, match="'image/gif'; the API accepts"):
            client.media.create(b"gif", content_type="image/gif")
        with pytest.raises(ValueError, match="must be a file.*type dict"):
            client.media.create({"source": "a"}, content_type="image/png")
    assert len(server.requests) == 4


def test_what_the_types_allow(generated: Generated, mypy_strict: MypyStrict) -> None:
    made = generated(SEVERAL, package="media_shop")
    caller = made.folder / "caller.py"
    caller.write_text("""
from media_shop import AsyncMediaShop, MediaShop

def call(client: MediaShop) -> None:
    client.media.create({"source": "a"})
    client.media.create(b"png", content_type="image/png")
    client.media.create("text", content_type="text/plain; charset=UTF-8")
    client.media.create(b"gif", content_type="image/gif")  # type: ignore[arg-type]
    client.media.create(1)  # type: ignore[arg-type]

async def call_async(client: AsyncMediaShop) -> None:
    await client.media.create(b"png", content_type="image/png")
    await client.media.create(b"gif", content_type="image/gif")  # type: ignore[arg-type]
""")
    mypy_strict(made.folder / made.name, caller)


@pytest.mark.parametrize(
    "content",
    [
        [f"application/json: {{schema: {PATH}}}", f"application/xml: {{schema: {PATH}}}"],
        [f"application/json: {{schema: {PATH}}}", f'"application/*+json": {{schema: {PATH}}}'],
        [
            f"application/x-www-form-urlencoded: {{schema: {PATH}}}",
            f"application/json: {{schema: {PATH}}}",
        ],
        [
            f"application/json-patch+json: {{schema: {PATH}}}",
            f"application/json: {{schema: {PATH}}}",
        ],
    ],
)
def test_equal_options_are_arguments(
    generated: Generated, server: Loopback, content: list[str]
) -> None:
    made = generated(document(*content))
    kind, body = sent(made, server, source="a")
    assert kind is not None and kind.startswith("application/json")
    assert body == b'{"source":"a"}'


def test_properties_in_json_or_in_forms(generated: Generated, server: Loopback) -> None:
    made = generated(
        document(
            f"application/json: {{schema: {PATH}}}",
            f"application/x-www-form-urlencoded: {{schema: {OTHER}}}",
            "multipart/form-data: {schema: {type: object, properties: {f: {type: string, format: binary}}}}",
        )
    )
    form = "application/x-www-form-urlencoded"
    assert sent(made, server, {"source": "a"}) == ("application/json", b'{"source":"a"}')
    assert sent(made, server, {"u": "a b"}, content_type=form) == (form, b"u=a+b")
    server.answer(Answer(204))
    with made.client(base_url=server.url) as client:
        client.media.create({"f": b"png"}, content_type="multipart/form-data")
    kind, body = server.requests[-1].headers["content-type"], server.requests[-1].body
    message = message_from_bytes(f"Content-Type: {kind}\r\n\r\n".encode() + body)
    [part] = message.get_payload()
    assert isinstance(part, type(message))
    assert part.get_payload(decode=True) == b"png"


def test_patches_of_several_kinds(generated: Generated, server: Loopback) -> None:
    made = generated(
        document(
            "application/json-patch+json: {schema: {type: array, items: {type: object}}}",
            "application/merge-patch+json: {schema: {type: object}}",
            "application/apply-patch+yaml: {schema: {type: object}}",
        )
    )
    merge, apply = "application/merge-patch+json", "application/apply-patch+yaml"
    assert sent(made, server, [{}]) == ("application/json-patch+json", b"[{}]")
    assert sent(made, server, {"a": None}, content_type=merge) == (merge, b'{"a":null}')
    assert sent(made, server, b"a: 1", content_type=apply) == (apply, b"a: 1")


def test_a_range_of_media_types(generated: Generated, server: Loopback) -> None:
    made = generated(document("image/*: {}"))
    assert sent(made, server, b"png", content_type="image/png") == ("image/png", b"png")
    assert sent(made, server, b"png") == ("application/octet-stream", b"png")
    with made.client(base_url=server.url) as client, pytest.raises(ValueError, match="image/"):
        client.media.create(b"pdf", content_type="application/pdf")


def test_json_that_is_given_as_bytes(generated: Generated, server: Loopback) -> None:
    binary = "{schema: {type: string, format: binary}}"
    made = generated(document(f"application/octet-stream: {binary}", f"application/json: {binary}"))
    assert sent(made, server, b"{}") == ("application/octet-stream", b"{}")
    assert sent(made, server, b"{}", content_type="application/json") == ("application/json", b"{}")


FILES = "{type: object, required: [file], properties: {file: {type: string, format: binary}}}"
NOTED = "{type: object, required: [note], properties: {note: {type: string}}}"


def test_the_properties_decide_which_media_type_is_sent(
    generated: Generated, server: Loopback, tmp_path: Path
) -> None:
    made = generated(
        document(
            f"application/json: {{schema: {NOTED}}}", f"multipart/form-data: {{schema: {FILES}}}"
        )
    )
    [form] = [each for each in vars(made.models).values() if hasattr(each, "file")]
    [noted] = [each for each in vars(made.models).values() if hasattr(each, "note")]
    path = tmp_path / "a.bin"
    path.write_bytes(b"\xff")
    assert sent(made, server, noted(note="a")) == ("application/json", b'{"note":"a"}')
    assert sent(made, server, {"note": "a"}) == ("application/json", b'{"note":"a"}')
    server.answer(*[Answer(204)] * 4)
    with made.client(base_url=server.url) as client:
        for body in ({"file": b"\xff"}, form(file=b"\xff"), {"file": path}):
            client.media.create(body)
            media_type = server.requests[-1].headers["content-type"]
            assert media_type.startswith("multipart/form-data; boundary=")
            assert b'name="file"; filename=' in server.requests[-1].body
            assert b"\xff" in server.requests[-1].body
        with path.open("rb") as file:
            client.media.create(
                {"note": "a", "file": file}
            )  # of no schema, but JSON cannot have it
        assert server.requests[-1].headers["content-type"].startswith("multipart/form-data")


def test_the_properties_decide_between_json_and_an_encoded_form(
    generated: Generated, server: Loopback
) -> None:
    made = generated(
        document(
            f"application/x-www-form-urlencoded: {{schema: {PATH}}}",
            f"application/json: {{schema: {NOTED}}}",
        )
    )
    form = ("application/x-www-form-urlencoded", b"source=a")
    assert sent(made, server, {"source": "a"}) == form
    assert sent(made, server, {"note": "a"}) == ("application/json", b'{"note":"a"}')
    assert sent(made, server, {"other": "a"}) == ("application/json", b'{"other":"a"}')


def test_a_schema_with_files_is_not_sent_as_json(generated: Generated, server: Loopback) -> None:
    several = (
        "{type: object, properties: {files: {type: array, items: {type: string, format: binary}}}}"
    )
    for schema in (FILES, several):
        made = generated(
            document(
                f"application/json: {{schema: {schema}}}",
                f"multipart/form-data: {{schema: {schema}}}",
            )
        )
        [message] = made.messages
        assert "note[unused-content] #/paths/~1media/post/requestBody/content/" in message
        assert "it cannot contain the files of multipart/form-data" in message
        server.answer(Answer(204))
        with made.client(base_url=server.url) as client:
            if schema == FILES:
                client.media.create(file=made.module().File("a.bin", b"\xff"))
            else:
                client.media.create(files=[made.module().File("a.bin", b"\xff")])
        assert b'filename="a.bin"' in server.requests[-1].body


def test_json_refuses_files(generated: Generated) -> None:
    either = document(
        "application/json: {schema: {type: object}}", "application/pdf: {schema: {type: string}}"
    )
    made = generated(either)
    client = made.client(base_url="https://a.example", transport=made.module().MockTransport([]))
    with pytest.raises(TypeError, match="JSON has no representation for a value of type File"):
        client.media.create({"a": made.module().File("a.bin", b"\xff")})
