# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Meetings: meetings with people, planned or past, logged on the records they concern."""

from hubspot_crm.v2026_03.resources._shared import AsyncRecordsWithAssociations, RecordsWithAssociations


class Meetings(RecordsWithAssociations):
    """Meetings: meetings with people, planned or past, logged on the records they concern.

    Object type id: 0-47.

    Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """

    _roots = ("/crm/objects/2026-03/meetings",)


class AsyncMeetings(AsyncRecordsWithAssociations):
    """Meetings: meetings with people, planned or past, logged on the records they concern."""

    _roots = ("/crm/objects/2026-03/meetings",)
