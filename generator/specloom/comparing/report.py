"""Write changes as a changelog in Markdown, as lines and as JSON."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from specloom.comparing.changes import Change, Level, asked_version
from specloom.diagnostics import format_pointer, neutralise

_TITLES = {
    Level.BREAKING: "Breaking changes",
    Level.RISKY: "Risky changes",
    Level.SAFE: "Other changes",
}
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|])")


def lines_of(changes: Sequence[Change]) -> Iterator[str]:
    """Return the changes by level, each with its levels for users of the client and of the API."""
    for level, group in groupby(changes, key=lambda each: each.level):
        found = list(group)
        yield f"{level.label} ({len(found)})"
        for each in found:
            yield f"  {neutralise(str(each))} (client: {each.client.label}, API: {each.api.label})"
    counts = ", ".join(
        f"{sum(each.level is level for each in changes)} {level.label}" for level in reversed(Level)
    )
    yield f"{counts}; version: {asked_version(changes)}" if changes else "no changes"


def to_markdown(changes: Iterable[Change], title: str) -> str:
    """Return a section of a changelog."""
    parts = [f"## {title}\n"]
    for level, group in groupby(changes, key=lambda each: each.level):
        parts.append(f"\n### {_TITLES[level]}\n\n")
        for each in group:
            version = f"{_escaped(each.version)} " if each.version else ""
            detail = f": {_escaped(neutralise(each.detail))}" if each.detail else ""
            only = ""
            if each.client is not each.api and level is not Level.SAFE:
                whose = "client" if each.client > each.api else "API"
                only = f" ({level.label} for the {whose})"
            subject = neutralise(each.subject).replace("`", "'")
            parts.append(f"* {version}`{subject}`: {each.kind}{detail}{only}\n")
    if len(parts) == 1:
        parts.append("\nNo changes of the API.\n")
    return "".join(parts)


def prepended(changelog: str, section: str) -> str:
    """Return a changelog with another section before the existing ones."""
    if not changelog.strip():
        return f"# Changelog\n\n{section}"
    first = re.search(r"^## ", changelog, re.MULTILINE)
    place = first.start() if first else len(changelog)
    head = changelog[:place].rstrip("\n")
    return f"{head}\n\n{section}\n{changelog[place:]}" if first else f"{head}\n\n{section}"


def to_json(changes: Sequence[Change]) -> dict[str, object]:
    """Return the changes as a JSON value."""
    return {
        "version": asked_version(changes),
        "changes": [
            {
                "kind": each.kind,
                "subject": each.subject,
                "detail": each.detail,
                "api_version": each.version,
                "client": each.client.label,
                "api": each.api.label,
                "document": each.location.document if each.location else None,
                "pointer": format_pointer(each.location.pointer) if each.location else None,
            }
            for each in changes
        ],
    }


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text)
