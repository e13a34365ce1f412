"""A document goes in; which OpenAPI dialect it is written in comes out."""

from __future__ import annotations

import re
from enum import Enum

from specloom.documents.document import Document, kind_of


class Dialect(Enum):
    """The dialects that can be loaded, each by the versions that begin so."""

    OPENAPI_3_0 = "3.0"
    OPENAPI_3_1 = "3.1"


_VERSION = re.compile(r"(\d+\.\d+)(\.\d+)?(-[0-9A-Za-z.-]+)?")


def dialect_of(document: Document) -> Dialect:
    """Return the dialect of a document; raises `not-openapi` or `unsupported-dialect`."""
    root = document.root_node()
    version = root.get("openapi")
    if version is None:
        swagger = root.get("swagger")
        if swagger is None:
            raise root.error(
                "not-openapi",
                "the file has no member 'openapi', so it is not an OpenAPI document",
                hint="name an OpenAPI document; it begins like 'openapi: 3.1.0'",
            )
        raise swagger.error(
            "unsupported-dialect",
            f"the document is Swagger {swagger.value}, which is not supported yet",
            hint="convert the document to OpenAPI 3.0 or 3.1",
        )
    if not isinstance(version.value, str):
        raise version.error(
            "not-openapi",
            f"the member 'openapi' must be a string, found {kind_of(version.value)}",
            hint="write the version in quotation marks, like '3.1.0'",
        )
    matched = _VERSION.fullmatch(version.value)
    for dialect in Dialect:
        if matched is not None and matched[1] == dialect.value:
            return dialect
    known = " and ".join(each.value for each in Dialect)
    raise version.error(
        "unsupported-dialect",
        f"OpenAPI {version.value!r} is not supported; versions {known} are",
        hint="convert the document, or correct its version",
    )
