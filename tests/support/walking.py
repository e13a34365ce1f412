"""Walk a constructed client: find every operation that its attributes lead to."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Reached:
    """An operation that a client reaches: how it is called, its method, its path below the server."""

    call: str
    method: str
    path: str


def walk(kind: Any, package: str) -> list[Reached]:
    """Construct a client and follow its attributes; nothing is sent.

    Resources that are opened with values are given `{name}` for each, so that the paths are those of the
    documents.
    """
    return list(_resources(construct(kind), package))


def construct(kind: Any) -> Any:
    """A client with something for every argument that it cannot do without."""
    asked = inspect.signature(kind).parameters
    # Two letters are a token, and a name and a password as well.
    given = {
        name: "xy"
        for name, each in asked.items()
        if each.default is each.empty and each.kind is not each.VAR_KEYWORD
    }
    return kind(**{**given, "base_url": "http://127.0.0.1:9"})


def _resources(client: Any, package: str) -> Iterator[Reached]:
    core = f"{package}._core"
    lazy = importlib.import_module(f"{core}.lazy").Lazy
    below = importlib.import_module(f"{core}.resource").Below
    operation = importlib.import_module(f"{core}.operation").Operation
    left = [(name, getattr(client, name)) for name in _members(type(client), lazy)]
    left += list(_opened(client))
    while left:
        name, resource = left.pop()
        left += [
            (f"{name}.{each}", getattr(resource, each)) for each in _members(type(resource), below)
        ]
        for word, method in _methods(resource):
            plain = inspect.unwrap(method)  # of an async method, the one it is made from
            for found in plain.__code__.co_names:
                constant = plain.__globals__.get(found)
                if isinstance(constant, operation):
                    path = resource._roots[constant.root].rstrip("/") + constant.path
                    yield Reached(f"{name}.{word}", constant.method, path)


def _opened(client: Any) -> Iterator[tuple[str, Any]]:
    """The resources that methods of the client itself open."""
    for name, method in vars(type(client)).items():
        if not name.startswith("_") and inspect.isfunction(method):
            names = list(inspect.signature(method).parameters)[1:]
            yield name, getattr(client, name)(*names)


def _members(owner: type[object], kind: type[object]) -> list[str]:
    """The attributes that a class has by a descriptor; what hides one of a base is what counts."""
    return sorted(
        name for name in dir(owner) if isinstance(inspect.getattr_static(owner, name), kind)
    )


def _methods(resource: Any) -> Iterator[tuple[str, Any]]:
    """The methods that an attribute of the resource gives."""
    for name in dir(type(resource)):
        if not name.startswith("_"):
            method = inspect.getattr_static(type(resource), name)
            if hasattr(method, "__code__") and getattr(resource, name).__func__ is method:
                yield name, method
