# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Tasks: to-dos for people, logged on the records they concern."""

from hubspot_crm.v3.resources._shared import AsyncRecords, Records


class Tasks(Records):
    """Tasks: to-dos for people, logged on the records they concern.

    Object type id: 0-27.

    Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """

    _roots = ("/crm/v3/objects/tasks",)


class AsyncTasks(AsyncRecords):
    """Tasks: to-dos for people, logged on the records they concern."""

    _roots = ("/crm/v3/objects/tasks",)
