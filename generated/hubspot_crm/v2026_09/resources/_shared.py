# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Operations of appointments, companies, deals, invoices and 9 others."""

from __future__ import annotations

# fmt: off
from hubspot_crm.v2025_09.resources._shared import (
    AsyncObjectsOperations, AsyncRecordsMergeMixin, AsyncRecordsWithAssociationsAssociationsMixin, ObjectsOperations,
    RecordsMergeMixin, RecordsWithAssociationsAssociationsMixin,
)
# fmt: on


class ObjectsOperationsWithMerge(ObjectsOperations, RecordsMergeMixin):
    """Operations of appointments, companies, deals."""


class ObjectsOperationsWithAssociations(ObjectsOperations, RecordsWithAssociationsAssociationsMixin):
    """Operations of invoices, line_items, listings, orders and 6 others."""


class AsyncObjectsOperationsWithMerge(AsyncObjectsOperations, AsyncRecordsMergeMixin):
    """Operations of appointments, companies, deals."""


class AsyncObjectsOperationsWithAssociations(AsyncObjectsOperations, AsyncRecordsWithAssociationsAssociationsMixin):
    """Operations of invoices, line_items, listings, orders and 6 others."""
