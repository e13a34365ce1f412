# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Operations of association_schemas, association_schemas.types."""

from __future__ import annotations

from hubspot_crm._core.asynchronous import awaited
from hubspot_crm._core.operation import Operation
from hubspot_crm._core.resource import AsyncResource, Below, RequestOptions, Resource
from hubspot_crm.v3.models import CollectionResponsePublicAssociationDefinitionNoPaging, Error

TYPES_LIST: Operation[CollectionResponsePublicAssociationDefinitionNoPaging] = Operation(
    "GET",
    "/{from_object_type}/{to_object_type}/types",
    responses={200: CollectionResponsePublicAssociationDefinitionNoPaging, "default": Error},
)


class AssociationSchemas(Resource, roots=("/crm/v3/associations",)):
    """Association schemas: the kinds of association between two object types, their labels and limits.

    Which scopes are needed depends on the object types that a request is about.
    """

    types: Below[AssociationSchemasTypes] = Below("AssociationSchemasTypes")


class AssociationSchemasTypes(Resource):
    """Operations of association_schemas.types."""

    def list(
        self, from_object_type: str, to_object_type: str, *, options: RequestOptions | None = None
    ) -> CollectionResponsePublicAssociationDefinitionNoPaging:
        """List kinds of association.

        Reads which kinds of association lead from one object type to another.

        Args:
            from_object_type: The object type of the record that the association starts from, by its name or its type
                id.
            to_object_type: The object type of the record that the association leads to, by its name or its type id.

        Answers 200: The kinds of association. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            TYPES_LIST, path={"from_object_type": from_object_type, "to_object_type": to_object_type}, options=options
        )


class AsyncAssociationSchemas(AsyncResource, roots=("/crm/v3/associations",)):
    """Association schemas: the kinds of association between two object types, their labels and limits."""

    types: Below[AsyncAssociationSchemasTypes] = Below("AsyncAssociationSchemasTypes")


class AsyncAssociationSchemasTypes(AsyncResource):
    list = awaited(AssociationSchemasTypes.list)
