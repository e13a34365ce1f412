# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Taxes: what is added to the price of a quote for the state."""

from hubspot_crm.v3.resources._shared import AsyncRecords, Records


class Taxes(Records):
    """Taxes: what is added to the price of a quote for the state.

    Object type id: 0-86.

    Scopes: crm.objects.line_items.read, crm.objects.line_items.write.
    """

    _roots = ("/crm/v3/objects/taxes",)


class AsyncTaxes(AsyncRecords):
    """Taxes: what is added to the price of a quote for the state."""

    _roots = ("/crm/v3/objects/taxes",)
