"""Recognize files that are often given in place of an OpenAPI document, to say what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from specloom.diagnostics import Location, SpecloomError
from specloom.documents.pointers import Json

_HTML = re.compile(r"\s*(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.I | re.DOTALL)
_PAGE_OF = re.compile(r"""(?:\burl|spec-?url)["']?\s*[:=]\s*["']([^"'\s]{1,300})["']""", re.I)
_MERGE = re.compile(r"^(?:<{7}|>{7}) .*$", re.MULTILINE)
_HEAD = 100_000


class Other(Struct, frozen=True):
    """What a file is, and what to do about it."""

    name: str
    hint: str


def refuse_page(text: str, shown: str) -> None:
    """Raise an error if a file is a page of HTML, and name the document that the page shows.

    Raises:
        SpecloomError: `not-openapi`.
    """
    if text.lstrip()[:1] != "<" or not _HTML.match(text[:_HEAD]):
        return
    found = _PAGE_OF.search(text[:_HEAD])
    hint = "use the URL of the document itself, which often ends in openapi.json"
    if found:
        hint = f"use the URL of the document itself; the page contains the URL {found[1]!r}"
    raise SpecloomError.of(
        "not-openapi",
        "the file is an HTML page, not an OpenAPI document",
        hint=hint,
        location=Location(shown, (), 1, 1),
    )


def refuse_conflict(text: str, shown: str) -> None:
    """Raise an error if a file has marks of a merge conflict.

    Raises:
        SpecloomError: `merge-conflict`.
    """
    found = _MERGE.search(text)
    if found is None:
        return
    raise SpecloomError.of(
        "merge-conflict",
        f"the file contains a merge conflict, which begins with {found[0][:40].rstrip()!r}",
        hint="keep one of the two versions, and remove the lines with <<<<<<<, ======= and "
        ">>>>>>>",
        location=Location(shown, (), text.count("\n", 0, found.start()) + 1, 1),
    )


def recognized(root: dict[str, Json]) -> Other | None:
    """Return what a document is that has neither `openapi` nor `swagger`; None if it is unknown."""
    return next(_recognized(root), None)


def _recognized(root: dict[str, Json]) -> Iterator[Other]:
    info = root.get("info")
    schema = info.get("schema") if isinstance(info, dict) else None
    if (isinstance(schema, str) and "getpostman.com" in schema) or "_postman_id" in root:
        yield Other("a Postman collection", "convert it to OpenAPI, and name the result")
    if "asyncapi" in root:
        yield Other(
            "an AsyncAPI document",
            "AsyncAPI describes messages; name the OpenAPI document of the HTTP interface",
        )
    if "overlay" in root:
        yield Other("an Overlay document", "list it under [documents] overlays")
    if "arazzo" in root:
        yield Other("an Arazzo document", "name one of the OpenAPI documents to which it refers")
    if "swaggerVersion" in root:
        yield Other("a Swagger 1 document", "convert it to Swagger 2.0 or OpenAPI first")
    if "_type" in root and "__export_format" in root:
        yield Other("an Insomnia export", "export the OpenAPI document of the API instead")
    if "__schema" in root or ("data" in root and "__schema" in str(root["data"])[:200]):
        yield Other("a GraphQL schema", "specloom supports HTTP APIs only")
    if isinstance(root.get("log"), dict) and "entries" in str(root["log"])[:100_000]:
        yield Other("an archive of HTTP traffic (HAR)", "name a document that describes the API")
    if "apiVersion" in root and "kind" in root:
        yield Other("a Kubernetes manifest", "name the document of the API itself")
    if "$schema" in root or {"properties", "type"} <= root.keys():
        yield Other(
            "a JSON Schema",
            "name an OpenAPI document whose components refer to it",
        )
