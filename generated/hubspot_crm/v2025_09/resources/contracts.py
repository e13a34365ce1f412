# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Contracts: agreements with a buyer over a span of time."""

from hubspot_crm.v2025_09.resources._shared import AsyncRecords, Records


class Contracts(Records):
    """Contracts: agreements with a buyer over a span of time.

    Scopes: crm.objects.contracts.read.
    """

    _roots = ("/crm/objects/2025-09/contracts",)


class AsyncContracts(AsyncRecords):
    """Contracts: agreements with a buyer over a span of time."""

    _roots = ("/crm/objects/2025-09/contracts",)
