# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Feedback submissions: the answers that people gave to a survey. Their answers cannot be changed."""

from hubspot_crm.v2025_09.resources._shared import AsyncRecords, Records


class FeedbackSubmissions(Records):
    """Feedback submissions: the answers that people gave to a survey. Their answers cannot be changed.

    Object type id: 0-19.

    Scopes: crm.objects.contacts.read, crm.objects.feedback_submissions.read.
    """

    _roots = ("/crm/objects/2025-09/feedback_submissions",)


class AsyncFeedbackSubmissions(AsyncRecords):
    """Feedback submissions: the answers that people gave to a survey. Their answers cannot be changed."""

    _roots = ("/crm/objects/2025-09/feedback_submissions",)
