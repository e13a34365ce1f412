"""The planned pages of the project in specs/, once for all tests of a process."""

from __future__ import annotations

import pytest
from specloom.project.file import load_project
from specloom.project.model import Project
from specloom.reference.build import plan_project
from specloom.reference.views import Site

from tests.reference.pages import PROJECT


@pytest.fixture(scope="session")
def project() -> Project:
    """Return the project of the package in generated/, with the names that it published."""
    from msgspec.structs import replace
    from specloom.published import load_published
    from specloom.python.clients.published import with_pinned

    found = load_project(PROJECT)
    published = load_published(found.output, found.package.module)
    return replace(found, published=with_pinned(published, found))


@pytest.fixture(scope="session")
def site(project: Project) -> Site:
    """Return all pages of the project."""
    return plan_project(project)
