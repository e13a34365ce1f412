# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Models of version v3."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import ClassVar, Literal, TypeAlias

from msgspec import UNSET, UnsetType, field

from hubspot_crm._core.error_fields import ErrorFields
from hubspot_crm._core.model import Model

# fmt: off
Language: TypeAlias = Literal[
    "AF_ZA", "AR_EG", "BG", "BN", "CA_ES", "CS", "DA_DK", "DE", "EL_GR", "EN", "EN_GB", "ES", "ES_MX", "ET_EE", "FI",
    "FR", "FR_CA", "HE_IL", "HI_IN", "HR", "HU", "ID", "IT", "JA", "KO_KR", "LT_LT", "MS", "NL", "NO", "PL", "PT_BR",
    "PT_PT", "RO", "RU", "SK_SK", "SL", "SV", "TH", "TL", "TR", "UK", "VI_VN", "ZH_CN", "ZH_HK", "ZH_TW",
] | str
# fmt: on

# fmt: off
ObjectType: TypeAlias = Literal[
    "ABANDONED_CART", "ACCEPTANCE_TEST", "AD", "AD_ACCOUNT", "AD_CAMPAIGN", "AD_GROUP", "AI_FORECAST", "ALL_PAGES",
    "APPROVAL", "APPROVAL_STEP", "ATTRIBUTION", "AUDIENCE", "AUTOMATION_JOURNEY", "AUTOMATION_PLATFORM_FLOW",
    "AUTOMATION_PLATFORM_FLOW_ACTION", "BET_ALERT", "BET_DELIVERABLE_SERVICE", "BLOG_LISTING_PAGE", "BLOG_POST",
    "CALL", "CAMPAIGN", "CAMPAIGN_BUDGET_ITEM", "CAMPAIGN_SPEND_ITEM", "CAMPAIGN_STEP", "CAMPAIGN_TEMPLATE",
    "CAMPAIGN_TEMPLATE_STEP", "CART", "CASE_STUDY", "CHATFLOW", "CLIP", "CMS_URL", "COMBO_EVENT_CONFIGURATION",
    "COMMERCE_PAYMENT", "COMMUNICATION", "COMPANY", "CONTACT", "CONTACT_CREATE_ATTRIBUTION", "CONTENT",
    "CONTENT_AUDIT", "CONTENT_AUDIT_PAGE", "CONVERSATION", "CONVERSATION_INBOX", "CONVERSATION_SESSION",
    "CRM_OBJECTS_DUMMY_TYPE", "CRM_PIPELINES_DUMMY_TYPE", "CTA", "CTA_VARIANT", "DATA_PRIVACY_CONSENT",
    "DATA_SYNC_STATE", "DEAL", "DEAL_CREATE_ATTRIBUTION", "DEAL_REGISTRATION", "DEAL_SPLIT", "DISCOUNT",
    "DISCOUNT_CODE", "DISCOUNT_TEMPLATE", "EMAIL", "ENGAGEMENT", "EXPORT", "EXTERNAL_WEB_URL", "FEE",
    "FEEDBACK_SUBMISSION", "FEEDBACK_SURVEY", "FILE_MANAGER_FILE", "FILE_MANAGER_FOLDER", "FOLDER", "FORECAST",
    "FORM", "FORM_SUBMISSION_INBOUNDDB", "GOAL_TARGET", "GOAL_TARGET_GROUP", "GOAL_TEMPLATE", "GSC_PROPERTY", "HUB",
    "IMPORT", "INVOICE", "KEYWORD", "KNOWLEDGE_ARTICLE", "LANDING_PAGE", "LEAD", "LINE_ITEM", "MARKETING_CALENDAR",
    "MARKETING_CAMPAIGN_UTM", "MARKETING_EMAIL", "MARKETING_EVENT", "MARKETING_EVENT_ATTENDANCE", "MARKETING_SMS",
    "MEDIA_BRIDGE", "MEETING_EVENT", "MIC", "NOTE", "OBJECT_LIST", "ORDER", "OWNER", "PARTNER_ACCOUNT",
    "PARTNER_CLIENT", "PARTNER_CLIENT_REVENUE", "PARTNER_SERVICE", "PAYMENT_LINK", "PAYMENT_SCHEDULE",
    "PAYMENT_SCHEDULE_INSTALLMENT", "PERMISSIONS_TESTING", "PLAYBOOK", "PLAYBOOK_QUESTION", "PLAYBOOK_SUBMISSION",
    "PLAYBOOK_SUBMISSION_ANSWER", "PLAYLIST", "PLAYLIST_FOLDER", "PODCAST_EPISODE", "PORTAL",
    "PORTAL_OBJECT_SYNC_MESSAGE", "POSTAL_MAIL", "PRIVACY_SCANNER_COOKIE", "PRODUCT", "PRODUCT_OR_FOLDER",
    "PROPERTY_INFO", "PROSPECTING_AGENT_CONTACT_ASSIGNMENT", "PUBLISHING_TASK", "QUARANTINED_SUBMISSION", "QUOTA",
    "QUOTE", "QUOTE_FIELD", "QUOTE_MODULE", "QUOTE_MODULE_FIELD", "QUOTE_TEMPLATE", "RESTORABLE_CRM_OBJECT",
    "ROSTER", "ROSTER_MEMBER", "SALESFORCE_SYNC_ERROR", "SALES_DOCUMENT", "SALES_TASK", "SALES_WORKLOAD",
    "SCHEDULING_PAGE", "SCHEMAS_BACKEND_TEST", "SCORE_CONFIGURATION", "SEQUENCE", "SEQUENCE_ENROLLMENT",
    "SEQUENCE_STEP", "SEQUENCE_STEP_ENROLLMENT", "SERVICE", "SITE_PAGE", "SNIPPET", "SOCIAL_BROADCAST",
    "SOCIAL_CHANNEL", "SOCIAL_POST", "SOCIAL_PROFILE", "SOX_PROTECTED_DUMMY_TYPE", "SOX_PROTECTED_TEST_TYPE",
    "SUBMISSION_TAG", "SUBSCRIPTION", "TASK", "TASK_TEMPLATE", "TAX", "TEMPLATE", "TICKET", "UNKNOWN", "UNSUBSCRIBE",
    "USER", "VIEW", "VIEW_BLOCK", "WEB_INTERACTIVE",
] | str
# fmt: on

# fmt: off
FieldType: TypeAlias = Literal[
    "booleancheckbox", "calculation_equation", "checkbox", "date", "file", "html", "number", "phonenumber", "radio",
    "select", "text", "textarea",
] | str
# fmt: on

# fmt: off
TextDisplayHint: TypeAlias = Literal[
    "domain_name", "email", "ip_address", "multi_line", "phone_number", "physical_address", "postal_code",
    "unformatted_single_line",
] | str
# fmt: on

# fmt: off
RuleType: TypeAlias = Literal[
    "AFTER_DATETIME_DURATION", "AFTER_DURATION", "ALPHANUMERIC", "BEFORE_DATETIME_DURATION", "BEFORE_DURATION",
    "DAYS_OF_WEEK", "DECIMAL", "DOMAIN", "EMAIL", "EMAIL_ALLOWED_DOMAINS", "EMAIL_BLOCKED_DOMAINS", "END_DATE",
    "END_DATETIME", "FORMAT", "MAX_LENGTH", "MAX_NUMBER", "MIN_LENGTH", "MIN_NUMBER",
    "PHONE_NUMBER_WITH_EXPLICIT_COUNTRY_CODE", "REGEX", "SPECIAL_CHARACTERS", "START_DATE", "START_DATETIME", "URL",
    "URL_ALLOWED_DOMAINS", "URL_BLOCKED_DOMAINS", "WHITESPACE",
] | str
# fmt: on


class ActionResponse(Model, kw_only=True):
    """What came of a request."""

    completed_at: datetime = field(name="completedAt")
    """When the batch was done."""
    links: dict[str, str] | UnsetType = UNSET
    """Addresses of related resources by name."""
    requested_at: datetime | None | UnsetType = field(default=UNSET, name="requestedAt")
    """When the request was received."""
    started_at: datetime = field(name="startedAt")
    """When the work on the batch began."""
    status: Literal["CANCELED", "COMPLETE", "PENDING", "PROCESSING"] | str
    """How far the batch has come. COMPLETE says that every input was looked at, not that every one succeeded."""


class ActionResponseWithSingleResultURI(Model, kw_only=True):
    """What came of a request to write a file."""

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
    result: str | UnsetType = UNSET
    """The address of the file, once there is one."""
    started_at: datetime = field(name="startedAt")
    """When the work on the batch began."""
    status: Literal["CANCELED", "COMPLETE", "PENDING", "PROCESSING"] | str
    """How far the batch has come. COMPLETE says that every input was looked at, not that every one succeeded."""


class ApiCollectionResponseJoinTimeAndRecordId(Model, kw_only=True):
    """One page of members."""

    paging: Paging | UnsetType = UNSET
    """Where the list goes on. Absent on the last page."""
    results: list[JoinTimeAndRecordId]
    """The members on this page."""
    total: int | UnsetType = UNSET
    """How many there are in all."""


class ApiCollectionResponseRecordListMembership(Model, kw_only=True):
    """One page of memberships."""

    paging: Paging | UnsetType = UNSET
    """Where the list goes on. Absent on the last page."""
    results: list[RecordListMembership]
    """The memberships on this page."""
    total: int | UnsetType = UNSET
    """How many there are in all."""


class AssociatedId(Model, kw_only=True):
    """One record at the other end of an association."""

    id: str
    """The id of the associated record."""
    type: str
    """The kind of association, named after the two object types."""


class AssociationDefinition(Model, kw_only=True):
    """Two object types whose records may be associated."""

    created_at: datetime | UnsetType = field(default=UNSET, name="createdAt")
    """When it was created."""
    from_object_type_id: str = field(name="fromObjectTypeId")
    """The object type id of the records it starts from."""
    id: str
    """The id of the association."""
    name: str | UnsetType = UNSET
    """The internal name of the association."""
    to_object_type_id: str = field(name="toObjectTypeId")
    """The object type id of the records it leads to."""
    updated_at: datetime | UnsetType = field(default=UNSET, name="updatedAt")
    """When it was last changed."""


class AssociationLabelLimitResponse(Model, kw_only=True):
    """How many labels the associations of two object types may have, and have."""

    all_labels: list[str] = field(name="allLabels")
    """The labels that there are."""
    from_object_type: ObjectTypeDefinition = field(name="fromObjectType")
    """The object type that the associations start from."""
    limit: int
    """How many there may be."""
    percentage: int | float
    """How much of the limit is used, in percent."""
    to_object_type: ObjectTypeDefinition = field(name="toObjectType")
    """The object type that the associations lead to."""
    usage: int
    """How many there are."""


class AssociationRecordLimitResponse(Model, kw_only=True):
    """How many records may be associated with one record, and which come close to that."""

    at_limit_from_record_samples: list[AtLimitRecordSample] = field(name="atLimitFromRecordSamples")
    """Some of the records that are at the limit."""
    limit: int
    """How many there may be."""
    near_limit_from_record_samples: list[NearLimitRecordSample] = field(name="nearLimitFromRecordSamples")
    """Some of the records that come close to the limit."""
    total_records_at_limit: int = field(name="totalRecordsAtLimit")
    """How many records are at the limit."""
    total_records_near_limit: int = field(name="totalRecordsNearLimit")
    """How many records come close to the limit."""


class AssociationSpec(Model, kw_only=True):
    """Which kind of association is meant."""

    association_category: Literal["HUBSPOT_DEFINED", "INTEGRATOR_DEFINED", "USER_DEFINED", "WORK"] | str = field(
        name="associationCategory"
    )
    """Who defined the kind of association."""
    association_type_id: int = field(name="associationTypeId")
    """The id of the kind of association. It holds in one direction; the way back has an id of its own."""


class AssociationSpecWithLabel(Model, kw_only=True):
    """A kind of association that holds between two records."""

    category: Literal["HUBSPOT_DEFINED", "INTEGRATOR_DEFINED", "USER_DEFINED", "WORK"] | str
    """Who defined the kind of association."""
    from_object_type_id: str | UnsetType = field(default=UNSET, name="fromObjectTypeId")
    """The object type id of the records it starts from."""
    label: str | UnsetType = UNSET
    """What people call this kind of association. Absent where it has no label."""
    to_object_type_id: str | UnsetType = field(default=UNSET, name="toObjectTypeId")
    """The object type id of the records it leads to."""
    type_id: int = field(name="typeId")
    """The id of the kind of association in this direction."""


class AtLimitRecordSample(Model, kw_only=True):
    """A record that is at the limit."""

    label: str
    """What the record is called."""
    object_id: int = field(name="objectId")
    """The id of the record."""


class BatchResponseDealToDealSplits(Model, kw_only=True):
    """What came of a batch of deals and their splits."""

    completed_at: datetime = field(name="completedAt")
    """When the batch was done."""
    links: dict[str, str] | UnsetType = UNSET
    """Addresses of related resources by name."""
    requested_at: datetime | None | UnsetType = field(default=UNSET, name="requestedAt")
    """When the request was received."""
    results: list[DealToDealSplits]
    """The deals with their splits, in no particular order."""
    started_at: datetime = field(name="startedAt")
    """When the work on the batch began."""
    status: Literal["CANCELED", "COMPLETE", "PENDING", "PROCESSING"] | str
    """How far the batch has come. COMPLETE says that every input was looked at, not that every one succeeded."""
    errors: list[StandardError] | UnsetType = UNSET
    """What failed. One error may stand for several inputs."""
    num_errors: int | UnsetType = field(default=UNSET, name="numErrors")
    """How many inputs failed."""


class BatchResponseLabelsBetweenObjectPair(Model, kw_only=True):
    """What came of a batch."""

    completed_at: datetime = field(name="completedAt")
    """When the batch was done."""
    links: dict[str, str] | UnsetType = UNSET
    """Addresses of related resources by name."""
    requested_at: datetime | None | UnsetType = field(default=UNSET, name="requestedAt")
    """When the request was received."""
    results: list[LabelsBetweenObjectPair]
    """The pairs of records with their labels, in no particular order."""
    started_at: datetime = field(name="startedAt")
    """When the work on the batch began."""
    status: Literal["CANCELED", "COMPLETE", "PENDING", "PROCESSING"] | str
    """How far the batch has come. COMPLETE says that every input was looked at, not that every one succeeded."""
    errors: list[StandardError] | UnsetType = UNSET
    """What failed. One error may stand for several inputs."""
    num_errors: int | UnsetType = field(default=UNSET, name="numErrors")
    """How many inputs failed."""


class BatchResponseProperty(Model, kw_only=True):
    """What came of a batch."""

    completed_at: datetime = field(name="completedAt")
    """When the batch was done."""
    links: dict[str, str] | UnsetType = UNSET
    """Addresses of related resources by name."""
    requested_at: datetime | None | UnsetType = field(default=UNSET, name="requestedAt")
    """When the request was received."""
    results: list[Property]
    """The properties, in no particular order."""
    started_at: datetime = field(name="startedAt")
    """When the work on the batch began."""
    status: Literal["CANCELED", "COMPLETE", "PENDING", "PROCESSING"] | str
    """How far the batch has come. COMPLETE says that every input was looked at, not that every one succeeded."""
    errors: list[StandardError] | UnsetType = UNSET
    """What failed. One error may stand for several inputs."""
    num_errors: int | UnsetType = field(default=UNSET, name="numErrors")
    """How many inputs failed."""


class BatchResponsePublicAssociation(Model, kw_only=True):
    """What came of a batch."""

    completed_at: datetime = field(name="completedAt")
    """When the batch was done."""
    links: dict[str, str] | UnsetType = UNSET
    """Addresses of related resources by name."""
    requested_at: datetime | None | UnsetType = field(default=UNSET, name="requestedAt")
    """When the request was received."""
    results: list[PublicAssociation]
    """The associations, in no particular order."""
    started_at: datetime = field(name="startedAt")
    """When the work on the batch began."""
    status: Literal["CANCELED", "COMPLETE", "PENDING", "PROCESSING"] | str
    """How far the batch has come. COMPLETE says that every input was looked at, not that every one succeeded."""
    errors: list[StandardError] | UnsetType = UNSET
    """What failed. One error may stand for several inputs."""
    num_errors: int | UnsetType = field(default=UNSET, name="numErrors")
    """How many inputs failed."""


class BatchResponsePublicAssociationDefinitionConfigurationUpdateResult(Model, kw_only=True):
    """What came of a batch."""

    completed_at: datetime = field(name="completedAt")
    """When the batch was done."""
    links: dict[str, str] | UnsetType = UNSET
    """Addresses of related resources by name."""
    requested_at: datetime | None | UnsetType = field(default=UNSET, name="requestedAt")
    """When the request was received."""
    results: list[PublicAssociationDefinitionConfigurationUpdateResult]
    """The changed limits, in no particular order."""
    started_at: datetime = field(name="startedAt")
    """When the work on the batch began."""
    status: Literal["CANCELED", "COMPLETE", "PENDING", "PROCESSING"] | str
    """How far the batch has come. COMPLETE says that every input was looked at, not that every one succeeded."""
    errors: list[StandardError] | UnsetType = UNSET
    """What failed. One error may stand for several inputs."""
    num_errors: int | UnsetType = field(default=UNSET, name="numErrors")
    """How many inputs failed."""


class BatchResponsePublicAssociationDefinitionUserConfiguration(Model, kw_only=True):
    """What came of a batch."""

    completed_at: datetime = field(name="completedAt")
    """When the batch was done."""
    links: dict[str, str] | UnsetType = UNSET
    """Addresses of related resources by name."""
    requested_at: datetime | None | UnsetType = field(default=UNSET, name="requestedAt")
    """When the request was received."""
    results: list[PublicAssociationDefinitionUserConfiguration]
    """The limits, in no particular order."""
    started_at: datetime = field(name="startedAt")
    """When the work on the batch began."""
    status: Literal["CANCELED", "COMPLETE", "PENDING", "PROCESSING"] | str
    """How far the batch has come. COMPLETE says that every input was looked at, not that every one succeeded."""
    errors: list[StandardError] | UnsetType = UNSET
    """What failed. One error may stand for several inputs."""
    num_errors: int | UnsetType = field(default=UNSET, name="numErrors")
    """How many inputs failed."""


class BatchResponsePublicAssociationMulti(Model, kw_only=True):
    """What came of a batch."""

    completed_at: datetime = field(name="completedAt")
    """When the batch was done."""
    links: dict[str, str] | UnsetType = UNSET
    """Addresses of related resources by name."""
    requested_at: datetime | None | UnsetType = field(default=UNSET, name="requestedAt")
    """When the request was received."""
    results: list[PublicAssociationMulti]
    """The records with their associations, in no particular order."""
    started_at: datetime = field(name="startedAt")
    """When the work on the batch began."""
    status: Literal["CANCELED", "COMPLETE", "PENDING", "PROCESSING"] | str
    """How far the batch has come. COMPLETE says that every input was looked at, not that every one succeeded."""
    errors: list[StandardError] | UnsetType = UNSET
    """What failed. One error may stand for several inputs."""
    num_errors: int | UnsetType = field(default=UNSET, name="numErrors")
    """How many inputs failed."""


class BatchResponsePublicAssociationMultiWithLabel(Model, kw_only=True):
    """What came of a batch."""

    completed_at: datetime = field(name="completedAt")
    """When the batch was done."""
    links: dict[str, str] | UnsetType = UNSET
    """Addresses of related resources by name."""
    requested_at: datetime | None | UnsetType = field(default=UNSET, name="requestedAt")
    """When the request was received."""
    results: list[PublicAssociationMultiWithLabel]
    """The records with their associations, in no particular order."""
    started_at: datetime = field(name="startedAt")
    """When the work on the batch began."""
    status: Literal["CANCELED", "COMPLETE", "PENDING", "PROCESSING"] | str
    """How far the batch has come. COMPLETE says that every input was looked at, not that every one succeeded."""
    errors: list[StandardError] | UnsetType = UNSET
    """What failed. One error may stand for several inputs."""
    num_errors: int | UnsetType = field(default=UNSET, name="numErrors")
    """How many inputs failed."""


class BatchResponsePublicDefaultAssociation(Model, kw_only=True):
    """What came of a request for default associations."""

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
    results: list[PublicDefaultAssociation]
    """The associations that now hold, one for each direction."""
    started_at: datetime = field(name="startedAt")
    """When the work on the batch began."""
    status: Literal["CANCELED", "COMPLETE", "PENDING", "PROCESSING"] | str
    """How far the batch has come. COMPLETE says that every input was looked at, not that every one succeeded."""


class BatchResponseRecordIdWithMemberships(Model, kw_only=True):
    """What came of a batch."""

    completed_at: datetime = field(name="completedAt")
    """When the batch was done."""
    links: dict[str, str] | UnsetType = UNSET
    """Addresses of related resources by name."""
    requested_at: datetime | None | UnsetType = field(default=UNSET, name="requestedAt")
    """When the request was received."""
    results: list[RecordIdWithMemberships]
    """The records with their lists, in no particular order."""
    started_at: datetime = field(name="startedAt")
    """When the work on the batch began."""
    status: Literal["CANCELED", "COMPLETE", "PENDING", "PROCESSING"] | str
    """How far the batch has come. COMPLETE says that every input was looked at, not that every one succeeded."""
    errors: list[StandardError] | UnsetType = UNSET
    """What failed. One error may stand for several inputs."""
    num_errors: int | UnsetType = field(default=UNSET, name="numErrors")
    """How many inputs failed."""


class BatchResponseSimplePublicObject(Model, kw_only=True):
    """What came of a batch of records."""

    completed_at: datetime = field(name="completedAt")
    """When the batch was done."""
    links: dict[str, str] | UnsetType = UNSET
    """Addresses of related resources by name."""
    requested_at: datetime | None | UnsetType = field(default=UNSET, name="requestedAt")
    """When the request was received."""
    results: list[SimplePublicObject]
    """The records that were read or written, in no particular order."""
    started_at: datetime = field(name="startedAt")
    """When the work on the batch began."""
    status: Literal["CANCELED", "COMPLETE", "PENDING", "PROCESSING"] | str
    """How far the batch has come. COMPLETE says that every input was looked at, not that every one succeeded."""
    errors: list[StandardError] | UnsetType = UNSET
    """What failed. One error may stand for several inputs."""
    num_errors: int | UnsetType = field(default=UNSET, name="numErrors")
    """How many inputs failed."""


class BatchResponseSimplePublicUpsertObject(Model, kw_only=True):
    """What came of a batch of records to create or change."""

    completed_at: datetime = field(name="completedAt")
    """When the batch was done."""
    links: dict[str, str] | UnsetType = UNSET
    """Addresses of related resources by name."""
    requested_at: datetime | None | UnsetType = field(default=UNSET, name="requestedAt")
    """When the request was received."""
    results: list[SimplePublicUpsertObject]
    """The records that were created or changed, in no particular order."""
    started_at: datetime = field(name="startedAt")
    """When the work on the batch began."""
    status: Literal["CANCELED", "COMPLETE", "PENDING", "PROCESSING"] | str
    """How far the batch has come. COMPLETE says that every input was looked at, not that every one succeeded."""
    errors: list[StandardError] | UnsetType = UNSET
    """What failed. One error may stand for several inputs."""
    num_errors: int | UnsetType = field(default=UNSET, name="numErrors")
    """How many inputs failed."""


class CalculatedPropertyLimitResponse(Model, kw_only=True):
    """How many calculated properties there may be, and are."""

    by_object_type: list[UsageForObjectType] = field(name="byObjectType")
    """What is used, by object type."""
    overall_limit: int = field(name="overallLimit")
    """How many there may be in all."""
    overall_percentage: int | float = field(name="overallPercentage")
    """How much of the limit is used in all, in percent."""
    overall_usage: int = field(name="overallUsage")
    """How many there are in all."""


class CollectionResponseAssociatedId(Model, kw_only=True):
    """The first records that are associated with a record."""

    paging: Paging | UnsetType = UNSET
    """Where the list goes on. Absent where it is complete."""
    results: list[AssociatedId]
    """The associated records."""


class CollectionResponseAssociatedIdForwardPaging(Model, kw_only=True):
    """One page of the records that are associated with a record."""

    paging: ForwardPaging | UnsetType = UNSET
    """Where the list goes on. Absent on the last page."""
    results: list[AssociatedId]
    """The associated records on this page."""


class CollectionResponseAssociationLabelLimitResponseNoPaging(Model, kw_only=True):
    """A whole list of limits."""

    results: list[AssociationLabelLimitResponse]
    """The limits."""


class CollectionResponseAssociationSpecWithLabelNoPaging(Model, kw_only=True):
    """A whole list of kinds of association."""

    results: list[AssociationSpecWithLabel]
    """The kinds of association."""


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


class CollectionResponseObjectTypeNearOrAtAssociationLimitNoPaging(Model, kw_only=True):
    """A whole list of object types."""

    results: list[ObjectTypeNearOrAtAssociationLimit]
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


class CollectionResponsePropertyNoPaging(Model, kw_only=True):
    """A whole list of properties."""

    results: list[Property]
    """The properties."""


class CollectionResponsePublicAssociationDefinitionNoPaging(Model, kw_only=True):
    """A whole list of kinds of association."""

    results: list[PublicAssociationDefinition]
    """The kinds of association."""


class CollectionResponsePublicAssociationDefinitionUserConfigurationNoPaging(Model, kw_only=True):
    """A whole list of limits."""

    results: list[PublicAssociationDefinitionUserConfiguration]
    """The limits."""


class CollectionResponsePublicAuditInfoNoPaging(Model, kw_only=True):
    """A whole list of changes."""

    results: list[PublicAuditInfo]
    """The changes."""


class CollectionResponsePublicImportErrorForwardPaging(Model, kw_only=True):
    """One page of errors."""

    paging: ForwardPaging | UnsetType = UNSET
    """Where the list goes on. Absent on the last page."""
    results: list[PublicImportError]
    """The errors on this page."""


class CollectionResponsePublicImportResponseForwardPaging(Model, kw_only=True):
    """One page of imports."""

    paging: ForwardPaging | UnsetType = UNSET
    """Where the list goes on. Absent on the last page."""
    results: list[PublicImportResponse]
    """The imports on this page."""


class CollectionResponsePublicOwnerForwardPaging(Model, kw_only=True):
    """One page of owners."""

    paging: ForwardPaging | UnsetType = UNSET
    """Where the list goes on. Absent on the last page."""
    results: list[PublicOwner]
    """The owners on this page."""


class CollectionResponsePublicPropertyValidationRuleMapNoPaging(Model, kw_only=True):
    """A whole list of properties with their rules."""

    results: list[PublicPropertyValidationRuleMap]
    """The properties with their rules."""


class CollectionResponsePublicPropertyValidationRuleNoPaging(Model, kw_only=True):
    """A whole list of rules."""

    results: list[PublicPropertyValidationRule]
    """The rules."""


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


class CreatedResponseSimplePublicObject(Model, kw_only=True):
    """A record that was created."""

    created_resource_id: str = field(name="createdResourceId")
    """The id of the record."""
    entity: SimplePublicObject
    """The new record."""
    location: str | UnsetType = UNSET
    """The address of the record."""


class CustomObjectLimitResponse(Model, kw_only=True):
    """How many custom object types there may be, and are."""

    limit: int
    """How many there may be."""
    percentage: int | float
    """How much of the limit is used, in percent."""
    usage: int
    """How many there are."""


class CustomObjectRecordLimitResponse(Model, kw_only=True):
    """How many there may be of all custom object types together, and are."""

    by_object_type: list[UsageForObjectType] = field(name="byObjectType")
    """What is used, by object type."""
    overall_limit: int = field(name="overallLimit")
    """How many there may be in all."""
    overall_percentage: int | float = field(name="overallPercentage")
    """How much of the limit is used in all, in percent."""
    overall_usage: int = field(name="overallUsage")
    """How many there are in all."""


class CustomPropertyLimitResponse(Model, kw_only=True):
    """How many custom properties there may be, and are."""

    by_object_type: list[LimitAndUsageForObjectType] = field(name="byObjectType")
    """What is used, by object type."""
    overall_limit: int = field(name="overallLimit")
    """How many there may be in all."""
    overall_percentage: int | float = field(name="overallPercentage")
    """How much of the limit is used in all, in percent."""
    overall_usage: int = field(name="overallUsage")
    """How many there are in all."""


class DateTime(Model, kw_only=True):
    """An instant or a day."""

    date_only: bool = field(name="dateOnly")
    """Whether only the day is meant."""
    time_zone_shift: int = field(name="timeZoneShift")
    """By how much the time zone is shifted from universal time."""
    value: int
    """The instant in milliseconds since 1970."""


class DealToDealSplits(Model, kw_only=True):
    """A deal and how its amount is shared out."""

    id: str
    """The id of the deal."""
    splits: list[SimplePublicObject]
    """The splits, each a record of its own."""


class Error(Model, kw_only=True):
    """Why a request was refused."""

    error_fields: ClassVar[ErrorFields] = ErrorFields(
        message="message", category="category", correlation_id="correlationId", context="context", details="errors"
    )
    category: str | UnsetType = UNSET
    """The kind of error. New kinds may appear at any time. Branch on this or on the status, never on the message."""
    context: dict[str, list[str]] | str | UnsetType = UNSET
    """Values that the message speaks of, by name; the scopes that are missing, for one."""
    correlation_id: str | UnsetType = field(default=UNSET, name="correlationId")
    """Names this one request. Quote it when asking the vendor's support."""
    errors: list[ErrorDetail] | UnsetType = UNSET
    """The single faults where there are several."""
    links: dict[str, str] | UnsetType = UNSET
    """Addresses that help with this error by name."""
    message: str
    """What is wrong, for people to read."""
    sub_category: object | UnsetType = field(default=UNSET, name="subCategory")
    """A narrower kind of error within the category."""
    status: str | UnsetType = UNSET
    """The state of the request; "error" wherever it is given."""
    error_type: str | UnsetType = field(default=UNSET, name="errorType")
    """The kind of error, on a refusal for too many requests."""
    policy_name: str | UnsetType = field(default=UNSET, name="policyName")
    """The limit that was reached, on a refusal for too many requests. TEN_SECONDLY_ROLLING and SECONDLY pass soon,
    DAILY does not.
    """
    group_name: str | UnsetType = field(default=UNSET, name="groupName")
    """The group of requests that the reached limit counts."""
    request_id: str | UnsetType = field(default=UNSET, name="requestId")
    """An id of this one request, beside the correlation id."""


class ErrorDetail(Model, kw_only=True):
    """One fault among several."""

    code: str | UnsetType = UNSET
    """A short name for the fault."""
    context: dict[str, list[str]] | str | UnsetType = UNSET
    """Values that the message speaks of by name."""
    in_: str | UnsetType = field(default=UNSET, name="in")
    """The name of the field or parameter at fault."""
    message: str
    """What is wrong, for people to read."""
    sub_category: object | UnsetType = field(default=UNSET, name="subCategory")
    """A narrower kind of error."""


class Filter(Model, kw_only=True):
    """A condition on one property."""

    high_value: str | UnsetType = field(default=UNSET, name="highValue")
    """The upper bound for BETWEEN, itself included."""
    operator: (
        Literal[
            "BETWEEN",
            "CONTAINS_TOKEN",
            "EQ",
            "GT",
            "GTE",
            "HAS_PROPERTY",
            "IN",
            "LT",
            "LTE",
            "NEQ",
            "NOT_CONTAINS_TOKEN",
            "NOT_HAS_PROPERTY",
            "NOT_IN",
        ]
        | str
    )
    """How the property's value is compared. HAS_PROPERTY and NOT_HAS_PROPERTY ask only whether there is a value."""
    property_name: str = field(name="propertyName")
    """The internal name of the property."""
    value: str | UnsetType = UNSET
    """What to compare with; for BETWEEN, the lower bound."""
    values: Sequence[str] | UnsetType = UNSET
    """What to compare with for IN and NOT_IN."""


class FilterGroup(Model, kw_only=True):
    """Conditions that must hold together."""

    filters: Sequence[Filter]
    """The conditions. A record matches the group if it meets every one."""


class ForwardPaging(Model, kw_only=True):
    """Where a list goes on."""

    next: NextPage | UnsetType = UNSET
    """The next page. Absent on the last one."""


class ImportRowCore(Model, kw_only=True):
    """A row of a file."""

    additional_row_data: list[str] = field(name="additionalRowData")
    """Cells of the row beyond the columns that are known."""
    contains_encrypted_properties: bool = field(name="containsEncryptedProperties")
    """Whether cells of the row are kept encrypted."""
    file_id: int = field(name="fileId")
    """The id of the file."""
    line_number: int = field(name="lineNumber")
    """The number of the row in the file."""
    page_name: str | UnsetType = field(default=UNSET, name="pageName")
    """The sheet of the file."""
    row_data: list[str] = field(name="rowData")
    """The cells of the row."""


class ImportTemplate(Model, kw_only=True):
    """Settings that were taken over from elsewhere."""

    template_id: int = field(name="templateId")
    """The id of the template."""
    template_type: Literal["admin_defined", "previous_import", "user_file"] | str = field(name="templateType")
    """What the settings were taken from."""


class JoinTimeAndRecordId(Model, kw_only=True):
    """A member of a list, and since when."""

    membership_timestamp: datetime = field(name="membershipTimestamp")
    """When the record was added."""
    record_id: str = field(name="recordId")
    """The id of the record."""


class LabelsBetweenObjectPair(Model, kw_only=True):
    """The labels of the association between two records."""

    from_object_id: str = field(name="fromObjectId")
    """The id of the record it starts from."""
    from_object_type_id: str = field(name="fromObjectTypeId")
    """The object type id of the record it starts from."""
    labels: list[str]
    """The labels that hold between the two."""
    to_object_id: str = field(name="toObjectId")
    """The id of the record it leads to."""
    to_object_type_id: str = field(name="toObjectTypeId")
    """The object type id of the record it leads to."""


class LimitAndUsageForObjectType(Model, kw_only=True):
    """How many there may be of an object type, and are."""

    limit: int
    """How many there may be."""
    object_type_id: str = field(name="objectTypeId")
    """The object type id."""
    percentage: int | float
    """How much of the limit is used, in percent."""
    plural_label: str = field(name="pluralLabel")
    """What several records of the object type are called."""
    singular_label: str = field(name="singularLabel")
    """What a record of the object type is called."""
    usage: int
    """How many there are."""


class ListCreateResponse(Model, kw_only=True):
    """The list that was created."""

    list_: PublicObjectList = field(name="list")
    """The list."""


class ListFetchResponse(Model, kw_only=True):
    """A list."""

    list_: PublicObjectList = field(name="list")
    """The list."""


class ListFolderCreateResponse(Model, kw_only=True):
    """The folder that was created."""

    folder: PublicListFolder
    """The folder."""


class ListFolderFetchResponse(Model, kw_only=True):
    """A folder."""

    folder: PublicListFolder
    """The folder."""


class ListSearchResponse(Model, kw_only=True):
    """One page of the lists that a search found."""

    has_more: bool = field(name="hasMore")
    """Whether there are further lists after this page."""
    lists: list[PublicObjectListSearchResult]
    """The lists."""
    offset: int
    """How many lists to pass over for the next page."""
    total: int
    """How many lists match."""


class ListSizeAndEditHistoryResponse(Model, kw_only=True):
    """How the size of a list went, and when it was changed."""

    edit_history: list[datetime] = field(name="editHistory")
    """When the filters of the list were changed."""
    size_history: list[ListSizeDataPoint] = field(name="sizeHistory")
    """The size at several times."""


class ListSizeDataPoint(Model, kw_only=True):
    """The size of a list at one time."""

    size: int
    """How many members there are."""
    timestamp: datetime
    """When the list had this size."""


class ListUpdateResponse(Model, kw_only=True):
    """The list as it is now."""

    updated_list: PublicObjectList | UnsetType = field(default=UNSET, name="updatedList")
    """The list as it is now."""


class ListsByIdResponse(Model, kw_only=True):
    """The lists that were found."""

    lists: list[PublicObjectList]
    """The lists."""


class MaskedSubstring(Model, kw_only=True):
    """A part of a value that is hidden."""

    end: int
    """Where the hidden part ends."""
    start: int
    """Where the hidden part begins."""


class MaskedSubstrings(Model, kw_only=True):
    """The parts of a value that are hidden."""

    substrings: list[MaskedSubstring]
    """The hidden parts."""


class MembershipsUpdateResponse(Model, kw_only=True):
    """What became of each record."""

    record_ids_missing: list[str] = field(name="recordIdsMissing")
    """The ids that no record has."""
    record_ids_removed: list[str] = field(name="recordIdsRemoved")
    """The ids of the records that were removed."""
    records_ids_added: list[str] = field(name="recordsIdsAdded")
    """The ids of the records that were added."""


class MultiAssociatedObjectWithLabel(Model, kw_only=True):
    """An associated record and every kind of association with it."""

    association_types: list[AssociationSpecWithLabel] = field(name="associationTypes")
    """The kinds of association that hold."""
    to_object_id: str = field(name="toObjectId")
    """The id of the associated record."""


class NearLimitRecordSample(Model, kw_only=True):
    """A record that comes close to the limit."""

    label: str
    """What the record is called."""
    object_id: int = field(name="objectId")
    """The id of the record."""
    percentage: int | float
    """How much of the limit is used, in percent."""
    usage: int
    """How many there are."""


class NextPage(Model, kw_only=True):
    """The next page of a list."""

    after: str
    """The cursor to send as `after` for that page."""
    link: str | UnsetType = UNSET
    """The address of that page."""


class ObjectSchema(Model, kw_only=True):
    """An object type with its properties and associations."""

    allows_sensitive_properties: bool | UnsetType = field(default=UNSET, name="allowsSensitiveProperties")
    """Whether properties of this object type may hold sensitive data."""
    archived: bool | UnsetType = UNSET
    """Whether the object type has been archived."""
    associations: list[AssociationDefinition]
    """Which object types its records may be associated with."""
    created_at: datetime | UnsetType = field(default=UNSET, name="createdAt")
    """When it was created."""
    created_by_user_id: int | UnsetType = field(default=UNSET, name="createdByUserId")
    """The id of the user who created it."""
    description: str | UnsetType = UNSET
    """What the records are, for people to read."""
    fully_qualified_name: str | UnsetType = field(default=UNSET, name="fullyQualifiedName")
    """The internal name with a prefix that makes it unique among all accounts."""
    id: str
    """An id of the definition."""
    labels: ObjectTypeDefinitionLabels
    """What people call a record, and several."""
    name: str
    """The internal name. It cannot be changed later."""
    object_type_id: str | UnsetType = field(default=UNSET, name="objectTypeId")
    """The object type id."""
    primary_display_property: str | UnsetType = field(default=UNSET, name="primaryDisplayProperty")
    """The property by which a record is called, by its internal name."""
    properties: list[Property]
    """The properties of its records."""
    required_properties: list[str] = field(name="requiredProperties")
    """The properties that a new record must have, by their internal names."""
    searchable_properties: list[str] | UnsetType = field(default=UNSET, name="searchableProperties")
    """The properties in which a search by text looks, by their internal names."""
    secondary_display_properties: list[str] | UnsetType = field(default=UNSET, name="secondaryDisplayProperties")
    """The properties that are shown beside it, by their internal names."""
    updated_at: datetime | UnsetType = field(default=UNSET, name="updatedAt")
    """When it was last changed."""
    updated_by_user_id: int | UnsetType = field(default=UNSET, name="updatedByUserId")
    """The id of the user who changed it last."""


class ObjectTypeDefinition(Model, kw_only=True):
    """An object type and what it is called."""

    object_type_id: str = field(name="objectTypeId")
    """The object type id."""
    plural_label: str = field(name="pluralLabel")
    """What several records of the object type are called."""
    singular_label: str = field(name="singularLabel")
    """What a record of the object type is called."""


class ObjectTypeDefinitionLabels(Model, kw_only=True):
    """What records of an object type are called."""

    plural: str | UnsetType = UNSET
    """What several are called."""
    singular: str | UnsetType = UNSET
    """What a record is called."""


class ObjectTypeEnablementPublicResponse(Model, kw_only=True):
    """Whether an object type is active."""

    enablement: bool
    """Whether the object type is active."""


class ObjectTypeNearOrAtAssociationLimit(Model, kw_only=True):
    """An object type, and whether its records come close to the limit."""

    has_records_at_limit: bool = field(name="hasRecordsAtLimit")
    """Whether some records are at the limit."""
    has_records_near_limit: bool = field(name="hasRecordsNearLimit")
    """Whether some records come close to the limit."""
    object_type_id: str = field(name="objectTypeId")
    """The object type id."""
    plural_label: str = field(name="pluralLabel")
    """What several records of the object type are called."""
    singular_label: str = field(name="singularLabel")
    """What a record of the object type is called."""


class ObjectTypePropertyCreate(Model, kw_only=True):
    """A property to create with the object type."""

    description: str | UnsetType = UNSET
    """What the property is for, for people to read."""
    display_order: int | UnsetType = field(default=UNSET, name="displayOrder")
    """The place among the properties of its group, from low to high. Those with -1 come last."""
    external_options_reference_type: str | UnsetType = field(default=UNSET, name="externalOptionsReferenceType")
    """Where the options come from, if they are not given here."""
    field_type: str = field(name="fieldType")
    """How the property is shown and entered."""
    form_field: bool | UnsetType = field(default=UNSET, name="formField")
    """Whether forms may ask for the property."""
    group_name: str | UnsetType = field(default=UNSET, name="groupName")
    """The internal name of the group in which the property is shown."""
    has_unique_value: bool | UnsetType = field(default=UNSET, name="hasUniqueValue")
    """Whether no two records may have the same value, so that records can be looked up by it."""
    hidden: bool | UnsetType = UNSET
    """Whether people do not see the property."""
    label: str
    """What people see."""
    name: str
    """The internal name. It cannot be changed later."""
    number_display_hint: (
        Literal["currency", "duration", "formatted", "percentage", "probability", "unformatted"] | str | UnsetType
    ) = field(default=UNSET, name="numberDisplayHint")
    """How a number is shown."""
    option_sort_strategy: Literal["ALPHABETICAL", "DISPLAY_ORDER"] | str | UnsetType = field(
        default=UNSET, name="optionSortStrategy"
    )
    """In which order people see the options."""
    options: Sequence[OptionInput] | UnsetType = UNSET
    """The options to choose from. Properties of type enumeration need them."""
    referenced_object_type: str | UnsetType = field(default=UNSET, name="referencedObjectType")
    """The object type whose records the property names."""
    searchable_in_global_search: bool | UnsetType = field(default=UNSET, name="searchableInGlobalSearch")
    """Whether the search of the account looks in this property."""
    show_currency_symbol: bool | UnsetType = field(default=UNSET, name="showCurrencySymbol")
    """Whether a number is shown with the sign of the account's currency."""
    text_display_hint: TextDisplayHint | UnsetType = field(default=UNSET, name="textDisplayHint")
    """How a text is shown."""
    type: Literal["bool", "date", "datetime", "enumeration", "number", "phone_number", "string"] | str
    """What kind of value the property holds."""


class Option(Model, kw_only=True):
    """An option to choose from."""

    description: str | UnsetType = UNSET
    """What the option means, for people to read."""
    display_order: int | UnsetType = field(default=UNSET, name="displayOrder")
    """The place among the options, from low to high. Those with -1 come last."""
    hidden: bool
    """Whether people see the option."""
    label: str
    """What people see."""
    value: str
    """What records hold. It cannot be changed later."""


class OptionInput(Model, kw_only=True):
    """An option to choose from."""

    description: str | UnsetType = UNSET
    """What the option means, for people to read."""
    display_order: int | UnsetType = field(default=UNSET, name="displayOrder")
    """The place among the options, from low to high. Those with -1 come last."""
    hidden: bool
    """Whether people see the option."""
    label: str
    """What people see."""
    value: str
    """What records hold. It cannot be changed later."""


class Paging(Model, kw_only=True):
    """Where a list goes on in both directions."""

    next: NextPage | UnsetType = UNSET
    """The next page. Absent on the last one."""
    prev: PreviousPage | UnsetType = UNSET
    """The page before. Absent on the first one."""


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


class PipelineLimitResponse(Model, kw_only=True):
    """How many pipelines there may be, and are."""

    custom_object_types: CustomObjectRecordLimitResponse = field(name="customObjectTypes")
    """The limit for all custom object types together."""
    hubspot_defined_object_types: list[LimitAndUsageForObjectType] = field(name="hubspotDefinedObjectTypes")
    """The limit of each standard object type."""


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
    write_permissions: Literal["CRM_PERMISSIONS_ENFORCEMENT", "INTERNAL_ONLY", "READ_ONLY"] | str | UnsetType = field(
        default=UNSET, name="writePermissions"
    )
    """Who may move records into the stage."""


class PipelineStageInput(Model, kw_only=True):
    """A stage to create."""

    display_order: int = field(name="displayOrder")
    """The place among its likes, from low to high. Those at the same place are shown by their labels."""
    label: str
    """What people see. No two stages of a pipeline have the same."""
    metadata: Mapping[str, str]
    """Settings of the stage by name, which differ by object type. Stages of deals need `probability`, from 0 to 1 as
    text; those of tickets may have `ticketState`, OPEN or CLOSED.
    """
    stage_id: str | UnsetType = field(default=UNSET, name="stageId")
    """An id of your choice for the stage. Without it one is made up."""


class PortalObjectTypeEnablementPublicResponse(Model, kw_only=True):
    """Which object types are active."""

    enablement_by_object_type_id: dict[str, bool] = field(name="enablementByObjectTypeId")
    """Whether each object type is active, by object type id."""


class PreviousPage(Model, kw_only=True):
    """The page before in a list."""

    before: str
    """The cursor to send as `before` for that page."""
    link: str | UnsetType = UNSET
    """The address of that page."""


class Property(Model, kw_only=True):
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
    currency_property_name: str | UnsetType = field(default=UNSET, name="currencyPropertyName")
    """The property that holds the currency of this one, by its internal name."""
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
    number_display_hint: (
        Literal["currency", "duration", "formatted", "percentage", "probability", "unformatted"] | str | UnsetType
    ) = field(default=UNSET, name="numberDisplayHint")
    """How a number is shown."""
    options: list[Option]
    """The options to choose from, empty where the property has another type than enumeration."""
    referenced_object_type: str | UnsetType = field(default=UNSET, name="referencedObjectType")
    """The object type whose records the property names, such as OWNER."""
    sensitive_data_categories: list[str] | UnsetType = field(default=UNSET, name="sensitiveDataCategories")
    """Of which kinds the sensitive values are."""
    show_currency_symbol: bool | UnsetType = field(default=UNSET, name="showCurrencySymbol")
    """Whether a number is shown with the sign of the account's currency."""
    text_display_hint: TextDisplayHint | UnsetType = field(default=UNSET, name="textDisplayHint")
    """How a text is shown."""
    type: str
    """What kind of value the property holds."""
    updated_at: datetime | UnsetType = field(default=UNSET, name="updatedAt")
    """When it was last changed."""
    updated_user_id: str | UnsetType = field(default=UNSET, name="updatedUserId")
    """The id of the user who changed it last."""


class PropertyCreate(Model, kw_only=True):
    """A property to create."""

    calculation_formula: str | UnsetType = field(default=UNSET, name="calculationFormula")
    """How the value is worked out, where `fieldType` is calculation_equation."""
    currency_property_name: str | UnsetType = field(default=UNSET, name="currencyPropertyName")
    """The property that holds the currency of this one, by its internal name."""
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
    number_display_hint: (
        Literal["currency", "duration", "formatted", "percentage", "probability", "unformatted"] | str | UnsetType
    ) = field(default=UNSET, name="numberDisplayHint")
    """How a number is shown."""
    options_: Sequence[OptionInput] | UnsetType = field(default=UNSET, name="options")
    """The options to choose from. Properties of type enumeration need them."""
    referenced_object_type: str | UnsetType = field(default=UNSET, name="referencedObjectType")
    """The object type whose records the property names. OWNER, with `externalOptions`, makes the options the owners."""
    show_currency_symbol: bool | UnsetType = field(default=UNSET, name="showCurrencySymbol")
    """Whether a number is shown with the sign of the account's currency."""
    text_display_hint: TextDisplayHint | UnsetType = field(default=UNSET, name="textDisplayHint")
    """How a text is shown."""
    type: Literal["bool", "date", "datetime", "enumeration", "number", "phone_number", "string"] | str
    """What kind of value the property holds."""


class PropertyGroup(Model, kw_only=True):
    """A group in which properties are shown."""

    archived: bool
    """Whether it is in the recycling bin."""
    display_order: int = field(name="displayOrder")
    """The place among its likes, from low to high. Those with -1 come last."""
    label: str
    """What people see."""
    name: str
    """The internal name of the group."""


class PropertyModificationMetadata(Model, kw_only=True):
    """What of a property may be changed."""

    archivable: bool
    """Whether it can be archived."""
    read_only_definition: bool = field(name="readOnlyDefinition")
    """Whether its definition is fixed."""
    read_only_options: bool | UnsetType = field(default=UNSET, name="readOnlyOptions")
    """Whether its options are fixed."""
    read_only_value: bool = field(name="readOnlyValue")
    """Whether its value is fixed."""


class PropertyName(Model, kw_only=True):
    """A property, named by its internal name."""

    name: str
    """The internal name of the property."""


class PropertyValue(Model, kw_only=True):
    """A value of a property, and where it came from."""

    data_sensitivity: Literal["high", "none", "standard"] | str = field(name="dataSensitivity")
    """How sensitive the value is."""
    is_encrypted: bool = field(name="isEncrypted")
    """Whether the value is kept encrypted."""
    is_large_value: bool = field(name="isLargeValue")
    """Whether the value is too long to be kept with the others."""
    masked_substrings: MaskedSubstrings = field(name="maskedSubstrings")
    """The parts of the value that are hidden."""
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
            "BREEZE_AGENT",
            "CALCULATED",
            "CENTRAL_EXCHANGE_RATES",
            "CHATSPOT",
            "CLONE_OBJECTS",
            "COMMUNICATOR",
            "COMPANIES",
            "COMPANY_FAMILIES",
            "COMPANY_INSIGHTS",
            "CONNECTED_ACCOUNT",
            "CONTACTS",
            "CONTACTS_WEB",
            "CONTENT_MEMBERSHIP",
            "CONVERSATIONAL_ENRICHMENT",
            "CONVERSATIONS",
            "CRM_PROCESSES_PLATFORM",
            "CRM_UI",
            "CRM_UI_BULK_ACTION",
            "CUSTOMER_AGENT",
            "CUSTOMER_PORTAL",
            "DATASET",
            "DATA_ENRICHMENT",
            "DATA_QUALITY",
            "DEALS",
            "DEFAULT",
            "DELETE_OBJECTS",
            "DI_WRITE_TO_CRM",
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
            "MARKETS",
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
            "REVENUE_PLATFORM",
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


class PublicAbsoluteComparativeTimestampRefineBy(Model, kw_only=True):
    """Counts what happened before or after a point in time."""

    comparison: str
    """How the time is compared."""
    timestamp: int
    """The point to compare with, in milliseconds since 1970."""
    type: Literal["ABSOLUTE_COMPARATIVE"] | str
    """Which kind of count this is."""


class PublicAbsoluteRangedTimestampRefineBy(Model, kw_only=True):
    """Counts what happened between two points in time."""

    lower_timestamp: int = field(name="lowerTimestamp")
    """Where the span begins, in milliseconds since 1970."""
    range_type: str = field(name="rangeType")
    """Whether the span lies inside or outside."""
    type: Literal["ABSOLUTE_RANGED"] | str
    """Which kind of count this is."""
    upper_timestamp: int = field(name="upperTimestamp")
    """Where the span ends, in milliseconds since 1970."""


class PublicAdsSearchFilter(Model, kw_only=True):
    """Whether a contact came through an advertisement found by certain words."""

    ad_network: str = field(name="adNetwork")
    """The network of the advertisement."""
    entity_type: str = field(name="entityType")
    """What of the advertisement is meant."""
    filter_type: Literal["ADS_SEARCH"] | str = field(name="filterType")
    """Which kind of filter this is."""
    operator: str
    """How the values are compared, as the comparison's kind allows."""
    search_term_type: str = field(name="searchTermType")
    """Where the words are looked for."""
    search_terms: Sequence[str] = field(name="searchTerms")
    """The words."""


class PublicAdsTimeFilter(Model, kw_only=True):
    """Whether a contact came through an advertisement in a span of time."""

    filter_type: Literal["ADS_TIME"] | str = field(name="filterType")
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
    ) = field(name="pruningRefineBy")
    """Which of the events count."""


class PublicAllHistoryRefineBy(Model, kw_only=True):
    """Counts everything that ever happened."""

    type: Literal["ALL_HISTORY"] | str
    """Which kind of count this is."""


class PublicAllPropertyTypesOperation(Model, kw_only=True):
    """Looks only at whether a property of any type has a value, or ever had."""

    include_objects_with_no_value_set: bool = field(name="includeObjectsWithNoValueSet")
    """Whether records count that have no value."""
    operation_type: Literal["ALL_PROPERTY"] | str = field(name="operationType")
    """Which kind of comparison this is."""
    operator: str
    """How the values are compared, as the comparison's kind allows."""


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


class PublicAssociation(Model, kw_only=True):
    """An association of two records."""

    from_: PublicObjectId = field(name="from")
    """The record it starts from."""
    to: PublicObjectId
    """The record it leads to."""
    type: str
    """The kind of association, named after the two object types."""


class PublicAssociationDefinition(Model, kw_only=True):
    """A kind of association between two object types."""

    id: str
    """The id of the kind of association."""
    name: str
    """The internal name of the kind of association."""


class PublicAssociationDefinitionConfigurationCreateRequest(Model, kw_only=True):
    """A limit to set."""

    category: Literal["HUBSPOT_DEFINED", "INTEGRATOR_DEFINED", "USER_DEFINED", "WORK"] | str
    """Who defined the kind of association."""
    max_to_object_ids: int = field(name="maxToObjectIds")
    """How many records may be associated with one record at most."""
    type_id: int = field(name="typeId")
    """The id of the kind of association in this direction."""


class PublicAssociationDefinitionConfigurationUpdateRequest(Model, kw_only=True):
    """A limit to change."""

    category: Literal["HUBSPOT_DEFINED", "INTEGRATOR_DEFINED", "USER_DEFINED", "WORK"] | str
    """Who defined the kind of association."""
    max_to_object_ids: int = field(name="maxToObjectIds")
    """How many records may be associated with one record at most."""
    type_id: int = field(name="typeId")
    """The id of the kind of association in this direction."""


class PublicAssociationDefinitionConfigurationUpdateResult(Model, kw_only=True):
    """A limit that was changed."""

    category: Literal["HUBSPOT_DEFINED", "INTEGRATOR_DEFINED", "USER_DEFINED", "WORK"] | str
    """Who defined the kind of association."""
    type_id: int = field(name="typeId")
    """The id of the kind of association in this direction."""
    user_enforced_max_to_object_ids: int | UnsetType = field(default=UNSET, name="userEnforcedMaxToObjectIds")
    """How many records may be associated with one record at most. Absent where there is no limit."""


class PublicAssociationDefinitionUserConfiguration(Model, kw_only=True):
    """A kind of association and its limit."""

    category: Literal["HUBSPOT_DEFINED", "INTEGRATOR_DEFINED", "USER_DEFINED", "WORK"] | str
    """Who defined the kind of association."""
    label: str | UnsetType = UNSET
    """What people call this kind of association. Absent where it has no label."""
    type_id: int = field(name="typeId")
    """The id of the kind of association in this direction."""
    user_enforced_max_to_object_ids: int | UnsetType = field(default=UNSET, name="userEnforcedMaxToObjectIds")
    """How many records may be associated with one record at most. Absent where there is no limit."""


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


class PublicAssociationInListFilter(Model, kw_only=True):
    """Whether a record is associated with a member of another list."""

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
    filter_type: Literal["ASSOCIATION"] | str = field(name="filterType")
    """Which kind of filter this is."""
    list_id: str = field(name="listId")
    """The id of the other list."""
    operator: str
    """How the values are compared, as the comparison's kind allows."""
    to_object_type: str | UnsetType = field(default=UNSET, name="toObjectType")
    """The object type of the associated records."""
    to_object_type_id: str | UnsetType = field(default=UNSET, name="toObjectTypeId")
    """The object type id of the other records."""


class PublicAssociationMulti(Model, kw_only=True):
    """A record and those associated with it."""

    from_: PublicObjectId = field(name="from")
    """The record that was asked about."""
    paging: Paging | UnsetType = UNSET
    """Where the list goes on. Absent where it is complete."""
    to: list[AssociatedId]
    """The records it is associated with."""


class PublicAssociationMultiArchive(Model, kw_only=True):
    """A record and those to part it from."""

    from_: PublicObjectId = field(name="from")
    """The record whose associations to remove."""
    to: Sequence[PublicObjectId]
    """The records from which to part it."""


class PublicAssociationMultiPost(Model, kw_only=True):
    """Two records and the kinds of association between them."""

    from_: PublicObjectId = field(name="from")
    """The record it starts from."""
    to: PublicObjectId
    """The record it leads to."""
    types: Sequence[AssociationSpec]
    """The kinds of association that are meant."""


class PublicAssociationMultiWithLabel(Model, kw_only=True):
    """A record and those associated with it, with the kinds of association."""

    from_: PublicObjectId = field(name="from")
    """The record that was asked about."""
    paging: Paging | UnsetType = UNSET
    """Where the list goes on. Absent where it is complete."""
    to: list[MultiAssociatedObjectWithLabel]
    """The records it is associated with, and how."""


class PublicAssociationSpec(Model, kw_only=True):
    """A kind of association."""

    category: str
    """Who defined the kind of association."""
    type_id: int = field(name="typeId")
    """The id of the kind of association in this direction."""


class PublicAssociationsForObject(Model, kw_only=True):
    """An association to make from the record that is being created."""

    to: PublicObjectId
    """The record to associate it with."""
    types: Sequence[AssociationSpec]
    """The kinds of association to make."""


class PublicAuditInfo(Model, kw_only=True):
    """A change of a pipeline or a stage."""

    action: str
    """What was done."""
    from_user_id: int | UnsetType = field(default=UNSET, name="fromUserId")
    """The id of the user who did it."""
    identifier: str
    """The id of what was changed."""
    message: str | UnsetType = UNSET
    """What was done, for people to read."""
    portal_id: int = field(name="portalId")
    """The id of the account."""
    raw_object: dict[str, object] | UnsetType = field(default=UNSET, name="rawObject")
    """What was changed as it was afterwards."""
    timestamp: datetime | UnsetType = UNSET
    """When it was done."""


class PublicBatchMigrationMapping(Model, kw_only=True):
    """The ids of lists that were asked for by their legacy ids."""

    legacy_list_ids_to_ids_mapping: list[PublicMigrationMapping] = field(name="legacyListIdsToIdsMapping")
    """The lists that were found."""
    missing_legacy_list_ids: list[str] = field(name="missingLegacyListIds")
    """The legacy ids that no list has."""


class PublicBoolPropertyOperation(Model, kw_only=True):
    """Compares a property that is true or false."""

    include_objects_with_no_value_set: bool = field(name="includeObjectsWithNoValueSet")
    """Whether records count that have no value."""
    operation_type: Literal["BOOL"] | str = field(name="operationType")
    """Which kind of comparison this is."""
    operator: str
    """How the values are compared, as the comparison's kind allows."""
    value: bool
    """What to compare with."""


class PublicCalendarDatePropertyOperation(Model, kw_only=True):
    """Compares a date with a span of the calendar, such as this month."""

    fiscal_year_start: (
        Literal[
            "APRIL",
            "AUGUST",
            "DECEMBER",
            "FEBRUARY",
            "JANUARY",
            "JULY",
            "JUNE",
            "MARCH",
            "MAY",
            "NOVEMBER",
            "OCTOBER",
            "SEPTEMBER",
        ]
        | str
        | UnsetType
    ) = field(default=UNSET, name="fiscalYearStart")
    """The month in which the fiscal year begins."""
    include_objects_with_no_value_set: bool = field(name="includeObjectsWithNoValueSet")
    """Whether records count that have no value."""
    operation_type: Literal["CALENDAR_DATE"] | str = field(name="operationType")
    """Which kind of comparison this is."""
    operator: str
    """How the values are compared, as the comparison's kind allows."""
    time_unit: str = field(name="timeUnit")
    """The unit of time."""
    time_unit_count: int | UnsetType = field(default=UNSET, name="timeUnitCount")
    """How many units of time."""
    use_fiscal_year: bool | UnsetType = field(default=UNSET, name="useFiscalYear")
    """Whether the fiscal year of the account counts."""


class PublicCommunicationSubscriptionFilter(Model, kw_only=True):
    """Whether a contact has agreed to be reached through a channel."""

    accepted_opt_states: Sequence[str] = field(name="acceptedOptStates")
    """Which answers of the contact count."""
    business_unit_id: str | UnsetType = field(default=UNSET, name="businessUnitId")
    """The id of the business unit that asks."""
    channel: str
    """The channel, such as an e-mail or a text message."""
    filter_type: Literal["COMMUNICATION_SUBSCRIPTION"] | str = field(name="filterType")
    """Which kind of filter this is."""
    subscription_ids: Sequence[str] = field(name="subscriptionIds")
    """The ids of the kinds of subscription."""
    subscription_type: str = field(name="subscriptionType")
    """Which kinds of subscription are meant."""


class PublicComparativeDatePropertyOperation(Model, kw_only=True):
    """Compares a date with the date in another property."""

    comparison_property_name: str = field(name="comparisonPropertyName")
    """The property to compare with, by its internal name."""
    default_comparison_value: str | UnsetType = field(default=UNSET, name="defaultComparisonValue")
    """What to compare with where the other property has no value."""
    include_objects_with_no_value_set: bool = field(name="includeObjectsWithNoValueSet")
    """Whether records count that have no value."""
    operation_type: Literal["COMPARATIVE_DATE"] | str = field(name="operationType")
    """Which kind of comparison this is."""
    operator: str
    """How the values are compared, as the comparison's kind allows."""


class PublicComparativePropertyUpdatedOperation(Model, kw_only=True):
    """Compares when a property was last changed with the date in another property."""

    comparison_property_name: str = field(name="comparisonPropertyName")
    """The property to compare with, by its internal name."""
    default_comparison_value: str | UnsetType = field(default=UNSET, name="defaultComparisonValue")
    """What to compare with where the other property has no value."""
    include_objects_with_no_value_set: bool = field(name="includeObjectsWithNoValueSet")
    """Whether records count that have no value."""
    operation_type: Literal["COMPARATIVE_PROPERTY_UPDATED"] | str = field(name="operationType")
    """Which kind of comparison this is."""
    operator: str
    """How the values are compared, as the comparison's kind allows."""


class PublicComparativeStringPropertyOperation(Model, kw_only=True):
    """Compares a text with the text in another property."""

    comparison_property_name: str = field(name="comparisonPropertyName")
    """The property to compare with, by its internal name."""
    default_comparison_value: str | UnsetType = field(default=UNSET, name="defaultComparisonValue")
    """What to compare with where the other property has no value."""
    include_objects_with_no_value_set: bool = field(name="includeObjectsWithNoValueSet")
    """Whether records count that have no value."""
    operation_type: Literal["COMPARATIVE_STRING"] | str = field(name="operationType")
    """Which kind of comparison this is."""
    operator: str
    """How the values are compared, as the comparison's kind allows."""


class PublicConstantFilter(Model, kw_only=True):
    """Every record meets it, or none."""

    filter_type: Literal["CONSTANT"] | str = field(name="filterType")
    """Which kind of filter this is."""
    should_accept: bool = field(name="shouldAccept")
    """Whether every record meets it (true) or none (false)."""
    source: str | UnsetType = UNSET
    """Where the filter comes from."""


class PublicCrmSearchRequest(Model, kw_only=True):
    """Which records to find."""

    filter_groups: Sequence[FilterGroup] | UnsetType = field(default=UNSET, name="filterGroups")
    """Groups of conditions. A record is exported if it meets any one group."""
    filters: Sequence[Filter] | UnsetType = UNSET
    """Conditions that hold beside those of the groups."""
    query: str | UnsetType = UNSET
    """Text to look for in the properties that are searched by default."""
    sorts: Sequence[str] | UnsetType = UNSET
    """The property to sort by. A minus sign in front of its name sorts from high to low."""


class PublicCtaAnalyticsFilter(Model, kw_only=True):
    """Whether a contact has seen or clicked a call to action."""

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
    cta_name: str = field(name="ctaName")
    """The name of the call to action."""
    filter_type: Literal["CTA"] | str = field(name="filterType")
    """Which kind of filter this is."""
    operator: str
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


class PublicDatePoint(Model, kw_only=True):
    """A point in time, by its date."""

    day: int
    """The day of the month, or of the span that is meant."""
    hour: int | UnsetType = UNSET
    """The hour of the time of day."""
    millisecond: int | UnsetType = UNSET
    """The millisecond of the time of day."""
    minute: int | UnsetType = UNSET
    """The minute of the time of day."""
    month: int
    """The month of the year, or of the span that is meant."""
    second: int | UnsetType = UNSET
    """The second of the time of day."""
    time_type: Literal["DATE"] | str = field(name="timeType")
    """Which kind of point in time this is."""
    timezone_source: str | UnsetType = field(default=UNSET, name="timezoneSource")
    """Where the time zone is taken from."""
    year: int
    """The year."""
    zone_id: str = field(name="zoneId")
    """The time zone, such as Europe/Vienna."""


class PublicDatePropertyOperation(Model, kw_only=True):
    """Compares a date with a day."""

    day: int
    """The day of the month, or of the span that is meant."""
    include_objects_with_no_value_set: bool = field(name="includeObjectsWithNoValueSet")
    """Whether records count that have no value."""
    month: str
    """The month, by its name in English."""
    operation_type: Literal["DATE"] | str = field(name="operationType")
    """Which kind of comparison this is."""
    operator: str
    """How the values are compared, as the comparison's kind allows."""
    year: int
    """The year."""


class PublicDateTimePropertyOperation(Model, kw_only=True):
    """Compares a date with an instant."""

    include_objects_with_no_value_set: bool = field(name="includeObjectsWithNoValueSet")
    """Whether records count that have no value."""
    operation_type: Literal["DATETIME"] | str = field(name="operationType")
    """Which kind of comparison this is."""
    operator: str
    """How the values are compared, as the comparison's kind allows."""
    requires_time_zone_conversion: bool = field(name="requiresTimeZoneConversion")
    """Whether the time zone of the account counts."""
    timestamp: int
    """The point to compare with, in milliseconds since 1970."""


class PublicDealSplitInput(Model, kw_only=True):
    """The part of one user in a deal."""

    owner_id: int = field(name="ownerId")
    """The id of the user as an owner of records."""
    percentage: int | float
    """The part of the amount, 1 for all of it. The parts of a deal add up to 1."""


class PublicDealSplitsCreateRequest(Model, kw_only=True):
    """A deal and how its amount is to be shared out."""

    id: int
    """The id of the deal."""
    splits: Sequence[PublicDealSplitInput]
    """The part of each user."""


class PublicDefaultAssociation(Model, kw_only=True):
    """An association without a label."""

    association_spec: AssociationSpec = field(name="associationSpec")
    """The kind of association that was made."""
    from_: PublicObjectId = field(name="from")
    """The record it starts from."""
    to: PublicObjectId
    """The record it leads to."""


class PublicDefaultAssociationMultiPost(Model, kw_only=True):
    """Two records to associate."""

    from_: PublicObjectId = field(name="from")
    """The record it starts from."""
    to: PublicObjectId
    """The record it leads to."""


class PublicEmailEventFilter(Model, kw_only=True):
    """Whether something has happened with a marketing e-mail to a contact."""

    app_id: str = field(name="appId")
    """The id of the app that sent the e-mail."""
    click_url: str | UnsetType = field(default=UNSET, name="clickUrl")
    """The address of the link that was clicked."""
    email_id: str = field(name="emailId")
    """The id of the e-mail."""
    filter_type: Literal["EMAIL_EVENT"] | str = field(name="filterType")
    """Which kind of filter this is."""
    level: str
    """How closely the e-mail is meant."""
    operator: (
        Literal[
            "BOUNCED",
            "LINK_CLICKED",
            "MARKED_SPAM",
            "OPENED",
            "OPENED_BUT_LINK_NOT_CLICKED",
            "OPENED_BUT_NOT_REPLIED",
            "RECEIVED",
            "RECEIVED_BUT_NOT_OPENED",
            "REPLIED",
            "SENT",
            "SENT_BUT_LINK_NOT_CLICKED",
            "SENT_BUT_NOT_RECEIVED",
            "UNSUBSCRIBED",
        ]
        | str
    )
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


class PublicEmailSubscriptionFilter(Model, kw_only=True):
    """Whether a contact has subscribed to kinds of e-mail."""

    accepted_statuses: Sequence[str] = field(name="acceptedStatuses")
    """Which states of the subscription count."""
    filter_type: Literal["EMAIL_SUBSCRIPTION"] | str = field(name="filterType")
    """Which kind of filter this is."""
    subscription_ids: Sequence[str] = field(name="subscriptionIds")
    """The ids of the kinds of subscription."""
    subscription_type: str | UnsetType = field(default=UNSET, name="subscriptionType")
    """Which kinds of subscription are meant."""


class PublicEnumerationPropertyOperation(Model, kw_only=True):
    """Compares a choice with a set of options."""

    include_objects_with_no_value_set: bool = field(name="includeObjectsWithNoValueSet")
    """Whether records count that have no value."""
    operation_type: Literal["ENUMERATION"] | str = field(name="operationType")
    """Which kind of comparison this is."""
    operator: str
    """How the values are compared, as the comparison's kind allows."""
    values: Sequence[str]
    """What to compare with. Any one of them counts."""


class PublicEventAnalyticsFilter(Model, kw_only=True):
    """Whether a contact has done something that is kept count of."""

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
    event_id: str = field(name="eventId")
    """The id of the event."""
    filter_type: Literal["EVENT"] | str = field(name="filterType")
    """Which kind of filter this is."""
    operator: str
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


class PublicExportResponse(Model, kw_only=True):
    """An export."""

    created_at: datetime = field(name="createdAt")
    """When it was created."""
    export_name: str | UnsetType = field(default=UNSET, name="exportName")
    """What people call the export."""
    export_state: (
        Literal[
            "CANCELED",
            "CONFLICT",
            "DEFERRED",
            "DELETED",
            "DONE",
            "ENQUEUED",
            "FAILED",
            "PENDING_APPROVAL",
            "PROCESSING",
        ]
        | str
    ) = field(name="exportState")
    """How far the export has come."""
    export_type: Literal["LIST", "VIEW"] | str = field(name="exportType")
    """What was exported: a list or a view."""
    id: str
    """The id of the export."""
    object_properties: list[str] = field(name="objectProperties")
    """The properties that were exported, by their internal names."""
    object_type: str = field(name="objectType")
    """The object type of the records."""
    record_count: int | UnsetType = field(default=UNSET, name="recordCount")
    """How many records the file has."""
    updated_at: datetime = field(name="updatedAt")
    """When it was last changed."""


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


class PublicFetchAssociationsBatchRequest(Model, kw_only=True):
    """A record whose associations to read."""

    after: str | UnsetType = UNSET
    """The cursor of the page to read: `paging.next.after` of this record's page before. Left out for the first page."""
    id: str
    """The id of the record."""


class PublicFiscalQuarterReference(Model, kw_only=True):
    """A day of the current quarter of the fiscal year."""

    day: int
    """The day of the month, or of the span that is meant."""
    hour: int | UnsetType = UNSET
    """The hour of the time of day."""
    millisecond: int | UnsetType = UNSET
    """The millisecond of the time of day."""
    minute: int | UnsetType = UNSET
    """The minute of the time of day."""
    month: int
    """The month of the year, or of the span that is meant."""
    reference_type: Literal["FISCAL_QUARTER"] | str = field(name="referenceType")
    """Which kind of point this is."""
    second: int | UnsetType = UNSET
    """The second of the time of day."""


class PublicFiscalYearReference(Model, kw_only=True):
    """A day of the current fiscal year."""

    day: int
    """The day of the month, or of the span that is meant."""
    hour: int | UnsetType = UNSET
    """The hour of the time of day."""
    millisecond: int | UnsetType = UNSET
    """The millisecond of the time of day."""
    minute: int | UnsetType = UNSET
    """The minute of the time of day."""
    month: int
    """The month of the year, or of the span that is meant."""
    reference_type: Literal["FISCAL_YEAR"] | str = field(name="referenceType")
    """Which kind of point this is."""
    second: int | UnsetType = UNSET
    """The second of the time of day."""


class PublicFormSubmissionFilter(Model, kw_only=True):
    """Whether a contact has filled out a form."""

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
    filter_type: Literal["FORM_SUBMISSION"] | str = field(name="filterType")
    """Which kind of filter this is."""
    form_id: str | UnsetType = field(default=UNSET, name="formId")
    """The id of the form. Absent where any form counts."""
    operator: Literal["FILLED_OUT", "NOT_FILLED_OUT"] | str
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


class PublicFormSubmissionOnPageFilter(Model, kw_only=True):
    """Whether a contact has filled out a form on a certain page."""

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
    filter_type: Literal["FORM_SUBMISSION_ON_PAGE"] | str = field(name="filterType")
    """Which kind of filter this is."""
    form_id: str | UnsetType = field(default=UNSET, name="formId")
    """The id of the form. Absent where any form counts."""
    operator: Literal["FILLED_OUT", "NOT_FILLED_OUT"] | str
    """How the values are compared, as the comparison's kind allows."""
    page_id: str = field(name="pageId")
    """The id of the page."""
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
            "INVALID_PROPERTY_VALUE_FORMAT",
            "INVALID_RECORD_ID",
            "INVALID_REQUIRED_PROPERTY",
            "INVALID_SHEET_COUNT",
            "INVALID_SPREADSHEET",
            "LIMIT_EXCEEDED",
            "LINE_ITEM_MULTIPLE_PARENTS_IN_ROW",
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


class PublicImportMetadata(Model, kw_only=True):
    """What there was to bring in, and what came of it."""

    counters: dict[str, int]
    """How many rows there were, and what became of them, by name."""
    file_ids: list[str] = field(name="fileIds")
    """The ids of the files."""
    object_lists: list[PublicObjectListRecord] = field(name="objectLists")
    """The lists that the new records were put in."""


class PublicImportResponse(Model, kw_only=True):
    """An import."""

    created_at: datetime = field(name="createdAt")
    """When it was created."""
    id: str
    """The id of the import."""
    import_name: str | UnsetType = field(default=UNSET, name="importName")
    """What people call the import."""
    import_request_json: dict[str, object] | UnsetType = field(default=UNSET, name="importRequestJson")
    """What was asked for when the import was started."""
    import_source: (
        Literal["API", "CRM_UI", "IMPORT", "MOBILE_ANDROID", "MOBILE_IOS", "SALESFORCE"] | str | UnsetType
    ) = field(default=UNSET, name="importSource")
    """Where the import was started."""
    import_template: ImportTemplate | UnsetType = field(default=UNSET, name="importTemplate")
    """The earlier import whose settings were taken over."""
    mapped_object_type_ids: list[str] = field(name="mappedObjectTypeIds")
    """The object type ids of the records that are brought in."""
    metadata: PublicImportMetadata
    """What there was to bring in, and what came of it."""
    opt_out_import: bool = field(name="optOutImport")
    """Whether the import marks contacts as not wanting mail."""
    state: Literal["CANCELED", "DEFERRED", "DONE", "FAILED", "PROCESSING", "REVERTED", "STARTED"] | str
    """How far the import has come."""
    updated_at: datetime = field(name="updatedAt")
    """When it was last changed."""


class PublicInListFilter(Model, kw_only=True):
    """Whether a record is a member of another list, or came in through something."""

    filter_type: Literal["IN_LIST"] | str = field(name="filterType")
    """Which kind of filter this is."""
    list_id: str = field(name="listId")
    """The id of the other list."""
    metadata: PublicInListFilterMetadata | UnsetType = UNSET
    """What else than a list is meant."""
    operator: str
    """How the values are compared, as the comparison's kind allows."""


class PublicInListFilterMetadata(Model, kw_only=True):
    """What else than a list is meant."""

    id: str
    """The id of what is meant."""
    in_list_type: str = field(name="inListType")
    """What kind of thing is meant."""


class PublicIndexOffset(Model, kw_only=True):
    """How far away from a point in time."""

    days: int | UnsetType = UNSET
    """How many days."""
    hours: int | UnsetType = UNSET
    """How many hours."""
    milliseconds: int | UnsetType = UNSET
    """How many milliseconds."""
    minutes: int | UnsetType = UNSET
    """How many minutes."""
    months: int | UnsetType = UNSET
    """How many months."""
    quarters: int | UnsetType = UNSET
    """How many quarters."""
    seconds: int | UnsetType = UNSET
    """How many seconds."""
    weeks: int | UnsetType = UNSET
    """How many weeks."""
    years: int | UnsetType = UNSET
    """How many years."""


class PublicIndexedTimePoint(Model, kw_only=True):
    """A point in time, told from the current time."""

    index_reference: (
        PublicNowReference
        | PublicTodayReference
        | PublicWeekReference
        | PublicFiscalQuarterReference
        | PublicFiscalYearReference
        | PublicYearReference
        | PublicQuarterReference
        | PublicMonthReference
    ) = field(name="indexReference")
    """The point from which to count."""
    offset: PublicIndexOffset | UnsetType = UNSET
    """How far away from that point."""
    time_type: Literal["INDEXED"] | str = field(name="timeType")
    """Which kind of point in time this is."""
    timezone_source: str | UnsetType = field(default=UNSET, name="timezoneSource")
    """Where the time zone is taken from."""
    zone_id: str = field(name="zoneId")
    """The time zone, such as Europe/Vienna."""


class PublicIntegrationEventFilter(Model, kw_only=True):
    """Whether an event of an integration has happened to a contact."""

    event_type_id: int = field(name="eventTypeId")
    """The id of the kind of event."""
    filter_lines: Sequence[PublicEventFilterMetadata] = field(name="filterLines")
    """Conditions on properties of the event."""
    filter_type: Literal["INTEGRATION_EVENT"] | str = field(name="filterType")
    """Which kind of filter this is."""


class PublicListConversionDate(Model, kw_only=True):
    """A list becomes static on a day."""

    conversion_type: Literal["CONVERSION_DATE"] | str = field(name="conversionType")
    """How it is told when the list becomes static."""
    day: int
    """The day of the month, or of the span that is meant."""
    month: int
    """The month of the year, or of the span that is meant."""
    year: int
    """The year."""


class PublicListConversionInactivity(Model, kw_only=True):
    """A list becomes static once it has not changed for some time."""

    conversion_type: Literal["INACTIVITY"] | str = field(name="conversionType")
    """How it is told when the list becomes static."""
    offset: int
    """For how many units of time it must not have changed."""
    time_unit: Literal["DAY", "MONTH", "WEEK"] | str = field(name="timeUnit")
    """The unit of time."""


class PublicListConversionResponse(Model, kw_only=True):
    """When a list becomes static."""

    converted_at: datetime | None | UnsetType = field(default=UNSET, name="convertedAt")
    """When the list became static. Absent where it has not."""
    list_id: str = field(name="listId")
    """The id of the list."""
    requested_conversion_time: PublicListConversionDate | PublicListConversionInactivity | UnsetType = field(
        default=UNSET, name="requestedConversionTime"
    )
    """When the list is to become static. Absent where nothing is planned."""


class PublicListFolder(Model, kw_only=True):
    """A folder of lists."""

    child_lists: list[int] = field(name="childLists")
    """The ids of the lists in the folder."""
    child_nodes: list[PublicListFolder] = field(name="childNodes")
    """The folders in the folder."""
    created_at: datetime | UnsetType = field(default=UNSET, name="createdAt")
    """When the folder was created."""
    id: str
    """The id of the folder."""
    name: str | UnsetType = UNSET
    """What people call the folder."""
    parent_folder_id: str = field(name="parentFolderId")
    """The id of the folder that it is in; 0 is the folder of all."""
    updated_at: datetime | UnsetType = field(default=UNSET, name="updatedAt")
    """When the folder was last changed."""
    updated_contents_at: datetime | UnsetType = field(default=UNSET, name="updatedContentsAt")
    """When something was last put into the folder or taken out."""
    user_id: int | UnsetType = field(default=UNSET, name="userId")
    """The id of the user who created the folder."""


class PublicListPermissions(Model, kw_only=True):
    """Who may change a list."""

    teams_with_edit_access: Sequence[int] = field(name="teamsWithEditAccess")
    """The ids of the teams who may."""
    users_with_edit_access: Sequence[int] = field(name="usersWithEditAccess")
    """The ids of the users who may."""


class PublicMembershipSettings(Model, kw_only=True):
    """How the members of a list are dealt with."""

    include_unassigned: bool | UnsetType = field(default=UNSET, name="includeUnassigned")
    """Whether records count that belong to nobody."""
    membership_team_id: int | UnsetType = field(default=UNSET, name="membershipTeamId")
    """The id of the team whose records count."""


class PublicMigrationMapping(Model, kw_only=True):
    """The legacy id of a list and its id of now."""

    legacy_list_id: str = field(name="legacyListId")
    """The legacy id of the list."""
    list_id: str = field(name="listId")
    """The id of the list."""


class PublicMonthReference(Model, kw_only=True):
    """A day of the current month."""

    day: int
    """The day of the month, or of the span that is meant."""
    hour: int | UnsetType = UNSET
    """The hour of the time of day."""
    millisecond: int | UnsetType = UNSET
    """The millisecond of the time of day."""
    minute: int | UnsetType = UNSET
    """The minute of the time of day."""
    reference_type: Literal["MONTH"] | str = field(name="referenceType")
    """Which kind of point this is."""
    second: int | UnsetType = UNSET
    """The second of the time of day."""


class PublicMultiStringPropertyOperation(Model, kw_only=True):
    """Compares a text with several others."""

    include_objects_with_no_value_set: bool = field(name="includeObjectsWithNoValueSet")
    """Whether records count that have no value."""
    operation_type: Literal["MULTISTRING"] | str = field(name="operationType")
    """Which kind of comparison this is."""
    operator: str
    """How the values are compared, as the comparison's kind allows."""
    values: Sequence[str]
    """What to compare with. Any one of them counts."""


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


class PublicNowReference(Model, kw_only=True):
    """The current time, or a time of today."""

    hour: int | UnsetType = UNSET
    """The hour of the time of day."""
    millisecond: int | UnsetType = UNSET
    """The millisecond of the time of day."""
    minute: int | UnsetType = UNSET
    """The minute of the time of day."""
    reference_type: Literal["NOW"] | str = field(name="referenceType")
    """Which kind of point this is."""
    second: int | UnsetType = UNSET
    """The second of the time of day."""


class PublicNumOccurrencesRefineBy(Model, kw_only=True):
    """Looks at how many times something happened."""

    max_occurrences: int | UnsetType = field(default=UNSET, name="maxOccurrences")
    """How many times it must have happened at most."""
    min_occurrences: int | UnsetType = field(default=UNSET, name="minOccurrences")
    """How many times it must have happened at least."""
    type: Literal["NUM_OCCURRENCES"] | str
    """Which kind of count this is."""


class PublicNumberPropertyOperation(Model, kw_only=True):
    """Compares a number."""

    include_objects_with_no_value_set: bool = field(name="includeObjectsWithNoValueSet")
    """Whether records count that have no value."""
    operation_type: Literal["NUMBER"] | str = field(name="operationType")
    """Which kind of comparison this is."""
    operator: str
    """How the values are compared, as the comparison's kind allows."""
    value: int | float
    """What to compare with."""


class PublicObjectId(Model, kw_only=True):
    """A record, named by its id."""

    id: str
    """The id of the record."""


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


class PublicObjectListRecord(Model, kw_only=True):
    """A list that new records were put in."""

    list_id: str = field(name="listId")
    """The id of the list."""
    object_type: str = field(name="objectType")
    """The object type of the records in the list."""


class PublicObjectListSearchResult(Model, kw_only=True):
    """A list that a search found."""

    additional_properties: dict[str, str] = field(name="additionalProperties")
    """The further fields that were asked for, by name."""
    created_at: datetime | UnsetType = field(default=UNSET, name="createdAt")
    """When it was created."""
    created_by_id: str | UnsetType = field(default=UNSET, name="createdById")
    """The id of the user who created it."""
    deleted_at: datetime | None | UnsetType = field(default=UNSET, name="deletedAt")
    """When the list was deleted. Absent where it was not."""
    filters_updated_at: datetime | UnsetType = field(default=UNSET, name="filtersUpdatedAt")
    """When the filters were last changed."""
    list_id: str = field(name="listId")
    """The id of the list."""
    list_version: int = field(name="listVersion")
    """How many times the list was changed."""
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
    updated_at: datetime | UnsetType = field(default=UNSET, name="updatedAt")
    """When it was last changed."""
    updated_by_id: str | UnsetType = field(default=UNSET, name="updatedById")
    """The id of the user who changed it last."""


class PublicObjectWarning(Model, kw_only=True):
    """Something in a request that was let pass."""

    category: str
    """The kind of warning."""
    context: dict[str, str]
    """Values that the message speaks of by name."""
    message: str
    """What was noticed, for people to read."""


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


class PublicOwner(Model, kw_only=True):
    """A user that records can belong to."""

    archived: bool
    """Whether the owner has left the account."""
    created_at: datetime = field(name="createdAt")
    """When it was created."""
    email: str | UnsetType = UNSET
    """The e-mail address."""
    first_name: str | UnsetType = field(default=UNSET, name="firstName")
    """The first name."""
    id: str
    """The id by which records name the owner."""
    last_name: str | UnsetType = field(default=UNSET, name="lastName")
    """The last name."""
    teams: list[PublicTeam] | UnsetType = UNSET
    """The teams that the owner is in."""
    type: Literal["PERSON", "QUEUE"] | str
    """Whether the owner is a person or a queue."""
    updated_at: datetime = field(name="updatedAt")
    """When it was last changed."""
    user_id: int | None | UnsetType = field(default=UNSET, name="userId")
    """The id of the user, absent once the user has left the account."""
    user_id_including_inactive: int | UnsetType = field(default=UNSET, name="userIdIncludingInactive")
    """The id of the user, also after the user has left the account."""


class PublicPageViewAnalyticsFilter(Model, kw_only=True):
    """Whether a contact has seen a page."""

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
    enable_tracking: bool | UnsetType = field(default=UNSET, name="enableTracking")
    """Whether the page is kept count of."""
    filter_type: Literal["PAGE_VIEW"] | str = field(name="filterType")
    """Which kind of filter this is."""
    operator: str
    """How the values are compared, as the comparison's kind allows."""
    page_url: str = field(name="pageUrl")
    """The address of the page."""
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


class PublicPrivacyAnalyticsFilter(Model, kw_only=True):
    """Whether a contact has agreed to the use of personal data."""

    filter_type: Literal["PRIVACY"] | str = field(name="filterType")
    """Which kind of filter this is."""
    operator: str
    """How the values are compared, as the comparison's kind allows."""
    privacy_name: str = field(name="privacyName")
    """The use that is agreed to."""


class PublicPropertyFilter(Model, kw_only=True):
    """A condition on a property."""

    filter_type: Literal["PROPERTY"] | str = field(name="filterType")
    """Which kind of filter this is."""
    operation: PublicOperation
    """How the property is compared."""
    property: str
    """The property, by its internal name."""


class PublicPropertyReferencedTime(Model, kw_only=True):
    """A point in time that a property holds."""

    property: str
    """The property, by its internal name."""
    reference_type: str = field(name="referenceType")
    """Which kind of point this is."""
    time_type: Literal["PROPERTY_REFERENCED"] | str = field(name="timeType")
    """Which kind of point in time this is."""
    timezone_source: str | UnsetType = field(default=UNSET, name="timezoneSource")
    """Where the time zone is taken from."""
    zone_id: str = field(name="zoneId")
    """The time zone, such as Europe/Vienna."""


class PublicPropertyValidationRule(Model, kw_only=True):
    """A rule that values have to meet."""

    rule_arguments: list[str] = field(name="ruleArguments")
    """What the rule needs to know, such as a length or a pattern."""
    rule_type: RuleType = field(name="ruleType")
    """The kind of rule."""
    should_apply_normalization: bool | UnsetType = field(default=UNSET, name="shouldApplyNormalization")
    """Whether values are brought into the usual form before they are checked."""


class PublicPropertyValidationRuleMap(Model, kw_only=True):
    """A property and its rules."""

    property_name: str = field(name="propertyName")
    """The internal name of the property."""
    property_validation_rules: list[PublicPropertyValidationRule] = field(name="propertyValidationRules")
    """The rules that its values have to meet."""


class PublicQuarterReference(Model, kw_only=True):
    """A day of the current quarter."""

    day: int
    """The day of the month, or of the span that is meant."""
    hour: int | UnsetType = UNSET
    """The hour of the time of day."""
    millisecond: int | UnsetType = UNSET
    """The millisecond of the time of day."""
    minute: int | UnsetType = UNSET
    """The minute of the time of day."""
    month: int
    """The month of the year, or of the span that is meant."""
    reference_type: Literal["QUARTER"] | str = field(name="referenceType")
    """Which kind of point this is."""
    second: int | UnsetType = UNSET
    """The second of the time of day."""


class PublicRangedDatePropertyOperation(Model, kw_only=True):
    """Compares a date with two instants."""

    include_objects_with_no_value_set: bool = field(name="includeObjectsWithNoValueSet")
    """Whether records count that have no value."""
    lower_bound: int = field(name="lowerBound")
    """The lower bound, itself included."""
    operation_type: Literal["RANGED_DATE"] | str = field(name="operationType")
    """Which kind of comparison this is."""
    operator: str
    """How the values are compared, as the comparison's kind allows."""
    requires_time_zone_conversion: bool = field(name="requiresTimeZoneConversion")
    """Whether the time zone of the account counts."""
    upper_bound: int = field(name="upperBound")
    """The upper bound, itself included."""


class PublicRangedNumberPropertyOperation(Model, kw_only=True):
    """Compares a number with two others."""

    include_objects_with_no_value_set: bool = field(name="includeObjectsWithNoValueSet")
    """Whether records count that have no value."""
    lower_bound: int = field(name="lowerBound")
    """The lower bound, itself included."""
    operation_type: Literal["NUMBER_RANGED"] | str = field(name="operationType")
    """Which kind of comparison this is."""
    operator: str
    """How the values are compared, as the comparison's kind allows."""
    upper_bound: int = field(name="upperBound")
    """The upper bound, itself included."""


class PublicRangedTimeOperation(Model, kw_only=True):
    """Compares a date with two points in time."""

    include_objects_with_no_value_set: bool = field(name="includeObjectsWithNoValueSet")
    """Whether records count that have no value."""
    lower_bound_endpoint_behavior: str | UnsetType = field(default=UNSET, name="lowerBoundEndpointBehavior")
    """Whether the lower bound itself counts."""
    lower_bound_time_point: PublicDatePoint | PublicIndexedTimePoint | PublicPropertyReferencedTime = field(
        name="lowerBoundTimePoint"
    )
    """Where the span begins."""
    operation_type: str = field(name="operationType")
    """Which kind of comparison this is."""
    operator: str
    """How the values are compared, as the comparison's kind allows."""
    property_parser: str | UnsetType = field(default=UNSET, name="propertyParser")
    """How the value of the property is read."""
    type: Literal["TIME_RANGED"] | str
    """Which kind of count this is."""
    upper_bound_endpoint_behavior: str | UnsetType = field(default=UNSET, name="upperBoundEndpointBehavior")
    """Whether the upper bound itself counts."""
    upper_bound_time_point: PublicDatePoint | PublicIndexedTimePoint | PublicPropertyReferencedTime = field(
        name="upperBoundTimePoint"
    )
    """Where the span ends."""


class PublicRelativeComparativeTimestampRefineBy(Model, kw_only=True):
    """Counts what happened before or after a point that lies some time away from now."""

    comparison: str
    """How the time is compared."""
    time_offset: PublicTimeOffset = field(name="timeOffset")
    """The point to compare with."""
    type: Literal["RELATIVE_COMPARATIVE"] | str
    """Which kind of count this is."""


class PublicRelativeRangedTimestampRefineBy(Model, kw_only=True):
    """Counts what happened between two points that lie some time away from now."""

    lower_bound_offset: PublicTimeOffset = field(name="lowerBoundOffset")
    """Where the span begins."""
    range_type: str = field(name="rangeType")
    """Whether the span lies inside or outside."""
    type: Literal["RELATIVE_RANGED"] | str
    """Which kind of count this is."""
    upper_bound_offset: PublicTimeOffset = field(name="upperBoundOffset")
    """Where the span ends."""


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


class PublicRollingDateRangePropertyOperation(Model, kw_only=True):
    """Compares a date with the last or next few days."""

    include_objects_with_no_value_set: bool = field(name="includeObjectsWithNoValueSet")
    """Whether records count that have no value."""
    number_of_days: int = field(name="numberOfDays")
    """How many days."""
    operation_type: Literal["ROLLING_DATE_RANGE"] | str = field(name="operationType")
    """Which kind of comparison this is."""
    operator: str
    """How the values are compared, as the comparison's kind allows."""
    requires_time_zone_conversion: bool = field(name="requiresTimeZoneConversion")
    """Whether the time zone of the account counts."""


class PublicRollingPropertyUpdatedOperation(Model, kw_only=True):
    """Looks at whether a property was changed in the last few days."""

    include_objects_with_no_value_set: bool = field(name="includeObjectsWithNoValueSet")
    """Whether records count that have no value."""
    number_of_days: int = field(name="numberOfDays")
    """How many days."""
    operation_type: Literal["ROLLING_PROPERTY_UPDATED"] | str = field(name="operationType")
    """Which kind of comparison this is."""
    operator: str
    """How the values are compared, as the comparison's kind allows."""


class PublicSetOccurrencesRefineBy(Model, kw_only=True):
    """Looks at which of several times something happened."""

    set_type: str = field(name="setType")
    """Which of the times is meant: the first, the last, any."""
    type: Literal["SET_OCCURRENCES"] | str
    """Which kind of count this is."""


class PublicStringPropertyOperation(Model, kw_only=True):
    """Compares a text."""

    include_objects_with_no_value_set: bool = field(name="includeObjectsWithNoValueSet")
    """Whether records count that have no value."""
    operation_type: Literal["STRING"] | str = field(name="operationType")
    """Which kind of comparison this is."""
    operator: str
    """How the values are compared, as the comparison's kind allows."""
    value: str
    """What to compare with."""


class PublicSurveyMonkeyFilter(Model, kw_only=True):
    """Whether a contact has answered a survey of SurveyMonkey."""

    filter_type: Literal["SURVEY_MONKEY"] | str = field(name="filterType")
    """Which kind of filter this is."""
    operator: str
    """How the values are compared, as the comparison's kind allows."""
    survey_id: str = field(name="surveyId")
    """The id of the survey."""


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


class PublicTeam(Model, kw_only=True):
    """A team that an owner is in."""

    id: str
    """The id of the team."""
    name: str
    """The name of the team."""
    primary: bool
    """Whether it is the main team of the owner."""


class PublicTimeOffset(Model, kw_only=True):
    """How far away from now."""

    amount: int
    """How many units of time."""
    offset_direction: str = field(name="offsetDirection")
    """Whether it lies before or after now."""
    time_unit: str = field(name="timeUnit")
    """The unit of time."""


class PublicTimePointOperation(Model, kw_only=True):
    """Compares a date with a point in time."""

    endpoint_behavior: str | UnsetType = field(default=UNSET, name="endpointBehavior")
    """Whether the point itself counts."""
    include_objects_with_no_value_set: bool = field(name="includeObjectsWithNoValueSet")
    """Whether records count that have no value."""
    operation_type: Literal["TIME_POINT"] | str = field(name="operationType")
    """Which kind of comparison this is."""
    operator: str
    """How the values are compared, as the comparison's kind allows."""
    property_parser: str | UnsetType = field(default=UNSET, name="propertyParser")
    """How the value of the property is read."""
    time_point: PublicDatePoint | PublicIndexedTimePoint | PublicPropertyReferencedTime = field(name="timePoint")
    """The point to compare with."""
    type: str
    """Which kind of count this is, where the comparison serves as one."""


class PublicTodayReference(Model, kw_only=True):
    """A time of today."""

    hour: int | UnsetType = UNSET
    """The hour of the time of day."""
    millisecond: int | UnsetType = UNSET
    """The millisecond of the time of day."""
    minute: int | UnsetType = UNSET
    """The minute of the time of day."""
    reference_type: Literal["TODAY"] | str = field(name="referenceType")
    """Which kind of point this is."""
    second: int | UnsetType = UNSET
    """The second of the time of day."""


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


class PublicWebinarFilter(Model, kw_only=True):
    """Whether a contact has taken part in a webinar."""

    filter_type: Literal["WEBINAR"] | str = field(name="filterType")
    """Which kind of filter this is."""
    operator: str
    """How the values are compared, as the comparison's kind allows."""
    webinar_id: str | UnsetType = field(default=UNSET, name="webinarId")
    """The id of the webinar. Absent where any webinar counts."""


class PublicWeekReference(Model, kw_only=True):
    """A day of the current week."""

    day_of_week: Literal["FRIDAY", "MONDAY", "SATURDAY", "SUNDAY", "THURSDAY", "TUESDAY", "WEDNESDAY"] | str = field(
        name="dayOfWeek"
    )
    """The day of the week."""
    hour: int | UnsetType = UNSET
    """The hour of the time of day."""
    millisecond: int | UnsetType = UNSET
    """The millisecond of the time of day."""
    minute: int | UnsetType = UNSET
    """The minute of the time of day."""
    reference_type: Literal["WEEK"] | str = field(name="referenceType")
    """Which kind of point this is."""
    second: int | UnsetType = UNSET
    """The second of the time of day."""


class PublicYearReference(Model, kw_only=True):
    """A day of the current year."""

    day: int
    """The day of the month, or of the span that is meant."""
    hour: int | UnsetType = UNSET
    """The hour of the time of day."""
    millisecond: int | UnsetType = UNSET
    """The millisecond of the time of day."""
    minute: int | UnsetType = UNSET
    """The minute of the time of day."""
    month: int
    """The month of the year, or of the span that is meant."""
    reference_type: Literal["YEAR"] | str = field(name="referenceType")
    """Which kind of point this is."""
    second: int | UnsetType = UNSET
    """The second of the time of day."""


class RecordIdInput(Model, kw_only=True):
    """A record whose lists to read."""

    object_type_id: str = field(name="objectTypeId")
    """The object type id of the records."""
    record_id: str = field(name="recordId")
    """The id of the record."""


class RecordIdWithMemberships(Model, kw_only=True):
    """A record and the lists it is a member of."""

    object_type_id: str = field(name="objectTypeId")
    """The object type id of the records."""
    record_id: str = field(name="recordId")
    """The id of the record."""
    record_list_memberships: list[RecordListMembership] = field(name="recordListMemberships")
    """The lists that the record is a member of."""


class RecordLimitResponse(Model, kw_only=True):
    """How many records there may be, and are."""

    custom_object_types: CustomObjectRecordLimitResponse = field(name="customObjectTypes")
    """The limit for all custom object types together."""
    hubspot_defined_object_types: list[LimitAndUsageForObjectType] = field(name="hubspotDefinedObjectTypes")
    """The limit of each standard object type."""


class RecordListMembership(Model, kw_only=True):
    """A list that a record is a member of."""

    first_added_timestamp: datetime | UnsetType = field(default=UNSET, name="firstAddedTimestamp")
    """When the record was first added."""
    is_public_list: bool | UnsetType = field(default=UNSET, name="isPublicList")
    """Whether the list is meant for everyone in the account."""
    last_added_timestamp: datetime | UnsetType = field(default=UNSET, name="lastAddedTimestamp")
    """When the record was last added."""
    list_id: str = field(name="listId")
    """The id of the list."""
    list_version: int = field(name="listVersion")
    """How many times the list was changed."""


class ReportCreationResponse(Model, kw_only=True):
    """A report that was asked for."""

    enqueue_time: DateTime = field(name="enqueueTime")
    """When the report was asked for."""
    user_email: str = field(name="userEmail")
    """The address that the report goes to."""
    user_id: int = field(name="userId")
    """The id of the user who gets the report."""


class SchemasObjectTypeDefinition(Model, kw_only=True):
    """An object type."""

    allows_sensitive_properties: bool | UnsetType = field(default=UNSET, name="allowsSensitiveProperties")
    """Whether properties of this object type may hold sensitive data."""
    archived: bool | UnsetType = UNSET
    """Whether the object type has been archived."""
    created_at: datetime | UnsetType = field(default=UNSET, name="createdAt")
    """When it was created."""
    description: str | UnsetType = UNSET
    """What the records are, for people to read."""
    fully_qualified_name: str | UnsetType = field(default=UNSET, name="fullyQualifiedName")
    """The internal name with a prefix that makes it unique among all accounts."""
    id: str
    """An id of the definition."""
    labels: ObjectTypeDefinitionLabels
    """What people call a record, and several."""
    name: str
    """The internal name. It cannot be changed later."""
    object_type_id: str | UnsetType = field(default=UNSET, name="objectTypeId")
    """The object type id."""
    portal_id: int | UnsetType = field(default=UNSET, name="portalId")
    """The id of the account."""
    primary_display_property: str | UnsetType = field(default=UNSET, name="primaryDisplayProperty")
    """The property by which a record is called, by its internal name."""
    required_properties: list[str] = field(name="requiredProperties")
    """The properties that a new record must have, by their internal names."""
    searchable_properties: list[str] | UnsetType = field(default=UNSET, name="searchableProperties")
    """The properties in which a search by text looks, by their internal names."""
    secondary_display_properties: list[str] | UnsetType = field(default=UNSET, name="secondaryDisplayProperties")
    """The properties that are shown beside it, by their internal names."""
    updated_at: datetime | UnsetType = field(default=UNSET, name="updatedAt")
    """When it was last changed."""


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
    warnings: list[PublicObjectWarning] | UnsetType = UNSET
    """What was wrong with the request without keeping it from being done."""


class SimplePublicObjectBatchInput(Model, kw_only=True):
    """A record to change."""

    id: str
    """The id of the record, or its value of `idProperty`."""
    id_property: str | UnsetType = field(default=UNSET, name="idProperty")
    """The property with unique values whose value `id` holds. Without it, `id` is the record's id."""
    object_write_trace_id: str | UnsetType = field(default=UNSET, name="objectWriteTraceId")
    """A name of your choice for this input, unique in the batch. The answer repeats it, on errors too."""
    properties: Mapping[str, str | None]
    """The values to set by internal property name. An empty text clears a property."""


class SimplePublicObjectBatchInputForCreate(Model, kw_only=True):
    """A record to create."""

    associations: Sequence[PublicAssociationsForObject] | UnsetType = UNSET
    """Associations to make from the new record."""
    object_write_trace_id: str | UnsetType = field(default=UNSET, name="objectWriteTraceId")
    """A name of your choice for this input, unique in the batch. The answer repeats it, on errors too. Only where
    every input has one can some fail while the others succeed.
    """
    properties: Mapping[str, str | None]
    """The values of the new record by internal property name."""


class SimplePublicObjectBatchInputUpsert(Model, kw_only=True):
    """A record to create or, where it exists, to change."""

    id: str
    """The record's value of the property that `idProperty` names."""
    id_property: str | UnsetType = field(default=UNSET, name="idProperty")
    """The property with unique values by which to look the record up."""
    object_write_trace_id: str | UnsetType = field(default=UNSET, name="objectWriteTraceId")
    """A name of your choice for this input, unique in the batch. The answer repeats it, on errors too."""
    properties: Mapping[str, str | None]
    """The values to set by internal property name."""


class SimplePublicObjectId(Model, kw_only=True):
    """A record, named by its id or by a unique value."""

    id: str
    """The id of the record, or its value of the property that the request names."""


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
    warnings: list[PublicObjectWarning] | UnsetType = UNSET
    """What was wrong with the request without keeping it from being done."""


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
    warnings: list[PublicObjectWarning] | UnsetType = UNSET
    """What was wrong with the request without keeping it from being done."""


class StandardError(Model, kw_only=True):
    """Why some of a batch failed."""

    category: str | UnsetType = UNSET
    """The kind of error. New kinds may appear at any time."""
    context: dict[str, list[str]] | str | UnsetType = UNSET
    """Values that the message speaks of by name. The trace ids of the failed inputs are under `objectWriteTraceId`."""
    errors: list[ErrorDetail] | UnsetType = UNSET
    """The single faults where there are several."""
    id: str | UnsetType = UNSET
    """An id of this error."""
    links: dict[str, str] | UnsetType = UNSET
    """Addresses that help with this error by name."""
    message: str
    """What is wrong, for people to read."""
    status: str | UnsetType = UNSET
    """The state of what failed."""
    sub_category: object | UnsetType = field(default=UNSET, name="subCategory")
    """A narrower kind of error within the category."""


class TaskLocator(Model, kw_only=True):
    """Work that has begun."""

    id: str
    """The id to ask for the status by."""
    links: dict[str, str] | UnsetType = UNSET
    """Addresses of related resources by name."""


class UsageForObjectType(Model, kw_only=True):
    """How many there are of an object type."""

    object_type_id: str = field(name="objectTypeId")
    """The object type id."""
    plural_label: str = field(name="pluralLabel")
    """What several records of the object type are called."""
    singular_label: str = field(name="singularLabel")
    """What a record of the object type is called."""
    usage: int
    """How many there are."""


class ValueWithTimestamp(Model, kw_only=True):
    """A value that a property had, and since when."""

    source_id: str | UnsetType = field(default=UNSET, name="sourceId")
    """Which user, tool or import of that kind set the value."""
    source_label: str | UnsetType = field(default=UNSET, name="sourceLabel")
    """What set the value, in words for people."""
    source_type: str = field(name="sourceType")
    """What kind of thing set the value: a person, an import, an integration."""
    timestamp: datetime
    """When the value was set."""
    updated_by_user_id: int | UnsetType = field(default=UNSET, name="updatedByUserId")
    """The id of the user who set the value."""
    value: str | None
    """The value."""


PublicExportRequest: TypeAlias = PublicExportViewRequest | PublicExportListRequest
"""What to export."""

PublicListConversionTime: TypeAlias = PublicListConversionDate | PublicListConversionInactivity
"""When a list is to become static."""

PublicFilterBranch: TypeAlias = (
    PublicOrFilterBranch
    | PublicAndFilterBranch
    | PublicNotAllFilterBranch
    | PublicNotAnyFilterBranch
    | PublicRestrictedFilterBranch
    | PublicUnifiedEventsFilterBranch
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
    | PublicSurveyMonkeyFilter
    | PublicSurveyMonkeyValueFilter
    | PublicWebinarFilter
    | PublicEmailEventFilter
    | PublicPrivacyAnalyticsFilter
    | PublicAdsSearchFilter
    | PublicAdsTimeFilter
    | PublicInListFilter
    | PublicUnifiedEventsFilter
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
    | PublicComparativeStringPropertyOperation
)
