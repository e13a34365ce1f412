"""Object types and kinds of association: the names and numbers that every portal has."""

from __future__ import annotations

import re
from functools import cache

from hubspot_crm.association_types import UnknownAssociationError, association

OBJECT_TYPES: dict[str, str] = dict(
    pair.split()  # type: ignore[misc]
    for pair in """contacts 0-1,companies 0-2,deals 0-3,tickets 0-5,products 0-7,line_items 0-8,
    quotes 0-14,communications 0-18,feedback_submissions 0-19,tasks 0-27,campaigns 0-35,notes 0-46,
    meetings 0-47,calls 0-48,emails 0-49,invoices 0-53,marketing_events 0-54,subscriptions 0-69,
    goal_targets 0-74,discounts 0-84,fees 0-85,taxes 0-86,commerce_payments 0-101,users 0-115,
    postal_mail 0-116,orders 0-123,leads 0-136,carts 0-142,services 0-162,courses 0-410,listings 0-420,
    appointments 0-421,projects 0-970""".split(",")
)
# Their numbers are not known.
_UNNUMBERED = {"contracts", "partner_clients", "partner_services", "deal_splits", "forecasts"}
_OTHER_NAMES = {id_: name for name, id_ in OBJECT_TYPES.items()} | {"payments": "commerce_payments"}
_CUSTOM = re.compile(r"2-\d+|p\d*_\w+")

# What a record says without being asked, besides its id and its dates.
DEFAULT_PROPERTIES = {
    "contacts": ("email", "firstname", "lastname"),
    "companies": ("domain", "name"),
    "deals": ("amount", "closedate", "dealname", "dealstage", "pipeline"),
    "tickets": ("content", "hs_pipeline", "hs_pipeline_stage", "hs_ticket_priority", "subject"),
}

Kinds = dict[int, tuple[str | None, int]]
"""Of two object types the kinds of association: their label, and the kind that leads back."""


def object_type(name: str) -> str | None:
    """The one name by which a type is known here; None for what no portal has."""
    name = _OTHER_NAMES.get(name, name)
    for known in (name, name.lower(), f"{name}s".lower(), f"{name[:-1]}ies".lower()):
        if known in OBJECT_TYPES or known in _UNNUMBERED:
            return known
    return name if _CUSTOM.fullmatch(name) else None


@cache
def defined_kinds(from_type: str, to_type: str) -> Kinds:
    """The kinds that are the same in every portal."""
    found: Kinds = {}
    for primary, label in ((False, None), (True, "Primary")):
        try:
            there = association(from_type, to_type, primary=primary).association_type_id
            back = association(to_type, from_type, primary=primary).association_type_id
        except UnknownAssociationError:
            continue
        found[there] = (label, back)
    return found
