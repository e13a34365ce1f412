"""Import modules of the core from the templates, also those that the package in generated/ omits."""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

_NAME = "whole_core_package"
_TEMPLATES = Path(__file__).parents[2] / "templates" / "%module"


def core(name: str) -> ModuleType:
    """Import a module of the core in a package of its own: its classes are not those of other
    packages."""
    if _NAME not in sys.modules:
        package = ModuleType(_NAME)
        package.__path__ = [str(_TEMPLATES)]
        sys.modules[_NAME] = package
    return import_module(f"{_NAME}._core.{name}")


def added(name: str) -> ModuleType:
    """A module of the core that the package in generated/ omits, as a part of that package."""
    full_name = f"hubspot_crm._core.{name}"
    if full_name not in sys.modules:
        path = _TEMPLATES / "_core" / f"{name.replace('.', '/')}.py"
        spec = spec_from_file_location(full_name, path)
        assert spec is not None and spec.loader is not None
        module = sys.modules[full_name] = module_from_spec(spec)
        spec.loader.exec_module(module)
    return sys.modules[full_name]
