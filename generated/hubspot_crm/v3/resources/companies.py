# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Companies: organisations that the account does business with."""

from hubspot_crm.v3.resources._shared import AsyncRecordsWithMerge, RecordsWithMerge


class Companies(RecordsWithMerge):
    """Companies: organisations that the account does business with.

    Object type id: 0-2.

    Scopes: crm.objects.companies.read, crm.objects.companies.write.
    """

    _roots = ("/crm/v3/objects/companies",)


class AsyncCompanies(AsyncRecordsWithMerge):
    """Companies: organisations that the account does business with."""

    _roots = ("/crm/v3/objects/companies",)
