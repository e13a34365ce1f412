"""Format the Python files that users add or whose templates they override, with black or ruff.

Files from our printer and from the core are formatted already.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from specloom.cache import Cache, version_of
from specloom.cache.modules import Modules
from specloom.diagnostics import Location, SpecloomError
from specloom.emit.file import File
from specloom.python.code import WIDTH
from specloom.stages import Stages

if TYPE_CHECKING:
    from specloom.emit.black import Ahead


def style_key(formatter: str) -> str:
    """Return a cache key of what determines the style: the formatter, its version and its settings."""
    return f"{formatter} {version_of(formatter)} {WIDTH}"


def format_ahead(texts: Iterable[str], modules: Modules, formatter: str) -> Ahead | None:
    """Begin to format the strings that are not in the cache, in another process; only for black."""
    if formatter != "black":
        return None
    from specloom.emit.black import Ahead

    return Ahead([each for each in texts if modules.formatted(each) is None])


def format_files(
    files: Iterable[File],
    modules: Modules | None = None,
    *,
    formatter: str = "black",
    stages: Stages | None = None,
    ahead: Ahead | None = None,
) -> tuple[File, ...]:
    """Format the Python files that are not formatted yet.

    Args:
        files: the files of the package.
        modules: a cache of formatted files; the files of this run replace its content.
        formatter: `black`, `ruff`, or `none`, which leaves them as they are.
        stages: counts the files found in the cache.
        ahead: formats some of the files since before they were made.

    Returns:
        The same files, in the same order.

    Raises:
        SpecloomError: the formatter is ruff, and ruff is not installed; or a file cannot be parsed.
    """
    files = tuple(files)
    modules = modules or Modules(Cache(None))
    stages = stages or Stages()
    known: dict[str, str] = {}
    missing: list[File] = []
    for each in files:
        if each.is_formatted or not each.path.endswith(".py"):
            continue
        text = modules.formatted(each.text)
        stages.found("format", text is not None)
        if text is None:
            missing.append(each)
        else:
            known[each.path] = text
    early = ahead.results() if ahead is not None else {}
    known |= {each.path: early[each.text] for each in missing if each.text in early}
    known |= _formatted([each for each in missing if each.text not in early], formatter)
    formatted = tuple(
        replace(each, text=known[each.path], is_formatted=True) if each.path in known else each
        for each in files
    )
    modules.store({each.text: known[each.path] for each in files if each.path in known})
    return formatted


def _formatted(files: list[File], formatter: str) -> dict[str, str]:
    if not files:
        return {}
    for each in files:
        _check(each)
    if formatter == "none":
        return {each.path: each.text for each in files}
    if formatter == "ruff":
        from specloom.emit.ruff import format_texts
    else:
        from specloom.emit.black import format_texts
    made = format_texts([each.text for each in files])
    return {each.path: text for each, text in zip(files, made, strict=True)}


def _check(file: File) -> None:
    """Raise a located error for a file that is not valid Python, before a formatter fails on it."""
    try:
        ast.parse(file.text)
    except (SyntaxError, ValueError) as error:
        line = error.lineno if isinstance(error, SyntaxError) else None
        raise SpecloomError.of(
            "invalid-python",
            f"the generated file is not valid Python: {error}",
            hint=f"correct {file.source}, from which the file is made",
            location=Location(file.path, (), line, 1 if line else None),
        ) from None
