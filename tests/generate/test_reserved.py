"""Test that names which Python or the generated code reserves are changed, with a warning."""

from __future__ import annotations

import builtins
import json
import keyword
from inspect import signature
from pathlib import Path

import pytest

from tests.generate.conftest import Generated, MypyStrict
from tests.generate.support import HEAD, specloom
from tests.support.loopback import Loopback

DOCUMENT = HEAD + """\
paths:
  /import:
    get:
      parameters:
        - {name: from, in: query, schema: {type: string}}
        - {name: self, in: query, schema: {type: string}}
        - {name: options, in: query, schema: {type: string}}
        - {name: type, in: query, schema: {type: string}}
      responses:
        "200":
          description: Done.
          content: {application/json: {schema: {$ref: "#/components/schemas/None"}}}
  /close: {get: {responses: {"204": {description: Done.}}}}
components:
  schemas:
    None:
      type: object
      properties:
        class: {type: string}
        list: {type: array, items: {type: string}}
        id: {type: integer}
        type: {type: string}
        str: {type: string}
        to_dict: {type: string}
"""


def test_code_that_works(generated: Generated, server: Loopback) -> None:
    package = generated(DOCUMENT)
    sent = {"class": "a", "list": ["b"], "id": 1, "type": "c", "str": "d", "to_dict": "e"}
    server.answer_json(sent)
    with package.client(base_url=server.url) as client:
        answer = client.import_.get(from_="x", self_="y", options_="z", type="t")
        assert callable(client.close)
        assert client.close_ is client.close_
    assert server.requests[0].query == [
        ("from", "x"),
        ("self", "y"),
        ("options", "z"),
        ("type", "t"),
    ]
    assert (answer.class_, answer.list, answer.id, answer.type) == ("a", ["b"], 1, "c")
    assert (answer.str, answer.to_dict_) == ("d", "e")
    assert answer.to_dict() == sent
    assert type(answer).__name__ == "None_"


def test_a_warning_for_each_that_is_renamed(generated: Generated) -> None:
    package = generated(DOCUMENT)
    said = {message.partition("api.yaml")[2].partition(" #")[2] for message in package.messages}
    assert said == {
        "/paths/~1import/get: 'import' is a Python keyword; it becomes import_",
        "/paths/~1close/get: 'close' is reserved in the generated code; it becomes close_",
        "/paths/~1import/get/parameters/0: 'from' is a Python keyword; it becomes from_",
        "/paths/~1import/get/parameters/1: 'self' is reserved in the generated code; it becomes self_",
        "/paths/~1import/get/parameters/2: 'options' is reserved in the generated code; it becomes options_",
        "/components/schemas/None: 'None' is a Python keyword; it becomes None_",
        "/components/schemas/None/properties/class: 'class' is a Python keyword; it becomes class_",
        "/components/schemas/None/properties/to_dict: 'to_dict' is reserved in the generated code; it becomes "
        "to_dict_",
    }


def test_renamed_things_are_notes_with_a_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("api.yaml").write_text(DOCUMENT, "utf-8")
    arguments = ("generate", "api.yaml", "--package", "shop", "--output", "out")
    strict = specloom(*arguments, "--strict")
    assert (strict.exit_code, strict.errors) == (0, "8 notes; --notes lists them\n")
    listed = specloom(*arguments, "--notes")
    assert listed.errors.count(": note[reserved-name]") == 8
    assert (
        "api.yaml:21:9: note[reserved-name] #/components/schemas/None/properties/class: 'class' is a "
        "Python keyword; it becomes class_\n    hint: to choose another name, write under [names]: "
        '"#/components/schemas/None/properties/class" = "..."\n' in listed.errors
    )


def test_a_pinned_name_is_taken_and_not_warned_of(generated: Generated) -> None:
    package = generated(
        DOCUMENT,
        settings='[names]\n"import" = "imports"\n"#/components/schemas/None" = "Nothing"\n'
        '"#/components/schemas/None/properties/class" = "kind"\n'
        '"#/paths/~1import/get/parameters/0" = "since"\n"#/paths/~1import/get" = "fetch"\n',
    )
    method = signature(package.module("resources.imports").Imports.fetch)
    assert "since" in method.parameters
    assert "kind" in package.models.Nothing.__struct_fields__
    assert len(package.messages) == 4


# --- every word that Python has --------------------------------------------------------------

WORDS = sorted({*keyword.kwlist, *keyword.softkwlist, *dir(builtins)} - {"__debug__"})


def _everywhere(words: list[str]) -> str:
    """Return a document that has each word as a property, a parameter, a schema, a resource and a
    method."""
    texts = {"type": "string"}
    done = {"204": {"description": "Done."}}
    everything = {"type": "object", "properties": dict.fromkeys(words, texts)}
    parameters = [{"name": word, "in": "query", "schema": texts} for word in words]
    paths: dict[str, object] = {"/words": {"post": {"parameters": parameters, "responses": done}}}
    for word in words:
        schema = {"$ref": f"#/components/schemas/{word}"}
        answer = {"description": "Done.", "content": {"application/json": {"schema": schema}}}
        paths[f"/words/{word}"] = {"post": {"responses": {"200": answer}}}
        paths[f"/{word}"] = {"get": {"responses": done}}
    lists = {
        "a": {"type": "array", "items": texts},
        "b": {"type": "object", "additionalProperties": {"type": "integer"}},
    }
    body = {"content": {"application/json": {"schema": {"type": "object", "properties": lists}}}}
    paths["/words/typed"] = {"post": {"requestBody": body, "responses": done}}
    schemas = {word: {"type": "object", "properties": {"a": texts}} for word in words}
    return json.dumps(
        {
            "openapi": "3.1.0",
            "info": {"title": "Words", "version": "1"},
            "paths": paths,
            "components": {"schemas": {**schemas, "Everything": everything}},
        }
    )


def _distinct(words: list[str]) -> list[str]:
    """Return one word of each group that is equal after casing, such as `None` and `none`."""
    from specloom.naming.words import snake_case

    found: dict[str, str] = {}
    for word in words:
        found.setdefault(snake_case(word).lower().replace("_", ""), word)
    return sorted(found.values())


def test_every_word_everywhere(generated: Generated, mypy_strict: MypyStrict) -> None:
    """mypy reads it all, so a name that hides a builtin or a type would be reported."""
    words = [
        word
        for word in _distinct(WORDS)
        if not word.startswith("_") and not word.endswith(("Error", "Warning"))
    ]
    package = generated(_everywhere(words), "words")
    package.module("models")
    package.module("resources.words")
    package.client(base_url="http://localhost").close()
    mypy_strict(package.folder / "words")


def test_object_and_type_are_attributes_as_they_are(
    generated: Generated, mypy_strict: MypyStrict
) -> None:
    """As many APIs have them; other properties may be of any type."""
    package = generated(f"""\
{HEAD}paths: {{}}
components:
  schemas:
    Completion:
      type: object
      required: [object, type]
      properties:
        object: {{type: string}}
        type: {{type: string}}
        anything: {{}}
        more: {{type: object, additionalProperties: true}}
        list: {{type: array, items: {{}}}}
    Other: {{type: object, properties: {{anything: {{}}, nested: {{$ref: "#/components/schemas/Completion"}}}}}}
""")
    wire = {"object": "text", "type": "t", "anything": [1], "more": {"a": 1}, "list": [{}]}
    read = package.models.Other.from_dict({"nested": wire, "anything": {"b": 2}})
    assert (read.nested.object, read.nested.type, read.nested.anything) == ("text", "t", [1])
    assert read.to_dict() == {"nested": wire, "anything": {"b": 2}}
    assert not read.nested.misfits
    mypy_strict(package.folder / package.name)


TYPES = ["bool", "bytes", "date", "datetime", "dict", "field", "float", "int", "list", "str"]
MORE_TYPES = [*TYPES, "object", "property", "type", "id", "format", "filter", "hash"]


def test_names_of_types_are_attributes_as_they_are(
    generated: Generated, mypy_strict: MypyStrict
) -> None:
    """What a class hides is written differently in its annotations alone."""
    kinds = {
        "bool": {"type": "boolean"},
        "bytes": {"type": "string", "format": "byte"},
        "date": {"type": "string", "format": "date"},
        "datetime": {"type": "string", "format": "date-time"},
        "dict": {"type": "object", "additionalProperties": {"type": "integer"}},
        "float": {"type": "number"},
        "int": {"type": "integer"},
        "list": {"type": "array", "items": {"type": "string"}},
    }
    members = {word: kinds.get(word, {"type": "string"}) for word in MORE_TYPES}
    # Others of the same types follow, one with another name in Python.
    members |= {f"z-{word}": kind for word, kind in kinds.items()}
    whole = {"type": "object", "properties": members, "required": MORE_TYPES[::2]}
    open_ = {**whole, "additionalProperties": {"type": "array", "items": {"type": "string"}}}
    plain = {"type": "object", "properties": {"when": kinds["date"], "names": kinds["list"]}}
    package = generated(
        json.dumps(
            {
                "openapi": "3.1.0",
                "info": {"title": "Types", "version": "1"},
                "paths": {},
                "components": {"schemas": {"Whole": whole, "Open": open_, "Plain": plain}},
            }
        )
    )
    wire = {
        "bool": True,
        "bytes": "YQ==",
        "date": "2026-01-02",
        "datetime": "2026-01-02T03:04:05Z",
        "dict": {"a": 1},
        "float": 1.5,
        "int": 2,
        "list": ["x"],
    }
    wire |= {word: "text" for word in MORE_TYPES if word not in wire}
    wire |= {f"z-{word}": wire[word] for word in kinds}
    for kind in (package.models.Whole, package.models.Open):
        read = kind.from_dict(wire)
        assert {each for each in MORE_TYPES if hasattr(read, each)} == set(MORE_TYPES)
        assert (read.list, read.dict, read.int, read.bytes) == (["x"], {"a": 1}, 2, b"a")
        assert (read.date.year, read.datetime.hour, read.z_date.day) == (2026, 3, 2)
        assert not read.misfits
        assert read.to_dict() == wire
    more = package.models.Open.from_dict({**wire, "other": ["y"]})
    assert more.additional_fields == {"other": ["y"]}
    source = (package.folder / package.name / "models.py").read_text("utf-8")
    assert "    list: builtins.list[builtins.str]" in source
    assert "names: list[str] | UnsetType = UNSET" in source
    mypy_strict(package.folder / package.name)
