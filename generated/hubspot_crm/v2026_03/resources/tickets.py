# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Tickets: questions and complaints of customers, from asked to settled."""

from hubspot_crm.v2026_03.resources._shared import (
    AsyncRecordsWithAssociationsWithMerge,
    RecordsWithAssociationsWithMerge,
)


class Tickets(RecordsWithAssociationsWithMerge):
    """Tickets: questions and complaints of customers, from asked to settled.

    Object type id: 0-5.

    Scopes: tickets.
    """

    _roots = ("/crm/objects/2026-03/tickets",)


class AsyncTickets(AsyncRecordsWithAssociationsWithMerge):
    """Tickets: questions and complaints of customers, from asked to settled."""

    _roots = ("/crm/objects/2026-03/tickets",)
