# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Invoices: bills for what was delivered."""

from hubspot_crm.v2025_09.resources._shared import AsyncRecords, Records


class Invoices(Records):
    """Invoices: bills for what was delivered.

    Object type id: 0-53.

    Scopes: crm.objects.invoices.read, crm.objects.invoices.write.
    """

    _roots = ("/crm/objects/2025-09/invoices",)


class AsyncInvoices(AsyncRecords):
    """Invoices: bills for what was delivered."""

    _roots = ("/crm/objects/2025-09/invoices",)
