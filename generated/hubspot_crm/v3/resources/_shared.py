# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Operations of appointments, appointments.associations, appointments.batch, association_schemas and 112 others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Literal

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
from hubspot_crm.v3.models import (
    ActionResponse, ActionResponseWithSingleResultURI, ApiCollectionResponseJoinTimeAndRecordId, AssociatedId,
    AssociationDefinition, AssociationRecordLimitResponse, AssociationSpec, BatchResponseDealToDealSplits,
    BatchResponseLabelsBetweenObjectPair, BatchResponseProperty,
    BatchResponsePublicAssociationDefinitionConfigurationUpdateResult,
    BatchResponsePublicAssociationDefinitionUserConfiguration, BatchResponsePublicAssociationMultiWithLabel,
    BatchResponsePublicDefaultAssociation, BatchResponseSimplePublicObject, BatchResponseSimplePublicUpsertObject,
    CalculatedPropertyLimitResponse, CollectionResponseAssociatedIdForwardPaging,
    CollectionResponseAssociationLabelLimitResponseNoPaging, CollectionResponseAssociationSpecWithLabelNoPaging,
    CollectionResponseMultiAssociatedObjectWithLabelForwardPaging,
    CollectionResponseObjectTypeNearOrAtAssociationLimitNoPaging, CollectionResponsePropertyNoPaging,
    CollectionResponsePublicAssociationDefinitionUserConfigurationNoPaging,
    CollectionResponsePublicAuditInfoNoPaging, CollectionResponsePublicImportErrorForwardPaging,
    CollectionResponsePublicImportResponseForwardPaging, CollectionResponsePublicOwnerForwardPaging,
    CollectionResponsePublicPropertyValidationRuleMapNoPaging,
    CollectionResponsePublicPropertyValidationRuleNoPaging,
    CollectionResponseSimplePublicObjectWithAssociationsForwardPaging, CollectionResponseWithTotalSimplePublicObject,
    CustomObjectLimitResponse, CustomPropertyLimitResponse, DealToDealSplits, Error, FieldType, FilterGroup,
    JoinTimeAndRecordId, LabelsBetweenObjectPair, ListCreateResponse, ListFetchResponse, ListFolderCreateResponse,
    ListFolderFetchResponse, ListSearchResponse, ListSizeAndEditHistoryResponse, ListUpdateResponse,
    ListsByIdResponse, MembershipsUpdateResponse, MultiAssociatedObjectWithLabel, ObjectTypeEnablementPublicResponse,
    OptionInput, PipelineLimitResponse, PortalObjectTypeEnablementPublicResponse, Property, PropertyCreate,
    PropertyName, PublicAndFilterBranch, PublicAssociationDefinitionConfigurationCreateRequest,
    PublicAssociationDefinitionConfigurationUpdateRequest, PublicAssociationDefinitionConfigurationUpdateResult,
    PublicAssociationDefinitionUserConfiguration, PublicAssociationFilterBranch, PublicAssociationMultiPost,
    PublicAssociationMultiWithLabel, PublicAssociationsForObject, PublicBatchMigrationMapping,
    PublicDealSplitsCreateRequest, PublicDefaultAssociation, PublicDefaultAssociationMultiPost,
    PublicExportListRequest, PublicExportResponse, PublicExportViewRequest, PublicFetchAssociationsBatchRequest,
    PublicImportError, PublicImportResponse, PublicListConversionDate, PublicListConversionInactivity,
    PublicListConversionResponse, PublicListPermissions, PublicMembershipSettings, PublicMigrationMapping,
    PublicNotAllFilterBranch, PublicNotAnyFilterBranch, PublicObjectId, PublicObjectListSearchResult,
    PublicOrFilterBranch, PublicOwner, PublicPropertyValidationRule, PublicRestrictedFilterBranch,
    PublicUnifiedEventsFilterBranch, RecordLimitResponse, ReportCreationResponse, RuleType, SimplePublicObject,
    SimplePublicObjectBatchInput, SimplePublicObjectBatchInputForCreate, SimplePublicObjectBatchInputUpsert,
    SimplePublicObjectId, SimplePublicObjectWithAssociations, SimplePublicUpsertObject, TaskLocator, TextDisplayHint,
)
# fmt: on

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
    match=(("/id", "/id"),),
    match_by="idProperty",
    match_in="/properties",
    error_inputs=("/context/objectWriteTraceId", "/context/ids", "/context/id", "/id"),
    repeat=("RATE_LIMITS", "RATE_LIMIT"),
)
BATCH_3 = Batching(
    inputs="inputs",
    limit=100,
    errors="/errors",
    match=(("/id", "/id"),),
    error_inputs=("/context/ids", "/context/id", "/id"),
    repeat=("RATE_LIMITS", "RATE_LIMIT"),
)
PAGES = Pagination(cursor="after", place="query", next="/paging/next/after", items="/results")
BOUNDS = {"limit": Bounds(maximum=500)}
BOUNDS_2 = {"limit": Bounds(maximum=100)}
PAGES_2 = Pagination(
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
BOUNDS_3 = {"filterGroups": Bounds(maximum=5), "limit": Bounds(maximum=200), "sorts": Bounds(maximum=1)}
BATCH_4 = Batching(
    inputs="inputs",
    limit=100,
    results="/results",
    errors="/errors",
    match=(("/id", "/id"),),
    error_inputs=("/context/ids", "/context/id", "/id"),
    repeat=("RATE_LIMITS", "RATE_LIMIT"),
)
BATCH_5 = Batching(
    inputs="inputs",
    limit=100,
    errors="/errors",
    match=(("/name", "/name"),),
    error_inputs=("/context/name", "/context/names", "/context/propertyName"),
    repeat=("RATE_LIMITS", "RATE_LIMIT"),
)
BATCH_6 = Batching(
    inputs="inputs",
    limit=100,
    results="/results",
    errors="/errors",
    match=(("/typeId", "/typeId"), ("/category", "/category")),
    repeat=("RATE_LIMITS", "RATE_LIMIT"),
)
BATCH_7 = Batching(
    inputs="inputs",
    limit=1000,
    results="/results",
    errors="/errors",
    match=(("/id", "/from/id"),),
    error_inputs=("/context/fromObjectId", "/context/ids", "/context/id"),
    repeat=("RATE_LIMITS", "RATE_LIMIT"),
)
BATCH_8 = Batching(
    inputs="inputs",
    limit=2000,
    results="/results",
    errors="/errors",
    match=(("/from/id", "/fromObjectId"), ("/to/id", "/toObjectId")),
    repeat=("RATE_LIMITS", "RATE_LIMIT"),
)
BATCH_9 = Batching(
    inputs="inputs",
    limit=2000,
    results="/results",
    errors="/errors",
    match=(("/from/id", "/from/id"), ("/to/id", "/to/id")),
    repeat=("RATE_LIMITS", "RATE_LIMIT"),
)
PAGES_3 = Pagination(cursor="offset", place="body", next="/offset", items="/lists", more="/hasMore")
BATCH_10 = Batching(
    inputs="inputs",
    limit=100,
    results="/results",
    errors="/errors",
    correlation_id="objectWriteTraceId",
    error_inputs=("/context/objectWriteTraceId",),
    repeat=("RATE_LIMITS", "RATE_LIMIT"),
)
BATCH_11 = Batching(
    inputs="inputs",
    limit=100,
    results="/results",
    errors="/errors",
    match=(("/name", "/name"),),
    error_inputs=("/context/name", "/context/names", "/context/propertyName"),
    repeat=("RATE_LIMITS", "RATE_LIMIT"),
)

BATCH_READ: BatchOperation[SimplePublicObject] = BatchOperation(
    "POST",
    "/batch/read",
    parameters=query("archived"),
    request_body=JSON,
    responses={200: BatchResponseSimplePublicObject, 207: BatchResponseSimplePublicObject, "default": Error},
    batching=BATCH,
    idempotent=True,
)
BATCH_UPDATE: BatchOperation[SimplePublicObject] = BatchOperation(
    "POST",
    "/batch/update",
    request_body=JSON,
    responses={200: BatchResponseSimplePublicObject, 207: BatchResponseSimplePublicObject, "default": Error},
    batching=BATCH_2,
    idempotent=True,
)
BATCH_ARCHIVE: BatchOperation[None] = BatchOperation(
    "POST",
    "/batch/archive",
    request_body=JSON,
    responses={204: None, "default": Error},
    batching=BATCH_3,
    idempotent=True,
)
ASSOCIATIONS_LIST: PagedOperation[AssociatedId, CollectionResponseAssociatedIdForwardPaging] = PagedOperation(
    "GET",
    "/{record_id}/associations/{to_object_type}",
    parameters=query("after", "includeFA", "limit"),
    responses={200: CollectionResponseAssociatedIdForwardPaging, "default": Error},
    pagination=PAGES,
    bounds=BOUNDS,
)
ASSOCIATIONS_CREATE: Operation[SimplePublicObjectWithAssociations] = Operation(
    "PUT",
    "/{record_id}/associations/{to_object_type}/{to_object_id}/{association_type}",
    responses={200: SimplePublicObjectWithAssociations, "default": Error},
)
ASSOCIATIONS_ARCHIVE: Operation[None] = Operation(
    "DELETE",
    "/{record_id}/associations/{to_object_type}/{to_object_id}/{association_type}",
    responses={204: None, "default": Error},
)
GET: Operation[SimplePublicObjectWithAssociations] = Operation(
    "GET",
    "/{record_id}",
    parameters=query("archived", "associations", "idProperty", "properties", "propertiesWithHistory"),
    responses={200: SimplePublicObjectWithAssociations, "default": Error},
)
LIST: PagedOperation[
    SimplePublicObjectWithAssociations, CollectionResponseSimplePublicObjectWithAssociationsForwardPaging
] = PagedOperation(
    "GET",
    "",
    parameters=query("after", "archived", "associations", "limit", "properties", "propertiesWithHistory"),
    responses={200: CollectionResponseSimplePublicObjectWithAssociationsForwardPaging, "default": Error},
    pagination=PAGES,
    bounds=BOUNDS_2,
)
SEARCH: PagedOperation[SimplePublicObject, CollectionResponseWithTotalSimplePublicObject] = PagedOperation(
    "POST",
    "/search",
    request_body=JSON,
    responses={200: CollectionResponseWithTotalSimplePublicObject, "default": Error},
    pagination=PAGES_2,
    bucket="search",
    idempotent=True,
    bounds=BOUNDS_3,
)
UPDATE: Operation[SimplePublicObject] = Operation(
    "PATCH",
    "/{record_id}",
    parameters=query("idProperty"),
    request_body=JSON,
    responses={200: SimplePublicObject, "default": Error},
    idempotent=True,
)
ARCHIVE: Operation[None] = Operation("DELETE", "/{record_id}", responses={204: None, "default": Error})
MERGE: Operation[SimplePublicObject] = Operation(
    "POST", "/merge", request_body=JSON, responses={200: SimplePublicObject, "default": Error}
)
BATCH_READ_2: BatchOperation[DealToDealSplits] = BatchOperation(
    "POST",
    "/batch/read",
    request_body=JSON,
    responses={200: BatchResponseDealToDealSplits, 207: BatchResponseDealToDealSplits, "default": Error},
    batching=BATCH_4,
    idempotent=True,
)
BATCH_UPSERT: BatchOperation[DealToDealSplits] = BatchOperation(
    "POST",
    "/batch/upsert",
    request_body=JSON,
    responses={200: BatchResponseDealToDealSplits, 207: BatchResponseDealToDealSplits, "default": Error},
    batching=BATCH_4,
    idempotent=True,
)
STATUS: Operation[ActionResponseWithSingleResultURI] = Operation(
    "GET", "/async/tasks/{task_id}/status", responses={200: ActionResponseWithSingleResultURI, "default": Error}
)
GET_2: Operation[PublicExportResponse] = Operation(
    "GET", "/{export_id}", responses={200: PublicExportResponse, "default": Error}
)
ERRORS_LIST: PagedOperation[PublicImportError, CollectionResponsePublicImportErrorForwardPaging] = PagedOperation(
    "GET",
    "/{import_id}/errors",
    parameters=query("after", "includeErrorMessage", "includeRowData", "limit"),
    responses={200: CollectionResponsePublicImportErrorForwardPaging, "default": Error},
    pagination=PAGES,
)
CALCULATED_PROPERTIES: Operation[CalculatedPropertyLimitResponse] = Operation(
    "GET", "/calculated-properties", responses={200: CalculatedPropertyLimitResponse, "default": Error}
)
CUSTOM_OBJECT_TYPES: Operation[CustomObjectLimitResponse] = Operation(
    "GET", "/custom-object-types", responses={200: CustomObjectLimitResponse, "default": Error}
)
CUSTOM_PROPERTIES: Operation[CustomPropertyLimitResponse] = Operation(
    "GET", "/custom-properties", responses={200: CustomPropertyLimitResponse, "default": Error}
)
PIPELINES: Operation[PipelineLimitResponse] = Operation(
    "GET", "/pipelines", responses={200: PipelineLimitResponse, "default": Error}
)
RECORDS: Operation[RecordLimitResponse] = Operation(
    "GET", "/records", responses={200: RecordLimitResponse, "default": Error}
)
ASSOCIATIONS_LABELS: Operation[CollectionResponseAssociationLabelLimitResponseNoPaging] = Operation(
    "GET",
    "/associations/labels",
    parameters=query("fromObjectTypeId", "toObjectTypeId"),
    responses={200: CollectionResponseAssociationLabelLimitResponseNoPaging, "default": Error},
)
ASSOCIATIONS_RECORDS_LIST_FROM: Operation[CollectionResponseObjectTypeNearOrAtAssociationLimitNoPaging] = Operation(
    "GET",
    "/associations/records/from",
    responses={200: CollectionResponseObjectTypeNearOrAtAssociationLimitNoPaging, "default": Error},
)
ASSOCIATIONS_RECORDS_LIST_TO: Operation[CollectionResponseObjectTypeNearOrAtAssociationLimitNoPaging] = Operation(
    "GET",
    "/associations/records/{from_object_type_id}/to",
    responses={200: CollectionResponseObjectTypeNearOrAtAssociationLimitNoPaging, "default": Error},
)
ASSOCIATIONS_RECORDS_GET: Operation[AssociationRecordLimitResponse] = Operation(
    "GET",
    "/associations/records/{from_object_type_id}/{to_object_type_id}",
    responses={200: AssociationRecordLimitResponse, "default": Error},
)
SCHEDULE_CONVERSION_GET: Operation[PublicListConversionResponse] = Operation(
    "GET", "/{list_id}/schedule-conversion", responses={200: PublicListConversionResponse, "default": Error}
)
SCHEDULE_CONVERSION_REPLACE: Operation[PublicListConversionResponse] = Operation(
    "PUT",
    "/{list_id}/schedule-conversion",
    request_body=JSON,
    responses={200: PublicListConversionResponse, "default": Error},
)
SCHEDULE_CONVERSION_DELETE: Operation[None] = Operation(
    "DELETE", "/{list_id}/schedule-conversion", responses={204: None, "default": Error}
)
SIZE_AND_EDITS_HISTORY_BETWEEN: Operation[ListSizeAndEditHistoryResponse] = Operation(
    "GET",
    "/{list_id}/size-and-edits-history/between",
    parameters=query("endDate", "startDate"),
    responses={200: ListSizeAndEditHistoryResponse, "default": Error},
)
MEMBERSHIPS_LIST: PagedOperation[JoinTimeAndRecordId, ApiCollectionResponseJoinTimeAndRecordId] = PagedOperation(
    "GET",
    "/{list_id}/memberships",
    parameters=query("after", "before", "limit"),
    responses={200: ApiCollectionResponseJoinTimeAndRecordId, "default": Error},
    pagination=PAGES,
)
MEMBERSHIPS_REMOVE_ALL: Operation[None] = Operation(
    "DELETE", "/{list_id}/memberships", responses={204: None, "default": Error}
)
MEMBERSHIPS_ADD: Operation[MembershipsUpdateResponse] = Operation(
    "PUT",
    "/{list_id}/memberships/add",
    request_body=JSON,
    responses={200: MembershipsUpdateResponse, "default": Error},
    idempotent=True,
)
MEMBERSHIPS_REMOVE: Operation[MembershipsUpdateResponse] = Operation(
    "PUT",
    "/{list_id}/memberships/remove",
    request_body=JSON,
    responses={200: MembershipsUpdateResponse, "default": Error},
    idempotent=True,
)
MEMBERSHIPS_ADD_AND_REMOVE: Operation[MembershipsUpdateResponse] = Operation(
    "PUT",
    "/{list_id}/memberships/add-and-remove",
    request_body=JSON,
    responses={200: MembershipsUpdateResponse, "default": Error},
)
MEMBERSHIPS_ADD_FROM: Operation[None] = Operation(
    "PUT", "/{list_id}/memberships/add-from/{source_list_id}", responses={204: None, "default": Error}
)
MEMBERSHIPS_JOIN_ORDER_LIST: PagedOperation[JoinTimeAndRecordId, ApiCollectionResponseJoinTimeAndRecordId] = (
    PagedOperation(
        "GET",
        "/{list_id}/memberships/join-order",
        parameters=query("after", "before", "limit"),
        responses={200: ApiCollectionResponseJoinTimeAndRecordId, "default": Error},
        pagination=PAGES,
    )
)
FOLDERS_LIST: Operation[ListFolderFetchResponse] = Operation(
    "GET", "/folders", parameters=query("folderId"), responses={200: ListFolderFetchResponse, "default": Error}
)
FOLDERS_CREATE: Operation[ListFolderCreateResponse] = Operation(
    "POST", "/folders", request_body=JSON, responses={200: ListFolderCreateResponse, "default": Error}
)
FOLDERS_DELETE: Operation[None] = Operation("DELETE", "/folders/{folder_id}", responses={204: None, "default": Error})
FOLDERS_MOVE: Operation[ListFolderFetchResponse] = Operation(
    "PUT",
    "/folders/{folder_id}/move/{new_parent_folder_id}",
    responses={200: ListFolderFetchResponse, "default": Error},
)
FOLDERS_RENAME: Operation[ListFolderFetchResponse] = Operation(
    "PUT",
    "/folders/{folder_id}/rename",
    parameters=query("newFolderName"),
    responses={200: ListFolderFetchResponse, "default": Error},
)
FOLDERS_MOVE_LIST: Operation[None] = Operation(
    "PUT", "/folders/move-list", request_body=JSON, responses={204: None, "default": Error}
)
IDMAPPING_GET: Operation[PublicMigrationMapping] = Operation(
    "GET", "/idmapping", parameters=query("legacyListId"), responses={200: PublicMigrationMapping, "default": Error}
)
IDMAPPING_CREATE: Operation[PublicBatchMigrationMapping] = Operation(
    "POST",
    "/idmapping",
    request_body=JSON,
    responses={200: PublicBatchMigrationMapping, "default": Error},
    idempotent=True,
)
ENABLEMENT_LIST: Operation[PortalObjectTypeEnablementPublicResponse] = Operation(
    "GET", "/enablement", responses={200: PortalObjectTypeEnablementPublicResponse, "default": Error}
)
ENABLEMENT_GET: Operation[ObjectTypeEnablementPublicResponse] = Operation(
    "GET", "/enablement/{object_type_id}", responses={200: ObjectTypeEnablementPublicResponse, "default": Error}
)
LIST_2: PagedOperation[PublicOwner, CollectionResponsePublicOwnerForwardPaging] = PagedOperation(
    "GET",
    "",
    parameters=query("after", "archived", "email", "limit"),
    responses={200: CollectionResponsePublicOwnerForwardPaging, "default": Error},
    pagination=PAGES,
)
GET_3: Operation[PublicOwner] = Operation(
    "GET", "/{owner_id}", parameters=query("archived", "idProperty"), responses={200: PublicOwner, "default": Error}
)
BATCH_ARCHIVE_2: BatchOperation[None] = BatchOperation(
    "POST",
    "/{object_type}/batch/archive",
    request_body=JSON,
    responses={204: None, "default": Error},
    batching=BATCH_5,
    idempotent=True,
)
LIST_3: Operation[CollectionResponsePublicPropertyValidationRuleMapNoPaging] = Operation(
    "GET",
    "/{object_type_id}",
    responses={200: CollectionResponsePublicPropertyValidationRuleMapNoPaging, "default": Error},
)
GET_4: Operation[CollectionResponsePublicPropertyValidationRuleNoPaging] = Operation(
    "GET",
    "/{object_type_id}/{property_name}",
    responses={200: CollectionResponsePublicPropertyValidationRuleNoPaging, "default": Error},
)
RULE_TYPE_GET: Operation[PublicPropertyValidationRule] = Operation(
    "GET",
    "/{object_type_id}/{property_name}/rule-type/{rule_type}",
    responses={200: PublicPropertyValidationRule, "default": Error},
)
RULE_TYPE_REPLACE: Operation[None] = Operation(
    "PUT",
    "/{object_type_id}/{property_name}/rule-type/{rule_type}",
    request_body=JSON,
    responses={204: None, "default": Error},
)
ASSOCIATIONS_CREATE_2: Operation[AssociationDefinition] = Operation(
    "POST", "/{object_type}/associations", request_body=JSON, responses={201: AssociationDefinition, "default": Error}
)
ASSOCIATIONS_ARCHIVE_2: Operation[None] = Operation(
    "DELETE", "/{object_type}/associations/{association_identifier}", responses={204: None, "default": Error}
)
LABELS_UPDATE: Operation[None] = Operation(
    "PUT",
    "/{from_object_type}/{to_object_type}/labels",
    root=1,
    request_body=JSON,
    responses={204: None, "default": Error},
)
LABELS_ARCHIVE: Operation[None] = Operation(
    "DELETE",
    "/{from_object_type}/{to_object_type}/labels/{association_type_id}",
    root=1,
    responses={204: None, "default": Error},
)
LIST_4: PagedOperation[PublicImportResponse, CollectionResponsePublicImportResponseForwardPaging] = PagedOperation(
    "GET",
    "",
    parameters=query("after", "limit"),
    responses={200: CollectionResponsePublicImportResponseForwardPaging, "default": Error},
    pagination=PAGES,
)
GET_5: Operation[PublicImportResponse] = Operation(
    "GET", "/{import_id}", responses={200: PublicImportResponse, "default": Error}
)
CANCEL: Operation[ActionResponse] = Operation(
    "POST", "/{import_id}/cancel", responses={200: ActionResponse, "default": Error}
)
LIST_5: Operation[ListsByIdResponse] = Operation(
    "GET", "", parameters=query("includeFilters", "listIds"), responses={200: ListsByIdResponse, "default": Error}
)
CREATE: Operation[ListCreateResponse] = Operation(
    "POST", "", request_body=JSON, responses={200: ListCreateResponse, "default": Error}
)
GET_BY_NAME: Operation[ListFetchResponse] = Operation(
    "GET",
    "/object-type-id/{object_type_id}/name/{list_name}",
    parameters=query("includeFilters"),
    responses={200: ListFetchResponse, "default": Error},
)
GET_6: Operation[ListFetchResponse] = Operation(
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
    "DELETE",
    "/{object_type}/{pipeline_id}/stages/{stage_id}",
    parameters=query("validateReferencesBeforeDelete"),
    responses={204: None, "default": Error},
)
GDPR_DELETE: Operation[None] = Operation(
    "POST", "/gdpr-delete", request_body=JSON, responses={204: None, "default": Error}, idempotent=True
)
CONFIGURATIONS_LIST: Operation[CollectionResponsePublicAssociationDefinitionUserConfigurationNoPaging] = Operation(
    "GET",
    "/configurations/all",
    responses={200: CollectionResponsePublicAssociationDefinitionUserConfigurationNoPaging, "default": Error},
)
CONFIGURATIONS_GET: Operation[CollectionResponsePublicAssociationDefinitionUserConfigurationNoPaging] = Operation(
    "GET",
    "/configurations/{from_object_type}/{to_object_type}",
    responses={200: CollectionResponsePublicAssociationDefinitionUserConfigurationNoPaging, "default": Error},
)
CONFIGURATIONS_BATCH_CREATE: BatchOperation[PublicAssociationDefinitionUserConfiguration] = BatchOperation(
    "POST",
    "/configurations/{from_object_type}/{to_object_type}/batch/create",
    request_body=JSON,
    responses={
        200: BatchResponsePublicAssociationDefinitionUserConfiguration,
        "default": Error,
        207: BatchResponsePublicAssociationDefinitionUserConfiguration,
        201: BatchResponsePublicAssociationDefinitionUserConfiguration,
    },
    batching=BATCH_6,
)
CONFIGURATIONS_BATCH_UPDATE: BatchOperation[PublicAssociationDefinitionConfigurationUpdateResult] = BatchOperation(
    "POST",
    "/configurations/{from_object_type}/{to_object_type}/batch/update",
    request_body=JSON,
    responses={
        200: BatchResponsePublicAssociationDefinitionConfigurationUpdateResult,
        "default": Error,
        207: BatchResponsePublicAssociationDefinitionConfigurationUpdateResult,
    },
    batching=BATCH_6,
)
LIST_6: PagedOperation[
    MultiAssociatedObjectWithLabel, CollectionResponseMultiAssociatedObjectWithLabelForwardPaging
] = PagedOperation(
    "GET",
    "/{object_type}/{object_id}/associations/{to_object_type}",
    root=1,
    parameters=query("after", "limit"),
    responses={200: CollectionResponseMultiAssociatedObjectWithLabelForwardPaging, "default": Error},
    pagination=PAGES,
    bounds=BOUNDS,
)
CREATE_2: Operation[LabelsBetweenObjectPair] = Operation(
    "PUT",
    "/{object_type}/{object_id}/associations/{to_object_type}/{to_object_id}",
    root=1,
    request_body=JSON,
    responses={201: LabelsBetweenObjectPair, "default": Error},
    idempotent=True,
)
ARCHIVE_2: Operation[None] = Operation(
    "DELETE",
    "/{object_type}/{object_id}/associations/{to_object_type}/{to_object_id}",
    root=1,
    responses={204: None, "default": Error},
)
CREATE_DEFAULT: Operation[BatchResponsePublicDefaultAssociation] = Operation(
    "PUT",
    "/{from_object_type}/{from_object_id}/associations/default/{to_object_type}/{to_object_id}",
    root=1,
    responses={
        200: BatchResponsePublicDefaultAssociation,
        "default": Error,
        207: BatchResponsePublicDefaultAssociation,
    },
)
REPORT_HIGH_USAGE: Operation[ReportCreationResponse] = Operation(
    "POST", "/usage/high-usage-report/{user_id}", responses={200: ReportCreationResponse, "default": Error}
)
BATCH_READ_3: BatchOperation[PublicAssociationMultiWithLabel] = BatchOperation(
    "POST",
    "/{from_object_type}/{to_object_type}/batch/read",
    request_body=JSON,
    responses={
        200: BatchResponsePublicAssociationMultiWithLabel,
        207: BatchResponsePublicAssociationMultiWithLabel,
        "default": Error,
    },
    batching=BATCH_7,
    idempotent=True,
)
BATCH_CREATE: BatchOperation[LabelsBetweenObjectPair] = BatchOperation(
    "POST",
    "/{from_object_type}/{to_object_type}/batch/create",
    request_body=JSON,
    responses={
        201: BatchResponseLabelsBetweenObjectPair,
        207: BatchResponseLabelsBetweenObjectPair,
        "default": Error,
        200: BatchResponseLabelsBetweenObjectPair,
    },
    batching=BATCH_8,
    idempotent=True,
)
BATCH_CREATE_DEFAULT: BatchOperation[PublicDefaultAssociation] = BatchOperation(
    "POST",
    "/{from_object_type}/{to_object_type}/batch/associate/default",
    request_body=JSON,
    responses={
        200: BatchResponsePublicDefaultAssociation,
        "default": Error,
        207: BatchResponsePublicDefaultAssociation,
    },
    batching=BATCH_9,
    idempotent=True,
)
SEARCH_2: PagedOperation[PublicObjectListSearchResult, ListSearchResponse] = PagedOperation(
    "POST",
    "/search",
    request_body=JSON,
    responses={200: ListSearchResponse, "default": Error},
    pagination=PAGES_3,
    idempotent=True,
)
ARCHIVE_3: Operation[None] = Operation("DELETE", "/{list_id}", responses={204: None, "default": Error})
RESTORE: Operation[None] = Operation("PUT", "/{list_id}/restore", responses={204: None, "default": Error})
ARCHIVE_4: Operation[None] = Operation(
    "DELETE",
    "/{object_type}/{pipeline_id}",
    parameters=query("validateDealStageUsagesBeforeDelete", "validateReferencesBeforeDelete"),
    responses={204: None, "default": Error},
)
AUDIT: Operation[CollectionResponsePublicAuditInfoNoPaging] = Operation(
    "GET",
    "/{object_type}/{pipeline_id}/audit",
    responses={200: CollectionResponsePublicAuditInfoNoPaging, "default": Error},
)
STAGES_AUDIT: Operation[CollectionResponsePublicAuditInfoNoPaging] = Operation(
    "GET",
    "/{object_type}/{pipeline_id}/stages/{stage_id}/audit",
    responses={200: CollectionResponsePublicAuditInfoNoPaging, "default": Error},
)
LIST_7: Operation[CollectionResponsePropertyNoPaging] = Operation(
    "GET",
    "/{object_type}",
    parameters=query("archived", "dataSensitivity", "locale", "properties"),
    responses={200: CollectionResponsePropertyNoPaging, "default": Error},
)
CREATE_3: Operation[Property] = Operation(
    "POST", "/{object_type}", request_body=JSON, responses={201: Property, "default": Error}
)
GET_7: Operation[Property] = Operation(
    "GET",
    "/{object_type}/{property_name}",
    parameters=query("archived", "dataSensitivity", "locale", "properties"),
    responses={200: Property, "default": Error},
)
UPDATE_2: Operation[Property] = Operation(
    "PATCH",
    "/{object_type}/{property_name}",
    request_body=JSON,
    responses={200: Property, "default": Error},
    idempotent=True,
)
ARCHIVE_5: Operation[None] = Operation(
    "DELETE", "/{object_type}/{property_name}", responses={204: None, "default": Error}
)
GROUPS_ARCHIVE: Operation[None] = Operation(
    "DELETE", "/{object_type}/groups/{group_name}", responses={204: None, "default": Error}
)
ARCHIVE_6: Operation[None] = Operation(
    "DELETE", "/{object_type}", parameters=query("archived"), responses={204: None, "default": Error}
)
BATCH_CREATE_2: BatchOperation[SimplePublicObject] = BatchOperation(
    "POST",
    "/batch/create",
    request_body=JSON,
    responses={
        201: BatchResponseSimplePublicObject,
        207: BatchResponseSimplePublicObject,
        "default": Error,
        200: BatchResponseSimplePublicObject,
    },
    batching=BATCH_10,
)
BATCH_UPSERT_2: BatchOperation[SimplePublicUpsertObject] = BatchOperation(
    "POST",
    "/batch/upsert",
    request_body=JSON,
    responses={
        200: BatchResponseSimplePublicUpsertObject,
        207: BatchResponseSimplePublicUpsertObject,
        "default": Error,
    },
    batching=BATCH_2,
    idempotent=True,
)
CREATE_4: Operation[SimplePublicObject] = Operation(
    "POST", "", request_body=JSON, responses={201: SimplePublicObject, "default": Error}
)
CREATE_5: Operation[TaskLocator] = Operation(
    "POST", "/async", request_body=JSON, responses={202: TaskLocator, "default": Error}
)
BATCH_CREATE_3: BatchOperation[Property] = BatchOperation(
    "POST",
    "/{object_type}/batch/create",
    request_body=JSON,
    responses={201: BatchResponseProperty, 207: BatchResponseProperty, "default": Error, 200: BatchResponseProperty},
    batching=BATCH_11,
)
BATCH_READ_4: BatchOperation[Property] = BatchOperation(
    "POST",
    "/{object_type}/batch/read",
    parameters=query("locale"),
    request_body=JSON,
    responses={200: BatchResponseProperty, 207: BatchResponseProperty, "default": Error},
    batching=BATCH_11,
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


class RecordsBatchArchiveMixin(Resource):
    def archive(
        self,
        inputs: AnyIterable[SimplePublicObjectId | Mapping[str, object]],
        *,
        batching: BatchOptions | None = None,
        options: RequestOptions | None = None,
    ) -> Outcome[SimplePublicObjectId | Mapping[str, object], None]:
        """Archive many records.

        Moves records to the recycling bin in one request, from where they can be restored for 90 days. Takes any number
        of inputs, at most 100 to a request. The outcome has each with its result or its error.

        Args:
            inputs: One entry for each record.

        Scope: crm.objects.*.write, …; see the resource's class. Raises BatchError if the outcome is asked to.
        """
        return self._batch(BATCH_ARCHIVE, inputs, batching=batching, options=options)


class PartnerClientsOperationsAssociations(Resource):
    """Operations of appointments.associations, partner_clients.associations, partner_services.associations."""

    def list(
        self,
        record_id: str,
        to_object_type: str,
        *,
        after: str | UnsetType = UNSET,
        include_fa: bool | UnsetType = UNSET,
        limit: int | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> Pager[AssociatedId, CollectionResponseAssociatedIdForwardPaging]:
        """List associated records.

        Reads which records of one type are associated with a record, page by page.

        Args:
            record_id: The id of the record.
            to_object_type: The object type of the record that the association leads to, by its name or its type id.
            after: The cursor of the page to read: `paging.next.after` of the page before. Left out for the first page.
            include_fa: Whether associations of the kinds that an account has defined for itself are returned too. The
                server takes False if it is left out.
            limit: How many results a page holds at most. At most 500. The server takes 500 if it is left out.

        Answers 200: One page of associated records. Scope: crm.objects.partner-clients.read, …; see the resource's
        class. Raises ApiStatusError, ApiConnectionError.
        """
        return self._paginate(
            ASSOCIATIONS_LIST,
            path={"record_id": record_id, "to_object_type": to_object_type},
            query={"after": after, "includeFA": include_fa, "limit": limit},
            options=options,
        )

    def create(
        self,
        record_id: str,
        to_object_type: str,
        to_object_id: str,
        association_type: str,
        *,
        options: RequestOptions | None = None,
    ) -> SimplePublicObjectWithAssociations:
        """Associate two records with labels.

        Makes the given kinds of association between two records.

        Args:
            record_id: The id of the record.
            to_object_type: The object type of the record that the association leads to, by its name or its type id.
            to_object_id: The id of the record that the association leads to.
            association_type: The kind of association, by its id.

        Answers 200: The labels that now hold between the two. Scope: crm.objects.partner-clients.write, …; see the
        resource's class. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            ASSOCIATIONS_CREATE,
            path={
                "record_id": record_id,
                "to_object_type": to_object_type,
                "to_object_id": to_object_id,
                "association_type": association_type,
            },
            options=options,
        )

    def archive(
        self,
        record_id: str,
        to_object_type: str,
        to_object_id: str,
        association_type: str,
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Remove the associations of two records.

        Removes every association that leads from one record to another, labelled or not.

        Args:
            record_id: The id of the record.
            to_object_type: The object type of the record that the association leads to, by its name or its type id.
            to_object_id: The id of the record that the association leads to.
            association_type: The kind of association, by its id.

        Answers 204: The two records are no longer associated. Scope: crm.objects.partner-clients.write, …; see the
        resource's class. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            ASSOCIATIONS_ARCHIVE,
            path={
                "record_id": record_id,
                "to_object_type": to_object_type,
                "to_object_id": to_object_id,
                "association_type": association_type,
            },
            options=options,
        )


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


class RecordsBatchMixin(Resource):
    batch: Below[RecordsBatch] = Below("RecordsBatch")


class RecordsArchiveMixin(Resource):
    def archive(self, record_id: str, *, options: RequestOptions | None = None) -> None:
        """Archive a record.

        Moves a record to the recycling bin, from where it can be restored for 90 days.

        Args:
            record_id: The id of the record.

        Answers 204: The record is archived. Scope: crm.objects.*.write, …; see the resource's class. Raises
        ApiStatusError, ApiConnectionError.
        """
        return self._call(ARCHIVE, path={"record_id": record_id}, options=options)


class RecordsWithMergeMergeMixin(Resource):
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


class ContractsOperationsBatchMixin(Resource):
    batch: Below[ContractsOperationsBatch] = Below("ContractsOperationsBatch")


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


class ExportsOperationsStatusAndGetMixin(Resource):
    def status(self, task_id: int, *, options: RequestOptions | None = None) -> ActionResponseWithSingleResultURI:
        """Get the status of an export.

        Reads how far an export has come and, once it is done, the address of the file.

        Args:
            task_id: The id that the start of the export was answered with.

        Answers 200: The status. Scope: crm.export. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(STATUS, path={"task_id": task_id}, options=options)

    def get(self, export_id: int, *, options: RequestOptions | None = None) -> PublicExportResponse:
        """Get an export.

        Reads what was exported, and how it went.

        Args:
            export_id: The id of the export.

        Answers 200: The export. Scope: crm.export. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(GET_2, path={"export_id": export_id}, options=options)


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


class LimitsOperations(Resource):
    """Operations of limits."""

    associations: Below[LimitsOperationsAssociations] = Below("LimitsOperationsAssociations")

    def calculated_properties(self, *, options: RequestOptions | None = None) -> CalculatedPropertyLimitResponse:
        """Get the limits of calculated properties.

        Reads how many calculated properties the account may have, and has.

        Answers 200: The limit and what is used of it. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(CALCULATED_PROPERTIES, options=options)

    def custom_object_types(self, *, options: RequestOptions | None = None) -> CustomObjectLimitResponse:
        """Get the limit of custom object types.

        Reads how many object types the account may define, and has defined.

        Answers 200: The limit and what is used of it. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(CUSTOM_OBJECT_TYPES, options=options)

    def custom_properties(self, *, options: RequestOptions | None = None) -> CustomPropertyLimitResponse:
        """Get the limits of custom properties.

        Reads how many properties the account may define, and has defined.

        Answers 200: The limits and what is used of them. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(CUSTOM_PROPERTIES, options=options)

    def pipelines(self, *, options: RequestOptions | None = None) -> PipelineLimitResponse:
        """Get the limits of pipelines.

        Reads how many pipelines each object type may have, and has.

        Answers 200: The limits and what is used of them. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(PIPELINES, options=options)

    def records(self, *, options: RequestOptions | None = None) -> RecordLimitResponse:
        """Get the limits of records.

        Reads how many records of each object type the account may have, and has.

        Answers 200: The limits and what is used of them. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(RECORDS, options=options)


class LimitsOperationsAssociations(Resource):
    """Operations of limits.associations."""

    records: Below[LimitsOperationsAssociationsRecords] = Below("LimitsOperationsAssociationsRecords")

    def labels(
        self,
        *,
        from_object_type_id: str | UnsetType = UNSET,
        to_object_type_id: str | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> CollectionResponseAssociationLabelLimitResponseNoPaging:
        """Get the limits of association labels.

        Reads how many labels associations may have, for each pair of object types.

        Args:
            from_object_type_id: The object type id of the records that associations start from.
            to_object_type_id: The object type id of the records that associations lead to.

        Answers 200: The limits and what is used of them. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            ASSOCIATIONS_LABELS,
            query={"fromObjectTypeId": from_object_type_id, "toObjectTypeId": to_object_type_id},
            options=options,
        )


class LimitsOperationsAssociationsRecords(Resource):
    """Operations of limits.associations.records."""

    def list_from(
        self, *, options: RequestOptions | None = None
    ) -> CollectionResponseObjectTypeNearOrAtAssociationLimitNoPaging:
        """List object types near a limit.

        Reads which object types have records that come close to how many other records may be associated with them.

        Answers 200: The object types. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(ASSOCIATIONS_RECORDS_LIST_FROM, options=options)

    def list_to(
        self, from_object_type_id: str, *, options: RequestOptions | None = None
    ) -> CollectionResponseObjectTypeNearOrAtAssociationLimitNoPaging:
        """List object types that fill up a limit.

        Reads with records of which object types the records of one object type come close to the limit.

        Args:
            from_object_type_id: The object type id of the records that associations start from.

        Answers 200: The object types. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            ASSOCIATIONS_RECORDS_LIST_TO, path={"from_object_type_id": from_object_type_id}, options=options
        )

    def get(
        self, from_object_type_id: str, to_object_type_id: str, *, options: RequestOptions | None = None
    ) -> AssociationRecordLimitResponse:
        """Get the limits of associations between two object types.

        Reads how many records may be associated with one record, and which records come close to that.

        Args:
            from_object_type_id: The object type id of the records that associations start from.
            to_object_type_id: The object type id of the records that associations lead to.

        Answers 200: The limit, and records that come close to it. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            ASSOCIATIONS_RECORDS_GET,
            path={"from_object_type_id": from_object_type_id, "to_object_type_id": to_object_type_id},
            options=options,
        )


class ListsScheduleConversion(Resource):
    """Operations of lists.schedule-conversion."""

    def get(self, list_id: str, *, options: RequestOptions | None = None) -> PublicListConversionResponse:
        """Get when a list becomes static.

        Reads whether it is planned that the members of a list no longer change, and when.

        Args:
            list_id: The id of the list.

        Answers 200: The plan. Scope: crm.lists.read. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(SCHEDULE_CONVERSION_GET, path={"list_id": list_id}, options=options)

    def replace(
        self,
        list_id: str,
        body: PublicListConversionDate | Mapping[str, object] | PublicListConversionInactivity,
        *,
        options: RequestOptions | None = None,
    ) -> PublicListConversionResponse:
        """Plan when a list becomes static.

        Plans that from a day on, or after some time without change, the members of a list no longer change.

        Args:
            list_id: The id of the list.
            body: What to send: the body of the request.

        Answers 200: The plan. Scope: cms.membership.access_groups.write or crm.lists.read and crm.lists.write. Raises
        ApiStatusError, ApiConnectionError.
        """
        return self._call(SCHEDULE_CONVERSION_REPLACE, path={"list_id": list_id}, body=body, options=options)

    def delete(self, list_id: str, *, options: RequestOptions | None = None) -> None:
        """Give up the plan to make a list static.

        Gives up a plan that the members of a list no longer change.

        Args:
            list_id: The id of the list.

        Answers 204: The plan is given up. Scope: cms.membership.access_groups.write or crm.lists.read and
        crm.lists.write. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(SCHEDULE_CONVERSION_DELETE, path={"list_id": list_id}, options=options)


class ListsSizeAndEditsHistory(Resource):
    """Operations of lists.size-and-edits-history."""

    def between(
        self,
        list_id: str,
        *,
        end_date: datetime | UnsetType = UNSET,
        start_date: datetime | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> ListSizeAndEditHistoryResponse:
        """Get the history of a list.

        Reads how many members a list had in a span of time, and when its filters were changed.

        Args:
            list_id: The id of the list.
            end_date: Where the span ends. Until now if left out.
            start_date: Where the span begins. From the creation of the list if left out.

        Answers 200: The history. Scope: crm.lists.read. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            SIZE_AND_EDITS_HISTORY_BETWEEN,
            path={"list_id": list_id},
            query={"endDate": end_date, "startDate": start_date},
            options=options,
        )


class ListsMemberships(Resource):
    """Operations of lists.memberships."""

    join_order: Below[ListsMembershipsJoinOrder] = Below("ListsMembershipsJoinOrder")

    def list(
        self,
        list_id: str,
        *,
        after: str | UnsetType = UNSET,
        before: str | UnsetType = UNSET,
        limit: int | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> Pager[JoinTimeAndRecordId, ApiCollectionResponseJoinTimeAndRecordId]:
        """List members.

        Reads the members of a list page by page, in the order of their ids.

        Args:
            list_id: The id of the list.
            after: The cursor of the page to read: `paging.next.after` of the page before. Left out for the first page.
            before: The cursor of the page to read backwards: `paging.prev.before` of another page.
            limit: How many results a page holds at most. The server takes 100 if it is left out.

        Answers 200: One page of members. Scope: crm.lists.read. Raises ApiStatusError, ApiConnectionError.
        """
        return self._paginate(
            MEMBERSHIPS_LIST,
            path={"list_id": list_id},
            query={"after": after, "before": before, "limit": limit},
            options=options,
        )

    def remove_all(self, list_id: str, *, options: RequestOptions | None = None) -> None:
        """Remove all members.

        Removes every member from a list that is put together by hand. The list stays.

        Args:
            list_id: The id of the list.

        Answers 204: The members are removed. Scope: cms.membership.access_groups.write or crm.lists.read and
        crm.lists.write. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(MEMBERSHIPS_REMOVE_ALL, path={"list_id": list_id}, options=options)

    def add(
        self, list_id: str, body: Sequence[str], *, options: RequestOptions | None = None
    ) -> MembershipsUpdateResponse:
        """Add records to a list.

        Makes records members of a list that is put together by hand.

        Args:
            list_id: The id of the list.
            body: What to send: the body of the request.

        Answers 200: What became of each record. Scope: cms.membership.access_groups.write or crm.lists.read and
        crm.lists.write. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(MEMBERSHIPS_ADD, path={"list_id": list_id}, body=body, options=options)

    def remove(
        self, list_id: str, body: Sequence[str], *, options: RequestOptions | None = None
    ) -> MembershipsUpdateResponse:
        """Remove records from a list.

        Removes records from a list that is put together by hand.

        Args:
            list_id: The id of the list.
            body: What to send: the body of the request.

        Answers 200: What became of each record. Scope: cms.membership.access_groups.write or crm.lists.read and
        crm.lists.write. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(MEMBERSHIPS_REMOVE, path={"list_id": list_id}, body=body, options=options)

    def add_and_remove(
        self,
        list_id: str,
        *,
        record_ids_to_add: Sequence[str],
        record_ids_to_remove: Sequence[str],
        options: RequestOptions | None = None,
    ) -> MembershipsUpdateResponse:
        """Add and remove records.

        Adds records to a list that is put together by hand, and removes others, in one request.

        Args:
            list_id: The id of the list.
            record_ids_to_add: The ids of the records to add.
            record_ids_to_remove: The ids of the records to remove.

        Answers 200: What became of each record. Scope: cms.membership.access_groups.write or crm.lists.read and
        crm.lists.write. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            MEMBERSHIPS_ADD_AND_REMOVE,
            path={"list_id": list_id},
            body={"recordIdsToAdd": record_ids_to_add, "recordIdsToRemove": record_ids_to_remove},
            options=options,
        )

    def add_from(self, list_id: str, source_list_id: str, *, options: RequestOptions | None = None) -> None:
        """Add the members of another list.

        Makes the members of one list members of another, which is put together by hand.

        Args:
            list_id: The id of the list.
            source_list_id: The id of the list whose members are added.

        Answers 204: The members are being added. Scope: cms.membership.access_groups.write or crm.lists.read and
        crm.lists.write. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            MEMBERSHIPS_ADD_FROM, path={"list_id": list_id, "source_list_id": source_list_id}, options=options
        )


class ListsMembershipsJoinOrder(Resource):
    """Operations of lists.memberships.join-order."""

    def list(
        self,
        list_id: str,
        *,
        after: str | UnsetType = UNSET,
        before: str | UnsetType = UNSET,
        limit: int | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> Pager[JoinTimeAndRecordId, ApiCollectionResponseJoinTimeAndRecordId]:
        """List members by when they joined.

        Reads the members of a list page by page, in the order in which they were added.

        Args:
            list_id: The id of the list.
            after: The cursor of the page to read: `paging.next.after` of the page before. Left out for the first page.
            before: The cursor of the page to read backwards: `paging.prev.before` of another page.
            limit: How many results a page holds at most. The server takes 100 if it is left out.

        Answers 200: One page of members. Scope: crm.lists.read. Raises ApiStatusError, ApiConnectionError.
        """
        return self._paginate(
            MEMBERSHIPS_JOIN_ORDER_LIST,
            path={"list_id": list_id},
            query={"after": after, "before": before, "limit": limit},
            options=options,
        )


class ListsFolders(Resource):
    """Operations of lists.folders."""

    def list(
        self, *, folder_id: str | UnsetType = UNSET, options: RequestOptions | None = None
    ) -> ListFolderFetchResponse:
        """Get a folder.

        Reads a folder and the folders in it.

        Args:
            folder_id: The id of the folder; 0 is the folder of all. The server takes 0 if it is left out.

        Answers 200: The folder. Scope: crm.lists.read. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(FOLDERS_LIST, query={"folderId": folder_id}, options=options)

    def create(
        self, *, name: str, parent_folder_id: str | UnsetType = UNSET, options: RequestOptions | None = None
    ) -> ListFolderCreateResponse:
        """Create a folder.

        Creates a folder in another one.

        Args:
            name: What people call the folder.
            parent_folder_id: The id of the folder that it is in; 0 is the folder of all.

        Answers 200: The new folder. Scope: cms.membership.access_groups.write or crm.lists.read and crm.lists.write.
        Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(FOLDERS_CREATE, body={"name": name, "parentFolderId": parent_folder_id}, options=options)

    def delete(self, folder_id: str, *, options: RequestOptions | None = None) -> None:
        """Delete a folder.

        Deletes a folder. It must be empty.

        Args:
            folder_id: The id of the folder; 0 is the folder of all.

        Answers 204: The folder is deleted. Scope: cms.membership.access_groups.write or crm.lists.read and
        crm.lists.write. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(FOLDERS_DELETE, path={"folder_id": folder_id}, options=options)

    def move(
        self, folder_id: str, new_parent_folder_id: str, *, options: RequestOptions | None = None
    ) -> ListFolderFetchResponse:
        """Move a folder.

        Puts a folder into another one.

        Args:
            folder_id: The id of the folder; 0 is the folder of all.
            new_parent_folder_id: The id of the folder that it goes into; 0 is the folder of all.

        Answers 200: The folder as it is now. Scope: cms.membership.access_groups.write or crm.lists.read and
        crm.lists.write. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            FOLDERS_MOVE, path={"folder_id": folder_id, "new_parent_folder_id": new_parent_folder_id}, options=options
        )

    def rename(
        self, folder_id: str, *, new_folder_name: str | UnsetType = UNSET, options: RequestOptions | None = None
    ) -> ListFolderFetchResponse:
        """Rename a folder.

        Gives a folder another name.

        Args:
            folder_id: The id of the folder; 0 is the folder of all.
            new_folder_name: What the folder is to be called.

        Answers 200: The folder as it is now. Scope: cms.membership.access_groups.write or crm.lists.read and
        crm.lists.write. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            FOLDERS_RENAME, path={"folder_id": folder_id}, query={"newFolderName": new_folder_name}, options=options
        )

    def move_list(self, *, list_id: str, new_folder_id: str, options: RequestOptions | None = None) -> None:
        """Move a list.

        Puts a list into a folder.

        Args:
            list_id: The id of the list.
            new_folder_id: The id of the folder that the list goes to.

        Answers 204: The list is moved. Scope: cms.membership.access_groups.write or crm.lists.read and crm.lists.write.
        Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(FOLDERS_MOVE_LIST, body={"listId": list_id, "newFolderId": new_folder_id}, options=options)


class ListsIdmapping(Resource):
    """Operations of lists.idmapping."""

    def get(
        self, *, legacy_list_id: str | UnsetType = UNSET, options: RequestOptions | None = None
    ) -> PublicMigrationMapping:
        """Find a list by its legacy id.

        Reads which id a list has now that the API before knew by another.

        Args:
            legacy_list_id: The legacy id of the list.

        Answers 200: The two ids. Scope: crm.lists.read. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(IDMAPPING_GET, query={"legacyListId": legacy_list_id}, options=options)

    def create(self, body: Sequence[str], *, options: RequestOptions | None = None) -> PublicBatchMigrationMapping:
        """Find many lists by their legacy ids.

        Reads which ids lists have now that the API before knew by others.

        Args:
            body: What to send: the body of the request.

        Answers 200: The ids that were found, and those that were not. Scope: crm.lists.read. Raises ApiStatusError,
        ApiConnectionError.
        """
        return self._call(IDMAPPING_CREATE, body=body, options=options)


class ObjectLibraryOperations(Resource):
    """Operations of object_library."""

    enablement: Below[ObjectLibraryOperationsEnablement] = Below("ObjectLibraryOperationsEnablement")


class ObjectLibraryOperationsEnablement(Resource):
    """Operations of object_library.enablement."""

    def list(self, *, options: RequestOptions | None = None) -> PortalObjectTypeEnablementPublicResponse:
        """List active object types.

        Reads of every object type of the library whether it is active.

        Answers 200: The object types. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(ENABLEMENT_LIST, options=options)

    def get(self, object_type_id: str, *, options: RequestOptions | None = None) -> ObjectTypeEnablementPublicResponse:
        """Get whether an object type is active.

        Reads of one object type whether it is active.

        Args:
            object_type_id: The object type id.

        Answers 200: Whether it is active. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(ENABLEMENT_GET, path={"object_type_id": object_type_id}, options=options)


class OwnersOperations(Resource):
    """Operations of owners."""

    def list(
        self,
        *,
        after: str | UnsetType = UNSET,
        archived: bool | UnsetType = UNSET,
        email: str | UnsetType = UNSET,
        limit: int | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> Pager[PublicOwner, CollectionResponsePublicOwnerForwardPaging]:
        """List owners.

        Reads the owners of the account page by page.

        Args:
            after: The cursor of the page to read: `paging.next.after` of the page before. Left out for the first page.
            archived: Whether to return owners who have left the account, and only those. The server takes False if it
                is left out.
            email: An e-mail address. Only the owner with this address is returned.
            limit: How many owners a page holds at most. The server takes 100 if it is left out.

        Answers 200: One page of owners. Scope: automation, …; see the resource's class. Raises ApiStatusError,
        ApiConnectionError.
        """
        return self._paginate(
            LIST_2, query={"after": after, "archived": archived, "email": email, "limit": limit}, options=options
        )

    def get(
        self,
        owner_id: int,
        *,
        archived: bool | UnsetType = UNSET,
        id_property: Literal["id", "userId"] | str | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> PublicOwner:
        """Get an owner.

        Reads one owner by id.

        Args:
            owner_id: The id of the owner, or of the user if `idProperty` says so.
            archived: Whether to return owners who have left the account, and only those. The server takes False if it
                is left out.
            id_property: Which id the path holds: that of the owner or that of the user. The server takes id if it is
                left out.

        Answers 200: The owner. Scope: automation, …; see the resource's class. Raises ApiStatusError,
        ApiConnectionError.
        """
        return self._call(
            GET_3, path={"owner_id": owner_id}, query={"archived": archived, "idProperty": id_property}, options=options
        )


class PartnerClientsOperationsAssociationsMixin(Resource):
    associations: Below[PartnerClientsOperationsAssociations] = Below("PartnerClientsOperationsAssociations")


class PartnerClientsOperationsBatchMixin(Resource):
    batch: Below[PartnerClientsOperationsBatch] = Below("PartnerClientsOperationsBatch")


class PropertiesBatchArchiveMixin(Resource):
    def archive(
        self,
        object_type: str,
        inputs: AnyIterable[PropertyName | Mapping[str, object]],
        *,
        batching: BatchOptions | None = None,
        options: RequestOptions | None = None,
    ) -> Outcome[PropertyName | Mapping[str, object], None]:
        """Archive many properties.

        Moves properties to the recycling bin in one request, and their values with them. Takes any number of inputs, at
        most 100 to a request. The outcome has each with its result or its error.

        Args:
            object_type: The object type, by its name or its type id.
            inputs: One entry for each property name.

        Raises BatchError if the outcome is asked to.
        """
        return self._batch(
            BATCH_ARCHIVE_2, inputs, path={"object_type": object_type}, batching=batching, options=options
        )


class PropertyValidationsOperations(Resource):
    """Operations of property_validations."""

    rule_type: Below[PropertyValidationsOperationsRuleType] = Below("PropertyValidationsOperationsRuleType")

    def list(
        self, object_type_id: str, *, options: RequestOptions | None = None
    ) -> CollectionResponsePublicPropertyValidationRuleMapNoPaging:
        """List the rules of an object type.

        Reads the rules of every property of an object type that has any.

        Args:
            object_type_id: The object type id.

        Answers 200: The properties and their rules. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(LIST_3, path={"object_type_id": object_type_id}, options=options)

    def get(
        self, object_type_id: str, property_name: str, *, options: RequestOptions | None = None
    ) -> CollectionResponsePublicPropertyValidationRuleNoPaging:
        """List the rules of a property.

        Reads every rule that values of one property have to meet.

        Args:
            object_type_id: The object type id.
            property_name: The internal name of the property.

        Answers 200: The rules. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            GET_4, path={"object_type_id": object_type_id, "property_name": property_name}, options=options
        )


class PropertyValidationsOperationsRuleType(Resource):
    """Operations of property_validations.rule-type."""

    def get(
        self, object_type_id: str, property_name: str, rule_type: RuleType, *, options: RequestOptions | None = None
    ) -> PublicPropertyValidationRule:
        """Get a rule of a property.

        Reads the rule of one kind that values of a property have to meet.

        Args:
            object_type_id: The object type id.
            property_name: The internal name of the property.
            rule_type: The kind of rule.

        Answers 200: The rule. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            RULE_TYPE_GET,
            path={"object_type_id": object_type_id, "property_name": property_name, "rule_type": rule_type},
            options=options,
        )

    def replace(
        self,
        object_type_id: str,
        property_name: str,
        rule_type: RuleType,
        *,
        rule_arguments: Sequence[str],
        should_apply_normalization: bool | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> None:
        """Set a rule of a property.

        Sets a rule that values of a property have to meet from now on. Values that are there already stay.

        Args:
            object_type_id: The object type id.
            property_name: The internal name of the property.
            rule_type: The kind of rule.
            rule_arguments: What the rule needs to know, such as a length or a pattern.
            should_apply_normalization: Whether values are brought into the usual form before they are checked.

        Answers 204: The rule is set. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            RULE_TYPE_REPLACE,
            path={"object_type_id": object_type_id, "property_name": property_name, "rule_type": rule_type},
            body={"ruleArguments": rule_arguments, "shouldApplyNormalization": should_apply_normalization},
            options=options,
        )


class SchemasAssociations(Resource):
    """Operations of schemas.associations."""

    def create(
        self,
        object_type: str,
        *,
        from_object_type_id: str,
        to_object_type_id: str,
        name: str | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> AssociationDefinition:
        """Create an association.

        Lets records of two object types be associated.

        Args:
            object_type: The object type, by its fully qualified name or its type id.
            from_object_type_id: The object type id of the records it starts from.
            to_object_type_id: The object type id of the records it leads to.
            name: The internal name of the association.

        Answers 201: The new association. Scope: crm.schemas.custom.write. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            ASSOCIATIONS_CREATE_2,
            path={"object_type": object_type},
            body={"fromObjectTypeId": from_object_type_id, "toObjectTypeId": to_object_type_id, "name": name},
            options=options,
        )

    def archive(self, object_type: str, association_identifier: str, *, options: RequestOptions | None = None) -> None:
        """Remove an association.

        No longer lets records of two object types be associated.

        Args:
            object_type: The object type, by its fully qualified name or its type id.
            association_identifier: The id of the association between the two object types.

        Answers 204: The association is removed. Scope: crm.schemas.custom.write. Raises ApiStatusError,
        ApiConnectionError.
        """
        return self._call(
            ASSOCIATIONS_ARCHIVE_2,
            path={"object_type": object_type, "association_identifier": association_identifier},
            options=options,
        )


class AssociationSchemasV4LabelsUpdateAndArchiveMixin(Resource):
    def update(
        self,
        from_object_type: str,
        to_object_type: str,
        *,
        association_type_id: int,
        label: str,
        inverse_label: str | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> None:
        """Update a label.

        Changes the label of a kind of association.

        Args:
            from_object_type: The object type of the record that the association starts from, by its name or its type
                id.
            to_object_type: The object type of the record that the association leads to, by its name or its type id.
            association_type_id: The id of the kind of association to change.
            label: What people call this kind of association.
            inverse_label: What people call it in the other direction, if not the same.

        Answers 204: The label is changed. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            LABELS_UPDATE,
            path={"from_object_type": from_object_type, "to_object_type": to_object_type},
            body={"associationTypeId": association_type_id, "label": label, "inverseLabel": inverse_label},
            options=options,
        )

    def archive(
        self,
        from_object_type: str,
        to_object_type: str,
        association_type_id: int,
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Remove a label.

        Removes a kind of association that the account has defined for itself, and every association of this kind.

        Args:
            from_object_type: The object type of the record that the association starts from, by its name or its type
                id.
            to_object_type: The object type of the record that the association leads to, by its name or its type id.
            association_type_id: The id of the kind of association.

        Answers 204: The label is removed. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            LABELS_ARCHIVE,
            path={
                "from_object_type": from_object_type,
                "to_object_type": to_object_type,
                "association_type_id": association_type_id,
            },
            options=options,
        )


class ImportsListAndGetAndCancelMixin(Resource):
    def list(
        self, *, after: str | UnsetType = UNSET, limit: int | UnsetType = UNSET, options: RequestOptions | None = None
    ) -> Pager[PublicImportResponse, CollectionResponsePublicImportResponseForwardPaging]:
        """List imports.

        Reads the imports of the account page by page.

        Args:
            after: The cursor of the page to read: `paging.next.after` of the page before. Left out for the first page.
            limit: How many results a page holds at most.

        Answers 200: One page of imports. Scope: crm.import. Raises ApiStatusError, ApiConnectionError.
        """
        return self._paginate(LIST_4, query={"after": after, "limit": limit}, options=options)

    def get(self, import_id: int, *, options: RequestOptions | None = None) -> PublicImportResponse:
        """Get an import.

        Reads one import and how far it has come.

        Args:
            import_id: The id of the import.

        Answers 200: The import. Scope: crm.import. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(GET_5, path={"import_id": import_id}, options=options)

    def cancel(self, import_id: int, *, options: RequestOptions | None = None) -> ActionResponse:
        """Cancel an import.

        Stops an import. Rows that have gone in stay.

        Args:
            import_id: The id of the import.

        Answers 200: The import is stopped. Scope: crm.import. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(CANCEL, path={"import_id": import_id}, options=options)


class ImportsErrorsMixin(Resource):
    errors: Below[ImportsErrors] = Below("ImportsErrors")


class ListsListAndCreateAndMoreMixin(Resource):
    size_and_edits_history: Below[ListsSizeAndEditsHistory] = Below("ListsSizeAndEditsHistory")

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
        return self._call(LIST_5, query={"includeFilters": include_filters, "listIds": list_ids}, options=options)

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
            CREATE,
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
        return self._call(GET_6, path={"list_id": list_id}, query={"includeFilters": include_filters}, options=options)

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


class PipelinesStagesArchiveMixin(Resource):
    def archive(
        self,
        object_type: str,
        pipeline_id: str,
        stage_id: str,
        *,
        validate_references_before_delete: bool | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> None:
        """Archive a stage.

        Removes a stage from a pipeline.

        Args:
            object_type: The object type, by its name or its type id.
            pipeline_id: The id of the pipeline.
            stage_id: The id of the stage.
            validate_references_before_delete: Whether to refuse the request if something in the account still refers to
                what it removes. The server takes False if it is left out.

        Answers 204: The stage is archived. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            STAGES_ARCHIVE,
            path={"object_type": object_type, "pipeline_id": pipeline_id, "stage_id": stage_id},
            query={"validateReferencesBeforeDelete": validate_references_before_delete},
            options=options,
        )


class AssociationSchemasV4LabelsMixin(Resource):
    labels: Below[AssociationSchemasV4Labels] = Below("AssociationSchemasV4Labels")


class RecordsGdprDeleteMixin(Resource):
    def gdpr_delete(
        self, *, object_id: str, id_property: str | UnsetType = UNSET, options: RequestOptions | None = None
    ) -> None:
        """Delete a record for good.

        Erases a record and what is known about it, as data protection law may require. It cannot be undone.

        Args:
            object_id: The id of the record, or its value of `idProperty`.
            id_property: The property with unique values whose value `objectId` holds. Without it, `objectId` is the
                record's id.

        Answers 204: The record is deleted. Scope: crm.objects.*.write, …; see the resource's class. Raises
        ApiStatusError, ApiConnectionError.
        """
        return self._call(GDPR_DELETE, body={"objectId": object_id, "idProperty": id_property}, options=options)


class AssociationSchemasOperationsConfigurationsListAndGetMixin(Resource):
    def list(
        self, *, options: RequestOptions | None = None
    ) -> CollectionResponsePublicAssociationDefinitionUserConfigurationNoPaging:
        """List all limits.

        Reads every limit on associations that the account has set.

        Answers 200: The limits. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(CONFIGURATIONS_LIST, options=options)

    def get(
        self, from_object_type: str, to_object_type: str, *, options: RequestOptions | None = None
    ) -> CollectionResponsePublicAssociationDefinitionUserConfigurationNoPaging:
        """List limits between two object types.

        Reads the limits on associations from one object type to another.

        Args:
            from_object_type: The object type of the record that the association starts from, by its name or its type
                id.
            to_object_type: The object type of the record that the association leads to, by its name or its type id.

        Answers 200: The limits. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            CONFIGURATIONS_GET,
            path={"from_object_type": from_object_type, "to_object_type": to_object_type},
            options=options,
        )


class AssociationSchemasOperationsConfigurationsBatchCreateAndUpdateMixin(Resource):
    def create(
        self,
        from_object_type: str,
        to_object_type: str,
        inputs: AnyIterable[PublicAssociationDefinitionConfigurationCreateRequest | Mapping[str, object]],
        *,
        batching: BatchOptions | None = None,
        options: RequestOptions | None = None,
    ) -> Outcome[
        PublicAssociationDefinitionConfigurationCreateRequest | Mapping[str, object],
        PublicAssociationDefinitionUserConfiguration,
    ]:
        """Set many limits.

        Sets limits on how many records may be associated with one record. Takes any number of inputs, at most 100 to a
        request. The outcome has each with its result or its error.

        Args:
            from_object_type: The object type of the record that the association starts from, by its name or its type
                id.
            to_object_type: The object type of the record that the association leads to, by its name or its type id.
            inputs: One entry for each limit to set.

        Partial failure: 207. Raises BatchError if the outcome is asked to.
        """
        return self._batch(
            CONFIGURATIONS_BATCH_CREATE,
            inputs,
            path={"from_object_type": from_object_type, "to_object_type": to_object_type},
            batching=batching,
            options=options,
        )

    def update(
        self,
        from_object_type: str,
        to_object_type: str,
        inputs: AnyIterable[PublicAssociationDefinitionConfigurationUpdateRequest | Mapping[str, object]],
        *,
        batching: BatchOptions | None = None,
        options: RequestOptions | None = None,
    ) -> Outcome[
        PublicAssociationDefinitionConfigurationUpdateRequest | Mapping[str, object],
        PublicAssociationDefinitionConfigurationUpdateResult,
    ]:
        """Change many limits.

        Changes limits on how many records may be associated with one record. Takes any number of inputs, at most 100 to
        a request. The outcome has each with its result or its error.

        Args:
            from_object_type: The object type of the record that the association starts from, by its name or its type
                id.
            to_object_type: The object type of the record that the association leads to, by its name or its type id.
            inputs: One entry for each limit to change.

        Partial failure: 207. Raises BatchError if the outcome is asked to.
        """
        return self._batch(
            CONFIGURATIONS_BATCH_UPDATE,
            inputs,
            path={"from_object_type": from_object_type, "to_object_type": to_object_type},
            batching=batching,
            options=options,
        )


class AssociationsOperationsListMixin(Resource):
    def list(
        self,
        object_type: str,
        object_id: str,
        to_object_type: str,
        *,
        after: str | UnsetType = UNSET,
        limit: int | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> Pager[MultiAssociatedObjectWithLabel, CollectionResponseMultiAssociatedObjectWithLabelForwardPaging]:
        """List associated records.

        Reads which records of one type are associated with a record, page by page.

        Args:
            object_type: The object type, by its name or its type id.
            object_id: The id of the record that the association starts from.
            to_object_type: The object type of the record that the association leads to, by its name or its type id.
            after: The cursor of the page to read: `paging.next.after` of the page before. Left out for the first page.
            limit: How many results a page holds at most. At most 500. The server takes 500 if it is left out.

        Answers 200: One page of associated records. Raises ApiStatusError, ApiConnectionError.
        """
        return self._paginate(
            LIST_6,
            path={"object_type": object_type, "object_id": object_id, "to_object_type": to_object_type},
            query={"after": after, "limit": limit},
            options=options,
        )


class AssociationsOperationsCreateAndArchiveAndMoreMixin(Resource):
    def create(
        self,
        object_type: str,
        object_id: str,
        to_object_type: str,
        to_object_id: str,
        body: Sequence[AssociationSpec | Mapping[str, object]],
        *,
        options: RequestOptions | None = None,
    ) -> LabelsBetweenObjectPair:
        """Associate two records with labels.

        Makes the given kinds of association between two records.

        Args:
            object_type: The object type, by its name or its type id.
            object_id: The id of the record that the association starts from.
            to_object_type: The object type of the record that the association leads to, by its name or its type id.
            to_object_id: The id of the record that the association leads to.
            body: What to send: the body of the request.

        Answers 201: The labels that now hold between the two. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            CREATE_2,
            path={
                "object_type": object_type,
                "object_id": object_id,
                "to_object_type": to_object_type,
                "to_object_id": to_object_id,
            },
            body=body,
            options=options,
        )

    def archive(
        self,
        object_type: str,
        object_id: str,
        to_object_type: str,
        to_object_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Remove the associations of two records.

        Removes every association that leads from one record to another, labelled or not.

        Args:
            object_type: The object type, by its name or its type id.
            object_id: The id of the record that the association starts from.
            to_object_type: The object type of the record that the association leads to, by its name or its type id.
            to_object_id: The id of the record that the association leads to.

        Answers 204: The two records are no longer associated. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            ARCHIVE_2,
            path={
                "object_type": object_type,
                "object_id": object_id,
                "to_object_type": to_object_type,
                "to_object_id": to_object_id,
            },
            options=options,
        )

    def create_default(
        self,
        from_object_type: str,
        from_object_id: str,
        to_object_type: str,
        to_object_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> BatchResponsePublicDefaultAssociation:
        """Associate two records.

        Makes the association without a label that the two object types have by default.

        Args:
            from_object_type: The object type of the record that the association starts from, by its name or its type
                id.
            from_object_id: The id of the record that the association starts from.
            to_object_type: The object type of the record that the association leads to, by its name or its type id.
            to_object_id: The id of the record that the association leads to.

        Answers 200: The associations that now hold. 207: Some succeeded and some failed: the results and the errors.
        Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            CREATE_DEFAULT,
            path={
                "from_object_type": from_object_type,
                "from_object_id": from_object_id,
                "to_object_type": to_object_type,
                "to_object_id": to_object_id,
            },
            options=options,
        )

    def report_high_usage(self, user_id: int, *, options: RequestOptions | None = None) -> ReportCreationResponse:
        """Ask for a report on associations.

        Has a list of the records that come close to the limits of associations sent to a user by e-mail.

        Args:
            user_id: The id of the user who gets the report by e-mail.

        Answers 200: The report is on its way. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(REPORT_HIGH_USAGE, path={"user_id": user_id}, options=options)


class AssociationsOperationsBatchReadMixin(Resource):
    def read(
        self,
        from_object_type: str,
        to_object_type: str,
        inputs: AnyIterable[PublicFetchAssociationsBatchRequest | Mapping[str, object]],
        *,
        batching: BatchOptions | None = None,
        options: RequestOptions | None = None,
    ) -> Outcome[PublicFetchAssociationsBatchRequest | Mapping[str, object], PublicAssociationMultiWithLabel]:
        """Read the associations of many records.

        Reads which records of one type are associated with each of the given records. Where a record has more of them
        than one answer holds, its `paging` tells how to go on. Takes any number of inputs, at most 1000 to a request.
        The outcome has each with its result or its error.

        Args:
            from_object_type: The object type of the record that the association starts from, by its name or its type
                id.
            to_object_type: The object type of the record that the association leads to, by its name or its type id.
            inputs: One entry for each record.

        Partial failure: 207. Raises BatchError if the outcome is asked to.
        """
        return self._batch(
            BATCH_READ_3,
            inputs,
            path={"from_object_type": from_object_type, "to_object_type": to_object_type},
            batching=batching,
            options=options,
        )


class AssociationsOperationsBatchCreateAndCreateDefaultMixin(Resource):
    def create(
        self,
        from_object_type: str,
        to_object_type: str,
        inputs: AnyIterable[PublicAssociationMultiPost | Mapping[str, object]],
        *,
        batching: BatchOptions | None = None,
        options: RequestOptions | None = None,
    ) -> Outcome[PublicAssociationMultiPost | Mapping[str, object], LabelsBetweenObjectPair]:
        """Associate many records.

        Makes associations between pairs of records in one request. Takes any number of inputs, at most 2000 to a
        request. The outcome has each with its result or its error.

        Args:
            from_object_type: The object type of the record that the association starts from, by its name or its type
                id.
            to_object_type: The object type of the record that the association leads to, by its name or its type id.
            inputs: One entry for each pair of records.

        Partial failure: 207. Raises BatchError if the outcome is asked to.
        """
        return self._batch(
            BATCH_CREATE,
            inputs,
            path={"from_object_type": from_object_type, "to_object_type": to_object_type},
            batching=batching,
            options=options,
        )

    def create_default(
        self,
        from_object_type: str,
        to_object_type: str,
        inputs: AnyIterable[PublicDefaultAssociationMultiPost | Mapping[str, object]],
        *,
        batching: BatchOptions | None = None,
        options: RequestOptions | None = None,
    ) -> Outcome[PublicDefaultAssociationMultiPost | Mapping[str, object], PublicDefaultAssociation]:
        """Associate many records without labels.

        Makes between pairs of records the association without a label that the two object types have by default. Takes
        any number of inputs, at most 2000 to a request. The outcome has each with its result or its error.

        Args:
            from_object_type: The object type of the record that the association starts from, by its name or its type
                id.
            to_object_type: The object type of the record that the association leads to, by its name or its type id.
            inputs: One entry for each pair of records.

        Partial failure: 207. Raises BatchError if the outcome is asked to.
        """
        return self._batch(
            BATCH_CREATE_DEFAULT,
            inputs,
            path={"from_object_type": from_object_type, "to_object_type": to_object_type},
            batching=batching,
            options=options,
        )


class ListsOperationsSearchAndArchiveAndMoreMixin(Resource):
    schedule_conversion: Below[ListsScheduleConversion] = Below("ListsScheduleConversion")

    memberships: Below[ListsMemberships] = Below("ListsMemberships")

    folders: Below[ListsFolders] = Below("ListsFolders")

    idmapping: Below[ListsIdmapping] = Below("ListsIdmapping")

    def search(
        self,
        *,
        additional_properties: Sequence[str] | UnsetType = UNSET,
        count: int | UnsetType = UNSET,
        list_ids: Sequence[str] | UnsetType = UNSET,
        object_type_id: str | UnsetType = UNSET,
        offset: int | UnsetType = UNSET,
        processing_types: Sequence[str] | UnsetType = UNSET,
        query: str | UnsetType = UNSET,
        sort: str | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> Pager[PublicObjectListSearchResult, ListSearchResponse]:
        """Search lists.

        Finds lists by their names, page by page.

        Args:
            additional_properties: Which further fields of each list to return, by name.
            count: How many lists a page holds at most.
            list_ids: The ids of the lists to find. All lists if left out.
            object_type_id: The object type id of the lists' records. Lists of every object type if left out.
            offset: How many lists to pass over: `offset` of the page before. 0 for the first page.
            processing_types: How the lists get their members: MANUAL, DYNAMIC or SNAPSHOT.
            query: Text to look for in the names of lists.
            sort: The field to sort by. A minus sign in front of its name sorts from high to low.

        Answers 200: One page of the lists that match. Scope: crm.lists.read. Raises ApiStatusError, ApiConnectionError.
        """
        return self._paginate(
            SEARCH_2,
            body={
                "additionalProperties": additional_properties,
                "count": count,
                "listIds": list_ids,
                "objectTypeId": object_type_id,
                "offset": offset,
                "processingTypes": processing_types,
                "query": query,
                "sort": sort,
            },
            options=options,
        )

    def archive(self, list_id: str, *, options: RequestOptions | None = None) -> None:
        """Delete a list.

        Deletes a list. Its members stay as they are, and it can be restored for 90 days.

        Args:
            list_id: The id of the list.

        Answers 204: The list is deleted. Scope: cms.membership.access_groups.write or crm.lists.read and
        crm.lists.write. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(ARCHIVE_3, path={"list_id": list_id}, options=options)

    def restore(self, list_id: str, *, options: RequestOptions | None = None) -> None:
        """Restore a list.

        Brings a deleted list back.

        Args:
            list_id: The id of the list.

        Answers 204: The list is restored. Scope: cms.membership.access_groups.write or crm.lists.read and
        crm.lists.write. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(RESTORE, path={"list_id": list_id}, options=options)


class PipelinesOperationsArchiveAndAuditMixin(Resource):
    def archive(
        self,
        object_type: str,
        pipeline_id: str,
        *,
        validate_deal_stage_usages_before_delete: bool | UnsetType = UNSET,
        validate_references_before_delete: bool | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> None:
        """Archive a pipeline.

        Removes a pipeline and its stages.

        Args:
            object_type: The object type, by its name or its type id.
            pipeline_id: The id of the pipeline.
            validate_deal_stage_usages_before_delete: Whether to refuse the request if deals are still in a stage that
                it removes. The server takes False if it is left out. Deprecated.
            validate_references_before_delete: Whether to refuse the request if something in the account still refers to
                what it removes. The server takes False if it is left out.

        Answers 204: The pipeline is archived. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            ARCHIVE_4,
            path={"object_type": object_type, "pipeline_id": pipeline_id},
            query={
                "validateDealStageUsagesBeforeDelete": validate_deal_stage_usages_before_delete,
                "validateReferencesBeforeDelete": validate_references_before_delete,
            },
            options=options,
        )

    def audit(
        self, object_type: str, pipeline_id: str, *, options: RequestOptions | None = None
    ) -> CollectionResponsePublicAuditInfoNoPaging:
        """List the changes of a pipeline.

        Reads who changed a pipeline and how, the newest change first.

        Args:
            object_type: The object type, by its name or its type id.
            pipeline_id: The id of the pipeline.

        Answers 200: The changes. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(AUDIT, path={"object_type": object_type, "pipeline_id": pipeline_id}, options=options)


class PipelinesOperationsStagesAuditMixin(Resource):
    def audit(
        self, object_type: str, pipeline_id: str, stage_id: str, *, options: RequestOptions | None = None
    ) -> CollectionResponsePublicAuditInfoNoPaging:
        """List the changes of a stage.

        Reads who changed a stage and how, the newest change first.

        Args:
            object_type: The object type, by its name or its type id.
            pipeline_id: The id of the pipeline.
            stage_id: The id of the stage.

        Answers 200: The changes. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            STAGES_AUDIT,
            path={"object_type": object_type, "pipeline_id": pipeline_id, "stage_id": stage_id},
            options=options,
        )


class PropertiesOperationsListAndCreateAndMoreMixin(Resource):
    batch: Below[PropertiesBatch] = Below("PropertiesBatch")

    def list(
        self,
        object_type: str,
        *,
        archived: bool | UnsetType = UNSET,
        data_sensitivity: Literal["highly_sensitive", "non_sensitive", "sensitive"] | str | UnsetType = UNSET,
        locale: str | UnsetType = UNSET,
        properties: str | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> CollectionResponsePropertyNoPaging:
        """List properties.

        Reads every property of an object type. The list has one page.

        Args:
            object_type: The object type, by its name or its type id.
            archived: Whether to return archived properties, and only those. The server takes False if it is left out.
            data_sensitivity: How sensitive the data is that the returned properties hold. The server takes
                non_sensitive if it is left out.
            locale: The language for labels and descriptions, where there is a translation.
            properties: The parts of a property to return, separated by commas. All of them if left out.

        Answers 200: The properties. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            LIST_7,
            path={"object_type": object_type},
            query={
                "archived": archived,
                "dataSensitivity": data_sensitivity,
                "locale": locale,
                "properties": properties,
            },
            options=options,
        )

    def create(
        self,
        object_type: str,
        *,
        field_type: FieldType,
        group_name: str,
        label: str,
        name: str,
        type: Literal["bool", "date", "datetime", "enumeration", "number", "phone_number", "string"] | str,
        calculation_formula: str | UnsetType = UNSET,
        currency_property_name: str | UnsetType = UNSET,
        data_sensitivity: Literal["highly_sensitive", "non_sensitive", "sensitive"] | str | UnsetType = UNSET,
        description: str | UnsetType = UNSET,
        display_order: int | UnsetType = UNSET,
        external_options: bool | UnsetType = UNSET,
        form_field: bool | UnsetType = UNSET,
        has_unique_value: bool | UnsetType = UNSET,
        hidden: bool | UnsetType = UNSET,
        number_display_hint: (
            Literal["currency", "duration", "formatted", "percentage", "probability", "unformatted"] | str | UnsetType
        ) = UNSET,
        options_: Sequence[OptionInput | Mapping[str, object]] | UnsetType = UNSET,
        referenced_object_type: str | UnsetType = UNSET,
        show_currency_symbol: bool | UnsetType = UNSET,
        text_display_hint: TextDisplayHint | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> Property:
        """Create a property.

        Creates a property. Its internal name and its type stay as they are from then on.

        Args:
            object_type: The object type, by its name or its type id.
            field_type: How the property is shown and entered.
            group_name: The internal name of the group in which the property is shown.
            label: What people see.
            name: The internal name. It cannot be changed later.
            type: What kind of value the property holds.
            calculation_formula: How the value is worked out, where `fieldType` is calculation_equation.
            currency_property_name: The property that holds the currency of this one, by its internal name.
            data_sensitivity: How sensitive the values are. It cannot be changed later.
            description: What the property is for, for people to read.
            display_order: The place among the properties of its group, from low to high. Those with -1 come last.
            external_options: Whether the options come from elsewhere, such as the list of owners.
            form_field: Whether forms may ask for the property.
            has_unique_value: Whether no two records may have the same value, so that records can be looked up by it. It
                cannot be changed later.
            hidden: Whether people do not see the property.
            number_display_hint: How a number is shown.
            options_: The options to choose from. Properties of type enumeration need them.
            referenced_object_type: The object type whose records the property names. OWNER, with `externalOptions`,
                makes the options the owners.
            show_currency_symbol: Whether a number is shown with the sign of the account's currency.
            text_display_hint: How a text is shown.

        Answers 201: The new property. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            CREATE_3,
            path={"object_type": object_type},
            body={
                "fieldType": field_type,
                "groupName": group_name,
                "label": label,
                "name": name,
                "type": type,
                "calculationFormula": calculation_formula,
                "currencyPropertyName": currency_property_name,
                "dataSensitivity": data_sensitivity,
                "description": description,
                "displayOrder": display_order,
                "externalOptions": external_options,
                "formField": form_field,
                "hasUniqueValue": has_unique_value,
                "hidden": hidden,
                "numberDisplayHint": number_display_hint,
                "options": options_,
                "referencedObjectType": referenced_object_type,
                "showCurrencySymbol": show_currency_symbol,
                "textDisplayHint": text_display_hint,
            },
            options=options,
        )

    def get(
        self,
        object_type: str,
        property_name: str,
        *,
        archived: bool | UnsetType = UNSET,
        data_sensitivity: Literal["highly_sensitive", "non_sensitive", "sensitive"] | str | UnsetType = UNSET,
        locale: str | UnsetType = UNSET,
        properties: str | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> Property:
        """Get a property.

        Reads one property by its internal name.

        Args:
            object_type: The object type, by its name or its type id.
            property_name: The internal name of the property.
            archived: Whether to return archived properties, and only those. The server takes False if it is left out.
            data_sensitivity: How sensitive the data is that the returned properties hold. The server takes
                non_sensitive if it is left out.
            locale: The language for labels and descriptions, where there is a translation.
            properties: The parts of a property to return, separated by commas. All of them if left out.

        Answers 200: The property. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            GET_7,
            path={"object_type": object_type, "property_name": property_name},
            query={
                "archived": archived,
                "dataSensitivity": data_sensitivity,
                "locale": locale,
                "properties": properties,
            },
            options=options,
        )

    def update(
        self,
        object_type: str,
        property_name: str,
        *,
        calculation_formula: str | UnsetType = UNSET,
        currency_property_name: str | UnsetType = UNSET,
        description: str | UnsetType = UNSET,
        display_order: int | UnsetType = UNSET,
        field_type: FieldType | UnsetType = UNSET,
        form_field: bool | UnsetType = UNSET,
        group_name: str | UnsetType = UNSET,
        hidden: bool | UnsetType = UNSET,
        label: str | UnsetType = UNSET,
        number_display_hint: (
            Literal["currency", "duration", "formatted", "percentage", "probability", "unformatted"] | str | UnsetType
        ) = UNSET,
        options_: Sequence[OptionInput | Mapping[str, object]] | UnsetType = UNSET,
        show_currency_symbol: bool | UnsetType = UNSET,
        text_display_hint: TextDisplayHint | UnsetType = UNSET,
        type: (
            Literal["bool", "date", "datetime", "enumeration", "number", "phone_number", "string"] | str | UnsetType
        ) = UNSET,
        options: RequestOptions | None = None,
    ) -> Property:
        """Update a property.

        Changes the given parts of a property and leaves the others as they are. Options that are given take the place
        of all that were there.

        Args:
            object_type: The object type, by its name or its type id.
            property_name: The internal name of the property.
            calculation_formula: How the value is worked out, where `fieldType` is calculation_equation.
            currency_property_name: The property that holds the currency of this one, by its internal name.
            description: What the property is for, for people to read.
            display_order: The place among the properties of its group, from low to high. Those with -1 come last.
            field_type: How the property is shown and entered.
            form_field: Whether forms may ask for the property.
            group_name: The internal name of the group in which the property is shown.
            hidden: Whether people do not see the property.
            label: What people see.
            number_display_hint: How a number is shown.
            options_: The options to choose from. Properties of type enumeration need them.
            show_currency_symbol: Whether a number is shown with the sign of the account's currency.
            text_display_hint: How a text is shown.
            type: What kind of value the property holds.

        Answers 200: The changed property. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            UPDATE_2,
            path={"object_type": object_type, "property_name": property_name},
            body={
                "calculationFormula": calculation_formula,
                "currencyPropertyName": currency_property_name,
                "description": description,
                "displayOrder": display_order,
                "fieldType": field_type,
                "formField": form_field,
                "groupName": group_name,
                "hidden": hidden,
                "label": label,
                "numberDisplayHint": number_display_hint,
                "options": options_,
                "showCurrencySymbol": show_currency_symbol,
                "textDisplayHint": text_display_hint,
                "type": type,
            },
            options=options,
        )


class PropertiesOperationsArchiveMixin(Resource):
    def archive(self, object_type: str, property_name: str, *, options: RequestOptions | None = None) -> None:
        """Archive a property.

        Moves a property to the recycling bin, and its values with it.

        Args:
            object_type: The object type, by its name or its type id.
            property_name: The internal name of the property.

        Answers 204: The property is archived. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(ARCHIVE_5, path={"object_type": object_type, "property_name": property_name}, options=options)


class PropertiesOperationsGroupsArchiveMixin(Resource):
    def archive(self, object_type: str, group_name: str, *, options: RequestOptions | None = None) -> None:
        """Archive a property group.

        Moves a group to the recycling bin.

        Args:
            object_type: The object type, by its name or its type id.
            group_name: The internal name of the group.

        Answers 204: The group is archived. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(GROUPS_ARCHIVE, path={"object_type": object_type, "group_name": group_name}, options=options)


class SchemasOperationsArchiveAndAssociationsMixin(Resource):
    associations: Below[SchemasAssociations] = Below("SchemasAssociations")

    def archive(
        self, object_type: str, *, archived: bool | UnsetType = UNSET, options: RequestOptions | None = None
    ) -> None:
        """Archive an object type.

        Removes the definition of an object type. It must have no records.

        Args:
            object_type: The object type, by its fully qualified name or its type id.
            archived: Whether archived definitions are meant, and only those. The server takes False if it is left out.

        Answers 204: The object type is archived. Scope: crm.schemas.custom.write. Raises ApiStatusError,
        ApiConnectionError.
        """
        return self._call(ARCHIVE_6, path={"object_type": object_type}, query={"archived": archived}, options=options)


class ContractsOperationsBatch(RecordsBatchReadMixin):
    """Operations of contracts.batch, feedback_submissions.batch."""


class PartnerClientsOperationsBatch(RecordsBatchReadMixin, RecordsBatchUpdateMixin):
    """Operations of partner_clients.batch, partner_services.batch."""


class RecordsBatch(RecordsBatchReadMixin, RecordsBatchUpdateMixin, RecordsBatchArchiveMixin):
    """Operations of appointments.batch, calls.batch, carts.batch, commerce_payments.batch and 28 others."""

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
        return self._batch(BATCH_CREATE_2, inputs, batching=batching, options=options)

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


class Records(
    RecordsGetMixin, RecordsListMixin, RecordsSearchMixin, RecordsUpdateMixin, RecordsBatchMixin, RecordsArchiveMixin
):
    """Operations of calls, carts, commerce_payments, communications and 20 others."""

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
        return self._call(CREATE_4, body={"properties": properties, "associations": associations}, options=options)


class ContractsOperations(RecordsGetMixin, RecordsListMixin, ContractsOperationsBatchMixin):
    """Operations of contracts."""


class FeedbackSubmissionsOperations(
    RecordsGetMixin, RecordsListMixin, RecordsSearchMixin, ContractsOperationsBatchMixin
):
    """Operations of feedback_submissions."""


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
        return self._call(CREATE_5, body=body, options=options)


class PartnerClientsOperations(
    RecordsGetMixin,
    RecordsListMixin,
    RecordsSearchMixin,
    RecordsUpdateMixin,
    PartnerClientsOperationsAssociationsMixin,
    PartnerClientsOperationsBatchMixin,
):
    """Operations of partner_clients, partner_services."""


class PropertiesBatch(PropertiesBatchArchiveMixin):
    """Operations of properties.batch."""

    def create(
        self,
        object_type: str,
        inputs: AnyIterable[PropertyCreate | Mapping[str, object]],
        *,
        batching: BatchOptions | None = None,
        options: RequestOptions | None = None,
    ) -> Outcome[PropertyCreate | Mapping[str, object], Property]:
        """Create many properties.

        Creates properties of one object type in one request. Takes any number of inputs, at most 100 to a request. The
        outcome has each with its result or its error.

        Args:
            object_type: The object type, by its name or its type id.
            inputs: One entry for each property to create.

        Partial failure: 207. Raises BatchError if the outcome is asked to.
        """
        return self._batch(
            BATCH_CREATE_3, inputs, path={"object_type": object_type}, batching=batching, options=options
        )

    def read(
        self,
        object_type: str,
        inputs: AnyIterable[PropertyName | Mapping[str, object]],
        *,
        locale: str | UnsetType = UNSET,
        archived: bool | UnsetType = UNSET,
        data_sensitivity: Literal["highly_sensitive", "non_sensitive", "sensitive"] | str | UnsetType = UNSET,
        batching: BatchOptions | None = None,
        options: RequestOptions | None = None,
    ) -> Outcome[PropertyName | Mapping[str, object], Property]:
        """Read many properties.

        Reads properties of one object type in one request, by their internal names. Takes any number of inputs, at most
        100 to a request. The outcome has each with its result or its error.

        Args:
            object_type: The object type, by its name or its type id.
            inputs: One entry for each property.
            locale: The language for labels and descriptions, where there is a translation.
            archived: Whether to read archived properties, and only those.
            data_sensitivity: How sensitive the data is that the properties hold.

        Partial failure: 207. Raises BatchError if the outcome is asked to.
        """
        return self._batch(
            BATCH_READ_4,
            inputs,
            path={"object_type": object_type},
            query={"locale": locale},
            body={"archived": archived, "dataSensitivity": data_sensitivity},
            batching=batching,
            options=options,
        )


class AssociationSchemasV4Labels(AssociationSchemasV4LabelsUpdateAndArchiveMixin):
    """Operations of association_schemas.labels, association_schemas_v4.labels."""

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


class RecordsWithMerge(Records, RecordsWithMergeMergeMixin):
    """Operations of companies, custom_objects, deals, orders and 2 others."""


class AsyncRecordsBatchReadMixin(AsyncResource):
    read = awaited(RecordsBatchReadMixin.read)


class AsyncRecordsBatchUpdateMixin(AsyncResource):
    update = awaited(RecordsBatchUpdateMixin.update)


class AsyncRecordsBatchArchiveMixin(AsyncResource):
    archive = awaited(RecordsBatchArchiveMixin.archive)


class AsyncPartnerClientsOperationsAssociations(AsyncResource):
    list = paged(PartnerClientsOperationsAssociations.list)
    create = awaited(PartnerClientsOperationsAssociations.create)
    archive = awaited(PartnerClientsOperationsAssociations.archive)


class AsyncRecordsGetMixin(AsyncResource):
    get = awaited(RecordsGetMixin.get)


class AsyncRecordsListMixin(AsyncResource):
    list = paged(RecordsListMixin.list)


class AsyncRecordsSearchMixin(AsyncResource):
    search = paged(RecordsSearchMixin.search)


class AsyncRecordsUpdateMixin(AsyncResource):
    update = awaited(RecordsUpdateMixin.update)


class AsyncRecordsBatchMixin(AsyncResource):
    batch: Below[AsyncRecordsBatch] = Below("AsyncRecordsBatch")


class AsyncRecordsArchiveMixin(AsyncResource):
    archive = awaited(RecordsArchiveMixin.archive)


class AsyncRecordsWithMergeMergeMixin(AsyncResource):
    merge = awaited(RecordsWithMergeMergeMixin.merge)


class AsyncContractsOperationsBatchMixin(AsyncResource):
    batch: Below[AsyncContractsOperationsBatch] = Below("AsyncContractsOperationsBatch")


class AsyncDealSplitsOperations(AsyncResource):
    batch: Below[AsyncDealSplitsOperationsBatch] = Below("AsyncDealSplitsOperationsBatch")


class AsyncDealSplitsOperationsBatch(AsyncResource):
    read = awaited(DealSplitsOperationsBatch.read)
    upsert = awaited(DealSplitsOperationsBatch.upsert)


class AsyncExportsOperationsStatusAndGetMixin(AsyncResource):
    status = awaited(ExportsOperationsStatusAndGetMixin.status)
    get = awaited(ExportsOperationsStatusAndGetMixin.get)


class AsyncImportsErrors(AsyncResource):
    list = paged(ImportsErrors.list)


class AsyncLimitsOperations(AsyncResource):
    associations: Below[AsyncLimitsOperationsAssociations] = Below("AsyncLimitsOperationsAssociations")

    calculated_properties = awaited(LimitsOperations.calculated_properties)
    custom_object_types = awaited(LimitsOperations.custom_object_types)
    custom_properties = awaited(LimitsOperations.custom_properties)
    pipelines = awaited(LimitsOperations.pipelines)
    records = awaited(LimitsOperations.records)


class AsyncLimitsOperationsAssociations(AsyncResource):
    records: Below[AsyncLimitsOperationsAssociationsRecords] = Below("AsyncLimitsOperationsAssociationsRecords")

    labels = awaited(LimitsOperationsAssociations.labels)


class AsyncLimitsOperationsAssociationsRecords(AsyncResource):
    list_from = awaited(LimitsOperationsAssociationsRecords.list_from)
    list_to = awaited(LimitsOperationsAssociationsRecords.list_to)
    get = awaited(LimitsOperationsAssociationsRecords.get)


class AsyncListsScheduleConversion(AsyncResource):
    get = awaited(ListsScheduleConversion.get)
    replace = awaited(ListsScheduleConversion.replace)
    delete = awaited(ListsScheduleConversion.delete)


class AsyncListsSizeAndEditsHistory(AsyncResource):
    between = awaited(ListsSizeAndEditsHistory.between)


class AsyncListsMemberships(AsyncResource):
    join_order: Below[AsyncListsMembershipsJoinOrder] = Below("AsyncListsMembershipsJoinOrder")

    list = paged(ListsMemberships.list)
    remove_all = awaited(ListsMemberships.remove_all)
    add = awaited(ListsMemberships.add)
    remove = awaited(ListsMemberships.remove)
    add_and_remove = awaited(ListsMemberships.add_and_remove)
    add_from = awaited(ListsMemberships.add_from)


class AsyncListsMembershipsJoinOrder(AsyncResource):
    list = paged(ListsMembershipsJoinOrder.list)


class AsyncListsFolders(AsyncResource):
    list = awaited(ListsFolders.list)
    create = awaited(ListsFolders.create)
    delete = awaited(ListsFolders.delete)
    move = awaited(ListsFolders.move)
    rename = awaited(ListsFolders.rename)
    move_list = awaited(ListsFolders.move_list)


class AsyncListsIdmapping(AsyncResource):
    get = awaited(ListsIdmapping.get)
    create = awaited(ListsIdmapping.create)


class AsyncObjectLibraryOperations(AsyncResource):
    enablement: Below[AsyncObjectLibraryOperationsEnablement] = Below("AsyncObjectLibraryOperationsEnablement")


class AsyncObjectLibraryOperationsEnablement(AsyncResource):
    list = awaited(ObjectLibraryOperationsEnablement.list)
    get = awaited(ObjectLibraryOperationsEnablement.get)


class AsyncOwnersOperations(AsyncResource):
    list = paged(OwnersOperations.list)
    get = awaited(OwnersOperations.get)


class AsyncPartnerClientsOperationsAssociationsMixin(AsyncResource):
    associations: Below[AsyncPartnerClientsOperationsAssociations] = Below("AsyncPartnerClientsOperationsAssociations")


class AsyncPartnerClientsOperationsBatchMixin(AsyncResource):
    batch: Below[AsyncPartnerClientsOperationsBatch] = Below("AsyncPartnerClientsOperationsBatch")


class AsyncPropertiesBatchArchiveMixin(AsyncResource):
    archive = awaited(PropertiesBatchArchiveMixin.archive)


class AsyncPropertyValidationsOperations(AsyncResource):
    rule_type: Below[AsyncPropertyValidationsOperationsRuleType] = Below("AsyncPropertyValidationsOperationsRuleType")

    list = awaited(PropertyValidationsOperations.list)
    get = awaited(PropertyValidationsOperations.get)


class AsyncPropertyValidationsOperationsRuleType(AsyncResource):
    get = awaited(PropertyValidationsOperationsRuleType.get)
    replace = awaited(PropertyValidationsOperationsRuleType.replace)


class AsyncSchemasAssociations(AsyncResource):
    create = awaited(SchemasAssociations.create)
    archive = awaited(SchemasAssociations.archive)


class AsyncAssociationSchemasV4LabelsUpdateAndArchiveMixin(AsyncResource):
    update = awaited(AssociationSchemasV4LabelsUpdateAndArchiveMixin.update)
    archive = awaited(AssociationSchemasV4LabelsUpdateAndArchiveMixin.archive)


class AsyncImportsListAndGetAndCancelMixin(AsyncResource):
    list = paged(ImportsListAndGetAndCancelMixin.list)
    get = awaited(ImportsListAndGetAndCancelMixin.get)
    cancel = awaited(ImportsListAndGetAndCancelMixin.cancel)


class AsyncImportsErrorsMixin(AsyncResource):
    errors: Below[AsyncImportsErrors] = Below("AsyncImportsErrors")


class AsyncListsListAndCreateAndMoreMixin(AsyncResource):
    size_and_edits_history: Below[AsyncListsSizeAndEditsHistory] = Below("AsyncListsSizeAndEditsHistory")

    list = awaited(ListsListAndCreateAndMoreMixin.list)
    create = awaited(ListsListAndCreateAndMoreMixin.create)
    get_by_name = awaited(ListsListAndCreateAndMoreMixin.get_by_name)
    get = awaited(ListsListAndCreateAndMoreMixin.get)
    update_filters = awaited(ListsListAndCreateAndMoreMixin.update_filters)
    rename = awaited(ListsListAndCreateAndMoreMixin.rename)


class AsyncPipelinesStagesArchiveMixin(AsyncResource):
    archive = awaited(PipelinesStagesArchiveMixin.archive)


class AsyncAssociationSchemasV4LabelsMixin(AsyncResource):
    labels: Below[AsyncAssociationSchemasV4Labels] = Below("AsyncAssociationSchemasV4Labels")


class AsyncRecordsGdprDeleteMixin(AsyncResource):
    gdpr_delete = awaited(RecordsGdprDeleteMixin.gdpr_delete)


class AsyncAssociationSchemasOperationsConfigurationsListAndGetMixin(AsyncResource):
    list = awaited(AssociationSchemasOperationsConfigurationsListAndGetMixin.list)
    get = awaited(AssociationSchemasOperationsConfigurationsListAndGetMixin.get)


class AsyncAssociationSchemasOperationsConfigurationsBatchCreateAndUpdateMixin(AsyncResource):
    create = awaited(AssociationSchemasOperationsConfigurationsBatchCreateAndUpdateMixin.create)
    update = awaited(AssociationSchemasOperationsConfigurationsBatchCreateAndUpdateMixin.update)


class AsyncAssociationsOperationsListMixin(AsyncResource):
    list = paged(AssociationsOperationsListMixin.list)


class AsyncAssociationsOperationsCreateAndArchiveAndMoreMixin(AsyncResource):
    create = awaited(AssociationsOperationsCreateAndArchiveAndMoreMixin.create)
    archive = awaited(AssociationsOperationsCreateAndArchiveAndMoreMixin.archive)
    create_default = awaited(AssociationsOperationsCreateAndArchiveAndMoreMixin.create_default)
    report_high_usage = awaited(AssociationsOperationsCreateAndArchiveAndMoreMixin.report_high_usage)


class AsyncAssociationsOperationsBatchReadMixin(AsyncResource):
    read = awaited(AssociationsOperationsBatchReadMixin.read)


class AsyncAssociationsOperationsBatchCreateAndCreateDefaultMixin(AsyncResource):
    create = awaited(AssociationsOperationsBatchCreateAndCreateDefaultMixin.create)
    create_default = awaited(AssociationsOperationsBatchCreateAndCreateDefaultMixin.create_default)


class AsyncListsOperationsSearchAndArchiveAndMoreMixin(AsyncResource):
    schedule_conversion: Below[AsyncListsScheduleConversion] = Below("AsyncListsScheduleConversion")

    memberships: Below[AsyncListsMemberships] = Below("AsyncListsMemberships")

    folders: Below[AsyncListsFolders] = Below("AsyncListsFolders")

    idmapping: Below[AsyncListsIdmapping] = Below("AsyncListsIdmapping")

    search = paged(ListsOperationsSearchAndArchiveAndMoreMixin.search)
    archive = awaited(ListsOperationsSearchAndArchiveAndMoreMixin.archive)
    restore = awaited(ListsOperationsSearchAndArchiveAndMoreMixin.restore)


class AsyncPipelinesOperationsArchiveAndAuditMixin(AsyncResource):
    archive = awaited(PipelinesOperationsArchiveAndAuditMixin.archive)
    audit = awaited(PipelinesOperationsArchiveAndAuditMixin.audit)


class AsyncPipelinesOperationsStagesAuditMixin(AsyncResource):
    audit = awaited(PipelinesOperationsStagesAuditMixin.audit)


class AsyncPropertiesOperationsListAndCreateAndMoreMixin(AsyncResource):
    batch: Below[AsyncPropertiesBatch] = Below("AsyncPropertiesBatch")

    list = awaited(PropertiesOperationsListAndCreateAndMoreMixin.list)
    create = awaited(PropertiesOperationsListAndCreateAndMoreMixin.create)
    get = awaited(PropertiesOperationsListAndCreateAndMoreMixin.get)
    update = awaited(PropertiesOperationsListAndCreateAndMoreMixin.update)


class AsyncPropertiesOperationsArchiveMixin(AsyncResource):
    archive = awaited(PropertiesOperationsArchiveMixin.archive)


class AsyncPropertiesOperationsGroupsArchiveMixin(AsyncResource):
    archive = awaited(PropertiesOperationsGroupsArchiveMixin.archive)


class AsyncSchemasOperationsArchiveAndAssociationsMixin(AsyncResource):
    associations: Below[AsyncSchemasAssociations] = Below("AsyncSchemasAssociations")

    archive = awaited(SchemasOperationsArchiveAndAssociationsMixin.archive)


class AsyncContractsOperationsBatch(AsyncRecordsBatchReadMixin):
    """Operations of contracts.batch, feedback_submissions.batch."""


class AsyncPartnerClientsOperationsBatch(AsyncRecordsBatchReadMixin, AsyncRecordsBatchUpdateMixin):
    """Operations of partner_clients.batch, partner_services.batch."""


class AsyncRecordsBatch(AsyncRecordsBatchReadMixin, AsyncRecordsBatchUpdateMixin, AsyncRecordsBatchArchiveMixin):
    create = awaited(RecordsBatch.create)
    upsert = awaited(RecordsBatch.upsert)


class AsyncRecords(
    AsyncRecordsGetMixin,
    AsyncRecordsListMixin,
    AsyncRecordsSearchMixin,
    AsyncRecordsUpdateMixin,
    AsyncRecordsBatchMixin,
    AsyncRecordsArchiveMixin,
):
    create = awaited(Records.create)


class AsyncContractsOperations(AsyncRecordsGetMixin, AsyncRecordsListMixin, AsyncContractsOperationsBatchMixin):
    """Operations of contracts."""


class AsyncFeedbackSubmissionsOperations(
    AsyncRecordsGetMixin, AsyncRecordsListMixin, AsyncRecordsSearchMixin, AsyncContractsOperationsBatchMixin
):
    """Operations of feedback_submissions."""


class AsyncExportsOperations(AsyncExportsOperationsStatusAndGetMixin):
    create = awaited(ExportsOperations.create)


class AsyncPartnerClientsOperations(
    AsyncRecordsGetMixin,
    AsyncRecordsListMixin,
    AsyncRecordsSearchMixin,
    AsyncRecordsUpdateMixin,
    AsyncPartnerClientsOperationsAssociationsMixin,
    AsyncPartnerClientsOperationsBatchMixin,
):
    """Operations of partner_clients, partner_services."""


class AsyncPropertiesBatch(AsyncPropertiesBatchArchiveMixin):
    create = awaited(PropertiesBatch.create)
    read = awaited(PropertiesBatch.read)


class AsyncAssociationSchemasV4Labels(AsyncAssociationSchemasV4LabelsUpdateAndArchiveMixin):
    list = awaited(AssociationSchemasV4Labels.list)
    create = awaited(AssociationSchemasV4Labels.create)


class AsyncRecordsWithMerge(AsyncRecords, AsyncRecordsWithMergeMergeMixin):
    """Operations of companies, custom_objects, deals, orders and 2 others."""
