# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Tasks: to-dos for people, logged on the records they concern."""

from hubspot_crm.v2026_03.resources._shared import AsyncRecordsWithAssociations, RecordsWithAssociations


class Tasks(RecordsWithAssociations):
    """Tasks: to-dos for people, logged on the records they concern.

    Object type id: 0-27.

    Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """

    _roots = ("/crm/objects/2026-03/tasks",)


class AsyncTasks(AsyncRecordsWithAssociations):
    """Tasks: to-dos for people, logged on the records they concern."""

    _roots = ("/crm/objects/2026-03/tasks",)
