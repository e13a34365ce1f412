# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Postal mail: letters and parcels, sent or received, logged on the records they concern."""

from hubspot_crm.v3.resources._shared import AsyncRecords, Records


class PostalMail(Records):
    """Postal mail: letters and parcels, sent or received, logged on the records they concern.

    Object type id: 0-116.

    Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """

    _roots = ("/crm/v3/objects/postal_mail",)


class AsyncPostalMail(AsyncRecords):
    """Postal mail: letters and parcels, sent or received, logged on the records they concern."""

    _roots = ("/crm/v3/objects/postal_mail",)
