# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Operations of appointments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from hubspot_crm._core.operation import (
    ErrorFields,
    Operation,
    PagedOperation,
    Pagination,
    Parameter,
    RequestBody,
)
from hubspot_crm._core.resource import (
    AsyncPager,
    AsyncResource,
    Pager,
    RequestOptions,
    Resource,
    UNSET,
    UnsetType,
)
from hubspot_crm.v2026_03.models import (
    BatchResponsePublicDefaultAssociation,
    CollectionResponseMultiAssociatedObjectWithLabelForwardPaging,
    LabelsBetweenObjectPair,
    MultiAssociatedObjectWithLabel,
)
from hubspot_crm.v3.models import (
    AssociationSpec,
    CollectionResponseSimplePublicObjectWithAssociationsForwardPaging,
    CollectionResponseWithTotalSimplePublicObject,
    Error,
    FilterGroup,
    PublicAssociationsForObject,
    SimplePublicObject,
    SimplePublicObjectWithAssociations,
)
from hubspot_crm.v3.resources._records import AsyncRecordsBatch, RecordsBatch

SECURITY = (("oauth2",), ("private_apps",), ("private_apps_legacy",))
ERRORS = ErrorFields(message="message", category="category", correlation_id="correlationId")
PAGES = Pagination(cursor="after", place="query", next="/paging/next/after", items="/results")
PAGES_2 = Pagination(cursor="after", place="body", next="/paging/next/after", items="/results")

LIST: PagedOperation[
    SimplePublicObjectWithAssociations,
    CollectionResponseSimplePublicObjectWithAssociationsForwardPaging,
] = PagedOperation(
    "GET",
    "",
    parameters=(
        Parameter("after", "query"),
        Parameter("archived", "query"),
        Parameter("associations", "query"),
        Parameter("limit", "query"),
        Parameter("properties", "query"),
        Parameter("propertiesWithHistory", "query"),
    ),
    responses={
        200: CollectionResponseSimplePublicObjectWithAssociationsForwardPaging,
        "default": Error,
    },
    security=SECURITY,
    error_fields=ERRORS,
    pagination=PAGES,
)
CREATE: Operation[SimplePublicObject] = Operation(
    "POST",
    "",
    request_body=RequestBody("application/json", required=True),
    responses={201: SimplePublicObject, "default": Error},
    security=SECURITY,
    error_fields=ERRORS,
)
GET: Operation[SimplePublicObjectWithAssociations] = Operation(
    "GET",
    "/{record_id}",
    parameters=(
        Parameter("archived", "query"),
        Parameter("associations", "query"),
        Parameter("idProperty", "query"),
        Parameter("properties", "query"),
        Parameter("propertiesWithHistory", "query"),
    ),
    responses={200: SimplePublicObjectWithAssociations, "default": Error},
    security=SECURITY,
    error_fields=ERRORS,
)
ARCHIVE: Operation[None] = Operation(
    "DELETE",
    "/{record_id}",
    responses={204: None, "default": Error},
    security=SECURITY,
    error_fields=ERRORS,
)
UPDATE: Operation[SimplePublicObject] = Operation(
    "PATCH",
    "/{record_id}",
    parameters=(Parameter("idProperty", "query"),),
    request_body=RequestBody("application/json", required=True),
    responses={200: SimplePublicObject, "default": Error},
    security=SECURITY,
    error_fields=ERRORS,
)
MERGE: Operation[SimplePublicObject] = Operation(
    "POST",
    "/merge",
    request_body=RequestBody("application/json", required=True),
    responses={200: SimplePublicObject, "default": Error},
    security=SECURITY,
    error_fields=ERRORS,
)
GDPR_DELETE: Operation[None] = Operation(
    "POST",
    "/gdpr-delete",
    request_body=RequestBody("application/json", required=True),
    responses={204: None, "default": Error},
    security=SECURITY,
    error_fields=ERRORS,
)
SEARCH: PagedOperation[SimplePublicObject, CollectionResponseWithTotalSimplePublicObject] = (
    PagedOperation(
        "POST",
        "/search",
        request_body=RequestBody("application/json", required=True),
        responses={200: CollectionResponseWithTotalSimplePublicObject, "default": Error},
        security=SECURITY,
        error_fields=ERRORS,
        pagination=PAGES_2,
    )
)
ASSOCIATIONS_LIST: PagedOperation[
    MultiAssociatedObjectWithLabel, CollectionResponseMultiAssociatedObjectWithLabelForwardPaging
] = PagedOperation(
    "GET",
    "/{record_id}/associations/{to_object_type}",
    parameters=(
        Parameter("after", "query"),
        Parameter("limit", "query"),
    ),
    responses={
        200: CollectionResponseMultiAssociatedObjectWithLabelForwardPaging,
        "default": Error,
    },
    security=SECURITY,
    error_fields=ERRORS,
    pagination=PAGES,
)
ASSOCIATIONS_CREATE_DEFAULT: Operation[BatchResponsePublicDefaultAssociation] = Operation(
    "PUT",
    "/{record_id}/associations/default/{to_object_type}/{to_object_id}",
    responses={
        200: BatchResponsePublicDefaultAssociation,
        "default": Error,
        207: BatchResponsePublicDefaultAssociation,
    },
    security=SECURITY,
    error_fields=ERRORS,
)
ASSOCIATIONS_CREATE: Operation[LabelsBetweenObjectPair] = Operation(
    "PUT",
    "/{record_id}/associations/{to_object_type}/{to_object_id}",
    request_body=RequestBody("application/json", required=True),
    responses={201: LabelsBetweenObjectPair, "default": Error},
    security=SECURITY,
    error_fields=ERRORS,
)
ASSOCIATIONS_ARCHIVE: Operation[None] = Operation(
    "DELETE",
    "/{record_id}/associations/{to_object_type}/{to_object_id}",
    responses={204: None, "default": Error},
    security=SECURITY,
    error_fields=ERRORS,
)


class RecordsAssociations(Resource):
    """Operations of appointments.associations."""

    def list(
        self,
        record_id: str,
        to_object_type: str,
        *,
        after: str | UnsetType = UNSET,
        limit: int | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> Pager[
        MultiAssociatedObjectWithLabel,
        CollectionResponseMultiAssociatedObjectWithLabelForwardPaging,
    ]:
        """List associated records.

        Reads which records of one type are associated with a record, page by page.

        Args:
            record_id: The id of the record.
            to_object_type: The object type of the record that the association leads to, by its name
                or its type id.
            after: The cursor of the page to read: `paging.next.after` of the page before. Left out
                for the first page.
            limit: How many results a page holds at most. At most 500. The server takes 500 if it is
                left out.
            options: Timeout and headers of this call alone.

        Answers:
            200: One page of associated records.

        Raises:
            ApiError: No answer came, or one that says what went wrong.
        """
        return self._paginate(
            ASSOCIATIONS_LIST,
            path={"record_id": record_id, "to_object_type": to_object_type},
            query={"after": after, "limit": limit},
            options=options,
        )

    def create_default(
        self,
        record_id: str,
        to_object_type: str,
        to_object_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> BatchResponsePublicDefaultAssociation:
        """Associate two records.

        Makes the association without a label that the two object types have by default.

        Args:
            record_id: The id of the record that the association starts from.
            to_object_type: The object type of the record that the association leads to, by its name
                or its type id.
            to_object_id: The id of the record that the association leads to.
            options: Timeout and headers of this call alone.

        Answers:
            200: The associations that now hold.
            207: Some succeeded and some failed: the results and the errors.

        Raises:
            ApiError: No answer came, or one that says what went wrong.
        """
        return self._call(
            ASSOCIATIONS_CREATE_DEFAULT,
            path={
                "record_id": record_id,
                "to_object_type": to_object_type,
                "to_object_id": to_object_id,
            },
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
    ) -> LabelsBetweenObjectPair:
        """Associate two records with labels.

        Makes the given kinds of association between two records.

        Args:
            record_id: The id of the record.
            to_object_type: The object type of the record that the association leads to, by its name
                or its type id.
            to_object_id: The id of the record that the association leads to.
            options: Timeout and headers of this call alone.

        Answers:
            201: The labels that now hold between the two.

        Raises:
            ApiError: No answer came, or one that says what went wrong.
        """
        return self._call(
            ASSOCIATIONS_CREATE,
            path={
                "record_id": record_id,
                "to_object_type": to_object_type,
                "to_object_id": to_object_id,
            },
            body=body,
            options=options,
        )

    def archive(
        self,
        record_id: str,
        to_object_type: str,
        to_object_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Remove the associations of two records.

        Removes every association that leads from one record to another, labelled or not.

        Args:
            record_id: The id of the record.
            to_object_type: The object type of the record that the association leads to, by its name
                or its type id.
            to_object_id: The id of the record that the association leads to.
            options: Timeout and headers of this call alone.

        Answers:
            204: The two records are no longer associated.

        Raises:
            ApiError: No answer came, or one that says what went wrong.
        """
        return self._call(
            ASSOCIATIONS_ARCHIVE,
            path={
                "record_id": record_id,
                "to_object_type": to_object_type,
                "to_object_id": to_object_id,
            },
            options=options,
        )


class Records(Resource):
    """Operations of appointments."""

    @cached_property
    def batch(self) -> RecordsBatch:
        """Operations under `batch`."""
        return RecordsBatch(self._client, self._root)

    @cached_property
    def associations(self) -> RecordsAssociations:
        """Operations under `associations`."""
        return RecordsAssociations(self._client, self._root)

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
    ) -> Pager[
        SimplePublicObjectWithAssociations,
        CollectionResponseSimplePublicObjectWithAssociationsForwardPaging,
    ]:
        """List records.

        Reads the records of this type page by page, in no order to rely on.

        Args:
            after: The cursor of the page to read: `paging.next.after` of the page before. Left out
                for the first page.
            archived: Whether to return archived records, and only those. The server takes False if
                it is left out.
            associations: Object types. The ids of the associated records of these types are
                returned too.
            limit: How many results a page holds at most. At most 100. The server takes 10 if it is
                left out.
            properties: The properties to return. Names that the object type does not have are
                passed over.
            properties_with_history: The properties to return together with their earlier values. A
                request that asks for history may return fewer records.
            options: Timeout and headers of this call alone.

        Answers:
            200: One page of records.

        Raises:
            ApiError: No answer came, or one that says what went wrong.
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
        associations: (
            Sequence[PublicAssociationsForObject | Mapping[str, object]] | UnsetType
        ) = UNSET,
        options: RequestOptions | None = None,
    ) -> SimplePublicObject:
        """Create a record.

        Creates a record and returns it. A request that is sent twice creates two records, unless a
        property with unique values keeps the second one out.

        Args:
            properties: The values of the new record by internal property name.
            associations: Associations to make from the new record.
            options: Timeout and headers of this call alone.

        Answers:
            201: The new record.

        Raises:
            ApiError: No answer came, or one that says what went wrong.
        """
        return self._call(
            CREATE, body={"properties": properties, "associations": associations}, options=options
        )

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
            archived: Whether to return archived records, and only those. The server takes False if
                it is left out.
            associations: Object types. The ids of the associated records of these types are
                returned too.
            id_property: A property with unique values. With it, the path holds the record's value
                of that property in place of the id.
            properties: The properties to return. Names that the object type does not have are
                passed over.
            properties_with_history: The properties to return together with their earlier values. A
                request that asks for history may return fewer records.
            options: Timeout and headers of this call alone.

        Answers:
            200: The record.

        Raises:
            ApiError: No answer came, or one that says what went wrong.
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

    def archive(
        self,
        record_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Archive a record.

        Moves a record to the recycling bin, from where it can be restored for 90 days.

        Args:
            record_id: The id of the record.
            options: Timeout and headers of this call alone.

        Answers:
            204: The record is archived.

        Raises:
            ApiError: No answer came, or one that says what went wrong.
        """
        return self._call(ARCHIVE, path={"record_id": record_id}, options=options)

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
            properties: The values to set by internal property name. An empty text clears a
                property.
            id_property: A property with unique values. With it, the path holds the record's value
                of that property in place of the id.
            options: Timeout and headers of this call alone.

        Answers:
            200: The changed record.

        Raises:
            ApiError: No answer came, or one that says what went wrong.
        """
        return self._call(
            UPDATE,
            path={"record_id": record_id},
            query={"idProperty": id_property},
            body={"properties": properties},
            options=options,
        )

    def merge(
        self,
        *,
        object_id_to_merge: str,
        primary_object_id: str,
        options: RequestOptions | None = None,
    ) -> SimplePublicObject:
        """Merge two records.

        Makes one record out of two. Where both have a value, the primary record's stays.

        Args:
            object_id_to_merge: The id of the record that is merged into the other.
            primary_object_id: The id of the record whose values win.
            options: Timeout and headers of this call alone.

        Answers:
            200: The merged record.

        Raises:
            ApiError: No answer came, or one that says what went wrong.
        """
        return self._call(
            MERGE,
            body={"objectIdToMerge": object_id_to_merge, "primaryObjectId": primary_object_id},
            options=options,
        )

    def gdpr_delete(
        self,
        *,
        object_id: str,
        id_property: str | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> None:
        """Delete a record for good.

        Erases a record and what is known about it, as data protection law may require. It cannot be
        undone.

        Args:
            object_id: The id of the record, or its value of `idProperty`.
            id_property: The property with unique values whose value `objectId` holds. Without it,
                `objectId` is the record's id.
            options: Timeout and headers of this call alone.

        Answers:
            204: The record is deleted.

        Raises:
            ApiError: No answer came, or one that says what went wrong.
        """
        return self._call(
            GDPR_DELETE, body={"objectId": object_id, "idProperty": id_property}, options=options
        )

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

        Finds records by conditions on their values, by a text, or by both. New and changed records
        are found with a delay, archived ones not at all. A search yields 10,000 records at most.

        Args:
            after: The cursor of the page to read: `paging.next.after` of the page before.
            filter_groups: Groups of conditions. A record matches if it meets any one group. At most
                5 items.
            limit: How many records a page holds at most. At most 200.
            properties: The properties to return.
            query: Text to look for in the properties that are searched by default, such as names.
            sorts: The property to sort by. A minus sign in front of its name sorts from high to
                low. At most 1 items.
            options: Timeout and headers of this call alone.

        Answers:
            200: One page of the records that match.

        Raises:
            ApiError: No answer came, or one that says what went wrong.
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


class AsyncRecordsAssociations(AsyncResource):
    """Operations of appointments.associations."""

    def list(
        self,
        record_id: str,
        to_object_type: str,
        *,
        after: str | UnsetType = UNSET,
        limit: int | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> AsyncPager[
        MultiAssociatedObjectWithLabel,
        CollectionResponseMultiAssociatedObjectWithLabelForwardPaging,
    ]:
        """List associated records.

        Reads which records of one type are associated with a record, page by page.

        Args:
            record_id: The id of the record.
            to_object_type: The object type of the record that the association leads to, by its name
                or its type id.
            after: The cursor of the page to read: `paging.next.after` of the page before. Left out
                for the first page.
            limit: How many results a page holds at most. At most 500. The server takes 500 if it is
                left out.
            options: Timeout and headers of this call alone.

        Answers:
            200: One page of associated records.

        Raises:
            ApiError: No answer came, or one that says what went wrong.
        """
        return self._paginate(
            ASSOCIATIONS_LIST,
            path={"record_id": record_id, "to_object_type": to_object_type},
            query={"after": after, "limit": limit},
            options=options,
        )

    async def create_default(
        self,
        record_id: str,
        to_object_type: str,
        to_object_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> BatchResponsePublicDefaultAssociation:
        """Associate two records.

        Makes the association without a label that the two object types have by default.

        Args:
            record_id: The id of the record that the association starts from.
            to_object_type: The object type of the record that the association leads to, by its name
                or its type id.
            to_object_id: The id of the record that the association leads to.
            options: Timeout and headers of this call alone.

        Answers:
            200: The associations that now hold.
            207: Some succeeded and some failed: the results and the errors.

        Raises:
            ApiError: No answer came, or one that says what went wrong.
        """
        return await self._call(
            ASSOCIATIONS_CREATE_DEFAULT,
            path={
                "record_id": record_id,
                "to_object_type": to_object_type,
                "to_object_id": to_object_id,
            },
            options=options,
        )

    async def create(
        self,
        record_id: str,
        to_object_type: str,
        to_object_id: str,
        body: Sequence[AssociationSpec | Mapping[str, object]],
        *,
        options: RequestOptions | None = None,
    ) -> LabelsBetweenObjectPair:
        """Associate two records with labels.

        Makes the given kinds of association between two records.

        Args:
            record_id: The id of the record.
            to_object_type: The object type of the record that the association leads to, by its name
                or its type id.
            to_object_id: The id of the record that the association leads to.
            options: Timeout and headers of this call alone.

        Answers:
            201: The labels that now hold between the two.

        Raises:
            ApiError: No answer came, or one that says what went wrong.
        """
        return await self._call(
            ASSOCIATIONS_CREATE,
            path={
                "record_id": record_id,
                "to_object_type": to_object_type,
                "to_object_id": to_object_id,
            },
            body=body,
            options=options,
        )

    async def archive(
        self,
        record_id: str,
        to_object_type: str,
        to_object_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Remove the associations of two records.

        Removes every association that leads from one record to another, labelled or not.

        Args:
            record_id: The id of the record.
            to_object_type: The object type of the record that the association leads to, by its name
                or its type id.
            to_object_id: The id of the record that the association leads to.
            options: Timeout and headers of this call alone.

        Answers:
            204: The two records are no longer associated.

        Raises:
            ApiError: No answer came, or one that says what went wrong.
        """
        return await self._call(
            ASSOCIATIONS_ARCHIVE,
            path={
                "record_id": record_id,
                "to_object_type": to_object_type,
                "to_object_id": to_object_id,
            },
            options=options,
        )


class AsyncRecords(AsyncResource):
    """Operations of appointments."""

    @cached_property
    def batch(self) -> AsyncRecordsBatch:
        """Operations under `batch`."""
        return AsyncRecordsBatch(self._client, self._root)

    @cached_property
    def associations(self) -> AsyncRecordsAssociations:
        """Operations under `associations`."""
        return AsyncRecordsAssociations(self._client, self._root)

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
    ) -> AsyncPager[
        SimplePublicObjectWithAssociations,
        CollectionResponseSimplePublicObjectWithAssociationsForwardPaging,
    ]:
        """List records.

        Reads the records of this type page by page, in no order to rely on.

        Args:
            after: The cursor of the page to read: `paging.next.after` of the page before. Left out
                for the first page.
            archived: Whether to return archived records, and only those. The server takes False if
                it is left out.
            associations: Object types. The ids of the associated records of these types are
                returned too.
            limit: How many results a page holds at most. At most 100. The server takes 10 if it is
                left out.
            properties: The properties to return. Names that the object type does not have are
                passed over.
            properties_with_history: The properties to return together with their earlier values. A
                request that asks for history may return fewer records.
            options: Timeout and headers of this call alone.

        Answers:
            200: One page of records.

        Raises:
            ApiError: No answer came, or one that says what went wrong.
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

    async def create(
        self,
        *,
        properties: Mapping[str, str | None],
        associations: (
            Sequence[PublicAssociationsForObject | Mapping[str, object]] | UnsetType
        ) = UNSET,
        options: RequestOptions | None = None,
    ) -> SimplePublicObject:
        """Create a record.

        Creates a record and returns it. A request that is sent twice creates two records, unless a
        property with unique values keeps the second one out.

        Args:
            properties: The values of the new record by internal property name.
            associations: Associations to make from the new record.
            options: Timeout and headers of this call alone.

        Answers:
            201: The new record.

        Raises:
            ApiError: No answer came, or one that says what went wrong.
        """
        return await self._call(
            CREATE, body={"properties": properties, "associations": associations}, options=options
        )

    async def get(
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
            archived: Whether to return archived records, and only those. The server takes False if
                it is left out.
            associations: Object types. The ids of the associated records of these types are
                returned too.
            id_property: A property with unique values. With it, the path holds the record's value
                of that property in place of the id.
            properties: The properties to return. Names that the object type does not have are
                passed over.
            properties_with_history: The properties to return together with their earlier values. A
                request that asks for history may return fewer records.
            options: Timeout and headers of this call alone.

        Answers:
            200: The record.

        Raises:
            ApiError: No answer came, or one that says what went wrong.
        """
        return await self._call(
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

    async def archive(
        self,
        record_id: str,
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Archive a record.

        Moves a record to the recycling bin, from where it can be restored for 90 days.

        Args:
            record_id: The id of the record.
            options: Timeout and headers of this call alone.

        Answers:
            204: The record is archived.

        Raises:
            ApiError: No answer came, or one that says what went wrong.
        """
        return await self._call(ARCHIVE, path={"record_id": record_id}, options=options)

    async def update(
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
            properties: The values to set by internal property name. An empty text clears a
                property.
            id_property: A property with unique values. With it, the path holds the record's value
                of that property in place of the id.
            options: Timeout and headers of this call alone.

        Answers:
            200: The changed record.

        Raises:
            ApiError: No answer came, or one that says what went wrong.
        """
        return await self._call(
            UPDATE,
            path={"record_id": record_id},
            query={"idProperty": id_property},
            body={"properties": properties},
            options=options,
        )

    async def merge(
        self,
        *,
        object_id_to_merge: str,
        primary_object_id: str,
        options: RequestOptions | None = None,
    ) -> SimplePublicObject:
        """Merge two records.

        Makes one record out of two. Where both have a value, the primary record's stays.

        Args:
            object_id_to_merge: The id of the record that is merged into the other.
            primary_object_id: The id of the record whose values win.
            options: Timeout and headers of this call alone.

        Answers:
            200: The merged record.

        Raises:
            ApiError: No answer came, or one that says what went wrong.
        """
        return await self._call(
            MERGE,
            body={"objectIdToMerge": object_id_to_merge, "primaryObjectId": primary_object_id},
            options=options,
        )

    async def gdpr_delete(
        self,
        *,
        object_id: str,
        id_property: str | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> None:
        """Delete a record for good.

        Erases a record and what is known about it, as data protection law may require. It cannot be
        undone.

        Args:
            object_id: The id of the record, or its value of `idProperty`.
            id_property: The property with unique values whose value `objectId` holds. Without it,
                `objectId` is the record's id.
            options: Timeout and headers of this call alone.

        Answers:
            204: The record is deleted.

        Raises:
            ApiError: No answer came, or one that says what went wrong.
        """
        return await self._call(
            GDPR_DELETE, body={"objectId": object_id, "idProperty": id_property}, options=options
        )

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
    ) -> AsyncPager[SimplePublicObject, CollectionResponseWithTotalSimplePublicObject]:
        """Search records.

        Finds records by conditions on their values, by a text, or by both. New and changed records
        are found with a delay, archived ones not at all. A search yields 10,000 records at most.

        Args:
            after: The cursor of the page to read: `paging.next.after` of the page before.
            filter_groups: Groups of conditions. A record matches if it meets any one group. At most
                5 items.
            limit: How many records a page holds at most. At most 200.
            properties: The properties to return.
            query: Text to look for in the properties that are searched by default, such as names.
            sorts: The property to sort by. A minus sign in front of its name sorts from high to
                low. At most 1 items.
            options: Timeout and headers of this call alone.

        Answers:
            200: One page of the records that match.

        Raises:
            ApiError: No answer came, or one that says what went wrong.
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
