"""The pages on packages that are changed by hand: their examples are run beside the pet store's document."""

from __future__ import annotations

import shutil
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.docs.blocks import Runner, blocks
from tests.generate.support import importable

ROOT = Path(__file__).parent.parent.parent
DOCUMENT = ROOT / "examples" / "petstore" / "petstore.yaml"
PAGES: dict[str, dict[str, str]] = {
    "own-methods.md": {"petstore-client": "petstore"},
    "packaging.md": {},
    "post-hooks.md": {},
    "shared-core.md": {
        "acme-core": "acme_core",
        "pets-client": "acme_pets",
        "shop-client": "acme_shop",
    },
}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_about_changed_packages(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "work"
    folder.mkdir()
    shutil.copy(DOCUMENT, folder)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("SPECLOOM_CACHE_DIR", str(tmp_path / "cache"))
    with ExitStack() as stack:
        for output, module in PAGES[page].items():
            (folder / output).mkdir()  # Python does not look again for a folder that was missing
            stack.enter_context(importable(folder / output, module))
        Runner(folder, {}).run(list(blocks(ROOT / "docs" / page, ROOT)))
