"""Start a browser once, and give each test a page of its own."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

playwright = pytest.importorskip(
    "playwright.sync_api", reason="playwright is not installed; run `make browser-test`"
)

ROOT = Path(__file__).parent.parent.parent
SITE = ROOT / "build" / "site"
BROWSER = os.environ.get("CHROMIUM") or shutil.which("chromium")


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Return a headless Chromium."""
    if BROWSER is None:
        pytest.skip("chromium is not installed; `make chromium` installs it where apt-get can")
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """Return an empty page. Every script error and every request that leaves the machine fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(10_000)
    found = context.new_page()
    faults: list[str] = []

    def note_error(error: Any) -> None:
        faults.append(f"script: {error}")

    def note_request(request: Any) -> None:
        if not request.url.startswith(("file:", "data:", "blob:")):
            faults.append(request.url)

    found.on("pageerror", note_error)
    found.on("request", note_request)
    yield found
    context.close()
    assert faults == []


@pytest.fixture(scope="session")
def site() -> str:
    """Return the URL of the built documentation site, a folder on disk."""
    if not (SITE / "index.html").exists():
        pytest.fail("the site is not built; run `make browser-test`")
    return SITE.as_uri()
