"""Test loading: JSON and YAML 1.2 equally, and a located error for everything else."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml
from specloom.diagnostics import format_diagnostic
from specloom.documents.reading import yaml_text
from specloom.documents.reading.load import load_document, load_source

from tests.documents.support import codes, listing, objection, parsed, written

VALUE = {"openapi": "3.1.0", "a": [1, 2.5, True, None, "x"], "__proto__": {}, "": ""}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", json.dumps(VALUE)),
        ("a.JSON", json.dumps(VALUE, indent=2).replace("\n", "\r\n")),
        ("a.yaml", json.dumps(VALUE)),
        ("a", "\n " + json.dumps(VALUE)),
        ("bom.json", b"\xef\xbb\xbf" + json.dumps(VALUE).encode()),
        ("bom.yaml", b"\xef\xbb\xbfopenapi: 3.1.0\na: [1, 2.5, true, ~, x]\n__proto__: {}\n'': ''"),
        ("flow.yaml", "{openapi: 3.1.0, a: [1, 2.5, true, null, x], __proto__: {}, '': ''}"),
        ("crlf.yml", "openapi: 3.1.0\r\na:\r\n- 1\r\n- 2.5\r\n- true\r\n-\r\n- x\r\n__proto__: {}\r\n'': ''"),
    ],
)  # fmt: skip
def test_json_and_yaml_give_the_same_value(tmp_path: Path, name: str, content: str | bytes) -> None:
    assert parsed(tmp_path, name, content) == VALUE


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("no", "no"),
        ("on", "on"),
        ("YES", "YES"),
        ("true", True),
        ("False", False),
        ("tRUE", "tRUE"),
        ("~", None),
        ("null", None),
        ("", None),
        ("nUll", "nUll"),
        ("0o17", 15),
        ("0x1F", 31),
        ("012", 12),
        ("-7", -7),
        ("1_000", "1_000"),
        ("0b1", "0b1"),
        ("1:30", "1:30"),
        ("2024-01-31", "2024-01-31"),
        ("3.10", 3.1),
        ("3.1.0", "3.1.0"),
        ("1e3", 1000.0),
        (".5", 0.5),
        ("+.5", 0.5),
        ("=", "="),
        ("'12'", "12"),
        ('"\\u2028"', "\u2028"),
        ("!!str 12", "12"),
        ("! 12", "12"),
        ("!!float 12", 12.0),
        ("!!int 12", 12),
        ("!!null ''", None),
        ("!!bool true", True),
    ],
)
def test_scalars_are_those_of_the_core_schema_of_yaml_1_2(text: str, value: object) -> None:
    found = yaml_text.parse_yaml(f"key: {text}", "a.yaml")
    assert found == {"key": value}
    assert isinstance(found, dict)
    assert type(found["key"]) is type(value)


def test_keys_are_the_text_that_is_written() -> None:
    text = "200: a\ntrue: b\n1.0: c\nnull: d\n<<: {e: f}\n0x10: g\n"
    assert yaml_text.parse_yaml(text, "a.yaml") == {
        "200": "a",
        "true": "b",
        "1.0": "c",
        "null": "d",
        "<<": {"e": "f"},
        "0x10": "g",
    }


def test_anchors_and_aliases_stand_for_their_values() -> None:
    text = "a: &a {x: 1}\nb: [*a, *a]\nc: &k name\n*k : d\n"
    assert yaml_text.parse_yaml(text, "a.yaml") == {
        "a": {"x": 1},
        "b": [{"x": 1}, {"x": 1}],
        "c": "name",
        "name": "d",
    }


def test_the_order_of_properties_is_kept(tmp_path: Path) -> None:
    value = parsed(tmp_path, "a.yaml", "z: 1\na: 2\nm: 3\n")
    assert isinstance(value, dict) and list(value) == ["z", "a", "m"]


def test_the_parser_in_python_gives_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "a: &x [1, 'two', {three: 3.0}]\nb: *x\n200: |\n  text\n  more\n"
    expected = yaml_text.parse_yaml(text, "a.yaml")
    monkeypatch.setattr(yaml_text, "PARSER", yaml.SafeLoader)
    assert yaml_text.parse_yaml(text, "a.yaml") == expected
    assert codes(lambda: yaml_text.parse_yaml("a: [", "a.yaml")) == ["invalid-yaml"]
    assert codes(lambda: yaml_text.parse_yaml("a: \x07", "a.yaml")) == ["invalid-yaml"]
    assert codes(lambda: yaml_text.parse_yaml('a: "\\ud800"', "a.yaml")) == ["invalid-yaml"]
    assert codes(lambda: yaml_text.parse_yaml("[" * 10_000, "a.yaml")) == ["too-deep"]


BOMB = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 10)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.json", '{"a": 1,\n "b": }', "a.json:2:7: error[invalid-json]: the file is not valid JSON: expecting value"),
        ("a.json", "", "a.json:1:1: error[invalid-json]: the file is not valid JSON: expecting value"),
        ("a.json", '{"a": "x\ny"}', "a.json:1:9: error[invalid-json]: the file is not valid JSON: invalid control character"),
        ("a.json", "a: 1", "a.json:1:1: error[invalid-json]"),
        ("a.json", '{"a": NaN}', "a.json:1:2: error[invalid-number] #/a: NaN and infinity are not valid JSON"),
        ("a.json", '{"a": [-1e999]}', "a.json:1:8: error[invalid-number] #/a/0: "),
        ("a.json", '{"a": ' + "9" * 5000 + "}", "a.json:1:7: error[invalid-number]: an integer has more than 4300 digits"),
        ("a.json", '{"a": "\\ud800"}', "a.json:1:2: error[invalid-json] #/a: the string contains a lone surrogate"),
        ("a.json", '{"\\udfff": 1}', "a.json:1:1: error[invalid-json]: a key of this object contains a lone"),
        ("a.json", '{"a": {\n"b": 1, "b": 2}}', "a.json:2:9: error[duplicate-key] #/a/b: the key 'b' occurs more than once"),
        ("a.json", "[" * 100_000, "a.json:1:101: error[too-deep]"),
        ("a.json", "[\n" * 150 + "]" * 150, "a.json:101:1: error[too-deep]"),
        ("a.yaml", "a: [1\nb: }", "a.yaml:2:2: error[invalid-yaml]: the file is not valid YAML: "),
        ("a.yaml", "{a: 1,\n b: ]", "a.yaml:2:5: error[invalid-yaml]"),
        ("a.yaml", "a: 1\n\tb: 2", "a.yaml:2:1: error[invalid-yaml]"),
        ("a.yaml", "a: 1\nb: \x07", "a.yaml:2:4: error[invalid-yaml]: YAML does not allow control characters"),
        ("a.yaml", "a: 1\r\nb: 2\r\na: 3\r\n", "a.yaml:3:1: error[duplicate-key]: the key 'a' occurs more than once"),
        ("a.yaml", '{"a": 1,\n "a": 2}', "a.yaml:2:2: error[duplicate-key] #/a"),
        ("a.yaml", "200: a\n'200': b", "a.yaml:2:1: error[duplicate-key]: the key '200'"),
        ("a.yaml", "a: .inf", "a.yaml:1:4: error[invalid-number]"),
        ("a.yaml", "a: 1e999", "a.yaml:1:4: error[invalid-number]"),
        ("a.yaml", "a: " + "9" * 5000, "a.yaml:1:4: error[invalid-number]"),
        ("a.yaml", "a: *b", "a.yaml:1:4: error[invalid-yaml]: the alias 'b' has no anchor before it"),
        ("a.yaml", "a: &b [*b]", "a.yaml:1:8: error[invalid-yaml]: the alias 'b' is inside of its own anchor"),
        ("a.yaml", BOMB, "a.yaml:6:36: error[invalid-yaml]: the aliases expand to more than 1,000,000 values"),
        ("a.yaml", "? [a]\n: b", "a.yaml:1:3: error[invalid-yaml]: a key is an array or an object"),
        ("a.yaml", "a: &x [1]\n*x : b", "a.yaml:2:1: error[invalid-yaml]: a key is an alias"),
        ("a.yaml", "? \n: b", "a.yaml:1:2: error[invalid-yaml]: a key is empty"),
        ("a.yaml", "a: 1\n---\nb: 2", "a.yaml:2:1: error[invalid-yaml]: the file contains a second document"),
        ("a.yaml", "a: !!python/object:os.system b", "a.yaml:1:4: error[invalid-yaml]: 'b' is not a value of the tag"),
        ("a.yaml", "a: !!set {b}", "a.yaml:1:4: error[invalid-yaml]: the tag 'tag:yaml.org,2002:set'"),
        ("a.yaml", "a: !!int x", "a.yaml:1:4: error[invalid-yaml]: 'x' is not a value of the tag"),
        ("a.yaml", '{"a": NaN, "a": 1}', "a.yaml:1:12: error[duplicate-key] #/a"),
        ("a.yaml", "- " * 5000, "a.yaml:1:201: error[too-deep]"),
        ("a.yaml", "a: &a " + "[" * 60 + "]" * 60 + "\nb: " + "[" * 60 + "*a" + "]" * 60, "a.yaml:1:46: error[too-deep] #/b/0/0"),
        ("a.yaml", "a: é\nb: é\xff".encode("latin-1"), "a.yaml:1:4: error[not-utf-8]: the byte 0xe9 is not valid UTF-8"),
        ("a.yaml", b"\xef\xbb\xbfa: \xc3\xa9\xff", "a.yaml:1:5: error[not-utf-8]: the byte 0xff"),
        ("a.json", '{"a": 1}'.encode("utf-16"), "a.json: error[not-utf-8]: "),
        ("a.json", '{"a": 1}'.encode("utf-16-be"), "a.json: error[not-utf-8]: "),
        ("a.json", '{"a": 1}'.encode("utf-32-le"), "a.json: error[not-utf-8]: "),
    ],
    ids=lambda value: value[:50] if isinstance(value, str) else None,
)  # fmt: skip
def test_a_file_that_cannot_be_parsed_is_a_located_error(
    tmp_path: Path, name: str, content: str | bytes, expected: str
) -> None:
    shown = listing(lambda: parsed(tmp_path, name, content), tmp_path)
    assert shown.startswith(expected)
    assert re.search(r"\n    hint: \w", shown)


def test_every_duplicate_in_a_file_is_reported(tmp_path: Path) -> None:
    text = '{"a": 1, "a": 2, "b": [{"c": 1, "c": 2, "c": 3}]}'
    assert codes(lambda: parsed(tmp_path, "a.json", text)) == ["duplicate-key"] * 2
    assert codes(lambda: parsed(tmp_path, "b.yaml", "a: 1\na: 2\nb: {c: 1, c: 2}")) == (
        ["duplicate-key"] * 2
    )


def test_a_file_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    assert codes(lambda: load_source(tmp_path / "none.yaml", "none.yaml")) == ["file-not-found"]
    assert codes(lambda: load_source(tmp_path, "folder")) == ["not-a-file"]
    assert codes(lambda: load_source(Path("/dev/null"), "null")) == ["not-a-file"]
    assert codes(lambda: load_source(tmp_path / "a\0b", "nul")) == ["unreadable-file"]
    assert codes(lambda: load_source(tmp_path / ("a" * 5000), "long")) == ["unreadable-file"]
    below = written(tmp_path, "file", "a: 1") / "below.yaml"
    assert codes(lambda: load_source(below, "below")) == ["unreadable-file"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("", "error[not-an-object]: the file is empty"),
        ("just text", "error[not-an-object]: the file contains a string instead of an OpenAPI document"),
        ("- a", "error[not-an-object]: the file contains an array instead of an OpenAPI document"),
        ("a: 1", "error[not-openapi]: the property 'openapi' is missing"),
        ("swagger: '1.2'", "error[unsupported-dialect] #/swagger: Swagger '1.2' is not supported"),
        ("swagger: '3.0'", "error[unsupported-dialect] #/swagger: Swagger '3.0' is not supported"),
        ("openapi: '2.0'", "error[unsupported-dialect] #/openapi: OpenAPI '2.0' is not supported"),
        ("openapi: [3.1]", "error[not-openapi] #/openapi: the version must be a string, found an array"),
        ("openapi: true", "error[not-openapi] #/openapi: the version must be a string, found a boolean"),
        ("openapi: 3.3.0", "error[unsupported-dialect] #/openapi: OpenAPI '3.3.0' is not supported"),
        ("openapi: 3.10.0", "error[unsupported-dialect] #/openapi: OpenAPI '3.10.0' is not supported"),
        ("openapi: latest", "error[unsupported-dialect] #/openapi: OpenAPI 'latest' is not supported"),
    ],
)  # fmt: skip
def test_what_is_not_openapi_is_distinguished(tmp_path: Path, content: str, expected: str) -> None:
    path = written(tmp_path, "a.yaml", content)
    assert objection(lambda: load_document(path, "a.yaml")).startswith(f"a.yaml: {expected}")


@pytest.mark.parametrize(
    "version", ["3.0.0", "3.0.4", "3.1.0", "3.1.1", "3.1.0-rc1", "'3.0'", "3.2.0"]
)
def test_versions_3_0_to_3_2_are_loaded(tmp_path: Path, version: str) -> None:
    path = written(tmp_path, "a.yaml", f"openapi: {version}")
    assert load_document(path, "shown/a.yaml").path == "shown/a.yaml"


@pytest.mark.parametrize(
    ("name", "content", "found", "value"),
    [
        ("a.yaml", "openapi: 3.1\na: 1", "2", 1),
        ("a.yaml", "swagger: 2.0\na: 1", "unquoted-version #/swagger", 1),
        ("a.yaml", "openapi: 3.1.0\na: 1\na: 2", "a.yaml:3:1: warning[duplicate-key]", 2),
        ("a.json", '{"openapi": "3.1.0", "a": 1, "a": 2}', "warning[duplicate-key] #/a", 2),
        ("a.json", '{"openapi": "3.1.0", "a": NaN}', "warning[invalid-number] #/a", None),
        ("a.yaml", "openapi: 3.1.0\na: .inf", "a.yaml:2:4: warning[invalid-number]", None),
        ("a.yaml", "openapi: 3.1.0\na:\n\tb: 1", "a.yaml:3:1: warning[tabs-in-yaml]", {"b": 1}),
        ("a.yaml", "openapi:\t3.1.0\na:\n\tb:\n\t\tc: 1", "warning[tabs-in-yaml]", {"b": {"c": 1}}),
        ("a.json", "openapi: 3.1.0\na: 1", "a.json:1:1: warning[invalid-json]", 1),
        ("a.json", '{"openapi": "3.1.0", "a": [1,],}', "warning[invalid-json]", [1]),
        ("a.yaml", "openapi: 3.1.0\nx: &x {b: 1, c: 2}\na: {<<: *x, b: 3}", "", {"b": 3, "c": 2}),
        ("a.yaml", "openapi: 3.1.0\nx: &x {b: 1}\na: {<<: [*x, {d: 4}]}", "", {"b": 1, "d": 4}),
    ],
)  # fmt: skip
def test_what_has_one_plausible_reading_is_loaded_with_a_warning(
    tmp_path: Path, name: str, content: str, found: str, value: object
) -> None:
    document = load_document(written(tmp_path, name, content), name)
    assert document.root["a"] == value
    lines = [format_diagnostic(each).partition("\n")[0] for each in document.findings]
    assert not any("error[" in line for line in lines)
    if found.startswith(("a.", "warning")):
        assert found in " ".join(lines)
    else:
        assert len(lines) == (1 if found else 0)


def test_a_file_of_more_bytes_than_are_read_is_an_error(tmp_path: Path) -> None:
    path = written(tmp_path, "a.yaml", "openapi: 3.1.0\n" + "a: 1\n" * 10)
    assert codes(lambda: load_document(path, "a.yaml", 20)) == ["too-large"]
