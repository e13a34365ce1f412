"""Find the fields that a page has several times: it shows them once, in a section, and links to that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import Struct

from specloom.reference.views import BodyView, FieldView, OperationView, ResourcePage, SchemeView

Key = tuple[str, tuple[str, ...]]
"""The page of a model, and the names of its fields: requests and responses can have different ones."""

SMALLEST = 6
"""Fewer fields than this, with those inside them, are repeated: a link would not make the page easier to read."""
LARGEST_BODY = 30
"""How many fields of a response's body are repeated for each operation."""


class SharedFields(Struct, frozen=True):
    """The fields of a model, which a page shows in a section with an anchor."""

    anchor: str
    name: str
    model: str
    fields: tuple[FieldView, ...]
    is_choice: bool


class SharedScheme(Struct, frozen=True):
    """A way to authenticate with its description and those of the scopes that a page needs."""

    anchor: str
    name: str
    description: str
    scopes: tuple[tuple[str, str], ...]


def key_of(each: FieldView | BodyView) -> Key | None:
    """Return what identifies the fields inside a field or a body, None if they have no model."""
    inside = each.children if isinstance(each, FieldView) else each.fields
    return (each.model, tuple(one.name for one in inside)) if each.model and inside else None


def shared_fields(page: ResourcePage) -> dict[Key, SharedFields]:
    """Return the fields that a page shows only once, in the order of their first use."""
    return _Search(page).found()


def shared_schemes(page: ResourcePage) -> dict[tuple[str, str], SharedScheme]:
    """Return the descriptions of the ways to authenticate, by name and description."""
    scopes: dict[tuple[str, str], dict[str, str]] = {}
    for each in _schemes(page.operations):
        known = scopes.setdefault((each.name, each.description), {})
        known.update((name, text) for name, text in each.scopes if text)
    described = [(key, found) for key, found in scopes.items() if key[1] or found]
    return {
        key: SharedScheme(f"{index}.scheme", key[0], key[1], tuple(found.items()))
        for index, (key, found) in enumerate(described, 1)
    }


def _schemes(operations: Iterable[OperationView]) -> Iterator[SchemeView]:
    for operation in operations:
        for group in operation.schemes:
            yield from group


class _Search:
    """Counts how often a page would show the fields of each model."""

    def __init__(self, page: ResourcePage) -> None:
        self._page = page
        self._sizes: dict[int, int] = {}
        self._fullest: dict[Key, FieldView | BodyView] = {}
        self._counts: Counter[Key] = Counter()
        self._bodies: Counter[Key] = Counter()

    def found(self) -> dict[Key, SharedFields]:
        bodies = [*_bodies(self._page.operations), *self._page.errors]
        roots = [each.fields for each in bodies]
        roots += [
            found for each in self._page.operations for found in _other_fields(each)
        ]  # fmt: skip
        for each in bodies:
            self._note(each, each.fields)
        seen: set[int] = set()
        for fields in roots:
            self._note_all(fields, seen)
        for operation in self._page.operations:
            for response in operation.responses:
                key = key_of(response.body) if response.body is not None else None
                if key is not None and len(key[1]) > LARGEST_BODY:
                    self._bodies[key] += 1
        for fields in roots:
            self._count(fields)
        return self._chosen()

    def _size(self, fields: tuple[FieldView, ...]) -> int:
        found = self._sizes.get(id(fields))
        if found is None:
            found = sum(1 + self._size(each.children) for each in fields)
            self._sizes[id(fields)] = found
        return found

    def _note(self, each: FieldView | BodyView, inside: tuple[FieldView, ...]) -> None:
        key = key_of(each)
        if key is None:
            return
        known = self._fullest.get(key)
        if known is None or self._size(inside) > self._size(_inside(known)):
            self._fullest[key] = each

    def _note_all(self, fields: tuple[FieldView, ...], seen: set[int]) -> None:
        """Note where the fields of each model open furthest, since a page opens only so many."""
        if id(fields) in seen:
            return
        seen.add(id(fields))
        for each in fields:
            self._note(each, each.children)
            self._note_all(each.children, seen)

    def _count(self, fields: tuple[FieldView, ...]) -> None:
        for each in fields:
            key = key_of(each)
            if key is None:
                self._count(each.children)
                continue
            self._counts[key] += 1
            if self._counts[key] == 1:
                self._count(_inside(self._fullest[key]))

    def _chosen(self) -> dict[Key, SharedFields]:
        found: dict[Key, SharedFields] = {}
        taken: Counter[str] = Counter()
        for key, count in (self._counts + self._bodies).items():
            each = self._fullest[key]
            inside = _inside(each)
            if count < 2 or self._size(inside) < SMALLEST:
                continue
            file = key[0].rpartition("/")[2].removesuffix(".html")
            taken[file] += 1
            number = f".{taken[file]}" if taken[file] > 1 else ""
            found[key] = SharedFields(
                f"{file}{number}.fields", each.model_name, each.model, inside, each.is_choice
            )
        return found


def _inside(each: FieldView | BodyView) -> tuple[FieldView, ...]:
    return each.children if isinstance(each, FieldView) else each.fields


def _bodies(operations: Iterable[OperationView]) -> Iterator[BodyView]:
    for operation in operations:
        for each in (operation.body, *(one.body for one in operation.responses)):
            if each is not None:
                yield each


def _other_fields(operation: OperationView) -> Iterator[tuple[FieldView, ...]]:
    yield from (fields for _, fields in operation.parameters)
    yield from (each.headers for each in operation.responses)
