# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Users: the people who work in the account."""

from hubspot_crm.v2026_09.resources._shared import AsyncRecordsWithAssociations, RecordsWithAssociations


class Users(RecordsWithAssociations):
    """Users: the people who work in the account.

    Object type id: 0-115.

    Scopes: crm.objects.users.read, crm.objects.users.write.
    """

    _roots = ("/crm/objects/2026-09/users",)


class AsyncUsers(AsyncRecordsWithAssociations):
    """Users: the people who work in the account."""

    _roots = ("/crm/objects/2026-09/users",)
