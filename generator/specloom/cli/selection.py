"""Select the project of a command: documents and options, or a project file."""

from __future__ import annotations

from pathlib import Path

import click
from msgspec.structs import replace

from specloom.cli.reporting import reporting
from specloom.project.model import (
    Project,
    conflict_of_module,
    is_distribution_name,
    module_name,
    plain_project,
)
from specloom.project.sources import LOCK, named_sources

ONLY = "specloom.only"
"""The name of the package that `--only` selects, in the data of a click context."""

PROJECT_FILE = "specloom.toml"


def found_project_file() -> Path | None:
    """Return the project file in the current folder.

    That is `specloom.toml`, or a `pyproject.toml` with a table `tool.specloom`.
    """
    if Path(PROJECT_FILE).is_file():
        return Path(PROJECT_FILE)
    from specloom.project.file import PYPROJECT, has_project

    return Path(PYPROJECT) if has_project(Path(PYPROJECT)) else None


def _project_above() -> str:
    """Return a sentence that names the nearest project file in a parent folder, if there is one."""
    for depth, folder in enumerate(Path.cwd().parents, 1):
        if (folder / PROJECT_FILE).is_file():
            return f" A parent folder has one: --project {'../' * depth}{PROJECT_FILE}"
    return ""


def selected_project(
    documents: tuple[str, ...],
    project_file: Path | None,
    package: str | None,
    output: Path | None,
    default_package: str,
) -> Project:
    """Return the project of the documents of a command line, or that of a project file.

    Raises:
        click.UsageError: the arguments exclude each other, or some are missing.
    """
    if documents:
        if project_file is not None:
            raise click.UsageError("Pass documents or --project, not both.")
        package = package or default_package
        if not package or output is None:
            options = {
                "--package, the name of the package": not package,
                "--output, the folder of the package": output is None,
            }
            needed = " and ".join(each for each, is_missing in options.items() if is_missing)
            raise click.UsageError(
                f"Documents need {needed}. Or write a project file with specloom init."
            )
        if not is_distribution_name(package):
            raise click.UsageError(f"{package!r} is not a valid package name.")
        if conflict := conflict_of_module(module_name(package)):
            raise click.UsageError(f"Choose another --package: {conflict}.")
        sources, notes = reporting(lambda: named_sources(documents))
        project = plain_project(sources, package=package, output=output)
        lock = Path(LOCK)
        return replace(project, notes=tuple(notes), lock=lock if lock.is_file() else None)
    project_file = project_file or found_project_file()
    if project_file is None:
        raise click.UsageError(
            f"Pass documents or --project; the current folder has no {PROJECT_FILE}."
            f"{_project_above()}"
        )
    if package is not None:
        raise click.UsageError(
            "The project file sets the package name; use --package with documents only."
        )
    from specloom.project.file import load_project

    meta = click.get_current_context().meta
    project = reporting(lambda: load_project(project_file, meta.get(ONLY) or ""))
    return project if output is None else project.with_output(output)
