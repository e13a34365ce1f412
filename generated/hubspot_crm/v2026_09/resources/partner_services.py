# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Operations of partner_services, partner_services.batch."""

from __future__ import annotations

from hubspot_crm._core.resource import Below
from hubspot_crm.v2025_09.resources._shared import (
    AsyncRecordsAssociationsMixin,
    AsyncRecordsBatchReadMixin,
    AsyncRecordsBatchUpdateMixin,
    AsyncRecordsGetMixin,
    AsyncRecordsListMixin,
    AsyncRecordsSearchMixin,
    AsyncRecordsUpdateMixin,
    RecordsAssociationsMixin,
    RecordsBatchReadMixin,
    RecordsBatchUpdateMixin,
    RecordsGetMixin,
    RecordsListMixin,
    RecordsSearchMixin,
    RecordsUpdateMixin,
)


class PartnerServices(
    RecordsGetMixin, RecordsSearchMixin, RecordsUpdateMixin, RecordsListMixin, RecordsAssociationsMixin
):
    """Partner services: what a solutions partner does for a customer whom it shares with the vendor.

    Scopes: crm.objects.partner-services.read, crm.objects.partner-services.write.
    """

    _roots = ("/crm/objects/2026-09/partner_services",)

    batch: Below[PartnerServicesBatch] = Below("PartnerServicesBatch")


class PartnerServicesBatch(RecordsBatchReadMixin, RecordsBatchUpdateMixin):
    """Operations of partner_services.batch."""


class AsyncPartnerServices(
    AsyncRecordsGetMixin,
    AsyncRecordsSearchMixin,
    AsyncRecordsUpdateMixin,
    AsyncRecordsListMixin,
    AsyncRecordsAssociationsMixin,
):
    """Partner services: what a solutions partner does for a customer whom it shares with the vendor."""

    _roots = ("/crm/objects/2026-09/partner_services",)

    batch: Below[AsyncPartnerServicesBatch] = Below("AsyncPartnerServicesBatch")


class AsyncPartnerServicesBatch(AsyncRecordsBatchReadMixin, AsyncRecordsBatchUpdateMixin):
    """Operations of partner_services.batch."""
