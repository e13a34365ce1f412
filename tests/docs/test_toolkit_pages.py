"""Run the commands and programs of the pages about specloom in their own folder, as a reader does."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.blocks import Runner, blocks
from tests.generate.support import importable

ROOT = Path(__file__).parent.parent.parent
PAGES = ["from-openapi-generator.md", "tutorial.md"]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_about_the_toolkit(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("SPECLOOM_CACHE_DIR", str(tmp_path / "cache"))
    with importable(folder / "petstore-client", "petstore"):
        Runner(folder, {}).run(list(blocks(ROOT / "docs" / page, ROOT)))
