# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Commerce subscriptions: agreements to pay for something again and again."""

from hubspot_crm.v2026_03.resources._shared import AsyncRecordsWithAssociations, RecordsWithAssociations


class Subscriptions(RecordsWithAssociations):
    """Commerce subscriptions: agreements to pay for something again and again.

    Object type id: 0-69.

    Scopes: crm.objects.subscriptions.read.
    """

    _roots = ("/crm/objects/2026-03/subscriptions",)


class AsyncSubscriptions(AsyncRecordsWithAssociations):
    """Commerce subscriptions: agreements to pay for something again and again."""

    _roots = ("/crm/objects/2026-03/subscriptions",)
