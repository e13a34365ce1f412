"""Write docs/recipes.md from the recipes: `make recipes`."""

from __future__ import annotations

import ast
from pathlib import Path

HERE = Path(__file__).parent
PAGE = HERE.parent.parent / "docs" / "recipes.md"
INTRODUCTION = """\
<!-- Made by `make recipes` from examples/recipes/; a test runs each of them. -->

# Recipes

Each is a whole file of `examples/recipes/`, type-checked, and run by a test against the stand-in server. `client` is
made once and shared: `client = HubSpot(access_token="pat-...")`.
"""
ORDER = (
    "sync_contacts",
    "changed_deals",
    "many_tasks",
    "associate",
    "custom_objects",
    "handle_errors",
    "typed_records",
    "receive_webhooks",
    "oauth_app",
    "several_processes",
    "test_my_import",
    "next_version",
)


def page() -> str:
    """The page of all recipes: title and text of each from its docstring, then its code."""
    return INTRODUCTION + "".join(map(section, ORDER))


def section(name: str) -> str:
    """One recipe."""
    text = (HERE / f"{name}.py").read_text("utf-8")
    tree = ast.parse(text)
    title, _, told = (ast.get_docstring(tree) or "").partition("\n")
    code = "\n".join(text.splitlines()[tree.body[0].end_lineno :]).strip()
    code = code.replace("from examples.recipes.", "from ")
    return f"\n## {title}\n\n{told.strip()}\n\n```python\n{code}\n```\n"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
