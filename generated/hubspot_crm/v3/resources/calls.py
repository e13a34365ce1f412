# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Calls: phone calls with people, logged on the records they concern."""

from hubspot_crm.v3.resources._shared import AsyncRecords, Records


class Calls(Records):
    """Calls: phone calls with people, logged on the records they concern.

    Object type id: 0-48.

    Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """

    _roots = ("/crm/v3/objects/calls",)


class AsyncCalls(AsyncRecords):
    """Calls: phone calls with people, logged on the records they concern."""

    _roots = ("/crm/v3/objects/calls",)
