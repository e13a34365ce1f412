# Made by specloom from OpenAPI documents. Changes made by hand are lost at the next run.
"""Partner services: what a solutions partner does for a customer whom it shares with the vendor."""

from hubspot_crm.v2025_09.resources._shared import AsyncRecords, Records


class PartnerServices(Records):
    """Partner services: what a solutions partner does for a customer whom it shares with the vendor.

    Scopes: crm.objects.partner-services.read, crm.objects.partner-services.write.
    """

    _roots = ("/crm/objects/2025-09/partner_services",)


class AsyncPartnerServices(AsyncRecords):
    """Partner services: what a solutions partner does for a customer whom it shares with the vendor."""

    _roots = ("/crm/objects/2025-09/partner_services",)
