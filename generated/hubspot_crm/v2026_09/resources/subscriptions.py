# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Commerce subscriptions: agreements to pay for something again and again."""

from hubspot_crm.v2026_09.resources._shared import AsyncRecords, Records


class Subscriptions(Records):
    """Commerce subscriptions: agreements to pay for something again and again.

    Object type id: 0-69.

    Scopes: crm.objects.subscriptions.read.
    """

    _roots = ("/crm/objects/2026-09/subscriptions",)


class AsyncSubscriptions(AsyncRecords):
    """Commerce subscriptions: agreements to pay for something again and again."""

    _roots = ("/crm/objects/2026-09/subscriptions",)
