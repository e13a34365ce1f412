# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Tickets: questions and complaints of customers, from asked to settled."""

from hubspot_crm.v3.resources._shared import AsyncRecordsWithMerge, RecordsWithMerge


class Tickets(RecordsWithMerge):
    """Tickets: questions and complaints of customers, from asked to settled.

    Object type id: 0-5.

    Scopes: tickets.
    """

    _roots = ("/crm/v3/objects/tickets",)


class AsyncTickets(AsyncRecordsWithMerge):
    """Tickets: questions and complaints of customers, from asked to settled."""

    _roots = ("/crm/v3/objects/tickets",)
