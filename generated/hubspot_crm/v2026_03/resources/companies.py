# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Companies: organisations that the account does business with."""

from hubspot_crm.v2026_03.resources._shared import (
    AsyncRecordsWithAssociationsWithMerge,
    RecordsWithAssociationsWithMerge,
)


class Companies(RecordsWithAssociationsWithMerge):
    """Companies: organisations that the account does business with.

    Object type id: 0-2.

    Scopes: crm.objects.companies.read, crm.objects.companies.write.
    """

    _roots = ("/crm/objects/2026-03/companies",)


class AsyncCompanies(AsyncRecordsWithAssociationsWithMerge):
    """Companies: organisations that the account does business with."""

    _roots = ("/crm/objects/2026-03/companies",)
