"""Plan an `__init__` module that imports nothing until a name is accessed."""

from __future__ import annotations

from specloom.python import code
from specloom.python.code.imports import Imports
from specloom.python.views import PackageInitView


def plan_lazy_package(
    module: str, text: str, exports: dict[str, str], submodules: tuple[str, ...]
) -> PackageInitView:
    """Plan an `__init__`.

    Args:
        module: the package.
        text: its docstring.
        exports: the modules that define its names, by name.
        submodules: its modules that can be accessed as attributes.
    """
    imports = Imports(f"{module}.__init__")
    for name, home in sorted(exports.items()):
        imports.name(home, name)
    for name in submodules:
        imports.name(module, name)
    homes: dict[str, list[str]] = {}
    for name, home in sorted(exports.items(), key=lambda item: (item[1], item[0])):
        homes.setdefault(home, []).append(name)
    # In the order of the table, which groups names by module.
    all_names = [*(name for names in homes.values() for name in names), *submodules]
    return PackageInitView(
        docstring=text,
        all_names=code.Assign("__all__", code.constant(all_names)),
        exports=code.Assign("_EXPORTS", code.constant(homes), _table_type()),
        typing_imports=imports.block(),
    )


def _table_type() -> code.Subscript:
    text = code.Name("str")
    return code.Subscript(code.Name("dict"), (text, code.Subscript(code.Name("list"), (text,))))
