"""Test the documentation site: search, keyboard, narrow screens, both colour schemes, accessibility."""

from __future__ import annotations

import re
from typing import Any

import pytest

from tests.browser.accessibility import violations

PAGES = [
    "index.html",
    "tutorial.html",
    "calls.html",
    "reference/commands.html",
    "reference/settings.html",
    "features.html",
    "recipes.html",
    "hubspot/index.html",
    "hubspot/searches.html",
]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_are_accessible(page: Any, site: str, path: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{site}/{path}")
    assert page.locator("h1").count() == 1
    assert violations(page) == []


@pytest.mark.parametrize(
    ("words", "title"),
    [("rate limits", "Rate limits"), ("webhook signature", "Webhooks"), ("overlays", "Documents")],
)
def test_the_search_finds_pages_from_the_disk_by_keyboard(
    page: Any, site: str, words: str, title: str
) -> None:
    page.goto(f"{site}/index.html")
    page.keyboard.press("/")
    box = page.get_by_role("combobox", name="Search")
    box.wait_for()
    page.keyboard.type(words)
    results = page.get_by_role("option").filter(has_text=re.compile(title, re.I))
    results.first.wait_for()
    page.wait_for_function(
        "box => box.ariaActiveDescendantElement !== null", arg=box.element_handle()
    )
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"^(?!.*index\.html)"))
    assert page.locator("h1").inner_text()


def test_keyboard_users_reach_the_content_first(page: Any, site: str) -> None:
    page.goto(f"{site}/calls.html")
    page.keyboard.press("Tab")
    assert "skip" in page.evaluate("document.activeElement.textContent").lower()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article') !== null")


def test_nothing_is_cut_off_on_a_narrow_screen(page: Any, site: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    for path in PAGES:
        page.goto(f"{site}/{path}")
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= 390, f"{path} is {width} pixels wide"


def test_code_can_be_copied(page: Any, site: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{site}/calls.html")
    block = page.locator(".highlight").first
    block.hover()
    block.get_by_role("button").first.click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.strip() == block.locator("code").first.inner_text().strip()


def test_pages_can_be_read_without_scripts(browser: Any, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/tutorial.html")
    assert page.get_by_role("heading", level=1).inner_text().startswith("Tutorial")
    assert page.locator("pre").first.is_visible()
    context.close()
