# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Operations of partner_services, partner_services.batch."""

from __future__ import annotations

from functools import cached_property

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
    RecordsAssociationsMixin, RecordsGetMixin, RecordsSearchMixin, RecordsUpdateMixin, RecordsListMixin
):
    """Partner services: what a solutions partner does for a customer whom it shares with the vendor.

    Scopes: crm.objects.partner-services.read, crm.objects.partner-services.write.
    """

    _roots = ("/crm/objects/2026-09/partner_services",)

    @cached_property
    def batch(self) -> PartnerServicesBatch:
        """Operations under `batch`."""
        return PartnerServicesBatch(self._client, self._roots)


class PartnerServicesBatch(RecordsBatchReadMixin, RecordsBatchUpdateMixin):
    """Operations of partner_services.batch."""


class AsyncPartnerServices(
    AsyncRecordsAssociationsMixin,
    AsyncRecordsGetMixin,
    AsyncRecordsSearchMixin,
    AsyncRecordsUpdateMixin,
    AsyncRecordsListMixin,
):
    """Partner services: what a solutions partner does for a customer whom it shares with the vendor."""

    _roots = ("/crm/objects/2026-09/partner_services",)

    @cached_property
    def batch(self) -> AsyncPartnerServicesBatch:
        """Operations under `batch`."""
        return AsyncPartnerServicesBatch(self._client, self._roots)


class AsyncPartnerServicesBatch(AsyncRecordsBatchReadMixin, AsyncRecordsBatchUpdateMixin):
    """Operations of partner_services.batch."""
