"""Object types and kinds of association: names and numbers that every portal has."""

from __future__ import annotations

import re

OBJECT_TYPES = {
    name: id_
    for name, id_ in (
        pair.split()
        for pair in """contacts 0-1,companies 0-2,deals 0-3,tickets 0-5,products 0-7,line_items 0-8,
        quotes 0-14,communications 0-18,feedback_submissions 0-19,tasks 0-27,campaigns 0-35,notes 0-46,
        meetings 0-47,calls 0-48,emails 0-49,invoices 0-53,marketing_events 0-54,subscriptions 0-69,
        goal_targets 0-74,discounts 0-84,fees 0-85,taxes 0-86,commerce_payments 0-101,users 0-115,
        postal_mail 0-116,orders 0-123,leads 0-136,carts 0-142,services 0-162,courses 0-410,
        listings 0-420,appointments 0-421,projects 0-970,contracts 0-900,partner_clients 0-901,
        partner_services 0-902,deal_splits 0-72""".split(",")
    )
}
_OTHER_NAMES = {"payments": "commerce_payments", "0-3": "deals", "deal_split": "deal_splits"}
_OTHER_NAMES |= {"feedbacks": "feedback_submissions", "goals": "goal_targets"}
_NAMES = {id_: name for name, id_ in OBJECT_TYPES.items()} | _OTHER_NAMES
_CUSTOM = re.compile(r"2-\d+|p\d*_\w+")

# What one record of each type says without being asked, besides its id and its dates.
DEFAULT_PROPERTIES = {
    "contacts": ("email", "firstname", "lastname"),
    "companies": ("domain", "name"),
    "deals": ("amount", "closedate", "dealname", "dealstage", "pipeline"),
    "tickets": ("content", "hs_pipeline", "hs_pipeline_stage", "hs_ticket_priority", "subject"),
}

# From, to, the kind there, the kind back; a second pair is that of the primary one.
_ASSOCIATIONS = """contacts companies 279 280 1 2,deals contacts 3 4,deals companies 341 342 5 6,
contacts tickets 15 16,deals line_items 19 20,tickets companies 339 340 26 25,deals tickets 27 28,
deals quotes 63 64,quotes line_items 67 68,quotes contacts 69 70,quotes companies 71 72,
companies calls 181 182,companies emails 185 186,companies meetings 187 188,companies notes 189 190,
companies tasks 191 192,contacts calls 193 194,contacts emails 197 198,contacts meetings 199 200,
contacts notes 201 202,contacts tasks 203 204,deals calls 205 206,deals emails 209 210,
deals meetings 211 212,deals notes 213 214,deals tasks 215 216,tickets calls 219 220,
tickets emails 223 224,tickets meetings 225 226,tickets notes 227 228,tickets tasks 229 230,
contacts contacts 449 449,deals deals 451 451"""

Pair = tuple[str, str]


def _kinds() -> dict[Pair, dict[int, tuple[str | None, int]]]:
    found: dict[Pair, dict[int, tuple[str | None, int]]] = {}
    for row in _ASSOCIATIONS.split(","):
        there, back, *numbers = row.split()
        kinds = [int(each) for each in numbers]
        for label, (one, other) in zip((None, "Primary"), zip(kinds[::2], kinds[1::2])):
            found.setdefault((there, back), {})[one] = (label, other)
            found.setdefault((back, there), {})[other] = (label, one)
    return found


KINDS = _kinds()
"""For each pair of types the kinds of association: their label and the kind that goes back."""


def object_type(name: str) -> str | None:
    """The one name by which a type is known here; None for what no portal has."""
    name = name.lower() if name.lower() in OBJECT_TYPES else name
    if name in OBJECT_TYPES or _CUSTOM.fullmatch(name):
        return name
    return _NAMES.get(name) or next((p for p in (f"{name}s", f"{name[:-1]}ies") if p in OBJECT_TYPES), None)
