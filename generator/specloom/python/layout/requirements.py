"""Find the features that a package needs although its generated modules do not import them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from specloom.ir import Array, InternedApi, Map, Nullable, Operation, Type, Union
from specloom.project.model import Project
from specloom.python.layout.usage import answered, operations, sent, types_of

_UTF8 = re.compile(r"charset\s*=\s*[\"']?utf-?8\b", re.IGNORECASE)


def required_features(interned: InternedApi, project: Project) -> Iterator[str]:
    """Yield the features that the core of a package needs for its types and media types."""
    if any(map(_has_cookie, operations(interned))):
        yield "cookies"
    if project.formats:
        yield "custom scalars"
    if any(map(_has_union, _types(interned))):
        yield "unions"
    if any(map(_has_charset, _media_types(interned))):
        yield "charsets"


def _types(interned: InternedApi) -> Iterator[Type]:
    for schema in interned.api.schemas.values():
        yield from types_of(schema)
    for operation in operations(interned):
        yield from sent(operation)
        yield from answered(operation)


def _has_union(type_: Type) -> bool:
    match type_:
        case Union():
            return True
        case Array(inner) | Map(inner) | Nullable(inner):
            return _has_union(inner)
        case _:
            return False


def _has_cookie(operation: Operation) -> bool:
    return any(each.place == "cookie" for each in operation.parameters)


def _media_types(interned: InternedApi) -> Iterable[str]:
    """Yield the media types of request bodies."""
    for operation in operations(interned):
        for each in operation.request_body.content if operation.request_body else ():
            yield each.media_type


def _has_charset(media_type: str) -> bool:
    """Return whether a media type has another charset than UTF-8."""
    return "charset" in media_type.lower() and not _UTF8.search(media_type)
