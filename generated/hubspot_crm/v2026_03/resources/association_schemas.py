# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Operations of association_schemas, association_schemas.configurations, association_schemas.configurations.batch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hubspot_crm._core.operation import Batching, JSON, Operation
from hubspot_crm._core.resource import Below, RequestOptions
from hubspot_crm.v2025_09.models import BatchResponse
from hubspot_crm.v3.models import Error, PublicAssociationSpec
from hubspot_crm.v3.resources._shared import (
    AssociationSchemasOperationsConfigurationsListAndGetMixin,
    AssociationSchemasV4ConfigurationsBatchCreateAndUpdateMixin,
    AssociationSchemasV4LabelsMixin,
    AsyncAssociationSchemasOperationsConfigurationsListAndGetMixin,
    AsyncAssociationSchemasV4ConfigurationsBatchCreateAndUpdateMixin,
    AsyncAssociationSchemasV4LabelsMixin,
)

BATCH = Batching(inputs="inputs", limit=100)

CONFIGURATIONS_BATCH_PURGE: Operation[BatchResponse] = Operation(
    "POST",
    "/configurations/{from_object_type}/{to_object_type}/batch/purge",
    request_body=JSON,
    responses={200: BatchResponse, "default": Error, 207: BatchResponse},
    batching=BATCH,
)


class AssociationSchemas(AssociationSchemasV4LabelsMixin):
    """Association schemas: the kinds of association that two object types have, their labels, and limits on how many
    records may be associated.

    Which scopes are needed depends on the object types that a request is about.
    """

    _roots = ("/crm/associations/2026-03/definitions", "/crm/associations/2026-03")

    configurations: Below[AssociationSchemasConfigurations] = Below("AssociationSchemasConfigurations")


class AssociationSchemasConfigurations(AssociationSchemasOperationsConfigurationsListAndGetMixin):
    """Operations of association_schemas.configurations."""

    batch: Below[AssociationSchemasConfigurationsBatch] = Below("AssociationSchemasConfigurationsBatch")


class AssociationSchemasConfigurationsBatch(AssociationSchemasV4ConfigurationsBatchCreateAndUpdateMixin):
    """Operations of association_schemas.configurations.batch."""

    def purge(
        self,
        from_object_type: str,
        to_object_type: str,
        inputs: Sequence[PublicAssociationSpec | Mapping[str, object]],
        *,
        options: RequestOptions | None = None,
    ) -> BatchResponse:
        """Remove many limits.

        Removes limits on how many records may be associated with one record.

        At most 100 inputs in one request.

        Args:
            from_object_type: The object type of the record that the association starts from, by its name or its type
                id.
            to_object_type: The object type of the record that the association leads to, by its name or its type id.
            inputs: One entry for each kind of association.

        Answers 200: The limits are removed. 207: Some succeeded and some failed: the results and the errors. Raises
        ApiStatusError, ApiConnectionError.
        """
        return self._call(
            CONFIGURATIONS_BATCH_PURGE,
            path={"from_object_type": from_object_type, "to_object_type": to_object_type},
            body={"inputs": inputs},
            options=options,
        )


class AsyncAssociationSchemas(AsyncAssociationSchemasV4LabelsMixin):
    """Association schemas: the kinds of association that two object types have, their labels, and limits on how many
    records may be associated.
    """

    _roots = ("/crm/associations/2026-03/definitions", "/crm/associations/2026-03")

    configurations: Below[AsyncAssociationSchemasConfigurations] = Below("AsyncAssociationSchemasConfigurations")


class AsyncAssociationSchemasConfigurations(AsyncAssociationSchemasOperationsConfigurationsListAndGetMixin):
    """Operations of association_schemas.configurations."""

    batch: Below[AsyncAssociationSchemasConfigurationsBatch] = Below("AsyncAssociationSchemasConfigurationsBatch")


class AsyncAssociationSchemasConfigurationsBatch(AsyncAssociationSchemasV4ConfigurationsBatchCreateAndUpdateMixin):
    """Operations of association_schemas.configurations.batch."""

    async def purge(
        self,
        from_object_type: str,
        to_object_type: str,
        inputs: Sequence[PublicAssociationSpec | Mapping[str, object]],
        *,
        options: RequestOptions | None = None,
    ) -> BatchResponse:
        """Remove many limits.

        Removes limits on how many records may be associated with one record.

        At most 100 inputs in one request.

        Args:
            from_object_type: The object type of the record that the association starts from, by its name or its type
                id.
            to_object_type: The object type of the record that the association leads to, by its name or its type id.
            inputs: One entry for each kind of association.

        Answers 200: The limits are removed. 207: Some succeeded and some failed: the results and the errors. Raises
        ApiStatusError, ApiConnectionError.
        """
        return await self._call(
            CONFIGURATIONS_BATCH_PURGE,
            path={"from_object_type": from_object_type, "to_object_type": to_object_type},
            body={"inputs": inputs},
            options=options,
        )
