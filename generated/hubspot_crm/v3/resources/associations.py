# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Operations of associations, associations.batch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hubspot_crm._core.operation import Batching, JSON, Operation
from hubspot_crm._core.resource import AsyncResource, Below, RequestOptions, Resource
from hubspot_crm.v3.models import (
    BatchResponsePublicAssociation,
    BatchResponsePublicAssociationMulti,
    BatchResponsePublicAssociationMultiWithErrors,
    BatchResponsePublicAssociationWithErrors,
    Error,
    PublicAssociation,
    PublicObjectId,
)

BATCH = Batching(inputs="inputs", limit=1000)
BATCH_2 = Batching(inputs="inputs", limit=2000)

BATCH_READ: Operation[BatchResponsePublicAssociationMulti | BatchResponsePublicAssociationMultiWithErrors] = Operation(
    "POST",
    "/{from_object_type}/{to_object_type}/batch/read",
    request_body=JSON,
    responses={
        200: BatchResponsePublicAssociationMulti,
        207: BatchResponsePublicAssociationMultiWithErrors,
        "default": Error,
    },
    batching=BATCH,
)
BATCH_CREATE: Operation[BatchResponsePublicAssociation | BatchResponsePublicAssociationWithErrors] = Operation(
    "POST",
    "/{from_object_type}/{to_object_type}/batch/create",
    request_body=JSON,
    responses={201: BatchResponsePublicAssociation, 207: BatchResponsePublicAssociationWithErrors, "default": Error},
    batching=BATCH_2,
)
BATCH_ARCHIVE: Operation[None] = Operation(
    "POST",
    "/{from_object_type}/{to_object_type}/batch/archive",
    request_body=JSON,
    responses={204: None, "default": Error},
    batching=BATCH_2,
)


class Associations(Resource):
    """Associations: which records belong together, and in which ways.

    Which scopes are needed depends on the object types that a request is about.
    """

    _roots = ("/crm/v3/associations",)

    batch: Below[AssociationsBatch] = Below("AssociationsBatch")


class AssociationsBatch(Resource):
    """Operations of associations.batch."""

    def read(
        self,
        from_object_type: str,
        to_object_type: str,
        inputs: Sequence[PublicObjectId | Mapping[str, object]],
        *,
        options: RequestOptions | None = None,
    ) -> BatchResponsePublicAssociationMulti | BatchResponsePublicAssociationMultiWithErrors:
        """Read the associations of many records.

        Reads which records of one type are associated with each of the given records. Where a record has more of them
        than one answer holds, its `paging` tells how to go on.

        At most 1000 inputs in one request.

        Args:
            from_object_type: The object type of the record that the association starts from, by its name or its type
                id.
            to_object_type: The object type of the record that the association leads to, by its name or its type id.
            inputs: One entry for each record.

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
        inputs: Sequence[PublicAssociation | Mapping[str, object]],
        *,
        options: RequestOptions | None = None,
    ) -> BatchResponsePublicAssociation | BatchResponsePublicAssociationWithErrors:
        """Associate many records.

        Makes associations between pairs of records in one request.

        At most 2000 inputs in one request.

        Args:
            from_object_type: The object type of the record that the association starts from, by its name or its type
                id.
            to_object_type: The object type of the record that the association leads to, by its name or its type id.
            inputs: One entry for each association. At most 2000 items.

        Answers 201: All associations were made. 207: Some succeeded and some failed: the results and the errors. Raises
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
        inputs: Sequence[PublicAssociation | Mapping[str, object]],
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Remove the associations of many records.

        Removes every association that leads from the given records to the given others, labelled or not.

        At most 2000 inputs in one request.

        Args:
            from_object_type: The object type of the record that the association starts from, by its name or its type
                id.
            to_object_type: The object type of the record that the association leads to, by its name or its type id.
            inputs: One entry for each association. At most 2000 items.

        Answers 204: The records are no longer associated. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            BATCH_ARCHIVE,
            path={"from_object_type": from_object_type, "to_object_type": to_object_type},
            body={"inputs": inputs},
            options=options,
        )


class AsyncAssociations(AsyncResource):
    """Associations: which records belong together, and in which ways."""

    _roots = ("/crm/v3/associations",)

    batch: Below[AsyncAssociationsBatch] = Below("AsyncAssociationsBatch")


class AsyncAssociationsBatch(AsyncResource):
    """Operations of associations.batch."""

    async def read(
        self,
        from_object_type: str,
        to_object_type: str,
        inputs: Sequence[PublicObjectId | Mapping[str, object]],
        *,
        options: RequestOptions | None = None,
    ) -> BatchResponsePublicAssociationMulti | BatchResponsePublicAssociationMultiWithErrors:
        """Read the associations of many records.

        Reads which records of one type are associated with each of the given records. Where a record has more of them
        than one answer holds, its `paging` tells how to go on.

        At most 1000 inputs in one request.

        Args:
            from_object_type: The object type of the record that the association starts from, by its name or its type
                id.
            to_object_type: The object type of the record that the association leads to, by its name or its type id.
            inputs: One entry for each record.

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
        inputs: Sequence[PublicAssociation | Mapping[str, object]],
        *,
        options: RequestOptions | None = None,
    ) -> BatchResponsePublicAssociation | BatchResponsePublicAssociationWithErrors:
        """Associate many records.

        Makes associations between pairs of records in one request.

        At most 2000 inputs in one request.

        Args:
            from_object_type: The object type of the record that the association starts from, by its name or its type
                id.
            to_object_type: The object type of the record that the association leads to, by its name or its type id.
            inputs: One entry for each association. At most 2000 items.

        Answers 201: All associations were made. 207: Some succeeded and some failed: the results and the errors. Raises
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
        inputs: Sequence[PublicAssociation | Mapping[str, object]],
        *,
        options: RequestOptions | None = None,
    ) -> None:
        """Remove the associations of many records.

        Removes every association that leads from the given records to the given others, labelled or not.

        At most 2000 inputs in one request.

        Args:
            from_object_type: The object type of the record that the association starts from, by its name or its type
                id.
            to_object_type: The object type of the record that the association leads to, by its name or its type id.
            inputs: One entry for each association. At most 2000 items.

        Answers 204: The records are no longer associated. Raises ApiStatusError, ApiConnectionError.
        """
        return await self._call(
            BATCH_ARCHIVE,
            path={"from_object_type": from_object_type, "to_object_type": to_object_type},
            body={"inputs": inputs},
            options=options,
        )
