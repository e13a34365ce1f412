"""Plan an `__init__` module that imports nothing until a name is accessed."""

from __future__ import annotations

from specloom.python import code
from specloom.python.code.imports import Imports
from specloom.python.views import PackageInitView


def plan_lazy_package(
    module: str, text: str, exports: dict[str, str], submodules: tuple[str, ...], lazy: str
) -> PackageInitView:
    """Plan an `__init__`.

    Args:
        module: the package.
        text: its docstring.
        exports: the modules that define its names, by name.
        submodules: its modules that can be accessed as attributes.
        lazy: the module of the core that imports names when they are accessed.
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
    own = Imports(f"{module}.__init__")
    lazy_exports = own.imported(lazy, "lazy_exports")
    given = (code.call(code.Name("globals")), code.Name("_HOMES"))
    return PackageInitView(
        docstring=text,
        imports=own.block(),
        all_names=code.Assign("__all__", code.constant(all_names)),
        homes=tuple(
            code.Assign(f'_HOMES["{home}"]', code.constant(names)) for home, names in homes.items()
        ),
        lazy_exports=code.call(lazy_exports, *given),
        typing_imports=imports.block(),
    )
