# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Operations of subscriptions, subscriptions.associations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hubspot_crm._core.asynchronous import awaited, paged
from hubspot_crm._core.operation import Bounds, JSON, Operation, PagedOperation, Pagination, query
from hubspot_crm._core.resource import Below, Pager, RequestOptions, UNSET, UnsetType
# fmt: off
from hubspot_crm.v2025_09.models import (
    CollectionResponseMultiAssociatedObjectWithLabel, CollectionResponseSimplePublicObjectWithAssociations,
    CreatedResponseLabelsBetweenObjectPair, CreatedResponseSimplePublicObject, MultiAssociatedObjectWithLabel,
    SimplePublicObjectWithAssociations,
)
# fmt: on
# fmt: off
from hubspot_crm.v2025_09.resources._shared import (
    AsyncObjectsOperationsWithMergeAndAssociationsAssociationsCreateDefaultAndArchiveMixin, AsyncRecordsBatchMixin,
    AsyncRecordsGetMixin, AsyncRecordsMergeMixin, AsyncRecordsSearchMixin, AsyncRecordsUpdateMixin,
    ObjectsOperationsWithMergeAndAssociationsAssociationsCreateDefaultAndArchiveMixin, RecordsBatchMixin,
    RecordsGetMixin, RecordsMergeMixin, RecordsSearchMixin, RecordsUpdateMixin,
)
# fmt: on
from hubspot_crm.v3.models import AssociationSpec, Error, PublicAssociationsForObject
# fmt: off
from hubspot_crm.v3.resources._shared import (
    AsyncRecordsArchiveMixin, AsyncRecordsGdprDeleteMixin, RecordsArchiveMixin, RecordsGdprDeleteMixin,
)
# fmt: on

PAGES = Pagination(cursor="after", place="query", next="/paging/next/after", items="/results")
BOUNDS = {"limit": Bounds(maximum=100)}
BOUNDS_2 = {"limit": Bounds(maximum=500)}

LIST: PagedOperation[SimplePublicObjectWithAssociations, CollectionResponseSimplePublicObjectWithAssociations] = (
    PagedOperation(
        "GET",
        "",
        parameters=query("after", "archived", "associations", "limit", "properties", "propertiesWithHistory"),
        responses={200: CollectionResponseSimplePublicObjectWithAssociations, "default": Error},
        pagination=PAGES,
        bounds=BOUNDS,
    )
)
CREATE: Operation[CreatedResponseSimplePublicObject] = Operation(
    "POST", "", request_body=JSON, responses={200: CreatedResponseSimplePublicObject, "default": Error}
)
ASSOCIATIONS_LIST: PagedOperation[MultiAssociatedObjectWithLabel, CollectionResponseMultiAssociatedObjectWithLabel] = (
    PagedOperation(
        "GET",
        "/{record_id}/associations/{to_object_type}",
        parameters=query("after", "limit"),
        responses={200: CollectionResponseMultiAssociatedObjectWithLabel, "default": Error},
        pagination=PAGES,
        bounds=BOUNDS_2,
    )
)
ASSOCIATIONS_CREATE: Operation[CreatedResponseLabelsBetweenObjectPair] = Operation(
    "PUT",
    "/{record_id}/associations/{to_object_type}/{to_object_id}",
    request_body=JSON,
    responses={200: CreatedResponseLabelsBetweenObjectPair, "default": Error},
    idempotent=True,
)


class Subscriptions(
    RecordsGdprDeleteMixin,
    RecordsArchiveMixin,
    RecordsMergeMixin,
    RecordsBatchMixin,
    RecordsGetMixin,
    RecordsSearchMixin,
    RecordsUpdateMixin,
    roots=("/crm/objects/2025-09/subscriptions",),
):
    """Commerce subscriptions: agreements to pay for something again and again.

    Object type id: 0-69. Scopes: crm.objects.subscriptions.read.
    """

    associations: Below[SubscriptionsAssociations] = Below("SubscriptionsAssociations")

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
    ) -> Pager[SimplePublicObjectWithAssociations, CollectionResponseSimplePublicObjectWithAssociations]:
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

        Answers 200: One page of records. Scope: crm.objects.subscriptions.read. Raises ApiStatusError,
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

    def create(
        self,
        *,
        properties: Mapping[str, str | None],
        associations: Sequence[PublicAssociationsForObject | Mapping[str, object]] | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> CreatedResponseSimplePublicObject:
        """Create a record.

        Creates a record and returns it. A request that is sent twice creates two records, unless a property with unique
        values keeps the second one out.

        Args:
            properties: The values of the new record by internal property name.
            associations: Associations to make from the new record.

        Answers 200: The new record. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(CREATE, body={"properties": properties, "associations": associations}, options=options)


class SubscriptionsAssociations(ObjectsOperationsWithMergeAndAssociationsAssociationsCreateDefaultAndArchiveMixin):
    """Operations of subscriptions.associations."""

    def list(
        self,
        record_id: str,
        to_object_type: str,
        *,
        after: str | UnsetType = UNSET,
        limit: int | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> Pager[MultiAssociatedObjectWithLabel, CollectionResponseMultiAssociatedObjectWithLabel]:
        """List associated records.

        Reads which records of one type are associated with a record, page by page.

        Args:
            record_id: The id of the record.
            to_object_type: The object type of the record that the association leads to, by its name or its type id.
            after: The cursor of the page to read: `paging.next.after` of the page before. Left out for the first page.
            limit: How many results a page holds at most. At most 500. The server takes 500 if it is left out.

        Answers 200: One page of associated records. Scope: crm.objects.subscriptions.read. Raises ApiStatusError,
        ApiConnectionError.
        """
        return self._paginate(
            ASSOCIATIONS_LIST,
            path={"record_id": record_id, "to_object_type": to_object_type},
            query={"after": after, "limit": limit},
            options=options,
        )

    def create(
        self,
        record_id: str,
        to_object_type: str,
        to_object_id: str,
        body: Sequence[AssociationSpec | Mapping[str, object]],
        *,
        options: RequestOptions | None = None,
    ) -> CreatedResponseLabelsBetweenObjectPair:
        """Associate two records with labels.

        Makes the given kinds of association between two records.

        Args:
            record_id: The id of the record.
            to_object_type: The object type of the record that the association leads to, by its name or its type id.
            to_object_id: The id of the record that the association leads to.
            body: What to send: the body of the request.

        Answers 200: The labels that now hold between the two. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            ASSOCIATIONS_CREATE,
            path={"record_id": record_id, "to_object_type": to_object_type, "to_object_id": to_object_id},
            body=body,
            options=options,
        )


class AsyncSubscriptions(
    AsyncRecordsGdprDeleteMixin,
    AsyncRecordsArchiveMixin,
    AsyncRecordsMergeMixin,
    AsyncRecordsBatchMixin,
    AsyncRecordsGetMixin,
    AsyncRecordsSearchMixin,
    AsyncRecordsUpdateMixin,
    roots=("/crm/objects/2025-09/subscriptions",),
):
    """Commerce subscriptions: agreements to pay for something again and again."""

    associations: Below[AsyncSubscriptionsAssociations] = Below("AsyncSubscriptionsAssociations")

    list = paged(Subscriptions.list)
    create = awaited(Subscriptions.create)


class AsyncSubscriptionsAssociations(
    AsyncObjectsOperationsWithMergeAndAssociationsAssociationsCreateDefaultAndArchiveMixin
):
    list = paged(SubscriptionsAssociations.list)
    create = awaited(SubscriptionsAssociations.create)
