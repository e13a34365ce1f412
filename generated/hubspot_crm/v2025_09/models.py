# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Models of version 2025-09."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Literal, TypeAlias

from msgspec import UNSET, UnsetType, field

from hubspot_crm._core.model import Model
# fmt: off
from hubspot_crm.v3.models import (
    ActionResponse as ActionResponse, ActionResponseWithSingleResultURI as ActionResponseWithSingleResultURI,
    ApiCollectionResponseJoinTimeAndRecordId as ApiCollectionResponseJoinTimeAndRecordId,
    AssociatedId as AssociatedId, AssociationDefinition as AssociationDefinition,
    AssociationLabelLimitResponse as AssociationLabelLimitResponse,
    AssociationRecordLimitResponse as AssociationRecordLimitResponse, AssociationSpec as AssociationSpec,
    AssociationSpecWithLabel as AssociationSpecWithLabelModel, AtLimitRecordSample as AtLimitRecordSample,
    BatchResponseLabelsBetweenObjectPair as BatchResponseLabelsBetweenObjectPair,
    BatchResponseProperty as BatchResponseProperty,
    BatchResponsePublicAssociationDefinitionConfigurationUpdateResult as BatchResponsePublicAssociationDefinitionConfigurationUpdateResult,
    BatchResponsePublicAssociationDefinitionUserConfiguration as BatchResponsePublicAssociationDefinitionUserConfiguration,
    BatchResponsePublicAssociationMultiWithLabel as BatchResponsePublicAssociationMultiWithLabel,
    BatchResponsePublicDefaultAssociation as BatchResponsePublicDefaultAssociation,
    CalculatedPropertyLimitResponse as CalculatedPropertyLimitResponse,
    CollectionResponseAssociatedId as CollectionResponseAssociatedId,
    CollectionResponseAssociationLabelLimitResponseNoPaging as CollectionResponseAssociationLabelLimitResponseNoPaging,
    CollectionResponseMultiAssociatedObjectWithLabelForwardPaging as CollectionResponseMultiAssociatedObjectWithLabelForwardPagingModel,
    CollectionResponseObjectTypeNearOrAtAssociationLimitNoPaging as CollectionResponseObjectTypeNearOrAtAssociationLimitNoPaging,
    CollectionResponsePropertyNoPaging as CollectionResponsePropertyNoPaging,
    CollectionResponsePublicAssociationDefinitionUserConfigurationNoPaging as CollectionResponsePublicAssociationDefinitionUserConfigurationNoPaging,
    CollectionResponsePublicAuditInfoNoPaging as CollectionResponsePublicAuditInfoNoPaging,
    CollectionResponsePublicImportResponseForwardPaging as CollectionResponsePublicImportResponseForwardPaging,
    CollectionResponsePublicOwnerForwardPaging as CollectionResponsePublicOwnerForwardPaging,
    CollectionResponsePublicPropertyValidationRuleMapNoPaging as CollectionResponsePublicPropertyValidationRuleMapNoPaging,
    CollectionResponsePublicPropertyValidationRuleNoPaging as CollectionResponsePublicPropertyValidationRuleNoPaging,
    CollectionResponseWithTotalSimplePublicObject as CollectionResponseWithTotalSimplePublicObjectModel,
    CustomObjectLimitResponse as CustomObjectLimitResponse,
    CustomObjectRecordLimitResponse as CustomObjectRecordLimitResponse,
    CustomPropertyLimitResponse as CustomPropertyLimitResponse, DateTime as DateTime, Error as Error,
    ErrorDetail as ErrorDetail, Filter as Filter, FilterGroup as FilterGroup, ForwardPaging as ForwardPaging,
    ImportRowCore as ImportRowCore, ImportTemplate as ImportTemplate, JoinTimeAndRecordId as JoinTimeAndRecordId,
    LabelsBetweenObjectPair as LabelsBetweenObjectPair, LimitAndUsageForObjectType as LimitAndUsageForObjectType,
    ListFolderCreateResponse as ListFolderCreateResponse, ListFolderFetchResponse as ListFolderFetchResponse,
    ListSearchResponse as ListSearchResponse, MembershipsUpdateResponse as MembershipsUpdateResponse,
    MultiAssociatedObjectWithLabel as MultiAssociatedObjectWithLabelModel,
    NearLimitRecordSample as NearLimitRecordSample, NextPage as NextPage, ObjectType,
    ObjectTypeDefinition as ObjectTypeDefinition, ObjectTypeDefinitionLabels as ObjectTypeDefinitionLabels,
    ObjectTypeEnablementPublicResponse as ObjectTypeEnablementPublicResponse,
    ObjectTypeNearOrAtAssociationLimit as ObjectTypeNearOrAtAssociationLimit,
    ObjectTypePropertyCreate as ObjectTypePropertyCreate, Option as Option, OptionInput as OptionInput,
    Paging as Paging, PipelineLimitResponse as PipelineLimitResponse, PipelineStageInput as PipelineStageInput,
    PortalObjectTypeEnablementPublicResponse as PortalObjectTypeEnablementPublicResponse,
    PreviousPage as PreviousPage, Property as Property, PropertyCreate as PropertyCreate,
    PropertyModificationMetadata as PropertyModificationMetadata, PropertyName as PropertyName,
    PublicAbsoluteComparativeTimestampRefineBy as PublicAbsoluteComparativeTimestampRefineBy,
    PublicAbsoluteRangedTimestampRefineBy as PublicAbsoluteRangedTimestampRefineBy,
    PublicAdsSearchFilter as PublicAdsSearchFilter, PublicAdsTimeFilter as PublicAdsTimeFilter,
    PublicAllHistoryRefineBy as PublicAllHistoryRefineBy,
    PublicAllPropertyTypesOperation as PublicAllPropertyTypesOperation,
    PublicAssociationDefinitionConfigurationCreateRequest as PublicAssociationDefinitionConfigurationCreateRequest,
    PublicAssociationDefinitionConfigurationUpdateRequest as PublicAssociationDefinitionConfigurationUpdateRequest,
    PublicAssociationDefinitionConfigurationUpdateResult as PublicAssociationDefinitionConfigurationUpdateResult,
    PublicAssociationDefinitionUserConfiguration as PublicAssociationDefinitionUserConfiguration,
    PublicAssociationInListFilter as PublicAssociationInListFilter,
    PublicAssociationMultiArchive as PublicAssociationMultiArchive,
    PublicAssociationMultiPost as PublicAssociationMultiPost,
    PublicAssociationMultiWithLabel as PublicAssociationMultiWithLabel,
    PublicAssociationSpec as PublicAssociationSpec, PublicAssociationsForObject as PublicAssociationsForObject,
    PublicAuditInfo as PublicAuditInfo, PublicBatchMigrationMapping as PublicBatchMigrationMapping,
    PublicBoolPropertyOperation as PublicBoolPropertyOperation,
    PublicCalendarDatePropertyOperation as PublicCalendarDatePropertyOperation,
    PublicCommunicationSubscriptionFilter as PublicCommunicationSubscriptionFilter,
    PublicComparativeDatePropertyOperation as PublicComparativeDatePropertyOperation,
    PublicComparativePropertyUpdatedOperation as PublicComparativePropertyUpdatedOperation,
    PublicConstantFilter as PublicConstantFilter, PublicCrmSearchRequest as PublicCrmSearchRequest,
    PublicCtaAnalyticsFilter as PublicCtaAnalyticsFilter, PublicDatePoint as PublicDatePoint,
    PublicDatePropertyOperation as PublicDatePropertyOperation,
    PublicDateTimePropertyOperation as PublicDateTimePropertyOperation, PublicDealSplitInput as PublicDealSplitInput,
    PublicDealSplitsCreateRequest as PublicDealSplitsCreateRequest,
    PublicDefaultAssociation as PublicDefaultAssociation,
    PublicDefaultAssociationMultiPost as PublicDefaultAssociationMultiPost,
    PublicEmailEventFilter as PublicEmailEventFilter, PublicEmailSubscriptionFilter as PublicEmailSubscriptionFilter,
    PublicEnumerationPropertyOperation as PublicEnumerationPropertyOperation,
    PublicEventAnalyticsFilter as PublicEventAnalyticsFilter, PublicExportResponse as PublicExportResponse,
    PublicFetchAssociationsBatchRequest as PublicFetchAssociationsBatchRequest,
    PublicFiscalQuarterReference as PublicFiscalQuarterReference,
    PublicFiscalYearReference as PublicFiscalYearReference, PublicFormSubmissionFilter as PublicFormSubmissionFilter,
    PublicFormSubmissionOnPageFilter as PublicFormSubmissionOnPageFilter,
    PublicImportMetadata as PublicImportMetadata, PublicImportResponse as PublicImportResponse,
    PublicInListFilter as PublicInListFilter, PublicInListFilterMetadata as PublicInListFilterMetadata,
    PublicIndexOffset as PublicIndexOffset, PublicIndexedTimePoint as PublicIndexedTimePoint,
    PublicListConversionDate as PublicListConversionDate,
    PublicListConversionInactivity as PublicListConversionInactivity,
    PublicListConversionResponse as PublicListConversionResponse,
    PublicListConversionTime as PublicListConversionTime, PublicListFolder as PublicListFolder,
    PublicListPermissions as PublicListPermissions, PublicMembershipSettings as PublicMembershipSettings,
    PublicMigrationMapping as PublicMigrationMapping, PublicMonthReference as PublicMonthReference,
    PublicMultiStringPropertyOperation as PublicMultiStringPropertyOperation,
    PublicNowReference as PublicNowReference, PublicNumOccurrencesRefineBy as PublicNumOccurrencesRefineBy,
    PublicNumberPropertyOperation as PublicNumberPropertyOperation, PublicObjectId as PublicObjectId,
    PublicObjectListRecord as PublicObjectListRecord, PublicObjectListSearchResult as PublicObjectListSearchResult,
    PublicObjectWarning as PublicObjectWarning, PublicOwner as PublicOwner,
    PublicPageViewAnalyticsFilter as PublicPageViewAnalyticsFilter,
    PublicPrivacyAnalyticsFilter as PublicPrivacyAnalyticsFilter,
    PublicPropertyReferencedTime as PublicPropertyReferencedTime,
    PublicPropertyValidationRule as PublicPropertyValidationRule,
    PublicPropertyValidationRuleMap as PublicPropertyValidationRuleMap,
    PublicQuarterReference as PublicQuarterReference,
    PublicRangedDatePropertyOperation as PublicRangedDatePropertyOperation,
    PublicRangedNumberPropertyOperation as PublicRangedNumberPropertyOperation,
    PublicRangedTimeOperation as PublicRangedTimeOperation,
    PublicRelativeComparativeTimestampRefineBy as PublicRelativeComparativeTimestampRefineBy,
    PublicRelativeRangedTimestampRefineBy as PublicRelativeRangedTimestampRefineBy,
    PublicRollingDateRangePropertyOperation as PublicRollingDateRangePropertyOperation,
    PublicRollingPropertyUpdatedOperation as PublicRollingPropertyUpdatedOperation,
    PublicSetOccurrencesRefineBy as PublicSetOccurrencesRefineBy,
    PublicStringPropertyOperation as PublicStringPropertyOperation,
    PublicSurveyMonkeyFilter as PublicSurveyMonkeyFilter, PublicTeam as PublicTeam,
    PublicTimeOffset as PublicTimeOffset, PublicTimePointOperation as PublicTimePointOperation,
    PublicTodayReference as PublicTodayReference, PublicWebinarFilter as PublicWebinarFilter,
    PublicWeekReference as PublicWeekReference, PublicYearReference as PublicYearReference,
    RecordIdInput as RecordIdInput, RecordLimitResponse as RecordLimitResponse,
    ReportCreationResponse as ReportCreationResponse, SimplePublicObject as SimplePublicObjectModel,
    SimplePublicObjectBatchInput as SimplePublicObjectBatchInput,
    SimplePublicObjectBatchInputForCreate as SimplePublicObjectBatchInputForCreate,
    SimplePublicObjectBatchInputUpsert as SimplePublicObjectBatchInputUpsert,
    SimplePublicObjectId as SimplePublicObjectId, StandardError as StandardError, TaskLocator as TaskLocator,
    UsageForObjectType as UsageForObjectType, ValueWithTimestamp as ValueWithTimestamp,
)
# fmt: on

# fmt: off
Language: TypeAlias = Literal[
    "DA_DK", "DE", "EN", "ES", "FI", "FR", "IT", "JA", "KO_KR", "NL", "NO", "PL", "PT_BR", "SV", "TH", "ZH_CN",
    "ZH_TW",
] | str
# fmt: on


class ApiCollectionResponseRecordListMembership(Model, kw_only=True):
    """One page of memberships."""

    paging: Paging | UnsetType = UNSET
    """Where the list goes on. Absent on the last page."""
    results: list[RecordListMembership]
    """The memberships on this page."""
    total: int | UnsetType = UNSET
    """How many there are in all."""


class AssociationSpecWithLabel(Model, kw_only=True):
    """A kind of association that holds between two records."""

    category: Literal["HUBSPOT_DEFINED", "INTEGRATOR_DEFINED", "USER_DEFINED", "WORK"] | str
    """Who defined the kind of association."""
    label: str | UnsetType = UNSET
    """What people call this kind of association. Absent where it has no label."""
    type_id: int = field(name="typeId")
    """The id of the kind of association in this direction."""


class BatchResponse(Model, kw_only=True):
    """What came of a batch that has no results to tell of."""

    completed_at: datetime = field(name="completedAt")
    """When the batch was done."""
    errors: list[StandardError] | UnsetType = UNSET
    """What failed. One error may stand for several inputs."""
    links: dict[str, str] | UnsetType = UNSET
    """Addresses of related resources by name."""
    num_errors: int | UnsetType = field(default=UNSET, name="numErrors")
    """How many inputs failed."""
    requested_at: datetime | None | UnsetType = field(default=UNSET, name="requestedAt")
    """When the request was received."""
    results: list[dict[str, object]]
    """Nothing."""
    started_at: datetime = field(name="startedAt")
    """When the work on the batch began."""
    status: Literal["CANCELED", "COMPLETE", "PENDING", "PROCESSING"] | str
    """How far the batch has come. COMPLETE says that every input was looked at, not that every one succeeded."""


class BatchResponseDealToDealSplits(Model, kw_only=True):
    """What came of a batch of deals and their splits."""

    completed_at: datetime = field(name="completedAt")
    """When the batch was done."""
    errors: list[StandardError] | UnsetType = UNSET
    """What failed. One error may stand for several inputs."""
    links: dict[str, str] | UnsetType = UNSET
    """Addresses of related resources by name."""
    num_errors: int | UnsetType = field(default=UNSET, name="numErrors")
    """How many inputs failed."""
    requested_at: datetime | None | UnsetType = field(default=UNSET, name="requestedAt")
    """When the request was received."""
    results: list[DealToDealSplits]
    """The deals with their splits, in no particular order."""
    started_at: datetime = field(name="startedAt")
    """When the work on the batch began."""
    status: Literal["CANCELED", "COMPLETE", "PENDING", "PROCESSING"] | str
    """How far the batch has come. COMPLETE says that every input was looked at, not that every one succeeded."""


class BatchResponseRecordIdWithMemberships(Model, kw_only=True):
    """What came of a batch."""

    completed_at: datetime = field(name="completedAt")
    """When the batch was done."""
    errors: list[StandardError] | UnsetType = UNSET
    """What failed. One error may stand for several inputs."""
    links: dict[str, str] | UnsetType = UNSET
    """Addresses of related resources by name."""
    num_errors: int | UnsetType = field(default=UNSET, name="numErrors")
    """How many inputs failed."""
    requested_at: datetime | None | UnsetType = field(default=UNSET, name="requestedAt")
    """When the request was received."""
    results: list[RecordIdWithMemberships]
    """The records with their lists, in no particular order."""
    started_at: datetime = field(name="startedAt")
    """When the work on the batch began."""
    status: Literal["CANCELED", "COMPLETE", "PENDING", "PROCESSING"] | str
    """How far the batch has come. COMPLETE says that every input was looked at, not that every one succeeded."""


class BatchResponseSimplePublicObject(Model, kw_only=True):
    """What came of a batch of records."""

    completed_at: datetime = field(name="completedAt")
    """When the batch was done."""
    errors: list[StandardError] | UnsetType = UNSET
    """What failed. One error may stand for several inputs."""
    links: dict[str, str] | UnsetType = UNSET
    """Addresses of related resources by name."""
    num_errors: int | UnsetType = field(default=UNSET, name="numErrors")
    """How many inputs failed."""
    requested_at: datetime | None | UnsetType = field(default=UNSET, name="requestedAt")
    """When the request was received."""
    results: list[SimplePublicObject]
    """The records that were read or written, in no particular order."""
    started_at: datetime = field(name="startedAt")
    """When the work on the batch began."""
    status: Literal["CANCELED", "COMPLETE", "PENDING", "PROCESSING"] | str
    """How far the batch has come. COMPLETE says that every input was looked at, not that every one succeeded."""


class BatchResponseSimplePublicUpsertObject(Model, kw_only=True):
    """What came of a batch of records to create or change."""

    completed_at: datetime = field(name="completedAt")
    """When the batch was done."""
    errors: list[StandardError] | UnsetType = UNSET
    """What failed. One error may stand for several inputs."""
    links: dict[str, str] | UnsetType = UNSET
    """Addresses of related resources by name."""
    num_errors: int | UnsetType = field(default=UNSET, name="numErrors")
    """How many inputs failed."""
    requested_at: datetime | None | UnsetType = field(default=UNSET, name="requestedAt")
    """When the request was received."""
    results: list[SimplePublicUpsertObject]
    """The records that were created or changed, in no particular order."""
    started_at: datetime = field(name="startedAt")
    """When the work on the batch began."""
    status: Literal["CANCELED", "COMPLETE", "PENDING", "PROCESSING"] | str
    """How far the batch has come. COMPLETE says that every input was looked at, not that every one succeeded."""


class BatchResponseVoid(Model, kw_only=True):
    """What came of a batch that has no results to tell of."""

    completed_at: datetime = field(name="completedAt")
    """When the batch was done."""
    errors: list[StandardError] | UnsetType = UNSET
    """What failed. One error may stand for several inputs."""
    links: dict[str, str] | UnsetType = UNSET
    """Addresses of related resources by name."""
    num_errors: int | UnsetType = field(default=UNSET, name="numErrors")
    """How many inputs failed."""
    requested_at: datetime | None | UnsetType = field(default=UNSET, name="requestedAt")
    """When the request was received."""
    results: list[object]
    """Nothing."""
    started_at: datetime = field(name="startedAt")
    """When the work on the batch began."""
    status: Literal["CANCELED", "COMPLETE", "PENDING", "PROCESSING"] | str
    """How far the batch has come. COMPLETE says that every input was looked at, not that every one succeeded."""


class CollectionResponseAssociationSpecWithLabelNoPaging(Model, kw_only=True):
    """A whole list of kinds of association."""

    results: list[AssociationSpecWithLabel]
    """The kinds of association."""


class CollectionResponseMultiAssociatedObjectWithLabel(Model, kw_only=True):
    """One page of the records that are associated with a record."""

    paging: Paging | UnsetType = UNSET
    """Where the list goes on. Absent on the last page."""
    results: list[MultiAssociatedObjectWithLabel]
    """The associated records on this page."""


class CollectionResponseMultiAssociatedObjectWithLabelForwardPaging(Model, kw_only=True):
    """One page of the records that are associated with a record."""

    paging: ForwardPaging | UnsetType = UNSET
    """Where the list goes on. Absent on the last page."""
    results: list[MultiAssociatedObjectWithLabel]
    """The associated records on this page."""


class CollectionResponseObjectSchemaNoPaging(Model, kw_only=True):
    """A whole list of object types."""

    results: list[ObjectSchema]
    """The object types."""


class CollectionResponsePipelineNoPaging(Model, kw_only=True):
    """A whole list of pipelines."""

    results: list[Pipeline]
    """The pipelines."""


class CollectionResponsePipelineStageNoPaging(Model, kw_only=True):
    """A whole list of stages."""

    results: list[PipelineStage]
    """The stages."""


class CollectionResponsePropertyGroupNoPaging(Model, kw_only=True):
    """A whole list of property groups."""

    results: list[PropertyGroup]
    """The property groups."""


class CollectionResponsePublicImportErrorForwardPaging(Model, kw_only=True):
    """One page of errors."""

    paging: ForwardPaging | UnsetType = UNSET
    """Where the list goes on. Absent on the last page."""
    results: list[PublicImportError]
    """The errors on this page."""


class CollectionResponseSimplePublicObjectWithAssociations(Model, kw_only=True):
    """One page of records."""

    paging: Paging | UnsetType = UNSET
    """Where the list goes on. Absent on the last page."""
    results: list[SimplePublicObjectWithAssociations]
    """The records on this page."""


class CollectionResponseSimplePublicObjectWithAssociationsForwardPaging(Model, kw_only=True):
    """One page of records."""

    paging: ForwardPaging | UnsetType = UNSET
    """Where the list goes on. Absent on the last page."""
    results: list[SimplePublicObjectWithAssociations]
    """The records on this page."""


class CollectionResponseWithTotalSimplePublicObject(Model, kw_only=True):
    """One page of the records that a search found."""

    paging: Paging | UnsetType = UNSET
    """Where the list goes on. Absent on the last page."""
    results: list[SimplePublicObject]
    """The records on this page. A page may be short or empty and yet not be the last."""
    total: int
    """How many records match."""


class CreatedResponseLabelsBetweenObjectPair(Model, kw_only=True):
    """The labels that were set between two records."""

    created_resource_id: str = field(name="createdResourceId")
    """The id of what was created."""
    entity: LabelsBetweenObjectPair
    """The labels that now hold between the two."""
    location: str | UnsetType = UNSET
    """The address of what was created."""


class CreatedResponseSimplePublicObject(Model, kw_only=True):
    """A record that was created."""

    created_resource_id: str = field(name="createdResourceId")
    """The id of the record."""
    entity: SimplePublicObject
    """The new record."""
    location: str | UnsetType = UNSET
    """The address of the record."""


class DealToDealSplits(Model, kw_only=True):
    """A deal and how its amount is shared out."""

    id: str
    """The id of the deal."""
    splits: list[SimplePublicObject]
    """The splits, each a record of its own."""


class ListCreateResponse(Model, kw_only=True):
    """The list that was created."""

    list_: PublicObjectList = field(name="list")
    """The list."""


class ListFetchResponse(Model, kw_only=True):
    """A list."""

    list_: PublicObjectList = field(name="list")
    """The list."""


class ListUpdateResponse(Model, kw_only=True):
    """The list as it is now."""

    updated_list: PublicObjectList | UnsetType = field(default=UNSET, name="updatedList")
    """The list as it is now."""


class ListsByIdResponse(Model, kw_only=True):
    """The lists that were found."""

    lists: list[PublicObjectList]
    """The lists."""


class MultiAssociatedObjectWithLabel(Model, kw_only=True):
    """An associated record and every kind of association with it."""

    association_types: list[AssociationSpecWithLabel] = field(name="associationTypes")
    """The kinds of association that hold."""
    to_object_id: str = field(name="toObjectId")
    """The id of the associated record."""


class ObjectSchema(Model, kw_only=True):
    """An object type with its properties and associations."""

    allows_sensitive_properties: bool = field(name="allowsSensitiveProperties")
    """Whether properties of this object type may hold sensitive data."""
    archived: bool
    """Whether the object type has been archived."""
    associations: list[AssociationDefinition]
    """Which object types its records may be associated with."""
    created_at: datetime | UnsetType = field(default=UNSET, name="createdAt")
    """When it was created."""
    created_by_user_id: int | UnsetType = field(default=UNSET, name="createdByUserId")
    """The id of the user who created it."""
    description: str | UnsetType = UNSET
    """What the records are, for people to read."""
    fully_qualified_name: str = field(name="fullyQualifiedName")
    """The internal name with a prefix that makes it unique among all accounts."""
    id: str
    """An id of the definition."""
    labels: ObjectTypeDefinitionLabels
    """What people call a record, and several."""
    name: str
    """The internal name. It cannot be changed later."""
    object_type_id: str = field(name="objectTypeId")
    """The object type id."""
    primary_display_property: str | UnsetType = field(default=UNSET, name="primaryDisplayProperty")
    """The property by which a record is called, by its internal name."""
    properties: list[SchemasProperty]
    """The properties of its records."""
    required_properties: list[str] = field(name="requiredProperties")
    """The properties that a new record must have, by their internal names."""
    searchable_properties: list[str] = field(name="searchableProperties")
    """The properties in which a search by text looks, by their internal names."""
    secondary_display_properties: list[str] = field(name="secondaryDisplayProperties")
    """The properties that are shown beside it, by their internal names."""
    updated_at: datetime | UnsetType = field(default=UNSET, name="updatedAt")
    """When it was last changed."""
    updated_by_user_id: int | UnsetType = field(default=UNSET, name="updatedByUserId")
    """The id of the user who changed it last."""


class Pipeline(Model, kw_only=True):
    """A pipeline with its stages."""

    archived: bool
    """Whether it has been archived."""
    archived_at: datetime | None | UnsetType = field(default=UNSET, name="archivedAt")
    """When it was archived."""
    created_at: datetime = field(name="createdAt")
    """When it was created."""
    display_order: int = field(name="displayOrder")
    """The place among its likes, from low to high. Those at the same place are shown by their labels."""
    id: str
    """The id of the pipeline."""
    label: str
    """What people see. No two pipelines, and no two stages of one, have the same."""
    stages: list[PipelineStage]
    """The stages, in no order to rely on; each tells its place."""
    updated_at: datetime = field(name="updatedAt")
    """When it was last changed."""


class PipelineStage(Model, kw_only=True):
    """A stage of a pipeline."""

    archived: bool
    """Whether it has been archived."""
    archived_at: datetime | None | UnsetType = field(default=UNSET, name="archivedAt")
    """When it was archived."""
    created_at: datetime = field(name="createdAt")
    """When it was created."""
    display_order: int = field(name="displayOrder")
    """The place among its likes, from low to high. Those at the same place are shown by their labels."""
    id: str
    """The id of the stage."""
    label: str
    """What people see. No two stages of a pipeline have the same."""
    metadata: dict[str, str]
    """Settings of the stage by name, which differ by object type. Stages of deals need `probability`, from 0 to 1 as
    text; those of tickets may have `ticketState`, OPEN or CLOSED.
    """
    updated_at: datetime = field(name="updatedAt")
    """When it was last changed."""
    write_permissions: Literal["CRM_PERMISSIONS_ENFORCEMENT", "INTERNAL_ONLY", "READ_ONLY"] | str = field(
        name="writePermissions"
    )
    """Who may move records into the stage."""


class PropertyGroup(Model, kw_only=True):
    """A group in which properties are shown."""

    archived: bool
    """Whether it is in the recycling bin."""
    display_order: int | UnsetType = field(default=UNSET, name="displayOrder")
    """The place among its likes, from low to high. Those with -1 come last."""
    label: str
    """What people see."""
    name: str
    """The internal name of the group."""


class PropertyValue(Model, kw_only=True):
    """A value of a property, and where it came from."""

    data_sensitivity: Literal["high", "none", "standard"] | str = field(name="dataSensitivity")
    """How sensitive the value is."""
    is_encrypted: bool = field(name="isEncrypted")
    """Whether the value is kept encrypted."""
    is_large_value: bool = field(name="isLargeValue")
    """Whether the value is too long to be kept with the others."""
    name: str
    """The internal name of the property."""
    persistence_timestamp: int = field(name="persistenceTimestamp")
    """When the value was stored, in milliseconds since 1970."""
    request_id: str = field(name="requestId")
    """An id of the request that set the value."""
    selected_by_user: bool = field(name="selectedByUser")
    """Whether a person chose the value."""
    selected_by_user_timestamp: int = field(name="selectedByUserTimestamp")
    """When a person chose the value, in milliseconds since 1970."""
    source: (
        Literal[
            "ACADEMY",
            "ACCEPTANCE_TEST",
            "ACTIVITY_AUTO_ASSOCIATE",
            "ACTIVITY_LOG_REVERT",
            "ADS",
            "AI_GROUP",
            "ANALYTICS",
            "API",
            "APPROVALS",
            "ASSISTS",
            "ASSOCIATIONS",
            "AUTOMATION_JOURNEY",
            "AUTOMATION_PLATFORM",
            "AUTO_ASSOCIATE_BY_DOMAIN",
            "AVATARS_SERVICE",
            "BATCH_UPDATE",
            "BCC_TO_CRM",
            "BEHAVIORAL_EVENTS",
            "BET_ASSIGNMENT",
            "BET_CRM_CONNECTOR",
            "BIDEN",
            "BILLING",
            "BOT",
            "CALCULATED",
            "CENTRAL_EXCHANGE_RATES",
            "CHATSPOT",
            "CLONE_OBJECTS",
            "COMMUNICATOR",
            "COMPANIES",
            "COMPANY_FAMILIES",
            "COMPANY_INSIGHTS",
            "CONTACTS",
            "CONTACTS_WEB",
            "CONTENT_MEMBERSHIP",
            "CONVERSATIONAL_ENRICHMENT",
            "CONVERSATIONS",
            "CRM_PROCESSES_PLATFORM",
            "CRM_UI",
            "CRM_UI_BULK_ACTION",
            "CUSTOMER_AGENT",
            "DATASET",
            "DATA_ENRICHMENT",
            "DATA_QUALITY",
            "DEALS",
            "DEFAULT",
            "DELETE_OBJECTS",
            "EMAIL",
            "EMAIL_INBOX_IMPORT",
            "EMAIL_INTEGRATION",
            "ENGAGEMENTS",
            "EXTENSION",
            "FILE_MANAGER",
            "FLYWHEEL_PRODUCT_DATA_SYNC",
            "FORECASTING",
            "FORM",
            "FORWARD_TO_CRM",
            "GMAIL_INTEGRATION",
            "GOALS",
            "HEISENBERG",
            "HELP_DESK",
            "HELP_DESK_AI",
            "IMPORT",
            "INTEGRATION",
            "INTEGRATIONS_PLATFORM",
            "INTEGRATIONS_SYNC",
            "INTENT",
            "INTERNAL_PROCESSING",
            "LEADIN",
            "LEGAL_BASIS_REMEDIATION",
            "MARKETPLACE",
            "MARKET_SOURCING",
            "MEETINGS",
            "MERGE_COMPANIES",
            "MERGE_CONTACTS",
            "MERGE_OBJECTS",
            "MERGE_REVERT_OBJECTS",
            "MICROAPPS",
            "MIGRATION",
            "MOBILE_ANDROID",
            "MOBILE_IOS",
            "PAYMENTS",
            "PIPELINE_SETTINGS",
            "PLAYBOOKS",
            "PORTAL_OBJECT_SYNC",
            "PORTAL_USER_ASSOCIATOR",
            "PRESENTATIONS",
            "PRIMARY_AUTOMATION",
            "PROPERTY_DEFAULT_VALUE",
            "PROPERTY_RESTORE",
            "PROPERTY_SETTINGS",
            "PROSPECTING_AGENT",
            "QUOTAS",
            "QUOTES",
            "RECYCLING_BIN",
            "RESTORE_OBJECTS",
            "SALES",
            "SALESFORCE",
            "SALES_MESSAGES",
            "SEQUENCES",
            "SETTINGS",
            "SIDEKICK",
            "SIGNALS",
            "SLACK_INTEGRATION",
            "SMART_DATA_CAPTURE",
            "SOCIAL",
            "SUCCESS",
            "TALLY",
            "TASK",
            "UNKNOWN",
            "WAL_INCREMENTAL",
            "WORKFLOWS",
            "WORKFLOW_CONTACT_DELETE_ACTION",
            "WORK_UI",
        ]
        | str
    )
    """What kind of thing set the value."""
    source_id: str = field(name="sourceId")
    """Which one of that kind set the value."""
    source_label: str = field(name="sourceLabel")
    """What set the value, in words for people."""
    source_metadata: str = field(name="sourceMetadata")
    """More about what set the value."""
    source_upstream_deployable: str = field(name="sourceUpstreamDeployable")
    """Which service of the vendor set the value."""
    source_vid: list[int] = field(name="sourceVid")
    """The ids of contacts from which the value came when they were merged."""
    timestamp: int
    """When the value was set, in milliseconds since 1970."""
    unit: str
    """The unit of the value."""
    updated_by_user_id: int = field(name="updatedByUserId")
    """The id of the user who set the value."""
    use_timestamp_as_persistence_timestamp: bool = field(name="useTimestampAsPersistenceTimestamp")
    """Whether the value counts as stored when it was set."""
    value: str
    """The value."""


class PublicAndFilterBranch(Model, kw_only=True):
    """A record meets it by meeting all of its filters and branches."""

    filter_branch_operator: str = field(name="filterBranchOperator")
    """How the filters and branches in it are tied together: AND or OR."""
    filter_branch_type: Literal["AND"] | str = field(name="filterBranchType")
    """Which kind of branch this is."""
    filter_branches: Sequence[PublicFilterBranch] = field(name="filterBranches")
    """The branches in this one."""
    filters: Sequence[PublicFilter]
    """The filters in this branch."""


class PublicAssociationFilterBranch(Model, kw_only=True):
    """A record meets it by being associated with a record that meets its filters and branches."""

    association_category: str = field(name="associationCategory")
    """Who defined the kind of association."""
    association_type_id: int = field(name="associationTypeId")
    """The id of the kind of association."""
    filter_branch_operator: str = field(name="filterBranchOperator")
    """How the filters and branches in it are tied together: AND or OR."""
    filter_branch_type: Literal["ASSOCIATION"] | str = field(name="filterBranchType")
    """Which kind of branch this is."""
    filter_branches: Sequence[PublicFilterBranch] = field(name="filterBranches")
    """The branches in this one."""
    filters: Sequence[PublicFilter]
    """The filters in this branch."""
    object_type_id: str = field(name="objectTypeId")
    """The object type id of the records."""
    operator: str
    """How the values are compared, as the comparison's kind allows."""


class PublicCampaignInfluencedFilter(Model, kw_only=True):
    """Whether a campaign has reached a contact."""

    campaign_id: str = field(name="campaignId")
    """The id of the campaign."""
    filter_type: Literal["CAMPAIGN_INFLUENCED"] | str = field(name="filterType")
    """Which kind of filter this is."""


class PublicEventFilterMetadata(Model, kw_only=True):
    """A condition on a property of an event."""

    operation: PublicOperation
    """How the property is compared."""
    property: str
    """The property, by its internal name."""


class PublicExportListRequest(Model, kw_only=True):
    """The records of a list to export."""

    associated_object_type: Sequence[str] = field(name="associatedObjectType")
    """The object types whose associated records are exported too."""
    export_internal_values_options: Sequence[Literal["NAMES", "VALUES"] | str] = field(
        name="exportInternalValuesOptions"
    )
    """What to write by its internal name in place of its label."""
    export_name: str = field(name="exportName")
    """What people call the export."""
    export_type: Literal["LIST"] | str = field(name="exportType")
    """What is exported: a list or a view."""
    format: Literal["CSV", "XLS", "XLSX"] | str
    """The kind of file."""
    include_labeled_associations: bool = field(name="includeLabeledAssociations")
    """Whether to write the labels of associations."""
    include_primary_display_property_for_associated_objects: bool = field(
        name="includePrimaryDisplayPropertyForAssociatedObjects"
    )
    """Whether to write what associated records are called, beside their ids."""
    language: Language
    """The language for labels."""
    list_id: str = field(name="listId")
    """The id of the list."""
    object_properties: Sequence[str] = field(name="objectProperties")
    """The properties to export, by their internal names."""
    object_type: str = field(name="objectType")
    """The object type of the records."""
    override_associated_objects_per_definition_per_row_limit: bool = field(
        name="overrideAssociatedObjectsPerDefinitionPerRowLimit"
    )
    """Whether to write every associated record where there are more than usually fit in a row."""


class PublicExportViewRequest(Model, kw_only=True):
    """The records of a view to export."""

    associated_object_type: Sequence[str] = field(name="associatedObjectType")
    """The object types whose associated records are exported too."""
    export_internal_values_options: Sequence[Literal["NAMES", "VALUES"] | str] = field(
        name="exportInternalValuesOptions"
    )
    """What to write by its internal name in place of its label."""
    export_name: str = field(name="exportName")
    """What people call the export."""
    export_type: Literal["VIEW"] | str = field(name="exportType")
    """What is exported: a list or a view."""
    format: Literal["CSV", "XLS", "XLSX"] | str
    """The kind of file."""
    include_labeled_associations: bool = field(name="includeLabeledAssociations")
    """Whether to write the labels of associations."""
    include_primary_display_property_for_associated_objects: bool = field(
        name="includePrimaryDisplayPropertyForAssociatedObjects"
    )
    """Whether to write what associated records are called, beside their ids."""
    language: Language
    """The language for labels."""
    object_properties: Sequence[str] = field(name="objectProperties")
    """The properties to export, by their internal names."""
    object_type: str = field(name="objectType")
    """The object type of the records."""
    override_associated_objects_per_definition_per_row_limit: bool = field(
        name="overrideAssociatedObjectsPerDefinitionPerRowLimit"
    )
    """Whether to write every associated record where there are more than usually fit in a row."""
    public_crm_search_request: PublicCrmSearchRequest | UnsetType = field(default=UNSET, name="publicCrmSearchRequest")
    """Which records to export."""


class PublicImportError(Model, kw_only=True):
    """Something that went wrong with a row."""

    created_at: int = field(name="createdAt")
    """When the error was met, in milliseconds since 1970."""
    error_message: str | UnsetType = field(default=UNSET, name="errorMessage")
    """What went wrong, for people to read."""
    error_type: (
        Literal[
            "AMBIGUOUS_ENUMERATION_OPTION",
            "ASSOCIATION_LABEL_NOT_FOUND",
            "ASSOCIATION_LIMIT_EXCEEDED",
            "ASSOCIATION_RECORD_NOT_FOUND",
            "COLUMN_TOO_LARGE",
            "COULD_NOT_FIND_BUSINESS_UNIT",
            "COULD_NOT_FIND_OWNER",
            "COULD_NOT_PARSE_DATE",
            "COULD_NOT_PARSE_NUMBER",
            "COULD_NOT_PARSE_ROW",
            "COULD_NOT_PARSE_TERM",
            "CREATE_ONLY_IMPORT",
            "DUPLICATE_ALTERNATE_ID",
            "DUPLICATE_ASSOCIATION_ID",
            "DUPLICATE_EVENT",
            "DUPLICATE_OBJECT_ID",
            "DUPLICATE_RECORD_ID",
            "DUPLICATE_ROW_CONTENT",
            "DUPLICATE_UNIQUE_CREATION_KEY",
            "DUPLICATE_UNIQUE_PROPERTY_VALUE",
            "FAILED_TO_CREATE_ASSOCIATION",
            "FAILED_TO_FIND_RECORD_FOR_ASSOCIATIONS",
            "FAILED_TO_OPT_OUT_CONTACT",
            "FAILED_TO_PROCESS_OBJECT_WITH_EMPTY_PROPERTY_VALUES",
            "FAILED_VALIDATION",
            "FILE_NOT_FOUND",
            "GDPR_BLACKLISTED_EMAIL",
            "INCORRECT_NUMBER_OF_COLUMNS",
            "INVALID_ALTERNATE_ID",
            "INVALID_ASSOCIATION_IDENTIFIER",
            "INVALID_ASSOCIATION_KEY",
            "INVALID_COLUMN_CONFIGURATION",
            "INVALID_CUSTOM_PROPERTY_VALIDATION",
            "INVALID_DOMAIN",
            "INVALID_EMAIL",
            "INVALID_ENUMERATION_OPTION",
            "INVALID_ENUM_FILE_ID_OR_URL",
            "INVALID_EVENT",
            "INVALID_EVENT_TIMESTAMP",
            "INVALID_FILE_TYPE",
            "INVALID_NUMBER_SIZE",
            "INVALID_OBJECT_ID",
            "INVALID_RECORD_ID",
            "INVALID_REQUIRED_PROPERTY",
            "INVALID_SHEET_COUNT",
            "INVALID_SPREADSHEET",
            "LIMIT_EXCEEDED",
            "MANY_ERRORS_IN_ROW",
            "MISSING_EVENT_DEFINITION",
            "MISSING_EVENT_TIMESTAMP",
            "MISSING_OBJECT_DEFINITION",
            "MISSING_REQUIRED_PROPERTY",
            "MULTIPLE_COMPANIES_WITH_THIS_DOMAIN",
            "MULTIPLE_OWNERS_FOUND",
            "NO_OBJECT_ID_FROM_ASSOCIATION_IDENTIFIER",
            "OUTSIDE_VALID_TERM_RANGE",
            "OUTSIDE_VALID_TIME_RANGE",
            "PORTAL_WIDE_CUSTOM_OBJECT_LIMIT_EXCEEDED",
            "PROPERTY_DEFINITION_NOT_FOUND",
            "PROPERTY_VALUE_NOT_FOUND",
            "ROW_DATA_TOO_LARGE",
            "SECONDARY_EMAIL_WRITE_FAILURE",
            "UNKNOWN_ASSOCIATION_RECORD_ID",
            "UNKNOWN_BAD_REQUEST",
            "UNKNOWN_ERROR",
            "UPDATE_ONLY_IMPORT",
        ]
        | str
    ) = field(name="errorType")
    """The kind of error."""
    extra_context: str | UnsetType = field(default=UNSET, name="extraContext")
    """More about what went wrong."""
    id: str
    """The id of the error."""
    invalid_property_value: PropertyValue | UnsetType = field(default=UNSET, name="invalidPropertyValue")
    """The value at fault as it was kept."""
    invalid_value: str | UnsetType = field(default=UNSET, name="invalidValue")
    """The cell at fault."""
    invalid_value_to_display: str | UnsetType = field(default=UNSET, name="invalidValueToDisplay")
    """The cell at fault, with what is sensitive hidden."""
    known_column_number: int | UnsetType = field(default=UNSET, name="knownColumnNumber")
    """The number of the column at fault."""
    object_type: ObjectType | UnsetType = field(default=UNSET, name="objectType")
    """The object type of the record that the row was to become."""
    object_type_id: str | UnsetType = field(default=UNSET, name="objectTypeId")
    """The object type id of the record that the row was to become."""
    source_data: ImportRowCore = field(name="sourceData")
    """The row at fault."""


class PublicIntegrationEventFilter(Model, kw_only=True):
    """Whether an event of an integration has happened to a contact."""

    event_type_id: int = field(name="eventTypeId")
    """The id of the kind of event."""
    filter_lines: Sequence[PublicEventFilterMetadata] = field(name="filterLines")
    """Conditions on properties of the event."""
    filter_type: Literal["INTEGRATION_EVENT"] | str = field(name="filterType")
    """Which kind of filter this is."""


class PublicNotAllFilterBranch(Model, kw_only=True):
    """A record meets it by failing at least one of its filters and branches."""

    filter_branch_operator: str = field(name="filterBranchOperator")
    """How the filters and branches in it are tied together: AND or OR."""
    filter_branch_type: Literal["NOT_ALL"] | str = field(name="filterBranchType")
    """Which kind of branch this is."""
    filter_branches: Sequence[PublicFilterBranch] = field(name="filterBranches")
    """The branches in this one."""
    filters: Sequence[PublicFilter]
    """The filters in this branch."""


class PublicNotAnyFilterBranch(Model, kw_only=True):
    """A record meets it by meeting none of its filters and branches."""

    filter_branch_operator: str = field(name="filterBranchOperator")
    """How the filters and branches in it are tied together: AND or OR."""
    filter_branch_type: Literal["NOT_ANY"] | str = field(name="filterBranchType")
    """Which kind of branch this is."""
    filter_branches: Sequence[PublicFilterBranch] = field(name="filterBranches")
    """The branches in this one."""
    filters: Sequence[PublicFilter]
    """The filters in this branch."""


class PublicNumAssociationsFilter(Model, kw_only=True):
    """Whether a record has a certain number of associations."""

    association_category: str = field(name="associationCategory")
    """Who defined the kind of association."""
    association_type_id: int = field(name="associationTypeId")
    """The id of the kind of association."""
    coalescing_refine_by: (
        PublicNumOccurrencesRefineBy
        | PublicSetOccurrencesRefineBy
        | PublicRelativeComparativeTimestampRefineBy
        | PublicRelativeRangedTimestampRefineBy
        | PublicAbsoluteComparativeTimestampRefineBy
        | PublicAbsoluteRangedTimestampRefineBy
        | PublicAllHistoryRefineBy
        | PublicTimePointOperation
        | PublicRangedTimeOperation
    ) = field(name="coalescingRefineBy")
    """How often or when it must have happened, all told."""
    filter_type: Literal["NUM_ASSOCIATIONS"] | str = field(name="filterType")
    """Which kind of filter this is."""


class PublicObjectList(Model, kw_only=True):
    """A list."""

    created_at: datetime | UnsetType = field(default=UNSET, name="createdAt")
    """When it was created."""
    created_by_id: str | UnsetType = field(default=UNSET, name="createdById")
    """The id of the user who created it."""
    deleted_at: datetime | None | UnsetType = field(default=UNSET, name="deletedAt")
    """When the list was deleted. Absent where it was not."""
    filter_branch: PublicFilterBranch | UnsetType = field(default=UNSET, name="filterBranch")
    """The conditions for membership: a branch of kind OR with branches of kind AND in it, which hold the filters."""
    filters_updated_at: datetime | UnsetType = field(default=UNSET, name="filtersUpdatedAt")
    """When the filters were last changed."""
    list_id: str = field(name="listId")
    """The id of the list."""
    list_permissions: PublicListPermissions | UnsetType = field(default=UNSET, name="listPermissions")
    """Who may change the list."""
    list_version: int = field(name="listVersion")
    """How many times the list was changed."""
    membership_settings: PublicMembershipSettings | UnsetType = field(default=UNSET, name="membershipSettings")
    """How the members are dealt with."""
    name: str
    """What people call it."""
    object_type_id: str = field(name="objectTypeId")
    """The object type id of the records."""
    processing_status: str = field(name="processingStatus")
    """How far the members are worked out."""
    processing_type: str = field(name="processingType")
    """How records become members: MANUAL, DYNAMIC for those who meet the filters at any time, SNAPSHOT for those who
    met them once.
    """
    size: int | UnsetType = UNSET
    """How many members there are."""
    updated_at: datetime | UnsetType = field(default=UNSET, name="updatedAt")
    """When it was last changed."""
    updated_by_id: str | UnsetType = field(default=UNSET, name="updatedById")
    """The id of the user who changed it last."""


class PublicOrFilterBranch(Model, kw_only=True):
    """A record meets it by meeting at least one of its filters and branches."""

    filter_branch_operator: str = field(name="filterBranchOperator")
    """How the filters and branches in it are tied together: AND or OR."""
    filter_branch_type: Literal["OR"] | str = field(name="filterBranchType")
    """Which kind of branch this is."""
    filter_branches: Sequence[PublicFilterBranch] = field(name="filterBranches")
    """The branches in this one."""
    filters: Sequence[PublicFilter]
    """The filters in this branch."""


class PublicPropertyAssociationFilterBranch(Model, kw_only=True):
    """A record meets it if the record whose id one of its properties holds meets the filters and branches."""

    filter_branch_operator: str = field(name="filterBranchOperator")
    """How the filters and branches in it are tied together: AND or OR."""
    filter_branch_type: Literal["PROPERTY_ASSOCIATION"] | str = field(name="filterBranchType")
    """Which kind of branch this is."""
    filter_branches: Sequence[PublicFilterBranch] = field(name="filterBranches")
    """The branches in this one."""
    filters: Sequence[PublicFilter]
    """The filters in this branch."""
    object_type_id: str = field(name="objectTypeId")
    """The object type id of the records."""
    operator: str
    """How the values are compared, as the comparison's kind allows."""
    property_with_object_id: str = field(name="propertyWithObjectId")
    """The property that holds the id of the other record."""


class PublicPropertyAssociationInListFilter(Model, kw_only=True):
    """Whether the record whose id a property holds is a member of another list."""

    coalescing_refine_by: (
        PublicNumOccurrencesRefineBy
        | PublicSetOccurrencesRefineBy
        | PublicRelativeComparativeTimestampRefineBy
        | PublicRelativeRangedTimestampRefineBy
        | PublicAbsoluteComparativeTimestampRefineBy
        | PublicAbsoluteRangedTimestampRefineBy
        | PublicAllHistoryRefineBy
        | PublicTimePointOperation
        | PublicRangedTimeOperation
    ) = field(name="coalescingRefineBy")
    """How often or when it must have happened, all told."""
    filter_type: Literal["PROPERTY_ASSOCIATION"] | str = field(name="filterType")
    """Which kind of filter this is."""
    list_id: str = field(name="listId")
    """The id of the other list."""
    operator: str
    """How the values are compared, as the comparison's kind allows."""
    property_with_object_id: str = field(name="propertyWithObjectId")
    """The property that holds the id of the other record."""
    to_object_type_id: str | UnsetType = field(default=UNSET, name="toObjectTypeId")
    """The object type id of the other records."""


class PublicPropertyFilter(Model, kw_only=True):
    """A condition on a property."""

    filter_type: Literal["PROPERTY"] | str = field(name="filterType")
    """Which kind of filter this is."""
    operation: PublicOperation
    """How the property is compared."""
    property: str
    """The property, by its internal name."""


class PublicRestrictedFilterBranch(Model, kw_only=True):
    """Filters that the token does not give access to."""

    filter_branch_operator: str = field(name="filterBranchOperator")
    """How the filters and branches in it are tied together: AND or OR."""
    filter_branch_type: Literal["RESTRICTED"] | str = field(name="filterBranchType")
    """Which kind of branch this is."""
    filter_branches: Sequence[PublicFilterBranch] = field(name="filterBranches")
    """The branches in this one."""
    filters: Sequence[PublicFilter]
    """The filters in this branch."""


class PublicSurveyMonkeyValueFilter(Model, kw_only=True):
    """Whether a contact has given a certain answer to a survey of SurveyMonkey."""

    filter_type: Literal["SURVEY_MONKEY_VALUE"] | str = field(name="filterType")
    """Which kind of filter this is."""
    operator: str
    """How the values are compared, as the comparison's kind allows."""
    survey_answer_col_id: str | UnsetType = field(default=UNSET, name="surveyAnswerColId")
    """The id of the column of the answer."""
    survey_answer_row_id: str | UnsetType = field(default=UNSET, name="surveyAnswerRowId")
    """The id of the row of the answer."""
    survey_id: str = field(name="surveyId")
    """The id of the survey."""
    survey_question: str = field(name="surveyQuestion")
    """The id of the question."""
    value_comparison: PublicOperation = field(name="valueComparison")
    """How the answer is compared."""


class PublicUnifiedEventsFilter(Model, kw_only=True):
    """Whether an event has happened to a record."""

    coalescing_refine_by: (
        PublicNumOccurrencesRefineBy
        | PublicSetOccurrencesRefineBy
        | PublicRelativeComparativeTimestampRefineBy
        | PublicRelativeRangedTimestampRefineBy
        | PublicAbsoluteComparativeTimestampRefineBy
        | PublicAbsoluteRangedTimestampRefineBy
        | PublicAllHistoryRefineBy
        | PublicTimePointOperation
        | PublicRangedTimeOperation
        | UnsetType
    ) = field(default=UNSET, name="coalescingRefineBy")
    """How often or when it must have happened, all told."""
    event_type_id: str | UnsetType = field(default=UNSET, name="eventTypeId")
    """The id of the kind of event."""
    filter_lines: Sequence[PublicEventFilterMetadata] = field(name="filterLines")
    """Conditions on properties of the event."""
    filter_type: Literal["UNIFIED_EVENTS"] | str = field(name="filterType")
    """Which kind of filter this is."""
    pruning_refine_by: (
        PublicNumOccurrencesRefineBy
        | PublicSetOccurrencesRefineBy
        | PublicRelativeComparativeTimestampRefineBy
        | PublicRelativeRangedTimestampRefineBy
        | PublicAbsoluteComparativeTimestampRefineBy
        | PublicAbsoluteRangedTimestampRefineBy
        | PublicAllHistoryRefineBy
        | PublicTimePointOperation
        | PublicRangedTimeOperation
        | UnsetType
    ) = field(default=UNSET, name="pruningRefineBy")
    """Which of the events count."""


class PublicUnifiedEventsFilterBranch(Model, kw_only=True):
    """A record meets it if an event has happened to it that meets the filters and branches."""

    coalescing_refine_by: (
        PublicNumOccurrencesRefineBy
        | PublicSetOccurrencesRefineBy
        | PublicRelativeComparativeTimestampRefineBy
        | PublicRelativeRangedTimestampRefineBy
        | PublicAbsoluteComparativeTimestampRefineBy
        | PublicAbsoluteRangedTimestampRefineBy
        | PublicAllHistoryRefineBy
        | PublicTimePointOperation
        | PublicRangedTimeOperation
        | UnsetType
    ) = field(default=UNSET, name="coalescingRefineBy")
    """How often or when it must have happened, all told."""
    event_type_id: str = field(name="eventTypeId")
    """The id of the kind of event."""
    filter_branch_operator: str = field(name="filterBranchOperator")
    """How the filters and branches in it are tied together: AND or OR."""
    filter_branch_type: Literal["UNIFIED_EVENTS"] | str = field(name="filterBranchType")
    """Which kind of branch this is."""
    filter_branches: Sequence[PublicFilterBranch] = field(name="filterBranches")
    """The branches in this one."""
    filters: Sequence[PublicFilter]
    """The filters in this branch."""
    operator: Literal["HAS_COMPLETED", "HAS_NOT_COMPLETED"] | str
    """How the values are compared, as the comparison's kind allows."""
    pruning_refine_by: (
        PublicNumOccurrencesRefineBy
        | PublicSetOccurrencesRefineBy
        | PublicRelativeComparativeTimestampRefineBy
        | PublicRelativeRangedTimestampRefineBy
        | PublicAbsoluteComparativeTimestampRefineBy
        | PublicAbsoluteRangedTimestampRefineBy
        | PublicAllHistoryRefineBy
        | PublicTimePointOperation
        | PublicRangedTimeOperation
        | UnsetType
    ) = field(default=UNSET, name="pruningRefineBy")
    """Which of the events count."""


class RecordIdWithMemberships(Model, kw_only=True):
    """A record and the lists it is a member of."""

    object_type_id: str = field(name="objectTypeId")
    """The object type id of the records."""
    record_id: str = field(name="recordId")
    """The id of the record."""
    record_list_memberships: list[RecordListMembership] = field(name="recordListMemberships")
    """The lists that the record is a member of."""


class RecordListMembership(Model, kw_only=True):
    """A list that a record is a member of."""

    first_added_timestamp: datetime = field(name="firstAddedTimestamp")
    """When the record was first added."""
    is_public_list: bool | UnsetType = field(default=UNSET, name="isPublicList")
    """Whether the list is meant for everyone in the account."""
    last_added_timestamp: datetime = field(name="lastAddedTimestamp")
    """When the record was last added."""
    list_id: str = field(name="listId")
    """The id of the list."""
    list_version: int = field(name="listVersion")
    """How many times the list was changed."""


class SchemasObjectTypeDefinition(Model, kw_only=True):
    """An object type."""

    allows_sensitive_properties: bool = field(name="allowsSensitiveProperties")
    """Whether properties of this object type may hold sensitive data."""
    archived: bool
    """Whether the object type has been archived."""
    created_at: datetime | UnsetType = field(default=UNSET, name="createdAt")
    """When it was created."""
    description: str | UnsetType = UNSET
    """What the records are, for people to read."""
    fully_qualified_name: str = field(name="fullyQualifiedName")
    """The internal name with a prefix that makes it unique among all accounts."""
    id: str
    """An id of the definition."""
    labels: ObjectTypeDefinitionLabels
    """What people call a record, and several."""
    name: str
    """The internal name. It cannot be changed later."""
    object_type_id: str = field(name="objectTypeId")
    """The object type id."""
    portal_id: int | UnsetType = field(default=UNSET, name="portalId")
    """The id of the account."""
    primary_display_property: str | UnsetType = field(default=UNSET, name="primaryDisplayProperty")
    """The property by which a record is called, by its internal name."""
    required_properties: list[str] = field(name="requiredProperties")
    """The properties that a new record must have, by their internal names."""
    searchable_properties: list[str] = field(name="searchableProperties")
    """The properties in which a search by text looks, by their internal names."""
    secondary_display_properties: list[str] = field(name="secondaryDisplayProperties")
    """The properties that are shown beside it, by their internal names."""
    updated_at: datetime | UnsetType = field(default=UNSET, name="updatedAt")
    """When it was last changed."""


class SchemasProperty(Model, kw_only=True):
    """A property of an object type."""

    archived: bool | UnsetType = UNSET
    """Whether the property is in the recycling bin."""
    archived_at: datetime | None | UnsetType = field(default=UNSET, name="archivedAt")
    """When it was archived."""
    calculated: bool | UnsetType = UNSET
    """Whether the value is worked out from others."""
    calculation_formula: str | UnsetType = field(default=UNSET, name="calculationFormula")
    """How the value is worked out."""
    created_at: datetime | UnsetType = field(default=UNSET, name="createdAt")
    """When it was created."""
    created_user_id: str | UnsetType = field(default=UNSET, name="createdUserId")
    """The id of the user who created it."""
    data_sensitivity: Literal["highly_sensitive", "non_sensitive", "sensitive"] | str | UnsetType = field(
        default=UNSET, name="dataSensitivity"
    )
    """How sensitive the values are."""
    date_display_hint: Literal["absolute", "absolute_with_relative", "time_since", "time_until"] | str | UnsetType = (
        field(default=UNSET, name="dateDisplayHint")
    )
    """How a date is shown."""
    description: str
    """What the property is for, for people to read."""
    display_order: int | UnsetType = field(default=UNSET, name="displayOrder")
    """The place among the properties of its group, from low to high. Those with -1 come last."""
    external_options: bool | UnsetType = field(default=UNSET, name="externalOptions")
    """Whether the options come from elsewhere, such as the list of owners."""
    field_type: str = field(name="fieldType")
    """How the property is shown and entered."""
    form_field: bool | UnsetType = field(default=UNSET, name="formField")
    """Whether forms may ask for the property."""
    group_name: str = field(name="groupName")
    """The internal name of the group in which the property is shown."""
    has_unique_value: bool | UnsetType = field(default=UNSET, name="hasUniqueValue")
    """Whether no two records have the same value, so that records can be looked up by it."""
    hidden: bool | UnsetType = UNSET
    """Whether people do not see the property."""
    hubspot_defined: bool | UnsetType = field(default=UNSET, name="hubspotDefined")
    """Whether the property is a standard one."""
    label: str
    """What people see."""
    modification_metadata: PropertyModificationMetadata | UnsetType = field(default=UNSET, name="modificationMetadata")
    """What of the property may be changed."""
    name: str
    """The internal name."""
    options: list[Option]
    """The options to choose from, empty where the property has another type than enumeration."""
    referenced_object_type: str | UnsetType = field(default=UNSET, name="referencedObjectType")
    """The object type whose records the property names, such as OWNER."""
    sensitive_data_categories: list[str] | UnsetType = field(default=UNSET, name="sensitiveDataCategories")
    """Of which kinds the sensitive values are."""
    show_currency_symbol: bool | UnsetType = field(default=UNSET, name="showCurrencySymbol")
    """Whether a number is shown with the sign of the account's currency."""
    type: str
    """What kind of value the property holds."""
    updated_at: datetime | UnsetType = field(default=UNSET, name="updatedAt")
    """When it was last changed."""
    updated_user_id: str | UnsetType = field(default=UNSET, name="updatedUserId")
    """The id of the user who changed it last."""


class SimplePublicObject(Model, kw_only=True):
    """A record."""

    archived: bool
    """Whether the record is in the recycling bin."""
    archived_at: datetime | None | UnsetType = field(default=UNSET, name="archivedAt")
    """When the record was archived."""
    created_at: datetime = field(name="createdAt")
    """When the record was created."""
    id: str
    """The id of the record. Unique among the records of its type."""
    object_write_trace_id: str | UnsetType = field(default=UNSET, name="objectWriteTraceId")
    """The trace id of the batch input that wrote this record. Present where the input had one."""
    properties: dict[str, str | None]
    """The values of the record's properties, by internal property name. Numbers, booleans and dates are text too; the
    options of a multiple choice are joined by semicolons. Without a choice of properties in the request, a default
    few.
    """
    properties_with_history: dict[str, list[ValueWithTimestamp]] | UnsetType = field(
        default=UNSET, name="propertiesWithHistory"
    )
    """For each property whose history was asked for, its values from the newest to the oldest."""
    updated_at: datetime = field(name="updatedAt")
    """When the record was last changed."""
    url: str | UnsetType = UNSET
    """Address of the record's page in the account."""


class SimplePublicObjectWithAssociations(Model, kw_only=True):
    """A record, with the records associated with it where they were asked for."""

    archived: bool
    """Whether the record is in the recycling bin."""
    archived_at: datetime | None | UnsetType = field(default=UNSET, name="archivedAt")
    """When the record was archived."""
    associations: dict[str, CollectionResponseAssociatedId] | UnsetType = UNSET
    """The associated records by object type. Present for the object types that the request named."""
    created_at: datetime = field(name="createdAt")
    """When the record was created."""
    id: str
    """The id of the record. Unique among the records of its type."""
    object_write_trace_id: str | UnsetType = field(default=UNSET, name="objectWriteTraceId")
    """The trace id of the batch input that wrote this record. Present where the input had one."""
    properties: dict[str, str | None]
    """The values of the record's properties, by internal property name. Numbers, booleans and dates are text too; the
    options of a multiple choice are joined by semicolons. Without a choice of properties in the request, a default
    few.
    """
    properties_with_history: dict[str, list[ValueWithTimestamp]] | UnsetType = field(
        default=UNSET, name="propertiesWithHistory"
    )
    """For each property whose history was asked for, its values from the newest to the oldest."""
    updated_at: datetime = field(name="updatedAt")
    """When the record was last changed."""
    url: str | UnsetType = UNSET
    """Address of the record's page in the account."""


class SimplePublicUpsertObject(Model, kw_only=True):
    """A record that was created or changed."""

    archived: bool
    """Whether the record is in the recycling bin."""
    archived_at: datetime | None | UnsetType = field(default=UNSET, name="archivedAt")
    """When the record was archived."""
    created_at: datetime = field(name="createdAt")
    """When the record was created."""
    id: str
    """The id of the record. Unique among the records of its type."""
    new: bool
    """Whether the record was created (true) or had existed before (false)."""
    object_write_trace_id: str | UnsetType = field(default=UNSET, name="objectWriteTraceId")
    """The trace id of the batch input that wrote this record. Present where the input had one."""
    properties: dict[str, str | None]
    """The values of the record's properties, by internal property name. Numbers, booleans and dates are text too; the
    options of a multiple choice are joined by semicolons. Without a choice of properties in the request, a default
    few.
    """
    properties_with_history: dict[str, list[ValueWithTimestamp]] | UnsetType = field(
        default=UNSET, name="propertiesWithHistory"
    )
    """For each property whose history was asked for, its values from the newest to the oldest."""
    updated_at: datetime = field(name="updatedAt")
    """When the record was last changed."""
    url: str | UnsetType = UNSET
    """Address of the record's page in the account."""


PublicExportRequest: TypeAlias = PublicExportViewRequest | PublicExportListRequest
"""What to export."""

AssociationsAssociationSpecWithLabel: TypeAlias = AssociationSpecWithLabelModel

AssociationsMultiAssociatedObjectWithLabel: TypeAlias = MultiAssociatedObjectWithLabelModel

AssociationsCollectionResponseMultiAssociatedObjectWithLabelForwardPaging: TypeAlias = (
    CollectionResponseMultiAssociatedObjectWithLabelForwardPagingModel
)

AssociationsCollectionResponseWithTotalSimplePublicObject: TypeAlias = (
    CollectionResponseWithTotalSimplePublicObjectModel
)

AssociationsSimplePublicObject: TypeAlias = SimplePublicObjectModel

PublicFilterBranch: TypeAlias = (
    PublicOrFilterBranch
    | PublicAndFilterBranch
    | PublicNotAllFilterBranch
    | PublicNotAnyFilterBranch
    | PublicRestrictedFilterBranch
    | PublicUnifiedEventsFilterBranch
    | PublicPropertyAssociationFilterBranch
    | PublicAssociationFilterBranch
)

PublicFilter: TypeAlias = (
    PublicPropertyFilter
    | PublicAssociationInListFilter
    | PublicPageViewAnalyticsFilter
    | PublicCtaAnalyticsFilter
    | PublicEventAnalyticsFilter
    | PublicFormSubmissionFilter
    | PublicFormSubmissionOnPageFilter
    | PublicIntegrationEventFilter
    | PublicEmailSubscriptionFilter
    | PublicCommunicationSubscriptionFilter
    | PublicCampaignInfluencedFilter
    | PublicSurveyMonkeyFilter
    | PublicSurveyMonkeyValueFilter
    | PublicWebinarFilter
    | PublicEmailEventFilter
    | PublicPrivacyAnalyticsFilter
    | PublicAdsSearchFilter
    | PublicAdsTimeFilter
    | PublicInListFilter
    | PublicNumAssociationsFilter
    | PublicUnifiedEventsFilter
    | PublicPropertyAssociationInListFilter
    | PublicConstantFilter
)

PublicOperation: TypeAlias = (
    PublicBoolPropertyOperation
    | PublicNumberPropertyOperation
    | PublicStringPropertyOperation
    | PublicDateTimePropertyOperation
    | PublicRangedDatePropertyOperation
    | PublicComparativePropertyUpdatedOperation
    | PublicComparativeDatePropertyOperation
    | PublicRollingDateRangePropertyOperation
    | PublicRollingPropertyUpdatedOperation
    | PublicEnumerationPropertyOperation
    | PublicAllPropertyTypesOperation
    | PublicRangedNumberPropertyOperation
    | PublicMultiStringPropertyOperation
    | PublicDatePropertyOperation
    | PublicCalendarDatePropertyOperation
    | PublicTimePointOperation
    | PublicRangedTimeOperation
)
