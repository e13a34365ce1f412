# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Models of version 2026-03."""

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
    BatchResponseSimplePublicObject,
    BatchResponseSimplePublicObjectWithErrors,
    BatchResponseSimplePublicUpsertObject,
    BatchResponseSimplePublicUpsertObjectWithErrors,
    CollectionResponseAssociatedId,
    CollectionResponseSimplePublicObjectWithAssociationsForwardPaging,
    CollectionResponseWithTotalSimplePublicObject,
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
    PublicObjectWarning,
    SimplePublicObject,
    SimplePublicObjectBatchInput,
    SimplePublicObjectBatchInputForCreate,
    SimplePublicObjectBatchInputUpsert,
    SimplePublicObjectId,
    SimplePublicObjectInput,
    SimplePublicObjectInputForCreate,
    SimplePublicObjectWithAssociations,
    SimplePublicUpsertObject,
    StandardError,
    ValueWithTimestamp,
)

__all__ = [
    "AssociatedId",
    "AssociationSpec",
    "AssociationSpecWithLabel",
    "BatchInputSimplePublicObjectBatchInput",
    "BatchInputSimplePublicObjectBatchInputForCreate",
    "BatchInputSimplePublicObjectBatchInputUpsert",
    "BatchInputSimplePublicObjectId",
    "BatchReadInputSimplePublicObjectId",
    "BatchResponsePublicDefaultAssociation",
    "BatchResponseSimplePublicObject",
    "BatchResponseSimplePublicObjectWithErrors",
    "BatchResponseSimplePublicUpsertObject",
    "BatchResponseSimplePublicUpsertObjectWithErrors",
    "CollectionResponseAssociatedId",
    "CollectionResponseMultiAssociatedObjectWithLabelForwardPaging",
    "CollectionResponseSimplePublicObjectWithAssociationsForwardPaging",
    "CollectionResponseWithTotalSimplePublicObject",
    "Error",
    "ErrorDetail",
    "Filter",
    "FilterGroup",
    "ForwardPaging",
    "LabelsBetweenObjectPair",
    "MultiAssociatedObjectWithLabel",
    "NextPage",
    "Paging",
    "PreviousPage",
    "PublicAssociationsForObject",
    "PublicDefaultAssociation",
    "PublicGdprDeleteInput",
    "PublicMergeInput",
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


class AssociationSpecWithLabel(Model):
    """A kind of association that holds between two records."""

    category: Literal["HUBSPOT_DEFINED", "INTEGRATOR_DEFINED", "USER_DEFINED", "WORK"] | str
    """Who defined the kind of association."""
    label: str | UnsetType = UNSET
    """What people call this kind of association. Absent where it has no label."""
    type_id: int = field(name="typeId")
    """The id of the kind of association in this direction."""


class BatchResponsePublicDefaultAssociation(Model):
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
    """How far the batch has come. COMPLETE says that every input was looked at, not that every one
    succeeded.
    """


class CollectionResponseMultiAssociatedObjectWithLabelForwardPaging(Model):
    """One page of the records that are associated with a record."""

    paging: ForwardPaging | UnsetType = UNSET
    """Where the list goes on. Absent on the last page."""
    results: list[MultiAssociatedObjectWithLabel]
    """The associated records on this page."""


class LabelsBetweenObjectPair(Model):
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


class MultiAssociatedObjectWithLabel(Model):
    """An associated record and every kind of association with it."""

    association_types: list[AssociationSpecWithLabel] = field(name="associationTypes")
    """The kinds of association that hold."""
    to_object_id: str = field(name="toObjectId")
    """The id of the associated record."""


class PublicDefaultAssociation(Model):
    """An association without a label."""

    association_spec: AssociationSpec = field(name="associationSpec")
    """The kind of association that was made."""
    from_: PublicObjectId = field(name="from")
    """The record it starts from."""
    to: PublicObjectId
    """The record it leads to."""


class PublicGdprDeleteInput(Model):
    """The record to delete for good."""

    id_property: str | UnsetType = field(default=UNSET, name="idProperty")
    """The property with unique values whose value `objectId` holds. Without it, `objectId` is the
    record's id.
    """
    object_id: str = field(name="objectId")
    """The id of the record, or its value of `idProperty`."""


class PublicMergeInput(Model):
    """Two records to make one of."""

    object_id_to_merge: str = field(name="objectIdToMerge")
    """The id of the record that is merged into the other."""
    primary_object_id: str = field(name="primaryObjectId")
    """The id of the record whose values win."""
