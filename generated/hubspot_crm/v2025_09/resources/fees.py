# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Fees: what is added to the price of a quote."""

from hubspot_crm.v2025_09.resources._shared import AsyncRecords, Records


class Fees(Records):
    """Fees: what is added to the price of a quote.

    Object type id: 0-85.

    Scopes: crm.objects.line_items.read, crm.objects.line_items.write, e-commerce.
    """

    _roots = ("/crm/objects/2025-09/fees",)


class AsyncFees(AsyncRecords):
    """Fees: what is added to the price of a quote."""

    _roots = ("/crm/objects/2025-09/fees",)
