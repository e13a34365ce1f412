"""Read the project file, and return a frozen `Project`."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import cast

from msgspec.structs import replace

from specloom.diagnostics import Location, SpecloomError
from specloom.project.behavior import Support
from specloom.project.core import core_table
from specloom.project.docs import docs_table
from specloom.project.model import (
    NAMING,
    VERBS,
    LeftOut,
    Mounts,
    Project,
    Selection,
    Source,
    module_name,
)
from specloom.project.overriding import (
    hooks_table,
    methods_table,
    overrides_table,
    post_hooks,
)
from specloom.project.package import package_table
from specloom.project.selection import selection_table, version_reason
from specloom.project.settings import (
    environment_table,
    error_table,
    limits_table,
    rate_limit_table,
    retry_table,
)
from specloom.project.sources import LOCK, Documents
from specloom.project.tables import Table, Tables, is_name, refuse_file

PYPROJECT = "pyproject.toml"
"""The file that may have the settings in its table `tool.specloom`."""


def load_project(path: Path, only: str = "") -> Project:
    """Read a project file.

    Args:
        path: the project file, or a `pyproject.toml` with a table `tool.specloom`.
        only: the name of the package, if the file has several under `[packages]`.

    Raises:
        SpecloomError: the file is missing, is not valid TOML, contains an unknown or wrong setting, or names
            no document.
    """
    shown = path.as_posix()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        refuse_file(
            shown,
            "file-not-found",
            "the project file does not exist",
            "pass a project file with --project",
        )
    except (OSError, UnicodeDecodeError) as error:
        refuse_file(
            shown,
            "unreadable",
            f"the project file cannot be read: {error}",
            "check the path and the permissions of the file",
        )
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line, column = _toml_position(str(error))
        raise SpecloomError.of(
            "invalid-toml",
            str(error),
            hint="correct the syntax; strings need quotes, arrays need brackets",
            location=Location(shown, (), line, column),
        ) from None
    settings: Table = table
    if path.name == PYPROJECT:
        settings, text = _tool_table(table, text, shown)
    reader = _Reader(shown, text, path.parent)
    whole = settings
    names = tuple(reader.table(whole, "packages")) or ("",)
    name, settings = _one_package(reader, whole, only)
    project = reader.project(settings)
    core = core_table(
        reader, settings, whole, [_one_package(reader, whole, each)[1] for each in names]
    )
    project = replace(project, core=core)
    return replace(project, lock=path.parent / f"specloom.{name}.lock") if name else project


def package_names(path: Path) -> tuple[str, ...]:
    """Return the names of the packages of a project file, or nothing if it has one or cannot be read."""
    try:
        table: Table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return ()  # which reading it reports
    if path.name == PYPROJECT:
        tool = table.get("tool")
        found = cast(Table, tool).get("specloom") if isinstance(tool, dict) else None
        table = cast(Table, found) if isinstance(found, dict) else {}
    packages = table.get("packages")
    return tuple(cast(Table, packages)) if isinstance(packages, dict) else ()


def _one_package(reader: Tables, table: Table, only: str) -> tuple[str, Table]:
    """Return the name and the settings of one package, including those that all packages share."""
    packages = reader.table(table, "packages")
    common = {key: value for key, value in table.items() if key != "packages"}
    names = list(packages)
    if not names:
        if only:
            reader.refuse(
                "package", f"the package {only!r} does not exist; the file has only one package"
            )
        return "", common
    name = only or (names[0] if len(names) == 1 else "")
    if not name:
        reader.refuse(
            "packages", f"the file has several packages; choose one with --only: {', '.join(names)}"
        )
    if name not in packages:
        reader.refuse(
            "packages", f"the package {name!r} does not exist; the packages are {', '.join(names)}"
        )
    return name, _merged(common, reader.table(packages, name))


def _merged(common: Table, own: Table) -> Table:
    """Return settings in which those of a package replace common ones; tables are merged."""
    found = dict(common)
    for key, value in own.items():
        other = found.get(key)
        both = isinstance(value, dict) and isinstance(other, dict)
        found[key] = _merged(cast(Table, other), cast(Table, value)) if both else value
    return found


def has_project(path: Path) -> bool:
    """Return whether a `pyproject.toml` has a table `tool.specloom`. A file that cannot be read has none."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return False
    tool = table.get("tool")
    return isinstance(tool, dict) and "specloom" in tool


def _tool_table(table: Table, text: str, shown: str) -> tuple[Table, str]:
    """Return the table `tool.specloom`, and the text with all other lines empty."""
    tool = table.get("tool")
    found = cast(Table, tool).get("specloom") if isinstance(tool, dict) else None
    if not isinstance(found, dict):
        message = "the table [tool.specloom] is missing"
        refuse_file(shown, "invalid-project", message, "add the table, or pass a specloom.toml")
    lines: list[str] = []
    is_ours = False
    for line in text.splitlines():
        header = re.match(r"\s*\[+\s*([^\]]+?)\s*\]", line)
        if header:
            name = re.sub(r"\s*\.\s*", ".", header[1])
            is_ours = name == "tool.specloom" or name.startswith("tool.specloom.")
            line = re.sub(r"tool\s*\.\s*specloom\s*\.?\s*", "", line)
        lines.append(line if is_ours else "")
    return cast(Table, found), "\n".join(lines)


def _toml_position(message: str) -> tuple[int | None, int | None]:
    found = re.search(r"line (\d+), column (\d+)", message)
    return (int(found[1]), int(found[2])) if found else (None, None)


class _Reader(Tables):
    """Converts the parsed table to a Project."""

    def project(self, table: Table) -> Project:
        documents, versions = self.documents_and_versions(table)
        found = Documents(self, documents)
        package = package_table(self, self.table(table, "package"))
        output = self.text_of(self.table(table, "package"), "output") or "generated"
        sources = self.joined(
            found.sources(),
            self.names_of(versions, "join"),
        )
        selection = selection_table(self, self.table(table, "select"))
        order, default = self.order(versions, sources)
        left_out = tuple(self.left_out(selection, sources))
        if left_out:
            gone = {each.version for each in left_out}
            sources = [each for each in sources if each.version not in gone]
            order = tuple(each for each in order if each not in gone)
            default = self.remaining(order, default, versions)
        return Project(
            package=package,
            output=Path(os.path.normpath(self.folder / output)),
            sources=tuple(
                sorted(sources, key=lambda each: (order.index(each.version), each.shown))
            ),
            overlays=tuple(self.overlays(self.texts(documents, "overlays"))),
            reference_folders=tuple(
                self.folder / name for name in self.texts(documents, "folders")
            ),
            reference_urls=self.flag(documents, "urls"),
            versions=order,
            default_version=default,
            joined=self.names_of(versions, "join"),
            support=self.support(self.table(versions, "support")),
            mounts=self.mounts(self.table(table, "resources")),
            calls=self.names_of(table, "calls"),
            verbs=self.verbs(self.names_of(table, "verbs"), VERBS),
            security=self.security(self.table(table, "security")),
            environment=environment_table(self, self.table(table, "client")),
            formats=self.formats(self.names_of(table, "formats")),
            names=self.identifiers(self.names_of(table, "names")),
            retries=retry_table(self, self.table(table, "retries")),
            errors=error_table(self, self.table(table, "errors")),
            rate_limits=rate_limit_table(self, self.table(table, "rate_limits")),
            limits=limits_table(self, self.table(table, "limits")),
            docs=docs_table(self, self.table(table, "docs")),
            selection=selection,
            overrides=overrides_table(self, self.table(table, "templates")),
            hooks=hooks_table(self, self.table(table, "hooks")),
            post_hooks=post_hooks(self, self.table(table, "package")),
            methods=methods_table(self, self.table(table, "methods")),
            folders=tuple(self.folders(table)),
            left_out=left_out,
            notes=tuple(found.notes),
            lock=self.folder / LOCK,
            pins=self.pins(self.table(table, "pins")),
            file=self.shown,
            text=self.text,
        )

    def documents_and_versions(self, table: Table) -> tuple[Table, Table]:
        """Return these tables, after a check that all tables and their settings are known."""
        known = "package documents versions pins resources calls verbs security formats names"
        known += " client retries errors rate_limits limits select templates hooks methods core docs packages"
        self.known(table, set(known.split()), "")
        documents = self.table(table, "documents")
        known = "files exclude conflicts overlays folders urls"
        self.known(documents, set(known.split()), "documents")
        versions = self.table(table, "versions")
        self.known(versions, {"order", "default", "join", "support"}, "versions")
        return documents, versions

    def order(self, versions: Table, sources: list[Source]) -> tuple[tuple[str, ...], str]:
        """Return the versions, the newest last; "" is the version without a name."""
        order = self.texts(versions, "order") or tuple(
            sorted({source.version for source in sources})
        )
        self.every_version_is_ordered(sources, order)
        default = self.text_of(versions, "default") or order[-1]
        if default not in order:
            self.refuse("default", f"the default version {default!r} is not in versions.order")
        return order, default

    def left_out(self, selection: Selection, sources: list[Source]) -> Iterator[LeftOut]:
        """Return the documents of versions that are not selected."""
        for each in sources:
            reason = version_reason(selection, each.version)
            if reason is not None:
                yield LeftOut(each.shown, each.version, reason)

    def remaining(self, order: tuple[str, ...], default: str, versions: Table) -> str:
        """Return the default version among those that are selected."""
        if not order:
            self.refuse("select", "no version is selected, so nothing is generated")
        if default not in order and self.text_of(versions, "default"):
            self.refuse("default", f"the default version {default!r} is not selected")
        return default if default in order else order[-1]

    def mounts(self, table: Table) -> Mounts:
        self.known(table, {"roots", "item", "shared", "open", "at", "names"}, "resources")
        at = self.table(table, "at")
        return Mounts(
            roots=self.roots(table, "roots"),
            item=self.identifier(table, "item") or None,
            shared=self.identifier(table, "shared") or None,
            open=frozenset(self.texts(table, "open")),
            at={resource: self.roots(at, resource) for resource in at},
            names=self.one_of(table, "names", NAMING),
        )

    def roots(self, table: Table, key: str) -> tuple[str, ...]:
        """Return path prefixes, the longest first."""
        roots = self.texts(table, key)
        for root in roots:
            if not root.startswith("/") or root.endswith("/"):
                self.refuse(key, f"the root {root!r} must begin with '/' and must not end with it")
        return tuple(sorted(roots, key=lambda root: (-root.count("/"), root)))

    def support(self, table: Table) -> dict[str, Support]:
        found: dict[str, Support] = {}
        for version in table:
            entry = self.table(table, version)
            self.known(entry, {"until", "advice"}, f"versions.support.{version}")
            until = entry.get("until")
            if not isinstance(until, date):
                self.refuse(
                    "until", f"until of version {version} must be a date, for example 2027-09-30"
                )
            found[version] = Support(until, self.text_of(entry, "advice"))
        return found

    def pins(self, table: Table) -> Path | None:
        self.known(table, {"file"}, "pins")
        name = self.text_of(table, "file")
        return self.folder / name if name else None

    def security(self, table: Table) -> dict[str, tuple[str, ...]]:
        for argument in table:
            if not is_name(argument):
                self.refuse(argument, f"{argument} is not a valid Python name")
        return {argument: self.texts(table, argument) for argument in table}

    def joined(self, sources: list[Source], join: Mapping[str, str]) -> list[Source]:
        """Return documents with the version whose client they are part of.

        The names of their resources contain their own version: `associations_v4`.
        """
        for version in join:
            if all(source.version != version for source in sources):
                self.refuse(version, f"no document has the version {version!r} of versions.join")
        return [
            (
                replace(
                    each,
                    version=join[each.version],
                    resource=f"{each.resource}_{module_name(each.version)}",
                )
                if each.version in join
                else each
            )
            for each in sources
        ]

    def overlays(self, patterns: tuple[str, ...]) -> list[Source]:
        found: list[Source] = []
        for pattern in patterns:
            paths = self.found("overlays", pattern)
            if not paths:
                self.refuse("overlays", f"no overlay matches {pattern!r}")
            found += [Source(path, path.as_posix()) for path in paths]
        return found

    def every_version_is_ordered(self, sources: list[Source], order: tuple[str, ...]) -> None:
        for source in sources:
            if source.version not in order:
                self.refuse(
                    "order",
                    f"{source.shown} has the version {source.version!r}, which is not in "
                    "versions.order",
                )

    def folders(self, table: Table) -> Iterator[Path]:
        """Return the folders whose files become part of the package."""
        for name, key in (("package", "additions"), ("templates", "folder")):
            if found := self.text_of(self.table(table, name), key):
                yield self.folder / found
