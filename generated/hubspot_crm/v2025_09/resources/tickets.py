# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Tickets: questions and complaints of customers, from asked to settled."""

from hubspot_crm.v2025_09.resources._shared import AsyncRecords, Records


class Tickets(Records):
    """Tickets: questions and complaints of customers, from asked to settled.

    Object type id: 0-5.

    Scopes: tickets.
    """

    _roots = ("/crm/objects/2025-09/tickets",)


class AsyncTickets(AsyncRecords):
    """Tickets: questions and complaints of customers, from asked to settled."""

    _roots = ("/crm/objects/2025-09/tickets",)
