"""Write docs/recipes.md from the recipes: `make recipes`."""

from __future__ import annotations

import ast
from pathlib import Path

HERE = Path(__file__).parent
PAGE = HERE.parent.parent / "docs" / "recipes.md"
INTRODUCTION = """\
<!-- Written by `make recipes` from examples/recipes/. Do not edit. -->

# Recipes

Complete programs for hubspot-crm. Each is a file in `examples/recipes/`; a test type-checks it and runs it against the
stand-in server. They share one client: `client = HubSpot()`, with an access token in `HUBSPOT_ACCESS_TOKEN`.
"""
ORDER = (
    "sync_contacts",
    "changed_deals",
    "export_contacts",
    "deals_to_parquet",
    "load_with_dlt",
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
    """The page: for each recipe the title and the description of its docstring, then its code."""
    return INTRODUCTION + "".join(map(section, ORDER))


def section(name: str) -> str:
    """One recipe."""
    text = (HERE / f"{name}.py").read_text("utf-8")
    tree = ast.parse(text)
    title, _, description = (ast.get_docstring(tree) or "").partition("\n")
    code = "\n".join(text.splitlines()[tree.body[0].end_lineno :]).strip()
    code = code.replace("from examples.recipes.", "from ")
    return f"\n## {title}\n\n{description.strip()}\n\n```python\n{code}\n```\n"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
