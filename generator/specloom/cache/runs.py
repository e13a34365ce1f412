"""Store the output of a run, by the content of everything that affects it.

That is specloom itself and its templates, the settings, the documents and overlays. The files to
which the documents refer are only known after the run, so an entry lists them, and is used only if
none of them has changed.
"""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, cast

from msgspec import Struct, convert, to_builtins
from msgspec.structs import replace

from specloom.cache.findings import dump_diagnostic, load_diagnostic
from specloom.cache.store import Cache
from specloom.diagnostics import Diagnostic
from specloom.keys import digest_of, key_of, tool_key, version_of
from specloom.project.model import Docs, Project
from specloom.project.sources import local_files, local_path
from specloom.published import Published

_KIND = "runs"


class Run(Struct, frozen=True):
    """What a run made: files by path, findings, pinned names, published names, features of the core.

    `references` are the addresses of the files to which the documents refer.
    """

    files: tuple[tuple[str, str], ...]
    warnings: tuple[Diagnostic, ...]
    pins: str
    references: frozenset[str]
    published: Published
    features: tuple[str, ...] = ()


def key_of_run(project: Project) -> str | None:
    """Return the key of a run, or None if a file cannot be read, which the run itself will report."""
    formatter = project.package.formatter
    parts: list[str | bytes] = [tool_key(), formatter, version_of(formatter), os.getcwd()]
    try:
        for source in (*project.sources, *project.overlays):
            parts.append(digest_of(source.path))
    except OSError:
        return None
    names = replace(project.published, file="")
    settings = replace(
        project, output=Path(), pins=None, published=names, post_hooks=(), docs=Docs()
    )
    return key_of(*parts, json.dumps(plain_settings(settings), ensure_ascii=True))


def store_run(cache: Cache, keys: Iterable[str], run: Run, project: Project) -> None:
    """Store a run by several keys, unless its documents refer to something that may differ every time."""
    references = {address: _state(address) for address in sorted(run.references)}
    if None in references.values():
        return
    located = _with_lines(run.warnings, local_files(project.sources))
    value = {
        "files": run.files,
        "warnings": [dump_diagnostic(each) for each in located],
        "pins": run.pins,
        "published": to_builtins(replace(run.published, file="")),
        "references": references,
        "features": run.features,
    }
    content = zlib.compress(json.dumps(value).encode("ascii"), 1)
    for key in keys:
        cache.put(_KIND, key, content)


def find_run(cache: Cache, key: str, project: Project) -> Run | None:
    """Return the run with a key, or None if there is no usable one."""
    entry = cache.get(_KIND, key)
    if entry is None:
        return None
    value = json.loads(zlib.decompress(entry))
    if any(_state(address) != state for address, state in value["references"].items()):
        return None
    pins = project.pins
    if pins is not None and pins.exists() and pins.read_bytes() != value["pins"].encode("utf-8"):
        return None  # other pins have to be compared with the names
    return Run(
        files=tuple((path, text) for path, text in value["files"]),
        warnings=tuple(map(load_diagnostic, value["warnings"])),
        pins=value["pins"],
        references=frozenset(value["references"]),
        published=convert(value["published"], Published),
        features=tuple(value["features"]),
    )


def plain_settings(value: Any) -> object:
    """Return settings as values of JSON. Equal settings have equal values in every process."""
    if isinstance(value, Struct):
        return [plain_settings(getattr(value, name)) for name in value.__struct_fields__]
    if isinstance(value, Mapping):
        return [
            [key, plain_settings(each)] for key, each in cast(Mapping[str, object], value).items()
        ]
    if isinstance(value, frozenset):
        return sorted(map(str, cast(frozenset[object], value)))
    if isinstance(value, tuple):
        return [plain_settings(each) for each in cast(tuple[object, ...], value)]
    return value if value is None or isinstance(value, (bool, int, float, str)) else str(value)


def _state(address: str) -> str | None:
    """A digest of a file that a document refers to; None for what may differ every time."""
    target = local_path(address)
    if target is None:
        return None
    try:
        return digest_of(Path(os.path.realpath(target))).hex()
    except (OSError, ValueError):
        return ""


def _with_lines(
    warnings: tuple[Diagnostic, ...], local: Mapping[str, Path]
) -> Iterator[Diagnostic]:
    """Return warnings with their lines, because looking them up later requires reading the documents again."""
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
