"""Test that an object type or an API version is only rows: one of each is added to a copy,
generated and used."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest
from specloom.emit.write import write
from specloom.pipeline import generate
from specloom.project.file import load_project

from tests.specs.invented import VERSION, copy_specs, invent
from tests.support.loopback import Loopback

pytestmark = pytest.mark.whole


@pytest.fixture(scope="module")
def lighthouses(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Return the package with an invented object type and version."""
    folder = tmp_path_factory.mktemp("rows")
    specs = copy_specs(folder / "specs")
    invent(specs)
    settings = (specs / "specloom.toml").read_text("utf-8")
    settings = re.sub(r"^order = \[(.*)\]$", rf'order = [\1, "{VERSION}"]', settings, flags=re.M)
    settings = settings.replace('module = "hubspot_crm"', 'module = "with_lighthouses"')
    settings = settings.replace('license_file = "../LICENSE"\n', "")
    (specs / "specloom.toml").write_text(settings, "utf-8")
    project = load_project(specs / "specloom.toml")
    write(generate(project).files, project.output)
    sys.path.insert(0, str(project.output))
    try:
        yield import_module("with_lighthouses")
    finally:
        sys.path.remove(str(project.output))
        for name in [name for name in sys.modules if name.startswith("with_lighthouses")]:
            del sys.modules[name]


def test_the_object_type_is_used_in_an_old_version(lighthouses: Any) -> None:
    with Loopback() as server, lighthouses.v3.HubSpot("t", base_url=server.url) as client:
        server.answer_json({"results": [{"id": "1", "properties": {"name": "Pharos"}}]})
        [found] = client.lighthouses.list(limit=10)
        assert found.properties == {"name": "Pharos"}
        assert server.requests[0].target == "/crm/v3/objects/lighthouses?limit=10"
        assert not hasattr(client.lighthouses, "create")


def test_the_version_is_used(lighthouses: Any) -> None:
    newest = lighthouses.v2031_09
    with Loopback() as server, newest.HubSpot("t", base_url=server.url) as client:
        server.answer_json({"id": "7", "properties": {"name": "Pharos"}}, status=201)
        made = client.lighthouses.create(properties={"name": "Pharos"})
        assert type(made) is newest.models.SimplePublicObject
        assert server.requests[0].path == "/crm/objects/2031-09/lighthouses"
        assert not hasattr(client, "tasks")


def test_what_the_version_shares_is_one_class(lighthouses: Any) -> None:
    newest, before = lighthouses.v2031_09, lighthouses.v2026_09
    assert newest.models.Filter is before.models.Filter is lighthouses.v3.models.Filter
    assert newest.models.SimplePublicObject is before.models.SimplePublicObject
    with newest.HubSpot("t") as client, before.HubSpot("t") as other:
        assert type(client.lighthouses).create is type(other.tasks).create
