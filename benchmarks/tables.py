"""The results as Markdown: ratios to the best other tool, medians with their spread; printed or
written to documents."""

from __future__ import annotations

import re
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks import results
from benchmarks.measure import OURS, PEER
from benchmarks.places import ROOT
from benchmarks.rows import ROWS

BEGIN, END = "<!-- benchmarks:begin -->", "<!-- benchmarks:end -->"
DOCUMENTS = (ROOT / "README.md", ROOT / "docs" / "benchmarks.md")
# The rows in the README, each with our first case only.
HEADLINES = ("document", "documents", "decode")
Case = dict[str, Any]


def main(*, write: bool) -> None:
    """Print all tables, or write them between the markers of the documents."""
    found = results.read()
    order = list(ROWS)
    found["rows"] = dict(sorted(found["rows"].items(), key=lambda each: order.index(each[0])))
    if not found["rows"]:
        raise SystemExit("nothing is measured yet: make bench")
    if not write:
        print(whole(found))
        return
    texts = (headlines(found), whole(found))
    for path, text in zip(DOCUMENTS, texts, strict=True):
        path.write_text(_between(path, text), "utf-8")


def _between(path: Path, text: str) -> str:
    pattern = re.compile(f"{re.escape(BEGIN)}.*?{re.escape(END)}", re.DOTALL)
    before = path.read_text("utf-8")
    if len(pattern.findall(before)) != 1:
        raise SystemExit(f"{path}: no place for the tables between {BEGIN} and {END}")
    return pattern.sub(lambda _: f"{BEGIN}\n{text.strip()}\n{END}", before)


def headlines(found: dict[str, Any]) -> str:
    """Return the summary of a few rows, each with our first case only."""
    rows = {name: row for name, row in found["rows"].items() if name in HEADLINES}
    return summary({"rows": rows}, most=1)


def whole(found: dict[str, Any]) -> str:
    """Return the summary and the details."""
    return f"### Summary\n\n{summary(found)}\n\n{details(found)}"


def summary(found: dict[str, Any], most: int | None = None) -> str:
    """Return one line for each of our cases: its figure, that of the best other tool, and their
    ratio."""
    lines = ["| what | ours | | best peer | | ratio |", "|---|---|---|---|---|---|"]
    for row in found["rows"].values():
        if row["axis"]:
            continue
        best, title = _best(row["cases"]), row["title"]
        for case in [each for each in row["cases"] if each["kind"] == OURS][:most]:
            against = (
                ["none does", ""] if best is None else [best["name"], _value(best, row["unit"])]
            )
            cells = [title, case["name"], _value(case, row["unit"]), *against, _ratio(case, best)]
            lines.append(f"| {' | '.join(cells)} |")
            title = ""
    return "\n".join(lines)


def details(found: dict[str, Any]) -> str:
    """Return every row as a table of its own, and what the figures depend on."""
    parts: list[str] = []
    for name, row in found["rows"].items():
        plot = f"![{row['title']}](img/bench-{name}.svg)\n\n"
        body = plot + _growth(row) if row["axis"] else _table(row)
        parts.append(f"### {row['title']}\n\n{body}")
    return "\n\n".join([*parts, _about(found)])


def _table(row: dict[str, Any]) -> str:
    cases, unit = row["cases"], row["unit"]
    best = _best(cases)
    told = list(_told(cases))
    with_memory = any(max(case["memory"], default=0) for case in cases)
    heads = ["", f"{unit}, median", "least – most", "rounds", "to the best peer"]
    heads += ["peak MiB"] * with_memory + told
    lines = [f"| {' | '.join(heads)} |", f"|---|{'---|' * (len(heads) - 1)}"]
    for case in cases:
        name = f"**{case['name']}**" if case["kind"] == OURS else case["name"]
        if case["fails"]:
            lines.append(f"| {name} | fails: {_plain(case['fails'])} |{' |' * (len(heads) - 2)}")
            continue
        values = case["values"]
        cells = [name, _figure(_middle(case)), f"{_figure(min(values))} – {_figure(max(values))}"]
        cells += [str(len(values)), _ratio(case, best)]
        cells += [f"{max(case['memory']):,.0f}"] * with_memory
        cells += [
            f"{case['details'].get(each, ''):,}" if each in case["details"] else "" for each in told
        ]
        lines.append(f"| {' | '.join(cells)} |")
    after = [f"Goal: {row['goal']}."] if row["goal"] else []
    return "\n\n".join(["\n".join(lines), *_stages(cases), *after])


def _stages(cases: list[Case]) -> list[str]:
    """Return a sentence for each case with times by stage."""
    said: list[str] = []
    for case in cases:
        known: dict[str, float] = case["details"].get("stages", {})
        parts = [f"{name} {seconds:.2f}" for name, seconds in known.items() if seconds >= 0.005]
        if parts:
            said.append(
                f"Seconds by stage, {case['name']}, in a run of its own: {', '.join(parts)}."
            )
    return said


def _growth(row: dict[str, Any]) -> str:
    cases = row["cases"]
    places = sorted({case["at"] for case in cases})
    names = list(dict.fromkeys(case["name"] for case in cases))
    by_place = {(case["name"], case["at"]): case for case in cases}
    lines = [f"| {row['unit']} | {' | '.join(f'{each:,}' for each in places)} |"]
    lines.append(f"|---|{'---|' * len(places)}")
    for name in names:
        cells = [_value(by_place[name, at]) if (name, at) in by_place else "" for at in places]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    most = [case for case in cases if case["at"] == places[-1] and case["details"]]
    known = [f"{case['name']}: {_listed(case['details'])}" for case in most]
    at_most = [f"At {places[-1]:,} {row['axis']}: {'; '.join(known)}."] if known else []
    return "\n\n".join([f"By {row['axis']}.", "\n".join(lines), *at_most])


def _listed(told: dict[str, Any]) -> str:
    return ", ".join(f"{value:,} {name}" for name, value in told.items())


def _about(found: dict[str, Any]) -> str:
    machine = found["machine"]
    commits = {f"{row['commit']} of {row['date']}": None for row in found["rows"].values()}
    commands = {f"`{row['command']}`": None for row in found["rows"].values()}
    versions = ", ".join(f"{name} {version}" for name, version in found["versions"].items())
    return (
        f"Measured on {machine['cores']} cores of {machine['processor']}, {machine['system']}, Python "
        f"{machine['python']}, {machine['java']}; commit {', '.join(commits)}; by {', '.join(commands)}. "
        f"Versions: {versions}."
    )


def _told(cases: list[Case]) -> list[str]:
    names = dict.fromkeys(name for case in cases for name in case["details"])
    return [name for name in names if name != "stages"]


def _best(cases: list[Case]) -> Case | None:
    peers = [case for case in cases if case["kind"] == PEER and not case["fails"]]
    return min(peers, key=_middle, default=None)


def _middle(case: Case) -> float:
    return float(median(case["values"]))


def _value(case: Case, unit: str = "") -> str:
    return "fails" if case["fails"] else f"{_figure(_middle(case))} {unit}".strip()


def _ratio(case: Case, best: Case | None) -> str:
    if best is None or case["fails"]:
        return ""
    ratio = _middle(case) / _middle(best)
    if ratio >= 10:
        return f"{ratio:,.0f} ×"
    return f"{ratio:.2f} ×" if ratio >= 0.1 else f"{ratio:.2g} ×"


def _figure(value: float) -> str:
    """Return a number with three significant digits."""
    if value == 0 or value >= 100:
        return f"{value:,.0f}"
    for limit, digits in ((10, 1), (1, 2), (0.1, 3)):
        if value >= limit:
            return f"{value:.{digits}f}"
    return f"{value:.4f}"


def _plain(text: str) -> str:
    return re.sub(r"[|`<>\n]", " ", text)
