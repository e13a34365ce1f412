# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Fees: what is added to the price of a quote."""

from hubspot_crm.v2026_03.resources._shared import AsyncRecordsWithAssociations, RecordsWithAssociations


class Fees(RecordsWithAssociations):
    """Fees: what is added to the price of a quote.

    Object type id: 0-85.

    Scopes: crm.objects.line_items.read, crm.objects.line_items.write, e-commerce.
    """

    _roots = ("/crm/objects/2026-03/fees",)


class AsyncFees(AsyncRecordsWithAssociations):
    """Fees: what is added to the price of a quote."""

    _roots = ("/crm/objects/2026-03/fees",)
