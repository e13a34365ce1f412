"""Repair and validate a document, so that every later stage can rely on its structure."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from specloom.diagnostics import Diagnostic, Severity
from specloom.documents.document import Document
from specloom.documents.parts import Parts
from specloom.documents.repairing.operations import repair_operations
from specloom.documents.repairing.references import repair_references
from specloom.documents.repairing.repair import repair
from specloom.documents.validating.validate import violations
from specloom.stages import Stages


def prepare(
    document: Document, stages: Stages | None = None, parts: Parts | None = None
) -> Document:
    """Return a document in OpenAPI 3.1 or 3.2, with overlays applied and repaired if it is invalid.

    Remaining violations of the published schemas are only warnings, because everything that is read
    has been repaired.

    Args:
        document: the document, in OpenAPI 3.1 or 3.2.
        stages: measures and shows the stages.
        parts: the parts that the document shares with others. What is valid in one is not examined again.
    """
    stages = stages or Stages()
    with stages.stage("repair"):
        repaired = repair(document, parts)
        if parts is not None and repaired is not document:
            parts.share(repaired)
    with stages.stage("references"):
        document = repair_operations(repair_references(repaired, parts), parts)
    with stages.stage("validate"):
        return document.with_findings(_as_warnings(violations(document, parts)))


def _as_warnings(found: tuple[Diagnostic, ...]) -> Iterator[Diagnostic]:
    return (replace(each, severity=Severity.WARNING) for each in found)
