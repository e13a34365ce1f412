"""Import every module of a package in the environment of another tool; print JSON. No other module
is needed."""

from __future__ import annotations

import importlib
import json
import pkgutil
import sys
import warnings

# These need extras that may not be installed.
OPTIONAL = ("aiohttp_transport", "pyreqwest_transport", "redis_store", "pytest_plugin")


def main(folder: str, package: str) -> None:
    """Import all modules below `folder/package`."""
    sys.path.insert(0, folder)
    warnings.simplefilter("ignore")
    broken: dict[str, str] = {}
    modules = [package]
    try:
        root = importlib.import_module(package)
        found = pkgutil.walk_packages(root.__path__, f"{package}.", onerror=lambda name: None)
        modules += [each.name for each in found]
    except Exception as error:  # any exception is a result here
        broken[package] = f"{type(error).__name__}: {error}"
    for name in modules:
        if name.rpartition(".")[2] in (*OPTIONAL, "__main__"):
            continue
        try:
            importlib.import_module(name)
        except Exception as error:
            broken.setdefault(name, f"{type(error).__name__}: {error}")
    print(json.dumps({"modules": len(modules), "broken": broken}))


if __name__ == "__main__":
    main(*sys.argv[1:])
