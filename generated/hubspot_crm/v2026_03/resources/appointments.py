# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Operations of appointments."""

from __future__ import annotations

from hubspot_crm.v2025_09.resources._shared import AsyncRecordsAssociationsMixin, RecordsAssociationsMixin
from hubspot_crm.v3.resources._shared import (
    AsyncRecordsGdprDeleteMixin,
    AsyncRecordsWithMerge,
    RecordsGdprDeleteMixin,
    RecordsWithMerge,
)


class Appointments(RecordsWithMerge, RecordsGdprDeleteMixin, RecordsAssociationsMixin):
    """Appointments: times that were agreed for meeting someone or giving them a service. The type has to be activated
    in the account before use.

    Object type id: 0-421.

    Any scope for CRM objects gives access.
    """

    _roots = ("/crm/objects/2026-03/appointments",)


class AsyncAppointments(AsyncRecordsWithMerge, AsyncRecordsGdprDeleteMixin, AsyncRecordsAssociationsMixin):
    """Appointments: times that were agreed for meeting someone or giving them a service. The type has to be activated
    in the account before use.
    """

    _roots = ("/crm/objects/2026-03/appointments",)
