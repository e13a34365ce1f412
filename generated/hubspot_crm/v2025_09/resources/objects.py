# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Operations of objects, objects.batch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hubspot_crm._core.operation import Batching, JSON, Operation, query
from hubspot_crm._core.resource import Below, RequestOptions, UNSET, UnsetType
from hubspot_crm.v2025_09.models import (
    BatchResponseSimplePublicObject,
    BatchResponseSimplePublicObjectWithErrors,
    BatchResponseSimplePublicUpsertObject,
    BatchResponseSimplePublicUpsertObjectWithErrors,
)
from hubspot_crm.v2025_09.resources._shared import (
    AsyncRecordsCreateMixin,
    AsyncRecordsGetMixin,
    AsyncRecordsListMixin,
    AsyncRecordsSearchMixin,
    AsyncRecordsUpdateMixin,
    RecordsCreateMixin,
    RecordsGetMixin,
    RecordsListMixin,
    RecordsSearchMixin,
    RecordsUpdateMixin,
)
from hubspot_crm.v3.models import (
    Error,
    SimplePublicObjectBatchInput,
    SimplePublicObjectBatchInputForCreate,
    SimplePublicObjectBatchInputUpsert,
    SimplePublicObjectId,
)
from hubspot_crm.v3.resources._shared import (
    AsyncRecordsArchiveMixin,
    AsyncRecordsBatchArchiveMixin,
    RecordsArchiveMixin,
    RecordsBatchArchiveMixin,
)

BATCH = Batching(inputs="inputs", limit=100, correlation_id="objectWriteTraceId")
BATCH_2 = Batching(inputs="inputs", limit=100)

BATCH_CREATE: Operation[BatchResponseSimplePublicObject | BatchResponseSimplePublicObjectWithErrors] = Operation(
    "POST",
    "/batch/create",
    request_body=JSON,
    responses={201: BatchResponseSimplePublicObject, 207: BatchResponseSimplePublicObjectWithErrors, "default": Error},
    batching=BATCH,
)
BATCH_READ: Operation[BatchResponseSimplePublicObject | BatchResponseSimplePublicObjectWithErrors] = Operation(
    "POST",
    "/batch/read",
    parameters=query("archived"),
    request_body=JSON,
    responses={200: BatchResponseSimplePublicObject, 207: BatchResponseSimplePublicObjectWithErrors, "default": Error},
    batching=BATCH_2,
)
BATCH_UPDATE: Operation[BatchResponseSimplePublicObject | BatchResponseSimplePublicObjectWithErrors] = Operation(
    "POST",
    "/batch/update",
    request_body=JSON,
    responses={200: BatchResponseSimplePublicObject, 207: BatchResponseSimplePublicObjectWithErrors, "default": Error},
    batching=BATCH,
)
BATCH_UPSERT: Operation[BatchResponseSimplePublicUpsertObject | BatchResponseSimplePublicUpsertObjectWithErrors] = (
    Operation(
        "POST",
        "/batch/upsert",
        request_body=JSON,
        responses={
            200: BatchResponseSimplePublicUpsertObject,
            207: BatchResponseSimplePublicUpsertObjectWithErrors,
            "default": Error,
        },
        batching=BATCH,
    )
)


class Objects(
    RecordsArchiveMixin, RecordsGetMixin, RecordsSearchMixin, RecordsUpdateMixin, RecordsListMixin, RecordsCreateMixin
):
    """Objects: records of any type, standard or custom, which the path names.

    Any scope for CRM objects gives access.
    """

    _roots = ("/crm/objects/2025-09/{objectType}",)

    batch: Below[ObjectsBatch] = Below("ObjectsBatch")


class ObjectsBatch(RecordsBatchArchiveMixin):
    """Operations of objects.batch."""

    def create(
        self,
        inputs: Sequence[SimplePublicObjectBatchInputForCreate | Mapping[str, object]],
        *,
        options: RequestOptions | None = None,
    ) -> BatchResponseSimplePublicObject | BatchResponseSimplePublicObjectWithErrors:
        """Create many records.

        Creates records in one request. Where every input has a trace id, some may fail while the others succeed. The
        answer is not in the order of the inputs.

        At most 100 inputs in one request.

        Args:
            inputs: One entry for each record to create. At most 100 items.

        Answers 201: All records were created. 207: Some succeeded and some failed: the results and the errors. Raises
        ApiStatusError, ApiConnectionError.
        """
        return self._call(BATCH_CREATE, body={"inputs": inputs}, options=options)

    def read(
        self,
        inputs: Sequence[SimplePublicObjectId | Mapping[str, object]],
        *,
        archived: bool | UnsetType = UNSET,
        id_property: str | UnsetType = UNSET,
        properties: Sequence[str] | UnsetType = UNSET,
        properties_with_history: Sequence[str] | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> BatchResponseSimplePublicObject | BatchResponseSimplePublicObjectWithErrors:
        """Read many records.

        Reads records in one request, by their ids or, with `idProperty`, by unique values. Ids that name no record are
        told of as errors beside the records that were found.

        At most 100 inputs in one request.

        Args:
            inputs: One entry for each record to read. At most 100 items.
            archived: Whether to return archived records, and only those. The server takes False if it is left out.
            id_property: The property with unique values whose value `id` holds in each input. Without it, `id` is the
                record's id.
            properties: The properties to return.
            properties_with_history: The properties to return together with their earlier values.

        Answers 200: All records were found. 207: Some succeeded and some failed: the results and the errors. Raises
        ApiStatusError, ApiConnectionError.
        """
        return self._call(
            BATCH_READ,
            query={"archived": archived},
            body={
                "inputs": inputs,
                "idProperty": id_property,
                "properties": properties,
                "propertiesWithHistory": properties_with_history,
            },
            options=options,
        )

    def update(
        self,
        inputs: Sequence[SimplePublicObjectBatchInput | Mapping[str, object]],
        *,
        options: RequestOptions | None = None,
    ) -> BatchResponseSimplePublicObject | BatchResponseSimplePublicObjectWithErrors:
        """Update many records.

        Sets the given properties of records in one request and leaves their other properties as they are.

        At most 100 inputs in one request.

        Args:
            inputs: One entry for each record to change. At most 100 items.

        Answers 200: All records were changed. 207: Some succeeded and some failed: the results and the errors. Raises
        ApiStatusError, ApiConnectionError.
        """
        return self._call(BATCH_UPDATE, body={"inputs": inputs}, options=options)

    def upsert(
        self,
        inputs: Sequence[SimplePublicObjectBatchInputUpsert | Mapping[str, object]],
        *,
        options: RequestOptions | None = None,
    ) -> BatchResponseSimplePublicUpsertObject | BatchResponseSimplePublicUpsertObjectWithErrors:
        """Create or update many records.

        Looks each record up by a unique value, changes it if it exists and creates it if not.

        At most 100 inputs in one request.

        Args:
            inputs: One entry for each record to create or change. At most 100 items.

        Answers 200: All records were created or changed. 207: Some succeeded and some failed: the results and the
        errors. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(BATCH_UPSERT, body={"inputs": inputs}, options=options)


class AsyncObjects(
    AsyncRecordsArchiveMixin,
    AsyncRecordsGetMixin,
    AsyncRecordsSearchMixin,
    AsyncRecordsUpdateMixin,
    AsyncRecordsListMixin,
    AsyncRecordsCreateMixin,
):
    """Objects: records of any type, standard or custom, which the path names."""

    _roots = ("/crm/objects/2025-09/{objectType}",)

    batch: Below[AsyncObjectsBatch] = Below("AsyncObjectsBatch")


class AsyncObjectsBatch(AsyncRecordsBatchArchiveMixin):
    """Operations of objects.batch."""

    async def create(
        self,
        inputs: Sequence[SimplePublicObjectBatchInputForCreate | Mapping[str, object]],
        *,
        options: RequestOptions | None = None,
    ) -> BatchResponseSimplePublicObject | BatchResponseSimplePublicObjectWithErrors:
        """Create many records.

        Creates records in one request. Where every input has a trace id, some may fail while the others succeed. The
        answer is not in the order of the inputs.

        At most 100 inputs in one request.

        Args:
            inputs: One entry for each record to create. At most 100 items.

        Answers 201: All records were created. 207: Some succeeded and some failed: the results and the errors. Raises
        ApiStatusError, ApiConnectionError.
        """
        return await self._call(BATCH_CREATE, body={"inputs": inputs}, options=options)

    async def read(
        self,
        inputs: Sequence[SimplePublicObjectId | Mapping[str, object]],
        *,
        archived: bool | UnsetType = UNSET,
        id_property: str | UnsetType = UNSET,
        properties: Sequence[str] | UnsetType = UNSET,
        properties_with_history: Sequence[str] | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> BatchResponseSimplePublicObject | BatchResponseSimplePublicObjectWithErrors:
        """Read many records.

        Reads records in one request, by their ids or, with `idProperty`, by unique values. Ids that name no record are
        told of as errors beside the records that were found.

        At most 100 inputs in one request.

        Args:
            inputs: One entry for each record to read. At most 100 items.
            archived: Whether to return archived records, and only those. The server takes False if it is left out.
            id_property: The property with unique values whose value `id` holds in each input. Without it, `id` is the
                record's id.
            properties: The properties to return.
            properties_with_history: The properties to return together with their earlier values.

        Answers 200: All records were found. 207: Some succeeded and some failed: the results and the errors. Raises
        ApiStatusError, ApiConnectionError.
        """
        return await self._call(
            BATCH_READ,
            query={"archived": archived},
            body={
                "inputs": inputs,
                "idProperty": id_property,
                "properties": properties,
                "propertiesWithHistory": properties_with_history,
            },
            options=options,
        )

    async def update(
        self,
        inputs: Sequence[SimplePublicObjectBatchInput | Mapping[str, object]],
        *,
        options: RequestOptions | None = None,
    ) -> BatchResponseSimplePublicObject | BatchResponseSimplePublicObjectWithErrors:
        """Update many records.

        Sets the given properties of records in one request and leaves their other properties as they are.

        At most 100 inputs in one request.

        Args:
            inputs: One entry for each record to change. At most 100 items.

        Answers 200: All records were changed. 207: Some succeeded and some failed: the results and the errors. Raises
        ApiStatusError, ApiConnectionError.
        """
        return await self._call(BATCH_UPDATE, body={"inputs": inputs}, options=options)

    async def upsert(
        self,
        inputs: Sequence[SimplePublicObjectBatchInputUpsert | Mapping[str, object]],
        *,
        options: RequestOptions | None = None,
    ) -> BatchResponseSimplePublicUpsertObject | BatchResponseSimplePublicUpsertObjectWithErrors:
        """Create or update many records.

        Looks each record up by a unique value, changes it if it exists and creates it if not.

        At most 100 inputs in one request.

        Args:
            inputs: One entry for each record to create or change. At most 100 items.

        Answers 200: All records were created or changed. 207: Some succeeded and some failed: the results and the
        errors. Raises ApiStatusError, ApiConnectionError.
        """
        return await self._call(BATCH_UPSERT, body={"inputs": inputs}, options=options)
