"""Use the properties of an account as typed attributes

`python -m hubspot_crm.typed_properties --output crm_types.py deals` writes the class `Deal` from the properties that
the account defines. With `--check`, it reports whether they have changed.
"""

from datetime import date
from decimal import Decimal

from hubspot_crm import UNSET, HubSpot

from examples.recipes.crm_types import Deal


def win(client: HubSpot, deal_id: str, discount: Decimal) -> Deal:
    """Close a deal at a lower price; only changed properties are sent."""
    deal = Deal.from_record(client.deals.get(deal_id, properties=Deal.property_names()))
    if deal.amount is not UNSET and deal.amount is not None:
        deal.amount -= discount
    deal.closed_on = date(2026, 5, 1)
    deal.outcome = "won"
    client.deals.update(deal_id, properties=deal.to_properties())
    return deal
