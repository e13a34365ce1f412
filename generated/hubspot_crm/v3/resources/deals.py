# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Deals: sales that are being worked on, from first talk to won or lost."""

from hubspot_crm.v3.resources._shared import AsyncRecordsWithMerge, RecordsWithMerge


class Deals(RecordsWithMerge):
    """Deals: sales that are being worked on, from first talk to won or lost.

    Object type id: 0-3.

    Scopes: crm.objects.deals.read, crm.objects.deals.write.
    """

    _roots = ("/crm/v3/objects/0-3",)


class AsyncDeals(AsyncRecordsWithMerge):
    """Deals: sales that are being worked on, from first talk to won or lost."""

    _roots = ("/crm/v3/objects/0-3",)
