"""Schemas of the documents: types that validate a value, and instances of them."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Union

import msgspec

from ._answers import Json

_SAMPLES: Json = {"string": "text", "boolean": False, "integer": 1, "number": 1.0}
_FORMATS = {"date-time": "2026-01-01T00:00:00Z", "uuid": "00000000-0000-4000-8000-000000000000"}
_DEPTH = 6


class Schemas:
    """The numbered schemas of the documents."""

    def __init__(self, schemas: list[Json]) -> None:
        self._schemas = schemas
        self._types: dict[int, Any] = {}

    def type(self, schema: Json) -> Any:
        """Return a type for the values that a schema allows; recursive and alternative schemas allow anything."""
        if "$ref" in schema:
            number: int = schema["$ref"]
            if number not in self._types:
                self._types[number] = Any  # until it is made
                self._types[number] = self.type(self._schemas[number])
            return self._types[number]
        if "enum" in schema:
            return Literal[tuple(schema["enum"])]
        kinds = schema.get("type", "")
        names: list[str] = [kinds] if isinstance(kinds, str) else kinds
        return Union[tuple(self._type(name, schema) for name in names)]  # noqa: UP007

    def _type(self, kind: str, schema: Json) -> Any:
        match kind:
            case "string":
                return Annotated[str, msgspec.Meta(max_length=schema.get("maxLength"))]
            case "integer" | "number":
                number: Any = int if kind == "integer" else float
                return Annotated[number, msgspec.Meta(le=schema.get("maximum"))]
            case "array":
                items: Any = list.__class_getitem__(self.type(schema["items"]))
                return Annotated[items, msgspec.Meta(max_length=schema.get("maxItems"))]
            case "object" if "properties" in schema:
                required = schema.get("required", ())
                found = schema["properties"].items()
                fields = [self._field(name, each, name in required) for name, each in found]
                return msgspec.defstruct("Object", fields, kw_only=True)
            case "object":
                rest = self.type(schema.get("additionalProperties") or {})
                return dict.__class_getitem__((str, rest))
            case _:
                return {"boolean": bool, "null": None}.get(kind, Any)

    def _field(self, name: str, schema: Json, required: bool) -> Any:
        found = self.type(schema)
        if required:
            return (f"_{name}", found, msgspec.field(name=name))
        unset = msgspec.field(name=name, default=msgspec.UNSET)
        return (f"_{name}", Union[found, msgspec.UnsetType], unset)  # noqa: UP007

    def instance(self, schema: Json, depth: int = 0) -> Any:
        """Return a value that the schema allows; optional parts are omitted at depth."""
        if "$ref" in schema:
            number: int = schema["$ref"]
            return self.instance(self._schemas[number], depth + 1)
        if "default" in schema:
            return schema["default"]
        if "oneOf" in schema or "enum" in schema:
            return schema["enum"][0] if "enum" in schema else self.instance(schema["oneOf"][0])
        kinds: Any = schema.get("type", "object" if "properties" in schema else "string")
        kind: str = kinds if isinstance(kinds, str) else next(k for k in kinds if k != "null")
        if kind == "array":
            return [self.instance(schema["items"], depth + 1)] if depth < _DEPTH else []
        if kind != "object":
            return _FORMATS.get(schema.get("format", ""), _SAMPLES[kind])
        return {
            name: self.instance(each, depth + 1)
            for name, each in schema.get("properties", {}).items()
            if depth < _DEPTH // 2 or name in schema.get("required", ())
        }
