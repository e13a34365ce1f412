# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Operations of pipelines, pipelines.stages."""

from __future__ import annotations

from hubspot_crm._core.resource import Below
from hubspot_crm.v2025_09.resources._shared import (
    AsyncPipelinesOperationsListAndCreateAndMoreMixin,
    AsyncPipelinesOperationsStagesListAndCreateAndMoreMixin,
    PipelinesOperationsListAndCreateAndMoreMixin,
    PipelinesOperationsStagesListAndCreateAndMoreMixin,
)
from hubspot_crm.v3.resources._shared import (
    AsyncPipelinesOperationsArchiveAndAuditMixin,
    AsyncPipelinesOperationsStagesAuditMixin,
    AsyncPipelinesStagesArchiveMixin,
    PipelinesOperationsArchiveAndAuditMixin,
    PipelinesOperationsStagesAuditMixin,
    PipelinesStagesArchiveMixin,
)


class Pipelines(PipelinesOperationsArchiveAndAuditMixin, PipelinesOperationsListAndCreateAndMoreMixin):
    """Pipelines: the ways that deals, tickets and other records go from start to end, stage by stage.

    Which scopes are needed depends on the object types that a request is about.
    """

    _roots = ("/crm/pipelines/2026-03",)

    stages: Below[PipelinesStages] = Below("PipelinesStages")


class PipelinesStages(
    PipelinesStagesArchiveMixin, PipelinesOperationsStagesAuditMixin, PipelinesOperationsStagesListAndCreateAndMoreMixin
):
    """Operations of pipelines.stages."""


class AsyncPipelines(AsyncPipelinesOperationsArchiveAndAuditMixin, AsyncPipelinesOperationsListAndCreateAndMoreMixin):
    """Pipelines: the ways that deals, tickets and other records go from start to end, stage by stage."""

    _roots = ("/crm/pipelines/2026-03",)

    stages: Below[AsyncPipelinesStages] = Below("AsyncPipelinesStages")


class AsyncPipelinesStages(
    AsyncPipelinesStagesArchiveMixin,
    AsyncPipelinesOperationsStagesAuditMixin,
    AsyncPipelinesOperationsStagesListAndCreateAndMoreMixin,
):
    """Operations of pipelines.stages."""
