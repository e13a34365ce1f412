"""Edit a document: copy what is changed, and share the rest."""

from __future__ import annotations

from specloom.diagnostics import Location, Pointer
from specloom.documents.document import Document, Json, Node, kind_of
from specloom.documents.pointers import Missing, child, lookup


class IncompatibleError(Exception):
    """A change is not possible for its target; the message gives the reason."""


class Editor:
    """The working copy of one document.

    Objects and arrays are copied when they are first changed, so that editing a document of many
    megabytes costs only as much as the changes.
    """

    def __init__(self, document: Document) -> None:
        self._before = document
        self._now = document
        self._origins: dict[Pointer, Location] = dict(document.origins)
        # By identity; the values are stored so that no identity is used twice.
        self._copied: dict[int, Json] = {}

    @property
    def root(self) -> dict[str, Json]:
        """The current value, which must not be changed directly."""
        return self._now.root

    def finish(self) -> Document:
        """Return the changed document, or the original if nothing changed."""
        return self._now

    def remove(self, pointer: Pointer) -> None:
        """Remove the property or element at `pointer`, if it still exists."""
        if not pointer:
            raise IncompatibleError("the whole document cannot be removed")
        if isinstance(lookup(self.root, pointer), Missing):
            return
        around, token = pointer[:-1], pointer[-1]
        container = self._own(around)
        if isinstance(container, dict):
            del container[token]
            self._forget_origins(pointer)
        elif isinstance(container, list):
            self._shift_origins(around, removed=int(token), length=len(container))
            del container[int(token)]

    def update(self, pointer: Pointer, update: Node) -> None:
        """Merge `update` into the object at `pointer`, or append it to the array there.

        Raises `IncompatibleError`.
        """
        target = lookup(self.root, pointer)
        if isinstance(target, list):
            self._append(pointer, (update,))
        elif not isinstance(target, dict):
            found = "nothing" if isinstance(target, Missing) else kind_of(target)
            raise IncompatibleError(f"only objects and arrays can be updated, found {found}")
        elif not isinstance(update.value, dict):
            raise IncompatibleError(f"an object cannot be updated with {kind_of(update.value)}")
        else:
            self._merge(pointer, update)

    def _merge(self, pointer: Pointer, update: Node) -> None:
        members = self._own(pointer)
        if not isinstance(members, dict):
            return
        for key, value in update.items():
            at_key = (*pointer, key)
            old = members.get(key)
            if isinstance(old, dict) and isinstance(value.value, dict):
                self._merge(at_key, value)
            elif isinstance(old, list) and isinstance(value.value, list):
                self._append(at_key, tuple(value.elements()))
            elif isinstance(old, (dict, list)):
                raise IncompatibleError(
                    f"{key!r} is {kind_of(old)} and cannot be merged with {kind_of(value.value)}"
                )
            else:
                members[key] = value.value
                self._origins[at_key] = value.location

    def _append(self, pointer: Pointer, elements: tuple[Node, ...]) -> None:
        array = self._own(pointer)
        if isinstance(array, list):
            for each in elements:
                self._origins[(*pointer, str(len(array)))] = each.location
                array.append(each.value)

    def _own(self, pointer: Pointer) -> Json:
        """Return a copy of the value at `pointer` that may be changed, and copy all its parents."""
        if self._now is self._before:
            root = dict(self._before.root)
            self._now = Document(self._before.path, root, self._origins, self._before.findings)
            self._copied[id(root)] = root
        value: Json = self._now.root
        for token in pointer:
            part = child(value, token)
            if isinstance(part, (dict, list)) and id(part) not in self._copied:
                part = part.copy()
                self._copied[id(part)] = part
                if isinstance(value, dict):
                    value[token] = part
                elif isinstance(value, list):
                    value[int(token)] = part
            value = None if isinstance(part, Missing) else part
        return value

    def _forget_origins(self, pointer: Pointer) -> None:
        for each in [each for each in self._origins if each[: len(pointer)] == pointer]:
            del self._origins[each]

    def _shift_origins(self, pointer: Pointer, *, removed: int, length: int) -> None:
        """Adjust the locations of the elements after a removed one."""

        def shifted(token: str) -> str:
            return str(int(token) - (int(token) > removed))

        depth = len(pointer)
        kept = [str(index) for index in range(length) if index != removed]
        elements = {
            (*pointer, shifted(token)): self._now.location((*pointer, token)) for token in kept
        }
        below = {
            each: at
            for each, at in self._origins.items()
            if len(each) > depth and each[:depth] == pointer
        }
        for each in below:
            del self._origins[each]
        for element, location in elements.items():
            if location != self._now.location(element):
                self._origins[element] = location
        for each, at in below.items():
            if len(each) > depth + 1 and each[depth] != str(removed):
                self._origins[(*pointer, shifted(each[depth]), *each[depth + 1 :])] = at
