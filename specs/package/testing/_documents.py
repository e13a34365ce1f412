"""Requests in, calls of documented operations out, or the refusal of what no document allows."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, cast
from urllib.parse import parse_qsl, unquote

from hubspot_crm._core.transport import Request

from ._refusal import Refusal, invalid
from ._schema import Check, Schemas

_VERSION = re.compile(r"v\d+|\d{4}-\d\d")
_NUMBER = re.compile(r"-?\d{1,18}")


class Operation:
    """One documented operation, its checks made when it is first called."""

    def __init__(self, value: dict[str, Any], schemas: Schemas) -> None:
        self._schemas = schemas
        self.query = {p["name"]: p for p in value["parameters"] if p["in"] == "query"}
        self.batch: dict[str, Any] = value.get("x-specloom-batch", {})
        self.pagination: dict[str, Any] = value.get("x-specloom-pagination", {})
        self._body: dict[str, Any] = value.get("requestBody", {})
        self._responses: dict[str, Any] = value["responses"]
        self._checks: dict[str, Check] = {}
        self.success = min(int(each) for each in self._responses if each.startswith("2"))

    def query_values(self, pairs: list[tuple[str, str]]) -> dict[str, Any]:
        """The values of the query by name, each of its type. Raises Refusal."""
        found: dict[str, Any] = {}
        for name, text in pairs:
            if name not in self.query:
                raise invalid(f"{name} is not a parameter of this request", propertyName=name)
            schema = self.query[name]["schema"]
            if schema.get("type") == "array":
                found.setdefault(name, []).extend(text.split(","))
            else:
                found[name] = _scalar(text, schema.get("type"))
        for name, value in found.items():
            self._check(f"query {name}", self.query[name]["schema"], value, name)
        for name, parameter in self.query.items():
            if parameter.get("required") and name not in found:
                raise invalid(f"{name} is required", propertyName=name)
        return found

    def body(self, content: bytes | None, media_type: str) -> Any:
        """The JSON of a body, checked; None for none, bytes where it is no JSON by declaration."""
        if not content:
            if self._body.get("required"):
                raise invalid("A body is required", "INVALID_JSON")
            return None
        declared = self._body.get("content", {})
        if media_type not in declared:
            raise Refusal(415, "VALIDATION_ERROR", f"{media_type or 'no media type'} is not taken")
        if media_type != "application/json":
            return content
        try:
            value = json.loads(content)
        except ValueError:
            raise invalid("Invalid input JSON", "INVALID_JSON") from None
        self._check("body", declared[media_type], value, "")
        self._check_inputs(value)
        return value

    def answer(self) -> Any:
        """An instance of what a success answers with; a list has no page after it."""
        schema = self._responses[str(self.success)]
        if schema is None:
            return None
        value = self._schemas.instance(schema)
        *parents, last = self.pagination.get("next", "/").split("/")[1:]
        holder = value
        for name in parents:
            holder = holder.get(name, {})
        if last:
            holder.pop(last, None)
            value.pop("paging", None)
        return value

    def _check(self, key: str, schema: dict[str, Any], value: Any, at: str) -> None:
        if key not in self._checks:
            self._checks[key] = self._schemas.check(schema)
        fault = self._checks[key](value)
        if fault:
            place = f"{at}{fault}" if fault.startswith(":") else fault
            name = place.partition(":")[0] or "body"
            message = f"Invalid input: {place.lstrip(': ')}"
            raise invalid(message, "INVALID_INPUT", propertyName=name)

    def _check_inputs(self, body: Any) -> None:
        if not self.batch or not isinstance(body, dict):
            return
        members = cast(dict[str, Any], body)
        lower = (
            most for name, most in self.batch.get("limitWith", {}).items() if members.get(name)
        )
        most = min([self.batch["limit"], *lower])
        count = len(members.get(self.batch["inputs"], ()))
        if count > most:
            raise invalid(f"A request has at most {most} inputs, this one has {count}", "TOO_MANY")


@dataclass(frozen=True, slots=True)
class Call:
    """A request that the documents allow. `place` is its path, decoded, without the version."""

    method: str
    place: tuple[str, ...]
    version: str
    operation: Operation
    query: dict[str, Any]
    body: Any


@dataclass(slots=True)
class _Branch:
    """What may follow in a path: a literal segment, or any (under "")."""

    branches: dict[str, _Branch] = field(default_factory=dict[str, "_Branch"])
    methods: dict[str, list[int]] = field(default_factory=dict[str, list[int]])


class Documents:
    """All documented operations, found by path and method."""

    def __init__(self, value: dict[str, Any]) -> None:
        schemas = Schemas(value["schemas"])
        self._operations = [Operation(each, schemas) for each in value["operations"]]
        self._root = _Branch()
        for path, methods in value["paths"].items():
            branch = self._root
            for segment in path.split("/")[1:]:
                key = "" if segment.startswith("{") else segment
                branch = branch.branches.setdefault(key, _Branch())
            for method, numbers in methods.items():
                known = branch.methods.setdefault(method.upper(), [])
                known += [number for number in numbers if number not in known]

    def call(self, request: Request) -> Call:
        """What a request calls.

        Raises Refusal: 404 for a path that no document has, 405 for a method that the path has
        not, 400 for a parameter or a body that is not as declared.
        """
        target = request.url.split("://", 1)[-1]
        path, _, query = ("/" + target.partition("/")[2]).partition("?")
        place = tuple(unquote(each) for each in path.split("/")[1:])
        found = list(_follow(self._root, place))
        if not found:
            raise Refusal(404, "OBJECT_NOT_FOUND", f"There is nothing at {path}")
        numbers = [n for branch in found for n in branch.methods.get(request.method, ())]
        if not numbers:
            raise Refusal(405, "METHOD_NOT_ALLOWED", f"{request.method} is not allowed here")
        pairs = parse_qsl(query, keep_blank_values=True)
        media_type = _media_type(request.headers)
        refusal: Refusal | None = None
        for number in numbers:  # documents may differ in what they say of one path
            operation = self._operations[number]
            try:
                values = operation.query_values(pairs)
                body = operation.body(request.content, media_type)
            except Refusal as error:
                refusal = refusal or error
                continue
            version = next(filter(_VERSION.fullmatch, place), "")
            short = tuple(each for each in place if each != version)
            return Call(request.method, short, version, operation, values, body)
        assert refusal is not None
        raise refusal


@cache
def documents() -> Documents:
    """The documents that this package was made from."""
    text = files("hubspot_crm.testing").joinpath("operations.json").read_text("utf-8")
    return Documents(json.loads(text))


def _follow(branch: _Branch, place: tuple[str, ...]) -> list[_Branch]:
    """Where a path leads: by its literal segments first, by parameters after that."""
    if not place:
        return [branch] if branch.methods else []
    keys = [place[0], ""] if place[0] else []
    return [
        found
        for key in dict.fromkeys(keys)
        if key in branch.branches
        for found in _follow(branch.branches[key], place[1:])
    ]


def _media_type(headers: tuple[tuple[str, str], ...]) -> str:
    values = (value for name, value in headers if name.lower() == "content-type")
    return next(values, "").partition(";")[0].strip().lower()


def _scalar(text: str, kind: object) -> Any:
    """The value of a parameter; text that is not of the kind is left for the check to refuse."""
    if kind == "boolean" and text in ("true", "false"):
        return text == "true"
    return int(text) if kind == "integer" and _NUMBER.fullmatch(text) else text
