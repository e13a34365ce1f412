# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Operations of goal_targets, goal_targets.batch."""

from __future__ import annotations

from hubspot_crm._core.resource import Below
from hubspot_crm.v2025_09.resources._shared import (
    AsyncRecordsBatchCreateMixin,
    AsyncRecordsBatchReadMixin,
    AsyncRecordsBatchUpdateMixin,
    AsyncRecordsCreateMixin,
    AsyncRecordsGetMixin,
    AsyncRecordsListMixin,
    AsyncRecordsSearchMixin,
    AsyncRecordsUpdateMixin,
    RecordsBatchCreateMixin,
    RecordsBatchReadMixin,
    RecordsBatchUpdateMixin,
    RecordsCreateMixin,
    RecordsGetMixin,
    RecordsListMixin,
    RecordsSearchMixin,
    RecordsUpdateMixin,
)
from hubspot_crm.v3.resources._shared import (
    AsyncRecordsArchiveMixin,
    AsyncRecordsBatchArchiveMixin,
    RecordsArchiveMixin,
    RecordsBatchArchiveMixin,
)


class GoalTargets(
    RecordsArchiveMixin, RecordsGetMixin, RecordsSearchMixin, RecordsUpdateMixin, RecordsListMixin, RecordsCreateMixin
):
    """Goal targets: what a user is meant to reach, and how far they have come.

    Object type id: 0-74.

    Scopes: crm.objects.goals.read, crm.objects.goals.write.
    """

    _roots = ("/crm/objects/2026-09/goal_targets",)

    batch: Below[GoalTargetsBatch] = Below("GoalTargetsBatch")


class GoalTargetsBatch(
    RecordsBatchArchiveMixin, RecordsBatchReadMixin, RecordsBatchCreateMixin, RecordsBatchUpdateMixin
):
    """Operations of goal_targets.batch."""


class AsyncGoalTargets(
    AsyncRecordsArchiveMixin,
    AsyncRecordsGetMixin,
    AsyncRecordsSearchMixin,
    AsyncRecordsUpdateMixin,
    AsyncRecordsListMixin,
    AsyncRecordsCreateMixin,
):
    """Goal targets: what a user is meant to reach, and how far they have come."""

    _roots = ("/crm/objects/2026-09/goal_targets",)

    batch: Below[AsyncGoalTargetsBatch] = Below("AsyncGoalTargetsBatch")


class AsyncGoalTargetsBatch(
    AsyncRecordsBatchArchiveMixin,
    AsyncRecordsBatchReadMixin,
    AsyncRecordsBatchCreateMixin,
    AsyncRecordsBatchUpdateMixin,
):
    """Operations of goal_targets.batch."""
