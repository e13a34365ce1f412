# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Operations of schemas, schemas.batch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hubspot_crm._core.asynchronous import awaited
from hubspot_crm._core.operation import JSON, Operation, query
from hubspot_crm._core.resource import AsyncResource, Below, RequestOptions, Resource, UNSET, UnsetType
# fmt: off
from hubspot_crm.v3.models import (
    CollectionResponseObjectSchemaNoPaging, Error, ObjectSchema, ObjectTypeDefinitionLabels,
    ObjectTypePropertyCreate, SchemasObjectTypeDefinition,
)
# fmt: on
from hubspot_crm.v3.resources._shared import (
    AsyncSchemasOperationsArchiveAndAssociationsMixin,
    SchemasOperationsArchiveAndAssociationsMixin,
)

LIST: Operation[CollectionResponseObjectSchemaNoPaging] = Operation(
    "GET",
    "",
    parameters=query("archived", "includeAssociationDefinitions", "includeAuditMetadata", "includePropertyDefinitions"),
    responses={200: CollectionResponseObjectSchemaNoPaging, "default": Error},
)
CREATE: Operation[ObjectSchema] = Operation(
    "POST", "", request_body=JSON, responses={201: ObjectSchema, "default": Error}
)
GET: Operation[ObjectSchema] = Operation(
    "GET",
    "/{object_type}",
    parameters=query("includeAssociationDefinitions", "includeAuditMetadata", "includePropertyDefinitions"),
    responses={200: ObjectSchema, "default": Error},
)
UPDATE: Operation[SchemasObjectTypeDefinition] = Operation(
    "PATCH",
    "/{object_type}",
    request_body=JSON,
    responses={200: SchemasObjectTypeDefinition, "default": Error},
    idempotent=True,
)
BATCH_READ: Operation[CollectionResponseObjectSchemaNoPaging] = Operation(
    "POST",
    "/batch/read",
    request_body=JSON,
    responses={200: CollectionResponseObjectSchemaNoPaging, "default": Error},
    idempotent=True,
)


class Schemas(SchemasOperationsArchiveAndAssociationsMixin, roots=("/crm-object-schemas/v3/schemas",)):
    """Schemas: the definitions of an account's own object types, with their properties and associations.

    Scopes: crm.objects.custom.highly_sensitive.read.v2, crm.objects.custom.read,
    crm.objects.custom.sensitive.read.v2, crm.schemas.custom.read, crm.schemas.custom.write, oauth.
    """

    batch: Below[SchemasBatch] = Below("SchemasBatch")

    def list(
        self,
        *,
        archived: bool | UnsetType = UNSET,
        include_association_definitions: bool | UnsetType = UNSET,
        include_audit_metadata: bool | UnsetType = UNSET,
        include_property_definitions: bool | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> CollectionResponseObjectSchemaNoPaging:
        """List object types.

        Reads the definition of every custom object type. The list has one page.

        Args:
            archived: Whether archived definitions are meant, and only those. The server takes False if it is left out.
            include_association_definitions: Whether to return the associations of each object type. The server takes
                True if it is left out.
            include_audit_metadata: Whether to return who created and last changed each object type. The server takes
                True if it is left out.
            include_property_definitions: Whether to return the properties of each object type. The server takes True if
                it is left out.

        Answers 200: The object types. Scope: crm.objects.custom.highly_sensitive.read.v2 or crm.objects.custom.read or
        crm.objects.custom.sensitive.read.v2 or crm.schemas.custom.read. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            LIST,
            query={
                "archived": archived,
                "includeAssociationDefinitions": include_association_definitions,
                "includeAuditMetadata": include_audit_metadata,
                "includePropertyDefinitions": include_property_definitions,
            },
            options=options,
        )

    def create(
        self,
        *,
        associated_objects: Sequence[str],
        labels: ObjectTypeDefinitionLabels | Mapping[str, object],
        name: str,
        properties: Sequence[ObjectTypePropertyCreate | Mapping[str, object]],
        required_properties: Sequence[str],
        allows_sensitive_properties: bool | UnsetType = UNSET,
        description: str | UnsetType = UNSET,
        primary_display_property: str | UnsetType = UNSET,
        searchable_properties: Sequence[str] | UnsetType = UNSET,
        secondary_display_properties: Sequence[str] | UnsetType = UNSET,
        should_create_same_object_association: bool | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> ObjectSchema:
        """Create an object type.

        Defines an object type with its first properties. Its internal name stays as it is from then on.

        Args:
            associated_objects: The object types, by name or type id, that its records may be associated with from the
                start.
            labels: What people call a record, and several.
            name: The internal name. It cannot be changed later.
            properties: The properties of its records.
            required_properties: The properties that a new record must have, by their internal names.
            allows_sensitive_properties: Whether properties of this object type may hold sensitive data.
            description: What the records are, for people to read.
            primary_display_property: The property by which a record is called, by its internal name.
            searchable_properties: The properties in which a search by text looks, by their internal names.
            secondary_display_properties: The properties that are shown beside it, by their internal names.
            should_create_same_object_association: Whether its records may be associated with one another from the
                start.

        Answers 201: The new object type. Scope: crm.schemas.custom.write. Raises ApiStatusError, ApiConnectionError.
        """
        return self._call(
            CREATE,
            body={
                "associatedObjects": associated_objects,
                "labels": labels,
                "name": name,
                "properties": properties,
                "requiredProperties": required_properties,
                "allowsSensitiveProperties": allows_sensitive_properties,
                "description": description,
                "primaryDisplayProperty": primary_display_property,
                "searchableProperties": searchable_properties,
                "secondaryDisplayProperties": secondary_display_properties,
                "shouldCreateSameObjectAssociation": should_create_same_object_association,
            },
            options=options,
        )

    def get(
        self,
        object_type: str,
        *,
        include_association_definitions: bool | UnsetType = UNSET,
        include_audit_metadata: bool | UnsetType = UNSET,
        include_property_definitions: bool | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> ObjectSchema:
        """Get an object type.

        Reads the definition of one object type.

        Args:
            object_type: The object type, by its fully qualified name or its type id.
            include_association_definitions: Whether to return the associations of each object type. The server takes
                True if it is left out.
            include_audit_metadata: Whether to return who created and last changed each object type. The server takes
                True if it is left out.
            include_property_definitions: Whether to return the properties of each object type. The server takes True if
                it is left out.

        Answers 200: The object type. Scope: crm.objects.custom.highly_sensitive.read.v2 or crm.objects.custom.read or
        crm.objects.custom.sensitive.read.v2 or crm.schemas.custom.read or oauth. Raises ApiStatusError,
        ApiConnectionError.
        """
        return self._call(
            GET,
            path={"object_type": object_type},
            query={
                "includeAssociationDefinitions": include_association_definitions,
                "includeAuditMetadata": include_audit_metadata,
                "includePropertyDefinitions": include_property_definitions,
            },
            options=options,
        )

    def update(
        self,
        object_type: str,
        *,
        allows_sensitive_properties: bool | UnsetType = UNSET,
        clear_description: bool | UnsetType = UNSET,
        description: str | UnsetType = UNSET,
        labels: ObjectTypeDefinitionLabels | Mapping[str, object] | UnsetType = UNSET,
        primary_display_property: str | UnsetType = UNSET,
        required_properties: Sequence[str] | UnsetType = UNSET,
        restorable: bool | UnsetType = UNSET,
        searchable_properties: Sequence[str] | UnsetType = UNSET,
        secondary_display_properties: Sequence[str] | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> SchemasObjectTypeDefinition:
        """Update an object type.

        Changes the given parts of a definition and leaves the others as they are.

        Args:
            object_type: The object type, by its fully qualified name or its type id.
            allows_sensitive_properties: Whether properties of this object type may hold sensitive data.
            clear_description: Whether to remove the description.
            description: What the records are, for people to read.
            labels: What people call a record, and several.
            primary_display_property: The property by which a record is called, by its internal name.
            required_properties: The properties that a new record must have, by their internal names.
            restorable: Whether archived records can be brought back.
            searchable_properties: The properties in which a search by text looks, by their internal names.
            secondary_display_properties: The properties that are shown beside it, by their internal names.

        Answers 200: The changed object type. Scope: crm.schemas.custom.write. Raises ApiStatusError,
        ApiConnectionError.
        """
        return self._call(
            UPDATE,
            path={"object_type": object_type},
            body={
                "allowsSensitiveProperties": allows_sensitive_properties,
                "clearDescription": clear_description,
                "description": description,
                "labels": labels,
                "primaryDisplayProperty": primary_display_property,
                "requiredProperties": required_properties,
                "restorable": restorable,
                "searchableProperties": searchable_properties,
                "secondaryDisplayProperties": secondary_display_properties,
            },
            options=options,
        )


class SchemasBatch(Resource):
    """Operations of schemas.batch."""

    def read(
        self,
        *,
        inputs: Sequence[str],
        include_association_definitions: bool | UnsetType = UNSET,
        include_audit_metadata: bool | UnsetType = UNSET,
        include_property_definitions: bool | UnsetType = UNSET,
        options: RequestOptions | None = None,
    ) -> CollectionResponseObjectSchemaNoPaging:
        """Read many object types.

        Reads the definitions of object types in one request.

        Args:
            inputs: The object types to read, by fully qualified name or type id.
            include_association_definitions: Whether to return the associations of each object type.
            include_audit_metadata: Whether to return who created and last changed each object type.
            include_property_definitions: Whether to return the properties of each object type.

        Answers 200: The object types. Scope: crm.objects.custom.highly_sensitive.read.v2 or crm.objects.custom.read or
        crm.objects.custom.sensitive.read.v2 or crm.schemas.custom.read or oauth. Raises ApiStatusError,
        ApiConnectionError.
        """
        return self._call(
            BATCH_READ,
            body={
                "inputs": inputs,
                "includeAssociationDefinitions": include_association_definitions,
                "includeAuditMetadata": include_audit_metadata,
                "includePropertyDefinitions": include_property_definitions,
            },
            options=options,
        )


class AsyncSchemas(AsyncSchemasOperationsArchiveAndAssociationsMixin, roots=("/crm-object-schemas/v3/schemas",)):
    """Schemas: the definitions of an account's own object types, with their properties and associations."""

    batch: Below[AsyncSchemasBatch] = Below("AsyncSchemasBatch")

    list = awaited(Schemas.list)
    create = awaited(Schemas.create)
    get = awaited(Schemas.get)
    update = awaited(Schemas.update)


class AsyncSchemasBatch(AsyncResource):
    read = awaited(SchemasBatch.read)
