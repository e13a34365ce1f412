"""The code of the documentation runs, and its outputs are as shown.

Pages about generated clients use the package of examples/petstore; the server answers on loopback.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from specloom.project_file import load_project

from tests.docs.blocks import Runner, blocks
from tests.docs.petstore_server import Store
from tests.generate.support import importable, made_of
from tests.support.loopback import Loopback

ROOT = Path(__file__).parent.parent.parent
DOCS = ROOT / "docs"
TOOLKIT: list[str] = []
CLIENT = [
    "authentication.md",
    "batches.md",
    "calls.md",
    "client.md",
    "media-types.md",
    "paging.md",
    "rate-limits.md",
    "testing.md",
    "transports.md",
]


@pytest.fixture(scope="module")
def petstore(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The package of the examples, ready to be imported."""
    from msgspec.structs import replace

    project = load_project(ROOT / "examples/petstore/specloom.toml")
    package = made_of(replace(project, output=tmp_path_factory.mktemp("petstore")))
    with importable(package.folder, "petstore"):
        yield


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that a reader works in; the cache is not theirs."""
    monkeypatch.setenv("SPECLOOM_CACHE_DIR", str(tmp_path / "cache"))
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    return tmp_path / "work"


@pytest.mark.parametrize("page", CLIENT)
def test_a_page_about_clients(
    page: str, petstore: None, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "rex.png").write_bytes(b"\x89PNG" + bytes(100))
    with Loopback(Store().respond) as server:
        monkeypatch.setenv("PETSTORE_BASE_URL", server.url + "/v1")
        monkeypatch.setenv("PETSTORE_TOKEN", "secret")
        Runner(folder, {"server_url": server.url}).run(list(blocks(DOCS / page, ROOT)))


@pytest.mark.parametrize("page", TOOLKIT)
def test_a_page_about_the_toolkit(page: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(folder / "petstore-client"))
    Runner(folder, {}).run(list(blocks(DOCS / page, ROOT)))
