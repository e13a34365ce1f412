# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Listings: properties that are for sale or to let. The type has to be activated in the account before use."""

from hubspot_crm.v2025_09.resources._shared import AsyncRecords, Records


class Listings(Records):
    """Listings: properties that are for sale or to let. The type has to be activated in the account before use.

    Object type id: 0-420.

    Scopes: crm.objects.listings.read, crm.objects.listings.write.
    """

    _roots = ("/crm/objects/2025-09/listings",)


class AsyncListings(AsyncRecords):
    """Listings: properties that are for sale or to let. The type has to be activated in the account before use."""

    _roots = ("/crm/objects/2025-09/listings",)
