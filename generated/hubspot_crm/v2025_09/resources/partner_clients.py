# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Partner clients: customers whom a solutions partner and the vendor have in common."""

from hubspot_crm.v2025_09.resources._shared import AsyncRecords, Records


class PartnerClients(Records):
    """Partner clients: customers whom a solutions partner and the vendor have in common.

    Scopes: crm.objects.partner-clients.read, crm.objects.partner-clients.write.
    """

    _roots = ("/crm/objects/2025-09/partner_clients",)


class AsyncPartnerClients(AsyncRecords):
    """Partner clients: customers whom a solutions partner and the vendor have in common."""

    _roots = ("/crm/objects/2025-09/partner_clients",)
