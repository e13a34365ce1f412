"""Schemas of the documents in, functions out: one that checks a value, one that makes an instance."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

Check = Callable[[Any], str | None]
"""What is wrong with a value, beginning with where it is, or None."""

_KINDS: dict[str, Any] = {
    "string": str,
    "boolean": bool,
    "integer": int,
    "number": (int | float),
    "array": list,
    "object": dict,
    "null": type(None),
}
_SAMPLES: dict[str, Any] = {"string": "text", "boolean": False, "integer": 1, "number": 1.0}
_FORMATS = {
    "date-time": "2026-01-01T00:00:00Z",
    "uuid": "00000000-0000-4000-8000-000000000000",
}
_DEPTH = 6


class Schemas:
    """The schemas that have a number; a check is made when it is first asked for."""

    def __init__(self, schemas: Sequence[Mapping[str, Any]]) -> None:
        self._schemas = schemas
        self._checks: dict[int, Check] = {}

    def check(self, schema: Mapping[str, Any]) -> Check:
        """What checks a value against the schema."""
        if "$ref" in schema:
            return self._referred(schema["$ref"])
        if "oneOf" in schema:
            return _any_of([self.check(each) for each in schema["oneOf"]])
        found = [_kind(schema["type"])] if "type" in schema else []
        if "enum" in schema:
            found.append(_one_of(schema["enum"]))
        for keyword, limit in _LIMITS.items():
            if keyword in schema:
                found.append(limit(schema[keyword]))
        if "items" in schema:
            found.append(_each(self.check(schema["items"])))
        if {"properties", "required", "additionalProperties"} & schema.keys():
            found.append(self._members(schema))
        return found[0] if len(found) == 1 else _all_of(found)

    def _referred(self, number: int) -> Check:
        def check(value: Any) -> str | None:
            known = self._checks.get(number)
            if known is None:
                known = self._checks[number] = self.check(self._schemas[number])
            return known(value)

        return check

    def _members(self, schema: Mapping[str, Any]) -> Check:
        required = schema.get("required", ())
        members = {key: self.check(each) for key, each in schema.get("properties", {}).items()}
        rest = schema.get("additionalProperties")
        other = self.check(cast(Mapping[str, Any], rest)) if isinstance(rest, dict) else None

        def check(value: Any) -> str | None:
            if not isinstance(value, dict):
                return None
            for name in required:
                if name not in value:
                    return f"{name}: is required"
            for name, member in cast(dict[str, Any], value).items():
                one = members.get(name, other)
                fault = one(member) if one else None
                if fault:
                    return _below(name, fault)
            return None

        return check

    def instance(self, schema: Mapping[str, Any], depth: int = 0) -> Any:
        """A value that the schema allows; what may be left out is, far down."""
        if "$ref" in schema:
            return self.instance(self._schemas[schema["$ref"]], depth + 1)
        if "oneOf" in schema:
            return self.instance(schema["oneOf"][0], depth)
        if "enum" in schema:
            return schema["enum"][0]
        kinds = schema.get("type", "object" if "properties" in schema else "string")
        kind = kinds if isinstance(kinds, str) else next(k for k in kinds if k != "null")
        if kind == "array":
            return [self.instance(schema["items"], depth + 1)] if depth < _DEPTH else []
        if kind != "object":
            return _FORMATS.get(schema.get("format", ""), _SAMPLES[kind])
        wanted = schema.get("required", ())
        return {
            name: self.instance(each, depth + 1)
            for name, each in schema.get("properties", {}).items()
            if name in wanted or depth < _DEPTH // 2
        }


def _kind(kinds: str | Sequence[str]) -> Check:
    names = [kinds] if isinstance(kinds, str) else list(kinds)
    text = f": must be {' or '.join(names)}"
    allowed: Any = tuple(_KINDS[name] for name in names)
    refuses_flags = "boolean" not in names  # for Python, which takes them for integers

    def check(value: Any) -> str | None:
        if not isinstance(value, allowed) or (refuses_flags and isinstance(value, bool)):
            return text
        return None

    return check


def _one_of(values: Sequence[Any]) -> Check:
    text = f": must be one of {', '.join(map(str, values))}"
    return lambda value: None if value is None or value in values else text


def _below(name: str, fault: str) -> str:
    return f"{name}{fault}" if fault.startswith(":") else f"{name}.{fault}"


def _each(check: Check) -> Check:
    def check_each(value: Any) -> str | None:
        for index, each in enumerate(cast(list[Any], value)) if isinstance(value, list) else ():
            fault = check(each)
            if fault:
                return _below(str(index), fault)
        return None

    return check_each


def _all_of(checks: Sequence[Check]) -> Check:
    def check(value: Any) -> str | None:
        for each in checks:
            fault = each(value)
            if fault:
                return fault
        return None

    return check


def _any_of(checks: Sequence[Check]) -> Check:
    def check(value: Any) -> str | None:
        faults = [each(value) for each in checks]
        return None if None in faults else faults[0]

    return check


def _bound(measure: Callable[[Any], bool], text: str) -> Check:
    return lambda value: text if measure(value) else None


_LIMITS: dict[str, Callable[[Any], Check]] = {
    "maximum": lambda most: _bound(
        lambda value: isinstance(value, (int, float)) and value > most, f": must be at most {most}"
    ),
    "maxItems": lambda most: _bound(
        lambda value: isinstance(value, list) and len(cast(list[Any], value)) > most,
        f": must have at most {most} items",
    ),
    "maxLength": lambda most: _bound(
        lambda value: isinstance(value, str) and len(value) > most,
        f": must have at most {most} characters",
    ),
}
