# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Operations of partner_services."""

from __future__ import annotations

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


class PartnerServices(
    RecordsGetMixin, RecordsListMixin, RecordsSearchMixin, RecordsUpdateMixin, PartnerClientsOperationsBatchMixin
):
    """Partner services: what a solutions partner does for a customer whom it shares with the vendor.

    Scopes: crm.objects.partner-services.read, crm.objects.partner-services.write.
    """

    _roots = ("/crm/objects/2026-03/partner_services",)


class AsyncPartnerServices(
    AsyncRecordsGetMixin,
    AsyncRecordsListMixin,
    AsyncRecordsSearchMixin,
    AsyncRecordsUpdateMixin,
    AsyncPartnerClientsOperationsBatchMixin,
):
    """Partner services: what a solutions partner does for a customer whom it shares with the vendor."""

    _roots = ("/crm/objects/2026-03/partner_services",)
