"""Find association types by name, without remembering their numbers.

    client.tasks.create(properties=..., associations=[link("101", association("tasks", "contacts"))])
    spec = resolve(client, "contacts", "companies", label="Decision maker")

An association type has one direction. Those defined by HubSpot are the same in every account and are
listed in association_types.txt; labels differ between accounts and are read from the API.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
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
    text = Path(__file__).with_suffix(".txt").read_text("utf-8")
    for start, type_id, *kinds in (line.split() for line in text.splitlines()[1:]):
        names[type_id] = start
        for to, _, numbers in (kind.partition("=") for kind in kinds):
            number, _, of_primary = numbers.partition("/")
            plain[start, to] = int(number)
            if of_primary:
                primary[start, to] = int(of_primary)
    return _Table(names, plain, primary)
