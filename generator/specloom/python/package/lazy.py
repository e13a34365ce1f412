"""Plan a module that imports nothing until a name is accessed."""

from __future__ import annotations

from specloom.python import code
from specloom.python.code.imports import Imports
from specloom.python.views import PackageInitView


def plan_lazy_package(
    module: str, text: str, exports: dict[str, str], submodules: tuple[str, ...], lazy: str
) -> PackageInitView:
    """Plan the module.

    Args:
        module: the module, or the package whose `__init__` it is.
        text: its docstring.
        exports: the modules that define its names, by name.
        submodules: its modules that can be accessed as attributes.
        lazy: the module of the core that imports names when they are accessed.
    """
    homes: dict[str, list[str]] = {}
    for name, home in sorted(exports.items(), key=lambda item: (item[1], item[0])):
        homes.setdefault(home, []).append(name)
    imported = {**homes, **({module: list(submodules)} if submodules else {})}
    lines = tuple(
        code.ImportFrom(home, tuple((name, "") for name in names))
        for home, names in sorted(imported.items())
    )
    own = Imports(f"{module}.__init__")
    exported = [name for names in homes.values() for name in names]
    given = (code.call(code.Name("globals")), code.Name("__all__"), code.Name("_HOMES"))
    lazy_exports = code.call(own.imported(lazy, "lazy_exports"), *given)
    return PackageInitView(
        docstring=text,
        imports=own.block(),
        exported=code.Assign("__all__", code.constant([*exported, *submodules])),
        homes=code.Assign(
            "_HOMES",
            code.constant({home: len(names) for home, names in homes.items()}),
            None if homes else code.Name("dict[str, int]"),
        ),
        lazy_exports=code.Assign("__getattr__, __dir__", lazy_exports),
        typing_imports=code.ImportBlock((lines,) if lines else ()),
    )
