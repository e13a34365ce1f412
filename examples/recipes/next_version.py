"""Move to the next version of the API

Change the import, run a type checker: it lists what the new version does not have. What is equal in both is one class,
so most code needs nothing else. Two versions may be used side by side, on one pool of connections and one rate limiter.
"""

from hubspot_crm import LocalRateLimiter
from hubspot_crm.transports import Httpx2Transport
from hubspot_crm.v2026_03 import HubSpot as OldHubSpot
from hubspot_crm.v2026_09 import HubSpot


def both(token: str) -> tuple[OldHubSpot, HubSpot, Httpx2Transport]:
    transport, limiter = Httpx2Transport(), LocalRateLimiter()
    old = OldHubSpot(token, transport=transport, rate_limiter=limiter)
    new = HubSpot(token, transport=transport, rate_limiter=limiter)
    return old, new, transport  # closing the transport is up to who made it


def compare(old: OldHubSpot, new: HubSpot, contact_id: str) -> list[str]:
    """The properties that two versions tell differently."""
    before = old.contacts.get(contact_id).properties
    after = new.contacts.get(contact_id).properties
    return sorted(name for name in {*before, *after} if before.get(name) != after.get(name))
