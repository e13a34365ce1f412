# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Commerce payments: money that was taken, or is being taken, from a buyer."""

from hubspot_crm.v3.resources._shared import AsyncRecords, Records


class CommercePayments(Records):
    """Commerce payments: money that was taken, or is being taken, from a buyer.

    Object type id: 0-101.

    Scopes: crm.objects.commercepayments.read, crm.objects.commercepayments.write.
    """

    _roots = ("/crm/v3/objects/commerce_payments",)


class AsyncCommercePayments(AsyncRecords):
    """Commerce payments: money that was taken, or is being taken, from a buyer."""

    _roots = ("/crm/v3/objects/commerce_payments",)
