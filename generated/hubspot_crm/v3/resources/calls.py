# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Calls: phone calls with people, logged on the records they concern."""

from __future__ import annotations

from hubspot_crm.v3.resources._records import AsyncRecords, Records


class Calls(Records):
    """Calls.

    Calls: phone calls with people, logged on the records they concern.

    Object type id: 0-48.

    Version 3, from before the API was versioned by date. It is served beside the dated
    versions.

    Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """

    _root = "/crm/v3/objects/calls"


class AsyncCalls(AsyncRecords):
    """Calls.

    Calls: phone calls with people, logged on the records they concern.

    Object type id: 0-48.

    Version 3, from before the API was versioned by date. It is served beside the dated
    versions.

    Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """

    _root = "/crm/v3/objects/calls"
