# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Models of version 2026-09."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Literal, TypeAlias

from msgspec import UNSET, UnsetType, field

from hubspot_crm._core.model import Model
# fmt: off
from hubspot_crm.v2025_09.models import (
    ApiCollectionResponseRecordListMembership as ApiCollectionResponseRecordListMembership,
    AssociationSpecWithLabel as AssociationSpecWithLabel,
    BatchResponseDealToDealSplits as BatchResponseDealToDealSplits,
    BatchResponseRecordIdWithMemberships as BatchResponseRecordIdWithMemberships,
    BatchResponseSimplePublicObject as BatchResponseSimplePublicObject,
    BatchResponseSimplePublicUpsertObject as BatchResponseSimplePublicUpsertObject,
    BatchResponseVoid as BatchResponseVoid,
    CollectionResponseAssociationSpecWithLabelNoPaging as CollectionResponseAssociationSpecWithLabelNoPaging,
    CollectionResponseMultiAssociatedObjectWithLabelForwardPaging as CollectionResponseMultiAssociatedObjectWithLabelForwardPaging,
    CollectionResponseObjectSchemaNoPaging as CollectionResponseObjectSchemaNoPaging,
    CollectionResponsePipelineNoPaging as CollectionResponsePipelineNoPaging,
    CollectionResponsePipelineStageNoPaging as CollectionResponsePipelineStageNoPaging,
    CollectionResponsePropertyGroupNoPaging as CollectionResponsePropertyGroupNoPaging,
    CollectionResponsePublicImportErrorForwardPaging as CollectionResponsePublicImportErrorForwardPaging,
    CollectionResponseSimplePublicObjectWithAssociationsForwardPaging as CollectionResponseSimplePublicObjectWithAssociationsForwardPaging,
    CollectionResponseWithTotalSimplePublicObject as CollectionResponseWithTotalSimplePublicObject,
    DealToDealSplits as DealToDealSplits, ListCreateResponse as ListCreateResponse,
    ListFetchResponse as ListFetchResponse, ListUpdateResponse as ListUpdateResponse,
    ListsByIdResponse as ListsByIdResponse, MultiAssociatedObjectWithLabel as MultiAssociatedObjectWithLabel,
    ObjectSchema as ObjectSchema, Pipeline as Pipeline, PipelineStage as PipelineStage,
    PropertyGroup as PropertyGroup, PropertyValue as PropertyValue, PublicAndFilterBranch as PublicAndFilterBranch,
    PublicAssociationFilterBranch as PublicAssociationFilterBranch,
    PublicCampaignInfluencedFilter as PublicCampaignInfluencedFilter,
    PublicEventFilterMetadata as PublicEventFilterMetadata, PublicExportListRequest as PublicExportListRequest,
    PublicExportRequest as PublicExportRequest, PublicExportViewRequest as PublicExportViewRequest,
    PublicImportError as PublicImportError, PublicIntegrationEventFilter as PublicIntegrationEventFilter,
    PublicNotAllFilterBranch as PublicNotAllFilterBranch, PublicNotAnyFilterBranch as PublicNotAnyFilterBranch,
    PublicNumAssociationsFilter as PublicNumAssociationsFilter, PublicObjectList as PublicObjectList,
    PublicOrFilterBranch as PublicOrFilterBranch,
    PublicPropertyAssociationFilterBranch as PublicPropertyAssociationFilterBranch,
    PublicPropertyAssociationInListFilter as PublicPropertyAssociationInListFilter,
    PublicPropertyFilter as PublicPropertyFilter, PublicRestrictedFilterBranch as PublicRestrictedFilterBranch,
    PublicSurveyMonkeyValueFilter as PublicSurveyMonkeyValueFilter,
    PublicUnifiedEventsFilter as PublicUnifiedEventsFilter,
    PublicUnifiedEventsFilterBranch as PublicUnifiedEventsFilterBranch,
    RecordIdWithMemberships as RecordIdWithMemberships, RecordListMembership as RecordListMembership,
    SchemasObjectTypeDefinition as SchemasObjectTypeDefinition, SchemasProperty,
    SimplePublicObject as SimplePublicObject,
    SimplePublicObjectWithAssociations as SimplePublicObjectWithAssociations,
    SimplePublicUpsertObject as SimplePublicUpsertObject,
)
# fmt: on
# fmt: off
from hubspot_crm.v3.models import (
    ActionResponse as ActionResponse, ActionResponseWithSingleResultURI as ActionResponseWithSingleResultURI,
    ApiCollectionResponseJoinTimeAndRecordId as ApiCollectionResponseJoinTimeAndRecordId,
    AssociatedId as AssociatedId, AssociationDefinition as AssociationDefinition,
    AssociationLabelLimitResponse as AssociationLabelLimitResponse,
    AssociationRecordLimitResponse as AssociationRecordLimitResponse, AssociationSpec as AssociationSpec,
    AtLimitRecordSample as AtLimitRecordSample,
    BatchResponseLabelsBetweenObjectPair as BatchResponseLabelsBetweenObjectPair,
    BatchResponsePublicAssociationDefinitionConfigurationUpdateResult as BatchResponsePublicAssociationDefinitionConfigurationUpdateResult,
    BatchResponsePublicAssociationDefinitionUserConfiguration as BatchResponsePublicAssociationDefinitionUserConfiguration,
    BatchResponsePublicDefaultAssociation as BatchResponsePublicDefaultAssociation,
    CalculatedPropertyLimitResponse as CalculatedPropertyLimitResponse,
    CollectionResponseAssociatedId as CollectionResponseAssociatedId,
    CollectionResponseAssociationLabelLimitResponseNoPaging as CollectionResponseAssociationLabelLimitResponseNoPaging,
    CollectionResponseObjectTypeNearOrAtAssociationLimitNoPaging as CollectionResponseObjectTypeNearOrAtAssociationLimitNoPaging,
    CollectionResponsePublicAssociationDefinitionUserConfigurationNoPaging as CollectionResponsePublicAssociationDefinitionUserConfigurationNoPaging,
    CollectionResponsePublicAuditInfoNoPaging as CollectionResponsePublicAuditInfoNoPaging,
    CollectionResponsePublicImportResponseForwardPaging as CollectionResponsePublicImportResponseForwardPaging,
    CollectionResponsePublicOwnerForwardPaging as CollectionResponsePublicOwnerForwardPaging,
    CollectionResponsePublicPropertyValidationRuleMapNoPaging as CollectionResponsePublicPropertyValidationRuleMapNoPaging,
    CollectionResponsePublicPropertyValidationRuleNoPaging as CollectionResponsePublicPropertyValidationRuleNoPaging,
    CustomObjectLimitResponse as CustomObjectLimitResponse,
    CustomObjectRecordLimitResponse as CustomObjectRecordLimitResponse,
    CustomPropertyLimitResponse as CustomPropertyLimitResponse, DateTime as DateTime, Error as Error,
    ErrorDetail as ErrorDetail, FieldType, Filter as Filter, FilterGroup as FilterGroup,
    ForwardPaging as ForwardPaging, ImportRowCore as ImportRowCore, ImportTemplate as ImportTemplate,
    JoinTimeAndRecordId as JoinTimeAndRecordId, LabelsBetweenObjectPair as LabelsBetweenObjectPair,
    LimitAndUsageForObjectType as LimitAndUsageForObjectType, ListFolderCreateResponse as ListFolderCreateResponse,
    ListFolderFetchResponse as ListFolderFetchResponse, ListSearchResponse as ListSearchResponse,
    MembershipsUpdateResponse as MembershipsUpdateResponse, NearLimitRecordSample as NearLimitRecordSample,
    NextPage as NextPage, ObjectTypeDefinition as ObjectTypeDefinition,
    ObjectTypeDefinitionLabels as ObjectTypeDefinitionLabels,
    ObjectTypeEnablementPublicResponse as ObjectTypeEnablementPublicResponse,
    ObjectTypeNearOrAtAssociationLimit as ObjectTypeNearOrAtAssociationLimit,
    ObjectTypePropertyCreate as ObjectTypePropertyCreate, Option as Option, OptionInput as OptionInput,
    Paging as Paging, PipelineLimitResponse as PipelineLimitResponse, PipelineStageInput as PipelineStageInput,
    PortalObjectTypeEnablementPublicResponse as PortalObjectTypeEnablementPublicResponse,
    PreviousPage as PreviousPage, PropertyModificationMetadata as PropertyModificationMetadata,
    PropertyName as PropertyName,
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
    PublicAssociationMultiPost as PublicAssociationMultiPost, PublicAssociationSpec as PublicAssociationSpec,
    PublicAssociationsForObject as PublicAssociationsForObject, PublicAuditInfo as PublicAuditInfo,
    PublicBatchMigrationMapping as PublicBatchMigrationMapping,
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
    PublicOwner as PublicOwner, PublicPageViewAnalyticsFilter as PublicPageViewAnalyticsFilter,
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
    ReportCreationResponse as ReportCreationResponse, SimplePublicObjectBatchInput as SimplePublicObjectBatchInput,
    SimplePublicObjectBatchInputForCreate as SimplePublicObjectBatchInputForCreate,
    SimplePublicObjectBatchInputUpsert as SimplePublicObjectBatchInputUpsert,
    SimplePublicObjectId as SimplePublicObjectId, StandardError as StandardError, TaskLocator as TaskLocator,
    UsageForObjectType as UsageForObjectType, ValueWithTimestamp as ValueWithTimestamp,
)
# fmt: on


class BatchResponseProperty(Model, kw_only=True):
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
    results: list[SchemasProperty]
    """The properties, in no particular order."""
    started_at: datetime = field(name="startedAt")
    """When the work on the batch began."""
    status: Literal["CANCELED", "COMPLETE", "PENDING", "PROCESSING"] | str
    """How far the batch has come. COMPLETE says that every input was looked at, not that every one succeeded."""


class BatchResponsePublicAssociationMultiWithLabel(Model, kw_only=True):
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
    results: list[PublicAssociationMultiWithLabel]
    """The records with their associations, in no particular order."""
    started_at: datetime = field(name="startedAt")
    """When the work on the batch began."""
    status: Literal["CANCELED", "COMPLETE", "PENDING", "PROCESSING"] | str
    """How far the batch has come. COMPLETE says that every input was looked at, not that every one succeeded."""


class CollectionResponsePropertyNoPaging(Model, kw_only=True):
    """A whole list of properties."""

    results: list[SchemasProperty]
    """The properties."""


class PropertyCreate(Model, kw_only=True):
    """A property to create."""

    calculation_formula: str | UnsetType = field(default=UNSET, name="calculationFormula")
    """How the value is worked out, where `fieldType` is calculation_equation."""
    data_sensitivity: Literal["highly_sensitive", "non_sensitive", "sensitive"] | str | UnsetType = field(
        default=UNSET, name="dataSensitivity"
    )
    """How sensitive the values are. It cannot be changed later."""
    description: str | UnsetType = UNSET
    """What the property is for, for people to read."""
    display_order: int | UnsetType = field(default=UNSET, name="displayOrder")
    """The place among the properties of its group, from low to high. Those with -1 come last."""
    external_options: bool | UnsetType = field(default=UNSET, name="externalOptions")
    """Whether the options come from elsewhere, such as the list of owners."""
    field_type: FieldType = field(name="fieldType")
    """How the property is shown and entered."""
    form_field: bool | UnsetType = field(default=UNSET, name="formField")
    """Whether forms may ask for the property."""
    group_name: str = field(name="groupName")
    """The internal name of the group in which the property is shown."""
    has_unique_value: bool | UnsetType = field(default=UNSET, name="hasUniqueValue")
    """Whether no two records may have the same value, so that records can be looked up by it. It cannot be changed
    later.
    """
    hidden: bool | UnsetType = UNSET
    """Whether people do not see the property."""
    label: str
    """What people see."""
    name: str
    """The internal name. It cannot be changed later."""
    options_: Sequence[OptionInput] | UnsetType = field(default=UNSET, name="options")
    """The options to choose from. Properties of type enumeration need them."""
    referenced_object_type: str | UnsetType = field(default=UNSET, name="referencedObjectType")
    """The object type whose records the property names. OWNER, with `externalOptions`, makes the options the owners."""
    type: Literal["bool", "date", "datetime", "enumeration", "number", "phone_number", "string"] | str
    """What kind of value the property holds."""


class PublicAssociationMultiWithLabel(Model, kw_only=True):
    """A record and those associated with it, with the kinds of association."""

    from_: PublicObjectId = field(name="from")
    """The record that was asked about."""
    paging: Paging | UnsetType = UNSET
    """Where the list goes on. Absent where it is complete."""
    to: list[MultiAssociatedObjectWithLabel]
    """The records it is associated with, and how."""


Property: TypeAlias = SchemasProperty
