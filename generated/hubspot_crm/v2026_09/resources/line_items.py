# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Line items: single positions of a deal, a quote or an invoice."""

from hubspot_crm.v2026_09.resources._shared import AsyncRecordsWithAssociations, RecordsWithAssociations


class LineItems(RecordsWithAssociations):
    """Line items: single positions of a deal, a quote or an invoice.

    Object type id: 0-8.

    Scopes: crm.objects.line_items.read, crm.objects.line_items.write, e-commerce.
    """

    _roots = ("/crm/objects/2026-09/line_items",)


class AsyncLineItems(AsyncRecordsWithAssociations):
    """Line items: single positions of a deal, a quote or an invoice."""

    _roots = ("/crm/objects/2026-09/line_items",)
