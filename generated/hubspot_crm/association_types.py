"""Find association types by name, without remembering their numbers.

    client.tasks.create(properties=..., associations=[link("101", association("tasks", "contacts"))])
    spec = resolve(client, "contacts", "companies", label="Decision maker")

An association type has one direction. Those defined by HubSpot are the same in every account and are
listed here; labels differ between accounts and are read from the API.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias
from weakref import WeakKeyDictionary

from ._core.client import AsyncClient, Client
from .v3.models import AssociationSpec, AssociationSpecWithLabel

_Pair: TypeAlias = tuple[str, str]
_Known: TypeAlias = MutableMapping[_Pair, Sequence[AssociationSpecWithLabel]]


class UnknownAssociationError(LookupError):
    """No such association type is known for the two object types."""


def association(
    from_object_type: str, to_object_type: str, *, primary: bool = False
) -> AssociationSpec:
    """Return the HubSpot-defined association type between two object types, without a request.

    Args:
        from_object_type: the object type from which it starts: its API name (contacts) or type ID (0-1).
        to_object_type: the object type to which it leads.
        primary: whether it is the association with the primary company, or its opposite direction.

    Raises:
        UnknownAssociationError: no such type is listed; use `resolve`, which reads it from the API.
    """
    names = name_of(from_object_type), name_of(to_object_type)
    numbers = _table().primary if primary else _table().plain
    number = numbers.get(names)
    if number is None:
        known = sorted(to for start, to in numbers if start == names[0])
        listed = f"known from {names[0]}: {', '.join(known) or 'none'}"
        wanted = f"{'primary ' if primary else ''}association from {names[0]} to {names[1]}"
        raise UnknownAssociationError(f"no {wanted} is listed; {listed}")
    return AssociationSpec(association_category="HUBSPOT_DEFINED", association_type_id=number)


def link(record_id: str | int, *kinds: AssociationSpec) -> dict[str, object]:
    """Return an entry for `associations` in a call that creates a record: the other record, and the type."""
    return {"to": {"id": str(record_id)}, "types": list(kinds)}


def resolve(
    client: Client, from_object_type: str, to_object_type: str, *, label: str | None = None
) -> AssociationSpec:
    """Return the association type with a label in an account; without a label, the type that has none.

    The labels of two object types are requested once per client, and again if a label is not among them.
    Labels are compared exactly, then case-insensitively.

    Args:
        client: a client of any version.
        from_object_type: where the association starts: an API name or type ID, also of a custom object.
        to_object_type: where it leads.
        label: the label in this direction, as displayed in the account.

    Raises:
        UnknownAssociationError: there is no such label.
        ApiError: a request failed.
    """
    pair, known = (from_object_type, to_object_type), _known_to(client)
    found = _labelled(known.get(pair, ()), label)
    if found is None:
        known[pair] = _labels_of(client).list(*pair).results
        found = _labelled(known[pair], label)
    return found or _missing(pair, known[pair], label)


async def resolve_async(
    client: AsyncClient, from_object_type: str, to_object_type: str, *, label: str | None = None
) -> AssociationSpec:
    """Like `resolve`, with an async client."""
    pair, known = (from_object_type, to_object_type), _known_to(client)
    found = _labelled(known.get(pair, ()), label)
    if found is None:
        known[pair] = (await _labels_of(client).list(*pair)).results
        found = _labelled(known[pair], label)
    return found or _missing(pair, known[pair], label)


_known: WeakKeyDictionary[Client | AsyncClient, _Known] = WeakKeyDictionary()


def _known_to(client: Client | AsyncClient) -> _Known:
    return _known.setdefault(client, {})


def _labels_of(client: Client | AsyncClient) -> Any:
    """Return the resource that lists labels; in version 3 it is in version 4 of its associations."""
    for name in ("association_schemas_v4", "association_schemas"):
        if (labels := getattr(getattr(client, name, None), "labels", None)) is not None:
            return labels
    raise TypeError(f"{type(client).__name__} has no association labels")


def _labelled(
    kinds: Iterable[AssociationSpecWithLabel], label: str | None
) -> AssociationSpec | None:
    named = [(kind.label or None, kind) for kind in kinds]
    fitting = [kind for name, kind in named if name == label]
    if not fitting and label is not None:
        folded = label.casefold()
        fitting = [kind for name, kind in named if str(name).casefold() == folded]
    if not fitting:
        return None
    kind = fitting[0]
    return AssociationSpec(association_category=kind.category, association_type_id=kind.type_id)


def _missing(
    pair: _Pair, kinds: Iterable[AssociationSpecWithLabel], label: str | None
) -> AssociationSpec:
    labels = sorted(str(kind.label) for kind in kinds if kind.label)
    wanted = "plain association" if label is None else f"association labelled {label!r}"
    listed = ", ".join(map(repr, labels)) or "none"
    raise UnknownAssociationError(f"no {wanted} from {pair[0]} to {pair[1]}; labels: {listed}")


def name_of(object_type: str) -> str:
    """Return the API name (contacts) of a type ID (0-1), and any other string unchanged."""
    return _table().names.get(object_type, object_type)


def type_ids() -> dict[str, str]:
    """Return the type IDs of the object types that every account has, by API name."""
    return {name: type_id for type_id, name in _table().names.items()}


@dataclass(frozen=True, slots=True)
class _Table:
    """The association types known without a request: names by object type ID, numbers by pair of names."""

    names: Mapping[str, str]
    plain: Mapping[_Pair, int]
    primary: Mapping[_Pair, int]


@cache
def _table() -> _Table:
    names: dict[str, str] = {}
    plain: dict[_Pair, int] = {}
    primary: dict[_Pair, int] = {}
    for start, type_id, *kinds in map(str.split, _LISTED.split(";")):
        names[type_id] = start
        for to, _, numbers in (kind.partition("=") for kind in kinds):
            number, _, of_primary = numbers.partition("/")
            plain[start, to] = int(number)
            if of_primary:
                primary[start, to] = int(of_primary)
    return _Table(names, plain, primary)


# An object type, its type id, and where associations lead from it: type=number, or type=number/number of the primary.
_LISTED = """
appointments 0-421 calls=912 communications=924 companies=908 contacts=906 deals=944 emails=916 meetings=918
  notes=920 postal_mail=926 tasks=922 tickets=946;
calls 0-48 appointments=913 companies=182 contacts=194 courses=867 deals=206 listings=891 meetings=399 services=841
  tickets=220;
carts 0-142 contacts=586 discounts=588 line_items=590 orders=592 quotes=732 tasks=728;
commerce_payments 0-101 companies=389 contacts=387 deals=391 invoices=542 line_items=395 orders=524 quotes=397
  subscriptions=393;
communications 0-18 appointments=925 companies=87 contacts=81 courses=879 deals=85 listings=903 services=847
  tickets=83;
companies 0-2 appointments=909 calls=181 commerce_payments=390 communications=88 companies=450 contacts=280/2
  courses=939 deals=342/6 emails=185 feedback_submissions=929 invoices=180 listings=885 meetings=187 notes=189
  orders=510 postal_mail=460 quotes=72 services=793 subscriptions=298 tasks=191 tickets=340/25;
contacts 0-1 appointments=907 calls=193 carts=587 commerce_payments=388 communications=82 companies=279/1
  contacts=449 courses=861 deals=4 emails=197 feedback_submissions=97 invoices=178 listings=883 meetings=199
  notes=201 orders=508 postal_mail=454 quotes=70 services=799 subscriptions=296 tasks=203 tickets=15;
courses 0-410 calls=866 communications=878 companies=938 contacts=860 deals=862 emails=870 meetings=872 notes=874
  postal_mail=880 tasks=876 tickets=940;
deals 0-3 appointments=945 calls=205 commerce_payments=392 communications=86 companies=341/5 contacts=3 courses=863
  deals=451 emails=209 feedback_submissions=985 invoices=176 line_items=19 listings=887 meetings=211 notes=213
  orders=511 postal_mail=458 quotes=63 services=795 subscriptions=300 tasks=215 tickets=27;
discounts 0-84 carts=589 deals=369 invoices=412 line_items=367 orders=520 quotes=361;
emails 0-49 appointments=917 companies=186 contacts=198 courses=871 deals=210 listings=895 services=843 tickets=224;
feedback_submissions 0-19 companies=928 contacts=98 deals=984 tickets=100;
fees 0-85 invoices=414 quotes=363;
goal_targets 0-74;
invoices 0-53 commerce_payments=541 companies=179 contacts=177 deals=175 discounts=411 fees=413 line_items=409
  orders=517 quotes=407 subscriptions=622 taxes=415 tickets=986;
leads 0-136 calls=596 communications=602 companies=610 contacts=608 emails=598 meetings=600 notes=854 tasks=646;
line_items 0-8 carts=591 commerce_payments=396 deals=20 discounts=368 invoices=410 orders=514 quotes=68
  subscriptions=302;
listings 0-420 calls=890 communications=902 companies=884 contacts=882 deals=886 emails=894 meetings=896 notes=898
  postal_mail=904 tasks=900 tickets=942;
meetings 0-47 appointments=919 calls=400 companies=188 contacts=200 courses=873 deals=212 listings=897 services=839
  tickets=226;
notes 0-46 appointments=921 companies=190 contacts=202 courses=875 deals=214 listings=899 services=837 tickets=228;
orders 0-123 carts=593 commerce_payments=523 companies=509 contacts=507 deals=512 discounts=519 invoices=518
  line_items=513 quotes=730 subscriptions=516 tasks=726 tickets=525;
postal_mail 0-116 appointments=927 companies=459 contacts=453 courses=881 listings=905 services=849 tickets=455;
products 0-7;
projects 0-970;
quotes 0-14 carts=733 commerce_payments=398 companies=71 contacts=69 deals=64 discounts=362 fees=364 invoices=408
  line_items=67 orders=731 subscriptions=304 taxes=366;
services 0-162 calls=840 communications=846 companies=792 contacts=798 deals=794 emails=842 meetings=838 notes=836
  postal_mail=848 tasks=852 tickets=796;
subscriptions 0-69 companies=297 contacts=295 deals=299 invoices=623 line_items=301 orders=515 quotes=303
  tickets=1121;
tasks 0-27 appointments=923 companies=192 contacts=204 courses=877 deals=216 listings=901 services=853 tickets=230;
taxes 0-86 invoices=416 quotes=365;
tickets 0-5 appointments=947 calls=219 communications=84 companies=339/26 contacts=16 courses=941 deals=28
  emails=223 feedback_submissions=99 listings=943 meetings=225 notes=227 orders=526 services=797 subscriptions=1122
  tasks=229 tickets=452;
users 0-115
"""
