"""Name the classes with the operations of resources, after the resource and their methods."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from specloom.ir import Implementation, ImplementationId, InternedApi, ResourceKey
from specloom.naming.words import pascal_case, snake_case

FEW = 3


def name_implementations(
    interned: InternedApi,
    resources: Mapping[ResourceKey, str],
    shared: frozenset[ImplementationId],
    *,
    word: str | None,
) -> dict[ImplementationId, str]:
    """Return a class name for each implementation, unique in its version.

    The class of a single resource is named after it. The class that most resources share is named
    `word`, and other shared ones after their first resource. A class that extends another one is
    named after what it adds. A mixin is named after what most of its users are, and after its
    operations.

    Args:
        interned: the API.
        resources: the class name of each top-level resource.
        shared: the implementations that the classes of resources extend.
        word: the word in the project file for the operations that resources share.
    """
    naming = _Naming(interned, resources, shared, word, {}, {}, {})
    whole = [each for each in interned.implementations if not each.owners]
    # Those with more users first, because classes that extend them are named after them.
    ordered = sorted(whole, key=lambda each: (-len(each.users), each.id))
    for each in ordered:
        if len(each.users[0][1]) == 1:
            naming.name_first(each)
    for each in ordered:
        naming.name_below(each)
    for each in interned.implementations:
        if each.owners:
            naming.name_mixin(each)
    return naming.names


class _Naming(Struct, frozen=True):
    """The names assigned so far. `families` contains the words with which the names of mixins begin."""

    interned: InternedApi
    resources: Mapping[ResourceKey, str]
    shared: frozenset[ImplementationId]
    word: str | None
    names: dict[ImplementationId, str]
    families: dict[ImplementationId, str]
    taken: dict[object, set[str]]

    def name_first(self, each: Implementation) -> None:
        """Name the implementation of a top-level resource."""
        here = self.taken.setdefault(each.version, set())
        own = self.resources[each.users[0]]
        if each.id not in self.shared:
            self.names[each.id] = self.families[each.id] = own
            self.taken.setdefault((each.version, each.users[0][1][0]), set()).add(own)
            return
        base = self._base(each)
        if base is not None:
            known = _members(base)
            added = [word for word in _members(each) if word not in known]
            name = f"{self.families[base.id]}With{_joined(added)}"
            self.families[each.id] = self.families[base.id]
            chosen = _distinct([name, f"{own}Operations", *_versioned(own, each)], here)
        else:
            is_most_used = self.word is not None and self.word not in here
            name = self.word if is_most_used and self.word else f"{own}Operations"
            self.families[each.id] = name.removesuffix("Operations")
            chosen = _distinct([name, *_versioned(own, each)], here)
        self.names[each.id] = chosen

    def _base(self, each: Implementation) -> Implementation | None:
        bases = [self.interned.implementations[base] for base in each.bases]
        return next((base for base in bases if not base.owners), None)

    def name_below(self, each: Implementation) -> None:
        """Name the implementations of sub-resources, if they are named after this implementation."""
        for word, child in each.children:
            below = self.interned.implementations[child]
            if len(below.users[0][1]) == 1:
                continue  # it is named after the top-level resource that has the same operations
            home = self.interned.implementation_of[below.users[0][0], below.users[0][1][:-1]]
            if home == each.id and child not in self.names and each.id in self.names:
                version, words = below.users[0]
                family = self.families[child] = self.families[each.id] + _pascal(word)
                first = self.resources[version, words[:1]] + "".join(map(_pascal, words[1:]))
                module = version if child in self.shared else (version, words[0])
                candidates = [family, first, *_versioned(first, below)]
                self.names[child] = _distinct(candidates, self.taken.setdefault(module, set()))
                self.name_below(below)

    def name_mixin(self, each: Implementation) -> None:
        """Name an implementation that several others extend, after its operations."""
        members = _members(each)
        version, words = each.users[0]
        first = self.resources[version, words[:1]] + "".join(map(_pascal, words[1:]))
        family = self.families[each.owners[0]]
        here = self.taken.setdefault(each.version, set())
        candidates = [
            f"{family}{_joined(members)}Mixin",
            f"{first}{_joined(members)}Mixin",
            f"{family}{'And'.join(map(_pascal, members))}Mixin",
            f"{first}{'And'.join(map(_pascal, members))}Mixin",
        ]
        name = f"{first}{_joined(members)}"
        self.names[each.id] = _distinct([*candidates, *_versioned(name, each, "Mixin")], here)


def _members(implementation: Implementation) -> list[str]:
    words = [each.call.name for each in implementation.operations]
    return words + [word for word, _ in implementation.children]


def _pascal(word: str) -> str:
    return pascal_case(snake_case(word).split("_"))


def _joined(words: Sequence[str]) -> str:
    named = [_pascal(word) for word in words]
    return "And".join(named if len(named) <= FEW else [*named[: FEW - 1], "More"])


def _versioned(name: str, implementation: Implementation, suffix: str = "Operations") -> list[str]:
    """Return names that are distinguished by the version, and by the newest version as well."""
    newest = implementation.users[-1][0]
    since = _pascal(implementation.version) if implementation.version else ""
    return [f"{name}{since}{suffix}", f"{name}{since}To{_pascal(newest)}{suffix}"]


def _distinct(candidates: Sequence[str], taken: set[str]) -> str:
    """Reserve and return the first free candidate, or the last one with a number."""
    chosen = next(each for each in _all(candidates) if each not in taken)
    taken.add(chosen)
    return chosen


def _all(candidates: Sequence[str]) -> Iterator[str]:
    yield from candidates
    yield from (f"{candidates[-1]}{number}" for number in range(2, 10_000))
