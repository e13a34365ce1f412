# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Models of version 2026-03."""

from __future__ import annotations

from datetime import datetime
from typing import TypeAlias

from msgspec import UNSET, UnsetType, field

from hubspot_crm._core.model import Model
# fmt: off
from hubspot_crm.v2025_09.models import (
    ApiCollectionResponseRecordListMembership as ApiCollectionResponseRecordListMembership,
    AssociationSpecWithLabel as AssociationSpecWithLabel, BatchResponse as BatchResponse,
    BatchResponseRecordIdWithMemberships as BatchResponseRecordIdWithMemberships,
    CollectionResponseMultiAssociatedObjectWithLabelForwardPaging as CollectionResponseMultiAssociatedObjectWithLabelForwardPaging,
    CollectionResponsePipelineNoPaging as CollectionResponsePipelineNoPaging,
    CollectionResponsePipelineStageNoPaging as CollectionResponsePipelineStageNoPaging,
    CollectionResponsePropertyGroupNoPaging as CollectionResponsePropertyGroupNoPaging,
    MultiAssociatedObjectWithLabel as MultiAssociatedObjectWithLabel, Pipeline as Pipeline,
    PipelineStage as PipelineStage, PropertyGroup as PropertyGroup,
    RecordIdWithMemberships as RecordIdWithMemberships, RecordListMembership as RecordListMembership,
    SchemasObjectTypeDefinition as SchemasObjectTypeDefinition,
)
# fmt: on
# fmt: off
from hubspot_crm.v3.models import (
    ActionResponse as ActionResponse, ActionResponseWithSingleResultURI as ActionResponseWithSingleResultURI,
    ApiCollectionResponseJoinTimeAndRecordId as ApiCollectionResponseJoinTimeAndRecordId,
    AssociatedId as AssociatedId, AssociationDefinition as AssociationDefinition,
    AssociationLabelLimitResponse as AssociationLabelLimitResponse,
    AssociationRecordLimitResponse as AssociationRecordLimitResponse, AssociationSpec as AssociationSpec,
    AssociationSpecWithLabel as AssociationSpecWithLabelModel, AtLimitRecordSample as AtLimitRecordSample,
    BatchResponseDealToDealSplits as BatchResponseDealToDealSplits,
    BatchResponseLabelsBetweenObjectPair as BatchResponseLabelsBetweenObjectPair,
    BatchResponseProperty as BatchResponseProperty,
    BatchResponsePublicAssociationDefinitionConfigurationUpdateResult as BatchResponsePublicAssociationDefinitionConfigurationUpdateResult,
    BatchResponsePublicAssociationDefinitionUserConfiguration as BatchResponsePublicAssociationDefinitionUserConfiguration,
    BatchResponsePublicAssociationMultiWithLabel as BatchResponsePublicAssociationMultiWithLabel,
    BatchResponsePublicDefaultAssociation as BatchResponsePublicDefaultAssociation,
    BatchResponseSimplePublicObject as BatchResponseSimplePublicObject,
    BatchResponseSimplePublicUpsertObject as BatchResponseSimplePublicUpsertObject,
    CalculatedPropertyLimitResponse as CalculatedPropertyLimitResponse,
    CollectionResponseAssociatedId as CollectionResponseAssociatedId,
    CollectionResponseAssociationLabelLimitResponseNoPaging as CollectionResponseAssociationLabelLimitResponseNoPaging,
    CollectionResponseAssociationSpecWithLabelNoPaging as CollectionResponseAssociationSpecWithLabelNoPaging,
    CollectionResponseMultiAssociatedObjectWithLabelForwardPaging as CollectionResponseMultiAssociatedObjectWithLabelForwardPagingModel,
    CollectionResponseObjectTypeNearOrAtAssociationLimitNoPaging as CollectionResponseObjectTypeNearOrAtAssociationLimitNoPaging,
    CollectionResponsePropertyNoPaging as CollectionResponsePropertyNoPaging,
    CollectionResponsePublicAssociationDefinitionUserConfigurationNoPaging as CollectionResponsePublicAssociationDefinitionUserConfigurationNoPaging,
    CollectionResponsePublicAuditInfoNoPaging as CollectionResponsePublicAuditInfoNoPaging,
    CollectionResponsePublicImportErrorForwardPaging as CollectionResponsePublicImportErrorForwardPaging,
    CollectionResponsePublicImportResponseForwardPaging as CollectionResponsePublicImportResponseForwardPaging,
    CollectionResponsePublicOwnerForwardPaging as CollectionResponsePublicOwnerForwardPaging,
    CollectionResponsePublicPropertyValidationRuleMapNoPaging as CollectionResponsePublicPropertyValidationRuleMapNoPaging,
    CollectionResponsePublicPropertyValidationRuleNoPaging as CollectionResponsePublicPropertyValidationRuleNoPaging,
    CollectionResponseSimplePublicObjectWithAssociationsForwardPaging as CollectionResponseSimplePublicObjectWithAssociationsForwardPaging,
    CollectionResponseWithTotalSimplePublicObject as CollectionResponseWithTotalSimplePublicObject,
    CustomObjectLimitResponse as CustomObjectLimitResponse,
    CustomObjectRecordLimitResponse as CustomObjectRecordLimitResponse,
    CustomPropertyLimitResponse as CustomPropertyLimitResponse, DateTime as DateTime,
    DealToDealSplits as DealToDealSplits, Error as Error, ErrorDetail as ErrorDetail, Filter as Filter,
    FilterGroup as FilterGroup, ForwardPaging as ForwardPaging, ImportRowCore as ImportRowCore,
    ImportTemplate as ImportTemplate, JoinTimeAndRecordId as JoinTimeAndRecordId,
    LabelsBetweenObjectPair as LabelsBetweenObjectPair, LimitAndUsageForObjectType as LimitAndUsageForObjectType,
    ListCreateResponse as ListCreateResponse, ListFetchResponse as ListFetchResponse,
    ListFolderCreateResponse as ListFolderCreateResponse, ListFolderFetchResponse as ListFolderFetchResponse,
    ListSearchResponse as ListSearchResponse, ListSizeAndEditHistoryResponse as ListSizeAndEditHistoryResponse,
    ListSizeDataPoint as ListSizeDataPoint, ListUpdateResponse as ListUpdateResponse,
    ListsByIdResponse as ListsByIdResponse, MaskedSubstring as MaskedSubstring, MaskedSubstrings as MaskedSubstrings,
    MembershipsUpdateResponse as MembershipsUpdateResponse,
    MultiAssociatedObjectWithLabel as MultiAssociatedObjectWithLabelModel,
    NearLimitRecordSample as NearLimitRecordSample, NextPage as NextPage,
    ObjectTypeDefinition as ObjectTypeDefinition, ObjectTypeDefinitionLabels as ObjectTypeDefinitionLabels,
    ObjectTypeEnablementPublicResponse as ObjectTypeEnablementPublicResponse,
    ObjectTypeNearOrAtAssociationLimit as ObjectTypeNearOrAtAssociationLimit,
    ObjectTypePropertyCreate as ObjectTypePropertyCreate, Option as Option, OptionInput as OptionInput,
    Paging as Paging, PipelineLimitResponse as PipelineLimitResponse, PipelineStageInput as PipelineStageInput,
    PortalObjectTypeEnablementPublicResponse as PortalObjectTypeEnablementPublicResponse,
    PreviousPage as PreviousPage, Property as Property, PropertyCreate as PropertyCreate,
    PropertyModificationMetadata as PropertyModificationMetadata, PropertyName as PropertyName,
    PropertyValue as PropertyValue,
    PublicAbsoluteComparativeTimestampRefineBy as PublicAbsoluteComparativeTimestampRefineBy,
    PublicAbsoluteRangedTimestampRefineBy as PublicAbsoluteRangedTimestampRefineBy,
    PublicAdsSearchFilter as PublicAdsSearchFilter, PublicAdsTimeFilter as PublicAdsTimeFilter,
    PublicAllHistoryRefineBy as PublicAllHistoryRefineBy,
    PublicAllPropertyTypesOperation as PublicAllPropertyTypesOperation,
    PublicAndFilterBranch as PublicAndFilterBranch,
    PublicAssociationDefinitionConfigurationCreateRequest as PublicAssociationDefinitionConfigurationCreateRequest,
    PublicAssociationDefinitionConfigurationUpdateRequest as PublicAssociationDefinitionConfigurationUpdateRequest,
    PublicAssociationDefinitionConfigurationUpdateResult as PublicAssociationDefinitionConfigurationUpdateResult,
    PublicAssociationDefinitionUserConfiguration as PublicAssociationDefinitionUserConfiguration,
    PublicAssociationFilterBranch as PublicAssociationFilterBranch,
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
    PublicComparativeStringPropertyOperation as PublicComparativeStringPropertyOperation,
    PublicConstantFilter as PublicConstantFilter, PublicCrmSearchRequest as PublicCrmSearchRequest,
    PublicCtaAnalyticsFilter as PublicCtaAnalyticsFilter, PublicDatePoint as PublicDatePoint,
    PublicDatePropertyOperation as PublicDatePropertyOperation,
    PublicDateTimePropertyOperation as PublicDateTimePropertyOperation, PublicDealSplitInput as PublicDealSplitInput,
    PublicDealSplitsCreateRequest as PublicDealSplitsCreateRequest,
    PublicDefaultAssociation as PublicDefaultAssociation,
    PublicDefaultAssociationMultiPost as PublicDefaultAssociationMultiPost,
    PublicEmailEventFilter as PublicEmailEventFilter, PublicEmailSubscriptionFilter as PublicEmailSubscriptionFilter,
    PublicEnumerationPropertyOperation as PublicEnumerationPropertyOperation,
    PublicEventAnalyticsFilter as PublicEventAnalyticsFilter, PublicEventFilterMetadata as PublicEventFilterMetadata,
    PublicExportListRequest as PublicExportListRequest, PublicExportRequest as PublicExportRequest,
    PublicExportResponse as PublicExportResponse, PublicExportViewRequest as PublicExportViewRequest,
    PublicFetchAssociationsBatchRequest as PublicFetchAssociationsBatchRequest,
    PublicFiscalQuarterReference as PublicFiscalQuarterReference,
    PublicFiscalYearReference as PublicFiscalYearReference, PublicFormSubmissionFilter as PublicFormSubmissionFilter,
    PublicFormSubmissionOnPageFilter as PublicFormSubmissionOnPageFilter, PublicImportError as PublicImportError,
    PublicImportMetadata as PublicImportMetadata, PublicImportResponse as PublicImportResponse,
    PublicInListFilter as PublicInListFilter, PublicInListFilterMetadata as PublicInListFilterMetadata,
    PublicIndexOffset as PublicIndexOffset, PublicIndexedTimePoint as PublicIndexedTimePoint,
    PublicIntegrationEventFilter as PublicIntegrationEventFilter,
    PublicListConversionDate as PublicListConversionDate,
    PublicListConversionInactivity as PublicListConversionInactivity,
    PublicListConversionResponse as PublicListConversionResponse,
    PublicListConversionTime as PublicListConversionTime, PublicListFolder as PublicListFolder,
    PublicListPermissions as PublicListPermissions, PublicMembershipSettings as PublicMembershipSettings,
    PublicMigrationMapping as PublicMigrationMapping, PublicMonthReference as PublicMonthReference,
    PublicMultiStringPropertyOperation as PublicMultiStringPropertyOperation,
    PublicNotAllFilterBranch as PublicNotAllFilterBranch, PublicNotAnyFilterBranch as PublicNotAnyFilterBranch,
    PublicNowReference as PublicNowReference, PublicNumOccurrencesRefineBy as PublicNumOccurrencesRefineBy,
    PublicNumberPropertyOperation as PublicNumberPropertyOperation, PublicObjectId as PublicObjectId,
    PublicObjectList as PublicObjectList, PublicObjectListRecord as PublicObjectListRecord,
    PublicObjectListSearchResult as PublicObjectListSearchResult, PublicObjectWarning as PublicObjectWarning,
    PublicOrFilterBranch as PublicOrFilterBranch, PublicOwner as PublicOwner,
    PublicPageViewAnalyticsFilter as PublicPageViewAnalyticsFilter,
    PublicPrivacyAnalyticsFilter as PublicPrivacyAnalyticsFilter, PublicPropertyFilter as PublicPropertyFilter,
    PublicPropertyReferencedTime as PublicPropertyReferencedTime,
    PublicPropertyValidationRule as PublicPropertyValidationRule,
    PublicPropertyValidationRuleMap as PublicPropertyValidationRuleMap,
    PublicQuarterReference as PublicQuarterReference,
    PublicRangedDatePropertyOperation as PublicRangedDatePropertyOperation,
    PublicRangedNumberPropertyOperation as PublicRangedNumberPropertyOperation,
    PublicRangedTimeOperation as PublicRangedTimeOperation,
    PublicRelativeComparativeTimestampRefineBy as PublicRelativeComparativeTimestampRefineBy,
    PublicRelativeRangedTimestampRefineBy as PublicRelativeRangedTimestampRefineBy,
    PublicRestrictedFilterBranch as PublicRestrictedFilterBranch,
    PublicRollingDateRangePropertyOperation as PublicRollingDateRangePropertyOperation,
    PublicRollingPropertyUpdatedOperation as PublicRollingPropertyUpdatedOperation,
    PublicSetOccurrencesRefineBy as PublicSetOccurrencesRefineBy,
    PublicStringPropertyOperation as PublicStringPropertyOperation,
    PublicSurveyMonkeyFilter as PublicSurveyMonkeyFilter,
    PublicSurveyMonkeyValueFilter as PublicSurveyMonkeyValueFilter, PublicTeam as PublicTeam,
    PublicTimeOffset as PublicTimeOffset, PublicTimePointOperation as PublicTimePointOperation,
    PublicTodayReference as PublicTodayReference, PublicUnifiedEventsFilter as PublicUnifiedEventsFilter,
    PublicUnifiedEventsFilterBranch as PublicUnifiedEventsFilterBranch, PublicWebinarFilter as PublicWebinarFilter,
    PublicWeekReference as PublicWeekReference, PublicYearReference as PublicYearReference,
    RecordIdInput as RecordIdInput, RecordLimitResponse as RecordLimitResponse,
    ReportCreationResponse as ReportCreationResponse, SimplePublicObject as SimplePublicObject,
    SimplePublicObjectBatchInput as SimplePublicObjectBatchInput,
    SimplePublicObjectBatchInputForCreate as SimplePublicObjectBatchInputForCreate,
    SimplePublicObjectBatchInputUpsert as SimplePublicObjectBatchInputUpsert,
    SimplePublicObjectId as SimplePublicObjectId,
    SimplePublicObjectWithAssociations as SimplePublicObjectWithAssociations,
    SimplePublicUpsertObject as SimplePublicUpsertObject, StandardError as StandardError, TaskLocator as TaskLocator,
    UsageForObjectType as UsageForObjectType, ValueWithTimestamp as ValueWithTimestamp,
)
# fmt: on


class CollectionResponseObjectSchemaNoPaging(Model, kw_only=True):
    """A whole list of object types."""

    results: list[ObjectSchema]
    """The object types."""


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
    properties: list[Property]
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


AssociationSchemasAssociationSpecWithLabel: TypeAlias = AssociationSpecWithLabelModel

AssociationsMultiAssociatedObjectWithLabel: TypeAlias = MultiAssociatedObjectWithLabelModel

AssociationsCollectionResponseMultiAssociatedObjectWithLabelForwardPaging: TypeAlias = (
    CollectionResponseMultiAssociatedObjectWithLabelForwardPagingModel
)
