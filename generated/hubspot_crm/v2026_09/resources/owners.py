# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Owners: the users that records can belong to, with the ids by which records name them."""

from hubspot_crm.v3.resources._shared import AsyncOwnersOperations, OwnersOperations


class Owners(OwnersOperations):
    """Owners: the users that records can belong to, with the ids by which records name them.

    Scopes: crm.objects.owners.read.
    """

    _roots = ("/crm/owners/2026-09",)


class AsyncOwners(AsyncOwnersOperations):
    """Owners: the users that records can belong to, with the ids by which records name them."""

    _roots = ("/crm/owners/2026-09",)
