"""Name what resources share: implementations and the resources' names in, class names out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from specloom.ir import Implementation, ImplementationId, InternedApi, ResourceKey
from specloom.naming.words import pascal_case, snake_case

FEW = 3


def name_implementations(
    interned: InternedApi, resources: Mapping[ResourceKey, str], *, shared: str | None
) -> dict[ImplementationId, str]:
    """A class name for each implementation, unique in its version.

    What a single resource has is named after it. What several have is `shared` where most have it,
    and else after the first of them; what extends another one says what it adds.

    Args:
        interned: the API.
        resources: the class name of each first resource.
        shared: the word of the project file for what resources share.
    """
    names: dict[ImplementationId, str] = {}
    taken: dict[object, set[str]] = {}
    whole = [each for each in interned.implementations if not each.owners]
    # Those with more users first, for what extends them is named after them.
    ordered = sorted(whole, key=lambda each: (-len(each.users), each.id))
    for each in ordered:
        if len(each.users[0][1]) == 1:
            here = taken.setdefault(each.version, set())
            is_first = shared is not None and shared not in here
            name = _name(each, interned, names, resources, shared if is_first else None)
            if len(each.users) == 1:
                here = taken.setdefault((each.version, each.users[0][1][0]), set())
            names[each.id] = _distinct(name, here)
    for each in ordered:
        _name_below(each, interned, names, taken)
    for each in interned.implementations:
        if each.owners:
            name = f"{names[each.owners[0]]}{_joined(_members(each))}Mixin"
            names[each.id] = _distinct(name, taken.setdefault(each.version, set()))
    return names


def _name(
    implementation: Implementation,
    interned: InternedApi,
    names: Mapping[ImplementationId, str],
    resources: Mapping[ResourceKey, str],
    shared: str | None,
) -> str:
    own = resources[implementation.users[0]]
    if len(implementation.users) == 1:
        return own
    whole = [each for each in implementation.bases if not interned.implementations[each].owners]
    if not whole:
        return shared or f"{own}Operations"
    known = _members(interned.implementations[whole[0]])
    added = [word for word in _members(implementation) if word not in known]
    return f"{names[whole[0]]}With{_joined(added)}"


def _members(implementation: Implementation) -> list[str]:
    words = [each.call.name for each in implementation.operations]
    return words + [word for word, _ in implementation.children]


def _joined(words: Sequence[str]) -> str:
    named = [pascal_case(snake_case(word).split("_")) for word in words]
    return "And".join(named if len(named) <= FEW else [*named[: FEW - 1], "More"])


def _name_below(
    implementation: Implementation,
    interned: InternedApi,
    names: dict[ImplementationId, str],
    taken: dict[object, set[str]],
) -> None:
    """Name the implementations below one, if this is the one that they are named after."""
    for word, child in implementation.children:
        below = interned.implementations[child]
        if len(below.users[0][1]) == 1:
            continue  # a first resource has the same operations, and names it
        home = interned.implementation_of[below.users[0][0], below.users[0][1][:-1]]
        if home == implementation.id and child not in names and implementation.id in names:
            name = names[implementation.id] + pascal_case(snake_case(word).split("_"))
            version, words = below.users[0]
            module = version if len(below.users) > 1 else (version, words[0])
            names[child] = _distinct(name, taken.setdefault(module, set()))
            _name_below(below, interned, names, taken)


def _distinct(name: str, taken: set[str]) -> str:
    distinct = name
    number = 2
    while distinct in taken:
        distinct, number = f"{name}{number}", number + 1
    taken.add(distinct)
    return distinct
