# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Meetings: meetings with people, planned or past, logged on the records they concern."""

from hubspot_crm.v2025_09.resources._shared import AsyncRecords, Records


class Meetings(Records):
    """Meetings: meetings with people, planned or past, logged on the records they concern.

    Object type id: 0-47.

    Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """

    _roots = ("/crm/objects/2025-09/meetings",)


class AsyncMeetings(AsyncRecords):
    """Meetings: meetings with people, planned or past, logged on the records they concern."""

    _roots = ("/crm/objects/2025-09/meetings",)
