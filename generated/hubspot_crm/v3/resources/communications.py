# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Communications: messages by text, chat app or social network, logged on the records they concern."""

from hubspot_crm.v3.resources._shared import AsyncRecords, Records


class Communications(Records):
    """Communications: messages by text, chat app or social network, logged on the records they concern.

    Object type id: 0-18.

    Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """

    _roots = ("/crm/v3/objects/communications",)


class AsyncCommunications(AsyncRecords):
    """Communications: messages by text, chat app or social network, logged on the records they concern."""

    _roots = ("/crm/v3/objects/communications",)
