"""Draw the rows with an axis as plots, from build/bench/results.json to docs/img/bench-*.svg.

Runs in an environment of its own, which has matplotlib: python -m benchmarks plots
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.places import ROOT
from benchmarks.results import read

IMAGES = ROOT / "docs" / "img"
# Readable on white and on black: lines of medium lightness, no background, grey letters.
LINES = ("#2a7fd4", "#d9622b", "#2f9e6e", "#b455c4", "#c2951b", "#d2455f", "#6f7fd8", "#5f8f9f")
GREY = "#808890"
STYLE = {
    "svg.fonttype": "none",
    "svg.hashsalt": "specloom",
    "font.family": "sans-serif",
    "font.size": 9,
    "text.color": GREY,
    "axes.labelcolor": GREY,
    "axes.edgecolor": GREY,
    "xtick.color": GREY,
    "ytick.color": GREY,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "grid.color": GREY,
    "grid.alpha": 0.25,
}


def main() -> None:
    """Draw each row that has an axis."""
    matplotlib = import_module("matplotlib")
    matplotlib.use("svg")
    matplotlib.rcParams.update(STYLE)
    IMAGES.mkdir(parents=True, exist_ok=True)
    for name, row in read()["rows"].items():
        if row["axis"]:
            path = IMAGES / f"bench-{name}.svg"
            _draw(row, path)
            print(path.relative_to(ROOT))


def _draw(row: dict[str, Any], path: Path) -> None:
    plots = import_module("matplotlib.pyplot")
    figure, axes = plots.subplots(figsize=(6.4, 3.4))
    names = list(dict.fromkeys(case["name"] for case in row["cases"]))
    for index, name in enumerate(names):
        points = sorted(_points(row["cases"], name))
        style = {"color": LINES[index % len(LINES)], "linewidth": 1.6, "markersize": 3.5}
        axes.plot(*zip(*points, strict=True), marker="o", label=name, **style)
    places = sorted({case["at"] for case in row["cases"]})
    axes.set_xscale("log")
    axes.set_xticks(places, [f"{each:,}" for each in places], minor=False)
    axes.set_xticks([], minor=True)
    if row["unit"] == "s":
        axes.set_yscale("log")
        plain = import_module("matplotlib.ticker").StrMethodFormatter("{x:g}")
        axes.yaxis.set_major_formatter(plain)
        axes.yaxis.set_minor_formatter(import_module("matplotlib.ticker").NullFormatter())
    else:
        axes.set_ylim(bottom=0)
    axes.set_xlabel(row["axis"])
    axes.set_ylabel("MiB" if row["unit"] == "MiB" else f"CPU, {row['unit']}")
    axes.legend(frameon=False, fontsize=7.5, loc="center left", bbox_to_anchor=(1, 0.5))
    metadata = {"Date": None, "Title": row["title"]}
    figure.savefig(path, transparent=True, bbox_inches="tight", metadata=metadata)
    plots.close(figure)


def _points(cases: list[dict[str, Any]], name: str) -> list[tuple[int, float]]:
    found = [
        (case["at"], median(case["values"]))
        for case in cases
        if case["name"] == name and case["values"]
    ]
    return found or [(1, float("nan"))]


if __name__ == "__main__":
    main()
