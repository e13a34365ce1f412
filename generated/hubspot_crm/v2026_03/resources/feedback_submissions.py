# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Feedback submissions: the answers that people gave to a survey. Their answers cannot be changed."""

from hubspot_crm.v3.resources._shared import AsyncFeedbackSubmissionsOperations, FeedbackSubmissionsOperations


class FeedbackSubmissions(FeedbackSubmissionsOperations):
    """Feedback submissions: the answers that people gave to a survey. Their answers cannot be changed.

    Object type id: 0-19.

    Scopes: crm.objects.contacts.read, crm.objects.feedback_submissions.read.
    """

    _roots = ("/crm/objects/2026-03/feedback_submissions",)


class AsyncFeedbackSubmissions(AsyncFeedbackSubmissionsOperations):
    """Feedback submissions: the answers that people gave to a survey. Their answers cannot be changed."""

    _roots = ("/crm/objects/2026-03/feedback_submissions",)
