# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Orders: what buyers have ordered in a shop, and how far it has come."""

from hubspot_crm.v2026_09.resources._shared import AsyncRecordsWithAssociations, RecordsWithAssociations


class Orders(RecordsWithAssociations):
    """Orders: what buyers have ordered in a shop, and how far it has come.

    Object type id: 0-123.

    Scopes: crm.objects.orders.read, crm.objects.orders.write.
    """

    _roots = ("/crm/objects/2026-09/orders",)


class AsyncOrders(AsyncRecordsWithAssociations):
    """Orders: what buyers have ordered in a shop, and how far it has come."""

    _roots = ("/crm/objects/2026-09/orders",)
