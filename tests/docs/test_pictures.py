"""Test that the pictures of the documentation are current: the drawn session is what the commands
print."""

from __future__ import annotations

import re

import pytest

from website import picture, recording, terminals


def test_the_drawn_session_is_current() -> None:
    lines = recording.normalized("".join(recording.session()))
    for name in recording.THEMES:
        drawing = (recording.IMAGES / f"terminal-{name}.svg").read_text("utf-8")
        assert recording.content(drawing) == lines, "run: make reference"
        assert "@font-face" not in drawing


def test_the_picture_is_what_its_script_draws() -> None:
    for name, colors in picture.THEMES.items():
        assert (picture.IMAGES / f"many-{name}.svg").read_text("utf-8") == picture.draw(colors)


@pytest.mark.whole
def test_the_drawn_terminals_are_current() -> None:
    for name, lines in terminals.sessions():
        said = re.sub(r"\x1b\[[\d;]*m", "", "".join(lines))
        for theme in recording.THEMES:
            drawing = (recording.IMAGES / f"{name}-{theme}.svg").read_text("utf-8")
            assert recording.content(drawing) == recording.normalized(said), "run: make reference"
            assert "@font-face" not in drawing


def test_a_line_that_was_erased_is_not_drawn() -> None:
    text = (
        "\r\x1b[2K\x1b[32m*\x1b[0m load\r\x1b[2KDone.\r\n\x1b[32m*\x1b[0m write\r\x1b[2K\x1b[?25h"
    )
    assert terminals.remaining(text) == ["Done."]
