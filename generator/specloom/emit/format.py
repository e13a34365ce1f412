"""Format Python with black: files in, the same files in black's style out, cached by content."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

import platformdirs

from specloom.emit.render import File

LINE_LENGTH = 120


def format_files(files: Iterable[File], cache: Path | None = None) -> tuple[File, ...]:
    """Format the Python files; the others stay as they are.

    Args:
        files: what was rendered.
        cache: the folder of formatted texts, the user's own by default. A folder that cannot be
            used costs time and nothing else.
    """
    folder = cache or Path(platformdirs.user_cache_dir("specloom")) / "black"
    return tuple(
        File(each.path, _formatted(each.text, folder)) if each.path.endswith(".py") else each
        for each in files
    )


def _formatted(text: str, folder: Path) -> str:
    path = folder / _key(text)
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        pass
    import black
    from black.mode import Mode, TargetVersion

    mode = Mode(line_length=LINE_LENGTH, target_versions={TargetVersion.PY311})
    formatted = black.format_str(text, mode=mode)
    _keep(path, formatted)
    return formatted


def _key(text: str) -> str:
    """A name for the result: what decides it is the text, the style and the version of black."""
    from importlib.metadata import version

    digest = hashlib.sha256(f"black {version('black')} {LINE_LENGTH}\n{text}".encode())
    return digest.hexdigest()


def _keep(path: Path, text: str) -> None:
    # Two runs may write one entry at once, so it appears whole or not at all.
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        os.replace(name, path)
    except OSError:
        pass
