"""Decide which classes implementations inherit from.

An implementation extends the largest other one that is a part of it and has more users. Members that
several implementations still have in common are moved to fragments: classes that each of these extends.
So each operation of one shape is generated once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from specloom.interning.shapes import Member


class Unit(Struct, frozen=True):
    """An implementation: its age (0 is the oldest version), members, and the number of its users."""

    id: int
    age: int
    members: frozenset[Member]
    users: int
    is_first: bool


class Fragment(Struct, frozen=True):
    """Members that the same units have in common, and these units, the most used one first."""

    members: tuple[Member, ...]
    owners: tuple[int, ...]


def find_bases(units: Sequence[Unit]) -> dict[int, int]:
    """Return the unit that each unit extends, if there is one. It is never of a newer version."""
    bases: dict[int, int] = {}
    for unit in units:
        parts = [
            other
            for other in units
            if other.members < unit.members
            and other.is_first is unit.is_first
            and other.users > unit.users
            and other.age <= unit.age
        ]
        if parts:
            best = max(parts, key=lambda other: (len(other.members), other.users, -other.id))
            bases[unit.id] = best.id
    return bases


def find_fragments(units: Sequence[Unit], bases: Mapping[int, int]) -> tuple[Fragment, ...]:
    """Return groups of members that several units do not inherit, each group with the same owners."""
    by_id = {unit.id: unit for unit in units}
    owners: dict[Member, list[int]] = {}
    for unit in units:
        base = bases.get(unit.id)
        inherited = by_id[base].members if base is not None else frozenset[Member]()
        for member in sorted(unit.members - inherited):
            owners.setdefault(member, []).append(unit.id)
    groups: dict[tuple[int, ...], list[Member]] = {}
    for member, ids in owners.items():
        if len(ids) > 1:
            ordered = sorted(ids, key=lambda id_: (-by_id[id_].users, id_))
            groups.setdefault(tuple(ordered), []).append(member)
    return tuple(Fragment(tuple(sorted(members)), ids) for ids, members in sorted(groups.items()))
