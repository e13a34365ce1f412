"""Read `[package]`: the names, the metadata and the parts of a package."""

from __future__ import annotations

import re

from specloom.project.model import (
    BUILD_BACKENDS,
    FORMATTERS,
    Package,
    conflict_of_module,
    is_distribution_name,
    module_name,
)
from specloom.project.packaging import author_of, canonical_license, canonical_version, is_url
from specloom.project.tables import Table, Tables


def package_table(tables: Tables, table: Table) -> Package:
    """Read `[package]`, except the settings of the output.

    Raises:
        SpecloomError: a setting is wrong.
    """
    known = "name module client version description license license_file authors urls guide output"
    known += (
        " documentation additions operations extras entry_points formatter features post_hooks"
        " build_backend core"
    )
    tables.known(table, set(known.split()), "package")
    name = tables.text_of(table, "name", required=True)
    package = Package(
        distribution=name,
        module=tables.identifier(table, "module") or module_name(name),
        client=tables.identifier(table, "client") or "Client",
        version=tables.text_of(table, "version"),
        description=tables.text_of(table, "description"),
        license=tables.text_of(table, "license"),
        authors=tuple(author_of(each) for each in tables.texts(table, "authors")),
        urls=tuple(tables.names_of(table, "urls").items()),
        documentation=tables.text_of(table, "documentation"),
        license_text=tables.content_of(table, "license_file"),
        guide=tables.content_of(table, "guide"),
        additions=_additions(tables, table),
        operations=tables.text_of(table, "operations"),
        formatter=tables.one_of(table, "formatter", FORMATTERS),
        features=tables.texts(table, "features"),
        build_backend=tables.one_of(table, "build_backend", BUILD_BACKENDS),
        extras={
            name: tables.texts(tables.table(table, "extras"), name)
            for name in tables.table(table, "extras")
        },
        entry_points={
            group: tables.names_of(tables.table(table, "entry_points"), group)
            for group in tables.table(table, "entry_points")
        },
    )
    if package.operations and not re.fullmatch(r"(\w+/)*\w+\.json", package.operations):
        tables.refuse("operations", "operations: must be a path in the package that ends in .json")
    if package.operations in package.additions:
        tables.refuse(
            "operations", f"operations: {package.operations} is also one of the additions"
        )
    if package.version and not canonical_version(package.version):
        tables.refuse("version", f"{package.version!r} is not a valid version number")
    if package.license and not canonical_license(package.license):
        tables.refuse("license", f"{package.license!r} is not an SPDX license expression")
    if package.documentation and not is_url(package.documentation):
        tables.refuse(
            "documentation", f"documentation: {package.documentation!r} is not an HTTP URL"
        )
    if not is_distribution_name(name):
        tables.refuse("name", f"{name!r} is not a valid distribution name")
    if conflict := conflict_of_module(package.module):
        key = "module" if "module" in table else "name"
        tables.refuse(key, f"{conflict}; set another 'module'")
    return package


def _additions(tables: Tables, table: Table) -> dict[str, str]:
    """Return the content of all files below the folder of additions, by their path in it."""
    name = tables.text_of(table, "additions")
    folder = tables.folder / name
    if not name:
        return {}
    if not folder.is_dir():
        tables.refuse("additions", f"additions: the folder {name!r} does not exist")
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    paths = [path.relative_to(folder) for path in found if path.parent.name != "__pycache__"]
    return {
        path.as_posix(): tables.content_of({"additions": f"{name}/{path.as_posix()}"}, "additions")
        for path in paths
    }
