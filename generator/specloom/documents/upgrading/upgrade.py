"""Upgrade a document of any supported dialect to OpenAPI 3.1 or 3.2."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from specloom.documents.document import Document
from specloom.documents.reading.dialects import Dialect, dialect_of
from specloom.documents.upgrading.openapi_3_0 import upgrade_3_0
from specloom.documents.upgrading.swagger_2_0 import upgrade_2_0

# One step each, to the next dialect: an older dialect is one more row. OpenAPI 3.2 only adds
# to 3.1, so a document in 3.1 has the same meaning in both.
_STEPS: Mapping[Dialect, Callable[[Document], Document]] = MappingProxyType(
    {Dialect.SWAGGER_2_0: upgrade_2_0, Dialect.OPENAPI_3_0: upgrade_3_0}
)


def upgrade(document: Document) -> Document:
    """Return the document in OpenAPI 3.1 or 3.2; a document in one of these is returned as it is.

    Rewritten parts keep the location of what they were rewritten from.

    Raises:
        SpecloomError: `not-openapi` or `unsupported-dialect`.
    """
    while (step := _STEPS.get(dialect_of(document))) is not None:
        document = step(document)
    return document
