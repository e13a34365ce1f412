"""A schema of a document in, a strategy for values that fit it out.

hypothesis-jsonschema takes no recursive references, and is slow on large schemas: references are
written out, to a depth at which the whole stays small.
"""

from __future__ import annotations

import base64
import re
from typing import Any, cast

from hypothesis import strategies as st
from hypothesis_jsonschema import from_schema

MOST_NODES = 250
DEPTHS = (6, 4, 3, 2, 1)
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


def instances(schema: Any, root: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Values of a schema of the document `root`, in the sense of OpenAPI 3.1."""
    for depth in DEPTHS:
        plain = _written_out(schema, root, (), depth)
        if plain is _CUT:
            return st.none() | st.integers() | st.text()
        if _size(plain) <= MOST_NODES:
            break
    return cast("st.SearchStrategy[Any]", from_schema(plain, custom_formats=FORMATS))


def _size(value: Any) -> int:
    if isinstance(value, dict):
        return 1 + sum(map(_size, value.values()))
    return 1 + sum(map(_size, value)) if isinstance(value, list) else 0


def _written_out(schema: Any, root: dict[str, Any], above: tuple[str, ...], depth: int) -> Any:
    """The schema without references; _CUT where it leads back to itself or too deep."""
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
    if "oneOf" in plain:  # that none of the others fits as well is hard to satisfy
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
