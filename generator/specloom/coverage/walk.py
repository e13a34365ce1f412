"""Walk the clients of a generated package, and find every operation that their attributes lead to.

This runs in a process of its own. Its arguments are the folder of the package, its name, the name of
its client class, and the modules that have clients. It prints JSON.
"""

from __future__ import annotations

import importlib
import inspect
import json
import re
import sys
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from msgspec import UNSET, Struct

SYNC_AND_ASYNC = ("", "Async")
CALLED = "__call__"


class Reached(Struct, frozen=True):
    """An operation of a client: its call, its HTTP method, and its path relative to the server."""

    call: str
    method: str
    path: str


def walk(kind: Any, package: str) -> list[Reached]:
    """Create a client and follow its attributes. Nothing is sent.

    Resources that a method of the client opens are opened with the names of its arguments.
    """
    # The core is in the package itself, or in one that several packages share.
    homes = (each.__module__ for each in kind.__mro__)
    core = next(
        (each for each in homes if each.endswith("._core.client")), f"{package}._core.client"
    )
    core = core.removesuffix(".client")
    operation = importlib.import_module(f"{core}.operation").Operation
    client = construct(kind)
    left = [(name, getattr(client, name)) for name in _members(_class(client))]
    left += list(_opened(client))
    found: list[Reached] = []
    while left:
        name, resource = left.pop()
        for each in _members(_class(resource)):
            left.append((f"{name}.{each}", getattr(resource, each)))
        for word, method in _methods(resource):
            for constant in _constants(method, operation):
                path = resource._roots[constant.root].rstrip("/") + constant.path
                path = re.sub(r"~(\w+)~", r"{\1}", path)
                found.append(
                    Reached(f"{name}.{word}".removesuffix(f".{CALLED}"), constant.method, path)
                )
    return found


def construct(kind: Any) -> Any:
    """Create a client with a value for every argument that has no default.

    An argument with the default UNSET may be read from the environment.
    """
    asked = inspect.signature(kind).parameters
    # A string of two letters is valid as a token, and as a pair of user name and password.
    given = {
        name: "xy"
        for name, each in asked.items()
        if each.default in (each.empty, UNSET) and each.kind is not each.VAR_KEYWORD
    }
    return kind(**{**given, "base_url": "http://127.0.0.1:9"})


def _opened(client: Any) -> Iterator[tuple[str, Any]]:
    """Yield the resources that methods of the client itself open."""
    kind = _class(client)
    # What is generated of a client with handwritten methods is in a base class of the same module.
    homes = [each for each in kind.__mro__ if each.__module__ == kind.__module__]
    for name, method in (item for home in homes for item in vars(home).items()):
        if not name.startswith("_") and inspect.isfunction(method):
            names = list(inspect.signature(method).parameters)[1:]
            # `~` is not escaped in URLs.
            opened = getattr(client, name)(*[f"~{each}~" for each in names])
            yield f"{name}({', '.join(names)})", opened


def _class(value: object) -> type[object]:
    return type(value)


def _members(owner: type[object]) -> list[str]:
    """Return the names of the resources of a client or a resource.

    An attribute that overrides one of a base class is decisive.
    """
    return sorted(
        name
        for name in dir(owner)
        if isinstance(inspect.getattr_static(owner, name), cached_property)
    )


def _methods(resource: Any) -> Iterator[tuple[str, Any]]:
    """Yield the methods of a resource."""
    for name in dir(_class(resource)):
        if name.startswith("_") and name != CALLED:
            continue
        if inspect.ismethod(method := getattr(resource, name)):
            yield name, method


def _constants(method: Any, operation: type[object]) -> Iterator[Any]:
    """Yield the operations to which a method refers."""
    for name in method.__func__.__code__.co_names:
        constant = method.__func__.__globals__.get(name)
        if isinstance(constant, operation):
            yield constant


def main(folder: str, package: str, client: str, *modules: str) -> None:
    """Print the operations of the sync and the async client of each module."""
    sys.path.insert(0, folder)
    found: dict[str, list[list[list[str]]]] = {}
    for name in modules:
        module = importlib.import_module(name)
        found[name] = [
            [
                [each.call, each.method, each.path]
                for each in walk(getattr(module, f"{way}{client}"), package)
            ]
            for way in SYNC_AND_ASYNC
        ]
    print(json.dumps(found))


if __name__ == "__main__":
    main(*sys.argv[1:])
