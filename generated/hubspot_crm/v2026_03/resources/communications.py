# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Communications: messages by text, chat app or social network, logged on the records they concern."""

from hubspot_crm.v2026_03.resources._shared import AsyncRecordsWithAssociations, RecordsWithAssociations


class Communications(RecordsWithAssociations):
    """Communications: messages by text, chat app or social network, logged on the records they concern.

    Object type id: 0-18.

    Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """

    _roots = ("/crm/objects/2026-03/communications",)


class AsyncCommunications(AsyncRecordsWithAssociations):
    """Communications: messages by text, chat app or social network, logged on the records they concern."""

    _roots = ("/crm/objects/2026-03/communications",)
