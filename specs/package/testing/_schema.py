"""Schemas of the documents: what is wrong with a value, and values that are right."""

from __future__ import annotations

from typing import Any, cast

from ._answers import Json

_KINDS: dict[str, Any] = {
    "string": str,
    "boolean": bool,
    "integer": int,
    "number": (int, float),
    "array": list,
    "object": dict,
    "null": type(None),
}
_FORMATS = {"date-time": "2026-01-01T00:00:00Z", "uuid": "00000000-0000-4000-8000-000000000000"}
_SAMPLES: Json = {"string": "text", "boolean": False, "integer": 1, "number": 1.0}
_DEPTH = 6


class Schemas:
    """The schemas that have a number."""

    def __init__(self, schemas: list[Json]) -> None:
        self._schemas = schemas

    def fault(self, schema: Json, value: Any) -> str | None:
        """What is wrong with a value, after the names that lead to it; None for nothing."""
        if "$ref" in schema:
            return self.fault(self._schemas[schema["$ref"]], value)
        if "oneOf" in schema:
            faults = [self.fault(each, value) for each in schema["oneOf"]]
            return None if None in faults else faults[0]
        kinds = schema.get("type", ())
        if kinds and not _is(value, [kinds] if isinstance(kinds, str) else kinds):
            return f": is not of type {kinds}"
        if "enum" in schema and value is not None and value not in schema["enum"]:
            return f": is not one of {', '.join(map(str, schema['enum']))}"
        if isinstance(value, str):
            return _over(len(value), schema.get("maxLength"), " characters")
        if isinstance(value, (int, float)):
            return _over(value, schema.get("maximum"), "")
        if isinstance(value, list):
            return self._elements(schema, cast(list[Any], value))
        return self._members(schema, cast(Json, value)) if isinstance(value, dict) else None

    def _elements(self, schema: Json, value: list[Any]) -> str | None:
        for index, each in enumerate(value) if "items" in schema else ():
            if fault := self.fault(schema["items"], each):
                return _below(index, fault)
        return _over(len(value), schema.get("maxItems"), " items")

    def _members(self, schema: Json, value: Json) -> str | None:
        for name in schema.get("required", ()):
            if name not in value:
                return f"{name}: is required"
        declared, rest = schema.get("properties", {}), schema.get("additionalProperties")
        for name, each in value.items():
            member = declared.get(name, rest)
            if isinstance(member, dict) and (fault := self.fault(cast(Json, member), each)):
                return _below(name, fault)
        return None

    def instance(self, schema: Json, depth: int = 0) -> Any:
        """A value that the schema allows; what may be left out is, far down."""
        if "$ref" in schema:
            return self.instance(self._schemas[schema["$ref"]], depth + 1)
        if "oneOf" in schema or "enum" in schema:
            return schema["enum"][0] if "enum" in schema else self.instance(schema["oneOf"][0])
        kinds = schema.get("type", "object" if "properties" in schema else "string")
        kind = kinds if isinstance(kinds, str) else next(each for each in kinds if each != "null")
        if kind == "array":
            return [self.instance(schema["items"], depth + 1)] if depth < _DEPTH else []
        if kind != "object":
            return _FORMATS.get(schema.get("format", ""), _SAMPLES[kind])
        return {
            name: self.instance(each, depth + 1)
            for name, each in schema.get("properties", {}).items()
            if depth < _DEPTH // 2 or name in schema.get("required", ())
        }


def _is(value: Any, kinds: list[str]) -> bool:
    if isinstance(value, bool):  # for Python an integer
        return "boolean" in kinds
    return any(isinstance(value, _KINDS[kind]) for kind in kinds)


def _over(size: float, most: float | None, unit: str) -> str | None:
    return None if most is None or size <= most else f": is over {most}{unit}"


def _below(name: object, fault: str) -> str:
    return f"{name}{fault}" if fault.startswith(":") else f"{name}.{fault}"
