# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Products: goods and services that the account sells, with their prices."""

from hubspot_crm.v3.resources._shared import AsyncRecords, Records


class Products(Records):
    """Products: goods and services that the account sells, with their prices.

    Object type id: 0-7.

    Scopes: crm.objects.products.read, crm.objects.products.write, e-commerce.
    """

    _roots = ("/crm/v3/objects/products",)


class AsyncProducts(AsyncRecords):
    """Products: goods and services that the account sells, with their prices."""

    _roots = ("/crm/v3/objects/products",)
