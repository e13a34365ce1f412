# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Discounts: what is taken off the price of a quote."""

from hubspot_crm.v3.resources._shared import AsyncRecords, Records


class Discounts(Records):
    """Discounts: what is taken off the price of a quote.

    Object type id: 0-84.

    Scopes: crm.objects.line_items.read, crm.objects.line_items.write, e-commerce.
    """

    _roots = ("/crm/v3/objects/discounts",)


class AsyncDiscounts(AsyncRecords):
    """Discounts: what is taken off the price of a quote."""

    _roots = ("/crm/v3/objects/discounts",)
