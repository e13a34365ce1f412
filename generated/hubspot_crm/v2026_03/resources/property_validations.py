# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Property validations: the rules that an account has set for the values of its properties."""

from hubspot_crm.v3.resources._shared import AsyncPropertyValidationsOperations, PropertyValidationsOperations


class PropertyValidations(PropertyValidationsOperations):
    """Property validations: the rules that an account has set for the values of its properties.

    Which scopes are needed depends on the object types that a request is about.
    """

    _roots = ("/crm/property-validations/2026-03",)


class AsyncPropertyValidations(AsyncPropertyValidationsOperations):
    """Property validations: the rules that an account has set for the values of its properties."""

    _roots = ("/crm/property-validations/2026-03",)
