"""Draw docs/img/many-light.svg and many-dark.svg: many documents and versions become one package."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

IMAGES = Path(__file__).parent.parent / "docs" / "img"
WIDTH, HEIGHT = 880, 330
VERSIONS = ("v1", "v2", "2026-03", "2026-09")
RESOURCES = ("pets", "owners", "orders")
FILES = (
    ("petstore/", "one package for all documents"),
    ("  v1/", "models and operations"),
    ("  v2/ v2026_03/ v2026_09/", "only what is new or different"),
    ("  _core/", "sync and async calls, retries, paging"),
)


@dataclass(frozen=True, slots=True)
class Colors:
    """The colors of one theme."""

    text: str
    muted: str
    line: str
    card: str
    accent: str
    shades: tuple[str, str, str]


THEMES = {
    "light": Colors(
        "#1f2328", "#59636e", "#c8ced6", "#ffffff", "#3f51b5", ("#3f51b5", "#00897b", "#c2571a")
    ),
    "dark": Colors(
        "#e6edf3", "#9aa4b0", "#3d444d", "#1b2028", "#8c9eff", ("#8c9eff", "#4db6ac", "#f0a067")
    ),
}


def draw(colors: Colors) -> str:
    """Return the picture in one theme."""
    body = "\n".join([*documents(colors), *tool(colors), *package(colors)])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'font-family="ui-sans-serif, system-ui, sans-serif" font-size="14" fill="{colors.text}">\n'
        "<title>OpenAPI documents of three resources in four versions become one Python package</title>\n"
        f"{body}\n</svg>\n"
    )


def documents(colors: Colors) -> Iterator[str]:
    """Return a card for each document, by version and resource."""
    for row, version in enumerate(VERSIONS):
        y = 40 + row * 70
        yield text(14, y + 32, version, colors.muted, anchor="start")
        for column, resource in enumerate(RESOURCES):
            x = 84 + column * 92
            shade = colors.shades[column]
            yield card(x, y, 80, 52, colors)
            yield f'<rect x="{x}" y="{y}" width="80" height="5" rx="2.5" fill="{shade}"/>'
            yield text(x + 40, y + 28, resource, colors.text)
            yield text(x + 40, y + 44, ".yaml", colors.muted, size=11)
        middle = y + 26
        yield (
            f'<path d="M 352 {middle} C 392 {middle} 392 165 428 165" fill="none" '
            f'stroke="{colors.line}" stroke-width="2"/>'
        )


def tool(colors: Colors) -> Iterator[str]:
    """Return the tool between them."""
    yield (
        f'<rect x="428" y="143" width="96" height="44" rx="22" fill="{colors.card}" '
        f'stroke="{colors.accent}" stroke-width="2"/>'
    )
    yield text(476, 170, "specloom", colors.accent, weight="600")
    yield f'<path d="M 524 165 H 566" stroke="{colors.line}" stroke-width="2"/>'
    yield f'<path d="M 566 158 l 12 7 l -12 7 z" fill="{colors.line}"/>'


def package(colors: Colors) -> Iterator[str]:
    """Return the package and its parts."""
    yield card(586, 66, 286, 198, colors)
    for number, (name, meaning) in enumerate(FILES):
        y = 98 + number * 44
        indent = 602 + 14 * (len(name) - len(name.lstrip()))
        yield (
            f'<text x="{indent}" y="{y}" font-family="ui-monospace, monospace" font-size="13" '
            f'font-weight="600">{name.strip()}</text>'
        )
        yield text(indent, y + 16, meaning, colors.muted, anchor="start", size=12)


def card(x: int, y: int, width: int, height: int, colors: Colors) -> str:
    return (
        f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="6" fill="{colors.card}" '
        f'stroke="{colors.line}"/>'
    )


def text(
    x: int,
    y: int,
    value: str,
    fill: str,
    *,
    anchor: str = "middle",
    size: int = 14,
    weight: str = "400",
) -> str:
    return (
        f'<text x="{x}" y="{y}" text-anchor="{anchor}" fill="{fill}" font-size="{size}" '
        f'font-weight="{weight}">{value}</text>'
    )


if __name__ == "__main__":
    for name, theme in THEMES.items():
        (IMAGES / f"many-{name}.svg").write_text(draw(theme), "utf-8")
