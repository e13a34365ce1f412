# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Appointments: times that were agreed for meeting someone or giving them a service. The type
has to be activated in the account before use.
"""

from __future__ import annotations

from hubspot_crm.v2026_03.resources._records import AsyncRecords, Records


class Appointments(Records):
    """Appointments.

    Appointments: times that were agreed for meeting someone or giving them a service. The type
    has to be activated in the account before use.

    Object type id: 0-421.

    Any scope for CRM objects gives access.

    Version 2026-03, generally available since March 2026.
    """

    _root = "/crm/objects/2026-03/appointments"


class AsyncAppointments(AsyncRecords):
    """Appointments.

    Appointments: times that were agreed for meeting someone or giving them a service. The type
    has to be activated in the account before use.

    Object type id: 0-421.

    Any scope for CRM objects gives access.

    Version 2026-03, generally available since March 2026.
    """

    _root = "/crm/objects/2026-03/appointments"
