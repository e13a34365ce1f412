"""The planned pages of the project in specs/, once for all tests of a process."""

from __future__ import annotations

import pytest
import yaml
from msgspec.structs import replace
from specloom.cache import user_cache
from specloom.pipeline import check_documents, compile_documents
from specloom.project.file import load_project
from specloom.project.model import Project
from specloom.published import load_published
from specloom.python.clients.published import with_pinned
from specloom.reference.build import plan_project
from specloom.reference.planning.plan import plan_site
from specloom.reference.views import Site

from tests.reference.pages import PROJECT

# Of the resources of records, which are all alike, these suffice.
RECORDS = ("appointments", "calls", "custom_objects", "deals", "objects", "tasks")
TABLE = PROJECT.parent / "tables" / "objects.yaml"


@pytest.fixture(scope="session")
def project() -> Project:
    """Return the project of the package in generated/, with the names that it published."""
    found = load_project(PROJECT)
    published = load_published(found.output, found.package.module)
    return replace(found, published=with_pinned(published, found))


@pytest.fixture(scope="session")
def site(project: Project) -> Site:
    """Return the pages of some documents of the project.

    All documents are checked, because overlays are for all of them.
    """
    left_out = set(yaml.safe_load(TABLE.read_text("utf-8"))) - set(RECORDS)
    sources = tuple(each for each in project.sources if each.path.stem not in left_out)
    shown = {each.shown for each in sources}
    checked = check_documents(project, cache=user_cache())
    documents = tuple(each for each in checked if each.path in shown)
    return plan_site(
        compile_documents(documents, replace(project, sources=sources, pins=None)), documents, ()
    )


@pytest.fixture(scope="session")
def whole_site(project: Project) -> Site:
    """Return all pages of the project."""
    return plan_project(project)
