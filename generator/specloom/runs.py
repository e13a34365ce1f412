"""Make a package, or take what an earlier run with the same input made: a project in, `Generated` out.

A run is kept by the content of everything that decides it: specloom itself and its templates, the
settings, the documents and overlays. What its documents refer to is known only afterwards, so an
entry lists those files, and counts only while each is what it was.
"""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, cast
from urllib.parse import unquote, urlsplit

from msgspec import Struct, convert, to_builtins
from msgspec.structs import replace

from specloom.cache import Cache, digest_of, key_of, tool_key, user_cache
from specloom.diagnostics import Diagnostic
from specloom.documents.kept import dump_diagnostic, load_diagnostic
from specloom.emit.file import File
from specloom.generated import Generated
from specloom.project.model import Project
from specloom.project.sources import local_files
from specloom.published import Published, PublishedCall
from specloom.stages import Stages

_KIND = "runs"


def generate(
    project: Project, stages: Stages | None = None, cache: Cache | None = None
) -> Generated:
    """Make every file of the package, as `pipeline.generate`, or take it from the cache.

    Raises:
        SpecloomError: as `pipeline.generate`. Only what succeeded is kept.
    """
    stages = stages or Stages()
    cache = user_cache() if cache is None else cache
    with stages.stage("cache"):
        key = _key(project) if cache.folder is not None else None
        found = None if key is None else _found(cache, key, project)
        stages.found("cache", found is not None)
    if found is not None:
        return found
    from specloom.pipeline import generate as make

    made = make(project, stages, cache)
    with stages.stage("cache"):
        if key is not None and key == _key(project):  # nothing was changed meanwhile
            _keep(cache, key, made, project)
            # The next run keeps the names of this one, and makes the same of them.
            following = _key(replace(project, published=made.published))
            if following is not None and following != key:
                _keep(cache, following, made, project)
        cache.trim()
    return made


def _key(project: Project) -> str | None:
    """The key of a run; None where something cannot be read, which the run itself will tell."""
    from specloom.emit.kept import formatter_key

    parts: list[str | bytes] = [tool_key(), formatter_key(project.package.formatter), os.getcwd()]
    try:
        for source in (*project.sources, *project.overlays):
            parts.append(digest_of(source.path))
    except OSError:
        return None
    names = replace(project.published, file="")
    settings = replace(project, output=Path(), pins=None, published=names)
    return key_of(*parts, json.dumps(_plain(settings), ensure_ascii=True))


def _plain(value: Any) -> object:
    """A value of the settings as JSON has it; equal for equal settings, in every process."""
    if isinstance(value, Struct):
        return [_plain(getattr(value, name)) for name in value.__struct_fields__]
    if isinstance(value, Mapping):
        return [[key, _plain(each)] for key, each in cast(Mapping[str, object], value).items()]
    if isinstance(value, frozenset):
        return sorted(map(str, cast(frozenset[object], value)))
    if isinstance(value, tuple):
        return [_plain(each) for each in cast(tuple[object, ...], value)]
    return value if value is None or isinstance(value, (bool, int, float, str)) else str(value)


def _keep(cache: Cache, key: str, made: Generated, project: Project) -> None:
    met = {address: _state(address) for address in sorted(made.met)}
    if None in met.values():
        return
    value = {
        "files": [(each.path, each.text) for each in made.files],
        "warnings": [
            dump_diagnostic(each) for each in _placed(made.warnings, local_files(project.sources))
        ],
        "pins": made.pins,
        "published": to_builtins(made.published.calls),
        "met": met,
    }
    cache.put(_KIND, key, zlib.compress(json.dumps(value).encode("ascii"), 1))


def _found(cache: Cache, key: str, project: Project) -> Generated | None:
    entry = cache.get(_KIND, key)
    if entry is None:
        return None
    value = json.loads(zlib.decompress(entry))
    if any(_state(address) != state for address, state in value["met"].items()):
        return None
    pins = project.pins
    if pins is not None and pins.exists() and pins.read_bytes() != value["pins"].encode("utf-8"):
        return None  # what is pinned otherwise is held against the names again
    return Generated(
        files=tuple(File(path, text) for path, text in value["files"]),
        warnings=tuple(map(load_diagnostic, value["warnings"])),
        pins=value["pins"],
        met=frozenset(value["met"]),
        published=Published(
            convert(value["published"], tuple[PublishedCall, ...]), project.published.file
        ),
    )


def _state(address: str) -> str | None:
    """What a file that a document refers to holds; None for what may be another thing every time."""
    parts = urlsplit(address)
    if parts.scheme != "file" or parts.netloc:
        return None
    try:
        return digest_of(Path(os.path.realpath(unquote(parts.path)))).hex()
    except (OSError, ValueError):
        return ""


def _placed(warnings: tuple[Diagnostic, ...], local: Mapping[str, Path]) -> Iterator[Diagnostic]:
    """Warnings with their lines: to look these up means to read the documents again."""
    if not warnings:
        return
    from specloom.documents.reading.positions import position

    for each in warnings:
        where = each.location
        path = local.get(where.document, Path(where.document)) if where is not None else None
        if where is not None and path is not None and where.line is None and path.is_file():
            found = position(path, where.pointer)
            if found is not None:
                each = replace(each, location=replace(where, line=found[0], column=found[1]))
        yield each
