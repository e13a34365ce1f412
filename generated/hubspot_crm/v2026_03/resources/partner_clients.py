# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Operations of partner_clients."""

from __future__ import annotations

from hubspot_crm.v2025_09.resources._shared import AsyncRecordsAssociationsMixin, RecordsAssociationsMixin
from hubspot_crm.v3.resources._shared import (
    AsyncPartnerClientsOperationsBatchMixin,
    AsyncRecordsGetMixin,
    AsyncRecordsListMixin,
    AsyncRecordsSearchMixin,
    AsyncRecordsUpdateMixin,
    PartnerClientsOperationsBatchMixin,
    RecordsGetMixin,
    RecordsListMixin,
    RecordsSearchMixin,
    RecordsUpdateMixin,
)


class PartnerClients(
    RecordsGetMixin,
    RecordsListMixin,
    RecordsSearchMixin,
    RecordsUpdateMixin,
    PartnerClientsOperationsBatchMixin,
    RecordsAssociationsMixin,
):
    """Partner clients: customers whom a solutions partner and the vendor have in common.

    Scopes: crm.objects.partner-clients.read, crm.objects.partner-clients.write.
    """

    _roots = ("/crm/objects/2026-03/partner_clients",)


class AsyncPartnerClients(
    AsyncRecordsGetMixin,
    AsyncRecordsListMixin,
    AsyncRecordsSearchMixin,
    AsyncRecordsUpdateMixin,
    AsyncPartnerClientsOperationsBatchMixin,
    AsyncRecordsAssociationsMixin,
):
    """Partner clients: customers whom a solutions partner and the vendor have in common."""

    _roots = ("/crm/objects/2026-03/partner_clients",)
