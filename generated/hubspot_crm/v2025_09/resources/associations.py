# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Associations: which records belong together, and in which ways."""

from hubspot_crm.v2025_09.resources._shared import AssociationsOperations, AsyncAssociationsOperations


class Associations(AssociationsOperations):
    """Associations: which records belong together, and in which ways.

    Which scopes are needed depends on the object types that a request is about.
    """

    _roots = (
        "/crm/associations/2025-09",
        "/crm/objects/2025-09",
    )


class AsyncAssociations(AsyncAssociationsOperations):
    """Associations: which records belong together, and in which ways."""

    _roots = (
        "/crm/associations/2025-09",
        "/crm/objects/2025-09",
    )
