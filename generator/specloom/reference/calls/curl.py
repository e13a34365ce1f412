"""Write an example as a cURL command."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from shlex import quote
from urllib.parse import quote as encoded

from msgspec import Struct

from specloom.ir import Form, Lines, Multipart, Operation, Parameter, SecurityScheme, Upload
from specloom.reference.calls.example import Example
from specloom.reference.calls.literals import json_text
from specloom.reference.calls.synthesis import FileValue, Value


class Credential(Struct, frozen=True):
    """A credential of a call: its scheme, the argument of the client, and the variables with its value."""

    scheme: SecurityScheme
    argument: str
    variables: tuple[str, ...]


def curl(
    operation: Operation, server: str, example: Example, credentials: tuple[Credential, ...]
) -> str:
    """Return a command that sends an example. Credentials are taken from environment variables."""
    lines = [
        f"--request {quote(operation.method)}",
        f"--url {_url(operation, server, example, credentials)}",
    ]
    lines += _credentials(credentials)
    cookies: list[str] = []
    for each in operation.parameters:
        key = (each.place, each.wire_name)
        if key in example.parameters and each.place in ("header", "cookie"):
            value = ",".join(_texts(example.parameters[key]))
            if each.place == "header":
                lines.append(f"--header {quote(f'{each.wire_name}: {value}')}")
            else:
                cookies.append(f"{each.wire_name}={value}")
    if cookies:
        lines.append(f"--cookie {quote('; '.join(cookies))}")
    lines += _body(example)
    return " \\\n  ".join(["curl " + lines[0], *lines[1:]])


def _url(
    operation: Operation, server: str, example: Example, credentials: tuple[Credential, ...]
) -> str:
    """Return the URL, quoted. A variable with a key is filled in only between double quotes."""
    url = f"{server}{_path(operation, example)}"
    query = [*_query(operation, example)]
    if query:
        url += ("&" if "?" in url else "?") + "&".join(query)
    keys = [
        f"{encoded(each.scheme.parameter or '', safe='')}=${each.variables[0]}"
        for each in credentials
        if each.scheme.type == "apiKey" and each.scheme.place == "query"
    ]
    if not keys:
        return quote(url)
    plain = re.sub(r'(["$`\\\\])', r"\\\1", url)
    return f'"{plain}{"&" if "?" in url else "?"}{"&".join(keys)}"'


def _credentials(credentials: tuple[Credential, ...]) -> Iterator[str]:
    for each in credentials:
        scheme = each.scheme
        if scheme.type == "apiKey":
            if scheme.place == "header":
                yield f'--header "{_plain(scheme.parameter)}: ${each.variables[0]}"'
            elif scheme.place == "cookie":
                yield f'--cookie "{_plain(scheme.parameter)}=${each.variables[0]}"'
        elif scheme.scheme == "basic":
            yield f'--user "${each.variables[0]}:${each.variables[1]}"'
        else:
            kind = "Bearer" if scheme.scheme in (None, "bearer") else scheme.scheme
            yield f'--header "Authorization: {_plain(kind)} ${each.variables[0]}"'


def _plain(name: str | None) -> str:
    """Return a name that stands between double quotes of a shell."""
    return "".join(each for each in name or "" if each not in '"$`\\!\n')


def _path(operation: Operation, example: Example) -> str:
    path = operation.path.partition("#")[0]
    declared = {each.wire_name: each for each in operation.parameters if each.place == "path"}
    for place, name in example.parameters:
        if place == "path":
            value = _path_value(declared.get(name), name, example.parameters[place, name])
            path = path.replace(f"{{{name}}}", value)
    return path


def _path_value(parameter: Parameter | None, name: str, value: Value) -> str:
    joined = ",".join(encoded(each, safe="") for each in _texts(value))
    if parameter is not None and parameter.style == "label":
        return f".{joined}"
    if parameter is not None and parameter.style == "matrix":
        return f";{encoded(name, safe='')}={joined}"
    return joined


def _query(operation: Operation, example: Example) -> Iterator[str]:
    for each in operation.parameters:
        key = (each.place, each.wire_name)
        if each.place == "query" and key in example.parameters:
            yield from _pairs(each, example.parameters[key])


def _pairs(parameter: Parameter, value: Value) -> Iterator[str]:
    name = encoded(parameter.wire_name, safe="")
    if parameter.media_type:
        yield f"{name}={encoded(json.dumps(value, ensure_ascii=False), safe='')}"
    elif isinstance(value, dict):
        if parameter.style == "deepObject":
            for key, each in value.items():
                for text in _texts(each):
                    yield f"{name}[{encoded(key, safe='')}]={encoded(text, safe='')}"
        elif parameter.explode:
            for key, each in value.items():
                yield f"{encoded(key, safe='')}={encoded(','.join(_texts(each)), safe='')}"
        else:
            flat = [text for key, each in value.items() for text in (key, *_texts(each))]
            yield f"{name}={','.join(encoded(text, safe='') for text in flat)}"
    elif isinstance(value, list) and not parameter.explode:
        separator = {"spaceDelimited": "%20", "pipeDelimited": "%7C"}.get(parameter.style, ",")
        yield f"{name}={separator.join(encoded(each, safe='') for each in _texts(value))}"
    else:
        for text in _texts(value):
            yield f"{name}={encoded(text, safe='')}"


def _texts(value: Value) -> list[str]:
    match value:
        case list():
            return [text for each in value for text in _texts(each)]
        case dict():
            return [f"{key},{text}" for key, each in value.items() for text in _texts(each)]
        case bool():
            return ["true" if value else "false"]
        case None:
            return [""]
        case FileValue(name):
            return [name]
        case _:
            return [str(value)]


def _body(example: Example) -> Iterator[str]:
    media, body = example.media_type, example.body
    if media is None:
        return
    if isinstance(media, Multipart):
        for name, value in body.items() if isinstance(body, dict) else ():
            is_files = isinstance(value, list) and all(isinstance(e, FileValue) for e in value)
            for each in value if isinstance(value, list) and is_files else [value]:
                yield f"--form {quote(_part(name, each))}"
        return
    if isinstance(media, Form):
        for name, value in body.items() if isinstance(body, dict) else ():
            for text in _texts(value):
                yield f"--data-urlencode {quote(f'{name}={text}')}"
        return
    concrete = "application/octet-stream" if media.is_range else media.media_type
    yield f"--header {quote(f'Content-Type: {concrete}')}"
    if isinstance(media, Upload) or isinstance(body, FileValue):
        yield f"--data-binary {quote(f'@{_texts(body)[0]}')}"
    elif isinstance(media, Lines) and isinstance(body, list):
        yield f"--data-binary {quote(chr(10).join(json.dumps(each) for each in body))}"
    elif isinstance(body, str) and "json" not in media.essence:
        yield f"--data-binary {quote(body)}"
    else:
        yield f"--data {quote(json_text(body))}"


def _part(name: str, value: Value) -> str:
    if isinstance(value, FileValue):
        return f"{name}=@{value.name}"
    if isinstance(value, list | dict):
        return f"{name}={_part_value(json.dumps(value, ensure_ascii=False))};type=application/json"
    return f"{name}={_part_value(_texts(value)[0])}"


def _part_value(text: str) -> str:
    """Return the value of a part, in quotes where cURL would read something else into it."""
    if ";" in text or text[:1] in '@<"':
        plain = text.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{plain}"'
    return text
