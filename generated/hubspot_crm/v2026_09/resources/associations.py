# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Operations of associations, associations.batch, associations.batch.labels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hubspot_crm._core.operation import Batching, JSON, Operation
from hubspot_crm._core.resource import AsyncResource, Below, RequestOptions, Resource
from hubspot_crm.v2025_09.models import BatchResponseVoid
from hubspot_crm.v2026_09.models import (
    BatchResponseLabelsBetweenObjectPair,
    BatchResponsePublicAssociationMultiWithLabel,
)
from hubspot_crm.v3.models import (
    Error,
    PublicAssociationMultiArchive,
    PublicAssociationMultiPost,
    PublicFetchAssociationsBatchRequest,
)
from hubspot_crm.v3.resources._shared import (
    AssociationsOperationsBatchCreateDefaultMixin,
    AssociationsOperationsCreateAndArchiveAndMoreMixin,
    AsyncAssociationsOperationsBatchCreateDefaultMixin,
    AsyncAssociationsOperationsCreateAndArchiveAndMoreMixin,
)

BATCH = Batching(inputs="inputs", limit=1000)
BATCH_2 = Batching(inputs="inputs", limit=2000)

BATCH_READ: Operation[BatchResponsePublicAssociationMultiWithLabel] = Operation(
    "POST",
    "/{from_object_type}/{to_object_type}/batch/read",
    request_body=JSON,
    responses={
        200: BatchResponsePublicAssociationMultiWithLabel,
        "default": Error,
        207: BatchResponsePublicAssociationMultiWithLabel,
    },
    batching=BATCH,
)
BATCH_CREATE: Operation[BatchResponseLabelsBetweenObjectPair] = Operation(
    "POST",
    "/{from_object_type}/{to_object_type}/batch/create",
    request_body=JSON,
    responses={200: BatchResponseLabelsBetweenObjectPair, "default": Error, 207: BatchResponseLabelsBetweenObjectPair},
    batching=BATCH_2,
)
BATCH_ARCHIVE: Operation[BatchResponseVoid] = Operation(
    "POST",
    "/{from_object_type}/{to_object_type}/batch/archive",
    request_body=JSON,
    responses={200: BatchResponseVoid, "default": Error, 207: BatchResponseVoid},
    batching=BATCH,
)
BATCH_LABELS_ARCHIVE: Operation[BatchResponseVoid] = Operation(
    "POST",
    "/{from_object_type}/{to_object_type}/batch/labels/archive",
    request_body=JSON,
    responses={200: BatchResponseVoid, "default": Error, 207: BatchResponseVoid},
    batching=BATCH_2,
)


class Associations(AssociationsOperationsCreateAndArchiveAndMoreMixin):
    """Associations: which records belong together, and in which ways.

    Which scopes are needed depends on the object types that a request is about.
    """

    _roots = ("/crm/associations/2026-09", "/crm/objects/2026-09")

    batch: Below[AssociationsBatch] = Below("AssociationsBatch")


class AssociationsBatch(AssociationsOperationsBatchCreateDefaultMixin):
    """Operations of associations.batch."""

    labels: Below[AssociationsBatchLabels] = Below("AssociationsBatchLabels")

    def read(
        self,
        from_object_type: str,
        to_object_type: str,
        inputs: Sequence[PublicFetchAssociationsBatchRequest | Mapping[str, object]],
        *,
        options: RequestOptions | None = None,
    ) -> BatchResponsePublicAssociationMultiWithLabel:
        """Read the associations of many records.

        Reads which records of one type are associated with each of the given records. Where a record has more of them
        than one answer holds, its `paging` tells how to go on.

        At most 1000 inputs in one request.

        Args:
            from_object_type: The object type of the record that the association starts from, by its name or its type
                id.
            to_object_type: The object type of the record that the association leads to, by its name or its type id.
            inputs: One entry for each record. At most 1000 items.

        Answers 200: The associations of all records were found. 207: Some succeeded and some failed: the results and
        the errors. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            BATCH_READ,
            path={"from_object_type": from_object_type, "to_object_type": to_object_type},
            body={"inputs": inputs},
            options=options,
        )

    def create(
        self,
        from_object_type: str,
        to_object_type: str,
        inputs: Sequence[PublicAssociationMultiPost | Mapping[str, object]],
        *,
        options: RequestOptions | None = None,
    ) -> BatchResponseLabelsBetweenObjectPair:
        """Associate many records.

        Makes associations between pairs of records in one request.

        At most 2000 inputs in one request.

        Args:
            from_object_type: The object type of the record that the association starts from, by its name or its type
                id.
            to_object_type: The object type of the record that the association leads to, by its name or its type id.
            inputs: One entry for each pair of records. At most 2000 items.

        Answers 200: All associations were made. 207: Some succeeded and some failed: the results and the errors. Raises
        ApiStatusError, ApiConnectionError.
        """
        return self._call(
            BATCH_CREATE,
            path={"from_object_type": from_object_type, "to_object_type": to_object_type},
            body={"inputs": inputs},
            options=options,
        )

    def archive(
        self,
        from_object_type: str,
        to_object_type: str,
        inputs: Sequence[PublicAssociationMultiArchive | Mapping[str, object]],
        *,
        options: RequestOptions | None = None,
    ) -> BatchResponseVoid:
        """Remove the associations of many records.

        Removes every association that leads from the given records to the given others, labelled or not.

        At most 1000 inputs in one request.

        Args:
            from_object_type: The object type of the record that the association starts from, by its name or its type
                id.
            to_object_type: The object type of the record that the association leads to, by its name or its type id.
            inputs: One entry for each association to remove.

        Answers 200: The records are no longer associated. 207: Some succeeded and some failed: the results and the
        errors. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            BATCH_ARCHIVE,
            path={"from_object_type": from_object_type, "to_object_type": to_object_type},
            body={"inputs": inputs},
            options=options,
        )


class AssociationsBatchLabels(Resource):
    """Operations of associations.batch.labels."""

    def archive(
        self,
        from_object_type: str,
        to_object_type: str,
        inputs: Sequence[PublicAssociationMultiPost | Mapping[str, object]],
        *,
        options: RequestOptions | None = None,
    ) -> BatchResponseVoid:
        """Remove labels of many associations.

        Removes the given kinds of association between pairs of records. The association without a label stays.

        At most 2000 inputs in one request.

        Args:
            from_object_type: The object type of the record that the association starts from, by its name or its type
                id.
            to_object_type: The object type of the record that the association leads to, by its name or its type id.
            inputs: One entry for each pair of records. At most 2000 items.

        Answers 200: The labels are removed. 207: Some succeeded and some failed: the results and the errors. Raises
        ApiStatusError, ApiConnectionError.
        """
        return self._call(
            BATCH_LABELS_ARCHIVE,
            path={"from_object_type": from_object_type, "to_object_type": to_object_type},
            body={"inputs": inputs},
            options=options,
        )


class AsyncAssociations(AsyncAssociationsOperationsCreateAndArchiveAndMoreMixin):
    """Associations: which records belong together, and in which ways."""

    _roots = ("/crm/associations/2026-09", "/crm/objects/2026-09")

    batch: Below[AsyncAssociationsBatch] = Below("AsyncAssociationsBatch")


class AsyncAssociationsBatch(AsyncAssociationsOperationsBatchCreateDefaultMixin):
    """Operations of associations.batch."""

    labels: Below[AsyncAssociationsBatchLabels] = Below("AsyncAssociationsBatchLabels")

    async def read(
        self,
        from_object_type: str,
        to_object_type: str,
        inputs: Sequence[PublicFetchAssociationsBatchRequest | Mapping[str, object]],
        *,
        options: RequestOptions | None = None,
    ) -> BatchResponsePublicAssociationMultiWithLabel:
        """Read the associations of many records.

        Reads which records of one type are associated with each of the given records. Where a record has more of them
        than one answer holds, its `paging` tells how to go on.

        At most 1000 inputs in one request.

        Args:
            from_object_type: The object type of the record that the association starts from, by its name or its type
                id.
            to_object_type: The object type of the record that the association leads to, by its name or its type id.
            inputs: One entry for each record. At most 1000 items.

        Answers 200: The associations of all records were found. 207: Some succeeded and some failed: the results and
        the errors. Raises ApiStatusError, ApiConnectionError.
        """
        return await self._call(
            BATCH_READ,
            path={"from_object_type": from_object_type, "to_object_type": to_object_type},
            body={"inputs": inputs},
            options=options,
        )

    async def create(
        self,
        from_object_type: str,
        to_object_type: str,
        inputs: Sequence[PublicAssociationMultiPost | Mapping[str, object]],
        *,
        options: RequestOptions | None = None,
    ) -> BatchResponseLabelsBetweenObjectPair:
        """Associate many records.

        Makes associations between pairs of records in one request.

        At most 2000 inputs in one request.

        Args:
            from_object_type: The object type of the record that the association starts from, by its name or its type
                id.
            to_object_type: The object type of the record that the association leads to, by its name or its type id.
            inputs: One entry for each pair of records. At most 2000 items.

        Answers 200: All associations were made. 207: Some succeeded and some failed: the results and the errors. Raises
        ApiStatusError, ApiConnectionError.
        """
        return await self._call(
            BATCH_CREATE,
            path={"from_object_type": from_object_type, "to_object_type": to_object_type},
            body={"inputs": inputs},
            options=options,
        )

    async def archive(
        self,
        from_object_type: str,
        to_object_type: str,
        inputs: Sequence[PublicAssociationMultiArchive | Mapping[str, object]],
        *,
        options: RequestOptions | None = None,
    ) -> BatchResponseVoid:
        """Remove the associations of many records.

        Removes every association that leads from the given records to the given others, labelled or not.

        At most 1000 inputs in one request.

        Args:
            from_object_type: The object type of the record that the association starts from, by its name or its type
                id.
            to_object_type: The object type of the record that the association leads to, by its name or its type id.
            inputs: One entry for each association to remove.

        Answers 200: The records are no longer associated. 207: Some succeeded and some failed: the results and the
        errors. Raises ApiStatusError, ApiConnectionError.
        """
        return await self._call(
            BATCH_ARCHIVE,
            path={"from_object_type": from_object_type, "to_object_type": to_object_type},
            body={"inputs": inputs},
            options=options,
        )


class AsyncAssociationsBatchLabels(AsyncResource):
    """Operations of associations.batch.labels."""

    async def archive(
        self,
        from_object_type: str,
        to_object_type: str,
        inputs: Sequence[PublicAssociationMultiPost | Mapping[str, object]],
        *,
        options: RequestOptions | None = None,
    ) -> BatchResponseVoid:
        """Remove labels of many associations.

        Removes the given kinds of association between pairs of records. The association without a label stays.

        At most 2000 inputs in one request.

        Args:
            from_object_type: The object type of the record that the association starts from, by its name or its type
                id.
            to_object_type: The object type of the record that the association leads to, by its name or its type id.
            inputs: One entry for each pair of records. At most 2000 items.

        Answers 200: The labels are removed. 207: Some succeeded and some failed: the results and the errors. Raises
        ApiStatusError, ApiConnectionError.
        """
        return await self._call(
            BATCH_LABELS_ARCHIVE,
            path={"from_object_type": from_object_type, "to_object_type": to_object_type},
            body={"inputs": inputs},
            options=options,
        )
