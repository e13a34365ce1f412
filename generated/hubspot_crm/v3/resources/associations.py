# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Operations of associations, associations.batch."""

from __future__ import annotations

from collections.abc import Mapping

from hubspot_crm._core.asynchronous import awaited
from hubspot_crm._core.operation import BatchOperation, Batching, JSON
# fmt: off
from hubspot_crm._core.resource import (
    AnyIterable, AsyncResource, BatchOptions, Below, Outcome, RequestOptions, Resource,
)
# fmt: on
# fmt: off
from hubspot_crm.v3.models import (
    BatchResponsePublicAssociation, BatchResponsePublicAssociationMulti, Error, PublicAssociation,
    PublicAssociationMulti, PublicObjectId,
)
# fmt: on

BATCH = Batching(
    inputs="inputs",
    limit=1000,
    results="/results",
    errors="/errors",
    match=(("/id", "/from/id"),),
    error_inputs=("/context/fromObjectId", "/context/ids", "/context/id"),
    repeat=("RATE_LIMITS", "RATE_LIMIT"),
)
BATCH_2 = Batching(
    inputs="inputs",
    limit=2000,
    results="/results",
    errors="/errors",
    match=(("/from/id", "/from/id"), ("/to/id", "/to/id")),
    repeat=("RATE_LIMITS", "RATE_LIMIT"),
)
BATCH_3 = Batching(inputs="inputs", limit=2000, errors="/errors", repeat=("RATE_LIMITS", "RATE_LIMIT"))

BATCH_READ: BatchOperation[PublicAssociationMulti] = BatchOperation(
    "POST",
    "/{from_object_type}/{to_object_type}/batch/read",
    request_body=JSON,
    responses={200: BatchResponsePublicAssociationMulti, 207: BatchResponsePublicAssociationMulti, "default": Error},
    batching=BATCH,
    idempotent=True,
)
BATCH_CREATE: BatchOperation[PublicAssociation] = BatchOperation(
    "POST",
    "/{from_object_type}/{to_object_type}/batch/create",
    request_body=JSON,
    responses={201: BatchResponsePublicAssociation, 207: BatchResponsePublicAssociation, "default": Error},
    batching=BATCH_2,
    idempotent=True,
)
BATCH_ARCHIVE: BatchOperation[None] = BatchOperation(
    "POST",
    "/{from_object_type}/{to_object_type}/batch/archive",
    request_body=JSON,
    responses={204: None, "default": Error},
    batching=BATCH_3,
    idempotent=True,
)


class Associations(Resource, roots=("/crm/v3/associations",)):
    """Associations: which records belong together, and in which ways.

    Which scopes are needed depends on the object types that a request is about.
    """

    batch: Below[AssociationsBatch] = Below("AssociationsBatch")


class AssociationsBatch(Resource):
    """Operations of associations.batch."""

    def read(
        self,
        from_object_type: str,
        to_object_type: str,
        inputs: AnyIterable[PublicObjectId | Mapping[str, object]],
        *,
        batching: BatchOptions | None = None,
        options: RequestOptions | None = None,
    ) -> Outcome[PublicObjectId | Mapping[str, object], PublicAssociationMulti]:
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

    def create(
        self,
        from_object_type: str,
        to_object_type: str,
        inputs: AnyIterable[PublicAssociation | Mapping[str, object]],
        *,
        batching: BatchOptions | None = None,
        options: RequestOptions | None = None,
    ) -> Outcome[PublicAssociation | Mapping[str, object], PublicAssociation]:
        """Associate many records.

        Makes associations between pairs of records in one request. Takes any number of inputs, at most 2000 to a
        request. The outcome has each with its result or its error.

        Args:
            from_object_type: The object type of the record that the association starts from, by its name or its type
                id.
            to_object_type: The object type of the record that the association leads to, by its name or its type id.
            inputs: One entry for each association.

        Partial failure: 207. Raises BatchError if the outcome is asked to.
        """
        return self._batch(
            BATCH_CREATE,
            inputs,
            path={"from_object_type": from_object_type, "to_object_type": to_object_type},
            batching=batching,
            options=options,
        )

    def archive(
        self,
        from_object_type: str,
        to_object_type: str,
        inputs: AnyIterable[PublicAssociation | Mapping[str, object]],
        *,
        batching: BatchOptions | None = None,
        options: RequestOptions | None = None,
    ) -> Outcome[PublicAssociation | Mapping[str, object], None]:
        """Remove the associations of many records.

        Removes every association that leads from the given records to the given others, labelled or not. Takes any
        number of inputs, at most 2000 to a request. The outcome has each with its result or its error.

        Args:
            from_object_type: The object type of the record that the association starts from, by its name or its type
                id.
            to_object_type: The object type of the record that the association leads to, by its name or its type id.
            inputs: One entry for each association.

        Raises BatchError if the outcome is asked to.
        """
        return self._batch(
            BATCH_ARCHIVE,
            inputs,
            path={"from_object_type": from_object_type, "to_object_type": to_object_type},
            batching=batching,
            options=options,
        )


class AsyncAssociations(AsyncResource, roots=("/crm/v3/associations",)):
    """Associations: which records belong together, and in which ways."""

    batch: Below[AsyncAssociationsBatch] = Below("AsyncAssociationsBatch")


class AsyncAssociationsBatch(AsyncResource):
    read = awaited(AssociationsBatch.read)
    create = awaited(AssociationsBatch.create)
    archive = awaited(AssociationsBatch.archive)
