# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Notes: free text, written down on the records it concerns."""

from hubspot_crm.v2026_03.resources._shared import AsyncRecordsWithAssociations, RecordsWithAssociations


class Notes(RecordsWithAssociations):
    """Notes: free text, written down on the records it concerns.

    Object type id: 0-46.

    Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """

    _roots = ("/crm/objects/2026-03/notes",)


class AsyncNotes(AsyncRecordsWithAssociations):
    """Notes: free text, written down on the records it concerns."""

    _roots = ("/crm/objects/2026-03/notes",)
