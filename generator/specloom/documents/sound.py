"""A document as it was loaded goes in; one that every later stage can work on comes out, with its findings."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from specloom.diagnostics import Diagnostic, Severity
from specloom.documents.document import Document
from specloom.documents.mend import mend
from specloom.documents.mend_operations import mend_operations
from specloom.documents.references import mend_references
from specloom.documents.validate import violations
from specloom.stages import Stages


def sound(document: Document, stages: Stages | None = None) -> Document:
    """Return a document in OpenAPI 3.1 or 3.2, after its overlays, mended where it is invalid.

    What the published schemas still object to is no obstacle, for all that is read was mended: it
    is a warning.
    """
    stages = stages or Stages()
    with stages.stage("mend"):
        document = mend(document)
    with stages.stage("references"):
        document = mend_operations(mend_references(document))
    with stages.stage("validate"):
        return document.with_findings(_as_warnings(violations(document)))


def _as_warnings(found: tuple[Diagnostic, ...]) -> Iterator[Diagnostic]:
    return (replace(each, severity=Severity.WARNING) for each in found)
