"""Find the documents that `[documents]` of a project file, or a command line, names."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

from msgspec.structs import replace

from specloom.diagnostics import Diagnostic, Location, Severity, SpecloomError
from specloom.project.model import Source
from specloom.project.tables import WILD, Table, Tables, split_pattern

STDIN = "-"
"""The name of standard input."""

LOCK = "specloom.lock"
"""The file beside a project file that records what was downloaded."""

CONFLICTS = ("error", "first", "last")
"""Which of several documents of one name and version is used."""

SUFFIXES = (".json", ".yaml", ".yml")
"""The files in a folder that may be documents."""

_HEAD_BYTES = 65_536
OPENAPI = re.compile(rb"""(?:^|[{,])\s*["']?(?:openapi|swagger)["']?\s*:""", re.MULTILINE)
_REVISION = re.compile(r"[^:]{2,}:[^:]*")
_NAME = re.compile(r"\{(version|resource)\}")


def is_url(name: str) -> bool:
    """Return whether a source is an HTTP or HTTPS URL."""
    return name.lower().startswith(("http://", "https://"))


def is_revision(name: str, folder: Path) -> bool:
    """Return whether a source is a file in a git revision, such as `HEAD~1:openapi.yaml`."""
    return _REVISION.fullmatch(name) is not None and not (folder / name).exists()


def local_path(address: str) -> Path | None:
    """Return the path of a `file` URL, or None for other URLs and for those of another machine."""
    parts = urlsplit(address)
    if parts.scheme != "file" or parts.netloc:
        return None
    from urllib.request import url2pathname  # imported here, because it loads an HTTP client

    return Path(url2pathname(parts.path))  # on Windows, the path of the URL begins with /C:


def remote_source(name: str, folder: Path) -> Source | None:
    """Return the source of a name that is not a path: a URL, a git revision or standard input."""
    if name == STDIN:
        return Source(Path(), "<stdin>", address=STDIN)
    if name.lower().startswith("file:") and (path := local_path(name)) is not None:
        return Source(path, path.as_posix())
    if is_url(name) or is_revision(name, folder):
        return Source(Path(), name, address=name)
    return None


def documents_in(folder: Path) -> tuple[list[Path], list[Diagnostic]]:
    """Return the OpenAPI documents in a folder and its subfolders, sorted, and a note for each other file."""
    found: list[Path] = []
    notes: list[Diagnostic] = []
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if hidden or path.suffix.lower() not in SUFFIXES or not path.is_file():
            continue
        if _is_openapi(path):
            found.append(path)
        else:
            message = "the file is skipped, because it has neither 'openapi' nor 'swagger'"
            hint = "name the file itself if it is an OpenAPI document"
            location = Location(path.as_posix())
            notes.append(Diagnostic("skipped-file", message, hint, location, Severity.NOTE))
    return found, notes


def _is_openapi(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return OPENAPI.search(file.read(_HEAD_BYTES)) is not None
    except OSError:
        return True  # reading it reports the reason


def local_files(sources: Iterable[Source]) -> dict[str, Path]:
    """Return the local copies of remote sources, by their names in messages."""
    return {each.shown: each.path for each in sources if each.address}


def named_sources(names: Iterable[str]) -> tuple[list[Source], list[Diagnostic]]:
    """Return the documents that a command line names, and notes about skipped files.

    Raises:
        SpecloomError: a folder contains no document.
    """
    found: list[Source] = []
    notes: list[Diagnostic] = []
    for name in names:
        path = Path(name)
        remote = remote_source(name, Path())
        if remote is not None:
            found.append(remote)
        elif path.is_dir():
            paths, skipped = documents_in(path)
            if not paths:
                raise SpecloomError.of(
                    "no-documents",
                    f"the folder contains no OpenAPI document{_beside(skipped)}",
                    hint="name a file, or a folder with files that end in .json, .yaml or .yml",
                    location=Location(path.as_posix()),
                )
            notes += skipped
            found += [Source(each, each.as_posix()) for each in paths]
        else:
            found.append(Source(path, path.as_posix()))
    return found, notes


def _beside(skipped: list[Diagnostic]) -> str:
    """Return what the message about a folder without documents says of the files that it has."""
    if not skipped:
        return ""
    files = "1 file that has" if len(skipped) == 1 else f"{len(skipped)} files that have"
    return f", but {files} neither 'openapi' nor 'swagger'"


class Documents:
    """Reads `[documents] files`, `exclude` and `conflicts`. `notes` are about skipped files."""

    def __init__(self, tables: Tables, table: Table) -> None:
        self._tables = tables
        self._table = table
        self.notes: list[Diagnostic] = []

    def sources(self) -> list[Source]:
        """Return the documents in the order of the patterns that match them, each once.

        Raises:
            SpecloomError: a pattern matches nothing, or two documents have the same name and version.
        """
        found: dict[str, Source] = {}
        for entry in self._entries():
            for source in self._found(entry):
                found.setdefault(source.shown, source)
        excluded = {path for pattern in self._patterns("exclude") for path in pattern}
        remaining = [each for each in found.values() if each.shown not in excluded]
        if not remaining:
            self._tables.refuse("exclude", "'exclude' leaves no documents")
        return list(self._without_conflicts(remaining))

    def _entries(self) -> Iterator[Table]:
        value = self._table.get("files")
        if value is None or value in ("", []):
            self._tables.refuse("files", "'files' is missing")
        for each in cast(list[object], value) if isinstance(value, list) else [value]:
            if isinstance(each, str):
                yield {"source": each}
            elif isinstance(each, dict):
                entry = cast(Table, each)
                self._tables.known(entry, {"source", "version", "resource"}, "documents.files")
                self._tables.text_of(entry, "source", required=True)
                yield entry
            else:
                self._tables.refuse(
                    "files", "'files' must be a string, or a list of strings and tables"
                )

    def _found(self, entry: Table) -> Iterator[Source]:
        name = self._tables.text_of(entry, "source")
        version = self._tables.text_of(entry, "version")
        resource = self._tables.text_of(entry, "resource")
        remote = remote_source(name, self._tables.folder)
        sources = [remote] if remote is not None else self._local(name)
        for each in sources:
            yield replace(each, version=version or each.version, resource=resource or each.resource)

    def _local(self, pattern: str) -> list[Source]:
        folder = self._tables.folder / pattern
        if not WILD.search(pattern) and folder.is_dir():
            paths, notes = documents_in(_normal(folder))
            self.notes += notes
            if not paths:
                self._tables.refuse("files", f"the folder {pattern!r} contains no OpenAPI document")
            return [Source(path, path.as_posix()) for path in paths]
        base, rest = split_pattern(pattern)
        paths = self._tables.found("files", _NAME.sub("*", pattern))
        matcher = _matcher(rest)
        found: list[Source] = []
        for path in paths:
            below = path.relative_to(_normal(self._tables.folder / base)).as_posix()
            matched = matcher.fullmatch(below)
            if matched and path.is_file():
                groups = cast(dict[str, str], matched.groupdict())
                version, resource = groups.get("version", ""), groups.get("resource", "")
                found.append(Source(path, path.as_posix(), version, resource))
        if not found:
            self._tables.refuse("files", f"no document matches {pattern!r}")
        return found

    def _patterns(self, key: str) -> Iterator[set[str]]:
        for pattern in self._tables.texts(self._table, key):
            folder = self._tables.folder / pattern
            found = (
                sorted(_normal(folder).rglob("*"))
                if not WILD.search(pattern) and folder.is_dir()
                else self._tables.found(key, pattern)
            )
            if not found:
                self._tables.refuse(key, f"no file matches {pattern!r}, so nothing is excluded")
            yield {path.as_posix() for path in found}

    def _without_conflicts(self, sources: list[Source]) -> Iterator[Source]:
        rule = self._tables.text_of(self._table, "conflicts") or CONFLICTS[0]
        if rule not in CONFLICTS:
            self._tables.refuse("conflicts", f"conflicts must be one of {', '.join(CONFLICTS)}")
        chosen: dict[tuple[str, str], Source] = {}
        for each in sources:
            key = (each.version, each.resource)
            other = chosen.get(key) if each.resource else None
            if other is not None and rule == "error":
                self._tables.refuse(
                    "files",
                    "two documents are "
                    f"{each.resource!r}{f' of version {each.version!r}' if each.version else ''}: "
                    f'{other.shown} and {each.shown}; exclude one, or set conflicts = "first" '
                    'or "last"',
                )
            if other is None or rule == "last":
                chosen[key] = each
        for each in sources:
            if not each.resource or chosen[each.version, each.resource] is each:
                yield each
            else:
                used = chosen[each.version, each.resource].shown
                message = f"the document is not used, because {used} has the same name and version"
                hint = f"[documents] conflicts = {rule!r} decides which document is used"
                location = Location(each.shown)
                note = Diagnostic("skipped-file", message, hint, location, Severity.NOTE)
                self.notes.append(note)


def _normal(path: Path) -> Path:
    return Path(os.path.normpath(path))


def _matcher(pattern: str) -> re.Pattern[str]:
    known = {"**/": "(?:.*/)?", "*": "[^/]*", "?": "[^/]"}
    parts = re.split(r"(\*\*/|\*|\?|\[[^\]]+\]|\{(?:version|resource)\})", pattern)
    made: list[str] = []
    for each in parts:
        name = _NAME.fullmatch(each)
        if name:
            made.append(f"(?P<{name[1]}>[^/]+)")
        elif each.startswith("[") and len(each) > 2:
            made.append("[^" + each[2:] if each[1] == "!" else each)
        else:
            made.append(known.get(each, re.escape(each)))
    return re.compile("".join(made))
