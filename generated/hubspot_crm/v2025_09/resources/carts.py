# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Carts: what a shopper of an online shop has chosen and not yet ordered."""

from hubspot_crm.v2025_09.resources._shared import AsyncRecords, Records


class Carts(Records):
    """Carts: what a shopper of an online shop has chosen and not yet ordered.

    Object type id: 0-142.

    Scopes: crm.objects.carts.read, crm.objects.carts.write.
    """

    _roots = ("/crm/objects/2025-09/carts",)


class AsyncCarts(AsyncRecords):
    """Carts: what a shopper of an online shop has chosen and not yet ordered."""

    _roots = ("/crm/objects/2025-09/carts",)
