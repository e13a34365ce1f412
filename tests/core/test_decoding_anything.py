"""Test decoding of arbitrary values: each is preserved or rejected."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC
from pathlib import Path
from typing import Any

import pytest
from hubspot_crm._core.codec.decoding import decode
from hubspot_crm._core.codec.encoding import encode
from hubspot_crm._core.errors import DecodingError
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.decoded import json_equal

from .sample.models import (
    Circle,
    Drawing,
    Error,
    Filter,
    Group,
    Record,
    RecordPage,
    Square,
    Tree,
    Zoo,
)

WIRE_NAMES = """id properties createdAt archived archivedAt history value at weight results paging
next after link message category correlationId context errors in day children byName kind radius
side members label shape shapes extent when note propertyName operator highValue values type
name pets cages barks""".split()
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(10**30), 10**30)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(codec=None), max_size=5)
    | st.sampled_from(
        ["circle", "square", "cat", "dog", "EQ", "2020-02-30", "2020-01-01", "true", "", "512"]
    )
    | st.datetimes(timezones=st.just(UTC)).map(lambda moment: moment.isoformat())
)
JSON_VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from(WIRE_NAMES) | st.text(max_size=3), inner, max_size=6),
    max_leaves=30,
)
OBJECTS = st.dictionaries(st.sampled_from(WIRE_NAMES), JSON_VALUES, max_size=8)
# Numbers are int | float in these types: a float alone would round long integers.
KINDS: list[Any] = [Record, RecordPage, Error, Tree, Drawing, Group, Filter, Zoo]
KINDS += [dict[str, Record], list[Circle | Square], Record | Error | None]


def _with_strings(data: object) -> object:
    """Return JSON with its integers as strings, as they are decoded where strings are declared."""
    match data:
        case dict():
            return {name: _with_strings(each) for name, each in data.items()}
        case list():
            return [_with_strings(each) for each in data]
        case int() if not isinstance(data, bool):
            return str(data)
        case float() if data.is_integer():
            return str(int(data))
        case _:
            return data


@settings(max_examples=50)
@given(data=OBJECTS)
def test_any_object_survives(data: dict[str, object]) -> None:
    """Try 50 objects; `make whole` tries 500."""
    assert_survives(data)


@pytest.mark.whole
@settings(max_examples=500)
@given(data=OBJECTS)
def test_many_objects_survive(data: dict[str, object]) -> None:
    assert_survives(data)


def assert_survives(data: dict[str, object]) -> None:
    """Decode an object as each kind and encode it again; it has to be equal."""
    whole = json.dumps(data).encode()
    for kind in KINDS:
        text = b"[" + whole + b"]" if kind == list[Circle | Square] else whole
        again = json.loads(encode(decode(text, kind)))
        assert json_equal(*map(_with_strings, (again, json.loads(text)))), kind


@settings(max_examples=100)
@given(data=JSON_VALUES)
def test_any_json_is_decoded_or_refused(data: object) -> None:
    text = json.dumps(data)
    try:
        page = RecordPage.from_json(text)
    except DecodingError:
        assert not isinstance(data, dict)
    else:
        assert json_equal(*map(_with_strings, (page.to_dict(), json.loads(text))))


@settings(max_examples=100)
@given(text=st.binary(max_size=40))
def test_any_bytes_are_decoded_or_refused(text: bytes) -> None:
    try:
        decode(text, RecordPage)
    except DecodingError as error:
        assert "\n" not in str(error)


RACE = """
import sys, threading, msgspec
from hubspot_crm._core.codec.decoding import decode
sys.setswitchinterval(1e-6)
def first(kind, barrier):
    barrier.wait()
    decode(b'{"inner": [{"deep": {"number": 1}}]}', kind)
for _ in range(150):
    deep = msgspec.defstruct("Deep", [("number", int)])
    inner = msgspec.defstruct("Inner", [("deep", deep)])
    outer = msgspec.defstruct("Outer", [("inner", list[inner])])
    barrier = threading.Barrier(6)
    threads = [threading.Thread(target=first, args=(outer, barrier)) for _ in range(6)]
    for thread in threads: thread.start()
    for thread in threads: thread.join()
"""


def test_threads_may_be_the_first_to_use_a_type_at_once() -> None:
    """msgspec alone would end the process with a segmentation fault."""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "generated")}
    done = subprocess.run([sys.executable, "-c", RACE], env=environment, capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")
