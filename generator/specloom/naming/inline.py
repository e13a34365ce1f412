"""Choose among the words of a schema those of its class, from the shortest name to the longest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from http import HTTPStatus

from specloom.ir import Schema
from specloom.ir.words import ITEM, REQUEST, VALUE, Words, call_of, status_of
from specloom.naming.names import CALLED
from specloom.naming.plurals import singular
from specloom.naming.words import (
    LONGEST,
    pascal_case,
    said_once,
    shortened,
    without_namespace,
    without_prefix,
)

FEW = 2
"""The number of words of a resource in the name of a class, unless another class has that name."""

_MEDIA_TYPE = re.compile(r"/content/([^/]+)/")
_KINDS = {"x-www-form-urlencoded": "Form", "form-data": "Multipart", "event-stream": "Event"}
_PLACES = {ITEM: "Item", VALUE: "Value"}


def class_names(schema: Schema, prefix: str = "") -> Iterator[str]:
    """Yield the names that the class of a schema may have. The first one that is free is used.

    Args:
        schema: The schema, with the words for its name.
        prefix: What most names of component schemas begin with.
    """
    first, *rest = schema.wire_name
    heads = list(dict.fromkeys(each for name in _without(first, prefix) for each in _heads(name)))
    bodies = list(dict.fromkeys((_body(rest, short=True), _body(rest, short=False))))
    if rest and rest[0] in _PLACES and not call_of(first):
        heads, bodies = _of_collection(heads, rest)
    media_type = _media_type(schema) if call_of(first) and rest else ""
    if media_type:
        bodies += [(media_type, *bodies[-1])]
    for body in bodies:
        yield _joined(heads[0], body)
    for head in heads[1:]:
        for body in bodies[-1:]:
            yield _joined(head, body)


def _without(name: str, prefix: str) -> Iterator[str]:
    """Yield a name without what most names begin with, and the whole name."""
    if not call_of(name):
        yield without_prefix(name, prefix)
    yield name


def is_component(schema: Schema) -> bool:
    """Return whether a schema is a component, which has a name in the document."""
    pointer = schema.id.partition("#/")[2].split("/")
    return pointer[:2] == ["components", "schemas"] and len(pointer) == 3


def is_written_as_class(schema: Schema) -> bool:
    """Return whether the name of a component is that of a class already."""
    return pascal_case(schema.wire_name) == "".join(schema.wire_name)


def _joined(head: Words, body: Words) -> str:
    """Return the name of a class. Of a name that is too long, words in the middle are omitted."""
    while len(pascal_case((*head, *body))) > LONGEST and len(body) > FEW:
        body = (*body[:1], *body[2:])
    return shortened(pascal_case((*head, *body)))


def _heads(word: str) -> Iterator[Words]:
    """Yield what a name may begin with: the last words of a call, or the name of a component."""
    *resource, method = call_of(word) or ("",)
    if not method:
        yield from without_namespace((word,))
        return
    named = [each.replace("-", "_") for each in resource]
    words = said_once([singular(each) for each in named])
    last = () if method == CALLED else (method,)
    yield (*words[-FEW:], *last)
    yield (*named[-FEW:], *last)
    for length in (FEW + 1, len(words)):
        yield (*words[-length:], *last)


def _of_collection(heads: list[Words], rest: Sequence[str]) -> tuple[list[Words], list[Words]]:
    """Return the beginnings and ends of names of the items of an array that is a component."""
    place, body = _PLACES[rest[0]], _body(rest[1:], short=True)
    single = [(*head[:-1], singular(head[-1])) for head in heads]
    found = [*(each for each in single if each not in heads), *((*head, place) for head in heads)]
    return found, [body]


def _body(rest: Sequence[str], *, short: bool) -> Words:
    """Return the words after the call or the component.

    In the short form, items of an array are named by its singular, and a property of the body of a
    request is not preceded by `Request`.
    """
    words: list[str] = []
    is_name = False
    for index, each in enumerate(rest):
        if each in _PLACES:
            single = singular(words[-1]) if is_name and short else words[-1] if words else ""
            if words and single != words[-1]:
                words[-1] = single
            else:
                words.append(_PLACES[each])
            is_name = False
        elif each == REQUEST:
            if not short or index + 1 == len(rest) or rest[index + 1] in _PLACES:
                words.append("Request")
        elif status := status_of(each):
            repeats = (
                short and rest[index + 1 : index + 2] and rest[index + 1].startswith("response_")
            )
            words += [] if repeats else [_response(status)]
        else:
            words.append(each)
            is_name = True
    return tuple(words)


def _response(status: str) -> str:
    """Return the word for a response: `Response`, `AcceptedResponse`, `NotFoundError`, `Error`."""
    if status in ("200", "201", "2XX"):
        return "Response"
    if status == "default":
        return "Error"
    if status in ("4XX", "5XX"):
        return "ClientError" if status == "4XX" else "ServerError"
    try:
        phrase = pascal_case(HTTPStatus(int(status)).phrase.title().split())
    except ValueError:
        phrase = f"Status{status}"
    suffix = "Response" if status[:1] in "123" else "Error"
    return phrase if phrase.endswith(suffix) else f"{phrase}{suffix}"


def _media_type(schema: Schema) -> str:
    """Return the word for the media type of a schema in a body, "" for JSON, or if it is in none."""
    found = _MEDIA_TYPE.search(schema.id)
    if found is None:
        return ""
    essence = found[1].replace("~1", "/").partition(";")[0].strip()
    last = re.split(r"[/+]", essence)[-1]
    return "" if last == "json" else _KINDS.get(last, pascal_case([last.title()]))
