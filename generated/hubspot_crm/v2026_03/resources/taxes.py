# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Taxes: what is added to the price of a quote for the state."""

from hubspot_crm.v2026_03.resources._shared import AsyncRecordsWithAssociations, RecordsWithAssociations


class Taxes(RecordsWithAssociations):
    """Taxes: what is added to the price of a quote for the state.

    Object type id: 0-86.

    Scopes: crm.objects.line_items.read, crm.objects.line_items.write.
    """

    _roots = ("/crm/objects/2026-03/taxes",)


class AsyncTaxes(AsyncRecordsWithAssociations):
    """Taxes: what is added to the price of a quote for the state."""

    _roots = ("/crm/objects/2026-03/taxes",)
