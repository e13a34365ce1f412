"""Test that the pictures of the documentation are current: the drawn session is what the commands
print."""

from __future__ import annotations

from website import picture, recording


def test_the_drawn_session_is_current() -> None:
    lines = recording.normalized("".join(recording.session()))
    for name in recording.THEMES:
        drawing = (recording.IMAGES / f"terminal-{name}.svg").read_text("utf-8")
        assert recording.content(drawing) == lines, "run: make reference"
        assert "@font-face" not in drawing


def test_the_picture_is_what_its_script_draws() -> None:
    for name, colors in picture.THEMES.items():
        assert (picture.IMAGES / f"many-{name}.svg").read_text("utf-8") == picture.draw(colors)
