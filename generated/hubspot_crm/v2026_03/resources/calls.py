# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Calls: phone calls with people, logged on the records they concern."""

from hubspot_crm.v2026_03.resources._shared import AsyncRecordsWithAssociations, RecordsWithAssociations


class Calls(RecordsWithAssociations):
    """Calls: phone calls with people, logged on the records they concern.

    Object type id: 0-48.

    Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """

    _roots = ("/crm/objects/2026-03/calls",)


class AsyncCalls(AsyncRecordsWithAssociations):
    """Calls: phone calls with people, logged on the records they concern."""

    _roots = ("/crm/objects/2026-03/calls",)
