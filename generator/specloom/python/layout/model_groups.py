"""Group models into modules by the resources that use them, without import cycles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from graphlib import TopologicalSorter
from typing import TypeAlias

from specloom.ir import Operation, SchemaId
from specloom.python.layout.usage import Schemas, references, schemas_of, types_of

FEWEST_MODELS = 8
"""The minimum number of models for a separate module."""

FEW_MODELS = 12
"""The number of models up to which groups that no other group uses are in one module."""

SHARED = "shared"
SEVERAL = "several"
OTHER = "other"
_RESERVED = frozenset({SHARED, SEVERAL, OTHER, "literals", "renamed"})
_PAIR = 2

Attributes: TypeAlias = tuple[str, ...]
"""The names of attributes that lead from a client to a resource."""


def users_of(
    operations: Mapping[Attributes, Iterable[Operation]], schemas: Schemas
) -> dict[SchemaId, frozenset[Attributes]]:
    """Return the resources whose operations use each schema, from the operations of each resource."""
    found: dict[SchemaId, set[Attributes]] = {}
    for words, members in operations.items():
        for schema in schemas_of(members, schemas):
            found.setdefault(schema, set()).add(words)
    return {schema: frozenset(users) for schema, users in found.items()}


def group_models(
    keys: Iterable[SchemaId], users: Mapping[SchemaId, frozenset[Attributes]], schemas: Schemas
) -> dict[SchemaId, str]:
    """Return the name of the group of each schema.

    The models that one or two resources use are a group of their own. Those that more resources use are
    in the shared group, and those that no operation uses are in a separate one. A resource that uses a
    schema uses all schemas to which it refers. Therefore a group refers only to groups with more users,
    and there is no cycle. A small group joins the shared one if it refers to no other group.
    Other groups with few models that refer only to the shared one, and that no group refers to, are one
    group.

    Args:
        keys: the schemas to group.
        users: the resources that use each schema.
        schemas: all schemas of the API.
    """
    groups: dict[str, list[SchemaId]] = {}
    for key in keys:
        groups.setdefault(_group(users.get(key, frozenset())), []).append(key)
    group_of = {key: group for group, members in groups.items() for key in members}
    depends = {
        group: {
            group_of[other]
            for key in members
            for type_ in types_of(schemas[key])
            for other in references(type_)
            if other in group_of and group_of[other] != group
        }
        for group, members in groups.items()
    }
    chosen = {SHARED: SHARED}
    for group in TopologicalSorter(depends).static_order():
        is_small = len(groups.get(group, ())) < FEWEST_MODELS and group != OTHER
        joins = is_small and all(chosen[each] == SHARED for each in depends.get(group, ()))
        chosen[group] = SHARED if joins else group
    used = {each for others in depends.values() for each in others}
    few = [
        group
        for group, members in groups.items()
        if chosen[group] not in (SHARED, OTHER)
        and group not in used
        and len(members) <= FEW_MODELS
        and all(chosen[each] == SHARED for each in depends[group])
    ]
    if len(few) > 1:
        chosen |= dict.fromkeys(few, SEVERAL)
    return {key: chosen[group] for key, group in group_of.items()}


def _group(users: frozenset[Attributes]) -> str:
    first = sorted({each[0] for each in users})
    if not first:
        return OTHER
    if len(first) > _PAIR:
        return SHARED
    name = "_".join(_common(users)) if len(first) == 1 else "_and_".join(first)
    return f"{name}_models" if name in _RESERVED else name


def _common(users: Iterable[Attributes]) -> Iterator[str]:
    """Yield the leading attributes that all users have in common."""
    for names in zip(*users, strict=False):
        if len(set(names)) > 1:
            return
        yield names[0]
