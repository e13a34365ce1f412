"""Name the classes of implementations: an interned Api and class names of resources in, a table out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from specloom.ir import Implementation, ImplementationId, InternedApi, ResourceKey
from specloom.naming.words import pascal_case, snake_case


def name_implementations(
    interned: InternedApi, resources: Mapping[ResourceKey, str], shared: str | None
) -> dict[ImplementationId, str]:
    """Classes of implementations, unique in the module that holds each.

    `shared` is the project's name for what resources share; without it the first one names it.
    """
    classes = _Classes(interned, shared)
    for each in interned.implementations:
        if each.id not in classes.names:
            classes.name(each, _own_name(each, resources, shared))
    return classes.names


def _own_name(
    implementation: Implementation, resources: Mapping[ResourceKey, str], shared: str | None
) -> str:
    version, words = implementation.users[0]
    if shared and len(words) == 1:
        return shared
    return "".join(resources[version, words[: depth + 1]] for depth in range(len(words)))


@dataclass(slots=True)
class _Classes:
    interned: InternedApi
    shared: str | None
    names: dict[ImplementationId, str] = field(default_factory=dict[ImplementationId, str])
    taken: dict[object, set[str]] = field(default_factory=dict[object, set[str]])

    def name(self, implementation: Implementation, name: str) -> None:
        here = self.taken.setdefault(self._module_of(implementation), set())
        numbered = (f"{name}{number}" for number in range(2, 10_000))
        free = name if name not in here else next(each for each in numbered if each not in here)
        here.add(free)
        self.names[implementation.id] = free
        for word, child in implementation.children:
            if child not in self.names:
                below = free + pascal_case(snake_case(word).split("_"))
                self.name(self.interned.implementations[child], below)

    def _module_of(self, implementation: Implementation) -> object:
        """What stands for the module of a class; classes that resources share name theirs."""
        version, words = implementation.users[0]
        top = self.interned.implementation_of[version, words[:1]]
        is_shared = bool(self.shared) or len(implementation.users) > 1
        return version if implementation.id == top and is_shared else (version, top)
