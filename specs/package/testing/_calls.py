"""Calls and answers: requests that the documents allow, and the responses to them.

A request is matched to a documented operation, and refused if the documents do not allow it. Schemas become
types that validate a value, and instances of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Annotated, Any, Literal, Union, cast
from urllib.parse import parse_qsl, unquote

import msgspec
from hubspot_crm._core.transport import Request

Json = dict[str, Any]
Write = Callable[[], Any]
TRACE = "objectWriteTraceId"


class Refusal(Exception):
    """An error response. `members` are added to its body."""

    def __init__(
        self,
        status: int,
        category: str,
        message: str,
        context: Mapping[str, Sequence[str]] | None = None,
        *,
        headers: Mapping[str, str] | None = None,
        members: Json | None = None,
    ) -> None:
        super().__init__(message)
        self.status, self.headers = status, dict(headers or {})
        self.context = dict(context or {})
        usual = {"status": "error", "category": category, "message": message}
        self.body: Json = {**usual, "context": self.context, **(members or {})}


def invalid(message: str, code: str = "INVALID", **context: str) -> Refusal:
    """400, VALIDATION_ERROR."""
    named = {name: [value] for name, value in context.items()}
    members = {"errors": [{"message": message, "code": code, "context": named}]}
    return Refusal(400, "VALIDATION_ERROR", message, named, members=members)


def missing(what: str, id_: str) -> Refusal:
    """404, OBJECT_NOT_FOUND."""
    return Refusal(404, "OBJECT_NOT_FOUND", f"{what} {id_} does not exist", {"ids": [id_]})


@dataclass(frozen=True, slots=True)
class Answer:
    """The body of a success, or None. `partial`: some inputs of a batch failed."""

    body: Any = None
    partial: bool = False


def page(results: Sequence[Any], after: str | None = None, **members: Any) -> Answer:
    """Return one page of a list, and the cursor of the next one."""
    following = {"paging": {"next": {"after": after, "link": f"?after={after}"}}} if after else {}
    return Answer({**members, "results": results, **following})


def batch(inputs: Sequence[Json], prepare: Callable[[Json], Write], now: str) -> Answer:
    """Do what `prepare` returns for each input.

    An input that is refused fails alone if every input has a unique trace id; otherwise the whole batch
    fails, and nothing is done. An input whose record does not exist always fails alone.
    """
    traces = [each.get(TRACE) for each in inputs]
    apart = None not in traces and len(set(traces)) == len(traces)
    ready: list[Write] = []
    errors: list[Json] = []
    absent: list[str] = []
    for each, trace in zip(inputs, traces, strict=True):
        try:
            ready.append(prepare(each))
        except Refusal as refusal:
            if not apart and refusal.status != 404:
                raise
            if apart:
                errors.append({**refusal.body, "context": {**refusal.context, TRACE: [trace]}})
            elif "ids" in refusal.context:
                absent += refusal.context["ids"]
            else:
                errors.append(refusal.body)
    if absent:  # all in one error
        message = "Could not get some objects, they may be deleted or not exist"
        errors.append(Refusal(404, "OBJECT_NOT_FOUND", message, {"ids": absent}).body)
    return batch_answer(_done(ready, errors), now, errors)


def _done(ready: Iterable[Write], errors: list[Json]) -> list[Any]:
    results: list[Any] = []
    for write in ready:
        try:
            results.append(write())
        except Refusal as refusal:  # the records before it were already written
            errors.append(refusal.body)
    return results


def batch_answer(results: list[Any], now: str, errors: Sequence[Json] = ()) -> Answer:
    """Return the response to a batch."""
    body: Json = {"status": "COMPLETE", "results": results, "startedAt": now, "completedAt": now}
    failed = {"numErrors": len(errors), "errors": errors} if errors else {}
    return Answer({**body, **failed}, partial=bool(errors))


URL_LENGTH = 16_000  # of the path and the query
_VERSION = re.compile(r"v\d+|\d{4}-\d\d")
_SAMPLES: Json = {"string": "text", "boolean": False, "integer": 1, "number": 1.0}
_FORMATS = {"date-time": "2026-01-01T00:00:00Z", "uuid": "00000000-0000-4000-8000-000000000000"}
_DEPTH = 6


class Schemas:
    """The numbered schemas of the documents. A number is one of them; a string is a schema's only member, `type`."""

    def __init__(self, schemas: list[Any]) -> None:
        self._schemas = schemas
        self._types: dict[int, Any] = {}

    def type(self, schema: Any) -> Any:
        """Return a type for the values that a schema allows; recursive and alternative schemas allow anything."""
        match schema:
            case bool():
                return Any
            case int(number):
                if number not in self._types:
                    self._types[number] = Any  # until it is made
                    self._types[number] = self.type(self._schemas[number])
                return self._types[number]
            case {"enum": values}:
                return Literal[tuple(values)]
            case _:
                kinds, members = _kinds(schema, "")
                return Union[tuple(self._type(kind, members) for kind in kinds)]  # noqa: UP007

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
            case "object" if _has_properties(schema):
                required = [self._field(*each) for each in schema.get("required", {}).items()]
                optional = [self._optional(*each) for each in schema.get("optional", {}).items()]
                return msgspec.defstruct("Object", required + optional, kw_only=True)
            case "object":
                rest = self.type(schema.get("additionalProperties") or {})
                return dict.__class_getitem__((str, rest))
            case _:
                return {"boolean": bool, "null": None}.get(kind, Any)

    def _field(self, name: str, schema: Any) -> Any:
        return (f"_{name}", self.type(schema), msgspec.field(name=name))

    def _optional(self, name: str, schema: Any) -> Any:
        unset = msgspec.field(name=name, default=msgspec.UNSET)
        return (f"_{name}", Union[self.type(schema), msgspec.UnsetType], unset)  # noqa: UP007

    def instance(self, schema: Any, depth: int = 0) -> Any:
        """Return a value that the schema allows; optional parts are omitted at depth."""
        match schema:
            case int(number):
                return self.instance(self._schemas[number], depth + 1)
            case {"default": value} | {"enum": [value, *_]}:
                return value
            case {"oneOf": [example, *_]}:
                return self.instance(example, depth)
            case _:
                kinds, members = _kinds(schema, "string")
        kind = next(each for each in kinds if each != "null")
        if kind == "array":
            return [self.instance(members["items"], depth + 1)] if depth < _DEPTH else []
        if kind != "object":
            return _FORMATS.get(members.get("format", ""), _SAMPLES[kind])
        parts: Json = dict(members.get("required", {}))
        if depth < _DEPTH // 2:
            parts |= members.get("optional", {})
        return {name: self.instance(each, depth + 1) for name, each in parts.items()}


def _has_properties(schema: Json) -> bool:
    return "required" in schema or "optional" in schema


def _kinds(schema: Any, usual: str) -> tuple[list[str], Json]:
    """Return the types of a schema, or the usual one if it has none, and its members."""
    members = cast(Json, schema if isinstance(schema, dict) else {"type": schema})
    kinds: Any = members.get("type", "object" if _has_properties(members) else usual)
    return [kinds] if isinstance(kinds, str) else kinds, members


class Operation:
    """One documented operation."""

    def __init__(self, value: Json, schemas: Schemas) -> None:
        self._schemas = schemas
        query: Json = value.get("query", {})
        self.query: Json = {**query.get("required", {}), **query.get("optional", {})}
        self.pagination: Json = value.get("x-specloom-pagination", {})
        self._batch: Json = value.get("x-specloom-batch", {})
        self._body: Json = value.get("requestBody", {})
        self._responses: dict[int, Any] = {
            int(status.replace("X", "0")): each for status, each in value["responses"].items()
        } or {204: None}
        self.successes = sorted(self._responses)

    def query_values(self, pairs: list[tuple[str, str]]) -> Json:
        """Return the values of the query by name, converted to their types. Raises Refusal."""
        found: Json = {}
        for name, text in pairs:
            schema = self.query.get(name)
            if schema is None:
                raise invalid(f"Unknown parameter: {name}", propertyName=name)
            several = isinstance(schema, dict) and cast(Json, schema).get("type") == "array"
            value = [*found.get(name, ()), *text.split(",")] if several else text
            try:
                found[name] = msgspec.convert(value, self._schemas.type(schema), strict=False)
            except msgspec.ValidationError as error:
                raise invalid(f"{name}: {error}", propertyName=name) from None
        size = self.pagination.get("size", "")
        for name, most in self.pagination.get("sizeWith", {}).items():
            if found.get(name) and found.get(size, 0) > most:
                text = f"A page with {name} has at most {most} records"
                raise invalid(text, propertyName=size)
        return found

    def body(self, content: bytes, media_type: str) -> Any:
        """Return the validated JSON body, None for none, or bytes if it is not declared as JSON."""
        declared = self._body.get("content", {})
        if not content and not self._body.get("required"):
            return None
        if media_type not in declared:
            raise Refusal(415, "VALIDATION_ERROR", f"Unsupported media type: {media_type!r}")
        if media_type != "application/json":
            return content
        try:
            value = msgspec.json.decode(content)
            msgspec.json.decode(content, type=self._schemas.type(declared[media_type]))
        except msgspec.ValidationError as error:
            text = str(error)
            name = text.rstrip("`").rpartition("`")[2].removeprefix("$.")
            raise invalid(f"Invalid input JSON: {text}", propertyName=name) from None
        except (msgspec.DecodeError, UnicodeDecodeError):
            raise invalid("Invalid input JSON", "INVALID_JSON") from None
        if self._batch:
            lower = (n for key, n in self._batch.get("limitWith", {}).items() if value.get(key))
            most = min([self._batch["limit"], *lower])
            if len(value.get(self._batch["inputs"], ())) > most:
                raise invalid(f"A request has at most {most} inputs", propertyName="inputs")
        return value

    def answer(self, body: Any = None) -> Any:
        """Return an instance of a success: without errors or a further page, and with a result for each input."""
        schemas = [self._responses[status] for status in self.successes]
        schema = next((each for each in schemas if each is not None), None)
        value: Any = None if schema is None else self._schemas.instance(schema)
        if not isinstance(value, dict):
            return value
        found = cast(Json, value)
        following = "" if "more" in self.pagination else self.pagination.get("next", "")
        # Where `more` exists, it says that there are no more pages.
        for name in (following[1:].partition("/")[0], "errors", "numErrors"):
            found.pop(name, None)
        if body and found.get("results") and "match" in self._batch:
            [result] = found["results"]
            found["results"] = [self._result(result, each) for each in body[self._batch["inputs"]]]
        return found

    def _result(self, result: Json, given: Any) -> Json:
        """Return the result of an input, with the values that identify the input."""
        pairs = [(at[1:], to[1:]) for at, to in self._batch.get("match", {}).items()]
        keys = {to: given.get(at) if at else given for at, to in pairs if to in result}
        return result | {to: type(result[to])(key) for to, key in keys.items() if key is not None}


@dataclass(frozen=True, slots=True)
class Call:
    """A request that the documents allow. `segments` is its decoded path without the version, `origin` the server."""

    method: str
    segments: tuple[str, ...]
    version: str
    operation: Operation
    query: Json
    body: Any
    origin: str

    @property
    def status(self) -> int:
        """The status of a success. All versions may have 200 and 201 for one operation, but use one."""
        first, *others = self.operation.successes
        if 201 not in others:
            return first
        return 200 if self.version == _ANSWERS_200["objects" in self.segments] else 201

    def paging(self) -> Json:
        """The names of the limit and the cursor of a page."""
        return self.query if self.method == "GET" else self.body


# The version whose batches that create respond with 200: of records, and of anything else.
_ANSWERS_200 = {True: "2025-09", False: "2026-09"}


class Documents:
    """All documented operations, in a tree of path segments; {} is a parameter."""

    def __init__(self, value: Json) -> None:
        schemas = Schemas(value["schemas"])
        self._operations = [Operation(each, schemas) for each in value["operations"]]
        self._root: Json = value["paths"]

    def call(self, request: Request) -> Call:
        """Return the call that a request makes.

        Raises:
            Refusal: 404 for an undocumented path, 405 for a method that the path does not have, 400 and 415
                for a request that is not as declared, 414 for a URL that is too long.
        """
        path, query = split(request.url)
        if len(path) + len(query) > URL_LENGTH:
            raise Refusal(414, "VALIDATION_ERROR", "URI Too Long")
        path = path.removesuffix("/")
        segments = tuple(map(unquote, path.split("/")))
        found = _follow(self._root, segments)
        numbers: list[int] = [
            number for branch in found for number in branch.get(f"/{request.method.lower()}", ())
        ]
        if not numbers:
            status, text = (405, "METHOD_NOT_ALLOWED") if found else (404, "OBJECT_NOT_FOUND")
            raise Refusal(status, text, f"There is no {request.method} /{path}")
        pairs = parse_qsl(query, keep_blank_values=True)
        fields = {name.lower(): value for name, value in request.headers}
        media_type = fields.get("content-type", "").partition(";")[0].strip().lower()
        version = next(filter(_VERSION.fullmatch, segments), "")
        within_version = tuple(each for each in segments if each != version)
        refusals: list[Refusal] = []
        for number in numbers:  # documents may describe one path differently
            operation = self._operations[number]
            try:
                values = operation.query_values(pairs)
                body = operation.body(request.content or b"", media_type)
                scheme, _, rest = request.url.partition("://")
                origin = f"{scheme}://{rest.partition('/')[0]}"
                return Call(
                    request.method, within_version, version, operation, values, body, origin
                )
            except Refusal as refusal:
                refusals.append(refusal)
        raise refusals[0]


@cache
def documents() -> Documents:
    """Return the documents that this package was generated from."""
    return Documents(
        msgspec.json.decode(files("hubspot_crm.testing").joinpath("operations.json").read_bytes())
    )


def split(url: str) -> tuple[str, str]:
    """Return the path of a URL, without its first slash, and the query."""
    path, _, query = url.partition("://")[2].partition("/")[2].partition("?")
    return path, query


def _follow(branch: Json, segments: tuple[str, ...]) -> list[Json]:
    """Follow a path to where methods are: literal segments first, then parameters."""
    if not segments:
        return [branch] if any(key.startswith("/") for key in branch) else []
    keys = [key for key in (segments[0], "{}") if segments[0] and key in branch and key[0] != "/"]
    return [found for key in keys for found in _follow(branch[key], segments[1:])]
