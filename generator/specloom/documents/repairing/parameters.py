"""Repair parameters and responses."""

from __future__ import annotations

import re
from types import MappingProxyType

from specloom.documents.document import Json, Node
from specloom.documents.repairing.repairs import Repairs
from specloom.documents.specification import Kind

PLACES = ("path", "query", "header", "cookie")
_MEANT = MappingProxyType(
    {"url": "path", "uri": "path", "querystring": "query", "params": "query", "headers": "header"}
)
_STYLES = MappingProxyType(
    {
        "path": ("simple", "label", "matrix"),
        "query": ("form", "spaceDelimited", "pipeDelimited", "deepObject"),
        "header": ("simple",),
        "cookie": ("form", "cookie"),
    }
)
# What Swagger 2.0 has in the parameter itself.
_OF_SCHEMA = (
    "type format items enum default minimum maximum pattern minLength maxLength minItems maxItems "
    "uniqueItems multipleOf properties nullable oneOf anyOf allOf additionalProperties "
    "exclusiveMinimum exclusiveMaximum".split()
)
_STATUS = re.compile(r"([1-5])(\d\d|[xX]{1,2}|\d[xX])\b")


def repair_parameters(node: Node, members: dict[str, Json], to: Repairs) -> None:
    """Make the parameters of a path or an operation a list of objects, each with a name."""
    listed = members.get("parameters")
    if isinstance(listed, dict):
        to.warn(
            (*node.pointer, "parameters"),
            "wrong-shape",
            "expected an array of parameters, found an object",
            "write an array whose elements have a 'name'",
        )
        made: list[Json] = []
        for name, each in listed.items():
            to.place(
                (*node.pointer, "parameters", str(len(made))), (*node.pointer, "parameters", name)
            )
            made.append({"name": name, **each} if isinstance(each, dict) else each)
        listed = members["parameters"] = made
    if not isinstance(listed, list):
        return
    kept: list[Json] = []
    for index, each in enumerate(listed):
        pointer = (*node.pointer, "parameters", str(index))
        if not isinstance(each, dict) or not ("$ref" in each or each.get("name") or each.get("in")):
            to.warn(
                pointer, "empty-parameter", "the parameter has no name and is omitted", "add 'name'"
            )
            continue
        if _is_body(each) and "$ref" not in each:
            _move_to_body(pointer, each, members, node, to)
            continue
        if len(kept) != index:
            to.place((*node.pointer, "parameters", str(len(kept))), pointer)
        kept.append(each)
    members["parameters"] = kept


def _is_body(parameter: dict[str, Json]) -> bool:
    place = parameter.get("in")
    return isinstance(place, str) and place.lower() in ("body", "formdata", "form")


def _move_to_body(
    pointer: tuple[str, ...],
    parameter: dict[str, Json],
    members: dict[str, Json],
    node: Node,
    to: Repairs,
) -> None:
    """Turn a Swagger 2.0 body parameter in an OpenAPI 3 document into a request body."""
    to.warn(
        pointer,
        "body-parameter",
        "OpenAPI 3 has no body parameters; it is read as the request body",
        "use 'requestBody'",
    )
    body = members.setdefault("requestBody", {"content": {}})
    content = body.get("content") if isinstance(body, dict) else None
    if not isinstance(content, dict):
        return
    if str(parameter.get("in")).lower() == "body":
        schema = parameter.get("schema", _own_schema(parameter))
        if content.setdefault("application/json", {"schema": schema}) and isinstance(body, dict):
            body.setdefault("required", parameter.get("required") is True)
        at = (*node.pointer, "requestBody", "content", "application/json", "schema")
        to.place(at, (*pointer, "schema"))
        return
    media_type = "application/x-www-form-urlencoded"
    form = content.setdefault(media_type, {"schema": {"type": "object", "properties": {}}})
    schema = form.get("schema") if isinstance(form, dict) else None
    properties = schema.get("properties") if isinstance(schema, dict) else None
    name = parameter.get("name")
    if isinstance(properties, dict) and isinstance(name, str):
        own = parameter.get("schema", _own_schema(parameter))
        properties[name] = own
        at = (*node.pointer, "requestBody", "content", media_type, "schema", "properties", name)
        to.place(at, pointer)


def _own_schema(parameter: dict[str, Json]) -> dict[str, Json]:
    return {key: parameter[key] for key in _OF_SCHEMA if key in parameter}


def repair_parameter(kind: Kind, node: Node, parameter: dict[str, Json], to: Repairs) -> None:
    """Give a parameter or header a location, a schema, and a style that fits them."""
    if kind is Kind.PARAMETER:
        _repair_place(node, parameter, to)
    if kind is Kind.PARAMETER and not isinstance(parameter.get("name"), str):
        parameter["name"] = "unnamed"
        to.warn(node.pointer, "empty-parameter", "the parameter has no name", "add 'name'")
    content = parameter.get("content")
    if isinstance(content, dict) and (not content or "schema" in parameter):
        del parameter["content"]
        to.warn(
            (*node.pointer, "content"),
            "schema-and-content",
            "a parameter has either 'schema' or 'content'; 'content' is ignored",
            "remove one of them",
        )
    if "schema" not in parameter and "content" not in parameter:
        schema = _own_schema(parameter)
        for key in schema:
            del parameter[key]
        parameter["schema"] = schema
        to.place((*node.pointer, "schema"), node.pointer)
        to.warn(
            node.pointer,
            "parameter-without-schema",
            f"the {kind.name.lower()} has no schema"
            + ("; its own type is used as the schema" if schema else "; the value is untyped"),
            "add a 'schema'",
        )
    _repair_style(node, parameter, to)


def _repair_place(node: Node, parameter: dict[str, Json], to: Repairs) -> None:
    place = parameter.get("in")
    if place in PLACES:
        return
    word = place.strip().lower() if isinstance(place, str) else ""
    if word == "querystring" and isinstance(parameter.get("content"), dict):
        # OpenAPI 3.2: the whole query is one value, as with an exploded form.
        content = parameter.pop("content")
        described = content.items() if isinstance(content, dict) else ()
        media_type, first = next(iter(described), ("", None))
        if "form-urlencoded" not in media_type.lower():
            to.warn(
                node.pointer,
                "skipped-content",
                f"the query string cannot be sent as {media_type or 'anything'}; it is sent as "
                "a form",
                "use application/x-www-form-urlencoded",
            )
        schema = first.get("schema") if isinstance(first, dict) else None
        parameter.update({"in": "query", "style": "form", "explode": True})
        parameter["schema"] = {} if schema is None else schema
        to.changed = True
        return
    name = parameter.get("name")
    in_path = node.pointer[:1] == ("paths",) and f"{{{name}}}" in node.pointer[1]
    found = _MEANT.get(word, word)
    found = found if found in PLACES else "path" if in_path else "query"
    parameter["in"] = found
    to.warn(
        (*node.pointer, "in") if place is not None else node.pointer,
        "parameter-location",
        f"unknown parameter location {place!r}; it is read as {found!r}",
        "write 'in: path', 'in: query', 'in: header' or 'in: cookie'",
    )


def _repair_style(node: Node, parameter: dict[str, Json], to: Repairs) -> None:
    style, place = parameter.get("style"), parameter.get("in", "header")
    known = _STYLES.get(str(place), ())
    if style is None or style in known:
        return
    del parameter["style"]
    to.warn(
        (*node.pointer, "style"),
        "unknown-style",
        f"the style {style!r} is not allowed in a {place} parameter; the default style is used",
        f"write {' or '.join(known)}",
    )


def repair_responses(node: Node, responses: dict[str, Json], to: Repairs) -> None:
    """Make each key a status code, a range of them, or `default`."""
    for key in list(responses):
        if key.startswith("x-") or key in ("default", "$ref"):
            continue
        matched = _STATUS.match(key)
        rest = matched[2] if matched else ""
        wanted = f"{key[0]}{rest if rest.isdigit() else 'XX'}" if matched else "default"
        if key == wanted or key.upper() == wanted:
            continue
        value = responses.pop(key)
        if wanted not in responses:
            responses[wanted] = value
            to.place((*node.pointer, wanted), (*node.pointer, key))
        to.warn(
            (*node.pointer, key),
            "response-key",
            f"{key!r} is not a status code; it is read as {wanted!r}",
            "write a status code in quotes, a range like '2XX', or 'default'",
        )


def repair_response(node: Node, response: dict[str, Json], to: Repairs) -> None:
    """Give a response a description, and its schema a media type."""
    if not isinstance(response.get("description"), str):
        response["description"] = ""
        to.warn(
            node.pointer,
            "response-without-description",
            "the response has no description",
            "add 'description'",
        )
    if "schema" in response:
        schema = response.pop("schema")
        to.warn(
            (*node.pointer, "schema"),
            "response-schema",
            "a response has no 'schema' since OpenAPI 3.0; it is read as the schema of JSON "
            "content",
            "write 'content: {application/json: {schema: ...}}'",
        )
        if "content" not in response:
            response["content"] = {"application/json": {"schema": schema}}
            at = (*node.pointer, "content", "application/json", "schema")
            to.place(at, (*node.pointer, "schema"))
