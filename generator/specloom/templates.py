"""Where the templates are."""

from __future__ import annotations

from pathlib import Path


def template_root() -> Path:
    """The template tree: the checkout's where there is one, else the one in the installed package."""
    package = Path(__file__).resolve().parent
    checkout = package.parent.parent / "templates"
    return checkout if (checkout / "%module").is_dir() else package / "templates"
