# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Objects: records of any type, standard or custom, which the path names."""

from __future__ import annotations

from hubspot_crm.v2025_09.resources._records import AsyncRecords, Records


class Objects(Records):
    """Objects.

    Objects: records of any type, standard or custom, which the path names.

    Any scope for CRM objects gives access.

    Version 2025-09, the first that is named by a date.
    """

    _root = "/crm/objects/2025-09/{objectType}"


class AsyncObjects(AsyncRecords):
    """Objects.

    Objects: records of any type, standard or custom, which the path names.

    Any scope for CRM objects gives access.

    Version 2025-09, the first that is named by a date.
    """

    _root = "/crm/objects/2025-09/{objectType}"
