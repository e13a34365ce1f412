# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Properties: what is known of each record of an object type, and the groups in which the fields are shown."""

from hubspot_crm.v2025_09.resources._shared import AsyncPropertiesOperations, PropertiesOperations


class Properties(PropertiesOperations):
    """Properties: what is known of each record of an object type, and the groups in which the fields are shown.

    Which scopes are needed depends on the object types that a request is about.
    """

    _roots = ("/crm/properties/2026-03",)


class AsyncProperties(AsyncPropertiesOperations):
    """Properties: what is known of each record of an object type, and the groups in which the fields are shown."""

    _roots = ("/crm/properties/2026-03",)
