"""Replace None in the mappings of a request body by what the API takes for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from msgspec import UNSET, Struct, structs

from ..codec.pointers import member_of, members_of, with_member
from ..operation import Prepares
from .request import Arguments


class Nulls(Struct, frozen=True, eq=False):
    """Where None is sent as another value.

    Attributes:
        at: The paths to mappings in the body, as names; "*" stands for each element of a list.
        value: The value to send.
        then: Prepares the arguments further, or None.
    """

    at: tuple[tuple[str, ...], ...]
    value: str
    then: Prepares | None = None

    def prepared(self, arguments: Arguments) -> Arguments:
        """Return the arguments of a call as they are sent.

        Raises:
            InputError: An argument cannot be sent.
        """
        body = arguments.body
        for path in self.at if body is not UNSET else ():
            body = self._replaced(body, path)
        if body is not arguments.body:
            arguments = structs.replace(arguments, body=body)
        return arguments if self.then is None else self.then.prepared(arguments)

    def _replaced(self, given: object, path: Sequence[str]) -> object:
        """Return the value with None replaced at a path; the same object if nothing changes."""
        value = given
        if not path:
            members = cast("Mapping[str, object]", value if isinstance(value, Mapping) else {})
            if None not in members.values():
                return given
            return {name: self.value if each is None else each for name, each in members.items()}
        name, *rest = path
        if name == "*":
            if not isinstance(value, (list, tuple)):
                return given
            elements = cast("Sequence[object]", value)
            if len(rest) == 1 and not any(map(_has_none, members_of(elements, rest[0]))):
                return given  # usually, so this has to be fast
            found = [self._replaced(each, rest) for each in elements]
            is_same = all(new is old for new, old in zip(found, elements, strict=True))
            return given if is_same else found
        old = member_of(given, name)
        new = old if old is UNSET else self._replaced(old, rest)
        return given if new is old else with_member(given, name, new)


def _has_none(value: object) -> bool:
    if not isinstance(value, (dict, Mapping)):  # the check for dict is faster than that for Mapping
        return False
    return None in cast("Mapping[str, object]", value).values()
