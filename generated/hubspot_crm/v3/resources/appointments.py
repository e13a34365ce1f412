# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Operations of appointments."""

from __future__ import annotations

from hubspot_crm.v3.resources._shared import (
    AsyncPartnerClientsOperationsAssociationsMixin,
    AsyncRecordsGdprDeleteMixin,
    AsyncRecordsWithMerge,
    PartnerClientsOperationsAssociationsMixin,
    RecordsGdprDeleteMixin,
    RecordsWithMerge,
)


class Appointments(RecordsWithMerge, PartnerClientsOperationsAssociationsMixin, RecordsGdprDeleteMixin):
    """Appointments: times that were agreed for meeting someone or giving them a service. The type has to be activated
    in the account before use.

    Object type id: 0-421.

    Any scope for CRM objects gives access.
    """

    _roots = ("/crm/objects/v3/appointments",)


class AsyncAppointments(
    AsyncRecordsWithMerge, AsyncPartnerClientsOperationsAssociationsMixin, AsyncRecordsGdprDeleteMixin
):
    """Appointments: times that were agreed for meeting someone or giving them a service. The type has to be activated
    in the account before use.
    """

    _roots = ("/crm/objects/v3/appointments",)
