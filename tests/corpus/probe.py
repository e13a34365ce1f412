"""Import every module of a generated package and find what its client can call; prints JSON.

Run in a process of its own, with the folder of the package and its name as arguments.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import sys

from msgspec.structs import astuple
from specloom.coverage.walk import walk

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
        except Exception as error:  # any exception is a result here
            broken[found.name] = f"{type(error).__name__}: {error}"
    operations: list[tuple[str, str]] = []
    if not broken:
        name = "".join(word.capitalize() for word in package.split("_"))
        sync = walk(getattr(root, name), package)
        operations = [(each.method, each.path) for each in sync]
        asynchronous = walk(getattr(root, f"Async{name}"), package)
        if sorted(map(astuple, asynchronous)) != sorted(map(astuple, sync)):
            broken[f"Async{name}"] = "does not have the operations of the sync client"
    print(json.dumps({"broken": broken, "operations": operations}))


if __name__ == "__main__":
    main(*sys.argv[1:])
