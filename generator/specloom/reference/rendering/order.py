"""Sort what the pages list by its title in a language."""

from __future__ import annotations

import unicodedata

from msgspec.structs import replace

from specloom.reference.rendering.language import Language
from specloom.reference.views import Site


def in_alphabetical_order(site: Site, language: Language) -> Site:
    """Return the site with its resources, and the rows of the coverage matrix, sorted by title.

    The parts of a resource stay in their order, and resources stay with those of their version.
    """
    names = [each.name for each in site.versions]

    def key(title: str) -> tuple[str, str]:
        return alphabetical(language.plain(title))

    return replace(
        site,
        versions=tuple(
            replace(
                version, resources=tuple(sorted(version.resources, key=lambda each: key(each[0])))
            )
            for version in site.versions
        ),
        resources=tuple(
            sorted(site.resources, key=lambda each: (names.index(each.version), key(each.title)))
        ),
        rows=tuple(sorted(site.rows, key=lambda each: key(each.title))),
    )


def alphabetical(text: str) -> tuple[str, str]:
    """Return a key that sorts words without regard to case and accents, as readers look for them."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(each for each in decomposed if not unicodedata.combining(each)), text
