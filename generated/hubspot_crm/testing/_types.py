"""The object types and association types of every account: their names and numbers."""

from __future__ import annotations

import re
from functools import cache
from itertools import product

from hubspot_crm.association_types import UnknownAssociationError, association

_TABLE = """contacts 0-1,companies 0-2,deals 0-3,tickets 0-5,products 0-7,line_items 0-8,quotes 0-14,
communications 0-18,feedback_submissions 0-19,tasks 0-27,notes 0-46,meetings 0-47,calls 0-48,
emails 0-49,invoices 0-53,subscriptions 0-69,goal_targets 0-74,discounts 0-84,fees 0-85,taxes 0-86,
commerce_payments 0-101,users 0-115,postal_mail 0-116,orders 0-123,leads 0-136,carts 0-142,
services 0-162,courses 0-410,listings 0-420,appointments 0-421,projects 0-970,contracts -,
partner_clients -,partner_services -,deal_splits -,forecasts -"""
TYPE_IDS = {name: id_ for name, id_ in map(str.split, _TABLE.split(","))}  # noqa: C416
_NAMES = {id_: name for name, id_ in TYPE_IDS.items()}
_CUSTOM = re.compile(r"2-\d+|p\d*_\w+")

# The default properties of a record, besides its id and its dates.
DEFAULT_PROPERTIES = {
    "contacts": ("email", "firstname", "lastname"),
    "companies": ("domain", "name"),
    "deals": ("amount", "closedate", "dealname", "dealstage", "pipeline"),
    "tickets": ("content", "hs_pipeline", "hs_pipeline_stage", "hs_ticket_priority", "subject"),
}


def object_type(name: str) -> str | None:
    """Return the canonical name of a type, or None if no account has it."""
    low = _NAMES.get(name, name.lower())
    forms = (low, f"{low}s", f"{low[:-1]}ies")
    known = next((form for form in forms if form in TYPE_IDS), None)
    return known or (name if _CUSTOM.fullmatch(name) else None)


def singular(type_name: str) -> str:
    """Return the name of one record of a type: company, for companies."""
    return f"{type_name[:-3]}y" if type_name.endswith("ies") else type_name.removesuffix("s")


# Association types that are not in association_types.txt: label, number, and number of the reverse.
_LABELLED = {
    ("companies", "companies"): (("Child Company", 13, 14), ("Parent Company", 14, 13)),
    ("leads", "contacts"): (("Primary", 578, 100_578),),
    ("leads", "companies"): (("Primary", 580, 100_580),),
}


@cache
def defined_kinds(from_type: str, to_type: str) -> tuple[tuple[str | None, int, int], ...]:
    """Return the association types that are the same in every account: label, number, and number of the reverse.

    Where only one direction is documented, the number of the other one is made up.
    """
    found: list[tuple[str | None, int, int]] = []
    for primary, label in ((False, None), (True, "Primary")):
        there = _number(from_type, to_type, primary)
        back = _number(to_type, from_type, primary)
        if there or back:
            found.append((label, there or 100_000 + back, back or 100_000 + there))
    reverse = [(label, n, m) for label, m, n in _LABELLED.get((to_type, from_type), ())]
    return (*found, *_LABELLED.get((from_type, to_type), reverse))


def _number(from_type: str, to_type: str, primary: bool) -> int:
    try:
        return association(from_type, to_type, primary=primary).association_type_id
    except UnknownAssociationError:
        return 0


@cache
def pair_of(number: int) -> tuple[str, str] | None:
    """Return the object types that an association type leads from and to, if it is listed."""
    for start, to in product(TYPE_IDS, TYPE_IDS):
        if any(number == there for _, there, _ in defined_kinds(start, to)):
            return start, to
    return None


def key(type_name: str) -> str:
    """Return the name of a type as a key of the associations of a record."""
    return "line items" if type_name == "line_items" else type_name
