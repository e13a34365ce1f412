# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Custom objects: records of the types that an account has defined for itself. The path names the type, as
2-3465404 or by its full name.
"""

from hubspot_crm.v2026_03.resources._shared import (
    AsyncRecordsWithAssociationsWithMerge,
    RecordsWithAssociationsWithMerge,
)


class CustomObjects(RecordsWithAssociationsWithMerge):
    """Custom objects: records of the types that an account has defined for itself. The path names the type, as
    2-3465404 or by its full name.

    Any scope for CRM objects gives access.
    """

    _roots = ("/crm/objects/2026-03/{objectType}",)


class AsyncCustomObjects(AsyncRecordsWithAssociationsWithMerge):
    """Custom objects: records of the types that an account has defined for itself. The path names the type, as
    2-3465404 or by its full name.
    """

    _roots = ("/crm/objects/2026-03/{objectType}",)
