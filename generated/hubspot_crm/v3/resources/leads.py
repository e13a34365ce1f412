# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Leads: chances to sell something to a contact or a company that nobody has looked into yet."""

from hubspot_crm.v3.resources._shared import AsyncRecords, Records


class Leads(Records):
    """Leads: chances to sell something to a contact or a company that nobody has looked into yet.

    Object type id: 0-136.

    Scopes: crm.objects.leads.read, crm.objects.leads.write.
    """

    _roots = ("/crm/v3/objects/leads",)


class AsyncLeads(AsyncRecords):
    """Leads: chances to sell something to a contact or a company that nobody has looked into yet."""

    _roots = ("/crm/v3/objects/leads",)
