# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Custom objects: records of the types that an account has defined for itself. The path names the type, as
2-3465404 or by its full name.
"""

from hubspot_crm.v2025_09.resources._shared import AsyncRecords, Records


class CustomObjects(Records):
    """Custom objects: records of the types that an account has defined for itself. The path names the type, as
    2-3465404 or by its full name.

    Any scope for CRM objects gives access.
    """

    _roots = ("/crm/objects/2025-09/{objectType}",)


class AsyncCustomObjects(AsyncRecords):
    """Custom objects: records of the types that an account has defined for itself. The path names the type, as
    2-3465404 or by its full name.
    """

    _roots = ("/crm/objects/2025-09/{objectType}",)
