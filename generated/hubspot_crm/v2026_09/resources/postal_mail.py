# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Postal mail: letters and parcels, sent or received, logged on the records they concern."""

from hubspot_crm.v2026_09.resources._shared import AsyncRecordsWithAssociations, RecordsWithAssociations


class PostalMail(RecordsWithAssociations):
    """Postal mail: letters and parcels, sent or received, logged on the records they concern.

    Object type id: 0-116.

    Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """

    _roots = ("/crm/objects/2026-09/postal_mail",)


class AsyncPostalMail(AsyncRecordsWithAssociations):
    """Postal mail: letters and parcels, sent or received, logged on the records they concern."""

    _roots = ("/crm/objects/2026-09/postal_mail",)
