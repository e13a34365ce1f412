# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Emails: messages by e-mail, one to one, logged on the records they concern."""

from hubspot_crm.v2026_09.resources._shared import AsyncRecords, Records


class Emails(Records):
    """Emails: messages by e-mail, one to one, logged on the records they concern.

    Object type id: 0-49.

    Scopes: crm.objects.contacts.read, crm.objects.contacts.write, sales-email-read.
    """

    _roots = ("/crm/objects/2026-09/emails",)


class AsyncEmails(AsyncRecords):
    """Emails: messages by e-mail, one to one, logged on the records they concern."""

    _roots = ("/crm/objects/2026-09/emails",)
