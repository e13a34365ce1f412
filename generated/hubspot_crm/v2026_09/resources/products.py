# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Products: goods and services that the account sells, with their prices."""

from hubspot_crm.v2026_09.resources._shared import AsyncRecordsWithAssociations, RecordsWithAssociations


class Products(RecordsWithAssociations):
    """Products: goods and services that the account sells, with their prices.

    Object type id: 0-7.

    Scopes: crm.objects.products.read, crm.objects.products.write, e-commerce.
    """

    _roots = ("/crm/objects/2026-09/products",)


class AsyncProducts(AsyncRecordsWithAssociations):
    """Products: goods and services that the account sells, with their prices."""

    _roots = ("/crm/objects/2026-09/products",)
