# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Operations of partner_clients, partner_clients.batch."""

from __future__ import annotations

from hubspot_crm._core.resource import Below
from hubspot_crm.v2025_09.resources._shared import (
    AsyncRecordsBatchUpdateMixin,
    AsyncRecordsGetMixin,
    AsyncRecordsListMixin,
    AsyncRecordsSearchMixin,
    AsyncRecordsUpdateMixin,
    RecordsBatchUpdateMixin,
    RecordsGetMixin,
    RecordsListMixin,
    RecordsSearchMixin,
    RecordsUpdateMixin,
)


class PartnerClients(RecordsGetMixin, RecordsSearchMixin, RecordsUpdateMixin, RecordsListMixin):
    """Partner clients: customers whom a solutions partner and the vendor have in common.

    Scopes: crm.objects.partner-clients.read, crm.objects.partner-clients.write.
    """

    _roots = ("/crm/objects/2026-09/partner_clients",)

    batch: Below[PartnerClientsBatch] = Below("PartnerClientsBatch")


class PartnerClientsBatch(RecordsBatchUpdateMixin):
    """Operations of partner_clients.batch."""


class AsyncPartnerClients(
    AsyncRecordsGetMixin, AsyncRecordsSearchMixin, AsyncRecordsUpdateMixin, AsyncRecordsListMixin
):
    """Partner clients: customers whom a solutions partner and the vendor have in common."""

    _roots = ("/crm/objects/2026-09/partner_clients",)

    batch: Below[AsyncPartnerClientsBatch] = Below("AsyncPartnerClientsBatch")


class AsyncPartnerClientsBatch(AsyncRecordsBatchUpdateMixin):
    """Operations of partner_clients.batch."""
