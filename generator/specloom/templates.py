"""Where the templates are, and what they are called."""

from __future__ import annotations

from pathlib import Path

SUFFIX = ".j2"
"""The suffix of the files that are templates; the others are copied."""

ORIGINALS = "specloom"
"""The prefix by which a template that replaces another can include or extend the original."""


def template_root() -> Path:
    """The template tree: the checkout's where there is one, else the one in the installed package."""
    package = Path(__file__).resolve().parent
    checkout = package.parent.parent / "templates"
    return checkout if (checkout / "%module").is_dir() else package / "templates"


def template_names(root: Path) -> tuple[str, ...]:
    """Return the files of a template tree by their paths in it, sorted."""
    found = (path.relative_to(root) for path in root.rglob("*") if path.is_file())
    return tuple(sorted(each.as_posix() for each in found if "__pycache__" not in each.parts))
