# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Operations of appointments, appointments.associations, appointments.batch, association_schemas and 126 others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hubspot_crm._core.asynchronous import awaited, paged
# fmt: off
from hubspot_crm._core.operation import (
    BatchOperation, Batching, Bounds, JSON, Operation, PagedOperation, Pagination, Window, query,
)
# fmt: on
# fmt: off
from hubspot_crm._core.resource import (
    AnyIterable, AsyncResource, BatchOptions, Below, Outcome, Pager, RequestOptions, Resource, UNSET, UnsetType,
)
# fmt: on
# fmt: off
from hubspot_crm.v2025_09.models import (
    ApiCollectionResponseRecordListMembership, BatchResponse, BatchResponseDealToDealSplits,
    BatchResponseRecordIdWithMemberships, BatchResponseSimplePublicObject, BatchResponseSimplePublicUpsertObject,
    BatchResponseVoid, CollectionResponseAssociationSpecWithLabelNoPaging,
    CollectionResponseMultiAssociatedObjectWithLabelForwardPaging, CollectionResponseObjectSchemaNoPaging,
    CollectionResponsePipelineNoPaging, CollectionResponsePipelineStageNoPaging,
    CollectionResponsePropertyGroupNoPaging, CollectionResponsePublicImportErrorForwardPaging,
    CollectionResponseSimplePublicObjectWithAssociationsForwardPaging, CollectionResponseWithTotalSimplePublicObject,
    DealToDealSplits, ListCreateResponse, ListFetchResponse, ListUpdateResponse, ListsByIdResponse,
    MultiAssociatedObjectWithLabel, ObjectSchema, Pipeline, PipelineStage, PropertyGroup, PublicAndFilterBranch,
    PublicAssociationFilterBranch, PublicExportListRequest, PublicExportViewRequest, PublicImportError,
    PublicNotAllFilterBranch, PublicNotAnyFilterBranch, PublicOrFilterBranch, PublicPropertyAssociationFilterBranch,
    PublicRestrictedFilterBranch, PublicUnifiedEventsFilterBranch, RecordIdWithMemberships,
    SchemasObjectTypeDefinition, SimplePublicObject, SimplePublicObjectWithAssociations, SimplePublicUpsertObject,
)
# fmt: on
# fmt: off
from hubspot_crm.v3.models import (
    AssociationSpec, BatchResponsePublicDefaultAssociation,
    CollectionResponseWithTotalSimplePublicObject as CollectionResponseWithTotalSimplePublicObjectModel, Error,
    FilterGroup, LabelsBetweenObjectPair, ObjectTypeDefinitionLabels, ObjectTypePropertyCreate, PipelineStageInput,
    PublicAssociationMultiArchive, PublicAssociationMultiPost, PublicAssociationSpec, PublicAssociationsForObject,
    PublicDealSplitsCreateRequest, PublicListPermissions, PublicMembershipSettings, PublicObjectId, RecordIdInput,
    SimplePublicObject as SimplePublicObjectModel, SimplePublicObjectBatchInput,
    SimplePublicObjectBatchInputForCreate, SimplePublicObjectBatchInputUpsert, SimplePublicObjectId, TaskLocator,
)
# fmt: on
# fmt: off
from hubspot_crm.v3.resources._shared import (
    AssociationSchemasOperationsConfigurationsBatchCreateAndUpdateMixin,
    AssociationSchemasOperationsConfigurationsListAndGetMixin, AssociationSchemasV4LabelsUpdateAndArchiveMixin,
    AssociationsOperationsBatchCreateAndCreateDefaultMixin, AssociationsOperationsBatchReadMixin,
    AssociationsOperationsCreateAndArchiveAndMoreMixin, AssociationsOperationsListMixin,
    AsyncAssociationSchemasOperationsConfigurationsBatchCreateAndUpdateMixin,
    AsyncAssociationSchemasOperationsConfigurationsListAndGetMixin,
    AsyncAssociationSchemasV4LabelsUpdateAndArchiveMixin,
    AsyncAssociationsOperationsBatchCreateAndCreateDefaultMixin, AsyncAssociationsOperationsBatchReadMixin,
    AsyncAssociationsOperationsCreateAndArchiveAndMoreMixin, AsyncAssociationsOperationsListMixin,
    AsyncExportsOperationsStatusAndGetMixin, AsyncListsOperationsSearchAndArchiveAndMoreMixin,
    AsyncPipelinesOperationsArchiveAndAuditMixin, AsyncPipelinesOperationsStagesAuditMixin,
    AsyncPropertiesOperationsArchiveMixin, AsyncPropertiesOperationsGroupsArchiveMixin,
    AsyncPropertiesOperationsListAndCreateAndMoreMixin, AsyncRecordsArchiveMixin, AsyncRecordsBatchArchiveMixin,
    AsyncRecordsGdprDeleteMixin, AsyncSchemasOperationsArchiveAndAssociationsMixin,
    ExportsOperationsStatusAndGetMixin, ListsOperationsSearchAndArchiveAndMoreMixin,
    PipelinesOperationsArchiveAndAuditMixin, PipelinesOperationsStagesAuditMixin, PropertiesOperationsArchiveMixin,
    PropertiesOperationsGroupsArchiveMixin, PropertiesOperationsListAndCreateAndMoreMixin, RecordsArchiveMixin,
    RecordsBatchArchiveMixin, RecordsGdprDeleteMixin, SchemasOperationsArchiveAndAssociationsMixin,
)
# fmt: on

PAGES = Pagination(
    cursor="after",
    place="body",
    next="/paging/next/after",
    items="/results",
    window=Window(
        cap=10000,
        key="hs_object_id",
        most=10,
        groups="filterGroups",
        present="HAS_PROPERTY",
        absent="NOT_HAS_PROPERTY",
        property="propertyName",
    ),
)
BOUNDS = {"filterGroups": Bounds(maximum=5), "limit": Bounds(maximum=200), "sorts": Bounds(maximum=1)}
PAGES_2 = Pagination(cursor="after", place="query", next="/paging/next/after", items="/results")
BOUNDS_2 = {"limit": Bounds(maximum=100)}
BATCH = Batching(
    inputs="inputs",
    limit=100,
    limit_with=(("propertiesWithHistory", 50),),
    results="/results",
    errors="/errors",
    match=(("/id", "/id"),),
    match_by="idProperty",
    match_in="/properties",
    match_ask="properties",
    error_inputs=("/context/ids", "/context/id", "/id"),
    repeat=("RATE_LIMITS", "RATE_LIMIT"),
)
BATCH_2 = Batching(
    inputs="inputs",
    limit=100,
    results="/results",
    errors="/errors",
    correlation_id="objectWriteTraceId",
    error_inputs=("/context/objectWriteTraceId",),
    repeat=("RATE_LIMITS", "RATE_LIMIT"),
)
BATCH_3 = Batching(
    inputs="inputs",
    limit=100,
    results="/results",
    errors="/errors",
    correlation_id="objectWriteTraceId",
    match=(("/id", "/id"),),
    match_by="idProperty",
    match_in="/properties",
    error_inputs=("/context/objectWriteTraceId", "/context/ids", "/context/id", "/id"),
    repeat=("RATE_LIMITS", "RATE_LIMIT"),
)
BATCH_4 = Batching(inputs="inputs", limit=100, errors="/errors", repeat=("RATE_LIMITS", "RATE_LIMIT"))
BATCH_5 = Batching(inputs="inputs", limit=1000, errors="/errors", repeat=("RATE_LIMITS", "RATE_LIMIT"))
BATCH_6 = Batching(inputs="inputs", limit=2000, errors="/errors", repeat=("RATE_LIMITS", "RATE_LIMIT"))
BATCH_7 = Batching(
    inputs="inputs",
    limit=100,
    results="/results",
    errors="/errors",
    match=(("/id", "/id"),),
    error_inputs=("/context/ids", "/context/id", "/id"),
    repeat=("RATE_LIMITS", "RATE_LIMIT"),
)
BATCH_8 = Batching(
    inputs="inputs",
    limit=100,
    results="/results",
    errors="/errors",
    match=(("/recordId", "/recordId"), ("/objectTypeId", "/objectTypeId")),
    repeat=("RATE_LIMITS", "RATE_LIMIT"),
)
BOUNDS_3 = {"limit": Bounds(maximum=500)}

MERGE: Operation[SimplePublicObject] = Operation(
    "POST", "/merge", request_body=JSON, responses={200: SimplePublicObject, "default": Error}
)
GET: Operation[SimplePublicObjectWithAssociations] = Operation(
    "GET",
    "/{record_id}",
    parameters=query("archived", "associations", "idProperty", "properties", "propertiesWithHistory"),
    responses={200: SimplePublicObjectWithAssociations, "default": Error},
)
SEARCH: PagedOperation[SimplePublicObject, CollectionResponseWithTotalSimplePublicObject] = PagedOperation(
    "POST",
    "/search",
    request_body=JSON,
    responses={200: CollectionResponseWithTotalSimplePublicObject, "default": Error},
    pagination=PAGES,
    bucket="search",
    idempotent=True,
    bounds=BOUNDS,
)
UPDATE: Operation[SimplePublicObject] = Operation(
    "PATCH",
    "/{record_id}",
    parameters=query("idProperty"),
    request_body=JSON,
    responses={200: SimplePublicObject, "default": Error},
    idempotent=True,
)
LIST: PagedOperation[
    SimplePublicObjectWithAssociations, CollectionResponseSimplePublicObjectWithAssociationsForwardPaging
] = PagedOperation(
    "GET",
    "",
    parameters=query("after", "archived", "associations", "limit", "properties", "propertiesWithHistory"),
    responses={200: CollectionResponseSimplePublicObjectWithAssociationsForwardPaging, "default": Error},
    pagination=PAGES_2,
    bounds=BOUNDS_2,
)
CREATE: Operation[SimplePublicObject] = Operation(
    "POST", "", request_body=JSON, responses={201: SimplePublicObject, "default": Error}
)
BATCH_READ: BatchOperation[SimplePublicObject] = BatchOperation(
    "POST",
    "/batch/read",
    parameters=query("archived"),
    request_body=JSON,
    responses={200: BatchResponseSimplePublicObject, "default": Error, 207: BatchResponseSimplePublicObject},
    batching=BATCH,
    idempotent=True,
)
BATCH_CREATE: BatchOperation[SimplePublicObject] = BatchOperation(
    "POST",
    "/batch/create",
    request_body=JSON,
    responses={
        200: BatchResponseSimplePublicObject,
        "default": Error,
        207: BatchResponseSimplePublicObject,
        201: BatchResponseSimplePublicObject,
    },
    batching=BATCH_2,
)
BATCH_UPDATE: BatchOperation[SimplePublicObject] = BatchOperation(
    "POST",
    "/batch/update",
    request_body=JSON,
    responses={200: BatchResponseSimplePublicObject, "default": Error, 207: BatchResponseSimplePublicObject},
    batching=BATCH_3,
    idempotent=True,
)
LABELS_LIST: Operation[CollectionResponseAssociationSpecWithLabelNoPaging] = Operation(
    "GET",
    "/{from_object_type}/{to_object_type}/labels",
    root=1,
    responses={200: CollectionResponseAssociationSpecWithLabelNoPaging, "default": Error},
)
LABELS_CREATE: Operation[CollectionResponseAssociationSpecWithLabelNoPaging] = Operation(
    "POST",
    "/{from_object_type}/{to_object_type}/labels",
    root=1,
    request_body=JSON,
    responses={200: CollectionResponseAssociationSpecWithLabelNoPaging, "default": Error},
)
CONFIGURATIONS_BATCH_PURGE: BatchOperation[None] = BatchOperation(
    "POST",
    "/configurations/{from_object_type}/{to_object_type}/batch/purge",
    request_body=JSON,
    responses={200: BatchResponseVoid, "default": Error, 207: BatchResponseVoid},
    batching=BATCH_4,
)
SEARCH_2: PagedOperation[SimplePublicObjectModel, CollectionResponseWithTotalSimplePublicObjectModel] = PagedOperation(
    "POST",
    "/{object_type}/search",
    root=1,
    request_body=JSON,
    responses={200: CollectionResponseWithTotalSimplePublicObjectModel, "default": Error},
    pagination=PAGES,
    bucket="search",
    idempotent=True,
    bounds=BOUNDS,
)
BATCH_ARCHIVE: BatchOperation[None] = BatchOperation(
    "POST",
    "/{from_object_type}/{to_object_type}/batch/archive",
    request_body=JSON,
    responses={200: BatchResponse, "default": Error, 207: BatchResponse},
    batching=BATCH_5,
    idempotent=True,
)
BATCH_LABELS_ARCHIVE: BatchOperation[None] = BatchOperation(
    "POST",
    "/{from_object_type}/{to_object_type}/batch/labels/archive",
    request_body=JSON,
    responses={200: BatchResponse, "default": Error, 207: BatchResponse},
    batching=BATCH_6,
    idempotent=True,
)
BATCH_READ_2: BatchOperation[DealToDealSplits] = BatchOperation(
    "POST",
    "/batch/read",
    request_body=JSON,
    responses={200: BatchResponseDealToDealSplits, "default": Error, 207: BatchResponseDealToDealSplits},
    batching=BATCH_7,
    idempotent=True,
)
BATCH_UPSERT: BatchOperation[DealToDealSplits] = BatchOperation(
    "POST",
    "/batch/upsert",
    request_body=JSON,
    responses={200: BatchResponseDealToDealSplits, "default": Error, 207: BatchResponseDealToDealSplits},
    batching=BATCH_7,
    idempotent=True,
)
ASSOCIATIONS_CREATE_DEFAULT: Operation[BatchResponsePublicDefaultAssociation] = Operation(
    "PUT",
    "/{record_id}/associations/default/{to_object_type}/{to_object_id}",
    responses={
        200: BatchResponsePublicDefaultAssociation,
        "default": Error,
        207: BatchResponsePublicDefaultAssociation,
    },
)
ASSOCIATIONS_ARCHIVE: Operation[None] = Operation(
    "DELETE", "/{record_id}/associations/{to_object_type}/{to_object_id}", responses={204: None, "default": Error}
)
CREATE_2: Operation[TaskLocator] = Operation(
    "POST", "/async", request_body=JSON, responses={202: TaskLocator, "default": Error}
)
ERRORS_LIST: PagedOperation[PublicImportError, CollectionResponsePublicImportErrorForwardPaging] = PagedOperation(
    "GET",
    "/{import_id}/errors",
    parameters=query("after", "includeErrorMessage", "includeRowData", "limit"),
    responses={200: CollectionResponsePublicImportErrorForwardPaging, "default": Error},
    pagination=PAGES_2,
)
RECORDS_MEMBERSHIPS_LIST: Operation[ApiCollectionResponseRecordListMembership] = Operation(
    "GET",
    "/records/{object_type_id}/{record_id}/memberships",
    responses={200: ApiCollectionResponseRecordListMembership, "default": Error},
)
RECORDS_MEMBERSHIPS_BATCH_READ: BatchOperation[RecordIdWithMemberships] = BatchOperation(
    "POST",
    "/records/memberships/batch/read",
    request_body=JSON,
    responses={200: BatchResponseRecordIdWithMemberships, "default": Error, 207: BatchResponseRecordIdWithMemberships},
    batching=BATCH_8,
    idempotent=True,
)
LIST_2: Operation[CollectionResponsePipelineNoPaging] = Operation(
    "GET", "/{object_type}", responses={200: CollectionResponsePipelineNoPaging, "default": Error}
)
CREATE_3: Operation[Pipeline] = Operation(
    "POST", "/{object_type}", request_body=JSON, responses={201: Pipeline, "default": Error}
)
GET_2: Operation[Pipeline] = Operation(
    "GET", "/{object_type}/{pipeline_id}", responses={200: Pipeline, "default": Error}
)
REPLACE: Operation[Pipeline] = Operation(
    "PUT",
    "/{object_type}/{pipeline_id}",
    parameters=query("validateDealStageUsagesBeforeDelete", "validateReferencesBeforeDelete"),
    request_body=JSON,
    responses={200: Pipeline, "default": Error},
)
UPDATE_2: Operation[Pipeline] = Operation(
    "PATCH",
    "/{object_type}/{pipeline_id}",
    parameters=query("validateDealStageUsagesBeforeDelete", "validateReferencesBeforeDelete"),
    request_body=JSON,
    responses={200: Pipeline, "default": Error},
    idempotent=True,
)
STAGES_LIST: Operation[CollectionResponsePipelineStageNoPaging] = Operation(
    "GET",
    "/{object_type}/{pipeline_id}/stages",
    responses={200: CollectionResponsePipelineStageNoPaging, "default": Error},
)
STAGES_CREATE: Operation[PipelineStage] = Operation(
    "POST", "/{object_type}/{pipeline_id}/stages", request_body=JSON, responses={201: PipelineStage, "default": Error}
)
STAGES_GET: Operation[PipelineStage] = Operation(
    "GET", "/{object_type}/{pipeline_id}/stages/{stage_id}", responses={200: PipelineStage, "default": Error}
)
STAGES_REPLACE: Operation[PipelineStage] = Operation(
    "PUT",
    "/{object_type}/{pipeline_id}/stages/{stage_id}",
    request_body=JSON,
    responses={200: PipelineStage, "default": Error},
)
STAGES_UPDATE: Operation[PipelineStage] = Operation(
    "PATCH",
    "/{object_type}/{pipeline_id}/stages/{stage_id}",
    request_body=JSON,
    responses={200: PipelineStage, "default": Error},
    idempotent=True,
)
GROUPS_LIST: Operation[CollectionResponsePropertyGroupNoPaging] = Operation(
    "GET",
    "/{object_type}/groups",
    parameters=query("locale"),
    responses={200: CollectionResponsePropertyGroupNoPaging, "default": Error},
)
GROUPS_CREATE: Operation[PropertyGroup] = Operation(
    "POST", "/{object_type}/groups", request_body=JSON, responses={201: PropertyGroup, "default": Error}
)
GROUPS_GET: Operation[PropertyGroup] = Operation(
    "GET",
    "/{object_type}/groups/{group_name}",
    parameters=query("locale"),
    responses={200: PropertyGroup, "default": Error},
)
GROUPS_UPDATE: Operation[PropertyGroup] = Operation(
    "PATCH",
    "/{object_type}/groups/{group_name}",
    request_body=JSON,
    responses={200: PropertyGroup, "default": Error},
    idempotent=True,
)
UPDATE_3: Operation[SchemasObjectTypeDefinition] = Operation(
    "PATCH",
    "/{object_type}",
    request_body=JSON,
    responses={200: SchemasObjectTypeDefinition, "default": Error},
    idempotent=True,
)
BATCH_READ_3: Operation[CollectionResponseObjectSchemaNoPaging] = Operation(
    "POST",
    "/batch/read",
    request_body=JSON,
    responses={200: CollectionResponseObjectSchemaNoPaging, "default": Error},
    idempotent=True,
)
BATCH_UPSERT_2: BatchOperation[SimplePublicUpsertObject] = BatchOperation(
    "POST",
    "/batch/upsert",
    request_body=JSON,
    responses={
        200: BatchResponseSimplePublicUpsertObject,
        "default": Error,
        207: BatchResponseSimplePublicUpsertObject,
    },
    batching=BATCH_3,
    idempotent=True,
)
ASSOCIATIONS_CREATE: Operation[LabelsBetweenObjectPair] = Operation(
    "PUT",
    "/{record_id}/associations/{to_object_type}/{to_object_id}",
    request_body=JSON,
    responses={201: LabelsBetweenObjectPair, "default": Error},
    idempotent=True,
)
LIST_3: Operation[ListsByIdResponse] = Operation(
    "GET", "", parameters=query("includeFilters", "listIds"), responses={200: ListsByIdResponse, "default": Error}
)
CREATE_4: Operation[ListCreateResponse] = Operation(
    "POST", "", request_body=JSON, responses={200: ListCreateResponse, "default": Error}
)
GET_BY_NAME: Operation[ListFetchResponse] = Operation(
    "GET",
    "/object-type-id/{object_type_id}/name/{list_name}",
    parameters=query("includeFilters"),
    responses={200: ListFetchResponse, "default": Error},
)
GET_3: Operation[ListFetchResponse] = Operation(
    "GET", "/{list_id}", parameters=query("includeFilters"), responses={200: ListFetchResponse, "default": Error}
)
UPDATE_FILTERS: Operation[ListUpdateResponse] = Operation(
    "PUT",
    "/{list_id}/update-list-filters",
    parameters=query("enrollObjectsInWorkflows"),
    request_body=JSON,
    responses={200: ListUpdateResponse, "default": Error},
)
RENAME: Operation[ListUpdateResponse] = Operation(
    "PUT",
    "/{list_id}/update-list-name",
    parameters=query("includeFilters", "listName"),
    responses={200: ListUpdateResponse, "default": Error},
)
STAGES_ARCHIVE: Operation[None] = Operation(
    "DELETE", "/{object_type}/{pipeline_id}/stages/{stage_id}", responses={204: None, "default": Error}
)
LIST_4: Operation[CollectionResponseObjectSchemaNoPaging] = Operation(
    "GET",
    "",
    parameters=query("archived", "includeAssociationDefinitions", "includeAuditMetadata", "includePropertyDefinitions"),
    responses={200: CollectionResponseObjectSchemaNoPaging, "default": Error},
)
CREATE_5: Operation[ObjectSchema] = Operation(
    "POST", "", request_body=JSON, responses={201: ObjectSchema, "default": Error}
)
GET_4: Operation[ObjectSchema] = Operation(
    "GET",
    "/{object_type}",
    parameters=query("includeAssociationDefinitions", "includeAuditMetadata", "includePropertyDefinitions"),
    responses={200: ObjectSchema, "default": Error},
)
ASSOCIATIONS_LIST: PagedOperation[
    MultiAssociatedObjectWithLabel, CollectionResponseMultiAssociatedObjectWithLabelForwardPaging
] = PagedOperation(
    "GET",
    "/{record_id}/associations/{to_object_type}",
    parameters=query("after", "limit"),
    responses={200: CollectionResponseMultiAssociatedObjectWithLabelForwardPaging, "default": Error},
    pagination=PAGES_2,
    bounds=BOUNDS_3,
)


class RecordsMergeMixin(Resource):
    def merge(
        self, *, object_id_to_merge: str, primary_object_id: str, options: RequestOptions | None = None
    ) -> SimplePublicObject:
        """Merge two records.

        Makes one record out of two. Where both have a value, the primary record's stays.

        Args:
            object_id_to_merge: The id of the record that is merged into the other.
            primary_object_id: The id of the record whose values win.

        Answers 200: The merged record. Scope: crm.objects.*.write, …; see the resource's class. Raises ApiStatusError,
        ApiConnectionError.
        """
        return self._call(
            MERGE, body={"objectIdToMerge": object_id_to_merge, "primaryObjectId": primary_object_id}, options=options
        )


class RecordsBatchMixin(Resource):
    batch: Below[RecordsBatch] = Below("RecordsBatch")


class RecordsGetMixin(Resource):
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
            archived: Whether to return archived records, and only those. The server takes False if it is left out.
            associations: Object types. The ids of the associated records of these types are returned too.
            id_property: A property with unique values. With it, the path holds the record's value of that property in
                place of the id.
            properties: The properties to return. Names that the object type does not have are passed over.
            properties_with_history: The properties to return together with their earlier values. A request that asks
                for history may return fewer records.

        Answers 200: The record. Scope: crm.objects.*.read, …; see the resource's class. Raises ApiStatusError,
        ApiConnectionError.
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


class RecordsSearchMixin(Resource):
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

        Finds records by conditions on their values, by a text, or by both. New and changed records are found with a
        delay, archived ones not at all. A search yields 10,000 records at most.

        Args:
            after: The cursor of the page to read: `paging.next.after` of the page before.
            filter_groups: Groups of conditions. A record matches if it meets any one group. At most 5 items.
            limit: How many records a page holds at most. At most 200.
            properties: The properties to return.
            query: Text to look for in the properties that are searched by default, such as names.
            sorts: The property to sort by. A minus sign in front of its name sorts from high to low. At most 1 items.

        Answers 200: One page of the records that match. Scope: crm.objects.*.read, …; see the resource's class. Raises
        ApiStatusError, ApiConnectionError.
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


class RecordsUpdateMixin(Resource):
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
            properties: The values to set by internal property name. An empty text clears a property.
            id_property: A property with unique values. With it, the path holds the record's value of that property in
                place of the id.

        Answers 200: The changed record. Scope: crm.objects.*.write, …; see the resource's class. Raises ApiStatusError,
        ApiConnectionError.
        """
        return self._call(
            UPDATE,
            path={"record_id": record_id},
            query={"idProperty": id_property},
            body={"properties": properties},
            options=options,
        )


class RecordsListMixin(Resource):
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
    ) -> Pager[SimplePublicObjectWithAssociations, CollectionResponseSimplePublicObjectWithAssociationsForwardPaging]:
        """List records.

        Reads the records of this type page by page, in no order to rely on.

        Args:
            after: The cursor of the page to read: `paging.next.after` of the page before. Left out for the first page.
            archived: Whether to return archived records, and only those. The server takes False if it is left out.
            associations: Object types. The ids of the associated records of these types are returned too.
            limit: How many results a page holds at most. At most 100. The server takes 10 if it is left out.
            properties: The properties to return. Names that the object type does not have are passed over.
            properties_with_history: The properties to return together with their earlier values. A request that asks
                for history may return fewer records.

        Answers 200: One page of records. Scope: crm.objects.*.read, …; see the resource's class. Raises ApiStatusError,
        ApiConnectionError.
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


class RecordsCreateMixin(Resource):
    def create(
        self,
        *,
        properties: Mapping[str, str | None],
        associations: Sequence[PublicAssociationsForObject | Mapping[str, object]] | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> SimplePublicObject:
        """Create a record.

        Creates a record and returns it. A request that is sent twice creates two records, unless a property with unique
        values keeps the second one out.

        Args:
            properties: The values of the new record by internal property name.
            associations: Associations to make from the new record.

        Answers 201: The new record. Scope: crm.objects.*.write, …; see the resource's class. Raises ApiStatusError,
        ApiConnectionError.
        """
        return self._call(CREATE, body={"properties": properties, "associations": associations}, options=options)


class RecordsAssociationsMixin(Resource):
    associations: Below[RecordsAssociations] = Below("RecordsAssociations")


class RecordsBatchReadMixin(Resource):
    def read(
        self,
        inputs: AnyIterable[SimplePublicObjectId | Mapping[str, object]],
        *,
        archived: bool | UnsetType = UNSET,
        id_property: str | UnsetType = UNSET,
        properties: Sequence[str] | UnsetType = UNSET,
        properties_with_history: Sequence[str] | UnsetType = UNSET,
        batching: BatchOptions | None = None,
        options: RequestOptions | None = None,
    ) -> Outcome[SimplePublicObjectId | Mapping[str, object], SimplePublicObject]:
        """Read many records.

        Reads records in one request, by their ids or, with `idProperty`, by unique values. Ids that name no record are
        told of as errors beside the records that were found. Takes any number of inputs, at most 100, 50 with
        `properties_with_history` to a request. The outcome has each with its result or its error.

        Args:
            inputs: One entry for each record to read.
            archived: Whether to return archived records, and only those. The server takes False if it is left out.
            id_property: The property with unique values whose value `id` holds in each input. Without it, `id` is the
                record's id.
            properties: The properties to return.
            properties_with_history: The properties to return together with their earlier values.

        Scope: crm.objects.*.read, …; see the resource's class. Partial failure: 207. Raises BatchError if the outcome
        is asked to.
        """
        return self._batch(
            BATCH_READ,
            inputs,
            query={"archived": archived},
            body={
                "idProperty": id_property,
                "properties": properties,
                "propertiesWithHistory": properties_with_history,
            },
            batching=batching,
            options=options,
        )


class RecordsBatchCreateMixin(Resource):
    def create(
        self,
        inputs: AnyIterable[SimplePublicObjectBatchInputForCreate | Mapping[str, object]],
        *,
        batching: BatchOptions | None = None,
        options: RequestOptions | None = None,
    ) -> Outcome[SimplePublicObjectBatchInputForCreate | Mapping[str, object], SimplePublicObject]:
        """Create many records.

        Creates records in one request. Where every input has a trace id, some may fail while the others succeed. The
        answer is not in the order of the inputs. Takes any number of inputs, at most 100 to a request. The outcome has
        each with its result or its error.

        Args:
            inputs: One entry for each record to create.

        Scope: crm.objects.*.write, …; see the resource's class. Partial failure: 207. Raises BatchError if the outcome
        is asked to.
        """
        return self._batch(BATCH_CREATE, inputs, batching=batching, options=options)


class RecordsBatchUpdateMixin(Resource):
    def update(
        self,
        inputs: AnyIterable[SimplePublicObjectBatchInput | Mapping[str, object]],
        *,
        batching: BatchOptions | None = None,
        options: RequestOptions | None = None,
    ) -> Outcome[SimplePublicObjectBatchInput | Mapping[str, object], SimplePublicObject]:
        """Update many records.

        Sets the given properties of records in one request and leaves their other properties as they are. Takes any
        number of inputs, at most 100 to a request. The outcome has each with its result or its error.

        Args:
            inputs: One entry for each record to change.

        Scope: crm.objects.*.write, …; see the resource's class. Partial failure: 207. Raises BatchError if the outcome
        is asked to.
        """
        return self._batch(BATCH_UPDATE, inputs, batching=batching, options=options)


class AssociationSchemasOperations(Resource):
    """Operations of association_schemas."""

    labels: Below[AssociationSchemasOperationsLabels] = Below("AssociationSchemasOperationsLabels")

    configurations: Below[AssociationSchemasOperationsConfigurations] = Below(
        "AssociationSchemasOperationsConfigurations"
    )


class AssociationSchemasOperationsLabels(AssociationSchemasV4LabelsUpdateAndArchiveMixin):
    """Operations of association_schemas.labels."""

    def list(
        self, from_object_type: str, to_object_type: str, *, options: RequestOptions | None = None
    ) -> CollectionResponseAssociationSpecWithLabelNoPaging:
        """List labels.

        Reads which kinds of association lead from one object type to another, with their labels.

        Args:
            from_object_type: The object type of the record that the association starts from, by its name or its type
                id.
            to_object_type: The object type of the record that the association leads to, by its name or its type id.

        Answers 200: The kinds of association. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            LABELS_LIST, path={"from_object_type": from_object_type, "to_object_type": to_object_type}, options=options
        )

    def create(
        self,
        from_object_type: str,
        to_object_type: str,
        *,
        label: str,
        name: str,
        inverse_label: str | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> CollectionResponseAssociationSpecWithLabelNoPaging:
        """Create a label.

        Defines a kind of association with a label, and the way back with it.

        Args:
            from_object_type: The object type of the record that the association starts from, by its name or its type
                id.
            to_object_type: The object type of the record that the association leads to, by its name or its type id.
            label: What people call this kind of association.
            name: The internal name of the kind of association.
            inverse_label: What people call it in the other direction, if not the same.

        Answers 200: The kinds of association, one for each direction. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            LABELS_CREATE,
            path={"from_object_type": from_object_type, "to_object_type": to_object_type},
            body={"label": label, "name": name, "inverseLabel": inverse_label},
            options=options,
        )


class AssociationSchemasOperationsConfigurations(AssociationSchemasOperationsConfigurationsListAndGetMixin):
    """Operations of association_schemas.configurations."""

    batch: Below[AssociationSchemasOperationsConfigurationsBatch] = Below(
        "AssociationSchemasOperationsConfigurationsBatch"
    )


class AssociationSchemasOperationsConfigurationsBatch(
    AssociationSchemasOperationsConfigurationsBatchCreateAndUpdateMixin
):
    """Operations of association_schemas.configurations.batch."""

    def purge(
        self,
        from_object_type: str,
        to_object_type: str,
        inputs: AnyIterable[PublicAssociationSpec | Mapping[str, object]],
        *,
        batching: BatchOptions | None = None,
        options: RequestOptions | None = None,
    ) -> Outcome[PublicAssociationSpec | Mapping[str, object], None]:
        """Remove many limits.

        Removes limits on how many records may be associated with one record. Takes any number of inputs, at most 100 to
        a request. The outcome has each with its result or its error.

        Args:
            from_object_type: The object type of the record that the association starts from, by its name or its type
                id.
            to_object_type: The object type of the record that the association leads to, by its name or its type id.
            inputs: One entry for each kind of association.

        Partial failure: 207. Raises BatchError if the outcome is asked to.
        """
        return self._batch(
            CONFIGURATIONS_BATCH_PURGE,
            inputs,
            path={"from_object_type": from_object_type, "to_object_type": to_object_type},
            batching=batching,
            options=options,
        )


class AssociationsOperations(AssociationsOperationsListMixin, AssociationsOperationsCreateAndArchiveAndMoreMixin):
    """Operations of associations."""

    batch: Below[AssociationsOperationsBatch] = Below("AssociationsOperationsBatch")

    def search(
        self,
        object_type: str,
        *,
        after: str | UnsetType = UNSET,
        filter_groups: Sequence[FilterGroup | Mapping[str, object]] | UnsetType = UNSET,
        limit: int | UnsetType = UNSET,
        properties: Sequence[str] | UnsetType = UNSET,
        query: str | UnsetType = UNSET,
        sorts: Sequence[str] | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> Pager[SimplePublicObjectModel, CollectionResponseWithTotalSimplePublicObjectModel]:
        """Search records.

        Finds records by conditions on their values, by a text, or by both. New and changed records are found with a
        delay, archived ones not at all. A search yields 10,000 records at most.

        Args:
            object_type: The object type, by its name or its type id.
            after: The cursor of the page to read: `paging.next.after` of the page before.
            filter_groups: Groups of conditions. A record matches if it meets any one group. At most 5 items.
            limit: How many records a page holds at most. At most 200.
            properties: The properties to return.
            query: Text to look for in the properties that are searched by default, such as names.
            sorts: The property to sort by. A minus sign in front of its name sorts from high to low. At most 1 items.

        Answers 200: One page of the records that match. Raises ApiStatusError, ApiConnectionError.
        """
        return self._paginate(
            SEARCH_2,
            path={"object_type": object_type},
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


class AssociationsOperationsBatch(
    AssociationsOperationsBatchReadMixin, AssociationsOperationsBatchCreateAndCreateDefaultMixin
):
    """Operations of associations.batch."""

    labels: Below[AssociationsOperationsBatchLabels] = Below("AssociationsOperationsBatchLabels")

    def archive(
        self,
        from_object_type: str,
        to_object_type: str,
        inputs: AnyIterable[PublicAssociationMultiArchive | Mapping[str, object]],
        *,
        batching: BatchOptions | None = None,
        options: RequestOptions | None = None,
    ) -> Outcome[PublicAssociationMultiArchive | Mapping[str, object], None]:
        """Remove the associations of many records.

        Removes every association that leads from the given records to the given others, labelled or not. Takes any
        number of inputs, at most 1000 to a request. The outcome has each with its result or its error.

        Args:
            from_object_type: The object type of the record that the association starts from, by its name or its type
                id.
            to_object_type: The object type of the record that the association leads to, by its name or its type id.
            inputs: One entry for each association to remove.

        Partial failure: 207. Raises BatchError if the outcome is asked to.
        """
        return self._batch(
            BATCH_ARCHIVE,
            inputs,
            path={"from_object_type": from_object_type, "to_object_type": to_object_type},
            batching=batching,
            options=options,
        )


class AssociationsOperationsBatchLabels(Resource):
    """Operations of associations.batch.labels."""

    def archive(
        self,
        from_object_type: str,
        to_object_type: str,
        inputs: AnyIterable[PublicAssociationMultiPost | Mapping[str, object]],
        *,
        batching: BatchOptions | None = None,
        options: RequestOptions | None = None,
    ) -> Outcome[PublicAssociationMultiPost | Mapping[str, object], None]:
        """Remove labels of many associations.

        Removes the given kinds of association between pairs of records. The association without a label stays. Takes
        any number of inputs, at most 2000 to a request. The outcome has each with its result or its error.

        Args:
            from_object_type: The object type of the record that the association starts from, by its name or its type
                id.
            to_object_type: The object type of the record that the association leads to, by its name or its type id.
            inputs: One entry for each pair of records.

        Partial failure: 207. Raises BatchError if the outcome is asked to.
        """
        return self._batch(
            BATCH_LABELS_ARCHIVE,
            inputs,
            path={"from_object_type": from_object_type, "to_object_type": to_object_type},
            batching=batching,
            options=options,
        )


class DealSplitsOperations(Resource):
    """Operations of deal_splits."""

    batch: Below[DealSplitsOperationsBatch] = Below("DealSplitsOperationsBatch")


class DealSplitsOperationsBatch(Resource):
    """Operations of deal_splits.batch."""

    def read(
        self,
        inputs: AnyIterable[PublicObjectId | Mapping[str, object]],
        *,
        batching: BatchOptions | None = None,
        options: RequestOptions | None = None,
    ) -> Outcome[PublicObjectId | Mapping[str, object], DealToDealSplits]:
        """Read the splits of many deals.

        Reads in one request how the amounts of deals are shared out. Ids that name no deal are told of as errors. Takes
        any number of inputs, at most 100 to a request. The outcome has each with its result or its error.

        Args:
            inputs: One entry for each record.

        Scope: crm.dealsplits.read_write. Partial failure: 207. Raises BatchError if the outcome is asked to.
        """
        return self._batch(BATCH_READ_2, inputs, batching=batching, options=options)

    def upsert(
        self,
        inputs: AnyIterable[PublicDealSplitsCreateRequest | Mapping[str, object]],
        *,
        batching: BatchOptions | None = None,
        options: RequestOptions | None = None,
    ) -> Outcome[PublicDealSplitsCreateRequest | Mapping[str, object], DealToDealSplits]:
        """Set the splits of many deals.

        Sets in one request how the amounts of deals are shared out. The given splits take the place of those that a
        deal had. Takes any number of inputs, at most 100 to a request. The outcome has each with its result or its
        error.

        Args:
            inputs: One entry for each deal.

        Scope: crm.dealsplits.read_write. Partial failure: 207. Raises BatchError if the outcome is asked to.
        """
        return self._batch(BATCH_UPSERT, inputs, batching=batching, options=options)


class RecordsWithAssociationsAssociationsMixin(Resource):
    associations: Below[ObjectsOperationsWithMergeAndAssociationsAssociations] = Below(
        "ObjectsOperationsWithMergeAndAssociationsAssociations"
    )


class ObjectsOperationsWithMergeAndAssociationsAssociationsCreateDefaultAndArchiveMixin(Resource):
    def create_default(
        self, record_id: str, to_object_type: str, to_object_id: str, *, options: RequestOptions | None = None
    ) -> BatchResponsePublicDefaultAssociation:
        """Associate two records.

        Makes the association without a label that the two object types have by default.

        Args:
            record_id: The id of the record that the association starts from.
            to_object_type: The object type of the record that the association leads to, by its name or its type id.
            to_object_id: The id of the record that the association leads to.

        Answers 200: The associations that now hold. 207: Some succeeded and some failed: the results and the errors.
        Scope: crm.objects.*.write, …; see the resource's class. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            ASSOCIATIONS_CREATE_DEFAULT,
            path={"record_id": record_id, "to_object_type": to_object_type, "to_object_id": to_object_id},
            options=options,
        )

    def archive(
        self, record_id: str, to_object_type: str, to_object_id: str, *, options: RequestOptions | None = None
    ) -> None:
        """Remove the associations of two records.

        Removes every association that leads from one record to another, labelled or not.

        Args:
            record_id: The id of the record.
            to_object_type: The object type of the record that the association leads to, by its name or its type id.
            to_object_id: The id of the record that the association leads to.

        Answers 204: The two records are no longer associated. Scope: crm.objects.*.write, …; see the resource's class.
        Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            ASSOCIATIONS_ARCHIVE,
            path={"record_id": record_id, "to_object_type": to_object_type, "to_object_id": to_object_id},
            options=options,
        )


class ExportsOperations(ExportsOperationsStatusAndGetMixin):
    """Operations of exports."""

    def create(
        self,
        body: PublicExportViewRequest | Mapping[str, object] | PublicExportListRequest,
        *,
        options: RequestOptions | None = None,
    ) -> TaskLocator:
        """Start an export.

        Starts to write records to a file. Ask for the status later to know where the file is.

        Args:
            body: What to send: the body of the request.

        Answers 202: The export has begun; its id. Scope: crm.export. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(CREATE_2, body=body, options=options)


class ImportsErrors(Resource):
    """Operations of imports.errors."""

    def list(
        self,
        import_id: int,
        *,
        after: str | UnsetType = UNSET,
        include_error_message: bool | UnsetType = UNSET,
        include_row_data: bool | UnsetType = UNSET,
        limit: int | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> Pager[PublicImportError, CollectionResponsePublicImportErrorForwardPaging]:
        """List the errors of an import.

        Reads which rows of an import did not go in, page by page.

        Args:
            import_id: The id of the import.
            after: The cursor of the page to read: `paging.next.after` of the page before. Left out for the first page.
            include_error_message: Whether to return what went wrong in words.
            include_row_data: Whether to return the row in which it went wrong.
            limit: How many results a page holds at most.

        Answers 200: One page of errors. Scope: crm.import. Raises ApiStatusError, ApiConnectionError.
        """
        return self._paginate(
            ERRORS_LIST,
            path={"import_id": import_id},
            query={
                "after": after,
                "includeErrorMessage": include_error_message,
                "includeRowData": include_row_data,
                "limit": limit,
            },
            options=options,
        )


class ListsOperationsRecordsMixin(Resource):
    records: Below[ListsOperationsRecords] = Below("ListsOperationsRecords")


class ListsOperationsRecords(Resource):
    """Operations of lists.records."""

    memberships: Below[ListsOperationsRecordsMemberships] = Below("ListsOperationsRecordsMemberships")


class ListsOperationsRecordsMemberships(Resource):
    """Operations of lists.records.memberships."""

    batch: Below[ListsOperationsRecordsMembershipsBatch] = Below("ListsOperationsRecordsMembershipsBatch")

    def list(
        self, object_type_id: str, record_id: str, *, options: RequestOptions | None = None
    ) -> ApiCollectionResponseRecordListMembership:
        """List the lists of a record.

        Reads which lists a record is a member of.

        Args:
            object_type_id: The object type id.
            record_id: The id of the record.

        Answers 200: The lists. Scope: crm.lists.read. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            RECORDS_MEMBERSHIPS_LIST, path={"object_type_id": object_type_id, "record_id": record_id}, options=options
        )


class ListsOperationsRecordsMembershipsBatch(Resource):
    """Operations of lists.records.memberships.batch."""

    def read(
        self,
        inputs: AnyIterable[RecordIdInput | Mapping[str, object]],
        *,
        batching: BatchOptions | None = None,
        options: RequestOptions | None = None,
    ) -> Outcome[RecordIdInput | Mapping[str, object], RecordIdWithMemberships]:
        """Read the lists of many records.

        Reads in one request which lists each of the given records is a member of. Takes any number of inputs, at most
        100 to a request. The outcome has each with its result or its error.

        Args:
            inputs: One entry for each record.

        Scope: crm.lists.read. Partial failure: 207. Raises BatchError if the outcome is asked to.
        """
        return self._batch(RECORDS_MEMBERSHIPS_BATCH_READ, inputs, batching=batching, options=options)


class PipelinesOperationsListAndCreateAndMoreMixin(Resource):
    def list(self, object_type: str, *, options: RequestOptions | None = None) -> CollectionResponsePipelineNoPaging:
        """List pipelines.

        Reads every pipeline of an object type, with its stages. The list has one page.

        Args:
            object_type: The object type, by its name or its type id.

        Answers 200: The pipelines. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(LIST_2, path={"object_type": object_type}, options=options)

    def create(
        self,
        object_type: str,
        *,
        display_order: int,
        label: str,
        stages: Sequence[PipelineStageInput | Mapping[str, object]],
        pipeline_id: str | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> Pipeline:
        """Create a pipeline.

        Creates a pipeline with its stages.

        Args:
            object_type: The object type, by its name or its type id.
            display_order: The place among its likes, from low to high. Those at the same place are shown by their
                labels.
            label: What people see. No two pipelines, and no two stages of one, have the same.
            stages: The stages, in no order to rely on; each tells its place.
            pipeline_id: An id of your choice for the pipeline. Without it one is made up.

        Answers 201: The new pipeline. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            CREATE_3,
            path={"object_type": object_type},
            body={"displayOrder": display_order, "label": label, "stages": stages, "pipelineId": pipeline_id},
            options=options,
        )

    def get(self, object_type: str, pipeline_id: str, *, options: RequestOptions | None = None) -> Pipeline:
        """Get a pipeline.

        Reads one pipeline, with its stages.

        Args:
            object_type: The object type, by its name or its type id.
            pipeline_id: The id of the pipeline.

        Answers 200: The pipeline. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(GET_2, path={"object_type": object_type, "pipeline_id": pipeline_id}, options=options)

    def replace(
        self,
        object_type: str,
        pipeline_id: str,
        *,
        display_order: int,
        label: str,
        stages: Sequence[PipelineStageInput | Mapping[str, object]],
        validate_deal_stage_usages_before_delete: bool | UnsetType = UNSET,
        validate_references_before_delete: bool | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> Pipeline:
        """Replace a pipeline.

        Puts a new definition in place of a pipeline and all its stages. Stages that the new one does not have are
        removed.

        Args:
            object_type: The object type, by its name or its type id.
            pipeline_id: The id of the pipeline.
            display_order: The place among its likes, from low to high. Those at the same place are shown by their
                labels.
            label: What people see. No two pipelines, and no two stages of one, have the same.
            stages: The stages, in no order to rely on; each tells its place.
            validate_deal_stage_usages_before_delete: Whether to refuse the request if deals are still in a stage that
                it removes. The server takes False if it is left out. Deprecated.
            validate_references_before_delete: Whether to refuse the request if something in the account still refers to
                what it removes. The server takes False if it is left out.

        Answers 200: The pipeline as it is now. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            REPLACE,
            path={"object_type": object_type, "pipeline_id": pipeline_id},
            query={
                "validateDealStageUsagesBeforeDelete": validate_deal_stage_usages_before_delete,
                "validateReferencesBeforeDelete": validate_references_before_delete,
            },
            body={"displayOrder": display_order, "label": label, "stages": stages},
            options=options,
        )

    def update(
        self,
        object_type: str,
        pipeline_id: str,
        *,
        validate_deal_stage_usages_before_delete: bool | UnsetType = UNSET,
        validate_references_before_delete: bool | UnsetType = UNSET,
        archived: bool | UnsetType = UNSET,
        display_order: int | UnsetType = UNSET,
        label: str | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> Pipeline:
        """Update a pipeline.

        Changes the given parts of a pipeline and leaves the others as they are.

        Args:
            object_type: The object type, by its name or its type id.
            pipeline_id: The id of the pipeline.
            validate_deal_stage_usages_before_delete: Whether to refuse the request if deals are still in a stage that
                it removes. The server takes False if it is left out. Deprecated.
            validate_references_before_delete: Whether to refuse the request if something in the account still refers to
                what it removes. The server takes False if it is left out.
            archived: Whether it is archived. False brings an archived one back.
            display_order: The place among its likes, from low to high. Those at the same place are shown by their
                labels.
            label: What people see. No two pipelines of an object type have the same.

        Answers 200: The changed pipeline. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            UPDATE_2,
            path={"object_type": object_type, "pipeline_id": pipeline_id},
            query={
                "validateDealStageUsagesBeforeDelete": validate_deal_stage_usages_before_delete,
                "validateReferencesBeforeDelete": validate_references_before_delete,
            },
            body={"archived": archived, "displayOrder": display_order, "label": label},
            options=options,
        )


class PipelinesOperationsStagesListAndCreateAndMoreMixin(Resource):
    def list(
        self, object_type: str, pipeline_id: str, *, options: RequestOptions | None = None
    ) -> CollectionResponsePipelineStageNoPaging:
        """List stages.

        Reads every stage of a pipeline. The list has one page.

        Args:
            object_type: The object type, by its name or its type id.
            pipeline_id: The id of the pipeline.

        Answers 200: The stages. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(STAGES_LIST, path={"object_type": object_type, "pipeline_id": pipeline_id}, options=options)

    def create(
        self,
        object_type: str,
        pipeline_id: str,
        *,
        display_order: int,
        label: str,
        metadata: Mapping[str, str],
        stage_id: str | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> PipelineStage:
        """Create a stage.

        Adds a stage to a pipeline.

        Args:
            object_type: The object type, by its name or its type id.
            pipeline_id: The id of the pipeline.
            display_order: The place among its likes, from low to high. Those at the same place are shown by their
                labels.
            label: What people see. No two stages of a pipeline have the same.
            metadata: Settings of the stage by name, which differ by object type. Stages of deals need `probability`,
                from 0 to 1 as text; those of tickets may have `ticketState`, OPEN or CLOSED.
            stage_id: An id of your choice for the stage. Without it one is made up.

        Answers 201: The new stage. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            STAGES_CREATE,
            path={"object_type": object_type, "pipeline_id": pipeline_id},
            body={"displayOrder": display_order, "label": label, "metadata": metadata, "stageId": stage_id},
            options=options,
        )

    def get(
        self, object_type: str, pipeline_id: str, stage_id: str, *, options: RequestOptions | None = None
    ) -> PipelineStage:
        """Get a stage.

        Reads one stage of a pipeline.

        Args:
            object_type: The object type, by its name or its type id.
            pipeline_id: The id of the pipeline.
            stage_id: The id of the stage.

        Answers 200: The stage. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            STAGES_GET,
            path={"object_type": object_type, "pipeline_id": pipeline_id, "stage_id": stage_id},
            options=options,
        )

    def replace(
        self,
        object_type: str,
        pipeline_id: str,
        stage_id: str,
        *,
        display_order: int,
        label: str,
        metadata: Mapping[str, str],
        options: RequestOptions | None = None,
    ) -> PipelineStage:
        """Replace a stage.

        Puts a new definition in place of a stage.

        Args:
            object_type: The object type, by its name or its type id.
            pipeline_id: The id of the pipeline.
            stage_id: The id of the stage.
            display_order: The place among its likes, from low to high. Those at the same place are shown by their
                labels.
            label: What people see. No two stages of a pipeline have the same.
            metadata: Settings of the stage by name, which differ by object type. Stages of deals need `probability`,
                from 0 to 1 as text; those of tickets may have `ticketState`, OPEN or CLOSED.

        Answers 200: The stage as it is now. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            STAGES_REPLACE,
            path={"object_type": object_type, "pipeline_id": pipeline_id, "stage_id": stage_id},
            body={"displayOrder": display_order, "label": label, "metadata": metadata},
            options=options,
        )

    def update(
        self,
        object_type: str,
        pipeline_id: str,
        stage_id: str,
        *,
        metadata: Mapping[str, str],
        archived: bool | UnsetType = UNSET,
        display_order: int | UnsetType = UNSET,
        label: str | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> PipelineStage:
        """Update a stage.

        Changes the given parts of a stage and leaves the others as they are.

        Args:
            object_type: The object type, by its name or its type id.
            pipeline_id: The id of the pipeline.
            stage_id: The id of the stage.
            metadata: Settings of the stage by name, which differ by object type. Stages of deals need `probability`,
                from 0 to 1 as text; those of tickets may have `ticketState`, OPEN or CLOSED.
            archived: Whether it is archived. False brings an archived one back.
            display_order: The place among its likes, from low to high. Those at the same place are shown by their
                labels.
            label: What people see. No two stages of a pipeline have the same.

        Answers 200: The changed stage. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            STAGES_UPDATE,
            path={"object_type": object_type, "pipeline_id": pipeline_id, "stage_id": stage_id},
            body={"metadata": metadata, "archived": archived, "displayOrder": display_order, "label": label},
            options=options,
        )


class PropertiesOperationsGroupsMixin(Resource):
    groups: Below[PropertiesOperationsGroups] = Below("PropertiesOperationsGroups")


class PropertiesOperationsGroups(PropertiesOperationsGroupsArchiveMixin):
    """Operations of properties.groups."""

    def list(
        self, object_type: str, *, locale: str | UnsetType = UNSET, options: RequestOptions | None = None
    ) -> CollectionResponsePropertyGroupNoPaging:
        """List property groups.

        Reads every group of properties of an object type. The list has one page.

        Args:
            object_type: The object type, by its name or its type id.
            locale: The language for labels and descriptions, where there is a translation.

        Answers 200: The groups. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(GROUPS_LIST, path={"object_type": object_type}, query={"locale": locale}, options=options)

    def create(
        self,
        object_type: str,
        *,
        label: str,
        name: str,
        display_order: int | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> PropertyGroup:
        """Create a property group.

        Creates a group for properties of an object type.

        Args:
            object_type: The object type, by its name or its type id.
            label: What people see.
            name: The internal name of the group. It cannot be changed later.
            display_order: The place among its likes, from low to high. Those with -1 come last.

        Answers 201: The new group. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            GROUPS_CREATE,
            path={"object_type": object_type},
            body={"label": label, "name": name, "displayOrder": display_order},
            options=options,
        )

    def get(
        self,
        object_type: str,
        group_name: str,
        *,
        locale: str | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> PropertyGroup:
        """Get a property group.

        Reads one group by its internal name.

        Args:
            object_type: The object type, by its name or its type id.
            group_name: The internal name of the group.
            locale: The language for labels and descriptions, where there is a translation.

        Answers 200: The group. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            GROUPS_GET,
            path={"object_type": object_type, "group_name": group_name},
            query={"locale": locale},
            options=options,
        )

    def update(
        self,
        object_type: str,
        group_name: str,
        *,
        display_order: int | UnsetType = UNSET,
        label: str | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> PropertyGroup:
        """Update a property group.

        Changes the given parts of a group and leaves the others as they are.

        Args:
            object_type: The object type, by its name or its type id.
            group_name: The internal name of the group.
            display_order: The place among its likes, from low to high. Those with -1 come last.
            label: What people see.

        Answers 200: The changed group. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            GROUPS_UPDATE,
            path={"object_type": object_type, "group_name": group_name},
            body={"displayOrder": display_order, "label": label},
            options=options,
        )


class SchemasOperationsUpdateMixin(Resource):
    def update(
        self,
        object_type: str,
        *,
        allows_sensitive_properties: bool | UnsetType = UNSET,
        clear_description: bool | UnsetType = UNSET,
        description: str | UnsetType = UNSET,
        labels: ObjectTypeDefinitionLabels | Mapping[str, object] | UnsetType = UNSET,
        primary_display_property: str | UnsetType = UNSET,
        required_properties: Sequence[str] | UnsetType = UNSET,
        restorable: bool | UnsetType = UNSET,
        searchable_properties: Sequence[str] | UnsetType = UNSET,
        secondary_display_properties: Sequence[str] | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> SchemasObjectTypeDefinition:
        """Update an object type.

        Changes the given parts of a definition and leaves the others as they are.

        Args:
            object_type: The object type, by its fully qualified name or its type id.
            allows_sensitive_properties: Whether properties of this object type may hold sensitive data.
            clear_description: Whether to remove the description.
            description: What the records are, for people to read.
            labels: What people call a record, and several.
            primary_display_property: The property by which a record is called, by its internal name.
            required_properties: The properties that a new record must have, by their internal names.
            restorable: Whether archived records can be brought back.
            searchable_properties: The properties in which a search by text looks, by their internal names.
            secondary_display_properties: The properties that are shown beside it, by their internal names.

        Answers 200: The changed object type. Scope: crm.schemas.custom.write. Raises ApiStatusError,
        ApiConnectionError.
        """
        return self._call(
            UPDATE_3,
            path={"object_type": object_type},
            body={
                "allowsSensitiveProperties": allows_sensitive_properties,
                "clearDescription": clear_description,
                "description": description,
                "labels": labels,
                "primaryDisplayProperty": primary_display_property,
                "requiredProperties": required_properties,
                "restorable": restorable,
                "searchableProperties": searchable_properties,
                "secondaryDisplayProperties": secondary_display_properties,
            },
            options=options,
        )


class SchemasOperationsBatch(Resource):
    """Operations of schemas.batch."""

    def read(
        self,
        *,
        inputs: Sequence[str],
        include_association_definitions: bool | UnsetType = UNSET,
        include_audit_metadata: bool | UnsetType = UNSET,
        include_property_definitions: bool | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> CollectionResponseObjectSchemaNoPaging:
        """Read many object types.

        Reads the definitions of object types in one request.

        Args:
            inputs: The object types to read, by fully qualified name or type id.
            include_association_definitions: Whether to return the associations of each object type.
            include_audit_metadata: Whether to return who created and last changed each object type.
            include_property_definitions: Whether to return the properties of each object type.

        Answers 200: The object types. Scope: crm.objects.custom.highly_sensitive.read.v2 or crm.objects.custom.read or
        crm.objects.custom.sensitive.read.v2 or crm.schemas.custom.read or oauth. Raises ApiStatusError,
        ApiConnectionError.
        """
        return self._call(
            BATCH_READ_3,
            body={
                "inputs": inputs,
                "includeAssociationDefinitions": include_association_definitions,
                "includeAuditMetadata": include_audit_metadata,
                "includePropertyDefinitions": include_property_definitions,
            },
            options=options,
        )


class ImportsErrorsMixin(Resource):
    errors: Below[ImportsErrors] = Below("ImportsErrors")


class ObjectsOperations(
    RecordsArchiveMixin,
    RecordsBatchMixin,
    RecordsGetMixin,
    RecordsSearchMixin,
    RecordsUpdateMixin,
    RecordsListMixin,
    RecordsCreateMixin,
):
    """Operations of calls, carts, commerce_payments, communications and 11 others."""


class Records(
    RecordsGdprDeleteMixin,
    RecordsArchiveMixin,
    RecordsMergeMixin,
    RecordsBatchMixin,
    RecordsGetMixin,
    RecordsSearchMixin,
    RecordsUpdateMixin,
    RecordsListMixin,
    RecordsCreateMixin,
    RecordsAssociationsMixin,
):
    """Operations of appointments, calls, carts, commerce_payments and 29 others."""


class RecordsBatch(RecordsBatchArchiveMixin, RecordsBatchReadMixin, RecordsBatchCreateMixin, RecordsBatchUpdateMixin):
    """Operations of appointments.batch, calls.batch, carts.batch, commerce_payments.batch and 32 others."""

    def upsert(
        self,
        inputs: AnyIterable[SimplePublicObjectBatchInputUpsert | Mapping[str, object]],
        *,
        batching: BatchOptions | None = None,
        options: RequestOptions | None = None,
    ) -> Outcome[SimplePublicObjectBatchInputUpsert | Mapping[str, object], SimplePublicUpsertObject]:
        """Create or update many records.

        Looks each record up by a unique value, changes it if it exists and creates it if not. Takes any number of
        inputs, at most 100 to a request. The outcome has each with its result or its error.

        Args:
            inputs: One entry for each record to create or change.

        Scope: crm.objects.*.write, …; see the resource's class. Partial failure: 207. Raises BatchError if the outcome
        is asked to.
        """
        return self._batch(BATCH_UPSERT_2, inputs, batching=batching, options=options)


class ObjectsOperationsWithMergeAndAssociationsAssociations(
    ObjectsOperationsWithMergeAndAssociationsAssociationsCreateDefaultAndArchiveMixin
):
    """Operations of calls.associations, carts.associations, commerce_payments.associations,
    communications.associations and 26 others.
    """

    def create(
        self,
        record_id: str,
        to_object_type: str,
        to_object_id: str,
        body: Sequence[AssociationSpec | Mapping[str, object]],
        *,
        options: RequestOptions | None = None,
    ) -> LabelsBetweenObjectPair:
        """Associate two records with labels.

        Makes the given kinds of association between two records.

        Args:
            record_id: The id of the record.
            to_object_type: The object type of the record that the association leads to, by its name or its type id.
            to_object_id: The id of the record that the association leads to.
            body: What to send: the body of the request.

        Answers 201: The labels that now hold between the two. Scope: crm.objects.*.write, …; see the resource's class.
        Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            ASSOCIATIONS_CREATE,
            path={"record_id": record_id, "to_object_type": to_object_type, "to_object_id": to_object_id},
            body=body,
            options=options,
        )


class ListsOperations(ListsOperationsSearchAndArchiveAndMoreMixin, ListsOperationsRecordsMixin):
    """Operations of lists."""

    def list(
        self,
        *,
        include_filters: bool | UnsetType = UNSET,
        list_ids: Sequence[str] | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> ListsByIdResponse:
        """Get several lists.

        Reads lists by their ids.

        Args:
            include_filters: Whether to return the filters of the list too. The server takes False if it is left out.
            list_ids: The ids of the lists.

        Answers 200: The lists that were found. Scope: crm.lists.read. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(LIST_3, query={"includeFilters": include_filters, "listIds": list_ids}, options=options)

    def create(
        self,
        *,
        name: str,
        object_type_id: str,
        processing_type: str,
        custom_properties: Mapping[str, str] | UnsetType = UNSET,
        filter_branch: (
            PublicOrFilterBranch
            | Mapping[str, object]
            | PublicAndFilterBranch
            | PublicNotAllFilterBranch
            | PublicNotAnyFilterBranch
            | PublicRestrictedFilterBranch
            | PublicUnifiedEventsFilterBranch
            | PublicPropertyAssociationFilterBranch
            | PublicAssociationFilterBranch
            | UnsetType
        ) = UNSET,
        list_folder_id: int | UnsetType = UNSET,
        list_permissions: PublicListPermissions | Mapping[str, object] | UnsetType = UNSET,
        membership_settings: PublicMembershipSettings | Mapping[str, object] | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> ListCreateResponse:
        """Create a list.

        Creates a list. One that has filters begins to work out its members at once.

        Args:
            name: What people call it.
            object_type_id: The object type id of the records.
            processing_type: How records become members: MANUAL, DYNAMIC for those who meet the filters at any time,
                SNAPSHOT for those who met them once.
            custom_properties: Settings of your own to keep with the list, by name.
            filter_branch: The conditions for membership: a branch of kind OR with branches of kind AND in it, which
                hold the filters.
            list_folder_id: The id of the folder that the list goes in.
            list_permissions: Who may change the list.
            membership_settings: How the members are dealt with.

        Answers 200: The new list. Scope: cms.membership.access_groups.write or crm.lists.write. Raises ApiStatusError,
        ApiConnectionError.
        """
        return self._call(
            CREATE_4,
            body={
                "name": name,
                "objectTypeId": object_type_id,
                "processingType": processing_type,
                "customProperties": custom_properties,
                "filterBranch": filter_branch,
                "listFolderId": list_folder_id,
                "listPermissions": list_permissions,
                "membershipSettings": membership_settings,
            },
            options=options,
        )

    def get_by_name(
        self,
        object_type_id: str,
        list_name: str,
        *,
        include_filters: bool | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> ListFetchResponse:
        """Get a list by name.

        Reads one list of an object type by its name.

        Args:
            object_type_id: The object type id.
            list_name: What the list is called, or is to be called.
            include_filters: Whether to return the filters of the list too. The server takes False if it is left out.

        Answers 200: The list. Scope: crm.lists.read. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            GET_BY_NAME,
            path={"object_type_id": object_type_id, "list_name": list_name},
            query={"includeFilters": include_filters},
            options=options,
        )

    def get(
        self, list_id: str, *, include_filters: bool | UnsetType = UNSET, options: RequestOptions | None = None
    ) -> ListFetchResponse:
        """Get a list.

        Reads one list by its id.

        Args:
            list_id: The id of the list.
            include_filters: Whether to return the filters of the list too. The server takes False if it is left out.

        Answers 200: The list. Scope: crm.lists.read. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(GET_3, path={"list_id": list_id}, query={"includeFilters": include_filters}, options=options)

    def update_filters(
        self,
        list_id: str,
        *,
        filter_branch: (
            PublicOrFilterBranch
            | Mapping[str, object]
            | PublicAndFilterBranch
            | PublicNotAllFilterBranch
            | PublicNotAnyFilterBranch
            | PublicRestrictedFilterBranch
            | PublicUnifiedEventsFilterBranch
            | PublicPropertyAssociationFilterBranch
            | PublicAssociationFilterBranch
        ),
        enroll_objects_in_workflows: bool | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> ListUpdateResponse:
        """Change the filters of a list.

        Puts new filters in place of those of a list, and works its members out anew.

        Args:
            list_id: The id of the list.
            filter_branch: The conditions for membership: a branch of kind OR with branches of kind AND in it, which
                hold the filters.
            enroll_objects_in_workflows: Whether records that become members by the new filters set off the workflows
                that wait for new members. The server takes False if it is left out.

        Answers 200: The list as it is now. Scope: cms.membership.access_groups.write or crm.lists.read and
        crm.lists.write. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            UPDATE_FILTERS,
            path={"list_id": list_id},
            query={"enrollObjectsInWorkflows": enroll_objects_in_workflows},
            body={"filterBranch": filter_branch},
            options=options,
        )

    def rename(
        self,
        list_id: str,
        *,
        include_filters: bool | UnsetType = UNSET,
        list_name: str | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> ListUpdateResponse:
        """Rename a list.

        Gives a list another name.

        Args:
            list_id: The id of the list.
            include_filters: Whether to return the filters of the list too. The server takes False if it is left out.
            list_name: What the list is called, or is to be called.

        Answers 200: The list as it is now. Scope: cms.membership.access_groups.write or crm.lists.read and
        crm.lists.write. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            RENAME,
            path={"list_id": list_id},
            query={"includeFilters": include_filters, "listName": list_name},
            options=options,
        )


class PipelinesOperations(PipelinesOperationsArchiveAndAuditMixin, PipelinesOperationsListAndCreateAndMoreMixin):
    """Operations of pipelines."""

    stages: Below[PipelinesOperationsStages] = Below("PipelinesOperationsStages")


class PipelinesOperationsStages(
    PipelinesOperationsStagesAuditMixin, PipelinesOperationsStagesListAndCreateAndMoreMixin
):
    """Operations of pipelines.stages."""

    def archive(
        self, object_type: str, pipeline_id: str, stage_id: str, *, options: RequestOptions | None = None
    ) -> None:
        """Archive a stage.

        Removes a stage from a pipeline.

        Args:
            object_type: The object type, by its name or its type id.
            pipeline_id: The id of the pipeline.
            stage_id: The id of the stage.

        Answers 204: The stage is archived. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            STAGES_ARCHIVE,
            path={"object_type": object_type, "pipeline_id": pipeline_id, "stage_id": stage_id},
            options=options,
        )


class PropertiesOperations(
    PropertiesOperationsListAndCreateAndMoreMixin, PropertiesOperationsArchiveMixin, PropertiesOperationsGroupsMixin
):
    """Operations of properties."""


class SchemasOperations(SchemasOperationsArchiveAndAssociationsMixin, SchemasOperationsUpdateMixin):
    """Operations of schemas."""

    batch: Below[SchemasOperationsBatch] = Below("SchemasOperationsBatch")

    def list(
        self,
        *,
        archived: bool | UnsetType = UNSET,
        include_association_definitions: bool | UnsetType = UNSET,
        include_audit_metadata: bool | UnsetType = UNSET,
        include_property_definitions: bool | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> CollectionResponseObjectSchemaNoPaging:
        """List object types.

        Reads the definition of every custom object type. The list has one page.

        Args:
            archived: Whether archived definitions are meant, and only those. The server takes False if it is left out.
            include_association_definitions: Whether to return the associations of each object type. The server takes
                True if it is left out.
            include_audit_metadata: Whether to return who created and last changed each object type. The server takes
                True if it is left out.
            include_property_definitions: Whether to return the properties of each object type. The server takes True if
                it is left out.

        Answers 200: The object types. Scope: crm.objects.custom.highly_sensitive.read.v2 or crm.objects.custom.read or
        crm.objects.custom.sensitive.read.v2 or crm.schemas.custom.read. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            LIST_4,
            query={
                "archived": archived,
                "includeAssociationDefinitions": include_association_definitions,
                "includeAuditMetadata": include_audit_metadata,
                "includePropertyDefinitions": include_property_definitions,
            },
            options=options,
        )

    def create(
        self,
        *,
        associated_objects: Sequence[str],
        labels: ObjectTypeDefinitionLabels | Mapping[str, object],
        name: str,
        properties: Sequence[ObjectTypePropertyCreate | Mapping[str, object]],
        required_properties: Sequence[str],
        allows_sensitive_properties: bool | UnsetType = UNSET,
        description: str | UnsetType = UNSET,
        primary_display_property: str | UnsetType = UNSET,
        searchable_properties: Sequence[str] | UnsetType = UNSET,
        secondary_display_properties: Sequence[str] | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> ObjectSchema:
        """Create an object type.

        Defines an object type with its first properties. Its internal name stays as it is from then on.

        Args:
            associated_objects: The object types, by name or type id, that its records may be associated with from the
                start.
            labels: What people call a record, and several.
            name: The internal name. It cannot be changed later.
            properties: The properties of its records.
            required_properties: The properties that a new record must have, by their internal names.
            allows_sensitive_properties: Whether properties of this object type may hold sensitive data.
            description: What the records are, for people to read.
            primary_display_property: The property by which a record is called, by its internal name.
            searchable_properties: The properties in which a search by text looks, by their internal names.
            secondary_display_properties: The properties that are shown beside it, by their internal names.

        Answers 201: The new object type. Scope: crm.schemas.custom.write. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            CREATE_5,
            body={
                "associatedObjects": associated_objects,
                "labels": labels,
                "name": name,
                "properties": properties,
                "requiredProperties": required_properties,
                "allowsSensitiveProperties": allows_sensitive_properties,
                "description": description,
                "primaryDisplayProperty": primary_display_property,
                "searchableProperties": searchable_properties,
                "secondaryDisplayProperties": secondary_display_properties,
            },
            options=options,
        )

    def get(
        self,
        object_type: str,
        *,
        include_association_definitions: bool | UnsetType = UNSET,
        include_audit_metadata: bool | UnsetType = UNSET,
        include_property_definitions: bool | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> ObjectSchema:
        """Get an object type.

        Reads the definition of one object type.

        Args:
            object_type: The object type, by its fully qualified name or its type id.
            include_association_definitions: Whether to return the associations of each object type. The server takes
                True if it is left out.
            include_audit_metadata: Whether to return who created and last changed each object type. The server takes
                True if it is left out.
            include_property_definitions: Whether to return the properties of each object type. The server takes True if
                it is left out.

        Answers 200: The object type. Scope: crm.objects.custom.highly_sensitive.read.v2 or crm.objects.custom.read or
        crm.objects.custom.sensitive.read.v2 or crm.schemas.custom.read or oauth. Raises ApiStatusError,
        ApiConnectionError.
        """
        return self._call(
            GET_4,
            path={"object_type": object_type},
            query={
                "includeAssociationDefinitions": include_association_definitions,
                "includeAuditMetadata": include_audit_metadata,
                "includePropertyDefinitions": include_property_definitions,
            },
            options=options,
        )


class ObjectsOperationsWithMergeAndAssociations(
    ObjectsOperations, RecordsMergeMixin, RecordsWithAssociationsAssociationsMixin
):
    """Operations of custom_objects, deals, tickets."""


class RecordsAssociations(ObjectsOperationsWithMergeAndAssociationsAssociations):
    """Operations of appointments.associations, calls.associations, carts.associations, commerce_payments.associations
    and 29 others.
    """

    def list(
        self,
        record_id: str,
        to_object_type: str,
        *,
        after: str | UnsetType = UNSET,
        limit: int | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> Pager[MultiAssociatedObjectWithLabel, CollectionResponseMultiAssociatedObjectWithLabelForwardPaging]:
        """List associated records.

        Reads which records of one type are associated with a record, page by page.

        Args:
            record_id: The id of the record.
            to_object_type: The object type of the record that the association leads to, by its name or its type id.
            after: The cursor of the page to read: `paging.next.after` of the page before. Left out for the first page.
            limit: How many results a page holds at most. At most 500. The server takes 500 if it is left out.

        Answers 200: One page of associated records. Scope: crm.objects.*.read, …; see the resource's class. Raises
        ApiStatusError, ApiConnectionError.
        """
        return self._paginate(
            ASSOCIATIONS_LIST,
            path={"record_id": record_id, "to_object_type": to_object_type},
            query={"after": after, "limit": limit},
            options=options,
        )


class AsyncRecordsMergeMixin(AsyncResource):
    merge = awaited(RecordsMergeMixin.merge)


class AsyncRecordsBatchMixin(AsyncResource):
    batch: Below[AsyncRecordsBatch] = Below("AsyncRecordsBatch")


class AsyncRecordsGetMixin(AsyncResource):
    get = awaited(RecordsGetMixin.get)


class AsyncRecordsSearchMixin(AsyncResource):
    search = paged(RecordsSearchMixin.search)


class AsyncRecordsUpdateMixin(AsyncResource):
    update = awaited(RecordsUpdateMixin.update)


class AsyncRecordsListMixin(AsyncResource):
    list = paged(RecordsListMixin.list)


class AsyncRecordsCreateMixin(AsyncResource):
    create = awaited(RecordsCreateMixin.create)


class AsyncRecordsAssociationsMixin(AsyncResource):
    associations: Below[AsyncRecordsAssociations] = Below("AsyncRecordsAssociations")


class AsyncRecordsBatchReadMixin(AsyncResource):
    read = awaited(RecordsBatchReadMixin.read)


class AsyncRecordsBatchCreateMixin(AsyncResource):
    create = awaited(RecordsBatchCreateMixin.create)


class AsyncRecordsBatchUpdateMixin(AsyncResource):
    update = awaited(RecordsBatchUpdateMixin.update)


class AsyncAssociationSchemasOperations(AsyncResource):
    labels: Below[AsyncAssociationSchemasOperationsLabels] = Below("AsyncAssociationSchemasOperationsLabels")

    configurations: Below[AsyncAssociationSchemasOperationsConfigurations] = Below(
        "AsyncAssociationSchemasOperationsConfigurations"
    )


class AsyncAssociationSchemasOperationsLabels(AsyncAssociationSchemasV4LabelsUpdateAndArchiveMixin):
    list = awaited(AssociationSchemasOperationsLabels.list)
    create = awaited(AssociationSchemasOperationsLabels.create)


class AsyncAssociationSchemasOperationsConfigurations(AsyncAssociationSchemasOperationsConfigurationsListAndGetMixin):
    batch: Below[AsyncAssociationSchemasOperationsConfigurationsBatch] = Below(
        "AsyncAssociationSchemasOperationsConfigurationsBatch"
    )


class AsyncAssociationSchemasOperationsConfigurationsBatch(
    AsyncAssociationSchemasOperationsConfigurationsBatchCreateAndUpdateMixin
):
    purge = awaited(AssociationSchemasOperationsConfigurationsBatch.purge)


class AsyncAssociationsOperations(
    AsyncAssociationsOperationsListMixin, AsyncAssociationsOperationsCreateAndArchiveAndMoreMixin
):
    batch: Below[AsyncAssociationsOperationsBatch] = Below("AsyncAssociationsOperationsBatch")

    search = paged(AssociationsOperations.search)


class AsyncAssociationsOperationsBatch(
    AsyncAssociationsOperationsBatchReadMixin, AsyncAssociationsOperationsBatchCreateAndCreateDefaultMixin
):
    labels: Below[AsyncAssociationsOperationsBatchLabels] = Below("AsyncAssociationsOperationsBatchLabels")

    archive = awaited(AssociationsOperationsBatch.archive)


class AsyncAssociationsOperationsBatchLabels(AsyncResource):
    archive = awaited(AssociationsOperationsBatchLabels.archive)


class AsyncDealSplitsOperations(AsyncResource):
    batch: Below[AsyncDealSplitsOperationsBatch] = Below("AsyncDealSplitsOperationsBatch")


class AsyncDealSplitsOperationsBatch(AsyncResource):
    read = awaited(DealSplitsOperationsBatch.read)
    upsert = awaited(DealSplitsOperationsBatch.upsert)


class AsyncRecordsWithAssociationsAssociationsMixin(AsyncResource):
    associations: Below[AsyncObjectsOperationsWithMergeAndAssociationsAssociations] = Below(
        "AsyncObjectsOperationsWithMergeAndAssociationsAssociations"
    )


class AsyncObjectsOperationsWithMergeAndAssociationsAssociationsCreateDefaultAndArchiveMixin(AsyncResource):
    create_default = awaited(
        ObjectsOperationsWithMergeAndAssociationsAssociationsCreateDefaultAndArchiveMixin.create_default
    )
    archive = awaited(ObjectsOperationsWithMergeAndAssociationsAssociationsCreateDefaultAndArchiveMixin.archive)


class AsyncExportsOperations(AsyncExportsOperationsStatusAndGetMixin):
    create = awaited(ExportsOperations.create)


class AsyncImportsErrors(AsyncResource):
    list = paged(ImportsErrors.list)


class AsyncListsOperationsRecordsMixin(AsyncResource):
    records: Below[AsyncListsOperationsRecords] = Below("AsyncListsOperationsRecords")


class AsyncListsOperationsRecords(AsyncResource):
    memberships: Below[AsyncListsOperationsRecordsMemberships] = Below("AsyncListsOperationsRecordsMemberships")


class AsyncListsOperationsRecordsMemberships(AsyncResource):
    batch: Below[AsyncListsOperationsRecordsMembershipsBatch] = Below("AsyncListsOperationsRecordsMembershipsBatch")

    list = awaited(ListsOperationsRecordsMemberships.list)


class AsyncListsOperationsRecordsMembershipsBatch(AsyncResource):
    read = awaited(ListsOperationsRecordsMembershipsBatch.read)


class AsyncPipelinesOperationsListAndCreateAndMoreMixin(AsyncResource):
    list = awaited(PipelinesOperationsListAndCreateAndMoreMixin.list)
    create = awaited(PipelinesOperationsListAndCreateAndMoreMixin.create)
    get = awaited(PipelinesOperationsListAndCreateAndMoreMixin.get)
    replace = awaited(PipelinesOperationsListAndCreateAndMoreMixin.replace)
    update = awaited(PipelinesOperationsListAndCreateAndMoreMixin.update)


class AsyncPipelinesOperationsStagesListAndCreateAndMoreMixin(AsyncResource):
    list = awaited(PipelinesOperationsStagesListAndCreateAndMoreMixin.list)
    create = awaited(PipelinesOperationsStagesListAndCreateAndMoreMixin.create)
    get = awaited(PipelinesOperationsStagesListAndCreateAndMoreMixin.get)
    replace = awaited(PipelinesOperationsStagesListAndCreateAndMoreMixin.replace)
    update = awaited(PipelinesOperationsStagesListAndCreateAndMoreMixin.update)


class AsyncPropertiesOperationsGroupsMixin(AsyncResource):
    groups: Below[AsyncPropertiesOperationsGroups] = Below("AsyncPropertiesOperationsGroups")


class AsyncPropertiesOperationsGroups(AsyncPropertiesOperationsGroupsArchiveMixin):
    list = awaited(PropertiesOperationsGroups.list)
    create = awaited(PropertiesOperationsGroups.create)
    get = awaited(PropertiesOperationsGroups.get)
    update = awaited(PropertiesOperationsGroups.update)


class AsyncSchemasOperationsUpdateMixin(AsyncResource):
    update = awaited(SchemasOperationsUpdateMixin.update)


class AsyncSchemasOperationsBatch(AsyncResource):
    read = awaited(SchemasOperationsBatch.read)


class AsyncImportsErrorsMixin(AsyncResource):
    errors: Below[AsyncImportsErrors] = Below("AsyncImportsErrors")


class AsyncObjectsOperations(
    AsyncRecordsArchiveMixin,
    AsyncRecordsBatchMixin,
    AsyncRecordsGetMixin,
    AsyncRecordsSearchMixin,
    AsyncRecordsUpdateMixin,
    AsyncRecordsListMixin,
    AsyncRecordsCreateMixin,
):
    """Operations of calls, carts, commerce_payments, communications and 11 others."""


class AsyncRecords(
    AsyncRecordsGdprDeleteMixin,
    AsyncRecordsArchiveMixin,
    AsyncRecordsMergeMixin,
    AsyncRecordsBatchMixin,
    AsyncRecordsGetMixin,
    AsyncRecordsSearchMixin,
    AsyncRecordsUpdateMixin,
    AsyncRecordsListMixin,
    AsyncRecordsCreateMixin,
    AsyncRecordsAssociationsMixin,
):
    """Operations of appointments, calls, carts, commerce_payments and 29 others."""


class AsyncRecordsBatch(
    AsyncRecordsBatchArchiveMixin,
    AsyncRecordsBatchReadMixin,
    AsyncRecordsBatchCreateMixin,
    AsyncRecordsBatchUpdateMixin,
):
    upsert = awaited(RecordsBatch.upsert)


class AsyncObjectsOperationsWithMergeAndAssociationsAssociations(
    AsyncObjectsOperationsWithMergeAndAssociationsAssociationsCreateDefaultAndArchiveMixin
):
    create = awaited(ObjectsOperationsWithMergeAndAssociationsAssociations.create)


class AsyncListsOperations(AsyncListsOperationsSearchAndArchiveAndMoreMixin, AsyncListsOperationsRecordsMixin):
    list = awaited(ListsOperations.list)
    create = awaited(ListsOperations.create)
    get_by_name = awaited(ListsOperations.get_by_name)
    get = awaited(ListsOperations.get)
    update_filters = awaited(ListsOperations.update_filters)
    rename = awaited(ListsOperations.rename)


class AsyncPipelinesOperations(
    AsyncPipelinesOperationsArchiveAndAuditMixin, AsyncPipelinesOperationsListAndCreateAndMoreMixin
):
    stages: Below[AsyncPipelinesOperationsStages] = Below("AsyncPipelinesOperationsStages")


class AsyncPipelinesOperationsStages(
    AsyncPipelinesOperationsStagesAuditMixin, AsyncPipelinesOperationsStagesListAndCreateAndMoreMixin
):
    archive = awaited(PipelinesOperationsStages.archive)


class AsyncPropertiesOperations(
    AsyncPropertiesOperationsListAndCreateAndMoreMixin,
    AsyncPropertiesOperationsArchiveMixin,
    AsyncPropertiesOperationsGroupsMixin,
):
    """Operations of properties."""


class AsyncSchemasOperations(AsyncSchemasOperationsArchiveAndAssociationsMixin, AsyncSchemasOperationsUpdateMixin):
    batch: Below[AsyncSchemasOperationsBatch] = Below("AsyncSchemasOperationsBatch")

    list = awaited(SchemasOperations.list)
    create = awaited(SchemasOperations.create)
    get = awaited(SchemasOperations.get)


class AsyncObjectsOperationsWithMergeAndAssociations(
    AsyncObjectsOperations, AsyncRecordsMergeMixin, AsyncRecordsWithAssociationsAssociationsMixin
):
    """Operations of custom_objects, deals, tickets."""


class AsyncRecordsAssociations(AsyncObjectsOperationsWithMergeAndAssociationsAssociations):
    list = paged(RecordsAssociations.list)
