# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Association schemas: the kinds of association that two object types have, their labels, and limits on how many
records may be associated.
"""

from hubspot_crm.v2025_09.resources._shared import AssociationSchemasOperations, AsyncAssociationSchemasOperations


class AssociationSchemas(AssociationSchemasOperations):
    """Association schemas: the kinds of association that two object types have, their labels, and limits on how many
    records may be associated.

    Which scopes are needed depends on the object types that a request is about.
    """

    _roots = (
        "/crm/associations/2025-09/definitions",
        "/crm/associations/2025-09",
    )


class AsyncAssociationSchemas(AsyncAssociationSchemasOperations):
    """Association schemas: the kinds of association that two object types have, their labels, and limits on how many
    records may be associated.
    """

    _roots = (
        "/crm/associations/2025-09/definitions",
        "/crm/associations/2025-09",
    )
