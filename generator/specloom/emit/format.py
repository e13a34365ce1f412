"""Format the Python files of the output as black or ruff does, and cache what black returns."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from msgspec.structs import replace

from specloom.cache import Cache, key_of, version_of
from specloom.cache.modules import Modules
from specloom.emit.file import File
from specloom.emit.layout import lay_out
from specloom.emit.pieces import join, split
from specloom.emit.statement import LINE_LENGTH
from specloom.stages import Stages


def style_key(formatter: str) -> str:
    """Return a key of what decides the style: which formatter, in which version, with which settings."""
    return f"{formatter} {version_of(formatter)} {LINE_LENGTH}"


def format_files(
    files: Iterable[File],
    modules: Modules | None = None,
    *,
    formatter: str = "black",
    stages: Stages | None = None,
) -> tuple[File, ...]:
    """Format the Python files; others, and those that are formatted already, do not change.

    Args:
        files: what was rendered.
        modules: what the last run made of the same package, which is replaced by what this one makes.
        formatter: `black` or `ruff`.
        stages: what counts the reused pieces.

    Raises:
        SpecloomError: ruff is requested, but not installed.
    """
    files = tuple(files)
    modules = modules or Modules(Cache(None))
    wanted = [each for each in files if each.path.endswith(".py") and not each.is_formatted]
    pieces: dict[File, dict[str, str]] = {}
    if formatter == "ruff":
        from specloom.emit.ruff import format_texts

        made = format_texts([each.text for each in wanted]) if wanted else []
        texts = dict(zip(wanted, made, strict=True))
    else:
        texts, pieces = _black(wanted, modules, stages or Stages())
    formatted = tuple(
        replace(each, text=texts[each], is_formatted=True) if each in texts else each
        for each in files
    )
    modules.store(
        {file.path: file.text for file in formatted},
        {file.path: found for file, found in pieces.items()},
    )
    return formatted


def _black(
    files: list[File], modules: Modules, stages: Stages
) -> tuple[dict[File, str], dict[File, dict[str, str]]]:
    """The formatted text of each file, and what black made of pieces of it, by their keys."""
    pieces = {file: split(file.text) for file in files}
    known: dict[str, str] = {}
    keys: dict[str, str] = {}
    missing: list[str] = []
    rendered = {piece for file, found in pieces.items() if file.is_rendered for piece in found}
    for piece in dict.fromkeys(chain.from_iterable(pieces.values())):
        laid_out = lay_out(piece) if piece in rendered else None
        if laid_out is not None:
            known[piece] = laid_out
            continue
        keys[piece] = key_of(piece)
        found = modules.pieces.get(keys[piece])
        stages.found("format", found is not None)
        if found is None:
            missing.append(piece)
        else:
            known[piece] = found
    if missing:
        from specloom.emit.black import format_texts

        known.update(zip(missing, format_texts(missing), strict=True))
    texts = {file: join(map(known.__getitem__, found)) for file, found in pieces.items()}
    of_black = {
        file: {keys[each]: known[each] for each in found if each in keys}
        for file, found in pieces.items()
    }
    return texts, of_black
