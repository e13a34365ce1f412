# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Operations of lists, lists.records, lists.records.memberships, lists.records.memberships.batch."""

from __future__ import annotations

from collections.abc import Mapping

from hubspot_crm._core.asynchronous import awaited
from hubspot_crm._core.operation import BatchOperation, Batching, JSON, Operation
# fmt: off
from hubspot_crm._core.resource import (
    AnyIterable, AsyncResource, BatchOptions, Below, Outcome, RequestOptions, Resource,
)
# fmt: on
# fmt: off
from hubspot_crm.v3.models import (
    ApiCollectionResponseRecordListMembership, BatchResponseRecordIdWithMemberships, Error, RecordIdInput,
    RecordIdWithMemberships,
)
# fmt: on
from hubspot_crm.v3.resources._shared import (
    AsyncListsListAndCreateAndMoreMixin,
    AsyncListsOperationsSearchAndArchiveAndMoreMixin,
    ListsListAndCreateAndMoreMixin,
    ListsOperationsSearchAndArchiveAndMoreMixin,
)

BATCH = Batching(
    inputs="inputs",
    limit=100,
    results="/results",
    errors="/errors",
    match=(("/recordId", "/recordId"), ("/objectTypeId", "/objectTypeId")),
    repeat=("RATE_LIMITS", "RATE_LIMIT"),
)

RECORDS_MEMBERSHIPS_LIST: Operation[ApiCollectionResponseRecordListMembership] = Operation(
    "GET",
    "/records/{object_type_id}/{record_id}/memberships",
    responses={200: ApiCollectionResponseRecordListMembership, "default": Error},
)
RECORDS_MEMBERSHIPS_BATCH_READ: BatchOperation[RecordIdWithMemberships] = BatchOperation(
    "POST",
    "/records/memberships/batch/read",
    request_body=JSON,
    responses={200: BatchResponseRecordIdWithMemberships, 207: BatchResponseRecordIdWithMemberships, "default": Error},
    batching=BATCH,
    idempotent=True,
)


class Lists(ListsListAndCreateAndMoreMixin, ListsOperationsSearchAndArchiveAndMoreMixin, roots=("/crm/v3/lists",)):
    """Lists: groups of records of one object type, made by hand or by filters, and their folders.

    Scopes: cms.membership.access_groups.write, crm.lists.read, crm.lists.write.
    """

    records: Below[ListsRecords] = Below("ListsRecords")


class ListsRecords(Resource):
    """Operations of lists.records."""

    memberships: Below[ListsRecordsMemberships] = Below("ListsRecordsMemberships")


class ListsRecordsMemberships(Resource):
    """Operations of lists.records.memberships."""

    batch: Below[ListsRecordsMembershipsBatch] = Below("ListsRecordsMembershipsBatch")

    def list(
        self, object_type_id: str, record_id: str, *, options: RequestOptions | None = None
    ) -> ApiCollectionResponseRecordListMembership:
        """List the lists of a record.

        Reads which lists a record is a member of.

        Args:
            object_type_id: The object type id.
            record_id: The id of the record.

        Answers 200: The lists. Scope: crm.lists.read. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            RECORDS_MEMBERSHIPS_LIST, path={"object_type_id": object_type_id, "record_id": record_id}, options=options
        )


class ListsRecordsMembershipsBatch(Resource):
    """Operations of lists.records.memberships.batch."""

    def read(
        self,
        inputs: AnyIterable[RecordIdInput | Mapping[str, object]],
        *,
        batching: BatchOptions | None = None,
        options: RequestOptions | None = None,
    ) -> Outcome[RecordIdInput | Mapping[str, object], RecordIdWithMemberships]:
        """Read the lists of many records.

        Reads in one request which lists each of the given records is a member of. Takes any number of inputs, at most
        100 to a request. The outcome has each with its result or its error.

        Args:
            inputs: One entry for each record.

        Scope: crm.lists.read. Partial failure: 207. Raises BatchError if the outcome is asked to.
        """
        return self._batch(RECORDS_MEMBERSHIPS_BATCH_READ, inputs, batching=batching, options=options)


class AsyncLists(
    AsyncListsListAndCreateAndMoreMixin, AsyncListsOperationsSearchAndArchiveAndMoreMixin, roots=("/crm/v3/lists",)
):
    """Lists: groups of records of one object type, made by hand or by filters, and their folders."""

    records: Below[AsyncListsRecords] = Below("AsyncListsRecords")


class AsyncListsRecords(AsyncResource):
    memberships: Below[AsyncListsRecordsMemberships] = Below("AsyncListsRecordsMemberships")


class AsyncListsRecordsMemberships(AsyncResource):
    batch: Below[AsyncListsRecordsMembershipsBatch] = Below("AsyncListsRecordsMembershipsBatch")

    list = awaited(ListsRecordsMemberships.list)


class AsyncListsRecordsMembershipsBatch(AsyncResource):
    read = awaited(ListsRecordsMembershipsBatch.read)
