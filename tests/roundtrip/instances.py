"""Create strategies for the values of schemas.

hypothesis-jsonschema does not support recursive references, and is slow on all but small schemas.
So references are expanded, to a depth at which the result stays small; objects, arrays and unions
are combined here, and it makes the scalars.
"""

from __future__ import annotations

import base64
import json
import re
from functools import cache
from typing import Any, cast

from hypothesis import strategies as st
from hypothesis_jsonschema import from_schema

MOST_NODES = 150
DEPTHS = (5, 3, 2, 1)
_CUT = object()
_KEPT = frozenset(
    "type enum const properties required additionalProperties items prefixItems oneOf anyOf allOf "
    "format minimum maximum exclusiveMinimum exclusiveMaximum pattern patternProperties".split()
)
FORMATS: dict[str, st.SearchStrategy[str]] = {
    "uuid": st.uuids().map(str),
    "byte": st.binary(max_size=12).map(lambda data: base64.b64encode(data).decode()),
    "base64url": st.binary(max_size=12).map(lambda data: base64.urlsafe_b64encode(data).decode()),
    "duration": st.sampled_from(["P1D", "PT36H", "P2W", "P1Y", "PT1.5S", "-P1DT1H", "P0D"]),
    "decimal": st.decimals(allow_nan=False, allow_infinity=False).map(str),
    "date-time-rfc1123": st.datetimes().map(lambda at: at.strftime("%a, %d %b %Y %H:%M:%S GMT")),
}


_ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=2)
    | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=4,
)


def instances(schema: Any, root: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Return a strategy for the values of a schema of the document `root`, as OpenAPI 3.1 defines
    them."""
    for depth in DEPTHS:
        plain = _written_out(schema, root, (), depth)
        if plain is _CUT:
            return st.none() | st.integers() | st.text()
        if _size(plain) <= MOST_NODES:
            break
    return _strategy(plain)


def _strategy(schema: Any) -> st.SearchStrategy[Any]:
    if not isinstance(schema, dict) or not schema:
        return _ANYTHING
    for key in ("anyOf", "allOf"):
        if key in schema:
            rest = {name: each for name, each in schema.items() if name != key}
            parts = [_strategy(each) for each in schema[key]]
            choice = st.one_of(parts) if key == "anyOf" else _all(parts)
            return _all([_strategy(rest), choice]) if "properties" in rest else choice
    if isinstance(schema.get("type"), list):
        return st.one_of([_strategy({**schema, "type": each}) for each in schema["type"]])
    if "enum" in schema or "const" in schema:
        return st.sampled_from(schema.get("enum") or [schema.get("const")])
    if schema.get("type") == "object" or "properties" in schema:
        return _object(schema)
    if schema.get("type") == "array" or "items" in schema or "prefixItems" in schema:
        return _array(schema)
    return _scalar(json.dumps(schema))


def _all(parts: list[st.SearchStrategy[Any]]) -> st.SearchStrategy[Any]:
    """Merge the properties of all parts in one object; return the last of other values."""

    def joined(values: tuple[Any, ...]) -> Any:
        objects = [each for each in values if isinstance(each, dict)]
        return {k: v for each in objects for k, v in each.items()} if objects else values[-1]

    return st.tuples(*parts).map(joined)


def _object(schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    members = {name: _strategy(each) for name, each in schema.get("properties", {}).items()}
    required = {name for name in schema.get("required", ()) if name in members}
    named = st.fixed_dictionaries(
        {name: each for name, each in members.items() if name in required},
        optional={name: each for name, each in members.items() if name not in required},
    )
    others = schema.get("additionalProperties")
    if others is False:
        return named
    more = st.dictionaries(st.text(max_size=4), _strategy(others), max_size=2)
    return _all([more, named])


def _array(schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    first = [_strategy(each) for each in schema.get("prefixItems", ())]
    items = schema.get("items")
    rest = st.just([]) if items is False else st.lists(_strategy(items), max_size=3)
    return st.tuples(st.tuples(*first), rest).map(lambda both: [*both[0], *both[1]])


@cache
def _scalar(schema: str) -> st.SearchStrategy[Any]:
    try:
        found = from_schema(json.loads(schema), custom_formats=FORMATS)
        found.validate()
    except Exception:  # a pattern or limits that it cannot read: only the type
        found = from_schema({"type": json.loads(schema).get("type", "string")})
    return cast("st.SearchStrategy[Any]", found)


def _size(value: Any) -> int:
    if isinstance(value, dict):
        return 1 + sum(map(_size, value.values()))
    return 1 + sum(map(_size, value)) if isinstance(value, list) else 0


def _written_out(schema: Any, root: dict[str, Any], above: tuple[str, ...], depth: int) -> Any:
    """Return the schema without references; _CUT where it is recursive or too deep."""
    if not isinstance(schema, dict):
        return schema
    reference = schema.get("$ref")
    if isinstance(reference, str):
        if reference in above or len(above) >= depth:
            return _CUT
        return _written_out(_target(reference, root), root, (*above, reference), depth)
    plain = {key: value for key, value in schema.items() if key in _KEPT}
    pattern = plain.get("pattern")
    if pattern is not None and not _is_pattern(pattern):
        del plain["pattern"]
    for key in ("additionalProperties", "items"):
        if key in plain:
            inner = _written_out(plain[key], root, above, depth)
            plain[key] = False if inner is _CUT else inner
    for key in ("oneOf", "anyOf", "allOf", "prefixItems"):
        if key in plain:
            found = [_written_out(each, root, above, depth) for each in plain[key]]
            plain[key] = [each for each in found if each is not _CUT]
            if not plain[key] and key in ("oneOf", "anyOf"):
                return _CUT
            if not plain[key]:
                del plain[key]
    if "oneOf" in plain:  # that none of the others fits too is hard to satisfy
        plain.setdefault("anyOf", []).extend(plain.pop("oneOf"))
    if "patternProperties" in plain:
        plain["patternProperties"] = {
            key: inner
            for key, each in plain["patternProperties"].items()
            if _is_pattern(key) and (inner := _written_out(each, root, above, depth)) is not _CUT
        }
    return _with_properties(plain, root, above, depth)


def _with_properties(
    plain: dict[str, Any], root: dict[str, Any], above: tuple[str, ...], depth: int
) -> Any:
    members = {
        name: _written_out(each, root, above, depth)
        for name, each in plain.get("properties", {}).items()
    }
    required = plain.get("required", [])
    if any(members.get(name) is _CUT for name in required):
        return _CUT if above else {}
    if "properties" in plain:
        plain["properties"] = {name: each for name, each in members.items() if each is not _CUT}
    return plain


def _is_pattern(pattern: object) -> bool:
    try:
        re.compile(str(pattern))
    except (re.error, OverflowError):
        return False
    return len(str(pattern)) < 80


def _target(reference: str, root: Any) -> Any:
    for token in reference.removeprefix("#/").split("/"):
        token = token.replace("~1", "/").replace("~0", "~")
        root = root[int(token)] if isinstance(root, list) else root[token]
    return root
