# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Models of version 2025-09."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from msgspec import UNSET, UnsetType, field

from hubspot_crm._core.model import Model
from hubspot_crm.v3.models import (
    AssociatedId,
    AssociationSpec,
    BatchInputSimplePublicObjectBatchInput,
    BatchInputSimplePublicObjectBatchInputForCreate,
    BatchInputSimplePublicObjectBatchInputUpsert,
    BatchInputSimplePublicObjectId,
    BatchReadInputSimplePublicObjectId,
    CollectionResponseAssociatedId,
    Error,
    ErrorDetail,
    Filter,
    FilterGroup,
    ForwardPaging,
    NextPage,
    Paging,
    PreviousPage,
    PublicAssociationsForObject,
    PublicObjectId,
    PublicObjectSearchRequest,
    SimplePublicObjectBatchInput,
    SimplePublicObjectBatchInputForCreate,
    SimplePublicObjectBatchInputUpsert,
    SimplePublicObjectId,
    SimplePublicObjectInput,
    SimplePublicObjectInputForCreate,
    StandardError,
    ValueWithTimestamp,
)

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


class BatchResponseSimplePublicObject(Model):
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
