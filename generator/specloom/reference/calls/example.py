"""Choose the example of an operation: the values of its parameters and its body, for every language."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from typing import cast

from msgspec import Struct

from specloom.ir import (
    Array,
    Form,
    Json,
    MediaType,
    Multipart,
    ObjectSchema,
    Operation,
    Primitive,
    Reference,
    Response,
    Type,
    Union,
    Unspecified,
    Upload,
    types_in,
    usual_content,
)
from specloom.python.operations.calls import OperationCall
from specloom.reference.calls.synthesis import FileValue, Synthesis, Value
from specloom.reference.planning.sources import MISSING, Sources, example_of
from specloom.reference.planning.types import innermost, resolved


class Example(Struct, frozen=True):
    """One request: values of parameters by place and wire name, and the body with its media type."""

    parameters: dict[tuple[str, str], Value]
    body: Value
    has_body: bool
    media_type: MediaType | None


class Examples:
    """Chooses examples: those of the document, or values of the types."""

    def __init__(self, sources: Sources, synthesis: Synthesis) -> None:
        self._sources = sources
        self._synthesis = synthesis

    def request(self, operation: Operation, call: OperationCall) -> Example:
        """Return the example of a request."""
        bound = dict(call.bound)
        paging = operation.pagination
        parameters: dict[tuple[str, str], Value] = {}
        for each in operation.parameters:
            key = (each.place, each.wire_name)
            if each.place == "path" and each.wire_name in bound:
                parameters[key] = bound[each.wire_name]
                continue
            node = self._sources.parameter(
                operation.document, operation.method, operation.path, key
            )
            stated = example_of(node)
            is_cursor = paging is not None and key == (paging.place, paging.cursor)
            # Of the optional ones, those of a list show what it can do; elsewhere they may exclude each other.
            if not each.required and (paging is None or stated is MISSING or is_cursor):
                continue
            parameters[key] = (
                cast(Value, stated)
                if stated is not MISSING and stated not in ("", [])
                else self._synthesis.value(each.type, is_sent=True)
            )
        for name in re.findall(r"\{([^{}]*)\}", operation.path):
            if ("path", name) not in parameters:
                parameters["path", name] = bound.get(name) or self._in_root(operation, name)
        body, media_type = self._body(operation)
        if paging is not None and paging.place == "body" and isinstance(body, dict):
            body = {key: value for key, value in body.items() if key != paging.cursor}
        return Example(parameters, body, media_type is not None, media_type)

    def _in_root(self, operation: Operation, name: str) -> Value:
        """Return the example of a path parameter that an open resource takes."""
        stated = example_of(
            self._sources.parameter(
                operation.document, operation.method, operation.path, ("path", name)
            )
        )
        return "string" if stated is MISSING else cast(Value, stated)

    def response(self, operation: Operation, response: Response) -> Value | object:
        """Return the example of a response, `MISSING` if it has no body with one."""
        chosen = usual_content(response.content)
        if chosen is None:
            return MISSING
        node = self._sources.response(
            operation.document,
            operation.method,
            operation.path,
            response.status,
            chosen.media_type,
        )
        stated = example_of(node)
        if stated is not MISSING:
            return stated
        types = types_in((chosen,))
        if not types or not isinstance(chosen, Json | Unspecified):
            return MISSING
        return self._synthesis.value(types[0], is_sent=False)

    def _body(self, operation: Operation) -> tuple[Value, MediaType | None]:
        declared = operation.request_body
        chosen = usual_content(declared.content) if declared is not None else None
        if declared is None or chosen is None:
            return None, None
        node = self._sources.request(
            operation.document, operation.method, operation.path, chosen.media_type
        )
        stated = example_of(node)
        if stated is not MISSING:
            return self._with_files(chosen, cast(Value, stated)), chosen
        if isinstance(chosen, Upload):
            return FileValue("example.bin"), chosen
        types = types_in((chosen,))
        made = self._synthesis.value(types[0], is_sent=True) if types else {}
        return self._with_files(chosen, made), chosen

    def _with_files(self, chosen: MediaType, body: Value) -> Value:
        """Return the body of a form with files in the parts that are files."""
        if not isinstance(chosen, Multipart) or not isinstance(body, dict) or chosen.type is None:
            return body
        found = resolved(chosen.type, self._synthesis.schemas)
        if not isinstance(found, Reference):
            return body
        schema = self._synthesis.schemas[found.schema]
        assert isinstance(schema, ObjectSchema)
        types = {each.wire_name: each.type for each in schema.properties}
        return {
            key: self._part(key, value, types[key]) if key in types else value
            for key, value in body.items()
        }

    def _part(self, name: str, value: Value, type_: Type) -> Value:
        """Return the value of a part: a file, several files, or what a string of JSON stands for."""
        schemas = self._synthesis.schemas
        found = resolved(type_, schemas)
        choices = found.members if isinstance(found, Union) else (found,)
        if any(_is_file(innermost(each, schemas)) for each in choices):
            is_array = all(isinstance(each, Array) for each in choices)
            each = value[0] if isinstance(value, list) and value else value
            return [_file(name, each)] if is_array else _file(name, each)
        if isinstance(value, str) and any(isinstance(each, Reference) for each in choices):
            with suppress(ValueError):
                return cast(Value, json.loads(value))
        return value


def _is_file(type_: Type) -> bool:
    return isinstance(type_, Primitive) and type_.format == "binary"


def _file(name: str, value: Value) -> FileValue:
    """Return the file of a part; an example that looks like the name of a file names it."""
    if isinstance(value, FileValue):
        return FileValue(f"{name}.bin")
    is_name = isinstance(value, str) and 0 < len(value) < 60 and "." in value
    plain = is_name and all(each.isalnum() or each in "._-" for each in str(value))
    return FileValue(str(value) if plain else f"{name}.bin")


def is_form(media_type: MediaType | None) -> bool:
    """Return whether a body is sent as a form."""
    return isinstance(media_type, Form | Multipart)
