"""Convert the values of OpenAPI objects to the type that the specification requires."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from types import MappingProxyType

from specloom.documents.document import Json
from specloom.documents.pointers import MISSING, Missing
from specloom.documents.specification import Kind

Coerce = Callable[[Json], "Json | Missing"]


def text(value: Json) -> Json | Missing:
    """Return a string: numbers and booleans as written, lists of strings as lines."""
    match value:
        case str():
            return value
        case bool() | int() | float():
            return json.dumps(value)
        case list() if value and all(isinstance(each, str) for each in value):
            return "\n".join(each for each in value if isinstance(each, str))
        case _:
            return MISSING


def flag(value: Json) -> Json | Missing:
    """Return a boolean, also for the words that mean one."""
    if isinstance(value, str):
        return {"true": True, "yes": True, "false": False, "no": False}.get(
            value.strip().lower(), MISSING
        )
    if isinstance(value, (int, float)) and value in (0, 1):
        return bool(value)
    return value if isinstance(value, bool) else MISSING


def number(value: Json) -> Json | Missing:
    """Return a number, also for one in quotes."""
    if isinstance(value, str):
        try:
            value = json.loads(value.strip())
        except ValueError:
            return MISSING
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return MISSING
    return value if abs(value) < 1e308 else MISSING


def count(value: Json) -> Json | Missing:
    """Return a non-negative integer."""
    found = number(value)
    if isinstance(found, float) and found.is_integer():
        found = int(found)
    return found if isinstance(found, int) and found >= 0 else MISSING


def texts(value: Json) -> Json | Missing:
    """Return a list of strings, also for a single string, and for objects by their name."""
    if isinstance(value, str):
        return [value]
    if not isinstance(value, list):
        return MISSING
    named = [each.get("name") if isinstance(each, dict) else each for each in value]
    kept = [text(each) for each in named if not isinstance(each, list)]
    found: list[Json] = [each for each in kept if not isinstance(each, Missing)]
    return list(dict.fromkeys(each for each in found if isinstance(each, str)))


WANTED: Mapping[Coerce, str] = MappingProxyType(
    {
        text: "a string",
        flag: "a boolean",
        number: "a number",
        count: "a non-negative integer",
        texts: "an array of strings",
    }
)
"""The name of each required type in messages."""

_DESCRIBED: Mapping[str, Coerce] = {"summary": text, "description": text}
_SENT: Mapping[str, Coerce] = {
    **_DESCRIBED,
    **dict.fromkeys(
        ("required", "deprecated", "allowEmptyValue", "allowReserved", "explode"), flag
    ),
    "style": text,
}

EXPECTED: Mapping[Kind, Mapping[str, Coerce]] = MappingProxyType(
    {
        Kind.PATH_ITEM: _DESCRIBED,
        Kind.OPERATION: {**_DESCRIBED, "operationId": text, "deprecated": flag, "tags": texts},
        Kind.PARAMETER: {**_SENT, "name": text, "in": text},
        Kind.HEADER: _SENT,
        Kind.REQUEST_BODY: {**_DESCRIBED, "required": flag},
        Kind.RESPONSE: _DESCRIBED,
        Kind.ENCODING: {"contentType": text, "style": text, "explode": flag, "allowReserved": flag},
        Kind.SECURITY_SCHEME: {
            **_DESCRIBED,
            **dict.fromkeys(("type", "in", "name", "scheme", "bearerFormat"), text),
            **dict.fromkeys(("openIdConnectUrl", "oauth2MetadataUrl"), text),
        },
        Kind.SCHEMA: {
            **dict.fromkeys(("title", "description", "format", "pattern"), text),
            **dict.fromkeys(("$comment", "contentMediaType", "contentEncoding"), text),
            **dict.fromkeys(("deprecated", "readOnly", "writeOnly", "uniqueItems"), flag),
            **dict.fromkeys(("minimum", "maximum", "multipleOf"), number),
            **dict.fromkeys(("exclusiveMinimum", "exclusiveMaximum"), number),
            **dict.fromkeys(("minLength", "maxLength", "minItems", "maxItems"), count),
            **dict.fromkeys(("minProperties", "maxProperties"), count),
            "required": texts,
        },
    }
)
"""The required type of the scalar properties of each kind of object."""
