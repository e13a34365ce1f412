"""Read `[core]`: the client core as a package of its own."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from specloom.keys import version_of
from specloom.project.model import (
    BUILD_BACKENDS,
    CORES,
    SharedCore,
    is_distribution_name,
    module_name,
)
from specloom.project.packaging import author_of, canonical_version
from specloom.project.tables import Table, Tables


def core_table(
    tables: Tables, settings: Table, common: Table, packages: Iterable[Table]
) -> SharedCore | None:
    """Return the shared core of a package; None if it has a core of its own.

    Args:
        tables: the reader of the file.
        settings: the settings of the package.
        common: the settings that all packages have in common.
        packages: the settings of all packages.

    Raises:
        SpecloomError: a setting is wrong, or the core has no name.
    """
    if not _is_shared(tables, settings):
        return None
    table = tables.table(settings, "core")
    tables.known(table, {"name", "module", "output", "version"}, "core")
    name = tables.text_of(table, "name")
    if not name:
        tables.refuse("core", 'core = "shared" needs the name of a package: [core] name = "..."')
    if not is_distribution_name(name):
        tables.refuse("name", f"{name!r} is not a valid distribution name")
    version = tables.text_of(table, "version") or version_of("specloom") or "0"
    if not canonical_version(version):
        tables.refuse("version", f"{version!r} is not a valid version number")
    shared = [tables.table(each, "package") for each in packages if _is_shared(tables, each)]
    found = {key: tuple(tables.text_of(each, key) for each in shared) for key in ("name", "module")}
    module = tables.identifier(table, "module") or module_name(name)
    taken = zip(found["name"], found["module"], strict=True)
    if module in {given or module_name(distribution) for distribution, given in taken}:
        tables.refuse("core", f"the core and a package would both be imported as {module}")
    package = tables.table(common, "package")
    folder = tables.text_of(table, "output") or name
    return SharedCore(
        distribution=name,
        module=module,
        output=Path(os.path.normpath(tables.folder / folder)),
        version=canonical_version(version),
        packages=tuple(sorted(found["name"])),
        license=tables.text_of(package, "license"),
        authors=tuple(author_of(each) for each in tables.texts(package, "authors")),
        build_backend=tables.one_of(package, "build_backend", BUILD_BACKENDS),
    )


def _is_shared(tables: Tables, settings: Table) -> bool:
    return tables.one_of(tables.table(settings, "package"), "core", CORES) == "shared"
