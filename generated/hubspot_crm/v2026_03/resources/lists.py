# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Operations of lists, lists.records, lists.records.memberships, lists.records.memberships.batch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hubspot_crm._core.operation import Batching, JSON, Operation
from hubspot_crm._core.resource import AsyncResource, Below, RequestOptions, Resource
from hubspot_crm.v2025_09.resources._shared import (
    AsyncListsOperationsRecordsMembershipsListMixin,
    ListsOperationsRecordsMembershipsListMixin,
)
from hubspot_crm.v2026_03.models import (
    BatchResponseRecordIdWithMemberships,
    BatchResponseRecordIdWithMembershipsWithErrors,
)
from hubspot_crm.v3.models import Error, RecordIdInput
from hubspot_crm.v3.resources._shared import (
    AsyncListsListAndCreateAndMoreMixin,
    AsyncListsOperationsSearchAndArchiveAndMoreMixin,
    ListsListAndCreateAndMoreMixin,
    ListsOperationsSearchAndArchiveAndMoreMixin,
)

BATCH = Batching(inputs="inputs", limit=100)

RECORDS_MEMBERSHIPS_BATCH_READ: Operation[
    BatchResponseRecordIdWithMemberships | BatchResponseRecordIdWithMembershipsWithErrors
] = Operation(
    "POST",
    "/records/memberships/batch/read",
    request_body=JSON,
    responses={
        200: BatchResponseRecordIdWithMemberships,
        207: BatchResponseRecordIdWithMembershipsWithErrors,
        "default": Error,
    },
    batching=BATCH,
)


class Lists(ListsListAndCreateAndMoreMixin, ListsOperationsSearchAndArchiveAndMoreMixin):
    """Lists: groups of records of one object type, put together by hand or by filters, and the folders that the lists
    are kept in.

    Scopes: cms.membership.access_groups.write, crm.lists.read, crm.lists.write.
    """

    _roots = ("/crm/lists/2026-03",)

    records: Below[ListsRecords] = Below("ListsRecords")


class ListsRecords(Resource):
    """Operations of lists.records."""

    memberships: Below[ListsRecordsMemberships] = Below("ListsRecordsMemberships")


class ListsRecordsMemberships(ListsOperationsRecordsMembershipsListMixin):
    """Operations of lists.records.memberships."""

    batch: Below[ListsRecordsMembershipsBatch] = Below("ListsRecordsMembershipsBatch")


class ListsRecordsMembershipsBatch(Resource):
    """Operations of lists.records.memberships.batch."""

    def read(
        self, inputs: Sequence[RecordIdInput | Mapping[str, object]], *, options: RequestOptions | None = None
    ) -> BatchResponseRecordIdWithMemberships | BatchResponseRecordIdWithMembershipsWithErrors:
        """Read the lists of many records.

        Reads in one request which lists each of the given records is a member of.

        At most 100 inputs in one request.

        Args:
            inputs: One entry for each record.

        Answers 200: The lists of all records were found. 207: Some succeeded and some failed: the results and the
        errors. Scope: crm.lists.read. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(RECORDS_MEMBERSHIPS_BATCH_READ, body={"inputs": inputs}, options=options)


class AsyncLists(AsyncListsListAndCreateAndMoreMixin, AsyncListsOperationsSearchAndArchiveAndMoreMixin):
    """Lists: groups of records of one object type, put together by hand or by filters, and the folders that the lists
    are kept in.
    """

    _roots = ("/crm/lists/2026-03",)

    records: Below[AsyncListsRecords] = Below("AsyncListsRecords")


class AsyncListsRecords(AsyncResource):
    """Operations of lists.records."""

    memberships: Below[AsyncListsRecordsMemberships] = Below("AsyncListsRecordsMemberships")


class AsyncListsRecordsMemberships(AsyncListsOperationsRecordsMembershipsListMixin):
    """Operations of lists.records.memberships."""

    batch: Below[AsyncListsRecordsMembershipsBatch] = Below("AsyncListsRecordsMembershipsBatch")


class AsyncListsRecordsMembershipsBatch(AsyncResource):
    """Operations of lists.records.memberships.batch."""

    async def read(
        self, inputs: Sequence[RecordIdInput | Mapping[str, object]], *, options: RequestOptions | None = None
    ) -> BatchResponseRecordIdWithMemberships | BatchResponseRecordIdWithMembershipsWithErrors:
        """Read the lists of many records.

        Reads in one request which lists each of the given records is a member of.

        At most 100 inputs in one request.

        Args:
            inputs: One entry for each record.

        Answers 200: The lists of all records were found. 207: Some succeeded and some failed: the results and the
        errors. Scope: crm.lists.read. Raises ApiStatusError, ApiConnectionError.
        """
        return await self._call(RECORDS_MEMBERSHIPS_BATCH_READ, body={"inputs": inputs}, options=options)
