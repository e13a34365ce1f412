"""Test the reference pages in a browser: languages, versions, search, copying, keyboard, narrow screens."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.browser.accessibility import violations

PAGES = Path(__file__).parent.parent.parent / "build" / "reference"
LANGUAGES = ("en", "pt-BR", "ja", "de", "fr", "es")
ACCESSIBLE = (
    "en/index.html",
    "en/coverage.html",
    "de/v3/index.html",
    "en/v3/tasks.html",
    "ja/v3/tasks.html",
    "fr/2026-03/appointments.html",
    "en/2026-09/imports.html",
)
SEARCHES = {
    "en": ("batch create tasks", "tasks"),
    "pt-BR": ("tarefas", "tasks"),
    "ja": ("タスク", "tasks"),
    "de": ("Aufgaben", "tasks"),
    "fr": ("tâches", "tasks"),
    "es": ("tareas", "tasks"),
}


@pytest.fixture(scope="session")
def reference() -> str:
    """Return the URL of the built reference, a folder on disk."""
    if not (PAGES / "index.html").exists():
        pytest.fail("the reference is not built; run `make browser-test`")
    return PAGES.as_uri()


def switch(page: Any, menu: int, name: str) -> None:
    """Choose an entry of one of the menus at the top: 0 has the versions, the last one the languages."""
    found = page.locator("details.drop").nth(menu)
    found.locator("summary").click()
    found.get_by_role("link", name=name, exact=True).click()


def test_the_language_changes_and_the_place_stays(page: Any, reference: str) -> None:
    page.goto(f"{reference}/en/v3/tasks.html#batch-create")
    for code, name in (("ja", "日本語"), ("de", "Deutsch"), ("pt-BR", "Português (Brasil)")):
        switch(page, 1, name)
        page.wait_for_url(re.compile(rf"/{code}/v3/tasks\.html#batch-create$"))
        assert page.locator("html").get_attribute("lang") == code
        assert page.locator("#batch-create").is_visible()


def test_the_version_changes_and_the_object_type_stays(page: Any, reference: str) -> None:
    page.goto(f"{reference}/fr/v3/contacts.html")
    switch(page, 0, "2026-09")
    page.wait_for_url(re.compile(r"/fr/2026-09/contacts\.html"))
    assert page.locator("h1").count() == 1
    switch(page, 0, "2025-09")
    page.wait_for_url(re.compile(r"/fr/2025-09/contacts\.html"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_search_finds_pages_in_each_language(page: Any, reference: str, language: str) -> None:
    words, target = SEARCHES[language]
    page.goto(f"{reference}/{language}/index.html")
    page.keyboard.press("/")
    page.keyboard.type(words)
    page.locator("#found [role=option]").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(rf"/{language}/[^/]+/{target}\.html"))


def test_a_search_without_results_says_so(page: Any, reference: str) -> None:
    page.goto(f"{reference}/en/index.html")
    page.locator("#q").fill("qqqqxyzzy")
    page.wait_for_function("document.querySelector('.search [role=status]').textContent.trim()")
    status = page.locator(".search [role=status]")
    assert status.text_content() == status.get_attribute("data-none")
    assert page.locator("#found a").count() == 0


def test_a_snippet_is_copied(page: Any, reference: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{reference}/en/v3/tasks.html")
    page.locator("button.copy").locator("visible=true").first.click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "https://api.hubapi.com/crm/v3/objects/tasks" in copied or "client.tasks" in copied


def test_nested_fields_open_by_keyboard(page: Any, reference: str) -> None:
    page.goto(f"{reference}/en/v3/tasks.html")
    nested = page.locator("main .fields details").first.element_handle()
    assert nested.get_attribute("open") is None
    nested.query_selector("summary").focus()
    page.keyboard.press("Enter")
    assert nested.get_attribute("open") is not None


def test_keyboard_users_reach_the_content_first(page: Any, reference: str) -> None:
    page.goto(f"{reference}/es/v3/tasks.html")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.url.endswith("#content")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#content') !== null")


@pytest.mark.parametrize("path", ACCESSIBLE)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_are_accessible(page: Any, reference: str, path: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{reference}/{path}")
    assert page.locator("h1").count() == 1
    assert violations(page) == []


@pytest.mark.parametrize("path", ACCESSIBLE)
def test_nothing_is_cut_off_on_a_narrow_screen(page: Any, reference: str, path: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{reference}/{path}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    menu = page.locator("button.menu")
    menu.click()
    assert page.locator("#nav").is_visible() and menu.get_attribute("aria-expanded") == "true"


def test_pages_can_be_read_without_scripts(browser: Any, reference: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{reference}/ja/v3/tasks.html")
    assert page.locator("main pre").first.is_visible()
    menu = page.locator("details.drop").nth(1)
    menu.locator("summary").click()
    menu.get_by_role("link", name="Español").click()
    assert page.url.endswith("/es/v3/tasks.html")
    context.close()


def test_printed_pages_have_no_navigation(page: Any, reference: str) -> None:
    page.goto(f"{reference}/en/v3/tasks.html")
    page.emulate_media(media="print")
    assert not page.locator("#nav").is_visible()
    assert page.locator("h1").is_visible()
