"""Test that the requirements of specloom are exactly what it imports."""

from __future__ import annotations

import ast
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent

# Read as data, from the folder of the package that has them, without an import.
READ = {"openapi-spec-validator"}


def imported(folder: Path) -> set[str]:
    """Return the top-level modules that the modules of a folder import, by name or by
    import_module."""
    names: set[str] = set()
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Import():
                    names.update(alias.name for alias in node.names)
                case ast.ImportFrom(module=str(module), level=0):
                    names.add(module)
                case ast.Call(
                    func=ast.Name(id="import_module"), args=[ast.Constant(value=str(name))]
                ):
                    names.add(name)
                case _:
                    pass
    return {name.partition(".")[0] for name in names} - set(sys.stdlib_module_names)


def names_of(requirements: list[str]) -> set[str]:
    return {requirement.partition(">")[0] for requirement in requirements}


def test_what_the_generator_imports_is_what_it_requires() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    owners = packages_distributions()
    modules = imported(ROOT / "generator") - {"specloom"}
    needed = {owners[module][0].lower().replace("_", "-") for module in modules}
    assert "msgspec" in needed and "ruff" in needed  # by an import and by import_module
    fast = names_of(project["optional-dependencies"]["fast"])
    docs = names_of(project["optional-dependencies"]["docs"])
    assert docs <= needed
    assert names_of(project["dependencies"]) == (needed - fast - docs) | READ
