# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Operations of feedback_submissions, feedback_submissions.batch."""

from __future__ import annotations

from hubspot_crm._core.resource import Below
from hubspot_crm.v2025_09.resources._shared import (
    AsyncRecordsBatchReadMixin,
    AsyncRecordsGetMixin,
    AsyncRecordsListMixin,
    AsyncRecordsSearchMixin,
    AsyncRecordsWithAssociationsAssociationsMixin,
    RecordsBatchReadMixin,
    RecordsGetMixin,
    RecordsListMixin,
    RecordsSearchMixin,
    RecordsWithAssociationsAssociationsMixin,
)


class FeedbackSubmissions(
    RecordsGetMixin, RecordsSearchMixin, RecordsListMixin, RecordsWithAssociationsAssociationsMixin
):
    """Feedback submissions: the answers that people gave to a survey. Their answers cannot be changed.

    Object type id: 0-19.

    Scopes: crm.objects.contacts.read, crm.objects.feedback_submissions.read.
    """

    _roots = ("/crm/objects/2026-09/feedback_submissions",)

    batch: Below[FeedbackSubmissionsBatch] = Below("FeedbackSubmissionsBatch")


class FeedbackSubmissionsBatch(RecordsBatchReadMixin):
    """Operations of feedback_submissions.batch."""


class AsyncFeedbackSubmissions(
    AsyncRecordsGetMixin, AsyncRecordsSearchMixin, AsyncRecordsListMixin, AsyncRecordsWithAssociationsAssociationsMixin
):
    """Feedback submissions: the answers that people gave to a survey. Their answers cannot be changed."""

    _roots = ("/crm/objects/2026-09/feedback_submissions",)

    batch: Below[AsyncFeedbackSubmissionsBatch] = Below("AsyncFeedbackSubmissionsBatch")


class AsyncFeedbackSubmissionsBatch(AsyncRecordsBatchReadMixin):
    """Operations of feedback_submissions.batch."""
