# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Partner clients: customers whom a solutions partner and the vendor have in common."""

from hubspot_crm.v3.resources._shared import AsyncPartnerClientsOperations, PartnerClientsOperations


class PartnerClients(PartnerClientsOperations):
    """Partner clients: customers whom a solutions partner and the vendor have in common.

    Scopes: crm.objects.partner-clients.read, crm.objects.partner-clients.write.
    """

    _roots = ("/crm/v3/objects/partner_clients",)


class AsyncPartnerClients(AsyncPartnerClientsOperations):
    """Partner clients: customers whom a solutions partner and the vendor have in common."""

    _roots = ("/crm/v3/objects/partner_clients",)
