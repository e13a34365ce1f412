"""Compile two versions of an API, the newer one with the names of the older one, and compare them."""

from __future__ import annotations

from msgspec.structs import replace

from specloom.comparing.changes import Change
from specloom.comparing.compare import compare
from specloom.comparing.surface import surface_of
from specloom.pipeline import Compiled, compile_project
from specloom.project.model import Project
from specloom.published import Published
from specloom.python.clients.published import published_names, recorded_calls, recorded_models
from specloom.python.layout.layout import Layout


def compare_projects(old: Project, new: Project) -> tuple[Change, ...]:
    """Return the changes from one project to another.

    The newer one keeps the names that the older one published, as `generate` does.

    Raises:
        SpecloomError: one of them cannot be compiled.
    """
    before = compile_project(replace(old, pins=None))
    published = published_of(before)
    after = compile_project(replace(new, pins=None, published=published))
    return compare(surface_of(before), surface_of(after))


def published_of(compiled: Compiled) -> Published:
    """Return the names that a generation would record."""
    layout = Layout(compiled.interned, compiled.names, compiled.project)
    return published_names(recorded_calls(layout), Published(), recorded_models(layout))
