"""Resources of a client: modules that are imported, and objects that are made, on first use."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any, Generic, Self, TypeVar, cast, overload

R_co = TypeVar("R_co", covariant=True)


def expand(template: str, values: Mapping[str, object]) -> str:
    """As that of `urls`, which is loaded with the first call."""
    from .codec import urls

    return urls.expand(template, values)


class Lazy(Generic[R_co]):
    """An attribute of a client that is made from `module.name` when it is first asked for.

    The module is relative to the package that the client is in (".resources").

    Two threads may make it at once; both objects do the same, and one stays.
    """

    def __init__(self, module: str, name: str) -> None:
        self._module, self._name = module, name

    def __set_name__(self, owner: type[object], attribute: str) -> None:
        self._attribute = attribute
        self._package = owner.__module__.rpartition(".")[0]

    @overload
    def __get__(self, client: None, owner: type[object]) -> Self: ...
    @overload
    def __get__(self, client: object, owner: type[object]) -> R_co: ...
    def __get__(self, client: object | None, owner: type[object]) -> Self | R_co:
        if client is None:
            return self
        made = self._made(getattr(import_module(self._module, self._package), self._name), client)
        # Found in the instance from now on, before this descriptor is asked again.
        client.__dict__[self._attribute] = made
        return cast(R_co, made)

    def _made(self, kind: Any, client: Any) -> object:
        return kind(client)
