"""Determine the dialect of OpenAPI of a document."""

from __future__ import annotations

import re
from enum import Enum

from specloom.diagnostics import Diagnostic, Severity
from specloom.documents.document import Document, Node, kind_of
from specloom.documents.reading.others import recognized


class Dialect(Enum):
    """The supported dialects, by the beginnings of their versions."""

    SWAGGER_2_0 = "2.0"
    OPENAPI_3_0 = "3.0"
    OPENAPI_3_1 = "3.1"
    OPENAPI_3_2 = "3.2"


_VERSION = re.compile(r"(\d+\.\d+)(\.\d+)?(-[0-9A-Za-z.-]+)?")


def dialect_of(document: Document) -> Dialect:
    """Return the dialect of a document. Raises `not-openapi` or `unsupported-dialect`."""
    version = _version(document)
    if not isinstance(version.value, str):
        raise version.error(
            "not-openapi",
            f"the version must be a string, found {kind_of(version.value)}",
            hint="write the version in quotes: '3.1.0'",
        )
    matched = _VERSION.fullmatch(version.value.strip())
    for dialect in Dialect:
        is_swagger = dialect is Dialect.SWAGGER_2_0
        if matched is not None and matched[1] == dialect.value:
            if is_swagger == (version.pointer == ("swagger",)):
                return dialect
    name = "Swagger" if version.pointer == ("swagger",) else "OpenAPI"
    known = ", ".join(each.value for each in Dialect if each is not Dialect.SWAGGER_2_0)
    raise version.error(
        "unsupported-dialect",
        f"{name} {version.value!r} is not supported; Swagger 2.0 and OpenAPI {known} are "
        "supported",
        hint="convert the document, or correct its version",
    )


def quoted_version(document: Document) -> Document:
    """Return the document with its version as a string, if YAML parsed it as a number."""
    version = _version(document)
    if not isinstance(version.value, (int, float)) or isinstance(version.value, bool):
        return document
    finding = Diagnostic(
        "unquoted-version",
        f"the version must be a string, found the number {version.value}",
        "write the version in quotes",
        version.location,
        Severity.WARNING,
    )
    root = {**document.root, version.pointer[0]: str(float(version.value))}
    return Document(document.path, root, document.origins, document.findings).with_findings(
        [finding]
    )


def _version(document: Document) -> Node:
    root = document.root_node()
    version = root.get("openapi") or root.get("swagger")
    if version is None:
        other = recognized(document.root)
        if other is not None:
            raise root.error(
                "not-openapi", f"the file is {other.name}, not an OpenAPI document", hint=other.hint
            )
        raise root.error(
            "not-openapi",
            "the property 'openapi' is missing, so the file is not an OpenAPI document",
            hint="an OpenAPI document begins with a line like 'openapi: 3.1.0'",
        )
    return version
