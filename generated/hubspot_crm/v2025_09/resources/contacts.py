# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Contacts: people that the account deals with."""

from hubspot_crm.v2025_09.resources._shared import AsyncRecords, Records


class Contacts(Records):
    """Contacts: people that the account deals with.

    Object type id: 0-1.

    Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """

    _roots = ("/crm/objects/2025-09/contacts",)


class AsyncContacts(AsyncRecords):
    """Contacts: people that the account deals with."""

    _roots = ("/crm/objects/2025-09/contacts",)
