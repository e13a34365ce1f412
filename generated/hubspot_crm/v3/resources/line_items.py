# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Line items: single positions of a deal, a quote or an invoice."""

from hubspot_crm.v3.resources._shared import AsyncRecords, Records


class LineItems(Records):
    """Line items: single positions of a deal, a quote or an invoice.

    Object type id: 0-8.

    Scopes: crm.objects.line_items.read, crm.objects.line_items.write, e-commerce.
    """

    _roots = ("/crm/v3/objects/line_items",)


class AsyncLineItems(AsyncRecords):
    """Line items: single positions of a deal, a quote or an invoice."""

    _roots = ("/crm/v3/objects/line_items",)
