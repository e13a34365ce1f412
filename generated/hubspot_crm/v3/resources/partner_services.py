# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Partner services: what a solutions partner does for a customer whom it shares with the vendor."""

from hubspot_crm.v3.resources._shared import AsyncPartnerClientsOperations, PartnerClientsOperations


class PartnerServices(PartnerClientsOperations):
    """Partner services: what a solutions partner does for a customer whom it shares with the vendor.

    Scopes: crm.objects.partner-services.read, crm.objects.partner-services.write.
    """

    _roots = ("/crm/v3/objects/partner_services",)


class AsyncPartnerServices(AsyncPartnerClientsOperations):
    """Partner services: what a solutions partner does for a customer whom it shares with the vendor."""

    _roots = ("/crm/v3/objects/partner_services",)
