# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Object library: which of the object types that have to be activated before use are active in the account."""

from hubspot_crm.v3.resources._shared import AsyncObjectLibraryOperations, ObjectLibraryOperations


class ObjectLibrary(ObjectLibraryOperations):
    """Object library: which of the object types that have to be activated before use are active in the account.

    Which scopes are needed depends on the object types that a request is about.
    """

    _roots = ("/crm/object-library/2025-09",)


class AsyncObjectLibrary(AsyncObjectLibraryOperations):
    """Object library: which of the object types that have to be activated before use are active in the account."""

    _roots = ("/crm/object-library/2025-09",)
