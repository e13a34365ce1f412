"""Test which names in JSON are left to `rename="camel"` of msgspec."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from specloom.python.models.renaming import camel_case, is_camel_case

from tests.generate.conftest import Generated
from tests.generate.support import HEAD

NAMES = st.from_regex(r"[a-zA-Z0-9_]{1,12}", fullmatch=True).filter(str.isidentifier)


@given(NAMES)
def test_the_names_are_those_of_msgspec(name: str) -> None:
    kind = msgspec.defstruct("Kind", [(name, int)], rename="camel")
    assert camel_case(name) in (None, msgspec.structs.fields(kind)[0].encode_name)


@pytest.mark.parametrize(
    ("names", "is_camel"),
    [
        ([("created_at", "createdAt"), ("id", "id")], True),
        ([("created_at", "created_at"), ("id", "id")], False),
        ([("created_at", "createdAt"), ("hs_id", "hs_id")], False),
        ([("created_at", "createdAt"), ("used_at", "usedAt"), ("hs_id", "hs_id")], True),
        ([("class_", "class"), ("url", "URL")], False),
        ([], False),
    ],
)
def test_a_model_is_renamed_where_this_is_shorter(
    names: list[tuple[str, str]], is_camel: bool
) -> None:
    assert is_camel_case(names) is is_camel


def test_all_kinds_of_names_arrive_in_json(generated: Generated) -> None:
    names = [
        "createdAt",
        "usedAt",
        "address2Line",
        "snake_case",
        "class",
        "from",
        "URL",
        "x-y",
        "_id",
        "a__b",
        "Name",
    ]
    fields = ", ".join(f"'{each}': {{type: integer}}" for each in names)
    package = generated(
        f"{HEAD}paths: {{/a: {{get: {{responses: {{'200': {{description: d, content: {{application/json: {{schema: "
        f"{{$ref: '#/components/schemas/Thing'}}}}}}}}}}}}}}}}\n"
        f"components: {{schemas: {{Thing: {{type: object, properties: {{{fields}}}}}}}}}\n"
    )
    thing = package.models.Thing
    values = {name: number for number, name in enumerate(names)}
    assert 'rename="camel"' in package.text(f"{package.name}/models.py")
    found = msgspec.convert(values, thing)
    assert {each.name: getattr(found, each.name) for each in msgspec.structs.fields(thing)} == {
        "created_at": 0, "used_at": 1, "address2_line": 2, "snake_case": 3, "class_": 4, "from_": 5,
        "url": 6, "x_y": 7, "id": 8, "a_b": 9, "name": 10,
    }  # fmt: skip
    assert msgspec.to_builtins(found) == values
