"""Make and write the package with the client core that several packages share.

Each package that uses it makes it anew, with the features that it needs itself and those that the manifest of
the core records for the others. The order in which packages are generated therefore makes no difference.
"""

from __future__ import annotations

from typing import cast

from msgspec.structs import replace

from specloom.emit.core import core_files
from specloom.emit.lock import locked
from specloom.emit.output import Output, check_output, compare_output, planned_output, write_output
from specloom.emit.write import Changes
from specloom.project.model import Project, SharedCore
from specloom.published import load_records
from specloom.python.layout.features import FEATURES, with_needs

_FEATURES = "features"


def write_core(project: Project, features: tuple[str, ...], *, dry_run: bool = False) -> Changes:
    """Write the shared core of a project, with its features and those of the other packages.

    Args:
        project: the project, which has a shared core.
        features: the features that it needs.
        dry_run: whether nothing is written.

    Returns:
        What was changed.

    Raises:
        SpecloomError: the folder cannot be written.
    """
    core = _core_of(project)
    with locked(core.output, shared=dry_run):
        planned, itself = _planned(project, core, features)
        return compare_output(planned, itself) if dry_run else write_output(planned, itself)


def check_core(project: Project, features: tuple[str, ...] | None = None) -> Changes:
    """Return in what the shared core of a project differs.

    Args:
        project: the project, which has a shared core.
        features: the features that it needs; those that the core records if they are omitted.
    """
    core = _core_of(project)
    with locked(core.output, shared=True):
        return check_output(*_planned(project, core, features))


def _core_of(project: Project) -> SharedCore:
    if project.core is None:
        raise ValueError("the project has no shared core")
    return project.core


def _planned(
    project: Project, core: SharedCore, features: tuple[str, ...] | None
) -> tuple[Output, Project]:
    own = project.package.distribution
    recorded = {
        name: found
        for name, found in _recorded(core).items()
        if name in core.packages and (name != own or features is None)
    }
    if features is not None:
        recorded[own] = features
    needed = with_needs({each for found in recorded.values() for each in found})
    files = core_files(project, needed)
    itself = replace(project, output=core.output, post_hooks=())
    output = planned_output(files, itself)
    table = {name: [*found] for name, found in sorted(recorded.items())}
    return replace(output, records={**output.records, _FEATURES: table}), itself


def _recorded(core: SharedCore) -> dict[str, tuple[str, ...]]:
    """Return the features of each package that the manifest of the core records."""
    table = load_records(core.output).get(_FEATURES)
    if not isinstance(table, dict):
        return {}
    return {
        name: tuple(each for each in map(str, cast(list[object], found)) if each in FEATURES)
        for name, found in cast(dict[str, object], table).items()
        if isinstance(found, list)
    }
