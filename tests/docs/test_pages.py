"""Run the code of the pages about generated clients, and compare its output.

The client is that of examples/petstore; its server runs on loopback.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from specloom.project.file import load_project

from tests.docs.blocks import Runner, blocks
from tests.docs.petstore_server import Store
from tests.generate.support import importable, made_of
from tests.support.loopback import Loopback

ROOT = Path(__file__).parent.parent.parent
DOCS = ROOT / "docs"
PAGES = [
    "authentication.md",
    "batches.md",
    "calls.md",
    "client-command-line.md",
    "client.md",
    "media-types.md",
    "paging.md",
    "rate-limits.md",
    "testing.md",
    "transports.md",
]


@pytest.fixture(scope="module")
def petstore(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Return the package of the examples, ready to be imported."""
    project = load_project(ROOT / "examples/petstore/specloom.toml")
    package = made_of(replace(project, output=tmp_path_factory.mktemp("petstore")))
    with importable(package.folder, "petstore"):
        yield


@pytest.mark.parametrize("page", PAGES)
def test_a_page_about_clients(
    page: str, petstore: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "rex.png").write_bytes(b"\x89PNG" + bytes(100))
    with Loopback(Store().respond) as server:
        monkeypatch.setenv("PETSTORE_BASE_URL", server.url + "/v1")
        monkeypatch.setenv("PETSTORE_TOKEN", "secret")
        Runner(tmp_path, {"server_url": server.url}).run(list(blocks(DOCS / page, ROOT)))
