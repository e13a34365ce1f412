"""Render the package with the client core that several packages share."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from specloom.emit.file import File
from specloom.emit.format import format_files
from specloom.emit.render import render, template_root
from specloom.project.model import Project
from specloom.python.layout.features import with_needs
from specloom.python.plan import plan_core

_CORE = "%module/_core/"


def core_files(project: Project, features: Iterable[str]) -> tuple[File, ...]:
    """Return the files of the shared core with these features; none if the project has no shared core.

    Files of the core that the user replaces are replaced here as well.
    """
    if project.core is None:
        return ()
    own = {name: text for name, text in project.overrides.files.items() if name.startswith(_CORE)}
    overrides = replace(project.overrides, files=own)
    files = render(plan_core(project.core, with_needs(features)), template_root(), overrides)
    return format_files(files, formatter=project.package.formatter)
