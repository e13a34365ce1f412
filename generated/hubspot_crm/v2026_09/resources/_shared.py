# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Operations of appointments, appointments.batch, calls, calls.batch and 58 others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hubspot_crm._core.operation import Batching, JSON, Operation
from hubspot_crm._core.resource import AsyncResource, Below, RequestOptions, Resource
from hubspot_crm.v2025_09.models import BatchResponseSimplePublicObject
from hubspot_crm.v2025_09.resources._shared import (
    AsyncRecordsBatchReadMixin,
    AsyncRecordsBatchUpdateMixin,
    AsyncRecordsBatchUpsertMixin,
    AsyncRecordsCreateMixin,
    AsyncRecordsGetMixin,
    AsyncRecordsListMixin,
    AsyncRecordsMergeMixin,
    AsyncRecordsSearchMixin,
    AsyncRecordsUpdateMixin,
    AsyncRecordsWithAssociationsAssociationsMixin,
    RecordsBatchReadMixin,
    RecordsBatchUpdateMixin,
    RecordsBatchUpsertMixin,
    RecordsCreateMixin,
    RecordsGetMixin,
    RecordsListMixin,
    RecordsMergeMixin,
    RecordsSearchMixin,
    RecordsUpdateMixin,
    RecordsWithAssociationsAssociationsMixin,
)
from hubspot_crm.v3.models import Error, SimplePublicObjectBatchInputForCreate
from hubspot_crm.v3.resources._shared import (
    AsyncRecordsArchiveMixin,
    AsyncRecordsBatchArchiveMixin,
    RecordsArchiveMixin,
    RecordsBatchArchiveMixin,
)

BATCH = Batching(inputs="inputs", limit=100, correlation_id="objectWriteTraceId")

BATCH_CREATE: Operation[BatchResponseSimplePublicObject] = Operation(
    "POST",
    "/batch/create",
    request_body=JSON,
    responses={201: BatchResponseSimplePublicObject, "default": Error, 207: BatchResponseSimplePublicObject},
    batching=BATCH,
)


class Records(
    RecordsArchiveMixin, RecordsGetMixin, RecordsSearchMixin, RecordsUpdateMixin, RecordsListMixin, RecordsCreateMixin
):
    """Operations of calls, carts, commerce_payments, communications and 11 others."""

    batch: Below[RecordsBatch] = Below("RecordsBatch")


class RecordsBatchCreateMixin(Resource):
    """Operations of appointments.batch, calls.batch, carts.batch, commerce_payments.batch and 28 others."""

    def create(
        self,
        inputs: Sequence[SimplePublicObjectBatchInputForCreate | Mapping[str, object]],
        *,
        options: RequestOptions | None = None,
    ) -> BatchResponseSimplePublicObject:
        """Create many records.

        Creates records in one request. Where every input has a trace id, some may fail while the others succeed. The
        answer is not in the order of the inputs.

        At most 100 inputs in one request.

        Args:
            inputs: One entry for each record to create. At most 100 items.

        Answers 201: All records were created. 207: Some succeeded and some failed: the results and the errors. Scope:
        crm.objects.*.write, e-commerce, sales-email-read, …; see the resource's class. Raises ApiStatusError,
        ApiConnectionError.
        """
        return self._call(BATCH_CREATE, body={"inputs": inputs}, options=options)


class RecordsWithMerge(Records, RecordsMergeMixin):
    """Operations of appointments, companies, deals."""


class RecordsWithAssociations(Records, RecordsWithAssociationsAssociationsMixin):
    """Operations of invoices, line_items, listings, orders and 6 others."""


class RecordsBatch(
    RecordsBatchArchiveMixin,
    RecordsBatchUpsertMixin,
    RecordsBatchReadMixin,
    RecordsBatchUpdateMixin,
    RecordsBatchCreateMixin,
):
    """Operations of appointments.batch, calls.batch, carts.batch, commerce_payments.batch and 27 others."""


class RecordsWithAssociationsWithMerge(RecordsWithAssociations, RecordsMergeMixin):
    """Operations of custom_objects, tickets."""


class AsyncRecords(
    AsyncRecordsArchiveMixin,
    AsyncRecordsGetMixin,
    AsyncRecordsSearchMixin,
    AsyncRecordsUpdateMixin,
    AsyncRecordsListMixin,
    AsyncRecordsCreateMixin,
):
    """Operations of calls, carts, commerce_payments, communications and 11 others."""

    batch: Below[AsyncRecordsBatch] = Below("AsyncRecordsBatch")


class AsyncRecordsBatchCreateMixin(AsyncResource):
    """Operations of appointments.batch, calls.batch, carts.batch, commerce_payments.batch and 28 others."""

    async def create(
        self,
        inputs: Sequence[SimplePublicObjectBatchInputForCreate | Mapping[str, object]],
        *,
        options: RequestOptions | None = None,
    ) -> BatchResponseSimplePublicObject:
        """Create many records.

        Creates records in one request. Where every input has a trace id, some may fail while the others succeed. The
        answer is not in the order of the inputs.

        At most 100 inputs in one request.

        Args:
            inputs: One entry for each record to create. At most 100 items.

        Answers 201: All records were created. 207: Some succeeded and some failed: the results and the errors. Scope:
        crm.objects.*.write, e-commerce, sales-email-read, …; see the resource's class. Raises ApiStatusError,
        ApiConnectionError.
        """
        return await self._call(BATCH_CREATE, body={"inputs": inputs}, options=options)


class AsyncRecordsWithMerge(AsyncRecords, AsyncRecordsMergeMixin):
    """Operations of appointments, companies, deals."""


class AsyncRecordsWithAssociations(AsyncRecords, AsyncRecordsWithAssociationsAssociationsMixin):
    """Operations of invoices, line_items, listings, orders and 6 others."""


class AsyncRecordsBatch(
    AsyncRecordsBatchArchiveMixin,
    AsyncRecordsBatchUpsertMixin,
    AsyncRecordsBatchReadMixin,
    AsyncRecordsBatchUpdateMixin,
    AsyncRecordsBatchCreateMixin,
):
    """Operations of appointments.batch, calls.batch, carts.batch, commerce_payments.batch and 27 others."""


class AsyncRecordsWithAssociationsWithMerge(AsyncRecordsWithAssociations, AsyncRecordsMergeMixin):
    """Operations of custom_objects, tickets."""
