# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Operations of associations, associations.batch, associations.batch.labels."""

from __future__ import annotations

from collections.abc import Mapping

from hubspot_crm._core.asynchronous import awaited
from hubspot_crm._core.operation import BatchOperation, Batching, JSON
# fmt: off
from hubspot_crm._core.resource import (
    AnyIterable, AsyncResource, BatchOptions, Below, Outcome, RequestOptions, Resource,
)
# fmt: on
from hubspot_crm.v2025_09.models import BatchResponseVoid
from hubspot_crm.v2026_09.models import BatchResponsePublicAssociationMultiWithLabel, PublicAssociationMultiWithLabel
# fmt: off
from hubspot_crm.v3.models import (
    Error, PublicAssociationMultiArchive, PublicAssociationMultiPost, PublicFetchAssociationsBatchRequest,
)
# fmt: on
from hubspot_crm.v3.resources._shared import (
    AssociationsOperationsBatchCreateAndCreateDefaultMixin,
    AssociationsOperationsCreateAndArchiveAndMoreMixin,
    AsyncAssociationsOperationsBatchCreateAndCreateDefaultMixin,
    AsyncAssociationsOperationsCreateAndArchiveAndMoreMixin,
)

BATCH = Batching(
    inputs="inputs",
    limit=1000,
    results="/results",
    errors="/errors",
    match=(("/id", "/from/id"),),
    error_inputs=("/context/fromObjectId", "/context/ids", "/context/id"),
    repeat=("RATE_LIMITS", "RATE_LIMIT"),
)
BATCH_2 = Batching(inputs="inputs", limit=1000, errors="/errors", repeat=("RATE_LIMITS", "RATE_LIMIT"))
BATCH_3 = Batching(inputs="inputs", limit=2000, errors="/errors", repeat=("RATE_LIMITS", "RATE_LIMIT"))

BATCH_READ: BatchOperation[PublicAssociationMultiWithLabel] = BatchOperation(
    "POST",
    "/{from_object_type}/{to_object_type}/batch/read",
    request_body=JSON,
    responses={
        200: BatchResponsePublicAssociationMultiWithLabel,
        "default": Error,
        207: BatchResponsePublicAssociationMultiWithLabel,
    },
    batching=BATCH,
    idempotent=True,
)
BATCH_ARCHIVE: BatchOperation[None] = BatchOperation(
    "POST",
    "/{from_object_type}/{to_object_type}/batch/archive",
    request_body=JSON,
    responses={200: BatchResponseVoid, "default": Error, 207: BatchResponseVoid},
    batching=BATCH_2,
    idempotent=True,
)
BATCH_LABELS_ARCHIVE: BatchOperation[None] = BatchOperation(
    "POST",
    "/{from_object_type}/{to_object_type}/batch/labels/archive",
    request_body=JSON,
    responses={200: BatchResponseVoid, "default": Error, 207: BatchResponseVoid},
    batching=BATCH_3,
    idempotent=True,
)


class Associations(
    AssociationsOperationsCreateAndArchiveAndMoreMixin, roots=("/crm/associations/2026-09", "/crm/objects/2026-09")
):
    """Associations: which records belong together, and in which ways.

    Which scopes are needed depends on the object types that a request is about.
    """

    batch: Below[AssociationsBatch] = Below("AssociationsBatch")


class AssociationsBatch(AssociationsOperationsBatchCreateAndCreateDefaultMixin):
    """Operations of associations.batch."""

    labels: Below[AssociationsBatchLabels] = Below("AssociationsBatchLabels")

    def read(
        self,
        from_object_type: str,
        to_object_type: str,
        inputs: AnyIterable[PublicFetchAssociationsBatchRequest | Mapping[str, object]],
        *,
        batching: BatchOptions | None = None,
        options: RequestOptions | None = None,
    ) -> Outcome[PublicFetchAssociationsBatchRequest | Mapping[str, object], PublicAssociationMultiWithLabel]:
        """Read the associations of many records.

        Reads which records of one type are associated with each of the given records. Where a record has more of them
        than one answer holds, its `paging` tells how to go on. Takes any number of inputs, at most 1000 to a request.
        The outcome has each with its result or its error.

        Args:
            from_object_type: The object type of the record that the association starts from, by its name or its type
                id.
            to_object_type: The object type of the record that the association leads to, by its name or its type id.
            inputs: One entry for each record.

        Partial failure: 207. Raises BatchError if the outcome is asked to.
        """
        return self._batch(
            BATCH_READ,
            inputs,
            path={"from_object_type": from_object_type, "to_object_type": to_object_type},
            batching=batching,
            options=options,
        )

    def archive(
        self,
        from_object_type: str,
        to_object_type: str,
        inputs: AnyIterable[PublicAssociationMultiArchive | Mapping[str, object]],
        *,
        batching: BatchOptions | None = None,
        options: RequestOptions | None = None,
    ) -> Outcome[PublicAssociationMultiArchive | Mapping[str, object], None]:
        """Remove the associations of many records.

        Removes every association that leads from the given records to the given others, labelled or not. Takes any
        number of inputs, at most 1000 to a request. The outcome has each with its result or its error.

        Args:
            from_object_type: The object type of the record that the association starts from, by its name or its type
                id.
            to_object_type: The object type of the record that the association leads to, by its name or its type id.
            inputs: One entry for each association to remove.

        Partial failure: 207. Raises BatchError if the outcome is asked to.
        """
        return self._batch(
            BATCH_ARCHIVE,
            inputs,
            path={"from_object_type": from_object_type, "to_object_type": to_object_type},
            batching=batching,
            options=options,
        )


class AssociationsBatchLabels(Resource):
    """Operations of associations.batch.labels."""

    def archive(
        self,
        from_object_type: str,
        to_object_type: str,
        inputs: AnyIterable[PublicAssociationMultiPost | Mapping[str, object]],
        *,
        batching: BatchOptions | None = None,
        options: RequestOptions | None = None,
    ) -> Outcome[PublicAssociationMultiPost | Mapping[str, object], None]:
        """Remove labels of many associations.

        Removes the given kinds of association between pairs of records. The association without a label stays. Takes
        any number of inputs, at most 2000 to a request. The outcome has each with its result or its error.

        Args:
            from_object_type: The object type of the record that the association starts from, by its name or its type
                id.
            to_object_type: The object type of the record that the association leads to, by its name or its type id.
            inputs: One entry for each pair of records.

        Partial failure: 207. Raises BatchError if the outcome is asked to.
        """
        return self._batch(
            BATCH_LABELS_ARCHIVE,
            inputs,
            path={"from_object_type": from_object_type, "to_object_type": to_object_type},
            batching=batching,
            options=options,
        )


class AsyncAssociations(
    AsyncAssociationsOperationsCreateAndArchiveAndMoreMixin, roots=("/crm/associations/2026-09", "/crm/objects/2026-09")
):
    """Associations: which records belong together, and in which ways."""

    batch: Below[AsyncAssociationsBatch] = Below("AsyncAssociationsBatch")


class AsyncAssociationsBatch(AsyncAssociationsOperationsBatchCreateAndCreateDefaultMixin):
    labels: Below[AsyncAssociationsBatchLabels] = Below("AsyncAssociationsBatchLabels")

    read = awaited(AssociationsBatch.read)
    archive = awaited(AssociationsBatch.archive)


class AsyncAssociationsBatchLabels(AsyncResource):
    archive = awaited(AssociationsBatchLabels.archive)
