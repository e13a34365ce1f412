# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Models of version v3."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Literal

from msgspec import UNSET, UnsetType, field

from hubspot_crm._core.model import Model

__all__ = [
    "AssociatedId",
    "AssociationSpec",
    "BatchInputSimplePublicObjectBatchInput",
    "BatchInputSimplePublicObjectBatchInputForCreate",
    "BatchInputSimplePublicObjectBatchInputUpsert",
    "BatchInputSimplePublicObjectId",
    "BatchReadInputSimplePublicObjectId",
    "BatchResponseSimplePublicObject",
    "BatchResponseSimplePublicObjectWithErrors",
    "BatchResponseSimplePublicUpsertObject",
    "BatchResponseSimplePublicUpsertObjectWithErrors",
    "CollectionResponseAssociatedId",
    "CollectionResponseSimplePublicObjectWithAssociationsForwardPaging",
    "CollectionResponseWithTotalSimplePublicObject",
    "Error",
    "ErrorDetail",
    "Filter",
    "FilterGroup",
    "ForwardPaging",
    "NextPage",
    "Paging",
    "PreviousPage",
    "PublicAssociationsForObject",
    "PublicObjectId",
    "PublicObjectSearchRequest",
    "PublicObjectWarning",
    "SimplePublicObject",
    "SimplePublicObjectBatchInput",
    "SimplePublicObjectBatchInputForCreate",
    "SimplePublicObjectBatchInputUpsert",
    "SimplePublicObjectId",
    "SimplePublicObjectInput",
    "SimplePublicObjectInputForCreate",
    "SimplePublicObjectWithAssociations",
    "SimplePublicUpsertObject",
    "StandardError",
    "ValueWithTimestamp",
]


class AssociatedId(Model):
    """One record at the other end of an association."""

    id: str
    """The id of the associated record."""
    type: str
    """The kind of association, named after the two object types."""


class AssociationSpec(Model):
    """Which kind of association is meant."""

    association_category: (
        Literal["HUBSPOT_DEFINED", "INTEGRATOR_DEFINED", "USER_DEFINED", "WORK"] | str
    ) = field(name="associationCategory")
    """Who defined the kind of association."""
    association_type_id: int = field(name="associationTypeId")
    """The id of the kind of association. It holds in one direction; the way back has an id of its
    own.
    """


class BatchInputSimplePublicObjectBatchInput(Model):
    """Records to change."""

    inputs: Sequence[SimplePublicObjectBatchInput]
    """One entry for each record to change. At most 100 items."""


class BatchInputSimplePublicObjectBatchInputForCreate(Model):
    """Records to create."""

    inputs: Sequence[SimplePublicObjectBatchInputForCreate]
    """One entry for each record to create. At most 100 items."""


class BatchInputSimplePublicObjectBatchInputUpsert(Model):
    """Records to create or change."""

    inputs: Sequence[SimplePublicObjectBatchInputUpsert]
    """One entry for each record to create or change. At most 100 items."""


class BatchInputSimplePublicObjectId(Model):
    """Records, named by their ids."""

    inputs: Sequence[SimplePublicObjectId]
    """One entry for each record. At most 100 items."""


class BatchReadInputSimplePublicObjectId(Model):
    """Records to read, and what to read of them."""

    id_property: str | UnsetType = field(default=UNSET, name="idProperty")
    """The property with unique values whose value `id` holds in each input. Without it, `id` is
    the record's id.
    """
    inputs: Sequence[SimplePublicObjectId]
    """One entry for each record to read. At most 100 items."""
    properties: Sequence[str] | UnsetType = UNSET
    """The properties to return."""
    properties_with_history: Sequence[str] | UnsetType = field(
        default=UNSET, name="propertiesWithHistory"
    )
    """The properties to return together with their earlier values."""


class BatchResponseSimplePublicObject(Model):
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
    """How far the batch has come. COMPLETE says that every input was looked at, not that every one
    succeeded.
    """


class BatchResponseSimplePublicObjectWithErrors(Model):
    """What came of a batch of records of which some failed."""

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
    """The records for which it succeeded, in no particular order."""
    started_at: datetime = field(name="startedAt")
    """When the work on the batch began."""
    status: Literal["CANCELED", "COMPLETE", "PENDING", "PROCESSING"] | str
    """How far the batch has come. COMPLETE says that every input was looked at, not that every one
    succeeded.
    """


class BatchResponseSimplePublicUpsertObject(Model):
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
    """How far the batch has come. COMPLETE says that every input was looked at, not that every one
    succeeded.
    """


class BatchResponseSimplePublicUpsertObjectWithErrors(Model):
    """What came of a batch of records to create or change of which some failed."""

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
    """The records for which it succeeded, in no particular order."""
    started_at: datetime = field(name="startedAt")
    """When the work on the batch began."""
    status: Literal["CANCELED", "COMPLETE", "PENDING", "PROCESSING"] | str
    """How far the batch has come. COMPLETE says that every input was looked at, not that every one
    succeeded.
    """


class CollectionResponseAssociatedId(Model):
    """The first records that are associated with a record."""

    paging: Paging | UnsetType = UNSET
    """Where the list goes on. Absent where it is complete."""
    results: list[AssociatedId]
    """The associated records."""


class CollectionResponseSimplePublicObjectWithAssociationsForwardPaging(Model):
    """One page of records."""

    paging: ForwardPaging | UnsetType = UNSET
    """Where the list goes on. Absent on the last page."""
    results: list[SimplePublicObjectWithAssociations]
    """The records on this page."""


class CollectionResponseWithTotalSimplePublicObject(Model):
    """One page of the records that a search found."""

    paging: Paging | UnsetType = UNSET
    """Where the list goes on. Absent on the last page."""
    results: list[SimplePublicObject]
    """The records on this page. A page may be short or empty and yet not be the last."""
    total: int
    """How many records match."""


class Error(Model):
    """Why a request was refused."""

    category: str | UnsetType = UNSET
    """The kind of error. New kinds may appear at any time. Branch on this or on the status, never
    on the message.
    """
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
    """The limit that was reached, on a refusal for too many requests. TEN_SECONDLY_ROLLING and
    SECONDLY pass soon, DAILY does not.
    """
    group_name: str | UnsetType = field(default=UNSET, name="groupName")
    """The group of requests that the reached limit counts."""
    request_id: str | UnsetType = field(default=UNSET, name="requestId")
    """An id of this one request, beside the correlation id."""


class ErrorDetail(Model):
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


class Filter(Model):
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
    """How the property's value is compared. HAS_PROPERTY and NOT_HAS_PROPERTY ask only whether
    there is a value.
    """
    property_name: str = field(name="propertyName")
    """The internal name of the property."""
    value: str | UnsetType = UNSET
    """What to compare with; for BETWEEN, the lower bound."""
    values: Sequence[str] | UnsetType = UNSET
    """What to compare with for IN and NOT_IN."""


class FilterGroup(Model):
    """Conditions that must hold together."""

    filters: Sequence[Filter]
    """The conditions. A record matches the group if it meets every one."""


class ForwardPaging(Model):
    """Where a list goes on."""

    next: NextPage | UnsetType = UNSET
    """The next page. Absent on the last one."""


class NextPage(Model):
    """The next page of a list."""

    after: str
    """The cursor to send as `after` for that page."""
    link: str | UnsetType = UNSET
    """The address of that page."""


class Paging(Model):
    """Where a list goes on in both directions."""

    next: NextPage | UnsetType = UNSET
    """The next page. Absent on the last one."""
    prev: PreviousPage | UnsetType = UNSET
    """The page before. Absent on the first one."""


class PreviousPage(Model):
    """The page before in a list."""

    before: str
    """The cursor to send as `before` for that page."""
    link: str | UnsetType = UNSET
    """The address of that page."""


class PublicAssociationsForObject(Model):
    """An association to make from the record that is being created."""

    to: PublicObjectId
    """The record to associate it with."""
    types: Sequence[AssociationSpec]
    """The kinds of association to make."""


class PublicObjectId(Model):
    """A record, named by its id."""

    id: str
    """The id of the record."""


class PublicObjectSearchRequest(Model):
    """Which records to find, and what to return of them."""

    after: str | UnsetType = UNSET
    """The cursor of the page to read: `paging.next.after` of the page before."""
    filter_groups: Sequence[FilterGroup] | UnsetType = field(default=UNSET, name="filterGroups")
    """Groups of conditions. A record matches if it meets any one group. At most 5 items."""
    limit: int | UnsetType = UNSET
    """How many records a page holds at most. At most 200."""
    properties: Sequence[str] | UnsetType = UNSET
    """The properties to return."""
    query: str | UnsetType = UNSET
    """Text to look for in the properties that are searched by default, such as names."""
    sorts: Sequence[str] | UnsetType = UNSET
    """The property to sort by. A minus sign in front of its name sorts from high to low. At most 1
    items.
    """


class PublicObjectWarning(Model):
    """Something in a request that was let pass."""

    category: str
    """The kind of warning."""
    context: dict[str, str]
    """Values that the message speaks of by name."""
    message: str
    """What was noticed, for people to read."""


class SimplePublicObject(Model):
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
    """The values of the record's properties, by internal property name. Numbers, booleans and
    dates are text too; the options of a multiple choice are joined by semicolons. Without a
    choice of properties in the request, a default few.
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


class SimplePublicObjectBatchInput(Model):
    """A record to change."""

    id: str
    """The id of the record, or its value of `idProperty`."""
    id_property: str | UnsetType = field(default=UNSET, name="idProperty")
    """The property with unique values whose value `id` holds. Without it, `id` is the record's id."""
    object_write_trace_id: str | UnsetType = field(default=UNSET, name="objectWriteTraceId")
    """A name of your choice for this input, unique in the batch. The answer repeats it, on errors
    too.
    """
    properties: Mapping[str, str | None]
    """The values to set by internal property name. An empty text clears a property."""


class SimplePublicObjectBatchInputForCreate(Model):
    """A record to create."""

    associations: Sequence[PublicAssociationsForObject] | UnsetType = UNSET
    """Associations to make from the new record."""
    object_write_trace_id: str | UnsetType = field(default=UNSET, name="objectWriteTraceId")
    """A name of your choice for this input, unique in the batch. The answer repeats it, on errors
    too. Only where every input has one can some fail while the others succeed.
    """
    properties: Mapping[str, str | None]
    """The values of the new record by internal property name."""


class SimplePublicObjectBatchInputUpsert(Model):
    """A record to create or, where it exists, to change."""

    id: str
    """The record's value of the property that `idProperty` names."""
    id_property: str | UnsetType = field(default=UNSET, name="idProperty")
    """The property with unique values by which to look the record up."""
    object_write_trace_id: str | UnsetType = field(default=UNSET, name="objectWriteTraceId")
    """A name of your choice for this input, unique in the batch. The answer repeats it, on errors
    too.
    """
    properties: Mapping[str, str | None]
    """The values to set by internal property name."""


class SimplePublicObjectId(Model):
    """A record, named by its id or by a unique value."""

    id: str
    """The id of the record, or its value of the property that the request names."""


class SimplePublicObjectInput(Model):
    """Values to set on a record."""

    properties: Mapping[str, str | None]
    """The values to set by internal property name. An empty text clears a property."""


class SimplePublicObjectInputForCreate(Model):
    """A record to create."""

    associations: Sequence[PublicAssociationsForObject] | UnsetType = UNSET
    """Associations to make from the new record."""
    properties: Mapping[str, str | None]
    """The values of the new record by internal property name."""


class SimplePublicObjectWithAssociations(Model):
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
    """The values of the record's properties, by internal property name. Numbers, booleans and
    dates are text too; the options of a multiple choice are joined by semicolons. Without a
    choice of properties in the request, a default few.
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


class SimplePublicUpsertObject(Model):
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
    """The values of the record's properties, by internal property name. Numbers, booleans and
    dates are text too; the options of a multiple choice are joined by semicolons. Without a
    choice of properties in the request, a default few.
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


class StandardError(Model):
    """Why some of a batch failed."""

    category: str | UnsetType = UNSET
    """The kind of error. New kinds may appear at any time."""
    context: dict[str, list[str]] | str | UnsetType = UNSET
    """Values that the message speaks of by name. The trace ids of the failed inputs are under
    `objectWriteTraceId`.
    """
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


class ValueWithTimestamp(Model):
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
