# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Operations of associations_v4, associations_v4.batch, associations_v4.batch.labels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hubspot_crm._core.operation import Batching, JSON, Operation
from hubspot_crm._core.resource import AsyncResource, Below, RequestOptions, Resource
from hubspot_crm.v3.models import Error, PublicAssociationMultiArchive, PublicAssociationMultiPost
from hubspot_crm.v3.resources._shared import (
    AssociationsOperationsBatchCreateDefaultMixin,
    AssociationsOperationsBatchReadAndCreateMixin,
    AssociationsOperationsCreateAndArchiveAndMoreMixin,
    AssociationsOperationsListMixin,
    AsyncAssociationsOperationsBatchCreateDefaultMixin,
    AsyncAssociationsOperationsBatchReadAndCreateMixin,
    AsyncAssociationsOperationsCreateAndArchiveAndMoreMixin,
    AsyncAssociationsOperationsListMixin,
)

BATCH = Batching(inputs="inputs", limit=1000)
BATCH_2 = Batching(inputs="inputs", limit=2000)

BATCH_ARCHIVE: Operation[None] = Operation(
    "POST",
    "/{from_object_type}/{to_object_type}/batch/archive",
    request_body=JSON,
    responses={204: None, "default": Error},
    batching=BATCH,
)
BATCH_LABELS_ARCHIVE: Operation[None] = Operation(
    "POST",
    "/{from_object_type}/{to_object_type}/batch/labels/archive",
    request_body=JSON,
    responses={204: None, "default": Error},
    batching=BATCH_2,
)


class AssociationsV4(AssociationsOperationsListMixin, AssociationsOperationsCreateAndArchiveAndMoreMixin):
    """Associations: which records belong together, and in which ways.

    Which scopes are needed depends on the object types that a request is about.
    """

    _roots = ("/crm/v4/associations", "/crm/v4/objects")

    batch: Below[AssociationsV4Batch] = Below("AssociationsV4Batch")


class AssociationsV4Batch(AssociationsOperationsBatchReadAndCreateMixin, AssociationsOperationsBatchCreateDefaultMixin):
    """Operations of associations_v4.batch."""

    labels: Below[AssociationsV4BatchLabels] = Below("AssociationsV4BatchLabels")

    def archive(
        self,
        from_object_type: str,
        to_object_type: str,
        inputs: Sequence[PublicAssociationMultiArchive | Mapping[str, object]],
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Remove the associations of many records.

        Removes every association that leads from the given records to the given others, labelled or not.

        At most 1000 inputs in one request.

        Args:
            from_object_type: The object type of the record that the association starts from, by its name or its type
                id.
            to_object_type: The object type of the record that the association leads to, by its name or its type id.
            inputs: One entry for each association to remove.

        Answers 204: The records are no longer associated. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            BATCH_ARCHIVE,
            path={"from_object_type": from_object_type, "to_object_type": to_object_type},
            body={"inputs": inputs},
            options=options,
        )


class AssociationsV4BatchLabels(Resource):
    """Operations of associations_v4.batch.labels."""

    def archive(
        self,
        from_object_type: str,
        to_object_type: str,
        inputs: Sequence[PublicAssociationMultiPost | Mapping[str, object]],
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Remove labels of many associations.

        Removes the given kinds of association between pairs of records. The association without a label stays.

        At most 2000 inputs in one request.

        Args:
            from_object_type: The object type of the record that the association starts from, by its name or its type
                id.
            to_object_type: The object type of the record that the association leads to, by its name or its type id.
            inputs: One entry for each pair of records. At most 2000 items.

        Answers 204: The labels are removed. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            BATCH_LABELS_ARCHIVE,
            path={"from_object_type": from_object_type, "to_object_type": to_object_type},
            body={"inputs": inputs},
            options=options,
        )


class AsyncAssociationsV4(
    AsyncAssociationsOperationsListMixin, AsyncAssociationsOperationsCreateAndArchiveAndMoreMixin
):
    """Associations: which records belong together, and in which ways."""

    _roots = ("/crm/v4/associations", "/crm/v4/objects")

    batch: Below[AsyncAssociationsV4Batch] = Below("AsyncAssociationsV4Batch")


class AsyncAssociationsV4Batch(
    AsyncAssociationsOperationsBatchReadAndCreateMixin, AsyncAssociationsOperationsBatchCreateDefaultMixin
):
    """Operations of associations_v4.batch."""

    labels: Below[AsyncAssociationsV4BatchLabels] = Below("AsyncAssociationsV4BatchLabels")

    async def archive(
        self,
        from_object_type: str,
        to_object_type: str,
        inputs: Sequence[PublicAssociationMultiArchive | Mapping[str, object]],
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Remove the associations of many records.

        Removes every association that leads from the given records to the given others, labelled or not.

        At most 1000 inputs in one request.

        Args:
            from_object_type: The object type of the record that the association starts from, by its name or its type
                id.
            to_object_type: The object type of the record that the association leads to, by its name or its type id.
            inputs: One entry for each association to remove.

        Answers 204: The records are no longer associated. Raises ApiStatusError, ApiConnectionError.
        """
        return await self._call(
            BATCH_ARCHIVE,
            path={"from_object_type": from_object_type, "to_object_type": to_object_type},
            body={"inputs": inputs},
            options=options,
        )


class AsyncAssociationsV4BatchLabels(AsyncResource):
    """Operations of associations_v4.batch.labels."""

    async def archive(
        self,
        from_object_type: str,
        to_object_type: str,
        inputs: Sequence[PublicAssociationMultiPost | Mapping[str, object]],
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Remove labels of many associations.

        Removes the given kinds of association between pairs of records. The association without a label stays.

        At most 2000 inputs in one request.

        Args:
            from_object_type: The object type of the record that the association starts from, by its name or its type
                id.
            to_object_type: The object type of the record that the association leads to, by its name or its type id.
            inputs: One entry for each pair of records. At most 2000 items.

        Answers 204: The labels are removed. Raises ApiStatusError, ApiConnectionError.
        """
        return await self._call(
            BATCH_LABELS_ARCHIVE,
            path={"from_object_type": from_object_type, "to_object_type": to_object_type},
            body={"inputs": inputs},
            options=options,
        )
