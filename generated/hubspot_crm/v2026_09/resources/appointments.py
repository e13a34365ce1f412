# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Appointments: times that were agreed for meeting someone or giving them a service. The type has to be activated
in the account before use.
"""

from hubspot_crm.v2026_09.resources._shared import AsyncRecordsWithMerge, RecordsWithMerge


class Appointments(RecordsWithMerge):
    """Appointments: times that were agreed for meeting someone or giving them a service. The type has to be activated
    in the account before use.

    Object type id: 0-421.

    Any scope for CRM objects gives access.
    """

    _roots = ("/crm/objects/2026-09/appointments",)


class AsyncAppointments(AsyncRecordsWithMerge):
    """Appointments: times that were agreed for meeting someone or giving them a service. The type has to be activated
    in the account before use.
    """

    _roots = ("/crm/objects/2026-09/appointments",)
