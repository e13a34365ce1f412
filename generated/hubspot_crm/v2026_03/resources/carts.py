# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Carts: what a shopper of an online shop has chosen and not yet ordered."""

from hubspot_crm.v2026_03.resources._shared import AsyncRecordsWithAssociations, RecordsWithAssociations


class Carts(RecordsWithAssociations):
    """Carts: what a shopper of an online shop has chosen and not yet ordered.

    Object type id: 0-142.

    Scopes: crm.objects.carts.read, crm.objects.carts.write.
    """

    _roots = ("/crm/objects/2026-03/carts",)


class AsyncCarts(AsyncRecordsWithAssociations):
    """Carts: what a shopper of an online shop has chosen and not yet ordered."""

    _roots = ("/crm/objects/2026-03/carts",)
