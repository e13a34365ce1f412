# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Deals: sales that are being worked on, from first talk to won or lost."""

from hubspot_crm.v2026_03.resources._shared import (
    AsyncRecordsWithAssociationsWithMerge,
    RecordsWithAssociationsWithMerge,
)


class Deals(RecordsWithAssociationsWithMerge):
    """Deals: sales that are being worked on, from first talk to won or lost.

    Object type id: 0-3.

    Scopes: crm.objects.deals.read, crm.objects.deals.write.
    """

    _roots = ("/crm/objects/2026-03/0-3",)


class AsyncDeals(AsyncRecordsWithAssociationsWithMerge):
    """Deals: sales that are being worked on, from first talk to won or lost."""

    _roots = ("/crm/objects/2026-03/0-3",)
