"""Import modules of the core from the templates, also those that the package in generated/ omits."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

_NAME = "whole_core_package"


def core(name: str) -> ModuleType:
    """Import a module of the core in a package of its own: its classes are not those of other
    packages."""
    if _NAME not in sys.modules:
        package = ModuleType(_NAME)
        package.__path__ = [str(Path(__file__).parents[2] / "templates" / "%module")]
        sys.modules[_NAME] = package
    return import_module(f"{_NAME}._core.{name}")
