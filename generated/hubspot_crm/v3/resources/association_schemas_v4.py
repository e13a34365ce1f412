# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Operations of association_schemas_v4, association_schemas_v4.configurations,
association_schemas_v4.configurations.batch.
"""

from __future__ import annotations

from collections.abc import Mapping

from hubspot_crm._core.asynchronous import awaited
from hubspot_crm._core.operation import BatchOperation, Batching, JSON
from hubspot_crm._core.resource import AnyIterable, BatchOptions, Below, Outcome, RequestOptions
from hubspot_crm.v3.models import Error, PublicAssociationSpec
from hubspot_crm.v3.resources._shared import (
    AssociationSchemasOperationsConfigurationsBatchCreateAndUpdateMixin,
    AssociationSchemasOperationsConfigurationsListAndGetMixin,
    AssociationSchemasV4LabelsMixin,
    AsyncAssociationSchemasOperationsConfigurationsBatchCreateAndUpdateMixin,
    AsyncAssociationSchemasOperationsConfigurationsListAndGetMixin,
    AsyncAssociationSchemasV4LabelsMixin,
)

BATCH = Batching(inputs="inputs", limit=100, errors="/errors", repeat=("RATE_LIMITS", "RATE_LIMIT"))

CONFIGURATIONS_BATCH_PURGE: BatchOperation[None] = BatchOperation(
    "POST",
    "/configurations/{from_object_type}/{to_object_type}/batch/purge",
    request_body=JSON,
    responses={204: None, "default": Error},
    batching=BATCH,
)


class AssociationSchemasV4(
    AssociationSchemasV4LabelsMixin, roots=("/crm/associations/v4/definitions", "/crm/associations/v4")
):
    """Association schemas: the kinds of association between two object types, their labels and limits.

    Which scopes are needed depends on the object types that a request is about.
    """

    configurations: Below[AssociationSchemasV4Configurations] = Below("AssociationSchemasV4Configurations")


class AssociationSchemasV4Configurations(AssociationSchemasOperationsConfigurationsListAndGetMixin):
    """Operations of association_schemas_v4.configurations."""

    batch: Below[AssociationSchemasV4ConfigurationsBatch] = Below("AssociationSchemasV4ConfigurationsBatch")


class AssociationSchemasV4ConfigurationsBatch(AssociationSchemasOperationsConfigurationsBatchCreateAndUpdateMixin):
    """Operations of association_schemas_v4.configurations.batch."""

    def purge(
        self,
        from_object_type: str,
        to_object_type: str,
        inputs: AnyIterable[PublicAssociationSpec | Mapping[str, object]],
        *,
        batching: BatchOptions | None = None,
        options: RequestOptions | None = None,
    ) -> Outcome[PublicAssociationSpec | Mapping[str, object], None]:
        """Remove many limits.

        Removes limits on how many records may be associated with one record. Takes any number of inputs, at most 100 to
        a request. The outcome has each with its result or its error.

        Args:
            from_object_type: The object type of the record that the association starts from, by its name or its type
                id.
            to_object_type: The object type of the record that the association leads to, by its name or its type id.
            inputs: One entry for each kind of association.

        Raises BatchError if the outcome is asked to.
        """
        return self._batch(
            CONFIGURATIONS_BATCH_PURGE,
            inputs,
            path={"from_object_type": from_object_type, "to_object_type": to_object_type},
            batching=batching,
            options=options,
        )


class AsyncAssociationSchemasV4(
    AsyncAssociationSchemasV4LabelsMixin, roots=("/crm/associations/v4/definitions", "/crm/associations/v4")
):
    """Association schemas: the kinds of association between two object types, their labels and limits."""

    configurations: Below[AsyncAssociationSchemasV4Configurations] = Below("AsyncAssociationSchemasV4Configurations")


class AsyncAssociationSchemasV4Configurations(AsyncAssociationSchemasOperationsConfigurationsListAndGetMixin):
    batch: Below[AsyncAssociationSchemasV4ConfigurationsBatch] = Below("AsyncAssociationSchemasV4ConfigurationsBatch")


class AsyncAssociationSchemasV4ConfigurationsBatch(
    AsyncAssociationSchemasOperationsConfigurationsBatchCreateAndUpdateMixin
):
    purge = awaited(AssociationSchemasV4ConfigurationsBatch.purge)
