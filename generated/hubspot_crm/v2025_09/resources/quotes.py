# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Quotes: offers to sell something at a price, for a time."""

from hubspot_crm.v2025_09.resources._shared import AsyncRecords, Records


class Quotes(Records):
    """Quotes: offers to sell something at a price, for a time.

    Object type id: 0-14.

    Scopes: crm.objects.quotes.read, crm.objects.quotes.write, e-commerce.
    """

    _roots = ("/crm/objects/2025-09/quotes",)


class AsyncQuotes(AsyncRecords):
    """Quotes: offers to sell something at a price, for a time."""

    _roots = ("/crm/objects/2025-09/quotes",)
