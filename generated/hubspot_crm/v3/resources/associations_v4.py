# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Operations of associations_v4, associations_v4.batch, associations_v4.batch.labels."""

from __future__ import annotations

from collections.abc import Mapping

from hubspot_crm._core.asynchronous import awaited
from hubspot_crm._core.operation import BatchOperation, Batching, JSON
# fmt: off
from hubspot_crm._core.resource import (
    AnyIterable, AsyncResource, BatchOptions, Below, Outcome, RequestOptions, Resource,
)
# fmt: on
from hubspot_crm.v3.models import Error, PublicAssociationMultiArchive, PublicAssociationMultiPost
# fmt: off
from hubspot_crm.v3.resources._shared import (
    AssociationsOperationsBatchCreateAndCreateDefaultMixin, AssociationsOperationsBatchReadMixin,
    AssociationsOperationsCreateAndArchiveAndMoreMixin, AssociationsOperationsListMixin,
    AsyncAssociationsOperationsBatchCreateAndCreateDefaultMixin, AsyncAssociationsOperationsBatchReadMixin,
    AsyncAssociationsOperationsCreateAndArchiveAndMoreMixin, AsyncAssociationsOperationsListMixin,
)
# fmt: on

BATCH = Batching(inputs="inputs", limit=1000, errors="/errors", repeat=("RATE_LIMITS", "RATE_LIMIT"))
BATCH_2 = Batching(inputs="inputs", limit=2000, errors="/errors", repeat=("RATE_LIMITS", "RATE_LIMIT"))

BATCH_ARCHIVE: BatchOperation[None] = BatchOperation(
    "POST",
    "/{from_object_type}/{to_object_type}/batch/archive",
    request_body=JSON,
    responses={204: None, "default": Error},
    batching=BATCH,
    idempotent=True,
)
BATCH_LABELS_ARCHIVE: BatchOperation[None] = BatchOperation(
    "POST",
    "/{from_object_type}/{to_object_type}/batch/labels/archive",
    request_body=JSON,
    responses={204: None, "default": Error},
    batching=BATCH_2,
    idempotent=True,
)


class AssociationsV4(
    AssociationsOperationsListMixin,
    AssociationsOperationsCreateAndArchiveAndMoreMixin,
    roots=("/crm/v4/associations", "/crm/v4/objects"),
):
    """Associations: which records belong together, and in which ways.

    Which scopes are needed depends on the object types that a request is about.
    """

    batch: Below[AssociationsV4Batch] = Below("AssociationsV4Batch")


class AssociationsV4Batch(AssociationsOperationsBatchReadMixin, AssociationsOperationsBatchCreateAndCreateDefaultMixin):
    """Operations of associations_v4.batch."""

    labels: Below[AssociationsV4BatchLabels] = Below("AssociationsV4BatchLabels")

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

        Raises BatchError if the outcome is asked to.
        """
        return self._batch(
            BATCH_ARCHIVE,
            inputs,
            path={"from_object_type": from_object_type, "to_object_type": to_object_type},
            batching=batching,
            options=options,
        )


class AssociationsV4BatchLabels(Resource):
    """Operations of associations_v4.batch.labels."""

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

        Raises BatchError if the outcome is asked to.
        """
        return self._batch(
            BATCH_LABELS_ARCHIVE,
            inputs,
            path={"from_object_type": from_object_type, "to_object_type": to_object_type},
            batching=batching,
            options=options,
        )


class AsyncAssociationsV4(
    AsyncAssociationsOperationsListMixin,
    AsyncAssociationsOperationsCreateAndArchiveAndMoreMixin,
    roots=("/crm/v4/associations", "/crm/v4/objects"),
):
    """Associations: which records belong together, and in which ways."""

    batch: Below[AsyncAssociationsV4Batch] = Below("AsyncAssociationsV4Batch")


class AsyncAssociationsV4Batch(
    AsyncAssociationsOperationsBatchReadMixin, AsyncAssociationsOperationsBatchCreateAndCreateDefaultMixin
):
    labels: Below[AsyncAssociationsV4BatchLabels] = Below("AsyncAssociationsV4BatchLabels")

    archive = awaited(AssociationsV4Batch.archive)


class AsyncAssociationsV4BatchLabels(AsyncResource):
    archive = awaited(AssociationsV4BatchLabels.archive)
