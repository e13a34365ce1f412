"""Merge resources that differ only in their roots and descriptions into implementations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from specloom.interning.shapes import Shaped, Shapes
from specloom.interning.sharing import Fragment, Unit, find_bases, find_fragments
from specloom.interning.texts import best_text
from specloom.ir import (
    ApiVersion,
    Implementation,
    ImplementationId,
    Operation,
    Resource,
    ResourceKey,
)

Groups = Mapping[str, list[Shaped]]


def intern_resources(
    versions: tuple[ApiVersion, ...],
) -> tuple[tuple[Implementation, ...], dict[ResourceKey, ImplementationId]]:
    """Return one implementation for each distinct shape of a resource, and the fragments that they share."""
    shapes = Shapes()
    groups: dict[str, list[Shaped]] = {}
    for version in versions:
        for resource in version.resources:
            for each in _walk(shapes.resource(version.name, (resource.name,), resource)):
                groups.setdefault(each.shape, []).append(each)
    order = [version.name for version in versions]
    _sort_users(groups, order)
    ids = {shape: ImplementationId(number) for number, shape in enumerate(groups)}
    whole = [_implementation(ids[shape], users, ids) for shape, users in groups.items()]
    of = {each.key: ids[shape] for shape, users in groups.items() for each in users}
    return _shared(whole, _units(groups, ids, order), order), of


def _walk(each: Shaped) -> Iterator[Shaped]:
    yield each
    for child in each.children:
        yield from _walk(child)


def _sort_users(groups: Groups, order: Sequence[str]) -> None:
    """Sort users so that the one after which shared code is named comes first.

    It is one of the oldest version and, among these, the resource whose own implementation has the most users.
    """
    popular = {user.key: len(users) for users in groups.values() for user in users}
    for users in groups.values():
        users.sort(
            key=lambda user: (order.index(user.key[0]), -popular[user.key[0], user.key[1][:1]])
        )


def _units(groups: Groups, ids: Mapping[str, ImplementationId], order: Sequence[str]) -> list[Unit]:
    return [
        Unit(
            id=ids[shape],
            age=order.index(users[0].key[0]),
            members=users[0].members,
            users=len(users),
            is_first=len(users[0].key[1]) == 1,
        )
        for shape, users in groups.items()
    ]


def _implementation(
    id_: ImplementationId, users: list[Shaped], ids: Mapping[str, ImplementationId]
) -> Implementation:
    first = users[0]
    return Implementation(
        id=id_,
        version=first.key[0],
        operations=tuple(
            _with_best_texts(each, [_same(each, user.resource) for user in users])
            for each in first.resource.operations
        ),
        children=tuple((child.resource.name, ids[child.shape]) for child in first.children),
        users=tuple(user.key for user in users),
    )


def _shared(
    whole: Sequence[Implementation], units: Sequence[Unit], order: Sequence[str]
) -> tuple[Implementation, ...]:
    """Return the implementations with their bases, followed by the fragments."""
    base_of = find_bases(units)
    bases: dict[int, list[ImplementationId]] = {
        id_: [whole[base].id] for id_, base in base_of.items()
    }
    fragments: list[Implementation] = []
    for fragment in find_fragments(units, base_of):
        id_ = ImplementationId(len(whole) + len(fragments))
        fragments.append(_fragment(id_, fragment, whole, order))
        for owner in fragment.owners:
            bases.setdefault(owner, []).append(id_)
    return (*(replace(each, bases=tuple(bases.get(each.id, ()))) for each in whole), *fragments)


def _fragment(
    id_: ImplementationId,
    fragment: Fragment,
    whole: Sequence[Implementation],
    order: Sequence[str],
) -> Implementation:
    owners = [whole[owner] for owner in fragment.owners]
    return Implementation(
        id=id_,
        version=min((each.version for each in owners), key=order.index),
        operations=tuple(
            _with_best_texts(
                each, [other for owner in owners for other in owner.operations if _is(each, other)]
            )
            for each in owners[0].operations
            if each.call.name in _words(fragment, is_resource=False)
        ),
        children=tuple(
            (word, child)
            for word, child in owners[0].children
            if word in _words(fragment, is_resource=True)
        ),
        users=tuple(user for owner in owners for user in owner.users),
        owners=tuple(owner.id for owner in owners),
    )


def _words(fragment: Fragment, *, is_resource: bool) -> frozenset[str]:
    return frozenset(each.word for each in fragment.members if each.is_resource is is_resource)


def _is(operation: Operation, other: Operation) -> bool:
    return operation.call.name == other.call.name


def _same(operation: Operation, resource: Resource) -> Operation:
    return next(each for each in resource.operations if _is(operation, each))


def _with_best_texts(operation: Operation, variants: list[Operation]) -> Operation:
    """Return the operation with the best descriptions and the scopes of all that share it."""
    agreed = all(
        (each.security, each.scopes) == (operation.security, operation.scopes) for each in variants
    )
    return replace(
        operation,
        security=operation.security if agreed else (),
        scopes=operation.scopes if agreed else _all_scopes(variants),
        summary=best_text(each.summary for each in variants),
        description=best_text(each.description for each in variants),
        parameters=tuple(
            replace(
                each,
                description=best_text(other.parameters[index].description for other in variants),
            )
            for index, each in enumerate(operation.parameters)
        ),
    )


def _all_scopes(variants: list[Operation]) -> tuple[str, ...]:
    asked = {
        scope
        for each in variants
        for requirement in each.security
        for _, names in requirement.schemes
        for scope in names
    }
    return tuple(sorted(asked.union(*(each.scopes for each in variants))))
