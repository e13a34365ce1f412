"""Plan the part of a README for projects without a guide: a first program, and the list of calls."""

from __future__ import annotations

import json
import re
from collections import Counter

from specloom.ir import (
    AliasSchema,
    ApiVersion,
    EnumSchema,
    Literal,
    Nullable,
    Operation,
    Primitive,
    Reference,
    Scalar,
    Type,
)
from specloom.naming.arguments import Schemas, arguments
from specloom.python.clients.credentials import first_argument, used_schemes
from specloom.python.layout.layout import Layout
from specloom.python.operations.calls import MethodKey, OperationCall, located_calls
from specloom.python.operations.servers import knows_hosts, usual_url
from specloom.python.views import GuideView

# Longer lists are not useful in a README.
MOST_CALLS = 100

_SCALARS = {"string": '"..."', "integer": "1", "number": "1.5", "boolean": "True"}


def plan_guide(version: ApiVersion, layout: Layout) -> GuideView:
    """Plan the guide to the clients of one version."""
    located = [each for each in located_calls(layout) if each[1].version == version.name]
    calls = [call for _, call in located]
    first = min(located, key=lambda each: _effort(each[1]), default=None)
    counted = Counter(re.split(r"[.(]", call.call)[0] for call in calls)
    return GuideView(
        opened=_opened(version, layout, _operation(first[0], layout) if first else None),
        first=_first_call(*first, layout) if first else "",
        is_paged=bool(first and first[1].pages),
        calls=tuple(_row(call) for call in calls) if len(calls) <= MOST_CALLS else (),
        resources=tuple(counted.items()) if len(calls) > MOST_CALLS else (),
        credentials=_credentials(version, layout),
        versions=tuple(
            (layout.version(each.name), _code(each.name))
            for each in reversed(layout.interned.api.versions)
            if each.name
        ),
    )


def _credentials(version: ApiVersion, layout: Layout) -> tuple[tuple[str, str], ...]:
    """Return the arguments that take credentials, each with a description and how it is sent."""
    found: dict[str, str] = {}
    for scheme in used_schemes(version):
        match (scheme.type, scheme.scheme):
            case ("http", "basic"):
                text = "a user name and a password, for HTTP basic authentication"
            case ("apiKey", _):
                text = f"an API key, sent in the {scheme.place} parameter {_code(scheme.parameter or '')}"
                text = text.replace("header parameter", "header").replace(
                    "cookie parameter", "cookie"
                )
            case ("http", str(name)) if name != "bearer":
                text = f"a credential of the HTTP authentication scheme {_code(name)}"
            case _:
                text = "an access token, sent as a bearer token"
        found.setdefault(layout.names.security[scheme.credential], text)
    return tuple(found.items())


def _effort(call: OperationCall) -> tuple[bool, bool, int, bool, int]:
    """Return a key that orders calls by how easy they are to try. A list that needs no arguments is first."""
    needed = len(_needed(call)) + len(call.resource_arguments)
    return call.method != "GET", call.batches is not None, needed, not call.pages, len(call.path)


def _needed(call: OperationCall) -> list[str]:
    """Return the required arguments, as variables of the same names."""
    needed = [each for each in call.arguments if each.required]
    return [
        each.python_name if each.positional else f"{each.python_name}={each.python_name}"
        for each in needed
    ]


def _operation(key: MethodKey, layout: Layout) -> Operation:
    id_, word = key
    operations = layout.interned.implementations[id_].operations
    return next(each for each in operations if each.call.name == word)


def _first_call(key: MethodKey, call: OperationCall, layout: Layout) -> str:
    """Return a call that can be run: each required argument has a value of its type."""
    id_, word = key
    interned = layout.interned
    operation = _operation(key, layout)
    types = {
        (each.place, each.wire_name): each.type
        for each in arguments(operation, interned.api.schemas)
        if each.required
    }
    names = layout.names.operations[id_, word].arguments
    values = {names[place]: _example(type_, interned.api.schemas) for place, type_ in types.items()}
    given = [
        (
            values[each.python_name]
            if each.positional
            else f"{each.python_name}={values[each.python_name]}"
        )
        for each in call.arguments
        if each.required
    ]
    reached = call.call
    for each in call.resource_arguments:
        reached = re.sub(rf"(?<=[(\s]){each.python_name}(?=[,)])", '"..."', reached, count=1)
    return f"client.{reached}({', '.join(given)})"


def _example(type_: Type, schemas: Schemas) -> str:
    """Return a value of a type as Python code, `...` if it is not a scalar."""
    match type_:
        case Primitive(name):
            return _SCALARS.get(name, "...")
        case Literal(_, values) if values:
            return _literal(values[0])
        case Nullable(inner):
            return _example(inner, schemas)
        case Reference(key):
            schema = schemas[key]
            if isinstance(schema, EnumSchema | AliasSchema):
                return _example(schema.type, schemas)
        case _:
            pass
    return "..."


def _literal(value: Scalar) -> str:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else repr(value)


def _written(call: OperationCall) -> str:
    return f"client.{call.call}({', '.join(_needed(call))})"


def _row(call: OperationCall) -> tuple[str, str]:
    return _code(_written(call)), _code(f"{call.method} {call.path}")


def _code(text: str) -> str:
    """Return a string as code in a Markdown table. Backquotes become quotes, and bars are escaped."""
    plain = " ".join(text.split()).replace("`", "'").replace("|", "\\|")
    return f"`{plain}`"


def _opened(version: ApiVersion, layout: Layout, first: Operation | None) -> str:
    """Return the arguments of a client that the constructor or the first call requires."""
    required = {first_argument(version, layout)}
    if first is not None and first.credentials and all(first.credentials):
        required |= {layout.names.security[each] for each in first.credentials[0]}
    given: list[str] = []
    for each in used_schemes(version):
        name = layout.names.security[each.credential]
        if name in required:
            given.append(f'{name}=("...", "...")' if each.scheme == "basic" else f'{name}="..."')
            required.remove(name)
    if not (knows_hosts(version) if version.hosts else usual_url(version)):
        given.append('base_url="https://api.example.com"')
    return ", ".join(given)
