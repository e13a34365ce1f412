"""Decide which resources share a class: with other resources, or with the same resource of other versions."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from specloom.ir import ImplementationId, InternedApi, Resource, ResourceKey
from specloom.naming.names import ResourceNames
from specloom.project.model import module_name

Owners = Mapping[ResourceKey, ResourceKey]


def find_owners(
    interned: InternedApi,
    names: Mapping[ResourceKey, ResourceNames],
    handwritten: Collection[str] = (),
) -> Owners:
    """Return for each resource the one whose class it has: itself, or the same resource of an older version.

    Resources of several versions have one class if they differ only in their roots: if they have the same
    operations, name, description and scopes. The class is defined in the oldest version. Resources of a
    version whose documents have different servers have classes of their own, because these name a server.

    Args:
        interned: the API.
        names: the names of its resources.
        handwritten: the classes with handwritten methods, with the module of their version in front of
            the name if only that version's class has them: ``v2.Pets``. It is not shared.
    """
    owners: dict[ResourceKey, ResourceKey] = {}
    first: dict[object, ResourceKey] = {}
    for version in interned.api.versions:
        for resource in version.resources:
            key = (version.name, (resource.name,))
            text = resource.description or resource.title or resource.roots[0]
            name = names[key].class_name
            variants = {f"{module_name(version.name)}.{way}{name}" for way in ("", "Async")}
            is_own = bool(version.hosts) or not variants.isdisjoint(handwritten)
            looks = (name, text, resource.all_scopes(), version.name if is_own else None)
            owner, words = first.setdefault((interned.implementation_of[key], *looks), key)
            for below in _words(resource, ()):
                owners[version.name, (resource.name, *below)] = owner, (*words, *below)
    return owners


def find_shared(interned: InternedApi, owners: Owners) -> frozenset[ImplementationId]:
    """Return the implementations that have a class of their own, which the classes of resources extend.

    These are the implementations of several classes, and those that other implementations extend.
    """
    extended = {base for each in interned.implementations for base in each.bases}
    return frozenset(
        each.id
        for each in interned.implementations
        if each.id in extended or len({owners[user] for user in each.users}) > 1
    )


def _words(resource: Resource, words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    yield words
    for child in resource.children:
        yield from _words(child, (*words, child.name))
