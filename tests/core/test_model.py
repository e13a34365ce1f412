"""Test that unknown fields of models survive all operations on objects."""

from __future__ import annotations

import copy
import json
import pickle
import subprocess
import sys
from collections.abc import Callable

import msgspec
import pytest
from hubspot_crm._core.codec.decoding import Model
from msgspec import UNSET, UnsetType

from .sample.models import Filter, Tree

DATA = {"propertyName": "a", "operator": "EQ", "values": 5, "new": {"x": [1]}}


def pickled(model: Filter) -> Filter:
    return pickle.loads(pickle.dumps(model))  # type: ignore[no-any-return]


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, pickled])
def test_copies_keep_unknown_fields_and_misfits(copied: Callable[[Filter], Filter]) -> None:
    original = Filter.from_dict(DATA)
    again = copied(original)
    assert again == original and again is not original
    assert again.unknown_fields == {"new": {"x": [1]}}
    assert again.misfits == original.misfits and "values" in again.misfits
    assert again.to_dict() == DATA


def test_a_deep_copy_shares_nothing() -> None:
    original = Filter.from_dict(DATA)
    inner = copy.deepcopy(original).unknown_fields["new"]
    assert isinstance(inner, dict)
    inner["x"].append(2)
    assert original.unknown_fields == {"new": {"x": [1]}}


def test_a_process_that_only_unpickles_writes_unknown_fields_too() -> None:
    pickle_text = pickle.dumps(Filter.from_dict(DATA)).hex()
    script = (
        "import pickle, sys; sys.path[:0] = sys.argv[2:]\n"
        "sys.stdout.buffer.write(pickle.loads(bytes.fromhex(sys.argv[1])).to_json())"
    )
    command = [sys.executable, "-c", script, pickle_text, *sys.path]
    written = subprocess.run(command, capture_output=True, check=True).stdout
    assert json.loads(written) == DATA


def test_replacing_a_field_repairs_its_misfit() -> None:
    replaced = Filter.from_dict(DATA).__replace__(values=["b"])
    assert replaced.values == ["b"] and not replaced.misfits
    assert replaced.unknown_fields == {"new": {"x": [1]}}


def test_equality_sees_unknown_fields() -> None:
    plain = {key: value for key, value in DATA.items() if key != "new"}
    assert Filter.from_dict(DATA) == Filter.from_dict(DATA)
    assert Filter.from_dict(DATA) != Filter.from_dict(plain)
    assert Filter.from_dict(plain) == Filter.from_dict(plain)
    assert Filter.from_dict(plain) != Tree(in_="a")


def test_repr_shows_unknown_fields_and_no_unset_ones() -> None:
    assert repr(Filter(property_name="a", operator="EQ")) == (
        "Filter(property_name='a', operator='EQ')"
    )
    assert repr(Filter.from_dict({**DATA, "values": []})) == (
        "Filter(property_name='a', operator='EQ', values=[], unknown_fields={'new': {'x': [1]}})"
    )


def test_what_a_model_carries_is_read_only() -> None:
    model = Filter.from_dict(DATA)
    with pytest.raises(TypeError):
        model.unknown_fields["y"] = 1  # type: ignore[index]
    with pytest.raises(TypeError):
        model.misfits["y"] = ""  # type: ignore[index]


def test_fields_are_by_keyword_in_any_order() -> None:
    class Ordered(Model, kw_only=True):
        optional: int | UnsetType = UNSET
        required: str

    assert Ordered(required="a").optional is UNSET
    with pytest.raises(TypeError):
        Ordered(1, "a")  # type: ignore[call-arg]


def test_a_model_without_extras_has_no_dictionary_of_them() -> None:
    plain = Filter(property_name="a", operator="EQ")
    assert plain.unknown_fields == {} and plain.misfits == {}
    assert vars(plain) == {}
    assert msgspec.json.encode(plain) == plain.to_json()
