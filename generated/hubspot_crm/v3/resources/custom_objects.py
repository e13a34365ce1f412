# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Custom objects: records of the types that an account has defined for itself. The path names the type, as
2-3465404 or by its full name.
"""

from hubspot_crm.v3.resources._shared import AsyncRecordsWithMerge, RecordsWithMerge


class CustomObjects(RecordsWithMerge):
    """Custom objects: records of the types that an account has defined for itself. The path names the type, as
    2-3465404 or by its full name.

    Any scope for CRM objects gives access.
    """

    _roots = ("/crm/v3/objects/{objectType}",)


class AsyncCustomObjects(AsyncRecordsWithMerge):
    """Custom objects: records of the types that an account has defined for itself. The path names the type, as
    2-3465404 or by its full name.
    """

    _roots = ("/crm/v3/objects/{objectType}",)
