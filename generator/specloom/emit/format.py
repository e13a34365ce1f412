"""Format Python: rendered files in, the same files in black's or ruff's style out, black's kept by content."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import chain

from specloom.cache import Cache, key_of, user_cache, version_of
from specloom.emit.file import File
from specloom.emit.layout import lay_out
from specloom.emit.statement import LINE_LENGTH
from specloom.emit.pieces import join, split
from specloom.stages import Stages

_KIND = "formatted"


def formatter_key(formatter: str) -> str:
    """A key of what decides the style: which formatter, in which version, with which settings."""
    return f"{formatter} {version_of(formatter)} {LINE_LENGTH}"


def format_files(
    files: Iterable[File],
    cache: Cache | None = None,
    *,
    formatter: str = "black",
    package: str = "",
    stages: Stages | None = None,
) -> tuple[File, ...]:
    """Format the Python files; the others stay as they are, and so does what is in style already.

    Args:
        files: what was rendered.
        cache: where formatted texts are kept, the user's cache by default.
        formatter: `black` or `ruff`.
        package: what the files belong to. Its texts are kept together, those of the last run.
        stages: what counts the texts that were kept.

    Raises:
        SpecloomError: ruff is asked for, and not installed.
    """
    files = tuple(files)
    wanted = [each for each in files if each.path.endswith(".py") and not each.is_formatted]
    if formatter == "ruff":
        from specloom.emit.ruff import format_texts

        texts = dict(zip(wanted, format_texts([each.text for each in wanted]), strict=True))
    else:
        kept = _Kept(
            user_cache() if cache is None else cache, key_of(formatter_key(formatter), package)
        )
        texts = _black(wanted, kept, stages or Stages())
    return tuple(
        replace(each, text=texts[each], is_formatted=True) if each in texts else each
        for each in files
    )


class _Kept:
    """What black made of the texts of one package, by their keys, as its last run left it."""

    def __init__(self, cache: Cache, key: str) -> None:
        self._cache, self._key = cache, key
        entry = cache.get(_KIND, key)
        self.texts: Mapping[str, str] = {} if entry is None else json.loads(entry)

    def keep(self, texts: Mapping[str, str]) -> None:
        """Keep these for the next run, and no others."""
        if texts.keys() != self.texts.keys():
            self._cache.put(_KIND, self._key, json.dumps(texts).encode("ascii"))


def _black(files: list[File], kept: _Kept, stages: Stages) -> dict[File, str]:
    pieces = {file: split(file.text) for file in files}
    known: dict[str, str] = {}
    of_black: dict[str, str] = {}
    missing: dict[str, str] = {}
    rendered = {piece for file, found in pieces.items() if file.is_rendered for piece in found}
    for piece in dict.fromkeys(chain.from_iterable(pieces.values())):
        laid_out = lay_out(piece) if piece in rendered else None
        if laid_out is not None:
            known[piece] = laid_out
            continue
        key = key_of(piece)
        found = kept.texts.get(key)
        stages.found("format", found is not None)
        if found is None:
            missing[piece] = key
        else:
            known[piece] = of_black[key] = found
    if missing:
        from specloom.emit.black import format_texts

        known.update(zip(missing, format_texts(list(missing)), strict=True))
        of_black |= {key: known[piece] for piece, key in missing.items()}
    kept.keep(of_black)
    return {file: join(map(known.__getitem__, found)) for file, found in pieces.items()}
