# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Operations of subscriptions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hubspot_crm._core.asynchronous import awaited, paged
from hubspot_crm._core.operation import Bounds, JSON, Operation, PagedOperation, Pagination, query
from hubspot_crm._core.resource import Pager, RequestOptions, UNSET, UnsetType
# fmt: off
from hubspot_crm.v3.models import (
    CollectionResponseSimplePublicObjectWithAssociations, CreatedResponseSimplePublicObject, Error,
    PublicAssociationsForObject, SimplePublicObjectWithAssociations,
)
# fmt: on
# fmt: off
from hubspot_crm.v3.resources._shared import (
    AsyncRecordsArchiveMixin, AsyncRecordsBatchMixin, AsyncRecordsGetMixin, AsyncRecordsSearchMixin,
    AsyncRecordsUpdateMixin, RecordsArchiveMixin, RecordsBatchMixin, RecordsGetMixin, RecordsSearchMixin,
    RecordsUpdateMixin,
)
# fmt: on

PAGES = Pagination(cursor="after", place="query", next="/paging/next/after", items="/results")
BOUNDS = {"limit": Bounds(maximum=100)}

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


class Subscriptions(
    RecordsGetMixin,
    RecordsSearchMixin,
    RecordsUpdateMixin,
    RecordsBatchMixin,
    RecordsArchiveMixin,
    roots=("/crm/v3/objects/subscriptions",),
):
    """Commerce subscriptions: agreements to pay for something again and again.

    Object type id: 0-69. Scopes: crm.objects.subscriptions.read.
    """

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


class AsyncSubscriptions(
    AsyncRecordsGetMixin,
    AsyncRecordsSearchMixin,
    AsyncRecordsUpdateMixin,
    AsyncRecordsBatchMixin,
    AsyncRecordsArchiveMixin,
    roots=("/crm/v3/objects/subscriptions",),
):
    """Commerce subscriptions: agreements to pay for something again and again."""

    list = paged(Subscriptions.list)
    create = awaited(Subscriptions.create)
