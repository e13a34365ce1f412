"""Decide the path of each page, relative to the folder of a language."""

from __future__ import annotations

import re
from collections.abc import Iterable

from specloom.ir import SchemaId
from specloom.project.model import module_name
from specloom.python.layout.layout import Layout

START = "index.html"
COVERAGE = "coverage.html"
UNNAMED = "api"
"""The folder of a version without a name."""


def version_folder(version: str) -> str:
    """Return the folder of a version."""
    if not version:
        return UNNAMED
    return version if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", version) else module_name(version)


def version_page(version: str) -> str:
    """Return the page of a version."""
    return f"{version_folder(version)}/index.html"


def resource_pages(version: str, attributes: Iterable[str]) -> dict[str, str]:
    """Return the page of each resource of a version, by its attribute."""
    taken: set[str] = {"index"}
    return {each: f"{version_folder(version)}/{_free(each, taken)}.html" for each in attributes}


def model_pages(layout: Layout) -> dict[SchemaId, tuple[str, str]]:
    """Return the page and the name of each model. A model that versions share has one page."""
    found: dict[SchemaId, tuple[str, str]] = {}
    taken: dict[str, set[str]] = {}
    for schemas in layout.emitted.values():
        for key in schemas:
            if key not in found and not getattr(layout.interned.api.schemas[key], "is_headers", 0):
                home = layout.interned.home[key]
                name = layout.names.schemas[home, key]
                folder = f"models/{version_folder(home)}"
                file = _free(name, taken.setdefault(folder, set()))
                found[key] = (f"{folder}/{file}.html", name)
    return found


def _free(name: str, taken: set[str]) -> str:
    """Return a file name that differs from all others, also where upper and lower case are one."""
    plain = re.sub(r"[^A-Za-z0-9_-]", "_", name) or "_"
    chosen, number = plain, 2
    while chosen.lower() in taken:
        chosen, number = f"{plain}-{number}", number + 1
    taken.add(chosen.lower())
    return chosen
