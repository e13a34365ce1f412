"""Find violations of the accessibility rules of axe-core in a page."""

from __future__ import annotations

from typing import Any

import pytest

axe = pytest.importorskip("axe_playwright_python.sync_playwright")

GRAVE = ("serious", "critical")


def violations(page: Any) -> list[str]:
    """Return the serious and critical violations, a line each with the first element that has it."""
    found = axe.Axe().run(page).response["violations"]
    return [
        f"{each['id']}: {each['help']}: {each['nodes'][0]['html'][:200]}"
        for each in found
        if each["impact"] in GRAVE
    ]
