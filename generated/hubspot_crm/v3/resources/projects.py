# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Projects: pieces of work with an end, and what belongs to them."""

from hubspot_crm.v3.resources._shared import AsyncRecordsWithMerge, RecordsWithMerge


class Projects(RecordsWithMerge):
    """Projects: pieces of work with an end, and what belongs to them.

    Object type id: 0-970.

    Scopes: crm.objects.projects.read, crm.objects.projects.write.
    """

    _roots = ("/crm/objects/v3/projects",)


class AsyncProjects(AsyncRecordsWithMerge):
    """Projects: pieces of work with an end, and what belongs to them."""

    _roots = ("/crm/objects/v3/projects",)
