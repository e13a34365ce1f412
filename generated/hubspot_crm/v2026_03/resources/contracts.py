# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Contracts: agreements with a buyer over a span of time."""

from hubspot_crm.v3.resources._shared import AsyncContractsOperations, ContractsOperations


class Contracts(ContractsOperations):
    """Contracts: agreements with a buyer over a span of time.

    Scopes: crm.objects.contracts.read.
    """

    _roots = ("/crm/objects/2026-03/contracts",)


class AsyncContracts(AsyncContractsOperations):
    """Contracts: agreements with a buyer over a span of time."""

    _roots = ("/crm/objects/2026-03/contracts",)
