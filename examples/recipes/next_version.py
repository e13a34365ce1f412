"""Move to the next version of the API

Change the import and run a type checker: it reports what the new version does not have. Equal models are the same class
in both versions, so most code does not change. Two versions can be used together, with one connection pool and one rate
limiter.
"""

from hubspot_crm import LocalRateLimiter
from hubspot_crm.transports import Httpx2Transport
from hubspot_crm.v2026_03 import HubSpot as OldHubSpot
from hubspot_crm.v2026_09 import HubSpot


def both(token: str) -> tuple[OldHubSpot, HubSpot, Httpx2Transport]:
    transport, limiter = Httpx2Transport(), LocalRateLimiter()
    old = OldHubSpot(token, transport=transport, rate_limiter=limiter)
    new = HubSpot(token, transport=transport, rate_limiter=limiter)
    return old, new, transport  # close the transport yourself


def compare(old: OldHubSpot, new: HubSpot, contact_id: str) -> list[str]:
    """Return the properties whose values differ between two versions."""
    before = old.contacts.get(contact_id).properties
    after = new.contacts.get(contact_id).properties
    return sorted(name for name in {*before, *after} if before.get(name) != after.get(name))
