"""Reject values that are nested more deeply than the later stages can process."""

from __future__ import annotations

from collections.abc import Iterator

from specloom.diagnostics import Location, Pointer, SpecloomError
from specloom.documents.pointers import Json

DEEPEST = 100
"""The maximum nesting of arrays and objects; real documents stay below forty."""


def is_too_deep(value: Json) -> bool:
    """Return whether more than `DEEPEST` arrays and objects are nested in one another."""
    # Level by level: this needs no stack, and is fast enough for every document.
    level: list[Json] = [value]
    for _ in range(DEEPEST + 1):
        level = [
            each
            for container in level
            for each in (
                container.values()
                if isinstance(container, dict)
                else container if isinstance(container, list) else ()
            )
            if isinstance(each, (dict, list))
        ]
        if not level:
            return False
    return True


def too_deep(location: Location) -> SpecloomError:
    """Return the error for the location where the nesting exceeds `DEEPEST`."""
    return SpecloomError.of(
        "too-deep",
        f"arrays and objects are nested more than {DEEPEST} levels deep",
        hint="move the inner schemas to 'components' and refer to them",
        location=location,
    )


def walk(value: Json) -> Iterator[tuple[Pointer, Json]]:
    """Yield every value with its pointer, in the document's order, whatever the depth."""
    stack: list[tuple[Pointer, Json]] = [((), value)]
    while stack:
        pointer, each = stack.pop()
        yield pointer, each
        if isinstance(each, dict):
            stack.extend(((*pointer, key), each[key]) for key in reversed(each))
        elif isinstance(each, list):
            stack.extend(
                ((*pointer, str(index)), each[index]) for index in reversed(range(len(each)))
            )


def deepest_allowed(value: Json) -> Pointer:
    """Return the pointer at which a value that is too deep reaches the limit."""
    for pointer, each in walk(value):
        if len(pointer) >= DEEPEST and isinstance(each, (dict, list)):
            return pointer
    return ()
