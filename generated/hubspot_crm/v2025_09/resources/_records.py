# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Operations of objects."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from hubspot_crm._core.operation import (
    Batching,
    ErrorFields,
    Operation,
    PagedOperation,
    Pagination,
    Parameter,
    RequestBody,
)
from hubspot_crm._core.resource import (
    AsyncPager,
    AsyncResource,
    Pager,
    RequestOptions,
    Resource,
    UNSET,
    UnsetType,
)
from hubspot_crm.v2025_09.models import (
    BatchResponseSimplePublicObject,
    BatchResponseSimplePublicObjectWithErrors,
    BatchResponseSimplePublicUpsertObject,
    BatchResponseSimplePublicUpsertObjectWithErrors,
    CollectionResponseSimplePublicObjectWithAssociationsForwardPaging,
    CollectionResponseWithTotalSimplePublicObject,
    SimplePublicObject,
    SimplePublicObjectWithAssociations,
)
from hubspot_crm.v3.models import (
    Error,
    FilterGroup,
    PublicAssociationsForObject,
    SimplePublicObjectBatchInput,
    SimplePublicObjectBatchInputForCreate,
    SimplePublicObjectBatchInputUpsert,
    SimplePublicObjectId,
)

SECURITY = (("oauth2",), ("private_apps",), ("private_apps_legacy",))
ERRORS = ErrorFields(message="message", category="category", correlation_id="correlationId")
PAGES = Pagination(cursor="after", place="query", next="/paging/next/after", items="/results")
PAGES_2 = Pagination(cursor="after", place="body", next="/paging/next/after", items="/results")
BATCH = Batching(inputs="inputs", limit=100, correlation_id="objectWriteTraceId")
BATCH_2 = Batching(inputs="inputs", limit=100)

LIST: PagedOperation[
    SimplePublicObjectWithAssociations,
    CollectionResponseSimplePublicObjectWithAssociationsForwardPaging,
] = PagedOperation(
    "GET",
    "",
    parameters=(
        Parameter("after", "query"),
        Parameter("archived", "query"),
        Parameter("associations", "query"),
        Parameter("limit", "query"),
        Parameter("properties", "query"),
        Parameter("propertiesWithHistory", "query"),
    ),
    responses={
        200: CollectionResponseSimplePublicObjectWithAssociationsForwardPaging,
        "default": Error,
    },
    security=SECURITY,
    error_fields=ERRORS,
    pagination=PAGES,
)
CREATE: Operation[SimplePublicObject] = Operation(
    "POST",
    "",
    request_body=RequestBody("application/json", required=True),
    responses={201: SimplePublicObject, "default": Error},
    security=SECURITY,
    error_fields=ERRORS,
)
GET: Operation[SimplePublicObjectWithAssociations] = Operation(
    "GET",
    "/{record_id}",
    parameters=(
        Parameter("archived", "query"),
        Parameter("associations", "query"),
        Parameter("idProperty", "query"),
        Parameter("properties", "query"),
        Parameter("propertiesWithHistory", "query"),
    ),
    responses={200: SimplePublicObjectWithAssociations, "default": Error},
    security=SECURITY,
    error_fields=ERRORS,
)
ARCHIVE: Operation[None] = Operation(
    "DELETE",
    "/{record_id}",
    responses={204: None, "default": Error},
    security=SECURITY,
    error_fields=ERRORS,
)
UPDATE: Operation[SimplePublicObject] = Operation(
    "PATCH",
    "/{record_id}",
    parameters=(Parameter("idProperty", "query"),),
    request_body=RequestBody("application/json", required=True),
    responses={200: SimplePublicObject, "default": Error},
    security=SECURITY,
    error_fields=ERRORS,
)
SEARCH: PagedOperation[SimplePublicObject, CollectionResponseWithTotalSimplePublicObject] = (
    PagedOperation(
        "POST",
        "/search",
        request_body=RequestBody("application/json", required=True),
        responses={200: CollectionResponseWithTotalSimplePublicObject, "default": Error},
        security=SECURITY,
        error_fields=ERRORS,
        pagination=PAGES_2,
    )
)
BATCH_CREATE: Operation[
    BatchResponseSimplePublicObject | BatchResponseSimplePublicObjectWithErrors
] = Operation(
    "POST",
    "/batch/create",
    request_body=RequestBody("application/json", required=True),
    responses={
        201: BatchResponseSimplePublicObject,
        207: BatchResponseSimplePublicObjectWithErrors,
        "default": Error,
    },
    security=SECURITY,
    error_fields=ERRORS,
    batching=BATCH,
)
BATCH_READ: Operation[
    BatchResponseSimplePublicObject | BatchResponseSimplePublicObjectWithErrors
] = Operation(
    "POST",
    "/batch/read",
    parameters=(Parameter("archived", "query"),),
    request_body=RequestBody("application/json", required=True),
    responses={
        200: BatchResponseSimplePublicObject,
        207: BatchResponseSimplePublicObjectWithErrors,
        "default": Error,
    },
    security=SECURITY,
    error_fields=ERRORS,
    batching=BATCH_2,
)
BATCH_UPDATE: Operation[
    BatchResponseSimplePublicObject | BatchResponseSimplePublicObjectWithErrors
] = Operation(
    "POST",
    "/batch/update",
    request_body=RequestBody("application/json", required=True),
    responses={
        200: BatchResponseSimplePublicObject,
        207: BatchResponseSimplePublicObjectWithErrors,
        "default": Error,
    },
    security=SECURITY,
    error_fields=ERRORS,
    batching=BATCH,
)
BATCH_UPSERT: Operation[
    BatchResponseSimplePublicUpsertObject | BatchResponseSimplePublicUpsertObjectWithErrors
] = Operation(
    "POST",
    "/batch/upsert",
    request_body=RequestBody("application/json", required=True),
    responses={
        200: BatchResponseSimplePublicUpsertObject,
        207: BatchResponseSimplePublicUpsertObjectWithErrors,
        "default": Error,
    },
    security=SECURITY,
    error_fields=ERRORS,
    batching=BATCH,
)
BATCH_ARCHIVE: Operation[None] = Operation(
    "POST",
    "/batch/archive",
    request_body=RequestBody("application/json", required=True),
    responses={204: None, "default": Error},
    security=SECURITY,
    error_fields=ERRORS,
    batching=BATCH_2,
)


class RecordsBatch(Resource):
    """Operations of objects.batch."""

    def create(
        self,
        inputs: Sequence[SimplePublicObjectBatchInputForCreate | Mapping[str, object]],
        *,
        options: RequestOptions | None = None,
    ) -> BatchResponseSimplePublicObject | BatchResponseSimplePublicObjectWithErrors:
        """Create many records.

        Creates records in one request. Where every input has a trace id, some may fail while the
        others succeed. The answer is not in the order of the inputs.

        At most 100 inputs in one request.

        Args:
            inputs: One entry for each record to create. At most 100 items.
            options: Timeout and headers of this call alone.

        Answers:
            201: All records were created.
            207: Some succeeded and some failed: the results and the errors.

        Raises:
            ApiError: No answer came, or one that says what went wrong.
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

        Reads records in one request, by their ids or, with `idProperty`, by unique values. Ids that
        name no record are told of as errors beside the records that were found.

        At most 100 inputs in one request.

        Args:
            inputs: One entry for each record to read. At most 100 items.
            archived: Whether to return archived records, and only those. The server takes False if
                it is left out.
            id_property: The property with unique values whose value `id` holds in each input.
                Without it, `id` is the record's id.
            properties: The properties to return.
            properties_with_history: The properties to return together with their earlier values.
            options: Timeout and headers of this call alone.

        Answers:
            200: All records were found.
            207: Some succeeded and some failed: the results and the errors.

        Raises:
            ApiError: No answer came, or one that says what went wrong.
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

        Sets the given properties of records in one request and leaves their other properties as
        they are.

        At most 100 inputs in one request.

        Args:
            inputs: One entry for each record to change. At most 100 items.
            options: Timeout and headers of this call alone.

        Answers:
            200: All records were changed.
            207: Some succeeded and some failed: the results and the errors.

        Raises:
            ApiError: No answer came, or one that says what went wrong.
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
            options: Timeout and headers of this call alone.

        Answers:
            200: All records were created or changed.
            207: Some succeeded and some failed: the results and the errors.

        Raises:
            ApiError: No answer came, or one that says what went wrong.
        """
        return self._call(BATCH_UPSERT, body={"inputs": inputs}, options=options)

    def archive(
        self,
        inputs: Sequence[SimplePublicObjectId | Mapping[str, object]],
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Archive many records.

        Moves records to the recycling bin in one request, from where they can be restored for 90
        days.

        At most 100 inputs in one request.

        Args:
            inputs: One entry for each record. At most 100 items.
            options: Timeout and headers of this call alone.

        Answers:
            204: The records are archived.

        Raises:
            ApiError: No answer came, or one that says what went wrong.
        """
        return self._call(BATCH_ARCHIVE, body={"inputs": inputs}, options=options)


class Records(Resource):
    """Operations of objects."""

    @cached_property
    def batch(self) -> RecordsBatch:
        """Operations under `batch`."""
        return RecordsBatch(self._client, self._root)

    def list(
        self,
        *,
        after: str | UnsetType = UNSET,
        archived: bool | UnsetType = UNSET,
        associations: Sequence[str] | UnsetType = UNSET,
        limit: int | UnsetType = UNSET,
        properties: Sequence[str] | UnsetType = UNSET,
        properties_with_history: Sequence[str] | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> Pager[
        SimplePublicObjectWithAssociations,
        CollectionResponseSimplePublicObjectWithAssociationsForwardPaging,
    ]:
        """List records.

        Reads the records of this type page by page, in no order to rely on.

        Args:
            after: The cursor of the page to read: `paging.next.after` of the page before. Left out
                for the first page.
            archived: Whether to return archived records, and only those. The server takes False if
                it is left out.
            associations: Object types. The ids of the associated records of these types are
                returned too.
            limit: How many results a page holds at most. At most 100. The server takes 10 if it is
                left out.
            properties: The properties to return. Names that the object type does not have are
                passed over.
            properties_with_history: The properties to return together with their earlier values. A
                request that asks for history may return fewer records.
            options: Timeout and headers of this call alone.

        Answers:
            200: One page of records.

        Raises:
            ApiError: No answer came, or one that says what went wrong.
        """
        return self._paginate(
            LIST,
            query={
                "after": after,
                "archived": archived,
                "associations": associations,
                "limit": limit,
                "properties": properties,
                "propertiesWithHistory": properties_with_history,
            },
            options=options,
        )

    def create(
        self,
        *,
        properties: Mapping[str, str | None],
        associations: (
            Sequence[PublicAssociationsForObject | Mapping[str, object]] | UnsetType
        ) = UNSET,
        options: RequestOptions | None = None,
    ) -> SimplePublicObject:
        """Create a record.

        Creates a record and returns it. A request that is sent twice creates two records, unless a
        property with unique values keeps the second one out.

        Args:
            properties: The values of the new record by internal property name.
            associations: Associations to make from the new record.
            options: Timeout and headers of this call alone.

        Answers:
            201: The new record.

        Raises:
            ApiError: No answer came, or one that says what went wrong.
        """
        return self._call(
            CREATE, body={"properties": properties, "associations": associations}, options=options
        )

    def get(
        self,
        record_id: str,
        *,
        archived: bool | UnsetType = UNSET,
        associations: Sequence[str] | UnsetType = UNSET,
        id_property: str | UnsetType = UNSET,
        properties: Sequence[str] | UnsetType = UNSET,
        properties_with_history: Sequence[str] | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> SimplePublicObjectWithAssociations:
        """Get a record.

        Reads one record by its id or, with `idProperty`, by a unique value.

        Args:
            record_id: The id of the record.
            archived: Whether to return archived records, and only those. The server takes False if
                it is left out.
            associations: Object types. The ids of the associated records of these types are
                returned too.
            id_property: A property with unique values. With it, the path holds the record's value
                of that property in place of the id.
            properties: The properties to return. Names that the object type does not have are
                passed over.
            properties_with_history: The properties to return together with their earlier values. A
                request that asks for history may return fewer records.
            options: Timeout and headers of this call alone.

        Answers:
            200: The record.

        Raises:
            ApiError: No answer came, or one that says what went wrong.
        """
        return self._call(
            GET,
            path={"record_id": record_id},
            query={
                "archived": archived,
                "associations": associations,
                "idProperty": id_property,
                "properties": properties,
                "propertiesWithHistory": properties_with_history,
            },
            options=options,
        )

    def archive(
        self,
        record_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Archive a record.

        Moves a record to the recycling bin, from where it can be restored for 90 days.

        Args:
            record_id: The id of the record.
            options: Timeout and headers of this call alone.

        Answers:
            204: The record is archived.

        Raises:
            ApiError: No answer came, or one that says what went wrong.
        """
        return self._call(ARCHIVE, path={"record_id": record_id}, options=options)

    def update(
        self,
        record_id: str,
        *,
        properties: Mapping[str, str | None],
        id_property: str | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> SimplePublicObject:
        """Update a record.

        Sets the given properties of a record and leaves the others as they are.

        Args:
            record_id: The id of the record.
            properties: The values to set by internal property name. An empty text clears a
                property.
            id_property: A property with unique values. With it, the path holds the record's value
                of that property in place of the id.
            options: Timeout and headers of this call alone.

        Answers:
            200: The changed record.

        Raises:
            ApiError: No answer came, or one that says what went wrong.
        """
        return self._call(
            UPDATE,
            path={"record_id": record_id},
            query={"idProperty": id_property},
            body={"properties": properties},
            options=options,
        )

    def search(
        self,
        *,
        after: str | UnsetType = UNSET,
        filter_groups: Sequence[FilterGroup | Mapping[str, object]] | UnsetType = UNSET,
        limit: int | UnsetType = UNSET,
        properties: Sequence[str] | UnsetType = UNSET,
        query: str | UnsetType = UNSET,
        sorts: Sequence[str] | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> Pager[SimplePublicObject, CollectionResponseWithTotalSimplePublicObject]:
        """Search records.

        Finds records by conditions on their values, by a text, or by both. New and changed records
        are found with a delay, archived ones not at all. A search yields 10,000 records at most.

        Args:
            after: The cursor of the page to read: `paging.next.after` of the page before.
            filter_groups: Groups of conditions. A record matches if it meets any one group. At most
                5 items.
            limit: How many records a page holds at most. At most 200.
            properties: The properties to return.
            query: Text to look for in the properties that are searched by default, such as names.
            sorts: The property to sort by. A minus sign in front of its name sorts from high to
                low. At most 1 items.
            options: Timeout and headers of this call alone.

        Answers:
            200: One page of the records that match.

        Raises:
            ApiError: No answer came, or one that says what went wrong.
        """
        return self._paginate(
            SEARCH,
            body={
                "after": after,
                "filterGroups": filter_groups,
                "limit": limit,
                "properties": properties,
                "query": query,
                "sorts": sorts,
            },
            options=options,
        )


class AsyncRecordsBatch(AsyncResource):
    """Operations of objects.batch."""

    async def create(
        self,
        inputs: Sequence[SimplePublicObjectBatchInputForCreate | Mapping[str, object]],
        *,
        options: RequestOptions | None = None,
    ) -> BatchResponseSimplePublicObject | BatchResponseSimplePublicObjectWithErrors:
        """Create many records.

        Creates records in one request. Where every input has a trace id, some may fail while the
        others succeed. The answer is not in the order of the inputs.

        At most 100 inputs in one request.

        Args:
            inputs: One entry for each record to create. At most 100 items.
            options: Timeout and headers of this call alone.

        Answers:
            201: All records were created.
            207: Some succeeded and some failed: the results and the errors.

        Raises:
            ApiError: No answer came, or one that says what went wrong.
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

        Reads records in one request, by their ids or, with `idProperty`, by unique values. Ids that
        name no record are told of as errors beside the records that were found.

        At most 100 inputs in one request.

        Args:
            inputs: One entry for each record to read. At most 100 items.
            archived: Whether to return archived records, and only those. The server takes False if
                it is left out.
            id_property: The property with unique values whose value `id` holds in each input.
                Without it, `id` is the record's id.
            properties: The properties to return.
            properties_with_history: The properties to return together with their earlier values.
            options: Timeout and headers of this call alone.

        Answers:
            200: All records were found.
            207: Some succeeded and some failed: the results and the errors.

        Raises:
            ApiError: No answer came, or one that says what went wrong.
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

        Sets the given properties of records in one request and leaves their other properties as
        they are.

        At most 100 inputs in one request.

        Args:
            inputs: One entry for each record to change. At most 100 items.
            options: Timeout and headers of this call alone.

        Answers:
            200: All records were changed.
            207: Some succeeded and some failed: the results and the errors.

        Raises:
            ApiError: No answer came, or one that says what went wrong.
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
            options: Timeout and headers of this call alone.

        Answers:
            200: All records were created or changed.
            207: Some succeeded and some failed: the results and the errors.

        Raises:
            ApiError: No answer came, or one that says what went wrong.
        """
        return await self._call(BATCH_UPSERT, body={"inputs": inputs}, options=options)

    async def archive(
        self,
        inputs: Sequence[SimplePublicObjectId | Mapping[str, object]],
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Archive many records.

        Moves records to the recycling bin in one request, from where they can be restored for 90
        days.

        At most 100 inputs in one request.

        Args:
            inputs: One entry for each record. At most 100 items.
            options: Timeout and headers of this call alone.

        Answers:
            204: The records are archived.

        Raises:
            ApiError: No answer came, or one that says what went wrong.
        """
        return await self._call(BATCH_ARCHIVE, body={"inputs": inputs}, options=options)


class AsyncRecords(AsyncResource):
    """Operations of objects."""

    @cached_property
    def batch(self) -> AsyncRecordsBatch:
        """Operations under `batch`."""
        return AsyncRecordsBatch(self._client, self._root)

    def list(
        self,
        *,
        after: str | UnsetType = UNSET,
        archived: bool | UnsetType = UNSET,
        associations: Sequence[str] | UnsetType = UNSET,
        limit: int | UnsetType = UNSET,
        properties: Sequence[str] | UnsetType = UNSET,
        properties_with_history: Sequence[str] | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> AsyncPager[
        SimplePublicObjectWithAssociations,
        CollectionResponseSimplePublicObjectWithAssociationsForwardPaging,
    ]:
        """List records.

        Reads the records of this type page by page, in no order to rely on.

        Args:
            after: The cursor of the page to read: `paging.next.after` of the page before. Left out
                for the first page.
            archived: Whether to return archived records, and only those. The server takes False if
                it is left out.
            associations: Object types. The ids of the associated records of these types are
                returned too.
            limit: How many results a page holds at most. At most 100. The server takes 10 if it is
                left out.
            properties: The properties to return. Names that the object type does not have are
                passed over.
            properties_with_history: The properties to return together with their earlier values. A
                request that asks for history may return fewer records.
            options: Timeout and headers of this call alone.

        Answers:
            200: One page of records.

        Raises:
            ApiError: No answer came, or one that says what went wrong.
        """
        return self._paginate(
            LIST,
            query={
                "after": after,
                "archived": archived,
                "associations": associations,
                "limit": limit,
                "properties": properties,
                "propertiesWithHistory": properties_with_history,
            },
            options=options,
        )

    async def create(
        self,
        *,
        properties: Mapping[str, str | None],
        associations: (
            Sequence[PublicAssociationsForObject | Mapping[str, object]] | UnsetType
        ) = UNSET,
        options: RequestOptions | None = None,
    ) -> SimplePublicObject:
        """Create a record.

        Creates a record and returns it. A request that is sent twice creates two records, unless a
        property with unique values keeps the second one out.

        Args:
            properties: The values of the new record by internal property name.
            associations: Associations to make from the new record.
            options: Timeout and headers of this call alone.

        Answers:
            201: The new record.

        Raises:
            ApiError: No answer came, or one that says what went wrong.
        """
        return await self._call(
            CREATE, body={"properties": properties, "associations": associations}, options=options
        )

    async def get(
        self,
        record_id: str,
        *,
        archived: bool | UnsetType = UNSET,
        associations: Sequence[str] | UnsetType = UNSET,
        id_property: str | UnsetType = UNSET,
        properties: Sequence[str] | UnsetType = UNSET,
        properties_with_history: Sequence[str] | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> SimplePublicObjectWithAssociations:
        """Get a record.

        Reads one record by its id or, with `idProperty`, by a unique value.

        Args:
            record_id: The id of the record.
            archived: Whether to return archived records, and only those. The server takes False if
                it is left out.
            associations: Object types. The ids of the associated records of these types are
                returned too.
            id_property: A property with unique values. With it, the path holds the record's value
                of that property in place of the id.
            properties: The properties to return. Names that the object type does not have are
                passed over.
            properties_with_history: The properties to return together with their earlier values. A
                request that asks for history may return fewer records.
            options: Timeout and headers of this call alone.

        Answers:
            200: The record.

        Raises:
            ApiError: No answer came, or one that says what went wrong.
        """
        return await self._call(
            GET,
            path={"record_id": record_id},
            query={
                "archived": archived,
                "associations": associations,
                "idProperty": id_property,
                "properties": properties,
                "propertiesWithHistory": properties_with_history,
            },
            options=options,
        )

    async def archive(
        self,
        record_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Archive a record.

        Moves a record to the recycling bin, from where it can be restored for 90 days.

        Args:
            record_id: The id of the record.
            options: Timeout and headers of this call alone.

        Answers:
            204: The record is archived.

        Raises:
            ApiError: No answer came, or one that says what went wrong.
        """
        return await self._call(ARCHIVE, path={"record_id": record_id}, options=options)

    async def update(
        self,
        record_id: str,
        *,
        properties: Mapping[str, str | None],
        id_property: str | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> SimplePublicObject:
        """Update a record.

        Sets the given properties of a record and leaves the others as they are.

        Args:
            record_id: The id of the record.
            properties: The values to set by internal property name. An empty text clears a
                property.
            id_property: A property with unique values. With it, the path holds the record's value
                of that property in place of the id.
            options: Timeout and headers of this call alone.

        Answers:
            200: The changed record.

        Raises:
            ApiError: No answer came, or one that says what went wrong.
        """
        return await self._call(
            UPDATE,
            path={"record_id": record_id},
            query={"idProperty": id_property},
            body={"properties": properties},
            options=options,
        )

    def search(
        self,
        *,
        after: str | UnsetType = UNSET,
        filter_groups: Sequence[FilterGroup | Mapping[str, object]] | UnsetType = UNSET,
        limit: int | UnsetType = UNSET,
        properties: Sequence[str] | UnsetType = UNSET,
        query: str | UnsetType = UNSET,
        sorts: Sequence[str] | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> AsyncPager[SimplePublicObject, CollectionResponseWithTotalSimplePublicObject]:
        """Search records.

        Finds records by conditions on their values, by a text, or by both. New and changed records
        are found with a delay, archived ones not at all. A search yields 10,000 records at most.

        Args:
            after: The cursor of the page to read: `paging.next.after` of the page before.
            filter_groups: Groups of conditions. A record matches if it meets any one group. At most
                5 items.
            limit: How many records a page holds at most. At most 200.
            properties: The properties to return.
            query: Text to look for in the properties that are searched by default, such as names.
            sorts: The property to sort by. A minus sign in front of its name sorts from high to
                low. At most 1 items.
            options: Timeout and headers of this call alone.

        Answers:
            200: One page of the records that match.

        Raises:
            ApiError: No answer came, or one that says what went wrong.
        """
        return self._paginate(
            SEARCH,
            body={
                "after": after,
                "filterGroups": filter_groups,
                "limit": limit,
                "properties": properties,
                "query": query,
                "sorts": sorts,
            },
            options=options,
        )
