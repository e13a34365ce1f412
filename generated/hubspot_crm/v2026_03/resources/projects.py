# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Projects: pieces of work with an end, and what belongs to them."""

from hubspot_crm.v2026_03.resources._shared import (
    AsyncRecordsWithAssociationsWithMerge,
    RecordsWithAssociationsWithMerge,
)


class Projects(RecordsWithAssociationsWithMerge):
    """Projects: pieces of work with an end, and what belongs to them.

    Object type id: 0-970.

    Scopes: crm.objects.projects.read, crm.objects.projects.write.
    """

    _roots = ("/crm/objects/2026-03/projects",)


class AsyncProjects(AsyncRecordsWithAssociationsWithMerge):
    """Projects: pieces of work with an end, and what belongs to them."""

    _roots = ("/crm/objects/2026-03/projects",)
