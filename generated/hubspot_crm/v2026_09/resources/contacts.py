# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Operations of contacts."""

from __future__ import annotations

from hubspot_crm.v2026_09.resources._shared import AsyncObjectsOperationsWithMerge, ObjectsOperationsWithMerge
from hubspot_crm.v3.resources._shared import AsyncRecordsGdprDeleteMixin, RecordsGdprDeleteMixin


class Contacts(ObjectsOperationsWithMerge, RecordsGdprDeleteMixin):
    """Contacts: people that the account deals with.

    Object type id: 0-1.

    Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """

    _roots = ("/crm/objects/2026-09/contacts",)


class AsyncContacts(AsyncObjectsOperationsWithMerge, AsyncRecordsGdprDeleteMixin):
    """Contacts: people that the account deals with."""

    _roots = ("/crm/objects/2026-09/contacts",)
