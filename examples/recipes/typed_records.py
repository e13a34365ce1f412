"""Use an account's properties as typed attributes

`python -m hubspot_crm.typed_properties --output crm_types.py deals` writes the class `Deal` from what the account
has defined; with `--check` it tells whether that has changed since.
"""

from datetime import date
from decimal import Decimal

from hubspot_crm import UNSET, HubSpot

from examples.recipes.crm_types import Deal


def win(client: HubSpot, deal_id: str, discount: Decimal) -> Deal:
    """Close a deal at a lower price; only what has changed is sent."""
    deal = Deal.from_record(client.deals.get(deal_id, properties=Deal.property_names()))
    if deal.amount is not UNSET and deal.amount is not None:
        deal.amount -= discount
    deal.closed_on = date(2026, 5, 1)
    deal.outcome = "won"
    client.deals.update(deal_id, properties=deal.to_properties())
    return deal
