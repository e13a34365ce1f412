# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Listings: properties that are for sale or to let. The type has to be activated in the account before use."""

from hubspot_crm.v2026_03.resources._shared import AsyncRecordsWithAssociations, RecordsWithAssociations


class Listings(RecordsWithAssociations):
    """Listings: properties that are for sale or to let. The type has to be activated in the account before use.

    Object type id: 0-420.

    Scopes: crm.objects.listings.read, crm.objects.listings.write.
    """

    _roots = ("/crm/objects/2026-03/0-420",)


class AsyncListings(AsyncRecordsWithAssociations):
    """Listings: properties that are for sale or to let. The type has to be activated in the account before use."""

    _roots = ("/crm/objects/2026-03/0-420",)
