"""Render the page above the languages, which leads to that of the reader."""

from __future__ import annotations

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from specloom.reference.rendering.html import TEMPLATES, finalized
from specloom.reference.rendering.language import Choice
from specloom.reference.views import Site


def root_page(site: Site, languages: tuple[Choice, ...]) -> str:
    """Return the page that lists the languages."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=finalized,
    )
    return environment.get_template("root.html.j2").render(site=site, languages=languages)
