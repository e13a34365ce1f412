"""Test uploads to and downloads from a FastAPI application, with both kinds of client."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fastapi.conftest import Shop


def test_one_file_as_bytes_a_path_and_an_open_file(shop: Shop, tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_bytes(b"0123456789")
    assert shop.call(lambda client: client.files.one.create(file=b"abc")).size == 3
    stored = shop.call(lambda client: client.files.one.create(file=path))
    assert (stored.filename, stored.size) == ("note.txt", 10)
    with path.open("rb") as file:
        stored = shop.call(lambda client: client.files.one.create(file=file))
    assert (stored.filename, stored.size) == ("note.txt", 10)
    assert shop.call(lambda client: client.files.bytes.create(file=b"abcd")) == 4


def test_many_files_and_an_optional_one(shop: Shop) -> None:
    stored = shop.call(lambda client: client.files.many.create(files=[b"a", b"bc"]))
    assert [each.size for each in stored] == [1, 2]
    label, none = shop.call(lambda client: client.files.optional.create(label="x", file=None))
    assert (label, none) == ("x", None)
    label, one = shop.call(lambda client: client.files.optional.create(label="x", file=b"abc"))
    assert one.size == 3


def test_a_string_is_refused(shop: Shop) -> None:
    with pytest.raises(shop.package.module().InputError):
        shop.call(lambda client: client.files.one.create(file="note.txt"))


def test_the_response_of_a_file_response(shop: Shop, served: tuple[str, Path]) -> None:
    (served[1] / "picture.bin").write_bytes(b"\x00\x01")
    assert shop.call(lambda client: client.files.get("picture.bin")) == b"\x00\x01"


def test_the_detail_of_an_exception_is_the_message(shop: Shop) -> None:
    with pytest.raises(shop.package.module().NotFoundError, match="There is no such item"):
        shop.call(lambda client: client.items.get(404))


def test_a_stream_ends_with_done(shop: Shop) -> None:
    events = shop.items(lambda client: client.ticks.get())
    assert [each.parse().count for each in events] == [0, 1, 2]


def test_a_tag_has_its_value(shop: Shop) -> None:
    models = shop.package.models
    assert shop.call(lambda client: client.pets.create(models.Cat(name="Tom"))).kind == "cat"
