# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Operations of contacts."""

from __future__ import annotations

from hubspot_crm.v2026_03.resources._shared import (
    AsyncRecordsWithAssociationsWithMerge,
    RecordsWithAssociationsWithMerge,
)
from hubspot_crm.v3.resources._shared import AsyncRecordsGdprDeleteMixin, RecordsGdprDeleteMixin


class Contacts(RecordsWithAssociationsWithMerge, RecordsGdprDeleteMixin):
    """Contacts: people that the account deals with.

    Object type id: 0-1.

    Scopes: crm.objects.contacts.read, crm.objects.contacts.write.
    """

    _roots = ("/crm/objects/2026-03/contacts",)


class AsyncContacts(AsyncRecordsWithAssociationsWithMerge, AsyncRecordsGdprDeleteMixin):
    """Contacts: people that the account deals with."""

    _roots = ("/crm/objects/2026-03/contacts",)
