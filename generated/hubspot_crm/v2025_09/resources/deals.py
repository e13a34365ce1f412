# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Operations of deals."""

from __future__ import annotations

from hubspot_crm.v2025_09.resources._shared import (
    AsyncRecordsBatchMixin,
    AsyncRecordsCreateMixin,
    AsyncRecordsGetMixin,
    AsyncRecordsListMixin,
    AsyncRecordsMergeMixin,
    AsyncRecordsSearchMixin,
    AsyncRecordsUpdateMixin,
    AsyncRecordsWithAssociationsAssociationsMixin,
    RecordsBatchMixin,
    RecordsCreateMixin,
    RecordsGetMixin,
    RecordsListMixin,
    RecordsMergeMixin,
    RecordsSearchMixin,
    RecordsUpdateMixin,
    RecordsWithAssociationsAssociationsMixin,
)
from hubspot_crm.v3.resources._shared import AsyncRecordsArchiveMixin, RecordsArchiveMixin


class Deals(
    RecordsArchiveMixin,
    RecordsBatchMixin,
    RecordsMergeMixin,
    RecordsGetMixin,
    RecordsSearchMixin,
    RecordsUpdateMixin,
    RecordsListMixin,
    RecordsCreateMixin,
    RecordsWithAssociationsAssociationsMixin,
):
    """Deals: sales that are being worked on, from first talk to won or lost.

    Object type id: 0-3.

    Scopes: crm.objects.deals.read, crm.objects.deals.write.
    """

    _roots = ("/crm/objects/2025-09/deals",)


class AsyncDeals(
    AsyncRecordsArchiveMixin,
    AsyncRecordsBatchMixin,
    AsyncRecordsMergeMixin,
    AsyncRecordsGetMixin,
    AsyncRecordsSearchMixin,
    AsyncRecordsUpdateMixin,
    AsyncRecordsListMixin,
    AsyncRecordsCreateMixin,
    AsyncRecordsWithAssociationsAssociationsMixin,
):
    """Deals: sales that are being worked on, from first talk to won or lost."""

    _roots = ("/crm/objects/2025-09/deals",)
