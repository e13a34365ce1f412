# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Objects: records of any type, standard or custom, which the path names."""

from hubspot_crm.v2026_09.resources._shared import AsyncRecords, Records


class Objects(Records):
    """Objects: records of any type, standard or custom, which the path names.

    Any scope for CRM objects gives access.
    """

    _roots = ("/crm/objects/2026-09/{objectType}",)


class AsyncObjects(AsyncRecords):
    """Objects: records of any type, standard or custom, which the path names."""

    _roots = ("/crm/objects/2026-09/{objectType}",)
