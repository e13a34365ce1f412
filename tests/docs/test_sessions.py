"""The recorded sessions of the tutorials are what their commands print today."""

from __future__ import annotations

import pytest

from website.sessions import PAGES, ROOT, normalized, recorded


@pytest.mark.whole
@pytest.mark.parametrize("page", PAGES)
def test_a_recorded_session_is_current(page: str) -> None:
    text = (ROOT / "docs" / page).read_text("utf-8")
    assert normalized(recorded(text)) == normalized(text), "run: make reference"
