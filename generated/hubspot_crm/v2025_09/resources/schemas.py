# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Schemas: the definitions of the object types that an account has defined for itself, with their properties and
associations.
"""

from hubspot_crm.v2025_09.resources._shared import AsyncSchemasOperations, SchemasOperations


class Schemas(SchemasOperations):
    """Schemas: the definitions of the object types that an account has defined for itself, with their properties and
    associations.

    Scopes: crm.objects.custom.highly_sensitive.read.v2, crm.objects.custom.read,
    crm.objects.custom.sensitive.read.v2, crm.schemas.custom.read, crm.schemas.custom.write, oauth.
    """

    _roots = ("/crm-object-schemas/2025-09/schemas",)


class AsyncSchemas(AsyncSchemasOperations):
    """Schemas: the definitions of the object types that an account has defined for itself, with their properties and
    associations.
    """

    _roots = ("/crm-object-schemas/2025-09/schemas",)
