"""Import every module of a generated package and find what its client can call; prints JSON.

Run in a process of its own, with the folder of the package and its name as arguments.
"""

from __future__ import annotations

import importlib
import inspect
import json
import pkgutil
import sys
from collections.abc import Iterator
from typing import Any

# These need an extra that may not be installed.
OPTIONAL = ("aiohttp_transport", "pyreqwest_transport", "redis_store")


def main(folder: str, package: str) -> None:
    sys.path.insert(0, folder)
    broken: dict[str, str] = {}
    root = importlib.import_module(package)
    for found in pkgutil.walk_packages(root.__path__, f"{package}."):
        if found.name.rpartition(".")[2] in OPTIONAL:
            continue
        try:
            importlib.import_module(found.name)
        except Exception as error:  # whatever it is, it is what is looked for
            broken[found.name] = f"{type(error).__name__}: {error}"
    operations: list[tuple[str, str]] = []
    if not broken:
        name = "".join(word.capitalize() for word in package.split("_"))
        operations = list(_operations(_client(getattr(root, name)), package))
        asynchronous = list(_operations(_client(getattr(root, f"Async{name}")), package))
        if sorted(asynchronous) != sorted(operations):
            broken[f"Async{name}"] = "does not have the operations of the sync client"
    print(json.dumps({"broken": broken, "operations": operations}))


def _client(kind: Any) -> Any:
    asked = inspect.signature(kind).parameters
    # Two letters are a token, and a name and a password as well.
    given = {
        name: "xy"
        for name, each in asked.items()
        if each.default is each.empty and each.kind is not each.VAR_KEYWORD
    }
    return kind(**{**given, "base_url": "http://127.0.0.1:9"})


def _operations(client: Any, package: str) -> Iterator[tuple[str, str]]:
    core = f"{package}._core"
    lazy = importlib.import_module(f"{core}.lazy").Lazy
    below = importlib.import_module(f"{core}.resource").Below
    operation = importlib.import_module(f"{core}.operation").Operation
    left = [getattr(client, name) for name in _members(type(client), lazy)]
    while left:
        resource = left.pop()
        left += [getattr(resource, name) for name in _members(type(resource), below)]
        for method in _methods(type(resource)):
            plain = inspect.unwrap(method)  # of an async method, the one it is made from
            for name in plain.__code__.co_names:
                constant = plain.__globals__.get(name)
                if isinstance(constant, operation):
                    yield constant.method, resource._roots[constant.root] + constant.path


def _members(owner: type[object], kind: type[object]) -> list[str]:
    found = {
        name
        for each in owner.__mro__
        for name, value in vars(each).items()
        if isinstance(value, kind)
    }
    return sorted(found)


def _methods(owner: type[object]) -> Iterator[Any]:
    seen: set[str] = set()
    for each in owner.__mro__:
        for name, value in vars(each).items():
            if name not in seen and hasattr(value, "__code__"):
                seen.add(name)
                yield value


if __name__ == "__main__":
    main(*sys.argv[1:])
